package lens

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"parallax/data"
)

// A matched is two figures of two reports, by their numbers, that may be the same
// matter.
type matched struct {
	a, b  int
	score int
}

// The worth of what two figures have in common. Figures are laid side by side
// from leastAlike up.
const (
	leastAlike = 4
	sameEach   = 10 // the same number of the same thing
	sameRare   = 7  // the same number, one that is not met by chance
	sameThing  = 5  // another number of the same thing
	sameSlot   = 4  // another number where one stands in place of the other
	loosely    = 3  // taken off outside tied passages
)

// numbers makes a row for each number, date and amount, with what each report
// has for it.
func (m *matter) numbers() []Row {
	m.findFigures()
	return m.numberRows(m.figures, m.figureOf, m.figureSets)
}

// findFigures reads the figures of all reports and joins those that are the same
// matter, unless that is done.
func (m *matter) findFigures() {
	if m.figureSets != nil {
		return
	}
	var figures []figure
	var of []int      // the report of each figure
	start := []int{0} // where each report's figures start
	for i, x := range m.reports {
		for _, f := range x.readFigures() {
			figures, of = append(figures, f), append(of, i)
		}
		start = append(start, len(figures))
	}
	m.findCrowds(figures, of)
	sets := newUnion(len(figures))
	m.joinRepeated(figures, start, sets)
	for _, c := range m.matchFigures(figures, start, sets) {
		sets.join(c.a, c.b)
	}
	for _, r := range m.readings.sure() {
		figureIn := func(s int) int {
			return slices.IndexFunc(figures[start[r.reports[s]]:start[r.reports[s]+1]], func(f figure) bool {
				return m.reports[r.reports[s]].span(f.from, f.to).Overlap(r.spans[s]) > 0
			})
		}
		if a, b := figureIn(0), figureIn(1); a >= 0 && b >= 0 {
			sets.join(start[r.reports[0]]+a, start[r.reports[1]]+b)
		}
	}
	m.figures, m.figureOf, m.figureSets = figures, of, sets
}

// leastCrowd is how many make a crowd: a count so large that two reports which
// each count only one such crowd mean the same by it.
const leastCrowd = 100

// A place is a token of a report, by their numbers.
type place struct{ report, token int }

// farApart is how many times as large one of two crowds of a report must be as
// the other for each to be told from it.
const farApart = 4

// findCrowds notes the figures that are the only crowd of their size, of people
// or of what the word lists know by several names, in their report.
func (m *matter) findCrowds(figures []figure, of []int) {
	m.crowds = map[place]bool{}
	crowds := make([][]int, len(m.reports))
	for k := range figures {
		f, x := &figures[k], m.reports[of[k]]
		if f.thing == "" || f.sort == countFigure && f.value < leastCrowd || f.sort == vagueFigure && f.low < leastCrowd || f.sort != countFigure && f.sort != vagueFigure {
			continue
		}
		if _, _, listed := x.labelAt(f.about[1] - 1); listed {
			crowds[of[k]] = append(crowds[of[k]], k)
		}
	}
	for i, list := range crowds {
		for _, k := range list {
			m.crowds[place{i, figures[k].core}] = !slices.ContainsFunc(list, func(n int) bool {
				f, g := &figures[k], &figures[n]
				small, large := min(f.size(), g.size()), max(f.size(), g.size())
				return small != large && large < farApart*small && m.sameThing(m.reports[i], f, m.reports[i], g)
			})
		}
	}
}

// joinRepeated joins figures of one report that give the same number of the same thing.
func (m *matter) joinRepeated(figures []figure, start []int, sets union) {
	type what struct {
		sort             figureSort
		value            float64
		day, month, year int
		weekday, thing   string
		harm             string
	}
	for i := range m.reports {
		seen := map[what]int{}
		for k := start[i]; k < start[i+1]; k++ {
			f := &figures[k]
			w := what{f.sort, f.value, f.day, f.month, f.year, f.weekday, f.thing, f.harm}
			if f.telling(f) || f.harm != "" {
				w.thing = ""
			} else if f.sort == countFigure && f.thing == "" || f.sort == vagueFigure || f.sort == percentFigure || f.unit && f.value < 10 {
				continue
			}
			if other, ok := seen[w]; ok {
				sets.join(other, k)
			} else {
				seen[w] = k
			}
		}
	}
}

// size is a crowd's number, or the least it can be.
func (f *figure) size() float64 { return max(f.value, f.low) }

// matchFigures returns the figures of different reports that are the same
// matter, the surest first; of each report's figures one stands for another's once.
func (m *matter) matchFigures(figures []figure, start []int, sets union) []matched {
	var all []matched
	in := func(i int, spans []data.Span) []int {
		var list []int
		for _, s := range spans {
			at, _ := slices.BinarySearchFunc(figures[start[i]:start[i+1]], s.Start, func(f figure, start int) int {
				return cmp.Compare(m.reports[i].Token(f.core).Start, start)
			})
			for k := start[i] + at; k < start[i+1] && m.reports[i].Token(figures[k].core).Start < s.End; k++ {
				list = append(list, k)
			}
		}
		return list
	}
	for n := range m.ties {
		t := &m.ties[n]
		changes := t.changes()
		for _, a := range in(t.a, t.spans[0]) {
			for _, b := range in(t.b, t.spans[1]) {
				score := m.alike(t.a, &figures[a], t.b, &figures[b], changes, t.sure)
				if score >= leastAlike {
					all = append(all, matched{a, b, score + 10})
				}
			}
		}
	}
	// Outside tied passages only the same number of the same thing will do.
	type what struct {
		sort  figureSort
		value float64
		date  [3]int
	}
	for i := range m.reports {
		byValue := map[what][]int{}
		for k := start[i]; k < start[i+1]; k++ {
			f := &figures[k]
			w := what{f.sort, f.value, [3]int{f.day, f.month, f.year}}
			if f.sort == vagueFigure || len(byValue[w]) >= mostEqual {
				continue
			}
			byValue[w] = append(byValue[w], k)
		}
		for j := i + 1; j < len(m.reports); j++ {
			all = append(all, m.matchKnown(figures, start, i, j)...)
			for k := start[j]; k < start[j+1]; k++ {
				g := &figures[k]
				for _, a := range byValue[what{g.sort, g.value, [3]int{g.day, g.month, g.year}}] {
					if score := m.alike(i, &figures[a], j, g, nil, false) - loosely; score >= leastAlike {
						all = append(all, matched{a, k, score})
					}
				}
			}
		}
	}
	slices.SortStableFunc(all, func(x, y matched) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(m.apart(figures, start, x), m.apart(figures, start, y)), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return m.oneEach(all, figures, start, sets)
}

// matchKnown returns the figures of two reports that may be one matter whatever
// their number and wherever they stand: crowds, and counts of people who came to
// harm.
func (m *matter) matchKnown(figures []figure, start []int, i, j int) []matched {
	known := func(i int) []int {
		var list []int
		for k := start[i]; k < start[i+1]; k++ {
			if figures[k].harm != "" || m.crowds[place{i, figures[k].core}] {
				list = append(list, k)
			}
		}
		return list
	}
	var all []matched
	others := known(j)
	for _, a := range known(i) {
		for _, b := range others {
			if score := m.alike(i, &figures[a], j, &figures[b], nil, false) - loosely; score >= leastAlike && len(others) <= mostEqual {
				all = append(all, matched{a, b, score})
			}
		}
	}
	return all
}

// mostEqual is how many figures of one value a report is looked at for.
const mostEqual = 8

// apart is how far apart, in shares of their reports, two figures stand.
func (m *matter) apart(figures []figure, start []int, c matched) float64 {
	share := func(k int) float64 {
		i, _ := slices.BinarySearchFunc(start, k+1, func(s, k int) int { return cmp.Compare(s, k) })
		x := m.reports[i-1]
		return float64(x.Token(figures[k].core).Start) / float64(len(x.String)+1)
	}
	return math.Abs(share(c.a) - share(c.b))
}

// oneEach keeps, of matches in order, those whose figures are not taken between
// the same two reports. Figures joined in one report are taken together.
func (m *matter) oneEach(all []matched, figures []figure, start []int, sets union) []matched {
	report := func(k int) int {
		i, _ := slices.BinarySearchFunc(start, k+1, func(s, k int) int { return cmp.Compare(s, k) })
		return i - 1
	}
	taken := map[[2]int]int{} // by set and other report: the set it is matched with
	var kept []matched
	for _, c := range all {
		a, b := sets.of(c.a), sets.of(c.b)
		toB, okB := taken[[2]int{a, report(c.b)}]
		toA, okA := taken[[2]int{b, report(c.a)}]
		if okB && toB != b || okA && toA != a {
			continue
		}
		taken[[2]int{a, report(c.b)}], taken[[2]int{b, report(c.a)}] = b, a
		kept = append(kept, c)
	}
	return kept
}

// alike is how sure it is that two figures are the same matter; changes are the
// differences of the passages they stand in, sure says whether those are tied
// for sure.
func (m *matter) alike(i int, f *figure, j int, g *figure, changes []data.Difference, sure bool) int {
	x, y := m.reports[i], m.reports[j]
	money := f.thing == "" && g.thing == "" && f.money != "" && f.money == g.money
	thing := money || f.thing != "" && g.thing != "" && m.sameThing(x, f, y, g)
	unit := f.unit || money
	crowds := m.crowds[place{i, f.core}] && m.crowds[place{j, g.core}]
	slot := inOneSlot(x.span(f.core, f.to), y.span(g.core, g.to), changes)
	switch {
	case f.sort == dateFigure && g.sort == dateFigure:
		return alikeDates(f, g, slot, sure)
	case f.sort == scoreFigure && g.sort == scoreFigure:
		if f.value == g.value {
			return sameEach
		}
		return 0
	case f.sort == vagueFigure != (g.sort == vagueFigure):
		v, n := f, g
		if g.sort == vagueFigure {
			v, n = g, f
		}
		switch {
		case v.value < 0: // most
			if sure && (n.sort == percentFigure || n.sort == countFigure) && (n.value >= v.low && n.value <= v.high || n.sort == countFigure) && (slot || n.sort == countFigure && n.value > 20) {
				return sameSlot
			}
		case n.sort != countFigure || !thing || n.value < v.low/2 || n.value > v.high:
		case crowds:
			return sameRare
		default:
			return sameThing
		}
		return 0
	case f.sort != g.sort:
		return 0
	case f.sort == vagueFigure:
		if thing || sure && f.low == g.low && f.value == g.value {
			return sameThing
		}
		return 0
	}
	same := f.value == g.value
	rare := (f.value > 12 || f.value != math.Trunc(f.value)) && !f.common && !g.common
	ordinal := x.ordinal(f) || y.ordinal(g)
	switch {
	case same && thing && (!unit || rare):
		return sameEach
	case f.harm != "" && f.harm == g.harm && f.sort == g.sort:
		return sameRare
	case same && f.telling(g):
		return sameRare
	case same && thing && sure:
		return sameRare
	case same && thing && changes != nil && !f.common:
		return sameThing
	case same && rare && (f.thing == "" || g.thing == "" || f.unit == g.unit && !f.unit || ordinal):
		return sameRare
	case same && sure && (slotless(x, f, y, g) || f.sort == percentFigure && !f.common && !g.common):
		return sameThing
	case same:
		return 0
	case thing && !unit && changes != nil && (sure || slot):
		return sameThing
	case (thing || f.sort == percentFigure) && sure && slot:
		return sameSlot
	case thing && crowds && max(f.value, g.value) <= 2*min(f.value, g.value):
		return sameRare
	}
	return 0
}

// telling reports whether a number both figures give is so much a number of its
// own, 312 but not 300, that both tell the same matter whatever they call it.
func (f *figure) telling(g *figure) bool {
	measure := func(f *figure) bool { return f.unit && !isPeople(f.thing) }
	return f.sort == countFigure && f.value >= leastTelling && math.Mod(f.value, 10) != 0 && f.value == math.Trunc(f.value) && !measure(f) && !measure(g)
}

// leastTelling is the least number that is met twice by chance hardly ever.
const leastTelling = 101

// isPeople reports whether a stem is that of people.
func isPeople(stem string) bool { return stem == "person" || stem == "people" }

// slotless reports whether the words in front of two figures are the same.
func slotless(x *telling, f *figure, y *telling, g *figure) bool {
	a, b := x.key(f.from-1), y.key(g.from-1)
	return a == b && a != "" && f.thing == g.thing && f.money == g.money
}

// ordinal reports whether a figure is a place in a row: the 23rd minute.
func (x *telling) ordinal(f *figure) bool {
	key := x.key(f.core)
	return strings.HasSuffix(key, "st") || strings.HasSuffix(key, "nd") || strings.HasSuffix(key, "rd") || strings.HasSuffix(key, "th")
}

func alikeDates(f, g *figure, slot, sure bool) int {
	agree := func(a, b int) bool { return a == 0 || b == 0 || a == b }
	switch {
	case f.day > 0 && f.day == g.day && f.month == g.month && agree(f.year, g.year):
		return sameEach
	case f.year > 0 && f.year == g.year && f.day == 0 && g.day == 0 && agree(f.month, g.month):
		return sameRare
	case f.month > 0 && f.month == g.month && (f.day == 0 || g.day == 0) && agree(f.year, g.year):
		if slot || sure || f.day == g.day {
			return sameThing
		}
		return 0
	case f.weekday != "" && f.weekday == g.weekday && f.month == 0 && g.month == 0:
		return sameThing
	case slot && (f.month == 0) == (g.month == 0) && f.weekday == "" && g.weekday == "":
		return sameSlot
	}
	return 0
}

// inOneSlot reports whether one change of a tied passage holds both spans: the
// one stands in place of the other.
func inOneSlot(a, b data.Span, changes []data.Difference) bool {
	for _, d := range changes {
		if d.Kind == data.Replaced && d.Left.Overlap(a) > 0 && d.Right.Overlap(b) > 0 {
			return true
		}
	}
	return false
}

// sameThing reports whether two figures count the same thing, by the stem or by
// a naming set both words are in.
func (m *matter) sameThing(x *telling, f *figure, y *telling, g *figure) bool {
	if f.thing == g.thing || x.Token(f.about[1]-1).Plain == y.Token(g.about[1]-1).Plain {
		return true
	}
	a, b := f.about[1]-1, g.about[1]-1
	_, setsA, okA := x.labelAt(a)
	_, setsB, okB := y.labelAt(b)
	if !okA || !okB {
		return false
	}
	for _, s := range setsA {
		if slices.Contains(setsB, s) {
			return true
		}
	}
	return false
}

// numberRows makes the rows of joined figures.
func (m *matter) numberRows(figures []figure, of []int, sets union) []Row {
	at := map[int]int{}
	var rows []Row
	var members [][]int
	for k := range figures {
		root := sets.of(k)
		n, ok := at[root]
		if !ok {
			n = len(rows)
			at[root] = n
			rows, members = append(rows, m.row("NU", Same)), append(members, nil)
		}
		x, f := m.reports[of[k]], &figures[k]
		w := x.wording(f.from, f.to)
		if f.about[0] < f.about[1] && f.about[1] > f.to {
			w.About = x.says(data.Span{Start: x.Token(f.to - 1).End, End: x.Token(f.about[1] - 1).End})
		}
		rows[n].Cells[of[k]].add(w)
		members[n] = append(members[n], k)
	}
	for n := range rows {
		if rows[n].in() == 1 && len(m.reports) > 1 {
			rows[n].Finding = OnlyOne
		} else if figuresDiffer(figures, of, members[n]) {
			rows[n].Finding = Differs
		}
	}
	return rows
}

// figuresDiffer reports whether some report gives a number, or a limit of it,
// that another that has the matter does not.
func figuresDiffer(figures []figure, of []int, members []int) bool {
	type what struct {
		sort             figureSort
		value, low       float64
		day, month, year int
		limit            string
	}
	given := map[int]map[what]bool{}
	all := map[what]bool{}
	for _, k := range members {
		f := &figures[k]
		w := what{f.sort, f.value, f.low, f.day, f.month, f.year, f.limit}
		if given[of[k]] == nil {
			given[of[k]] = map[what]bool{}
		}
		given[of[k]][w], all[w] = true, true
	}
	for _, has := range given {
		if len(has) < len(all) {
			return true
		}
	}
	return false
}
