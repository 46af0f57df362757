package compare

import "slices"

// A group is links that make one pair.
type group struct {
	links []link
	a, b  []int // the sentences of either side, in order, each once
	ruled bool  // the reader ties them
}

func groupOf(links []link) group {
	places := make([]int, 2*len(links))
	g := group{links: links, a: places[:0:len(links)], b: places[len(links):len(links)]}
	for _, l := range links {
		g.a, g.b = append(g.a, l.a), append(g.b, l.b)
	}
	slices.Sort(g.a)
	slices.Sort(g.b)
	g.a, g.b = slices.Compact(g.a), slices.Compact(g.b)
	return g
}

// sentences returns the group's sentences on side s.
func (g *group) sentences(s int) []int { return [2][]int{g.a, g.b}[s] }

// group parts links, sorted by place, into the sure ones and the likely, and
// joins the sure ones into the smallest pairs that read as one. Links that share
// a sentence make one pair when each is there for words the others do not have
// and their sentences stand together, see standsTogether. All others are pairs
// of one sentence each.
func (m *matter) group(all []link) (groups []group, likely []link) {
	sureOnes := 0
	for k := range all {
		if all[k].z >= sure {
			sureOnes++
		}
	}
	links := make([]link, 0, sureOnes)
	likely = make([]link, 0, len(all)-sureOnes)
	for k := range all {
		if l := &all[k]; l.z >= sure {
			links = append(links, *l)
		} else {
			likely = append(likely, *l)
		}
	}
	needed := m.needed(links)
	joined, single := make([]link, 0, len(links)), make([]link, 0, len(links))
	for k := range links {
		if needed[k] {
			joined = append(joined, links[k])
		} else {
			single = append(single, links[k])
		}
	}
	parts := m.connected(joined)
	if len(parts) > 0 {
		groups = make([]group, 0, len(parts))
	}
	for _, part := range parts {
		if g := groupOf(part); g.standsTogether() {
			groups = append(groups, g)
		} else {
			single = append(single, part...)
		}
	}
	if len(groups) < len(parts) {
		slices.SortFunc(single, byPlace)
	}
	return merged(singles(single), groups, func(x, y *group) bool { return x.links[0].before(&y.links[0]) }), likely
}

// singles makes a group of each link.
func singles(links []link) []group {
	groups, places := make([]group, len(links)), make([]int, 2*len(links))
	for k := range links {
		at := places[2*k : 2*k+2 : 2*k+2]
		at[0], at[1] = links[k].a, links[k].b
		groups[k] = group{links: links[k : k+1 : k+1], a: at[:1:1], b: at[1:]}
	}
	return groups
}

// standsTogether reports whether a group is one sentence against several, or
// neighbours against neighbours of which each is tied to one of two that are
// tied to each other, as where two sentences are cut at another place. Links in
// a longer chain tie sentences that have nothing in common.
func (g *group) standsTogether() bool {
	if len(g.a) == 1 || len(g.b) == 1 {
		return true
	}
	run := func(list []int) bool { return list[len(list)-1]-list[0] == len(list)-1 }
	if !run(g.a) || !run(g.b) {
		return false
	}
	links := [2][]int{make([]int, len(g.a)), make([]int, len(g.b))} // of each sentence
	for _, l := range g.links {
		links[0][l.a-g.a[0]]++
		links[1][l.b-g.b[0]]++
	}
	return slices.ContainsFunc(g.links, func(l link) bool {
		return links[0][l.a-g.a[0]]+links[1][l.b-g.b[0]]-1 == len(g.links)
	})
}

// leastOwn is the share of a link's words that no other link at its sentences
// may have, for the link to stand in one pair with those.
const leastOwn = 0.5

// needed tells which links have enough words of their own, once those weaker
// that have not are left out.
func (m *matter) needed(links []link) []bool {
	var shared [2][]int32 // by place in side.stems: links that share the stem there
	for s := range shared {
		shared[s] = make([]int32, len(m.sides[s].stems.terms))
	}
	at := make([]int32, len(m.rarity)) // by stem: one higher than its place in the first side's bag
	each := func(l *link, do func(stem int32, a, b *int32)) {
		a, b := &m.sides[0].stems, &m.sides[1].stems
		for p, t := range a.of(l.a) {
			at[t.id] = a.start[l.a] + int32(p) + 1
		}
		for p, t := range b.of(l.b) {
			if at[t.id] > 0 && !m.small[t.id] {
				do(t.id, &shared[0][at[t.id]-1], &shared[1][b.start[l.b]+int32(p)])
			}
		}
		for _, t := range a.of(l.a) {
			at[t.id] = 0
		}
	}
	add := func(l *link, n int32) {
		each(l, func(_ int32, a, b *int32) { *a, *b = *a+n, *b+n })
	}
	for k := range links {
		add(&links[k], 1)
	}
	needed := make([]bool, len(links))
	for _, k := range slices.Backward(m.bestFirst(links)) { // the weakest first
		own, whole := 0.0, 0.0
		each(&links[k], func(stem int32, a, b *int32) {
			whole += m.rarity[stem]
			if *a == 1 && *b == 1 {
				own += m.rarity[stem]
			}
		})
		needed[k] = own >= leastOwn*whole
		if !needed[k] {
			add(&links[k], -1)
		}
	}
	return needed
}

// connected parts links, sorted by place, into those that hang together by
// sentences they share, each part sorted by place too.
func (m *matter) connected(links []link) [][]link {
	var last [2][]int // by sentence: one higher than the part it was seen in last
	for s := range last {
		last[s] = make([]int, len(m.sides[s].Sentences))
	}
	var joined []int // by part: the part it was joined to, or itself
	root := func(p int) int {
		for joined[p] != p {
			joined[p] = joined[joined[p]]
			p = joined[p]
		}
		return p
	}
	of := make([]int, len(links))
	for k, l := range links {
		p, q := last[0][l.a]-1, last[1][l.b]-1
		switch {
		case p < 0 && q < 0:
			p = len(joined)
			joined = append(joined, p)
		case p < 0:
			p = root(q)
		case q < 0:
			p = root(p)
		default:
			p, q = root(p), root(q)
			p, q = min(p, q), max(p, q)
			joined[q] = p
		}
		of[k], last[0][l.a], last[1][l.b] = p, p+1, p+1
	}
	parts := make([][]link, len(joined))
	for k, l := range links {
		p := root(of[k])
		parts[p] = append(parts[p], l)
	}
	return slices.DeleteFunc(parts, func(part []link) bool { return part == nil })
}
