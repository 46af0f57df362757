package session

import "parallax/data"

// Selection returns the words selected on one side; empty: none.
func (s *Session) Selection(side data.Side) data.Span { return s.selection[side] }

// Select notes which words are selected on one side.
func (s *Session) Select(side data.Side, span data.Span) {
	if s.selection[side] != span {
		s.selection[side] = span
		s.changed(SelectionChanged)
	}
}

// Pair returns the index into AllPairs of the selected pair; -1: none.
func (s *Session) Pair() int { return s.pair }

// SelectPair selects a pair, and the first difference in it if it has any.
func (s *Session) SelectPair(index int) {
	if index < -1 || index >= len(s.AllPairs()) {
		return
	}
	s.pair, s.stop = index, -1
	for i, t := range s.stops {
		if index >= 0 && t.Pair == index {
			s.stop = i
			break
		}
	}
	s.changed(SelectionChanged)
}

// PairAt returns the index of the pair that holds offset on side, sure ones
// first; -1: none.
func (s *Session) PairAt(side data.Side, offset int) int {
	for i := range s.pairs {
		for _, span := range s.pairs[i].Spans(side) {
			if span.Contains(offset) {
				return i
			}
		}
	}
	return -1
}

// Tap is a click at offset on side: it selects the difference there, else the
// pair, else the passage told on this side only, else nothing.
func (s *Session) Tap(side data.Side, offset int) {
	whole := -1
	for i, t := range s.stops {
		if !t.At(side).Contains(offset) {
			continue
		}
		if t.Kind == WordingStop {
			s.GoTo(i)
			return
		}
		whole = i
	}
	if pair := s.PairAt(side, offset); pair >= 0 {
		s.SelectPair(pair)
		return
	}
	if whole >= 0 {
		s.GoTo(whole)
		return
	}
	s.pair, s.stop = -1, -1
	s.changed(SelectionChanged)
}
