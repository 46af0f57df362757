package data

import (
	"strings"
	"unicode/utf8"
)

// MakeAnchor ties to the words at span of r's text.
func MakeAnchor(r *Report, side Side, span Span) Anchor {
	return Anchor{
		ReportID: r.ID, Span: span, Side: side, Quote: span.Of(r.Text),
		Before: lastLetters(r.Text[:span.Start], ContextLetters),
		After:  firstLetters(r.Text[span.End:], ContextLetters),
	}
}

// Find returns where a's words stand in text now: at their old place if they
// still do, else at the occurrence whose surroundings are most like the old
// ones, the nearest of those that tie. It reports false when the words are gone.
func (a Anchor) Find(text string) (Span, bool) {
	if a.Quote == "" {
		return a.Span, a.Start == a.End && a.Start >= 0 && a.Start <= len(text)
	}
	best, found := Span{}, false
	bestLike, bestFar := -1, 0
	for from := 0; ; {
		i := strings.Index(text[from:], a.Quote)
		if i < 0 {
			break
		}
		s := Span{from + i, from + i + len(a.Quote)}
		like := commonSuffix(text[:s.Start], a.Before) + commonPrefix(text[s.End:], a.After)
		far := max(s.Start-a.Start, a.Start-s.Start)
		if like > bestLike || like == bestLike && far < bestFar {
			best, bestLike, bestFar, found = s, like, far, true
		}
		_, n := utf8.DecodeRuneInString(text[s.Start:])
		from = s.Start + n
	}
	return best, found
}

// Reanchor returns a tied to its words in text, or marked loose when they are gone.
func (a Anchor) Reanchor(text string) Anchor {
	s, ok := a.Find(text)
	a.Loose = !ok
	if ok {
		a.Span = s
		a.Before = lastLetters(text[:s.Start], ContextLetters)
		a.After = firstLetters(text[s.End:], ContextLetters)
	}
	return a
}

func firstLetters(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastLetters(s string, n int) string {
	i := len(s)
	for ; i > 0 && n > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:i])
		i -= w
	}
	return s[i:]
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
