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
	rest   [2]bags      // of each sentence the stems that are not indexed
	length [2][]lengths // of the vectors in rest
	whole  []bool       // by sentence of the first side: all its stems that count as words and the second side has are indexed
	twin   []int32      // by sentence of the first side: one of the second with the very same stems, or -1
	met    []met        // scratch by sentence of the second side
	dense  []float32    // scratch by stem
	seen   []int32
	result []int
}

// lengths are those of a vector cut into parts by stem, and of the whole. Two
// vectors' product is no larger than that of their lengths, and no larger than
// that of the parts' lengths summed.
type lengths struct {
	whole float32
	parts [16]float32
}

func (x *lengths) product(y *lengths) float32 {
	sum, other := float32(0), float32(0)
	for k := 0; k < len(x.parts); k += 2 {
		sum += x.parts[k] * y.parts[k]
		other += x.parts[k+1] * y.parts[k+1]
	}
	return sum + other
}

// A met is what a sentence of the second side is seen to share with one of the first.
type met struct {
	worth float32 // in points of the score
	words int32   // how many rare stems
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
	// rounding is more than the numbers added up for a candidate may be off.
	rounding = 0.01
	// mostNear is how many sentences are scored against one at the most.
	mostNear = 50
)

func newIndex(ctx context.Context, m *matter) (*index, error) {
	a, b := &m.sides[0], &m.sides[1]
	x := &index{m: m, whole: make([]bool, len(a.Sentences)), met: make([]met, len(b.Sentences))}
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
	left := make([]bool, len(m.rarity)) // words of both sides left to the bound
	for _, t := range b.stems.id {
		left[t] = !indexed[t] && !m.small[t]
	}
	for s, side := range []*side{a, b} {
		n := len(side.Sentences)
		x.length[s] = make([]lengths, n)
		x.rest[s] = bags{start: make([]int, 1, n+1), id: make([]int32, 0, len(side.stems.id)), weight: make([]float32, 0, len(side.stems.id))}
		for i := range side.Sentences {
			ids, w := side.stems.of(i)
			rest, whole := &x.length[s][i], true
			square := float32(0)
			for k, t := range ids {
				if !indexed[t] {
					square += w[k] * w[k]
					rest.parts[int(t)%len(rest.parts)] += w[k] * w[k]
					whole = whole && !left[t]
					x.rest[s].id, x.rest[s].weight = append(x.rest[s].id, t), append(x.rest[s].weight, w[k])
				} else if s == 1 {
					x.post[at[t]] = posting{int32(i), w[k]}
					at[t]++
				}
			}
			x.rest[s].start = append(x.rest[s].start, len(x.rest[s].id))
			rest.whole = float32(math.Sqrt(float64(square)))
			for k, square := range rest.parts {
				rest.parts[k] = float32(math.Sqrt(float64(square)))
			}
			if s == 0 {
				x.whole[i] = whole
			}
		}
	}
	x.dense = make([]float32, len(m.rarity))
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
	hash := func(ids []int32) uint64 {
		h := uint64(len(ids))
		for _, t := range ids {
			h = (h ^ uint64(t)) * 0x9e3779b97f4a7c15
			h ^= h >> 29
		}
		return h
	}
	first := make(map[uint64]int32, len(b.Sentences)) // one higher than the first sentence of its hash not used up
	next := make([]int32, len(b.Sentences))           // the next sentence of the same hash
	for j := len(b.Sentences) - 1; j >= 0; j-- {
		ids, _ := b.stems.of(j)
		h := hash(ids)
		next[j] = first[h]
		first[h] = int32(j + 1)
	}
	x.twin = make([]int32, len(a.Sentences))
	for i := range a.Sentences {
		ids, _ := a.stems.of(i)
		h := hash(ids)
		x.twin[i] = -1
		if j := first[h] - 1; j >= 0 {
			if others, _ := b.stems.of(int(j)); slices.Equal(ids, others) {
				x.twin[i] = j
				if next[j] > 0 {
					first[h] = next[j]
				}
			}
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
		post := x.post[x.start[t]:x.start[t+1]]
		if len(post) == 0 {
			continue
		}
		step, whole := weightCos*w[k], weightShared*m.rarity[t]
		if m.number[t] {
			whole += weightNumber * m.rarity[t]
		}
		for _, p := range post {
			at := &x.met[p.sentence]
			if at.words == 0 {
				x.seen = append(x.seen, p.sentence)
			}
			at.worth += step*p.weight + float32(whole)
			at.words++
		}
	}
	for _, t := range m.sides[0].about[i] {
		for _, j := range x.told[t] {
			if at := &x.met[j]; at.words > 0 {
				at.worth += float32(weightTold * m.rarity[t])
			}
		}
	}
	other := bias + weightCos*lettersOver/2 + rounding
	if first := m.sides[0].lead; i >= first {
		other += weightLead * math.Exp(-float64(i-first)/2)
	}
	one := leastScore(1)
	if !x.whole[i] {
		one = leastScore(leastShared)
	}
	least := [2]float32{float32(one - other), float32(leastScore(leastShared) - other)}
	spread(x.dense, &x.rest[0], i)
	rest := x.length[0][i]
	rest.whole *= weightCos
	for k := range rest.parts {
		rest.parts[k] *= weightCos
	}
	x.result = x.result[:0]
	for _, j := range x.seen {
		at, of := &x.met[j], &x.length[1][j]
		least := least[min(at.words, leastShared)-1]
		if at.worth+rest.whole*of.whole < least || at.worth+rest.product(of) < least {
			continue
		}
		if at.worth += weightCos * float32(dot(x.dense, &x.rest[1], int(j))); at.worth >= least {
			x.result = append(x.result, int(j))
		}
	}
	gather(x.dense, &x.rest[0], i)
	if len(x.result) > mostNear {
		x.keepBest(i)
	}
	for _, j := range x.seen {
		x.met[j] = met{}
	}
	slices.Sort(x.result)
	if j := int(x.twin[i]); j >= 0 {
		if at, ok := slices.BinarySearch(x.result, j); !ok {
			x.result = slices.Insert(x.result, at, j)
		}
	}
	return x.result
}

// keepBest cuts x.result, sentences near i, down to the mostNear worth most.
func (x *index) keepBest(i int) {
	better := func(j, k int) bool {
		if x.met[j].worth != x.met[k].worth {
			return x.met[j].worth > x.met[k].worth
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
