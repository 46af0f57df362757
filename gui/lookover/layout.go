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

// leftMiddle puts words at the left, in the middle of the height, and asks for
// no width, so that long words never widen the window.
type leftMiddle struct{}

func (leftMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		high := o.MinSize().Height
		put(o, 0, (size.Height-high)/2, size.Width, high)
	}
}

func (leftMiddle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(fyne.NewSize(0, o.MinSize().Height))
	}
	return m
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
	leftMiddle{}.Layout(objects, size)
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
