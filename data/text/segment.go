package text

import (
	"embed"
	"encoding/json"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

// segmentData holds what is known of where words begin in Japanese, Chinese and
// Thai: weights of the letters around a place, from the BudouX project under the
// Apache License 2.0 (see segment/README.md).
//
//go:embed segment/*.json
var segmentData embed.FS

// A segmenter finds where words begin in writing without spaces. Each run of one
// to three letters near a place speaks for or against a word beginning there; a
// word begins where the weights sum to more than half of all (a linear model, as
// in Kudo's TinySegmenter and Google's BudouX).
type segmenter struct {
	weights map[uint64]runWeights // by runKey
	least   int32                 // twice the sum of weights at a place where a word begins is more
}

// A runWeights says what a run of letters weighs at six places, from two letters
// in front of its first to three behind that.
type runWeights [6]int16

const (
	reach     = 3 // letters from a place to the farthest that counts there
	firstLags = 2 // a run weighs at places so far in front of its first letter
)

// runKey names a run of up to three letters; the letters not used are 0.
func runKey(a, b, c rune) uint64 { return uint64(a)<<42 | uint64(b)<<21 | uint64(c) }

// segmentParts are the names the model files give to a run of letters by where
// it stands, counted from a place.
var segmentParts = []struct {
	name string
	from int
}{
	{"UW1", -3}, {"UW2", -2}, {"UW3", -1}, {"UW4", 0}, {"UW5", 1}, {"UW6", 2},
	{"BW1", -2}, {"BW2", -1}, {"BW3", 0},
	{"TW1", -3}, {"TW2", -2}, {"TW3", -1}, {"TW4", 0},
}

func loadSegmenter(name string) func() *segmenter {
	return sync.OnceValue(func() *segmenter {
		var model map[string]map[string]int16
		file, err := segmentData.ReadFile("segment/" + name + ".json")
		if err == nil {
			err = json.Unmarshal(file, &model)
		}
		if err != nil {
			panic("word borders of " + name + ": " + err.Error()) // the file is part of the program
		}
		m := &segmenter{weights: make(map[uint64]runWeights, 4096)}
		for _, p := range segmentParts {
			for letters, w := range model[p.name] {
				var run [3]rune
				copy(run[:], []rune(letters))
				key := runKey(run[0], run[1], run[2])
				weights := m.weights[key]
				weights[firstLags-p.from] += w
				m.weights[key] = weights
				m.least += int32(w)
			}
		}
		return m
	})
}

var (
	japanese    = loadSegmenter("ja")
	simplified  = loadSegmenter("zh-hans")
	traditional = loadSegmenter("zh-hant")
	thai        = loadSegmenter("th")
)

// knows counts the letters of s that the model has seen.
func (m *segmenter) knows(s string) int {
	n := 0
	for _, r := range s {
		if r >= firstEastAsian && isEastAsian(r) {
			if _, ok := m.weights[runKey(r, 0, 0)]; ok {
				n++
			}
		}
	}
	return n
}

// leastKana is the share of kana among its letters that makes a text Japanese.
const leastKana = 0.05

// firstEastAsian is where the Chinese and Japanese letters begin in Unicode.
const firstEastAsian = 0x2e80

// scriptOf tells apart the unspaced scripts; Chinese and Japanese count as one.
func scriptOf(r rune) script {
	switch {
	case isEastAsian(r):
		return eastAsian
	case unicode.Is(unicode.Thai, r):
		return thaiScript
	}
	return otherScript
}

type script int

const (
	otherScript script = iota
	eastAsian
	thaiScript
)

// segmenterOf returns the segmenter for a script in text s; nil for scripts whose
// words there is no telling.
func segmenterOf(s string, of script) *segmenter {
	switch of {
	case thaiScript:
		return thai()
	case otherScript:
		return nil
	}
	kana, all := 0, 0
	for _, r := range s {
		if r < firstEastAsian || !isEastAsian(r) {
			continue
		}
		all++
		if !unicode.Is(unicode.Han, r) {
			kana++
		}
	}
	switch {
	case float64(kana) >= leastKana*float64(all):
		return japanese()
	case traditional().knows(s) > simplified().knows(s):
		return traditional()
	}
	return simplified()
}

// longestWord is how many letters a word in writing without spaces may have.
const longestWord = 16

// words appends to ends where the words of a run of one script end. Letters of
// the sentence around it help to tell.
func (m *segmenter) words(ends []int, s string, sentence, run data.Span) []int {
	around := data.Span{Start: stepBack(s, run.Start, sentence.Start), End: step(s, run.End, sentence.End)}
	letters := make([]rune, 0, around.Len()/2+3)
	at := make([]int, 0, around.Len()/2+1) // where each starts
	for i, r := range around.Of(s) {
		letters, at = append(letters, r), append(at, around.Start+i)
	}
	sums := make([]int32, len(letters)+firstLags+reach+1) // by place, firstLags on
	add := func(i int, run uint64) {
		if w, ok := m.weights[run]; ok {
			for k, w := range w {
				sums[i+k] += int32(w)
			}
		}
	}
	for i, r := range letters {
		add(i, runKey(r, 0, 0))
		if i+1 < len(letters) {
			add(i, runKey(r, letters[i+1], 0))
		}
		if i+2 < len(letters) {
			add(i, runKey(r, letters[i+1], letters[i+2]))
		}
	}
	start := 0
	for at[start] < run.Start {
		start++
	}
	for k := start + 1; k < len(at) && at[k] < run.End; k++ {
		if !clings(letters[k]) && (k-start >= longestWord || 2*sums[k+firstLags] > m.least) {
			ends = splitParticle(ends, s, at[start], at[k])
			start = k
		}
	}
	return splitParticle(ends, s, at[start], run.End)
}

// step returns the place reach letters behind i, but not behind end; stepBack the
// one in front of i, but not in front of start.
func step(s string, i, end int) int {
	for n := 0; n < reach && i < end; n++ {
		_, size := after(s, i)
		i += size
	}
	return i
}

func stepBack(s string, i, start int) int {
	for n := 0; n < reach && i > start; n++ {
		_, size := before(s, i)
		i -= size
	}
	return i
}

// splitParticle appends the end of a word, and before it that of its stem where
// a Japanese particle hangs on it: the harbour's, from there.
func splitParticle(ends []int, s string, start, end int) []int {
	written := s[start:end]
	if r, n := utf8.DecodeLastRuneInString(written); unicode.Is(unicode.Hiragana, r) && strings.ContainsRune(particles, r) {
		stem := written[:len(written)-n]
		if strings.ContainsFunc(stem, func(r rune) bool { return isEastAsian(r) && !unicode.Is(unicode.Hiragana, r) }) {
			ends = append(ends, end-n)
		}
	}
	return append(ends, end)
}

// particles are the Japanese letters that say what part a word plays.
const particles = "はがをにでとのもへや"

// isEastAsian reports whether r belongs to the Chinese or Japanese scripts.
func isEastAsian(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || isSoundMark(r)
}

// allHiragana reports whether a word is written in the letters that Japanese
// writes its grammar in, and few other words.
func allHiragana(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Hiragana, r) })
}

// isSoundMark reports whether r changes the Japanese sound before it and counts
// as no script's letter: it draws it out or voices it.
func isSoundMark(r rune) bool { return r == 'ー' || r == 'ｰ' || r == '\uff9e' || r == '\uff9f' }

// clings reports whether r never starts a word or a letter as a reader sees it:
// marks, vowels written behind, small Japanese letters.
func clings(r rune) bool {
	switch r {
	case 'ำ', 'ຳ', 'ะ', 'า', 'ๅ', 'ๆ':
		return true
	}
	return unicode.Is(unicode.M, r) || unseen(r) || isSoundMark(r) || strings.ContainsRune("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々ゝゞヽヾ", r)
}
