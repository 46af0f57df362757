package gui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/keyed"
	"parallax/gui/palette"
)

// Segments are buttons in one row of which one is chosen: filled, in bold.
type segments struct {
	widget.BaseWidget
	OnChosen func(index int)
	names    []string
	chosen   int
	over     int // under the pointer; -1: none
	focused  bool
}

var (
	_ fyne.Tappable      = (*segments)(nil)
	_ fyne.Focusable     = (*segments)(nil)
	_ desktop.Hoverable  = (*segments)(nil)
	_ desktop.Cursorable = (*segments)(nil)
)

func newSegments(names []string, onChosen func(index int)) *segments {
	s := &segments{names: names, OnChosen: onChosen, over: -1}
	s.ExtendBaseWidget(s)
	return s
}

// Rename gives the segments other names, as many as before.
func (s *segments) Rename(names ...string) {
	if !slices.Equal(s.names, names) {
		s.names = names
		s.Refresh()
	}
}

// Select shows which one is chosen, without telling.
func (s *segments) Select(index int) {
	if s.chosen != index {
		s.chosen = index
		s.Refresh()
	}
}

func (s *segments) choose(index int) {
	if index >= 0 && index < len(s.names) && index != s.chosen {
		s.Select(index)
		s.OnChosen(index)
	}
}

func (s *segments) at(x float32) int {
	for i, w := range s.widths() {
		if x < w {
			return i
		}
		x -= w
	}
	return -1
}

// widths are the segments' widths: of their names in bold, so that nothing
// moves when another is chosen.
func (s *segments) widths() []float32 {
	list := make([]float32, len(s.names))
	for i, name := range s.names {
		list[i] = fyne.MeasureText(name, segmentText, fyne.TextStyle{Bold: true}).Width + 22
	}
	return list
}

// Tapped chooses the segment under the pointer.
func (s *segments) Tapped(e *fyne.PointEvent) { s.choose(s.at(e.Position.X)) }

// FocusGained shows a ring.
func (s *segments) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost takes it away.
func (s *segments) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune does nothing.
func (s *segments) TypedRune(rune) {}

// TypedKey goes to the segment before or after, or leaves the key to what they stand in.
func (s *segments) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		s.choose(s.chosen - 1)
	case fyne.KeyRight:
		s.choose(s.chosen + 1)
	default:
		keyed.Leave(s, k)
	}
}

// MouseIn lights what is under the pointer.
func (s *segments) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved lights what is under the pointer.
func (s *segments) MouseMoved(e *desktop.MouseEvent) {
	if i := s.at(e.Position.X); i != s.over {
		s.over = i
		s.Refresh()
	}
}

// MouseOut lets it go dark again.
func (s *segments) MouseOut() { s.over = -1; s.Refresh() }

// Cursor is a hand.
func (s *segments) Cursor() desktop.Cursor { return desktop.PointerCursor }

const (
	segmentText   = 12
	segmentHeight = 28
)

// CreateRenderer draws the segments.
func (s *segments) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentsRenderer{s: s, frame: canvas.NewRectangle(color.Transparent)}
	for _, name := range s.names {
		back, text := canvas.NewRectangle(color.Transparent), canvas.NewText(name, color.Black)
		text.TextSize = segmentText
		r.backs, r.texts = append(r.backs, back), append(r.texts, text)
	}
	r.Refresh()
	return r
}

type segmentsRenderer struct {
	s     *segments
	frame *canvas.Rectangle
	backs []*canvas.Rectangle
	texts []*canvas.Text
}

func (r *segmentsRenderer) MinSize() fyne.Size {
	var wide float32
	for _, w := range r.s.widths() {
		wide += w
	}
	return fyne.NewSize(wide, segmentHeight)
}

func (r *segmentsRenderer) Layout(size fyne.Size) {
	x, y := float32(0), (size.Height-segmentHeight)/2
	for i, w := range r.s.widths() {
		r.backs[i].Move(fyne.NewPos(x+2, y+2))
		r.backs[i].Resize(fyne.NewSize(w-4, segmentHeight-4))
		t := r.texts[i].MinSize()
		r.texts[i].Move(fyne.NewPos(x+(w-t.Width)/2, y+(segmentHeight-t.Height)/2))
		r.texts[i].Resize(t)
		x += w
	}
	r.frame.Move(fyne.NewPos(0, y))
	r.frame.Resize(fyne.NewSize(x, segmentHeight))
}

func (r *segmentsRenderer) Refresh() {
	c := palette.Current()
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth, r.frame.CornerRadius = c.Button, c.Rule, 1, 6
	if r.s.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = c.Selected, 2
	}
	for i := range r.backs {
		r.backs[i].CornerRadius, r.texts[i].Text = 5, r.s.names[i]
		r.backs[i].FillColor, r.texts[i].Color, r.texts[i].TextStyle.Bold = color.Transparent, c.Text, false
		switch {
		case i == r.s.chosen:
			r.backs[i].FillColor, r.texts[i].Color, r.texts[i].TextStyle.Bold = c.Text, c.Paper, true
		case i == r.s.over:
			r.backs[i].FillColor = c.Track()
		}
		r.backs[i].Refresh()
		r.texts[i].Refresh()
	}
	r.frame.Refresh()
	r.Layout(r.s.Size())
}

func (r *segmentsRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.frame}
	for i := range r.backs {
		list = append(list, r.backs[i], r.texts[i])
	}
	return list
}

func (r *segmentsRenderer) Destroy() {}
