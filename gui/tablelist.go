package gui

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A tableList is the names of tables under each other, each with how many rows
// it has; one is chosen. Empty tables are grey.
type tableList struct {
	widget.BaseWidget
	OnChosen func(index int)
	OnKey    func(*fyne.KeyEvent) bool
	names    []string
	counts   []int
	chosen   int
	over     int // under the pointer; -1: none
	focused  bool
}

var (
	_ fyne.Tappable      = (*tableList)(nil)
	_ fyne.Focusable     = (*tableList)(nil)
	_ desktop.Hoverable  = (*tableList)(nil)
	_ desktop.Cursorable = (*tableList)(nil)
)

const listStep = 26

func newTableList(names []string, onChosen func(int)) *tableList {
	l := &tableList{names: names, counts: make([]int, len(names)), OnChosen: onChosen, over: -1}
	l.ExtendBaseWidget(l)
	return l
}

// SetCounts shows how many rows each table has; nil: not known yet.
func (l *tableList) SetCounts(counts []int) {
	l.counts = counts
	l.Refresh()
}

// Select shows which one is chosen, without telling.
func (l *tableList) Select(index int) {
	l.chosen = index
	l.Refresh()
}

func (l *tableList) choose(index int) {
	if index >= 0 && index < len(l.names) && index != l.chosen {
		l.Select(index)
		l.OnChosen(index)
	}
}

// Tapped chooses the name under the pointer.
func (l *tableList) Tapped(e *fyne.PointEvent) { l.choose(int(e.Position.Y / listStep)) }

// FocusGained shows a ring.
func (l *tableList) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost takes it away.
func (l *tableList) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune does nothing.
func (l *tableList) TypedRune(rune) {}

// TypedKey goes to the name above or below.
func (l *tableList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		l.choose(l.chosen - 1)
	case fyne.KeyDown:
		l.choose(l.chosen + 1)
	default:
		l.OnKey(k)
	}
}

// MouseIn lights the name under the pointer.
func (l *tableList) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved lights the name under the pointer.
func (l *tableList) MouseMoved(e *desktop.MouseEvent) {
	if i := int(e.Position.Y / listStep); i != l.over {
		l.over = i
		l.Refresh()
	}
}

// MouseOut lets it go dark.
func (l *tableList) MouseOut() { l.over = -1; l.Refresh() }

// Cursor is a hand.
func (l *tableList) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the names.
func (l *tableList) CreateRenderer() fyne.WidgetRenderer {
	r := &tableListRenderer{l: l, ring: canvas.NewRectangle(color.Transparent)}
	for _, name := range l.names {
		back, text, count := canvas.NewRectangle(color.Transparent), canvas.NewText(name, color.Black), canvas.NewText("", color.Black)
		text.TextSize, count.TextSize, back.CornerRadius = 13, 12, 4
		r.backs, r.texts, r.counts = append(r.backs, back), append(r.texts, text), append(r.counts, count)
	}
	return r
}

type tableListRenderer struct {
	l      *tableList
	ring   *canvas.Rectangle
	backs  []*canvas.Rectangle
	texts  []*canvas.Text
	counts []*canvas.Text
}

func (r *tableListRenderer) MinSize() fyne.Size {
	wide := float32(0)
	for _, name := range r.l.names {
		wide = fyne.Max(wide, fyne.MeasureText(name, 13, fyne.TextStyle{Bold: true}).Width)
	}
	return fyne.NewSize(wide+64, float32(len(r.l.names))*listStep)
}

func (r *tableListRenderer) Layout(size fyne.Size) {
	for i := range r.backs {
		y := float32(i) * listStep
		r.backs[i].Move(fyne.NewPos(2, y+1))
		r.backs[i].Resize(fyne.NewSize(size.Width-4, listStep-2))
		t := r.texts[i].MinSize()
		r.texts[i].Move(fyne.NewPos(12, y+(listStep-t.Height)/2))
		r.texts[i].Resize(t)
		n := r.counts[i].MinSize()
		r.counts[i].Move(fyne.NewPos(size.Width-12-n.Width, y+(listStep-n.Height)/2))
		r.counts[i].Resize(n)
	}
	r.ring.Resize(size)
}

func (r *tableListRenderer) Refresh() {
	c := palette.Current()
	for i := range r.backs {
		chosen := i == r.l.chosen
		r.counts[i].Text = ""
		empty := false
		if i < len(r.l.counts) {
			r.counts[i].Text = strconv.Itoa(r.l.counts[i])
			empty = r.l.counts[i] == 0
		}
		r.backs[i].FillColor, r.texts[i].Color, r.counts[i].Color = color.Transparent, c.Text, c.Muted
		r.texts[i].TextStyle.Bold = chosen
		switch {
		case chosen:
			r.backs[i].FillColor, r.texts[i].Color, r.counts[i].Color = c.Text, c.Paper, c.Paper
		case i == r.l.over:
			r.backs[i].FillColor = c.Button
		}
		if empty && !chosen {
			r.texts[i].Color = c.Muted
		}
	}
	r.ring.CornerRadius, r.ring.StrokeWidth = 5, 0
	if r.l.focused {
		r.ring.StrokeColor, r.ring.StrokeWidth = c.Selected, 2
	}
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

func (r *tableListRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{}
	for i := range r.backs {
		list = append(list, r.backs[i], r.texts[i], r.counts[i])
	}
	return append(list, r.ring)
}

func (r *tableListRenderer) Destroy() {}
