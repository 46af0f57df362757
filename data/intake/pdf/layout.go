package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/data/intake/document"
)

// A paragraph is lines that belong together.
type paragraph struct {
	lines []line
	kind  document.Kind
	page  int
	leaf  int  // the column or band it stands in
	full  bool // its last line reaches the edge of the column
}

func (p *paragraph) text() string {
	var all []string
	for _, l := range p.lines {
		all = append(all, l.text)
	}
	return strings.Join(all, "\n")
}

// size is that of its first line.
func (p *paragraph) size() float64 { return p.lines[0].size }

// A layout makes the blocks of a document from the words of its pages.
type layout struct {
	paragraphs []paragraph
	leaves     int
	body       float64 // the size most letters have
	bold       bool    // most letters are bold
	known      map[string]bool
}

// blocksOf reads the pages of a document in order.
func blocksOf(pages [][]word) (blocks []document.Block, address string) {
	edges := findEdges(pages)
	l := layout{known: map[string]bool{}}
	l.measure(pages)
	for i, words := range pages {
		for _, rows := range readingOrder(l.lowered(words)) {
			l.leaf(i, rows)
		}
	}
	l.name()
	l.join()
	add := func(k document.Kind, text string) {
		if text != "" {
			blocks = append(blocks, document.Block{Kind: k, Text: text})
		}
	}
	running := func(page int) {
		for _, r := range edges[page] {
			text := lineOf(r).text
			if a := reAddress().FindString(text); address == "" && len(a) > len("https://a.b/") && !strings.HasSuffix(a, "…") {
				address = strings.TrimRight(a, ".,;)")
			}
			add(document.Running, text)
		}
	}
	if len(edges) > 0 {
		running(0)
	}
	for i := range l.paragraphs {
		p := &l.paragraphs[i]
		l.unhyphenate(p)
		add(p.kind, p.text())
	}
	for i := 1; i < len(edges); i++ {
		running(i)
	}
	return blocks, address
}

// measure finds the size of the text, and the words that stand in it.
func (l *layout) measure(pages [][]word) {
	sizes, bold, all := map[float64]int{}, 0, 0
	for _, words := range pages {
		for _, w := range words {
			n := utf8.RuneCountInString(w.s)
			sizes[math.Round(w.size*4)/4] += n
			all += n
			if w.bold {
				bold += n
			}
			l.known[bare(w.s)] = true
		}
	}
	most := 0
	for size, n := range sizes {
		if n > most || n == most && size < l.body {
			l.body, most = size, n
		}
	}
	l.bold = bold*2 > all
}

// bare is a word in small letters, without marks around it.
func bare(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// dropCap is from how many times the text's size a letter alone at the
// beginning of a paragraph is one that reaches down several lines.
const dropCap = 1.8

// lowered puts large first letters on the line they belong to.
func (l *layout) lowered(words []word) []word {
	out := slices.Clone(words)
	for i := range out {
		w := &out[i]
		if utf8.RuneCountInString(w.s) != 1 || w.size < dropCap*l.body || !strings.ContainsFunc(w.s, unicode.IsUpper) {
			continue
		}
		y := w.y + .7*(w.size-l.body)
		for j := range out {
			v := &out[j]
			if j == i || math.Abs(v.y-y) > .5*l.body || v.x0 < w.x1-.2*l.body || v.x0 > w.x1+1.2*l.body || v.size > 1.3*l.body {
				continue
			}
			first, _ := utf8.DecodeRuneInString(v.s)
			joined := bare(w.s + v.s)
			w.glued = unicode.IsLower(first) && (!strings.Contains("AIOEY", w.s) || l.known[joined]) || unicode.IsUpper(first) && utf8.RuneCountInString(v.s) > 1 && strings.ToUpper(v.s) == v.s && !strings.Contains("AI", w.s)
			w.y, w.size = v.y, l.body
			break
		}
	}
	return out
}

// leaf parts the rows of one column into paragraphs.
func (l *layout) leaf(page int, rows []row) {
	lines := make([]line, 0, len(rows))
	for _, r := range rows {
		if n := lineOf(r); n.text != "" {
			lines = append(lines, n)
		}
	}
	if len(lines) == 0 {
		return
	}
	l.leaves++
	findTables(lines)
	left, right := lines[0].x0, lines[0].x1
	var steps []float64
	for i, n := range lines {
		left, right = min(left, n.x0), max(right, n.x1)
		if i > 0 && math.Abs(n.size-lines[i-1].size) < .05*n.size {
			steps = append(steps, (lines[i-1].y-n.y)/n.size)
		}
	}
	step := 1.2
	if len(steps) > 2 {
		// Most lines stand as near as they can; gaps between paragraphs are wider.
		slices.Sort(steps)
		step = steps[len(steps)*2/5]
	}
	step = max(.9, min(step, 2.6))
	start := len(l.paragraphs)
	for i := range lines {
		if i > 0 && !l.begins(lines, i, left, right, step) {
			p := &l.paragraphs[len(l.paragraphs)-1]
			p.lines = append(p.lines, lines[i])
			continue
		}
		l.paragraphs = append(l.paragraphs, paragraph{lines: lines[i : i+1 : i+1], page: page, leaf: l.leaves})
	}
	for i := start; i < len(l.paragraphs); i++ {
		p := &l.paragraphs[i]
		p.full = p.lines[len(p.lines)-1].x1 > right-.12*(right-left)
	}
}

// findTables leaves wide gaps to lines whose neighbour has one at the same
// place; in others they only press the words apart.
func findTables(lines []line) {
	tabled := make([]bool, len(lines))
	for i := 1; i < len(lines); i++ {
		for _, a := range lines[i-1].cells {
			for _, b := range lines[i].cells {
				if math.Abs(a-b) < .3*lines[i].size {
					tabled[i-1], tabled[i] = true, true
				}
			}
		}
	}
	for i := range lines {
		if !tabled[i] {
			lines[i].text = strings.ReplaceAll(lines[i].text, "\t", " ")
			lines[i].cells = nil
		}
	}
}

// begins reports whether a paragraph begins with line i.
func (l *layout) begins(lines []line, i int, left, right, step float64) bool {
	a, b := lines[i-1], lines[i]
	em := b.size
	switch {
	case math.Abs(a.size-b.size) > .08*max(a.size, b.size), a.bold != b.bold && (a.size > l.body*1.05 || len(a.text) < 90 || len(b.text) < 90):
		return true
	case (a.y-b.y)/em > step*1.28 || b.y > a.y+em:
		return true
	case len(a.cells) > 0 || len(b.cells) > 0:
		return true
	case bulleted(b.text):
		return true
	}
	indent := b.x0 - a.x0
	if indent > .7*em && b.x0-left < .5*(right-left) && !(i > 1 && math.Abs(lines[i-2].x0-a.x0) > .7*em && math.Abs(lines[i-2].x0-b.x0) < .3*em) {
		// Stands further in than the line before: a first line, unless that one
		// hangs out.
		return !bulleted(a.text)
	}
	// A line that ends a sentence with room for another word ends a paragraph.
	room := right - a.x1
	return ends(a.text) && room > b.first+.6*em && room > 1.5*em
}

var reBullet = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[•‣▪■●◦·–*]\s|\(?[0-9]{1,2}[.)]\s|\(?[a-z]\)\s)`)
})

func bulleted(s string) bool { return reBullet().MatchString(s) }

// ends reports whether s ends like a sentence.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]›」』⁰¹²³⁴⁵⁶⁷⁸⁹")
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune(".!?…:。！？؟۔", r)
}

// How much larger than the text headings are, and how many words they have.
const (
	titleSize   = 1.25
	headingSize = 1.12
	noteSize    = .92
	headingMost = 25
)

var (
	reNote = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,2}|[*†‡])\s?\pL`)
	})
	reCaption = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:fig(?:ure|\.)|photo|picture|image|table|map|abb(?:ildung|\.)|foto|bild|рис\.)\s*[:\d.]|\b(?:photo|photograph|picture|image|foto|bild|фото)\s?(?:by|:|/)`)
	})
)

// reAbout finds lines below a title that say who wrote it and when.
var reAbout = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:by|von|par|por|di|от)\s|\b(?:19|20)\d\d\b`)
})

// name says what each paragraph is, by its size, its weight and its words.
func (l *layout) name() {
	title := -1
	for i := range l.paragraphs {
		p := &l.paragraphs[i]
		words := len(strings.Fields(p.text()))
		bold := !l.bold
		for _, n := range p.lines {
			bold = bold && n.bold
		}
		switch size := p.size(); {
		case len(p.lines[0].cells) > 0:
			p.kind = document.Row
		case size >= headingSize*l.body && words <= 3*headingMost || bold && words <= headingMost && !ends(p.text()):
			p.kind = document.Heading
			if p.page == 0 && size >= titleSize*l.body && words > 1 && (title < 0 || size > l.paragraphs[title].size()*1.05) {
				title = i
			}
		case size <= noteSize*l.body && reNote().MatchString(p.text()):
			p.kind = document.Footnote
		case words <= 80 && reCaption().MatchString(p.text()) && (size <= noteSize*l.body || p.lines[0].italic):
			p.kind = document.Caption
		case bulleted(p.text()):
			p.kind = document.Item
		}
	}
	if title < 0 {
		return
	}
	l.paragraphs[title].kind = document.Title
	if title+1 < len(l.paragraphs) {
		p := &l.paragraphs[title+1]
		words := len(strings.Fields(p.text()))
		if words >= 4 && words <= 70 && !reAbout().MatchString(p.text()) && p.page == 0 && (p.size() > 1.05*l.body || p.lines[0].bold && !l.bold || p.lines[0].italic) {
			p.kind = document.Subtitle
		}
	}
}

// join makes one of the two halves of a paragraph that runs on in the next
// column or on the next page. Notes and tables between them stand behind it.
func (l *layout) join() {
	out := l.paragraphs[:0:0]
	last := -1 // in out, of the paragraph that may run on
	for _, p := range l.paragraphs {
		if p.kind != document.Paragraph {
			if p.kind == document.Heading || p.kind == document.Title {
				last = -1
			}
			out = append(out, p)
			continue
		}
		if last >= 0 && out[last].leaf != p.leaf && runsOn(&out[last], &p) {
			q := &out[last]
			q.lines = append(slices.Clone(q.lines), p.lines...)
			q.leaf, q.full = p.leaf, p.full
			continue
		}
		last = len(out)
		out = append(out, p)
	}
	l.paragraphs = out
}

func runsOn(a, b *paragraph) bool {
	if math.Abs(a.size()-b.size()) > .05*a.size() || a.lines[0].bold != b.lines[0].bold {
		return false
	}
	text := a.lines[len(a.lines)-1].text
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(b.lines[0].text, "\"'“‘(«„"))
	if strings.HasSuffix(text, "-") && unicode.IsLower(first) {
		return true
	}
	return a.full && !ends(text) && (unicode.IsLower(first) || len(a.lines) > 1 && len(b.text()) > 40)
}

// unhyphenate puts words that were parted at the end of a line together: with
// their hyphen where the document has the word so elsewhere, or where what
// follows is no small letter; else without.
func (l *layout) unhyphenate(p *paragraph) {
	for i := 0; i+1 < len(p.lines); i++ {
		a, b := p.lines[i].text, p.lines[i+1].text
		cut := strings.TrimRight(a, "-\u2010\u00ad")
		if cut == a || len(a)-len(cut) > 3 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(cut)
		after, _ := utf8.DecodeRuneInString(b)
		if !unicode.IsLetter(before) || !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			continue
		}
		word, rest, _ := strings.Cut(b, " ")
		head := cut[strings.LastIndexAny(cut, " \t")+1:]
		hyphen := ""
		switch plain, parted := bare(head+word), bare(head+"-"+word); {
		case !unicode.IsLower(after) && !unicode.IsUpper(before):
			hyphen = "-"
		case l.known[plain]:
		case l.known[parted]:
			hyphen = "-"
		}
		p.lines[i].text = cut + hyphen + word
		p.lines[i+1].text = rest
	}
	p.lines = slices.DeleteFunc(p.lines, func(n line) bool { return n.text == "" })
}
