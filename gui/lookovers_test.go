package gui

import (
	"archive/zip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"parallax/data"
)

const millPage = `Fire guts the old paper mill at Pellbury
By Selma Krey
A fire destroyed the roof of the old paper mill at Pellbury early on Thursday. The mill had been empty since 2009.
Sixty firefighters fought the flames for seven hours. The cause is not known, a police spokesman said in the morning.
The town had wanted to turn the mill into flats. Architect Oskar Lind called the loss bitter for all of Pellbury.
`

// ferryNews is the first report of a page that goes on with millPage.
const ferryNews = "Council stops the ferry after cracks are found\nBy Ann Lee\n12 May 2026, 18:40\n" +
	"The island council of Sandholm stopped the morning ferry on Tuesday after inspectors found cracks in the hull of the vessel.\n" +
	"\"Safety must come before the timetable,\" the council's transport lead Mara Quill said at a meeting in the evening.\n" +
	"Around 200 commuters were affected on the first day. A replacement boat is expected within ten days, the council said.\n"

// drop drops files with these texts onto the window.
func (b *bench) drop(pages ...string) {
	b.t.Helper()
	var uris []fyne.URI
	for i, text := range pages {
		path := "no such file.txt"
		if text != "" {
			path = writePage(b.t.(*testing.T), string(rune('a'+i))+".txt", text)
		}
		uris = append(uris, storage.NewFileURI(path))
	}
	b.dropped(fyne.NewPos(900, 300), uris)
	b.settle()
}

// menuItem runs the entry of the window's menu with that name.
func (b *bench) menuItem(name string) {
	b.t.Helper()
	for _, m := range b.window.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == name && i.Action != nil {
				i.Action()
				b.settle()
				return
			}
		}
	}
	b.t.Fatalf("no menu entry %q", name)
}

func TestPagesAreLookedOverOneAfterAnother(t *testing.T) {
	b := newBench(t, Options{})
	b.drop(page, strings.ReplaceAll(page, "shut the old pier", "closed the rusty pier"), millPage)
	if !shows(b.screen, "1 of 3") {
		t.Fatal("it does not say that there are three")
	}
	b.menuItem("Keep this report")
	if !shows(b.screen, "2 of 3") || b.session.Event().Title != "The old pier closes" {
		t.Fatalf("the second does not follow; event %q", b.session.Event().Title)
	}
	b.menuItem("The next page")
	if !shows(b.screen, "3 of 3") {
		t.Fatal("the third does not follow")
	}
	b.menuItem("The page before")
	b.menuItem("The page before")
	if !shows(b.screen, "1 of 3 · kept") {
		t.Fatal("the first is not said to be kept")
	}
	// What is kept of it is changed, in place of what was.
	for b.window.Canvas().Focused(); ; {
		b.key(fyne.KeyDown)
		if strings.Contains(b.looks.pages[0].model.Text(b.looks.pages[0].model.Cursor()), "Ivo Lund") {
			break
		}
	}
	b.key(fyne.KeySpace)
	b.menuItem("Keep the changes")
	if !shows(b.screen, "2 of 3") {
		t.Fatal("the second, neither kept nor left out, does not follow")
	}
	b.menuItem("Keep this report")
	b.menuItem("Leave this one out")
	if b.screen != nil || b.looks != nil {
		t.Fatal("the reading room is not shown at the end")
	}
	if !b.session.Compared() || len(b.session.Reports()) != 2 {
		t.Fatalf("%d reports, compared %v", len(b.session.Reports()), b.session.Compared())
	}
	left, right := b.session.Side(data.Left), b.session.Side(data.Right)
	if strings.Contains(left.Text, "Ivo Lund") || !strings.Contains(right.Text, "Ivo Lund") {
		t.Errorf("left %q, right %q", left.Text, right.Text)
	}
	for range 3 { // the change, the second page, the first
		b.session.Undo()
		b.settle()
	}
	if n := len(b.session.Shelves()); n != 1 {
		t.Errorf("all taken back, %d events", n)
	}
}

func TestMorePagesComeBehindThoseLookedOver(t *testing.T) {
	b := newBench(t, Options{})
	b.drop(page)
	if shows(b.screen, "1 of 1") {
		t.Error("one page alone is counted")
	}
	b.drop(millPage)
	if !shows(b.screen, "1 of 2") {
		t.Error("the page dropped meanwhile is not counted")
	}
	b.menuItem("Leave this one out")
	if !shows(b.screen, "2 of 2") || !shows(b.screen, "Fire guts") {
		t.Error("the page dropped meanwhile does not follow")
	}
}

func TestWhatCannotBeReadIsToldAtTheEnd(t *testing.T) {
	b := newBench(t, Options{})
	b.drop("", page, "\x89PNG\r\n\x1a\n\x00")
	if b.screen == nil || b.window.Canvas().Overlays().Top() != nil {
		t.Fatal("the page between those that cannot be read is not shown alone")
	}
	b.menuItem("Keep this report")
	if b.screen != nil {
		t.Error("a page that cannot be read is shown at the end")
	}
	top := b.window.Canvas().Overlays().Top()
	if top == nil || !shows(top, "2 files were not brought in") || !shows(top, "no such file.txt") || !shows(top, "This file is a picture.") {
		t.Error("it is not told which could not be read")
	}
}

func TestAFileThatCannotBeReadIsToldAtOnce(t *testing.T) {
	b := newBench(t, Options{})
	b.drop("\x89PNG\r\n\x1a\n\x00")
	if top := b.window.Canvas().Overlays().Top(); top == nil || !shows(top, "“a.txt”: This file is a picture.") || b.screen != nil {
		t.Error("it is not told")
	}
}

func TestAZipFileIsAQueueOfReports(t *testing.T) {
	b := newBench(t, Options{})
	var packed strings.Builder
	z := zip.NewWriter(&packed)
	for name, text := range map[string]string{"1.txt": page, "2/mill.txt": millPage, "2/map.png": "\x89PNG\r\n\x1a\n\x00"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(text))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	b.drop(packed.String())
	if !shows(b.screen, "1 of 3") && !shows(b.screen, "2 of 3") {
		t.Fatal("the reports in it are not counted")
	}
	b.menuItem("Keep this report")
	b.menuItem("Keep this report")
	if b.screen != nil || len(b.session.Reports()) == 0 {
		t.Error("not both are kept")
	}
	if top := b.window.Canvas().Overlays().Top(); top == nil || !shows(top, "2/map.png") {
		t.Error("the picture in it is not told of")
	}
}

func TestAFolderIsAQueueOfReports(t *testing.T) {
	b := newBench(t, Options{})
	file := writePage(t, "a.txt", page)
	if err := os.WriteFile(filepath.Join(filepath.Dir(file), "b.txt"), []byte(millPage), 0o600); err != nil {
		t.Fatal(err)
	}
	b.dropped(fyne.NewPos(900, 300), []fyne.URI{storage.NewFileURI(filepath.Dir(file))})
	b.settle()
	if !shows(b.screen, "1 of 2") {
		t.Error("the files in it are not counted")
	}
}

func TestAReportTheLibraryHasIsSaid(t *testing.T) {
	b := newBench(t, Options{})
	b.drop(page)
	b.menuItem("Keep this report")
	kept := b.session.Reports()[0].ID
	b.openSample()
	b.settle()
	b.drop(page)
	if !shows(b.screen, "You have this page already: “The old pier closes”") {
		t.Error("the very same page is not told of")
	}
	b.menuItem("Cancel")
	b.drop(strings.Replace(page, "Monday", "Tuesday", 1) + "\nIt opens in May, the council says.\n")
	if !shows(b.screen, "This looks like a report you have: “The old pier closes”") {
		t.Fatal("much the same report is not told of")
	}
	test.Tap(buttonNamed(t, b.screen, "Open it"))
	b.settle()
	if b.screen != nil || !b.session.OnScreen(kept) {
		t.Error("the report of the library is not opened")
	}
	if len(b.session.Shelves()) != 2 {
		t.Errorf("%d events", len(b.session.Shelves()))
	}
}

func TestAnotherEventIsSaid(t *testing.T) {
	b := newBench(t, Options{})
	b.drop(millPage)
	b.menuItem("Keep this report")
	longer := page + "\nIvo Lund, who has fished off the Marrow pier for thirty years, said the council of Eastry had let it rot since the storm of 2019.\n"
	b.drop(longer)
	if !shows(b.screen, "This may tell of another event than “Fire guts") {
		t.Fatal("nothing is said of another event")
	}
	test.Tap(buttonNamed(t, b.screen, "Make a new event"))
	if shows(b.screen, "another event than") {
		t.Error("it is said of a new event")
	}
	b.menuItem("Keep this report")
	if b.session.Event().Title != "The old pier closes" || len(b.session.Reports()) != 1 {
		t.Errorf("kept in %q", b.session.Event().Title)
	}
}

// A notice the reader put away does not come back with the page.
func TestANoticePutAwayStaysAway(t *testing.T) {
	b := newBench(t, Options{})
	said := func() bool {
		return shows(b.screen, "This page may hold more than one report") || shows(b.screen, "More than one report may be kept here")
	}
	b.drop(ferryNews+millPage, page)
	if !said() {
		t.Fatal("it is not said that there are two")
	}
	test.Tap(buttonNamed(t, b.screen, "OK"))
	b.menuItem("The next page")
	b.menuItem("The page before")
	if said() {
		t.Error("the page comes back, and it is said again")
	}
	b.menuItem("Keep this report")
	kept := b.session.Reports()[0].ID
	b.menuItem("Leave this one out")
	b.lookOverAgain(kept)
	b.settle()
	if b.screen == nil || said() {
		t.Error("the kept page is looked over again, and it is said again")
	}
	b.menuItem("Cancel")
	b.drop(strings.Replace(ferryNews, "Ann Lee", "Bo Lee", 1) + millPage)
	if !said() {
		t.Error("it is not said of another page")
	}
}

// Two reports are brought in, one after the other, with the mouse alone.
func TestTwoReportsWithTheMouse(t *testing.T) {
	b := newBench(t, Options{})
	other := strings.ReplaceAll(page, "shut the old pier", "closed the rusty pier")
	b.drop(page, other)
	for _, place := range []string{"1 of 2", "2 of 2"} {
		if !shows(b.screen, place) {
			t.Fatalf("it is not %s", place)
		}
		test.Tap(buttonNamed(t, b.screen, "Agree with all"))
		test.Tap(buttonNamed(t, b.screen, "Keep this report"))
		b.settle()
	}
	b.hasBoth()
}

// Two reports are pasted, one after the other, with keys alone: those of the
// menu stand for Ctrl+V, Ctrl+G and Ctrl+Enter.
func TestTwoReportsWithTheKeys(t *testing.T) {
	b := newBench(t, Options{})
	other := strings.ReplaceAll(page, "shut the old pier", "closed the rusty pier")
	for _, text := range []string{page, other} {
		b.app.Clipboard().SetContent(text)
		b.menuItem("Paste a report")
		if b.screen == nil {
			t.Fatal("nothing to look over")
		}
		b.key(fyne.KeyDown)
		b.key(fyne.KeySpace) // a line aside
		b.key(fyne.KeySpace) // and back
		b.menuItem("Agree with all")
		b.menuItem("Keep this report")
	}
	b.hasBoth()
	b.app.Clipboard().SetContent(page)
	b.menuItem("Paste a report")
	b.window.Canvas().Unfocus() // as a click beside everything does
	b.key(fyne.KeyEscape)
	if b.screen != nil {
		t.Error("Escape does not leave a page on which nothing was changed")
	}
}

// hasBoth checks that two reports of one event lie side by side.
func (b *bench) hasBoth() {
	b.t.Helper()
	left, right := b.session.Side(data.Left), b.session.Side(data.Right)
	if b.screen != nil || left == nil || right == nil || !b.session.Compared() {
		b.t.Fatalf("left %v, right %v, compared %v", left, right, b.session.Compared())
	}
	if !strings.Contains(left.Text, "shut the old") || !strings.Contains(right.Text, "closed the rusty") || left.EventID != right.EventID {
		b.t.Errorf("left %q, right %q", left.Text, right.Text)
	}
}

func TestAPageOfTwoReportsGivesTwo(t *testing.T) {
	b := newBench(t, Options{})
	b.drop(ferryNews + millPage)
	test.Tap(buttonNamed(t, b.screen, "Take the next one after this"))
	b.settle()
	if !shows(b.screen, "1 of 2") {
		t.Fatal("the page is not shown once more")
	}
	b.menuItem("Keep this report")
	if !shows(b.screen, "2 of 2") || !shows(b.screen, "Fire guts") {
		t.Error("the page does not come back")
	}
}

func TestLookingOverIsOfferedForWhatNobodySaw(t *testing.T) {
	other := strings.ReplaceAll(page, "shut the old pier", "closed the rusty pier")
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", page), writePage(t, "b.txt", other)}})
	test.Tap(buttonNamed(t, b.room.banner.content, "Look over A"))
	b.settle()
	b.menuItem("Keep the changes")
	if !b.room.banner.content.Visible() || b.room.banner.text.Text != "Parallax chose what belongs to report B. Look it over when you like." {
		t.Fatalf("with A looked over, the banner says %q", b.room.banner.text.Text)
	}
	test.Tap(buttonNamed(t, b.room.banner.content, "Look over B"))
	b.settle()
	b.menuItem("Keep the changes")
	if b.room.banner.content.Visible() {
		t.Errorf("with both looked over, the banner says %q", b.room.banner.text.Text)
	}
}

// A page pasted while others are looked over comes behind them, as one dropped does;
// in a field of the page its words go. Behind a report looked over again nothing can
// come, and the reader is told so.
func TestPastingWhileLookingOver(t *testing.T) {
	b := newBench(t, Options{})
	b.app.Clipboard().SetContent(page)
	b.pasteHere()
	b.settle()
	b.app.Clipboard().SetContent(millPage)
	b.menuItem("Paste a report")
	if !shows(b.screen, "1 of 2") {
		t.Error("the page pasted meanwhile is not counted")
	}
	type line interface {
		fyne.Focusable
		fyne.Shortcutable
		SetText(string)
		SelectedText() string
	}
	objects := test.LaidOutObjects(b.screen)
	field := objects[slices.IndexFunc(objects, func(o fyne.CanvasObject) bool { _, ok := o.(line); return ok })].(line)
	field.SetText("")
	b.window.Canvas().Focus(field)
	b.menuItem("Paste a report")
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	if text := field.SelectedText(); !strings.Contains(text, "Fire guts") || len(b.looks.pages) != 2 {
		t.Errorf("%q is pasted into a field, %d pages are looked over", text, len(b.looks.pages))
	}

	b = newBench(t, Options{})
	b.lookOverAgain(b.session.Side(data.Left).ID)
	b.settle()
	screen := b.screen
	b.app.Clipboard().SetContent(millPage)
	b.menuItem("Paste a report")
	if top := b.window.Canvas().Overlays().Top(); top == nil || !shows(top, "You are looking over another report.") || b.screen != screen {
		t.Error("nothing says why the page is not brought in")
	}
}
