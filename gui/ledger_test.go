package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

// openLedger goes to the view of what one report alone tells.
func openLedger(t *testing.T) (*bench, *ledger) {
	t.Helper()
	b := newBench(t, Options{})
	b.room.show(b.indexOf("Only in one"))
	b.settle()
	return b, b.room.views[b.room.view].(*ledger)
}

// Each passage in view stands over a question, beside the candidate it is about;
// ruling on it moves the counts, and undo moves them back.
func TestLedgerRulesOnPassages(t *testing.T) {
	b, v := openLedger(t)
	all := len(b.session.Comparison().OnlyLeft)
	if len(v.entries) != all || !b.room.spread.Ranked() || len(v.made) == 0 {
		t.Fatalf("%d entries for %d passages, %d in view", len(v.entries), all, len(v.made))
	}
	for _, f := range v.made {
		if !f.entry.Known {
			t.Errorf("the candidate of %v was not looked up", f.entry.Here)
		}
	}
	if !strings.Contains(v.counts.Text, "0 settled") {
		t.Errorf("counts %q", v.counts.Text)
	}
	test.Tap(buttonNamed(t, v.made[v.entries[0].Here].parts[0], "Only in A"))
	b.settle()
	if !strings.Contains(v.counts.Text, "1 settled") || !shows(v.made[v.entries[0].Here].parts[0], "You said") {
		t.Errorf("after settling: %q", v.counts.Text)
	}
	test.Tap(v.onlyOpen)
	if len(v.entries) != all-1 {
		t.Errorf("%d open entries of %d", len(v.entries), all)
	}
	for range all - 1 {
		b.session.OnlyHere(v.entries[0].Candidate)
		b.settle()
	}
	if len(v.entries) != 0 || !v.empty.Visible() || !b.room.spread.Ranked() || b.room.panes[data.Left].Viewport() != (data.Span{}) {
		t.Errorf("with all settled: %d entries, says %q", len(v.entries), v.empty.Text)
	}
	for range all - 1 {
		b.session.Undo()
		b.settle()
	}
	test.Tap(v.onlyOpen)
	b.session.Undo()
	b.settle()
	if !strings.Contains(v.counts.Text, "0 settled") {
		t.Errorf("after undo: %q", v.counts.Text)
	}
	for _, e := range v.entries {
		if !e.Across.Empty() {
			test.Tap(buttonNamed(t, v.made[e.Here].parts[1], "Said here"))
			break
		}
	}
	b.settle()
	if len(v.entries) >= all || len(b.session.Rulings()) != 1 {
		t.Errorf("%d entries after one of %d was tied", len(v.entries), all)
	}
}

// Where there is nothing to compare with, nothing is counted.
func TestLedgerOfOneReportCountsNothing(t *testing.T) {
	b, v := openLedger(t)
	b.session.RemoveReport(b.session.Side(data.Right).ID)
	b.settle()
	if v.counts.Text != "" {
		t.Errorf("with one report: %q", v.counts.Text)
	}
	b.session.Undo()
	b.settle()
	if v.counts.Text == "" {
		t.Error("with two nothing is counted")
	}
}

// The other side's ledger shows its passages on the right, and leaving the view
// leaves nothing of it on the texts.
func TestLedgerOfB(t *testing.T) {
	b, v := openLedger(t)
	v.sides.choose(1)
	b.settle()
	if v.side != data.Right || len(v.entries) != len(b.session.Comparison().OnlyRight) {
		t.Fatalf("%d entries", len(v.entries))
	}
	for _, e := range v.entries {
		if e.Side != data.Right {
			t.Errorf("an entry of %s", e.Side.Letter())
		}
	}
	b.window.Resize(fyne.NewSize(860, 600))
	b.settle()
	b.room.show(sideBySideView)
	if len(b.room.over.Objects) > 0 || b.room.spread.OnMoved != nil || b.room.spread.Ranked() {
		t.Error("the ledger is still there")
	}
}

// What stands under a candidate is said in full in narrow columns too: the drawing
// of it gives way.
func TestLedgerSaysHowNearInFull(t *testing.T) {
	b, v := openLedger(t)
	shown, lined := map[bool]int{}, map[bool]int{}
	for _, width := range []float32{860, 940, 1024, 1340, 1700} {
		b.window.Resize(fyne.NewSize(width, 600))
		b.settle()
		for _, f := range v.made {
			if f.near == nil {
				continue
			}
			shown[f.near.Visible()]++
			walk(f.parts[1], func(o fyne.CanvasObject) {
				l, ok := o.(*widget.Label)
				if !ok || l.Text == "" {
					return
				}
				lines := strings.Split(l.Text, "\n")
				for _, line := range lines {
					if wide := textWidth(small(line)); l.Size().Width < wide-1 {
						t.Errorf("%v wide: %q has %v of %v", width, l.Text, l.Size().Width, wide)
					}
				}
				if high := f.parts[1].MinSize().Height; high > footRoom+1 {
					t.Errorf("%v wide: %q is %v high", width, l.Text, high)
				}
				lined[len(lines) > 1]++
			})
		}
	}
	if shown[true] == 0 || shown[false] == 0 || lined[true] == 0 || lined[false] == 0 {
		t.Errorf("drawn or not: %v; in two lines or one: %v", shown, lined)
	}
}
