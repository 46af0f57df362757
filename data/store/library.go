package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"parallax/data"
)

// patience is how long one call may take before it gives up. It is a guard
// against waiting for ever, not a measure: the longest calls, a backup or a
// check of a very large library, stay far below it.
const patience = 5 * time.Minute

// A Library is an open library file. Its methods may be called from several
// goroutines; they take turns on one connection. Times are kept to the
// millisecond and come back in UTC.
//
// Methods that write return nil only once the change is on the disk, and
// change nothing otherwise.
type Library struct {
	path   string
	db     *sql.DB
	copied string // folder of the copy that a read-only library is read from

	backingUp sync.Mutex // one backup at a time
	backedUp  string     // the library's mark at the last backup; empty: not known
}

// Path is the library's file as an absolute path.
func (l *Library) Path() string { return l.path }

// ReadOnly reports whether the library can be read but not changed, because
// its file or its folder may not be written to.
func (l *Library) ReadOnly() bool { return l.copied != "" }

// Close makes a backup, if anything changed since the last, and closes the
// file. The file is closed whatever it returns; the error is then about the
// backup.
func (l *Library) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var backup, tidied error
	if !l.ReadOnly() {
		backup = l.Backup(ctx)
		tidied = l.read(ctx, "close the library", func(ctx context.Context, c *sql.Conn) error {
			_, err := c.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
			return err
		})
	}
	closed := l.plain("close the library", l.db.Close())
	if l.ReadOnly() {
		closed = errors.Join(closed, os.RemoveAll(l.copied))
	}
	return errors.Join(backup, tidied, closed)
}

// read runs fn on the connection. Nobody else can write meanwhile, so all that
// fn reads belongs together.
func (l *Library) read(ctx context.Context, doing string, fn func(context.Context, *sql.Conn) error) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	c, err := l.db.Conn(ctx)
	if err != nil {
		return l.plain(doing, err)
	}
	defer c.Close()
	return l.failed(ctx, doing, fn(ctx, c))
}

// write runs fn in one transaction and marks the library as changed.
func (l *Library) write(ctx context.Context, doing string, fn func(context.Context, *sql.Tx) error) error {
	if l.ReadOnly() {
		return &data.Problem{
			Said: "This library can only be read, not changed.",
			Next: "Copy it to a folder you may write to and open the copy.",
			Err:  fmt.Errorf("%s: %w", doing, os.ErrPermission),
		}
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return l.failed(ctx, doing, err)
	}
	defer tx.Rollback()
	if err := fn(ctx, tx); err != nil {
		return l.failed(ctx, doing, err)
	}
	if _, err := tx.ExecContext(ctx, `UPDATE library SET mark = hex(randomblob(16))`); err != nil {
		return l.failed(ctx, doing, err)
	}
	return l.failed(ctx, doing, tx.Commit())
}

// failed is plain, except that a call its caller gave up says so.
func (l *Library) failed(ctx context.Context, doing string, err error) error {
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("%s: %w", doing, ctx.Err())
	}
	return l.plain(doing, err)
}

// A querier is a connection or a transaction.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// each calls scan for every row of a query and closes the rows.
func each(ctx context.Context, q querier, scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// errGone says that a record a call names is not in the library.
var errGone = errors.New("it is not in the library")

// one runs a statement that must change exactly one row.
func one(ctx context.Context, q querier, query string, args ...any) error {
	r, err := q.ExecContext(ctx, query, args...)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n != 1 {
		return errors.Join(err, errGone)
	}
	return nil
}

// remove takes a record out, restore brings it back. table is one of ours.
func remove(ctx context.Context, q querier, table string, id data.ID) error {
	return one(ctx, q, `UPDATE `+table+` SET removed = ? WHERE id = ?`, ms(time.Now()), id)
}

func restore(ctx context.Context, q querier, table string, id data.ID) error {
	return one(ctx, q, `UPDATE `+table+` SET removed = NULL WHERE id = ?`, id)
}

// ms and fromMS are the way times are kept.
func ms(t time.Time) int64     { return t.UnixMilli() }
func fromMS(n int64) time.Time { return time.UnixMilli(n).UTC() }
