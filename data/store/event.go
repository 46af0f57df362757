package store

import (
	"context"
	"database/sql"

	"parallax/data"
)

// Shelves returns the events that are not removed, the newest first, each with
// the number of its reports and notes that are not removed.
func (l *Library) Shelves(ctx context.Context) ([]data.Shelf, error) {
	var shelves []data.Shelf
	err := l.read(ctx, "list the events", func(ctx context.Context, c *sql.Conn) error {
		return each(ctx, c, func(rows *sql.Rows) error {
			var s data.Shelf
			var created int64
			if err := rows.Scan(&s.ID, &s.Title, &s.Happened, &s.Place, &s.Background, &created, &s.Reports, &s.Notes); err != nil {
				return err
			}
			s.Created = fromMS(created)
			shelves = append(shelves, s)
			return nil
		}, `SELECT id, title, happened, place, background, created,
			(SELECT count(*) FROM report WHERE event_id = event.id AND removed IS NULL),
			(SELECT count(*) FROM note WHERE event_id = event.id AND removed IS NULL)
			FROM event WHERE removed IS NULL ORDER BY created DESC, seq DESC`)
	})
	return shelves, err
}

// AddEvent puts a new event into the library.
func (l *Library) AddEvent(ctx context.Context, e data.Event) error {
	return l.write(ctx, "add event "+string(e.ID), func(ctx context.Context, tx *sql.Tx) error {
		if err := checkEvent(e); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO event (id, title, happened, place, background, created)
			VALUES (?, ?, ?, ?, ?, ?)`, e.ID, e.Title, e.Happened, e.Place, e.Background, ms(e.Created))
		return err
	})
}

// UpdateEvent puts e in place of the event with its ID. When it was made stays.
func (l *Library) UpdateEvent(ctx context.Context, e data.Event) error {
	return l.write(ctx, "change event "+string(e.ID), func(ctx context.Context, tx *sql.Tx) error {
		if err := checkEvent(e); err != nil {
			return err
		}
		return one(ctx, tx, `UPDATE event SET title = ?, happened = ?, place = ?, background = ? WHERE id = ?`,
			e.Title, e.Happened, e.Place, e.Background, e.ID)
	})
}

// RemoveEvent takes an event out of Shelves and Search, with all it holds.
func (l *Library) RemoveEvent(ctx context.Context, id data.ID) error {
	return l.write(ctx, "remove event "+string(id), func(ctx context.Context, tx *sql.Tx) error {
		return remove(ctx, tx, "event", id)
	})
}

// RestoreEvent undoes RemoveEvent.
func (l *Library) RestoreEvent(ctx context.Context, id data.ID) error {
	return l.write(ctx, "bring back event "+string(id), func(ctx context.Context, tx *sql.Tx) error {
		return restore(ctx, tx, "event", id)
	})
}

func checkEvent(e data.Event) error {
	if err := keyed(e.ID); err != nil {
		return err
	}
	return storable(e.Title, e.Happened, e.Place, e.Background)
}
