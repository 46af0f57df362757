package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"parallax/data"
)

// SaveNote keeps a note with its anchors and tags, new or in place of the note
// with its ID, whose wording can be read with Wordings; a removed note comes back.
// An anchor whose words stand elsewhere by now, because the report was looked over
// again meanwhile, is tied anew.
func (l *Library) SaveNote(ctx context.Context, n data.Note) error {
	return l.write(ctx, "save note "+string(n.ID), func(ctx context.Context, tx *sql.Tx) error {
		return saveNote(ctx, tx, n, n.Updated, 0)
	})
}

// SaveWriting does what SaveNote does, at a time, for a note that is being written
// and saved again and again: Wordings has what the note said when a sitting of
// writing began and, after that, one wording every few minutes at most and what
// stood before a cut.
func (l *Library) SaveWriting(ctx context.Context, n data.Note, at time.Time) error {
	return l.write(ctx, "save note "+string(n.ID), func(ctx context.Context, tx *sql.Tx) error {
		return saveNote(ctx, tx, n, at, sitting)
	})
}

// SaveNotes does for several notes what SaveNote does for one: for all of them
// or, with an error, for none.
func (l *Library) SaveNotes(ctx context.Context, notes []data.Note) error {
	return l.write(ctx, fmt.Sprintf("save %d notes", len(notes)), func(ctx context.Context, tx *sql.Tx) error {
		for _, n := range notes {
			if err := saveNote(ctx, tx, n, n.Updated, 0); err != nil {
				return fmt.Errorf("note %s: %w", n.ID, err)
			}
		}
		return nil
	})
}

// saveNote saves a note at a time, with keepWording.
func saveNote(ctx context.Context, tx *sql.Tx, n data.Note, at time.Time, joined time.Duration) error {
	if err := checkNote(&n); err != nil {
		return err
	}
	if err := tieNote(ctx, tx, &n); err != nil {
		return err
	}
	if err := keepWording(ctx, tx, &n, at, joined); err != nil {
		return err
	}
	var seq int64
	err := tx.QueryRowContext(ctx, `INSERT INTO note (id, event_id, body, author, created, updated, digest)
			VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, body = excluded.body, author = excluded.author,
			created = excluded.created, updated = excluded.updated, digest = excluded.digest, removed = NULL
			RETURNING seq`,
		n.ID, n.EventID, n.Body, n.Author, ms(n.Created), ms(n.Updated), noteDigest(&n)).Scan(&seq)
	if err != nil {
		return err
	}
	if err := saveAnchors(ctx, tx, &n); err != nil {
		return err
	}
	return indexNote(ctx, tx, seq, &n)
}

// Notes returns an event's notes that are not removed, in the order they were made.
func (l *Library) Notes(ctx context.Context, event data.ID) ([]data.Note, error) {
	var notes []data.Note
	err := l.read(ctx, "list the notes of event "+string(event), func(ctx context.Context, c *sql.Conn) error {
		var err error
		notes, err = notesFrom(ctx, c, `FROM note WHERE note.event_id = ? AND note.removed IS NULL ORDER BY note.seq`, event)
		return err
	})
	return notes, err
}

// RemoveNote takes a note out of Notes and Search.
func (l *Library) RemoveNote(ctx context.Context, id data.ID) error {
	return l.write(ctx, "remove note "+string(id), func(ctx context.Context, tx *sql.Tx) error {
		return remove(ctx, tx, "note", id)
	})
}

// RestoreNote undoes RemoveNote.
func (l *Library) RestoreNote(ctx context.Context, id data.ID) error {
	return l.write(ctx, "bring back note "+string(id), func(ctx context.Context, tx *sql.Tx) error {
		return restore(ctx, tx, "note", id)
	})
}

func checkNote(n *data.Note) error {
	if err := keyed(n.ID, n.EventID); err != nil {
		return err
	}
	if err := storable(n.Body, n.Author); err != nil {
		return err
	}
	if err := storable(n.Tags...); err != nil {
		return err
	}
	for _, a := range n.Anchors {
		if err := keyed(a.ReportID); err != nil {
			return err
		}
		if err := storable(a.Quote, a.Before, a.After); err != nil {
			return err
		}
		if a.Side != data.Left && a.Side != data.Right {
			return fmt.Errorf("anchor %q: there is no side %d", a.Quote, a.Side)
		}
	}
	return nil
}

// tieNote ties n's anchors to the reports' texts as they are now. The slice is
// copied first: the caller's note is his own.
func tieNote(ctx context.Context, tx *sql.Tx, n *data.Note) error {
	texts := map[data.ID]string{}
	n.Anchors = append([]data.Anchor(nil), n.Anchors...)
	for i, a := range n.Anchors {
		text, read := texts[a.ReportID]
		if !read {
			err := tx.QueryRowContext(ctx, `SELECT text FROM report WHERE id = ?`, a.ReportID).Scan(&text)
			if errors.Is(err, sql.ErrNoRows) {
				return fmt.Errorf("anchor %q: report %s is gone", a.Quote, a.ReportID)
			}
			if err != nil {
				return err
			}
			texts[a.ReportID] = text
		}
		n.Anchors[i] = tied(a, text)
	}
	return nil
}

func saveAnchors(ctx context.Context, tx *sql.Tx, n *data.Note) error {
	for _, table := range []string{"anchor", "tag"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE note_id = ?`, n.ID); err != nil {
			return err
		}
	}
	for i, a := range n.Anchors {
		_, err := tx.ExecContext(ctx, `INSERT INTO anchor (note_id, place, report_id, side, starts, ends, quote, before, after, loose)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			n.ID, i, a.ReportID, int(a.Side), a.Start, a.End, a.Quote, a.Before, a.After, a.Loose)
		if err != nil {
			return err
		}
	}
	for i, code := range n.Tags {
		if _, err := tx.ExecContext(ctx, `INSERT INTO tag (note_id, place, code) VALUES (?, ?, ?)`, n.ID, i, code); err != nil {
			return err
		}
	}
	return nil
}

// notesFrom reads whole notes: source is what stands behind the columns of a
// query on note, from FROM on, and orders them.
func notesFrom(ctx context.Context, q querier, source string, args ...any) ([]data.Note, error) {
	var notes []data.Note
	err := each(ctx, q, func(rows *sql.Rows) error {
		var n data.Note
		var created, updated int64
		if err := rows.Scan(&n.ID, &n.EventID, &n.Body, &n.Author, &created, &updated); err != nil {
			return err
		}
		n.Created, n.Updated = fromMS(created), fromMS(updated)
		notes = append(notes, n)
		return nil
	}, `SELECT note.id, note.event_id, note.body, note.author, note.created, note.updated `+source, args...)
	if err != nil {
		return nil, err
	}
	return notes, addTies(ctx, q, notes)
}

// addTies gives notes their anchors and tags, in one pass for each of the two.
func addTies(ctx context.Context, q querier, notes []data.Note) error {
	ids, at := make([]data.ID, len(notes)), make(map[data.ID]int, len(notes))
	for i := range notes {
		ids[i], at[notes[i].ID] = notes[i].ID, i
	}
	picked, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var id data.ID
		var a data.Anchor
		err := rows.Scan(&id, &a.ReportID, &a.Side, &a.Start, &a.End, &a.Quote, &a.Before, &a.After, &a.Loose)
		if err != nil {
			return err
		}
		n := &notes[at[id]]
		n.Anchors = append(n.Anchors, a)
		return nil
	}, `SELECT note_id, report_id, side, starts, ends, quote, before, after, loose FROM anchor
		WHERE note_id IN (SELECT value FROM json_each(?)) ORDER BY note_id, place`, string(picked))
	if err != nil {
		return err
	}
	return each(ctx, q, func(rows *sql.Rows) error {
		var id data.ID
		var code string
		if err := rows.Scan(&id, &code); err != nil {
			return err
		}
		n := &notes[at[id]]
		n.Tags = append(n.Tags, code)
		return nil
	}, `SELECT note_id, code FROM tag WHERE note_id IN (SELECT value FROM json_each(?)) ORDER BY note_id, place`, string(picked))
}
