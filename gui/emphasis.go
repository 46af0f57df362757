package gui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// An emphasis is text of which some words are bold, wrapped between words in the
// room it is given. Fyne's own rich text breaks the first word behind a bold one
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
	line := fyne.MeasureText("Åg", e.size, fyne.TextStyle{}).Height
	var x, y float32
	put := func(p emphaticPart, gap string) {
		style := fyne.TextStyle{Bold: p.bold}
		if n := len(e.lines); x > 0 && n > 0 && e.lines[n-1].TextStyle == style {
			last := e.lines[n-1]
			last.Text += gap + p.text
			x = last.Position().X + fyne.MeasureText(last.Text, e.size, style).Width
			return
		}
		if gap != "" {
			x += fyne.MeasureText(gap, e.size, fyne.TextStyle{}).Width
		}
		t := canvas.NewText(p.text, color.Black)
		t.TextSize, t.TextStyle = e.size, style
		t.Move(fyne.NewPos(x, y))
		e.lines = append(e.lines, t)
		x += fyne.MeasureText(p.text, e.size, style).Width
	}
	room := width * 0.93 // a word is broken by the mean width of its letters
	space := fyne.MeasureText(" ", e.size, fyne.TextStyle{}).Width
	for _, w := range e.words {
		gap := ""
		if x > 0 {
			if gap = " "; x+space+e.wide(w) > width {
				x, y, gap = 0, y+line, ""
			}
		}
		for _, p := range w.parts {
			for _, piece := range fitWords(p.text, room, e.size, fyne.TextStyle{Bold: p.bold}) {
				if gap == "" && x > 0 && x+fyne.MeasureText(piece, e.size, fyne.TextStyle{Bold: p.bold}).Width > width {
					x, y = 0, y+line
				}
				put(emphaticPart{piece, p.bold}, gap)
				gap = ""
			}
		}
		if w.ends {
			x, y = 0, y+line
		}
	}
	if x > 0 {
		y += line
	}
	e.high = y
	for _, t := range e.lines {
		t.Resize(t.MinSize())
	}
	e.paint()
}

func (e *emphasis) wide(w emphaticWord) float32 {
	var wide float32
	for _, p := range w.parts {
		wide += fyne.MeasureText(p.text, e.size, fyne.TextStyle{Bold: p.bold}).Width
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
