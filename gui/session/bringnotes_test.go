package session

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parallax/data"
	"parallax/data/export"
	"parallax/data/store"
)

// stored is what a library holds of an event's notes, by their IDs.
func (g *stage) stored(event data.ID) []data.Note {
	g.t.Helper()
	notes, err := g.library.(*store.Library).Notes(context.Background(), event)
	if err != nil {
		g.t.Fatal(err)
	}
	slices.SortFunc(notes, func(x, y data.Note) int { return strings.Compare(string(x.ID), string(y.ID)) })
	return notes
}

func (g *stage) bringNotes(path string) (b BroughtNotes) {
	g.t.Helper()
	g.BringInNotes(path, []string{"NA", "RV"}, func(got BroughtNotes) { b = got })
	g.settle()
	if len(g.problems) > 0 {
		g.t.Fatal(g.problems)
	}
	return b
}

// Notes handed from one library to another, which holds the same reports under
// other names, are tied to them; a second time nothing changes; undo takes them
// out again.
func TestNotesGoFromLibraryToLibrary(t *testing.T) {
	for _, f := range []export.Format{export.Annotation, export.CSV} {
		from := withNotes(t)
		code := from.AddOwnTag("Feels unfinished", nil)
		from.ToggleTag(from.OpenNoteID(), code)
		from.ToggleTag(from.OpenNoteID(), "NA")
		from.settle()
		path := filepath.Join(t.TempDir(), "notes"+f.Ending())
		tags := []export.Tag{{Code: "NA", Name: "Names and labels"}}
		from.Export(Order{Scope: ThisEvent, Options: export.Options{Format: f, Excel: true}, Tags: tags}, path, func() {})
		from.settle()

		to := open(t)
		first := to.bringNotes(path)
		if first != (BroughtNotes{New: 2}) {
			t.Fatalf("%s: %+v", f, first)
		}
		want, got := from.stored(from.Event().ID), to.stored(to.Event().ID)
		if len(got) != 2 || len(to.Notes()) != 2 {
			t.Fatalf("%s: %d notes kept, %d shown", f, len(got), len(to.Notes()))
		}
		for i, n := range got {
			if n.ID != want[i].ID || n.Body != want[i].Body || !reflect.DeepEqual(n.Tags, want[i].Tags) || !n.Updated.Equal(want[i].Updated) || len(n.Anchors) != len(want[i].Anchors) {
				t.Errorf("%s:\n got %+v\nwant %+v", f, n, want[i])
			}
			for k, a := range n.Anchors {
				if a.Quote != want[i].Anchors[k].Quote || a.Span != want[i].Anchors[k].Span || a.Loose {
					t.Errorf("%s: anchor %+v, want %+v", f, a, want[i].Anchors[k])
				}
			}
		}
		if own := to.OwnTags(); len(own) != 1 || own[0].Label != "Feels unfinished" {
			t.Errorf("%s: own tags %+v", f, own)
		}
		again := to.bringNotes(path)
		if again != (BroughtNotes{Known: 2}) || !reflect.DeepEqual(to.stored(to.Event().ID), got) {
			t.Errorf("%s: a second time: %+v", f, again)
		}
		if to.UndoName() != "bring in notes" {
			t.Errorf("%s: undo takes back %q", f, to.UndoName())
		}
		to.Undo()
		to.settle()
		if len(to.stored(to.Event().ID)) != 0 || len(to.Notes()) != 0 || len(to.OwnTags()) != 0 {
			t.Errorf("%s: undone, %d notes and %d own tags are left", f, len(to.Notes()), len(to.OwnTags()))
		}
		to.Redo()
		to.settle()
		if got := to.stored(to.Event().ID); len(got) != 2 || len(to.OwnTags()) != 1 {
			t.Errorf("%s: done again, there are %d notes", f, len(got))
		}
	}
}

func TestALaterStateOfANoteReplacesTheEarlier(t *testing.T) {
	g := withNotes(t)
	id := g.OpenNoteID()
	path := filepath.Join(t.TempDir(), "notes.jsonld")
	save := func() {
		g.Export(Order{Scope: ThisEvent, Options: export.Options{Format: export.Annotation}}, path, func() {})
		g.settle()
	}
	save()
	g.say(id, "written since")
	g.SaveWritten()
	g.settle()
	if got := g.bringNotes(path); got.Known != 2 || g.Note(id).Body != "written since" {
		t.Errorf("an older state came: %+v, the note says %q", got, g.Note(id).Body)
	}
	save()
	g.Undo() // the older wording, saved at an earlier time
	g.settle()
	if got := g.bringNotes(path); got.Changed != 1 || g.Note(id).Body != "written since" {
		t.Errorf("a later state came: %+v, the note says %q", got, g.Note(id).Body)
	}
	g.Undo()
	g.settle()
	if got := g.Note(id).Body; got != "the second note" {
		t.Errorf("undone, the note says %q", got)
	}
}

// A note on a report that is not here is kept with its words in the open event,
// and is tied once the report came.
func TestNotesOnReportsThatComeLater(t *testing.T) {
	from := withNotes(t)
	path := filepath.Join(t.TempDir(), "notes.jsonld")
	from.Export(Order{Scope: ThisEvent, Options: export.Options{Format: export.Annotation}}, path, func() {})
	from.settle()

	to := newStage(t)
	to.BringInNotes(path, nil, func(BroughtNotes) { t.Error("done") })
	to.settle()
	if len(to.problems) != 1 {
		t.Fatalf("without an event: %v", to.problems)
	}
	to.problems = nil
	to.bringIn(data.Event{Title: "Something else"}, "The pool opens\nThe pool in Harrowby opens on Saturday after a year of work.", data.Left)
	if got := to.bringNotes(path); got != (BroughtNotes{New: 2, Loose: 2}) {
		t.Fatalf("%+v", got)
	}
	for _, n := range to.Notes() {
		if len(n.Anchors) != 0 || !strings.Contains(n.Body, "“") {
			t.Errorf("%+v", n)
		}
	}
	to.bringIn(data.Event{Title: "Bridge closed"}, textA, data.Left)
	to.bringIn(to.Event(), textB, data.Right)
	if got := to.bringNotes(path); got != (BroughtNotes{Changed: 2}) {
		t.Fatalf("once the reports came: %+v", got)
	}
	for _, n := range to.stored(to.Event().ID) {
		if len(n.Anchors) == 0 || strings.Contains(n.Body, "“") {
			t.Errorf("%+v", n)
		}
	}
	if got := to.bringNotes(path); got != (BroughtNotes{Known: 2}) {
		t.Errorf("a last time: %+v", got)
	}
}

func TestFilesOfNotesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.csv")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, said := range map[string]string{
		filepath.Join(dir, "none.csv"): "“none.csv”: This file is not there.",
		empty:                          "“empty.csv”: This file is empty.",
	} {
		g := open(t)
		g.BringInNotes(path, nil, func(BroughtNotes) { t.Error("done") })
		g.settle()
		if len(g.problems) != 1 {
			t.Fatalf("%s: %v", path, g.problems)
		}
		if got, _ := data.Plain(g.problems[0]); got != said {
			t.Errorf("%s: said %q", path, got)
		}
	}
}
