package session

import (
	"strings"
	"testing"

	"parallax/data"
)

const textC = "Ferry runs again\nEngineers found cracks in two pillars of the old bridge, and the Marrowdale council shut it on Monday.\nThe ferry at Lund quay carries cyclists for nothing until the autumn, its owner Pia Holt said."

// told is in how many reports the passage that holds words is told.
func (g *stage) told(side data.Side, words string) int {
	g.t.Helper()
	at := g.find(side, words).Start
	for _, t := range g.Told(side) {
		if t.Contains(at) {
			return t.In
		}
	}
	return 0
}

func TestToldInHowManyReports(t *testing.T) {
	g := open(t)
	if g.Told(data.Left) != nil {
		t.Error("counted in an event of two")
	}
	g.bringIn(g.Event(), textC, data.Right)
	g.Lay(data.Right, g.Reports()[1].ID)
	g.settle()
	if g.changes&ToldChanged == 0 {
		t.Fatal("not counted")
	}
	for words, want := range map[string]int{"engineers found": 3, "mayor Tilda": 2, "Around 400": 1} {
		if got := g.told(data.Left, words); got != want {
			t.Errorf("%q is told in %d, want %d", words, got, want)
		}
	}
	for _, side := range []data.Side{data.Left, data.Right} {
		last := -1
		for _, told := range g.Told(side) {
			if told.Start < last || told.In < 1 || told.In > told.Of || told.Of != 3 {
				t.Errorf("%+v after %d", told, last)
			}
			last = told.End
		}
		if last != len(strings.TrimRight(textOf(g, side), "\n")) {
			t.Errorf("%s is counted up to %d of %d", side.Letter(), last, len(textOf(g, side)))
		}
	}

	// A ruling changes the count at once.
	g.Select(data.Left, g.find(data.Left, "400 people"))
	g.Select(data.Right, g.find(data.Right, "fear for"))
	g.Tie()
	g.settle()
	if got := g.told(data.Left, "Around 400"); got != 2 {
		t.Errorf("after the tie told in %d", got)
	}
	// It counts for the report that is no longer on screen, too.
	g.Lay(data.Right, g.Reports()[2].ID)
	g.settle()
	if got := g.told(data.Left, "Around 400"); got != 2 {
		t.Errorf("beside the third report told in %d", got)
	}
	g.Undo()
	g.settle()
	if got := g.told(data.Left, "Around 400"); got != 1 {
		t.Errorf("after undo told in %d", got)
	}
}
