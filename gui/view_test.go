package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// indexOf is the place of a view among the room's.
func (b *bench) indexOf(name string) int {
	for i, v := range b.room.views {
		if v.Name() == name {
			return i
		}
	}
	b.t.Fatalf("no view %q", name)
	return -1
}

// Matched rows show both reports under one scroll, in the order of either, and
// leave the reader where she was.
func TestMatchedRows(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	b.key(fyne.KeyF7)
	b.key(fyne.KeyF7)
	stop, at := b.session.Stop()
	r.show(b.indexOf("Matched rows"))
	b.settle()
	if !r.spread.Ranked() || r.linked.Visible() {
		t.Fatal("the reports are not in rows")
	}
	if _, now := b.session.Stop(); now != at {
		t.Errorf("the current difference was %d and is %d", at, now)
	}
	r.panes[data.Left].Reveal(stop.Left)
	r.panes[data.Right].ScrollTo(len(b.session.Side(data.Right).Text)/2, 0)
	if l, right := r.panes[data.Left], r.panes[data.Right]; l.Document() == nil || l.TopOffset() == 0 || right.TopOffset() == 0 {
		t.Error("the rows do not scroll as one")
	}
	v := r.views[r.view].(*matchedRows)
	all := len(b.session.Rows(data.Left))
	v.order.choose(1)
	if v.by != data.Right || len(b.session.Rows(data.Right)) != all {
		t.Error("the order of B has not the same rows")
	}
	test.Tap(v.only)
	if !v.differences || !r.spread.Ranked() {
		t.Error("the rows in the same words are not left out")
	}
	b.key(fyne.KeyF7) // a ruling and a walk work in rows as side by side
	r.nextUnconfirmed()
	r.confirm()
	b.settle()
	if b.session.Confirmed() == 0 || !r.spread.Ranked() {
		t.Error("a ruling in rows was lost, or lost the rows")
	}
	r.show(sideBySideView)
	if r.spread.Ranked() || !r.linked.Visible() || len(r.bar.Objects) > 0 {
		t.Error("not side by side again")
	}
}

// In a narrow window rows stay rows; side by side takes turns.
func TestNarrowWindowKeepsRows(t *testing.T) {
	b := newBench(t, Options{})
	b.window.Resize(fyne.NewSize(860, 700))
	b.room.show(b.indexOf("Matched rows"))
	if b.room.turns.Visible() || !b.room.panes[data.Left].Visible() || !b.room.panes[data.Right].Visible() {
		t.Error("the rows are torn apart")
	}
	b.room.show(sideBySideView)
	if !b.room.turns.Visible() {
		t.Error("side by side does not take turns")
	}
}

// A new library or another event opens in the view that was on.
func TestViewStaysWhenReportsChange(t *testing.T) {
	b := newBench(t, Options{})
	b.room.show(b.indexOf("Matched rows"))
	b.session.Swap()
	b.settle()
	if !b.room.spread.Ranked() {
		t.Error("swapping the reports left the rows")
	}
	if got := b.session.Rows(data.Left); len(got) == 0 {
		t.Errorf("no rows after %v", session.ComparisonChanged)
	}
}

// Ctrl+F finds in both reports at once, marks what it found, walks through it
// round the ends, and leaves nothing behind.
func TestFindInBothReports(t *testing.T) {
	b := newBench(t, Options{})
	r, f := b.room, b.room.finder
	r.find()
	e, ok := b.window.Canvas().Focused().(*entry)
	if !ok || e != f.query {
		t.Fatal("the keys are not in the finder")
	}
	test.Type(e, "FERNHILL")
	a, bb := len(f.hits[data.Left]), len(f.hits[data.Right])
	if a == 0 || bb == 0 || f.at != 0 {
		t.Fatalf("found %d and %d, stands on %d", a, bb, f.at)
	}
	for side, n := range []int{a, bb} {
		if got := len(f.marks(data.Side(side))); got < n {
			t.Errorf("%d of %d hits are marked", got, n)
		}
	}
	for range a {
		b.key(fyne.KeyF3)
	}
	if side, _, _ := f.where(); side != data.Right {
		t.Error("behind the last of A does not come the first of B")
	}
	for range bb {
		b.key(fyne.KeyReturn)
	}
	if f.at != 0 {
		t.Errorf("behind the last comes %d", f.at)
	}
	test.Tap(f.cased)
	if f.all() != 0 || f.counts.Text != "Not found" {
		t.Errorf("with capitals counting: %d, %q", f.all(), f.counts.Text)
	}
	b.window.Canvas().Focus(e)
	b.key(fyne.KeyEscape)
	if f.content.Visible() || f.all() != 0 || b.window.Canvas().Focused() != fyne.Focusable(r.panes[r.front]) {
		t.Error("Escape does not close it")
	}
}

// Switches and marks are turned by the keys alone, and the keys of the room hold
// while one has them.
func TestSwitchesAndMarksByKeys(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	canvas := b.window.Canvas()
	r.show(1)
	rows := r.views[1].(*matchedRows)
	canvas.Focus(rows.order)
	b.key(fyne.KeyRight)
	if rows.by != data.Right {
		t.Error("the order is A's still")
	}
	canvas.Focus(rows.only)
	b.key(fyne.KeySpace)
	if !rows.differences || !rows.only.on || !rows.only.focused {
		t.Error("the switch is not turned, or shows no ring")
	}
	b.key(fyne.KeyF7)
	if _, at := b.session.Stop(); at < 0 {
		t.Error("F7 does not hold on a switch")
	}
	canvas.Focus(rows.order)
	b.key(fyne.KeyF9)
	if !r.spread.Plain() {
		t.Error("F9 does not hold on the order")
	}
	b.key(fyne.KeyF9)
	shown := r.foot.signs()[0]
	find := func() *fyne.MenuItem { return b.marksMenu().ChildMenu.Items[0] }
	if !find().Checked {
		t.Fatal("the first mark is not shown")
	}
	find().Action()
	if !shown.hidden || !r.hidden[data.Left][reader.Wording] || find().Checked {
		t.Error("the mark is not hidden")
	}
	find().Action()
	if shown.hidden || r.hidden[data.Left][reader.Wording] {
		t.Error("the mark does not come back")
	}
}

// Where the columns are too narrow for the words, the two sides of a row stand one
// above the other under their outlets' names, in every view in rows; what is asked
// about a passage stands under it; with usual letters they stand side by side.
func TestRowsStandAboveEachOtherWhereColumnsAreNarrow(t *testing.T) {
	a, b2 := twoReports()
	a, b2 = strings.ReplaceAll(a, "boats", "representatives"), strings.ReplaceAll(b2, "boats", "representatives")
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", a), writePage(t, "b.txt", b2)}})
	b.window.Resize(fyne.NewSize(860, 640))
	r := b.room
	usual := r.textType()
	large := usual
	large.Size, large.Letters, large.Words = 40, 0.2, 0.6
	names := func() (badges, labels []fyne.Position) {
		for _, o := range r.over.Objects {
			walk(o, func(o fyne.CanvasObject) {
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
				switch o := o.(type) {
				case *badge:
					badges = append(badges, at)
				case *widget.Label:
					if o.Text == r.headers[data.Left].outlet.Text {
						labels = append(labels, at)
					}
				}
			})
		}
		return badges, labels
	}
	for _, view := range []int{1, 2} {
		r.setType(usual)
		r.show(view)
		b.settle()
		if badges, _ := names(); r.spread.Stacked() || len(badges) > 0 {
			t.Fatalf("view %d: stacked with usual letters", view)
		}
		r.setType(large)
		b.settle()
		if !r.spread.Stacked() || r.halves.Size().Width > 860-minSide+1 {
			t.Fatalf("view %d: not stacked at 250 %%", view)
		}
		badges, labels := names()
		if len(badges) < 2 || len(badges) != len(labels) || badges[0].X != badges[1].X || badges[1].Y < badges[0].Y+reader.CellHead {
			t.Errorf("view %d: badges at %v, names at %v", view, badges, labels)
		}
		from, _ := r.spread.RanksInView()
		r.panes[data.Left].Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -30)})
		if again, _ := names(); again[0].Y >= badges[0].Y {
			t.Errorf("view %d: the names do not go with the text, from %v to %v", view, badges[0], again[0])
		}
		if view == 2 {
			top, foot := r.spread.CellAt(data.Left, from)
			parts := r.ledger.made[r.ledger.entries[from].Here].parts
			below, _ := r.spread.CellAt(data.Right, from)
			if at := parts[0].Position().Y; at < top || at < foot-8 || at+parts[0].Size().Height > below+8 {
				t.Errorf("the question stands at %v, its passage from %v to %v, the candidate from %v", at, top, foot, below)
			}
		}
		h := [2]fyne.Position{}
		for side, head := range r.headers {
			h[side] = fyne.CurrentApp().Driver().AbsolutePositionForObject(head.content)
		}
		if w := r.headers[0].content.Size().Width; h[1].X < h[0].X+w-1 {
			t.Errorf("view %d: the headers stand on each other at %v and %v, %v wide", view, h[0], h[1], w)
		}
	}
	r.show(sideBySideView)
	if r.spread.Stacked() || len(r.over.Objects) > 0 || !r.takesTurns() {
		t.Error("side by side is not as it was")
	}
}

// The notes give the texts as much room as the words need, and keep enough to be
// read themselves.
func TestNotesGiveWayToLongWords(t *testing.T) {
	l := &deskLayout{shelfWidth: 176, notesWidth: 240, showShelf: true, showNotes: true, least: func() float32 { return 2000 }}
	for alone, want := range map[float32]float32{500: 240, 640: 220, 690: 170, 800: minSide} {
		l.leastAlone = func() float32 { return alone }
		l.showNotes = true
		if shelf, notes, _ := l.columns(860); notes != want || shelf != 0 {
			t.Errorf("words that need %v: the notes have %v, not %v; the shelf %v", alone, notes, want, shelf)
		}
		l.showNotes = false // the shelf is what the reader wants
		if shelf, _, _ := l.columns(860); shelf < minSide || shelf > l.shelfWidth || shelf > minSide && 860-shelf < alone {
			t.Errorf("words that need %v: the shelf has %v", alone, shelf)
		}
	}
}
