package session

import (
	"slices"

	"parallax/data"
)

// A LookStep says what one step of a LookOver did, for the words of the undo menu.
type LookStep struct {
	Kind   LookStepKind
	Blocks int        // how many blocks changed their role
	Role   data.Role  // for LookRole
	Field  data.Field // for LookFact, LookLine and LookConfirm
}

// A LookStepKind is a kind of change in a LookOver.
type LookStepKind int

// The kinds of change.
const (
	LookKeep       LookStepKind = iota // blocks are kept
	LookAside                          // blocks are set aside
	LookRole                           // blocks got another role
	LookEnds                           // everything below is set aside
	LookStarts                         // everything above is set aside
	LookFact                           // a fact was written
	LookLine                           // a line was used for a fact
	LookConfirm                        // the reader agreed with a fact
	LookConfirmAll                     // the reader agreed with all facts
)

type lookState struct{ role, former data.Role }

type roleChange struct {
	at      int
	was, is lookState
}

type lookChange struct {
	step           LookStep
	blocks         []roleChange
	wasFacts       []data.Fact
	isFacts        []data.Fact
	cursor, anchor int // where it was made
}

// change runs edit, reads the facts again that follow from the blocks, and
// notes what came of it as a step; no step if nothing did.
func (l *LookOver) change(step LookStep, edit func()) {
	was := slices.Clone(l.source.Blocks)
	former := slices.Clone(l.former)
	c := lookChange{step: step, wasFacts: slices.Clone(l.source.Facts), cursor: l.cursor, anchor: l.anchor}
	edit()
	for i := range was {
		s, t := lookState{was[i].Role, former[i]}, lookState{l.source.Blocks[i].Role, l.former[i]}
		if s != t {
			c.blocks = append(c.blocks, roleChange{i, s, t})
		}
	}
	if len(c.blocks) > 0 {
		l.reread(step)
	}
	if len(c.blocks) == 0 && slices.Equal(c.wasFacts, l.source.Facts) {
		return
	}
	c.isFacts = slices.Clone(l.source.Facts)
	if step.Kind != LookFact {
		c.step.Blocks = len(c.blocks)
	}
	l.past = append(l.past, c)
	l.future = nil
	l.typing = false
}

// UndoStep returns the step Undo takes back, and whether there is one.
func (l *LookOver) UndoStep() (LookStep, bool) { return lastStep(l.past) }

// RedoStep returns the step Redo makes again, and whether there is one.
func (l *LookOver) RedoStep() (LookStep, bool) { return lastStep(l.future) }

func lastStep(c []lookChange) (LookStep, bool) {
	if len(c) == 0 {
		return LookStep{}, false
	}
	return c[len(c)-1].step, true
}

// Undo takes back the last step and puts the cursor where it was made.
func (l *LookOver) Undo() {
	n := len(l.past)
	if n == 0 {
		return
	}
	c := l.past[n-1]
	l.past, l.future = l.past[:n-1], append(l.future, c)
	for _, b := range c.blocks {
		l.source.Blocks[b.at].Role, l.former[b.at] = b.was.role, b.was.former
	}
	l.source.Facts = slices.Clone(c.wasFacts)
	l.cursor, l.anchor = c.cursor, c.anchor
	l.typing = false
}

// Redo makes the step again that was taken back last.
func (l *LookOver) Redo() {
	n := len(l.future)
	if n == 0 {
		return
	}
	c := l.future[n-1]
	l.future, l.past = l.future[:n-1], append(l.past, c)
	for _, b := range c.blocks {
		l.source.Blocks[b.at].Role, l.former[b.at] = b.is.role, b.is.former
	}
	l.source.Facts = slices.Clone(c.isFacts)
	l.cursor, l.anchor = c.cursor, c.anchor
	l.typing = false
}
