package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

// sentences appends to list, which is empty, the sentences of one line: spans
// without white space at their ends that leave out nothing but white space. A
// sentence ends at a stop, a question or exclamation mark or an ellipsis, with
// the closing marks behind it, when what follows can start one.
func sentences(list []data.Span, s string, line data.Span) []data.Span {
	c := cutter{s: s[:line.End], start: line.Start, first: line.Start, list: list}
	for i := stops.next(c.s, line.Start); i < line.End; i = stops.next(c.s, i) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !endsSentence(r) {
			i += n
			continue
		}
		end, quoted := c.stopEnd(i)
		if isWide(r) || c.endsAt(i, r, end, quoted) {
			c.cut(end)
		}
		i = end
	}
	c.cut(line.End)
	return cutAtSpaces(c.s, c.joinScraps())
}

// stops are the bytes a sentence's last sign may start with.
var stops = bytesOf(".!?")

// cutAtSpaces cuts Thai and Lao, which have no stops and put a space where a
// sentence or clause ends, at spaces with enough letters on both sides.
func cutAtSpaces(s string, list []data.Span) []data.Span {
	if !slices.ContainsFunc(list, func(span data.Span) bool { return spaceAtClause(s, span) >= 0 }) {
		return list
	}
	var out []data.Span
	for _, span := range list {
		for at := spaceAtClause(s, span); at >= 0; at = spaceAtClause(s, span) {
			out = append(out, data.Span{Start: span.Start, End: at})
			span.Start = skip(s, at, unicode.IsSpace)
		}
		out = append(out, span)
	}
	return out
}

const (
	leastSpaced = 40 // letters of a Thai or Lao sentence cut off at a space …
	leastBehind = 20 // … and of what it leaves
)

// thaiByte is what every letter of Thai and Lao starts with.
const thaiByte = 0xe0

// spaceAtClause returns the first space in a sentence where Thai or Lao, long
// enough, is to be cut; -1 when there is none.
func spaceAtClause(s string, span data.Span) int {
	if span.Len() < 3*(leastSpaced+leastBehind) || strings.IndexByte(span.Of(s), thaiByte) < 0 {
		return -1
	}
	letters, found := 0, -1 // letters seen, or seen behind the space that was found
	last := rune(0)
	for i, r := range span.Of(s) {
		if at := span.Start + i; r == ' ' && found < 0 && letters >= leastSpaced && endsInSpace(last) {
			if next, _ := after(s, at+1); endsInSpace(next) {
				found, letters = at, 0
			}
		}
		if endsInSpace(r) {
			letters++
		}
		if found >= 0 && letters >= leastBehind {
			return found
		}
		last = r
	}
	return -1
}

// endsInSpace reports whether sentences of r's script end in a space alone.
func endsInSpace(r rune) bool { return r >= 0x0e00 && unicode.In(r, unicode.Thai, unicode.Lao) }

func endsSentence(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '．', '｡', '؟', '۔', '।', '॥', '։', '።', '។', '៕', '။':
		return true
	}
	return false
}

// isWide reports whether r ends a sentence whatever follows it.
func isWide(r rune) bool {
	switch r {
	case '。', '！', '？', '．', '｡', '។', '៕', '။', '።':
		return true
	}
	return false
}

const (
	closers = "\"'”’»)]›」』"
	openers = "\"'“‘«([‹„「『"
)

func isCloser(r rune) bool { return r != 0 && strings.ContainsRune(closers, r) }
func isOpener(r rune) bool { return r != 0 && strings.ContainsRune(openers, r) }

// A cutter cuts one line into sentences.
type cutter struct {
	s     string // up to the line's end
	first int    // where the line starts
	start int    // where the sentence being read starts
	list  []data.Span
}

// cut ends the sentence being read at end.
func (c *cutter) cut(end int) {
	if span := trim(c.s, data.Span{Start: c.start, End: end}); !span.Empty() {
		c.list = append(c.list, span)
	}
	c.start = end
}

// stopEnd returns the end of the stops that start at i and of the closing marks
// behind them, and whether one of those closes a quotation.
func (c *cutter) stopEnd(i int) (end int, quoted bool) {
	r, n := after(c.s, i)
	for n > 0 && endsSentence(r) {
		i += n
		r, n = after(c.s, i)
	}
	for n > 0 && isCloser(r) {
		quoted = quoted || r != ')' && r != ']'
		i += n
		r, n = after(c.s, i)
	}
	return i, quoted
}

// endsAt reports whether the stop r at i, which with its company ends at end,
// ends a sentence.
func (c *cutter) endsAt(i int, r rune, end int, quoted bool) bool {
	space, _ := after(c.s, end)
	if space == 0 {
		return true
	}
	if !unicode.IsSpace(space) {
		return false
	}
	next := skip(c.s, end, unicode.IsSpace)
	if next >= len(c.s) {
		return true
	}
	mark, _ := after(c.s, next)
	opened := isOpener(mark)
	word := skip(c.s, next, func(r rune) bool { return isOpener(r) || unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) })
	letter, _ := after(c.s, word)
	capital := unicode.IsUpper(letter) || unicode.IsTitle(letter)
	switch {
	case unicode.IsLower(letter) && !strings.HasPrefix(c.s[word:], "http"):
		return false
	case r == '.' && mark == '.': // ". . ." is one ellipsis
		return false
	case r == '.' && !opened && strings.HasSuffix(c.s[c.start:i], ". "):
		return false
	case quoted && (r == '?' || r == '!') && !opened && speakerFollows(c.s[next:]):
		return false
	}
	single := end == i+1
	if (r == '…' || r == '.' && strings.HasPrefix(c.s[i:], "...")) && !capital && !opened {
		return false
	}
	return !(r == '.' && single && c.abbreviates(i, word, capital, opened))
}

// abbreviates reports whether the stop at i belongs to an abbreviation that
// does not end its sentence. The next word starts at next.
func (c *cutter) abbreviates(i, next int, capital, opened bool) bool {
	from := i
	for from > c.start {
		r, n := before(c.s[:i], from)
		if unicode.IsSpace(r) || isOpener(r) || unicode.Is(unicode.Pd, r) {
			break
		}
		from -= n
		if i-from > longestShort {
			return false
		}
	}
	written := c.s[from:i]
	short := strings.ToLower(written)
	digit := false
	if r, _ := after(c.s, next); isDigit(r) {
		digit = true
	}
	switch {
	case beforeNumbers[short]:
		return digit
	case beforeNames[short]:
		return true
	case isOrdinal(short):
		return behindOrdinals[wordAt(c.s, next)] || beforeOrdinals[c.wordBefore(from)]
	}
	first, n := utf8.DecodeRuneInString(written)
	if n == len(written) && unicode.IsUpper(first) && first != 'I' {
		return capital && !opened // J. Smith
	}
	if endsEither[short] || isInitials(short) {
		return !opened && !(capital && sentenceOpeners[wordAt(c.s, next)])
	}
	return false
}

// wordBefore returns the word of the sentence being read in front of the place at,
// in small letters.
func (c *cutter) wordBefore(at int) string {
	text := strings.TrimRightFunc(c.s[max(c.start, at-longestShort):at], unicode.IsSpace)
	return strings.ToLower(text[1+strings.LastIndexFunc(text, unicode.IsSpace):])
}

// longestShort is how many bytes an abbreviation may have.
const longestShort = 24

// isInitials reports whether short is letters with stops between, as in "p.m" or "u.s.a".
func isInitials(short string) bool {
	letters, stops := 0, 0
	for _, r := range short {
		switch {
		case r == '.' && letters > 0:
			letters = 0
			stops++
		case unicode.IsLetter(r) && letters < 3:
			letters++
		default:
			return false
		}
	}
	return stops > 0 && letters > 0
}

// speakerFollows reports whether text, which follows a quotation closed with a
// question or exclamation mark, goes on with who said it: “Is that so?” Mr Grey asked.
func speakerFollows(text string) bool {
	for n := 0; n < 5 && text != ""; n++ {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		word := text[:end]
		if len(word) > 40 {
			return false
		}
		plain := strings.ToLower(strings.Trim(word, ".,;:"))
		if speaking[plain] {
			return true
		}
		if strings.HasSuffix(word, ",") {
			return false
		}
		text = strings.TrimLeftFunc(text[end:], unicode.IsSpace)
	}
	return false
}

// joinScraps ties spans without a word, a stray mark or the number of a list's
// item, to the sentence they belong to.
func (c *cutter) joinScraps() []data.Span {
	list := c.list[:0]
	pending := -1
	for _, span := range c.list {
		first, _ := after(c.s, span.Start)
		scrap := isScrap(span.Of(c.s))
		if pending >= 0 {
			span.Start, pending = pending, -1
		}
		switch {
		case scrap && (len(list) == 0 || isDigit(first) || first == '…'):
			pending = span.Start
		case scrap:
			list[len(list)-1].End = span.End
		default:
			list = append(list, span)
		}
	}
	if pending >= 0 {
		last := trim(c.s, data.Span{Start: pending, End: len(c.s)})
		if len(list) == 0 {
			return append(list, last)
		}
		list[len(list)-1].End = last.End
	}
	return list
}

// isScrap reports whether s has no letters, or one beside one or two signs.
func isScrap(s string) bool {
	letters, runes := 0, 0
	for _, r := range s {
		runes++
		if unicode.IsLetter(r) {
			if Unspaced(r) {
				return false
			}
			letters++
		}
		if letters > 1 {
			return false
		}
	}
	return letters == 0 || runes <= 3
}

// wordAt returns the word at i in small letters.
func wordAt(s string, i int) string {
	end := skip(s, i, func(r rune) bool { return unicode.IsLetter(r) || isApostrophe(r) })
	return strings.ToLower(s[i:end])
}

// skip returns the first place from i on whose rune does not satisfy is.
func skip(s string, i int, is func(rune) bool) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !is(r) {
			break
		}
		i += n
	}
	return i
}

// trim takes the white space off the ends of span.
func trim(s string, span data.Span) data.Span {
	span.Start = skip(s[:span.End], span.Start, unicode.IsSpace)
	for span.End > span.Start {
		r, n := before(s, span.End)
		if !unicode.IsSpace(r) {
			break
		}
		span.End -= n
	}
	return span
}
