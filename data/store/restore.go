package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-sqlite3"
)

// Restore puts a copy of a backup in the place of the library at path, which
// must not be open. The old file and its -wal file stay in the same folder
// under another name; the backup stays as it is.
func Restore(path, backup string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	return plain(path, "go back to a backup", restoreFile(ctx, path, backup))
}

func restoreFile(ctx context.Context, path, backup string) error {
	if err := sound(ctx, backup); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(path), ".restoring-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	copied := filepath.Join(work, "copy")
	if err := copyFile(backup, copied); err != nil {
		return err
	}
	if err := syncFile(copied); err != nil {
		return err
	}
	// The order lets a power cut do no harm: the old files are kept before
	// anything touches them, and the old -wal file is out of the way before
	// the new file could take it for its own.
	aside := setAside(path)
	if err := keepAs(path, aside); err != nil {
		return err
	}
	if err := closed(ctx, path); err != nil {
		for _, end := range besides {
			os.Remove(aside + end)
		}
		return err
	}
	for _, end := range besides[1:] {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.Rename(copied, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// besides are the endings of the files that together are a library.
var besides = []string{"", "-wal", "-journal"}

// setAside is the name a library's files are kept under when others take
// their place.
func setAside(path string) string {
	return path + ".before-" + time.Now().UTC().Format(backupTime)
}

// keepAs copies the files of a library, as far as there are any.
func keepAs(path, name string) error {
	for _, end := range besides {
		err := copyFile(path+end, name+end)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = syncFile(name + end)
		}
		if err != nil {
			return fmt.Errorf("keep the old file: %w", err)
		}
	}
	return syncFolder(filepath.Dir(name))
}

// closed returns an error when somebody has the library at path open. It asks
// for nothing more: the file may well be damaged or gone. SQLite may work the
// -wal file into it meanwhile.
func closed(ctx context.Context, path string) error {
	db, err := connect(ctx, path, inUse)
	if err == nil {
		return db.Close()
	}
	var e sqlite3.Error
	if errors.As(err, &e) && e.Code == sqlite3.ErrBusy {
		return err
	}
	return nil
}
