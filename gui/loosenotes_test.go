package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parallax/data"
)

func TestLooseNotesWaitInTheirTray(t *testing.T) {
	b := newBench(t, Options{})
	b.drop(page)
	b.menuItem("Keep this report")
	side := data.Left
	text := b.session.Side(side).Text
	at := strings.Index(text, "harbour master")
	b.session.Select(side, data.Span{Start: at, End: at + len("harbour master")})
	b.room.addNote()
	b.room.openNote("")
	b.settle()
	if shows(b.room.notes.content, "Loose notes") {
		t.Fatal("a tray without a loose note")
	}
	// The line is set aside when the page is looked over again.
	b.lookOverAgain(b.session.Side(side).ID)
	b.settle()
	for !shows(b.screen, "Line 3") {
		b.key(fyne.KeyDown)
	}
	b.key(fyne.KeySpace)
	b.menuItem("Keep the changes")
	if !shows(b.room.notes.content, "Loose notes") || !shows(b.room.notes.content, "harbour master") {
		t.Fatal("the note is not in the tray")
	}
	again := buttonNamed(t, b.room.notes.content, "Tie again")
	test.Tap(again)
	b.settle()
	if !strings.Contains(b.room.banner.text.Text, "Select the words") {
		t.Errorf("without a selection it says %q", b.room.banner.text.Text)
	}
	at = strings.Index(b.session.Side(side).Text, "fishing boats")
	b.session.Select(side, data.Span{Start: at, End: at + len("fishing boats")})
	test.Tap(again)
	b.settle()
	if shows(b.room.notes.content, "Loose notes") || b.session.Notes()[0].Anchors[0].Quote != "fishing boats" {
		t.Errorf("tied again: %+v", b.session.Notes()[0].Anchors)
	}
	b.session.Undo()
	b.settle()
	b.session.Undo() // what was kept before comes back, and the note with its words
	b.settle()
	if n := b.session.Notes()[0]; n.AnyLoose() || n.Anchors[0].Quote != "harbour master" || shows(b.room.notes.content, "Loose notes") {
		t.Errorf("the words are back: %+v", n.Anchors)
	}
}
