package lookover

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// drag takes hold at one place of the page, pulls to another and lets go.
func drag(s *Screen, from, to fyne.Position) {
	e := fyne.PointEvent{Position: from}
	s.page.MouseDown(&desktop.MouseEvent{PointEvent: e, Button: desktop.MouseButtonPrimary})
	s.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	s.page.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
	s.page.DragEnd()
}

func TestDragTheEndsOfTheReport(t *testing.T) {
	s, _ := show(t, madePage(ferryLines()...), Options{})
	test.WidgetRenderer(s.page).Refresh()
	line := func(g grip, row int) fyne.Position { return fyne.NewPos(300, s.page.edge(g, row)) }
	if s.page.gripAt(line(startGrip, 1)) != startGrip || s.page.gripAt(line(endGrip, 5)) != endGrip || s.page.gripAt(at(s, 3, 300)) != noGrip {
		t.Fatal("the lines are not where the report starts and ends")
	}
	for _, c := range []struct {
		from, to    fyne.Position
		first, last int
	}{
		{line(endGrip, 5), line(endGrip, 3).AddXY(0, 6), 1, 3},             // up to a gap
		{line(startGrip, 1), line(startGrip, 3).AddXY(0, -6), 3, 3},        // down
		{line(endGrip, 3), line(endGrip, 4), 3, 4},                         // further down again: the line between is kept
		{line(startGrip, 3), fyne.NewPos(300, -40), 0, 4},                  // above the page: its first line
		{line(startGrip, 0), line(endGrip, 5), 4, 4},                       // never past the end
		{line(endGrip, 4), line(startGrip, 0), 4, 4},                       // nor past the start
		{line(endGrip, 4).AddXY(0, 1), line(endGrip, 4).AddXY(0, 3), 4, 4}, // a click moves nothing
	} {
		drag(s, c.from, c.to)
		if first, last := s.model.TextRange(); first != c.first || last != c.last {
			t.Fatalf("dragged from %v to %v: the report runs from %d to %d, not %d to %d", c.from.Y, c.to.Y, first, last, c.first, c.last)
		}
	}
	for range 4 {
		s.command(undo, fyne.Position{})
	}
	if _, ok := s.model.UndoStep(); ok {
		// five drags changed something; the two that did not are no steps
		s.command(undo, fyne.Position{})
	}
	if s.model.Dirty() {
		t.Error("not every drag is one step back")
	}
	if s.page.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer is still that of a drag")
	}
	s.page.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: line(endGrip, 5)}})
	if s.page.Cursor() != desktop.VResizeCursor {
		t.Error("nothing says that the end can be dragged")
	}
}

func TestToolsDoWhatTheKeysDo(t *testing.T) {
	s, w := show(t, madePage(ferryLines()...), Options{})
	tap := func(key string) {
		t.Helper()
		for _, tool := range s.tools.tools {
			if tool.key == key {
				w.Canvas().Unfocus() // as the window does when what has no keys is clicked
				tool.Tapped(nil)
				return
			}
		}
		t.Fatalf("no tool with the key %s", key)
	}
	press(w, fyne.KeyDown, fyne.KeyDown)
	tap("Space")
	if s.model.Block(3).Role.Kept() {
		t.Error("the line is still kept")
	}
	if w.Canvas().Focused() != s.page {
		t.Error("the page has lost the keys")
	}
	tap("Ctrl+Z")
	tap("Ctrl+Z") // there is nothing more to undo
	if s.model.Dirty() {
		t.Error("the step is not taken back")
	}
	tap("Ctrl+Y")
	tap("E")
	if _, last := s.model.TextRange(); last != 1 {
		t.Errorf("the report ends with %d", last)
	}
	tap("M")
	if w.Canvas().Overlays().Top() == nil {
		t.Error("no menu of roles")
	}
}
