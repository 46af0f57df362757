package gui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/data/store"
	"parallax/gui/editor"
	"parallax/gui/session"
)

// A bench is a window without a screen whose posted work waits for settle.
type bench struct {
	*Window
	t     testing.TB
	posts chan func()
	path  string
}

func newBench(t testing.TB, o Options) *bench {
	t.Helper()
	b := &bench{t: t, posts: make(chan func(), 1000)}
	a := test.NewTempApp(t)
	if o.Path == "" {
		o.Path = filepath.Join(t.TempDir(), "library.parallax")
	}
	b.path = o.Path
	if o.Open == nil {
		o.Open = func(ctx context.Context, path string) (session.Library, error) { return store.Open(ctx, path) }
	}
	if o.Rescue == nil {
		o.Rescue = func(error) func() error { return nil }
	}
	o.Post = func(f func()) { b.posts <- f }
	b.Window = New(a, o)
	b.window.Resize(fyne.NewSize(1340, 720))
	t.Cleanup(b.closeSession)
	b.settle()
	return b
}

// say gives a note another text, as if it were pasted over what differs.
func (b *bench) say(id data.ID, body string) {
	b.session.WriteNote(id, data.EditBetween(b.session.Note(id).Body, body))
}

// settle runs what is posted until nothing is under way.
func (b *bench) settle() {
	b.t.Helper()
	late := time.NewTimer(30 * time.Second)
	defer late.Stop()
	for b.session != nil {
		select {
		case f := <-b.posts:
			f()
			continue
		default:
		}
		if b.session.Resting() {
			return
		}
		select {
		case f := <-b.posts:
			f()
		case <-late.C:
			b.t.Fatal("the window does not come to rest")
		}
	}
}

// key types a key where the focus is, as a person would.
func (b *bench) key(name fyne.KeyName) {
	if f := b.window.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
	} else {
		b.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
	}
	b.settle()
}

func TestFirstRunOpensTheSampleCompared(t *testing.T) {
	b := newBench(t, Options{})
	if got := b.window.Title(); got != "The new lunch menu — Parallax" {
		t.Errorf("title %q", got)
	}
	if !b.session.Compared() || b.room.foot.counts.Text == "" {
		t.Error("the sample is not compared")
	}
	if len(b.room.base[data.Left]) == 0 || len(b.room.base[data.Right]) == 0 {
		t.Error("no marks on the sample")
	}
}

func TestF7WalksAndSaysWhere(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF7)
	if got := b.room.foot.place.Text; !strings.HasPrefix(got, "Difference 1 of ") {
		t.Errorf("place %q", got)
	}
	b.key(fyne.KeyF7)
	if got := b.room.foot.place.Text; !strings.HasPrefix(got, "Difference 2 of ") {
		t.Errorf("place %q", got)
	}
}

func TestNoteFromADifference(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF7)
	b.room.addNote()
	b.settle()
	e, ok := b.window.Canvas().Focused().(*editor.Field)
	if !ok {
		t.Fatalf("the focus is on %T, not on the note's text", b.window.Canvas().Focused())
	}
	test.Type(e, "Other words")
	test.Tap(b.room.notes.editor.chips["NA"])
	b.settle()
	b.window.Canvas().Focus(e)
	test.Type(e, "!") // tagging did not move the caret
	b.key(fyne.KeyEscape)
	if b.session.OpenNoteID() != "" {
		t.Error("Escape did not finish the note")
	}
	b.settle()
	n := b.session.Notes()[0]
	if n.Body != "Other words!" || len(n.Tags) != 1 || n.Tags[0] != "NA" || len(n.Anchors) == 0 {
		t.Errorf("note %+v", n)
	}
	if got := b.room.notes.saved.Text; !strings.HasPrefix(got, "Saved ") {
		t.Errorf("said %q", got)
	}
	b.session.Undo()
	b.session.Undo()
	b.settle()
	if len(b.session.Notes()[0].Tags) != 0 {
		t.Error("the tag is still there after undo")
	}
}

func TestAddNoteWithoutSelectionSaysWhatToDo(t *testing.T) {
	b := newBench(t, Options{})
	b.room.addNote()
	if !b.room.banner.content.Visible() || !strings.Contains(b.room.banner.text.Text, "Select") {
		t.Error("nothing said")
	}
}

func TestEscapeClosesADialog(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF1)
	if b.window.Canvas().Overlays().Top() == nil {
		t.Fatal("F1 shows nothing")
	}
	b.key(fyne.KeyF1)
	if n := len(b.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs over each other", n)
	}
	b.key(fyne.KeyEscape)
	if b.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape did not close it")
	}
}

func TestNarrowWindowTakesTurns(t *testing.T) {
	b := newBench(t, Options{})
	b.window.Resize(fyne.NewSize(860, 700))
	if !b.room.turns.Visible() || b.room.panes[data.Right].Visible() || !b.room.panes[data.Left].Visible() {
		t.Error("both reports are squeezed in")
	}
	test.Tap(b.room.tabs[data.Right])
	if b.room.panes[data.Left].Visible() || !b.room.panes[data.Right].Visible() {
		t.Error("the tab did not turn to B")
	}
	b.window.Resize(fyne.NewSize(1340, 700))
	if b.room.turns.Visible() || !b.room.panes[data.Left].Visible() || !b.room.panes[data.Right].Visible() {
		t.Error("not side by side again")
	}
}

func TestColumns(t *testing.T) {
	l := &deskLayout{shelfWidth: 210, notesWidth: 270, showShelf: true, showNotes: true, least: func() float32 { return minSheet }, leastAlone: func() float32 { return minSheet }}
	for _, width := range []float32{320, 400, 600, 899, 900, 1099, 1100, 1340, 1920, 4000} {
		shelf, notes, turns := l.columns(width)
		if width-shelf-notes < min(minSheet, width) {
			t.Errorf("%v: the reports have %v", width, width-shelf-notes)
		}
		if turns != (width < narrow) {
			t.Errorf("%v: turns %v", width, turns)
		}
		if width >= roomy && (shelf == 0 || notes == 0) {
			t.Errorf("%v: shelf %v, notes %v", width, shelf, notes)
		}
	}
}

const page = "The old pier closes\nEngineers shut the old pier at Sandmouth on Monday after they found rust in its legs, the harbour office said.\n“We will not open it before it is safe,” harbour master Ivo Lund said in the afternoon.\nAround forty fishing boats use the pier every day, and their owners want to know who pays."

func writePage(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDroppedPageIsLookedOverAndKept(t *testing.T) {
	b := newBench(t, Options{})
	b.dropped(fyne.NewPos(900, 300), []fyne.URI{storage.NewFileURI(writePage(t, "pier.txt", page))})
	b.settle()
	if b.screen == nil {
		t.Fatal("no look-over screen")
	}
	b.screen.Keep()
	b.settle()
	if b.screen != nil || b.session.Event().Title != "The old pier closes" {
		t.Errorf("event %q", b.session.Event().Title)
	}
	if r := b.session.Side(data.Left); r == nil || !strings.Contains(r.Text, "Ivo Lund") {
		t.Errorf("left report %+v", r)
	}
}

func TestGivenUpPageLeavesNothing(t *testing.T) {
	b := newBench(t, Options{})
	b.app.Clipboard().SetContent(page)
	b.pasteHere()
	b.settle()
	if b.screen == nil {
		t.Fatal("no look-over screen")
	}
	b.screen.Cancel()
	b.settle()
	if len(b.session.Shelves()) != 1 || b.window.Title() != "The new lunch menu — Parallax" {
		t.Errorf("%d events, title %q", len(b.session.Shelves()), b.window.Title())
	}
}

func TestTwoFilesStandSideBySide(t *testing.T) {
	other := strings.ReplaceAll(page, "shut the old pier", "closed the rusty pier")
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", page), writePage(t, "b.txt", other)}})
	if !b.session.Compared() {
		t.Fatal("not compared")
	}
	if !b.room.banner.content.Visible() || !shows(b.room.banner.content, "Look it over") {
		t.Error("looking over is not offered")
	}
}

func TestSameTextTwiceIsSaid(t *testing.T) {
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", page), writePage(t, "b.txt", page)}})
	if got := b.room.banner.text.Text; got != "The two texts are the same." || !b.room.banner.content.Visible() {
		t.Errorf("said %q", got)
	}
}

func TestFilesWithoutAReportAreLookedOverFirst(t *testing.T) {
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", "Home\nLog in\nShare\nTweet"), writePage(t, "b.txt", page)}})
	if b.screen == nil {
		t.Error("an empty report was laid on the table")
	}
}

func TestUnlikeReportsAreSaidToBeSo(t *testing.T) {
	var bread strings.Builder
	for _, s := range []string{"Knead", "Fold", "Rest", "Shape", "Score", "Bake", "Cool", "Slice", "Store"} {
		bread.WriteString(s + " your dough gently so that every loaf keeps air and a thin golden crust, bakers at Elmwick advise.\n")
	}
	pier := strings.Repeat(strings.TrimPrefix(page, "The old pier closes\n")+"\n", 3)
	b := newBench(t, Options{Files: []string{writePage(t, "a.txt", pier), writePage(t, "b.txt", bread.String())}})
	if !b.session.Comparison().Unlike() {
		t.Fatalf("%d pairs", len(b.session.Comparison().Pairs))
	}
	if got := b.room.banner.text.Text; got != "These may not be about the same event." || !b.room.banner.content.Visible() {
		t.Errorf("said %q", got)
	}
}

func TestAnotherLibraryTakesTheWindow(t *testing.T) {
	b := newBench(t, Options{})
	b.openLibrary(filepath.Join(t.TempDir(), "second.parallax"), b.afterOpen)
	b.settle()
	if len(b.session.Shelves()) != 0 || b.window.Title() != "Parallax" {
		t.Errorf("%d events, title %q", len(b.session.Shelves()), b.window.Title())
	}
	b.openLibrary(b.path, b.afterOpen) // it was closed: it can be opened again
	b.settle()
	if len(b.session.Shelves()) != 1 || b.window.Title() != "The new lunch menu — Parallax" || !b.session.Compared() {
		t.Errorf("%d events, title %q", len(b.session.Shelves()), b.window.Title())
	}
}

func TestTroubleWithTheLibraryIsShown(t *testing.T) {
	broken := &data.Problem{Said: "This library is damaged.", Next: "Use the newest backup."}
	rescued := false
	fail := true
	b := newBench(t, Options{
		Open: func(ctx context.Context, path string) (session.Library, error) {
			if fail {
				return nil, broken
			}
			return store.Open(ctx, path)
		},
		Rescue: func(err error) func() error {
			if !errors.Is(err, broken) {
				t.Errorf("rescue from %v", err)
			}
			return func() error { rescued, fail = true, false; return nil }
		},
	})
	if b.session != nil {
		t.Fatal("a session on a broken library")
	}
	if !shows(b.window.Content(), "This library is damaged.") {
		t.Error("the trouble is not told")
	}
	test.Tap(buttonNamed(t, b.window.Content(), "Use the newest backup"))
	b.settle()
	if !rescued || b.session == nil || b.window.Title() != "The new lunch menu — Parallax" {
		t.Errorf("rescued %v, title %q", rescued, b.window.Title())
	}
}

// A library of an older version is made ready behind a sign, not before there is
// a window.
func TestAnOlderLibraryIsMadeReadyBehindASign(t *testing.T) {
	ready := make(chan struct{})
	b := newBench(t, Options{
		Older: func(string) bool { return true },
		Open: func(ctx context.Context, path string) (session.Library, error) {
			<-ready
			return store.Open(ctx, path)
		},
	})
	top := b.window.Canvas().Overlays().Top()
	if b.session != nil || top == nil || !shows(top, "This library was made by an older Parallax.") {
		t.Fatal("no sign while the library is made ready")
	}
	close(ready)
	(<-b.posts)()
	b.settle()
	if b.session == nil || b.window.Canvas().Overlays().Top() != nil || b.window.Title() != "The new lunch menu — Parallax" {
		t.Errorf("the library is not on the window, which is called %q", b.window.Title())
	}
}

func TestMenuKeysAreGivenOnce(t *testing.T) {
	b := newBench(t, Options{})
	seen := map[string]string{}
	for _, m := range b.window.MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut == nil {
				continue
			}
			name := i.Shortcut.ShortcutName()
			if other := seen[name]; other != "" {
				t.Errorf("%s is the key of %q and of %q", name, other, i.Label)
			}
			seen[name] = i.Label
		}
	}
	want := (&desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierShortcutDefault}).ShortcutName()
	if seen[want] != "Add note" {
		t.Errorf("Ctrl+N is %q", seen[want])
	}
}

func TestHitOpensItsReportAndMarksTheWords(t *testing.T) {
	b := newBench(t, Options{})
	b.room.shelf.query.SetText("supplier")
	b.settle()
	hits := b.session.Hits()
	if len(hits) == 0 {
		t.Fatal("nothing found")
	}
	b.room.shelf.OnHit(hits[0])
	b.settle()
	n := 0
	for _, side := range []data.Side{data.Left, data.Right} {
		for _, s := range found(b.session.Side(side).Text, "supplier") {
			if !strings.EqualFold(s.Of(b.session.Side(side).Text), "supplier") {
				t.Errorf("marked %q", s.Of(b.session.Side(side).Text))
			}
			n++
		}
	}
	if n == 0 {
		t.Error("no words marked")
	}
}

func TestKeysOfTheWindowWorkInAReport(t *testing.T) {
	b := newBench(t, Options{})
	b.room.focus(data.Left)
	b.key(fyne.KeyF1)
	top := b.window.Canvas().Overlays().Top()
	if top == nil || !shows(top, "Press F7 to go from one difference to the next") {
		t.Error("F1 shows no help")
	}
}
