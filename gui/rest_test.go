package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/data/lens"
)

// To lay out again what did not change makes no new objects. Fyne lays out the
// widget a new object stands in, so one that made new ones then would be laid
// out and painted for ever, and the window never come to rest.
func TestLayingOutAgainMakesNothingNew(t *testing.T) {
	b := newBench(t, Options{})
	check := func(name string) {
		b.settle()
		widgets := 0
		walk(b.window.Canvas().Content(), func(o fyne.CanvasObject) {
			w, ok := o.(fyne.Widget)
			if !ok || !o.Visible() || o.Size().Width <= 0 {
				return
			}
			widgets++
			r := test.WidgetRenderer(w)
			before := slices.Clone(r.Objects())
			r.Layout(w.Size())
			if !slices.Equal(before, r.Objects()) {
				t.Errorf("%s: a %T of %v has other objects after it was laid out again", name, w, w.Size())
			}
		})
		if widgets < 20 {
			t.Errorf("%s: %d widgets", name, widgets)
		}
	}
	for i, v := range b.room.views {
		b.room.show(i)
		check(v.Name())
	}
	for _, k := range lens.Kinds {
		b.wordsOn(k)
		check(textOf(k).name)
	}
	b.room.show(sideBySideView)
	b.key(fyne.KeyF7)
	b.room.addNote()
	check("a note")
	b.showNotes()
	check("all notes")
}

// A field that leaves the window while it has the keys is told so.
func TestWhatLeavesTheWindowLosesTheKeys(t *testing.T) {
	b := newBench(t, Options{})
	b.showNotes()
	query := b.notes.query
	lost := false
	query.onFocusLost = func() { lost = true }
	if b.window.Canvas().Focused() != fyne.Focusable(query) {
		t.Fatal("the search does not have the keys")
	}
	b.showRoom()
	if !lost {
		t.Error("the search thinks it still has the keys")
	}
}
