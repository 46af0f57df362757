package compare

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// A link ties sentence a of the first side to sentence b of the second.
type link struct {
	a, b  int
	z     float64 // the score
	words int32   // that are not small and both have
	lead  bool    // both open their report
	same  bool    // both say the same in nearly the same words
	quote bool    // the two share a quotation
	twins bool    // made of the same words, and paired by their places, see index.findTwins
}

// The weights of the score, and where it makes a link sure or possible: a
// logistic regression on 18 pairs of published reports aligned by hand, each
// pair judged with weights fitted on the others.
const (
	weightCos    = 25
	weightShared = 1.35
	weightLead   = 4.5
	bias         = -7.2

	// A number both have counts more than a word as rare, and so does, less, a name
	// that one of them has as "he" or "she" or leaves out after the sentence before.
	// Chosen on seven of the pairs and the ten of testdata, each left out in turn;
	// so was sure, which came out as it had on all 18.
	weightNumber = 2
	weightTold   = 1.1

	// Two sentences that name other years, and have no more than leastShared words,
	// are the less likely to tell one thing: a fire of now and one of long ago. No link
	// of the ten pairs of testdata or of six published ones is touched by it. Years that
	// differ in what is told alike otherwise are a difference to be shown.
	weightYears = -2

	// A sentence next to one that is tied to the same sentence is the likelier to
	// be so too, as when one report tells in two sentences what the other tells in
	// one: supportWeight for each point the better neighbour scores above
	// supportFrom, up to mostSupport points, and supportBias for all. Chosen on
	// seven of the pairs, each left out in turn.
	supportWeight = 0.3
	supportFrom   = -2
	mostSupport   = 5
	supportBias   = -0.2

	sure        = 0.2
	possible    = -1.3
	leastAlone  = possible - supportBias - supportWeight*mostSupport // without support
	leastShared = 2                                                  // words that are not small …
	leastOne    = 1.5                                                // … or one, if alone worth so much

	usualSentences = 40 // of the longer of two reports; leastBest was chosen on such
)

const (
	sameCover    = 0.8 // of the rare words' weight on both sides …
	sameCos      = 0.7 // … and this likeness make two sentences the same
	leastOpening = 0.3 // both within the first sentences
)

// score fills in what l is worth, given the two cosines. m.both holds the words
// both its sentences have.
func (m *matter) score(l *link, words, letters float64) {
	a, b := &m.sides[0], &m.sides[1]
	cos := (words + letters) / 2
	shared, numbers, lead := 0.0, 0.0, 0.0
	for _, t := range m.both {
		shared += m.rarity[t]
		if m.number[t] {
			numbers += m.rarity[t]
		}
	}
	if i, j := l.a-a.lead, l.b-b.lead; i >= 0 && j >= 0 {
		lead = math.Exp(-float64(i+j) / 2)
	}
	l.z = bias + weightCos*cos + weightShared*shared + weightLead*lead +
		weightNumber*numbers + weightTold*m.alsoTold(l.a, l.b)
	if m.otherYears(l) {
		l.z += weightYears
	}
	l.words, l.lead = int32(len(m.both)), lead >= leastOpening
	l.same = cos >= sameCos && min(share(shared, a.weight[l.a]), share(shared, b.weight[l.b])) >= sameCover
}

// otherYears reports whether both sentences of l name years, none of them the same,
// and share few words.
func (m *matter) otherYears(l *link) bool {
	return len(m.both) <= leastShared && m.sides[0].dated[l.a] && m.sides[1].dated[l.b] &&
		!slices.ContainsFunc(m.both, func(t int32) bool { return m.year[t] })
}

// counts reports whether a link that was scored may turn out possible.
func (l *link) counts() bool { return l.words > 0 && l.z >= leastScore(l.words) }

// leastScore is the least score at which a link that shares so many words counts.
func leastScore(words int32) float64 {
	if words < leastShared {
		return leastOne
	}
	return leastAlone
}

func share(part, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return part / whole
}

// common appends to list the terms that both x and y have, in the order of y.
func (m *matter) common(list, x, y []int32) []int32 {
	if len(x) == 0 || len(y) == 0 {
		return list
	}
	if len(m.marked) < len(m.rarity) {
		m.marked = make([]int32, len(m.rarity))
	}
	m.turn++
	for _, t := range x {
		m.marked[t] = m.turn
	}
	for _, t := range y {
		if m.marked[t] == m.turn {
			list = append(list, t)
		}
	}
	return list
}

// links returns the links that are sure or possible, by a and then by b.
func (m *matter) links(ctx context.Context, progress func(float64)) ([]link, error) {
	a := &m.sides[0]
	near, err := newIndex(ctx, m)
	if err != nil {
		return nil, err
	}
	list := make([]link, 0, 8*len(a.Sentences))
	// A link too weak to be possible by itself is scored only beside another that
	// may lend it something, or be lent something.
	alone := float32(min(possible-supportBias, m.leastBest()))
	var above, here, below, chosen []candidate
	for i := range len(a.Sentences) + 1 {
		if i%often == 0 {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			progress(float64(i) / float64(len(a.Sentences)+1))
		}
		above, here, below = here, below, above[:0]
		if i < len(a.Sentences) {
			below = near.near(below, i)
		}
		i := i - 1
		chosen = worthScoring(chosen[:0], here, above, below, alone)
		if len(chosen) == 0 {
			continue
		}
		m.spread(0, i)
		for _, c := range chosen {
			l := link{a: i, b: int(c.b), twins: near.twin[i] == c.b}
			m.scoreBeside(&l, 1)
			if l.counts() {
				list = append(list, l)
			}
		}
		m.gather(0, i)
	}
	return m.choose(ctx, list)
}

// worthScoring appends to list the candidates of a sentence that may score so
// much, or stand beside another, in here or in those of the sentences above and
// below, where one of the two may lend the other what that needs.
func worthScoring(list, here, above, below []candidate, least float32) []candidate {
	find := func(row *[]candidate, b int32) (candidate, bool) {
		for len(*row) > 0 && (*row)[0].b < b {
			*row = (*row)[1:]
		}
		if len(*row) > 0 && (*row)[0].b == b {
			return (*row)[0], true
		}
		return candidate{}, false
	}
	for k, c := range here {
		worth := c.most >= least ||
			k > 0 && here[k-1].b == c.b-1 && c.together(here[k-1]) ||
			k+1 < len(here) && here[k+1].b == c.b+1 && c.together(here[k+1])
		for _, row := range []*[]candidate{&above, &below} {
			if !worth {
				other, ok := find(row, c.b)
				worth = ok && c.together(other)
			}
		}
		if worth {
			list = append(list, c)
		}
	}
	return list
}

// together reports whether one of two neighbours may be possible for what the
// other lends it.
func (c candidate) together(d candidate) bool {
	lifts := func(c, d candidate) bool {
		return d.most > supportFrom && c.most+supportBias+supportWeight*min(d.most-supportFrom, mostSupport) >= possible
	}
	return lifts(c, d) || lifts(d, c)
}

// choose returns of the links that count, sorted by place, those that are sure
// or possible. A sentence that would have none keeps the one to its best
// match, if it is that one's best too and neither has another.
func (m *matter) choose(ctx context.Context, list []link) ([]link, error) {
	best := m.eachOthersBest(list)
	list, err := m.dropExplained(ctx, supported(list))
	if err != nil {
		return nil, err
	}
	var tied [2][]bool
	for s := range tied {
		tied[s] = make([]bool, len(m.sides[s].Sentences))
	}
	for _, l := range list {
		tied[0][l.a], tied[1][l.b] = true, true
	}
	kept := best[:0]
	for _, l := range best {
		if !tied[0][l.a] && !tied[1][l.b] && l.z >= m.leastBest() {
			kept = append(kept, l)
		}
	}
	return merged(list, kept, (*link).before), nil
}

// merged returns what two sorted lists hold, sorted.
func merged[T any](x, y []T, before func(x, y *T) bool) []T {
	if len(y) == 0 {
		return x
	}
	list := make([]T, 0, len(x)+len(y))
	for k := range y {
		n := 0
		for n < len(x) && !before(&y[k], &x[n]) {
			n++
		}
		list = append(append(list, x[:n]...), y[k])
		x = x[n:]
	}
	return append(list, x...)
}

// leastBest is the least score of a link kept for being the best of both its
// ends. Among more sentences the best one scores higher by chance.
func (m *matter) leastBest() float64 {
	n := max(len(m.sides[0].Sentences), len(m.sides[1].Sentences))
	return leastAlone + math.Log(max(1, float64(n)/usualSentences))
}

// eachOthersBest returns the links of list neither end of which has a better one.
func (m *matter) eachOthersBest(list []link) []link {
	var best [2][]int // by sentence: one higher than the place of its best link
	for s := range best {
		best[s] = make([]int, len(m.sides[s].Sentences))
	}
	for k := range list {
		l := &list[k]
		for s, i := range [2]int{l.a, l.b} {
			if at := best[s][i] - 1; at < 0 || l.z >= list[at].z && m.rank(l, k).compare(m.rank(&list[at], at)) < 0 {
				best[s][i] = k + 1
			}
		}
	}
	var both []link
	for k := range list {
		if l := &list[k]; best[0][l.a] == k+1 && best[1][l.b] == k+1 {
			both = append(both, *l)
		}
	}
	return both
}

// supported adds to each link of list, sorted by place, what its neighbours
// lend it, and returns those that are possible.
func supported(list []link) []link {
	best := make([]float64, len(list)) // the better of each link's neighbours
	for k := range best {
		best[k] = supportFrom
	}
	meet := func(k, o int) {
		best[k] = max(best[k], list[o].z)
		best[o] = max(best[o], list[k].z)
	}
	before := 0 // runs behind k: the first link at or behind the place above it
	for k := range list {
		l := &list[k]
		if k > 0 && list[k-1].a == l.a && list[k-1].b == l.b-1 {
			meet(k, k-1)
		}
		above := link{a: l.a - 1, b: l.b}
		for list[before].before(&above) {
			before++
		}
		if list[before].a == above.a && list[before].b == above.b {
			meet(k, before)
		}
	}
	kept := list[:0]
	for k := range list {
		l := &list[k]
		l.z += supportBias + supportWeight*min(best[k]-supportFrom, mostSupport)
		if l.z >= possible {
			kept = append(kept, *l)
		}
	}
	return kept
}

// scoreAlone scores a link that was no candidate.
func (m *matter) scoreAlone(l *link) {
	m.spread(0, l.a)
	m.scoreBeside(l, 1)
	m.gather(0, l.a)
}

// spread lays sentence i of side s out by term, for scoreBeside; gather takes it
// away again.
func (m *matter) spread(s, i int) {
	if m.laidStems == nil {
		m.laidStems, m.laidRuns = make([]float32, len(m.rarity)), make([]float64, m.grams)
	}
	x := &m.sides[s]
	spread(m.laidStems, &x.stems, i)
	x.grams.spread(m.laidRuns, i)
}

func (m *matter) gather(s, i int) {
	x := &m.sides[s]
	gather(m.laidStems, &x.stems, i)
	x.grams.gather(m.laidRuns, i)
}

// scoreBeside scores a link whose sentence on the side other than s is laid out.
func (m *matter) scoreBeside(l *link, s int) {
	x, i := &m.sides[s], [2]int{l.a, l.b}[s]
	words := m.dotWords(&x.stems, i)
	m.score(l, words, x.grams.dot(m.laidRuns, i))
}

func spread(dense []float32, b *bags, i int) {
	for _, t := range b.of(i) {
		dense[t.id] = t.weight
	}
}

func gather(dense []float32, b *bags, i int) {
	for _, t := range b.of(i) {
		dense[t.id] = 0
	}
}

// dotWords returns the cosine of the words of sentence i and of the one laid out,
// and puts into m.both the stems both have that are not small.
func (m *matter) dotWords(b *bags, i int) float64 {
	sum := 0.0
	m.both = m.both[:0]
	for _, t := range b.of(i) {
		if weight := m.laidStems[t.id]; weight > 0 {
			sum += float64(weight) * float64(t.weight)
			if !m.small[t.id] {
				m.both = append(m.both, t.id)
			}
		}
	}
	return sum
}

// leastNew is the share of a link's words that must be new on one side or the
// other for a link weaker than those that explain the rest.
const leastNew = 0.15

// smallWeight is what a small word counts beside rarity.
const smallWeight = 0.3

// dropExplained drops links whose shared words stronger links explain on both
// sides already. Both list and what it returns are sorted by place.
func (m *matter) dropExplained(ctx context.Context, list []link) ([]link, error) {
	var explained [2][]bool // by place in side.stems
	var tied [2][]bool      // by sentence
	for s := range m.sides {
		x := &m.sides[s]
		explained[s], tied[s] = make([]bool, len(x.stems.terms)), make([]bool, len(x.Sentences))
	}
	at := make([]int32, len(m.rarity)) // by stem: one higher than its place in the first side's bag
	var both [][2]int32
	keep := make([]bool, len(list))
	for n, k := range m.bestFirst(list) {
		if n%often == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		l := &list[k]
		a, b := &m.sides[0].stems, &m.sides[1].stems
		for p, t := range a.of(l.a) {
			at[t.id] = a.start[l.a] + int32(p) + 1
		}
		both = both[:0]
		whole, fresh := 0.0, [2]float64{}
		for p, t := range b.of(l.b) {
			if at[t.id] == 0 {
				continue
			}
			places := [2]int32{at[t.id] - 1, b.start[l.b] + int32(p)}
			both = append(both, places)
			w := m.worth[t.id]
			whole += w
			for s := range fresh {
				if !explained[s][places[s]] {
					fresh[s] += w
				}
			}
		}
		for _, t := range a.of(l.a) {
			at[t.id] = 0
		}
		if tied[0][l.a] && tied[1][l.b] && max(fresh[0], fresh[1]) < leastNew*whole {
			continue
		}
		tied[0][l.a], tied[1][l.b] = true, true
		for _, places := range both {
			explained[0][places[0]], explained[1][places[1]] = true, true
		}
		keep[k] = true
	}
	kept := list[:0]
	for k := range list {
		if keep[k] {
			kept = append(kept, list[k])
		}
	}
	return kept, nil
}

// A rank is what links are ordered by: first twins, so that of a sentence that
// comes many times each is tied to one, then the best and, of equal ones, those at
// like places, and then those that come first.
type rank struct {
	z        float64
	apart, k int
	twins    bool
}

func (x rank) compare(y rank) int {
	if x.twins != y.twins {
		if x.twins {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(y.z, x.z), cmp.Compare(x.apart, y.apart), cmp.Compare(x.k, y.k))
}

func (m *matter) rank(l *link, k int) rank { return rank{l.z, m.apart(l.a, l.b), k, l.twins} }

// bestFirst returns the places in list, which is sorted by place, of its links by rank.
func (m *matter) bestFirst(list []link) []int {
	ranks := make([]rank, len(list))
	for k := range list {
		ranks[k] = m.rank(&list[k], k)
	}
	slices.SortFunc(ranks, func(x, y rank) int {
		if x.twins == y.twins && x.z != y.z { // as nearly always
			if x.z > y.z {
				return -1
			}
			return 1
		}
		return x.compare(y)
	})
	order := make([]int, len(list))
	for n, r := range ranks {
		order[n] = r.k
	}
	return order
}

func (l *link) before(o *link) bool { return l.a < o.a || l.a == o.a && l.b < o.b }

func byPlace(x, y link) int {
	return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
}
