package reader

import (
	"math"
	"math/rand/v2"
	"testing"

	"parallax/data"
)

func randomTies(rng *rand.Rand, n int) []Tie {
	ties := make([]Tie, n)
	for i := range ties {
		a, b := rng.IntN(5000), rng.IntN(5000)
		ties[i] = Tie{Left: data.Span{Start: a, End: a + 40}, Right: data.Span{Start: b, End: b + 40}, Strength: rng.Float32()}
	}
	return ties
}

// The chain goes up on both sides, and no chain weighs more: compared with the
// plain quadratic search.
func TestHeaviestChain(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		ties := randomTies(rng, rng.IntN(14))
		chain := heaviestChain(ties)
		got := 0.0
		for k, i := range chain {
			got += ties[i].weight()
			if k > 0 {
				p := ties[chain[k-1]]
				if ties[i].Left.Start <= p.Left.Start || ties[i].Right.Start <= p.Right.Start {
					t.Fatalf("chain goes down at %d: %v after %v", k, ties[i], p)
				}
			}
		}
		best := 0.0
		for set := range 1 << len(ties) {
			w, ok := 0.0, true
			for i := range ties {
				if set>>i&1 == 0 {
					continue
				}
				w += ties[i].weight()
				for j := range i {
					if set>>j&1 == 1 {
						a, b := ties[i], ties[j]
						ok = ok && (a.Left.Start < b.Left.Start && a.Right.Start < b.Right.Start || a.Left.Start > b.Left.Start && a.Right.Start > b.Right.Start)
					}
				}
			}
			if ok {
				best = max(best, w)
			}
		}
		if math.Abs(best-got) > 1e-6 {
			t.Fatalf("chain weighs %v, best %v", got, best)
		}
	}
}

// A script goes up strictly both ways and reading it back gives the same height.
func TestScriptIsMonotoneAndReversible(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 200 {
		var rungs []rung
		l, r := 0.0, 0.0
		for range rng.IntN(40) {
			l += rng.Float64() * 90
			r += rng.Float64() * 90
			rungs = append(rungs, rung{l, r})
		}
		bottom := rung{l + rng.Float64()*200, r + rng.Float64()*200}
		s := newScript(rungs, bottom, 17)
		last := -1.0
		for y := 0.0; y < bottom.left; y += 7 {
			z := s.across(data.Left, y)
			if z <= last {
				t.Fatalf("goes down at %v", y)
			}
			last = z
			if back := s.across(data.Right, z); math.Abs(back-y) > 1e-6 {
				t.Fatalf("%v there and back is %v", y, back)
			}
		}
		if s.across(data.Left, 0) != 0 || math.Abs(s.across(data.Left, s[len(s)-1].left)-s[len(s)-1].right) > 1e-9 {
			t.Fatal("the ends do not meet")
		}
	}
}

func TestEyeMeetsBothEnds(t *testing.T) {
	for _, lastTop := range []float64{0, 3, 80, 400, 90000} {
		e := newEye(600, lastTop)
		last := -1.0
		for i := range 200 {
			top := lastTop * float64(i) / 200
			if lastTop > 0 && e.height(top) <= last {
				t.Fatalf("goes down at %v of %v", top, lastTop)
			}
			last = e.height(top)
			if back := e.top(e.height(top)); math.Abs(back-top) > 0.01 {
				t.Fatalf("%v of %v comes back as %v", top, lastTop, back)
			}
		}
		if lastTop > 0 && math.Abs(e.height(lastTop)-lastTop-600) > 0.01 {
			t.Errorf("at the end one reads at %v of %v", e.height(lastTop), lastTop+600)
		}
	}
}

func BenchmarkHeaviestChain(b *testing.B) {
	ties := randomTies(rand.New(rand.NewPCG(3, 3)), 5000)
	for b.Loop() {
		heaviestChain(ties)
	}
}
