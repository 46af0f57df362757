package gui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"parallax/assets"
	"parallax/gui/palette"
)

// drawn calls visit with what Fyne draws of o, one by one, with every picture of
// the window.
func drawn(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			drawn(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			drawn(c, visit)
		}
	case *canvas.Text:
		if o.Text != "" {
			visit(o)
		}
	case *canvas.Rectangle:
		stroke := o.StrokeWidth > 0 && o.StrokeColor != nil && o.StrokeColor != color.Transparent
		if o.FillColor != nil && o.FillColor != color.Transparent || stroke {
			visit(o)
		}
	default:
		visit(o)
	}
}

// Every object drawn costs time with every picture, whether anyone sees it or not:
// none is drawn that takes up no room.
func TestNothingOfNoSizeIsDrawn(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF7)
	for i, v := range b.room.views {
		b.room.show(i)
		b.settle()
		n := 0
		drawn(b.window.Canvas().Content(), func(o fyne.CanvasObject) {
			n++
			if r, ok := o.(*canvas.Rectangle); ok && (r.Size().Width == 0 || r.Size().Height == 0) {
				t.Errorf("%s: a rectangle of %v is drawn", v.Name(), r.Size())
			}
		})
		if n < 60 {
			t.Errorf("%s: %d objects are drawn", v.Name(), n)
		}
	}
}

// The sign of a mark is drawn in one picture beside its name, not line by line.
func TestSignIsDrawnInOnePicture(t *testing.T) {
	b := newBench(t, Options{})
	var signs []fyne.CanvasObject
	for _, s := range b.room.foot.signs() {
		signs = append(signs, s)
	}
	signs = append(signs, pointerSigns(assets.Kinds()[:1], map[string]bool{}, func(string, bool) {})...)
	for _, o := range signs {
		s := o.(*sign)
		want := 2
		if s.code != "" {
			want = 3 // its letters
		}
		for range 2 { // shown, then hidden, which strikes the name through
			s.Resize(s.MinSize())
			n := 0
			drawn(s, func(fyne.CanvasObject) { n++ })
			if n != want {
				t.Errorf("%q is drawn in %d pieces, not %d", s.text, n, want)
			}
			s.Tapped(nil)
			want++
		}
	}
}

// So is the bar of a share, under its word.
func TestShareIsDrawnInOnePicture(t *testing.T) {
	newBench(t, Options{})
	for name, want := range map[string]int{"": 1, "patient": 2} {
		s := newShare(name, 0.25)
		s.Resize(fyne.NewSize(40, s.MinSize().Height))
		n := 0
		drawn(s, func(fyne.CanvasObject) { n++ })
		if n != want {
			t.Errorf("a share with the word %q is drawn in %d pieces, not %d", name, n, want)
		}
		img, c := s.bar(40, shareHeight), palette.Current()
		if img.At(9, 2) != color.Color(color.RGBA(c.Muted)) || img.At(10, 2) == img.At(9, 2) || img.At(39, 0) != img.At(10, 2) {
			t.Errorf("a quarter is filled %v, %v, %v", img.At(9, 2), img.At(10, 2), img.At(39, 0))
		}
	}
}
