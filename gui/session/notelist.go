package session

import (
	"context"

	"parallax/data"
)

// A NoteList is the notes of all events that pass a filter, read a part at a
// time.
type NoteList struct {
	OnChange func() // more is there, or other notes are
	OnCount  func() // they have been counted

	session *Session
	filter  data.NoteFilter
	order   data.NoteOrder
	stop    func() // gives up what is being read and counted
	reading bool
	whole   bool   // no more notes pass the filter
	more    func() // reads the next part
	notes   []data.ListedNote
	counts  data.NoteCounts
}

// notePart is how many notes are read at a time.
const notePart = 100

// NewNoteList returns a list that is empty until Show.
func (s *Session) NewNoteList() *NoteList {
	return &NoteList{session: s, OnChange: func() {}, OnCount: func() {}, stop: func() {}}
}

// Filter and Order return what the list shows.
func (l *NoteList) Filter() data.NoteFilter { return l.filter }
func (l *NoteList) Order() data.NoteOrder   { return l.order }

// Notes returns the notes read so far, in the list's order.
func (l *NoteList) Notes() []data.ListedNote { return l.notes }

// Counts returns how many notes passed the filter when they were counted last,
// and of what.
func (l *NoteList) Counts() data.NoteCounts { return l.counts }

// Show lists the notes that pass a filter, in an order, and then counts them.
// What is listed and counted stays until the new notes and numbers are there.
func (l *NoteList) Show(f data.NoteFilter, order data.NoteOrder) {
	l.stop()
	ctx, cancel := context.WithCancel(context.Background())
	l.stop, l.filter, l.order = cancel, f, order
	l.session.SaveWritten()
	l.read(ctx, nil, func() {
		ask(l.session.queue, func(context.Context) (data.NoteCounts, error) { return l.session.library.CountNotes(ctx, f) },
			func(counts data.NoteCounts, err error) {
				if l.current(ctx, err) {
					l.counts = counts
					l.OnCount()
				}
			})
	})
	l.more = func() { l.read(ctx, l.notes, func() {}) }
}

// More reads the next part, if there is one and none is being read.
func (l *NoteList) More() {
	if !l.reading && !l.whole {
		l.more()
	}
}

// read puts the next part behind those notes; then runs once it is there. What
// cannot be read is told of once and not asked for again before Show.
func (l *NoteList) read(ctx context.Context, before []data.ListedNote, then func()) {
	l.reading = true
	f, order := l.filter, l.order
	ask(l.session.queue, func(context.Context) ([]data.ListedNote, error) {
		return l.session.library.ListNotes(ctx, f, order, len(before), notePart)
	}, func(part []data.ListedNote, err error) {
		if l.current(ctx, err) {
			l.reading = false
			l.notes, l.whole = append(before, part...), len(part) < notePart
			l.OnChange()
			then()
		}
	})
}

// current reports whether an answer is one to what is shown now and no error,
// which it tells of.
func (l *NoteList) current(ctx context.Context, err error) bool {
	if ctx.Err() != nil {
		return false
	}
	l.session.problem(err)
	return err == nil
}
