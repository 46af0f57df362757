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
	Page   bool    // it came from the very same page
}

const (
	alikeFrom     = 0.5 // the Share from which a report is worth telling of
	alikePhrases  = 12  // beginnings of sentences a library is asked for
	phraseWords   = 8   // in each
	sentenceWords = 5   // a sentence with fewer is no sign of the same text
	alikeMost     = 3   // reports told of
)

// LookAlike looks for reports in the library with much the same text as said;
// done gets them, most alike first. held is the event whose report came from the
// very same page as said, if there is one: its report comes first, however much
// else was kept of the page. A text with fewer than two longer sentences is like
// no other.
func (s *Session) LookAlike(said string, held data.ID, done func([]Alike)) {
	ask(s.queue, func(ctx context.Context) (alike []Alike, err error) {
		if sentences := longSentences(said); len(sentences) > 1 {
			reports, err := s.library.ReportsSaying(ctx, phrasesOf(sentences), 2*alikeMost)
			if err != nil {
				return nil, err
			}
			alike = mostAlike(sentences, reports)
		}
		if held == "" {
			return alike, nil
		}
		i := slices.IndexFunc(alike, func(a Alike) bool { return a.Report.EventID == held })
		if i < 0 {
			reports, err := s.library.Reports(ctx, held)
			if err != nil || len(reports) == 0 {
				return alike, err
			}
			alike, i = append(alike, Alike{Report: reports[0]}), len(alike)
		}
		alike[i].Page = true
		alike[0], alike[i] = alike[i], alike[0]
		return alike, nil
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
		for _, token := range t.TokensIn(sentence.First, sentence.Last) {
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

func mostAlike(sentences [][]string, reports []data.Report) []Alike {
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
		if share >= alikeFrom {
			alike = append(alike, Alike{Report: r, Share: share})
		}
	}
	slices.SortStableFunc(alike, func(a, b Alike) int { return cmp.Compare(b.Share, a.Share) })
	return alike[:min(alikeMost, len(alike))]
}
