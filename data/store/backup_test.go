package store

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"parallax/data"
)

func (s shelf) backups() []BackupFile {
	s.t.Helper()
	files, err := Backups(s.Path())
	must(s.t, err)
	return files
}

func TestABackupIsMadeOnlyWhenSomethingChanged(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	for range 3 {
		must(t, s.Backup(ctx))
	}
	if n := len(s.backups()); n != 1 {
		t.Fatalf("%d backups of one change", n)
	}
	must(t, s.AddEvent(ctx, data.Event{ID: "e", Title: "x"}))
	must(t, s.Close())
	if n := len(s.backups()); n != 2 {
		t.Fatalf("%d backups after closing", n)
	}
	// Opened, read and closed again: nothing new to keep.
	again := openLibrary(t, s.Path())
	_, err := again.Shelves(ctx)
	must(t, err)
	must(t, again.Close())
	if n := len(s.backups()); n != 2 {
		t.Fatalf("%d backups after reading", n)
	}
	for _, b := range s.backups() {
		if b.Size == 0 || time.Since(b.Made) > time.Hour || b.Before != 0 || sound(ctx, b.Path) != nil {
			t.Errorf("backup: %+v", b)
		}
	}
	left, err := os.ReadDir(backupFolder(s.Path()))
	must(t, err)
	if len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}

func TestANewLibraryNeedsNoBackup(t *testing.T) {
	l := openLibrary(t, filepath.Join(t.TempDir(), "l.parallax"))
	must(t, l.Close())
	files, err := Backups(l.Path())
	must(t, err)
	if len(files) != 0 {
		t.Errorf("backups: %+v", files)
	}
}

func TestBackupsAreThinnedButNotTheOneBeforeANewVersion(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	must(t, s.Backup(ctx))
	b, err := os.ReadFile(s.backups()[0].Path)
	must(t, err)
	dir := backupFolder(s.Path())
	for day := range 400 {
		name := time.Now().UTC().AddDate(0, 0, -1-day).Format(backupTime)
		must(t, os.WriteFile(filepath.Join(dir, name+backupEnding), b, 0o600))
	}
	old := filepath.Join(dir, "2020-01-02T030405.000Z-version1.parallax")
	strange := filepath.Join(dir, "my own copy.parallax")
	must(t, os.WriteFile(old, b, 0o600))
	must(t, os.WriteFile(strange, b, 0o600))
	must(t, s.AddEvent(ctx, data.Event{ID: "e", Title: "x"}))
	must(t, s.Backup(ctx))
	files := s.backups()
	if len(files) != keptRecent+keptWeekly+keptMonthly+1 {
		t.Errorf("%d backups", len(files))
	}
	if last := files[len(files)-1]; last.Path != old || last.Before != 1 {
		t.Errorf("the oldest: %+v", last)
	}
	if _, err := os.Stat(strange); err != nil {
		t.Errorf("a file that is not ours: %v", err)
	}
}

func TestNotesAreSavedWhileABackupIsMade(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			for range 10 {
				if err := s.Backup(ctx); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 60 {
		must(t, s.SaveNote(ctx, s.note(r, 0, 9, "x")))
	}
	both.Wait()
	must(t, s.Close())
	newest := s.backups()[0]
	l, err := OpenCopy(ctx, newest.Path)
	must(t, err)
	defer l.Close()
	notes, err := l.Notes(ctx, s.event)
	must(t, err)
	if len(notes) != 60 {
		t.Errorf("the newest backup has %d notes", len(notes))
	}
	must(t, l.Verify(ctx))
}
