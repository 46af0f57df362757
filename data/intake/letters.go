package intake

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// pattern puts off compiling an expression until it is first used, so that the
// program's start does not pay for it.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	if r < 0x80 {
		return r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r)
}

func isUpper(r rune) bool {
	if r < 0x80 {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func isLower(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}

func lower(r rune) rune {
	if r < 0x80 {
		if r >= 'A' && r <= 'Z' {
			return r + 0x20
		}
		return r
	}
	return unicode.ToLower(r)
}

func isWordRune(r rune) bool {
	if r < 0x80 {
		return isLetter(r) || isDigit(r) || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isHan reports whether r belongs to a script written without spaces or whose
// words are a letter or two long: kana, Han and Hangul.
func isHan(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7af
}

// dropped reports whether r has no place in a text: control characters, byte
// order marks, zero-width spaces, soft hyphens, order overrides, placeholders.
func dropped(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f'
	case r < 0x7f:
		return false
	case r < 0xa0:
		return r != 0x85
	case r == 0xad, r == 0x200b, r == 0x2060, r == 0xfeff, r == 0x202d, r == 0x202e:
		return true
	case r >= 0xfff9 && r <= 0xfffc, r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return true
	}
	return false
}

// words calls yield with each run of letters, digits and inner apostrophes of s
// and its place, until yield returns false.
func words(s string, yield func(w string, at int) bool) {
	start := -1
	for i := 0; i <= len(s); {
		r, n := rune(-1), 1
		if i < len(s) {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case i < len(s) && isWordRune(r):
			if start < 0 {
				start = i
			}
		case start >= 0 && (r == '\'' || r == '’') && i+n < len(s):
			if next, _ := utf8.DecodeRuneInString(s[i+n:]); isWordRune(next) {
				break
			}
			fallthrough
		default:
			if start >= 0 {
				if !yield(s[start:i], start) {
					return
				}
				start = -1
			}
		}
		i += n
	}
}

// wordsOf returns the words of s.
func wordsOf(s string) []string {
	var out []string
	words(s, func(w string, _ int) bool { out = append(out, w); return true })
	return out
}

// key is s in lower case with everything but letters and digits made one
// space, to compare lines by.
func key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if !isLetter(r) && !isDigit(r) && !(r >= 0x80 && unicode.IsMark(r)) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(lower(r))
	}
	return b.String()
}

// trimmed returns the part of text[start:end] without white space and what shows
// nothing at its edges, as offsets.
func trimmed(text string, start, end int) (int, int) {
	blank := func(r rune) bool { return unicode.IsSpace(r) || dropped(r) }
	s := strings.TrimLeftFunc(text[start:end], blank)
	start = end - len(s)
	return start, start + len(strings.TrimRightFunc(s, blank))
}

func letterCount(s string) int { return utf8.RuneCountInString(s) }
