package session

import (
	"strings"
	"testing"

	"parallax/data"
)

// only is the index of a stop told on one side only whose words hold some.
func (g *stage) only(side data.Side, some string) int {
	g.t.Helper()
	for i, t := range g.Stops() {
		if t.Kind == OnlyStop && strings.Contains(t.At(side).Of(textOf(g, side)), some) {
			return i
		}
	}
	g.t.Fatalf("no stop with %q", some)
	return -1
}

// find is where words stand in a side's text.
func (g *stage) find(side data.Side, words string) data.Span {
	g.t.Helper()
	at := strings.Index(textOf(g, side), words)
	if at < 0 {
		g.t.Fatalf("%q is not in %s", words, side.Letter())
	}
	return data.Span{Start: at, End: at + len(words)}
}

// tied reports whether a pair holds both words, and what was ruled on it.
func (g *stage) tied(left, right string) (bool, data.Verdict) {
	l, r := g.find(data.Left, left), g.find(data.Right, right)
	for _, p := range g.Comparison().Pairs {
		if meets(l, p.Left) && meets(r, p.Right) {
			return true, p.Ruled
		}
	}
	return false, ""
}

func TestTieSelectedPassages(t *testing.T) {
	g := open(t)
	if g.Tie() {
		t.Error("tied nothing")
	}
	g.Select(data.Left, g.find(data.Left, "400 people"))
	if g.Tie() {
		t.Error("tied one passage to nothing")
	}
	g.Select(data.Right, g.find(data.Right, "fear for"))
	if !g.Tie() {
		t.Fatal("not tied")
	}
	g.settle()
	if ok, ruled := g.tied("Around 400", "Shop owners"); !ok || ruled != data.TellsSame {
		t.Fatalf("tied %v, ruled %q: %+v", ok, ruled, g.Rulings())
	}
	k := g.Rulings()[0]
	if got := k.Left.Of(textOf(g, data.Left)); got != "Around 400 people use the bridge every day." {
		t.Errorf("ruled on %q", got)
	}
	if p := g.Pair(); p < 0 || g.AllPairs()[p].Ruled != data.TellsSame {
		t.Error("the new pair is not the current one")
	}
	if !g.Selection(data.Left).Empty() || g.Confirmed() != 1 || g.UndoName() != "tie passages" {
		t.Errorf("selected %v, %d confirmed, undo %q", g.Selection(data.Left), g.Confirmed(), g.UndoName())
	}
	g.Undo()
	g.settle()
	if ok, _ := g.tied("Around 400", "Shop owners"); ok || len(g.Rulings()) != 0 {
		t.Error("still tied")
	}
	g.Redo()
	g.settle()
	if ok, _ := g.tied("Around 400", "Shop owners"); !ok {
		t.Error("not tied again")
	}
}

func TestTieAcrossFromTheCurrentPassage(t *testing.T) {
	g := open(t)
	g.GoTo(g.only(data.Right, "Shop owners"))
	g.Select(data.Left, g.find(data.Left, "use the bridge"))
	if !g.Tie() {
		t.Fatal("not tied")
	}
	g.settle()
	if ok, _ := g.tied("Around 400", "Shop owners"); !ok {
		t.Error("not tied")
	}
}

func TestConfirmRejectAndTakeBack(t *testing.T) {
	g := open(t)
	const left, right = "“Nobody", "“Nobody"
	g.SelectPair(g.PairAt(data.Left, g.find(data.Left, left).Start))
	if g.ClearRuling() {
		t.Error("took back what was never ruled")
	}
	stop, _ := g.Stop()
	if !g.Confirm() {
		t.Fatal("not confirmed")
	}
	g.settle()
	if ok, ruled := g.tied(left, right); !ok || ruled != data.TellsSame {
		t.Fatalf("tied %v, ruled %q", ok, ruled)
	}
	if now, _ := g.Stop(); now.Left != stop.Left || now.Right != stop.Right {
		t.Errorf("stood at %+v, stands at %+v", stop, now)
	}
	if g.Confirm() {
		t.Error("confirmed twice")
	}
	if !g.Reject() {
		t.Fatal("not rejected")
	}
	g.settle()
	if ok, _ := g.tied(left, right); ok || len(g.Rulings()) != 1 || g.Rulings()[0].Verdict != data.NotSame {
		t.Fatalf("tied %v, rulings %+v", ok, g.Rulings())
	}
	if now, at := g.Stop(); at < 0 || now.Kind != OnlyStop {
		t.Errorf("stands at %+v", now)
	}
	if g.Reject() {
		t.Error("rejected without a pair")
	}
	if len(g.RulingsHere()) != 1 || !g.ClearRuling() {
		t.Fatal("not taken back")
	}
	g.settle()
	if ok, ruled := g.tied(left, right); !ok || ruled != "" || g.Pair() < 0 {
		t.Errorf("tied %v, ruled %q, pair %d", ok, ruled, g.Pair())
	}
	for range 3 {
		g.Undo()
		g.settle()
	}
	if ok, ruled := g.tied(left, right); !ok || ruled != "" || len(g.Rulings()) != 0 {
		t.Errorf("not as at first: tied %v, ruled %q, rulings %+v", ok, ruled, g.Rulings())
	}
}

func TestRulingsHoldWithTheReportsSwapped(t *testing.T) {
	g := open(t)
	g.Select(data.Left, g.find(data.Left, "400 people"))
	g.Select(data.Right, g.find(data.Right, "fear for"))
	g.Tie()
	g.settle()
	g.Swap()
	g.settle()
	if ok, ruled := g.tied("Shop owners", "Around 400"); !ok || ruled != data.TellsSame {
		t.Errorf("tied %v, ruled %q", ok, ruled)
	}
	g.Undo()
	g.settle()
	if ok, _ := g.tied("Shop owners", "Around 400"); ok {
		t.Error("still tied")
	}
}

func TestRulingsOutliveANewCutAndTheProgram(t *testing.T) {
	g := open(t)
	g.Select(data.Left, g.find(data.Left, "shuttle"))
	g.Select(data.Right, g.find(data.Right, "fear for"))
	g.Tie()
	g.settle()
	id, was := g.Side(data.Left).ID, textOf(g, data.Left)
	g.Reopen(id, func(before data.Source) {
		l := NewLookOver(before)
		l.MoveTo(1, false)
		l.Toggle()
		rep := l.Report()
		rep.ID = id
		g.Recut(*g.Report(rep.ID), rep, before, l.Source())
	})
	g.settle()
	if textOf(g, data.Left) == was {
		t.Fatal("the text is not cut anew")
	}
	if ok, ruled := g.tied("shuttle", "Shop owners"); !ok || ruled != data.TellsSame {
		t.Errorf("cut anew: tied %v, ruled %q", ok, ruled)
	}
	path := g.LibraryPath()
	g.close()
	g = openStage(t, path)
	g.LoadShelves(func() { g.Open(g.Shelves()[0].Event) })
	g.settle()
	if ok, ruled := g.tied("shuttle", "Shop owners"); !ok || ruled != data.TellsSame {
		t.Errorf("opened again: tied %v, ruled %q", ok, ruled)
	}
}

func TestUnconfirmedPairsGoRound(t *testing.T) {
	g := open(t)
	all := g.Unconfirmed()
	if all != len(g.AllPairs()) || all < 2 {
		t.Fatalf("%d of %d", all, len(g.AllPairs()))
	}
	seen := map[int]bool{}
	for range all {
		if !g.NextUnconfirmed(1) {
			t.Fatal("none")
		}
		seen[g.Pair()] = true
	}
	if len(seen) != all {
		t.Errorf("saw %d of %d", len(seen), all)
	}
	last := g.Pair()
	g.NextUnconfirmed(1)
	g.NextUnconfirmed(-1)
	if g.Pair() != last {
		t.Errorf("back at %d, was at %d", g.Pair(), last)
	}
	g.SetOnlyUnconfirmed(true)
	for range all {
		g.Next()
		if !g.Confirm() {
			t.Fatal("next led to no pair to confirm")
		}
		g.settle()
	}
	if g.NextUnconfirmed(1) || g.Unconfirmed() != 0 || g.Confirmed() != len(g.Comparison().Pairs) {
		t.Errorf("%d left, %d confirmed", g.Unconfirmed(), g.Confirmed())
	}
	g.GoTo(g.only(data.Right, "Shop owners"))
	if g.Previous(); g.Pair() >= 0 {
		t.Error("went to a pair")
	}
}

func TestNearestCandidateIsRuledOn(t *testing.T) {
	g := open(t)
	i := g.only(data.Left, "Around 400")
	g.GoTo(i)
	if g.SaidHere() || g.KeepApart() {
		t.Error("ruled on what is not known yet")
	}
	g.LookNearest()
	g.settle()
	c, ok := g.Nearest()
	if !ok || g.changes&NearestChanged == 0 || c.Side != data.Left || !strings.Contains(c.Here.Of(textOf(g, data.Left)), "400 people") ||
		!strings.Contains(c.Across.Of(textOf(g, data.Right)), "bridge") || c.Likeness <= 0 {
		t.Fatalf("candidate %+v %q", c, c.Across.Of(textOf(g, data.Right)))
	}
	if !g.KeepApart() {
		t.Fatal("not kept apart")
	}
	g.settle()
	if c, ok = g.Nearest(); !ok || !c.Ruled || len(g.RulingsHere()) != 1 {
		t.Errorf("candidate %+v, rulings %+v", c, g.RulingsHere())
	}
	if now, _ := g.Stop(); now != g.Stops()[i] {
		t.Errorf("stands at %+v", now)
	}
	if g.KeepApart() {
		t.Error("kept apart twice")
	}
	if !g.SaidHere() {
		t.Fatal("not tied")
	}
	g.settle()
	if ok, ruled := g.tied("400 people", c.Across.Of(textOf(g, data.Right))); !ok || ruled != data.TellsSame || len(g.Rulings()) != 1 {
		t.Errorf("tied %v, ruled %q, rulings %+v", ok, ruled, g.Rulings())
	}
	if _, ok := g.Nearest(); ok {
		t.Error("a tied passage has a candidate")
	}
	g.Undo()
	g.Undo()
	g.settle()
	if len(g.Rulings()) != 0 {
		t.Errorf("rulings %+v", g.Rulings())
	}
}

func TestNoLookingForAPassageLeftBehind(t *testing.T) {
	g := open(t)
	g.GoTo(g.only(data.Left, "Around 400"))
	g.LookNearest()
	g.SelectPair(0)
	g.LookNearest()
	if g.looking.Busy() {
		t.Error("still looking")
	}
	g.GoTo(g.only(data.Left, "Around 400"))
	g.LookNearest()
	g.settle()
	if _, ok := g.Nearest(); !ok {
		t.Error("not found when the reader came back")
	}
}

func TestTieOneSentenceToTwo(t *testing.T) {
	g := open(t)
	l, last := g.find(data.Left, "400 people"), g.find(data.Left, "shuttle")
	g.Select(data.Left, data.Span{Start: l.Start, End: last.End})
	g.Select(data.Right, g.find(data.Right, "fear for"))
	if !g.Tie() {
		t.Fatal("not tied")
	}
	g.settle()
	p := g.AllPairs()[g.Pair()]
	if len(p.Left) != 2 || len(p.Right) != 1 || p.Ruled != data.TellsSame {
		t.Fatalf("pair %+v", p)
	}
	if !g.Reject() {
		t.Fatal("not parted")
	}
	g.settle()
	for _, left := range []string{"400 people", "shuttle"} {
		if ok, _ := g.tied(left, "fear for"); ok {
			t.Errorf("%q is still tied", left)
		}
	}
}
