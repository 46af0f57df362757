package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// A tableHead names the reports over the columns of a table.
type tableHead struct {
	widget.BaseWidget
	names []string
	cols  func(width float32) []strip // of the reports; none: the rows name them
	times float32                     // how much larger than usual the names are
}

func newTableHead(names []string, cols func(width float32) []strip) *tableHead {
	h := &tableHead{names: names, cols: cols, times: 1}
	h.ExtendBaseWidget(h)
	return h
}

const (
	headHeight = 26
	namesText  = 12
)

// SizeBy makes the names so many times as large.
func (h *tableHead) SizeBy(times float32) { h.times *= times }

// HeightFor is that of one line.
func (h *tableHead) HeightFor(width float32) float32 {
	if len(h.cols(width)) == 0 {
		return rowAir
	}
	return headHeight * h.times
}

// CreateRenderer draws the names.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	r := &tableHeadRenderer{h: h, line: canvas.NewRectangle(color.Black)}
	for range h.names {
		t := canvas.NewText("", color.Black)
		t.TextSize, t.TextStyle.Bold = namesText*h.times, true
		r.texts = append(r.texts, t)
	}
	return r
}

type tableHeadRenderer struct {
	h     *tableHead
	texts []*canvas.Text
	line  *canvas.Rectangle
}

func (r *tableHeadRenderer) Layout(size fyne.Size) {
	cols := r.h.cols(size.Width)
	for i, t := range r.texts {
		if t.Hidden = i >= len(cols); t.Hidden {
			continue
		}
		c := cols[i]
		t.Text = bidi.Part(fitted(r.h.names[i], c.width, t.TextSize, t.TextStyle), false)
		t.Move(fyne.NewPos(c.x+tintAir, 5))
		t.Resize(t.MinSize())
	}
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.Refresh()
}

func (r *tableHeadRenderer) MinSize() fyne.Size { return fyne.NewSize(100, r.h.HeightFor(100)) }

func (r *tableHeadRenderer) Refresh() {
	c := palette.Current()
	r.line.FillColor = c.Rule
	for i, t := range r.texts {
		t.Color = c.Report(i)
	}
	canvas.Refresh(r.h)
}

func (r *tableHeadRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.line}
	for _, t := range r.texts {
		list = append(list, t)
	}
	return list
}

func (r *tableHeadRenderer) Destroy() {}
