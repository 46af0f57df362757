package gui

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// An emphasis is text of which some words are bold, wrapped between words in the
// room it is given, each paragraph from the side it is read from. Fyne's own rich text breaks the first word behind a bold one
// letter by letter where the line has no room for it, and measures each line many
// times over.
type emphasis struct {
	widget.BaseWidget
	words []emphaticWord
	size  float32
	width float32 // the lines were set for
	high  float32
	lines []*canvas.Text // one for each run of words alike in a line
}

// An emphaticWord is what stands together in a line: parts that follow each other
// without a space, of which some are bold.
type emphaticWord struct {
	parts []emphaticPart
	ends  bool // the line ends behind it
}

type emphaticPart struct {
	text string
	bold bool
}

// newEmphasis shows segments of text; one that is not inline ends its line.
func newEmphasis(segments []widget.RichTextSegment) *emphasis {
	e := &emphasis{words: emphaticWords(segments), size: theme.TextSize()}
	e.ExtendBaseWidget(e)
	return e
}

func emphaticWords(segments []widget.RichTextSegment) []emphaticWord {
	var words []emphaticWord
	open := false // the last word may go on
	for _, s := range segments {
		t := s.(*widget.TextSegment)
		rest := t.Text
		for rest != "" {
			end := strings.IndexFunc(rest, isBlank)
			if end == 0 {
				open, rest = false, strings.TrimLeftFunc(rest, isBlank)
				continue
			}
			if end < 0 {
				end = len(rest)
			}
			part := emphaticPart{rest[:end], t.Style.TextStyle.Bold}
			if open {
				last := &words[len(words)-1]
				last.parts = append(last.parts, part)
			} else {
				words = append(words, emphaticWord{parts: []emphaticPart{part}})
			}
			open, rest = true, rest[end:]
		}
		if !t.Style.Inline {
			if !open && (len(words) == 0 || words[len(words)-1].ends) {
				words = append(words, emphaticWord{}) // an empty line
			}
			words[len(words)-1].ends, open = true, false
		}
	}
	return words
}

// isBlank reports whether a line may be broken at a letter.
func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// set lays the words out in lines at most width wide.
func (e *emphasis) set(width float32) {
	e.width, e.lines = width, nil
	high := fyne.MeasureText("Åg", e.size, fyne.TextStyle{}).Height
	y := float32(0)
	for from := 0; from < len(e.words); {
		to := from
		for to < len(e.words)-1 && !e.words[to].ends {
			to++
		}
		to++
		var said strings.Builder
		for _, w := range e.words[from:to] {
			for _, p := range w.parts {
				said.WriteString(p.text)
			}
			said.WriteByte(' ')
		}
		rtl := bidi.FromRight(said.String())
		for _, line := range e.broken(e.words[from:to], width) {
			e.place(line, rtl, y)
			y += high
		}
		from = to
	}
	e.high = y
	for _, t := range e.lines {
		t.Resize(t.MinSize())
	}
	e.paint()
}

// broken breaks a paragraph's words into lines at most width wide, each of parts
// alike, with the blanks between words; one line at least.
func (e *emphasis) broken(words []emphaticWord, width float32) [][]emphaticPart {
	var lines [][]emphaticPart
	var line []emphaticPart
	x := float32(0)
	flush := func() { lines, line, x = append(lines, line), nil, 0 }
	put := func(p emphaticPart, gap string) {
		switch n := len(line); {
		case n > 0 && line[n-1].bold == p.bold:
			line[n-1].text += gap + p.text
			x += e.measure(emphaticPart{gap + p.text, p.bold})
			return
		case gap != "":
			g := emphaticPart{text: gap}
			line = append(line, g)
			x += e.measure(g)
		}
		line = append(line, p)
		x += e.measure(p)
	}
	space := e.measure(emphaticPart{text: " "})
	for _, w := range words {
		gap := ""
		if x > 0 {
			if gap = " "; x+space+e.wide(w) > width {
				flush()
				gap = ""
			}
		}
		for _, p := range w.parts {
			for _, piece := range fitWords(p.text, width, e.size, p.style()) {
				p := emphaticPart{piece, p.bold}
				if gap == "" && x > 0 && x+e.measure(p) > width {
					flush()
				}
				put(p, gap)
				gap = ""
			}
		}
	}
	return append(lines, line)
}

// place puts the parts of a line at a height. Words read from the right stand
// where they are read, and a paragraph of them begins at the right.
func (e *emphasis) place(line []emphaticPart, rtl bool, y float32) {
	x := float32(0)
	put := func(p emphaticPart) {
		if strings.TrimFunc(p.text, isBlank) != "" {
			t := canvas.NewText(p.text, color.Black)
			t.TextSize, t.TextStyle = e.size, p.style()
			t.Move(fyne.NewPos(x, y))
			e.lines = append(e.lines, t)
		}
		x += e.measure(p)
	}
	var said strings.Builder
	for _, p := range line {
		said.WriteString(p.text)
	}
	if text := said.String(); rtl || bidi.Turns(text) {
		first := len(e.lines)
		for _, u := range bidi.Units(text, rtl) {
			for _, p := range cutTo(line, u) {
				put(p)
			}
		}
		if rtl {
			for _, t := range e.lines[first:] {
				t.Move(t.Position().AddXY(e.width-x, 0))
			}
		}
		return
	}
	for _, p := range line {
		put(p)
	}
}

// cutTo returns what a unit has of a line's parts, from left to right.
func cutTo(line []emphaticPart, u bidi.Unit) []emphaticPart {
	var parts []emphaticPart
	at := 0
	for _, p := range line {
		from, to := max(u.From, at), min(u.To, at+len(p.text))
		if from < to {
			text := p.text[from-at : to-at]
			if from == u.From && to == u.To {
				text = u.Shown
			}
			parts = append(parts, emphaticPart{text, p.bold})
		}
		at += len(p.text)
	}
	if u.Turned {
		slices.Reverse(parts)
	}
	return parts
}

func (p emphaticPart) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.bold} }

func (e *emphasis) measure(p emphaticPart) float32 {
	return fyne.MeasureText(p.text, e.size, p.style()).Width
}

func (e *emphasis) wide(w emphaticWord) float32 {
	var wide float32
	for _, p := range w.parts {
		wide += e.measure(p)
	}
	return wide
}

func (e *emphasis) paint() {
	for _, t := range e.lines {
		t.Color = palette.Current().Text
	}
}

// CreateRenderer draws the lines.
func (e *emphasis) CreateRenderer() fyne.WidgetRenderer { return &emphasisRenderer{e} }

type emphasisRenderer struct{ e *emphasis }

func (r *emphasisRenderer) Layout(size fyne.Size) {
	if r.e.width != size.Width {
		r.e.set(size.Width)
		canvas.Refresh(r.e) // its height may be another now
	}
}

func (r *emphasisRenderer) MinSize() fyne.Size {
	if r.e.width == 0 {
		return fyne.NewSize(1, r.e.size)
	}
	return fyne.NewSize(1, r.e.high)
}

// Refresh takes on the letters and colours of the theme.
func (r *emphasisRenderer) Refresh() {
	if size := theme.TextSize(); size != r.e.size {
		r.e.size = size
		if r.e.width > 0 {
			r.e.set(r.e.width)
		}
	}
	r.e.paint()
	canvas.Refresh(r.e)
}

func (r *emphasisRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.e.lines))
	for i, t := range r.e.lines {
		objects[i] = t
	}
	return objects
}

func (r *emphasisRenderer) Destroy() {}
