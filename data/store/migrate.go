package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

// applicationID marks a library among SQLite files: "Plx1" in ASCII.
const applicationID = 0x506c7831

//go:embed schema/*.sql
var schema embed.FS

// A migration is the script that leads from the file version before it to its
// own, which is its place in the list, from 1.
type migration struct {
	name, script string
}

// migrations returns the scripts of folder in dir, in the order of their names.
func migrations(dir fs.FS, folder string) ([]migration, error) {
	entries, err := fs.ReadDir(dir, folder) // sorted
	if err != nil {
		return nil, err
	}
	var all []migration
	for _, e := range entries {
		b, err := fs.ReadFile(dir, folder+"/"+e.Name())
		if err != nil {
			return nil, err
		}
		all = append(all, migration{e.Name(), string(b)})
	}
	return all, nil
}

// migrate runs the scripts the file has not had, all in one transaction, so
// that a file is always wholly of one version.
func migrate(ctx context.Context, db *sql.DB, all []migration) error {
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	have, err := fileVersion(ctx, c)
	if err != nil || have >= len(all) {
		return err
	}
	// A script that builds a table anew drops the old one first, which keys
	// that refer to it would forbid; they are all looked at before the commit.
	// The setting has no effect inside a transaction.
	if _, err := c.ExecContext(ctx, `PRAGMA foreign_keys = OFF`); err != nil {
		return err
	}
	err = migrateFrom(ctx, c, have, all)
	_, on := c.ExecContext(ctx, `PRAGMA foreign_keys = ON`)
	return errors.Join(err, on)
}

func migrateFrom(ctx context.Context, c *sql.Conn, have int, all []migration) error {
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, m := range all[have:] {
		if _, err := tx.ExecContext(ctx, m.script); err != nil {
			return fmt.Errorf("schema %s: %w", m.name, err)
		}
	}
	err = each(ctx, tx, func(rows *sql.Rows) error {
		var table, parent string
		var row, key sql.NullInt64
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return fmt.Errorf("row %d of %s refers to a %s that is not there", row.Int64, table, parent)
	}, `PRAGMA foreign_key_check`)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, len(all)))
	if err != nil {
		return err
	}
	return tx.Commit()
}

func fileVersion(ctx context.Context, q querier) (int, error) {
	var v int
	err := q.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&v)
	return v, err
}
