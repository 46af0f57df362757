package lookover

import (
	"strings"
	"unicode/utf8"
)

// A ruler measures words in one font and size, each once.
type ruler struct {
	measure func(string) float32
	widths  map[string]float32
}

// rulerWords is how many widths a ruler remembers before it starts anew, so
// that a long page does not fill the memory.
const rulerWords = 20000

func (r *ruler) width(word string) float32 {
	if w, ok := r.widths[word]; ok {
		return w
	}
	if len(r.widths) >= rulerWords {
		clear(r.widths)
	}
	w := r.measure(word)
	r.widths[strings.Clone(word)] = w
	return w
}

// wrap breaks text into at most limit lines of the given width, between words
// and, where one is too long, inside it. Runs of white space count as one
// blank. It looks at no more of text than it returns; cut says that there is
// more.
func (r *ruler) wrap(text string, width float32, limit int) (lines []string, cut bool) {
	blank := r.width(" ")
	var line []string
	var used float32
	flush := func() {
		if len(line) > 0 {
			lines = append(lines, strings.Join(line, " "))
		}
		line, used = line[:0], 0
	}
	for rest := text; ; {
		word, after := nextWord(rest)
		if word == "" {
			break
		}
		if len(lines) >= limit {
			return lines, true
		}
		w := r.width(word)
		if len(line) > 0 && used+blank+w > width {
			flush()
			continue
		}
		if w > width {
			var piece string
			piece, w = r.fitting(word, width)
			after = rest[strings.Index(rest, word)+len(piece):]
			word = piece
		}
		if len(line) > 0 {
			used += blank
		}
		line = append(line, word)
		used += w
		rest = after
	}
	if len(lines) >= limit {
		return lines, len(line) > 0
	}
	flush()
	return lines, false
}

// longWord is the most bytes of a word that are looked at at once; a page's
// line may be one word of a megabyte.
const longWord = 400

// nextWord returns the first word of s, or the first longWord bytes of it, and
// what follows.
func nextWord(s string) (word, rest string) {
	s = strings.TrimLeft(s, " \t\n\r\u00a0")
	end := len(s)
	if n := strings.IndexAny(s[:min(len(s), longWord)], " \t\n\r\u00a0"); n >= 0 {
		end = n
	} else if len(s) > longWord {
		end = longWord
		for end > longWord-utf8.UTFMax && !utf8.RuneStart(s[end]) {
			end--
		}
	}
	return s[:end], s[end:]
}

// fitting returns as much of word as fits into width, at least one letter.
func (r *ruler) fitting(word string, width float32) (string, float32) {
	var used float32
	for i, c := range word {
		w := r.width(string(c))
		if i > 0 && used+w > width {
			return word[:i], used
		}
		used += w
	}
	return word, used
}
