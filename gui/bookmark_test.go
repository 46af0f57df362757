package gui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/data/lens"
	"parallax/data/store"
	"parallax/gui/reader"
	"parallax/gui/session"
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

// Every view is found as it was left: its order and switches, the current
// difference, the very line at the top, in this sitting and the next. Another
// event has views of its own.
func TestViewsComeBackAsTheyWereSet(t *testing.T) {
	type sight struct {
		view    int
		stand   reader.Stand
		stop    session.Stop
		rows    [2]any
		only    [2]any
		unruled bool
		words   [3]any
		item    [2]any
		front   data.Side
	}
	look := func(b *bench) sight {
		r := b.room
		stop, _ := b.session.Stop()
		s := sight{view: r.view, stand: r.spread.Stand(), stop: stop, rows: [2]any{r.rows.by, r.rows.differences}, only: [2]any{r.ledger.side, r.ledger.openOnly},
			unruled: b.session.OnlyUnconfirmed(), words: [3]any{r.words.table, r.words.how, r.words.shown}, front: r.front}
		if r.view == 3 {
			item, into := r.words.sheet.Stand()
			s.item = [2]any{item, into}
		}
		return s
	}
	scroll := func(b *bench, by float32) {
		b.room.panes[data.Left].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -by)})
	}
	for name, set := range map[string]func(b *bench){
		"side by side, told apart": func(b *bench) {
			b.room.show(sideBySideView)
			scroll(b, 150)
			b.room.link(false)
			b.room.panes[data.Right].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -77)})
			b.room.link(true)
		},
		"a difference": func(b *bench) {
			b.room.show(sideBySideView)
			for range 5 {
				b.key(fyne.KeyF7)
			}
		},
		"matched rows": func(b *bench) {
			b.room.show(1)
			test.Tap(b.room.rows.only)
			b.room.rows.order.choose(1)
			scroll(b, 133)
			b.room.onlyUnconfirmed(true)
		},
		"only in one": func(b *bench) {
			b.room.show(2)
			b.room.ledger.sides.choose(1)
			test.Tap(b.room.ledger.onlyOpen)
			scroll(b, 41)
		},
		"words": func(b *bench) {
			b.room.show(3)
			b.room.words.list.choose(slices.Index(lens.Kinds, lens.Order))
			b.settle()
			b.room.words.how = true
			b.room.words.fill(true)
			b.room.words.sheet.scroll.Offset = fyne.NewPos(0, 211)
		},
	} {
		t.Run(name, func(t *testing.T) {
			a, b2 := twoReports()
			b := newBench(t, Options{Files: []string{writePage(t, "a.txt", a), writePage(t, "b.txt", b2)}})
			harbour := b.session.Event()
			set(b)
			b.settle()
			left := look(b)
			if left.stand == (reader.Stand{}) && left.item == [2]any{} {
				t.Fatal("nothing scrolls")
			}
			b.openSample()
			b.settle()
			if r := b.room; r.rows.by != data.Left || r.rows.differences || r.ledger.openOnly || b.session.OnlyUnconfirmed() {
				t.Error("another event has the switches too")
			}
			b.session.Open(harbour)
			b.settle()
			if got := look(b); got != left {
				t.Errorf("came back to\n%+v, left at\n%+v", got, left)
			}
			if b.room.spread.Ranked() {
				if b.room.panes[data.Left].Viewport() == (data.Span{}) && b.room.panes[data.Right].Viewport() == (data.Span{}) {
					t.Error("nothing is shown")
				}
			}
			b.close()
			again := newBench(t, Options{Path: b.path})
			if got := look(again); got != left {
				t.Errorf("the next sitting starts at\n%+v, left at\n%+v", got, left)
			}
		})
	}
}

// A reader who scrolls while the texts are compared is not taken back.
func TestResumingLeavesAReaderWhoWentOnAlone(t *testing.T) {
	a, b2 := twoReports()
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", a), writePage(t, "b.txt", b2)}})
	harbour := b.session.Event()
	b.room.panes[data.Left].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60)})
	b.openSample()
	b.settle()
	b.session.Open(harbour)
	for b.room.resumed == nil {
		(<-b.posts)()
	}
	b.room.panes[data.Left].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -120)})
	b.wordsStay(data.Left)
}

// Leaving the projector, the reader is at the passage it showed last.
func TestProjectorIsLeftAtItsPassage(t *testing.T) {
	a, b2 := twoReports()
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", a), writePage(t, "b.txt", b2)}})
	for view := range 2 {
		b.room.show(view)
		b.room.panes[data.Left].ScrollTo(0, 0)
		b.room.project(true)
		for b.room.projector.at < 20 {
			b.room.projector.step(1)
		}
		row := b.room.projector.rows[20]
		b.room.project(false)
		shown := b.room.panes[data.Left].Viewport()
		if len(row.Left) == 0 || shown.Overlap(row.Left[0]) == 0 {
			t.Errorf("view %d: the projector was left at %v, in view is %v", view, row.Left, shown)
		}
		stood := b.room.spread.Stand()
		b.room.project(true)
		b.room.project(false)
		if got := b.room.spread.Stand(); got != stood {
			t.Errorf("view %d: in and out again it stands at %+v, not %+v", view, got, stood)
		}
	}
}

// twoReports are two long reports that tell the same in parts, each with something
// of its own.
func twoReports() (a, b string) {
	var one, other strings.Builder
	one.WriteString("Ferry to Orla stopped")
	other.WriteString("No ferry to Orla")
	for i := range 40 {
		fmt.Fprintf(&one, "\n\nOn day %d the harbour master of Orla counted %d boats at the quay and closed gate number %d.", i+1, i*7+3, i+11)
		if i%4 == 3 {
			fmt.Fprintf(&one, "\n\nFisherman Tolver Brandt sold %d crates of herring in the market hall that morning.", i+20)
			fmt.Fprintf(&other, "\n\nThe mayor invited %d guests for a concert on the meadow behind the mill.", i+60)
		}
		verb := "counted"
		if i%3 == 0 {
			verb = "saw"
		}
		fmt.Fprintf(&other, "\n\nOn day %d the harbour master of Orla %s %d boats at the quay and closed gate number %d.", i+1, verb, i*7+3, i+11)
	}
	return one.String(), other.String()
}

// A bookmark that somebody else wrote, with places there are none of, opens the
// event all the same, in every view.
func TestStrangeBookmarks(t *testing.T) {
	b := newBench(t, Options{})
	event := b.session.Event().ID
	b.close()
	for view, name := range viewNames {
		l, err := store.Open(t.Context(), b.path)
		if err != nil {
			t.Fatal(err)
		}
		err = l.SetSetting(t.Context(), "bookmark."+string(event), fmt.Sprintf(`{"view":%q,"front":9,"order":-2,"onlyIn":7,"table":"number","rows":-5,"item":-3,"into":1e300,
			"tops":[-9,99999999],"below":[-1e9,1e300],"held":true,"current":{"passages":[{"Start":-4,"End":1},{"Start":9999999,"End":7}],"kind":8,"difference":[{"Start":3,"End":-1},{"Start":0,"End":0}]}}`, name))
		if err != nil {
			t.Fatal(err)
		}
		l.Close()
		again := newBench(t, Options{Path: b.path})
		if again.room.view != view || !again.session.Compared() {
			t.Errorf("%s: view %d is open", name, again.room.view)
		}
		again.window.Canvas().Capture()
		again.close()
	}
}
