package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"parallax/data"
)

// Wordings returns what a note said before, the newest wording first. What was
// only added to on the way to the next one is not among them, nor is what
// SaveWriting joined.
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

// sitting is how soon after the wording kept last another must be left to be
// joined with it. What stood in a note that long is in a wording that is kept.
const sitting = 3 * time.Minute

// cut is how many letters gone from one save to the next, a second later, are a cut
// and no longer somebody mending a word: held down, the key takes some 25.
const cut = 20

// losesMuch tells whether a cut takes something out of before that the wording
// kept last does not have.
func losesMuch(before, after, last string) bool {
	return utf8.RuneCountInString(data.EditBetween(before, after).Old) >= cut && data.EditBetween(last, before).New != ""
}

// keepWording keeps what a note says in the library before n takes its place at a
// time, unless n only adds to it, or the wording kept last was left less than
// joined before (or the note was made, where none is kept) and nothing much is
// lost. What is the last one already is not kept twice.
func keepWording(ctx context.Context, tx *sql.Tx, n *data.Note, at time.Time, joined time.Duration) error {
	var body string
	var created, updated int64
	err := tx.QueryRowContext(ctx, `SELECT body, created, updated FROM note WHERE id = ?`, n.ID).Scan(&body, &created, &updated)
	switch {
	case errors.Is(err, sql.ErrNoRows), err == nil && strings.HasPrefix(n.Body, body):
		return nil
	case err != nil:
		return err
	}
	place, last, left := -1, "", created
	err = tx.QueryRowContext(ctx, `SELECT place, body, left_at FROM wording WHERE note_id = ? ORDER BY place DESC LIMIT 1`, n.ID).
		Scan(&place, &last, &left)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	soon := at.Sub(fromMS(left)).Abs() < joined // Abs: a clock may have been set back
	if soon && !losesMuch(body, n.Body, last) {
		return nil
	}
	if place < 0 || last != body {
		place++
	}
	_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO wording (note_id, place, body, written, left_at) VALUES (?, ?, ?, ?, ?)`,
		n.ID, place, body, updated, ms(at))
	return err
}
