package compare

import (
	"cmp"
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/text"
)

// A ruling is a reader's ruling on a block of cells: each of the first side's
// sentences [a0,a1) with each of the second's [b0,b1).
type ruling struct {
	a0, a1, b0, b1 int
	same           bool // they tell the same thing
}

func (r ruling) overlaps(s ruling) bool {
	return r.a0 < s.a1 && s.a0 < r.a1 && r.b0 < s.b1 && s.b0 < r.b1
}

// without returns the cells of r that s does not hold, as at most four blocks.
func (r ruling) without(s ruling) []ruling {
	if !r.overlaps(s) {
		return []ruling{r}
	}
	top, bottom := max(r.a0, s.a0), min(r.a1, s.a1)
	var list []ruling
	for _, part := range []ruling{
		{r.a0, top, r.b0, r.b1, r.same},
		{top, bottom, r.b0, s.b0, r.same},
		{top, bottom, s.b1, r.b1, r.same},
		{bottom, r.a1, r.b0, r.b1, r.same},
	} {
		if part.a0 < part.a1 && part.b0 < part.b1 {
			list = append(list, part)
		}
	}
	return list
}

// read turns the rulings on reports a and b, whose texts the sides hold, into
// blocks of sentences no two of which share a cell: where two rulings meet, the
// one made later, by its ID, stands and what is left of the other stays. Those
// on other reports, or on words outside the texts, are left out.
func (m *matter) read(links []data.Link, a, b data.ID) []ruling {
	var ours []data.Link
	for _, l := range links {
		if l.Left.ReportID == b && l.Right.ReportID == a {
			l.Left, l.Right = l.Right, l.Left
		}
		if a != b && l.Left.ReportID == a && l.Right.ReportID == b && (l.Verdict == data.TellsSame || l.Verdict == data.NotSame) {
			ours = append(ours, l)
		}
	}
	slices.SortFunc(ours, func(x, y data.Link) int { // the latest first
		return cmp.Or(strings.Compare(string(y.ID), string(x.ID)), strings.Compare(string(x.Verdict), string(y.Verdict)),
			cmp.Compare(x.Left.Start, y.Left.Start), cmp.Compare(x.Left.End, y.Left.End),
			cmp.Compare(x.Right.Start, y.Right.Start), cmp.Compare(x.Right.End, y.Right.End))
	})
	var list []ruling
	for _, l := range ours {
		r := ruling{same: l.Verdict == data.TellsSame}
		r.a0, r.a1 = ruledOn(m.sides[0].Text, l.Left.Span, l.Verdict)
		r.b0, r.b1 = ruledOn(m.sides[1].Text, l.Right.Span, l.Verdict)
		parts := []ruling{}
		if r.a0 < r.a1 && r.b0 < r.b1 {
			parts = append(parts, r)
		}
		for _, later := range list {
			var left []ruling
			for _, part := range parts {
				left = append(left, part.without(later)...)
			}
			parts = left
		}
		list = append(list, parts...)
	}
	slices.SortFunc(list, func(x, y ruling) int { return cmp.Or(cmp.Compare(x.a0, y.a0), cmp.Compare(x.b0, y.b0)) })
	return list
}

// ruledOn returns the sentences of one side that a ruling is on: those its span
// covers, or all where it parts a passage from the whole report.
func ruledOn(t *text.Text, span data.Span, verdict data.Verdict) (first, last int) {
	if verdict == data.NotSame && span == (data.Span{}) {
		return 0, len(t.Sentences)
	}
	return covered(t, span)
}

// covered returns the sentences that a span covers: those that share with it at
// least half of the shorter of the two. There is none outside the text.
func covered(t *text.Text, span data.Span) (first, last int) {
	if span.Start < 0 || span.End > len(t.String) || span.Empty() {
		return 0, 0
	}
	first, _ = slices.BinarySearchFunc(t.Sentences, span.Start, func(s text.Sentence, at int) int { return cmp.Compare(s.End, at) })
	holds := func(i int) bool {
		s := t.Sentences[i].Span
		return 2*s.Overlap(span) >= min(s.Len(), span.Len()) && s.Overlap(span) > 0
	}
	for first < len(t.Sentences) && t.Sentences[first].Start < span.End && !holds(first) {
		first++
	}
	last = first
	for last < len(t.Sentences) && holds(last) {
		last++
	}
	return first, last
}

// A ruled holds the blocks ruled on and finds them by cell.
type ruled struct {
	list []ruling
	at   map[int][]int // by sentence of the first side: places in list
}

func newRuled(list []ruling) *ruled {
	r := &ruled{list: list, at: map[int][]int{}}
	for k, block := range list {
		for i := block.a0; i < block.a1; i++ {
			r.at[i] = append(r.at[i], k)
		}
	}
	return r
}

// block returns the place in r.list of the block that holds a cell, or -1.
func (r *ruled) block(a, b int) int {
	for _, k := range r.at[a] {
		if r.list[k].b0 <= b && b < r.list[k].b1 {
			return k
		}
	}
	return -1
}

// obey makes groups, possible links and quotations follow the rulings and
// leaves all others as they are.
func (m *matter) obey(rulings []ruling, groups []group, likely []link, quotes []quoteMatch) ([]group, []link, []quoteMatch) {
	if len(rulings) == 0 {
		return groups, likely, quotes
	}
	r := newRuled(rulings)
	likely = slices.DeleteFunc(likely, func(l link) bool { return r.block(l.a, l.b) >= 0 })
	quotes = slices.DeleteFunc(quotes, func(q quoteMatch) bool {
		k := r.block(q.a, q.b)
		return k >= 0 && !r.list[k].same
	})
	var out []group
	done := make([]bool, len(rulings)) // blocks that stand in a pair
	known := make([][]link, len(rulings))
	for _, g := range groups {
		if within := r.confirm(g); within != nil {
			g.ruled = true
			out = append(out, g)
			for _, k := range within {
				done[k] = true
			}
			continue
		}
		var rest []link
		for _, l := range g.links {
			if k := r.block(l.a, l.b); k >= 0 {
				known[k] = append(known[k], l)
			} else {
				rest = append(rest, l)
			}
		}
		switch left := groupOf(rest); {
		case len(rest) == 0:
		case r.rulesOn(left):
			for k := range rest {
				out = append(out, groupOf(rest[k:k+1:k+1]))
			}
		default:
			out = append(out, left)
		}
	}
	for k, block := range rulings {
		if block.same && !done[k] {
			out = append(out, m.groupOfBlock(block, known[k]))
		}
	}
	return out, likely, quotes
}

// rulesOn reports whether any two sentences of a group are ruled on.
func (r *ruled) rulesOn(g group) bool {
	for _, a := range g.a {
		for _, b := range g.b {
			if r.block(a, b) >= 0 {
				return true
			}
		}
	}
	return false
}

// confirm returns the blocks that together tie all a group's sentences and no
// others: the reader agrees with the whole group. It returns nil otherwise.
func (r *ruled) confirm(g group) []int {
	var within []int
	cells := 0
	for _, a := range g.a {
		for _, b := range g.b {
			k := r.block(a, b)
			if k < 0 || !r.list[k].same {
				return nil
			}
			if !slices.Contains(within, k) {
				within = append(within, k)
				cells += (r.list[k].a1 - r.list[k].a0) * (r.list[k].b1 - r.list[k].b0)
			}
		}
	}
	if cells != len(g.a)*len(g.b) {
		return nil
	}
	return within
}

// groupOfBlock ties all sentences of a block; links are those of them that were
// tied before.
func (m *matter) groupOfBlock(block ruling, links []link) group {
	g := group{ruled: true, links: links}
	for i := block.a0; i < block.a1; i++ {
		g.a = append(g.a, i)
	}
	for j := block.b0; j < block.b1; j++ {
		g.b = append(g.b, j)
	}
	if len(links) > 0 {
		return g
	}
	for k := range max(len(g.a), len(g.b)) {
		l := link{a: g.a[min(k, len(g.a)-1)], b: g.b[min(k, len(g.b)-1)]}
		m.scoreAlone(&l)
		g.links = append(g.links, l)
	}
	return g
}
