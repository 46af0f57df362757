package lens

import (
	"strings"

	"parallax/data"
)

// An act is a place where something is done to somebody or something and no doer
// is named: "were cut", but not "were cut by the council".
type act struct {
	from, to int
	stem     string
}

// acts finds the passives without a doer in the writer's own sentences, of the
// verbs on the list.
func (x *telling) acts() []act {
	if !x.english {
		return nil
	}
	var list []act
	for i, w := range x.Tokens {
		if x.quoted[i] >= 0 || !toBe[w.Key] {
			continue
		}
		k := i + 1
		for x.together(i, k) && (adverbs[x.key(k)] || x.key(k) == "not" || x.key(k) == "never" || strings.HasSuffix(x.key(k), "ly") || toBe[x.key(k)]) {
			k++
		}
		if !x.together(i, k) || toBe[x.key(k-1)] && k-1 > i || !x.done(k) {
			continue
		}
		stem := x.Tokens[k].Stem
		end := k + 1
		if p := words().particles[stem]; p != "" {
			if x.key(end) != p {
				continue
			}
			end++
		}
		if x.doerFollows(end) {
			continue
		}
		from := i
		for x.together(from-1, i) && (modals[x.key(from-1)] || x.key(from-1) == "has" || x.key(from-1) == "have" || x.key(from-1) == "had" || x.key(from-1) == "not") {
			from--
		}
		list = append(list, act{from, end, stem})
	}
	return list
}

var toBe = map[string]bool{"is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "being": true}

// done reports whether token k is the participle of a verb of doing.
func (x *telling) done(k int) bool {
	w := x.Tokens[k]
	if !w.Word || !strings.HasSuffix(w.Key, "ed") && !words().irregular[w.Key] {
		return false
	}
	return words().actions[w.Stem] || words().actions[irregularOf[w.Key]]
}

// irregularOf gives the stem of participles that stemming does not lead back.
var irregularOf = map[string]string{
	"shot": "shoot", "struck": "strike", "beaten": "beat", "burnt": "burn", "sunk": "sink", "withdrawn": "withdraw",
	"lost": "lose", "laid": "lay", "broken": "break", "left": "leav", "sent": "send",
}

// doerFollows reports whether the doer stands behind the verb: "by the council"
// within the next words, before anything ends.
func (x *telling) doerFollows(i int) bool {
	for k := i; k < i+7 && x.together(i-1, k); k++ {
		switch key := x.key(k); {
		case key == "by":
			return !x.Tokens[min(k+1, len(x.Tokens)-1)].Number && !days[x.key(k+1)] && months[x.key(k+1)] == 0
		case !x.Tokens[k].Word && key != "-" && key != "'":
			return false
		}
	}
	return false
}

// agency makes a row for each action told without its doer, with where the tied
// passages of the other reports have the same verb.
func (m *matter) agency() []Row {
	var rows []Row
	for i, x := range m.reports {
		for _, a := range x.acts() {
			row := m.row("AG", NoDoer)
			row.Cells[i].add(x.wording(a.from, a.to))
			at := x.span(a.from, a.to)
			for n := range m.ties {
				t := &m.ties[n]
				for side, report := range t.sides() {
					if report == i && meets(t.spans[side], at) {
						m.sameAct(&row, t.sides()[1-side], t.spans[1-side], a.stem)
					}
				}
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// sameAct puts the places of the verb in passages of report j into a row's cell.
func (m *matter) sameAct(row *Row, j int, spans []data.Span, stem string) {
	x := m.reports[j]
	for _, s := range spans {
		from, to := x.tokensIn(s)
		for k := from; k < to; k++ {
			w := x.Tokens[k]
			if x.quoted[k] >= 0 || w.Stem != stem && irregularOf[w.Key] != stem {
				continue
			}
			at := k
			for n := 0; n < 4 && at > from && (x.nominal(at-1) || toBe[x.key(at-1)] || determiners[x.key(at-1)]); n++ {
				at--
			}
			row.Cells[j].add(x.wording(at, k+1))
		}
	}
}
