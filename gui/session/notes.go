package session

import (
	"context"
	"maps"
	"slices"
	"sort"
	"strings"
	"time"

	"parallax/data"
)

// What is typed is saved so long after the first letter that is not: no more than
// that is lost when the power goes, however fast somebody writes.
const autosaveAfter = time.Second

// Notes returns the open event's notes in reading order: by their place in the
// left report, then in the right one, then those on other reports, then the
// loose ones.
func (s *Session) Notes() []data.Note { return s.notes }

// Note returns the note with id, or nil.
func (s *Session) Note(id data.ID) *data.Note {
	if i := s.noteIndex(id); i >= 0 {
		return &s.notes[i]
	}
	return nil
}

func (s *Session) noteIndex(id data.ID) int {
	return slices.IndexFunc(s.notes, func(n data.Note) bool { return n.ID == id })
}

// OpenNoteID returns which note is open for writing; empty: none.
func (s *Session) OpenNoteID() data.ID { return s.note }

// OpenNote opens a note for writing and selects its words; an empty id closes
// the open one.
func (s *Session) OpenNote(id data.ID) {
	if s.note == id {
		return
	}
	s.SaveWritten()
	s.note = id
	s.changed(NotesChanged | SelectionChanged)
}

// AnchorsHere returns what a new note would be tied to: the selected words;
// where one side has none selected, nothing of it; with nothing selected at
// all, the current difference, or else the selected pair.
func (s *Session) AnchorsHere() []data.Anchor {
	spans := s.selection
	if spans[0].Empty() && spans[1].Empty() {
		switch {
		case s.stop >= 0:
			spans = [2]data.Span{s.stops[s.stop].Left, s.stops[s.stop].Right}
		case s.pair >= 0:
			p := s.AllPairs()[s.pair]
			spans = [2]data.Span{data.Cover(p.Left), data.Cover(p.Right)}
		}
	}
	var anchors []data.Anchor
	for side, span := range spans {
		if r := s.sides[side]; r != nil && !span.Empty() {
			span = wholeWords(r.Text, span)
			anchors = append(anchors, data.MakeAnchor(r, data.Side(side), span))
		}
	}
	return anchors
}

// AddNote makes a note on what is selected and opens it. It reports false when
// nothing is selected.
func (s *Session) AddNote() bool {
	anchors := s.AnchorsHere()
	if len(anchors) == 0 || s.event.ID == "" {
		return false
	}
	s.addNote(anchors)
	return true
}

// AddReportNote makes a note on a whole report and opens it. It reports false
// when the side is empty.
func (s *Session) AddReportNote(side data.Side) bool {
	r := s.sides[side]
	if r == nil {
		return false
	}
	s.addNote([]data.Anchor{{ReportID: r.ID, Side: side}})
	return true
}

// AddEventNote makes a note on the open event and opens it. It reports false
// when none is open.
func (s *Session) AddEventNote() bool {
	if s.event.ID == "" {
		return false
	}
	s.addNote(nil)
	return true
}

func (s *Session) addNote(anchors []data.Anchor) {
	s.SaveWritten()
	now := s.now()
	n := data.Note{ID: data.NewID(), EventID: s.event.ID, Anchors: anchors, Author: s.who, Created: now, Updated: now}
	s.put(n)
	s.note, s.selection = n.ID, [2]data.Span{}
	s.did("add note", func() { s.take(n.ID, n.EventID) }, func() { s.giveBack(n) })
	s.changed(NotesChanged | SelectionChanged)
}

// WriteNote changes the text of a note as it is typed, as a step that can be
// undone: letters of one word, typed on, are one step. It is saved a second after
// the first letter that is not saved yet, or by SaveWritten.
func (s *Session) WriteNote(id data.ID, e data.Edit) {
	n := s.Note(id)
	if n == nil || e.Old == e.New {
		return
	}
	before, after := n.Updated, s.now()
	s.rewrite(n, e, after)
	if last := s.lastWrote(); last != nil && last.note == id {
		if joined, ok := last.edit.Join(e); ok {
			last.edit, last.after = joined, after
			return
		}
	}
	w := &wrote{note: id, event: n.EventID, edit: e, before: before, after: after}
	s.did("write note", func() { s.writeAgain(w, w.edit.Back(), w.before) }, func() { s.writeAgain(w, w.edit, w.after) })
	s.undo[len(s.undo)-1].wrote = w
}

// A wrote is a step that changed a note's text, and when the note was changed
// last before it and with it.
type wrote struct {
	note, event   data.ID
	edit          data.Edit
	before, after time.Time
}

// lastWrote is what was written last if nothing was done or undone since.
func (s *Session) lastWrote() *wrote {
	if len(s.undo) == 0 || len(s.redo) > 0 {
		return nil
	}
	return s.undo[len(s.undo)-1].wrote
}

// rewrite changes a note's text; it is saved a little later.
func (s *Session) rewrite(n *data.Note, e data.Edit, at time.Time) {
	n.Body, n.Updated = e.Apply(n.Body), at
	if !s.written[n.ID] {
		s.written[n.ID] = true
		s.changed(SavedChanged)
	}
	if s.autosave == nil {
		s.autosave = s.after(autosaveAfter, func() { s.post(s.SaveWritten) })
	}
}

// writeAgain makes a change of a text anew or takes it back, in the library
// where the note's event is not open.
func (s *Session) writeAgain(w *wrote, e data.Edit, at time.Time) {
	if n := s.Note(w.note); n != nil {
		s.rewrite(n, e, at)
		s.changed(NotesChanged)
		return
	}
	now := s.now()
	s.write(func(ctx context.Context) error {
		notes, err := s.library.Notes(ctx, w.event)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(notes, func(n data.Note) bool { return n.ID == w.note })
		if i < 0 {
			return nil // its event is gone, and the note with it
		}
		n := notes[i]
		n.Body, n.Updated = e.Apply(n.Body), at
		return s.library.SaveWriting(ctx, n, now)
	}, nil)
}

// SaveWritten saves at once what was typed and is not saved yet.
func (s *Session) SaveWritten() {
	if s.autosave != nil {
		s.autosave()
		s.autosave = nil
	}
	ids := slices.Sorted(maps.Keys(s.written))
	clear(s.written)
	now := s.now()
	for _, id := range ids {
		if n := s.Note(id); n != nil {
			s.putWith(*n, func(ctx context.Context, n data.Note) error { return s.library.SaveWriting(ctx, n, now) })
		}
	}
}

// ToggleTag puts a tag on a note or takes it off.
func (s *Session) ToggleTag(id data.ID, code string) {
	s.SaveWritten()
	n := s.Note(id)
	if n == nil {
		return
	}
	before := *n
	after := before
	name := "tag " + code
	if i := slices.Index(before.Tags, code); i >= 0 {
		after.Tags = slices.Delete(slices.Clone(before.Tags), i, i+1)
		name = "untag " + code
	} else {
		after.Tags = append(slices.Clone(before.Tags), code)
	}
	after.Updated = s.now()
	s.save(name, before, after)
}

// RemoveNote takes a note away; Undo brings it back.
func (s *Session) RemoveNote(id data.ID) {
	s.SaveWritten()
	n := s.Note(id)
	if n == nil {
		return
	}
	gone := *n
	s.take(id, gone.EventID)
	s.did("delete note", func() { s.giveBack(gone) }, func() { s.take(id, gone.EventID) })
}

// save writes a changed note as a step that can be undone.
func (s *Session) save(name string, before, after data.Note) {
	s.put(after)
	s.did(name, func() { s.put(before) }, func() { s.put(after) })
}

// put shows and saves a note as it is now.
func (s *Session) put(n data.Note) { s.putWith(n, s.library.SaveNote) }

// putWith shows a note as it is now and saves it with save.
func (s *Session) putWith(n data.Note, save func(context.Context, data.Note) error) {
	if n.EventID == s.event.ID {
		if i := s.noteIndex(n.ID); i >= 0 {
			s.notes[i] = n
		} else {
			s.notes = append(s.notes, n)
		}
		s.sortNotes()
		s.changed(NotesChanged)
	}
	s.writeOr(func(ctx context.Context) error { return save(ctx, n) }, func() { s.LoadShelves(nil) },
		func() { // tried again with the next save
			if s.Note(n.ID) != nil {
				s.written[n.ID] = true
			}
		})
}

// take takes a note out of the library.
func (s *Session) take(id, event data.ID) {
	if i := s.noteIndex(id); i >= 0 {
		s.notes = slices.Delete(s.notes, i, i+1)
	}
	if s.note == id {
		s.note = ""
	}
	s.changed(NotesChanged | SelectionChanged)
	s.write(func(ctx context.Context) error { return s.library.RemoveNote(ctx, id) }, func() { s.LoadShelves(nil) })
}

// giveBack puts a taken note back.
func (s *Session) giveBack(n data.Note) {
	s.write(func(ctx context.Context) error { return s.library.RestoreNote(ctx, n.ID) }, nil)
	s.put(n)
}

// sortNotes brings the notes into reading order.
func (s *Session) sortNotes() {
	place := func(n *data.Note) (int, int) {
		for side, r := range s.sides {
			if r == nil {
				continue
			}
			if a, ok := n.Anchor(r.ID); ok && !a.Loose {
				return side, a.Start
			}
		}
		return 2, 0
	}
	const elsewhere, last = 1<<62 - 1, 1 << 62 // notes on other reports; loose notes
	// A note tied on the right only stands where its words stand against the left.
	key := func(n *data.Note) (int, int) {
		side, at := place(n)
		if side == 1 {
			return max(s.across.left(at), 0), at
		}
		if side == 0 {
			return at, -1
		}
		if n.Loose() {
			return last, 0
		}
		return elsewhere, 0
	}
	sort.SliceStable(s.notes, func(i, j int) bool {
		a1, b1 := key(&s.notes[i])
		a2, b2 := key(&s.notes[j])
		if a1 != a2 {
			return a1 < a2
		}
		if b1 != b2 {
			return b1 < b2
		}
		return strings.Compare(string(s.notes[i].ID), string(s.notes[j].ID)) < 0
	})
}
