package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"parallax/data"
	"parallax/data/lens"
)

// The reader finds an event as she left it: when she comes back to it, and when
// the program starts again. Another event does not take over its view.
func TestEventComesBackAsItWasLeft(t *testing.T) {
	long := strings.Repeat("\n\nThe harbour of Orla was quiet on Monday, and the ferry did not leave before noon because of the wind.", 40)
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", "The harbour is quiet"+long), writePage(t, "b.txt", "Quiet in the harbour"+long)}})
	harbour := b.session.Event()
	b.room.show(2)
	b.room.show(sideBySideView)
	b.room.panes[data.Left].ScrollTo(2000, 0)
	top := b.room.panes[data.Left].TopOffset()
	if top == 0 {
		t.Fatal("the text does not scroll")
	}
	b.openSample()
	b.settle()
	b.room.show(3)
	b.room.show(3)
	b.room.words.list.choose(5)
	b.session.Open(harbour)
	b.settle()
	if b.room.view != sideBySideView || b.room.panes[data.Left].TopOffset() != top {
		t.Errorf("view %d at %d, left in view %d at %d", b.room.view, b.room.panes[data.Left].TopOffset(), sideBySideView, top)
	}
	b.openSample()
	b.settle()
	if b.room.view != 3 || b.room.words.table != 5 {
		t.Errorf("the sample shows view %d, table %s", b.room.view, lens.Kinds[b.room.words.table])
	}
	b.close()
	again := newBench(t, Options{Path: b.path})
	if again.room.view != 3 || again.room.words.table != 5 || again.room.words.list.chosen != 5 {
		t.Errorf("the next sitting starts with view %d, table %d", again.room.view, again.room.words.table)
	}
	again.session.Open(harbour)
	again.settle()
	if again.room.view != sideBySideView || again.room.panes[data.Left].TopOffset() != top {
		t.Errorf("in the next sitting view %d at %d, not %d", again.room.view, again.room.panes[data.Left].TopOffset(), top)
	}
}

// A place the search found is shown, though the event was left in the tables.
func TestFoundPlaceIsShownInTheTexts(t *testing.T) {
	b := newBench(t, Options{})
	b.room.show(3)
	b.session.Search("canteen", "")
	b.settle()
	hits := b.session.Hits()
	if len(hits) == 0 {
		t.Fatal("nothing found")
	}
	b.room.shelf.OnHit(hits[0])
	b.settle()
	if b.room.view != sideBySideView {
		t.Errorf("the place is looked for in view %d", b.room.view)
	}
}

// Matched rows that come back at the start show both reports, in a narrow window
// too, and no switch that means nothing to them.
func TestMatchedRowsComeBack(t *testing.T) {
	b := newBench(t, Options{})
	b.room.show(1)
	b.close()
	again := newBench(t, Options{Path: b.path})
	if again.room.view != 1 || !again.room.spread.Ranked() || again.room.linked.Visible() {
		t.Errorf("view %d, in rows %v, the switch is shown: %v", again.room.view, again.room.spread.Ranked(), again.room.linked.Visible())
	}
	again.window.Resize(fyne.NewSize(860, 700))
	again.session.Open(again.session.Event())
	again.settle()
	if again.room.turns.Visible() || !again.room.panes[data.Right].Visible() {
		t.Error("the rows take turns")
	}
}
