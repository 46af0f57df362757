package session

import (
	"context"

	"parallax/data"
	"parallax/gui/task"
)

// An Entry is a sentence that one report alone tells, as the ledger lists it.
type Entry struct {
	Candidate
	Known bool // the candidate was looked for
}

// Ledger lists the sentences that a side's report alone tells, in its order. An
// entry is settled when its Ruled is set: the reader said so herself.
func (s *Session) Ledger(side data.Side) []Entry {
	if !s.Compared() {
		return nil
	}
	only := s.comparison.Only(side)
	list := make([]Entry, len(only))
	for i, here := range only {
		c, known := s.candidates[side][here]
		if !known {
			c = Candidate{Side: side, Here: here}
		}
		c.Ruled = s.keptApart(&c)
		list[i] = Entry{c, known}
	}
	return list
}

// keptApart reports whether the reader said that a candidate's passage is told
// in its report only, or does not belong with what comes nearest.
func (s *Session) keptApart(c *Candidate) bool {
	for _, k := range s.rulings {
		here, across := k.Left.Span, k.Right.Span
		if c.Side == data.Right {
			here, across = across, here
		}
		if k.Verdict == data.NotSame && 2*here.Overlap(c.Here) >= min(here.Len(), c.Here.Len()) && here.Overlap(c.Here) > 0 &&
			(across.Empty() || across.Overlap(c.Across) > 0) {
			return true
		}
	}
	return false
}

// LookUp looks for the candidate of the first of some entries of a side's ledger
// that has none yet, and tells NearestChanged once it is known: whoever shows the
// ledger asks again then for what is still missing in view.
func (s *Session) LookUp(side data.Side, entries []Entry) {
	for _, e := range entries {
		if e.Known {
			continue
		}
		if !s.ledger.Busy() || s.lookedUp != e.Here {
			s.lookedUp = e.Here
			s.lookUp(side, e.Here)
		}
		return
	}
}

func (s *Session) lookUp(side data.Side, here data.Span) {
	left, right := *s.sides[data.Left], *s.sides[data.Right]
	task.Start(s.ledger, func(ctx context.Context, _ func(float64)) (Candidate, error) {
		c := Candidate{Side: side, Here: here}
		across, likeness, why, ok := s.aligner.Nearest(ctx, &left, &right, side, here)
		if ok {
			c.Across, c.Likeness, c.Why = across, likeness, why
		}
		return c, ctx.Err()
	}, nil, func(c Candidate, err error) {
		if err != nil {
			return
		}
		if s.candidates[side] == nil {
			s.candidates[side] = map[data.Span]Candidate{}
		}
		s.candidates[side][c.Here] = c
		s.changed(NearestChanged)
	})
}

// TellsSame rules that an entry is told in its candidate after all. It reports
// false when it has none.
func (s *Session) TellsSame(e Entry) bool {
	if e.Across.Empty() {
		return false
	}
	left, right := e.spans()
	s.tie(left, right)
	return true
}

// OnlyHere rules that a candidate's passage is told in its report only.
func (s *Session) OnlyHere(c Candidate) {
	c.Across = data.Span{} // the whole of the other report
	left, right := c.spans()
	s.rule("keep passages apart", data.NotSame, []data.Span{left}, []data.Span{right})
}

// Unsettle takes back what the reader ruled on an entry alone.
func (s *Session) Unsettle(e Entry) {
	var gone []data.Link
	for _, k := range s.rulings {
		here := k.Left.Span
		if e.Side == data.Right {
			here = k.Right.Span
		}
		if k.Verdict == data.NotSame && here.Overlap(e.Here) > 0 {
			gone = append(gone, k)
		}
	}
	if len(gone) > 0 {
		s.changeRulings("take a ruling back", gone, nil)
	}
}
