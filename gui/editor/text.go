package editor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// A text is what is written, in paragraphs: there is always one.
type text struct {
	paragraphs []paragraph
}

// A paragraph is a line of the text without its end, and the lines it is broken
// into: the byte each ends at.
type paragraph struct {
	words string
	ends  []int
}

// A place is a caret's: between the letters of a paragraph, by its index, at a
// byte.
type place struct{ paragraph, at int }

func (p place) before(q place) bool {
	return p.paragraph < q.paragraph || p.paragraph == q.paragraph && p.at < q.at
}

func newText(s string) text {
	var t text
	for words := range strings.SplitSeq(s, "\n") {
		t.paragraphs = append(t.paragraphs, paragraph{words: words})
	}
	return t
}

// String is the text as it was given.
func (t *text) String() string { return t.between(place{}, t.end()) }

// end is the place behind the last letter.
func (t *text) end() place {
	last := len(t.paragraphs) - 1
	return place{last, len(t.paragraphs[last].words)}
}

func (t *text) empty() bool { return len(t.paragraphs) == 1 && t.paragraphs[0].words == "" }

// between is the text from one place to a later one.
func (t *text) between(from, to place) string {
	if from.paragraph == to.paragraph {
		return t.paragraphs[from.paragraph].words[from.at:to.at]
	}
	var b strings.Builder
	b.WriteString(t.paragraphs[from.paragraph].words[from.at:])
	for _, p := range t.paragraphs[from.paragraph+1 : to.paragraph] {
		b.WriteByte('\n')
		b.WriteString(p.words)
	}
	b.WriteByte('\n')
	b.WriteString(t.paragraphs[to.paragraph].words[:to.at])
	return b.String()
}

// offset is the byte of the text a place is at.
func (t *text) offset(p place) int {
	n := p.at
	for i := range t.paragraphs[:p.paragraph] {
		n += len(t.paragraphs[i].words) + 1
	}
	return n
}

// place is the place at a byte of the text, or the end.
func (t *text) place(offset int) place {
	for i := range t.paragraphs {
		n := len(t.paragraphs[i].words)
		if offset <= n {
			return place{i, max(0, offset)}
		}
		offset -= n + 1
	}
	return t.end()
}

// replace puts words in place of what stands from one place to a later one and
// returns the place behind them. The paragraphs it leaves other than they were
// have no lines.
func (t *text) replace(from, to place, words string) place {
	head, tail := t.paragraphs[from.paragraph].words[:from.at], t.paragraphs[to.paragraph].words[to.at:]
	if from.paragraph == to.paragraph && !strings.Contains(words, "\n") {
		t.paragraphs[from.paragraph] = paragraph{words: head + words + tail}
		return place{from.paragraph, from.at + len(words)}
	}
	made := newText(words).paragraphs
	last := len(made) - 1
	end := place{from.paragraph + last, len(made[last].words)}
	if last == 0 {
		end.at += from.at
	}
	made[last].words += tail
	made[0].words = head + made[0].words
	t.paragraphs = slices.Replace(t.paragraphs, from.paragraph, to.paragraph+1, made...)
	return end
}

// lettersOf returns the bytes at which the letters of words begin, as a reader
// sees letters, and its length: an emoji of several signs, or a letter with its
// accents, is one.
func lettersOf(words string) []int {
	plain := true
	for i := range len(words) {
		if plain = words[i] < 0x80 && words[i] != '\r'; !plain {
			break
		}
	}
	if plain {
		starts := make([]int, len(words)+1)
		for i := range starts {
			starts[i] = i
		}
		return starts
	}
	var seg segmenter.Segmenter
	seg.Init([]rune(words))
	starts, at := []int{0}, 0
	for letters := seg.GraphemeIterator(); letters.Next(); {
		for range letters.Grapheme().Text {
			_, n := utf8.DecodeRuneInString(words[at:])
			at += n
		}
		starts = append(starts, at)
	}
	return starts
}

// around returns the lines of a paragraph before, at and after a place, where its
// letters are looked for, and the byte they begin at: a line begins with a letter.
func (t *text) around(p place) (part string, from int) {
	q := &t.paragraphs[p.paragraph]
	to := len(q.words)
	if n := len(q.ends); n > 0 {
		i, _ := slices.BinarySearch(q.ends, p.at)
		if i > 1 {
			from = q.ends[i-2]
		}
		to = q.ends[min(i+1, n-1)]
	}
	return q.words[from:to], from
}

// next is the place behind the letter at p, previous the one in front of the
// letter before it. A paragraph's end is a letter.
func (t *text) next(p place) place {
	if p.at == len(t.paragraphs[p.paragraph].words) {
		if p.paragraph+1 == len(t.paragraphs) {
			return p
		}
		return place{p.paragraph + 1, 0}
	}
	part, from := t.around(p)
	for _, at := range lettersOf(part) {
		if from+at > p.at {
			return place{p.paragraph, from + at}
		}
	}
	return place{p.paragraph, len(t.paragraphs[p.paragraph].words)}
}

func (t *text) previous(p place) place {
	if p.at == 0 {
		if p.paragraph == 0 {
			return p
		}
		return place{p.paragraph - 1, len(t.paragraphs[p.paragraph-1].words)}
	}
	part, from := t.around(p)
	before := 0
	for _, at := range lettersOf(part) {
		if from+at >= p.at {
			break
		}
		before = at
	}
	return place{p.paragraph, from + before}
}

// A class is what letters a word is made of: a word ends where the class does.
type class int

const (
	blank class = iota
	letter
	sign
)

func classOf(r rune) class {
	switch {
	case unicode.IsSpace(r):
		return blank
	case unicode.In(r, unicode.L, unicode.M, unicode.N) || r == '_' || r == 0x200c || r == 0x200d:
		return letter
	}
	return sign
}

// joins reports whether a sign between two letters belongs to their word.
func joins(r rune) bool { return r == '\'' || r == 0x2019 || r == '-' || r == 0x2010 }

// wordAt is the word p is in or at the start of, else the one it is at the end
// of, else the blanks or signs there.
func (t *text) wordAt(p place) (from, to place) {
	words := t.paragraphs[p.paragraph].words
	a, b := runAt(words, p.at)
	if b == a && a > 0 || a == p.at && a > 0 && classAt(words, a) != letter {
		_, n := utf8.DecodeLastRuneInString(words[:a])
		if a == len(words) || classAt(words, a-n) == letter {
			a, b = runAt(words, a-n)
		}
	}
	return t.whole(place{p.paragraph, a}, false), t.whole(place{p.paragraph, b}, true)
}

func classAt(words string, at int) class {
	r, _ := utf8.DecodeRuneInString(words[at:])
	return classOf(r)
}

// runAt returns the bytes around at that are of its letter's class.
func runAt(words string, at int) (from, to int) {
	if at >= len(words) {
		return at, at
	}
	c := classAt(words, at)
	r, n := utf8.DecodeRuneInString(words[at:])
	if c == sign && joins(r) && inside(words, at, n) {
		c = letter
	}
	from, to = at, at
	for to < len(words) {
		r, n := utf8.DecodeRuneInString(words[to:])
		if classOf(r) != c && !(c == letter && joins(r) && inside(words, to, n)) {
			break
		}
		to += n
	}
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(words[:from])
		if classOf(r) != c && !(c == letter && joins(r) && inside(words, from-n, n)) {
			break
		}
		from -= n
	}
	return from, to
}

// inside reports whether letters stand on both sides of the n bytes at at.
func inside(words string, at, n int) bool {
	if at == 0 || at+n >= len(words) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(words[:at])
	return classOf(r) == letter && classAt(words, at+n) == letter
}

// nextWord is the place behind the word or signs after p and the blanks between;
// previousWord the place in front of those before p.
func (t *text) nextWord(p place) place {
	words := t.paragraphs[p.paragraph].words
	if p.at == len(words) {
		return t.next(p)
	}
	at := p.at
	if classAt(words, at) == blank {
		_, at = runAt(words, at)
	}
	if at < len(words) {
		_, at = runAt(words, at)
	}
	return t.whole(place{p.paragraph, at}, true)
}

func (t *text) previousWord(p place) place {
	words := t.paragraphs[p.paragraph].words
	if p.at == 0 {
		return t.previous(p)
	}
	at := p.at
	back := func() class {
		_, n := utf8.DecodeLastRuneInString(words[:at])
		c := classAt(words, at-n)
		at, _ = runAt(words, at-n)
		return c
	}
	if back() == blank && at > 0 {
		back()
	}
	return t.whole(place{p.paragraph, at}, false)
}

// whole is the place itself where a letter begins there, else the next on either
// side that one does.
func (t *text) whole(p place, forward bool) place {
	part, from := t.around(p)
	starts := lettersOf(part)
	i, found := slices.BinarySearch(starts, p.at-from)
	if !found && !forward {
		i--
	}
	return place{p.paragraph, from + starts[i]}
}
