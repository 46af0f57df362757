package session

import (
	"context"

	"parallax/data"
)

// A NoteList is the notes of all events that pass a filter, read a part at a
// time.
type NoteList struct {
	OnChange func() // more is there, or other notes are

	session *Session
	filter  data.NoteFilter
	order   data.NoteOrder
	turn    int
	reading bool
	notes   []data.ListedNote
	counts  data.NoteCounts
}

// notePart is how many notes are read at a time.
const notePart = 100

// NewNoteList returns a list that is empty until Show.
func (s *Session) NewNoteList() *NoteList { return &NoteList{session: s, OnChange: func() {}} }

// Filter and Order return what the list shows.
func (l *NoteList) Filter() data.NoteFilter { return l.filter }
func (l *NoteList) Order() data.NoteOrder   { return l.order }

// Notes returns the notes read so far, in the list's order.
func (l *NoteList) Notes() []data.ListedNote { return l.notes }

// Counts returns how many notes pass the filter, and of what.
func (l *NoteList) Counts() data.NoteCounts { return l.counts }

// Show lists the notes that pass a filter, in an order. What is listed stays
// until they are there.
func (l *NoteList) Show(f data.NoteFilter, order data.NoteOrder) {
	l.filter, l.order = f, order
	l.turn++
	turn := l.turn
	type page struct {
		notes  []data.ListedNote
		counts data.NoteCounts
	}
	l.session.SaveWritten()
	l.reading = true
	ask(l.session.queue, func(ctx context.Context) (p page, err error) {
		if p.notes, err = l.session.library.ListNotes(ctx, f, order, 0, notePart); err == nil {
			p.counts, err = l.session.library.CountNotes(ctx, f)
		}
		return p, err
	}, func(p page, err error) {
		if turn != l.turn {
			return
		}
		l.reading = false
		if err != nil {
			l.session.problem(err)
			return
		}
		l.notes, l.counts = p.notes, p.counts
		l.OnChange()
	})
}

// More reads the next part, if there is one and none is being read.
func (l *NoteList) More() {
	if l.reading || len(l.notes) >= l.counts.All {
		return
	}
	turn, skip, f, order := l.turn, len(l.notes), l.filter, l.order
	l.reading = true
	ask(l.session.queue, func(ctx context.Context) ([]data.ListedNote, error) {
		return l.session.library.ListNotes(ctx, f, order, skip, notePart)
	}, func(more []data.ListedNote, err error) {
		if turn != l.turn {
			return
		}
		l.reading = false
		if err != nil {
			l.session.problem(err)
			return
		}
		l.notes = append(l.notes, more...)
		l.OnChange()
	})
}
