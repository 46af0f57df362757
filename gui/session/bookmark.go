package session

import (
	"context"
	"encoding/json"

	"parallax/data"
)

// A Bookmark is where a reader left an event: what lay on the two sides, the view
// she looked at it in, and how far she had read. What a view is called, and what
// it shows, is the screen's business.
type Bookmark struct {
	Reports [2]data.ID `json:"reports"`
	View    string     `json:"view"`
	Table   string     `json:"table,omitempty"` // the one open among several of a view
	Front   data.Side  `json:"front"`           // used last
	Tops    [2]int     `json:"tops"`            // the first letter in view, a byte into each report's text
}

// bookmarkSetting is where a library keeps an event's bookmark, lastSetting where
// it keeps which event was open last.
const (
	bookmarkSetting = "bookmark."
	lastSetting     = "event"
)

// Bookmark is where the open event was left; without a View: nobody left it yet.
func (s *Session) Bookmark() Bookmark {
	if s.bookmark == nil {
		return Bookmark{}
	}
	return *s.bookmark
}

// LastEvent is the event that was open last in this library; empty: none.
func (s *Session) LastEvent() data.ID { return s.lastEvent }

// readBookmark reads where an event was left. One that cannot be understood, as a
// newer program's, counts as none.
func (s *Session) readBookmark(ctx context.Context, event data.ID) (*Bookmark, error) {
	text, err := s.library.Setting(ctx, bookmarkSetting+string(event))
	b := &Bookmark{}
	if err != nil || json.Unmarshal([]byte(text), b) != nil {
		return &Bookmark{}, err
	}
	return b, nil
}

// leave keeps where the reader leaves the open event, once it was on screen.
func (s *Session) leave() {
	if s.bookmark == nil || s.OnLeave == nil || s.ReadOnly() {
		return
	}
	b := s.OnLeave()
	for side, r := range s.sides {
		if r != nil {
			b.Reports[side] = r.ID
		}
	}
	s.keep(lastSetting, string(s.event.ID), string(s.lastEvent))
	s.lastEvent = s.event.ID
	if *s.bookmark == b {
		return
	}
	text, err := json.Marshal(b)
	if err != nil {
		s.problem(err)
		return
	}
	s.keep(bookmarkSetting+string(s.event.ID), string(text), "")
}

// keep sets something in the library, unless it is so already. It is nothing the
// reader made, so the screen does not tell that it is saved.
func (s *Session) keep(name, value, was string) {
	if value == was {
		return
	}
	ask(s.queue, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.library.SetSetting(ctx, name, value)
	}, func(_ struct{}, err error) { s.problem(err) })
}

// layAsLeft lays the reports on the sides as they lay when the event was left.
func (s *Session) layAsLeft() {
	for side, id := range s.bookmark.Reports {
		s.sides[side] = s.Report(id)
	}
}
