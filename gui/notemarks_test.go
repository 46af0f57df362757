package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"parallax/data"
	"parallax/gui/reader"
)

func TestOverlappingNotesAreToldApart(t *testing.T) {
	note := func(id string, start, end int) data.Note {
		return data.Note{ID: data.ID(id), Anchors: []data.Anchor{{ReportID: "r", Span: data.Span{Start: start, End: end}, Quote: "x"}}}
	}
	notes := []data.Note{note("a", 0, 20), note("b", 5, 10), note("c", 8, 30), note("d", 25, 40), note("e", 5, 10)}
	marks, pins := noteMarks(notes, "r", "c")
	var levels []int
	lit := 0
	for _, m := range marks {
		if m.Kind == reader.Lit {
			lit++
			continue
		}
		levels = append(levels, m.Start, m.Group)
	}
	if want := []int{0, 0, 5, 1, 8, 2, 25, 0}; !slices.Equal(levels, want) || lit != 1 {
		t.Errorf("levels %v, want %v; %d lit", levels, want, lit)
	}
	if len(pins) != 5 {
		t.Errorf("%d pins", len(pins))
	}
}

func TestTenThousandNotesOnOnePassage(t *testing.T) {
	b := newBench(t, Options{})
	r := b.session.Side(data.Left)
	anchor := data.MakeAnchor(r, data.Left, data.Span{Start: 0, End: 6})
	notes := make([]data.Note, 10_000)
	for i := range notes {
		notes[i] = data.Note{ID: data.NewID(), EventID: b.session.Event().ID, Anchors: []data.Anchor{anchor}, Body: "again"}
	}
	marks, pins := noteMarks(notes, r.ID, "")
	if len(marks) != 1 || len(pins) != len(notes) {
		t.Errorf("%d marks, %d pins", len(marks), len(pins))
	}
	p := b.room.notes
	p.SetNotes(notes, "")
	if n := len(p.list.Objects); n != fewCards+1 {
		t.Errorf("%d cards and buttons", n)
	}
	if !shows(p.content, "10000") {
		t.Error("the panel does not say how many there are")
	}
	p.SetNotes(notes, notes[7000].ID)
	if p.editor == nil || p.editor.id != notes[7000].ID || !slices.Contains(p.list.Objects, fyne.CanvasObject(p.editor.card)) {
		t.Error("the open note has no card")
	}
	for range 2 * mostCards / fewCards {
		p.grow()
	}
	p.page(1)
	p.page(-1)
	if n := len(p.cards); n < mostCards-1 || n > mostCards {
		t.Errorf("%d cards", n)
	}
}

// A click on the pins of several notes opens the first of them, and each click
// after it the next, from the last on the first again.
func TestGatheredPinsOpenOneNoteAfterTheOther(t *testing.T) {
	notes := []data.Note{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}
	pins := []reader.Pin{{ID: 1}, {ID: 2}, {ID: 3}}
	open := data.ID("a")
	for _, want := range []data.ID{"b", "c", "d", "b"} {
		if open = nextNote(notes, pins, open); open != want {
			t.Errorf("opened %q, want %q", open, want)
		}
	}
	if id := nextNote(notes, []reader.Pin{{ID: 4}}, "a"); id != "" {
		t.Errorf("a note that is gone opened %q", id)
	}
}
