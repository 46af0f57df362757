package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestASentenceIsBegunForHer(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF7)
	b.room.addNote()
	b.settle()
	e := b.room.notes.editor
	written := func() string {
		b.settle()
		return b.session.Note(e.id).Body
	}
	again := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierAlt}
	if !e.starters.Visible() || !shows(b.room.notes.content, "I notice that …") {
		t.Fatal("an empty note offers no beginning")
	}
	e.body.TypedShortcut(again)
	if got := written(); got != "I notice that " || e.starters.Visible() {
		t.Errorf("Alt+S: %q", got)
	}
	e.body.TypedShortcut(again)
	if got := written(); got != "I wonder why " {
		t.Errorf("Alt+S again: %q", got)
	}
	test.Type(e.body, "they say so")
	e.body.TypedShortcut(again)
	if got := written(); got != "I wonder why they say so" {
		t.Errorf("Alt+S on a sentence: %q", got)
	}

	// Another note, tagged: the kind's own beginnings, by a click.
	b.session.AddEventNote()
	b.settle()
	e = b.room.notes.editor
	b.room.notes.OnTag(e.id, "NA")
	b.settle()
	if !shows(b.room.notes.content, "A uses the word …") || shows(b.room.notes.content, "I notice that …") {
		t.Fatal("not the beginnings of the tag")
	}
	test.Tap(e.starters.Objects[1].(*chip))
	if got := written(); got != "B uses the word " {
		t.Errorf("a click: %q", got)
	}
	if b.window.Canvas().Focused() != fyne.Focusable(e.body) {
		t.Error("the caret is not in the note")
	}
	test.Type(e.body, "trial")
	if got := written(); got != "B uses the word trial" {
		t.Errorf("gone on with: %q", got)
	}
}
