package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// painted is a canvas object whose colours follow the theme.
type painted struct {
	widget.BaseWidget
	fill func(*palette.Colors) color.Color
	edge bool // around the area, as around a field
	min  fyne.Size
}

// newFill returns a plain area in the colour that pick chooses, at least of size
// min. The window itself is paper: a large fill of paper on it would only cost
// time in every frame where there is no graphics card.
func newFill(min fyne.Size, pick func(*palette.Colors) color.Color) *painted {
	p := &painted{fill: pick, min: min}
	p.ExtendBaseWidget(p)
	return p
}

// clearRoom is a place of at least size min with nothing in it. The window's own paper,
// which is seen there, is not quite that of fills.
func clearRoom(min fyne.Size) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(min)
	return r
}

// CreateRenderer draws the area.
func (p *painted) CreateRenderer() fyne.WidgetRenderer {
	r := &paintedRenderer{painted: p, rect: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type paintedRenderer struct {
	painted *painted
	rect    *canvas.Rectangle
}

func (r *paintedRenderer) Layout(size fyne.Size)        { r.rect.Resize(size) }
func (r *paintedRenderer) MinSize() fyne.Size           { return r.painted.min }
func (r *paintedRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *paintedRenderer) Destroy()                     {}
func (r *paintedRenderer) Refresh() {
	r.paint()
	r.rect.Refresh()
}

func (r *paintedRenderer) paint() {
	c := palette.Current()
	r.rect.FillColor = r.painted.fill(c)
	if r.painted.edge {
		r.rect.StrokeColor, r.rect.StrokeWidth, r.rect.CornerRadius = c.Edge, theme.InputBorderSize(), theme.InputRadiusSize()
	}
}

// edged lays the edge of a field around a choice, which Fyne leaves without.
func edged(s *choice) fyne.CanvasObject {
	edge := newFill(fyne.Size{}, func(*palette.Colors) color.Color { return color.Transparent })
	edge.edge = true
	return container.NewStack(s, edge)
}

func desk(c *palette.Colors) color.Color  { return c.Desk }
func paper(c *palette.Colors) color.Color { return c.Paper }
func rule(c *palette.Colors) color.Color  { return c.Rule }

// mat is what the picture of a printed page lies on: another white than the page's
// in every look, so that the page's edges are seen.
func mat(c *palette.Colors) color.Color {
	if c.Desk == c.Paper {
		return c.Ribbon
	}
	return c.Desk
}

func padded(content fyne.CanvasObject, air float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(air, air, air, air), content)
}

// onDesk lays content on the desk's colour with some air around it.
func onDesk(content fyne.CanvasObject, air float32) fyne.CanvasObject {
	return container.NewStack(newFill(fyne.Size{}, desk), padded(content, air))
}

// words returns a label that wraps.
func words(text string, style fyne.TextStyle) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, style)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// small returns a line of small grey text that is cut where the room ends.
func small(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance, l.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// textWidth is the room a label's whole text takes.
func textWidth(l fyne.CanvasObject) float32 {
	label, ok := l.(*widget.Label)
	if !ok {
		return l.MinSize().Width
	}
	size := theme.Size(theme.SizeNameText)
	if label.SizeName != "" {
		size = theme.Size(label.SizeName)
	}
	return fyne.MeasureText(label.Text, size, label.TextStyle).Width + 2*theme.InnerPadding() + 1
}

// heading returns a small bold line over a list.
func heading(text string) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.SizeName = theme.SizeNameCaptionText
	return l
}
