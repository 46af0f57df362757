package lookover

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestScroller(t *testing.T) {
	s := scroller{heights: []float32{10, 20, 30, 40}, view: 50}
	s.by(25)
	if s.top != 1 || s.into != 15 || s.offset() != 25 {
		t.Errorf("25 down: row %d, %v into it", s.top, s.into)
	}
	s.by(1000)
	if s.offset() != 50 {
		t.Errorf("far down: %v, want 50", s.offset())
	}
	if s.at(0) != 2 || s.at(9) != 2 || s.at(10) != 3 || s.at(50) != -1 {
		t.Error("rows at heights:", s.at(0), s.at(9), s.at(10), s.at(50))
	}
	s.by(-1000)
	if s.offset() != 0 {
		t.Errorf("far up: %v", s.offset())
	}
	s.show(3)
	if s.offset() != 50 {
		t.Errorf("show the last: %v", s.offset())
	}
	s.show(0)
	if s.offset() != 0 {
		t.Errorf("show the first: %v", s.offset())
	}
}

// TestScrollerStaysInBounds scrolls, measures and shows at random.
func TestScrollerStaysInBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		s := scroller{view: float32(r.IntN(200))}
		for range r.IntN(30) {
			s.heights = append(s.heights, float32(1+r.IntN(90)))
		}
		for range 100 {
			n := len(s.heights)
			switch r.IntN(4) {
			case 0:
				s.by(float32(r.IntN(600) - 300))
			case 1:
				s.to(float32(r.IntN(2000) - 200))
			case 2:
				if n > 0 {
					s.heights[r.IntN(n)] = float32(1 + r.IntN(90))
					s.settle()
				}
			case 3:
				if n > 0 {
					i := r.IntN(n)
					s.show(i)
					from := s.sum(0, i) - s.offset()
					if to := from + s.heights[i]; from < -0.01 || to > max(s.view, s.heights[i])+0.01 {
						t.Fatalf("row %d shown from %v to %v of %v", i, from, to, s.view)
					}
				}
			}
			lowest := max(0, s.total()-s.view)
			if o := s.offset(); o < 0 || o > lowest+0.01 || math.IsNaN(float64(o)) {
				t.Fatalf("offset %v of %v", o, lowest)
			}
			if n > 0 && (s.top < 0 || s.top >= n) {
				t.Fatalf("top %d of %d", s.top, n)
			}
		}
	}
}
