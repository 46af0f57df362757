package session

import (
	"context"
	"slices"

	"parallax/data"
	"parallax/data/text"
	"parallax/gui/task"
)

// Side returns the report on one side, or nil.
func (s *Session) Side(side data.Side) *data.Report { return s.sides[side] }

// WordCount returns how many words the report on side has.
func (s *Session) WordCount(side data.Side) int {
	if s.sides[side] == nil {
		return 0
	}
	return text.WordCount(s.sides[side].Text)
}

// Comparison returns what ties the two reports; it is empty until both are
// there and compared.
func (s *Session) Comparison() *data.Comparison { return &s.comparison }

// Marks returns the wording to mark on one side, as data.Comparison.Marks does.
func (s *Session) Marks(side data.Side) []data.Mark { return s.marks[side] }

// HasTwo reports whether a report lies on each side.
func (s *Session) HasTwo() bool { return s.sides[0] != nil && s.sides[1] != nil }

// Compared reports whether the two reports on screen have been compared.
func (s *Session) Compared() bool {
	return s.HasTwo() &&
		s.comparison.Left == s.sides[0].ID && s.comparison.Right == s.sides[1].ID
}

// AllPairs returns the sure pairs and behind them the possible ones; indexes
// into it name a pair.
func (s *Session) AllPairs() []data.Pair { return s.pairs }

// SentenceAt is the sentence of a side's report that holds offset.
func (s *Session) SentenceAt(side data.Side, offset int) data.Span {
	r := s.sides[side]
	if r == nil {
		return data.Span{Start: offset, End: offset}
	}
	if s.read[side].digest != r.Digest {
		s.read[side] = readText{r.Digest, s.aligner.Read(r.Text)}
	}
	return s.read[side].text.SentenceAt(offset)
}

// A readText is a report's text read into sentences, made when first asked for.
type readText struct {
	digest string
	text   *text.Text
}

// Lay puts a report of the open event on one side. If it stood on the other,
// the two change places.
func (s *Session) Lay(side data.Side, id data.ID) {
	r := s.Report(id)
	if r == nil || s.sides[side] != nil && s.sides[side].ID == id {
		return
	}
	if o := s.sides[side.Other()]; o != nil && o.ID == id {
		s.sides[side.Other()] = s.sides[side]
	}
	s.sides[side] = r
	s.forget()
	s.changed(ComparisonChanged | SelectionChanged)
	s.compare()
}

// Swap lets the two reports change places.
func (s *Session) Swap() {
	if s.HasTwo() {
		s.Lay(data.Left, s.sides[1].ID)
	}
}

// layOut fills the sides after the open event's reports were read: what lay
// there stays if it still exists, the first reports fill what is free.
func (s *Session) layOut() {
	for side, r := range s.sides {
		if r != nil {
			s.sides[side] = s.Report(r.ID)
		}
	}
	for i := range s.reports {
		r := &s.reports[i]
		for side := range s.sides {
			if s.sides[side] == nil && (s.sides[1-side] == nil || s.sides[1-side].ID != r.ID) {
				s.sides[side] = r
			}
		}
	}
	s.forget()
	s.wanted, s.resumed = s.resumed, nil
	s.changed(ComparisonChanged | SelectionChanged)
	s.compare()
}

// CompareAgain compares the two reports on screen if they are not compared and
// nothing is under way, after another job took the comparison's place.
func (s *Session) CompareAgain() {
	if !s.Compared() && !s.slot.Busy() {
		s.compare()
	}
}

// forget drops the comparison and what was selected in it.
func (s *Session) forget() {
	s.slot.Cancel()
	s.looking.Cancel()
	s.ledger.Cancel()
	s.forgetWords()
	s.busy, s.nearest, s.candidates = "", nearest{}, [2]map[data.Span]Candidate{}
	s.comparison, s.pairs, s.rulings, s.answers, s.wanted = data.Comparison{}, nil, nil, nil, nil
	s.marks, s.across, s.stops = [2][]data.Mark{}, nil, nil
	s.stop, s.pair = -1, -1
	s.selection = [2]data.Span{}
}

// compared is a comparison, the rulings it follows, and what is read off it for
// the screen.
type compared struct {
	data.Comparison
	pairs   []data.Pair // its sure ones and behind them the possible ones
	rulings []data.Link
	answers []data.Answer
	marks   [2][]data.Mark
	across  places
	stops   []Stop
}

// compare compares the two reports on screen. What is on screen stays until the
// new comparison is there, and then the place of the reader in it.
func (s *Session) compare() {
	l, r := s.sides[data.Left], s.sides[data.Right]
	if l == nil || r == nil {
		return
	}
	left, right := *l, *r
	wanted, lettering := s.wanted, s.lettering
	s.wanted = nil
	s.setBusy("Comparing the two reports")
	task.Start(s.slot, func(ctx context.Context, progress func(float64)) (c compared, err error) {
		c.rulings, err = fetch(ctx, s.queue, func(ctx context.Context) ([]data.Link, error) {
			return s.library.Links(ctx, left.ID, right.ID)
		})
		if err == nil {
			c.answers, err = fetch(ctx, s.queue, func(ctx context.Context) ([]data.Answer, error) {
				return s.library.Answers(ctx, left.ID, right.ID)
			})
		}
		if err == nil {
			c.Comparison, err = s.aligner.Align(ctx, &left, &right, c.rulings, progress)
		}
		c.Comparison = s.aligner.Letter(c.Comparison, left.Text, right.Text, lettering)
		c.marks = [2][]data.Mark{c.Marks(data.Left), c.Marks(data.Right)}
		c.pairs = slices.Concat(c.Pairs, c.Possible)
		c.Pairs, c.Possible = c.pairs[:len(c.Pairs):len(c.Pairs)], c.pairs[len(c.Pairs):]
		c.across = placesOf(&c.Comparison)
		c.stops = stopsOf(&c.Comparison, c.marks, c.across)
		return c, err
	}, s.setProgress, func(c compared, err error) {
		s.busy = ""
		if err != nil {
			s.changed(BusyChanged)
			s.problem(err)
			return
		}
		stand := wanted
		if stand == nil {
			stand = s.here()
		}
		s.comparison, s.pairs, s.rulings, s.answers = c.Comparison, c.pairs, c.rulings, c.answers
		s.marks, s.across, s.stops = c.marks, c.across, c.stops
		s.wording.Cancel()
		s.words.stale = true
		s.stand(stand)
		s.sortNotes() // their order follows what ties the reports
		s.changed(BusyChanged | ComparisonChanged | SelectionChanged | NotesChanged)
		s.countTold()
	})
}
