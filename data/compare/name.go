package compare

import "slices"

// standIns are the English words that stand for a person named before.
var standIns = map[string]bool{
	"he": true, "him": true, "his": true, "she": true, "her": true, "they": true, "their": true,
}

// namesTold returns for each sentence the stems of the names it tells of: its
// own and, where it has none or has a word that stands for a person, those of
// the last sentence before it that has some.
func (m *matter) namesTold(x *side) [][]int32 {
	list := make([][]int32, len(x.Sentences))
	var all, last []int32 // what the lists are cut from; the names of the last sentence that has some
	for i, sentence := range x.Sentences {
		from := len(all)
		for _, t := range x.rare[i] {
			if m.named[t] {
				all = append(all, t)
			}
		}
		own := all[from:len(all):len(all)]
		standsIn := len(own) == 0
		for _, w := range x.Tokens[sentence.First:sentence.Last] {
			standsIn = standsIn || standIns[w.Key]
		}
		if standsIn {
			for _, t := range last {
				if !slices.Contains(own, t) {
					all = append(all, t)
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

// alsoTold returns the rarity, summed, of the names that sentences a and b both
// tell of though not both by name. m.both holds the words both have.
func (m *matter) alsoTold(a, b int) float64 {
	sum := 0.0
	m.told = m.common(m.told[:0], m.sides[0].about[a], m.sides[1].about[b])
	for _, t := range m.told {
		if !slices.Contains(m.both, t) {
			sum += m.rarity[t]
		}
	}
	return sum
}
