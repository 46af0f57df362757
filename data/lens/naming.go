package lens

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parallax/data"
)

// naming makes a row for each person, and each thing of a naming set, that the
// reports call by different names; and for what the reader said is one thing.
func (m *matter) naming() []Row {
	rows := append(m.labels(), m.people()...)
	for _, r := range append(m.counted(), m.sorted()...) {
		if !slices.ContainsFunc(rows, func(o Row) bool { return holds(o, r) }) {
			rows = append(rows, r)
		}
	}
	return append(rows, m.ruledSame(rows)...)
}

// A use is a place where a label of one naming set or more stands.
type use struct {
	from, to int
	label    string // its stems
	sets     []int
}

// uses are the labels of the naming sets in a report, in text order.
func (x *telling) uses() []use {
	if !x.english {
		return nil
	}
	var list []use
	for k := 0; k < x.TokenCount(); k++ {
		end, sets, ok := x.labelAt(k)
		if ok && !x.inName(k, end) {
			list = append(list, use{k, end, stemsOf(x, k, end), sets})
		}
		k = max(k, end-1)
	}
	return list
}

// stemsOf joins the stems of tokens [from,to).
func stemsOf(x *telling, from, to int) string {
	if to == from+1 {
		return x.Token(from).Stem
	}
	list := make([]string, 0, to-from)
	for k := from; k < to; k++ {
		list = append(list, x.Token(k).Stem)
	}
	return strings.Join(list, " ")
}

// labels makes a row for each naming set of which a tied passage has one label in
// one report and another in the other, with every place of the labels that are
// rivals there. Sets whose labels name one thing wherever they stand need no tie:
// it is enough that each report has a label the other never uses.
func (m *matter) labels() []Row {
	uses := make([][]use, len(m.reports))
	all := make([]map[int]map[string]bool, len(m.reports)) // by report and set: its labels
	bySet := func(list []use) map[int]map[string]bool {
		sets := map[int]map[string]bool{}
		for _, u := range list {
			for _, s := range u.sets {
				if sets[s] == nil {
					sets[s] = map[string]bool{}
				}
				sets[s][u.label] = true
			}
		}
		return sets
	}
	for i, x := range m.reports {
		uses[i] = x.uses()
		all[i] = bySet(uses[i])
	}
	in := func(i int, spans []data.Span) map[int]map[string]bool {
		x := m.reports[i]
		var list []use
		for _, s := range spans {
			from, to := x.tokensIn(s)
			k, _ := slices.BinarySearchFunc(uses[i], from, func(u use, from int) int { return cmp.Compare(u.from, from) })
			for ; k < len(uses[i]) && uses[i][k].from < to; k++ {
				list = append(list, uses[i][k])
			}
		}
		return bySet(list)
	}
	rivals := make([]map[string]bool, len(words().sets)) // by set: labels that stand against another
	oppose := func(set int, a, b map[string]bool) {
		for label := range a {
			if b[label] {
				continue
			}
			if rivals[set] == nil {
				rivals[set] = map[string]bool{}
			}
			rivals[set][label] = true
			for other := range b {
				rivals[set][other] = true
			}
		}
	}
	for n := range m.ties {
		t := &m.ties[n]
		a := in(t.a, t.spans[0])
		if len(a) == 0 {
			continue
		}
		b := in(t.b, t.spans[1])
		for set := range a {
			if len(b[set]) > 0 && (t.sure || words().sets[set]) {
				oppose(set, a[set], b[set])
				oppose(set, b[set], a[set])
			}
		}
	}
	for set, anywhere := range words().sets {
		for i := range m.reports {
			for j := i + 1; anywhere && j < len(m.reports); j++ {
				if a, b := lacking(all[i][set], all[j][set]), lacking(all[j][set], all[i][set]); len(a) > 0 && len(b) > 0 {
					oppose(set, a, b)
				}
			}
		}
	}
	var rows []Row
	for set := range words().sets {
		if rivals[set] == nil {
			continue
		}
		row := m.row("NA", Differs)
		for i, x := range m.reports {
			var list []use
			for _, u := range uses[i] {
				if rivals[set][u.label] && slices.Contains(u.sets, set) {
					list = append(list, u)
				}
			}
			slices.SortStableFunc(list, func(a, b use) int { return strings.Compare(a.label, b.label) })
			for _, u := range list {
				row.Cells[i].add(x.wording(u.from, u.to))
			}
		}
		if row.in() > 1 && cellsDiffer(row.Cells) {
			rows = append(rows, row)
		}
	}
	return rows
}

// lacking returns what of a is not in b.
func lacking(a, b map[string]bool) map[string]bool {
	list := map[string]bool{}
	for label := range a {
		if !b[label] {
			list[label] = true
		}
	}
	return list
}

// people makes a row for each person that two reports name, with what each calls
// him or her: "Mayor Edvin Strand", "Strand".
func (m *matter) people() []Row {
	at := map[string]int{}
	var rows []Row
	names := map[string]bool{}
	for _, x := range m.reports {
		if x.english {
			x.addPeople(names)
		}
	}
	for i, x := range m.reports {
		if !x.english {
			continue
		}
		for k := 0; k < x.TokenCount(); k++ {
			s, ok := x.personAt(k, names)
			if !ok {
				continue
			}
			key := x.Token(s[1] - 1).Stem
			n, seen := at[key]
			if !seen {
				n = len(rows)
				at[key] = n
				rows = append(rows, m.row("NA", Differs))
			}
			w := x.wording(s[0], s[1])
			w.Text = strings.TrimSuffix(strings.TrimSuffix(w.Text, "’s"), "'s")
			rows[n].Cells[i].add(w)
			k = s[1] - 1
		}
	}
	return slices.DeleteFunc(rows, func(r Row) bool { return r.in() < 2 || !cellsDiffer(r.Cells) })
}

// addPeople puts the last words of names that a role stands in front of, those
// that are surely persons', into names.
func (x *telling) addPeople(names map[string]bool) {
	for i, w := range x.Tokens() {
		if roles[w.Key] && x.together(i, i+1) && x.capital(i+1) && !x.Token(i+1).Stop && x.Token(i+1).Name && !roles[x.key(i+1)] {
			end := x.nameEnd(i + 1)
			if key := x.key(end - 1); months[key] == 0 && !days[key] {
				names[x.Token(end-1).Stem] = true
			}
		}
	}
}

// nameEnd returns the end of the run of capital words, and of initials with
// their stops, that starts at token i.
func (x *telling) nameEnd(i int) int {
	end := i
	for x.together(i, end) && end-i < 6 {
		w := x.Token(end)
		initial := w.Key == "." && end > i && x.Token(end-1).Len() == 1 && x.together(end, end+1) && x.capital(end+1)
		if !initial && (!w.Word || !x.capital(end) || w.Stop || w.Number || end > i && strings.HasSuffix(x.key(end-1), "'s")) {
			break
		}
		end++
	}
	return end
}

// personAt returns the name at token k with the words for what somebody is in
// front of it, if it is a person's.
func (x *telling) personAt(k int, names map[string]bool) ([2]int, bool) {
	if !x.Token(k).Word || x.Token(k).Stop && !roles[x.key(k)] {
		return [2]int{}, false
	}
	at := k
	for at-k < 4 && x.together(k, at) && (roles[x.key(at)] || x.roleAhead(at)) {
		at++
	}
	if !x.together(k, at) || !x.capital(at) || !x.Token(at).Word || x.Token(at).Stop {
		return [2]int{}, false
	}
	end := x.nameEnd(at)
	if end == at || !names[x.Token(end-1).Stem] {
		return [2]int{}, false
	}
	return [2]int{k, end}, true
}

// roleAhead reports whether token i says what sort of role follows: the "team"
// of "team captain", the "Talvian" of "Talvian President".
func (x *telling) roleAhead(i int) bool {
	w := x.Token(i)
	return w.Word && !w.Stop && !w.Number && x.together(i, i+1) && (roles[x.key(i+1)] && (x.capital(i) || !x.capital(i+1)) || x.capital(i) && x.capital(i+1) && roles[x.key(i+2)] && x.together(i, i+2))
}

// counted makes a row for each number of one matter that the reports put to
// things of different names: 60 staff, 60 workers.
func (m *matter) counted() []Row {
	m.findFigures()
	at := map[int]int{}
	var rows []Row
	for k := range m.figures {
		f := &m.figures[k]
		x := m.reports[m.figureOf[k]]
		if f.sort != countFigure || f.thing == "" || f.unit && x.key(f.about[1]-1) != "people" || !x.english {
			continue
		}
		set := m.figureSets.of(k)
		n, ok := at[set]
		if !ok {
			n = len(rows)
			at[set] = n
			rows = append(rows, m.row("NA", Differs))
		}
		rows[n].Cells[m.figureOf[k]].add(x.wording(f.about[1]-1, f.about[1]))
	}
	return slices.DeleteFunc(rows, func(r Row) bool { return r.in() < 2 || !cellsDiffer(r.Cells) })
}

// A namedSort is a thing told by a name and its sort: the Tarnby plant.
type namedSort struct {
	from, to int
	sort     string // "plant"
	sets     []int  // the naming sets its sort is in
}

// namedSorts are the things of a report told by a name and a listed word for
// their sort behind it, by their names. What opens a clause is left out: there the
// word behind a name can be its verb.
func (x *telling) namedSorts() map[string][]namedSort {
	list := map[string][]namedSort{}
	for k := 1; k < x.TokenCount(); k++ {
		if x.Token(k).Stop || x.capital(k) || !x.capital(k-1) || !x.together(k-1, k) {
			continue
		}
		end, sets, ok := x.labelAt(k)
		from := k
		for x.together(from-1, k) && x.capital(from-1) && x.Token(from-1).Word && !x.Token(from-1).Stop {
			from--
		}
		if name := keyOf(x, from, k); ok && x.together(from-1, k) && x.Token(from-1).Word && x.key(from-1) != "and" && !strings.HasSuffix(name, "'s") && !strings.HasSuffix(name, "'") {
			list[name] = append(list[name], namedSort{from, end, stemsOf(x, k, end), sets})
		}
	}
	return list
}

// sorted makes a row for each thing that two reports give one name and another
// word for its sort: the Tarnby plant, its Tarnby glassworks.
func (m *matter) sorted() []Row {
	sorts := make([]map[string][]namedSort, len(m.reports))
	var names []string
	for i, x := range m.reports {
		if x.english {
			sorts[i] = x.namedSorts()
		}
		names = slices.AppendSeq(names, maps.Keys(sorts[i]))
	}
	slices.Sort(names)
	var rows []Row
	for _, name := range slices.Compact(names) {
		row := m.row("NA", Differs)
		for i, x := range m.reports {
			for _, a := range sorts[i][name] {
				if slices.ContainsFunc(sorts, func(other map[string][]namedSort) bool {
					return slices.ContainsFunc(other[name], a.rivals)
				}) {
					row.Cells[i].add(x.wording(a.from, a.to))
				}
			}
		}
		if row.in() > 1 && cellsDiffer(row.Cells) {
			rows = append(rows, row)
		}
	}
	return rows
}

// rivals reports whether another thing of the same name is told by another word of one set.
func (a namedSort) rivals(b namedSort) bool {
	return a.sort != b.sort && slices.ContainsFunc(a.sets, func(s int) bool { return slices.Contains(b.sets, s) })
}

// holds reports whether a row has every place of another.
func holds(r, other Row) bool {
	for i, c := range other.Cells {
		has := r.Cells[i].all()
		for _, p := range c.all() {
			if !meets(has, p) {
				return false
			}
		}
	}
	return true
}

// ruledSame makes a row for each two passages the reader said name the same that
// no row has. What she said of numbers, quotations and speakers is of their tables.
func (m *matter) ruledSame(rows []Row) []Row {
	var more []Row
	for _, s := range m.readings.sure() {
		a, b := s.reports[0], s.reports[1]
		has := func(r Row) bool {
			return meets(r.Cells[a].all(), s.spans[0]) && meets(r.Cells[b].all(), s.spans[1])
		}
		if slices.ContainsFunc(rows, has) || slices.ContainsFunc(more, has) || m.elsewhere(a, s.spans[0]) || m.elsewhere(b, s.spans[1]) {
			continue
		}
		row := m.row("NA", Differs)
		row.Read = true
		for n, i := range s.reports {
			x := m.reports[i]
			if from, to := x.tokensIn(s.spans[n]); from < to {
				row.Cells[i].add(x.wording(from, to))
			}
		}
		if row.in() == 2 {
			more = append(more, row)
		}
	}
	return more
}

// elsewhere reports whether a passage of report i is a number, a speaking verb or
// a whole quotation, which have tables of their own.
func (m *matter) elsewhere(i int, s data.Span) bool {
	x := m.reports[i]
	m.findFigures()
	for k := range m.figures {
		if f := &m.figures[k]; m.figureOf[k] == i && x.span(f.core, f.to).Overlap(s) > 0 {
			return true
		}
	}
	if q, ok := x.quotationAt(s); ok && x.Quotations[q].Overlap(s) == x.Quotations[q].Len() {
		return true
	}
	return slices.ContainsFunc(x.withAttributions(m.verbsOf(i)), func(v verb) bool { return x.span(v.from, v.to).Overlap(s) > 0 })
}

func meets(spans []data.Span, s data.Span) bool {
	return slices.ContainsFunc(spans, func(t data.Span) bool { return t.Overlap(s) > 0 })
}
