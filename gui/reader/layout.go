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

func (s Style) setting() setting {
	if s < 0 || int(s) >= len(settings) {
		s = Body
	}
	return settings[s]
}

// A line is a row of set text. The bytes between one line's end and the next
// line's start are the spaces it was broken at.
type line struct {
	start, end int32
	paragraph  int32
	y          float64 // of its top, in Fyne's units from the top of the text
}

// A layout is a document set to a column. All lengths are Fyne's units.
type layout struct {
	doc    *Document
	styles map[int]Style
	width  float32 // of the column
	size   float32 // of body text
	lines  []line
	height float64
	ruleY  float64 // of the thin line under the headline; 0: none
}

// ruleGap is the room around the line under the headline, as a share of the text size.
const ruleGap = 0.75

// newLayout breaks the document into lines no wider than width. It takes time
// in proportion to the text alone, whatever the text is.
func newLayout(doc *Document, styles map[int]Style, width, size float32) *layout {
	l := &layout{doc: doc, styles: styles, width: max(width, size), size: size}
	l.lines = make([]line, 0, len(doc.words)/8+len(doc.paragraphs))
	opened, y := false, 0.0
	for i := range doc.paragraphs {
		p := &doc.paragraphs[i]
		if p.first == p.last {
			continue
		}
		style := l.style(i)
		set := style.setting()
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
		y = l.breakParagraph(i, set, y) + float64(size*set.after)
	}
	l.height = y
	return l
}

func (l *layout) style(paragraph int) Style { return l.styles[paragraph] }

// sizeOf is the text size of a paragraph's style.
func (l *layout) sizeOf(paragraph int32) float32 {
	return l.size * l.style(int(paragraph)).setting().size
}

// lineHeight is the height of line i.
func (l *layout) lineHeight(i int) float32 {
	s := l.style(int(l.lines[i].paragraph)).setting()
	return l.size * s.size * s.leading
}

// breakParagraph fills lines first-fit and returns the y below the last.
func (l *layout) breakParagraph(i int, set setting, y float64) float64 {
	d := l.doc
	p := &d.paragraphs[i]
	size := l.size * set.size
	room := l.width / size // ems
	space := d.ruler.space(set.bold)
	high := float64(size * set.leading)
	start, end := int32(p.Start), int32(p.Start)
	x := float32(0)
	flush := func(next uint32) {
		l.lines = append(l.lines, line{start, end, int32(i), y})
		y += high
		start, end, x = int32(next), int32(next), 0
	}
	for n := p.first; n < p.last; n++ {
		w := &d.words[n]
		wide := w.width
		if set.bold {
			wide = d.ruler.width(d.text[w.start:w.end], p.levelsOf(int(w.start), int(w.end)), p.simple, true)
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
	flush(uint32(p.End))
	return y
}

// lineAt returns the index of the line at height y: the last that starts above
// it, the first for a y above all; -1 when there is none.
func (l *layout) lineAt(y float64) int {
	i := sort.Search(len(l.lines), func(i int) bool { return l.lines[i].y > y }) - 1
	return min(max(i, 0), len(l.lines)-1)
}

// lineOf returns the index of the line offset stands on; -1 when there is none.
func (l *layout) lineOf(offset int) int {
	i := sort.Search(len(l.lines), func(i int) bool { return int(l.lines[i].start) > offset }) - 1
	return min(max(i, 0), len(l.lines)-1)
}

// extent returns the y of the top of span's first line and of the bottom of its
// last; zero for a text without lines.
func (l *layout) extent(s data.Span) (top, bottom float64) {
	if len(l.lines) == 0 {
		return 0, 0
	}
	a := l.lineOf(s.Start)
	b := a
	if s.End > s.Start {
		b = max(a, l.lineOf(s.End-1))
	}
	return l.lines[a].y, l.lines[b].y + float64(l.lineHeight(b))
}

// averageLetter is the width of a letter of running text, spaces included, as a
// share of the text size.
const averageLetter = 0.53

// widestColumn is the letters a line holds at most.
const widestColumn = 68
