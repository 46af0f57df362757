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
	told   [][]int32   // by stem: the sentences of the second side that tell of the name and do not have it
	rest   [2]bags     // of each sentence the stems that are not indexed
	halves [2][]halves // of the vectors in rest
	parts  [2][]parts  // of these too

	whole []bool    // by sentence of the first side: all its stems that count as words and the second side has are indexed
	twin  []int32   // by sentence of the first side: one of the second with the very same stems, or -1
	met   []met     // scratch by sentence of the second side: what it is seen to share with one of the first …
	worth []float32 // … and what that is worth so far, in points of the score
	turn  met
	dense []float32 // scratch by stem
	seen  []int32
}

// A candidate is a sentence of the second side worth scoring against one of the first.
type candidate struct {
	b     int32
	worth float32 // what the words both have are
	most  float32 // no score is higher
}

// Parts are the lengths of the parts of a vector cut up by stem, and halves
// those of its two halves. Two vectors' product is no larger than that of
// their parts' lengths, summed. Lengths are kept small, in steps of 1/partSteps,
// rounded up.
type (
	parts  [16]uint8
	halves [2]uint8
)

const partSteps = math.MaxUint8

// partsOf returns the parts and the halves of a vector with these squares of parts.
func partsOf(squares *[16]float32) (p parts, q halves) {
	steps := func(square float32) uint8 {
		return uint8(math.Ceil(partSteps * min(1, math.Sqrt(float64(square)))))
	}
	var sums [2]float32
	for k, square := range squares {
		p[k] = steps(square)
		sums[k%2] += square
	}
	for k, square := range sums {
		q[k] = steps(square)
	}
	return p, q
}

// pointsPerStep is what the product of two lengths, in steps, is worth at most.
const pointsPerStep = float32(weightCos) / (partSteps * partSteps)

// product is in steps of both.
func (x *parts) product(y *parts) int32 {
	sum, other := int32(0), int32(0)
	for k := 0; k < len(x); k += 2 {
		sum += int32(x[k]) * int32(y[k])
		other += int32(x[k+1]) * int32(y[k+1])
	}
	return sum + other
}

// A met is index.turn, if it is of use, and what a sentence shares with another:
// no more than names told of, one indexed stem, which alone is too little or may
// do, or several. Those of the last two stand in index.seen. It is one byte, so
// that those of thousands of sentences are at hand all the time.
type met uint8

const (
	onlyTold met = iota
	oneTooWeak
	one
	several
	states
)

// A posting says that a sentence of the second side has a stem.
type posting struct {
	sentence int32
	weight   float32 // of the stem there
}

const (
	// A stem in so many sentences that looking all its pairs up would take the
	// index past this many steps is left to the bound. Reports of a few hundred
	// sentences never come near.
	leastSteps       = 4_000_000
	stepsPerSentence = 1000
	// lettersOver is by how much the cosine of letters may pass that of words: it
	// does by 0.06 at most in 99 of 100 links of the fitted pairs and of made-up
	// ones of 100,000 words. With 0.12 rather than 0.2 two sure links of 6,800 are
	// lost there, and none at 10,000. Where it decides between possible and not,
	// rather than sure, less will do.
	lettersOver     = 0.12
	lettersPossible = 0.05
	// rounding is more than the numbers added up for a candidate may be off.
	rounding = 0.01
	// mostNear is how many sentences are scored against one at the most.
	mostNear = 100
)

func newIndex(ctx context.Context, m *matter) (*index, error) {
	a, b := &m.sides[0], &m.sides[1]
	x := &index{m: m, whole: make([]bool, len(a.Sentences)), met: make([]met, len(b.Sentences)), worth: make([]float32, len(b.Sentences))}
	indexed, _ := m.chooseStems(a.stems.ids(), b.stems.ids(), len(a.Sentences)+len(b.Sentences))
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	x.start = make([]int, len(m.rarity)+1)
	for _, t := range b.stems.terms {
		if indexed[t.id] {
			x.start[t.id+1]++
		}
	}
	for t := range m.rarity {
		x.start[t+1] += x.start[t]
	}
	x.post = make([]posting, x.start[len(m.rarity)])
	at := slices.Clone(x.start)
	inFirst, left := make([]bool, len(m.rarity)), make([]bool, len(m.rarity)) // left are stems of both sides left to the bound
	for _, t := range a.stems.terms {
		inFirst[t.id] = true
	}
	for _, t := range b.stems.terms {
		left[t.id] = inFirst[t.id] && !indexed[t.id]
	}
	for s, side := range []*side{a, b} {
		n := len(side.Sentences)
		x.halves[s], x.parts[s] = make([]halves, n), make([]parts, n)
		x.rest[s] = newBags(n, len(side.stems.terms))
		for i := range side.Sentences {
			var squares [16]float32
			whole := true
			for _, t := range side.stems.of(i) {
				if left[t.id] {
					squares[int(t.id)%len(squares)] += t.weight * t.weight
					whole = whole && m.small[t.id]
					x.rest[s].terms = append(x.rest[s].terms, t)
				} else if s == 1 && indexed[t.id] {
					x.post[at[t.id]] = posting{sentence: int32(i), weight: t.weight}
					at[t.id]++
				}
			}
			x.rest[s].start = append(x.rest[s].start, int32(len(x.rest[s].terms)))
			x.parts[s][i], x.halves[s][i] = partsOf(&squares)
			if s == 0 {
				x.whole[i] = whole
			}
		}
	}
	x.dense = make([]float32, len(m.rarity))
	x.seen = make([]int32, len(x.met)+1)
	x.told = make([][]int32, len(m.rarity))
	for j, names := range b.about {
		for _, t := range names {
			if indexed[t] && !slices.Contains(b.rare[j], t) {
				x.told[t] = append(x.told[t], int32(j))
			}
		}
	}
	x.findTwins()
	return x, ctx.Err()
}

// chooseStems returns which stems to index, given those of every sentence (or
// quotation) of each side: the rarest, until looking up every one of the first
// side in the second takes the most steps allowed for n of them. It also reports
// whether those are all that both sides have and that are not small.
func (m *matter) chooseStems(a, b []int32, n int) (indexed []bool, whole bool) {
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
	indexed = make([]bool, len(m.rarity))
	left := max(leastSteps, stepsPerSentence*n)
	for _, t := range list {
		if left -= steps(t); left < 0 {
			return indexed, false
		}
		indexed[t] = true
	}
	return indexed, true
}

// findTwins ties each sentence to one made of the same stems, the first of them
// to the first, and so on; those left over go to the last.
func (x *index) findTwins() {
	a, b := &x.m.sides[0], &x.m.sides[1]
	hash := func(terms []term) uint64 {
		h := uint64(len(terms))
		for _, t := range terms {
			h = (h ^ uint64(t.id)) * 0x9e3779b97f4a7c15
			h ^= h >> 29
		}
		return h
	}
	first := make(map[uint64]int32, len(b.Sentences)) // one higher than the first sentence of its hash not used up
	next := make([]int32, len(b.Sentences))           // the next sentence of the same hash
	for j := len(b.Sentences) - 1; j >= 0; j-- {
		h := hash(b.stems.of(j))
		next[j] = first[h]
		first[h] = int32(j + 1)
	}
	x.twin = make([]int32, len(a.Sentences))
	for i := range a.Sentences {
		terms := a.stems.of(i)
		h := hash(terms)
		x.twin[i] = -1
		if j := first[h] - 1; j >= 0 {
			if slices.EqualFunc(terms, b.stems.of(int(j)), func(t, u term) bool { return t.id == u.id }) {
				x.twin[i] = j
				if next[j] > 0 {
					first[h] = next[j]
				}
			}
		}
	}
}

// near appends the sentences worth scoring against sentence i of the first
// side, in order.
func (x *index) near(list []candidate, i int) []candidate {
	m := x.m
	other := bias + rounding
	if first := m.sides[0].lead; i >= first {
		other += weightLead * math.Exp(-float64(i-first)/2)
	}
	// By what is shared: what may come to what the words are worth, and the least
	// these must be worth.
	var more, leasts [states]float32
	bound := func(state met, letters, score float64) {
		more[state] = float32(other + weightCos*letters/2)
		leasts[state] = float32(score - (other + weightCos*letters/2))
	}
	bound(several, lettersPossible, leastScore(leastShared))
	bound(one, lettersOver, leastScore(1))
	if !x.whole[i] {
		more[one], leasts[one] = more[several], leasts[several]
	}
	x.meet(i, leasts[one])

	spread(x.dense, &x.rest[0], i)
	parts := x.parts[0][i]
	n := 0 // of seen that may do by their parts
	for _, j := range x.seen {
		may := 0
		if x.worth[j]+pointsPerStep*float32(parts.product(&x.parts[1][j])) >= leasts[(x.met[j]-x.turn)%states] {
			may = 1
		}
		x.seen[n] = j // no branch hangs on it, as in meet
		n += may
	}
	from := len(list)
	for _, j := range x.seen[:n] {
		state := (x.met[j] - x.turn) % states
		rest := float32(0)
		for _, t := range x.rest[1].of(int(j)) {
			rest += x.dense[t.id] * t.weight
		}
		if worth := x.worth[j] + weightCos*rest; worth >= leasts[state] {
			list = append(list, candidate{j, worth, worth + more[state]})
		}
	}
	gather(x.dense, &x.rest[0], i)
	if len(list)-from > mostNear {
		x.keepBest(list[from:], i)
		list = list[:from+mostNear]
	}
	sortCandidates(list[from:])
	if j := x.twin[i]; j >= 0 {
		twin := candidate{b: j, most: math.MaxFloat32}
		at, ok := slices.BinarySearchFunc(list[from:], j, func(c candidate, j int32) int { return int(c.b - j) })
		if ok {
			list[from+at] = twin
		} else {
			list = slices.Insert(list, from+at, twin)
		}
	}
	return list
}

// meet fills in x.met for sentence i of the first side, and x.seen with the
// sentences that share several indexed stems with it, or one that may do: with
// all else the two share it may be worth least.
func (x *index) meet(i int, least float32) {
	m := x.m
	if x.turn > math.MaxUint8-2*states {
		clear(x.met)
		x.turn = 0
	}
	x.turn += states
	turn, state := x.turn, x.met
	whole := x.worth[:len(state)]
	seen, n := x.seen[:len(state)+1], 0 // n of seen are filled in
	tell := func(j int32, worth float32) {
		if state[j] == turn+onlyTold {
			whole[j] += worth
		} else {
			state[j], whole[j] = turn+onlyTold, worth
		}
	}
	for _, t := range m.sides[0].about[i] {
		worth := float32(weightTold * m.rarity[t])
		for _, j := range x.told[t] {
			tell(j, worth)
		}
		if slices.Contains(m.sides[0].rare[i], t) {
			continue // where both have the name itself, it counts as a word
		}
		for _, p := range x.post[x.start[t]:x.start[t+1]] {
			tell(p.sentence, worth)
		}
	}
	rest := [2]int32{int32(x.halves[0][i][0]), int32(x.halves[0][i][1])}
	rests := x.halves[1][:len(state)]
	for _, t := range m.sides[0].stems.of(i) {
		post := x.post[x.start[t.id]:x.start[t.id+1]]
		if len(post) == 0 {
			continue
		}
		shared := weightShared * m.rarity[t.id]
		if m.number[t.id] {
			shared += weightNumber * m.rarity[t.id]
		}
		step, fixed := weightCos*t.weight, float32(shared)
		for k := range post {
			p := &post[k]
			j := p.sentence
			at, worth := state[j], step*p.weight+fixed
			if at < turn+oneTooWeak { // as nearly always
				if at == turn+onlyTold {
					worth += whole[j]
				}
				// Whether it may do is as good as chance: no branch hangs on it.
				may := met(0)
				most := rest[0]*int32(rests[j][0]) + rest[1]*int32(rests[j][1])
				if worth+pointsPerStep*float32(most) >= least {
					may = one - oneTooWeak
				}
				state[j], whole[j] = turn+oneTooWeak+may, worth
				seen[n] = j
				n += int(may)
				continue
			}
			if at == turn+oneTooWeak {
				seen[n] = j
				n++
			}
			state[j] = turn + several
			whole[j] += worth
		}
	}
	x.seen = seen[:n]
}

// sortCandidates sorts a few candidates by place.
func sortCandidates(list []candidate) {
	for k, c := range list {
		for ; k > 0 && list[k-1].b > c.b; k-- {
			list[k] = list[k-1]
		}
		list[k] = c
	}
}

// keepBest puts the mostNear of list, sentences near i, that are worth most in front.
func (x *index) keepBest(list []candidate, i int) {
	better := func(c, d candidate) bool {
		if c.worth != d.worth {
			return c.worth > d.worth
		}
		if d, e := x.m.apart(i, int(c.b)), x.m.apart(i, int(d.b)); d != e {
			return d < e
		}
		return c.b < d.b
	}
	best := list[:mostNear]
	worst := func() int {
		w := 0
		for k := range best {
			if better(best[w], best[k]) {
				w = k
			}
		}
		return w
	}
	w := worst()
	for _, c := range list[mostNear:] {
		if better(c, best[w]) {
			best[w] = c
			w = worst()
		}
	}
}

// apart tells how far from each other sentences i and j stand, each by its
// place in its own text. It only serves to order.
func (m *matter) apart(i, j int) int {
	d := i*len(m.sides[1].Sentences) - j*len(m.sides[0].Sentences)
	return max(d, -d)
}
