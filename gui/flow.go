package gui

import "fyne.io/fyne/v2"

// flow lays objects out like words: left to right, on the next line when the
// line is full. Its height follows from the width it had last.
type flow struct {
	gap   float32
	width float32
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range objects {
		widest = fyne.Max(widest, o.MinSize().Width)
	}
	return fyne.NewSize(widest, f.place(objects, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// place hands each visible object its place and returns the height of all.
func (f *flow) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	width := f.width
	if width == 0 {
		width = 220 // before the first layout: the notes panel's usual width
	}
	var x, y, high float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if x > 0 && x+s.Width > width {
			x, y, high = 0, y+high+f.gap, 0
		}
		put(o, fyne.NewPos(x, y), s)
		x += s.Width + f.gap
		high = fyne.Max(high, s.Height)
	}
	return y + high
}
