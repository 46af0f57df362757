package compare

import (
	"context"
	"testing"

	"parallax/data/text"
)

// TestIndexFindsWhatAllPairsFind compares the links found through the index
// with those found by scoring every sentence against every other.
func TestIndexFindsWhatAllPairsFind(t *testing.T) {
	ctx := context.Background()
	a, b := newInventor(11).reports(10_000)
	m := &matter{}
	m.sides[0].Text, m.sides[1].Text = text.Read(a), text.Read(b)
	if err := m.weigh(ctx); err != nil {
		t.Fatal(err)
	}
	quick, err := m.links(ctx, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	var all []link
	for i := range m.sides[0].Sentences {
		for j := range m.sides[1].Sentences {
			l := link{a: i, b: j}
			if m.scoreAlone(&l); l.counts() {
				all = append(all, l)
			}
		}
	}
	if all, err = m.choose(ctx, all); err != nil {
		t.Fatal(err)
	}
	places := func(list []link) map[[2]int]bool {
		p := map[[2]int]bool{}
		for _, l := range list {
			if l.z >= sure {
				p[[2]int{l.a, l.b}] = true
			}
		}
		return p
	}
	got, want := places(quick), places(all)
	both := 0
	for p := range want {
		if got[p] {
			both++
		}
	}
	t.Logf("%d sure links by index, %d by all pairs, %d by both", len(got), len(want), both)
	if 100*both < 98*len(want) || 100*(len(got)-both) > 2*len(want) {
		t.Errorf("%d sure links by index, %d by all pairs, %d by both", len(got), len(want), both)
	}
}
