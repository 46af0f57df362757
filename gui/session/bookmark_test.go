package session

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"parallax/data"
)

// An event is left and opened again as it was left, in this sitting and the next.
func TestBookmark(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.parallax")
	g := openStage(t, path)
	g.bringIn(data.Event{Title: "The bridge"}, textA, data.Left)
	bridge := g.Event()
	for _, text := range []string{textB, textB + "\nMore on Friday."} {
		g.bringIn(bridge, text, data.Right)
	}
	g.Swap()
	g.settle()
	want := Bookmark{View: "words", Table: "number", Front: data.Right, Tops: [2]int{12, 34},
		Reports: [2]data.ID{g.Side(data.Left).ID, g.Side(data.Right).ID}}
	g.OnLeave = func() Bookmark {
		b := want
		b.Reports = [2]data.ID{} // the session knows
		return b
	}
	if g.Bookmark() != (Bookmark{}) {
		t.Errorf("a new event was left at %+v", g.Bookmark())
	}
	g.bringIn(data.Event{Title: "The ferry"}, textB, data.Left)
	ferry := g.Event()
	g.changes = 0
	g.Open(bridge)
	g.settle()
	if g.Bookmark() != want || g.changes&BookmarkChanged == 0 {
		t.Errorf("left at %+v, opened at %+v", want, g.Bookmark())
	}
	for side, id := range want.Reports {
		if g.Side(data.Side(side)).ID != id {
			t.Errorf("another report lies on side %d", side)
		}
	}
	want.Tops[0] = 56
	g.close()
	g = openStage(t, path)
	g.LoadShelves(nil)
	g.settle()
	if g.LastEvent() != bridge.ID {
		t.Errorf("%s was open last, not %s nor %s", g.LastEvent(), bridge.ID, ferry.ID)
	}
	g.Open(bridge)
	g.settle()
	if g.Bookmark() != want {
		t.Errorf("left at %+v, opened in the next sitting at %+v", want, g.Bookmark())
	}
}

// Which event is open is kept at once: a program whose power goes does not come
// back to another.
func TestTheOpenEventIsKeptAtOnce(t *testing.T) {
	g := open(t)
	g.OnLeave = func() Bookmark { return Bookmark{} }
	kept := func() data.ID {
		g.settle()
		id, err := g.library.Setting(t.Context(), lastSetting)
		if err != nil {
			t.Fatal(err)
		}
		return data.ID(id)
	}
	bridge := g.Event()
	g.bringIn(data.Event{Title: "The ferry"}, textB, data.Left)
	if ferry := g.Event(); ferry.ID == bridge.ID || kept() != ferry.ID {
		t.Error("an event just made is not kept")
	}
	g.Open(bridge)
	if kept() != bridge.ID {
		t.Error("an event opened again is not kept")
	}
}

// Where the reader stays for a moment is kept while the program runs; while she is
// on her way nothing is written, nor where she stayed before.
func TestWhereTheReaderStaysIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.parallax")
	g := openStage(t, path)
	stand := Bookmark{View: "words"}
	g.OnLeave = func() Bookmark { return stand }
	g.bringIn(data.Event{Title: "The bridge"}, textA, data.Left)
	kept := func() (b Bookmark) {
		t.Helper()
		g.settle()
		text, err := g.library.Setting(t.Context(), bookmarkSetting+string(g.Event().ID))
		if err != nil {
			t.Fatal(err)
		}
		if text != "" {
			if err := json.Unmarshal([]byte(text), &b); err != nil {
				t.Fatal(err)
			}
		}
		return b
	}
	looked := 0
	tick := func() {
		t.Helper()
		if len(g.timers) != 1 {
			t.Fatalf("%d timers", len(g.timers))
		}
		looked++
		g.elapse()
	}
	tick()
	if kept() != (Bookmark{}) {
		t.Errorf("kept at once: %+v", kept())
	}
	tick()
	if b := kept(); b.View != "words" || b.Reports[0] != g.Side(data.Left).ID {
		t.Errorf("the reader stays at %+v, kept is %+v", stand, b)
	}
	for top := range 5 { // she scrolls
		stand.Tops[0] = 10 * (top + 1)
		tick()
		if kept().Tops[0] != 0 {
			t.Errorf("kept on the way: %+v", kept())
		}
	}
	tick()
	if kept().Tops != stand.Tops {
		t.Errorf("the reader stays at %+v, kept is %+v", stand, kept())
	}
	if looks := slices.DeleteFunc(slices.Clone(g.waits), func(d time.Duration) bool { return d != lookEvery }); len(looks) != looked+1 {
		t.Errorf("looked %d times, not %d", len(looks)-1, looked)
	}

	// What cannot be kept so is told of when the event is left, once.
	g.Session.library = noSettings{g.library}
	stand.View = "side by side"
	tick()
	tick()
	if len(g.problems) > 0 || len(g.timers) > 0 {
		t.Errorf("told of %v, %d timers", g.problems, len(g.timers))
	}
	g.leave()
	g.settle()
	if len(g.problems) != 1 {
		t.Errorf("told of %v", g.problems)
	}
}

// noSettings is a library that keeps no settings.
type noSettings struct{ Library }

func (noSettings) SetSetting(context.Context, string, string) error { return errors.New("full") }

// An event that is left before it came on screen keeps its bookmark.
func TestBookmarkOfAnEventNotSeen(t *testing.T) {
	g := newStage(t)
	g.bringIn(data.Event{Title: "The bridge"}, textA, data.Left)
	bridge := g.Event()
	g.OnLeave = func() Bookmark { return Bookmark{View: "words"} }
	g.bringIn(data.Event{Title: "The ferry"}, textB, data.Left)
	ferry := g.Event()
	g.OnLeave = func() Bookmark { return Bookmark{View: "side by side"} }
	g.Open(bridge)
	g.Open(ferry)
	g.settle()
	g.Open(bridge)
	g.settle()
	if g.Bookmark().View != "words" {
		t.Errorf("left at %+v", g.Bookmark())
	}
}

// What a newer program kept, and a report that is gone, do no harm.
func TestBookmarkNotUnderstood(t *testing.T) {
	g := newStage(t)
	g.bringIn(data.Event{Title: "The bridge"}, textA, data.Left)
	bridge := g.Event()
	for _, value := range []string{"{", `{"view":7}`, `{"view":"words","reports":["gone","gone"]}`} {
		g.keep(bookmarkSetting+string(bridge.ID), value, g.problem)
		g.closeEvent()
		g.Open(bridge)
		g.settle()
		if len(g.problems) > 0 || g.Side(data.Left) == nil {
			t.Errorf("%s: %v", value, g.problems)
		}
	}
}
