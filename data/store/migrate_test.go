package store

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mattn/go-sqlite3"

	"parallax/data"
)

// later is the schema as a later program could have it: the real one with more
// scripts after it.
func later(t testing.TB, scripts ...string) []migration {
	t.Helper()
	all, err := migrations(schema, "schema")
	must(t, err)
	for i, script := range scripts {
		all = append(all, migration{fmt.Sprintf("later %d", i), script})
	}
	return all
}

func TestMigrationsAreReadInTheirOrder(t *testing.T) {
	dir := fstest.MapFS{"s/0002-b.sql": {Data: []byte("b")}, "s/0001-a.sql": {Data: []byte("a")}, "s/0010-c.sql": {Data: []byte("c")}}
	all, err := migrations(dir, "s")
	must(t, err)
	same(t, "scripts", all, []migration{{"0001-a.sql", "a"}, {"0002-b.sql", "b"}, {"0010-c.sql", "c"}})
	if _, err := migrations(dir, "nowhere"); err == nil {
		t.Error("scripts from nowhere")
	}
	files, err := fs.Glob(schema, "schema/*")
	must(t, err)
	for i, f := range files {
		if !strings.HasPrefix(f, fmt.Sprintf("schema/%04d-", i+1)) {
			t.Errorf("%s is number %d", f, i+1)
		}
	}
}

func TestAnOlderLibraryIsBroughtUpToDateAfterABackup(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	must(t, s.SaveNote(ctx, s.note(r, 0, 9, "old")))
	must(t, s.Close())
	all := later(t, `ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'`,
		// A table built anew, the way SQLite's own manual has it done.
		`CREATE TABLE event2 (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, happened TEXT NOT NULL,
			place TEXT NOT NULL, background TEXT NOT NULL, created INTEGER NOT NULL, removed INTEGER) STRICT;
		INSERT INTO event2 SELECT * FROM event; DROP TABLE event; ALTER TABLE event2 RENAME TO event;`)
	l, err := open(ctx, s.Path(), all)
	must(t, err)
	notes, err := l.Notes(ctx, s.event)
	must(t, err)
	if len(notes) != 1 || notes[0].Body != "old" {
		t.Errorf("notes: %+v", notes)
	}
	if v, err := fileVersion(ctx, l.db); err != nil || v != len(all) {
		t.Errorf("version %d, %v", v, err)
	}
	// Keys are watched again.
	if _, err := l.db.Exec(`UPDATE note SET event_id = 'nobody''s'`); err == nil {
		t.Error("foreign keys are off")
	}
	must(t, l.Close())

	backups, err := Backups(s.Path())
	must(t, err)
	var before []BackupFile
	for _, b := range backups {
		if b.Before == len(all)-2 {
			before = append(before, b)
		}
	}
	if len(before) != 1 {
		t.Fatalf("backups: %+v", backups)
	}
	// This program refuses the file now, and takes the backup of its own version.
	_, err = Open(ctx, s.Path())
	said, next := data.Plain(err)
	same(t, "said", said+" "+next, fmt.Sprintf(
		"This library was made by a newer Parallax (file version %d, this program knows %d). Open it with the newer program.", len(all), len(all)-2))
	must(t, Restore(s.Path(), before[0].Path))
	old := openLibrary(t, s.Path())
	notes, err = old.Notes(ctx, s.event)
	must(t, err)
	if len(notes) != 1 {
		t.Errorf("notes of the backup: %+v", notes)
	}
}

func TestAMigrationThatFailsLeavesTheOldLibrary(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	s.addReport("The Courier", bridgeText)
	must(t, s.Close())
	for what, script := range map[string]string{
		"broken script": `CREATE TABLE half (one) STRICT; CREATE TABLE half (one INTEGER) STRICT`,
		"lost parent":   `DROP TABLE event; CREATE TABLE event (id TEXT NOT NULL UNIQUE)`,
	} {
		if l, err := open(ctx, s.Path(), later(t, script)); err == nil {
			t.Errorf("%s: opened", what)
			l.Close()
		}
		l := openLibrary(t, s.Path())
		shelves, err := l.Shelves(ctx)
		must(t, err)
		if len(shelves) != 1 || shelves[0].Reports != 1 {
			t.Errorf("%s: %+v", what, shelves)
		}
		must(t, l.Close())
	}
	backups, err := Backups(s.Path())
	must(t, err)
	if len(backups) != 2 || backups[0].Before == 0 {
		t.Errorf("two failed tries left other backups than one more: %+v", backups)
	}
}

// A newer version may be in the -wal file only, when the newer program was killed.
func TestAVersionInTheWALFileCounts(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	must(t, s.write(ctx, "", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `PRAGMA user_version = 99`)
		return err
	}))
	path := t.TempDir() + "/l.parallax"
	for _, end := range []string{"", "-wal"} {
		must(t, copyFile(s.Path()+end, path+end))
	}
	_, err := Open(ctx, path)
	if said, _ := data.Plain(err); !strings.Contains(said, "file version 99") {
		t.Errorf("said: %v", err)
	}
}

// migrateAndDie kills its own process at the n-th of the stops in the scripts.
func migrateAndDie(args []string) error {
	ctx := context.Background()
	var stop int
	fmt.Sscan(args[1], &stop)
	db, err := connect(ctx, args[0], inUse)
	if err != nil {
		return err
	}
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	err = c.Raw(func(conn any) error {
		return conn.(*sqlite3.SQLiteConn).RegisterFunc("stop", func(n int) int {
			if n == stop {
				self, _ := os.FindProcess(os.Getpid())
				self.Kill()
				select {}
			}
			return n
		}, false)
	})
	if err != nil {
		return err
	}
	if err := c.Close(); err != nil {
		return err
	}
	all, err := migrations(schema, "schema")
	if err != nil {
		return err
	}
	if err := migrate(ctx, db, append(all, dyingScripts...)); err != nil {
		return err
	}
	fmt.Println("migrated")
	bufio.NewReader(os.Stdin).ReadByte() // until it is killed
	return nil
}

var dyingScripts = []migration{
	{"a", `SELECT stop(1); CREATE TABLE a (one INTEGER) STRICT; SELECT stop(2);
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
		INSERT INTO a SELECT CASE i WHEN 15000 THEN stop(3) ELSE i END FROM n;`},
	{"b", `UPDATE event SET title = 'new'; SELECT stop(4); ALTER TABLE a RENAME TO b; SELECT stop(5);`},
}

func TestAMigrationKilledHalfWayIsNoMigration(t *testing.T) {
	ctx := context.Background()
	for stop := 1; stop <= 6; stop++ {
		s := newShelf(t)
		must(t, s.Close())
		c := playing(t, "migrate and die", s.Path(), fmt.Sprint(stop))
		_, err := c.StdinPipe()
		must(t, err)
		out, err := c.StdoutPipe()
		must(t, err)
		must(t, c.Start())
		line, _ := bufio.NewReader(out).ReadString('\n')
		c.Process.Kill()
		c.Wait()
		if stop == 6 { // past the last: killed after the commit, before anything else
			if line != "migrated\n" {
				t.Fatalf("said %q", line)
			}
			db, err := connect(ctx, s.Path(), inUse)
			must(t, err)
			var title string
			var rows int
			must(t, db.QueryRow(`SELECT title, (SELECT count(*) FROM b) FROM event`).Scan(&title, &rows))
			if title != "new" || rows != 20000 {
				t.Errorf("half of it: %q, %d", title, rows)
			}
			must(t, db.Close())
			continue
		}
		if line != "" {
			t.Fatalf("stop %d: said %q", stop, line)
		}
		l := openLibrary(t, s.Path())
		shelves, err := l.Shelves(ctx)
		must(t, err)
		if len(shelves) != 1 || shelves[0].Title != "The bridge at Ostermark closes" {
			t.Errorf("stop %d: %+v", stop, shelves)
		}
		must(t, l.Verify(ctx))
	}
}

// The words of an older library are found as before, by begun ones too.
func TestAnOlderLibraryIsSearchedAsBefore(t *testing.T) {
	ctx := context.Background()
	all := later(t)
	path := t.TempDir() + "/l.parallax"
	old, err := open(ctx, path, all[:5])
	must(t, err)
	s := shelf{Library: old, t: t, event: data.NewID()}
	must(t, s.AddEvent(ctx, data.Event{ID: s.event, Title: "old", Created: now()}))
	r := s.addReport("The Courier", bridgeText)
	must(t, s.SaveNote(ctx, s.note(r, 10, 16, "Who is angry?", "NA")))
	queries := []string{"bridge", "bri", "br", "angr", `"old bridge"`, "courier", "na", "cou"}
	found := map[string][]string{}
	for _, q := range queries {
		if found[q] = s.titles(q); len(found[q]) == 0 {
			t.Fatalf("%q finds nothing in the old library", q)
		}
	}
	must(t, s.Close())
	if !Older(path) {
		t.Error("the library does not count as an older one")
	}
	s.Library = openLibrary(t, path)
	for _, q := range queries {
		same(t, q, s.titles(q), found[q])
	}
	must(t, s.Close())
	if Older(path) {
		t.Error("the library still counts as an older one")
	}
	if Older(path+".none") || Older(t.TempDir()) {
		t.Error("what is no library counts as an older one")
	}
}
