package data

import (
	"cmp"
	"slices"
)

// A Mark is wording to mark on one side of a comparison: part of a difference.
type Mark struct {
	Span           // whole words of the side's text
	Pair       int // index into Comparison.Pairs
	Difference int // index into the pair's Differences
}

// Marks returns the wording to mark on one side, by its start and then by pair.
// A sentence may stand in several pairs; a word that any of them finds on the
// other side carries no mark, though it lies in a Difference of another.
func (c *Comparison) Marks(side Side) []Mark {
	type place struct {
		pair  int
		spans []Span // of the pair's differences
	}
	bySentence := map[Span][]place{}
	for i := range c.Pairs {
		p := &c.Pairs[i]
		if p.ToldDifferently {
			continue
		}
		var spans []Span
		for _, d := range p.Differences {
			if !d.At(side).Empty() {
				spans = append(spans, d.At(side))
			}
		}
		// What moved stands out of order on the right.
		slices.SortFunc(spans, func(x, y Span) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) })
		for _, s := range p.Spans(side) {
			bySentence[s] = append(bySentence[s], place{i, spans})
		}
	}
	var marks []Mark
	for i := range c.Pairs {
		p := &c.Pairs[i]
		for k, d := range p.Differences {
			span := d.At(side)
			at := slices.IndexFunc(p.Spans(side), func(s Span) bool { return s.Overlap(span) > 0 })
			if at < 0 {
				continue
			}
			parts := []Span{span}
			for _, other := range bySentence[p.Spans(side)[at]] {
				if other.pair != i {
					parts = intersect(parts, other.spans)
				}
			}
			for _, part := range parts {
				marks = append(marks, Mark{part, i, k})
			}
		}
	}
	slices.SortFunc(marks, func(x, y Mark) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.Pair, y.Pair), cmp.Compare(x.Difference, y.Difference))
	})
	return marks
}

// intersect returns what two lists of spans, each in order, both cover.
func intersect(x, y []Span) []Span {
	var list []Span
	for i, j := 0, 0; i < len(x) && j < len(y); {
		s := Span{max(x[i].Start, y[j].Start), min(x[i].End, y[j].End)}
		if !s.Empty() {
			list = append(list, s)
		}
		if x[i].End < y[j].End {
			i++
		} else {
			j++
		}
	}
	return list
}
