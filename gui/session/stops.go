package session

import (
	"sort"

	"parallax/data"
)

// A StopKind says what next and previous stop at.
type StopKind int

// The kinds of stop.
const (
	WordingStop StopKind = iota // wording that differs inside tied passages
	ToldStop                    // tied passages told in quite other words
	OnlyStop                    // passages told in one report only
)

// A Stop is one difference between the two reports that next and previous
// lead to. The span of a side that has nothing there is empty. Wording reaches from
// its first marked word to its last; the words of a side that has no mark of it are
// all of it there.
type Stop struct {
	Kind        StopKind
	Left, Right data.Span
	Pair        int                 // index into AllPairs; -1 for an OnlyStop
	Difference  data.DifferenceKind // of a WordingStop
}

// At returns the stop's span on one side.
func (t Stop) At(side data.Side) data.Span {
	if side == data.Left {
		return t.Left
	}
	return t.Right
}

// stopsOf lists the differences in reading order: by their place in the left
// report, and what only the right one tells behind the pair that stands in
// front of it there.
func stopsOf(c *data.Comparison, marks [2][]data.Mark, across places) []Stop {
	type placed struct {
		Stop
		at, within int // place in the left report; order among those at one place
	}
	type part struct{ pair, difference int }
	marked := map[part][2]data.Span{} // from the first mark of it to the last
	for side := range marks {
		for _, m := range marks[side] {
			reach := marked[part{m.Pair, m.Difference}]
			if reach[side].Empty() {
				reach[side] = m.Span
			}
			reach[side].End = max(reach[side].End, m.End)
			marked[part{m.Pair, m.Difference}] = reach
		}
	}
	var all []placed
	for i := range c.Pairs {
		p := &c.Pairs[i]
		left, right := data.Cover(p.Left), data.Cover(p.Right)
		if p.ToldDifferently {
			all = append(all, placed{Stop{Kind: ToldStop, Left: left, Right: right, Pair: i}, left.Start, -1})
			continue
		}
		for k, d := range p.Differences {
			reach, ok := marked[part{i, k}]
			if !ok { // all its words are found across by another pair
				continue
			}
			for side := range reach {
				if reach[side].Empty() {
					reach[side] = d.At(data.Side(side))
				}
			}
			all = append(all, placed{Stop{WordingStop, reach[data.Left], reach[data.Right], i, d.Kind}, reach[data.Left].Start, -1})
		}
	}
	for _, run := range runs(c.OnlyLeft) {
		all = append(all, placed{Stop{Kind: OnlyStop, Left: run, Pair: -1}, run.Start, -1})
	}
	for _, run := range runs(c.OnlyRight) {
		all = append(all, placed{Stop{Kind: OnlyStop, Right: run, Pair: -1}, across.left(run.Start), run.Start})
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].at != all[j].at {
			return all[i].at < all[j].at
		}
		return all[i].within < all[j].within
	})
	stops := make([]Stop, 0, len(all))
	for i, p := range all {
		if i > 0 && p.Stop.Left == all[i-1].Left && p.Stop.Right == all[i-1].Right {
			continue // one sentence in two pairs brings its difference twice
		}
		stops = append(stops, p.Stop)
	}
	return stops
}

// places lead from an offset in the right report to the left one: the ends of
// the pairs, by their end on the right.
type places []struct{ right, left int }

func placesOf(c *data.Comparison) places {
	p := make(places, 0, len(c.Pairs))
	for i := range c.Pairs {
		p = append(p, struct{ right, left int }{data.Cover(c.Pairs[i].Right).End, data.Cover(c.Pairs[i].Left).End})
	}
	sort.SliceStable(p, func(i, j int) bool { return p[i].right < p[j].right })
	return p
}

// left is the end, in the left report, of the pair that stands last in front of
// offset in the right one, the first of those that end there; -1 when none does.
func (p places) left(offset int) int {
	n := sort.Search(len(p), func(i int) bool { return p[i].right > offset })
	if n == 0 {
		return -1
	}
	return p[sort.Search(n, func(i int) bool { return p[i].right >= p[n-1].right })].left
}

// runs joins sentences that stand side by side.
func runs(sentences []data.Span) []data.Span {
	var out []data.Span
	for _, s := range sentences {
		if n := len(out); n > 0 && s.Start-out[n-1].End <= 1 {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// Stops returns the differences in reading order.
func (s *Session) Stops() []Stop { return s.stops }

// Stop returns the current difference and its index into Stops; -1: none.
func (s *Session) Stop() (Stop, int) {
	if s.stop < 0 {
		return Stop{Pair: -1}, -1
	}
	return s.stops[s.stop], s.stop
}

// StopParts returns the marked words of the current difference on one side, in text
// order; its span where it has no mark there, as where that side has nothing.
func (s *Session) StopParts(side data.Side) []data.Span {
	t, at := s.Stop()
	if at < 0 {
		return nil
	}
	marks, span := s.marks[side], t.At(side)
	var parts []data.Span
	for i := sort.Search(len(marks), func(i int) bool { return marks[i].Start >= span.Start }); i < len(marks) && marks[i].Start < span.End; i++ {
		if marks[i].Pair == t.Pair {
			parts = append(parts, marks[i].Span)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, span)
	}
	return parts
}

// Next goes to the difference after the current one, from the last to the first.
func (s *Session) Next() { s.step(1) }

// Previous goes to the difference before the current one, from the first to the last.
func (s *Session) Previous() { s.step(-1) }

func (s *Session) step(by int) {
	if s.onlyUnconfirmed {
		s.NextUnconfirmed(by)
		return
	}
	n := len(s.stops)
	if n == 0 {
		return
	}
	if s.stop < 0 && by < 0 {
		s.stop = 0
	}
	s.GoTo(((s.stop+by)%n + n) % n)
}

// GoTo makes the difference at index the current one.
func (s *Session) GoTo(index int) {
	if index < 0 || index >= len(s.stops) {
		return
	}
	s.stop, s.pair = index, s.stops[index].Pair
	s.selection = [2]data.Span{}
	s.changed(SelectionChanged)
}
