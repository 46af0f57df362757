package session

import (
	"context"
	"strings"

	"parallax/data"
)

// Shelves returns the library's events, newest first.
func (s *Session) Shelves() []data.Shelf { return s.shelves }

// Event returns the open event; its ID is empty when none is open.
func (s *Session) Event() data.Event { return s.event }

// Reports returns the open event's reports in the order they were brought in.
func (s *Session) Reports() []data.Report { return s.reports }

// Report returns a report of the open event, or nil.
func (s *Session) Report(id data.ID) *data.Report {
	for i := range s.reports {
		if s.reports[i].ID == id {
			return &s.reports[i]
		}
	}
	return nil
}

// LoadShelves reads the list of events; then, if not nil, runs after it arrived.
func (s *Session) LoadShelves(then func()) {
	ask(s.queue, func(ctx context.Context) (l shelved, err error) {
		if l.shelves, err = s.library.Shelves(ctx); err == nil {
			l.last, err = s.library.Setting(ctx, lastSetting)
		}
		return l, err
	}, func(l shelved, err error) {
		if err != nil {
			s.problem(err)
			return
		}
		s.shelves, s.lastEvent = l.shelves, data.ID(l.last)
		for _, sh := range l.shelves {
			if sh.ID == s.event.ID {
				s.event = sh.Event
			}
		}
		s.changed(ShelvesChanged)
		if then != nil {
			then()
		}
	})
}

type shelved struct {
	shelves []data.Shelf
	last    string
}

type opened struct {
	reports  []data.Report
	notes    []data.Note
	bookmark *Bookmark
}

// Open shows an event: its notes and its reports, as they lay when it was left, or
// the first two.
func (s *Session) Open(event data.Event) { s.open(event, nil) }

// open is Open; then runs after the event's reports and notes are there.
func (s *Session) open(event data.Event, then func()) {
	s.SaveWritten()
	if s.event.ID == event.ID {
		s.event = event
		s.reload(then)
		return
	}
	s.leave()
	s.closeEvent()
	s.event = event
	s.load(func(o opened) {
		s.bookmark = o.bookmark
		s.layAsLeft()
		s.keepLast()
	}, func() {
		s.changed(BookmarkChanged)
		if then != nil {
			then()
		}
	})
}

// reload reads the open event's reports and notes again.
func (s *Session) reload(then func()) { s.load(nil, then) }

// load reads the open event's reports and notes. Lay runs before the sides are
// filled, then after all is there.
func (s *Session) load(lay func(opened), then func()) {
	s.SaveWritten()
	s.loading++
	turn, event := s.loading, s.event.ID
	ask(s.queue, func(ctx context.Context) (o opened, err error) {
		if o.reports, err = s.library.Reports(ctx, event); err == nil {
			o.notes, err = s.library.Notes(ctx, event)
		}
		if err == nil && lay != nil {
			o.bookmark, err = s.readBookmark(ctx, event)
		}
		return o, err
	}, func(o opened, err error) {
		if turn != s.loading {
			return
		}
		if err != nil {
			s.problem(err)
			return
		}
		s.reports, s.notes = o.reports, o.notes
		if lay != nil {
			lay(o)
		}
		s.sortNotes()
		s.changed(EventChanged | NotesChanged)
		s.layOut()
		if then != nil {
			then()
		}
	})
}

func (s *Session) closeEvent() {
	s.event, s.reports, s.notes, s.note, s.bookmark = data.Event{}, nil, nil, "", nil
	s.sides, s.read, s.findable = [2]*data.Report{}, [2]readText{}, [2]findable{}
	s.forget()
	s.aligner.Forget()
	s.changed(EventChanged | ComparisonChanged | NotesChanged | SelectionChanged)
}

// openID opens the event of the shelf with this ID.
func (s *Session) openID(id data.ID) {
	for _, sh := range s.shelves {
		if sh.ID == id {
			s.Open(sh.Event)
		}
	}
}

// RenameEvent gives an event another title.
func (s *Session) RenameEvent(before data.Event, title string) {
	title = strings.TrimSpace(title)
	if title == "" || title == before.Title {
		return
	}
	after := before
	after.Title = title
	set := func(e data.Event) func() {
		return func() {
			if s.event.ID == e.ID {
				s.event = e
				s.changed(EventChanged)
			}
			s.write(func(ctx context.Context) error { return s.library.UpdateEvent(ctx, e) }, func() { s.LoadShelves(nil) })
		}
	}
	set(after)()
	s.did("rename event", set(before), set(after))
}

// RemoveEvent takes an event with its reports and notes out of the library.
func (s *Session) RemoveEvent(event data.Event) {
	s.SaveWritten()
	remove := func() {
		if s.event.ID == event.ID {
			s.loading++
			s.closeEvent()
		}
		s.write(func(ctx context.Context) error { return s.library.RemoveEvent(ctx, event.ID) }, func() { s.LoadShelves(nil) })
	}
	restore := func() {
		s.write(func(ctx context.Context) error { return s.library.RestoreEvent(ctx, event.ID) }, func() {
			s.LoadShelves(nil)
			s.Open(event)
		})
	}
	remove()
	s.did("remove event", restore, remove)
}

// RemoveReport takes a report out of the open event. Notes tied to it stay.
func (s *Session) RemoveReport(id data.ID) {
	s.SaveWritten()
	event := s.event
	again := func() {
		s.LoadShelves(nil)
		if s.event.ID == event.ID {
			s.reload(nil)
		}
	}
	remove := func() {
		s.write(func(ctx context.Context) error { return s.library.RemoveReport(ctx, id) }, again)
	}
	restore := func() {
		s.write(func(ctx context.Context) error { return s.library.RestoreReport(ctx, id) }, again)
	}
	remove()
	s.did("remove report", restore, remove)
}
