package store

import (
	"context"
	"slices"
	"testing"
	"time"

	"parallax/data"
)

func TestNotesOfAllEventsAreListedAndCounted(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	first := s.event
	a, b := s.addReport("The Courier", bridgeText), s.addReport("Abendpost", "A different text.")
	second := data.Event{ID: data.NewID(), Title: "The market burns", Created: now()}
	must(t, s.AddEvent(ctx, second))
	s.event = second.ID
	c := s.addReport("The Courier", "Another report.")
	note := func(event data.ID, r data.Report, body, author string, tags ...string) data.Note {
		s.event = event
		n := s.note(r, 0, 9, body, tags...)
		n.Author = author
		return n
	}
	both := note(first, a, "on both", "Ada", "NA")
	both.Anchors = append(both.Anchors, data.MakeAnchor(&b, data.Right, data.Span{Start: 0, End: 1}))
	whole := note(first, b, "on the second", "", "EM")
	whole.Anchors = []data.Anchor{{ReportID: b.ID, Side: data.Right}}
	loose := note(second.ID, c, "lost words", "Bo", "NA", "EM")
	notes := []data.Note{
		both, whole, loose,
		{ID: data.NewID(), EventID: second.ID, Body: "on the event", Created: now(), Updated: now()},
	}
	for i := range notes {
		notes[i].Created = now().Add(time.Duration(i) * time.Hour)
	}
	must(t, s.SaveNotes(ctx, notes))
	must(t, s.SaveNote(ctx, note(first, a, "deleted", "Ada")))
	removed := note(first, a, "deleted too", "Ada", "NA")
	must(t, s.SaveNote(ctx, removed))
	must(t, s.RemoveNote(ctx, removed.ID))
	deleted, err := s.Notes(ctx, first)
	must(t, err)
	must(t, s.RemoveNote(ctx, deleted[2].ID))
	page, err := s.Source(ctx, c.ID)
	must(t, err)
	c.Text = "Nothing."
	s.change(c, page)

	list := func(f data.NoteFilter, order data.NoteOrder, skip, limit int) (bodies []string) {
		t.Helper()
		got, err := s.ListNotes(ctx, f, order, skip, limit)
		must(t, err)
		for _, n := range got {
			bodies = append(bodies, n.Body)
			if n.EventTitle == "" || len(n.Outlets) != len(n.Anchors) || slices.Contains(n.Outlets, "") {
				t.Errorf("incomplete: %+v", n)
			}
		}
		counts, err := s.CountNotes(ctx, f)
		must(t, err)
		if skip == 0 && limit > len(got) && counts.All != len(got) {
			t.Errorf("%+v: %d counted, %d listed", f, counts.All, len(got))
		}
		return bodies
	}
	for _, c := range []struct {
		filter data.NoteFilter
		want   []string
	}{
		{data.NoteFilter{}, []string{"on the event", "lost words", "on the second", "on both"}},
		{data.NoteFilter{Event: first}, []string{"on the second", "on both"}},
		{data.NoteFilter{Outlet: "The Courier"}, []string{"lost words", "on both"}},
		{data.NoteFilter{Tag: "NA", Author: "Ada"}, []string{"on both"}},
		{data.NoteFilter{Words: "lost"}, []string{"lost words"}},
		{data.NoteFilter{Words: "ostermark"}, []string{"on both"}},
		{data.NoteFilter{Tied: data.TiedNoMore}, []string{"lost words"}},
		{data.NoteFilter{Tied: data.TiedToEvent}, []string{"on the event"}},
		{data.NoteFilter{Tied: data.TiedToReport}, []string{"on the second"}},
		{data.NoteFilter{Tied: data.TiedToWords}, []string{"lost words", "on both"}},
		{data.NoteFilter{From: notes[1].Created, Until: notes[3].Created}, []string{"lost words", "on the second"}},
		{data.NoteFilter{Author: "nobody"}, nil},
	} {
		same(t, "list", list(c.filter, data.NewestFirst, 0, 10), c.want)
	}
	same(t, "by event", list(data.NoteFilter{}, data.ByEvent, 0, 10), []string{"lost words", "on the event", "on both", "on the second"})
	same(t, "by author", list(data.NoteFilter{}, data.ByAuthor, 0, 10), []string{"on the event", "on the second", "on both", "lost words"})
	same(t, "a part", list(data.NoteFilter{}, data.NewestFirst, 1, 2), []string{"lost words", "on the second"})
	counts, err := s.CountNotes(ctx, data.NoteFilter{})
	must(t, err)
	same(t, "counts", counts, data.NoteCounts{
		All:     4,
		Tags:    []data.NoteCount{{Of: "EM", N: 2}, {Of: "NA", N: 2}},
		Outlets: []data.NoteCount{{Of: "Abendpost", N: 2}, {Of: "The Courier", N: 2}},
		Authors: []data.NoteCount{{Of: "", N: 2}, {Of: "Ada", N: 1}, {Of: "Bo", N: 1}},
	})
}
