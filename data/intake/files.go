package intake

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"parallax/data"
	"parallax/data/intake/document"
)

// Load reads a file, but no more of it than Read takes, so that a huge one is
// refused before it fills the memory. The Input has the name of the file
// without its folder.
func Load(path string) (Input, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return Input{}, Unreadable(name, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil {
		if info.IsDir() {
			return Input{}, &data.Problem{Of: name, Said: "This is a folder.", Next: "Choose one report in it."}
		}
		if err := CheckSize(info.Size()); info.Mode().IsRegular() && err != nil {
			return Input{}, InFile(name, err)
		}
	}
	b, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return Input{}, Unreadable(name, err)
	}
	return Input{Name: name, Bytes: b}, nil
}

// InFile says of which file a Problem is told: of two, the reader must know which.
func InFile(name string, err error) error {
	var problem *data.Problem
	if !errors.As(err, &problem) {
		return err
	}
	named := *problem
	named.Of = name
	return &named
}

// Unreadable is the Problem of a file the system does not give.
func Unreadable(name string, err error) error {
	p := &data.Problem{
		Of:   name,
		Said: "This file could not be read.",
		Next: "Is the stick still in? Try again, or copy the file to this computer first.",
		Err:  err,
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Said, p.Next = "This file is not there.", "Look whether it was moved or has another name."
	case errors.Is(err, fs.ErrPermission):
		p.Said, p.Next = "You are not allowed to read this file.", "Ask the owner of the file, or copy it to your own folder."
	}
	return p
}

// Files lists what may be reports at a path: the file itself or, for a folder,
// the files in it and in its folders, in the order of their names, without what
// WithoutCompanions leaves out and what is no file. Links to folders are not
// followed.
func Files(ctx context.Context, path string) ([]string, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return nil, Unreadable(name, err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	root := os.DirFS(path)
	var names []string
	err = fs.WalkDir(root, ".", func(at string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && at == ".":
			return Unreadable(name, err)
		case err != nil: // a folder in it that is not to be read
			return nil
		case e.IsDir() && at != "." && hiddenOrBeside(at+"/x"):
			return fs.SkipDir
		case !e.Type().IsRegular():
			return nil
		}
		if names = append(names, at); len(names) > document.MaxEntries {
			return document.TooManyParts(len(names))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	names = WithoutCompanions(names)
	for i, n := range names {
		names[i] = filepath.Join(path, filepath.FromSlash(n))
	}
	if len(names) == 0 {
		return nil, document.Blank(document.Folder)
	}
	return names, nil
}
