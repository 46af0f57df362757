package session

// A step is one change the reader made, and how to take it back and make it
// again. Both run on the screen's goroutine.
type step struct {
	name       string
	undo, redo func()
	wrote      *wrote // what the step wrote in a note; nil: it is another change
}

// did notes a change just made as one that can be undone. It tells of it if
// another name is to be shown.
func (s *Session) did(name string, undo, redo func()) {
	same := s.UndoName() == name && len(s.redo) == 0
	s.undo = append(s.undo, step{name: name, undo: undo, redo: redo})
	s.redo = nil
	if !same {
		s.changed(UndoChanged)
	}
}

// replace puts some things in place of others with set, as one step that can be
// undone.
func replace[T any](s *Session, name string, gone, made []T, set func(gone, made []T)) {
	set(gone, made)
	s.did(name, func() { set(made, gone) }, func() { set(gone, made) })
}

// UndoName names the step Undo takes back; empty: there is none.
func (s *Session) UndoName() string { return lastName(s.undo) }

// RedoName names the step Redo makes again; empty: there is none.
func (s *Session) RedoName() string { return lastName(s.redo) }

func lastName(steps []step) string {
	if len(steps) == 0 {
		return ""
	}
	return steps[len(steps)-1].name
}

// Undo takes back the last change. Unless that was written, what was written
// before is saved first.
func (s *Session) Undo() { s.move(&s.undo, &s.redo, func(t step) { t.undo() }) }

// Redo makes the change again that was taken back last.
func (s *Session) Redo() { s.move(&s.redo, &s.undo, func(t step) { t.redo() }) }

func (s *Session) move(from, to *[]step, do func(step)) {
	n := len(*from)
	if n == 0 {
		return
	}
	t := (*from)[n-1]
	if t.wrote == nil {
		s.SaveWritten()
	}
	*from = (*from)[:n-1]
	*to = append(*to, t)
	do(t)
	s.changed(UndoChanged)
}
