package compare

import (
	"cmp"
	"slices"

	"parallax/data"
)

// mirror swaps the sides of c.
func mirror(c *data.Comparison) {
	c.Left, c.Right = c.Right, c.Left
	c.OnlyLeft, c.OnlyRight = c.OnlyRight, c.OnlyLeft
	c.Sentences[0], c.Sentences[1] = c.Sentences[1], c.Sentences[0]
	for _, list := range [][]data.Pair{c.Pairs, c.Possible} {
		for i := range list {
			p := &list[i]
			p.Left, p.Right = p.Right, p.Left
			for k := range p.Differences {
				d := &p.Differences[k]
				d.Left, d.Right = d.Right, d.Left
				switch d.Kind {
				case data.OnlyLeft:
					d.Kind = data.OnlyRight
				case data.OnlyRight:
					d.Kind = data.OnlyLeft
				}
			}
			slices.SortFunc(p.Differences, byLeft)
			for k := range p.Why.StandIns {
				p.Why.StandIns[k].Side = p.Why.StandIns[k].Side.Other()
			}
		}
	}
	for i := range c.Quotes {
		q := &c.Quotes[i]
		q.Left, q.Right = q.Right, q.Left
	}
}

// sortComparison puts everything in the order of the left text, then of the right.
func sortComparison(c *data.Comparison) {
	pairs := func(x, y data.Pair) int {
		return cmp.Or(slices.CompareFunc(x.Left, y.Left, bySpan), slices.CompareFunc(x.Right, y.Right, bySpan))
	}
	slices.SortFunc(c.Pairs, pairs)
	slices.SortFunc(c.Possible, pairs)
	slices.SortFunc(c.Quotes, func(x, y data.QuoteMatch) int {
		return cmp.Or(bySpan(x.Left, y.Left), bySpan(x.Right, y.Right))
	})
}
