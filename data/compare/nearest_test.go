package compare

import (
	"context"
	"testing"

	"parallax/data"
	"parallax/data/text"
)

func TestNearest(t *testing.T) {
	ctx := context.Background()
	a := "Gulls cried over the quay of Tolm. The mayor spoke for an hour. Rain fell."
	b := "Nobody came. Over the roofs of Tolm the wind howled. Music played."
	left, right := &data.Report{ID: "left", Text: a}, &data.Report{ID: "right", Text: b}
	x := text.Read(a)
	span, likeness, why, ok := Nearest(ctx, left, right, data.Left, x.Sentences[0].Span)
	if !ok || span.Of(b) != "Over the roofs of Tolm the wind howled." || likeness <= 0 || likeness >= 1 || len(why.Shared) != 1 || why.Shared[0].Word != "Tolm" {
		t.Errorf("nearest %q (%v), %v alike, %+v", span.Of(b), ok, likeness, why)
	}
	back, _, _, ok := Nearest(ctx, right, left, data.Right, x.Sentences[0].Span)
	if !ok || back != span {
		t.Errorf("with the sides swapped %v, want %v", back, span)
	}
	for name, at := range map[string]data.Span{
		"shares nothing": x.Sentences[1].Span, "outside": {Start: 0, End: len(a) + 1}, "empty": {Start: 3, End: 3},
	} {
		if span, _, _, ok := Nearest(ctx, left, right, data.Left, at); ok {
			t.Errorf("%s: nearest %q", name, span.Of(b))
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, _, _, ok := Nearest(cancelled, left, right, data.Left, x.Sentences[0].Span); ok {
		t.Error("found something after it was cancelled")
	}
}

// A tied sentence's nearest is one it is tied to, or no weaker.
func TestNearestOfTied(t *testing.T) {
	a, b := newInventor(51).reports(300)
	c := compared(t, a, b)
	left, right := &data.Report{ID: "left", Text: a}, &data.Report{ID: "right", Text: b}
	found := 0
	for _, p := range c.Pairs {
		if span, _, _, ok := Nearest(context.Background(), left, right, data.Left, p.Left[0]); ok && span == p.Right[0] {
			found++
		}
	}
	if 10*found < 9*len(c.Pairs) {
		t.Errorf("the nearest is the one tied in %d of %d pairs", found, len(c.Pairs))
	}
}

func BenchmarkNearest(b *testing.B) {
	left, right := newInventor(1000).reports(1000)
	l, r := &data.Report{Text: left}, &data.Report{Text: right}
	span := text.Read(left).Sentences[3].Span
	for b.Loop() {
		Nearest(context.Background(), l, r, data.Left, span)
	}
}
