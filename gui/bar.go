package gui

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"parallax/gui/palette"
)

// A bar is one line of a chart: a name, how many there are, and a bar as long
// as their share of the most.
type bar struct {
	pressable
	name   string
	style  int // whose colour the bar has; -1: none
	share  float32
	number int
}

func newBar(name string, style int, onTapped func()) *bar {
	b := &bar{name: name, style: style}
	b.OnTapped = onTapped
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the bar under its name.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{bar: b, line: canvas.NewRectangle(color.Transparent), name: canvas.NewText("", color.Black), number: canvas.NewText("", color.Black)}
	r.number.Alignment = fyne.TextAlignTrailing
	r.Refresh()
	return r
}

type barRenderer struct {
	bar          *bar
	line         *canvas.Rectangle
	name, number *canvas.Text
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 30) }

func (r *barRenderer) Layout(size fyne.Size) {
	high := r.name.MinSize().Height
	n := r.number.MinSize().Width
	r.name.Text = r.bar.name
	for letters := 60; r.name.MinSize().Width > size.Width-n-8 && letters > 3; letters -= 3 {
		r.name.Text = shorten(r.bar.name, letters)
	}
	r.name.Move(fyne.NewPos(0, 2))
	r.name.Resize(fyne.NewSize(size.Width-n, high))
	r.number.Move(fyne.NewPos(size.Width-n, 2))
	r.number.Resize(fyne.NewSize(n, high))
	r.line.Move(fyne.NewPos(0, high+4))
	r.line.Resize(fyne.NewSize(fyne.Max(2, size.Width*r.bar.share), 5))
}

func (r *barRenderer) Refresh() {
	c := palette.Current()
	r.name.TextSize, r.number.TextSize = theme.Size(theme.SizeNameCaptionText), theme.Size(theme.SizeNameCaptionText)
	r.number.Text = fmt.Sprint(r.bar.number)
	r.name.Color, r.number.Color, r.line.FillColor = c.Text, c.Text, c.RibbonBold
	if r.bar.style >= 0 {
		r.line.FillColor = c.Family(r.bar.style)
	}
	if r.bar.hovered {
		r.name.Color = c.Selected
	}
	r.Layout(r.bar.Size())
	r.line.Refresh()
	r.name.Refresh()
	r.number.Refresh()
}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line, r.name, r.number}
}

func (r *barRenderer) Destroy() {}
