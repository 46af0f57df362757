package store

import (
	"context"
	"database/sql"
	"errors"

	"parallax/data"
)

// Source returns the page a report came from, as it was given.
func (l *Library) Source(ctx context.Context, report data.ID) (data.Source, error) {
	s := data.Source{ReportID: report}
	err := l.read(ctx, "read the page of report "+string(report), func(ctx context.Context, c *sql.Conn) error {
		err := c.QueryRowContext(ctx, `SELECT name, media_type, charset, bytes, text, digest FROM source
			WHERE report_id = ?`, report).Scan(&s.Name, &s.MediaType, &s.Charset, &s.Bytes, &s.Text, &s.Digest)
		if err != nil {
			return gone(err)
		}
		err = each(ctx, c, func(rows *sql.Rows) error {
			var b data.Block
			err := rows.Scan(&b.Start, &b.End, &b.Role, &b.Guess, &b.Why, &b.Unwraps)
			s.Blocks = append(s.Blocks, b)
			return err
		}, `SELECT starts, ends, role, guess, why, unwraps FROM block WHERE report_id = ? ORDER BY place`, report)
		if err != nil {
			return err
		}
		return each(ctx, c, func(rows *sql.Rows) error {
			var f data.Fact
			err := rows.Scan(&f.Field, &f.Value, &f.From, &f.Block, &f.Confirmed)
			s.Facts = append(s.Facts, f)
			return err
		}, `SELECT field, value, read_from, block, confirmed FROM fact WHERE report_id = ? ORDER BY place`, report)
	})
	return s, err
}

func addSource(ctx context.Context, tx *sql.Tx, s *data.Source) error {
	if err := storable(s.Name, s.MediaType, s.Charset, s.Text); err != nil {
		return err
	}
	// A nil slice would be NULL; a page of no bytes is still a page.
	bytes := s.Bytes
	if bytes == nil {
		bytes = []byte{}
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO source (report_id, name, media_type, charset, digest, text_digest, bytes, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		s.ReportID, s.Name, s.MediaType, s.Charset, digest(s.Bytes), digest(s.Text), bytes, s.Text)
	if err != nil {
		return err
	}
	return addRulings(ctx, tx, s)
}

func changeSource(ctx context.Context, tx *sql.Tx, s *data.Source) error {
	var bytes, text string
	err := tx.QueryRowContext(ctx, `SELECT digest, text_digest FROM source WHERE report_id = ?`, s.ReportID).Scan(&bytes, &text)
	if err != nil {
		return gone(err)
	}
	if bytes != digest(s.Bytes) || text != digest(s.Text) {
		return errors.New("this is not the page it came from")
	}
	for _, table := range []string{"block", "fact"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE report_id = ?`, s.ReportID); err != nil {
			return err
		}
	}
	return addRulings(ctx, tx, s)
}

// addRulings writes the roles of the page's blocks and the facts read from it.
func addRulings(ctx context.Context, tx *sql.Tx, s *data.Source) error {
	for i, b := range s.Blocks {
		if err := storable(string(b.Role), string(b.Guess), string(b.Why)); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO block (report_id, place, starts, ends, role, guess, why, unwraps)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, s.ReportID, i, b.Start, b.End, b.Role, b.Guess, b.Why, b.Unwraps)
		if err != nil {
			return err
		}
	}
	for i, f := range s.Facts {
		if err := storable(string(f.Field), f.Value, string(f.From)); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO fact (report_id, place, field, value, read_from, block, confirmed)
			VALUES (?, ?, ?, ?, ?, ?, ?)`, s.ReportID, i, f.Field, f.Value, f.From, f.Block, f.Confirmed)
		if err != nil {
			return err
		}
	}
	return nil
}
