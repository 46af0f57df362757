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
	if err := closed(ctx, path); err != nil {
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
	// The order lets a power cut do no harm: the old file has its second name
	// before it loses the first, and the old -wal file is out of the way
	// before the new file could take it for its own.
	aside := path + ".before-" + time.Now().UTC().Format(backupTime)
	if err := keepAs(path, aside); err != nil {
		return err
	}
	for _, end := range []string{"-wal", "-journal"} {
		if err := os.Rename(path+end, aside+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.Rename(copied, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// keepAs gives the file at path a second name; a copy where a file can have only one.
func keepAs(path, name string) error {
	err := os.Link(path, name)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := copyFile(path, name); err != nil {
		return fmt.Errorf("keep the old file: %w", err)
	}
	return syncFile(name)
}

// closed returns an error when somebody has the library at path open. It asks
// for nothing more: the file may well be damaged or gone.
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
