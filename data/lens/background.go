package lens

import (
	"slices"
	"strings"

	"parallax/data"
)

// backgrounds makes a row for each sentence that may be background: in the
// writer's own words, behind the lead, with a year gone by, or with a cue such as
// "was founded in" or "for the first time since".
func (m *matter) backgrounds() []Row {
	var rows []Row
	for i, x := range m.reports {
		if !x.english {
			continue
		}
		years := x.yearsGone()
		for n, s := range x.Sentences {
			if s.Paragraph < 2 || x.isCaption(s.Paragraph) || x.quotedIn(s.First, s.Last) || !years[n] && x.cue(words().past, s.First, s.Last) < 0 || x.ahead(s.First, s.Last) || x.spokenIn(n) {
				continue
			}
			row := m.row("BG", Found)
			row.Cells[i].add(Wording{Text: x.says(s.Span), Places: []data.Span{s.Span}})
			rows = append(rows, row)
		}
	}
	return rows
}

// ahead reports whether tokens [from,to) tell of what is to come.
func (x *telling) ahead(from, to int) bool {
	for k := from; k < to; k++ {
		if toCome[x.key(k)] || x.key(k) == "set" && x.key(k+1) == "to" {
			return true
		}
	}
	return false
}

var toCome = map[string]bool{"will": true, "shall": true, "expects": true, "expect": true, "expected": true, "plans": true, "planned": true, "hopes": true, "due": true}

// yearsGone are the sentences that give a year before the one the report is of:
// the latest it gives, or the year of its date.
func (x *telling) yearsGone() map[int]bool {
	latest := 0
	if y := x.report.Published; len(y) >= 4 {
		for _, r := range y[:4] {
			latest = latest*10 + int(r-'0')
		}
	}
	dates := x.dates()
	if latest == 0 {
		for _, f := range dates {
			latest = max(latest, f.year)
		}
		latest++ // no year of its own: a report says "on Friday", and years of what is long gone
	}
	list := map[int]bool{}
	for _, f := range dates {
		if f.year > 0 && f.year < latest {
			list[x.sentence[f.core]] = true
		}
	}
	return list
}

// quotedIn reports whether a quotation of some length stands in tokens [from,to).
func (x *telling) quotedIn(from, to int) bool {
	n := 0
	for k := from; k < to; k++ {
		if x.quoted[k] >= 0 && x.Token(k).Word {
			n++
		}
	}
	return n > mostScare
}

// spokenIn reports whether somebody speaks in sentence n: with a speaking verb,
// or after "according to".
func (x *telling) spokenIn(n int) bool {
	if x.spoken == nil {
		x.spoken = map[int]bool{}
		for _, v := range x.withAttributions(x.readVerbs()) {
			x.spoken[x.sentence[v.from]] = true
		}
	}
	return x.spoken[n]
}

// asides makes a row for each cue of a comment in the writer's own voice, in a
// sentence without a source: no speaking verb, no "according to", no quotation.
func (m *matter) asides() []Row {
	rows := m.listed("ED", words().asides, func(x *telling, from, _ int) bool {
		n := x.sentence[from]
		s := x.Sentences[n]
		return x.quoted[from] < 0 && !x.spokenIn(n) && !x.quotedIn(s.First, s.Last) && !x.isCaption(s.Paragraph)
	})
	for i := range rows {
		rows[i].Finding = Found
	}
	return rows
}

// takesForGranted keeps words of the list that are used as it means them: not a
// stop for buses, and not what is still.
func takesForGranted(x *telling, from, to int) bool {
	switch x.key(from) {
	case "regret", "regrets":
		return x.together(from-1, from) && (pronouns[x.key(from-1)] || x.capital(from-1))
	case "discover", "discovers":
		return !x.determined(from)
	case "stop", "stops", "stopped", "stopping":
		return !x.determined(from) && x.stopsDoing(from, to)
	case "continued", "continues":
		next := x.key(to)
		return next != "," && next != "." && next != ":" && x.key(from-1) != ","
	case "cease", "ceases", "ceased":
		return x.key(to) != "-" && x.key(to) != "fire"
	case "still":
		return !x.determined(from) && !slices.Contains([]string{"image", "life", "from", "images", "water"}, x.key(to))
	case "again":
		return x.key(from-1) != "and" && x.key(from-1) != "over"
	}
	return true
}

// stopsDoing reports whether a form of "stop" tells that what went on ends:
// stopped selling, stop their cruelty, it must stop; but not stopped at a shop,
// nor stop people.
func (x *telling) stopsDoing(from, to int) bool {
	if !x.together(from, to) || !x.Token(to).Word {
		return true
	}
	next := x.key(to)
	switch {
	case strings.HasSuffix(next, "ing"):
		return true
	case determiners[next] || possessives[next]:
		for k := to; k < to+8 && x.together(from, k); k++ {
			if x.key(k) == "from" {
				return false
			}
		}
		return true
	}
	return x.leading(from).passive || x.leading(from).modal || next == "and" || next == "when" || next == "after"
}
