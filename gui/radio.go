package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/keyed"
)

// A radio is one of several names of which one is chosen. By the keys Space or
// Enter chooses it and the arrows choose its neighbours; other keys it leaves to
// what it stands in, so that Escape closes that.
type radio struct {
	widget.BaseWidget
	text    string
	on      bool
	focused bool
	choose  func()
	step    func(by int)
}

var (
	_ fyne.Tappable      = (*radio)(nil)
	_ fyne.Focusable     = (*radio)(nil)
	_ desktop.Cursorable = (*radio)(nil)
)

// newRadios returns names below each other, the one at chosen chosen; set is told
// which the reader chooses.
func newRadios(names []string, chosen int, set func(int)) *fyne.Container {
	list := make([]*radio, len(names))
	box := container.NewVBox()
	choose := func(i int) {
		for n, r := range list {
			r.on = n == i
			r.Refresh()
		}
		set(i)
	}
	for i, name := range names {
		r := &radio{text: name, on: i == chosen, choose: func() { choose(i) }}
		r.step = func(by int) {
			if to := i + by; to >= 0 && to < len(list) {
				focus(list[to])
				choose(to)
			}
		}
		r.ExtendBaseWidget(r)
		list[i] = r
		box.Add(r)
	}
	return box
}

// focus gives a widget the keys.
func focus(o interface {
	fyne.CanvasObject
	fyne.Focusable
}) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(o)
	}
}

// Tapped chooses the name.
func (r *radio) Tapped(*fyne.PointEvent) { focus(r); r.choose() }

// Cursor is a pointing hand.
func (r *radio) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows a ring.
func (r *radio) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost takes it away.
func (r *radio) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune does nothing.
func (r *radio) TypedRune(rune) {}

// TypedKey chooses the name or a neighbour.
func (r *radio) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.choose()
	case fyne.KeyDown:
		r.step(1)
	case fyne.KeyUp:
		r.step(-1)
	default:
		keyed.Leave(r, k)
	}
}

// CreateRenderer draws the ring, the sign and the name.
func (r *radio) CreateRenderer() fyne.WidgetRenderer {
	d := &radioRenderer{r: r, ring: canvas.NewRectangle(nil), sign: canvas.NewImageFromResource(nil), text: canvas.NewText(r.text, nil)}
	d.ring.CornerRadius = 4
	d.Refresh()
	return d
}

type radioRenderer struct {
	r    *radio
	ring *canvas.Rectangle
	sign *canvas.Image
	text *canvas.Text
}

func (d *radioRenderer) Layout(size fyne.Size) {
	pad, icon := theme.InnerPadding(), theme.IconInlineSize()
	d.ring.Resize(size)
	d.sign.Move(fyne.NewPos(pad, (size.Height-icon)/2))
	d.sign.Resize(fyne.NewSquareSize(icon))
	high := d.text.MinSize().Height
	d.text.Move(fyne.NewPos(2*pad+icon, (size.Height-high)/2))
	d.text.Resize(fyne.NewSize(size.Width-2*pad-icon, high))
}

func (d *radioRenderer) MinSize() fyne.Size {
	pad, icon, text := theme.InnerPadding(), theme.IconInlineSize(), d.text.MinSize()
	return fyne.NewSize(3*pad+icon+text.Width, fyne.Max(icon, text.Height)+pad)
}

func (d *radioRenderer) Refresh() {
	d.sign.Resource = theme.NewColoredResource(theme.RadioButtonIcon(), theme.ColorNamePlaceHolder)
	if d.r.on {
		d.sign.Resource = theme.NewColoredResource(theme.RadioButtonCheckedIcon(), theme.ColorNamePrimary)
	}
	d.ring.StrokeWidth = 0
	if d.r.focused {
		d.ring.StrokeWidth, d.ring.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
	}
	d.text.Color, d.text.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
	d.sign.Refresh()
	canvas.Refresh(d.r)
}

func (d *radioRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.ring, d.sign, d.text}
}

func (d *radioRenderer) Destroy() {}
