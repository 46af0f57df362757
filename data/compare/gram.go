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
	letters []uint16  // what spelled is cut from
	ids     []int32
	line    []uint16 // scratch: a sentence's letters
}

// A spelled is a word by its letters.
type spelled struct {
	known    bool
	unspaced bool
	letters  []uint16
	grams    []int32 // the runs within the word and the spaces around it
}

// A seam is the runs of letters across the space between two words, with two
// letters of each: those that start with the one before the last in front.
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
	if x.known {
		return x
	}
	x.known = true
	key := s.keys[w.key]
	from := len(s.letters)
	s.letters = append(s.letters, ' ')
	for _, r := range key {
		if r < utf8.RuneSelf && (r < '0' || r > '9' && r < 'a') {
			r = ' '
		}
		// Letters beyond the first 65,536 of Unicode lose their high bits, which
		// only makes two rare ones alike.
		if r != ' ' || s.letters[len(s.letters)-1] != ' ' {
			s.letters = append(s.letters, uint16(r))
		}
	}
	r, _ := utf8.DecodeRuneInString(key)
	x.unspaced = text.Unspaced(r)
	if s.letters[len(s.letters)-1] != ' ' && !x.unspaced {
		s.letters = append(s.letters, ' ')
	}
	around := s.letters[from:len(s.letters):len(s.letters)]
	x.letters = around[1:]
	if at := len(s.ids); !x.unspaced && len(around) >= gramLength {
		s.ids = s.table.grams(s.ids, around)
		x.grams = s.ids[at:len(s.ids):len(s.ids)]
	}
	return x
}

// seam appends the numbers of the runs of letters in the last two letters of a
// word, a space and the first two letters of the next word.
func (s *speller) seam(list []int32, letters []uint16) []int32 {
	key := uint64(letters[0])<<48 | uint64(letters[1])<<32 | uint64(letters[3])<<16 | uint64(letters[4])
	at := &s.seams[key*0x9e3779b97f4a7c15>>40&uint64(len(s.seams)-1)]
	if at.letters != key {
		list = s.table.grams(list, letters)
		*at = seam{key, [2]int32(list[len(list)-2:])}
		return list
	}
	return append(list, at.runs[0], at.runs[1])
}

// grams appends the numbers of the runs of letters in a sentence of some words
// that ends in front of a token. A sign between words parts them like a space.
func (s *speller) grams(list []int32, words []word, end int) []int32 {
	line, plain := s.line[:0], true
	for k := range words {
		w, next := &words[k], end
		if k+1 < len(words) {
			next = int(words[k+1].token)
		}
		x := s.word(w)
		line = append(line, x.letters...)
		plain = plain && !x.unspaced
		if n := len(line); n > 0 && line[n-1] != ' ' && int(w.token)+1 < next {
			line = append(line, ' ')
		}
	}
	s.line = line
	if !plain {
		return s.table.grams(list, line)
	}
	at := 0
	for k := range words {
		x := &s.spelled[words[k].key]
		if len(x.letters) == 0 {
			continue
		}
		start := at - 1 // the space in front
		at += len(x.letters)
		grams := x.grams
		if start < 0 {
			start = 0
			grams = grams[min(1, len(grams)):]
		}
		list = append(list, grams...)
		// What is left starts in this word and ends in another.
		if from := at - 3; start+len(grams) == from && at+2 <= len(line) {
			list = s.seam(list, line[from:at+2])
			continue
		}
		list = s.table.grams(list, line[min(start+len(grams), at-1):min(at+gramLength-2, len(line))])
	}
	return list
}

// A gramTable numbers runs of letters.
type gramTable struct {
	slots []gramSlot // hash table, at most half full
	used  int
}

// A gramSlot holds a run and one more than its number; 0 where it is free.
type gramSlot struct {
	key  uint64
	next int32
}

func newGramTable() *gramTable { return &gramTable{slots: make([]gramSlot, 1<<12)} }

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
	for i := key * 0x9e3779b97f4a7c15 >> 20 & mask; ; i = (i + 1) & mask {
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
		t.slots = make([]gramSlot, 2*len(old))
		for _, s := range old {
			if s.next > 0 {
				*t.find(s.key) = s
			}
		}
	}
	return id
}
