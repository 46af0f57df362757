package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold returns the letter or mark that r counts as when words are compared:
// small letters, straight quotation marks, plain hyphens and spaces.
func Fold(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		} else if r == '`' {
			r = '\''
		}
		return r
	}
	switch r {
	case '‘', '’', '‚', '‛', '′', '´', 'ʼ':
		return '\''
	case '“', '”', '‟', '″', '„', '«', '»':
		return '"'
	case '–', '—', '−', '‑', '‐', '―':
		return '-'
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	}
	return unicode.ToLower(r)
}

// inWord reports whether r is part of a word: a letter, a mark on one, or a digit.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// unseen reports whether r takes no room and changes no word: soft hyphens,
// joiners, marks of direction.
func unseen(r rune) bool { return r > utf8.RuneSelf && unicode.Is(unicode.Cf, r) }

// unspaced are the scripts that put no spaces between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// Unspaced reports whether r belongs to a script that puts no spaces between words.
func Unspaced(r rune) bool {
	return r >= 0x0e00 && (unicode.In(r, unspaced...) || isSoundMark(r))
}

// sounds reports whether currency signs and the like are read aloud as words.
func sounds(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '$' || r == '%'
	}
	return unicode.Is(unicode.Sc, r) || r == '‰'
}

func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r)
}

// lineEnd returns where the line at start ends and where the next one starts.
func lineEnd(s string, start int) (end, next int) {
	n := 0
	for i := lineEnds.next(s, start); i < len(s); i = lineEnds.next(s, i+n) {
		var r rune
		r, n = utf8.DecodeRuneInString(s[i:])
		if '\n' <= r && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029' {
			return i, i + n
		}
	}
	return len(s), len(s)
}

// lineEnds are the bytes the end of a line may start with.
var lineEnds = bytesOf("\n\v\f\r")

// A byteSet is a set of bytes.
type byteSet [256]bool

// bytesOf returns the set of some ASCII signs and of all that letters and signs
// outside ASCII start with.
func bytesOf(signs string) *byteSet {
	var set byteSet
	for b := range set {
		set[b] = b >= utf8.RuneSelf || strings.IndexByte(signs, byte(b)) >= 0
	}
	return &set
}

// next returns the first place from i on with a byte of the set; the length of s
// when there is none.
func (set *byteSet) next(s string, i int) int {
	for i < len(s) && !set[s[i]] {
		i++
	}
	return i
}

// after returns the rune at i of s, and before the one that ends there; 0 at the ends.
func after(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	return utf8.DecodeRuneInString(s[i:])
}

func before(s string, i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	return utf8.DecodeLastRuneInString(s[:i])
}
