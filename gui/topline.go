package gui

import "fyne.io/fyne/v2"

// A topLine lays out the line over the room: the event's title and what is known
// of it at the left, cut where the room ends, then the switch between the views,
// and at the right what can be done. Objects come in this order.
type topLine struct{}

const topGap = 10

func (topLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, about, views, tools := objects[0], objects[1], objects[2], objects[3]
	put := func(o fyne.CanvasObject, x, w float32) {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
	}
	right := size.Width - tools.MinSize().Width
	put(tools, right, tools.MinSize().Width)
	right -= views.MinSize().Width + topGap
	put(views, right, views.MinSize().Width)
	room := fyne.Max(0, right-topGap)
	wide := fyne.Min(room, textWidth(title))
	put(title, 0, wide)
	if room -= wide; room < 90 {
		about.Hide() // at no width at all a label would show its first letter
		return
	}
	about.Show()
	put(about, wide, room)
}

func (topLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	wide, high := float32(3*topGap), float32(0)
	for i, o := range objects {
		size := o.MinSize()
		if high = fyne.Max(high, size.Height); i >= 2 {
			wide += size.Width
		}
	}
	return fyne.NewSize(wide, high)
}
