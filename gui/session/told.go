package session

import (
	"cmp"
	"context"
	"slices"

	"parallax/data"
	"parallax/gui/task"
)

// Told says in how many of the open event's reports a passage is told.
type Told struct {
	data.Span // sentences of one side's report that stand side by side
	In, Of    int
}

// elsewhere is which sentences of the two sides are told in which number of the
// event's other reports.
type elsewhere struct {
	of   []string // digests of all texts it follows from, the sides first
	told [2]map[data.Span]int
}

// Told returns, for the report on a side, in how many of the event's reports its
// passages are told, in text order. It is empty while that is worked out, and
// for events of fewer than three reports, where the marks say it all.
func (s *Session) Told(side data.Side) []Told {
	if !s.Compared() || len(s.reports) < 3 || !slices.Equal(s.elsewhere.of, s.digests()) {
		return nil
	}
	c := &s.comparison
	tied := tiedOn(c, side)
	var sentences []data.Span
	for _, list := range [][]data.Pair{c.Pairs, c.Possible} {
		for i := range list {
			sentences = append(sentences, list[i].Spans(side)...)
		}
	}
	sentences = append(sentences, c.Only(side)...)
	slices.SortFunc(sentences, func(x, y data.Span) int { return cmp.Compare(x.Start, y.Start) })
	var list []Told
	for _, sentence := range slices.Compact(sentences) {
		t := Told{sentence, 1 + tied[sentence] + s.elsewhere.told[side][sentence], len(s.reports)}
		if n := len(list); n > 0 && list[n-1].In == t.In {
			list[n-1].End = t.End
			continue
		}
		list = append(list, t)
	}
	return list
}

// tiedOn maps each sentence of a side that is tied for sure to 1.
func tiedOn(c *data.Comparison, side data.Side) map[data.Span]int {
	tied := map[data.Span]int{}
	for i := range c.Pairs {
		for _, sentence := range c.Pairs[i].Spans(side) {
			tied[sentence] = 1
		}
	}
	return tied
}

// digests are those of the texts on the sides and of all the event's.
func (s *Session) digests() []string {
	of := []string{s.sides[data.Left].Digest, s.sides[data.Right].Digest}
	for i := range s.reports {
		of = append(of, s.reports[i].Digest)
	}
	return of
}

// recountTold counts anew after a ruling on reports that are not both on screen.
// Where a job runs, the next comparison does.
func (s *Session) recountTold() {
	s.elsewhere = elsewhere{}
	if s.Compared() && !s.slot.Busy() {
		s.countTold()
	}
}

// countTold compares the two reports on screen with the event's others, so that
// Told knows. It takes the slot that the two were compared in; a job started
// meanwhile goes first, and the comparison that follows it counts anew.
func (s *Session) countTold() {
	of := s.digests()
	if len(s.reports) < 3 || slices.Equal(s.elsewhere.of, of) {
		return
	}
	sides := [2]data.Report{*s.sides[data.Left], *s.sides[data.Right]}
	var others []data.Report
	for _, r := range s.reports {
		if !s.OnScreen(r.ID) {
			others = append(others, r)
		}
	}
	task.Start(s.slot, func(ctx context.Context, _ func(float64)) (elsewhere, error) {
		e := elsewhere{of: of}
		for side := range sides {
			e.told[side] = map[data.Span]int{}
			for i := range others {
				rulings, err := fetch(ctx, s.queue, func(ctx context.Context) ([]data.Link, error) {
					return s.library.Links(ctx, sides[side].ID, others[i].ID)
				})
				if err != nil {
					return e, err
				}
				c, err := s.aligner.Align(ctx, &sides[side], &others[i], rulings, nil)
				if err != nil {
					return e, err
				}
				for sentence := range tiedOn(&c, data.Left) {
					e.told[side][sentence]++
				}
			}
		}
		return e, nil
	}, nil, func(e elsewhere, err error) {
		if err != nil {
			s.problem(err)
			return
		}
		s.elsewhere = e
		s.changed(ToldChanged)
	})
}
