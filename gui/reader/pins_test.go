package reader

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"parallax/data"
)

// pinned puts n round pins on random places of a text, as many moves and counts
// as rest says, and returns how many round pins there are.
func pinned(p *Pane, rng *rand.Rand, n, rest int) {
	pins := make([]Pin, 0, n+rest)
	for i := range n {
		pins = append(pins, Pin{Offset: rng.IntN(len(p.doc.text)), Label: strconv.Itoa(i + 1), ID: i})
	}
	for i := range rest {
		pins = append(pins, Pin{Offset: rng.IntN(len(p.doc.text)), Label: "¶" + strconv.Itoa(i), Kind: PlainPin + PinKind(rng.IntN(2))})
	}
	p.SetPins(pins)
}

// Whatever is pinned to a text, however it is set: no pin lies on another, each can
// be scrolled to, each round one is in one badge, and no badge that has room stands
// farther than a line from its line.
func TestEveryPinCanBeReached(t *testing.T) {
	rng := rand.New(rand.NewPCG(59, 178))
	p, _ := shown(t, longText(178), nil, 420, 300)
	for n := range 200 {
		ty := sized(9 + 30*rng.Float32())
		ty.Leading = 1.2 + rng.Float32()
		p.SetType(ty)
		round, rest := rng.IntN(200), 0
		if n%2 == 0 {
			rest = rng.IntN(40)
		}
		pinned(p, rng, round, rest)
		where := fmt.Sprintf("%d pins and %d others, size %v, leading %v", round, rest, ty.Size, ty.Leading)
		p.scrollTo(p.contentHeight())
		seen := map[int]bool{}
		below := 0.0
		for i := range p.badges {
			b := &p.badges[i]
			_, half := b.extent()
			if top := b.y - float64(half); i > 0 && top < below+pinGap-1e-6 {
				t.Fatalf("%s: pin %d lies on the one above", where, i)
			}
			below = b.y + float64(half)
			for _, pin := range b.pins {
				if b.Kind == RoundPin {
					if seen[pin.ID] {
						t.Fatalf("%s: pin %d is there twice", where, pin.ID)
					}
					seen[pin.ID] = true
				}
				line := p.layout.lineOf(pin.Offset)
				mid, high := p.layout.lines[line].y+float64(p.layout.lineHeight(line)/2), float64(p.layout.lineHeight(line))
				if rest == 0 && (b.y > mid+max(high, 2*(2*pinRadius+pinGap))+1e-6 || b.y < mid-3*high) {
					t.Fatalf("%s: a pin at %v for a line at %v", where, b.y, mid)
				}
			}
		}
		if len(seen) != round {
			t.Fatalf("%s: %d are there", where, len(seen))
		}
		if low := below + float64(p.topPad()) - p.top; low > float64(p.viewHeight()) {
			t.Fatalf("%s: the lowest ends at %v of a view of %v", where, low, p.viewHeight())
		}
	}
}

// The pins of a line that has no room for them are one, which leads to all.
func TestPinsOfALineAreGathered(t *testing.T) {
	p, _ := shown(t, longText(178), nil, 420, 300)
	at := func(line int) int { return int(p.layout.lines[line].start) }
	labels := func() (list []string) {
		for i := range p.badges {
			list = append(list, p.badges[i].Label)
		}
		return list
	}
	p.SetPins([]Pin{{Offset: at(1), Label: "3", ID: 2}, {Offset: at(1) + 5, Label: "7", ID: 6}, {Offset: at(2), Label: "9", ID: 8}})
	if got := fmt.Sprint(labels()); got != "[3+ 9]" || p.badges[0].Hint != "3, 7" {
		t.Errorf("pins %v, the first says %q", got, p.badges[0].Hint)
	}
	p.SetPins([]Pin{{Offset: at(1), Label: "3", ID: 2}, {Offset: at(1) + 5, Label: "7", ID: 6}, {Offset: at(4), Label: "9", ID: 8}})
	if got := fmt.Sprint(labels()); got != "[3 7 9]" {
		t.Errorf("with room they are %v", got)
	}
	many := make([]Pin, 10_000)
	for i := range many {
		many[i] = Pin{Offset: at(5), Label: strconv.Itoa(i + 1), ID: i}
	}
	p.SetPins(many)
	if len(p.badges) != 1 || len(p.badges[0].pins) != len(many) || p.badges[0].Hint != "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …" {
		t.Errorf("%d badges, the first of %d pins says %q", len(p.badges), len(p.badges[0].pins), p.badges[0].Hint)
	}
}

// Where pins need more room than a text, the text across in ranks is as high, both
// panes go to its end together, and without them both are as high as before.
func TestPinsOfOneSideMakeBothRankedTextsAsHigh(t *testing.T) {
	s, _ := spreadOf(t)
	for _, ranked := range []bool{false, true} {
		s.SetRanks(nil)
		s.Left.SetPins(nil)
		if ranked {
			s.SetRanks([]Rank{{Left: []data.Span{s.Left.doc.Paragraph(0)}, Right: []data.Span{s.Right.doc.Paragraph(0)}},
				{Left: []data.Span{s.Left.doc.Paragraph(3)}, Right: []data.Span{s.Right.doc.Paragraph(3)}}})
		}
		was := [2]float64{s.Left.contentHeight(), s.Right.contentHeight()}
		end := s.Left.layout.lines[len(s.Left.layout.lines)-1]
		pins := make([]Pin, 60)
		for i := range pins {
			pins[i] = Pin{Offset: int(end.start), Kind: MovePin, Label: "¶9"}
		}
		s.Left.SetPins(pins)
		s.Left.scrollTo(s.Left.contentHeight())
		low := &s.Left.badges[len(pins)-1]
		if y := low.y + moveHigh + float64(s.Left.topPad()) - s.Left.top; y > float64(s.Left.viewHeight()) {
			t.Errorf("ranked %v: the lowest pin is at %v of %v", ranked, y, s.Left.viewHeight())
		}
		if s.Right.top != s.Right.lastTop() {
			t.Errorf("ranked %v: with the left text at its end the right one is at %v of %v", ranked, s.Right.top, s.Right.lastTop())
		}
		if ranked && (s.Left.top != s.Right.top || s.Left.contentHeight() != s.Right.contentHeight()) {
			t.Errorf("the ranks are apart: %v and %v", s.Left.top, s.Right.top)
		}
		s.Left.SetPins(nil)
		if now := [2]float64{s.Left.contentHeight(), s.Right.contentHeight()}; now != was {
			t.Errorf("ranked %v: without pins the texts are %v high, before %v", ranked, now, was)
		}
		if s.Left.top > s.Left.lastTop() || s.Right.top > s.Right.lastTop() {
			t.Errorf("ranked %v: the views are below their texts", ranked)
		}
	}
}
