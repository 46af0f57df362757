package session

import (
	"context"
	"time"

	"parallax/data"
)

// A Library is what a session asks of the store. Its methods are called one at
// a time, off the screen's goroutine.
type Library interface {
	Path() string
	ReadOnly() bool
	OnNetwork() bool
	Shelves(ctx context.Context) ([]data.Shelf, error)
	AddEvent(ctx context.Context, e data.Event) error
	UpdateEvent(ctx context.Context, e data.Event) error
	RemoveEvent(ctx context.Context, id data.ID) error
	RestoreEvent(ctx context.Context, id data.ID) error

	Reports(ctx context.Context, event data.ID) ([]data.Report, error)
	Source(ctx context.Context, report data.ID) (data.Source, error)
	// EventWithPages returns the newest event that holds a report of each of the
	// pages with these SHA-256 sums, as often as a sum is given; "" for none.
	EventWithPages(ctx context.Context, digests []string) (data.ID, error)
	// ReportsSaying returns at most limit reports that have the most of phrases.
	ReportsSaying(ctx context.Context, phrases []string, limit int) ([]data.Report, error)
	AddReport(ctx context.Context, r data.Report, s data.Source) error
	// ChangeReport puts other contents in a report's place and returns how all was
	// tied to its text before; ties known of the new text are put back as they are.
	ChangeReport(ctx context.Context, r data.Report, s data.Source, known data.Ties) (stood data.Ties, err error)
	RemoveReport(ctx context.Context, id data.ID) error
	RestoreReport(ctx context.Context, id data.ID) error

	// Outlets returns every outlet with the sites it publishes at, by name.
	// SaveOutlet gives an outlet its name and sites, RemoveOutlet takes one away
	// that no report is from.
	Outlets(ctx context.Context) ([]data.Outlet, error)
	SaveOutlet(ctx context.Context, o data.Outlet) error
	RemoveOutlet(ctx context.Context, id data.ID) error

	Notes(ctx context.Context, event data.ID) ([]data.Note, error)
	SaveNote(ctx context.Context, n data.Note) error
	// SaveWriting saves at a time a note that is being written, again and again;
	// not each of its wordings is kept.
	SaveWriting(ctx context.Context, n data.Note, at time.Time) error
	RemoveNote(ctx context.Context, id data.ID) error
	RestoreNote(ctx context.Context, id data.ID) error
	// Wordings returns what a note said before, the newest first.
	Wordings(ctx context.Context, note data.ID) ([]data.Wording, error)
	// RemovedNotes returns the notes removed last; ForgetNotes deletes for good
	// those removed before a time.
	RemovedNotes(ctx context.Context, limit int) ([]data.RemovedNote, error)
	ForgetNotes(ctx context.Context, before time.Time) error
	// ListNotes and CountNotes look at the notes of all events that pass a filter.
	ListNotes(ctx context.Context, f data.NoteFilter, order data.NoteOrder, skip, limit int) ([]data.ListedNote, error)
	CountNotes(ctx context.Context, f data.NoteFilter) (data.NoteCounts, error)

	OwnTags(ctx context.Context) ([]data.OwnTag, error)
	// TaggedNotes returns the notes of all events with a tag.
	TaggedNotes(ctx context.Context, code string) ([]data.Note, error)
	// ChangeTags forgets own tags, keeps others and saves notes that had or get
	// one of them, all of it or nothing.
	ChangeTags(ctx context.Context, gone []string, made []data.OwnTag, notes []data.Note) error

	// Setting returns what was set under a name, empty for nothing.
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) error

	// Links returns the rulings on two reports, in the order they were first
	// made, with left's passage on the left.
	Links(ctx context.Context, left, right data.ID) ([]data.Link, error)
	// ChangeLinks forgets some rulings and keeps others, all of it or nothing.
	ChangeLinks(ctx context.Context, gone []data.ID, made []data.Link) error

	// Readings returns the reader's own answers on an event's reports, in the
	// order they were made. ChangeReadings forgets some and keeps others, all of
	// it or nothing.
	Readings(ctx context.Context, event data.ID) ([]data.Reading, error)
	ChangeReadings(ctx context.Context, gone []data.ID, made []data.Reading) error

	// Answers returns what was answered about two reports, together and alone;
	// SetAnswers keeps some, and takes back those without a Reply.
	Answers(ctx context.Context, a, b data.ID) ([]data.Answer, error)
	SetAnswers(ctx context.Context, answers []data.Answer) error

	Search(ctx context.Context, query string, limit int) ([]data.Hit, error)
	// CountHits returns how many hits Search has without a limit.
	CountHits(ctx context.Context, query string) (int, error)
	Backup(ctx context.Context) error
	Close() error
}
