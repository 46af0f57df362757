package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/mattn/go-sqlite3"

	"parallax/data"
)

// copyTries is how often a copy is begun anew because the library was written
// to meanwhile.
const copyTries = 5

// openCopy opens a copy of a library that may not be written to. SQLite could
// open the file itself as immutable, but would then pass over the changes that
// are still in the -wal file, without a word.
func openCopy(ctx context.Context, path string, all []migration) (*Library, error) {
	dir, err := os.MkdirTemp("", "parallax-*")
	if err != nil {
		return nil, plain(path, "copy the library to read it", err)
	}
	copied := filepath.Join(dir, "library.parallax")
	err = copyAtRest(ctx, path, copied)
	if err != nil {
		os.RemoveAll(dir)
		return nil, plain(path, "copy the library to read it", err)
	}
	l, err := openFile(ctx, copied, path, all)
	if err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	l.copied = dir
	return l, nil
}

// leftoverFits returns a Problem with a *Damaged when the -wal file that a
// crash left behind does not belong to the library, as when somebody put an
// older copy in its place by hand. SQLite would work it in all the same and
// spoil both, so they are tried out on a copy. After a proper end there is no
// such file and nothing to do.
func leftoverFits(ctx context.Context, path string) error {
	info, err := os.Stat(path + "-wal")
	if err != nil || info.Size() == 0 {
		return nil
	}
	dir, err := os.MkdirTemp("", "parallax-*")
	if err != nil {
		return nil // no room to try: a full disk must not keep a library shut
	}
	defer os.RemoveAll(dir)
	copied := filepath.Join(dir, "library.parallax")
	if err := copyAtRest(ctx, path, copied); err != nil {
		var moving *data.Problem
		if errors.As(err, &moving) {
			return err
		}
		return nil
	}
	db, err := connect(ctx, copied, inUse)
	if err == nil {
		defer db.Close()
		err = saysOK(ctx, db, `PRAGMA integrity_check(1)`)
	}
	var e sqlite3.Error
	if err == nil || errors.As(err, &e) && e.Code != sqlite3.ErrCorrupt && e.Code != sqlite3.ErrNotADB {
		return nil
	}
	return damaged(path, err, nil)
}

// copyAtRest copies the library and its -wal file as they were at one moment.
func copyAtRest(ctx context.Context, path, to string) error {
	for range copyTries {
		if err := ctx.Err(); err != nil {
			return err
		}
		before := states(path, path+"-wal")
		for _, end := range []string{"", "-wal"} {
			if err := os.Remove(to + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			err := copyFile(path+end, to+end)
			if err != nil && !(end == "-wal" && errors.Is(err, fs.ErrNotExist)) {
				return err
			}
		}
		if states(path, path+"-wal") == before {
			return nil
		}
	}
	return &data.Problem{
		Said: "This library is being written to.",
		Next: "Close it in the other window or program and try again.",
	}
}

// A state is what shows that a file was written to.
type state struct {
	size int64
	at   time.Time
}

func states(a, b string) [2]state {
	var s [2]state
	for i, path := range []string{a, b} {
		if info, err := os.Stat(path); err == nil {
			s[i] = state{info.Size(), info.ModTime()}
		}
	}
	return s
}

func isReadOnlyDisk(err error) bool { return errors.Is(err, syscall.EROFS) }
