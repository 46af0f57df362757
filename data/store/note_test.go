package store

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"parallax/data"
)

func TestASavedNoteTakesThePlaceOfTheOld(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	a, b := s.addReport("The Courier", bridgeText), s.addReport("Abendpost", "A different text.")
	first, second := s.note(a, 0, 9, "first", "NA"), s.note(a, 10, 16, "second")
	must(t, s.SaveNote(ctx, first))
	must(t, s.SaveNote(ctx, second))
	first.Body = "first, thought over"
	first.Tags = []string{"WO", "NA", "WO"}
	first.Updated = now().Add(time.Minute)
	first.Anchors = append(first.Anchors, data.MakeAnchor(&b, data.Left, data.Span{Start: 2, End: 11}))
	must(t, s.SaveNote(ctx, first))
	list := func() []data.Note {
		t.Helper()
		notes, err := s.Notes(ctx, s.event)
		must(t, err)
		return notes
	}
	same(t, "notes", list(), []data.Note{first, second})
	must(t, s.RemoveNote(ctx, first.ID))
	same(t, "after a removal", list(), []data.Note{second})
	must(t, s.RestoreNote(ctx, first.ID))
	same(t, "after bringing it back", list(), []data.Note{first, second})
	must(t, s.RemoveNote(ctx, first.ID))
	must(t, s.SaveNote(ctx, first))
	same(t, "after saving a removed one", list(), []data.Note{first, second})
}

func TestANoteOnAnOlderTextIsTiedAnew(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	n := s.note(r, 10, 16, "written while the report was looked over again")
	given := n.Anchors[0]
	page, err := s.Source(ctx, r.ID)
	must(t, err)
	r.Text = "Old\n" + r.Text
	s.change(r, page)
	must(t, s.SaveNote(ctx, n))
	if n.Anchors[0] != given {
		t.Error("the caller's note was changed")
	}
	notes, err := s.Notes(ctx, s.event)
	must(t, err)
	if a := notes[0].Anchors[0]; a.Loose || a.Of(r.Text) != "bridge" || a.Start != 14 {
		t.Errorf("anchor: %+v", a)
	}
}

func TestANoteThatCannotBeKeptChangesNothing(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	kept := s.note(r, 0, 9, "as it was", "NA")
	must(t, s.SaveNote(ctx, kept))
	for what, change := range map[string]func(*data.Note){
		"NUL in the text":   func(n *data.Note) { n.Body = "a\x00b" },
		"text not UTF-8":    func(n *data.Note) { n.Body = "\xff" },
		"tag not UTF-8":     func(n *data.Note) { n.Tags = []string{"NA", "\xff"} },
		"half a letter":     func(n *data.Note) { n.Anchors[0].Quote = "\xc3" },
		"no such report":    func(n *data.Note) { n.Anchors[0].ReportID = "nobody's" },
		"no such side":      func(n *data.Note) { n.Anchors[0].Side = 2 },
		"no such event":     func(n *data.Note) { n.EventID = "nobody's" },
		"anchor without ID": func(n *data.Note) { n.Anchors[0].ReportID = "" },
	} {
		n := s.note(r, 0, 9, "changed")
		n.ID = kept.ID
		change(&n)
		if err := s.SaveNote(ctx, n); err == nil {
			t.Errorf("%s: saved", what)
		}
	}
	notes, err := s.Notes(ctx, s.event)
	must(t, err)
	same(t, "notes", notes, []data.Note{kept})
	var p *data.Problem
	if err := s.SaveNote(ctx, data.Note{ID: "x", EventID: s.event, Body: "\x00"}); !errors.As(err, &p) {
		t.Errorf("not in plain words: %v", err)
	}
}

func TestANoteKeepsStrangeText(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	for _, body := range []string{
		"", "'; DROP TABLE note; --", "a\u0302\u0302" + strings.Repeat("\u0301", 500), "\u202eturned", "\x02\x03\x1b[31m",
		"![x](http://example.invalid/x.png)", "👩‍👩‍👧 \U000e0041", strings.Repeat("x", 1<<20),
	} {
		n := s.note(r, 0, 9, body, body)
		must(t, s.SaveNote(ctx, n))
		notes, err := s.Notes(ctx, s.event)
		must(t, err)
		if got := notes[len(notes)-1]; got.Body != body || got.Tags[0] != body {
			t.Errorf("%.20q came back as %.20q", body, got.Body)
		}
	}
}

func TestACallThatIsGivenUpSaysSoAndChangesNothing(t *testing.T) {
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.SaveNote(ctx, s.note(r, 0, 9, "x")); !errors.Is(err, context.Canceled) {
		t.Errorf("save: %v", err)
	}
	if _, err := s.Notes(ctx, s.event); !errors.Is(err, context.Canceled) {
		t.Errorf("list: %v", err)
	}
	if _, err := s.Search(ctx, "bridge", 5); !errors.Is(err, context.Canceled) {
		t.Errorf("search: %v", err)
	}
	// The one connection is free again.
	notes, err := s.Notes(context.Background(), s.event)
	must(t, err)
	if len(notes) != 0 {
		t.Errorf("notes: %+v", notes)
	}
}
