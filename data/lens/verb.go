package lens

import (
	"slices"
	"strings"
)

// A verb is a place where a verb tells that somebody speaks.
type verb struct {
	from, to int // its tokens
	form     verbForm
	subject  [2]int // tokens of who speaks, half-open; empty: not found
	inverted bool   // the subject stands behind the verb
}

// readVerbs finds the speaking verbs in the writer's own sentences. A form that
// can mean something else too counts only where what stands around it says that
// it is used for speaking: a quotation, a clause with "that" or "why", or what
// the verb is used with when somebody speaks.
func (x *telling) readVerbs() []verb {
	if !x.english {
		return nil
	}
	var list []verb
	for i := 0; i < x.TokenCount(); i++ {
		end, values, ok := words().verbs.at(x, i)
		if !ok || x.quoted[i] >= 0 {
			continue
		}
		v := verb{from: i, to: end, form: words().forms[values[0]]}
		if x.speaks(&v, list) {
			list = append(list, v)
		}
		i = end - 1
	}
	return list
}

// speaks decides whether v tells that somebody speaks, and finds who. earlier
// are the verbs found in front of it.
func (x *telling) speaks(v *verb, earlier []verb) bool {
	said := x.saidAround(v)
	lead := x.leading(v.from)
	k := lead.at
	prev := x.key(k)
	if !x.together(k, v.from) {
		prev = ""
	}
	switch {
	case lead.negated || lead.modal || prev == "to" && v.form.shape == base && !lead.perfect:
		return false
	case lead.passive:
		return false
	case v.form.shape == base && lead.perfect:
		return false
	case determiners[prev] && prev != "that" && !standAlone[prev]:
		return false // a noun: the claim, her answer
	case x.key(v.to) == "by" || strings.HasSuffix(prev, "'s") || prev == "'":
		return false
	}
	if prev == "\"" || prev == "'" || prev == "," {
		if s, ok := x.nounPhraseFrom(v.to); ok && v.form.shape != ing && x.quoteBefore(v.from) {
			v.subject, v.inverted = s, true
			return true
		}
	}
	if s, ok := x.ownRole(v.to); ok && prev == "," && v.form.shape != ing {
		v.subject, v.inverted = s, true
		return true
	}
	s, how := x.subject(k, v.from)
	if how == noSubject && (prev == "and" || prev == "but" || prev == "then" || prev == "," || v.form.shape == ing) {
		s, how = x.sharedSubject(v, earlier)
	}
	if how == noSubject {
		return false
	}
	if last := s[1] - 1; days[x.key(last)] || months[x.key(last)] > 0 && x.capital(last) || v.form.shape == third && how == phraseSubject && x.describes(last) {
		return false
	}
	v.subject = s
	switch v.form.shape {
	case ing:
		return (prev == "," || prev == "and" || prev == "by" || prev == "after" || prev == "before" || prev == "in" || prev == "while") &&
			(said || v.form.care == "low" && prev == ",")
	case base:
		if !x.plural(s) {
			if v.subject, how = x.sharedSubject(v, nil); !said || how == noSubject || !x.plural(v.subject) {
				return false
			}
		}
	case third:
		if how == phraseSubject && x.plural(s) && !x.capital(s[1]-1) {
			return false
		}
	}
	if said {
		return true
	}
	switch v.form.care {
	case "low":
		return x.fits(v)
	case "mid":
		return x.usedToSpeak(v)
	}
	return false
}

// describes reports whether the word in front of what looks like a verb rather
// goes with a noun: he rejected claims, his recent remarks.
func (x *telling) describes(i int) bool {
	if key := x.key(i); !x.capital(i) {
		for _, ending := range []string{"ed", "ous", "ful", "less", "able", "ible"} {
			if strings.HasSuffix(key, ending) {
				return true
			}
		}
		return describing[key]
	}
	return false
}

var describing = map[string]bool{
	"recent": true, "new": true, "earlier": true, "such": true, "further": true, "other": true, "similar": true, "public": true, "own": true,
	"controversial": true, "critical": true, "early": true, "first": true, "latest": true, "past": true, "previous": true, "unconfirmed": true,
}

// standAlone are determiners that can be who speaks: "many say".
var standAlone = map[string]bool{
	"some": true, "many": true, "few": true, "several": true, "both": true, "all": true, "one": true, "each": true,
}

// saidAround reports whether what is said stands beside the verb: a quotation, a
// clause that opens with "that", "why" or the like, or a whole clause without.
func (x *telling) saidAround(v *verb) bool {
	for k := v.to; k < v.to+3 && x.together(v.from, k); k++ {
		switch key := x.key(k); {
		case key == ":" || x.quoted[k] >= 0:
			return true
		case clauseOpeners[key] && k <= v.to+1 && !(key == "that" && k == v.to && x.plainNoun(k+1)):
			return true
		}
	}
	return x.key(v.from-1) == "\"" && x.together(v.from-1, v.from) || x.quoteEndsClause(v) || x.clauseFollows(v.to)
}

// plainNoun reports whether a clause cannot open at token i, as in "told that story.".
func (x *telling) plainNoun(i int) bool { return x.key(i+1) == "." || x.key(i+1) == "," }

var clauseOpeners = map[string]bool{
	"that": true, "how": true, "why": true, "whether": true, "what": true, "if": true, "where": true, "who": true, "when": true,
}

// quoteBefore reports whether a quotation ends right in front of token i.
func (x *telling) quoteBefore(i int) bool {
	for k := i - 1; k >= i-3 && x.together(k, i); k-- {
		if x.key(k) == "\"" || x.key(k) == "'" || x.quoted[k] >= 0 {
			return true
		}
		if x.Token(k).Word {
			return false
		}
	}
	return false
}

// quoteEndsClause reports whether the verb closes an attribution: a quotation or
// a clause, a comma, who speaks, the verb, and then a stop or a comma.
func (x *telling) quoteEndsClause(v *verb) bool {
	if next := x.key(v.to); x.together(v.from, v.to) && next != "," && next != "." && next != ";" && next != "!" && next != "?" && next != "in" && next != "on" && next != "at" && next != "to" {
		return false
	}
	first := x.Sentences[x.sentence[v.from]].First
	for k := v.from - 1; k >= first && v.from-k <= 12; k-- {
		if x.quoted[k] >= 0 {
			return true
		}
		if x.key(k) == "," {
			return k > first+1 && x.finiteIn(first, k)
		}
	}
	return false
}

// clauseFollows reports whether a clause of its own stands at token i: somebody
// or something, and within a few words a helping verb.
func (x *telling) clauseFollows(i int) bool {
	for k := i; k < i+9 && x.together(i-1, k); k++ {
		w := x.Token(k)
		switch {
		case !w.Word && w.Key != "'" && w.Key != "-":
			return false
		case finite[w.Key]:
			return k > i
		case k > i && (w.Key == "to" || w.Key == "who" || w.Key == "which"):
			return false
		}
	}
	return false
}

func (x *telling) finiteIn(from, to int) bool {
	for k := from; k < to; k++ {
		w := x.Token(k)
		if finite[w.Key] || w.Word && !w.Stop && (strings.HasSuffix(w.Key, "ed") || strings.HasSuffix(w.Key, "s")) && k > from {
			return true
		}
	}
	return false
}

var finite = map[string]bool{
	"is": true, "are": true, "was": true, "were": true, "has": true, "have": true, "had": true, "will": true,
	"would": true, "can": true, "could": true, "may": true, "might": true, "must": true, "should": true,
	"did": true, "does": true, "do": true, "wants": true, "wanted": true, "cannot": true, "be": true,
}

// A lead is what stands between a verb and its subject.
type lead struct {
	at      int // the token in front of it; before the sentence's first: none
	passive bool
	perfect bool // has, had
	modal   bool
	negated bool
}

// leading passes over helping verbs, adverbs and days in front of token i.
func (x *telling) leading(i int) lead {
	l := lead{at: i - 1}
	for x.together(l.at, i) {
		key := x.key(l.at)
		switch {
		case key == "has" || key == "have" || key == "had" || key == "having":
			l.perfect = true
		case key == "is" || key == "are" || key == "was" || key == "were" || key == "be" || key == "been" || key == "being":
			l.passive = true
		case modals[key]:
			l.modal = true
		case key == "not" || key == "never" || strings.HasSuffix(key, "n't"):
			l.negated = true
		case adverbs[key] || strings.HasSuffix(key, "ly") && len(key) > 4 && !x.capital(l.at):
		case days[key] && x.key(l.at-1) == "on" && x.together(l.at-1, i):
			l.at--
		default:
			return l
		}
		l.at--
	}
	return l
}

var modals = map[string]bool{
	"will": true, "would": true, "can": true, "could": true, "may": true, "might": true, "must": true, "should": true,
	"shall": true, "do": true, "does": true, "did": true, "cannot": true,
}

var adverbs = map[string]bool{
	"also": true, "then": true, "later": true, "now": true, "again": true, "still": true, "yesterday": true, "today": true,
	"just": true, "earlier": true, "even": true, "once": true, "often": true, "always": true, "further": true, "soon": true,
}

var days = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

// fits turns away verbs of one meaning where they are used for something else:
// who denies somebody a thing does not speak.
func (x *telling) fits(v *verb) bool {
	next := x.key(v.to)
	switch v.form.lemma {
	case "deny":
		return claims[next] || next == "it" || next == "this" || next == "having" || next == "being" || determiners[next] && (claims[x.key(v.to+1)] || claims[x.key(v.to+2)])
	case "admit":
		return next != "to" || x.key(v.to+1) != "hospital"
	case "accuse", "inform", "remind", "urge", "tell":
		return x.objectAt(v.to)
	case "verify", "guarantee", "prove", "purport":
		return false
	}
	return true
}

var claims = map[string]bool{
	"accusation": true, "accusations": true, "allegation": true, "allegations": true, "claim": true, "claims": true,
	"report": true, "reports": true, "charge": true, "charges": true, "responsibility": true, "involvement": true,
	"wrongdoing": true, "suggestion": true, "suggestions": true, "rumours": true, "rumors": true, "idea": true,
	"criticism": true, "warning": true, "warnings": true, "demand": true, "demands": true,
}

// usedToSpeak reports whether a verb that can mean something else too is used as
// it is when somebody speaks.
func (x *telling) usedToSpeak(v *verb) bool {
	next := x.key(v.to)
	switch v.form.lemma {
	case "promise", "pledge", "threaten", "demand", "guarantee", "plead", "beg":
		return next == "to" || determiners[next]
	case "blame", "praise", "mock", "rebuke", "hail", "criticise":
		return x.objectAt(v.to)
	case "stress", "underline", "underscore", "highlight":
		return determiners[next] && next != "one"
	case "describe":
		return x.soon(v, 10, func(key string) bool { return key == "as" })
	case "call on":
		return x.objectAt(v.to) && x.soon(v, 10, func(key string) bool { return key == "to" })
	case "thank":
		return v.form.shape != third && x.objectAt(v.to)
	case "express", "voice":
		return x.soon(v, 6, func(key string) bool { return voiced[key] })
	case "reject", "dismiss":
		return claims[next] || determiners[next] && (claims[x.key(v.to+1)] || claims[x.key(v.to+2)])
	case "cite", "quote":
		return x.objectAt(v.to)
	}
	return false
}

// soon reports whether one of the n tokens behind the verb is what is looked for.
func (x *telling) soon(v *verb, n int, is func(key string) bool) bool {
	for k := v.to; k < v.to+n && x.together(v.from, k); k++ {
		if is(x.key(k)) {
			return true
		}
	}
	return false
}

// voiced is what one can express only in words.
var voiced = map[string]bool{
	"concern": true, "concerns": true, "worry": true, "worries": true, "fear": true, "fears": true, "alarm": true,
	"regret": true, "regrets": true, "sorrow": true, "sympathy": true, "condolences": true, "sadness": true, "grief": true,
	"hope": true, "hopes": true, "confidence": true, "optimism": true, "doubt": true, "doubts": true, "scepticism": true,
	"skepticism": true, "reservations": true, "support": true, "opposition": true, "solidarity": true, "thanks": true,
	"gratitude": true, "satisfaction": true, "disappointment": true, "frustration": true, "dismay": true, "anger": true,
	"outrage": true, "surprise": true, "shock": true, "criticism": true, "objections": true, "view": true, "views": true,
	"opinion": true, "opinions": true, "wish": true, "desire": true, "willingness": true, "readiness": true, "interest": true,
}

// objectAt reports whether a person or thing spoken to stands at token i.
func (x *telling) objectAt(i int) bool {
	if !x.together(i-1, i) || !x.Token(i).Word {
		return false
	}
	key := x.key(i)
	if determiners[key] || objects[key] || x.capital(i) {
		return true
	}
	return !x.Token(i).Stop
}

var objects = map[string]bool{
	"him": true, "her": true, "them": true, "us": true, "me": true, "you": true, "it": true, "everyone": true, "everybody": true,
	"people": true, "reporters": true, "those": true, "both": true, "all": true, "more": true,
}

// sharedSubject is who speaks where a verb has no subject of its own: who speaks
// with the verb before it in the sentence, or who the sentence opens with.
func (x *telling) sharedSubject(v *verb, earlier []verb) ([2]int, howFound) {
	if n := len(earlier) - 1; n >= 0 && x.together(earlier[n].from, v.from) && !earlier[n].inverted {
		return earlier[n].subject, phraseSubject
	}
	first := x.Sentences[x.sentence[v.from]].First
	for first < v.from && !x.Token(first).Word {
		first++
	}
	if prepositions[x.key(first)] || x.quoted[first] >= 0 || clauseOpeners[x.key(first)] {
		return [2]int{}, noSubject
	}
	if pronouns[x.key(first)] {
		return [2]int{first, first + 1}, pronounSubject
	}
	if s, ok := x.nounPhraseFrom(first); ok && s[1] < v.from {
		return s, phraseSubject
	}
	return [2]int{}, noSubject
}

// verbsOf are the speaking verbs of a report, with the reader's readings: what
// she says is no speaking verb is left out, and classes are hers.
func (m *matter) verbsOf(i int) []verb {
	x := m.reports[i]
	if x.verbs == nil {
		x.verbs = slices.DeleteFunc(x.readVerbs(), func(v verb) bool {
			name, ruled := m.readings.speaker(i, x.span(v.from, v.to))
			return ruled && name == ""
		})
		for k := range x.verbs {
			if class, ok := m.readings.classes[x.verbs[k].form.lemma]; ok {
				x.verbs[k].form.class = class
			}
		}
	}
	return x.verbs
}
