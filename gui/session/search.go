package session

import (
	"context"
	"strings"

	"parallax/data"
)

const maxHits = 100

// Query returns what is searched for.
func (s *Session) Query() string { return s.query }

// Hits returns what the search found, newest first.
func (s *Session) Hits() []data.Hit { return s.hits }

// Search looks for words in all notes and reports. Only the last query asked
// for is answered; an empty one clears the hits.
func (s *Session) Search(query string) {
	query = strings.TrimSpace(query)
	if query == s.query {
		return
	}
	s.query = query
	if query == "" {
		s.hits = nil
		s.changed(HitsChanged)
		return
	}
	ask(s.queue, func(ctx context.Context) ([]data.Hit, error) { return s.library.Search(ctx, query, maxHits) },
		func(hits []data.Hit, err error) {
			if query != s.query {
				return
			}
			if err != nil {
				s.problem(err)
				return
			}
			s.hits = hits
			s.changed(HitsChanged)
		})
}

// Show opens the event of a hit with its report on screen or its note open;
// then runs once it is there.
func (s *Session) Show(h data.Hit, then func()) {
	for _, sh := range s.shelves {
		if sh.ID != h.EventID {
			continue
		}
		s.open(sh.Event, func() {
			if h.ReportID != "" && !s.OnScreen(h.ReportID) {
				s.Lay(data.Left, h.ReportID)
			}
			if h.NoteID != "" {
				s.OpenNote(h.NoteID)
			}
			if then != nil {
				then()
			}
		})
		return
	}
}

// OnScreen reports whether a report lies on one of the sides.
func (s *Session) OnScreen(report data.ID) bool {
	for _, r := range s.sides {
		if r != nil && r.ID == report {
			return true
		}
	}
	return false
}
