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

// Find returns where a's words stand in text now: where what surrounded them in
// their paragraph is what it was and, of several such places, where most of what
// lay beyond it is too, the nearest of those that tie. Words that ran over
// several paragraphs are found with others between them; the span covers those
// then. An anchor without words, which marks the place where one side says
// nothing, is found by what surrounded it alone. Find reports false when the
// words are gone, and also when only their namesakes are left: another "said" is
// not the one that was meant.
func (a Anchor) Find(text string) (Span, bool) {
	best, found := Span{}, false
	bestLike, bestFar := -1, 0
	first, rest, parted := strings.Cut(a.Quote, "\n")
	for from := 0; from <= len(text); {
		i := strings.Index(text[from:], first)
		if i < 0 {
			break
		}
		s := Span{from + i, from + i + len(first)}
		_, n := utf8.DecodeRuneInString(text[s.Start:])
		from = s.Start + max(n, 1)
		if !endsAlike(text[:s.Start], a.Before) {
			continue
		}
		ok := startsAlike(text[s.End:], a.After)
		if parted {
			s.End, ok = follows(text, s.End, rest, a.After)
		}
		if !ok {
			continue
		}
		like := commonSuffix(text[:s.Start], a.Before) + commonPrefix(text[s.End:], a.After)
		far := max(s.Start-a.Start, a.Start-s.Start)
		if like > bestLike || like == bestLike && far < bestFar {
			best, bestLike, bestFar, found = s, like, far, true
		}
	}
	return best, found
}

// follows looks for what of a quote stands behind its first paragraph, which
// ends at from: whole paragraphs in their order, then the beginning of one, with
// after behind it. It returns where that ends.
func follows(text string, from int, rest, after string) (end int, ok bool) {
	if from < len(text) && text[from] != '\n' {
		return 0, false
	}
	parts := strings.Split(rest, "\n")
	last := "\n" + parts[len(parts)-1]
	for _, part := range parts[:len(parts)-1] {
		i := strings.Index(text[from:], "\n"+part+"\n")
		if i < 0 {
			return 0, false
		}
		from += i + 1 + len(part)
	}
	for {
		i := strings.Index(text[from:], last)
		if i < 0 {
			return 0, false
		}
		if end := from + i + len(last); startsAlike(text[end:], after) {
			return end, true
		}
		from += i + 1
	}
}

// endsAlike reports whether text ends as before does, as far as its paragraph goes.
func endsAlike(text, before string) bool {
	near := before[strings.LastIndexByte(before, '\n')+1:]
	if !strings.HasSuffix(text, near) {
		return false
	}
	whole := len(near) < len(before) || fewLetters(before)
	text = text[:len(text)-len(near)]
	return !whole || text == "" || text[len(text)-1] == '\n'
}

// startsAlike reports whether text starts as after does, as far as its paragraph goes.
func startsAlike(text, after string) bool {
	near, _, ended := strings.Cut(after, "\n")
	if !strings.HasPrefix(text, near) {
		return false
	}
	whole := ended || fewLetters(after)
	text = text[len(near):]
	return !whole || text == "" || text[0] == '\n'
}

// fewLetters reports whether there were fewer letters around an anchor's words
// than it keeps: the report begins or ends there.
func fewLetters(s string) bool {
	return len(s) < ContextLetters || len(s) < ContextLetters*utf8.UTFMax && utf8.RuneCountInString(s) < ContextLetters
}

// Reanchor returns a tied to its words in text, or marked loose when they are
// gone. An anchor on a whole report needs no words.
func (a Anchor) Reanchor(text string) Anchor {
	if a.WholeReport() {
		a.Loose = false
		return a
	}
	s, ok := a.Find(text)
	a.Loose = !ok
	if ok {
		a.Span = s
		a.Before = lastLetters(text[:s.Start], ContextLetters)
		a.After = firstLetters(text[s.End:], ContextLetters)
	}
	return a
}

// InParagraph returns a, which is tied to words of text, with Before and After
// running to the ends of their paragraphs and the line breaks there, however
// long those are. Such an anchor is told from all others whose surroundings are
// not the very same paragraph.
func (a Anchor) InParagraph(text string) Anchor {
	if a.Loose || a.WholeReport() {
		return a
	}
	if i := strings.LastIndexByte(text[:a.Start], '\n'); i >= 0 {
		a.Before = text[i:a.Start]
	} else {
		a.Before = text[:a.Start]
	}
	a.After = text[a.End:]
	if i := strings.IndexByte(a.After, '\n'); i >= 0 {
		a.After = a.After[:i+1]
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
