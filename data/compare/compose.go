package compare

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"parallax/data"
)

const mostShared = 24 // shared words named for a pair

// compose makes the comparison from sure groups, possible links and quotations.
func (m *matter) compose(ctx context.Context, groups []group, likely []link, quotes []quoteMatch, progress func(float64)) (data.Comparison, error) {
	a, b := &m.sides[0], &m.sides[1]
	clear(a.kept)
	clear(b.kept)
	c := data.Comparison{Sentences: [2]int{len(a.Sentences), len(b.Sentences)}}
	for _, q := range quotes {
		c.Quotes = append(c.Quotes, data.QuoteMatch{Left: q.spans[0], Right: q.spans[1], Likeness: q.likeness})
	}
	tied := [2][]bool{make([]bool, len(a.Sentences)), make([]bool, len(b.Sentences))}
	if len(groups) > 0 {
		c.Pairs = make([]data.Pair, 0, len(groups))
	}
	if len(likely) > 0 {
		c.Possible = make([]data.Pair, 0, len(likely))
	}
	add := func(list []data.Pair, g group, certain bool) []data.Pair {
		for s := range tied {
			for _, i := range g.sentences(s) {
				tied[s][i] = true
			}
		}
		if n := len(c.Pairs) + len(c.Possible); n%often == 0 {
			progress(float64(n) / float64(len(groups)+len(likely)))
		}
		return append(list, m.pair(ctx, g, certain))
	}
	for _, g := range groups {
		if ctx.Err() != nil {
			return c, ctx.Err()
		}
		c.Pairs = add(c.Pairs, g, true)
	}
	for _, g := range singles(likely) {
		if ctx.Err() != nil {
			return c, ctx.Err()
		}
		c.Possible = add(c.Possible, g, false)
	}
	for i, s := range a.Sentences {
		if !tied[0][i] {
			c.OnlyLeft = append(c.OnlyLeft, s.Span)
		}
	}
	for j, s := range b.Sentences {
		if !tied[1][j] {
			c.OnlyRight = append(c.OnlyRight, s.Span)
		}
	}
	return c, ctx.Err()
}

// pair makes the pair of a group. The words of a certain one that no difference
// covers are marked as kept.
func (m *matter) pair(ctx context.Context, g group, certain bool) data.Pair {
	p := data.Pair{Relation: data.Telling, Why: m.why(g)}
	if g.ruled {
		p.Ruled = data.TellsSame
	}
	words := m.wordsOf(&g)
	p.Left, p.Right = m.spansOf(0, g.a), m.spansOf(1, g.b)
	if m.identical(g) {
		p.Relation, p.Likeness = data.Same, 1
		if certain {
			m.keep(words, nil)
		}
		return p
	}
	p.Likeness = m.likeness(words[0], words[1], m.worth)
	same := len(g.a) == 1 && len(g.b) == 1
	for _, l := range g.links {
		same = same && l.same
	}
	switch {
	case same:
		p.Relation = data.Same
	case p.Why.Quote:
		p.Relation = data.Quoting
	}
	if changes, ok := m.wordChanges(ctx, words); ok {
		p.Differences = m.differences(words, changes, certain)
	} else {
		p.ToldDifferently = true
	}
	return p
}

// wordsOf returns the words of a group's sentences, good until the next call
// and not to be changed.
func (m *matter) wordsOf(g *group) (words [2][]word) {
	for s := range words {
		x, sentences := &m.sides[s], g.sentences(s)
		if len(sentences) == 1 { // as nearly always
			words[s] = x.wordsOf(sentences[0])
			continue
		}
		m.words[s] = m.words[s][:0]
		for _, i := range sentences {
			m.words[s] = append(m.words[s], x.wordsOf(i)...)
		}
		words[s] = m.words[s]
	}
	return words
}

// spansAtOnce is for how many spans spansOf makes room at a time.
const spansAtOnce = 256

// spansOf returns the spans of sentences.
func (m *matter) spansOf(s int, sentences []int) []data.Span {
	n := len(sentences)
	if len(m.room) < n {
		m.room = make([]data.Span, max(n, spansAtOnce))
	}
	list := m.room[:n:n]
	m.room = m.room[n:]
	for k, i := range sentences {
		list[k] = m.sides[s].Sentences[i].Span
	}
	return list
}

// before orders word lists by what they say.
func (m *matter) before(x, y []word) bool {
	return slices.CompareFunc(x, y, func(x, y word) int { return strings.Compare(m.keys[x.key], m.keys[y.key]) }) < 0
}

// why gathers what a group was tied on.
func (m *matter) why(g group) data.Why {
	a, b := &m.sides[0], &m.sides[1]
	w := data.Why{Score: g.links[0].z}
	// m.tally numbers the shared stems, from 1.
	stems := m.shared[:0]
	add := func(x, y []int32) {
		m.both = m.common(m.both[:0], x, y)
		for _, t := range m.both {
			if m.tally[t] == 0 {
				stems = append(stems, t)
				m.tally[t] = int32(len(stems))
			}
		}
	}
	for k := range g.links {
		l := &g.links[k]
		w.Quote = w.Quote || l.quote
		w.Lead = w.Lead || l.lead
		w.Score = min(w.Score, l.z)
		add(a.rare[l.a], b.rare[l.b])
	}
	if g.ruled {
		add(a.rareIn(g.a), b.rareIn(g.b))
	}
	w.StandIns = m.standIns(g)
	if len(stems) == 0 {
		return w
	}
	w.Shared = make([]data.SharedWord, len(stems))
	for k, t := range stems {
		w.Shared[k].Weight = m.rarity[t]
	}
	for _, i := range g.a {
		words := a.wordsOf(i)
		for n := range words {
			if k := m.tally[words[n].stem]; k > 0 && w.Shared[k-1].Word == "" {
				w.Shared[k-1].Word = a.span(&words[n]).Of(a.String)
			}
		}
	}
	for _, t := range stems {
		m.tally[t] = 0
	}
	m.shared = stems
	slices.SortFunc(w.Shared, func(x, y data.SharedWord) int {
		if x.Weight != y.Weight {
			return cmp.Compare(y.Weight, x.Weight)
		}
		return strings.Compare(x.Word, y.Word)
	})
	w.Shared = w.Shared[:min(len(w.Shared), mostShared)]
	return w
}

// rareIn returns the stems of some sentences that are not small words.
func (x *side) rareIn(sentences []int) []int32 {
	var list []int32
	for _, i := range sentences {
		list = append(list, x.rare[i]...)
	}
	return list
}
