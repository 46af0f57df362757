package session

import (
	"slices"
	"testing"
	"time"

	"parallax/data"
)

func TestEarlierWordingsAndDeletedNotesComeBack(t *testing.T) {
	g := open(t)
	g.SetWho("  Ada and   Bo ")
	g.AddEventNote()
	id := g.OpenNoteID()
	for _, body := range []string{"First thought", "Second thought", "Second and third thought"} {
		g.say(id, body)
		g.SaveWritten()
		g.settle()
		if body == "First thought" {
			g.clock = g.clock.Add(time.Hour)
		}
	}
	var wordings []data.Wording
	g.Wordings(id, func(w []data.Wording) { wordings = w })
	g.settle()
	if len(wordings) != 1 || wordings[0].Body != "First thought" {
		t.Fatalf("wordings %+v", wordings)
	}
	g.SetWording(id, wordings[0].Body)
	g.Wordings(id, func(w []data.Wording) { wordings = w })
	g.settle()
	if len(wordings) != 2 || wordings[0].Body != "Second and third thought" {
		t.Errorf("what the note said when a wording was brought back is not among %+v", wordings)
	}
	if n := g.Note(id); n.Body != "First thought" || n.Author != "Ada and Bo" || g.UndoName() != "bring back a wording" {
		t.Errorf("note %+v, undo %q", n, g.UndoName())
	}
	g.RemoveNote(id)
	g.settle()
	var removed []data.RemovedNote
	list := func() []data.RemovedNote {
		g.RemovedNotes(func(r []data.RemovedNote) { removed = r })
		g.settle()
		return removed
	}
	if len(list()) != 1 || removed[0].EventTitle != g.Event().Title {
		t.Fatalf("removed %+v", removed)
	}
	g.BringBack(removed[0].Note)
	g.settle()
	if g.Note(id) == nil || len(list()) != 0 {
		t.Error("not brought back")
	}
	g.Undo()
	g.settle()
	if g.Note(id) != nil || len(list()) != 1 {
		t.Error("bringing back is not undone")
	}
	g.clock = time.Now().Add(29 * 24 * time.Hour)
	g.ForgetOldNotes()
	if len(list()) != 1 {
		t.Error("forgotten too early")
	}
	g.clock = time.Now().Add(31 * 24 * time.Hour)
	g.ForgetOldNotes()
	if len(list()) != 0 {
		t.Error("still there after 31 days")
	}
}

func TestNoteListReadsPartsAndFollowsItsFilter(t *testing.T) {
	g := open(t)
	for range notePart + 30 {
		g.AddEventNote()
	}
	g.GoTo(0)
	g.AddNote()
	g.ToggleTag(g.OpenNoteID(), "NA")
	g.settle()
	l, changes, counted := g.NewNoteList(), 0, 0
	l.OnChange = func() { changes++ }
	l.OnCount = func() {
		counted++
		if changes == 0 {
			t.Error("counted before anything is listed")
		}
	}
	l.Show(data.NoteFilter{}, data.NewestFirst)
	g.settle()
	if len(l.Notes()) != notePart || l.Counts().All != notePart+31 {
		t.Fatalf("%d of %d", len(l.Notes()), l.Counts().All)
	}
	l.More()
	l.More()
	g.settle()
	l.More()
	g.settle()
	if len(l.Notes()) != notePart+31 || changes != 2 {
		t.Errorf("%d notes after %d changes", len(l.Notes()), changes)
	}
	l.Show(data.NoteFilter{}, data.ByEvent)
	l.Show(data.NoteFilter{Tag: "NA"}, data.NewestFirst) // the answer to the first comes late
	g.settle()
	if len(l.Notes()) != 1 || !slices.Equal(l.Notes()[0].Tags, []string{"NA"}) || l.Counts().All != 1 || changes != 3 || counted != 2 {
		t.Errorf("%d notes of %d after %d changes and %d counts", len(l.Notes()), l.Counts().All, changes, counted)
	}
}

// Letters typed on are undone by words, each a step with its name, whether they
// were saved in between or not; a note that is not on screen is undone too.
func TestWritingIsUndoneByWords(t *testing.T) {
	g := open(t)
	g.AddEventNote()
	id, base := g.OpenNoteID(), len(g.undo)
	at := 0
	for _, r := range "Who says so? " {
		g.WriteNote(id, data.Edit{At: at, New: string(r), Typed: true})
		at += len(string(r))
		if r == 'y' {
			g.SaveWritten()
			g.settle()
		}
	}
	if got := len(g.undo) - base; got != 3 || g.UndoName() != "write note" {
		t.Fatalf("%d steps, the last %q", got, g.UndoName())
	}
	for _, want := range []string{"Who says ", "Who ", ""} {
		g.Undo()
		g.settle()
		if got := g.Note(id).Body; got != want {
			t.Errorf("undone to %q, want %q", got, want)
		}
	}
	g.Redo()
	g.Redo()
	event := g.Event()
	g.Open(data.Event{ID: data.NewID(), Title: "Another"})
	g.settle()
	if g.Note(id) != nil {
		t.Fatal("the event is still open")
	}
	g.undo = slices.DeleteFunc(g.undo, func(s step) bool { return s.wrote == nil })
	g.Undo()
	g.settle()
	g.Open(event)
	g.settle()
	if n := g.Note(id); n == nil || n.Body != "Who " {
		t.Errorf("in the library: %+v", n)
	}
	g.Redo()
	g.elapse()
	if n := g.Note(id); n.Body != "Who says " || g.state() == "" || len(g.problems) > 0 {
		t.Errorf("done again %q, problems %v", n.Body, g.problems)
	}
}
