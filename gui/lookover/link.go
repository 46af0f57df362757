package lookover

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A link is a few small words that do something when clicked. What it does
// has a key of its own, so the keyboard passes it by.
type link struct {
	widget.BaseWidget
	OnTapped func()

	text  string
	hover bool
}

func newLink(text string, tapped func()) *link {
	l := &link{OnTapped: tapped, text: text}
	l.ExtendBaseWidget(l)
	return l
}

// SetText shows other words.
func (l *link) SetText(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

// Tapped does what the link is for.
func (l *link) Tapped(*fyne.PointEvent) {
	if l.OnTapped != nil {
		l.OnTapped()
	}
}

// Cursor is the hand of what can be clicked.
func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn underlines the words, MouseOut no longer.
func (l *link) MouseIn(*desktop.MouseEvent) {
	l.hover = true
	l.Refresh()
}

// MouseMoved changes nothing.
func (l *link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is described at MouseIn.
func (l *link) MouseOut() {
	l.hover = false
	l.Refresh()
}

// CreateRenderer returns what draws the link.
func (l *link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{l: l, text: canvas.NewText("", nil), line: canvas.NewLine(nil)}
	r.take()
	return r
}

type linkRenderer struct {
	l    *link
	text *canvas.Text
	line *canvas.Line
}

func (r *linkRenderer) Destroy()                     {}
func (r *linkRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text, r.line} }
func (r *linkRenderer) MinSize() fyne.Size           { return r.text.MinSize() }

func (r *linkRenderer) take() {
	c := palette.Current()
	r.text.Text, r.text.Color, r.text.TextSize = r.l.text, c.Selected, theme.CaptionTextSize()
	r.line.StrokeColor, r.line.StrokeWidth, r.line.Hidden = c.Selected, 1, !r.l.hover
}

func (r *linkRenderer) Layout(size fyne.Size) {
	r.text.Resize(size)
	r.line.Position1, r.line.Position2 = fyne.NewPos(0, size.Height-2), fyne.NewPos(size.Width, size.Height-2)
}

func (r *linkRenderer) Refresh() {
	r.take()
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}
