package compare

import (
	"unicode/utf8"

	"parallax/data/text"
)

// gramLength is how many letters a run has. In scripts without spaces, where a
// letter says as much as two, a run is two letters.
const gramLength = 4

// A speller reads sentences as runs of letters. A sentence's letters and digits
// are its words', each with a space behind, but in scripts without spaces.
type speller struct {
	table   *gramTable
	seams   []seam    // a cache
	spelled []spelled // by word.key
	keys    []string  // by word.key
	letters []uint16  // of all words, each with the spaces around it
	ids     []int32   // of the runs in these
	line    []uint16  // scratch: a sentence's letters
}

// A spelled is a word by its letters. In a sentence of plain words every run
// lies in one of them, with the spaces around it, or in a seam.
type spelled struct {
	known      bool
	plain      bool
	from, to   int32  // its letters, in speller.letters
	first, end int32  // the runs in these, in speller.ids
	head, tail uint32 // of a plain word: two letters at each end, with the space before or behind a single one
}

// A seam is the runs of letters across the space between two plain words, with
// two letters of each: those that start with the one before the last in front.
type seam struct {
	letters uint64 // of both words, or 0
	runs    [2]int32
}

// mostSeams is a power of two; two texts of 100,000 words had about half as many.
const mostSeams = 1 << 15

// newSpeller returns a speller for texts of so many words with these keys.
func newSpeller(words int, keys []string) *speller {
	seams := 1
	for seams < min(words, mostSeams) {
		seams *= 2
	}
	return &speller{table: newGramTable(), seams: make([]seam, seams), spelled: make([]spelled, len(keys)), keys: keys}
}

// word returns the letters of a word.
func (s *speller) word(w *word) *spelled {
	x := &s.spelled[w.key]
	if !x.known {
		s.spell(x, s.keys[w.key])
	}
	return x
}

func (s *speller) spell(x *spelled, key string) {
	*x = spelled{known: true, from: int32(len(s.letters)), first: int32(len(s.ids))}
	s.letters = append(s.letters, ' ')
	spaced := true
	for _, r := range key {
		if r < utf8.RuneSelf && (r < '0' || r > '9' && r < 'a') {
			r = ' '
		}
		// Letters beyond the first 65,536 of Unicode lose their high bits, which
		// only makes two rare ones alike.
		if r != ' ' || s.letters[len(s.letters)-1] != ' ' {
			s.letters = append(s.letters, uint16(r))
			spaced = spaced && !text.Unspaced(rune(uint16(r)))
		}
	}
	r, _ := utf8.DecodeRuneInString(key)
	if s.letters[len(s.letters)-1] != ' ' && !text.Unspaced(r) {
		s.letters = append(s.letters, ' ')
	}
	x.to = int32(len(s.letters))
	if around := s.letters[x.from:]; spaced && !text.Unspaced(r) && len(around) > 2 {
		x.plain = true
		s.ids = s.table.grams(s.ids, around)
		n := len(around)
		x.head = uint32(around[1])<<16 | uint32(around[2])
		x.tail = uint32(around[n-3])<<16 | uint32(around[n-2])
	}
	x.end = int32(len(s.ids))
}

// seam appends the numbers of the runs of letters across the space between two
// words, given two letters at the end of the one and at the head of the other.
func (s *speller) seam(list []int32, tail, head uint32) []int32 {
	key := uint64(tail)<<32 | uint64(head)
	at := &s.seams[key*0x9e3779b97f4a7c15>>40&uint64(len(s.seams)-1)]
	if at.letters != key {
		front, behind := uint64(tail)<<32|' '<<16, uint64(head)
		*at = seam{key, [2]int32{s.table.number(front | behind>>16), s.table.number(front<<16 | behind)}}
	}
	return append(list, at.runs[0], at.runs[1])
}

// grams appends the numbers of the runs of letters in a sentence of some words
// that ends in front of a token.
func (s *speller) grams(list []int32, words []word, end int) []int32 {
	from := len(list)
	var last *spelled
	for k := range words {
		x := s.word(&words[k])
		if !x.plain {
			return s.table.grams(list[:from], s.sentence(words, end))
		}
		runs := s.ids[x.first:x.end]
		switch {
		case k == 0:
			runs = runs[min(1, len(runs)):] // the space in front is not there
		case k == 1 && last.to-last.from == 3: // a single letter with no space in front
			list = append(list, s.table.number(uint64(last.tail&0xffff)<<48|' '<<32|uint64(x.head)))
		default:
			list = s.seam(list, last.tail, x.head)
		}
		list = append(list, runs...)
		last = x
	}
	return list
}

// sentence returns the letters of a sentence of some words that ends in front of a
// token, good until the next call. A sign between words parts them like a space.
func (s *speller) sentence(words []word, end int) []uint16 {
	line := s.line[:0]
	for k := range words {
		w, next := &words[k], end
		if k+1 < len(words) {
			next = int(words[k+1].token)
		}
		x := s.word(w)
		line = append(line, s.letters[x.from+1:x.to]...)
		if n := len(line); n > 0 && line[n-1] != ' ' && int(w.token)+1 < next {
			line = append(line, ' ')
		}
	}
	s.line = line
	return line
}

// A gramTable numbers runs of letters.
type gramTable struct {
	slots []gramSlot // hash table, at most half full
	shift int        // of a hash, whose highest bits hang on all of the run
	used  int
}

// A gramSlot holds a run and one more than its number; 0 where it is free.
type gramSlot struct {
	key  uint64
	next int32
}

func newGramTable() *gramTable {
	const bits = 12
	return &gramTable{slots: make([]gramSlot, 1<<bits), shift: 64 - bits}
}

// grams appends the numbers of the runs in letters.
func (t *gramTable) grams(list []int32, letters []uint16) []int32 {
	for i := range letters {
		n := gramLength
		if text.Unspaced(rune(letters[i])) {
			n = 2
		}
		if i+n > len(letters) {
			continue
		}
		key := uint64(0)
		for _, r := range letters[i : i+n] {
			key = key<<16 | uint64(r)
		}
		list = append(list, t.number(key))
	}
	return list
}

// find returns the slot of a run or, where it is new, its free one.
func (t *gramTable) find(key uint64) *gramSlot {
	mask := uint64(len(t.slots) - 1)
	for i := key * 0x9e3779b97f4a7c15 >> t.shift; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.key == key || s.next == 0 {
			return s
		}
	}
}

func (t *gramTable) number(key uint64) int32 {
	s := t.find(key)
	if s.next > 0 {
		return s.next - 1
	}
	id := int32(min(t.used, runMask)) // past those, which no report has, all count as one
	t.used++
	*s = gramSlot{key, id + 1}
	if 2*t.used > len(t.slots) {
		old := t.slots
		t.slots, t.shift = make([]gramSlot, 2*len(old)), t.shift-1
		for _, s := range old {
			if s.next > 0 {
				*t.find(s.key) = s
			}
		}
	}
	return id
}
