package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// A cutText is one line of text that is cut where its room ends: at its end as it
// is read, whichever side that is on.
type cutText struct {
	widget.BaseWidget
	text string
	bold bool
}

func newCutText(bold bool) *cutText {
	t := &cutText{bold: bold}
	t.ExtendBaseWidget(t)
	return t
}

// SetText shows other words.
func (t *cutText) SetText(text string) {
	if t.text != text {
		t.text = text
		t.Refresh()
	}
}

// CreateRenderer draws the line.
func (t *cutText) CreateRenderer() fyne.WidgetRenderer {
	r := &cutTextRenderer{t: t, line: canvas.NewText("", color.Black)}
	r.line.TextStyle.Bold = t.bold
	r.Refresh()
	return r
}

type cutTextRenderer struct {
	t    *cutText
	line *canvas.Text
}

func (r *cutTextRenderer) Layout(size fyne.Size) {
	air := theme.InnerPadding()
	r.line.Text = bidi.Line(fitted(r.t.text, size.Width-2*air, r.line.TextSize, r.line.TextStyle))
	r.line.Move(fyne.NewPos(air, (size.Height-r.line.MinSize().Height)/2))
	r.line.Resize(r.line.MinSize())
}

func (r *cutTextRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, r.line.MinSize().Height+2*theme.InnerPadding())
}

func (r *cutTextRenderer) Refresh() {
	r.line.TextSize, r.line.Color = theme.Size(theme.SizeNameText), palette.Current().Text
	r.Layout(r.t.Size())
	r.line.Refresh()
}

func (r *cutTextRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *cutTextRenderer) Destroy() {}

// fitted cuts text to a width.
func fitted(text string, width, size float32, style fyne.TextStyle) string {
	for n := len([]rune(text)); n > 3 && fyne.MeasureText(text, size, style).Width > width; {
		n = int(float32(n) * 0.93)
		text = shorten(text, n)
	}
	return text
}
