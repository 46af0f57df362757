package session

import (
	"slices"
	"testing"

	"parallax/data"
)

// Rows hold every sentence of both reports once, by the order asked for, and
// the passages of a pair in one row.
func TestRowsHoldEverySentenceOnce(t *testing.T) {
	s := open(t)
	for _, by := range []data.Side{data.Left, data.Right} {
		rows := s.Rows(by)
		seen := map[data.Side]map[data.Span]int{data.Left: {}, data.Right: {}}
		last := -1
		for i, r := range rows {
			for side, at := range seen {
				for _, span := range r.At(side) {
					if _, twice := at[span]; twice {
						t.Fatalf("%v of %s is in two rows", span, side.Letter())
					}
					at[span] = i
				}
			}
			if here := r.At(by); len(here) > 0 {
				if here[0].Start < last {
					t.Errorf("row %d is out of the order of %s", i, by.Letter())
				}
				last = here[0].Start
			}
		}
		c := s.Comparison()
		for side, n := range c.Sentences {
			if got := len(seen[data.Side(side)]); got != n {
				t.Errorf("by %s: %d of %d sentences of side %d are in rows", by.Letter(), got, n, side)
			}
		}
		for _, p := range c.Pairs {
			row := seen[data.Left][p.Left[0]]
			for _, span := range p.Right {
				if seen[data.Right][span] != row {
					t.Errorf("a pair is in rows %d and %d", row, seen[data.Right][span])
				}
			}
		}
		if !slices.ContainsFunc(rows, func(r Row) bool { return len(r.At(by)) == 0 }) {
			t.Errorf("by %s: nothing is told on the other side only", by.Letter())
		}
	}
}
