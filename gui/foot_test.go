package gui

import (
	"testing"

	"parallax/data"
	"parallax/gui/session"
)

// One difference is a difference, and where nothing is compared nothing is said of
// differences: there may be some.
func TestTheFootCountsDifferences(t *testing.T) {
	b := newBench(t, Options{})
	for of, want := range map[int]string{-1: "", 0: "No differences", 1: "1 difference", 2: "2 differences"} {
		b.room.foot.SetPlace(-1, of, "")
		if got := b.room.foot.place.Text; got != want || b.room.foot.next.Disabled() != (of < 1) {
			t.Errorf("%d: %q", of, got)
		}
	}
	b.session.BringIn(session.Page{Text: "Bridge opens\n\nThe bridge over the Sill opened on Monday."}, func(src data.Source, _ data.ID) {
		l := session.NewLookOver(src)
		b.session.Keep(data.Event{Title: "Bridge"}, []session.Kept{{Report: l.Report(), Source: l.Source()}}, data.Left)
	}, nil)
	b.settle()
	if b.session.Compared() || b.room.foot.place.Text != "" {
		t.Errorf("compared %v: the foot says %q of one report", b.session.Compared(), b.room.foot.place.Text)
	}
}

// The legend stands under two reports, whichever view shows their texts, and not
// under one alone or none: nothing is marked in them.
func TestTheLegendStandsUnderTwoReports(t *testing.T) {
	b := newBench(t, Options{})
	texts := func(what string, want bool) {
		t.Helper()
		for _, view := range []int{2, 1, sideBySideView} {
			b.room.show(view)
			if got := b.room.foot.legend.Visible(); got != want {
				t.Errorf("%s, view %d: legend %v", what, view, got)
			}
		}
	}
	texts("two reports", true)
	two, right := b.session.Event(), b.session.Side(data.Right).ID
	b.session.Open(data.Event{})
	b.settle()
	if b.room.foot.legend.Visible() {
		t.Error("a legend stands under no report")
	}
	texts("none", false)
	b.session.Open(two)
	b.settle()
	if !b.room.foot.legend.Visible() {
		t.Error("no legend under the reports of an event that was opened")
	}
	b.session.RemoveReport(right)
	b.settle()
	if b.room.foot.legend.Visible() {
		t.Error("a legend stands under one report")
	}
	texts("one", false)
}
