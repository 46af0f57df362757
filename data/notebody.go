package data

import "strings"

// A BodyLine is one line of what a note says.
type BodyLine struct {
	Item  bool // of a list; the sign in front is not part of it
	Parts []BodyPart
}

// A BodyPart is part of a line, bold or not.
type BodyPart struct {
	Text string
	Bold bool
}

// BodyLines reads the little that a note's text may hold besides words: **bold**
// words, within a line, and lines that begin with a dash or a star, which are a
// list. Nothing else in it has a meaning, so that what a stranger wrote is only
// ever words. A ** without its partner is only two stars. Parts are not empty.
func BodyLines(body string) []BodyLine {
	var lines []BodyLine
	for text := range strings.SplitSeq(body, "\n") {
		var l BodyLine
		text, l.Item = withoutListSign(text)
		parts := strings.Split(text, "**")
		if last := len(parts) - 1; last%2 == 1 {
			parts = append(parts[:last-1:last-1], parts[last-1]+"**"+parts[last])
		}
		for i, part := range parts {
			if part != "" {
				l.Parts = append(l.Parts, BodyPart{part, i%2 == 1})
			}
		}
		lines = append(lines, l)
	}
	return lines
}

// withoutListSign returns a line without the sign of a list in front of it.
func withoutListSign(line string) (string, bool) {
	trimmed := strings.TrimLeft(line, " \t")
	for _, sign := range []string{"- ", "* ", "– "} {
		if item, ok := strings.CutPrefix(trimmed, sign); ok {
			return item, true
		}
	}
	return line, false
}
