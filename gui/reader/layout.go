package reader

import (
	"sort"

	"parallax/data"
)

// A Style is how a paragraph is set.
type Style int

// The styles of paragraphs.
const (
	Body Style = iota
	Headline
	Standfirst
	Subhead
)

// setting is a style in numbers: size and gaps as shares of the text size,
// leading as a share of the style's own size.
type setting struct {
	size, leading float32
	before, after float32
	bold          bool
}

var settings = [...]setting{
	Body:       {size: 1, leading: 1.5, after: 0.62},
	Headline:   {size: 1.45, leading: 1.25, after: 0.35, bold: true},
	Standfirst: {size: 1.1, leading: 1.42, after: 0.55},
	Subhead:    {size: 1.04, leading: 1.4, before: 0.45, after: 0.3, bold: true},
}

// known is s, or Body for one that nobody knows.
func (s Style) known() Style {
	if s < 0 || int(s) >= len(settings) {
		return Body
	}
	return s
}

// A line is a row of set text. In a text set in its own order, the bytes between
// one line's end and the next line's start are the spaces it was broken at.
type line struct {
	start, end int32
	paragraph  int32
	rank       int32   // index of the rank it stands in; 0 in a text in its own order
	y          float64 // of its top, in Fyne's units from the top of the text
}

// A layout is a document set to a column. All lengths are Fyne's units.
type layout struct {
	doc    *Document
	styles map[int]Style
	width  float32                // of the column
	size   float32                // of body text
	loose  float32                // how much further apart lines stand than usual
	set    [len(settings)]setting // by style
	lines  []line
	height float64
	ruleY  float64 // of the thin line under the headline; 0: none

	ranks  []setRank // the text in ranks; nil: it stands in its own order
	places []int32   // with ranks: the lines by their start
}

// ruleGap is the room around the line under the headline, as a share of the text size.
const ruleGap = 0.75

// newLayout breaks the document into lines no wider than width. It takes time
// in proportion to the text alone, whatever the text is.
func newLayout(doc *Document, styles map[int]Style, width float32, t Type) *layout {
	size := t.Size
	l := emptyLayout(doc, styles, width, t)
	l.lines = make([]line, 0, len(doc.words)/8+len(doc.paragraphs))
	opened, y := false, 0.0
	for i := range doc.paragraphs {
		p := &doc.paragraphs[i]
		if p.first == p.last {
			continue
		}
		style := l.style(i)
		set := l.setting(int32(i))
		switch head := style == Headline || style == Standfirst; {
		case head && len(l.lines) == 0:
			opened = true
		case !head && opened:
			opened = false
			y += float64(size * (ruleGap - 0.3))
			l.ruleY = y
			y += float64(size * ruleGap)
		}
		if len(l.lines) > 0 {
			y += float64(size * set.before)
		}
		y = l.breakParagraph(i, p.Span, set, 0, y) + float64(size*set.after)
	}
	l.height = y
	return l
}

// emptyLayout is a layout without lines. Styles larger than body text give way,
// down to its size, where a word of theirs has no room in a line.
func emptyLayout(doc *Document, styles map[int]Style, width float32, t Type) *layout {
	l := &layout{doc: doc, styles: styles, width: max(width, t.Size), size: t.Size, loose: t.stretch(), set: settings}
	for i, style := range styles {
		if s := &l.set[style.known()]; s.size > 1 && i < len(doc.paragraphs) {
			if wide := doc.widestIn(i, s.bold) * t.Size; wide*s.size > l.width {
				s.size = max(1, 0.999*l.width/wide)
			}
		}
	}
	return l
}

func (l *layout) style(paragraph int) Style { return l.styles[paragraph] }

// setting is how a paragraph is set here.
func (l *layout) setting(paragraph int32) setting { return l.set[l.style(int(paragraph)).known()] }

// sizeOf is the text size of a paragraph's style.
func (l *layout) sizeOf(paragraph int32) float32 { return l.size * l.setting(paragraph).size }

// lineHeight is the height of line i.
func (l *layout) lineHeight(i int) float32 {
	s := l.setting(l.lines[i].paragraph)
	return l.size * s.size * s.leading * l.loose
}

// breakParagraph fills lines first-fit with the part of paragraph i that lies in
// piece, and returns the y below the last.
func (l *layout) breakParagraph(i int, piece data.Span, set setting, rank int32, y float64) float64 {
	d := l.doc
	p := &d.paragraphs[i]
	first, last := p.first, p.last
	if piece != p.Span {
		first = max(first, int32(d.wordFrom(piece.Start)))
		for last > first && int(d.words[last-1].start) >= piece.End {
			last--
		}
	}
	size := l.size * set.size
	room := l.width / size // ems
	space := d.ruler.space(set.bold)
	high := float64(size * set.leading * l.loose)
	start, end := int32(piece.Start), int32(piece.Start)
	x := float32(0)
	flush := func(next uint32) {
		l.lines = append(l.lines, line{start, end, int32(i), rank, y})
		y += high
		start, end, x = int32(next), int32(next), 0
	}
	for n := first; n < last; n++ {
		w := d.words[n]
		cut := int(w.start) < piece.Start || int(w.end) > piece.End
		if cut {
			w.start, w.end = max(w.start, uint32(piece.Start)), min(w.end, uint32(piece.End))
		}
		wide := w.width
		if set.bold || cut {
			wide = d.ruler.width(d.text[w.start:w.end], p.levelsOf(int(w.start), int(w.end)), p.simple, set.bold)
		}
		if x > 0 && x+wide > room {
			flush(w.start)
		}
		if wide > room {
			at := w.start
			d.ruler.cuts(d.text[w.start:w.end], p.simple, set.bold, func(cut int, advance float32) bool {
				if x > 0 && x+advance > room {
					end = int32(at)
					flush(at)
				}
				x += advance
				at = w.start + uint32(cut)
				return true
			})
		} else {
			x += wide
		}
		end = int32(w.end)
		x += space * float32(w.gap)
	}
	flush(uint32(piece.End))
	return y
}

// lineAt returns the index of the line at height y: the last that starts above
// it, the first for a y above all; -1 when there is none.
func (l *layout) lineAt(y float64) int {
	i := sort.Search(len(l.lines), func(i int) bool { return l.lines[i].y > y }) - 1
	return min(max(i, 0), len(l.lines)-1)
}

// lineOf returns the index of the line offset stands on, or of the nearest
// before it where no line has it; -1 when there is none.
func (l *layout) lineOf(offset int) int {
	at := func(i int) int { return i }
	if l.places != nil {
		at = func(i int) int { return int(l.places[i]) }
	}
	i := sort.Search(len(l.lines), func(i int) bool { return int(l.lines[at(i)].start) > offset }) - 1
	if i = min(max(i, 0), len(l.lines)-1); i < 0 {
		return -1
	}
	return at(i)
}

// lineFrom is lineOf, sooner for an offset not far from line near.
func (l *layout) lineFrom(near, offset int) int {
	if l.places != nil || near < 0 || near >= len(l.lines) {
		return l.lineOf(offset)
	}
	begins := func(i int) bool { return int(l.lines[i].start) <= offset }
	from, to, step := near, near+1, 1 // it is the last in [from, to) that begins so
	for from > 0 && !begins(from) {
		from, to, step = max(0, from-step), from, 2*step
	}
	for to < len(l.lines) && begins(to) {
		from, to, step = to, min(to+step, len(l.lines)), 2*step
	}
	for from+1 < to {
		if mid := (from + to) / 2; begins(mid) {
			from = mid
		} else {
			to = mid
		}
	}
	return from
}

// extent returns the y of the top of span's first line and of the bottom of its
// last in one stretch with it; zero for a text without lines.
func (l *layout) extent(s data.Span) (top, bottom float64) {
	top, bottom, _ = l.extentFrom(-1, s)
	return top, bottom
}

// extentFrom is extent, sooner for a span not far from line near. It returns the
// span's first line too.
func (l *layout) extentFrom(near int, s data.Span) (top, bottom float64, first int) {
	if len(l.lines) == 0 {
		return 0, 0, -1
	}
	first = l.lineFrom(near, s.Start)
	last := first
	if s.End > s.Start {
		if z := l.lineFrom(first, s.End-1); z > first && l.lines[z].rank == l.lines[first].rank {
			last = z
		}
	}
	return l.lines[first].y, l.lines[last].y + float64(l.lineHeight(last)), first
}

// linesOf returns the lines [first, last) among which span's are. In ranks they
// may be apart from each other, with other lines between.
func (l *layout) linesOf(s data.Span) (first, last int) {
	if len(l.lines) == 0 {
		return 0, 0
	}
	if l.ranks != nil {
		return 0, len(l.lines)
	}
	return l.lineOf(s.Start), l.lineOf(max(s.Start, s.End-1)) + 1
}

// has reports whether line i shows a part of span, or the place of an empty one.
func (l *layout) has(i int, s data.Span) bool {
	ln := &l.lines[i]
	if s.Empty() {
		return l.ranks == nil || int(ln.start) <= s.Start && s.Start <= int(ln.end)
	}
	return int(ln.start) < s.End && s.Start < int(ln.end)
}

// leads reports whether line i opens its paragraph, or a rank.
func (l *layout) leads(i int) bool {
	return i == 0 || l.lines[i-1].paragraph != l.lines[i].paragraph || l.lines[i-1].rank != l.lines[i].rank
}

// averageLetter is the width of a letter of running text, spaces included, as a
// share of the text size.
const averageLetter = 0.53
