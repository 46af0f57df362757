package store

import (
	"context"
	"strings"
	"testing"

	"parallax/data"
)

func TestARulingHoldsHoweverTheReportsLie(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	a, b, c := s.addReport("A", bridgeText), s.addReport("B", "The old bridge is shut."), s.addReport("C", "No.")
	links := func(left, right data.ID) []data.Link {
		t.Helper()
		k, err := s.Links(ctx, left, right)
		must(t, err)
		return k
	}
	k := data.Link{ID: data.NewID(), Verdict: data.TellsSame,
		Left:  data.Passage{ReportID: a.ID, Span: data.Span{Start: 22, End: 63}},
		Right: data.Passage{ReportID: b.ID, Span: data.Span{Start: 0, End: 23}}}
	must(t, s.ChangeLinks(ctx, nil, []data.Link{k}))
	same(t, "links", links(a.ID, b.ID), []data.Link{k})
	mirrored := k
	mirrored.Left, mirrored.Right = k.Right, k.Left
	same(t, "mirrored", links(b.ID, a.ID), []data.Link{mirrored})
	same(t, "of others", links(a.ID, c.ID), nil)
	k.Verdict = data.NotSame
	must(t, s.ChangeLinks(ctx, nil, []data.Link{k}))
	same(t, "ruled again", links(a.ID, b.ID), []data.Link{k})

	// The report loses the words, then has them back at another place.
	page, err := s.Source(ctx, a.ID)
	must(t, err)
	changed := a
	changed.Text = "Nothing."
	s.change(changed, page)
	same(t, "words gone", links(a.ID, b.ID), nil)
	changed.Text = "Now: " + bridgeText
	s.change(changed, page)
	moved := k
	moved.Left.Start, moved.Left.End = k.Left.Start+5, k.Left.End+5
	same(t, "words moved", links(a.ID, b.ID), []data.Link{moved})

	must(t, s.ChangeLinks(ctx, []data.ID{k.ID}, nil))
	same(t, "removed", links(a.ID, b.ID), nil)
}

// A passage told in one report only stays so however the other report's text
// changes, and on either side.
func TestARulingAgainstAWholeReport(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	a, b := s.addReport("A", bridgeText), s.addReport("B", "The old bridge is shut.")
	only := data.Passage{ReportID: a.ID, Span: data.Span{Start: 22, End: 63}}
	for _, k := range []data.Link{
		{ID: data.NewID(), Verdict: data.NotSame, Left: only, Right: data.Passage{ReportID: b.ID}},
		{ID: data.NewID(), Verdict: data.NotSame, Left: data.Passage{ReportID: b.ID}, Right: only},
	} {
		must(t, s.ChangeLinks(ctx, nil, []data.Link{k}))
		page, err := s.Source(ctx, b.ID)
		must(t, err)
		b.Text += " Again."
		s.change(b, page)
		links, err := s.Links(ctx, a.ID, b.ID)
		must(t, err)
		if len(links) != 1 || links[0].Left != only || links[0].Right != (data.Passage{ReportID: b.ID}) {
			t.Errorf("links %+v", links)
		}
		must(t, s.ChangeLinks(ctx, []data.ID{k.ID}, nil))
	}
}

func TestARulingMustNamePassages(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	a, b := s.addReport("A", "Äpfel"), s.addReport("B", "Birnen")
	sound := data.Link{ID: "k", Verdict: data.NotSame,
		Left:  data.Passage{ReportID: a.ID, Span: data.Span{Start: 0, End: 2}},
		Right: data.Passage{ReportID: b.ID, Span: data.Span{Start: 0, End: 2}}}
	must(t, s.ChangeLinks(ctx, nil, []data.Link{sound}))
	for what, change := range map[string]func(*data.Link){
		"no verdict":     func(k *data.Link) { k.Verdict = "maybe" },
		"no ID":          func(k *data.Link) { k.ID = "" },
		"no report":      func(k *data.Link) { k.Left.ReportID = "nobody's" },
		"past the end":   func(k *data.Link) { k.Right.End = 7 },
		"before it":      func(k *data.Link) { k.Right.Start = -1 },
		"empty":          func(k *data.Link) { k.Right.End, k.Verdict = 0, data.TellsSame },
		"both empty":     func(k *data.Link) { k.Left.End, k.Right.End = 0, 0 },
		"half a letter":  func(k *data.Link) { k.Left.End = 1 },
		"turned round":   func(k *data.Link) { k.Left.Start, k.Left.End = 2, 0 },
		"a NUL in an ID": func(k *data.Link) { k.ID = "\x00" },
	} {
		k := sound
		change(&k)
		if err := s.ChangeLinks(ctx, nil, []data.Link{k}); err == nil {
			t.Errorf("%s: kept", strings.ToUpper(what))
		}
		other := sound
		other.ID = "other"
		if err := s.ChangeLinks(ctx, []data.ID{sound.ID}, []data.Link{other, k}); err == nil {
			t.Errorf("%s: kept with another", strings.ToUpper(what))
		}
		links, err := s.Links(ctx, a.ID, b.ID)
		must(t, err)
		same(t, what+": half of a change", links, []data.Link{sound})
	}
}
