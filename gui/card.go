package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A card is a raised piece of the screen that can be clicked: an event on the
// shelf, a note. The selected one has a ring, not only another colour.
type card struct {
	widget.BaseWidget
	OnTapped   func()
	OnMenu     func(at fyne.Position) // right click; at is absolute
	OnHover    func(in bool)
	content    fyne.CanvasObject
	hovered    bool
	flat       bool // no card behind it unless hovered or selected
	selected   bool
	padX, padY float32
}

var (
	_ fyne.Tappable          = (*card)(nil)
	_ fyne.SecondaryTappable = (*card)(nil)
	_ desktop.Hoverable      = (*card)(nil)
)

func newCard(content fyne.CanvasObject, onTapped func()) *card {
	c := &card{content: content, OnTapped: onTapped, padX: 10, padY: 8}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped tells of a click.
func (c *card) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// TappedSecondary tells of a right click.
func (c *card) TappedSecondary(e *fyne.PointEvent) {
	if c.OnMenu != nil {
		c.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn lights the card.
func (c *card) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved does nothing.
func (c *card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the card go dark again.
func (c *card) MouseOut() { c.hover(false) }

func (c *card) hover(in bool) {
	c.hovered = in
	c.Refresh()
	if c.OnHover != nil {
		c.OnHover(in)
	}
}

// CreateRenderer draws the card behind its content.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c, back: canvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius = 5
	r.Refresh()
	return r
}

type cardRenderer struct {
	card *card
	back *canvas.Rectangle
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.card.content.Move(fyne.NewPos(r.card.padX, r.card.padY))
	r.card.content.Resize(fyne.NewSize(size.Width-2*r.card.padX, size.Height-2*r.card.padY))
}

func (r *cardRenderer) MinSize() fyne.Size {
	return r.card.content.MinSize().AddWidthHeight(2*r.card.padX, 2*r.card.padY)
}

func (r *cardRenderer) Refresh() {
	colors := palette.Current()
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = colors.Card, colors.Rule, 1
	if r.card.flat && !r.card.selected {
		r.back.FillColor, r.back.StrokeColor = color.Transparent, color.Transparent
	}
	if r.card.hovered && !r.card.selected {
		r.back.StrokeColor = colors.Muted
	}
	if r.card.selected {
		r.back.StrokeColor, r.back.StrokeWidth = colors.Text, 2
	}
	r.back.Refresh()
	r.card.content.Refresh()
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.card.content}
}

func (r *cardRenderer) Destroy() {}
