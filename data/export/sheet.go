package export

import (
	"image/color"
	"math"
	"strings"
	"unicode/utf8"

	"parallax/data"
)

// Lengths are in points, 72 to an inch; x grows to the right, y down the page.

// A drawnText is a run of letters on a page; y is its baseline.
type drawnText struct {
	x, y, size float64
	bold       bool
	color      color.NRGBA
	text       string
}

// A drawnLine is a straight line; dash is empty for a solid one.
type drawnLine struct {
	x1, y1, x2, y2, width float64
	dash                  []float64
	color                 color.NRGBA
}

// A drawnBox is a filled area.
type drawnBox struct {
	x, y, w, h float64
	color      color.NRGBA
}

// A drawnPage is all there is on one page. Boxes lie under lines and letters.
type drawnPage struct {
	boxes []drawnBox
	lines []drawnLine
	texts []drawnText
}

// A bookmark leads to a place of the document.
type bookmark struct {
	title string
	level int
	page  int // index
	y     float64
}

// The inks of a page. What they mark is told by shape too: a page may be
// printed without colour.
var (
	black   = color.NRGBA{0x1b, 0x1b, 0x1f, 0xff}
	grey    = color.NRGBA{0x55, 0x56, 0x5c, 0xff}
	faint   = color.NRGBA{0xb8, 0xb9, 0xbe, 0xff}
	outlets = [2]color.NRGBA{{0x4a, 0x3a, 0xa8, 0xff}, {0x8a, 0x52, 0x00, 0xff}}
	tints   = [2]color.NRGBA{{0xe6, 0xe2, 0xf8, 0xff}, {0xfb, 0xe8, 0xc8, 0xff}}
)

// Shapes that tell the two reports apart: solid for A, dashed for B.
var dashes = [2][]float64{nil, {3, 1.8}}

// A sheet is a document being laid out, page by page. Body text goes down from
// y; notes gather at the foot.
type sheet struct {
	*Book
	o         Options
	width     float64 // of the paper
	height    float64
	margin    float64
	size      float64 // of body text
	pages     []*drawnPage
	bookmarks []bookmark
	y         float64 // where the next line goes
	foot      []line  // notes at the foot of this page
	carry     []line  // of notes that go on at the foot of the next
	lacks     lack    // letters the font has not
	onPage    func()  // draws what stands at the head of each page
}

func newSheet(b *Book, o Options) *sheet {
	s := &sheet{Book: b, o: o, width: 595.28, height: 841.89, margin: 45, size: 9.5}
	if o.Paper == Letter {
		s.width, s.height = 612, 792
	}
	if o.Large {
		s.size = 14
	}
	return s
}

func (s *sheet) page() *drawnPage { return s.pages[len(s.pages)-1] }
func (s *sheet) room() float64    { return s.width - 2*s.margin }

// bottom is where body text must end: above the notes at the foot.
func (s *sheet) bottom() float64 {
	end := s.height - s.margin - 16 // the page's number stands below
	if len(s.foot) > 0 {
		end -= heightOf(s.foot) + 8
	}
	return end
}

// newPage ends the page and begins the next.
func (s *sheet) newPage() {
	s.endPage()
	s.pages = append(s.pages, &drawnPage{})
	s.y = s.margin
	s.foot = nil
	if s.onPage != nil {
		s.onPage()
	}
	// What is carried over may take the greater part of the page, not all of it.
	n, most := 0, 0.6*(s.height-2*s.margin)
	for ; n < len(s.carry) && heightOf(s.carry[:n+1]) < most; n++ {
	}
	s.foot, s.carry = s.carry[:n:n], s.carry[n:]
}

// endPage draws the notes at the foot.
func (s *sheet) endPage() {
	if len(s.pages) == 0 || len(s.foot) == 0 {
		return
	}
	y := s.bottom() + 4
	s.rule(s.margin, y, s.margin+90, y, 0.7, nil, grey)
	y += 4
	for _, l := range s.foot {
		s.draw(l, s.margin, y)
		y += l.height
	}
	s.foot = nil
}

// finish ends the last page, with what notes are still to come.
func (s *sheet) finish() {
	for len(s.carry) > 0 {
		s.newPage()
	}
	s.endPage()
	s.onPage = nil
}

// need begins a new page unless there is so much room on this one.
func (s *sheet) need(h float64) {
	if len(s.pages) == 0 || s.y+h > s.bottom() {
		s.newPage()
	}
}

func (s *sheet) mark(level int, title string) {
	s.bookmarks = append(s.bookmarks, bookmark{title, level, len(s.pages) - 1, s.y})
}

func (s *sheet) rule(x1, y1, x2, y2, width float64, dash []float64, c color.NRGBA) {
	p := s.page()
	p.lines = append(p.lines, drawnLine{x1, y1, x2, y2, width, dash, c})
}

func (s *sheet) box(x, y, w, h float64, c color.NRGBA) {
	p := s.page()
	p.boxes = append(p.boxes, drawnBox{x, y, w, h, c})
}

func (s *sheet) text(x, y, size float64, isBold bool, c color.NRGBA, words string) {
	p := s.page()
	p.texts = append(p.texts, drawnText{x, y, size, isBold, c, words})
}

// An ink says how a run of letters looks.
type ink struct {
	size    float64
	bold    bool
	raised  bool // a note's number
	framed  bool // a passage's number
	dotted  bool // with framed: maybe
	color   color.NRGBA
	differs int // 1: words only in A, 2: only in B
	quote   bool
	opens   int // a bar in front: 1: told only in A, 2: only in B
}

// A run is letters in one ink. Spaces in it are where a line may end.
type run struct {
	text  string
	ink   ink
	notes []int // indexes of the notes told at the foot of the page this run stands on
	bar   bar   // in the margin beside the lines it stands in
}

// A bar stands in the margin beside lines.
type bar int

const (
	noBar bar = iota
	solidBar
	doubleBar
	dottedBar
)

// A chunk is letters in one ink on one line, with its place in it.
type chunk struct {
	x, w float64
	text string
	ink  ink
}

// A line is one line of laid out text.
type line struct {
	chunks []chunk
	height float64
	size   float64 // of its largest letters
	notes  []int
	bar    bar
}

const openingBar = 6.5 // room for the bar in front of a passage

const leading = 1.42 // height of a line over the size of its letters

func heightOf(lines []line) float64 {
	h := 0.0
	for _, l := range lines {
		h += l.height
	}
	return h
}

// A word is what stands between two spaces, in one ink or several.
type word struct {
	chunks []chunk
	width  float64
	space  float64 // in front of it, when it does not open a line
	blank  ink     // the ink of that space
	notes  []int
	bar    bar
	ends   bool // a line ends behind it
}

// wrap breaks runs into lines no wider than width; at least one.
func wrap(runs []run, width float64) []line {
	var lines []line
	var current line
	x := 0.0
	end := func(next float64) {
		if current.size == 0 {
			current.size = next
		}
		current.height = current.size * leading
		lines = append(lines, current)
		current, x = line{}, 0
	}
	size := 10.0
	for _, w := range words(runs) {
		for _, part := range fit(w, width) {
			space := part.space
			if len(current.chunks) == 0 {
				space = 0
			}
			if x+space+part.width > width && len(current.chunks) > 0 {
				end(size)
				space = 0
			}
			for i, c := range part.chunks {
				c.x += x + space
				last := len(current.chunks) - 1
				if i == 0 && space > 0 && last >= 0 && current.chunks[last].ink == c.ink && part.blank == c.ink {
					l := &current.chunks[last] // one run of letters, the space between them included
					l.text += " " + c.text
					l.w = c.x + c.w - l.x
					continue
				}
				current.chunks = append(current.chunks, c)
			}
			for _, c := range part.chunks {
				if !c.ink.raised && !c.ink.framed {
					current.size = math.Max(current.size, c.ink.size)
					size = c.ink.size
				}
			}
			x += space + part.width
			current.notes = append(current.notes, part.notes...)
			current.bar = max(current.bar, part.bar)
			if part.ends {
				end(size)
			}
		}
	}
	if len(current.chunks) > 0 || len(current.notes) > 0 || len(lines) == 0 {
		end(size)
	}
	return lines
}

// words parts runs at their spaces.
func words(runs []run) []word {
	var list []word
	var w word
	open := false
	flush := func(ends bool) {
		if open || ends {
			w.ends = ends
			list = append(list, w)
		}
		w, open = word{}, false
	}
	for _, r := range runs {
		f := faceOf(r.ink.bold)
		for i, paragraph := range strings.Split(r.text, "\n") {
			if i > 0 {
				flush(true)
			}
			for k, part := range strings.Split(paragraph, " ") {
				if k > 0 {
					flush(false)
					w.space, w.blank = f.width(" ")*r.ink.size, r.ink
				}
				if part == "" {
					continue
				}
				open = true
				wide := f.width(part) * r.ink.size
				if r.ink.framed {
					wide += 6
				}
				if r.ink.opens > 0 {
					wide += openingBar
				}
				w.chunks = append(w.chunks, chunk{w.width, wide, part, r.ink})
				w.width += wide
				w.bar = max(w.bar, r.bar)
			}
		}
		w.notes = append(w.notes, r.notes...)
	}
	if len(w.notes) > 0 && !open && len(list) > 0 { // behind the last space
		last := &list[len(list)-1]
		last.notes = append(last.notes, w.notes...)
	}
	flush(false)
	return list
}

// fit parts a word that is wider than a line.
func fit(w word, width float64) []word {
	if w.width <= width || len(w.chunks) == 0 {
		return []word{w}
	}
	var parts []word
	part := word{space: w.space, blank: w.blank, notes: w.notes, bar: w.bar}
	for _, c := range w.chunks {
		f := faceOf(c.ink.bold)
		start, x := 0, part.width
		add := func(end int) {
			if end > start {
				text := c.text[start:end]
				wide := f.width(text) * c.ink.size
				part.chunks = append(part.chunks, chunk{part.width, wide, text, c.ink})
				part.width += wide
				start = end
			}
		}
		for i, r := range c.text {
			wide := f.width(string(r)) * c.ink.size
			if x+wide > width && (len(part.chunks) > 0 || i > start) {
				add(i)
				parts = append(parts, part)
				part, x = word{bar: w.bar}, 0
			}
			x += wide
		}
		add(len(c.text))
	}
	part.ends = w.ends
	return append(parts, part)
}

// draw draws a line whose top is at y.
func (s *sheet) draw(l line, x, y float64) {
	base := y + l.size*1.07
	for i, c := range l.chunks {
		left := x + c.x
		k := c.ink
		at := base
		switch {
		case k.raised:
			at -= l.size * 0.33
		case k.framed:
			dash := []float64(nil)
			if k.dotted {
				dash = []float64{1, 1.2}
			}
			top, bottom := base-l.size*0.82, base+l.size*0.2
			right := left + c.w - 1
			for _, side := range [][4]float64{{left, top, right, top}, {right, top, right, bottom}, {right, bottom, left, bottom}, {left, bottom, left, top}} {
				s.rule(side[0], side[1], side[2], side[3], 0.5, dash, grey)
			}
			left += 2
			at -= (l.size - k.size) * 0.25
		}
		if k.opens > 0 {
			top, bottom := base-l.size*0.95, base+l.size*0.25
			s.rule(left+0.8, top, left+0.8, bottom, 1.1, nil, outlets[k.opens-1])
			if k.opens == 2 {
				s.rule(left+2.6, top, left+2.6, bottom, 0.6, nil, outlets[1])
			}
			left += openingBar
		}
		right := x + c.x + c.w
		if i+1 < len(l.chunks) && l.chunks[i+1].ink.differs == k.differs && l.chunks[i+1].ink.quote == k.quote && !l.chunks[i+1].ink.raised {
			right = x + l.chunks[i+1].x
		}
		if k.differs > 0 {
			s.box(left-0.5, base-l.size*0.95, right-left+1, l.size*1.25, tints[k.differs-1])
			s.rule(left, base+l.size*0.24, right, base+l.size*0.24, 1.1, dashes[k.differs-1], outlets[k.differs-1])
		}
		if k.quote {
			for _, down := range []float64{0.16, 0.30} {
				s.rule(left, base+l.size*down, right, base+l.size*down, 0.4, nil, grey)
			}
		}
		s.text(left, at, k.size, k.bold, k.color, c.text)
	}
}

// drawBar draws the bar of lines of the same sort that stand from top to bottom.
func (s *sheet) drawBar(b bar, x, top, bottom float64) {
	switch b {
	case solidBar:
		s.rule(x, top, x, bottom, 1.6, nil, outlets[0])
	case doubleBar:
		s.rule(x-1.2, top, x-1.2, bottom, 0.8, nil, outlets[1])
		s.rule(x+1.2, top, x+1.2, bottom, 0.8, nil, outlets[1])
	case dottedBar:
		s.rule(x, top, x, bottom, 1.2, []float64{1.2, 2}, grey)
	}
}

// flow lays lines one under another over the pages, each whole.
func (s *sheet) flow(lines []line, x float64) {
	for _, l := range lines {
		s.need(l.height)
		s.draw(l, x, s.y)
		s.y += l.height
	}
}

// bodyRuns are the runs of what a note says, with its lists and bold words.
func (s *sheet) bodyRuns(body string) []run {
	var runs []run
	for i, l := range data.BodyLines(strings.TrimSpace(body)) {
		if i > 0 {
			runs = append(runs, s.plain("\n"))
		}
		if l.Item {
			runs = append(runs, s.plain("• "))
		}
		for _, part := range l.Parts {
			r := s.plain(part.Text)
			r.ink.bold = part.Bold
			runs = append(runs, r)
		}
	}
	return runs
}

// plain is a run of body text; grey small print, and bold headings likewise.
func (s *sheet) plain(words string) run {
	return run{text: printable(words, &s.lacks), ink: ink{size: s.size, color: black}}
}

func (s *sheet) bold(words string) run {
	r := s.plain(words)
	r.ink.bold = true
	return r
}

func (s *sheet) small(words string) run {
	r := s.plain(words)
	r.ink.size, r.ink.color = s.size*0.86, grey
	return r
}

// heading writes a heading that keeps at least some text under it.
func (s *sheet) heading(level int, words string) {
	size := s.size * []float64{1.9, 1.35, 1.1}[level]
	r := s.bold(words)
	r.ink.size = size
	if lost([]run{r}) {
		r = s.elsewhere()
	}
	lines := wrap([]run{r}, s.room())
	if level > 0 && s.y > s.margin {
		s.y += size * 0.6
	}
	s.need(heightOf(lines) + 4*s.size*leading)
	s.mark(level, strings.Join(strings.Fields(r.text), " "))
	s.flow(lines, s.margin)
	s.y += size * 0.2
}

// paragraph writes text over the whole width.
func (s *sheet) paragraph(runs ...run) {
	if s.unreadable(runs) {
		return
	}
	s.flow(wrap(runs, s.room()), s.margin)
}

// unreadable writes a sentence in place of text in letters the font has not,
// and reports whether it did.
func (s *sheet) unreadable(runs []run) bool {
	if !lost(runs) {
		return false
	}
	s.flow(wrap([]run{s.elsewhere()}, s.room()), s.margin)
	return true
}

// lost reports whether so much of a text is in letters the font has not that it
// says nothing.
func lost(runs []run) bool {
	missing, all := 0, 0
	for _, r := range runs {
		missing += strings.Count(r.text, string(unknown))
		all += utf8.RuneCountInString(r.text)
	}
	return missing*10 > all
}

// elsewhere says where letters are to be read that the fonts have not.
func (s *sheet) elsewhere() run {
	return s.small(s.say("This text is in letters that the PDF cannot show. Export it as a web page (HTML) to read it and print it."))
}
