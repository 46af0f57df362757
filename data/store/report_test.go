package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"parallax/data"
)

func TestReportsComeInTheOrderAddedAndCanBeTakenBack(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	a, b := s.addReport("The Courier", bridgeText), s.addReport("Abendpost", bridgeText+"\nMore.")
	list := func() []data.Report {
		t.Helper()
		reports, err := s.Reports(ctx, s.event)
		must(t, err)
		return reports
	}
	same(t, "reports", list(), []data.Report{a, b})
	must(t, s.RemoveReport(ctx, a.ID))
	same(t, "after a removal", list(), []data.Report{b})
	must(t, s.RestoreReport(ctx, a.ID))
	same(t, "after bringing it back", list(), []data.Report{a, b})
	if a.Digest != digest(bridgeText) {
		t.Errorf("digest %s", a.Digest)
	}
	if _, err := s.Report(ctx, "nobody's"); !errors.Is(err, errGone) {
		t.Errorf("a report nobody added: %v", err)
	}
}

func TestAReportNeedsItsEventAndReadableText(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	for what, r := range map[string]data.Report{
		"no event":   {ID: data.NewID(), EventID: "nobody's", Text: "x"},
		"NUL":        {ID: data.NewID(), EventID: s.event, Text: "a\x00b"},
		"not UTF-8":  {ID: data.NewID(), EventID: s.event, Headline: "caf\xe9"},
		"without ID": {EventID: s.event, Text: "x"},
	} {
		if err := s.AddReport(ctx, r, pageOf(r)); err == nil {
			t.Errorf("%s: added", what)
		}
	}
	reports, err := s.Reports(ctx, s.event)
	must(t, err)
	if len(reports) != 0 {
		t.Errorf("left behind: %+v", reports)
	}
}

func TestAChangedReportTakesItsNotesAlong(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	closed := strings.Index(bridgeText, "closed the old bridge")
	angry := strings.Index(bridgeText, "angry")
	held := s.note(r, closed, closed+len("closed the old bridge"), "held")
	lost := s.note(r, angry, angry+len("angry"), "lost")
	gone := s.note(r, closed, closed+6, "removed")
	for _, n := range []data.Note{held, lost, gone} {
		must(t, s.SaveNote(ctx, n))
	}
	must(t, s.RemoveNote(ctx, gone.ID))

	page, err := s.Source(ctx, r.ID)
	must(t, err)
	shorter := r
	shorter.Text = "The council closed the old bridge on Monday.\nNo one was angry at the ferry."
	shorter.Outlet = "The Daily Courier"
	changed := page
	changed.Blocks = []data.Block{{Span: data.Span{Start: 0, End: 5}, Role: data.Caption, Guess: data.Body}}
	changed.Facts = nil
	s.change(shorter, changed)

	got, err := s.Report(ctx, r.ID)
	must(t, err)
	if got.Text != shorter.Text || got.Digest != digest(shorter.Text) || got.Outlet != shorter.Outlet {
		t.Errorf("report: %+v", got)
	}
	gotPage, err := s.Source(ctx, r.ID)
	must(t, err)
	same(t, "page", gotPage, changed)

	must(t, s.RestoreNote(ctx, gone.ID))
	notes, err := s.Notes(ctx, s.event)
	must(t, err)
	if a := notes[0].Anchors[0]; a.Loose || a.Of(shorter.Text) != "closed the old bridge" {
		t.Errorf("held: %+v", a)
	}
	if a := notes[1].Anchors[0]; !a.Loose || a.Quote != "angry" {
		t.Errorf("lost: %+v", a)
	}
	if a := notes[2].Anchors[0]; a.Loose || a.Of(shorter.Text) != "closed" {
		t.Errorf("removed: %+v", a)
	}
	must(t, s.Verify(ctx))

	// The words come back, and so does the tie.
	s.change(r, page)
	notes, err = s.Notes(ctx, s.event)
	must(t, err)
	same(t, "after the words came back", notes, []data.Note{held, lost, gone})
	must(t, s.Verify(ctx))
	hits, err := s.Search(ctx, "angry", 10)
	must(t, err)
	if len(hits) != 2 {
		t.Errorf("search after the change: %+v", hits)
	}
}

func TestAPageStaysAsItWasGiven(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	page, err := s.Source(ctx, r.ID)
	must(t, err)
	for what, change := range map[string]func(*data.Source){
		"bytes": func(p *data.Source) { p.Bytes = []byte("other") },
		"text":  func(p *data.Source) { p.Text += "." },
	} {
		other := page
		change(&other)
		longer := r
		longer.Text += "!"
		if _, err := s.ChangeReport(ctx, longer, other, data.Ties{}); err == nil {
			t.Errorf("other %s were taken", what)
		}
	}
	got, err := s.Report(ctx, r.ID)
	must(t, err)
	same(t, "report after refused changes", got, r)
	if _, err := s.db.Exec(`UPDATE source SET name = 'x'`); err == nil {
		t.Error("the page itself could be changed")
	}
}
