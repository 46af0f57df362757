package compare

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"parallax/data"
	"parallax/data/text"
)

// Letter returns the comparison of the two texts with a difference of the kind
// Lettered added wherever words that both sides of a pair have are written
// otherwise, as far as count says: a capital, a sign, a curly mark, a space.
// Pairs told differently stay as they are. Without anything to count it
// returns c itself; c is never changed.
func Letter(c data.Comparison, left, right string, count data.Lettering) data.Comparison {
	return new(Aligner).Letter(c, left, right, count)
}

// comparison returns c with what the letterer finds added.
func (l letterer) comparison(c data.Comparison) data.Comparison {
	add := func(pairs []data.Pair) []data.Pair {
		pairs = slices.Clone(pairs)
		for i := range pairs {
			p := &pairs[i]
			if p.ToldDifferently {
				continue
			}
			if list := l.pair(p); len(list) > 0 {
				p.Differences = append(list, p.Differences...)
				slices.SortStableFunc(p.Differences, byLeft)
			}
		}
		return pairs
	}
	c.Pairs, c.Possible = add(c.Pairs), add(c.Possible)
	return c
}

// A letterer looks at how two texts write the words they share.
type letterer struct {
	texts [2]*text.Text
	count data.Lettering
}

// pair returns the differences in how a pair's shared words are written.
func (l letterer) pair(p *data.Pair) []data.Difference {
	var kept [2][]int // tokens
	for s := range kept {
		kept[s] = l.kept(p, data.Side(s))
	}
	// Not the texts that were compared, or a difference parts a word (see unspaced).
	if len(kept[0]) != len(kept[1]) {
		return nil
	}
	var list []data.Difference
	add := func(x, y data.Span) {
		list = append(list, data.Difference{Kind: data.Lettered, Left: x, Right: y})
	}
	for k := range len(kept[0]) + 1 {
		x, okX := l.gap(data.Left, kept[0], k)
		y, okY := l.gap(data.Right, kept[1], k)
		if okX && okY {
			if a, b := x.Of(l.texts[0].String), y.Of(l.texts[1].String); l.gapsDiffer(a, b) {
				space := strings.TrimSpace(a+b) == ""
				add(l.signs(data.Left, x, space), l.signs(data.Right, y, space))
			}
		}
		if k == len(kept[0]) {
			break
		}
		v, w := l.texts[0].Token(kept[0][k]), l.texts[1].Token(kept[1][k])
		if l.wordsDiffer(v.Of(l.texts[0].String), w.Of(l.texts[1].String)) {
			add(v.Span, w.Span)
		}
	}
	return list
}

// kept returns the words of a pair's side that none of its differences covers.
func (l letterer) kept(p *data.Pair, side data.Side) []int {
	t := l.texts[side]
	taken := make([]data.Span, 0, len(p.Differences))
	for _, d := range p.Differences {
		taken = append(taken, d.At(side))
	}
	slices.SortFunc(taken, bySpan)
	var list []int
	next := 0
	for _, in := range p.Spans(side) {
		i := sort.Search(t.TokenCount(), func(i int) bool { return t.TokenSpan(i).Start >= in.Start })
		for ; i < t.TokenCount() && t.TokenSpan(i).Start < in.End; i++ {
			w := t.Token(i)
			for next < len(taken) && taken[next].End <= w.Start {
				next++
			}
			if w.Word && (next == len(taken) || !taken[next].Contains(w.Start)) {
				list = append(list, i)
			}
		}
	}
	return list
}

// gap returns what stands in front of the word kept[k], or behind the last one,
// within its sentence. It is false where another word stands in between.
func (l letterer) gap(side data.Side, kept []int, k int) (data.Span, bool) {
	t := l.texts[side]
	if len(kept) == 0 {
		return data.Span{}, false
	}
	word := kept[min(k, len(kept)-1)]
	s := t.SentenceAt(t.TokenSpan(word).Start)
	gap, i := s, word-1
	if k < len(kept) {
		gap.End = t.TokenSpan(word).Start
	} else {
		gap.Start, i = t.TokenSpan(word).End, t.TokenCount()-1
		for i > word && t.TokenSpan(i).Start >= s.End {
			i--
		}
	}
	for ; i >= 0 && t.TokenSpan(i).Start >= s.Start && (k < len(kept) || i > word); i-- {
		if !t.Token(i).Word {
			continue
		}
		if k == 0 || k == len(kept) || i != kept[k-1] {
			return data.Span{}, false
		}
		gap.Start = t.TokenSpan(i).End
		break
	}
	return gap, true
}

// signs cuts the white space off a gap, unless there is no more to it on
// either side.
func (l letterer) signs(side data.Side, gap data.Span, space bool) data.Span {
	if space {
		return gap
	}
	s := gap.Of(l.texts[side].String)
	end := gap.Start + len(strings.TrimRightFunc(s, unicode.IsSpace))
	start := min(end, gap.Start+len(s)-len(strings.TrimLeftFunc(s, unicode.IsSpace)))
	return data.Span{Start: start, End: end}
}

func (l letterer) wordsDiffer(x, y string) bool {
	if x == y {
		return false
	}
	return l.count.Capitals && straight(x) != straight(y) || l.count.QuoteMarks && !strings.EqualFold(x, y) && strings.EqualFold(straight(x), straight(y))
}

func (l letterer) gapsDiffer(x, y string) bool {
	if x == y {
		return false
	}
	bareX, bareY := withoutSpace(x), withoutSpace(y)
	same := straight(bareX) == straight(bareY)
	return l.count.Punctuation && !same ||
		l.count.QuoteMarks && same && bareX != bareY ||
		l.count.Spacing && same && straight(x) != straight(y)
}

// straight writes quotation marks, dashes and spaces of all kinds in one way
// each, and leaves out what takes no room. Letters keep their case.
func straight(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsLetter(r):
			return r
		}
		return text.Fold(r)
	}, s)
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
