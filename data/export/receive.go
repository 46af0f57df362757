package export

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"parallax/data"
)

// MaxNotes is how large a file of notes may be, in bytes.
const MaxNotes = 64 << 20

// A Received note is one read from a file, before it is known what it belongs
// to here. Note.EventID and the ReportID of each anchor are as in the file, and
// an anchor's Span means nothing yet: see Places.
type Received struct {
	Note   data.Note
	Event  string   // the title of its event, where the file tells it
	Places []Place  // of each anchor
	Names  []string // what the file calls each of Note.Tags; empty: it does not say
}

// A Place is where a file says an anchor stands: in what report, and at which
// code points of its text.
type Place struct {
	Digest, Outlet, Headline, Address string // of the report, as far as told
	Start, End                        int    // code points; End is behind the last
	Counted                           bool   // the file tells Start and End
}

// ReadNotes reads notes from a file: a W3C annotation, a page or a collection of
// them, or a table with the columns that writeCSV writes, of which any may be
// missing. A note without an ID gets one that follows from what it says, so
// that the same note is known again. The error is a *data.Problem when the file
// is none of these.
func ReadNotes(file []byte) ([]Received, error) {
	if len(file) > MaxNotes {
		return nil, &data.Problem{
			Said: "This file is too large to hold notes ({{.MB}} MB).", With: data.With{"MB": len(file) >> 20},
			Next: "Choose another file.",
		}
	}
	text := decode(file)
	var notes []Received
	var err error
	switch start := strings.TrimLeft(text, " \t\r\n"); {
	case start == "":
		return nil, &data.Problem{Said: "This file is empty.", Next: "Choose another file."}
	case start[0] == '{' || start[0] == '[':
		notes, err = readAnnotations(start)
	default:
		notes, err = readTable(text)
	}
	if err != nil {
		return nil, err
	}
	if len(notes) == 0 {
		return nil, &data.Problem{Said: "There are no notes in this file.", Next: "Choose a file that was exported with its notes."}
	}
	return notes, nil
}

// decode reads a file's letters: UTF-8, UTF-16 with its mark, or, as Excel
// writes tables unless told otherwise, Windows-1252.
func decode(file []byte) string {
	switch {
	case bytes.HasPrefix(file, []byte{0xff, 0xfe}), bytes.HasPrefix(file, []byte{0xfe, 0xff}):
		if b, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(file); err == nil {
			file = b
		}
	case !utf8.Valid(file):
		if b, err := charmap.Windows1252.NewDecoder().Bytes(file); err == nil {
			file = b
		}
	}
	return storable(string(bytes.TrimPrefix(file, []byte("\ufeff"))))
}

// storable is s without what a library does not keep.
func storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
}

// finish gives a note what the file did not tell.
func (r *Received) finish(id string) {
	n := &r.Note
	switch known := idOf(id); {
	case known != "":
		n.ID = known
	case isUUID(id):
		n.ID = data.ID(strings.ToLower(id))
	case id != "":
		n.ID = data.ID(derived("note", id))
	default:
		words := []string{"note", n.Body, n.Author, strings.Join(n.Tags, "\x01")}
		for _, a := range n.Anchors {
			words = append(words, a.Quote, a.Before, a.After)
		}
		n.ID = data.ID(derived(words...))
	}
	if n.Updated.IsZero() {
		n.Updated = n.Created
	}
	if n.Created.IsZero() {
		n.Created = n.Updated
	}
}

// parseStamp reads a time as stamp writes it, or any RFC 3339 time; zero: it is none.
func parseStamp(s string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, strings.TrimSpace(s))
	if err != nil || t.Year() < 1970 || t.Year() > 9999 {
		return time.Time{}
	}
	return t.UTC().Truncate(time.Millisecond)
}
