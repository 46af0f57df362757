package gui

import (
	"fyne.io/fyne/v2"

	"parallax/data"
	"parallax/gui/reader"
)

// overPanes lays its two objects over the spread's two panes, whatever their widths.
type overPanes struct {
	spread *reader.Spread
	wanted func(data.Side) bool // nil: always
}

func (o *overPanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for side, object := range objects {
		x, w := o.spread.Column(data.Side(side), size.Width)
		if o.spread.Stacked() { // the panes lie on each other: each has half of their width
			w /= 2
			x += float32(side) * w
		}
		object.Move(fyne.NewPos(x, 0))
		object.Resize(fyne.NewSize(w, size.Height))
		o.show(data.Side(side), object, w > 0)
	}
}

// show hides what lies over a pane that has no room.
func (o *overPanes) show(side data.Side, object fyne.CanvasObject, room bool) {
	if room && (o.wanted == nil || o.wanted(side)) {
		object.Show()
	} else {
		object.Hide()
	}
}

func (o *overPanes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, object := range objects {
		if object.Visible() {
			high = fyne.Max(high, object.MinSize().Height)
		}
	}
	return fyne.NewSize(200, high)
}
