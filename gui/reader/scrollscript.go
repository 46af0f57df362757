package reader

import (
	"sort"

	"parallax/data"
)

// A TieKind says in what way two tied passages belong together.
type TieKind int

// The kinds of ties.
const (
	Same        TieKind = iota // the same words, or nearly
	Related                    // the same thing in other words
	Quoting                    // they share a quotation
	TiePossible                // possibly related
)

// A Tie joins a passage of the left pane to one of the right.
type Tie struct {
	Left, Right data.Span
	Strength    float32 // likeness, from 0 to 1
	Kind        TieKind
	Ruled       bool // the reader said so herself
}

// A rung is where two texts stand level: a height in each.
type rung struct{ left, right float64 }

// A script says which height of one text stands level with which of the other.
// Its rungs go up strictly on both sides, so it can be read either way.
type script []rung

// across carries a height from one side to the other.
func (s script) across(from data.Side, y float64) float64 {
	if len(s) == 0 {
		return y
	}
	here := func(i int) float64 { return s[i].left }
	there := func(i int) float64 { return s[i].right }
	if from == data.Right {
		here, there = there, here
	}
	i := sort.Search(len(s), func(i int) bool { return here(i) > y })
	switch i {
	case 0:
		return there(0)
	case len(s):
		return there(len(s) - 1)
	}
	share := (y - here(i-1)) / (here(i) - here(i-1))
	return there(i-1) + share*(there(i)-there(i-1))
}

// newScript makes a script of rungs that go up on both sides: the ends of the
// texts, and between them those that keep at least least apart from the last.
func newScript(rungs []rung, bottom rung, least float64) script {
	s := script{{}}
	for _, r := range rungs {
		last := s[len(s)-1]
		if r.left-last.left >= least && r.right-last.right >= least &&
			bottom.left-r.left >= least && bottom.right-r.right >= least {
			s = append(s, r)
		}
	}
	last := s[len(s)-1]
	return append(s, rung{max(bottom.left, last.left+1), max(bottom.right, last.right+1)})
}

// heaviestChain returns the indices of the ties that go up on both sides
// together and weigh most, in text order. Ties that cross the chain are told in
// another order and would make a linked scroll jump. Time n log n, by a Fenwick
// tree of the best chain that ends at or before each place on the right.
func heaviestChain(ties []Tie) []int {
	order := make([]int, len(ties))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		s, t := ties[order[a]], ties[order[b]]
		if s.Left.Start != t.Left.Start {
			return s.Left.Start < t.Left.Start
		}
		return s.Right.Start > t.Right.Start // so that one place on the left is used once
	})
	places := make([]int, len(ties))
	for i, t := range ties {
		places[i] = t.Right.Start
	}
	sort.Ints(places)
	best := make([]float64, len(ties)+1) // Fenwick tree of maxima
	who := make([]int, len(ties)+1)
	for i := range who {
		who[i] = -1
	}
	weight, from := make([]float64, len(ties)), make([]int, len(ties))
	end, most := -1, 0.0
	for _, i := range order {
		at := sort.SearchInts(places, ties[i].Right.Start) // places before this one
		w, prev := 0.0, -1
		for k := at; k > 0; k -= k & -k {
			if best[k] > w {
				w, prev = best[k], who[k]
			}
		}
		weight[i], from[i] = w+ties[i].weight(), prev
		for k := at + 1; k < len(best); k += k & -k {
			if weight[i] > best[k] {
				best[k], who[k] = weight[i], i
			}
		}
		if weight[i] > most {
			end, most = i, weight[i]
		}
	}
	var chain []int
	for i := end; i >= 0; i = from[i] {
		chain = append(chain, i)
	}
	for a, b := 0, len(chain)-1; a < b; a, b = a+1, b-1 {
		chain[a], chain[b] = chain[b], chain[a]
	}
	return chain
}

// crossings reports which ties are told in another order than the chain: those
// for which some tie of the chain goes before on one side and behind on the other.
func crossings(ties []Tie, chain []int) []bool {
	crossing := make([]bool, len(ties))
	for i, t := range ties {
		n := sort.Search(len(chain), func(k int) bool { return ties[chain[k]].Left.Start >= t.Left.Start })
		before := n > 0 && ties[chain[n-1]].Right.Start > t.Right.Start
		for n < len(chain) && ties[chain[n]].Left.Start == t.Left.Start {
			n++
		}
		after := n < len(chain) && ties[chain[n]].Right.Start < t.Right.Start
		crossing[i] = before || after
	}
	return crossing
}

// weight is how much a tie says about where the texts stand level.
func (t Tie) weight() float64 {
	w := 0.2 + float64(max(0, min(t.Strength, 1)))
	if t.Kind == TiePossible {
		w *= 0.3
	}
	return w
}

// readingShare is how far down the view the line is that is kept level.
const readingShare = 0.3

// eye turns the top of a view into the height of the text one reads at: 30 %
// down the view, but the first line at the very top and the last at the very
// bottom, so that both texts meet at both ends. It goes up strictly.
type eye struct{ knots script } // left: top of the view, right: height read at

func newEye(view, lastTop float64) eye {
	if lastTop <= 0 {
		return eye{}
	}
	ramp := min(view*0.6, lastTop/2)
	return eye{script{
		{0, 0}, {ramp, ramp + readingShare*view},
		{max(lastTop-ramp, ramp) + 1e-6, max(lastTop-ramp, ramp) + readingShare*view + 1e-6},
		{lastTop + 2e-6, lastTop + view},
	}}
}

func (e eye) height(top float64) float64 { return e.knots.across(data.Left, top) }
func (e eye) top(height float64) float64 { return e.knots.across(data.Right, height) }
