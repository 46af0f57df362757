package compare

import (
	"slices"
	"strings"

	"parallax/data"
)

// standsIn reports whether an English word stands for a person named before.
func standsIn(key string) bool {
	switch key {
	case "he", "him", "his", "she", "her", "they", "their":
		return true
	}
	return false
}

// namesTold returns for each sentence the stems of the names it tells of: its
// own and, where it has none or has a word that stands for a person, those of
// the last sentence before it that has some.
func (m *matter) namesTold(x *side) [][]int32 {
	list := make([][]int32, len(x.Sentences))
	x.own, x.carried = make([]uint64, len(x.Sentences)), make([]uint64, len(x.Sentences))
	var all, last []int32 // what the lists are cut from; the names of the last sentence that has some
	for i, sentence := range x.Sentences {
		from := len(all)
		for _, t := range x.rare[i] {
			if m.named[t] {
				all = append(all, t)
				x.own[i] |= nameBit(t)
			}
		}
		own := all[from:len(all):len(all)]
		if len(own) == 0 || x.standIn[i] >= sentence.First {
			for _, t := range last {
				if !slices.Contains(own, t) {
					all = append(all, t)
					x.carried[i] |= nameBit(t)
				}
			}
		}
		list[i] = all[from:len(all):len(all)]
		if len(own) > 0 {
			last = own
		}
	}
	return list
}

// nameBit returns the bit that stands for a name, and for some others.
func nameBit(stem int32) uint64 { return 1 << (stem % 64) }

// alsoTold returns the rarity, summed, of the names that sentences a and b both
// tell of though not both by name. m.both holds the words both have.
func (m *matter) alsoTold(a, b int) float64 {
	x, y := &m.sides[0], &m.sides[1]
	if x.carried[a]&(y.own[b]|y.carried[b])|x.own[a]&y.carried[b] == 0 {
		return 0
	}
	sum := 0.0
	m.told = m.common(m.told[:0], x.about[a], y.about[b])
	for _, t := range m.told {
		if !slices.Contains(m.both, t) {
			sum += m.rarity[t]
		}
	}
	return sum
}

// ofPlaces are the English words before a name that mostly make it a place's.
var ofPlaces = map[string]bool{"in": true, "at": true, "near": true, "of": true, "from": true, "around": true, "outside": true}

const (
	mostStandIns = 2 // told of a pair
	longestName  = 4 // words
)

// standIns returns the names that one side of a group gives where the other has
// a word that may stand for it, as namesTold took it to.
func (m *matter) standIns(g group) []data.StandIn {
	var list []data.StandIn
	for k := range g.links {
		l := &g.links[k]
		for s, at := range [2][2]int{{l.a, l.b}, {l.b, l.a}} {
			here, there := &m.sides[s], &m.sides[1-s]
			if here.carried[at[0]]&there.own[at[1]] == 0 || here.standIn[at[0]] < here.Sentences[at[0]].First {
				continue
			}
			carried := func(t int32) bool {
				return slices.Contains(here.about[at[0]], t) && !slices.Contains(here.rare[at[0]], t)
			}
			if !slices.ContainsFunc(there.about[at[1]], carried) {
				continue
			}
			word := here.Token(here.standIn[at[0]]).Of(here.String)
			for _, n := range m.namesIn(there, at[1]) {
				in := data.StandIn{Side: data.Side(s), Word: word, Name: n.span.Of(there.String)}
				if !slices.ContainsFunc(n.stems, func(t int32) bool { return !carried(t) }) && !slices.Contains(list, in) {
					list = append(list, in)
				}
			}
		}
	}
	slices.SortStableFunc(list, func(x, y data.StandIn) int { return strings.Compare(x.Name, y.Name) })
	return list[:min(len(list), mostStandIns)]
}

// A name is a run of words with capitals.
type name struct {
	span  data.Span
	stems []int32
}

// isName reports whether token k is a word written as a name.
func (x *side) isName(k int) bool {
	f := x.Forms[x.FormOf(k)]
	return f.Word && f.Name && !f.Number
}

// namesIn returns the names in sentence i that are likely no places, nor months
// behind their day.
func (m *matter) namesIn(x *side, i int) []name {
	var list []name
	first, last := x.Sentences[i].First, x.Sentences[i].Last
	for k := first; k < last; k++ {
		var n name
		from := k
		for k < last && x.isName(k) {
			n.stems = append(n.stems, x.forms[x.FormOf(k)].stem)
			n.span = data.Span{Start: x.TokenSpan(from).Start, End: x.TokenSpan(k).End}
			k++
		}
		if len(n.stems) > 0 && len(n.stems) <= longestName && (from == first || !ofPlaces[x.Token(from-1).Key] && !x.Forms[x.FormOf(from-1)].Number) {
			list = append(list, n)
		}
	}
	return list
}
