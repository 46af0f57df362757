package session

import (
	"strings"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/intake"
)

// A LookWarning is something about a page that a reader may want to know
// before keeping it; it stands in nobody's way.
type LookWarning int

// The warnings, in the order they are told.
const (
	LookNoReport    LookWarning = iota // nothing of the page is kept as the text of a report
	LookNoHeadline                     // no block is the headline
	LookSeveral                        // the page seems to hold more than one report
	LookSeveralKept                    // text of more than one of them is kept
)

// Warnings returns what a reader may want to know before keeping the report.
func (l *LookOver) Warnings() []LookWarning {
	var w []LookWarning
	if intake.NoReport(&l.source) {
		w = append(w, LookNoReport)
	}
	headlines := l.headlines()
	if headlines == 0 {
		w = append(w, LookNoHeadline)
	}
	switch kept := l.openingsKept(); {
	case kept > 1 || headlines > 1:
		w = append(w, LookSeveralKept)
	case len(l.openings) > 1:
		w = append(w, LookSeveral)
	}
	return w
}

// headlines is the number of runs of headline blocks.
func (l *LookOver) headlines() int {
	n := 0
	for i, b := range l.source.Blocks {
		if b.Role == data.Headline && (i == 0 || l.source.Blocks[i-1].Role != data.Headline) {
			n++
		}
	}
	return n
}

// openingsKept is the number of reports that seem to begin on the page of which
// running text is kept.
func (l *LookOver) openingsKept() int {
	n := 0
	for k, from := range l.openings {
		to := l.Len()
		if k+1 < len(l.openings) {
			to = l.openings[k+1]
		}
		longs := 0
		for i := from; i < to && longs < reportLongs; i++ {
			if l.source.Blocks[i].Role.InText() && l.longs[i] {
				longs++
			}
		}
		if longs == reportLongs {
			n++
		}
	}
	return n
}

const (
	headlineLetters = 12 // a headline has at least; a comment's author may have fewer
	signedWithin    = 3  // a byline or a date stands at most so many blocks below its headline
	longLetters     = 90 // a block of running text has at least
	reportLongs     = 3  // such blocks a report has at least, before the next begins
)

// findOpenings returns the blocks at which a report seems to begin: the
// program's headline, or a short line with a byline or a date close below it,
// where running text follows. Readers' comments open nothing.
func (l *LookOver) findOpenings() []int {
	var open []int
	l.longs = make([]bool, l.Len())
	longs := make([]int, l.Len()+1) // blocks of running text before each
	for i, b := range l.blocks {
		l.longs[i] = runningText(l.Text(i))
		longs[i+1] = longs[i]
		if l.longs[i] && b.Guess != data.Comments {
			longs[i+1]++
		}
	}
	for i, b := range l.blocks {
		headline := b.Guess == data.Headline
		if !headline && (l.longs[i] || b.Guess == data.Comments || b.End-b.Start < headlineLetters) {
			continue
		}
		end := min(i+1+signedWithin+reportLongs, l.Len())
		if longs[end]-longs[i+1] < reportLongs || !headline && !l.signedBelow(i) {
			continue
		}
		if n := len(open); n > 0 && longs[i]-longs[open[n-1]] < reportLongs {
			continue // it is still the same one that opens
		}
		open = append(open, i)
	}
	return open
}

// runningText reports whether s is a paragraph rather than a headline, a name or
// an entry of a menu.
func runningText(s string) bool {
	if len(s) < longLetters {
		return false
	}
	s = strings.TrimRight(s, " \n\"”’»)")
	last, _ := utf8.DecodeLastRuneInString(s)
	return utf8.RuneCountInString(s) >= longLetters && strings.ContainsRune(".!?。", last)
}

// signedBelow reports whether a byline or a date stands close below block i,
// before any running text.
func (l *LookOver) signedBelow(i int) bool {
	for k := i + 1; k < l.Len() && k <= i+signedWithin && !l.longs[k]; k++ {
		if r := l.blocks[k].Guess; r == data.Byline || r == data.Dateline {
			return true
		}
		line := oneLine(l.Text(k))
		if _, dated := readAs(data.FieldPublished, line); dated {
			return true
		}
		if name, signed := readAs(data.FieldByline, line); signed && name != line {
			return true
		}
	}
	return false
}
