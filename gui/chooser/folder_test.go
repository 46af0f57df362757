package chooser

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/data"
)

// fill makes a folder of files and, by names that end in a slash, folders.
func fill(t testing.TB, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		var err error
		if strings.HasSuffix(name, "/") {
			err = os.MkdirAll(path, 0o755)
		} else if err = os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
			err = os.WriteFile(path, make([]byte, i), 0o644)
		}
		day := time.Date(2026, 1, 1+i%28, 12, 0, 0, 0, time.UTC)
		if err = errors.Join(err, os.Chtimes(path, day, day)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func textOnly(name string) string {
	if filepath.Ext(name) == ".txt" {
		return "Text"
	}
	return ""
}

func names(entries []*entry) string {
	var list []string
	for _, e := range entries {
		list = append(list, e.name)
	}
	return strings.Join(list, " ")
}

func TestReadFolder(t *testing.T) {
	dir := fill(t, "b.txt", "a10.txt", "A2.txt", "z/", "song.mp3", ".hidden.txt", "~$b.txt", "ä.txt", ".git/")
	if err := os.Symlink(filepath.Join(dir, "z"), filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Join(dir, "gone"), filepath.Join(dir, "broken.txt")); err != nil {
		t.Fatal(err)
	}
	for _, try := range []struct {
		filter  filter
		order   order
		names   string
		unshown int
	}{
		{filter{kind: textOnly}, order{}, "link z ä.txt A2.txt a10.txt b.txt", 4},
		{filter{kind: textOnly}, order{down: true}, "z link b.txt a10.txt A2.txt ä.txt", 4},
		{filter{kind: textOnly}, order{byDate: true}, "link z b.txt a10.txt A2.txt ä.txt", 4},
		{filter{kind: textOnly}, order{byDate: true, down: true}, "z link ä.txt A2.txt a10.txt b.txt", 4},
		{filter{kind: textOnly, all: true}, order{}, ".git link z .hidden.txt ~$b.txt ä.txt A2.txt a10.txt b.txt song.mp3", 1},
		{filter{folders: true}, order{}, "link z", 0},
	} {
		got, err := readFolder(context.Background(), dir, try.filter, "de")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range got.entries {
			if e.name == "link" || e.name == "z" { // both as old
				e.changed = time.Time{}
			}
		}
		try.order.sort(got.entries)
		if try.order.byDate { // then by name
			slices.SortStableFunc(got.entries[:2], func(a, b *entry) int { return strings.Compare(a.name, b.name) })
			try.names = strings.Replace(try.names, "z link", "link z", 1)
		}
		if names(got.entries) != try.names || got.unshown != try.unshown {
			t.Errorf("%+v: %s, %d more; want %s, %d", try.order, names(got.entries), got.unshown, try.names, try.unshown)
		}
		for _, e := range got.entries {
			if e.folder != (e.kind == "" && filepath.Ext(e.name) == "" || e.name == ".git") {
				t.Errorf("%s is told as %q", e.name, e.kind)
			}
		}
	}
}

// A sort has the same outcome in whatever order the system names the files.
func TestSortIsOneOrder(t *testing.T) {
	dir := fill(t, "a.txt", "A.TXT", "é.txt", "e.txt", "E1.txt", "e01.txt", "f/", "F/", "2/", "10/")
	read, err := readFolder(context.Background(), dir, filter{kind: func(string) string { return "Text" }}, "fr")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []order{{}, {down: true}, {byDate: true}, {byDate: true, down: true}} {
		o.sort(read.entries)
		want := names(read.entries)
		for range 50 {
			rand.Shuffle(len(read.entries), func(i, j int) { read.entries[i], read.entries[j] = read.entries[j], read.entries[i] })
			o.sort(read.entries)
			if got := names(read.entries); got != want {
				t.Fatalf("%+v: %s, then %s", o, want, got)
			}
		}
	}
}

func TestFoldersThatCannotBeRead(t *testing.T) {
	dir := fill(t, "a.txt", "locked/")
	locked := filepath.Join(dir, "locked")
	for path, cause := range map[string]error{filepath.Join(dir, "gone"): fs.ErrNotExist, filepath.Join(dir, "a.txt"): nil} {
		_, err := readFolder(context.Background(), path, filter{kind: textOnly}, "en")
		var p *data.Problem
		if !errors.As(err, &p) || p.Said == "" || p.Next == "" || cause != nil && !errors.Is(err, cause) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if p := data.Told(unreadable(locked, fs.ErrPermission)); p.Said != "You are not allowed to look into this folder." {
		t.Errorf("a locked folder: %q", p.Said)
	}
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		return // the system lets us in everywhere
	}
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := readFolder(context.Background(), locked, filter{kind: textOnly}, "en"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a locked folder: %v", err)
	}
}

func TestReadingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := readFolder(ctx, fill(t, "a.txt"), filter{kind: textOnly}, "en"); !errors.Is(err, context.Canceled) {
		t.Errorf("read to the end: %v", err)
	}
}

// BenchmarkReadFolder10k is what opening a folder of ten thousand files costs,
// off the screen's goroutine but for the sorting.
func BenchmarkReadFolder10k(b *testing.B) {
	dir := b.TempDir()
	for i := range 10_000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("Report %d.txt", i)), nil, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		read, err := readFolder(context.Background(), dir, filter{kind: textOnly}, "de")
		if err != nil || len(read.entries) != 10_000 {
			b.Fatal(err)
		}
		order{}.sort(read.entries)
	}
}
