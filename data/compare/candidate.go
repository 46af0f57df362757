package compare

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// An index finds, for a sentence of the first side, the sentences of the second
// that could score enough to be possible. It looks at shared rare stems only
// and bounds what all else can add.
type index struct {
	m      *matter
	start  []int // by stem: where its sentences start in post
	post   []posting
	told   [][]int32    // by stem: the sentences of the second side that tell of the name
	rest   [2][]float64 // by sentence: length of the part of its stem vector that is not indexed
	twin   []int        // by sentence of the first side: one of the second with the very same stems, or -1
	worth  []float64    // scratch by sentence of the second side
	seen   []int32
	result []int
}

// A posting says that a sentence of the second side has a stem, and its weight there.
type posting struct {
	sentence int32
	weight   float32
}

const (
	// A stem in so many sentences that looking all its pairs up would take the
	// index past this many steps is left to the bound. Reports of a few hundred
	// sentences never come near.
	leastSteps       = 4_000_000
	stepsPerSentence = 1000
	// lettersOver is by how much the cosine of letters may pass that of words.
	// Over all links of the fitted pairs and of made-up ones of 100,000 words it
	// is 0.06 at most in 99 of 100, 0.14 in the fitted ones.
	lettersOver = 0.15
	// mostNear is how many sentences are scored against one at the most.
	mostNear = 50
)

func newIndex(ctx context.Context, m *matter) (*index, error) {
	a, b := &m.sides[0], &m.sides[1]
	x := &index{m: m, worth: make([]float64, len(b.Sentences))}
	indexed := m.chooseStems(a.stems.id, b.stems.id, len(a.Sentences)+len(b.Sentences))
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	x.start = make([]int, len(m.rarity)+1)
	for _, t := range b.stems.id {
		if indexed[t] {
			x.start[t+1]++
		}
	}
	for t := range m.rarity {
		x.start[t+1] += x.start[t]
	}
	x.post = make([]posting, x.start[len(m.rarity)])
	at := slices.Clone(x.start)
	for s, side := range []*side{a, b} {
		x.rest[s] = make([]float64, len(side.Sentences))
		for i := range side.Sentences {
			ids, w := side.stems.of(i)
			rest := 0.0
			for k, t := range ids {
				if !indexed[t] {
					rest += float64(w[k]) * float64(w[k])
				} else if s == 1 {
					x.post[at[t]] = posting{int32(i), w[k]}
					at[t]++
				}
			}
			x.rest[s][i] = math.Sqrt(rest)
		}
	}
	x.told = make([][]int32, len(m.rarity))
	count := make([]int, len(m.rarity))
	for _, names := range b.about {
		for _, t := range names {
			count[t]++
		}
	}
	for t, n := range count {
		if n > 0 && indexed[t] {
			x.told[t] = make([]int32, 0, n)
		}
	}
	for j, names := range b.about {
		for _, t := range names {
			if indexed[t] {
				x.told[t] = append(x.told[t], int32(j))
			}
		}
	}
	x.findTwins()
	return x, ctx.Err()
}

// chooseStems returns which stems to index, given those of every sentence (or
// quotation) of each side: the rarest, until looking up every one of the first
// side in the second takes the most steps allowed for n of them.
func (m *matter) chooseStems(a, b []int32, n int) []bool {
	var count [2][]int
	for s, stems := range [][]int32{a, b} {
		count[s] = make([]int, len(m.rarity))
		for _, t := range stems {
			count[s][t]++
		}
	}
	var list []int32
	for t := range m.rarity {
		if !m.small[t] && count[0][t] > 0 && count[1][t] > 0 {
			list = append(list, int32(t))
		}
	}
	steps := func(t int32) int { return count[0][t] * count[1][t] }
	slices.SortFunc(list, func(x, y int32) int { return cmp.Or(cmp.Compare(steps(x), steps(y)), cmp.Compare(x, y)) })
	indexed := make([]bool, len(m.rarity))
	left := max(leastSteps, stepsPerSentence*n)
	for _, t := range list {
		if left -= steps(t); left < 0 {
			break
		}
		indexed[t] = true
	}
	return indexed
}

// findTwins ties each sentence to one made of the same stems, the first of them
// to the first, and so on; those left over go to the last.
func (x *index) findTwins() {
	a, b := &x.m.sides[0], &x.m.sides[1]
	name := func(side *side, i int) string {
		ids, _ := side.stems.of(i)
		buf := make([]byte, 0, 4*len(ids))
		for _, t := range ids {
			buf = append(buf, byte(t), byte(t>>8), byte(t>>16), byte(t>>24))
		}
		return string(buf)
	}
	places := make(map[string][]int, len(b.Sentences))
	for j := range b.Sentences {
		n := name(b, j)
		places[n] = append(places[n], j)
	}
	x.twin = make([]int, len(a.Sentences))
	used := map[string]int{}
	for i := range a.Sentences {
		n := name(a, i)
		x.twin[i] = -1
		if list := places[n]; len(list) > 0 {
			x.twin[i] = list[min(used[n], len(list)-1)]
			used[n]++
		}
	}
}

// near returns the sentences worth scoring against sentence i of the first
// side, in order. The list is good until the next call.
func (x *index) near(i int) []int {
	m := x.m
	ids, w := m.sides[0].stems.of(i)
	x.seen = x.seen[:0]
	for k, t := range ids {
		step, whole := weightCos*float64(w[k]), weightShared*m.rarity[t]
		if m.number[t] {
			whole += weightNumber * m.rarity[t]
		}
		for _, p := range x.post[x.start[t]:x.start[t+1]] {
			if x.worth[p.sentence] == 0 {
				x.seen = append(x.seen, p.sentence)
			}
			x.worth[p.sentence] += step*float64(p.weight) + whole
		}
	}
	for _, t := range m.sides[0].about[i] {
		for _, j := range x.told[t] {
			if x.worth[j] > 0 {
				x.worth[j] += weightTold * m.rarity[t]
			}
		}
	}
	least := leastAlone - bias - weightCos*lettersOver/2
	if first := m.sides[0].lead; i >= first {
		least -= weightLead * math.Exp(-float64(i-first)/2)
	}
	x.result = x.result[:0]
	for _, j := range x.seen {
		if x.worth[j]+weightCos*x.rest[0][i]*x.rest[1][j] >= least {
			x.result = append(x.result, int(j))
		}
	}
	if len(x.result) > mostNear {
		x.keepBest(i)
	}
	for _, j := range x.seen {
		x.worth[j] = 0
	}
	slices.Sort(x.result)
	if j := x.twin[i]; j >= 0 {
		if at, ok := slices.BinarySearch(x.result, j); !ok {
			x.result = slices.Insert(x.result, at, j)
		}
	}
	return x.result
}

// keepBest cuts x.result, sentences near i, down to the mostNear worth most.
func (x *index) keepBest(i int) {
	better := func(j, k int) bool {
		if x.worth[j] != x.worth[k] {
			return x.worth[j] > x.worth[k]
		}
		if d, e := x.m.apart(i, j), x.m.apart(i, k); d != e {
			return d < e
		}
		return j < k
	}
	best := x.result[:mostNear]
	worst := func() int {
		w := 0
		for k := range best {
			if better(best[w], best[k]) {
				w = k
			}
		}
		return w
	}
	for w, rest := worst(), x.result[mostNear:]; len(rest) > 0; rest = rest[1:] {
		if better(rest[0], best[w]) {
			best[w] = rest[0]
			w = worst()
		}
	}
	x.result = best
}

// apart tells how far from each other sentences i and j stand, each by its
// place in its own text. It only serves to order.
func (m *matter) apart(i, j int) int {
	d := i*len(m.sides[1].Sentences) - j*len(m.sides[0].Sentences)
	return max(d, -d)
}
