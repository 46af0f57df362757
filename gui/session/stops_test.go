package session

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"parallax/data"
)

// Two reports one sentence of which stands in two pairs: "the" of "is repairing the
// old bridge" is found across by one of them.
const (
	bridgeA = "Old bridge at Marlow Fen closed for two weeks\n" +
		"The old bridge at Marlow Fen has been closed since Monday. The town says cracks in two pillars were larger than expected, and that repairs will take two weeks.\n" +
		"“We could not wait any longer,” said mayor Ilse Korn. “Safety comes first.” About 3,200 cars cross the bridge every day.\n"
	bridgeB = "Bridge repairs: town acts at last\n" +
		"At last the town is repairing the old bridge at Marlow Fen. Since Monday it has been closed to cars, bicycles and walkers, and it will stay so for at least two weeks.\n" +
		"“Safety comes first,” mayor Ilse Korn told reporters. Engineers had warned of cracks in two pillars as early as last autumn.\n"
)

// A difference reaches from its first marked word to its last, and what is outlined of
// it is what is marked: no word more and none less.
func TestADifferenceIsWhatIsMarked(t *testing.T) {
	texts := [][2]string{{bridgeA, bridgeB}, {textA, textB}}
	for _, lesson := range []string{"call", "factory", "flood", "match"} {
		var reports []string
		for _, letter := range []string{"a", "b", "c"} {
			text, err := os.ReadFile(filepath.Join("..", "..", "assets", "lessons", lesson+"-"+letter+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			reports = append(reports, string(text))
		}
		texts = append(texts, [2]string{reports[0], reports[1]}, [2]string{reports[1], reports[2]}, [2]string{reports[2], reports[0]})
	}
	cut := 0
	for _, two := range texts {
		g := newStage(t)
		g.bringIn(data.Event{Title: "Event"}, two[0], data.Left)
		g.bringIn(g.Event(), two[1], data.Right)
		c := g.Comparison()
		outlined := [2][]data.Span{}
		for i, stop := range g.Stops() {
			if stop.Kind != WordingStop {
				continue
			}
			g.GoTo(i)
			for _, side := range []data.Side{data.Left, data.Right} {
				parts := g.StopParts(side)
				if data.Cover(parts) != stop.At(side) {
					t.Errorf("%q is outlined as %v of %v", stop.At(side).Of(textOf(g, side)), parts, stop.At(side))
				}
				marked := func(part data.Span) bool {
					return slices.ContainsFunc(g.Marks(side), func(m data.Mark) bool { return m.Pair == stop.Pair && m.Span == part })
				}
				if len(parts) == 1 && !marked(parts[0]) { // all of what stands there across from marked words
					if other := g.StopParts(side.Other()); !slices.ContainsFunc(g.Marks(side.Other()), func(m data.Mark) bool { return m.Pair == stop.Pair && m.Span == other[0] }) {
						t.Errorf("nothing of %v is marked", stop)
					}
					continue
				}
				for _, part := range parts {
					if !marked(part) {
						t.Errorf("%q is outlined and not marked", part.Of(textOf(g, side)))
					}
				}
				outlined[side] = append(outlined[side], parts...)
			}
			for _, d := range c.Pairs[stop.Pair].Differences {
				if d.Left.Overlap(stop.Left) > 0 && d.Left != stop.Left || d.Right.Overlap(stop.Right) > 0 && d.Right != stop.Right {
					cut++
				}
			}
		}
		for _, side := range []data.Side{data.Left, data.Right} {
			for _, m := range g.Marks(side) {
				if !slices.Contains(outlined[side], m.Span) {
					t.Errorf("%q is marked and never outlined", m.Of(textOf(g, side)))
				}
			}
		}
	}
	if cut == 0 {
		t.Error("no difference has a word that another pair finds across")
	}
}
