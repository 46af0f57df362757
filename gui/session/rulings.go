package session

import (
	"cmp"
	"context"
	"slices"

	"parallax/data"
)

// Rulings returns what the reader ruled on passages of the two reports on
// screen, in the order it was first ruled, left passages on the left.
func (s *Session) Rulings() []data.Link { return s.rulings }

// RulingsHere returns the rulings on the current pair, or, where a passage told
// in one report only is current, those that keep it apart from passages across.
func (s *Session) RulingsHere() []data.Link {
	var p data.Pair
	if s.pair >= 0 {
		p = s.AllPairs()[s.pair]
	}
	var here []data.Link
	for _, k := range s.rulings {
		switch {
		case s.pair >= 0:
			if meets(k.Left.Span, p.Left) && meets(k.Right.Span, p.Right) {
				here = append(here, k)
			}
		case s.stop >= 0:
			t := s.stops[s.stop]
			if t.Left.Overlap(k.Left.Span) > 0 || t.Right.Overlap(k.Right.Span) > 0 {
				here = append(here, k)
			}
		}
	}
	return here
}

// Confirmed returns how many of the sure pairs the reader confirmed or tied.
func (s *Session) Confirmed() int {
	n := 0
	for i := range s.comparison.Pairs {
		if s.comparison.Pairs[i].Ruled == data.TellsSame {
			n++
		}
	}
	return n
}

// ToTie returns the two passages Tie would tie, whole sentences each: the words
// selected on both sides, or a passage told in one report only that is current
// and the words selected across from it. It reports false when there are none.
func (s *Session) ToTie() (passages [2]data.Span, ok bool) {
	if !s.Compared() {
		return passages, false
	}
	passages = s.selection
	if s.pair < 0 && s.stop >= 0 {
		for side := range passages {
			if passages[side].Empty() {
				passages[side] = s.stops[s.stop].At(data.Side(side))
			}
		}
	}
	for side := range passages {
		passages[side] = s.wholeSentences(data.Side(side), passages[side])
		if passages[side].Empty() {
			return passages, false
		}
	}
	return passages, true
}

// wholeSentences widens a span of a side's report to the sentences it cuts
// into; the empty span stays empty.
func (s *Session) wholeSentences(side data.Side, span data.Span) data.Span {
	if span.Empty() {
		return span
	}
	span = wholeWords(s.sides[side].Text, span)
	return data.Span{Start: s.SentenceAt(side, span.Start).Start, End: s.SentenceAt(side, span.End-1).End}
}

// Tie rules that the passages of ToTie tell the same thing. It reports false
// when there are none.
func (s *Session) Tie() bool {
	p, ok := s.ToTie()
	if !ok {
		return false
	}
	s.tie(p[data.Left], p[data.Right])
	return true
}

// tie rules that two passages tell the same thing and goes to them.
func (s *Session) tie(left, right data.Span) {
	s.selection = [2]data.Span{}
	l, r := []data.Span{left}, []data.Span{right}
	s.wanted = &place{left: l, right: r}
	s.rule("tie passages", data.TellsSame, l, r)
}

// Confirm rules that the current pair belongs together. It reports false when
// there is none or it is ruled so already.
func (s *Session) Confirm() bool {
	if s.pair < 0 || s.AllPairs()[s.pair].Ruled == data.TellsSame {
		return false
	}
	p := s.AllPairs()[s.pair]
	s.rule("confirm a pair", data.TellsSame, p.Left, p.Right)
	return true
}

// Reject rules that the passages of the current pair do not belong together. It
// reports false when there is none.
func (s *Session) Reject() bool {
	if s.pair < 0 {
		return false
	}
	p := s.AllPairs()[s.pair]
	s.rule("part a pair", data.NotSame, p.Left, p.Right)
	return true
}

// ClearRuling takes the rulings of RulingsHere back and leaves it to the
// program again whether the passages are tied. It reports false when there are
// none.
func (s *Session) ClearRuling() bool {
	here := s.RulingsHere()
	if len(here) == 0 {
		return false
	}
	s.changeRulings("take a ruling back", here, nil)
	return true
}

// rule rules on two passages in place of every ruling within them. A passage
// whose sentences do not stand side by side takes one ruling for each run of them.
func (s *Session) rule(name string, verdict data.Verdict, left, right []data.Span) {
	var made []data.Link
	for _, l := range runs(left) {
		for _, r := range runs(right) {
			made = append(made, data.Link{
				ID: data.NewID(), Verdict: verdict,
				Left:  data.Passage{ReportID: s.sides[data.Left].ID, Span: l},
				Right: data.Passage{ReportID: s.sides[data.Right].ID, Span: r},
			})
		}
	}
	var gone []data.Link
	for _, old := range s.rulings {
		if slices.ContainsFunc(made, func(k data.Link) bool { return replaces(k, old) }) {
			gone = append(gone, old)
		}
	}
	s.changeRulings(name, gone, made)
}

// replaces reports whether nothing of an old ruling is left beside a new one.
// Of rulings that meet in part, the newer stands where they meet; see compare.
// A passage tied after all is no longer told in its report only.
func replaces(now, old data.Link) bool {
	within := func(old, now data.Span, verdict data.Verdict) bool {
		return now.Empty() || within(old, now) && !old.Empty() || old.Empty() && verdict == data.TellsSame
	}
	return within(old.Left.Span, now.Left.Span, now.Verdict) && within(old.Right.Span, now.Right.Span, now.Verdict)
}

func within(inner, outer data.Span) bool { return outer.Start <= inner.Start && inner.End <= outer.End }

func meets(span data.Span, spans []data.Span) bool {
	return slices.ContainsFunc(spans, func(p data.Span) bool { return p.Overlap(span) > 0 })
}

// changeRulings takes rulings out of the library and puts others in, as one
// step, and compares again where they are on the reports on screen.
func (s *Session) changeRulings(name string, gone, made []data.Link) {
	replace(s, name, gone, made, func(gone, made []data.Link) {
		s.write(func(ctx context.Context) error {
			ids := make([]data.ID, len(gone))
			for i, k := range gone {
				ids[i] = k.ID
			}
			return s.library.ChangeLinks(ctx, ids, made)
		}, nil)
		one := append(made[:len(made):len(made)], gone...)[0] // all are on the same two reports
		switch {
		case s.OnScreen(one.Left.ReportID) && s.OnScreen(one.Right.ReportID):
			s.compare()
		case s.Report(one.Left.ReportID) != nil:
			s.recountTold()
		}
	})
}

// A place is where the reader stands, told so that it is found again in a new
// comparison of the same texts.
type place struct {
	stop        *Stop // the current difference; nil: none
	left, right []data.Span
}

// here is the place of the current difference or pair; nil: there is none.
func (s *Session) here() *place {
	switch {
	case s.pair >= 0:
		p := s.AllPairs()[s.pair]
		h := &place{left: p.Left, right: p.Right}
		if s.stop >= 0 {
			h.stop = &s.stops[s.stop]
		}
		return h
	case s.stop >= 0:
		t := s.stops[s.stop]
		return &place{&t, []data.Span{t.Left}, []data.Span{t.Right}}
	}
	return nil
}

// stand goes to a place: the same difference, else the pair that has most of it
// on both sides, else a difference or a pair that has some of it on one.
func (s *Session) stand(p *place) {
	s.stop, s.pair = -1, -1
	if p == nil {
		return
	}
	if p.stop != nil {
		for i, t := range s.stops {
			if t.Kind == p.stop.Kind && t.Left == p.stop.Left && t.Right == p.stop.Right {
				s.stop, s.pair = i, t.Pair
				return
			}
		}
	}
	most := 0
	for i, pair := range s.AllPairs() {
		if n := min(overlap(pair.Left, p.left), overlap(pair.Right, p.right)); n > most {
			s.pair, most = i, n
		}
	}
	if s.pair >= 0 {
		s.stop = slices.IndexFunc(s.stops, func(t Stop) bool { return t.Pair == s.pair })
		return
	}
	s.stop = slices.IndexFunc(s.stops, func(t Stop) bool { return overlap([]data.Span{t.Left}, p.left) > 0 })
	if s.stop < 0 {
		s.stop = slices.IndexFunc(s.stops, func(t Stop) bool { return overlap([]data.Span{t.Right}, p.right) > 0 })
	}
	if s.stop >= 0 {
		s.pair = s.stops[s.stop].Pair
		return
	}
	s.pair = slices.IndexFunc(s.AllPairs(), func(pair data.Pair) bool {
		return overlap(pair.Left, p.left) > 0 || overlap(pair.Right, p.right) > 0
	})
}

func overlap(x, y []data.Span) int {
	n := 0
	for _, a := range x {
		for _, b := range y {
			n += a.Overlap(b)
		}
	}
	return n
}

// NextUnconfirmed goes to the next pair (by is 1) or the one before (-1), sure
// or possible, that the reader has not ruled on, in the left report's order and
// round its ends. It reports false when there is none.
func (s *Session) NextUnconfirmed(by int) bool {
	pairs := s.AllPairs()
	order := make([]int, len(pairs))
	for i := range order {
		order[i] = i
	}
	start := func(i int) int { return data.Cover(pairs[i].Left).Start }
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(start(i), start(j)) })
	at := slices.Index(order, s.pair)
	if at < 0 {
		from := -1
		if s.stop >= 0 {
			from = s.stops[s.stop].Left.Start
			if s.stops[s.stop].Left.Empty() {
				from = s.across.left(s.stops[s.stop].Right.Start)
			}
		}
		for at = 0; at < len(order) && start(order[at]) <= from; at++ {
		}
		if by > 0 {
			at--
		}
	}
	for range order {
		at = (at + by + len(order)) % len(order)
		if pairs[order[at]].Ruled == "" {
			s.SelectPair(order[at])
			return true
		}
	}
	return false
}

// Unconfirmed returns how many pairs, sure or possible, the reader has not
// ruled on.
func (s *Session) Unconfirmed() int {
	n := 0
	for _, p := range s.AllPairs() {
		if p.Ruled == "" {
			n++
		}
	}
	return n
}

// OnlyUnconfirmed reports whether next and previous lead to pairs not ruled on
// rather than to differences.
func (s *Session) OnlyUnconfirmed() bool { return s.onlyUnconfirmed }

// SetOnlyUnconfirmed changes where next and previous lead.
func (s *Session) SetOnlyUnconfirmed(on bool) {
	s.onlyUnconfirmed = on
	s.changed(SelectionChanged)
}
