package chooser

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"parallax/data"
)

// An entry is a file or folder in the folder that is shown.
type entry struct {
	name    string
	kind    string // in words; empty for a folder
	folder  bool
	size    int64
	changed time.Time

	key    []byte // to sort by name
	picked bool
}

// A filter says what of a folder is shown.
type filter struct {
	kind    func(name string) string // what a file is called; empty: it is not shown
	folders bool                     // folders only
	all     bool                     // hidden ones too, and files of every kind
}

// A folder is what was read of one.
type folder struct {
	path    string
	entries []*entry
	unshown int // files in it that the filter leaves out
}

// readAtOnce is how many names are read between two looks whether to go on.
const readAtOnce = 256

// readFolder reads the folder at path. Names are put in the order of a
// language, given as in "pt-BR". What is neither a file nor a folder is left
// out, and so is what is gone by the time it is looked at.
func readFolder(ctx context.Context, path string, f filter, tongue string) (folder, error) {
	dir, err := os.Open(path)
	if err != nil {
		return folder{}, unreadable(path, err)
	}
	defer dir.Close()
	found := folder{path: path}
	names := collate.New(language.Make(tongue), collate.IgnoreCase, collate.Numeric)
	var letters collate.Buffer
	for {
		some, err := dir.ReadDir(readAtOnce)
		for _, d := range some {
			e := f.look(path, d)
			switch {
			case e != nil:
				e.key = bytes.Clone(names.KeyFromString(&letters, e.name))
				letters.Reset()
				found.entries = append(found.entries, e)
			case !d.IsDir() && !f.folders:
				found.unshown++
			}
		}
		switch {
		case ctx.Err() != nil:
			return folder{}, ctx.Err()
		case errors.Is(err, io.EOF):
			return found, nil
		case err != nil:
			return folder{}, unreadable(path, err)
		}
	}
}

// look returns the entry of what is in the folder at path, nil where it is not shown.
func (f filter) look(path string, d fs.DirEntry) *entry {
	info, err := d.Info()
	if err == nil && d.Type()&fs.ModeSymlink != 0 {
		info, err = os.Stat(filepath.Join(path, d.Name()))
	}
	if err != nil || !f.all && (strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "~$") || hidden(info)) {
		return nil
	}
	e := &entry{name: d.Name(), folder: info.IsDir(), changed: info.ModTime(), size: info.Size()}
	switch {
	case e.folder:
		return e
	case f.folders || !info.Mode().IsRegular():
		return nil
	}
	if e.kind = f.kind(e.name); e.kind == "" && !f.all {
		return nil
	}
	return e
}

// unreadable is the Problem of a folder the system does not show.
func unreadable(path string, err error) error {
	p := &data.Problem{
		Of:   filepath.Base(path),
		Said: "This folder could not be read.",
		Next: "Is the stick still in? Choose another folder, or try again.",
		Err:  err,
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Said, p.Next = "This folder is not there any more.", "Choose another folder."
	case errors.Is(err, fs.ErrPermission):
		p.Said, p.Next = "You are not allowed to look into this folder.", "Choose another folder, or ask the person who looks after this computer."
	}
	return p
}

// An order is how entries follow each other, folders always first.
type order struct {
	byDate bool
	down   bool // Z before A; the newest first
}

func (o order) sort(entries []*entry) {
	slices.SortFunc(entries, func(a, b *entry) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		first := 0
		if o.byDate {
			first = a.changed.Compare(b.changed)
		}
		if first == 0 {
			first = cmp.Or(bytes.Compare(a.key, b.key), strings.Compare(a.name, b.name))
			if o.byDate {
				return first
			}
		}
		if o.down {
			return -first
		}
		return first
	})
}
