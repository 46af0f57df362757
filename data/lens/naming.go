package lens

import (
	"slices"
	"strings"

	"parallax/data"
)

// naming makes a row for each person, and each thing of a naming set, that the
// reports call by different names; and for what the reader said is one thing.
func (m *matter) naming() []Row {
	rows := append(m.labels(), m.people()...)
	for _, r := range m.counted() {
		if !slices.ContainsFunc(rows, func(o Row) bool { return holds(o, r) }) {
			rows = append(rows, r)
		}
	}
	for i := range rows {
		m.rule(&rows[i])
	}
	return append(rows, m.ruledSame(rows)...)
}

// labels makes a row for each naming set of which a tied passage has one label in
// one report and another in the other, with every place of the labels that are
// rivals there.
func (m *matter) labels() []Row {
	type use struct{ from, to int }
	rivals := map[int]map[string]bool{} // by set: labels that stand against another
	uses := make([]map[int]map[string][]use, len(m.reports))
	for i, x := range m.reports {
		uses[i] = map[int]map[string][]use{}
		if !x.english {
			continue
		}
		for k := 0; k < len(x.Tokens); k++ {
			end, sets, ok := words().labels.at(x, k)
			if !ok || x.inName(k, end) {
				continue
			}
			for _, s := range sets {
				if uses[i][s] == nil {
					uses[i][s] = map[string][]use{}
				}
				key := keyOf(x, k, end)
				uses[i][s][key] = append(uses[i][s][key], use{k, end})
			}
			k = end - 1
		}
	}
	in := func(i, set int, spans []data.Span) map[string]bool {
		x, list := m.reports[i], map[string]bool{}
		for key, places := range uses[i][set] {
			for _, u := range places {
				if covered(x.Tokens[u.from].Start, spans) {
					list[key] = true
				}
			}
		}
		return list
	}
	for n := range m.ties {
		t := &m.ties[n]
		if !t.sure {
			continue
		}
		for set := range words().sets {
			if len(uses[t.a][set]) == 0 || len(uses[t.b][set]) == 0 {
				continue
			}
			a, b := in(t.a, set, t.spans[0]), in(t.b, set, t.spans[1])
			if len(a) == 0 || len(b) == 0 {
				continue
			}
			for _, side := range [][2]map[string]bool{{a, b}, {b, a}} {
				for key := range side[0] {
					if side[1][key] {
						continue
					}
					if rivals[set] == nil {
						rivals[set] = map[string]bool{}
					}
					rivals[set][key] = true
					for other := range side[1] {
						rivals[set][other] = true
					}
				}
			}
		}
	}
	var rows []Row
	for set := range words().sets {
		row := m.row("NA", Differs)
		for i, x := range m.reports {
			var keys []string
			for key := range uses[i][set] {
				if rivals[set][key] {
					keys = append(keys, key)
				}
			}
			slices.Sort(keys)
			for _, key := range keys {
				for _, u := range uses[i][set][key] {
					row.Cells[i].add(x.wording(u.from, u.to))
				}
			}
		}
		if row.in() > 1 && cellsDiffer(row.Cells) {
			rows = append(rows, row)
		}
	}
	return rows
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
		for k := 0; k < len(x.Tokens); k++ {
			s, ok := x.personAt(k, names)
			if !ok {
				continue
			}
			key := x.Tokens[s[1]-1].Stem
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
	for i, w := range x.Tokens {
		if roles[w.Key] && x.together(i, i+1) && x.capital(i+1) && !x.Tokens[i+1].Stop && x.Tokens[i+1].Name && !roles[x.key(i+1)] {
			end := x.nameEnd(i + 1)
			if key := x.key(end - 1); months[key] == 0 && !days[key] {
				names[x.Tokens[end-1].Stem] = true
			}
		}
	}
}

// nameEnd returns the end of the run of capital words, and of initials with
// their stops, that starts at token i.
func (x *telling) nameEnd(i int) int {
	end := i
	for x.together(i, end) && end-i < 6 {
		w := x.Tokens[end]
		initial := w.Key == "." && end > i && x.Tokens[end-1].Len() == 1 && x.together(end, end+1) && x.capital(end+1)
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
	if !x.Tokens[k].Word || x.Tokens[k].Stop && !roles[x.key(k)] {
		return [2]int{}, false
	}
	at := k
	for at-k < 4 && x.together(k, at) && (roles[x.key(at)] || x.roleAhead(at)) {
		at++
	}
	if !x.together(k, at) || !x.capital(at) || !x.Tokens[at].Word || x.Tokens[at].Stop {
		return [2]int{}, false
	}
	end := x.nameEnd(at)
	if end == at || !names[x.Tokens[end-1].Stem] {
		return [2]int{}, false
	}
	return [2]int{k, end}, true
}

// roleAhead reports whether token i says what sort of role follows: the "team"
// of "team captain", the "Talvian" of "Talvian President".
func (x *telling) roleAhead(i int) bool {
	w := x.Tokens[i]
	return w.Word && !w.Stop && !w.Number && x.together(i, i+1) && (roles[x.key(i+1)] || x.capital(i) && x.capital(i+1) && roles[x.key(i+2)] && x.together(i, i+2))
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
// no row has.
func (m *matter) ruledSame(rows []Row) []Row {
	var more []Row
	for _, s := range m.readings.sure() {
		a, b := s.reports[0], s.reports[1]
		has := func(r Row) bool {
			return meets(r.Cells[a].all(), s.spans[0]) && meets(r.Cells[b].all(), s.spans[1])
		}
		if slices.ContainsFunc(rows, has) || slices.ContainsFunc(more, has) {
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

func meets(spans []data.Span, s data.Span) bool {
	return slices.ContainsFunc(spans, func(t data.Span) bool { return t.Overlap(s) > 0 })
}
