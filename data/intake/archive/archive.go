// Package archive opens packed files, zip and what is built on it, and hands
// out their parts within the limits of package document, whatever the file
// claims about them.
package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"parallax/data/intake/document"
)

// An Archive is an open packed file.
type Archive struct {
	parts map[string]*zip.File
	names []string
	left  int64 // bytes that may still be unpacked
}

// Open reads the list of the parts of b. Two parts of one name: the first counts.
func Open(b []byte) (*Archive, error) {
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, document.Broken(document.File, err)
	}
	if len(r.File) > document.MaxEntries {
		return nil, document.TooManyParts(len(r.File))
	}
	a := &Archive{parts: make(map[string]*zip.File, len(r.File)), left: document.MaxUnpacked}
	for _, f := range r.File {
		name := strings.ReplaceAll(f.Name, `\`, "/")
		if a.parts[name] == nil && !strings.HasSuffix(name, "/") {
			a.parts[name] = f
			a.names = append(a.names, name)
		}
	}
	return a, nil
}

// Names lists the parts in the file's order, folders left out.
func (a *Archive) Names() []string { return slices.Clone(a.names) }

// Has reports whether there is a part of this name.
func (a *Archive) Has(name string) bool { return a.parts[name] != nil }

// Part unpacks one part. A part that is not there, is locked, damaged or larger
// than is read is a Problem.
func (a *Archive) Part(name string) ([]byte, error) {
	f := a.parts[name]
	switch {
	case f == nil:
		return nil, document.Broken(document.File, errors.New("no part "+name))
	case f.Flags&1 != 0:
		return nil, document.Locked()
	}
	packed := max(1, int64(f.CompressedSize64))
	most := min(document.MaxPart, a.left, max(document.MinRatio, packed*document.MaxRatio))
	if f.UncompressedSize64 > uint64(most) {
		return nil, document.Swells()
	}
	r, err := f.Open()
	if err != nil {
		return nil, document.Broken(document.File, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, most+1)) // what the list says of a size may be another
	if int64(len(b)) > most {
		return nil, document.Swells()
	}
	if err != nil {
		return nil, document.Broken(document.File, err)
	}
	a.left -= int64(len(b))
	return b, nil
}
