package e2e

import (
	"context"
	"image"
	"strconv"
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

// Each view looks as it did when it was last looked at; see kept_test.go.
func TestViewsLookAsKept(t *testing.T) {
	small, large, fine := image.Pt(1366, 768), image.Pt(1920, 1080), image.Pt(2732, 1536)
	views := []struct{ key, name string }{{"ctrl+1", "side-by-side"}, {"ctrl+2", "matched-rows"}, {"ctrl+3", "only-in-one"}, {"ctrl+4", "words"}}
	for _, look := range []struct {
		name, scale, theme string
		size               image.Point
		views              int // how many of them
	}{{"light", "1", "light", small, 4}, {"dark", "1", "dark", large, 4}, {"scale-2", "2", "light", fine, 1}} {
		t.Run(look.name, func(t *testing.T) {
			d := newDesk(t)
			d.env = []string{"FYNE_SCALE=" + look.scale, "FYNE_THEME=" + look.theme}
			p := d.start(sampleTitle)
			p.resize(look.size)
			for _, v := range views[:look.views] {
				p.key(v.key)
				p.looksAsKept(look.name + "-" + v.name)
			}
			p.close()
		})
	}
}

// resize gives the window a size at the corner of the screen, and moves the
// pointer away from it.
func (p *program) resize(size image.Point) {
	p.t.Helper()
	p.size = size
	p.tool("windowmove", p.window, "0", "0")
	p.tool("mousemove", "9999", "9999")
	p.await(func() bool { return p.sized(p.shot()) }, func() string { return "a window of " + size.String() })
}

// sized reports whether the window had its size when it was shown so. If not it
// is told once more: on a busy machine the program may ask for its own size late.
func (p *program) sized(shown picture) bool {
	p.t.Helper()
	if shown.size == p.size {
		return true
	}
	p.tool("windowsize", p.window, strconv.Itoa(p.size.X), strconv.Itoa(p.size.Y))
	return false
}
