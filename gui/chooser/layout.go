package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"parallax/gui/palette"
)

// CreateRenderer draws the chooser in the middle of the window, which it dims.
func (c *Chooser) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{c: c, shade: canvas.NewRectangle(nil), ground: canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type renderer struct {
	c             *Chooser
	shade, ground *canvas.Rectangle
}

// The chooser leaves a margin of the window in sight, and grows no larger than
// names and dates need.
const (
	margin           = 24
	widest, tallest  = 980, 680
	placesShare      = 0.24
	placesLeast      = 150
	placesMost       = 200
	listLeast, above = 260, 320
)

func (r *renderer) Layout(size fyne.Size) {
	put(r.shade, 0, 0, size.Width, size.Height)
	wide := min(max(size.Width-2*margin, 0), widest)
	high := min(max(size.Height-2*margin, 0), tallest)
	x, y := (size.Width-wide)/2, (size.Height-high)/2
	put(r.ground, x, y, wide, high)
	put(r.c.content, x, y, wide, high)
}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(placesLeast+listLeast, above) }

func (r *renderer) paint() {
	colors := palette.Current()
	r.shade.FillColor = theme.Color(theme.ColorNameShadow)
	r.ground.FillColor, r.ground.CornerRadius = colors.Paper, 6
	r.ground.StrokeColor, r.ground.StrokeWidth = colors.Rule, 1
}

func (r *renderer) Refresh() {
	r.paint()
	r.c.content.Refresh()
	canvas.Refresh(r.c)
}

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.shade, r.ground, r.c.content}
}

func (r *renderer) Destroy() {}

// halves lays the places at the left and the list at the right, with a line
// between them.
type halves struct{}

func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*placesShare, placesLeast), placesMost)
	put(objects[0], 0, 0, left, size.Height)
	put(objects[1], left, 0, 1, size.Height)
	put(objects[2], left+1, 0, size.Width-left-1, size.Height)
}

func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(placesLeast, 60) }
