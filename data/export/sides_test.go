package export

import (
	"math/rand/v2"
	"slices"
	"testing"

	"parallax/data"
)

// Whatever is tied to what, every sentence stands in one row, in its order,
// and what begins a level row is tied.
func TestLevelKeepsEverySentence(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var told [2]telling
		for side := range told {
			for i := range random.IntN(12) {
				told[side].Sentences = append(told[side].Sentences, sentence{Span: data.Span{Start: 10 * i, End: 10*i + 8}})
			}
		}
		var c data.Comparison
		if len(told[0].Sentences) > 0 && len(told[1].Sentences) > 0 {
			for range random.IntN(10) {
				var p data.Pair
				for side, spans := range []*[]data.Span{&p.Left, &p.Right} {
					first := random.IntN(len(told[side].Sentences))
					for k := first; k < min(first+1+random.IntN(2), len(told[side].Sentences)); k++ {
						*spans = append(*spans, told[side].Sentences[k].Span)
					}
				}
				c.Pairs = append(c.Pairs, p)
			}
		}
		slices.SortFunc(c.Pairs, func(x, y data.Pair) int { return x.Left[0].Start - y.Left[0].Start })
		rows := level(&c, &told)
		var at [2]int
		for _, r := range rows {
			for side := range at {
				if r.First[side] != at[side] || r.Last[side] < r.First[side] {
					t.Fatalf("rows %v leave something out", rows)
				}
				at[side] = r.Last[side]
			}
			if r.First == r.Last {
				t.Fatalf("an empty row in %v", rows)
			}
		}
		if at != [2]int{len(told[0].Sentences), len(told[1].Sentences)} {
			t.Fatalf("rows %v end too early", rows)
		}
	}
}

func TestMarkedPiecesHoldTheSentence(t *testing.T) {
	b := sampleBook(t)
	c := inOrder(b.Chapters[0])
	notes := map[int]int{}
	for _, told := range tellings(&c, &Options{}) {
		for _, s := range told.Sentences {
			at := s.Start
			for _, p := range s.Pieces {
				if p.Start != at || p.Empty() {
					t.Fatalf("sentence %v has pieces %v", s.Span, s.Pieces)
				}
				at = p.End
				for _, n := range p.Ends {
					notes[n]++
				}
			}
			if at != s.End {
				t.Fatalf("sentence %v has pieces %v", s.Span, s.Pieces)
			}
		}
	}
	if len(notes) != 3 || notes[1] != 2 {
		t.Errorf("numbers of notes stand in the texts: %v", notes)
	}
}

func TestReadingOrder(t *testing.T) {
	b := sampleBook(t)
	c := b.Chapters[0]
	slices.Reverse(c.Notes)
	var bodies []string
	for _, n := range inOrder(c).Notes {
		bodies = append(bodies, n.Body)
	}
	if want := []string{"Two headlines, <two> verbs & more.", "=SUM(A1)\n- first\n- second", "", "On the whole event.", "Loose"}; !slices.Equal(bodies, want) {
		t.Errorf("got %q", bodies)
	}
}
