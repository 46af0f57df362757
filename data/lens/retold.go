package lens

import (
	"cmp"
	"slices"
)

const (
	leastRetold      = 2    // words that are neither small nor names two quotations of one saying must share …
	leastRetoldCover = 0.25 // … and what share of the shorter one's these must be
)

// A retelling is two quotations of two reports, by their numbers, that may give
// one saying in other words, as when it was translated twice.
type retelling struct {
	reports [2]int
	q       [2]int
	cover   float64
}

// retold pairs quotations that share too few words for the comparison to match
// them, but stand in passages tied to each other or come from one speaker. taken
// says which are matched already. Each is paired once with another report, the
// likest first.
func (m *matter) retold(taken func(report, q int) bool) []retelling {
	free := make([][]int, len(m.reports))
	stems := make([][]map[string]bool, len(m.reports))
	for i, x := range m.reports {
		stems[i] = make([]map[string]bool, len(x.Quotations))
		for q := range x.Quotations {
			list := x.quotedTokens(q)
			if len(list) < leastQuoted || taken(i, q) || x.title(list) {
				continue
			}
			free[i] = append(free[i], q)
			stems[i][q] = map[string]bool{}
			for _, k := range list {
				if w := x.Token(k); !w.Stop && !(w.Name && x.capital(k) && !x.opens(k)) {
					stems[i][q][w.Stem] = true
				}
			}
		}
	}
	var all []retelling
	speakers := m.quotedSpeakers()
	for i := range m.reports {
		for j := i + 1; j < len(m.reports); j++ {
			tied := m.tiedQuotes(i, j)
			byStem := map[string][]int{}
			for _, q := range free[j] {
				for s := range stems[j][q] {
					byStem[s] = append(byStem[s], q)
				}
			}
			for _, p := range free[i] {
				shared := map[int]int{}
				for s := range stems[i][p] {
					if len(byStem[s]) <= mostEqual {
						for _, q := range byStem[s] {
							shared[q]++
						}
					}
				}
				for q, n := range shared {
					cover := float64(n) / float64(min(len(stems[i][p]), len(stems[j][q])))
					one := speakers[[2]int{i, p}]
					if n >= leastRetold && cover >= leastRetoldCover && (tied[[2]int{p, q}] || one != "" && one == speakers[[2]int{j, q}]) {
						all = append(all, retelling{[2]int{i, j}, [2]int{p, q}, cover})
					}
				}
			}
		}
	}
	slices.SortFunc(all, func(x, y retelling) int {
		return cmp.Or(cmp.Compare(y.cover, x.cover), cmp.Compare(x.reports[0], y.reports[0]), cmp.Compare(x.reports[1], y.reports[1]),
			cmp.Compare(x.q[0], y.q[0]), cmp.Compare(x.q[1], y.q[1]))
	})
	used := map[[3]int]bool{} // report, quotation, other report
	return slices.DeleteFunc(all, func(r retelling) bool {
		a, b := [3]int{r.reports[0], r.q[0], r.reports[1]}, [3]int{r.reports[1], r.q[1], r.reports[0]}
		if used[a] || used[b] {
			return true
		}
		used[a], used[b] = true, true
		return false
	})
}

// tiedQuotes are the pairs of quotations of reports i and j that stand in tied
// sentences.
func (m *matter) tiedQuotes(i, j int) map[[2]int]bool {
	list := map[[2]int]bool{}
	for n := range m.ties {
		t := &m.ties[n]
		if t.a != i || t.b != j {
			continue
		}
		for _, s := range t.spans[0] {
			for _, u := range t.spans[1] {
				for _, p := range m.reports[i].quotationsIn(s) {
					for _, q := range m.reports[j].quotationsIn(u) {
						list[[2]int{p, q}] = true
					}
				}
			}
		}
	}
	return list
}

// quotedSpeakers are the keys of who speaks in each quotation, by report and quotation.
func (m *matter) quotedSpeakers() map[[2]int]string {
	list := map[[2]int]string{}
	for _, s := range m.allSpeakers() {
		for _, t := range s.turns {
			for _, q := range t.quotes {
				list[[2]int{t.report, q}] = s.key
			}
		}
	}
	return list
}
