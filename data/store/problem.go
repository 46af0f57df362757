package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"parallax/data"
)

// Damaged is the cause of a Problem with a file that is not as it was written.
// The file is left as it is.
type Damaged struct {
	Path   string   // the library's file
	Backup string   // the newest backup that is sound; empty: there is none
	Found  []string // one sentence for each thing found damaged, if anybody looked
}

func (d *Damaged) Error() string {
	s := d.Path + " is damaged"
	if len(d.Found) > 0 {
		s += ": " + strings.Join(d.Found, " ")
	}
	return s
}

// plain puts a driver's or system's error into the reader's words. All errors
// of the package pass here, and nothing above it sees the driver's own.
func (l *Library) plain(doing string, err error) error {
	return plain(l.path, doing, err)
}

func plain(path, doing string, err error) error {
	if err == nil {
		return nil
	}
	var known *data.Problem
	if errors.As(err, &known) {
		return known
	}
	err = fmt.Errorf("%s: %w", doing, err)
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var e sqlite3.Error
	if errors.As(err, &e) {
		return plainSQLite(path, err, e)
	}
	return plainSystem(err)
}

func plainSQLite(path string, err error, e sqlite3.Error) error {
	full := e.SystemErrno == syscall.ENOSPC || e.SystemErrno == syscall.EFBIG || e.SystemErrno == quotaUsedUp
	switch {
	case e.Code == sqlite3.ErrFull, full:
		return diskFull(err)
	case e.Code == sqlite3.ErrBusy, e.Code == sqlite3.ErrLocked:
		return inUseElsewhere(err)
	case e.Code == sqlite3.ErrCorrupt, e.Code == sqlite3.ErrNotADB:
		return damaged(path, err, nil)
	case e.Code == sqlite3.ErrReadonly, e.Code == sqlite3.ErrPerm, e.Code == sqlite3.ErrAuth:
		return &data.Problem{
			Said: "Parallax may not write to this library.",
			Next: "Copy it to a folder you may write to and open the copy.",
			Err:  err,
		}
	case e.Code == sqlite3.ErrIoErr, e.Code == sqlite3.ErrCantOpen:
		return &data.Problem{
			Said: "The disk did not do what Parallax asked of it.",
			Next: "If the library is on a stick or in the network, see that it is plugged in, and try again. What was saved before is kept.",
			Err:  err,
		}
	}
	return err
}

func plainSystem(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG), errors.Is(err, quotaUsedUp):
		return diskFull(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return &data.Problem{
			Said: "Parallax may not write in this folder.",
			Next: "Choose another folder.",
			Err:  err,
		}
	}
	return err
}

func diskFull(err error) error {
	return &data.Problem{
		Said: "The disk is full.",
		Next: "Delete something you no longer need and try again. What was saved before is kept.",
		Err:  err,
	}
}

func inUseElsewhere(err error) error {
	return &data.Problem{
		Said: "This library is already open.",
		Next: "Close it in the other window or program, then open it again here.",
		Err:  err,
	}
}

// damaged tells of a damaged file and looks for the backup to offer.
func damaged(path string, err error, found []string) error {
	d := &Damaged{Path: path, Found: found}
	p := &data.Problem{
		Said: "This library is damaged.",
		Next: "It was left as it is, and there is no backup of it. Ask somebody who knows SQLite files to have a look.",
		Err:  fmt.Errorf("%w: %w", d, err),
	}
	if b, ok := newestSound(path); ok {
		d.Backup = b.Path
		p.Next = "It was left as it is. Go back to the backup of {{.When}}."
		p.With = data.With{"When": b.Made.Local().Format("2006-01-02, 15:04")}
	}
	return p
}

func newer(have, known int) error {
	return &data.Problem{
		Said: "This library was made by a newer Parallax (file version {{.Have}}, this program knows {{.Known}}).",
		Next: "Open it with the newer program.",
		With: data.With{"Have": have, "Known": known},
	}
}

func notALibrary(err error) error {
	return &data.Problem{
		Said: "This file is not a Parallax library.",
		Next: "Choose another file. Nothing in it was changed.",
		Err:  err,
	}
}
