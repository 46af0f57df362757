package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/data"
)

// closedShelf is a library with a report and some notes, closed, and its file's bytes.
func closedShelf(t *testing.T) (shelf, []byte) {
	t.Helper()
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	for range 40 {
		must(t, s.SaveNote(ctx, s.note(r, 0, 9, strings.Repeat("a long note ", 60))))
	}
	must(t, s.Close())
	b, err := os.ReadFile(s.Path())
	must(t, err)
	return s, b
}

// refused tells what Open says about the file at path, and checks that the
// file is as it was and nothing new is beside it.
func refused(t *testing.T, path string) (string, error) {
	t.Helper()
	before, err := os.ReadFile(path)
	must(t, err)
	names, err := filepath.Glob(filepath.Dir(path) + "/*")
	must(t, err)
	l, err := Open(context.Background(), path)
	if err == nil {
		l.Close()
		t.Fatal("opened")
	}
	var p *data.Problem
	if !errors.As(err, &p) || p.Next == "" {
		t.Errorf("not in plain words: %v", err)
	}
	after, readErr := os.ReadFile(path)
	must(t, readErr)
	if string(after) != string(before) {
		t.Error("the file was changed")
	}
	now, globErr := filepath.Glob(filepath.Dir(path) + "/*")
	must(t, globErr)
	same(t, "files", now, names)
	said, _ := data.Plain(p)
	return said, err
}

func TestFilesThatAreNoLibrary(t *testing.T) {
	ctx := context.Background()
	another := filepath.Join(t.TempDir(), "bookmarks.sqlite")
	db, err := connect(ctx, another, making)
	must(t, err)
	_, err = db.Exec(`CREATE TABLE bookmark (url); INSERT INTO bookmark VALUES ('https://courier.example'); PRAGMA application_id = 12`)
	must(t, err)
	must(t, db.Close())
	theirs, err := os.ReadFile(another)
	must(t, err)
	for what, b := range map[string][]byte{
		"empty": {}, "one byte": {7}, "text": []byte(strings.Repeat("The bridge. ", 100)),
		"PNG": []byte("\x89PNG\r\n\x1a\n" + strings.Repeat("x", 500)), "magic only": []byte(sqliteMagic),
		"another program's": theirs,
	} {
		path := filepath.Join(t.TempDir(), "file")
		must(t, os.WriteFile(path, b, 0o600))
		if said, _ := refused(t, path); said != "This file is not a Parallax library." {
			t.Errorf("%s: %s", what, said)
		}
	}
	if _, err := Open(ctx, t.TempDir()); err == nil {
		t.Error("a folder was opened")
	}
}

func TestANewerLibraryIsRefused(t *testing.T) {
	s, b := closedShelf(t)
	binary.BigEndian.PutUint32(b[versionAt:], 9)
	must(t, os.WriteFile(s.Path(), b, 0o600))
	said, err := refused(t, s.Path())
	all, listed := migrations(schema, "schema")
	must(t, listed)
	if said != fmt.Sprintf("This library was made by a newer Parallax (file version 9, this program knows %d).", len(all)) {
		t.Error(err)
	}
}

func TestADamagedLibraryIsKeptAndItsBackupOffered(t *testing.T) {
	ctx := context.Background()
	for what, spoil := range map[string]func([]byte) []byte{
		"zeroed header":     func(b []byte) []byte { clear(b[:headerLength]); return b },
		"scrawled header":   func(b []byte) []byte { copy(b, "garbage garbage garbage"); return b },
		"application_id":    func(b []byte) []byte { b[applicationAt]++; return b },
		"zeroed first page": func(b []byte) []byte { clear(b[:4096]); return b },
		"schema scrawled":   func(b []byte) []byte { copy(b[headerLength:], strings.Repeat("\xa5", 40)); return b },
		"cut to nothing":    func(b []byte) []byte { return nil },
		"cut to one page":   func(b []byte) []byte { return b[:4096] },
	} {
		s, b := closedShelf(t)
		backups, err := Backups(s.Path())
		must(t, err)
		must(t, os.WriteFile(s.Path(), spoil(b), 0o600))
		l, err := Open(ctx, s.Path())
		if err == nil {
			// The damage is further in; reading meets it.
			_, err = l.Notes(ctx, s.event)
			l.db.Close()
		}
		var d *Damaged
		if !errors.As(err, &d) || d.Path != s.Path() || d.Backup != backups[0].Path {
			t.Errorf("%s: %v", what, err)
			continue
		}
		must(t, Restore(d.Path, d.Backup))
		l = openLibrary(t, s.Path())
		notes, err := l.Notes(ctx, s.event)
		must(t, err)
		if len(notes) != 40 {
			t.Errorf("%s: %d notes after going back", what, len(notes))
		}
	}
}

func TestZerosWithoutABackupAreADamagedLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.parallax")
	must(t, os.WriteFile(path, make([]byte, 8192), 0o600))
	_, err := refused(t, path)
	var d *Damaged
	if !errors.As(err, &d) || d.Backup != "" {
		t.Error(err)
	}
}

func TestAStaleWALFileDoesNotSpoilALibrary(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	must(t, s.Backup(ctx))
	r := s.addReport("The Courier", bridgeText)
	for range 40 {
		must(t, s.SaveNote(ctx, s.note(r, 0, 9, strings.Repeat("a long note ", 60))))
	}
	must(t, s.Backup(ctx))
	for range 40 {
		must(t, s.SaveNote(ctx, s.note(r, 0, 9, strings.Repeat("another ", 60))))
	}
	wal, err := os.ReadFile(s.Path() + "-wal")
	must(t, err)
	backups, err := Backups(s.Path())
	must(t, err)
	// Somebody puts an older copy under the library's name and forgets the -wal file.
	path := filepath.Join(t.TempDir(), "l.parallax")
	must(t, copyFile(backups[1].Path, path))
	must(t, os.WriteFile(path+"-wal", wal, 0o600))
	l, err := Open(ctx, path)
	if err == nil {
		// Every page may have been in the -wal file: then it is whole.
		must(t, l.Verify(ctx))
		t.Skip("the -wal file held the whole library")
	}
	var d *Damaged
	if !errors.As(err, &d) {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path + "-wal")
	must(t, err)
	if string(after) != string(wal) {
		t.Error("the -wal file was changed")
	}
}

func TestAWALFileWhoseLibraryIsGoneIsSetAside(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	path := filepath.Join(t.TempDir(), "l.parallax")
	must(t, copyFile(s.Path()+"-wal", path+"-wal"))
	l := openLibrary(t, path)
	shelves, err := l.Shelves(ctx)
	must(t, err)
	if len(shelves) != 0 {
		t.Errorf("a new library holds %+v", shelves)
	}
	kept, err := filepath.Glob(path + ".before-*-wal")
	must(t, err)
	if len(kept) != 1 {
		t.Errorf("kept: %v", kept)
	}
}

func TestFoldersThatWillNotHaveALibrary(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	_, err := Open(ctx, filepath.Join(file, "folder", "l.parallax"))
	var p *data.Problem
	if !errors.As(err, &p) {
		t.Errorf("a file for a folder: %v", err)
	}
	_, err = OpenCopy(ctx, filepath.Join(t.TempDir(), "none.parallax"))
	if said, _ := data.Plain(err); said != "There is no library of that name." || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no library: %v", err)
	}
}

func TestALibraryWithAStrangeName(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "what? 100%25 #1 & [Ünü] 橋", "a b?mode=memory.parallax")
	l := openLibrary(t, path)
	must(t, l.AddEvent(ctx, data.Event{ID: "e", Title: "x"}))
	must(t, l.Close())
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	again := openLibrary(t, path)
	shelves, err := again.Shelves(ctx)
	must(t, err)
	if len(shelves) != 1 {
		t.Errorf("shelves: %+v", shelves)
	}
	backups, err := Backups(path)
	must(t, err)
	if len(backups) != 1 {
		t.Errorf("backups: %+v", backups)
	}
}

func TestTheSettingsThatKeepNotesSafe(t *testing.T) {
	s := newShelf(t)
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "locking_mode": "exclusive", "foreign_keys": "1", "trusted_schema": "0",
		"cell_size_check": "1", "application_id": "1349285937",
	} {
		var got string
		must(t, s.db.QueryRow(`PRAGMA `+pragma).Scan(&got))
		if got != want {
			t.Errorf("%s is %s, not %s", pragma, got, want)
		}
	}
	err := each(context.Background(), s.db, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		t.Errorf("table %s is not STRICT", name)
		return err
	}, `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'`)
	must(t, err)
}

// OpenCopy leaves the library alone even while changes wait in its -wal file.
func TestACopyLeavesTheLibraryAlone(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	l, err := OpenCopy(ctx, s.Path())
	must(t, err)
	shelves, err := l.Shelves(ctx)
	must(t, err)
	if len(shelves) != 1 || !l.ReadOnly() {
		t.Errorf("shelves: %+v", shelves)
	}
	must(t, l.Verify(ctx))
	must(t, l.Backup(ctx))
	must(t, l.Close())
	if _, err := os.Stat(l.copied); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the copy is left: %v", err)
	}
	if backups, err := Backups(s.Path()); err != nil || len(backups) != 0 {
		t.Errorf("backups: %v, %v", backups, err)
	}
}
