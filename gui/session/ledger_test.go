package session

import (
	"strings"
	"testing"

	"parallax/data"
)

// lookAll looks up every candidate of a side's ledger.
func (g *stage) lookAll(side data.Side) []Entry {
	g.t.Helper()
	for range g.Ledger(side) {
		g.LookUp(side, g.Ledger(side))
		g.settle()
	}
	for _, e := range g.Ledger(side) {
		if !e.Known {
			g.t.Fatalf("%v was not looked up", e.Here)
		}
	}
	return g.Ledger(side)
}

// Every sentence told on one side only is in the ledger, gets a candidate, and
// can be settled, reopened and tied, each as one step that undo takes back.
func TestLedger(t *testing.T) {
	g := open(t)
	for _, side := range []data.Side{data.Left, data.Right} {
		list := g.lookAll(side)
		if len(list) == 0 || len(list) != len(g.Comparison().Only(side)) {
			t.Fatalf("%d entries for %d sentences", len(list), len(g.Comparison().Only(side)))
		}
		for i, e := range list {
			if e.Side != side || e.Here != g.Comparison().Only(side)[i] || e.Ruled {
				t.Errorf("entry %d is %+v", i, e)
			}
		}
		e := list[0]
		g.OnlyHere(e.Candidate)
		g.settle()
		now := g.Ledger(side)
		if len(now) != len(list) || !now[0].Ruled || !now[0].Known || len(g.Rulings()) != 1 {
			t.Fatalf("after settling: %+v, rulings %+v", now, g.Rulings())
		}
		g.Unsettle(now[0])
		g.settle()
		if g.Ledger(side)[0].Ruled || len(g.Rulings()) != 0 {
			t.Errorf("after reopening: rulings %+v", g.Rulings())
		}
		g.Undo()
		g.settle()
		if !g.Ledger(side)[0].Ruled {
			t.Error("undo did not settle it again")
		}
		g.Undo()
		g.settle()
	}
	if len(g.problems) > 0 {
		t.Error(g.problems)
	}
}

// A settled passage holds in a new session, against every passage across, and
// gives way to a tie made later.
func TestSettledPassageIsKept(t *testing.T) {
	g := open(t)
	list := g.lookAll(data.Left)
	at := -1
	for i, e := range list {
		if !e.Across.Empty() {
			at = i
		}
	}
	if at < 0 {
		t.Fatal("no entry has a candidate")
	}
	e := list[at]
	g.OnlyHere(e.Candidate)
	g.settle()
	here := e.Here.Of(textOf(g, data.Left))
	event, path := g.Event(), g.LibraryPath()
	g.close()
	g = openStage(t, path)
	g.Open(event)
	g.settle()
	again := g.lookAll(data.Left)
	if !again[at].Ruled || again[at].Here.Of(textOf(g, data.Left)) != here {
		t.Fatalf("the ledger holds %+v", again)
	}
	if !g.TellsSame(again[at]) {
		t.Fatal("not tied")
	}
	g.settle()
	if len(g.Ledger(data.Left)) >= len(again) || len(g.Rulings()) != 1 || g.Rulings()[0].Verdict != data.TellsSame {
		t.Errorf("rulings %+v", g.Rulings())
	}
	if strings.TrimSpace(here) == "" || len(g.problems) > 0 {
		t.Error(here, g.problems)
	}
}
