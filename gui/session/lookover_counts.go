package session

import (
	"slices"

	"parallax/data"
	"parallax/data/intake"
	"parallax/data/text"
)

// LookCounts is what of a page is kept and what is set aside.
type LookCounts struct {
	Kept, Aside      int         // blocks
	Roles            []RoleCount // of the blocks set aside, most frequent first
	Words, Sentences int         // of the report's text
}

// A RoleCount is how many blocks have a role.
type RoleCount struct {
	Role   data.Role
	Blocks int
}

// Counts returns what is kept and what is set aside.
func (l *LookOver) Counts() LookCounts {
	var c LookCounts
	aside := map[data.Role]int{}
	for i, b := range l.source.Blocks {
		if b.Role.Kept() {
			c.Kept++
		} else {
			c.Aside++
			aside[b.Role]++
		}
		if b.Role.InText() {
			t := l.count(i)
			c.Words += t.words
			c.Sentences += t.sentences
		}
	}
	for _, r := range data.Roles {
		if aside[r] > 0 {
			c.Roles = append(c.Roles, RoleCount{r, aside[r]})
		}
	}
	slices.SortStableFunc(c.Roles, func(a, b RoleCount) int { return b.Blocks - a.Blocks })
	return c
}

// A lookTally is the words and sentences of one block.
type lookTally struct {
	words, sentences int
	counted          bool
}

// count counts block i, once.
func (l *LookOver) count(i int) lookTally {
	t := &l.tally[i]
	if t.counted {
		return *t
	}
	t.counted = true
	s := l.Text(i)
	if l.source.Blocks[i].Unwraps {
		s = oneLine(s)
	}
	read := text.Read(s)
	t.sentences = len(read.Sentences)
	for _, token := range read.Tokens {
		if token.Word {
			t.words++
		}
	}
	return *t
}

// A LookWarning is something about a page that a reader may want to know
// before keeping it; it stands in nobody's way.
type LookWarning int

// The warnings, in the order they are told.
const (
	LookNoReport     LookWarning = iota // nothing of the page is kept as the text of a report
	LookNoHeadline                      // no block is the headline
	LookTwoHeadlines                    // headlines stand apart from each other
)

// Warnings returns what a reader may want to know before keeping the report.
func (l *LookOver) Warnings() []LookWarning {
	var w []LookWarning
	if intake.NoReport(&l.source) {
		w = append(w, LookNoReport)
	}
	switch n := l.headlines(); {
	case n == 0:
		w = append(w, LookNoHeadline)
	case n > 1:
		w = append(w, LookTwoHeadlines)
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
