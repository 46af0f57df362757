package session

import (
	"slices"

	"parallax/data"
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
	t.words, t.sentences = text.WordCount(s), len(text.Read(s).Sentences)
	return *t
}
