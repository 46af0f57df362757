package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"parallax/data"
)

// Wordings returns what a note said before, the newest wording first. What was
// only added to on the way to the next one is not among them.
func (l *Library) Wordings(ctx context.Context, note data.ID) ([]data.Wording, error) {
	var list []data.Wording
	err := l.read(ctx, "list the wordings of note "+string(note), func(ctx context.Context, c *sql.Conn) error {
		return each(ctx, c, func(rows *sql.Rows) error {
			var w data.Wording
			var written int64
			err := rows.Scan(&w.Body, &written)
			w.Written = fromMS(written)
			list = append(list, w)
			return err
		}, `SELECT body, written FROM wording WHERE note_id = ? ORDER BY place DESC`, note)
	})
	return list, err
}

// keepWording keeps what a note says in the library before n takes its place,
// unless n says it too, or it was the last wording kept.
func keepWording(ctx context.Context, tx *sql.Tx, n *data.Note) error {
	var body string
	var updated int64
	err := tx.QueryRowContext(ctx, `SELECT body, updated FROM note WHERE id = ?`, n.ID).Scan(&body, &updated)
	switch {
	case errors.Is(err, sql.ErrNoRows), err == nil && strings.HasPrefix(n.Body, body):
		return nil
	case err != nil:
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO wording (note_id, place, body, written)
		SELECT ?1, coalesce(max(place) + 1, 0), ?2, ?3 FROM wording WHERE note_id = ?1
		HAVING coalesce((SELECT body FROM wording WHERE note_id = ?1 ORDER BY place DESC LIMIT 1) != ?2, 1)`,
		n.ID, body, updated)
	return err
}
