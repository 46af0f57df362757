package session

import (
	"context"
	"io"
	"slices"
	"time"

	"parallax/data"
	"parallax/data/export"
	"parallax/gui/task"
)

// A Scope is how much of a library is exported.
type Scope int

// The scopes.
const (
	ThisNote       Scope = iota // the open note
	ThisComparison              // the two reports on screen and the notes on them
	ThisEvent                   // the open event with all its reports and notes
	Everything                  // all events of the library
)

// Scopes returns what can be exported now, the narrowest first, and which of it
// what is selected suggests.
func (s *Session) Scopes() (scopes []Scope, suggested Scope) {
	suggested = Everything
	if s.Note(s.note) != nil {
		scopes = append(scopes, ThisNote)
	}
	if s.Compared() {
		scopes = append(scopes, ThisComparison)
		suggested = ThisComparison
	}
	if s.event.ID != "" {
		scopes = append(scopes, ThisEvent)
		suggested = min(suggested, ThisEvent)
	}
	return append(scopes, Everything), suggested
}

// An Order is one export as the reader wants it. Tags are those the program
// knows; the library's own are added. Say and Language are as in export.Book.
type Order struct {
	Scope    Scope
	Options  export.Options
	Tags     []export.Tag
	Say      func(string) string
	Language string
}

// Preview shows how an export begins; scale is the pixels to a point of a page's
// picture. Only the last one asked for is answered. What goes wrong is told to
// done, not to OnProblem.
func (s *Session) Preview(o Order, scale float64, done func(export.Preview, error)) {
	gather := s.gather(o)
	task.Start(s.exchange, func(ctx context.Context, _ func(float64)) (export.Preview, error) {
		b, err := gather(ctx, func(float64) {})
		if err != nil {
			return export.Preview{}, err
		}
		return export.Look(ctx, b, o.Options, scale)
	}, nil, done)
}

// Export writes a file; done runs once it is on the disk. Until then, a file of
// that name is as it was.
func (s *Session) Export(o Order, path string, done func()) {
	s.setBusy("Writing the file")
	gather := s.gather(o)
	task.Start(s.exchange, func(ctx context.Context, progress func(float64)) (struct{}, error) {
		b, err := gather(ctx, func(done float64) { progress(done / 2) })
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, export.Save(path, func(w io.Writer) error {
			return export.Write(ctx, w, b, o.Options, func(done float64) { progress((1 + done) / 2) })
		})
	}, s.setProgress, func(_ struct{}, err error) {
		s.setBusy("")
		if err != nil {
			s.problem(err)
			return
		}
		done()
	})
}

// gather takes what an export needs off the screen and returns what reads the
// rest, for a job.
func (s *Session) gather(o Order) func(ctx context.Context, progress func(float64)) (*export.Book, error) {
	s.SaveWritten()
	b := &export.Book{Title: s.event.Title, Tags: o.Tags, Made: s.now(), Zone: time.Local, Say: o.Say, Language: o.Language}
	for _, t := range s.tags {
		b.Tags = append(b.Tags[:len(b.Tags):len(b.Tags)], export.Tag{Code: t.Code, Name: t.Label, Offered: true})
	}
	if o.Scope == Everything {
		b.Title = "Parallax"
		library := &queued{s}
		return func(ctx context.Context, progress func(float64)) (*export.Book, error) {
			var err error
			b.Chapters, err = export.GatherAll(ctx, library, o.Options, progress)
			return b, err
		}
	}
	c := export.Chapter{Event: s.event, Reports: slices.Clone(s.reports), Notes: slices.Clone(s.notes)}
	if left, right := s.sides[data.Left], s.sides[data.Right]; left != nil && right != nil {
		c.Comparison = &data.Comparison{Left: left.ID, Right: right.ID} // which is A and which B
	}
	if s.Compared() {
		compared := s.comparison
		c.Comparison = &compared
	}
	switch o.Scope {
	case ThisNote:
		c.OnlyNotes = true
		c.Notes = slices.DeleteFunc(c.Notes, func(n data.Note) bool { return n.ID != s.note })
		c.Reports = slices.DeleteFunc(c.Reports, func(r data.Report) bool {
			return !s.OnScreen(r.ID) && !slices.ContainsFunc(c.Notes, func(n data.Note) bool { return tiedTo(&n, r.ID) })
		})
	case ThisComparison:
		c.Reports = slices.DeleteFunc(c.Reports, func(r data.Report) bool { return !s.OnScreen(r.ID) })
		c.Notes = slices.DeleteFunc(c.Notes, func(n data.Note) bool {
			return len(n.Anchors) > 0 && !slices.ContainsFunc(c.Reports, func(r data.Report) bool { return tiedTo(&n, r.ID) })
		})
	}
	b.Chapters = []export.Chapter{c}
	return func(context.Context, func(float64)) (*export.Book, error) { return b, nil }
}

func tiedTo(n *data.Note, report data.ID) bool {
	_, tied := n.Anchor(report)
	return tied
}

// CopyWithSource returns the words selected in the reports, or else those of the
// open note, each with a line that says where they are from; empty for none.
func (s *Session) CopyWithSource() string {
	anchors := s.AnchorsHere()
	if n := s.Note(s.note); n != nil && s.selection == [2]data.Span{} {
		anchors = n.Anchors
	}
	text := ""
	for _, a := range anchors {
		r := s.Report(a.ReportID)
		if r == nil || a.Loose {
			continue
		}
		if words := export.Quotation(r, a.Span); words != "" {
			if text != "" {
				text += "\n\n"
			}
			text += words
		}
	}
	return text
}

// queued asks the library in its turn, from a job.
type queued struct{ s *Session }

func (l *queued) Shelves(ctx context.Context) ([]data.Shelf, error) {
	return fetch(ctx, l.s.queue, l.s.library.Shelves)
}

func (l *queued) Reports(ctx context.Context, event data.ID) ([]data.Report, error) {
	return fetch(ctx, l.s.queue, func(ctx context.Context) ([]data.Report, error) { return l.s.library.Reports(ctx, event) })
}

func (l *queued) Notes(ctx context.Context, event data.ID) ([]data.Note, error) {
	return fetch(ctx, l.s.queue, func(ctx context.Context) ([]data.Note, error) { return l.s.library.Notes(ctx, event) })
}

func (l *queued) Links(ctx context.Context, left, right data.ID) ([]data.Link, error) {
	return fetch(ctx, l.s.queue, func(ctx context.Context) ([]data.Link, error) { return l.s.library.Links(ctx, left, right) })
}
