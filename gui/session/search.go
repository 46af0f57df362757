package session

import (
	"context"
	"slices"
	"strings"

	"parallax/data"
)

// How many hits are looked for: the first are there as she types, more follow
// where she wants them.
const (
	firstHits = 20
	maxHits   = 160
)

// Query returns what is searched for.
func (s *Session) Query() string { return s.query }

// Hits returns what the search found, newest first: the first of them, and more
// after MoreHits.
func (s *Session) Hits() []data.Hit { return s.hits }

// Found returns how many hits there are in all, as far as it is known; more is
// whether there are others.
func (s *Session) Found() (n int, more bool) { return s.found, s.foundMore }

// Search looks for words in all notes and reports, and for the notes with a
// tag, which the words name; empty: none. The first hits are told of as soon as
// they are there, then how many there are. Only the last query asked for is
// answered; an empty one clears the hits.
func (s *Session) Search(query, tag string) {
	query = strings.TrimSpace(query)
	if query == s.query {
		return
	}
	s.stopSearch()
	s.query, s.moreHits = query, nil
	if query == "" {
		s.hits, s.found, s.foundMore = nil, 0, false
		s.changed(HitsChanged)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.stopSearch = cancel
	s.searchFor(ctx, query, tag, firstHits)
}

// MoreHits asks for more hits than there are, if there are more.
func (s *Session) MoreHits() {
	if more := s.moreHits; more != nil {
		s.moreHits = nil
		more()
	}
}

// searchFor asks for so many hits.
func (s *Session) searchFor(ctx context.Context, query, tag string, limit int) {
	ask(s.queue, func(context.Context) ([]data.Hit, error) { return s.find(ctx, query, tag, limit) },
		func(hits []data.Hit, err error) {
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				s.problem(err)
				return
			}
			s.hits = hits
			full := len(hits) == limit
			if full && limit < maxHits {
				s.moreHits = func() { s.searchFor(ctx, query, tag, min(2*limit, maxHits)) }
			}
			if limit == firstHits || tag != "" { // notes with a tag are not counted beside those with the words
				s.found, s.foundMore = len(hits), full
			}
			s.changed(HitsChanged)
			if full && limit == firstHits && tag == "" {
				s.countHits(ctx, query)
			}
		})
}

// countHits asks how many hits there are.
func (s *Session) countHits(ctx context.Context, query string) {
	ask(s.queue, func(context.Context) (int, error) { return s.library.CountHits(ctx, query) }, func(n int, err error) {
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			s.problem(err)
			return
		}
		s.found, s.foundMore = n, false
		s.changed(HitsChanged)
	})
}

// find returns the notes with a tag and behind them what has the words.
func (s *Session) find(ctx context.Context, query, tag string, limit int) ([]data.Hit, error) {
	var hits []data.Hit
	if tag != "" {
		tagged, err := s.library.ListNotes(ctx, data.NoteFilter{Tag: tag}, data.NewestFirst, 0, limit)
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
	worded, err := s.library.Search(ctx, query, limit)
	for _, h := range worded {
		if !slices.ContainsFunc(hits, func(k data.Hit) bool { return h.NoteID != "" && k.NoteID == h.NoteID }) {
			hits = append(hits, h)
		}
	}
	return hits[:min(len(hits), limit)], err
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
