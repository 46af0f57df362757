package session

import (
	"context"
	"slices"
	"strings"

	"parallax/data"
)

const maxHits = 100

// Query returns what is searched for.
func (s *Session) Query() string { return s.query }

// Hits returns what the search found, newest first.
func (s *Session) Hits() []data.Hit { return s.hits }

// Search looks for words in all notes and reports, and for the notes with a
// tag, which the words name; empty: none. Only the last query asked for is
// answered; an empty one clears the hits.
func (s *Session) Search(query, tag string) {
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
	ask(s.queue, func(ctx context.Context) ([]data.Hit, error) { return s.find(ctx, query, tag) },
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

// find returns the notes with a tag and behind them what has the words.
func (s *Session) find(ctx context.Context, query, tag string) ([]data.Hit, error) {
	var hits []data.Hit
	if tag != "" {
		tagged, err := s.library.ListNotes(ctx, data.NoteFilter{Tag: tag}, data.NewestFirst, 0, maxHits)
		if err != nil {
			return nil, err
		}
		for _, n := range tagged {
			h := data.Hit{EventID: n.EventID, NoteID: n.ID, Excerpt: n.Body}
			if h.Excerpt == "" && len(n.Anchors) > 0 {
				h.Excerpt = n.Anchors[0].Quote
			}
			hits = append(hits, h)
		}
	}
	worded, err := s.library.Search(ctx, query, maxHits)
	for _, h := range worded {
		if !slices.ContainsFunc(hits, func(k data.Hit) bool { return h.NoteID != "" && k.NoteID == h.NoteID }) {
			hits = append(hits, h)
		}
	}
	return hits[:min(len(hits), maxHits)], err
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
