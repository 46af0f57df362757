package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"parallax/data"
)

// Open opens the library at path, and makes it, with its folder, when there is
// none. A library of an older version is brought up to date, after a backup.
// One that may not be written to is opened for reading (see ReadOnly).
//
// The error is a *data.Problem when the file is open already, damaged (its
// cause is a *Damaged), made by a newer Parallax or no library at all, or when
// the folder or the disk will not have it. The file is then as it was.
func Open(ctx context.Context, path string) (*Library, error) {
	all, err := migrations(schema, "schema")
	if err != nil {
		return nil, err
	}
	return open(ctx, path, all)
}

// OpenCopy opens a copy of the library at path for reading. The library itself
// is not touched, not even to bring it up to date.
func OpenCopy(ctx context.Context, path string) (*Library, error) {
	all, err := migrations(schema, "schema")
	if err != nil {
		return nil, err
	}
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	err = recognise(path, len(all))
	if errors.Is(err, fs.ErrNotExist) {
		err = &data.Problem{
			Said: "There is no library of that name.",
			Next: "Look at the name and the folder again.",
			Err:  err,
		}
	}
	if err != nil {
		return nil, plain(path, "open the library", err)
	}
	return openCopy(ctx, path, all)
}

func open(ctx context.Context, path string, all []migration) (*Library, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	err = recognise(path, len(all))
	if errors.Is(err, fs.ErrNotExist) {
		err = create(ctx, path, all)
	}
	if err != nil {
		return nil, plain(path, "open the library", err)
	}
	if !writable(path) {
		return openCopy(ctx, path, all)
	}
	if err := leftoverFits(ctx, path); err != nil {
		return nil, plain(path, "open the library", err)
	}
	l, err := openFile(ctx, path, path, all)
	if err != nil {
		return nil, lockable(ctx, path, err)
	}
	return l, nil
}

// openFile opens the library in file, which is path or a copy of it.
func openFile(ctx context.Context, file, path string, all []migration) (*Library, error) {
	db, err := connect(ctx, file, inUse)
	if err != nil {
		return nil, plain(path, "open the library", err)
	}
	l := &Library{path: path, db: db}
	if err := l.bringUpToDate(ctx, all, file == path); err != nil {
		db.Close()
		return nil, l.failed(ctx, "open the library", err)
	}
	return l, nil
}

// bringUpToDate runs the migrations a library still needs. The version in the
// file's first bytes can be behind that of the -wal file, so it is asked anew.
func (l *Library) bringUpToDate(ctx context.Context, all []migration, backup bool) error {
	have, err := fileVersion(ctx, l.db)
	if err != nil {
		return err
	}
	if have > len(all) {
		return newer(have, len(all))
	}
	if have == len(all) {
		return nil
	}
	if backup {
		if err := l.backupBefore(ctx, have); err != nil {
			return err
		}
	}
	return migrate(ctx, l.db, all)
}

// create makes a new library. It is built under another name and gets its own
// when it is whole, so nobody ever finds half a library.
func create(ctx context.Context, path string, all []migration) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return folderProblem(dir, err)
	}
	f, err := os.CreateTemp(dir, ".new-*.parallax")
	if err != nil {
		return folderProblem(dir, err)
	}
	built := f.Name()
	defer os.Remove(built)
	defer os.Remove(built + "-journal")
	if err := f.Close(); err != nil {
		return err
	}
	db, err := connect(ctx, built, making)
	if err != nil {
		return err
	}
	if err := errors.Join(migrate(ctx, db, all), db.Close()); err != nil {
		return err
	}
	// A -wal file whose library is gone would be taken for that of the new one.
	err = os.Rename(path+"-wal", setAside(path)+"-wal")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return putInPlace(built, path)
}

// putInPlace gives the file at from the name to, on the disk too, unless there
// is a file of that name already.
func putInPlace(from, to string) error {
	if err := syncFile(from); err != nil {
		return err
	}
	err := os.Link(from, to)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil { // a file system without links
		err = os.Rename(from, to)
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

func folderProblem(dir string, err error) error {
	said := plainSystem(err)
	var p *data.Problem
	if errors.As(said, &p) {
		return said
	}
	return &data.Problem{
		Said: "The folder for this library could not be made.",
		Next: "Choose another folder.",
		Err:  fmt.Errorf("make folder %s: %w", dir, err),
	}
}

// The first bytes of an SQLite file, see https://www.sqlite.org/fileformat.html.
const (
	sqliteMagic   = "SQLite format 3\x00"
	versionAt     = 60
	applicationAt = 68
	headerLength  = 100
)

// recognise looks at the first bytes of the file at path, without SQLite,
// which could change another program's file merely by opening it. It returns
// nil when this program may go on to open it, fs.ErrNotExist when there is
// nothing.
func recognise(path string, known int) error {
	info, err := os.Stat(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return &data.Problem{
			Said: "This library cannot be read.",
			Next: "See that its disk or network is there and that you may read the file.",
			Err:  err,
		}
	}
	if !info.Mode().IsRegular() {
		return notALibrary(errors.New("it is not a file"))
	}
	f, err := os.Open(path)
	if err != nil {
		return &data.Problem{
			Said: "You may not read this library.",
			Next: "Ask whoever gave it to you, or choose another.",
			Err:  err,
		}
	}
	defer f.Close()
	head := make([]byte, headerLength)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return err
	}
	head = head[:n]
	v, ours := headVersion(head)
	if !ours {
		if wasOurs(path, head, info.Size()) {
			return damaged(path, errors.New("its first bytes are not those of a library"), nil)
		}
		return notALibrary(errors.New("its first bytes are not those of a library"))
	}
	if v > known {
		return newer(v, known)
	}
	return nil
}

// headVersion is the file version in the first bytes of a library; ours is
// whether they are those of one.
func headVersion(head []byte) (version int, ours bool) {
	if len(head) < headerLength || string(head[:len(sqliteMagic)]) != sqliteMagic ||
		binary.BigEndian.Uint32(head[applicationAt:]) != applicationID {
		return 0, false
	}
	return int(binary.BigEndian.Uint32(head[versionAt:])), true
}

// Older reports whether the library at path is of an older version, so that
// opening it brings it up to date first. That takes about as long as making a
// library of its size: seconds where it holds tens of thousands of notes.
func Older(path string) bool {
	all, err := migrations(schema, "schema")
	if err != nil {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, headerLength)
	if _, err := io.ReadFull(f, head); err != nil {
		return false
	}
	version, ours := headVersion(head)
	return ours && version < len(all)
}

// wasOurs tells a library whose beginning was lost from a file that never was
// one: there are backups of it, or it has the size of a database and begins
// with nothing but zeros.
func wasOurs(path string, head []byte, size int64) bool {
	if _, ok := newestSound(path); ok {
		return true
	}
	for _, b := range head {
		if b != 0 {
			return false
		}
	}
	return size > 0 && size%512 == 0
}

// writable reports whether both the file and its folder, which holds the -wal
// file beside it, may be written to.
func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	f.Close()
	probe, err := os.CreateTemp(filepath.Dir(path), ".probe-*")
	if err != nil {
		// A full disk refuses a new file too, but the library can still be
		// read in place, and written once there is room.
		return !errors.Is(err, fs.ErrPermission) && !isReadOnlyDisk(err)
	}
	probe.Close()
	os.Remove(probe.Name())
	return true
}
