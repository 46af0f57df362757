package session

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/text"
)

// An Alike is a report of the library that has much the same text as another.
type Alike struct {
	Report data.Report
	Share  float64 // of the sentences of the shorter text that the other has too, 0 to 1
}

const (
	alikeFrom     = 0.5 // the Share from which a report is worth telling of
	alikePhrases  = 12  // beginnings of sentences a library is asked for
	phraseWords   = 8   // in each
	sentenceWords = 5   // a sentence with fewer is no sign of the same text
	alikeMost     = 3   // reports told of
)

// LookAlike looks for reports in the library with much the same text as said,
// except the one with the ID except; done gets them, most alike first. A text
// with fewer than two longer sentences is like no other.
func (s *Session) LookAlike(said string, except data.ID, done func([]Alike)) {
	ask(s.queue, func(ctx context.Context) ([]Alike, error) {
		sentences := longSentences(said)
		if len(sentences) < 2 {
			return nil, nil
		}
		reports, err := s.library.ReportsSaying(ctx, phrasesOf(sentences), 2*alikeMost)
		return mostAlike(sentences, reports, except), err
	}, func(alike []Alike, err error) {
		s.problem(err)
		done(alike)
	})
}

// longSentences returns the words of each sentence that has enough of them, as
// they compare: without case and signs.
func longSentences(s string) [][]string {
	t := text.Read(s)
	var list [][]string
	for _, sentence := range t.Sentences {
		var words []string
		for _, token := range t.Tokens[sentence.First:sentence.Last] {
			if token.Word {
				words = append(words, token.Key)
			}
		}
		if len(words) >= sentenceWords {
			list = append(list, words)
		}
	}
	return list
}

// phrasesOf returns how some sentences begin, spread over all.
func phrasesOf(sentences [][]string) []string {
	n := min(alikePhrases, len(sentences))
	phrases := make([]string, n)
	for i := range phrases {
		words := sentences[i*len(sentences)/n]
		phrases[i] = strings.Join(words[:min(phraseWords, len(words))], " ")
	}
	return phrases
}

func mostAlike(sentences [][]string, reports []data.Report, except data.ID) []Alike {
	said := map[string]bool{}
	for _, words := range sentences {
		said[strings.Join(words, " ")] = true
	}
	var alike []Alike
	for _, r := range reports {
		has := map[string]bool{}
		both := 0
		for _, words := range longSentences(r.Text) {
			key := strings.Join(words, " ")
			if said[key] && !has[key] {
				both++
			}
			has[key] = true
		}
		share := float64(both) / float64(max(1, min(len(said), len(has))))
		if share >= alikeFrom && r.ID != except {
			alike = append(alike, Alike{r, share})
		}
	}
	slices.SortStableFunc(alike, func(a, b Alike) int { return cmp.Compare(b.Share, a.Share) })
	return alike[:min(alikeMost, len(alike))]
}
