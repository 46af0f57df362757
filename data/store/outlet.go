package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"parallax/data"
)

// Outlets returns every outlet a report was ever published by, by name.
func (l *Library) Outlets(ctx context.Context) ([]data.Outlet, error) {
	var outlets []data.Outlet
	err := l.read(ctx, "list the outlets", func(ctx context.Context, c *sql.Conn) error {
		return each(ctx, c, func(rows *sql.Rows) error {
			var o data.Outlet
			if err := rows.Scan(&o.ID, &o.Name, &o.Kind, &o.Place); err != nil {
				return err
			}
			outlets = append(outlets, o)
			return nil
		}, `SELECT id, name, kind, place FROM outlet ORDER BY folded`)
	})
	return outlets, err
}

// outletNamed returns the ID of the outlet of that name, whatever the case of
// its letters, and makes one when there is none. No name, no outlet.
func outletNamed(ctx context.Context, q querier, name string) (data.ID, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return "", nil
	}
	folded := strings.ToLower(name)
	var id data.ID
	err := q.QueryRowContext(ctx, `SELECT id FROM outlet WHERE folded = ?`, folded).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	id = data.NewID()
	_, err = q.ExecContext(ctx, `INSERT INTO outlet (id, name, folded, kind, place) VALUES (?, ?, ?, '', '')`, id, name, folded)
	return id, err
}
