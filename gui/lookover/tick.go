package lookover

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A tick is a small check box with which the reader agrees with a fact.
type tick struct {
	widget.BaseWidget
	OnTapped func()
	OnEscape func()

	checked, focused bool
}

func newTick(tapped, escape func()) *tick {
	t := &tick{OnTapped: tapped, OnEscape: escape}
	t.ExtendBaseWidget(t)
	return t
}

// SetChecked shows whether the reader agreed.
func (t *tick) SetChecked(checked bool) {
	if t.checked != checked {
		t.checked = checked
		t.Refresh()
	}
}

// Tapped, FocusGained, FocusLost, TypedKey and TypedRune are what a reader
// does to a tick.
func (t *tick) Tapped(*fyne.PointEvent) {
	if t.OnTapped != nil {
		t.OnTapped()
	}
}

// FocusGained is described at Tapped.
func (t *tick) FocusGained() {
	t.focused = true
	t.Refresh()
}

// FocusLost is described at Tapped.
func (t *tick) FocusLost() {
	t.focused = false
	t.Refresh()
}

// TypedKey is described at Tapped.
func (t *tick) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace:
		t.Tapped(nil)
	case fyne.KeyEscape:
		t.OnEscape()
	}
}

// TypedRune is described at Tapped.
func (t *tick) TypedRune(rune) {}

// Cursor is the hand of what can be clicked.
func (t *tick) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer returns what draws the tick.
func (t *tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{
		t: t, ring: canvas.NewRectangle(nil), box: canvas.NewRectangle(nil),
		short: canvas.NewLine(nil), long: canvas.NewLine(nil), text: canvas.NewText("", nil),
	}
	r.take()
	return r
}

type tickRenderer struct {
	t           *tick
	ring, box   *canvas.Rectangle
	short, long *canvas.Line
	text        *canvas.Text
}

func (r *tickRenderer) Destroy() {}

func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.box, r.short, r.long, r.text}
}

// take reads what is to be shown from the tick and the theme.
func (r *tickRenderer) take() {
	c := palette.Current()
	r.text.TextSize, r.text.Color = theme.CaptionTextSize(), c.Muted
	r.text.Text = lang.L("agree")
	if r.t.checked {
		r.text.Text, r.text.Color = lang.L("agreed"), c.Text
	}
	r.box.StrokeWidth, r.box.CornerRadius, r.box.StrokeColor, r.box.FillColor = 1.5, 3, c.Muted, c.Card
	if r.t.checked {
		r.box.StrokeColor, r.box.FillColor = c.Text, c.Text
	}
	for _, l := range []*canvas.Line{r.short, r.long} {
		l.StrokeColor, l.StrokeWidth, l.Hidden = c.Paper, 2, !r.t.checked
	}
	r.ring.StrokeWidth, r.ring.StrokeColor, r.ring.CornerRadius, r.ring.Hidden = 2, c.Selected, 4, !r.t.focused
}

const tickBox = 14

func (r *tickRenderer) MinSize() fyne.Size {
	// The wider of both words, so that agreeing moves nothing.
	w := max(fyne.MeasureText(lang.L("agree"), theme.CaptionTextSize(), fyne.TextStyle{}).Width,
		fyne.MeasureText(lang.L("agreed"), theme.CaptionTextSize(), fyne.TextStyle{}).Width)
	return fyne.NewSize(tickBox+14+w, max(r.text.MinSize().Height, tickBox+4))
}

func (r *tickRenderer) Layout(size fyne.Size) {
	put(r.ring, 0, 0, size.Width, size.Height)
	mid := size.Height / 2
	put(r.box, 4, mid-tickBox/2, tickBox, tickBox)
	r.short.Position1, r.short.Position2 = fyne.NewPos(7, mid), fyne.NewPos(10, mid+3)
	r.long.Position1, r.long.Position2 = fyne.NewPos(10, mid+3), fyne.NewPos(15, mid-3.5)
	text := r.text.MinSize()
	put(r.text, tickBox+9, mid-text.Height/2, text.Width, text.Height)
}

func (r *tickRenderer) Refresh() {
	r.take()
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}
