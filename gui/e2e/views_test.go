package e2e

import (
	"context"
	"testing"

	"parallax/data"
	"parallax/data/store"
)

// Each view opens by its key, and side by side is again what it was.
func TestEveryViewOpens(t *testing.T) {
	p := newDesk(t).start(sampleTitle)
	first := p.settled()
	shown := first
	for _, v := range []struct{ key, name string }{
		{"ctrl+2", "matched rows"}, {"ctrl+3", "only in one"}, {"ctrl+1", "side by side"},
		{"F9", "plain text"}, {"F9", "the marks again"},
	} {
		shown = p.changes(shown, v.name, func() { p.key(v.key) })
	}
	if !alike(shown, first) {
		t.Error("side by side is not what it was")
	}
	p.close()
}

// The projector fills the screen and gives it back.
func TestProjectorAndBack(t *testing.T) {
	p := newDesk(t).start(sampleTitle)
	first := p.settled()
	large := p.changes(first, "the projector", func() { p.key("shift+F11") })
	p.changes(large, "the next passage", func() { p.key("Right", "Right") })
	p.key("Escape")
	p.await(func() bool { return p.shot().size == first.size }, func() string { return "the window in its size" })
	p.close()
}

// What is found is marked, and nothing is once the finder is closed.
func TestFindMarksAndForgets(t *testing.T) {
	p := newDesk(t).start(sampleTitle)
	first := p.settled()
	open := p.changes(first, "the finder", func() { p.key("ctrl+f") })
	found := p.changes(open, "hits", func() { p.write("fernhill") })
	p.changes(found, "the next hit", func() { p.key("Return") })
	p.changes(found, "no finder", func() { p.key("Escape") })
	p.close()
}

// A passage settled in the ledger is a ruling in the library.
func TestSettledPassageIsARuling(t *testing.T) {
	d := newDesk(t)
	p := d.start(sampleTitle)
	ledger := p.changes(p.settled(), "only in one", func() { p.key("ctrl+3") })
	passage := p.changes(ledger, "a passage told only in A", func() { p.key("F7") })
	p.changes(passage, "the ruling on it", func() { p.key("alt+n") })
	p.close()
	d.events(func(l *store.Library, events []data.Shelf) {
		reports, err := l.Reports(context.Background(), events[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		links, err := l.Links(context.Background(), reports[0].ID, reports[1].ID)
		if err != nil || len(links) != 1 || links[0].Verdict != data.NotSame || !links[0].Right.Empty() {
			t.Errorf("the library holds the rulings %+v (%v)", links, err)
		}
	})
}
