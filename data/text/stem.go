package text

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// stemEnglish takes the endings off an English word: the stemmer that Martin
// Porter published in 2001 as Porter2. It takes a tenth of the time of the
// library's, to which it leaves the rare words: those with other letters than a
// to z, the very long ones, and the exceptions of the published list.
func stemEnglish(word string, stopWordsToo bool) string {
	if len(word) < 3 || len(word) > longestStemmed || exceptions.has(word) {
		return english.Stem(word, stopWordsToo)
	}
	w := stemmer{n: len(word)}
	for i := range len(word) {
		c := word[i]
		if c < 'a' || 'z' < c {
			return english.Stem(word, stopWordsToo)
		}
		if c == 'y' && (i == 0 || isVowel(w.room[i-1])) {
			c = consonantY
		}
		w.room[i] = c
	}
	w.findRegions()
	w.plural()
	w.past()
	w.finalY()
	if e, ok := w.ending(&derived); ok && w.holds(w.r1, e) && (e.from != "li" || w.before(e, "cdeghkmnrt")) && (e.from != "ogi" || w.before(e, "l")) {
		w.replace(e)
	}
	if e, ok := w.ending(&adjectives); ok && w.holds(w.r1, e) && (e.from != "ative" || w.holds(w.r2, e)) {
		w.replace(e)
	}
	if e, ok := w.ending(&suffixes); ok && w.holds(w.r2, e) && (e.from != "ion" || w.before(e, "st")) {
		w.replace(e)
	}
	w.finalE()
	for i, c := range w.letters() {
		if c == consonantY {
			w.room[i] = 'y'
		}
	}
	if w.n <= len(word) && word[:w.n] == string(w.letters()) { // as mostly: nothing was put on
		return word[:w.n]
	}
	return string(w.letters())
}

const (
	longestStemmed = 40
	consonantY     = 'Y' // a y that is no vowel
)

var exceptions = lookupOf(set(`skis skies dying lying tying idly gently ugly early only singly sky news howe atlas cosmos
	bias andes inning innings outing outings canning cannings herring herrings earring earrings proceed proceeds
	proceeded proceeding exceed exceeds exceeded exceeding succeed succeeds succeeded succeeding`))

// An affix is an ending and what it gives way to.
type affix struct{ from, to string }

// affixes holds endings by their last letter, from a on, those to be tried first in front.
type affixes [26][]affix

func affixesOf(list string) (by affixes) {
	for entry := range strings.FieldsSeq(list) {
		from, to, _ := strings.Cut(entry, ":")
		last := from[len(from)-1] - 'a'
		by[last] = append(by[last], affix{from, to})
	}
	return by
}

var (
	derived = affixesOf(`ational:ate fulness:ful iveness:ive ization:ize ousness:ous biliti:ble lessli:less
		tional:tion alism:al aliti:al ation:ate entli:ent fulli:ful iviti:ive ousli:ous anci:ance abli:able alli:al
		ator:ate enci:ence izer:ize bli:ble ogi:og li:`)
	adjectives = affixesOf(`ational:ate tional:tion alize:al icate:ic ative: iciti:ic ical:ic ful: ness:`)
	suffixes   = affixesOf(`ement: ance: ence: able: ible: ment: ent: ant: ism: ate: iti: ous: ive: ize: ion: al: er: ic:`)
)

// A stemmer is a word whose endings are being taken off.
type stemmer struct {
	room   [longestStemmed + 8]byte // no ending gives way to one so much longer
	n      int                      // letters in it
	r1, r2 int                      // where the regions start that an ending must lie in
}

// letters returns the word as it is now, good until it is cut.
func (w *stemmer) letters() []byte { return w.room[:w.n] }

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}

func (w *stemmer) has(ending string) bool {
	n := w.n - len(ending)
	return n >= 0 && string(w.letters()[n:]) == ending
}

// ending returns the first ending of a list that the word has.
func (w *stemmer) ending(list *affixes) (affix, bool) {
	last := w.room[w.n-1] - 'a'
	if int(last) < len(list) {
		for _, e := range list[last] {
			if w.has(e.from) {
				return e, true
			}
		}
	}
	return affix{}, false
}

// holds reports whether an ending lies in a region.
func (w *stemmer) holds(region int, e affix) bool { return len(e.from) <= w.n-region }

// before reports whether one of some letters stands in front of an ending.
func (w *stemmer) before(e affix, letters string) bool {
	at := w.n - len(e.from) - 1
	return at >= 0 && strings.IndexByte(letters, w.room[at]) >= 0
}

func (w *stemmer) replace(e affix) { w.cut(len(e.from), e.to) }

// cut takes n letters off the end and adds others.
func (w *stemmer) cut(n int, add string) {
	w.n += copy(w.room[w.n-n:], add) - n
	w.r1, w.r2 = min(w.r1, w.n), min(w.r2, w.n)
}

// findRegions finds the regions: each starts behind the first vowel, in the word
// or in the region before, that another letter follows.
func (w *stemmer) findRegions() {
	behind := func(i int) int {
		for i++; i < w.n; i++ {
			if isVowel(w.room[i-1]) && !isVowel(w.room[i]) {
				return i + 1
			}
		}
		return w.n
	}
	w.r1 = 0
	for _, head := range []string{"gener", "commun", "arsen"} {
		if strings.HasPrefix(string(w.letters()), head) {
			w.r1 = len(head)
		}
	}
	if w.r1 == 0 {
		w.r1 = behind(0)
	}
	w.r2 = behind(w.r1)
}

// vowelIn reports whether one of the first n letters is a vowel.
func (w *stemmer) vowelIn(n int) bool {
	for _, c := range w.letters()[:max(0, n)] {
		if isVowel(c) {
			return true
		}
	}
	return false
}

// plural takes off an s.
func (w *stemmer) plural() {
	n := w.n
	switch {
	case w.has("sses"):
		w.cut(2, "")
	case w.has("ied"), w.has("ies"):
		if n > 4 {
			w.cut(2, "")
		} else {
			w.cut(1, "")
		}
	case w.has("us"), w.has("ss"):
	case w.has("s") && w.vowelIn(n-2):
		w.cut(1, "")
	}
}

// past takes off -ed and -ing.
func (w *stemmer) past() {
	n := w.n
	for _, e := range []string{"eedly", "ingly", "edly", "ing", "eed", "ed"} {
		if !w.has(e) {
			continue
		}
		if e[:2] == "ee" {
			if w.holds(w.r1, affix{from: e}) {
				w.cut(len(e), "ee")
			}
		} else if w.vowelIn(n - len(e)) {
			r1, r2 := w.r1, w.r2
			w.cut(len(e), "")
			w.mend()
			w.r1, w.r2 = min(r1, w.n), min(r2, w.n)
		}
		return
	}
}

// mend mends a word that lost -ed or -ing: hoping is a form of hope, hopping of hop.
func (w *stemmer) mend() {
	n := w.n
	switch {
	case n > 1 && w.room[n-1] == w.room[n-2] && strings.IndexByte("bdfgmnprt", w.room[n-1]) >= 0:
		w.cut(1, "")
	case w.has("at"), w.has("bl"), w.has("iz"), w.r1 >= n && w.shortAt(n):
		w.cut(0, "e")
	}
}

// shortAt reports whether the first n letters end in a short syllable.
func (w *stemmer) shortAt(n int) bool {
	s := w.letters()
	switch {
	case n == 2:
		return isVowel(s[0]) && !isVowel(s[1])
	case n > 2:
		last := s[n-1]
		return !isVowel(last) && last != 'w' && last != 'x' && last != consonantY && isVowel(s[n-2]) && !isVowel(s[n-3])
	}
	return false
}

// finalY writes i for a y at the end.
func (w *stemmer) finalY() {
	n := w.n
	if n > 2 && (w.room[n-1] == 'y' || w.room[n-1] == consonantY) && !isVowel(w.room[n-2]) {
		w.room[n-1] = 'i'
	}
}

// finalE takes off an e or the second l.
func (w *stemmer) finalE() {
	last := w.n - 1
	switch {
	case w.r1 > last:
	case w.room[last] == 'e':
		if w.r2 <= last || !w.shortAt(last) {
			w.cut(1, "")
		}
	case w.room[last] == 'l' && w.r2 <= last && last > 0 && w.room[last-1] == 'l':
		w.cut(1, "")
	}
}
