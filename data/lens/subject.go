package lens

import "strings"

// A howFound says by what the subject of a verb was found.
type howFound int

const (
	noSubject howFound = iota
	pronounSubject
	phraseSubject
)

var pronouns = map[string]bool{
	"he": true, "she": true, "they": true, "it": true, "we": true, "i": true, "who": true, "others": true, "some": true,
	"many": true, "one": true, "nobody": true, "everyone": true, "someone": true, "both": true, "several": true, "most": true, "few": true,
}

var prepositions = map[string]bool{
	"in": true, "on": true, "at": true, "by": true, "for": true, "from": true, "with": true, "of": true, "to": true,
	"after": true, "before": true, "during": true, "since": true, "under": true, "over": true, "about": true,
	"into": true, "near": true, "as": true, "despite": true, "between": true, "through": true, "against": true, "while": true,
	"when": true, "until": true, "because": true, "although": true, "if": true, "without": true, "within": true,
}

// subject finds who the verb at token i is about, from token k backwards.
func (x *telling) subject(k, i int) ([2]int, howFound) {
	if !x.together(k, i) {
		return [2]int{}, noSubject
	}
	key := x.key(k)
	switch {
	case key == ",":
		return x.beforeAside(k, i)
	case key == "who" || key == "which":
		at := k - 1
		if x.key(at) == "," {
			at--
		}
		return x.nounPhraseTo(at, i)
	case key == "and" || key == "but" || key == "then" || key == "that":
		return [2]int{}, noSubject
	case (key == "them" || key == "us") && x.key(k-1) == "of" && x.together(k-2, k):
		return [2]int{k - 2, k + 1}, phraseSubject
	case pronouns[key]:
		return [2]int{k, k + 1}, pronounSubject
	}
	return x.nounPhraseTo(k, i)
}

// beforeAside finds the subject of "Ana Revel, the minister, said" and of "Leo
// Abara, who led the study, said": token comma closes the aside.
func (x *telling) beforeAside(comma, i int) ([2]int, howFound) {
	first := x.Sentences[x.sentence[i]].First
	for k := comma - 1; k > first && comma-k <= 16; k-- {
		if x.quoted[k] >= 0 {
			return [2]int{}, noSubject
		}
		if x.key(k) == "," {
			outer, how := x.nounPhraseTo(k-1, i)
			inner, innerHow := x.nounPhraseTo(x.beforeBrackets(comma-1), i)
			if how != noSubject && (innerHow == noSubject || x.named(outer) || !x.named(inner) || inner[0] != k+1) {
				return outer, how
			}
			return inner, innerHow
		}
	}
	return [2]int{}, noSubject
}

// beforeBrackets is the token in front of the brackets that token k closes, as
// behind a name in its own letters; k where it closes none.
func (x *telling) beforeBrackets(k int) int {
	if x.key(k) != ")" {
		return k
	}
	for at := k - 1; at > 0 && x.together(at, k); at-- {
		if x.key(at) == "(" {
			return at - 1
		}
	}
	return k
}

// ownRole finds who speaks behind a verb that ends an attribution without a
// quotation: "…, said its chief, Ana Revel". It is the name where there is one.
func (x *telling) ownRole(i int) ([2]int, bool) {
	switch x.key(i) {
	case "its", "their", "his", "her":
	default:
		return [2]int{}, false
	}
	s, ok := x.nounPhraseFrom(i)
	if !ok || !roles[x.key(s[1]-1)] {
		return [2]int{}, false
	}
	if x.key(s[1]) == "," && x.together(i, s[1]+1) && x.capital(s[1]+1) {
		if name, ok := x.nounPhraseFrom(s[1] + 1); ok {
			return name, true
		}
	}
	return s, true
}

// named reports whether a name stands in tokens s.
func (x *telling) named(s [2]int) bool {
	for k := s[0]; k < s[1]; k++ {
		if x.Token(k).Name && !x.Token(k).Number && x.capital(k) {
			return true
		}
	}
	return false
}

// nominal reports whether token i can be part of a name or noun phrase.
func (x *telling) nominal(i int) bool {
	if i < 0 || i >= x.TokenCount() || x.quoted[i] >= 0 {
		return false
	}
	w := x.Token(i)
	switch {
	case !w.Word:
		return (w.Key == "-" || w.Key == "'" || w.Key == "." && i+1 < x.TokenCount() && x.capital(i+1)) && x.together(i-1, i+1)
	case x.capital(i) && !x.opens(i):
		return true
	}
	return !w.Stop
}

// times are words for when, which end what stands in front of who speaks:
// "earlier in the day Orel said".
var times = map[string]bool{
	"day": true, "night": true, "morning": true, "afternoon": true, "evening": true, "week": true, "month": true, "year": true,
	"today": true, "yesterday": true, "tomorrow": true, "minutes": true, "hours": true, "days": true, "weeks": true, "months": true, "years": true,
}

// nounPhraseTo returns the noun phrase that ends with token k.
func (x *telling) nounPhraseTo(k, i int) ([2]int, howFound) {
	if !x.together(k, i) || !x.nominal(k) || !x.Token(k).Word {
		return [2]int{}, noSubject
	}
	first := x.Sentences[x.sentence[i]].First
	at := k
	for at > first && x.nominal(at-1) && k-at < 10 && !times[x.key(at-1)] {
		at--
	}
	for !x.Token(at).Word {
		at++
	}
	core := [2]int{at, k + 1}
	for at > first && (determiners[x.key(at-1)] || x.key(at-1) == "more" || x.key(at-1) == "other") && x.key(at-1) != "that" {
		at--
		core[0] = at
	}
	if at-1 > first && x.nominal(at-2) && x.Token(at-2).Word {
		switch x.key(at - 1) {
		case "of", "for", "in", "at", "from":
			if s, how := x.nounPhraseTo(at-2, i); how != noSubject && k+1-s[0] <= 12 {
				return [2]int{s[0], k + 1}, phraseSubject
			}
		case "and":
			if x.capital(at-2) == x.capital(core[0]) {
				if s, how := x.nounPhraseTo(at-2, i); how != noSubject {
					return [2]int{s[0], k + 1}, phraseSubject
				}
			}
		}
	}
	return core, phraseSubject
}

// nounPhraseFrom returns the noun phrase that starts at token i, up to what
// cannot be part of it.
func (x *telling) nounPhraseFrom(i int) ([2]int, bool) {
	end := i
	for end < x.TokenCount() && end-i < 12 && x.together(i, end) {
		w := x.Token(end)
		switch {
		case end == i && pronouns[w.Key] && !(determiners[w.Key] && x.together(i, i+1) && x.nominal(i+1)):
			return [2]int{i, i + 1}, true
		case days[w.Key] || months[w.Key] > 0 && x.capital(end):
			goto done
		case x.nominal(end) && !(end > i && !x.capital(end) && w.Word && strings.HasSuffix(w.Key, "ed")):
			end++
		case end == i && determiners[w.Key], w.Word && determiners[w.Key] && (x.key(end-1) == "of" || x.key(end-1) == "for"):
			end++
		case (w.Key == "of" || w.Key == "for") && end > i && (x.nominal(end+1) || determiners[x.key(end+1)]):
			end++
		case w.Key == "and" && end > i && x.capital(end-1) && x.capital(end+1):
			end++
		default:
			goto done
		}
	}
done:
	for end > i && (!x.Token(end-1).Word || determiners[x.key(end-1)] || x.key(end-1) == "of" || x.key(end-1) == "for") {
		end--
	}
	return [2]int{i, end}, end > i
}

// head is the token a phrase is about: the one in front of "of", "in" or "for",
// else the last.
func (x *telling) head(s [2]int) int {
	for k := s[0] + 1; k < s[1]; k++ {
		switch x.key(k) {
		case "of", "in", "for", "at", "from":
			return k - 1
		}
	}
	return max(s[0], s[1]-1)
}

// plural reports whether more than one speaks, by the look of the head.
func (x *telling) plural(s [2]int) bool {
	key := x.key(x.head(s))
	switch key {
	case "they", "we", "i", "people", "police", "men", "women", "children", "some", "many", "others", "both", "who", "several", "most", "few", "parents", "media":
		return true
	}
	for k := s[0]; k < s[1]; k++ {
		if x.key(k) == "and" {
			return true
		}
	}
	return strings.HasSuffix(key, "s") && !strings.HasSuffix(key, "ss") && !strings.HasSuffix(key, "'s")
}

// months number the months by their names.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
}
