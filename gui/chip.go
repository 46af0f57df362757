package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A chip is a small rounded label: a tag. One that is on is filled and has a
// tick in front, so that it is told without colour.
type chip struct {
	widget.BaseWidget
	OnTapped func() // nil: it only shows
	text     string
	on       bool
	hovered  bool
}

var (
	_ fyne.Tappable      = (*chip)(nil)
	_ desktop.Hoverable  = (*chip)(nil)
	_ desktop.Cursorable = (*chip)(nil)
)

func newChip(text string, on bool, onTapped func()) *chip {
	c := &chip{text: text, on: on, OnTapped: onTapped}
	c.ExtendBaseWidget(c)
	return c
}

// Set turns the chip on or off.
func (c *chip) Set(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// Tapped tells of a click.
func (c *chip) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// MouseIn lights a chip that can be clicked.
func (c *chip) MouseIn(*desktop.MouseEvent) { c.hovered = c.OnTapped != nil; c.Refresh() }

// MouseMoved does nothing.
func (c *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets it go dark again.
func (c *chip) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor is a hand over a chip that can be clicked.
func (c *chip) Cursor() desktop.Cursor {
	if c.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer draws the chip.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black)}
	for i := range r.tick {
		r.tick[i] = canvas.NewLine(color.Black)
		r.tick[i].StrokeWidth = 1.5
	}
	r.text.TextSize = 11
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip *chip
	back *canvas.Rectangle
	text *canvas.Text
	tick [2]*canvas.Line // drawn: the font has no tick, and looking for one in the system's fonts takes long
}

const tickWidth = 12

func (r *chipRenderer) Layout(size fyne.Size) {
	r.back.CornerRadius = size.Height / 2
	r.back.Resize(size)
	t := r.text.MinSize()
	r.text.Resize(t)
	x, y := (size.Width-t.Width)/2, size.Height/2
	if r.chip.on {
		x += tickWidth / 2
		from := x - tickWidth
		r.tick[0].Position1, r.tick[0].Position2 = fyne.NewPos(from, y), fyne.NewPos(from+3, y+3.5)
		r.tick[1].Position1, r.tick[1].Position2 = fyne.NewPos(from+3, y+3.5), fyne.NewPos(from+8.5, y-4)
	}
	r.text.Move(fyne.NewPos(x, (size.Height-t.Height)/2))
}

func (r *chipRenderer) MinSize() fyne.Size {
	size := r.text.MinSize().AddWidthHeight(16, 6)
	if r.chip.on {
		size.Width += tickWidth
	}
	return size
}

func (r *chipRenderer) Refresh() {
	colors := palette.Current()
	r.text.Text, r.text.Color = r.chip.text, colors.Text
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = colors.Card, colors.Muted, 1
	if r.chip.on {
		r.back.FillColor, r.back.StrokeColor = colors.OnlyTint, colors.Text
	}
	if r.chip.hovered {
		r.back.StrokeColor = colors.Selected
	}
	for _, l := range r.tick {
		l.StrokeColor, l.Hidden = colors.Text, !r.chip.on
		l.Refresh()
	}
	r.Layout(r.chip.Size())
	r.back.Refresh()
	r.text.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.text, r.tick[0], r.tick[1]}
}

func (r *chipRenderer) Destroy() {}
