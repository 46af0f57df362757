package store

import (
	"context"
	"strings"
	"testing"

	"parallax/data"
)

func TestReadingsAreKeptAndFoundAgain(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	a, b := s.addReport("A", bridgeText), s.addReport("B", "The old bridge is shut, she said.")
	list := func() []data.Reading {
		t.Helper()
		r, err := s.Readings(ctx, a.EventID)
		must(t, err)
		return r
	}
	said := data.Reading{ID: data.NewID(), Kind: data.SpeakerReading, Value: "Mayor Strand",
		Passages: []data.Passage{{ReportID: b.ID, Span: data.Span{Start: 28, End: 32}}}}
	same1 := data.Reading{ID: data.NewID(), Kind: data.SameReading, Value: string(data.NotSame),
		Passages: []data.Passage{{ReportID: a.ID, Span: data.Span{Start: 22, End: 63}}, {ReportID: b.ID, Span: data.Span{Start: 0, End: 14}}}}
	must(t, s.ChangeReadings(ctx, nil, []data.Reading{said, same1}))
	same(t, "readings", list(), []data.Reading{said, same1})
	other, err := s.Readings(ctx, "another event")
	must(t, err)
	same(t, "of another event", other, nil)

	// The report loses the words, then has them back at another place.
	page, err := s.Source(ctx, a.ID)
	must(t, err)
	changed := a
	changed.Text = "Nothing."
	s.change(changed, page)
	same(t, "words gone", list(), []data.Reading{said})
	changed.Text = "Now: " + bridgeText
	s.change(changed, page)
	moved := same1
	moved.Passages = []data.Passage{{ReportID: a.ID, Span: data.Span{Start: 27, End: 68}}, same1.Passages[1]}
	same(t, "words moved", list(), []data.Reading{said, moved})

	now := data.Reading{ID: data.NewID(), Kind: data.SpeakerReading, Passages: said.Passages}
	must(t, s.ChangeReadings(ctx, []data.ID{said.ID}, []data.Reading{now}))
	same(t, "one for another", list(), []data.Reading{moved, now})
	if err := s.ChangeReadings(ctx, []data.ID{now.ID, "nobody's"}, nil); err == nil {
		t.Error("a reading that is not there was forgotten")
	}
	same(t, "all or nothing", list(), []data.Reading{moved, now})
}

func TestAReadingMustBeAboutPassages(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	a, b := s.addReport("A", "Äpfel"), s.addReport("B", "Birnen")
	sound := func() data.Reading {
		return data.Reading{ID: "r", Kind: data.SameReading, Value: "same",
			Passages: []data.Passage{{ReportID: a.ID, Span: data.Span{Start: 0, End: 2}}, {ReportID: b.ID, Span: data.Span{Start: 0, End: 2}}}}
	}
	for what, change := range map[string]func(*data.Reading){
		"no kind":        func(r *data.Reading) { r.Kind = "guess" },
		"no id":          func(r *data.Reading) { r.ID = "" },
		"no passage":     func(r *data.Reading) { r.Passages = nil },
		"no report":      func(r *data.Reading) { r.Passages[0].ReportID = "nobody's" },
		"past the end":   func(r *data.Reading) { r.Passages[1].End = 7 },
		"half a letter":  func(r *data.Reading) { r.Passages[0].End = 1 },
		"three passages": func(r *data.Reading) { r.Passages = append(r.Passages, r.Passages[0]) },
		"twice in one":   func(r *data.Reading) { r.Passages[1] = r.Passages[0] },
		"a NUL":          func(r *data.Reading) { r.Value = "\x00" },
	} {
		r := sound()
		change(&r)
		if err := s.ChangeReadings(ctx, nil, []data.Reading{r}); err == nil {
			t.Errorf("%s: kept", strings.ToUpper(what))
		}
	}
	must(t, s.ChangeReadings(ctx, nil, []data.Reading{sound()}))
}
