package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/palette"
)

// A badge is a report's letter in its shape: A in a square, B in a circle.
type badge struct {
	widget.BaseWidget
	side data.Side
}

func newBadge(side data.Side) *badge {
	b := &badge{side: side}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the badge.
func (b *badge) CreateRenderer() fyne.WidgetRenderer {
	r := &badgeRenderer{badge: b, shape: canvas.NewRectangle(color.Black), text: canvas.NewText(b.side.Letter(), color.White)}
	r.text.TextStyle.Bold, r.text.TextSize = true, 12
	r.Refresh()
	return r
}

type badgeRenderer struct {
	badge *badge
	shape *canvas.Rectangle
	text  *canvas.Text
}

func (r *badgeRenderer) Layout(size fyne.Size) {
	r.shape.CornerRadius = 4
	if r.badge.side == data.Right {
		r.shape.CornerRadius = 10
	}
	r.shape.Resize(fyne.NewSize(20, 20))
	r.shape.Move(fyne.NewPos(0, (size.Height-20)/2))
	t := r.text.MinSize()
	r.text.Resize(t)
	r.text.Move(fyne.NewPos((20-t.Width)/2, (size.Height-t.Height)/2))
}

func (r *badgeRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(20) }

func (r *badgeRenderer) Refresh() {
	colors := palette.Current()
	r.shape.FillColor, r.text.Color = colors.Outlet(r.badge.side), colors.Paper
	r.shape.Refresh()
	r.text.Refresh()
}

func (r *badgeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.shape, r.text} }

func (r *badgeRenderer) Destroy() {}
