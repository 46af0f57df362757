package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"parallax/data"
)

// lockRefused reports whether e is what SQLite says when it gets no lock.
func lockRefused(e sqlite3.Error) bool {
	return e.Code == sqlite3.ErrBusy || e.Code == sqlite3.ErrProtocol ||
		e.ExtendedCode == sqlite3.ErrIoErrLock || e.ExtendedCode == sqlite3.ErrIoErrRDlock ||
		e.ExtendedCode == sqlite3.ErrIoErrUnlock
}

// lockable tells a library that somebody else has open from one in a folder
// where nobody can lock a file, as on some network shares: SQLite says the
// same of both. It asks for a lock on a file of its own.
func lockable(ctx context.Context, path string, err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) || !lockRefused(e) {
		return err
	}
	f, made := os.CreateTemp(filepath.Dir(path), ".probe-*")
	if made != nil {
		return err
	}
	defer os.Remove(f.Name())
	f.Close()
	db, refused := connect(ctx, f.Name(), making)
	if refused == nil {
		_, refused = db.ExecContext(ctx, `CREATE TABLE probe (one)`)
		db.Close()
	}
	if refused == nil || !errors.As(refused, &e) || !lockRefused(e) {
		return err
	}
	return &data.Problem{
		Said: "This folder cannot keep a library safe: it does not let one program lock a file.",
		Next: "Move the library to a folder on this computer and open it there.",
		Err:  errors.Join(err, refused),
	}
}
