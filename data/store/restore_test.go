package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"parallax/data"
)

func TestGoingBackKeepsTheOldFiles(t *testing.T) {
	ctx := context.Background()
	s, file := closedShelf(t)
	backup := s.backups()[0]
	kept, err := os.ReadFile(backup.Path)
	must(t, err)
	clear(file[:4096])
	must(t, os.WriteFile(s.Path(), file, 0o600))
	must(t, os.WriteFile(s.Path()+"-wal", []byte("an old WAL file"), 0o600))
	must(t, Restore(s.Path(), backup.Path))
	for end, want := range map[string]string{"": string(file), "-wal": "an old WAL file"} {
		var found []string
		all, err := filepath.Glob(s.Path() + ".before-*Z" + end)
		must(t, err)
		for _, path := range all {
			b, err := os.ReadFile(path)
			must(t, err)
			if string(b) == want {
				found = append(found, path)
			}
		}
		if len(found) != 1 {
			t.Errorf("library%s is kept as %v", end, found)
		}
	}
	after, err := os.ReadFile(backup.Path)
	must(t, err)
	if string(after) != string(kept) {
		t.Error("the backup was changed")
	}
	l := openLibrary(t, s.Path())
	must(t, l.Verify(ctx))
	must(t, l.AddEvent(ctx, data.Event{ID: "e", Title: "and on it goes"}))
}

func TestGoingBackToWhatIsNoBackupChangesNothing(t *testing.T) {
	s, file := closedShelf(t)
	broken := filepath.Join(t.TempDir(), "broken.parallax")
	must(t, os.WriteFile(broken, file[:5000], 0o600))
	text := filepath.Join(t.TempDir(), "text.txt")
	must(t, os.WriteFile(text, []byte("The bridge."), 0o600))
	for _, backup := range []string{broken, text, filepath.Join(t.TempDir(), "none")} {
		if err := Restore(s.Path(), backup); err == nil {
			t.Errorf("went back to %s", filepath.Base(backup))
		}
	}
	b, err := os.ReadFile(s.Path())
	must(t, err)
	if string(b) != string(file) {
		t.Error("the library was changed")
	}
}

func TestGoingBackWhenTheLibraryIsGone(t *testing.T) {
	s, _ := closedShelf(t)
	must(t, os.Remove(s.Path()))
	must(t, Restore(s.Path(), s.backups()[0].Path))
	l := openLibrary(t, s.Path())
	notes, err := l.Notes(context.Background(), s.event)
	must(t, err)
	if len(notes) != 40 {
		t.Errorf("%d notes", len(notes))
	}
}

// A library that went back to a backup and then changed is backed up anew,
// however many changes it and its other backups have had.
func TestALibraryThatWentBackIsBackedUpAgain(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	must(t, s.Backup(ctx))
	must(t, s.AddEvent(ctx, data.Event{ID: "e1", Title: "given up"}))
	must(t, s.Close())
	files := s.backups()
	must(t, Restore(s.Path(), files[len(files)-1].Path))
	l := openLibrary(t, s.Path())
	must(t, l.AddEvent(ctx, data.Event{ID: "e2", Title: "kept"}))
	must(t, l.Close())
	if n := len(s.backups()); n != len(files)+1 {
		t.Errorf("%d backups, had %d", n, len(files))
	}
}
