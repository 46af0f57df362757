package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/data"
)

// Lengths, in letters, by which wrapping is told.
const (
	wrapLongest  = 160 // a longer line was not wrapped
	wrapSample   = 45  // only lines from here up tell the width
	wrapShortest = 30  // a line that was wrapped is at least this long
	wrapWindow   = 8   // lines to either side in which the width is looked for
)

// wraps says of each line whether the next one runs on from it, because the
// text was broken at a fixed width, as in printed PDFs, plain e-mail and old
// text files. It is all false for a text with one paragraph a line.
func wraps(text string, lines []data.Span) []bool {
	joins := make([]bool, len(lines))
	length := make([]int, len(lines))
	for i, l := range lines {
		length[i] = letterCount(l.Of(text))
	}
	if !wrapped(text, lines, length) {
		return joins
	}
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].Empty() || lines[i+1].Empty() || length[i] < wrapShortest || length[i] > wrapLongest {
			continue
		}
		width := 0
		for j := max(0, i-wrapWindow); j < min(len(lines), i+wrapWindow+1); j++ {
			if length[j] <= wrapLongest {
				width = max(width, length[j])
			}
		}
		next := lines[i+1].Of(text)
		word, _, _ := strings.Cut(next, " ")
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "\"'“‘(«„"))
		runsOn := isLower(first)
		switch {
		case width < 40, bulleted(next):
		case length[i]+1+letterCount(word) <= width*9/10 && !runsOn: // the next word would have fitted
		case endsSentence(lines[i].Of(text)) && !runsOn && length[i]*100 < width*86:
		default:
			joins[i] = true
		}
	}
	return joins
}

// wrapped reports whether the lines look broken at a fixed width: hardly any is
// very long, and many come near the width without ending a sentence.
func wrapped(text string, lines []data.Span, length []int) bool {
	var long []int
	over := 0
	for _, n := range length {
		if n > wrapLongest {
			over++
		}
		if n >= wrapSample {
			long = append(long, n)
		}
	}
	if len(long) < 8 || over*50 > len(long) {
		return false
	}
	slices.Sort(long)
	width := long[len(long)*95/100]
	if width > 150 {
		return false
	}
	near := 0
	for i, n := range length {
		if n >= wrapSample && n*100 >= width*78 && !endsSentence(lines[i].Of(text)) {
			near++
		}
	}
	return near*100 >= len(long)*45
}

func bulleted(s string) bool {
	return strings.HasPrefix(s, "•") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "- ")
}

// endsSentence reports whether s ends in a full stop, question or exclamation
// mark, closing quotation marks and brackets after it allowed.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]*›」』")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？؟۔।", r) && s != ""
}
