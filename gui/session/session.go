package session

import (
	"context"
	"time"

	"parallax/data"
	"parallax/data/compare"
	"parallax/gui/task"
)

// A Change says what of a session is other than it was; several may be set.
type Change uint

// The changes a session tells of.
const (
	ShelvesChanged    Change = 1 << iota // the list of events
	EventChanged                         // the open event or its reports
	ComparisonChanged                    // the two reports side by side or what ties them
	SelectionChanged                     // the current difference, pair, note or selected words
	NotesChanged                         // the notes of the open event
	UndoChanged                          // what can be undone and done again
	SavedChanged                         // whether all is saved
	BusyChanged                          // a job started, ended or went on
	HitsChanged                          // what the search found
	NearestChanged                       // the candidate of the current passage is known
	ToldChanged                          // in how many reports each passage is told
	TagsChanged                          // the tags of one's own
	WhoChanged                           // who is working
	ChecksChanged                        // what was answered before comparing
	OutletsChanged                       // the list of outlets
	WordsChanged                         // the tables of words
	BookmarkChanged                      // an event came on screen, to be shown where it was left
)

// A Session is one reader at work in one library.
type Session struct {
	// OnChange is told after each change, on the screen's goroutine.
	OnChange func(Change)
	// OnProblem is told of what could not be done; nothing the reader made is lost.
	OnProblem func(error)
	// OnLeave is asked, before the open event is left and now and then before, where
	// the reader stands in it; the session fills in the reports. Nil: nothing is kept.
	OnLeave func() Bookmark

	library   Library
	queue     *queue
	slot      *task.Slot
	looking   *task.Slot  // looks up what belongs to the current passage, beside other jobs
	ledger    *task.Slot  // looks up candidates for the ledger
	wording   *task.Slot  // reads the tables of words
	reading   *task.Slot  // reads pages to bring in
	gathering *task.Slot  // finds them in folders and packed files
	unread    func(error) // told when reading is stopped; nil: nothing is read
	exchange  *task.Slot  // writes and reads files for other programs
	post      func(func())
	now       func() time.Time
	after     func(time.Duration, func()) (stop func() bool)

	shelves   []data.Shelf
	lastEvent data.ID
	bookmark  *Bookmark     // of the open event, as it is kept
	stood     Bookmark      // where the reader was when it was looked last
	look      func() bool   // stops the timer that looks again; nil: it is not looked
	outlets   []data.Outlet // as last read
	event     data.Event
	reports   []data.Report
	loading   int // turn of the event being opened, so that a stale answer is known

	sides      [2]*data.Report
	aligner    compare.Aligner // for any goroutine
	read       [2]readText
	findable   [2]findable
	comparison data.Comparison
	pairs      []data.Pair   // the comparison's sure ones and behind them the possible ones, in one stretch
	rulings    []data.Link   // of the reader on the two reports
	answers    []data.Answer // of the reader about the two reports
	nearest    nearest
	candidates [2]map[data.Span]Candidate // of the two texts' sentences, as far as they were looked up
	lookedUp   data.Span                  // the sentence that is being looked up for the ledger
	elsewhere  elsewhere
	words      words
	wanted     *place // where to stand after the next comparison; nil: where the reader is
	resumed    *place // the same in an event that is being opened
	marks      [2][]data.Mark
	across     places // from the right report to the left one
	stops      []Stop
	stop       int // index into stops; -1: none
	pair       int // index into AllPairs; -1: none
	selection  [2]data.Span

	lettering       data.Lettering
	onlyUnconfirmed bool // next and previous lead to pairs not ruled on

	who      string
	tags     []data.OwnTag
	notes    []data.Note
	note     data.ID          // the open note
	written  map[data.ID]bool // notes whose text is not saved yet
	autosave func() bool      // stops the timer that saves what is typed; nil: nothing is to be saved

	undo, redo []step

	writes   int // changes asked of the library and not answered yet
	savedAt  time.Time
	unsaved  error // why the last save did not work
	busy     string
	progress float64

	query      string
	stopSearch func() // gives up what is still being looked for
	hits       []data.Hit
	found      int
	foundMore  bool   // there are more than found
	moreHits   func() // asks for more than hits; nil: there are none, or they are being asked for
}

// Options are what a session stands on. Post runs a function on the screen's
// goroutine. Now and After may be nil: the clock and its timers.
type Options struct {
	Post  func(func())
	Now   func() time.Time
	After func(d time.Duration, f func()) (stop func() bool)
}

// New returns a session on library.
func New(library Library, o Options) *Session {
	s := &Session{
		library: library, post: o.Post, now: o.Now, after: o.After,
		queue: newQueue(o.Post), slot: &task.Slot{Post: o.Post}, looking: &task.Slot{Post: o.Post}, ledger: &task.Slot{Post: o.Post}, reading: &task.Slot{Post: o.Post}, gathering: &task.Slot{Post: o.Post}, wording: &task.Slot{Post: o.Post}, exchange: &task.Slot{Post: o.Post},
		stop: -1, pair: -1, written: map[data.ID]bool{}, stopSearch: func() {},
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.after == nil {
		s.after = func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }
	}
	return s
}

// LibraryPath is the file the session works in.
func (s *Session) LibraryPath() string { return s.library.Path() }

// ReadOnly reports whether the library cannot be written.
func (s *Session) ReadOnly() bool { return s.library.ReadOnly() }

// OnNetwork reports whether the library lies on another machine.
func (s *Session) OnNetwork() bool { return s.library.OnNetwork() }

// Busy returns what the running job does, in the reader's words, and the share
// done, 0 to 1; an empty string when none runs.
func (s *Session) Busy() (what string, done float64) { return s.busy, s.progress }

// CancelJob stops the running job.
func (s *Session) CancelJob() {
	if s.exchange.Busy() { // the comparison behind it goes on
		s.exchange.Cancel()
		s.setBusy("")
		return
	}
	s.slot.Cancel()
	s.reading.Cancel()
	s.gathering.Cancel()
	s.setBusy("")
	if failed := s.unread; failed != nil {
		s.unread = nil
		failed(nil)
	}
}

// Saved returns when the last change was committed (zero: nothing yet), whether
// changes are on their way, and why the last one could not be saved.
func (s *Session) Saved() (at time.Time, pending bool, err error) {
	return s.savedAt, len(s.written) > 0 || s.writes > 0, s.unsaved
}

// Backup copies the library aside, behind everything asked for so far.
func (s *Session) Backup() {
	ask(s.queue, func(ctx context.Context) (struct{}, error) { return struct{}{}, s.library.Backup(ctx) },
		func(_ struct{}, err error) { s.problem(err) })
}

// Close saves what is being written, stops the running job and closes the library.
func (s *Session) Close() error {
	s.SaveWritten()
	s.leave()
	s.bookmark = nil
	s.stopLooking()
	s.stopSearch()
	s.slot.Close()
	s.looking.Close()
	s.ledger.Close()
	s.wording.Close()
	s.reading.Close()
	s.gathering.Close()
	s.exchange.Close()
	s.queue.close()
	return s.library.Close()
}

func (s *Session) changed(c Change) {
	if s.OnChange != nil {
		s.OnChange(c)
	}
}

func (s *Session) problem(err error) {
	if err != nil && s.OnProblem != nil {
		s.OnProblem(err)
	}
}

func (s *Session) setBusy(what string) {
	s.busy, s.progress = what, 0
	s.changed(BusyChanged)
}

func (s *Session) setProgress(done float64) {
	s.progress = done
	s.changed(BusyChanged)
}

// write asks the library for a change and tells of it once it is committed;
// then only runs if it was.
func (s *Session) write(call func(ctx context.Context) error, then func()) {
	s.writeOr(call, then, nil)
}

// writeOr is write; failed runs when the change could not be committed.
func (s *Session) writeOr(call func(ctx context.Context) error, then, failed func()) {
	s.writes++
	ask(s.queue, func(ctx context.Context) (struct{}, error) { return struct{}{}, call(ctx) },
		func(_ struct{}, err error) {
			s.writes--
			s.unsaved = err
			if err == nil {
				s.savedAt = s.now()
			}
			s.changed(SavedChanged)
			s.problem(err)
			switch {
			case err == nil && then != nil:
				then()
			case err != nil && failed != nil:
				failed()
			}
		})
	s.changed(SavedChanged)
}

// Resting reports whether nothing is under way: no job and no library call.
func (s *Session) Resting() bool {
	return s.queue.idle() && !s.slot.Busy() && !s.looking.Busy() && !s.ledger.Busy() && !s.wording.Busy() && !s.reading.Busy() && !s.gathering.Busy() && !s.exchange.Busy()
}
