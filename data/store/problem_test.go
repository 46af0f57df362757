package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"parallax/data"
)

func TestErrorsOfTheDriverAreToldInPlainWords(t *testing.T) {
	path := t.TempDir() + "/l.parallax"
	for _, c := range []struct {
		err  error
		said string
	}{
		{sqlite3.Error{Code: sqlite3.ErrFull}, "The disk is full."},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.ENOSPC}, "The disk is full."},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: quotaUsedUp}, "The disk is full."},
		{fmt.Errorf("copy: %w", syscall.ENOSPC), "The disk is full."},
		{sqlite3.Error{Code: sqlite3.ErrBusy}, "This library is already open."},
		{sqlite3.Error{Code: sqlite3.ErrCorrupt}, "This library is damaged."},
		{sqlite3.Error{Code: sqlite3.ErrNotADB}, "This library is damaged."},
		{sqlite3.Error{Code: sqlite3.ErrReadonly}, "Parallax may not write to this library."},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, "The disk did not do what Parallax asked of it."},
		{fs.ErrPermission, "Parallax may not write in this folder."},
		{syscall.EROFS, "Parallax may not write in this folder."},
	} {
		err := plain(path, "save note 7", c.err)
		var p *data.Problem
		if !errors.As(err, &p) || p.Said != c.said || p.Next == "" {
			t.Errorf("%v: %v", c.err, err)
			continue
		}
		if !errors.Is(err, c.err) || !strings.Contains(err.Error(), "save note 7") {
			t.Errorf("%v: the cause is lost: %v", c.err, err)
		}
		if again := plain(path, "and so on", err); again != err {
			t.Errorf("told twice: %v", again)
		}
	}
	if err := plain(path, "save", context.Canceled); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	if err := plain(path, "save", nil); err != nil {
		t.Errorf("nothing: %v", err)
	}
}

func TestAFullLibraryKeepsWhatItHas(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	var pages int
	must(t, s.db.QueryRow(`PRAGMA page_count`).Scan(&pages))
	_, err := s.db.Exec(fmt.Sprintf(`PRAGMA max_page_count = %d`, pages+2))
	must(t, err)
	saved := 0
	for err == nil {
		if err = s.SaveNote(ctx, s.note(r, 0, 9, strings.Repeat("word ", 2000))); err == nil {
			saved++
		}
	}
	if said, _ := data.Plain(err); said != "The disk is full." {
		t.Errorf("said: %v", err)
	}
	notes, err := s.Notes(ctx, s.event)
	must(t, err)
	if len(notes) != saved {
		t.Errorf("%d notes, %d were saved", len(notes), saved)
	}
	_, err = s.db.Exec(`PRAGMA max_page_count = 1000000`)
	must(t, err)
	must(t, s.SaveNote(ctx, s.note(r, 0, 9, "room again")))
	must(t, s.Verify(ctx))
}

func TestALockRefusedIsToldFromALibraryInUse(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	// This folder has locks, so the library is in use.
	busy := plain(s.Path(), "open", sqlite3.Error{Code: sqlite3.ErrBusy})
	if got := lockable(ctx, s.Path(), busy); got != busy {
		t.Errorf("in use: %v", got)
	}
	other := errors.New("something else")
	if got := lockable(ctx, s.Path(), other); got != other {
		t.Errorf("something else: %v", got)
	}
	for _, e := range []sqlite3.Error{{Code: sqlite3.ErrBusy}, {Code: sqlite3.ErrProtocol}, {Code: sqlite3.ErrIoErr, ExtendedCode: sqlite3.ErrIoErrLock}} {
		if !lockRefused(e) {
			t.Errorf("%v is a lock refused", e)
		}
	}
	if lockRefused(sqlite3.Error{Code: sqlite3.ErrFull}) {
		t.Error("a full disk is no lock refused")
	}
}
