package session

import (
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

// wholeWords widens a span to the words it cuts into and leaves out space at
// its ends, so that a careless drag still quotes words. Scripts that do not
// part words by spaces are taken as they were selected. A span of nothing but
// space is left as it is.
func wholeWords(text string, s data.Span) data.Span {
	was := s
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.End > s.Start {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	if s.Empty() {
		return was
	}
	if r, _ := utf8.DecodeRuneInString(text[s.Start:]); spaced(r) {
		for s.Start > 0 {
			r, n := utf8.DecodeLastRuneInString(text[:s.Start])
			if !spaced(r) {
				break
			}
			s.Start -= n
		}
	}
	if r, _ := utf8.DecodeLastRuneInString(text[:s.End]); spaced(r) {
		for s.End < len(text) {
			r, n := utf8.DecodeRuneInString(text[s.End:])
			if !spaced(r) {
				break
			}
			s.End += n
		}
	}
	return s
}

// spaced reports whether r is a letter, mark or digit of a script that parts
// words by spaces.
func spaced(r rune) bool {
	if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
		return false
	}
	return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
