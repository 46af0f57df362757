package session

import (
	"context"

	"parallax/data"
	"parallax/gui/task"
)

// A Candidate is the passage of the other report that is nearest to one told in
// one report only.
type Candidate struct {
	Side     data.Side // where the passage is told
	Here     data.Span // its sentence
	Across   data.Span // the nearest sentence of the other report; empty: none shares a rare word
	Likeness float64
	Why      data.Why
	Ruled    bool // the reader said that the passage is told here only
}

// nearest is a search for the candidate of a stop.
type nearest struct {
	stop  Stop
	found *Candidate // nil: still looking
}

// mostLooked is how many sentences of a long passage are looked up.
const mostLooked = 4

// Nearest returns the candidate of the current passage, told in one report only.
// It reports false while it is looked for, which LookNearest starts, and where
// no such passage is current.
func (s *Session) Nearest() (Candidate, bool) {
	t, at := s.Stop()
	if at < 0 || t.Kind != OnlyStop || s.nearest.stop != t || s.nearest.found == nil {
		return Candidate{}, false
	}
	c := *s.nearest.found
	c.Ruled = s.keptApart(&c)
	return c, true
}

func (c *Candidate) spans() (left, right data.Span) {
	if c.Side == data.Left {
		return c.Here, c.Across
	}
	return c.Across, c.Here
}

// LookNearest looks for the candidate of the current passage, if it is told in
// one report only, and tells NearestChanged when Nearest knows it. Where another
// passage is current, it stops looking.
func (s *Session) LookNearest() {
	t, at := s.Stop()
	if at < 0 || t.Kind != OnlyStop || !s.Compared() {
		if s.looking.Busy() {
			s.looking.Cancel()
			s.nearest = nearest{}
		}
		return
	}
	if s.nearest.stop == t {
		return
	}
	s.nearest = nearest{stop: t}
	side := data.Left
	if t.Left.Empty() {
		side = data.Right
	}
	var sentences []data.Span
	for _, only := range s.comparison.Only(side) {
		if within(only, t.At(side)) && len(sentences) < mostLooked {
			sentences = append(sentences, only)
		}
	}
	left, right := *s.sides[data.Left], *s.sides[data.Right]
	task.Start(s.looking, func(ctx context.Context, _ func(float64)) (Candidate, error) {
		best := Candidate{Side: side, Here: t.At(side)}
		for _, sentence := range sentences {
			across, likeness, why, ok := s.aligner.Nearest(ctx, &left, &right, side, sentence)
			if ok && (best.Across.Empty() || why.Score > best.Why.Score) {
				best = Candidate{Side: side, Here: sentence, Across: across, Likeness: likeness, Why: why}
			}
		}
		return best, ctx.Err()
	}, nil, func(c Candidate, err error) {
		if err == nil {
			s.nearest.found = &c
			s.changed(NearestChanged)
		}
	})
}

// SaidHere rules that the current passage is told in its candidate after all. It
// reports false when there is none.
func (s *Session) SaidHere() bool {
	c, ok := s.Nearest()
	if !ok || c.Across.Empty() {
		return false
	}
	left, right := c.spans()
	s.tie(left, right)
	return true
}

// KeepApart rules that the current passage is told in its report only. It
// reports false when no such passage is current, or it is ruled so already.
func (s *Session) KeepApart() bool {
	c, ok := s.Nearest()
	if !ok || c.Ruled {
		return false
	}
	s.OnlyHere(c)
	return true
}
