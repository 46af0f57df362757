package lens

import (
	"cmp"
	"slices"

	"parallax/data"
)

// Whose words a wording of the table of that name is: the Class of the wording.
const (
	Quoted = "quoted" // it stands inside a quotation
	Told   = "told"   // in a sentence that says who speaks, without quotation marks
	Own    = "own"    // in the writer's own sentence
)

// leastShared is how many words that are not small a quotation and another
// report's own sentence must share in a row. Fewer do where one of them is on a
// word list and the passages are tied.
const leastShared = 3

// A stretch is words in a row that a report has, without the small words between.
type stretch struct{ from, to, words int }

// whoseWords makes a row for words that one report has inside a quotation and
// another in its writer's own sentences: runs of words in passages that tell the
// same, and a few words in quotation marks wherever the other has them without.
func (m *matter) whoseWords() []Row {
	var rows []Row
	at := map[string]int{}
	for j, y := range m.reports {
		own := y.contentRuns()
		for i, x := range m.reports {
			if i == j {
				continue
			}
			for q := range x.Quotations {
				list := x.quotedTokens(q)
				if len(list) == 0 || x.title(list) {
					continue
				}
				for _, s := range m.quotedElsewhere(i, j, list, own) {
					key := stemsOf(x, s[0].from, s[0].to)
					n, ok := at[key]
					if !ok {
						n = len(rows)
						at[key] = n
						rows = append(rows, m.row("WH", Differs))
					}
					rows[n].Cells[i].addOnce(x.whose(s[0]))
					rows[n].Cells[j].addOnce(y.whose(s[1]))
				}
			}
		}
	}
	return rows
}

// whose is a wording with whose words it is.
func (x *telling) whose(s stretch) Wording {
	w := x.wording(s.from, s.to)
	switch {
	case x.quoted[s.from] >= 0:
		w.Class = Quoted
	case x.english && x.spokenIn(x.sentence[s.from]):
		w.Class = Told
	default:
		w.Class = Own
	}
	return w
}

// addOnce adds a wording whose place the cell has not.
func (c *Cell) addOnce(w Wording) {
	if !meets(c.all(), w.Places[0]) {
		c.add(w)
	}
}

// contentRuns are the places outside quotations where each two words that are
// not small follow each other in a sentence, by their stems; of one word, by it.
func (x *telling) contentRuns() map[string][]int {
	runs := map[string][]int{}
	for k, w := range x.Tokens() {
		if !w.Word || w.Stop || x.quoted[k] >= 0 {
			continue
		}
		runs[w.Stem] = append(runs[w.Stem], k)
		if n := x.nextContent(k); n >= 0 && x.quoted[n] < 0 {
			key := w.Stem + " " + x.Token(n).Stem
			runs[key] = append(runs[key], k)
		}
	}
	return runs
}

// nextContent is the next word of the sentence that is not small; -1: none.
func (x *telling) nextContent(k int) int {
	for n := k + 1; x.together(k, n); n++ {
		if w := x.Token(n); w.Word && !w.Stop {
			return n
		}
	}
	return -1
}

// quotedElsewhere returns runs of a quotation of report i, given by its words,
// that stand outside quotations in report j, each with where they do.
func (m *matter) quotedElsewhere(i, j int, list []int, own map[string][]int) [][2]stretch {
	x, y := m.reports[i], m.reports[j]
	var found [][2]stretch
	content := slices.DeleteFunc(slices.Clone(list), func(k int) bool { return x.Token(k).Stop })
	if len(content) > 0 && len(list) <= mostScare && len(content) <= 2 {
		key := x.Token(content[0]).Stem
		if len(content) == 2 {
			key += " " + x.Token(content[1]).Stem
		}
		for _, k := range own[key][:min(len(own[key]), mostEqual)] {
			end := k
			if len(content) == 2 {
				end = y.nextContent(k)
			}
			if !x.Token(content[0]).Number && !y.inName(k, end+1) {
				found = append(found, [2]stretch{{content[0], content[len(content)-1] + 1, len(content)}, {k, end + 1, len(content)}})
			}
		}
		return found
	}
	for n := 0; n+1 < len(content); n++ {
		best := [2]stretch{}
		for _, k := range own[x.Token(content[n]).Stem+" "+x.Token(content[n+1]).Stem] {
			a, b, words := n, k, 1
			for a+1 < len(content) {
				next := y.nextContent(b)
				if next < 0 || y.quoted[next] >= 0 || y.Token(next).Stem != x.Token(content[a+1]).Stem {
					break
				}
				a, b, words = a+1, next, words+1
			}
			s := [2]stretch{{content[n], content[a] + 1, words}, {k, b + 1, words}}
			if words > best[0].words && !x.plainWords(content[n:a+1]) && (words >= leastShared ||
				x.telltale(s[0].from, s[0].to) && m.tiedPlaces(i, x.span(s[0].from, s[0].to), j, y.span(s[1].from, s[1].to))) {
				best = s
			}
		}
		if best[0].words > 0 {
			found = append(found, best)
			n += best[0].words - 1
		}
	}
	return found
}

// plainWords reports whether words are names, numbers and measures, which any
// writer gives.
func (x *telling) plainWords(list []int) bool {
	return !slices.ContainsFunc(list, func(k int) bool {
		w := x.Token(k)
		return !w.Number && !(w.Name && x.capital(k)) && !units()[w.Stem] && shares[w.Key] == 0
	})
}

// telltale reports whether a word of tokens [from,to) is on a list of labels, of
// strong-feeling, maybe- or surely-words, or of asides.
func (x *telling) telltale(from, to int) bool {
	if !x.english {
		return false
	}
	for k := from; k < to; k++ {
		for _, list := range []phrases{words().labels, words().emotive, words().hedges, words().boosters, words().asides} {
			if _, _, ok := list.at(x, k); ok {
				return true
			}
		}
	}
	return false
}

// tiedPlaces reports whether a passage with span a of report i is tied to one
// with span b of report j.
func (m *matter) tiedPlaces(i int, a data.Span, j int, b data.Span) bool {
	if i > j {
		i, a, j, b = j, b, i, a
	}
	from, _ := slices.BinarySearchFunc(m.ties, [2]int{i, j}, func(t tie, key [2]int) int { return cmp.Or(cmp.Compare(t.a, key[0]), cmp.Compare(t.b, key[1])) })
	for ; from < len(m.ties) && m.ties[from].a == i && m.ties[from].b == j; from++ {
		if meets(m.ties[from].spans[0], a) && meets(m.ties[from].spans[1], b) {
			return true
		}
	}
	return false
}
