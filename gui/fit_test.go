package gui

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
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
		})
	}
}

// checkFit looks for buttons and tags whose names are cut or stand out.
func checkFit(t *testing.T, o fyne.CanvasObject) {
	t.Helper()
	walk(o, func(o fyne.CanvasObject) {
		if !o.Visible() || o.Size().Width <= 0 {
			return
		}
		switch o := o.(type) {
		case *widget.Button:
			if need := o.MinSize().Width; need > o.Size().Width+1 {
				t.Errorf("the button “%s” is %.0f wide and needs %.0f", o.Text, o.Size().Width, need)
			}
		case *chip:
			if need := o.MinSize().Width; need > o.Size().Width+1 {
				t.Errorf("the tag “%s” is %.0f wide and needs %.0f", o.text, o.Size().Width, need)
			}
		case *toggle:
			if need := o.MinSize().Width; need > o.Size().Width+1 {
				t.Errorf("the switch “%s” is %.0f wide and needs %.0f", o.text, o.Size().Width, need)
			}
		case *segments:
			if need := o.MinSize().Width; need > o.Size().Width+1 {
				t.Errorf("the switch %q is %.0f wide and needs %.0f", o.names, o.Size().Width, need)
			}
		}
	})
}
