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
// lead to. The span of a side that has nothing there is empty.
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
	marked := map[part]bool{}
	for side := range marks {
		for _, m := range marks[side] {
			marked[part{m.Pair, m.Difference}] = true
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
			if !marked[part{i, k}] { // all its words are found across by another pair
				continue
			}
			all = append(all, placed{Stop{WordingStop, d.Left, d.Right, i, d.Kind}, d.Left.Start, -1})
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
