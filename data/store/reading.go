package store

import (
	"context"
	"database/sql"
	"fmt"

	"parallax/data"
)

// ChangeReadings forgets the readings gone and keeps the readings made, which
// are new: all of them or, with an error, none.
func (l *Library) ChangeReadings(ctx context.Context, gone []data.ID, made []data.Reading) error {
	return l.write(ctx, fmt.Sprintf("remove %d readings and keep %d", len(gone), len(made)), func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range gone {
			if _, err := tx.ExecContext(ctx, `DELETE FROM reading_passage WHERE reading_id = ?`, id); err != nil {
				return fmt.Errorf("reading %s: %w", id, err)
			}
			if err := one(ctx, tx, `DELETE FROM reading WHERE id = ?`, id); err != nil {
				return fmt.Errorf("reading %s: %w", id, err)
			}
		}
		for _, r := range made {
			if err := addReading(ctx, tx, r); err != nil {
				return fmt.Errorf("reading %s: %w", r.ID, err)
			}
		}
		return nil
	})
}

func addReading(ctx context.Context, tx *sql.Tx, r data.Reading) error {
	ids := []data.ID{r.ID}
	for _, p := range r.Passages {
		ids = append(ids, p.ReportID)
	}
	if err := keyed(ids...); err != nil {
		return err
	}
	if err := storable(r.Value); err != nil {
		return err
	}
	switch r.Kind {
	case data.SpeakerReading, data.ClassReading, data.SameReading, data.AsideReading:
	default:
		return fmt.Errorf("there is no kind of reading %q", r.Kind)
	}
	if n := len(r.Passages); n == 0 || n > 2 || n == 2 && r.Passages[0].ReportID == r.Passages[1].ReportID {
		return fmt.Errorf("it is about %d passages of one report or of two", n)
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO reading (id, kind, value) VALUES (?, ?, ?)`, r.ID, r.Kind, r.Value); err != nil {
		return err
	}
	for place, p := range r.Passages {
		a, err := passageAnchor(ctx, tx, data.Left, p)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO reading_passage (reading_id, place, report_id, starts, ends, quote, before, after, loose)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)`, r.ID, place, a.ReportID, a.Start, a.End, a.Quote, a.Before, a.After)
		if err != nil {
			return err
		}
	}
	return nil
}

// Readings returns the readings on an event's reports, in the order they were
// made. A reading whose words are in a text no more waits, unlisted, for them to
// come back.
func (l *Library) Readings(ctx context.Context, event data.ID) ([]data.Reading, error) {
	var readings []data.Reading
	err := l.read(ctx, "list the readings of event "+string(event), func(ctx context.Context, c *sql.Conn) error {
		return each(ctx, c, func(rows *sql.Rows) error {
			var r data.Reading
			var p data.Passage
			if err := rows.Scan(&r.ID, &r.Kind, &r.Value, &p.ReportID, &p.Start, &p.End); err != nil {
				return err
			}
			if n := len(readings); n == 0 || readings[n-1].ID != r.ID {
				readings = append(readings, r)
			}
			last := &readings[len(readings)-1]
			last.Passages = append(last.Passages, p)
			return nil
		}, `SELECT reading.id, kind, value, report_id, starts, ends
			FROM reading JOIN reading_passage ON reading_id = reading.id
			WHERE reading.id IN (SELECT reading_id FROM reading_passage JOIN report ON report.id = report_id WHERE event_id = ?)
			AND NOT EXISTS (SELECT 1 FROM reading_passage AS p WHERE p.reading_id = reading.id AND p.loose)
			ORDER BY reading.seq, place`, event)
	})
	return readings, err
}

// retieReadings ties the readings on a report anew.
func retieReadings(ctx context.Context, tx *sql.Tx, report data.ID, tie retie) error {
	type kept struct {
		id    data.ID
		place int
		data.Anchor
	}
	var list []kept
	err := each(ctx, tx, func(rows *sql.Rows) error {
		var k kept
		err := rows.Scan(&k.id, &k.place, &k.Start, &k.End, &k.Quote, &k.Before, &k.After, &k.Loose)
		list = append(list, k)
		return err
	}, `SELECT reading_id, place, starts, ends, quote, before, after, loose FROM reading_passage
		WHERE report_id = ? ORDER BY reading_id, place`, report)
	if err != nil {
		return err
	}
	for _, k := range list {
		a := tie(data.TiePlace{Of: k.id, N: k.place}, k.Anchor)
		_, err := tx.ExecContext(ctx, `UPDATE reading_passage SET starts = ?, ends = ?, quote = ?, before = ?, after = ?, loose = ?
			WHERE reading_id = ? AND place = ?`, a.Start, a.End, a.Quote, a.Before, a.After, a.Loose, k.id, k.place)
		if err != nil {
			return err
		}
	}
	return nil
}
