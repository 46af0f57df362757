package lookover

import "fyne.io/fyne/v2"

// stack lays objects below each other, each as wide as there is room.
type stack struct{ gap float32 }

func (s *stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		high := o.MinSize().Height
		put(o, 0, y, size.Width, high)
		y += high + s.gap
	}
}

func (s *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if m.Height > 0 {
			m.Height += s.gap
		}
		size := o.MinSize()
		m.Width = max(m.Width, size.Width)
		m.Height += size.Height
	}
	return m
}

// inset leaves room around its objects.
type inset struct{ left, right, top, bottom float32 }

func (i *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, i.left, i.top, size.Width-i.left-i.right, size.Height-i.top-i.bottom)
	}
}

func (i *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(i.left+i.right, i.top+i.bottom)
}

// panes lays the page at the left and the form at the right, with a line
// between them.
type panes struct{}

// The form takes a share of the width within bounds.
const (
	formShare          = 0.31
	formLeast, formMax = 300, 440
)

func (panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	page, line, form := objects[0], objects[1], objects[2]
	wide := max(formLeast, min(size.Width*formShare, formMax))
	put(page, 0, 0, size.Width-wide-1, size.Height)
	put(line, size.Width-wide-1, 0, 1, size.Height)
	put(form, size.Width-wide, 0, wide, size.Height)
}

func (panes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	page, form := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(page.Width+1+formLeast, max(page.Height, form.Height))
}

// centered gives words the width they need, in the middle of the height.
type centered struct{}

func (centered) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		high := o.MinSize().Height
		put(o, 0, (size.Height-high)/2, size.Width, high)
	}
}

func (centered) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}

// frame lays the first object along the top, the last along the bottom and the
// middle one between them, with nothing in between.
type frame struct{}

func (frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, middle, bottom := objects[0], objects[1], objects[2]
	above, below := whole(top.MinSize().Height), whole(bottom.MinSize().Height)
	put(top, 0, 0, size.Width, above)
	put(middle, 0, above, size.Width, size.Height-above-below)
	put(bottom, 0, size.Height-below, size.Width, below)
}

func (frame) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		size := o.MinSize()
		m = fyne.NewSize(max(m.Width, size.Width), m.Height+size.Height)
	}
	return m
}

// headLine lays out the name of a field, what is said about it, and at the
// right what can be done.
type headLine struct{ gap float32 }

func (h *headLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name, said, do := objects[0], objects[1], objects[2]
	left, right := name.MinSize().Width, do.MinSize().Width
	put(name, 0, 0, left, size.Height)
	put(said, left+h.gap, 0, max(0, size.Width-left-right-2*h.gap), size.Height)
	put(do, size.Width-right, 0, right, size.Height)
}

func (h *headLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(objects[0].MinSize().Height, objects[2].MinSize().Height))
}

// beside gives the second object the width it needs, at the right, and the
// first the rest, also while the second is not shown.
type beside struct{ gap float32 }

func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := objects[1].MinSize()
	put(objects[0], 0, 0, size.Width-right.Width-b.gap, size.Height)
	put(objects[1], size.Width-right.Width, (size.Height-right.Height)/2, right.Width, right.Height)
}

func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+b.gap+right.Width, max(left.Height, right.Height))
}

// wrapped lays objects out like words: left to right, on the next line where
// one is full. Its height follows from the width it had last.
type wrapped struct {
	gap   float32
	width float32
}

func (w *wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.width = size.Width
	w.place(objects, put)
}

func (w *wrapped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, w.place(objects, func(fyne.CanvasObject, float32, float32, float32, float32) {}))
}

func (w *wrapped) place(objects []fyne.CanvasObject, put func(o fyne.CanvasObject, x, y, wide, high float32)) (height float32) {
	var x, y, high float32
	for _, o := range objects {
		size := o.MinSize()
		if x > 0 && w.width > 0 && x+size.Width > w.width {
			x, y, high = 0, y+high+w.gap, 0
		}
		put(o, x, y, size.Width, size.Height)
		x += size.Width + w.gap
		high = max(high, size.Height)
	}
	return y + high
}
