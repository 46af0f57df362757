package session

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/export"
	"parallax/data/intake"
	"parallax/gui/task"
)

// BroughtNotes says what became of the notes of a file.
type BroughtNotes struct {
	New     int // put into the library
	Changed int // newer than the ones here, which they replace
	Known   int // here already
	Loose   int // of the new and changed, those some words of which were not found
}

// foundNotes is what a file's notes mean for the library.
type foundNotes struct {
	made   []data.Note
	before []data.Note // those replaced, as they are
	after  []data.Note // and as the file has them
	names  map[string]string
	BroughtNotes
}

// BringInNotes reads notes from a file into the library, each into the event
// whose reports it quotes; those that quote none of the library's reports go
// into the open event. A note that is here already is replaced only by a later
// state of it, so that the same file read twice changes nothing. builtIn are the
// codes of the tags the program knows; other tags are made own ones. done tells
// what became of the notes.
func (s *Session) BringInNotes(path string, builtIn []string, done func(BroughtNotes)) {
	s.SaveWritten()
	s.setBusy("Reading the notes")
	open := s.event
	task.Start(s.exchange, func(ctx context.Context, progress func(float64)) (foundNotes, error) {
		file, err := readNotesFile(path)
		if err != nil {
			return foundNotes{}, err
		}
		received, err := export.ReadNotes(file)
		if err != nil {
			return foundNotes{}, intake.InFile(filepath.Base(path), err)
		}
		return findPlaces(ctx, &queued{s}, open, received, progress)
	}, s.setProgress, func(f foundNotes, err error) {
		s.setBusy("")
		if err != nil {
			s.problem(err)
			return
		}
		s.keepNotes(f, builtIn)
		done(f.BroughtNotes)
	})
}

func readNotesFile(path string) ([]byte, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return nil, intake.Unreadable(name, err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, export.MaxNotes+1))
	if err != nil {
		return nil, intake.Unreadable(name, err)
	}
	return b, nil
}

// findPlaces finds what received notes belong to, and which of them are new. A
// note that belongs nowhere goes into the event named open.
func findPlaces(ctx context.Context, l export.Library, open data.Event, received []export.Received, progress func(float64)) (foundNotes, error) {
	found := foundNotes{names: map[string]string{}}
	shelves, err := l.Shelves(ctx)
	if err != nil {
		return found, err
	}
	// The open event's reports come first: where words stand in several, they are meant.
	slices.SortStableFunc(shelves, func(x, y data.Shelf) int {
		switch {
		case x.ID == open.ID:
			return -1
		case y.ID == open.ID:
			return 1
		}
		return 0
	})
	var reports []data.Report
	here := map[data.ID]data.Note{}
	events := map[data.ID]bool{}
	for i, sh := range shelves {
		events[sh.ID] = true
		held, err := l.Reports(ctx, sh.ID)
		if err != nil {
			return found, err
		}
		reports = append(reports, held...)
		notes, err := l.Notes(ctx, sh.ID)
		if err != nil {
			return found, err
		}
		for _, n := range notes {
			here[n.ID] = n
		}
		progress(0.5 * float64(i+1) / float64(len(shelves)))
	}
	fitter := export.NewFitter(reports)
	seen := map[data.ID]bool{}
	for i, r := range received {
		if err := ctx.Err(); err != nil {
			return found, err
		}
		progress(0.5 + 0.5*float64(i+1)/float64(len(received)))
		n, lost := fitter.Fit(r)
		if seen[n.ID] {
			continue // twice in one file: the first counts
		}
		seen[n.ID] = true
		if n.EventID == "" {
			n.EventID = open.ID
			if events[r.Note.EventID] {
				n.EventID = r.Note.EventID
			}
		}
		for k, code := range n.Tags {
			if r.Names[k] != "" {
				found.names[code] = r.Names[k]
			}
		}
		old, known := here[n.ID]
		switch {
		case !known:
			found.made = append(found.made, n)
			found.New++
		case n.Updated.After(old.Updated), n.Updated.Equal(old.Updated) && len(n.Anchors) > len(old.Anchors):
			found.before = append(found.before, old)
			found.after = append(found.after, n)
			found.Changed++
		default:
			found.Known++
			continue
		}
		if lost > 0 || slices.ContainsFunc(n.Anchors, func(a data.Anchor) bool { return a.Loose }) {
			found.Loose++
		}
	}
	if open.ID == "" && slices.ContainsFunc(found.made, func(n data.Note) bool { return n.EventID == "" }) {
		return found, &data.Problem{
			Said: "Some of these notes belong to no report in this library.",
			Next: "Open an event first. They will be put into it.",
		}
	}
	return found, nil
}

// keepNotes puts found notes into the library, with the tags they need, as one
// step that can be undone.
func (s *Session) keepNotes(f foundNotes, builtIn []string) {
	if len(f.made)+len(f.after) == 0 {
		return
	}
	tags := s.tagsFor(&f, builtIn)
	made, before, after := f.made, f.before, f.after
	now := s.now()
	for i := range made {
		if made[i].Created.IsZero() {
			made[i].Created, made[i].Updated = now, now
		}
	}
	codes := make([]string, len(tags))
	for i, t := range tags {
		codes[i] = t.Code
	}
	again := func() {
		s.LoadTags()
		s.LoadShelves(nil)
		if s.event.ID != "" {
			s.reload(nil)
		}
	}
	keep := func() {
		s.write(func(ctx context.Context) error {
			return s.library.ChangeTags(ctx, nil, tags, slices.Concat(made, after))
		}, again)
	}
	takeBack := func() {
		s.write(func(ctx context.Context) error {
			for _, n := range made {
				if err := s.library.RemoveNote(ctx, n.ID); err != nil {
					return err
				}
			}
			return s.library.ChangeTags(ctx, codes, nil, before)
		}, again)
	}
	keep()
	s.did("bring in notes", takeBack, keep)
}

// tagsFor returns the own tags to make for found notes, and gives these the
// codes their tags have here: a tag of a name known here is the one here.
func (s *Session) tagsFor(f *foundNotes, builtIn []string) []data.OwnTag {
	var made []data.OwnTag
	code := map[string]string{} // of the file to ours
	codeOf := func(theirs string) string {
		if slices.Contains(builtIn, theirs) {
			return theirs
		}
		if ours, known := code[theirs]; known {
			return ours
		}
		label := strings.Join(strings.Fields(f.names[theirs]), " ")
		if label == "" {
			label = theirs
		}
		taken := slices.Clone(builtIn)
		for _, t := range append(s.tags[:len(s.tags):len(s.tags)], made...) {
			if strings.EqualFold(t.Label, label) {
				code[theirs] = t.Code
				return t.Code
			}
			taken = append(taken, t.Code)
		}
		ours := theirs
		if slices.Contains(taken, theirs) || len([]rune(theirs)) > 3 {
			if ours = freeCode(label, taken); ours == "" {
				ours = theirs
			}
		}
		code[theirs] = ours
		made = append(made, data.OwnTag{Code: ours, Label: label, Style: len(s.tags) + len(made)})
		return ours
	}
	for _, notes := range [][]data.Note{f.made, f.after} {
		for i := range notes {
			var tags []string
			for _, theirs := range notes[i].Tags {
				if ours := codeOf(theirs); !slices.Contains(tags, ours) {
					tags = append(tags, ours)
				}
			}
			notes[i].Tags = tags
		}
	}
	return made
}
