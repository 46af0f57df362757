package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"testing"
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
func buttonNamed(t *testing.T, o fyne.CanvasObject, name string) *widget.Button {
	t.Helper()
	var b *widget.Button
	walk(o, func(o fyne.CanvasObject) {
		if c, ok := o.(*widget.Button); ok && c.Text == name {
			b = c
		}
	})
	if b == nil {
		t.Fatalf("no button %q", name)
	}
	return b
}
