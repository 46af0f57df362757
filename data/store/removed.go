package store

import (
	"context"
	"database/sql"
	"time"

	"parallax/data"
)

// RemovedNotes returns the notes that RemoveNote took out of events that are
// still there, the last one removed first, at most limit.
func (l *Library) RemovedNotes(ctx context.Context, limit int) ([]data.RemovedNote, error) {
	var list []data.RemovedNote
	err := l.read(ctx, "list the removed notes", func(ctx context.Context, c *sql.Conn) error {
		const removed = `FROM note JOIN event ON event.id = note.event_id
			WHERE note.removed IS NOT NULL AND event.removed IS NULL ORDER BY note.removed DESC, note.seq DESC LIMIT ?`
		err := each(ctx, c, func(rows *sql.Rows) error {
			var r data.RemovedNote
			var at int64
			err := rows.Scan(&r.EventTitle, &at)
			r.Removed = fromMS(at)
			list = append(list, r)
			return err
		}, `SELECT event.title, note.removed `+removed, limit)
		if err != nil {
			return err
		}
		notes, err := notesFrom(ctx, c, removed, limit)
		for i := range notes {
			list[i].Note = notes[i]
		}
		return err
	})
	return list, err
}

// ForgetNotes deletes for good the notes that were removed before a time.
func (l *Library) ForgetNotes(ctx context.Context, before time.Time) error {
	old := 0
	err := l.read(ctx, "count old removed notes", func(ctx context.Context, c *sql.Conn) error {
		return c.QueryRowContext(ctx, `SELECT count(*) FROM note WHERE removed < ?`, ms(before)).Scan(&old)
	})
	if err != nil || old == 0 { // a library that is only looked at stays as it is
		return err
	}
	return l.write(ctx, "forget removed notes", func(ctx context.Context, tx *sql.Tx) error {
		const old = `(SELECT id FROM note WHERE removed < ?1)`
		for _, statement := range []string{
			`DELETE FROM note_words WHERE docid IN (SELECT seq FROM note WHERE removed < ?1)`,
			`DELETE FROM wording WHERE note_id IN ` + old,
			`DELETE FROM anchor WHERE note_id IN ` + old,
			`DELETE FROM tag WHERE note_id IN ` + old,
			`DELETE FROM note WHERE removed < ?1`,
		} {
			if _, err := tx.ExecContext(ctx, statement, ms(before)); err != nil {
				return err
			}
		}
		return nil
	})
}
