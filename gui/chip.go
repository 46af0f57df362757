package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
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

// SetText gives the chip another name.
func (c *chip) SetText(text string) {
	if c.text != text {
		c.text = text
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
	r.tick = widget.NewIcon(theme.ConfirmIcon())
	r.text.TextSize = 11
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip *chip
	back *canvas.Rectangle
	text *canvas.Text
	tick *widget.Icon // a picture: the font has no tick, and a look through the system's fonts takes long
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
		r.tick.Resize(fyne.NewSquareSize(tickWidth))
		r.tick.Move(fyne.NewPos(x-tickWidth-1, y-tickWidth/2))
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
	if r.tick.Hidden = !r.chip.on; r.chip.on {
		r.tick.Refresh()
	}
	r.Layout(r.chip.Size())
	r.back.Refresh()
	r.text.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.text, r.tick}
}

func (r *chipRenderer) Destroy() {}
