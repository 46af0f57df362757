package lookover

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// Marks that show nothing and are read in one direction.
const leftMark, rightMark = "\u200e", "\u200f"

// startsRight reports whether a text is read from the right: whether its first
// letter is.
func startsRight(text string) bool {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// visual returns the pieces of a line in the order they stand from left to
// right; rtl says that the line belongs to a text read from the right. Fyne
// shapes the letters of one word, but it lays words, signs and numbers of other
// scripts out from the left; so each of these is a piece by itself where a line
// has letters read from the right. A piece is a single blank, or holds no
// blanks at its ends.
func visual(line string, rtl bool) (pieces []string) {
	if !rtl && !mayTurn(line) {
		return []string{line}
	}
	mark := leftMark
	if rtl {
		mark = rightMark
	}
	var p bidi.Paragraph
	if n, err := p.SetString(mark + line); err != nil || n < len(mark+line) {
		return []string{line} // a sign in it ends paragraphs
	}
	order, err := p.Order()
	if err != nil {
		return []string{line}
	}
	var runs [][]string
	for i := range order.NumRuns() {
		run := order.Run(i)
		turned := run.Direction() == bidi.RightToLeft
		parts := split(strings.TrimPrefix(run.String(), mark), turned)
		if turned {
			slices.Reverse(parts)
		}
		runs = append(runs, parts)
	}
	if rtl {
		slices.Reverse(runs)
	}
	return slices.Concat(runs...)
}

// split cuts a run into blanks, words and, if the run is turned, signs, which
// are mirrored.
func split(run string, turned bool) []string {
	var parts []string
	start := -1
	word := func(end int) {
		if start >= 0 {
			parts = append(parts, run[start:end])
			start = -1
		}
	}
	for i, r := range run {
		switch {
		case r == ' ':
			word(i)
			parts = append(parts, " ")
		case turned && !letter(r):
			word(i)
			parts = append(parts, bidi.ReverseString(string(r)))
		case start < 0:
			start = i
		}
	}
	word(len(run))
	return parts
}

// letter reports whether r joins or marks letters read from the right.
func letter(r rune) bool {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.NSM, bidi.BN:
		return true
	}
	return false
}

// mayTurn reports whether a line has a letter that is read from the right.
func mayTurn(line string) bool {
	for _, r := range line {
		if r >= 0x590 && r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00 || r >= 0x10800 && r < 0x11000 || r >= 0x1e800 && r < 0x1f000 {
			return true
		}
	}
	return false
}
