package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/assets"
	"parallax/gui/keyed"
)

// The card of keys holds every key, and reads as text where a key is a sign of
// the page's own language.
func TestCardOfKeys(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys.html")
	if err := writeKeys(path); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range keys {
		if !strings.Contains(string(b), k[1]) {
			t.Errorf("%q is not on the card", k[1])
		}
	}
	if got := strings.Count(string(b), "<tr>"); got != len(keys) {
		t.Errorf("%d rows for %d keys", got, len(keys))
	}
}

func TestHelpAndLicencesAreInTheWindow(t *testing.T) {
	b := newBench(t, Options{})
	b.showHelp()
	help := b.window.Canvas().Overlays().Top()
	if help == nil || !shows(help, "Bring in two reports") {
		t.Error("no help")
	}
	help.Hide()
	b.showAbout()
	about := b.window.Canvas().Overlays().Top()
	for _, f := range append(assets.Fonts(), assets.Noto) {
		if !shows(about, f.Name) {
			t.Errorf("%s is not named", f.Name)
		}
	}
	licences := 0
	walk(about, func(o fyne.CanvasObject) {
		if button, ok := o.(*keyed.Button); ok && button.Text == "Licence" {
			test.Tap(button)
			if licences++; !shows(b.window.Canvas().Overlays().Top(), "SIL O") {
				t.Errorf("licence %d is not shown", licences)
			}
			b.window.Canvas().Overlays().Top().Hide()
		}
	})
	if licences != len(assets.Fonts())+1 {
		t.Errorf("%d licences to read", licences)
	}
}
