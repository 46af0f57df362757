package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"parallax/data"
)

// OwnTags returns the tags that readers made, in that order.
func (l *Library) OwnTags(ctx context.Context) ([]data.OwnTag, error) {
	var tags []data.OwnTag
	err := l.read(ctx, "list the own tags", func(ctx context.Context, c *sql.Conn) error {
		return each(ctx, c, func(rows *sql.Rows) error {
			var t data.OwnTag
			err := rows.Scan(&t.Code, &t.Label, &t.Style)
			tags = append(tags, t)
			return err
		}, `SELECT code, label, style FROM own_tag ORDER BY seq`)
	})
	return tags, err
}

// ChangeTags forgets the own tags with the codes gone, keeps the tags made, each
// new or in place of the one with its code, and saves notes, as SaveNotes does,
// that had or get one of them: all of it or, with an error, nothing.
func (l *Library) ChangeTags(ctx context.Context, gone []string, made []data.OwnTag, notes []data.Note) error {
	return l.write(ctx, fmt.Sprintf("remove %d own tags and keep %d, on %d notes", len(gone), len(made), len(notes)), func(ctx context.Context, tx *sql.Tx) error {
		for _, code := range gone {
			if err := one(ctx, tx, `DELETE FROM own_tag WHERE code = ?`, code); err != nil {
				return fmt.Errorf("tag %q: %w", code, err)
			}
		}
		for _, t := range made {
			if t.Code == "" || t.Label == "" {
				return errors.New("a tag has no code or no name")
			}
			if err := storable(t.Code, t.Label); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, `INSERT INTO own_tag (code, label, style) VALUES (?, ?, ?)
				ON CONFLICT (code) DO UPDATE SET label = excluded.label, style = excluded.style`, t.Code, t.Label, t.Style)
			if err != nil {
				return fmt.Errorf("tag %q: %w", t.Code, err)
			}
		}
		for _, n := range notes {
			if err := saveNote(ctx, tx, n, n.Updated, 0); err != nil {
				return fmt.Errorf("note %s: %w", n.ID, err)
			}
		}
		return nil
	})
}

// TaggedNotes returns the notes of all events with a tag, in the order they
// were made, without the removed ones.
func (l *Library) TaggedNotes(ctx context.Context, code string) ([]data.Note, error) {
	var notes []data.Note
	err := l.read(ctx, "list the notes with a tag", func(ctx context.Context, c *sql.Conn) error {
		var err error
		notes, err = notesFrom(ctx, c, `FROM note WHERE note.removed IS NULL AND note.id IN (SELECT note_id FROM tag WHERE code = ?) ORDER BY note.seq`, code)
		return err
	})
	return notes, err
}
