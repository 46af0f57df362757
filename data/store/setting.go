package store

import (
	"context"
	"database/sql"
	"errors"
)

// Setting returns what was set under a name; empty for nothing.
func (l *Library) Setting(ctx context.Context, name string) (string, error) {
	var value string
	err := l.read(ctx, "read the setting "+name, func(ctx context.Context, c *sql.Conn) error {
		err := c.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, name).Scan(&value)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return value, err
}

// SetSetting sets something under a name; empty takes it away.
func (l *Library) SetSetting(ctx context.Context, name, value string) error {
	return l.write(ctx, "set "+name, func(ctx context.Context, tx *sql.Tx) error {
		if err := storable(name, value); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
		return err
	})
}
