package editor

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// A layout is a text broken into lines no wider than room, which are counted
// through the whole text. Blanks at the end of a line may reach over the room.
type layout struct {
	text
	ruler *ruler
	room  float32
	first []int // of each paragraph: the lines before it; at the end: all
}

// set breaks the whole text anew.
func (l *layout) set(words string, room float32, r *ruler) {
	l.text, l.room, l.ruler = newText(words), room, r
	l.fit(room)
}

// fit breaks all lines for another room.
func (l *layout) fit(room float32) {
	l.room = room
	l.first = make([]int, 1, len(l.paragraphs)+1)
	for i := range l.paragraphs {
		p := &l.paragraphs[i]
		p.ends = l.breakFrom(p.words, 0, nil, nil, 0, 0)
		l.first = append(l.first, l.first[i]+len(p.ends))
	}
}

// edit puts words in place of what stands from one place to a later one, lays
// out the lines that moved and returns the place behind the words.
func (l *layout) edit(from, to place, words string) place {
	before, old := len(l.paragraphs), l.paragraphs[from.paragraph].ends
	end := l.replace(from, to, words)
	if from.paragraph == to.paragraph && before == len(l.paragraphs) {
		p := &l.paragraphs[from.paragraph]
		p.ends = l.rebreak(p.words, old, from.at, to.at, end.at)
		if len(p.ends) == len(old) {
			return end
		}
	} else {
		for i := from.paragraph; i <= end.paragraph; i++ {
			p := &l.paragraphs[i]
			p.ends = l.breakFrom(p.words, 0, nil, nil, 0, 0)
		}
	}
	l.first = slices.Grow(l.first[:from.paragraph+1], len(l.paragraphs)-from.paragraph)
	for i := from.paragraph; i < len(l.paragraphs); i++ {
		l.first = append(l.first, l.first[i]+len(l.paragraphs[i].ends))
	}
	return end
}

// rebreak breaks a paragraph whose bytes [at, was) gave way to [at, is); old are
// its lines before. It begins a line before the word the change is in, which may
// come up to it, and stops where the lines are as they were.
func (l *layout) rebreak(words string, old []int, at, was, is int) []int {
	k, found := slices.BinarySearch(old, at)
	if found {
		k++
	}
	k = min(k, len(old)-1)
	for n := 0; k > 0 && n < mostOfWord && !blankBefore(words, old[k-1]); n++ {
		k-- // to where a word begins that is broken between letters
	}
	k = max(0, k-1)
	start := 0
	if k > 0 {
		start = old[k-1]
	}
	return l.breakFrom(words, start, slices.Clone(old[:k]), old, is, is-was)
}

// mostOfWord is how many lines of one word are taken back to its start. Scripts
// without blanks between words break between any two letters.
const mostOfWord = 8

// breakFrom appends the ends of the lines from byte at on. Where a line ends at
// or behind byte is, and one of old ended there before all moved by moved, the
// rest is as it was.
func (l *layout) breakFrom(words string, at int, ends, old []int, is, moved int) []int {
	for {
		at = l.lineEnd(words, at)
		ends = append(ends, at)
		if at == len(words) {
			return ends
		}
		if old == nil || at < is {
			continue
		}
		if i, found := slices.BinarySearch(old, at-moved); found {
			for _, end := range old[i+1:] {
				ends = append(ends, end+moved)
			}
			return ends
		}
	}
}

// lineEnd returns where the line ends that begins at byte from.
func (l *layout) lineEnd(words string, from int) int {
	if l.room <= 0 { // it is not on screen yet
		return len(words)
	}
	x := float32(0)
	for at := from; at < len(words); {
		solid, end := unit(words, at)
		w, long := float32(0), solid-at > longWord
		if !long {
			w = l.ruler.width(words[at:solid])
		}
		if long || x+w > l.room {
			if at > from {
				return at
			}
			cut, wide := l.cut(words, at, solid)
			if cut < solid {
				return cut
			}
			w = wide
		}
		x = l.ruler.over(x+w, words[solid:end])
		at = end
	}
	return len(words)
}

// longWord is how many bytes of a word are measured at once. A longer one has a
// line to itself and is measured by letters.
const longWord = 128

// cut returns where a word that is wider than the room must be parted, behind its
// first letter at least, and how wide its part is.
func (l *layout) cut(words string, from, to int) (at int, wide float32) {
	starts := lettersOf(words[from:to])
	for i := 1; i < len(starts); i++ {
		w := l.ruler.width(words[from+starts[i-1] : from+starts[i]])
		if wide+w > l.room && i > 1 {
			return from + starts[i-1], wide
		}
		wide += w
	}
	return to, wide
}

// A unit is looked for in a few bytes first, and in no more than longestUnit: a
// note may be one word of a megabyte.
const (
	fewBytes    = 32
	longestUnit = 512
)

// unit returns where the word ends that begins at byte at, and where the blanks
// behind it do. A line may be broken there.
func unit(words string, at int) (solid, end int) {
	for most := fewBytes; ; most *= 2 {
		whole, plain := false, true
		solid, whole, plain = wordIn(words, at, most)
		if whole && plain {
			break
		}
		if !plain {
			if n := firstBreak(words[at:solid]); whole || at+n < solid {
				solid = at + n
				break
			}
		}
		if most >= longestUnit {
			starts := lettersOf(words[at:solid]) // the last may go on
			solid = at + starts[max(1, len(starts)-2)]
			break
		}
	}
	for end = solid; end < len(words); {
		r, n := utf8.DecodeRuneInString(words[end:])
		if !breaks(r) {
			break
		}
		end += n
	}
	return solid, end
}

// wordIn returns where the blanks begin behind the word at a byte, looking at most
// bytes or a few more. It reports whether it saw them or the end, and whether
// blanks are all a line may be broken at in what it saw.
func wordIn(words string, at, most int) (end int, whole, plain bool) {
	plain = true
	for end = at; end < len(words); {
		r, n := utf8.DecodeRuneInString(words[end:])
		if breaks(r) {
			return end, true, plain
		}
		if end-at >= most {
			return end, false, plain
		}
		plain = plain && !ruled(r)
		end += n
	}
	return end, true, plain
}

// firstBreak returns where the rules of Unicode (UAX #14) first allow to break.
func firstBreak(words string) int {
	var seg segmenter.Segmenter
	seg.Init([]rune(words))
	lines, at := seg.LineIterator(), 0
	if lines.Next() {
		for range lines.Line().Text {
			_, n := utf8.DecodeRuneInString(words[at:])
			at += n
		}
	}
	return at
}

// breaks reports whether a line may end behind r and hide it.
func breaks(r rune) bool {
	return r == ' ' || r == '\t' || r == '\r' || r == 0x1680 || r >= 0x2000 && r <= 0x200a && r != 0x2007 || r == 0x3000
}

func blankBefore(words string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(words[:at])
	return breaks(r)
}

// ruled reports whether a line may be broken beside r inside a word.
func ruled(r rune) bool {
	switch {
	case r == '-' || r == '/' || r == '|' || r == 0xad:
		return true
	case r >= 0x2010 && r <= 0x2014, r == 0x200b, r == 0x2026, r >= 0x2e80:
		return true
	}
	return r >= 0xe00 && r < 0xf00 || r >= 0x1000 && r < 0x10a0 || r >= 0x1780 && r < 0x1800
}

// lines is how many lines there are.
func (l *layout) lines() int { return l.first[len(l.paragraphs)] }

// A line is one by its place: the bytes [from, to) of a paragraph.
type line struct{ paragraph, from, to int }

// line returns line i.
func (l *layout) line(i int) line {
	n := sort.Search(len(l.paragraphs), func(n int) bool { return l.first[n+1] > i })
	ends, k := l.paragraphs[n].ends, i-l.first[n]
	from := 0
	if k > 0 {
		from = ends[k-1]
	}
	return line{n, from, ends[k]}
}

// lineOf returns the index of the line a place is on: where a line is broken at
// it, of the later one, or with late of the earlier.
func (l *layout) lineOf(p place, late bool) int {
	ends := l.paragraphs[p.paragraph].ends
	k, found := slices.BinarySearch(ends, p.at)
	if found && !late {
		k++
	}
	return l.first[p.paragraph] + min(k, len(ends)-1)
}

// last returns the last place on a line that is seen to be on it, and whether
// it must be said to be late: the next line begins at it.
func (l *layout) last(n line) (p place, late bool) {
	p = place{n.paragraph, n.to}
	if n.to == len(l.paragraphs[n.paragraph].words) {
		return p, false
	}
	if blankBefore(l.paragraphs[n.paragraph].words, n.to) {
		return l.previous(p), false
	}
	return p, true
}
