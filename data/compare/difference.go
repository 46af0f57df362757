package compare

import (
	"cmp"
	"slices"

	"parallax/data"
)

// differences turns the changes between the words of a pair into differences,
// in text order of the first side. Words that only moved are taken out of the
// changes, and words kept in another spelling are added. In a certain pair the
// words that no difference covers are marked as kept.
func (m *matter) differences(words [2][]word, changes []change, certain bool) []data.Difference {
	list := m.spellings(m.found[:0], words, changes)
	moves, rest := m.moves(words, changes)
	for _, v := range moves {
		list = append(list, data.Difference{
			Kind:  data.Moved,
			Left:  m.run(0, words[0][v.a0:v.a1]),
			Right: m.run(1, words[1][v.b0:v.b1]),
		})
	}
	for _, c := range rest {
		list = m.replaced(list, words, c)
	}
	slices.SortFunc(list, byLeft)
	if certain {
		m.keep(words, list)
	}
	m.found = list
	return slices.Clone(list)
}

// keep marks the words that no difference covers.
func (m *matter) keep(words [2][]word, list []data.Difference) {
	for s := range words {
		x := &m.sides[s]
		spans := m.spans[:0]
		for _, d := range list {
			spans = append(spans, d.At(data.Side(s)))
		}
		slices.SortFunc(spans, bySpan)
		k := 0
		for _, w := range words[s] {
			at := x.span(&w).Start
			for k < len(spans) && spans[k].End <= at {
				k++
			}
			if k == len(spans) || !spans[k].Contains(at) {
				x.kept[w.token] = true
			}
		}
		m.spans = spans
	}
}

// byLeft puts differences in text order of the left side.
func byLeft(x, y data.Difference) int {
	return cmp.Or(bySpan(x.Left, y.Left), bySpan(x.Right, y.Right))
}

func bySpan(x, y data.Span) int {
	return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
}

// spellings appends the words the sides spell in two ways.
func (m *matter) spellings(list []data.Difference, words [2][]word, changes []change) []data.Difference {
	i, j := 0, 0
	look := func(a1, b1 int) {
		for ; i < a1 && j < b1; i, j = i+1, j+1 {
			if x, y := &words[0][i], &words[1][j]; x.key != y.key {
				list = append(list, data.Difference{
					Kind: data.Spelling, Left: m.sides[0].span(x), Right: m.sides[1].span(y),
				})
			}
		}
	}
	for _, c := range changes {
		look(c.a0, c.b0)
		i, j = c.a1, c.b1
		if c.spelled {
			list = append(list, data.Difference{
				Kind: data.Spelling, Left: m.run(0, words[0][c.a0:c.a1]), Right: m.run(1, words[1][c.b0:c.b1]),
			})
		}
	}
	look(len(words[0]), len(words[1]))
	return list
}

// mostMoves is how many changes that start or end with the same word are looked
// at for one that may have moved there.
const mostMoves = 8

// moves finds runs of words that stand in a change of one side and again, word
// for word, in another change of the other. Such a run is marked as moved where
// that leaves less to read: it is all there is of one of its changes and stands
// at an end of the other, and has a word that is not small. It returns the runs,
// and what is left of the changes.
func (m *matter) moves(words [2][]word, changes []change) (moved, rest []change) {
	rest = slices.DeleteFunc(changes, func(c change) bool { return c.spelled })
	if len(m.ending) == 0 {
		m.ending = make([]int32, len(m.keys))
	}
	for gone := range words { // the side that has the whole of a change
		part := func(c change, s int) (from, to int) {
			if s == 0 {
				return c.a0, c.a1
			}
			return c.b0, c.b1
		}
		m.pass++
		for _, c := range rest {
			if from, to := part(c, 1-gone); from < to {
				m.ending[words[1-gone][from].key], m.ending[words[1-gone][to-1].key] = m.pass, m.pass
			}
		}
		var ends map[int32][]int // changes by the first and the last word of the other side
		for k := range rest {
			from, to := part(rest[k], gone)
			if o, p := part(rest[k], 1-gone); from == to || o < p || !movable(words[gone][from:to]) {
				continue
			}
			run := words[gone][from:to]
			first, last := run[0].key, run[len(run)-1].key
			if m.ending[first] != m.pass && m.ending[last] != m.pass {
				continue
			}
			if ends == nil {
				ends = endsOf(rest, words[1-gone], func(c change) (from, to int) { return part(c, 1-gone) })
			}
			at := around(ends[first], k)
			if last != first {
				at = append(at, around(ends[last], k)...)
			}
			for _, other := range at {
				start, end := part(rest[other], 1-gone)
				switch n := len(run); {
				case other == k || end-start < n:
					continue
				case sameWords(run, words[1-gone][start:start+n]):
					end = start + n
				case sameWords(run, words[1-gone][end-n:end]):
					start = end - n
				default:
					continue
				}
				if !movable(words[1-gone][start:end]) {
					continue
				}
				c, left := change{a0: from, a1: to, b0: start, b1: end}, &rest[other]
				if gone == 0 {
					left.b0, left.b1 = without(left.b0, left.b1, start, end)
				} else {
					c = change{a0: start, a1: end, b0: from, b1: to}
					left.a0, left.a1 = without(left.a0, left.a1, start, end)
				}
				moved = append(moved, c)
				rest[k] = change{}
				break
			}
		}
	}
	a, b := words[0], words[1]
	for k := range rest { // words that stood between two parts of which one moved
		c := &rest[k]
		for c.a0 < c.a1 && c.b0 < c.b1 && a[c.a0].key == b[c.b0].key {
			c.a0, c.b0 = c.a0+1, c.b0+1
		}
		for c.a0 < c.a1 && c.b0 < c.b1 && a[c.a1-1].key == b[c.b1-1].key {
			c.a1, c.b1 = c.a1-1, c.b1-1
		}
	}
	return moved, slices.DeleteFunc(rest, func(c change) bool { return c.words() == 0 })
}

// endsOf returns the changes, as places in list, by the first and the last word
// of their part on one side.
func endsOf(list []change, words []word, part func(change) (from, to int)) map[int32][]int {
	ends := map[int32][]int{}
	for k, c := range list {
		if from, to := part(c); from < to {
			first, last := words[from].key, words[to-1].key
			ends[first] = append(ends[first], k)
			if last != first {
				ends[last] = append(ends[last], k)
			}
		}
	}
	return ends
}

// without cuts [start,end), which lies at one end of [from,to), off it.
func without(from, to, start, end int) (int, int) {
	if start == from {
		return end, to
	}
	return from, start
}

// around returns the places, at most mostMoves, that are nearest to k, the
// nearest first and of two as near the first one. places are in order.
func around(places []int, k int) []int {
	at, _ := slices.BinarySearch(places, k)
	list := slices.Clone(places[max(0, at-mostMoves):min(len(places), at+mostMoves)])
	far := func(p int) int { return max(p-k, k-p) }
	slices.SortFunc(list, func(x, y int) int { return cmp.Or(cmp.Compare(far(x), far(y)), cmp.Compare(x, y)) })
	return list[:min(len(list), mostMoves)]
}

func sameWords(x, y []word) bool {
	return slices.EqualFunc(x, y, func(x, y word) bool { return x.key == y.key })
}

// movable reports whether a run of words lies in one sentence and has a word
// that is not small.
func movable(run []word) bool {
	return slices.ContainsFunc(run, func(w word) bool { return w.content() }) &&
		run[0].sentence == run[len(run)-1].sentence
}

// replaced turns a change into differences, cut where sentences end, and
// appends them.
func (m *matter) replaced(list []data.Difference, words [2][]word, c change) []data.Difference {
	left, right := words[0][c.a0:c.a1], words[1][c.b0:c.b1]
	for len(left)+len(right) > 0 {
		n, k := inOneSentence(left), inOneSentence(right)
		switch {
		case n == 0:
			list = append(list, data.Difference{Kind: data.OnlyRight, Left: m.gap(0, words[0], c.a1), Right: m.run(1, right[:k])})
		case k == 0:
			list = append(list, data.Difference{Kind: data.OnlyLeft, Left: m.run(0, left[:n]), Right: m.gap(1, words[1], c.b1)})
		default:
			list = m.unspaced(list, left[:n], right[:k])
		}
		left, right = left[n:], right[k:]
	}
	return list
}

// run returns the span of consecutive words of one sentence.
func (m *matter) run(s int, words []word) data.Span {
	x := &m.sides[s]
	return data.Span{Start: x.span(&words[0]).Start, End: x.span(&words[len(words)-1]).End}
}

// inOneSentence returns how many of the words that come first stand in one sentence.
func inOneSentence(words []word) int {
	n := 0
	for n < len(words) && words[n].sentence == words[0].sentence {
		n++
	}
	return n
}

// gap returns the empty span in front of words[i]: behind the word before it,
// or at the head of the passage.
func (m *matter) gap(s int, words []word, i int) data.Span {
	x := &m.sides[s]
	at := 0
	switch {
	case i > 0:
		at = x.span(&words[i-1]).End
	case len(words) > 0:
		at = x.span(&words[0]).Start
	}
	return data.Span{Start: at, End: at}
}
