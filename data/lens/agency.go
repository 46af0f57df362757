package lens

import (
	"cmp"
	"slices"
	"strings"
)

// Doer is the Class of a wording of the agency table that names who did it.
const Doer = "doer"

// An act is a place where something is done to somebody or something and no doer
// is named: "were cut", but not "were cut by the council"; "the closure"; "died".
type act struct {
	from, to int
	stem     string
	weak     bool // it often has no doer at all, as "fell": it counts where another passage names one
}

// acts finds what is told without a doer, in text order: passives, nouns of
// action, and verbs whose subject is what something happens to.
func (x *telling) acts() []act {
	if !x.english {
		return nil
	}
	var list []act
	for k := range x.TokenCount() {
		if a, ok := x.passive(k); ok {
			list = append(list, a)
		} else if a, ok := x.actionNoun(k); ok {
			list = append(list, a)
		} else if a, ok := x.happening(k); ok {
			list = append(list, a)
		}
	}
	return list
}

var toBe = map[string]bool{"is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "being": true}

var toGet = map[string]bool{"got": true, "get": true, "gets": true}

// passive reads token k as the participle of a passive without a doer.
func (x *telling) passive(k int) (act, bool) {
	if !x.participle(k) {
		return act{}, false
	}
	at := k - 1
	for x.together(at, k) && (adverbs[x.key(at)] || x.key(at) == "last" || x.key(at) == "not" || x.key(at) == "never" || strings.HasSuffix(x.key(at), "ly")) {
		at--
	}
	if !x.together(at, k) || !toBe[x.key(at)] && !(toGet[x.key(at)] && words().actions[x.Token(k).Stem]) {
		return act{}, false
	}
	from := at
	for x.together(from-1, k) && (toBe[x.key(from-1)] || modals[x.key(from-1)] || x.key(from-1) == "has" || x.key(from-1) == "have" || x.key(from-1) == "had" || x.key(from-1) == "not") {
		from--
	}
	end := k + 1
	if words().particles[x.Token(k).Stem] == x.key(end) && x.together(k, end) || awayWords[x.key(end)] && x.together(k, end) {
		end++
	}
	if next := x.key(k + 1); x.together(k, k+1) && (next == "to" && (x.key(k) == "set" || x.key(k) == "left") || next == "-") {
		return act{}, false // is set to: the future
	}
	return act{from: from, to: end, stem: x.Token(k).Stem}, !x.doerFollows(end)
}

// awayWords are the particles that belong to the verb in front of them.
var awayWords = map[string]bool{"away": true, "off": true, "out": true, "down": true, "up": true, "over": true, "aside": true, "apart": true, "back": true}

// participle reports whether token k is the past participle of a verb of doing,
// rather than a word for how something is.
func (x *telling) participle(k int) bool {
	w := x.Token(k)
	switch {
	case !w.Word || len(w.Key) < 3 || words().states[w.Key]:
		return false
	case words().irregular[w.Key]:
		return true
	}
	if strings.HasPrefix(w.Key, "un") && !undone[w.Key] {
		return false // unmarried, unemployed
	}
	if strings.HasSuffix(w.Key, "eed") {
		return strings.HasSuffix(w.Key, "greed") && w.Key != "greed" || w.Key == "freed" || w.Key == "guaranteed" || w.Key == "decreed"
	}
	return strings.HasSuffix(w.Key, "ed") && !x.capital(k)
}

// undone are the participles in un- that tell something done.
var undone = map[string]bool{
	"uncovered": true, "underlined": true, "undermined": true, "undertaken": true, "unearthed": true, "unified": true, "united": true,
	"unleashed": true, "unloaded": true, "unlocked": true, "unveiled": true,
}

// doerFollows reports whether the doer stands behind the verb: "by the council"
// within the next words, before anything ends. "By" with a day, a means or a
// number names no doer.
func (x *telling) doerFollows(i int) bool {
	for k := i; k < i+7 && x.together(i-1, k); k++ {
		switch key := x.key(k); {
		case key == "by":
			return x.doer(k + 1)
		case !x.Token(k).Word && key != "-" && key != "'" && key != "\"":
			return false
		}
	}
	return false
}

// doer reports whether what stands behind "by", from token i on, can do something.
func (x *telling) doer(i int) bool {
	the := x.determined(i + 1)
	if the {
		i++
	}
	if !x.together(i-1, i) {
		return false
	}
	w := x.Token(i)
	switch {
	case w.Number && !x.plainPeople(i), days[w.Key], months[w.Key] > 0, byThen[w.Key], times[w.Key]:
		return false
	case !the && (byMeans[w.Key] || strings.HasSuffix(w.Key, "ing") && !x.capital(i)):
		return false // by letter, by cutting; but by a car
	}
	return w.Word
}

// plainPeople reports whether a number counts people: by two men, but not by two per cent.
func (x *telling) plainPeople(i int) bool {
	return x.together(i, i+1) && x.Token(i+1).Word && !units()[x.Token(i+1).Stem] && x.key(i+1) != "per" && !x.Token(i+1).Number || x.key(i+1) == "people"
}

// byThen are words that "by" names a time or a measure with.
var byThen = map[string]bool{
	"then": true, "now": true, "noon": true, "midnight": true, "dawn": true, "dusk": true, "end": true, "start": true, "middle": true,
	"time": true, "winter": true, "summer": true, "spring": true, "autumn": true, "far": true, "half": true, "percentage": true, "way": true, "means": true,
	"itself": true, "himself": true, "herself": true, "themselves": true,
}

// byMeans are words that "by" names a way with, where no article stands in front.
var byMeans = map[string]bool{
	"letter": true, "post": true, "mail": true, "email": true, "phone": true, "telephone": true, "hand": true, "law": true, "name": true,
	"car": true, "road": true, "rail": true, "train": true, "bus": true, "boat": true, "ship": true, "sea": true, "air": true, "plane": true,
	"truck": true, "lorry": true, "ferry": true, "mistake": true, "accident": true, "chance": true, "default": true, "force": true,
	"vote": true, "cash": true, "card": true,
}

// actionNoun reads token k as a noun that tells an action without its doer: "the
// closure", "attacks on villages".
func (x *telling) actionNoun(k int) (act, bool) {
	w := x.Token(k)
	with, ok := words().nouns[w.Key]
	if !ok || x.inName(k, k+1) || x.key(k+1) == "-" && x.together(k, k+1) {
		return act{}, false
	}
	at := k - 1
	for x.together(at, k) && x.Token(at).Word && !x.Token(at).Stop && !x.capital(at) && !x.Token(at).Number && k-at < 4 &&
		!strings.HasSuffix(x.key(at), "'s") && !strings.HasSuffix(x.key(at), "'") {
		at-- // adjectives
	}
	before := ""
	if x.together(at, k) {
		before = x.key(at)
	}
	end := k + 1
	switch {
	case with != nil:
		if !slices.Contains(with, x.key(end)) || !x.together(k, end) || !x.affected(end+1) {
			return act{}, false
		}
		for end++; x.together(k, end) && determiners[x.key(end)]; end++ {
		}
		for x.together(k, end) && x.nominal(end) && x.Token(end).Word && end-k < 6 {
			end++
		}
		if x.capital(at) && !x.opens(at) && before != "" || possessives[before] || strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "'") {
			return act{}, false // whose it is says who did it
		}
		if !determiners[before] && !strings.HasSuffix(w.Key, "s") && before != "" {
			return act{}, false
		}
	case !determiners[before] && !possessives[before] || at < k-1 && x.agentWord(k-1):
		return act{}, false
	case x.Token(at).Word && x.together(k, end) && x.Token(end).Word && !x.Token(end).Stop && x.nominal(end) && !strings.HasSuffix(x.key(end), "ed") && !x.verbLike(end):
		return act{}, false // the arrest warrant
	}
	return act{from: k, to: end, stem: w.Stem}, !x.doerFollows(end)
}

// affected reports whether what an action is done to can stand at token i: not a
// time, a share or a number of a measure.
func (x *telling) affected(i int) bool {
	for x.together(i-1, i) && determiners[x.key(i)] {
		i++
	}
	return x.together(i-1, i) && x.Token(i).Word && !x.Token(i).Number && !days[x.key(i)] && months[x.key(i)] == 0 && !times[x.key(i)]
}

// agentWord reports whether the word in front of a noun of action says who acts:
// a police raid.
func (x *telling) agentWord(i int) bool {
	_, _, listed := x.labelAt(i)
	return listed || x.key(i) == "police" || x.key(i) == "state" || x.key(i) == "council"
}

// verbLike reports whether token i looks like a verb in the present.
func (x *telling) verbLike(i int) bool {
	return strings.HasSuffix(x.key(i), "s") && !strings.HasSuffix(x.key(i), "ss")
}

var possessives = map[string]bool{"his": true, "her": true, "its": true, "their": true, "my": true, "your": true, "our": true}

// happening reads token k as a verb whose subject is what something happens to:
// soldiers died, 40 people will lose their jobs, a gate did not close.
func (x *telling) happening(k int) (act, bool) {
	w := x.Token(k)
	a := act{from: k, to: k + 1, stem: w.Stem}
	next := x.key(k + 1)
	if !x.together(k, k+1) {
		next = ""
	}
	switch w.Key {
	case "die", "dies", "died":
		return a, next != "down" && next != "out" && next != "away"
	case "lose", "loses", "lost":
		at := k + 1
		if possessives[next] {
			at++
		}
		if x.together(k, at) && livelihoods[x.key(at)] && !x.passiveHere(k) {
			a.to = at + 1
			return a, true
		}
		return act{}, false
	case "open", "closed", "shut":
		if prev := x.key(k - 1); x.together(k-1, k) && (prev == "stayed" || prev == "stays" || prev == "stay" || prev == "remained" || prev == "stood") {
			a.from, a.weak = k-1, true
			return a, true
		}
	}
	if !happens[w.Key] || x.passiveHere(k) || x.objectAt(k+1) && x.together(k, k+1) && !prepositions[next] && !times[next] && !x.Token(k+1).Stop {
		return act{}, false
	}
	if x.together(k, k+1) && (determiners[next] || objects[next] || x.capital(k+1) && !days[next]) {
		return act{}, false // it closes something
	}
	l := x.leading(k)
	switch prev := x.key(l.at); {
	case prev == "to" && (x.key(l.at-1) == "failed" || x.key(l.at-1) == "fails"):
		a.from = l.at - 1
	case prev == "to" || !l.modal && (w.Key == "close" || w.Key == "shut" || w.Key == "open") || determiners[prev]:
		return act{}, false
	case x.together(l.at+1, k):
		a.from = l.at + 1
	}
	a.weak = true
	return a, true
}

// passiveHere reports whether a form of "to be" leads to the verb at token k.
func (x *telling) passiveHere(k int) bool { return x.leading(k).passive }

var livelihoods = map[string]bool{
	"life": true, "lives": true, "job": true, "jobs": true, "home": true, "homes": true, "living": true, "livelihood": true, "livelihoods": true,
	"post": true, "posts": true, "income": true, "incomes": true, "land": true,
}

// happens are the past and plain forms of verbs that happen to their subject as
// often as somebody does them.
var happens = map[string]bool{
	"close": true, "closed": true, "shut": true, "open": true, "opened": true, "fell": true, "broke": true, "burst": true, "burned": true, "burnt": true,
	"sank": true, "collapsed": true, "exploded": true, "stopped": true, "crashed": true, "ended": true, "disappeared": true, "vanished": true,
}

// A doing is a place where a verb stands with who does it.
type doing struct{ from, to int }

// doingAt reads token k as a verb with its doer: the council cut, cut by the
// council, the council left the gate open.
func (x *telling) doingAt(k int) (doing, bool) {
	w := x.Token(k)
	if !w.Word {
		return doing{}, false
	}
	if x.participle(k) && x.doerFollows(k+1) {
		for at := k + 1; at < k+8; at++ {
			if x.key(at) == "by" {
				s, ok := x.nounPhraseFrom(at + 1)
				return doing{k, max(s[1], at+1)}, ok
			}
		}
	}
	verb, end := k, k+1
	if w.Key == "open" || w.Key == "shut" || w.Key == "closed" {
		for at := k - 1; at > k-7 && x.together(at, k); at-- {
			if keeps[x.key(at)] {
				verb = at
				break
			}
		}
	}
	if verb == k && !x.objectFollows(k) {
		return doing{}, false
	}
	l := x.leading(verb)
	if l.passive || l.negated || !x.together(l.at, verb) || determiners[x.key(l.at)] && x.key(l.at) != "that" {
		return doing{}, false
	}
	s, how := x.subject(l.at, verb)
	if how != phraseSubject {
		return doing{}, false
	}
	return doing{s[0], end}, true
}

// keeps are verbs that say who has something open or closed.
var keeps = map[string]bool{"left": true, "leave": true, "leaves": true, "keep": true, "keeps": true, "kept": true, "hold": true, "holds": true, "held": true}

// objectFollows reports whether what is done something to stands behind token k.
func (x *telling) objectFollows(k int) bool {
	if !x.together(k, k+1) {
		return false
	}
	next := x.key(k + 1)
	if awayWords[next] && x.together(k, k+2) {
		next = x.key(k + 2)
		k++
	}
	w := x.Token(k + 1)
	return determiners[next] || possessives[next] || objects[next] || w.Number || w.Word && !w.Stop && !days[next] && !strings.HasSuffix(next, "ly")
}

// agency makes a row for each action told without its doer, joined with those of
// the same action in tied passages, and with where such a passage names the doer.
func (m *matter) agency() []Row {
	type told struct {
		report int
		act
	}
	var all []told
	start := []int{0}
	for i, x := range m.reports {
		for _, a := range x.acts() {
			all = append(all, told{i, a})
		}
		start = append(start, len(all))
	}
	sets := newUnion(len(all))
	doers := map[int][]place{} // by act: where tied passages name a doer
	for n, a := range all {
		x := m.reports[a.report]
		at := x.span(a.from, a.to)
		for t := range m.ties {
			tie := &m.ties[t]
			for side, report := range tie.sides() {
				if report != a.report || !meets(tie.spans[side], at) {
					continue
				}
				j := tie.sides()[1-side]
				y := m.reports[j]
				found := false
				for _, s := range tie.spans[1-side] {
					from, to := y.tokensIn(s)
					k, _ := slices.BinarySearchFunc(all[start[j]:start[j+1]], from, func(b told, from int) int { return cmp.Compare(b.from, from) })
					for k += start[j]; k < start[j+1] && all[k].from < to; k++ {
						if oneAction(a.stem, all[k].stem) {
							sets.join(n, k)
							found = true
						}
					}
				}
				if found {
					continue
				}
				for _, s := range tie.spans[1-side] {
					from, to := y.tokensIn(s)
					for k := from; k < to; k++ {
						if y.Token(k).Word && oneAction(a.stem, y.Token(k).Stem) {
							doers[n] = append(doers[n], place{j, k})
						}
					}
				}
			}
		}
	}
	at := map[int]int{}
	var rows []Row
	var story []bool
	var weak []bool
	for n, a := range all {
		root := sets.of(n)
		k, ok := at[root]
		if !ok {
			k = len(rows)
			at[root] = k
			rows, story, weak = append(rows, m.row("AG", NoDoer)), append(story, false), append(weak, true)
		}
		x := m.reports[a.report]
		rows[k].Cells[a.report].add(x.wording(a.from, a.to))
		story[k] = story[k] || x.quoted[a.from] < 0
		weak[k] = weak[k] && a.weak
		for _, p := range doers[n] {
			y := m.reports[p.report]
			if d, ok := y.doingAt(p.token); ok {
				w := y.wording(d.from, d.to)
				w.Class = Doer
				rows[k].Cells[p.report].add(w)
				rows[k].Finding = Differs
			}
		}
	}
	var kept []Row
	for k, r := range rows {
		switch {
		case r.Finding == Differs:
		case weak[k]:
			continue
		case !story[k]:
			r.Finding = InQuotes
		}
		kept = append(kept, r)
	}
	return kept
}

// oneAction reports whether two stems tell one action: the same, or of one family.
func oneAction(a, b string) bool {
	if a == b {
		return true
	}
	for _, f := range words().families[a] {
		if slices.Contains(words().families[b], f) {
			return true
		}
	}
	return false
}
