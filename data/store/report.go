package store

import (
	"context"
	"database/sql"
	"fmt"

	"parallax/data"
)

// AddReport keeps a report and the page it came from, in one transaction. The
// outlet is the one named r.Outlet, made if there is none, and from now on it
// publishes at the site of r.URL; r.OutletID and both digests are worked out
// here, whatever r and s say.
func (l *Library) AddReport(ctx context.Context, r data.Report, s data.Source) error {
	return l.write(ctx, "add report "+string(r.ID), func(ctx context.Context, tx *sql.Tx) error {
		if err := checkReport(r); err != nil {
			return err
		}
		outlet, err := outletNamed(ctx, tx, r.Outlet)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO report (id, event_id, outlet_id, headline, standfirst, byline,
			credit, url, language, published, as_written, retrieved, text, digest)
			VALUES (?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			r.ID, r.EventID, outlet, r.Headline, r.Standfirst, r.Byline,
			r.Credit, r.URL, r.Language, r.Published, r.AsWritten, ms(r.Retrieved), r.Text, digest(r.Text))
		if err != nil {
			return err
		}
		if err := teachSite(ctx, tx, &r, &s, outlet); err != nil {
			return err
		}
		if err := indexReport(ctx, tx, &r); err != nil {
			return err
		}
		s.ReportID = r.ID
		return addSource(ctx, tx, &s)
	})
}

// ChangeReport puts r and the roles and facts of s in place of what was kept,
// after the page was looked over again. Every note, reading and ruling tied to
// the report finds its words in the new text, in the same transaction; those
// whose words are gone are kept as loose and tie again when the words come back.
//
// It returns the ties to the text before; none where the text stays. Given as
// known when that text is put back, they stand exactly as they did, which looking
// for the words could not promise. Ties to another text are not heeded.
//
// s must hold the page as it was given; it is an error if its text or its
// bytes are others. r stays in its event.
func (l *Library) ChangeReport(ctx context.Context, r data.Report, s data.Source, known data.Ties) (stood data.Ties, err error) {
	err = l.write(ctx, "change report "+string(r.ID), func(ctx context.Context, tx *sql.Tx) error {
		if err := checkReport(r); err != nil {
			return err
		}
		outlet, err := outletNamed(ctx, tx, r.Outlet)
		if err != nil {
			return err
		}
		var before, was string
		err = tx.QueryRowContext(ctx, `SELECT digest, text FROM report WHERE id = ?`, r.ID).Scan(&before, &was)
		if err != nil {
			return gone(err)
		}
		after := digest(r.Text)
		err = one(ctx, tx, `UPDATE report SET outlet_id = nullif(?, ''), headline = ?, standfirst = ?, byline = ?,
			credit = ?, url = ?, language = ?, published = ?, as_written = ?, retrieved = ?, text = ?, digest = ?
			WHERE id = ?`, outlet, r.Headline, r.Standfirst, r.Byline,
			r.Credit, r.URL, r.Language, r.Published, r.AsWritten, ms(r.Retrieved), r.Text, after, r.ID)
		if err != nil {
			return err
		}
		if err := teachSite(ctx, tx, &r, &s, outlet); err != nil {
			return err
		}
		if err := indexReport(ctx, tx, &r); err != nil {
			return err
		}
		s.ReportID = r.ID
		if err := changeSource(ctx, tx, &s); err != nil {
			return err
		}
		if before == after {
			return nil
		}
		if known.Digest != after {
			known.At = nil
		}
		stood.Digest = before
		stood.At, err = retieAll(ctx, tx, r.ID, was, r.Text, known.At)
		return err
	})
	if err != nil {
		return data.Ties{}, err
	}
	return stood, nil
}

// Reports returns an event's reports that are not removed, in the order they
// were added, with their outlets' names.
func (l *Library) Reports(ctx context.Context, event data.ID) ([]data.Report, error) {
	var reports []data.Report
	err := l.read(ctx, "list the reports of event "+string(event), func(ctx context.Context, c *sql.Conn) error {
		return each(ctx, c, func(rows *sql.Rows) error {
			r, err := scanReport(rows)
			reports = append(reports, r)
			return err
		}, selectReport+` WHERE event_id = ? AND removed IS NULL ORDER BY report.seq`, event)
	})
	return reports, err
}

// Report returns one report, removed or not.
func (l *Library) Report(ctx context.Context, id data.ID) (data.Report, error) {
	var r data.Report
	doing := "read report " + string(id)
	err := l.read(ctx, doing, func(ctx context.Context, c *sql.Conn) error {
		var err error
		r, err = scanReport(c.QueryRowContext(ctx, selectReport+` WHERE report.id = ?`, id))
		return gone(err)
	})
	return r, err
}

// RemoveReport takes a report out of its event and out of Search. Its notes stay.
func (l *Library) RemoveReport(ctx context.Context, id data.ID) error {
	return l.write(ctx, "remove report "+string(id), func(ctx context.Context, tx *sql.Tx) error {
		return remove(ctx, tx, "report", id)
	})
}

// RestoreReport undoes RemoveReport.
func (l *Library) RestoreReport(ctx context.Context, id data.ID) error {
	return l.write(ctx, "bring back report "+string(id), func(ctx context.Context, tx *sql.Tx) error {
		return restore(ctx, tx, "report", id)
	})
}

const selectReport = `SELECT report.id, event_id, coalesce(outlet_id, ''), coalesce(outlet.name, ''),
	headline, standfirst, byline, credit, url, language, published, as_written, retrieved, text, digest
	FROM report LEFT JOIN outlet ON outlet.id = outlet_id`

func scanReport(row interface{ Scan(...any) error }) (data.Report, error) {
	var r data.Report
	var retrieved int64
	err := row.Scan(&r.ID, &r.EventID, &r.OutletID, &r.Outlet,
		&r.Headline, &r.Standfirst, &r.Byline, &r.Credit, &r.URL, &r.Language,
		&r.Published, &r.AsWritten, &retrieved, &r.Text, &r.Digest)
	r.Retrieved = fromMS(retrieved)
	return r, err
}

func checkReport(r data.Report) error {
	if err := keyed(r.ID, r.EventID); err != nil {
		return err
	}
	return storable(r.Outlet, r.Headline, r.Standfirst, r.Byline, r.Credit, r.URL, r.Language,
		r.Published, r.AsWritten, r.Text)
}

// gone says in place of "no rows" that the record is not there.
func gone(err error) error {
	if err == sql.ErrNoRows {
		return fmt.Errorf("%w: %w", errGone, err)
	}
	return err
}
