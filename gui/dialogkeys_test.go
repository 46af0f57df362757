package gui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/assets"
	"parallax/data"
	"parallax/gui/session"
)

// While a dialog stands over the room, the keys of the menus do nothing behind
// it; the field in it that has the focus gets them. Without one they work again.
func TestKeysOfMenusDoNothingBehindADialog(t *testing.T) {
	b := newBench(t, Options{Sample: true})
	b.session.SelectPair(0)
	overlays := b.window.Canvas().Overlays()
	b.showAbout()
	for _, key := range []fyne.Shortcut{ctrl(fyne.KeyE), ctrl(fyne.KeyN), ctrl(fyne.KeyR), ctrlShift(fyne.KeyN), ctrl(fyne.Key2)} {
		b.pressMenuKey(key)
		b.settle()
		if n := len(overlays.List()); n != 1 || len(b.session.Notes()) > 0 || b.notes != nil || b.room.view != 0 {
			t.Fatalf("%s did something behind the dialog", key.ShortcutName())
		}
	}
	overlays.Top().Hide()
	b.pressMenuKey(ctrl(fyne.KeyN))
	b.settle()
	if len(b.session.Notes()) != 1 {
		t.Fatal("Ctrl+N makes no note when the dialog is gone")
	}

	var answer string
	b.ask("Which?", "town", func(a string) { answer = a })
	b.app.Clipboard().SetContent("old town")
	b.pressMenuKey(&fyne.ShortcutUndo{}) // of the field, not of the room
	b.pressMenuKey(&fyne.ShortcutPaste{})
	b.window.Canvas().Focused().(*entry).OnSubmitted("")
	b.settle()
	if answer != "old town" || len(b.session.Notes()) != 1 {
		t.Errorf("the field has %q, and there are %d notes", answer, len(b.session.Notes()))
	}
}

// pressMenuKey runs the command that has a key, as the window does.
func (b *bench) pressMenuKey(key fyne.Shortcut) {
	b.t.Helper()
	var press func(m *fyne.Menu) bool
	press = func(m *fyne.Menu) bool {
		for _, i := range m.Items {
			if i.Shortcut != nil && i.Shortcut.ShortcutName() == key.ShortcutName() {
				if i.Action != nil {
					i.Action()
				}
				return true
			}
			if i.ChildMenu != nil && press(i.ChildMenu) {
				return true
			}
		}
		return false
	}
	if !slices.ContainsFunc(b.window.MainMenu().Items, press) {
		b.t.Fatalf("no command has the key %s", key.ShortcutName())
	}
}

// Ctrl and plus is larger text wherever the keyboard has its plus: with Shift or
// without, on the key of = or one of its own.
func TestEveryPlusMakesTextLarger(t *testing.T) {
	b := newBench(t, Options{Sample: true})
	for _, key := range []fyne.Shortcut{ctrl(fyne.KeyEqual), ctrl(fyne.KeyPlus), ctrlShift(fyne.KeyPlus), ctrlShift(fyne.KeyEqual)} {
		was := b.room.textType().Size
		if b.pressMenuKey(key); b.room.textType().Size <= was {
			t.Errorf("%s does not make the text larger", key.ShortcutName())
		}
	}
}

// Escape leaves the page of all notes and the dialogs wherever the keys are.
func TestEscapeLeavesFromAnyControl(t *testing.T) {
	b := newBench(t, Options{Sample: true})
	b.session.SelectPair(0)
	b.room.addNote()
	b.settle()
	escape := func() { b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	for _, control := range []func() fyne.Focusable{
		func() fyne.Focusable { return b.notes.picks[0].control },
		func() fyne.Focusable { return b.notes.rows },
	} {
		b.showNotes()
		b.settle()
		b.window.Canvas().Focus(control())
		escape()
		if b.notes != nil {
			t.Fatalf("Escape does not leave the notes from %T", control())
		}
	}
}

// Escape closes every dialog, sheet and page, whatever in it has the keys.
func TestEscapeClosesWhereverTheKeysAre(t *testing.T) {
	b := newBench(t, Options{Sample: true})
	b.session.SelectPair(0)
	b.room.addNote()
	b.settle()
	id := b.session.OpenNoteID()
	b.say(id, "One wording.")
	b.session.OpenNote("")
	b.settle()
	event := b.session.Event()
	canvas := b.window.Canvas()
	for name, open := range map[string]func(){
		"reading": b.showReading, "languages": b.showLanguages, "help": b.showHelp, "about": b.showAbout,
		"licence": func() { b.showLicence(assets.Noto) }, "tags": b.showTags, "who": b.askWho, "outlets": b.showOutlets,
		"export": b.exportWork, "saved": func() { b.showSaved("notes.html") }, "trouble": func() { b.showProblem(errors.New("no")) },
		"a new library": func() { b.nameLibrary(t.TempDir()) }, "another title": func() { b.renameEvent(event) },
		"a question":   func() { b.ask("Where?", "here", func(string) {}) },
		"old wordings": func() { b.showWordings(id) }, "deleted notes": b.showDeleted,
		"notes brought in": func() { b.showBrought(session.BroughtNotes{New: 2}) },
		"all notes":        b.showNotes,
	} {
		had := false
		for n, of := 0, 1; n < of; n++ {
			open()
			b.settle()
			var inside []fyne.Focusable
			top := canvas.Overlays().Top()
			if top == nil {
				top = canvas.Content()
			}
			walk(top, func(o fyne.CanvasObject) {
				if f, ok := o.(fyne.Focusable); ok {
					inside = append(inside, f)
				}
			})
			if of = len(inside); of == 0 {
				t.Fatalf("%s: nothing takes the keys", name)
			}
			if canvas.Focus(inside[n]); canvas.Focused() == inside[n] {
				had = true
			} else { // it is disabled, or for something else
				canvas.Unfocus()
			}
			b.key(fyne.KeyEscape)
			if top := canvas.Overlays().Top(); top != nil || !b.inRoom() {
				t.Errorf("%s: open after Escape with the keys at %T", name, inside[n])
				b.Window.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
			}
		}
		if !had {
			t.Errorf("%s: nothing in it has the keys", name)
		}
	}
}

// Who opens a note that is written writes on at its end, and sees when it was
// made, whoever made it.
func TestOpenNoteIsWrittenOn(t *testing.T) {
	b := newBench(t, Options{Sample: true})
	b.session.SetWho("Alexandra and Maximilian")
	b.session.SelectPair(0)
	b.room.addNote()
	b.settle()
	id := b.session.OpenNoteID()
	b.say(id, "Price first.\nThen why.")
	b.room.openNote("")
	b.settle()
	b.room.openNote(id)
	b.settle()
	field := b.room.notes.editor.body
	test.Type(field, " Really?")
	if field.Text() != "Price first.\nThen why. Really?" {
		t.Errorf("the note is %q", field.Text())
	}
	if top := b.room.notes.editor.top; top.Truncation != fyne.TextTruncateOff || top.Wrapping != fyne.TextWrapWord {
		t.Error("the line over an open note is cut")
	}
}

// Both reports' lines of names are as high, with a report and without.
func TestHeadersAreAsHighWithoutAReport(t *testing.T) {
	with, without := newHeader(data.Left), newHeader(data.Right)
	with.Set(&data.Report{Outlet: "Pellbury Post"}, 3)
	if a, b := with.content.MinSize().Height, without.content.MinSize().Height; a != b {
		t.Errorf("%v high with a report, %v without", a, b)
	}
}

// Enter in a dialog with one line to write is its first button.
func TestEnterEndsADialogWithALine(t *testing.T) {
	b := newBench(t, Options{Sample: true})
	enter := func(words string) {
		line := b.window.Canvas().Focused().(*entry)
		test.Type(line, words)
		line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		b.settle()
		if b.window.Canvas().Overlays().Top() != nil {
			t.Fatalf("the dialog for %q stays", words)
		}
	}
	b.askWho()
	enter("Ines")
	if b.session.Who() != "Ines" {
		t.Errorf("working is %q", b.session.Who())
	}
	b.renameEvent(b.session.Event())
	enter("Lunch")
	if b.session.Event().Title != "Lunch" {
		t.Errorf("the event is %q", b.session.Event().Title)
	}
	b.nameLibrary(t.TempDir())
	enter("Class 8")
	if !strings.HasSuffix(b.session.LibraryPath(), "Class 8.parallax") {
		t.Errorf("the library is %q", b.session.LibraryPath())
	}
}

// Redo has the key it has elsewhere, besides the one its item shows.
func TestBothKeysRedo(t *testing.T) {
	b := newBench(t, Options{Sample: true})
	b.session.SelectPair(0)
	b.pressMenuKey(ctrl(fyne.KeyN))
	b.settle()
	b.say(b.session.Notes()[0].ID, "Two words for one thing.")
	b.settle()
	for _, key := range []fyne.Shortcut{&fyne.ShortcutRedo{}, ctrlShift(fyne.KeyZ)} {
		b.pressMenuKey(&fyne.ShortcutUndo{})
		b.settle()
		if b.session.RedoName() == "" {
			t.Fatal("nothing is taken back")
		}
		b.pressMenuKey(key)
		b.settle()
		if b.session.RedoName() != "" {
			t.Errorf("%s does not bring it again", key.ShortcutName())
		}
	}
	b.drop(page)
	b.key(fyne.KeySpace)
	look := b.looks.pages[0].model
	if _, can := look.UndoStep(); !can {
		t.Fatal("no line is set aside")
	}
	b.pressMenuKey(&fyne.ShortcutUndo{})
	if _, can := look.RedoStep(); !can {
		t.Fatal("setting a line aside is not taken back")
	}
	b.pressMenuKey(ctrlShift(fyne.KeyZ))
	if _, can := look.UndoStep(); !can {
		t.Error("a line is not set aside again")
	}
}
