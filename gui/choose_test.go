package gui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/data/intake"
)

// chooserRests waits until the chooser has shown its folder.
func (b *bench) chooserRests() {
	b.t.Helper()
	late := time.NewTimer(30 * time.Second)
	defer late.Stop()
	for b.chooser.Busy() {
		select {
		case f := <-b.posts:
			f()
		case <-late.C:
			b.t.Fatal("the folder is not read")
		}
	}
}

// chooseFrom opens the chooser by the window's menu, in a folder.
func (b *bench) chooseFrom(dir, entry string) {
	b.t.Helper()
	b.rememberFolder(dir)
	b.menuItem(entry)
	if b.chooser == nil {
		b.t.Fatalf("%q shows no chooser", entry)
	}
	b.chooserRests()
}

func TestTwoFilesAreChosenAndLookedOver(t *testing.T) {
	b := newBench(t, Options{})
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": page, "b.txt": millPage, "c.doc": "old"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b.chooseFrom(dir, "Bring in a report…")
	if m := b.window.MainMenu().Items; len(m) != 1 || m[0].Label != "Folder" {
		t.Error("the commands of the reading room are still in the menu")
	}
	b.refreshMenu() // as a job in the background may
	b.menuItem("Pick every file")
	b.chooseReports(data.Left) // there is only one chooser
	if n := len(b.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d choosers", n)
	}
	b.menuItem("Done")
	if b.chooser != nil || !shows(b.screen, "1 of 2") {
		t.Fatal("the two files are not looked over")
	}
	if got := b.app.Preferences().String(prefFolder); got != dir {
		t.Errorf("it remembers %q", got)
	}
}

func TestAWholeFolderIsChosen(t *testing.T) {
	b := newBench(t, Options{})
	dir := filepath.Dir(writePage(t, "a.txt", page))
	if err := os.WriteFile(filepath.Join(dir, "b.txt"), []byte(millPage), 0o644); err != nil {
		t.Fatal(err)
	}
	b.chooseFrom(dir, "Bring in a folder…")
	b.menuItem("Done")
	if !shows(b.screen, "1 of 2") {
		t.Fatal("what is in the folder is not looked over")
	}
}

// Keys that find nothing to go to are the chooser's, and dropping files closes it.
func TestLeavingTheChooser(t *testing.T) {
	b := newBench(t, Options{})
	b.chooseFrom(t.TempDir(), "Bring in a report…")
	b.window.Canvas().Unfocus()
	b.key(fyne.KeyF7)
	b.key(fyne.KeyEscape)
	if b.chooser != nil || b.window.Canvas().Overlays().Top() != nil || len(b.window.MainMenu().Items) < 5 {
		t.Fatal("Escape did not bring the reading room back")
	}
	b.chooseFrom(t.TempDir(), "Bring in a report…")
	b.dropped(fyne.NewPos(900, 300), []fyne.URI{storage.NewFileURI(writePage(t, "a.txt", page))})
	b.settle()
	if b.chooser != nil || b.screen == nil || b.window.Canvas().Overlays().Top() != nil {
		t.Error("the dropped file is not looked over")
	}
}

// A file of notes, a library, and the folder of a new one are chosen the same way.
func TestOtherThingsAreChosen(t *testing.T) {
	b := newBench(t, Options{})
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "My Notes.CSV", "other.parallax"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for entry, file := range map[string]string{"Bring in notes…": "My Notes.CSV", "Open library…": "other.parallax"} {
		b.chooseFrom(dir, entry)
		if top := b.window.Canvas().Overlays().Top(); !shows(top, file) || shows(top, "a.txt") {
			t.Errorf("%s does not show %s alone", entry, file)
		}
		b.chooser.Hide()
	}
	b.chooseFrom(dir, "New library…")
	b.menuItem("Done")
	top := b.window.Canvas().Overlays().Top()
	test.Tap(buttonNamed(t, top, "Make"))
	b.settle()
	if path := filepath.Join(dir, "My reports.parallax"); b.app.Preferences().String(prefLibrary) != path {
		t.Errorf("the library is %q", b.app.Preferences().String(prefLibrary))
	}
}

// Every format that is read has a name in words.
func TestEveryFormatHasAName(t *testing.T) {
	var names []string
	for _, f := range []string{"a.txt", "a.HTML", "a.docx", "a.pdf", "a.eml", "a.epub", "a.zip"} {
		names = append(names, reportKind(f))
		if intake.FormatOf(f) == intake.Unknown {
			t.Errorf("%s is of no format", f)
		}
	}
	if slices.Contains(names, "") || len(slices.Compact(slices.Sorted(slices.Values(names)))) != len(names) {
		t.Errorf("%q", names)
	}
	if reportKind("a.mp3") != "" {
		t.Error("a song may hold a report")
	}
}
