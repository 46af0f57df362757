package data

import (
	"slices"
	"testing"
)

func TestMarksOfASentenceInTwoPairs(t *testing.T) {
	// Left: one sentence of words [0,4) [5,9) [10,14). The first pair finds its
	// first word on the right, the second its last.
	whole := Span{0, 14}
	c := Comparison{Pairs: []Pair{
		{Left: []Span{whole}, Right: []Span{{0, 9}}, Differences: []Difference{
			{Replaced, Span{5, 14}, Span{5, 9}},
		}},
		{Left: []Span{whole}, Right: []Span{{20, 29}}, Differences: []Difference{
			{Replaced, Span{0, 9}, Span{20, 24}},
		}},
		{Left: []Span{whole}, Right: []Span{{40, 49}}, ToldDifferently: true},
	}}
	if got, want := c.Marks(Left), []Mark{{Span{5, 9}, 0, 0}, {Span{5, 9}, 1, 0}}; !slices.Equal(got, want) {
		t.Errorf("left: got %v, want %v", got, want)
	}
	if got, want := c.Marks(Right), []Mark{{Span{5, 9}, 0, 0}, {Span{20, 24}, 1, 0}}; !slices.Equal(got, want) {
		t.Errorf("right: got %v, want %v", got, want)
	}
}

func TestMarksOfAnUntouchedPair(t *testing.T) {
	c := Comparison{Pairs: []Pair{{Left: []Span{{0, 9}}, Right: []Span{{0, 14}}, Differences: []Difference{
		{OnlyRight, Span{4, 4}, Span{5, 9}},
	}}}}
	if got := c.Marks(Left); len(got) != 0 {
		t.Errorf("left: got %v, want none", got)
	}
	if got, want := c.Marks(Right), []Mark{{Span{5, 9}, 0, 0}}; !slices.Equal(got, want) {
		t.Errorf("right: got %v, want %v", got, want)
	}
}
