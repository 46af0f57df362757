package session

import (
	"context"
	"time"

	"parallax/data"
)

const (
	keptRemoved = 30 * 24 * time.Hour // how long a deleted note can be brought back
	mostRemoved = 500                 // deleted notes shown
)

// ForgetOldNotes deletes for good what was deleted more than 30 days ago.
func (s *Session) ForgetOldNotes() {
	if s.ReadOnly() {
		return
	}
	before := s.now().Add(-keptRemoved)
	ask(s.queue, func(ctx context.Context) (struct{}, error) { return struct{}{}, s.library.ForgetNotes(ctx, before) },
		func(_ struct{}, err error) { s.problem(err) })
}

// Wordings gives then what a note said before, the newest first.
func (s *Session) Wordings(note data.ID, then func([]data.Wording)) {
	s.SaveWritten()
	ask(s.queue, func(ctx context.Context) ([]data.Wording, error) { return s.library.Wordings(ctx, note) }, answer(s, then))
}

// SetWording gives a note an earlier wording back.
func (s *Session) SetWording(id data.ID, body string) {
	s.SaveWritten()
	n := s.Note(id)
	if n == nil || n.Body == body {
		return
	}
	before, after := *n, *n
	after.Body, after.Updated = body, s.now()
	s.save("bring back a wording", before, after)
}

// RemovedNotes gives then the deleted notes that can be brought back, the last
// one deleted first.
func (s *Session) RemovedNotes(then func([]data.RemovedNote)) {
	ask(s.queue, func(ctx context.Context) ([]data.RemovedNote, error) { return s.library.RemovedNotes(ctx, mostRemoved) }, answer(s, then))
}

// BringBack brings a deleted note back.
func (s *Session) BringBack(n data.Note) {
	s.giveBack(n)
	s.did("bring back note", func() { s.take(n.ID, n.EventID) }, func() { s.giveBack(n) })
}

// answer hands a result on, or tells of the problem.
func answer[T any](s *Session, then func(T)) func(T, error) {
	return func(result T, err error) {
		if err != nil {
			s.problem(err)
			return
		}
		then(result)
	}
}
