package session

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"parallax/data"
)

// A Bookmark is where a reader left an event: what lay on the two sides, the view
// she looked at it in, how far she had read, and how each view was set. What a view
// is called, and what it shows, is the screen's business.
type Bookmark struct {
	Reports [2]data.ID `json:"reports"`
	View    string     `json:"view"`
	Front   data.Side  `json:"front"`          // used last
	Tops    [2]int     `json:"tops"`           // the first letter in view, a byte into each report's text
	Below   [2]float64 `json:"below"`          // how far below its line's top the view begins, in line heights
	Held    bool       `json:"held,omitempty"` // the reader linked both reports where they stood

	Order       data.Side `json:"order,omitempty"`       // whose order matched rows follow
	Differing   bool      `json:"differing,omitempty"`   // they leave out what is the same
	OnlyIn      data.Side `json:"onlyIn,omitempty"`      // whose passages are listed as told in one report alone
	Open        bool      `json:"open,omitempty"`        // settled ones are left out
	Unconfirmed bool      `json:"unconfirmed,omitempty"` // next and previous lead to pairs not ruled on

	Table string  `json:"table,omitempty"` // of words, the one that is open
	How   bool    `json:"how,omitempty"`   // it says how it was found
	Rows  int     `json:"rows,omitempty"`  // shown of it, at most
	Item  int     `json:"item,omitempty"`  // the first in view of what it shows
	Into  float64 `json:"into,omitempty"`  // the share of that above the view

	Current stoppedAt `json:"current"`
}

// A stoppedAt is where next and previous had led: the covers of the current pair's
// passages, and the difference in them; empty spans: none.
type stoppedAt struct {
	Passages   [2]data.Span `json:"passages"`
	Kind       StopKind     `json:"kind,omitempty"`
	Difference [2]data.Span `json:"difference"`
}

// keptPlace is p as a bookmark keeps it; nil: there is none.
func keptPlace(p *place) stoppedAt {
	if p == nil {
		return stoppedAt{}
	}
	at := stoppedAt{Passages: [2]data.Span{data.Cover(p.left), data.Cover(p.right)}}
	if p.stop != nil {
		at.Kind, at.Difference = p.stop.Kind, [2]data.Span{p.stop.Left, p.stop.Right}
	}
	return at
}

// place is the place kept; nil: none.
func (at *stoppedAt) place() *place {
	if at.Passages == [2]data.Span{} {
		return nil
	}
	p := &place{left: []data.Span{at.Passages[data.Left]}, right: []data.Span{at.Passages[data.Right]}}
	if at.Difference != [2]data.Span{} {
		p.stop = &Stop{Kind: at.Kind, Left: at.Difference[data.Left], Right: at.Difference[data.Right], Pair: -1}
	}
	return p
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
	b.mend()
	return b, nil
}

// mend leaves out of a bookmark, which others may have written, what is no place.
func (b *Bookmark) mend() {
	for _, side := range []*data.Side{&b.Front, &b.Order, &b.OnlyIn} {
		if *side != data.Left && *side != data.Right {
			*side = data.Left
		}
	}
	const far = 1e6 // lines
	for i := range b.Tops {
		b.Tops[i], b.Below[i] = max(0, b.Tops[i]), max(-far, min(b.Below[i], far))
	}
	b.Item, b.Into = max(0, b.Item), max(0, min(b.Into, 1))
	for _, s := range slices.Concat(b.Current.Passages[:], b.Current.Difference[:]) {
		if s.Start < 0 || s.End < s.Start {
			b.Current = stoppedAt{}
			return
		}
	}
}

// standing is where the reader stands in the open event, once it is on screen.
func (s *Session) standing() (b Bookmark, ok bool) {
	if s.bookmark == nil || s.OnLeave == nil || s.ReadOnly() {
		return b, false
	}
	b = s.OnLeave()
	b.Unconfirmed, b.Current = s.onlyUnconfirmed, s.bookmark.Current
	if s.Compared() {
		b.Current = keptPlace(s.here())
	}
	for side, r := range s.sides {
		if r != nil {
			b.Reports[side] = r.ID
		}
	}
	return b, true
}

// leave keeps where the reader leaves the open event.
func (s *Session) leave() {
	if b, ok := s.standing(); ok {
		s.keepBookmark(b, s.problem)
	}
}

// keepBookmark keeps a bookmark of the open event, unless it is kept, and tells
// failed why that did not work.
func (s *Session) keepBookmark(b Bookmark, failed func(error)) {
	kept := s.bookmark
	before := *kept
	if before == b {
		return
	}
	text, err := json.Marshal(b)
	if err != nil {
		failed(err)
		return
	}
	*kept = b
	s.keep(bookmarkSetting+string(s.event.ID), string(text), func(err error) {
		*kept = before
		failed(err)
	})
}

// lookEvery is how often it is looked where the reader stands; where she stood
// twice is kept, so a program that is not let finish loses little of her way.
const lookEvery = 2 * time.Second

// lookAgain looks a little later where the reader stands, and so on while an
// event is open.
func (s *Session) lookAgain() {
	if s.look == nil && s.OnLeave != nil && !s.ReadOnly() {
		s.look = s.after(lookEvery, func() { s.post(s.lookNow) })
	}
}

func (s *Session) lookNow() {
	s.look = nil
	b, ok := s.standing()
	if !ok {
		return
	}
	s.lookAgain()
	if b == s.stood {
		// Nobody asked for it: it is tried again, and told of, when the event is left.
		s.keepBookmark(b, func(error) { s.stopLooking() })
	}
	s.stood = b
}

// stopLooking ends what lookAgain began.
func (s *Session) stopLooking() {
	if s.look != nil {
		s.look()
		s.look = nil
	}
}

// keepLast keeps that the open event is the one to open next time, at once, and
// from now on where the reader stands in it, for a program that is not let finish.
func (s *Session) keepLast() {
	if s.OnLeave == nil || s.ReadOnly() {
		return
	}
	if s.lastEvent != s.event.ID {
		s.keep(lastSetting, string(s.event.ID), s.problem)
		s.lastEvent = s.event.ID
	}
	s.lookAgain()
}

// keep sets something in the library and tells failed why that did not work. It is
// nothing the reader made, so the screen does not tell that it is saved.
func (s *Session) keep(name, value string, failed func(error)) {
	ask(s.queue, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.library.SetSetting(ctx, name, value)
	}, func(_ struct{}, err error) {
		if err != nil {
			failed(err)
		}
	})
}

// layAsLeft lays the reports on the sides as they lay when the event was left, to
// be compared and gone through as they were.
func (s *Session) layAsLeft() {
	for side, id := range s.bookmark.Reports {
		s.sides[side] = s.Report(id)
	}
	s.onlyUnconfirmed = s.bookmark.Unconfirmed
	s.resumed = s.bookmark.Current.place()
}
