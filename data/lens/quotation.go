package lens

import (
	"cmp"
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/text"
)

const (
	leastQuoted = 4 // words of a quotation that can be cut or told in other words
	mostScare   = 3 // words of one that is only a few words in quotation marks
)

// quotedTokens are the words of quotation q.
func (x *telling) quotedTokens(q int) []int {
	var list []int
	for k := x.Quotations[q].First; k < x.Quotations[q].Last; k++ {
		if x.Token(k).Word {
			list = append(list, k)
		}
	}
	return list
}

// quotations makes a row for each quotation of four words or more: those that
// two reports give, and how they differ, and those of one report.
func (m *matter) quotations() []Row {
	type quote struct{ report, q int }
	var all []quote
	number := map[quote]int{}
	for i, x := range m.reports {
		for q := range x.Quotations {
			number[quote{i, q}] = len(all)
			all = append(all, quote{i, q})
		}
	}
	sets := newUnion(len(all))
	matched := map[int][]data.Span{} // by quotation: what of it another report gives too
	type inReport struct{ quotation, report int }
	given := map[inReport][]data.Span{} // … and what of it that report gives
	differ := map[int]bool{}            // by quotation: not in the same words
	for _, t := range m.quoteTies {
		a, okA := m.reports[t.reports[0]].quotationAt(t.spans[0])
		b, okB := m.reports[t.reports[1]].quotationAt(t.spans[1])
		if !okA || !okB {
			continue
		}
		qa, qb := number[quote{t.reports[0], a}], number[quote{t.reports[1], b}]
		sets.join(qa, qb)
		matched[qa], matched[qb] = append(matched[qa], t.spans[0]), append(matched[qb], t.spans[1])
		toB, toA := inReport{qa, t.reports[1]}, inReport{qb, t.reports[0]}
		given[toB], given[toA] = append(given[toB], t.spans[0]), append(given[toA], t.spans[1])
		if !m.sameWords(t) {
			differ[qa] = true
		}
	}
	for _, t := range m.retold(func(i, q int) bool { return matched[number[quote{i, q}]] != nil }) {
		qa, qb := number[quote{t.reports[0], t.q[0]}], number[quote{t.reports[1], t.q[1]}]
		sets.join(qa, qb)
		for s, n := range []int{qa, qb} {
			matched[n] = append(matched[n], m.reports[t.reports[s]].Quotations[t.q[s]].Span)
			differ[n] = true
		}
	}
	for _, r := range m.readings.sure() {
		a, okA := m.reports[r.reports[0]].quotationAt(r.spans[0])
		b, okB := m.reports[r.reports[1]].quotationAt(r.spans[1])
		if okA && okB {
			qa, qb := number[quote{r.reports[0], a}], number[quote{r.reports[1], b}]
			if sets.of(qa) != sets.of(qb) {
				sets.join(qa, qb)
				differ[qa] = true
			}
		}
	}
	at := map[int]int{}
	var rows []Row
	reworded, cut := map[int]bool{}, map[int]bool{}
	for n, q := range all {
		x := m.reports[q.report]
		list := x.quotedTokens(q.q)
		if len(list) == 0 || len(list) < leastQuoted && matched[n] == nil {
			continue
		}
		root := sets.of(n)
		k, ok := at[root]
		if !ok {
			k = len(rows)
			at[root] = k
			rows = append(rows, m.row("", OnlyOne))
		}
		reworded[k] = reworded[k] || differ[n]
		c := &rows[k].Cells[q.report]
		c.add(x.wording(list[0], list[len(list)-1]+1))
		lacking := func(spans []data.Span) (words int) {
			for _, w := range list {
				if !covered(x.Token(w).Start, spans) {
					words++
				}
			}
			return words
		}
		c.Quoted += lacking(matched[n])
		for other := range m.reports {
			if spans := given[inReport{n, other}]; spans != nil && lacking(spans) >= leastCut {
				cut[k] = true
			}
		}
	}
	for k := range rows {
		r := &rows[k]
		switch {
		case r.in() < 2:
		case reworded[k]:
			r.Code, r.Finding = "QW", Differs
		case cut[k]:
			r.Code, r.Finding = "QC", Cut
		default:
			r.Finding = Same
		}
	}
	return rows
}

// leastCut is how many words more one report must give of a quotation.
const leastCut = 2

func covered(offset int, spans []data.Span) bool {
	return slices.ContainsFunc(spans, func(s data.Span) bool { return s.Contains(offset) })
}

// A quoteTie is a quotation two reports give, the report with the lower number first.
type quoteTie struct {
	reports [2]int
	spans   [2]data.Span
}

// quotationAt returns the quotation that holds the middle of s.
func (x *telling) quotationAt(s data.Span) (int, bool) {
	at, ok := slices.BinarySearchFunc(x.Quotations, s.Start, func(q text.Quotation, start int) int { return cmp.Compare(q.Start, start) })
	if !ok {
		at--
	}
	return at, at >= 0 && x.Quotations[at].Overlap(s) > 0
}

// quotationsIn returns the quotations that stand, in part at least, in s.
func (x *telling) quotationsIn(s data.Span) []int {
	var list []int
	at, ok := slices.BinarySearchFunc(x.Quotations, s.Start, func(q text.Quotation, start int) int { return cmp.Compare(q.Start, start) })
	if !ok && at > 0 {
		at--
	}
	for ; at < len(x.Quotations) && x.Quotations[at].Start < s.End; at++ {
		if x.Quotations[at].Overlap(s) > 0 {
			list = append(list, at)
		}
	}
	return list
}

// sameWords reports whether both sides of a quotation give the same words in order.
func (m *matter) sameWords(t quoteTie) bool {
	var lists [2][]string
	for s := range lists {
		x := m.reports[t.reports[s]]
		for k, to := x.tokensIn(t.spans[s]); k < to; k++ {
			if x.Token(k).Word {
				lists[s] = append(lists[s], x.Token(k).Plain)
			}
		}
	}
	return slices.Equal(lists[0], lists[1])
}

// quotedWords makes a row for each run of one to three words in quotation marks
// that is no name and no quotation told elsewhere, with where the other reports
// have the same words.
func (m *matter) quotedWords() []Row {
	at := map[string]int{}
	var rows []Row
	var stems [][]string
	for i, x := range m.reports {
		for q := range x.Quotations {
			list := x.quotedTokens(q)
			if len(list) == 0 || len(list) > mostScare || x.title(list) || x.sayingOf(list) {
				continue
			}
			key := keyOf(x, list[0], list[len(list)-1]+1)
			n, ok := at[key]
			if !ok {
				n = len(rows)
				at[key] = n
				rows = append(rows, m.row("SQ", InQuotes))
				var s []string
				for _, k := range list {
					s = append(s, x.Token(k).Stem)
				}
				stems = append(stems, s)
			}
			rows[n].Cells[i].add(x.wording(list[0], list[len(list)-1]+1))
		}
	}
	for n := range rows { // the same words without marks
		for i, x := range m.reports {
			if len(rows[n].Cells[i].Wordings) > 0 {
				continue
			}
			for k := range x.TokenCount() {
				if x.quoted[k] < 0 && x.stems(k, stems[n]) {
					rows[n].Cells[i].add(x.wording(k, k+len(stems[n])))
				}
			}
			if len(rows[n].Cells[i].Wordings) > 0 {
				rows[n].Finding = Differs
			}
		}
	}
	return rows
}

// stems reports whether the words from token k on have these stems.
func (x *telling) stems(k int, list []string) bool {
	if k+len(list) > x.TokenCount() || !x.together(k, k+len(list)-1) {
		return false
	}
	for n, s := range list {
		if x.Token(k+n).Stem != s {
			return false
		}
	}
	return true
}

// title reports whether words in quotation marks are a name, "The Morning Hour".
func (x *telling) title(list []int) bool {
	return !slices.ContainsFunc(list, func(k int) bool { return !x.capital(k) && !x.Token(k).Stop })
}

// sayingOf reports whether words in quotation marks stand as a sentence of their
// own: “No comment,” she said.
func (x *telling) sayingOf(list []int) bool {
	last := x.key(list[len(list)-1] + 1)
	return x.capital(list[0]) && x.opens(list[0]) && (strings.ContainsAny(last, ",.!?") && last != "")
}
