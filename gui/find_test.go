package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"testing"

	"parallax/gui/keyed"
)

// walk visits an object and everything drawn in it.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			walk(c, visit)
		}
	}
}

// shows reports whether text is somewhere on o.
func shows(o fyne.CanvasObject, text string) bool {
	found := false
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			found = found || strings.Contains(o.Text, text)
		case *widget.Label:
			found = found || strings.Contains(o.Text, text)
		}
	})
	return found
}

// buttonNamed returns the button with a name.
func buttonNamed(t *testing.T, o fyne.CanvasObject, name string) *keyed.Button {
	t.Helper()
	var b *keyed.Button
	walk(o, func(o fyne.CanvasObject) {
		if c, ok := o.(*keyed.Button); ok && c.Text == name {
			b = c
		}
	})
	if b == nil {
		t.Fatalf("no button %q", name)
	}
	return b
}

// What the finder found is said in whole, clear of the button that closes it, in
// the narrowest window too.
func TestFinderSaysWhatItFoundInWhole(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	r.find()
	test.Type(r.finder.query, "e")
	for _, width := range []float32{1340, 1110, 1024, 860} {
		b.window.Resize(fyne.NewSize(width, 640))
		b.settle()
		l := r.finder.counts
		if l.Text == "" || l.Size().Width < textWidth(l)-1 {
			t.Errorf("%v wide: %q has %v of %v", width, l.Text, l.Size().Width, textWidth(l))
		}
	}
	if strings.Contains(r.finder.counts.Text, "in A") {
		t.Errorf("in a narrow window: %q", r.finder.counts.Text)
	}
	b.window.Resize(fyne.NewSize(1340, 720))
	if !strings.Contains(r.finder.counts.Text, "in A") {
		t.Errorf("in a wide window: %q", r.finder.counts.Text)
	}
}
