package session

import (
	"parallax/data"
	"parallax/data/text"
)

// otherEvent is the kinship under which two reports seem to tell of different
// events. Of the invented reports of TestKinship those of one event lie above
// 0.42 and all others below 0.22; longer reports of one event came down to 0.28.
const otherEvent = 0.22

// The names and other words a text must have before their lack in another says
// anything.
const (
	leastNames = 2
	leastWords = 20
)

// A matter is what a text speaks of, each word once by its stem: its names and
// larger numbers, and its other words that are not grammar.
type matter struct {
	language     string
	names, words map[string]bool
}

func matterOf(s string) matter {
	t := text.Read(s)
	m := matter{t.Language, map[string]bool{}, map[string]bool{}}
	for _, sentence := range t.Sentences {
		opens := true // with a capital that makes no name
		for _, token := range t.TokensIn(sentence.First, sentence.Last) {
			switch {
			case !token.Word:
				continue
			case token.Stop || daysAndMonths[token.Key] || token.Number && len(token.Stem) < 2:
			case token.Name && !token.Number && !opens:
				m.names[token.Stem] = true
				delete(m.words, token.Stem)
			case !m.names[token.Stem]:
				m.words[token.Stem] = true
			}
			opens = false
		}
	}
	return m
}

// daysAndMonths are names that tell no event from another.
var daysAndMonths = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "june": true, "july": true,
	"august": true, "september": true, "october": true, "november": true, "december": true,
}

// kinship returns how much two texts speak of the same, 0 to 1: the mean of the
// shares of names and of other words of the one with fewer that the other has
// too. One name is counted as missing, so that a single shared one in few says
// little. It reports false where that says nothing: a text is very short or has
// hardly a name, or the languages differ.
func kinship(a, b matter) (share float64, known bool) {
	fewest := func(x, y map[string]bool) int { return min(len(x), len(y)) }
	names, words := fewest(a.names, b.names), fewest(a.words, b.words)
	if a.language != b.language || names < leastNames || words < leastWords {
		return 0, false
	}
	sharedNames, sharedWords := 0, 0
	for stem := range a.names {
		if b.names[stem] || b.words[stem] {
			sharedNames++
		}
	}
	for stem := range a.words {
		switch {
		case b.words[stem]:
			sharedWords++
		case b.names[stem]:
			sharedNames++
		}
	}
	share = float64(min(sharedNames, names))/float64(names+1) + float64(sharedWords)/float64(words)
	return share / 2, true
}

// OfAnotherEvent reports whether a text seems to tell of another event than
// reports, those of one event: whether it shares too little with each of them.
func OfAnotherEvent(said string, reports []data.Report) bool {
	m := matterOf(said)
	for i := range reports {
		share, known := kinship(m, matterOf(reports[i].Text))
		if !known || share >= otherEvent {
			return false
		}
	}
	return len(reports) > 0
}

// oneEvent is the kinship from which two reports surely tell of one event.
const oneEvent = 0.3

// EventFor returns the event a new report is best proposed for: the open one
// where it has fewer than two reports, or where one of them tells of the same;
// else none, for a third report is more often the first of another event.
func (s *Session) EventFor(said string) data.ID {
	if len(s.reports) < 2 {
		return s.event.ID
	}
	m := matterOf(said)
	for i := range s.reports {
		if share, known := kinship(m, matterOf(s.reports[i].Text)); known && share >= oneEvent {
			return s.event.ID
		}
	}
	return ""
}
