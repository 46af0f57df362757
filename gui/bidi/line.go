package bidi

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// leftMark shows nothing and is read from the left: what stands between two of
// them is a run by itself.
const leftMark = "\u200e"

// Line rewrites one line of text for a setter that shapes each run of letters in
// its own direction but lays the runs one after the other from the left, as
// Fyne's text does: set so, the words stand where they are read. The direction of
// the line is that of its first letter. Text that has nothing to turn comes back
// as it is. The result is for the screen alone: it is no longer in reading order.
func Line(text string) string { return Part(text, FromRight(text)) }

// Part is Line for a part of a text that is read from the right (rtl) or not: a
// line it was broken into. Breaking comes first.
func Part(line string, rtl bool) string {
	if !rtl && !Turns(line) {
		return line
	}
	var b strings.Builder
	for _, u := range Units(line, rtl) {
		b.WriteString(leftMark)
		b.WriteString(u.Shown)
	}
	b.WriteString(leftMark)
	return b.String()
}

// A Unit is a part of a line that such a setter sets right: the bytes
// [From, To).
type Unit struct {
	From, To int
	Shown    string // as it is set
	Turned   bool   // its letters are read from the right
}

// Units parts a line into units, in the order they stand from left to right.
func Units(line string, rtl bool) []Unit {
	units, levels := unitsOf(line, levelsIn(line, rtl))
	shown := make([]Unit, len(units))
	for i, k := range Order(levels) {
		shown[i] = units[k]
	}
	return shown
}

// unitsOf cuts a line where a run ends, and runs that are read from the right
// into words, blanks and signs, which are mirrored: words may be in one font and
// signs in another, and a setter parts a run by fonts.
func unitsOf(line string, levels []uint8) (units []Unit, levelOf []uint8) {
	start := 0
	add := func(end int, shown string) {
		units = append(units, Unit{start, end, shown, levels[start]%2 == 1})
		levelOf = append(levelOf, levels[start])
		start = end
	}
	flush := func(end int) {
		if start < end {
			add(end, line[start:end])
		}
	}
	for i, r := range line {
		if i > start && levels[i] != levels[start] {
			flush(i)
		}
		if levels[i]%2 == 1 && !letter(r) {
			flush(i)
			_, size := utf8.DecodeRuneInString(line[i:])
			add(i+size, mirrored(line[i:i+size]))
		}
	}
	flush(len(line))
	return units, levelOf
}

// mirrored is a sign as it looks when read from the right: a bracket the other
// way round.
func mirrored(sign string) string { return bidi.ReverseString(sign) }

// letter reports whether r joins or marks letters read from the right.
func letter(r rune) bool {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.NSM, bidi.BN:
		return true
	}
	return false
}
