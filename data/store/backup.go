package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A BackupFile is one backup of a library.
type BackupFile struct {
	Path string
	Made time.Time // in UTC
	Size int64     // bytes
	// Before is the file version a library had before it was brought up to
	// date, for the backup made then; 0 for all others.
	Before int
}

const (
	backupTime   = "2006-01-02T150405.000Z"
	backupEnding = ".parallax"
)

// backupFolder is where the backups of the library at path are.
func backupFolder(path string) string { return path + ".backups" }

// Backup copies the library, as it is now, into the folder of its backups, and
// thins these out to the recent ones, one a week and one a month. It does
// nothing when nothing changed since the last. Saving waits while the copy is
// made, but not while it is looked over.
func (l *Library) Backup(ctx context.Context) error {
	if l.ReadOnly() {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	l.backingUp.Lock()
	defer l.backingUp.Unlock()
	mark, err := markOf(ctx, l.db)
	if err != nil {
		return l.failed(ctx, "back up the library", err)
	}
	if l.backedUp == "" {
		l.backedUp = markOfNewest(ctx, l.path)
	}
	if mark == l.backedUp {
		return nil
	}
	if err := l.backup(ctx, ""); err != nil {
		return l.failed(ctx, "back up the library", err)
	}
	// A change made since the mark was read is in the backup but not in the
	// mark; at worst the next backup is one more of the same.
	l.backedUp = mark
	return l.failed(ctx, "thin out the backups", thinOut(l.path))
}

// backupBefore copies a library that is about to be brought up to date from
// version, unless there is such a copy of it already from a try that failed.
func (l *Library) backupBefore(ctx context.Context, version int) error {
	mark, err := markOf(ctx, l.db)
	if err != nil {
		return err
	}
	files, err := Backups(l.path)
	if err != nil {
		return err
	}
	for _, b := range files {
		if b.Before == version && markOfFile(ctx, b.Path) == mark {
			return nil
		}
	}
	return l.backup(ctx, fmt.Sprintf("-version%d", version))
}

func (l *Library) backup(ctx context.Context, mark string) error {
	dir := backupFolder(l.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	// VACUUM INTO wants a name no file has; a folder of our own has free names.
	work, err := os.MkdirTemp(dir, ".making-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	made := filepath.Join(work, "copy")
	if _, err := l.db.ExecContext(ctx, `VACUUM INTO ?`, made); err != nil {
		return err
	}
	if err := syncFile(made); err != nil {
		return err
	}
	if err := sound(ctx, made); err != nil {
		return fmt.Errorf("the copy is not sound: %w", err)
	}
	name := time.Now().UTC().Format(backupTime) + mark + backupEnding
	if err := os.Rename(made, filepath.Join(dir, name)); err != nil {
		return err
	}
	return syncFolder(dir)
}

func markOf(ctx context.Context, q querier) (string, error) {
	var mark string
	err := q.QueryRowContext(ctx, `SELECT mark FROM library`).Scan(&mark)
	return mark, err
}

// markOfNewest is the mark of the newest backup, empty when there is none or
// it cannot be read.
func markOfNewest(ctx context.Context, path string) string {
	files, err := Backups(path)
	if err != nil || len(files) == 0 {
		return ""
	}
	return markOfFile(ctx, files[0].Path)
}

// markOfFile is the mark of a backup, empty when it cannot be read.
func markOfFile(ctx context.Context, path string) string {
	db, err := connect(ctx, path, looking)
	if err != nil {
		return ""
	}
	defer db.Close()
	mark, err := markOf(ctx, db)
	if err != nil {
		return ""
	}
	return mark
}

// Backups returns the backups of the library at path, the newest first; none
// when there is no such library.
func Backups(path string) ([]BackupFile, error) {
	dir := backupFolder(path)
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, plain(path, "list the backups", err)
	}
	var files []BackupFile
	for _, e := range entries {
		name, ours := strings.CutSuffix(e.Name(), backupEnding)
		if !ours || !e.Type().IsRegular() {
			continue
		}
		name, version, marked := strings.Cut(name, "-version")
		b := BackupFile{Path: filepath.Join(dir, e.Name())}
		if b.Made, err = time.Parse(backupTime, name); err != nil {
			continue // not a backup of ours
		}
		if marked {
			if _, err := fmt.Sscanf(version, "%d", &b.Before); err != nil {
				continue
			}
		}
		info, err := e.Info()
		if err != nil {
			continue // gone meanwhile
		}
		b.Size = info.Size()
		files = append(files, b)
	}
	slices.SortFunc(files, func(a, b BackupFile) int {
		return b.Made.Compare(a.Made)
	})
	return files, nil
}

// thinOut deletes the backups that are not worth keeping. The one made before
// a library was brought up to date is always kept.
func thinOut(path string) error {
	files, err := Backups(path)
	if err != nil {
		return err
	}
	var made []time.Time
	for _, b := range files {
		if b.Before == 0 {
			made = append(made, b.Made)
		}
	}
	kept := thin(made)
	for _, b := range files {
		if b.Before == 0 && !slices.ContainsFunc(kept, b.Made.Equal) {
			if err := os.Remove(b.Path); err != nil {
				return err
			}
		}
	}
	return nil
}

// newestSound returns the newest backup of the library at path that is not
// itself damaged.
func newestSound(path string) (BackupFile, bool) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	files, err := Backups(path)
	if err != nil {
		return BackupFile{}, false
	}
	for _, b := range files {
		if sound(ctx, b.Path) == nil {
			return b, true
		}
	}
	return BackupFile{}, false
}

// sound returns nil when the library at path, which nobody writes to, holds
// together.
func sound(ctx context.Context, path string) error {
	db, err := connect(ctx, path, looking)
	if err != nil {
		return err
	}
	defer db.Close()
	var id int
	if err := db.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return err
	}
	if id != applicationID {
		return notALibrary(fmt.Errorf("application_id %x", id))
	}
	return saysOK(ctx, db, `PRAGMA quick_check(1)`)
}

// saysOK runs a check that answers "ok" or what it found.
func saysOK(ctx context.Context, q querier, check string) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		var said string
		if err := rows.Scan(&said); err != nil || said == "ok" {
			return err
		}
		return errors.New(said)
	}, check)
}
