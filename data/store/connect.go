package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// A connector opens connections and sets them up in an order of our own.
type connector struct {
	dsn     string
	pragmas []string
}

// An openMode is what a connection is for.
type openMode int

const (
	inUse   openMode = iota // the library at work
	making                  // a new file nobody else knows yet
	looking                 // a file at rest that stays as it is: a backup
)

// connect opens the SQLite file at path and makes sure that it can be used.
//
// The order of settings matters: with locking_mode EXCLUSIVE set before WAL is
// touched, SQLite keeps the WAL index in memory, so there is no -shm file, a
// second program is refused, and a library on a full disk still opens.
// synchronous FULL is what keeps a saved note through a power cut; the driver
// would set NORMAL.
func connect(ctx context.Context, path string, mode openMode) (*sql.DB, error) {
	q := url.Values{
		"_busy_timeout": {"300"},
		"_foreign_keys": {"1"},
		"_locking_mode": {"EXCLUSIVE"},
		"_synchronous":  {"FULL"},
		"_txlock":       {"immediate"},
	}
	pragmas := []string{"trusted_schema=OFF", "cell_size_check=ON"}
	switch mode {
	case inUse:
		// fullfsync: on macOS a plain fsync leaves the data in the drive's memory.
		pragmas = append(pragmas, "fullfsync=ON", "checkpoint_fullfsync=ON", "journal_mode=WAL")
	case making:
		q.Set("mode", "rwc")
	case looking:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	if mode == inUse {
		q.Set("mode", "rw")
	}
	db := sql.OpenDB(connector{dsn: "file:" + uriPath(path) + "?" + q.Encode(), pragmas: pragmas})
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	// Reading the version reads the file and takes its lock; Ping alone would
	// be content with a connection.
	var version int
	if err := db.QueryRowContext(ctx, `PRAGMA schema_version`).Scan(&version); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// uriPath writes path the way SQLite reads file names in URIs.
func uriPath(path string) string {
	path = filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" && !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
}

func (c connector) Driver() driver.Driver { return &sqlite3.SQLiteDriver{} }

func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Driver().Open(c.dsn)
	if err != nil {
		return nil, err
	}
	for _, p := range c.pragmas {
		if _, err := conn.(driver.ExecerContext).ExecContext(ctx, "PRAGMA "+p, nil); err != nil {
			conn.Close()
			return nil, err
		}
	}
	return conn, nil
}
