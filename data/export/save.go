package export

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"parallax/data"
)

// Save has write fill the file at path. The bytes go to a file beside it,
// which takes the name once all of them are on the disk: whatever happens, the
// file of that name is the old one whole or the new one whole. The error is a
// *data.Problem, or ctx's where write gave up for it.
func Save(path string, write func(io.Writer) error) error {
	err := save(path, write)
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return unwritable(path, err)
}

func save(path string, write func(io.Writer) error) (err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	} else if err == nil && info.Mode().Perm()&0o200 == 0 {
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrPermission} // a rename would pass over it
	}
	clearLeftovers(filepath.Dir(path))
	f, err := os.CreateTemp(filepath.Dir(path), leftover)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil && runtime.GOOS != "windows" {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return &taken{err}
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// leftover is the name of a file being written; one that is old was left there
// when the program was ended in the midst of it.
const leftover = ".parallax-*.part"

func clearLeftovers(folder string) {
	names, err := filepath.Glob(filepath.Join(folder, leftover))
	if err != nil {
		return // the folder's name has signs of a pattern in it: they stay
	}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > time.Hour {
			os.Remove(name)
		}
	}
}

// taken is what went amiss when the new file was to take the name.
type taken struct{ error }

func (t *taken) Unwrap() error { return t.error }

// syncFolder has the system write the new name to the disk. The file is whole
// under either name, so an error (some systems cannot do it) changes nothing.
func syncFolder(path string) {
	if f, err := os.Open(path); err == nil {
		f.Sync()
		f.Close()
	}
}

// unwritable tells in plain words why a file could not be written.
func unwritable(path string, err error) error {
	var known *data.Problem
	if errors.As(err, &known) {
		return err
	}
	name := filepath.Base(path)
	p := &data.Problem{
		Said: "“{{.Name}}” could not be written.", With: data.With{"Name": name},
		Next: "Try again, or choose another folder. A file that was there before is as it was.",
		Err:  err,
	}
	var renaming *taken
	switch {
	case full(err):
		p.Said = "The disk is full, so “{{.Name}}” was not written."
		p.Next = "Delete something you no longer need, or choose another place."
	case errors.As(err, &renaming) && runtime.GOOS == "windows":
		p.Said = "“{{.Name}}” is open in another program."
		p.Next = "Close it there and try again, or choose another name."
	case errors.Is(err, syscall.EISDIR):
		p.Said, p.Next = "“{{.Name}}” is a folder.", "Choose another name."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		p.Said = "You may not write “{{.Name}}” there."
		p.Next = "Choose another folder, such as your own documents or a stick."
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		p.Said, p.Next = "There is no such folder.", "Choose another folder. Is the stick still in?"
	case errors.Is(err, syscall.ENAMETOOLONG), errors.Is(err, fs.ErrInvalid), errors.Is(err, syscall.EINVAL):
		p.Said, p.Next = "This name cannot be used for a file.", "Choose a shorter or simpler name."
	}
	return p
}

func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EFBIG) || errors.Is(err, quotaUsedUp)
}
