package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/data"
)

// A Searchable is a text made ready for finding words in it as a reader types
// them: accents, curly marks, kinds of dash and of white space do not count. It
// never changes.
type Searchable struct {
	source       string
	cased, small string  // without what does not count; small in small letters too
	at           []int32 // of each byte of both: the byte of the rune it comes from, and the source's length behind
}

// NewSearchable makes s ready. It takes time and room in proportion to s.
func NewSearchable(s string) *Searchable {
	f := &Searchable{source: s, at: make([]int32, 0, len(s)+1)}
	cased, small := make([]byte, 0, len(s)), make([]byte, 0, len(s))
	var buf []byte
	for i, r := range s {
		if r < utf8.RuneSelf {
			if '\t' <= r && r <= '\r' {
				r = ' '
			}
			cased, f.at = append(cased, byte(r)), append(f.at, int32(i))
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			small = append(small, byte(r))
			continue
		}
		buf = plain(buf[:0], r)
		for _, p := range string(buf) {
			was := len(cased)
			cased = utf8.AppendRune(cased, p)
			low := unicode.ToLower(p)
			if utf8.RuneLen(low) != utf8.RuneLen(p) {
				low = p // so that one list of places serves both
			}
			small = utf8.AppendRune(small, low)
			for range len(cased) - was {
				f.at = append(f.at, int32(i))
			}
		}
	}
	f.cased, f.small, f.at = string(cased), string(small), append(f.at, int32(len(s)))
	return f
}

// plain appends what counts of r.
func plain(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if '\t' <= r && r <= '\r' {
			r = ' '
		}
		return append(b, byte(r))
	}
	switch r {
	case 'ß':
		return append(b, "ss"...)
	case 'æ':
		return append(b, "ae"...)
	case 'Æ':
		return append(b, "AE"...)
	case 'œ':
		return append(b, "oe"...)
	case 'Œ':
		return append(b, "OE"...)
	case 'ø':
		return append(b, 'o')
	case 'Ø':
		return append(b, 'O')
	case 'ł':
		return append(b, 'l')
	case 'Ł':
		return append(b, 'L')
	case 'đ':
		return append(b, 'd')
	case 'Đ':
		return append(b, 'D')
	case 'ı':
		return append(b, 'i')
	}
	switch {
	case unseen(r), accent(r):
		return b
	case unicode.IsSpace(r):
		return append(b, ' ')
	case r < 0x530 || 0x1e00 <= r && r <= 0x1fff: // letters that carry accents
		for _, p := range norm.NFD.String(string(r)) {
			if !accent(p) {
				b = utf8.AppendRune(b, quotes(p))
			}
		}
		return b
	}
	return utf8.AppendRune(b, quotes(r))
}

// quotes is Fold without the change of case.
func quotes(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return Fold(r)
}

// accent reports whether r is a mark over or under a letter that finding does
// without: the combining accents, and the vowel marks of Hebrew and Arabic.
func accent(r rune) bool {
	return 0x300 <= r && r <= 0x36f || 0x591 <= r && r <= 0x5c7 && r != 0x5be || 0x64b <= r && r <= 0x65f || r == 0x670
}

// Find returns the places of query in the text, in its order, none over another.
// With cased, capitals count; with whole, only whole words are found. White
// space around query does not count; an empty query is found nowhere.
func (f *Searchable) Find(query string, cased, whole bool) []data.Span {
	var b []byte
	for _, r := range strings.TrimSpace(query) {
		b = plain(b, r)
	}
	want, in := string(b), f.cased
	if !cased {
		want, in = strings.Map(func(r rune) rune {
			if low := unicode.ToLower(r); utf8.RuneLen(low) == utf8.RuneLen(r) {
				return low
			}
			return r
		}, want), f.small
	}
	if want == "" {
		return nil
	}
	var spans []data.Span
	for from := 0; ; {
		i := strings.Index(in[from:], want)
		if i < 0 {
			return spans
		}
		i += from
		end := i + len(want)
		if whole && !f.wholeWord(in, i, end) {
			_, n := utf8.DecodeRuneInString(in[i:])
			from = i + n
			continue
		}
		spans = append(spans, f.span(i, end))
		from = end
	}
}

// wholeWord reports whether no word goes on over either end of in[start:end].
func (f *Searchable) wholeWord(in string, start, end int) bool {
	joined := func(at int) bool {
		a, _ := before(in, at)
		b, _ := after(in, at)
		return inWord(a) && inWord(b) && !Unspaced(a) && !Unspaced(b)
	}
	return !joined(start) && !joined(end)
}

// span is the stretch of the source that the bytes start to end come from.
func (f *Searchable) span(start, end int) data.Span {
	s := data.Span{Start: int(f.at[start]), End: int(f.at[end])}
	if last := int(f.at[end-1]); s.End <= last { // it ends inside of what one letter became
		_, n := utf8.DecodeRuneInString(f.source[last:])
		s.End = last + n
	}
	return s
}
