package gui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/assets"
	"parallax/gui/keyed"
	"parallax/gui/session"
)

// In every language the window fits the smallest screen the program is made
// for, and every button's name fits its button.
func TestWordsFitInEveryLanguage(t *testing.T) {
	before := os.Getenv("LC_ALL")
	t.Cleanup(func() { os.Setenv("LC_ALL", before); speak("en") })
	for _, l := range screenLanguages {
		t.Run(l.name, func(t *testing.T) {
			t.Setenv("LC_ALL", l.code)
			b := newBench(t, Options{})
			speak(l.code)
			b.openLibrary(b.path+".2", b.afterOpen)
			b.settle()
			b.openSample()
			b.settle()
			b.key(fyne.KeyF7)
			b.room.addNote()
			b.settle()
			if name := b.room.views[0].Name(); (name == "Side by side") != (l.code == "en") {
				t.Fatalf("the window speaks another language: %q", name)
			}
			const wide, high = 1366, 700 // the window's frame and the menu take the rest
			for i := range b.room.views {
				b.room.show(i)
				b.settle()
				b.window.Resize(fyne.NewSize(wide, high))
				if size := b.window.Canvas().Content().MinSize(); size.Width > wide || size.Height > high {
					t.Errorf("%s needs %v", b.room.views[i].Name(), size)
				}
				checkFit(t, b.window.Canvas().Content())
			}
			b.showNotes()
			b.settle()
			b.window.Resize(fyne.NewSize(wide, high))
			checkFit(t, b.window.Canvas().Content())
			b.showRoom()
			b.settle()

			b.room.show(sideBySideView)
			b.key(fyne.KeyEscape) // the note under way
			onlyInOne := slices.IndexFunc(b.session.Stops(), func(s session.Stop) bool { return s.Kind == session.OnlyStop })
			for _, open := range []func(){
				func() { b.session.SelectPair(0) }, // the card of a tie
				b.room.confirm,
				func() { b.session.GoTo(onlyInOne) }, // what comes nearest
				b.room.confirm,
				func() { b.room.point(assets.Families()[0].ID) },
				func() { b.room.stepPointer(1) }, // the card of a pointer
				b.room.find,
				b.project,
			} {
				open()
				b.settle()
				b.window.Resize(fyne.NewSize(wide, high))
				checkFit(t, b.window.Canvas().Content())
			}
			overlays := b.window.Canvas().Overlays()
			for _, open := range []func(){b.showHelp, b.showAbout, b.showLanguages, b.showReading, b.showOutlets, b.showTags, b.showDeleted} {
				open()
				b.settle()
				if overlays.Top() == nil {
					t.Fatal("a dialog does not open")
				}
				for top := overlays.Top(); top != nil; top = overlays.Top() {
					checkFit(t, top)
					overlays.Remove(top)
				}
			}
		})
	}
}

// checkFit looks for buttons, switches and tags whose names are cut, or that stand
// out of what they lie on.
func checkFit(t *testing.T, o fyne.CanvasObject) {
	t.Helper()
	fitsIn(t, o, 0, o.Position().X+o.Size().Width)
}

// fitsIn checks o, whose parent stands at x, and what lies on it. What it lies on
// ends at right.
func fitsIn(t *testing.T, o fyne.CanvasObject, x, right float32) {
	t.Helper()
	if !o.Visible() || o.Size().Width <= 0 {
		return
	}
	x += o.Position().X
	end := x + o.Size().Width
	name := ""
	switch o := o.(type) {
	case *keyed.Button:
		name = o.Text
	case *chip:
		name = o.text
	case *toggle:
		name = o.text
	case *segments:
		name = strings.Join(o.names, " | ")
	}
	if need := o.MinSize().Width; name != "" && need > o.Size().Width+1 {
		t.Errorf("“%s” is %.0f wide and needs %.0f", name, o.Size().Width, need)
	}
	if name != "" && end > right+1 {
		t.Errorf("“%s” stands out by %.0f", name, end-right)
	}
	right = min(right, end)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			fitsIn(t, c, x, right)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			fitsIn(t, c, x, right)
		}
	}
}
