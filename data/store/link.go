package store

import (
	"context"
	"database/sql"
	"fmt"

	"parallax/data"
)

// ChangeLinks forgets the rulings gone and keeps the rulings made, each new or
// in place of the one with its ID: all of them or, with an error, none.
func (l *Library) ChangeLinks(ctx context.Context, gone []data.ID, made []data.Link) error {
	return l.write(ctx, fmt.Sprintf("remove %d links and keep %d", len(gone), len(made)), func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range gone {
			if err := one(ctx, tx, `DELETE FROM link WHERE id = ?`, id); err != nil {
				return fmt.Errorf("link %s: %w", id, err)
			}
		}
		for _, k := range made {
			if err := setLink(ctx, tx, k); err != nil {
				return fmt.Errorf("link %s: %w", k.ID, err)
			}
		}
		return nil
	})
}

func setLink(ctx context.Context, tx *sql.Tx, k data.Link) error {
	if err := keyed(k.ID, k.Left.ReportID, k.Right.ReportID); err != nil {
		return err
	}
	if k.Verdict != data.TellsSame && k.Verdict != data.NotSame {
		return fmt.Errorf("there is no verdict %q", k.Verdict)
	}
	var left, right data.Anchor
	var err error
	switch none := (data.Span{}); {
	case k.Verdict == data.NotSame && k.Right.Span == none && k.Left.Span != none:
		left, err = passageAnchor(ctx, tx, data.Left, k.Left)
		right.ReportID = k.Right.ReportID
	case k.Verdict == data.NotSame && k.Left.Span == none && k.Right.Span != none:
		right, err = passageAnchor(ctx, tx, data.Right, k.Right)
		left.ReportID = k.Left.ReportID
	default:
		if left, err = passageAnchor(ctx, tx, data.Left, k.Left); err == nil {
			right, err = passageAnchor(ctx, tx, data.Right, k.Right)
		}
	}
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO link (id, verdict,
				left_report, left_starts, left_ends, left_quote, left_before, left_after, left_loose,
				right_report, right_starts, right_ends, right_quote, right_before, right_after, right_loose)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, 0)
			ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict,
				left_report = excluded.left_report, left_starts = excluded.left_starts, left_ends = excluded.left_ends,
				left_quote = excluded.left_quote, left_before = excluded.left_before, left_after = excluded.left_after,
				left_loose = 0,
				right_report = excluded.right_report, right_starts = excluded.right_starts, right_ends = excluded.right_ends,
				right_quote = excluded.right_quote, right_before = excluded.right_before, right_after = excluded.right_after,
				right_loose = 0`,
		k.ID, k.Verdict,
		left.ReportID, left.Start, left.End, left.Quote, left.Before, left.After,
		right.ReportID, right.Start, right.End, right.Quote, right.Before, right.After)
	return err
}

// Links returns the rulings on passages of two reports, in the order they were
// first made, with left's passage on the left however the reports lay when the
// ruling was made. A ruling whose words are in a text no more waits, unlisted,
// for them to come back.
func (l *Library) Links(ctx context.Context, left, right data.ID) ([]data.Link, error) {
	var links []data.Link
	err := l.read(ctx, "list the links of two reports", func(ctx context.Context, c *sql.Conn) error {
		return each(ctx, c, func(rows *sql.Rows) error {
			var k data.Link
			err := rows.Scan(&k.ID, &k.Verdict,
				&k.Left.ReportID, &k.Left.Start, &k.Left.End, &k.Right.ReportID, &k.Right.Start, &k.Right.End)
			if k.Left.ReportID != left {
				k.Left, k.Right = k.Right, k.Left
			}
			links = append(links, k)
			return err
		}, `SELECT id, verdict, left_report, left_starts, left_ends, right_report, right_starts, right_ends FROM link
			WHERE (left_report = ?1 AND right_report = ?2 OR left_report = ?2 AND right_report = ?1)
			AND NOT left_loose AND NOT right_loose ORDER BY seq`, left, right)
	})
	return links, err
}

// passageAnchor remembers the words of a passage, so that it can be found again.
func passageAnchor(ctx context.Context, tx *sql.Tx, side data.Side, p data.Passage) (data.Anchor, error) {
	r := data.Report{ID: p.ReportID}
	if err := tx.QueryRowContext(ctx, `SELECT text FROM report WHERE id = ?`, p.ReportID).Scan(&r.Text); err != nil {
		return data.Anchor{}, fmt.Errorf("report %s: %w", p.ReportID, gone(err))
	}
	if p.Start < 0 || p.Start >= p.End || p.End > len(r.Text) {
		return data.Anchor{}, fmt.Errorf("passage %d to %d is not in report %s", p.Start, p.End, p.ReportID)
	}
	a := data.MakeAnchor(&r, side, p.Span)
	return a, storable(a.Quote, a.Before, a.After)
}

// retieLinks ties the rulings on a report anew.
func retieLinks(ctx context.Context, tx *sql.Tx, report data.ID, tie retie) error {
	for n, side := range []string{"left", "right"} {
		var ids []data.ID
		var anchors []data.Anchor
		err := each(ctx, tx, func(rows *sql.Rows) error {
			var id data.ID
			var a data.Anchor
			err := rows.Scan(&id, &a.Start, &a.End, &a.Quote, &a.Before, &a.After, &a.Loose)
			ids, anchors = append(ids, id), append(anchors, a)
			return err
		}, `SELECT id, `+side+`_starts, `+side+`_ends, `+side+`_quote, `+side+`_before, `+side+`_after, `+side+`_loose
			FROM link WHERE `+side+`_report = ? ORDER BY seq`, report)
		if err != nil {
			return err
		}
		for i, a := range anchors {
			if a.Quote == "" {
				continue // it stands for the whole report, whatever its text
			}
			a = tie(data.TiePlace{Of: ids[i], N: n}, a)
			_, err := tx.ExecContext(ctx, `UPDATE link SET `+side+`_starts = ?, `+side+`_ends = ?, `+side+`_quote = ?,
				`+side+`_before = ?, `+side+`_after = ?, `+side+`_loose = ? WHERE id = ?`,
				a.Start, a.End, a.Quote, a.Before, a.After, a.Loose, ids[i])
			if err != nil {
				return err
			}
		}
	}
	return nil
}
