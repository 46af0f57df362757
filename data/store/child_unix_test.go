//go:build unix

package store

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"parallax/data"
)

// fillSmallDisk saves notes until the disk is full, frees it and saves one
// more. A limit on the size of files stands for the disk.
func fillSmallDisk(args []string) error {
	ctx := context.Background()
	l, err := Open(ctx, args[0])
	if err != nil {
		return err
	}
	event := data.Event{ID: data.NewID(), Title: "x"}
	if err := l.AddEvent(ctx, event); err != nil {
		return err
	}
	signal.Ignore(syscall.SIGXFSZ)
	var room syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &room); err != nil {
		return err
	}
	small := room
	small.Cur = 1 << 20
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &small); err != nil {
		return err
	}
	saved := 0
	note := func() error {
		return l.SaveNote(ctx, data.Note{ID: data.NewID(), EventID: event.ID, Body: strings.Repeat("word ", 1000)})
	}
	for err = note(); err == nil; err = note() {
		saved++
	}
	said, _ := data.Plain(err)
	fmt.Println(said)
	if notes, err := l.Notes(ctx, event.ID); err != nil || len(notes) != saved {
		return fmt.Errorf("%d notes of %d: %v", len(notes), saved, err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &room); err != nil {
		return err
	}
	if err := note(); err != nil {
		return fmt.Errorf("with room again: %w", err)
	}
	if err := l.Verify(ctx); err != nil {
		return err
	}
	return l.Close()
}

func TestAFullDiskIsToldAndLosesNothing(t *testing.T) {
	if got := played(t, "fill", filepath.Join(t.TempDir(), "l.parallax")); got != "The disk is full." {
		t.Errorf("said: %s", got)
	}
}

// readOnly opens a library it may not write to, reads it and tries to write.
func readOnly(args []string) error {
	ctx := context.Background()
	l, err := Open(ctx, args[0])
	if err != nil {
		return err
	}
	shelves, err := l.Shelves(ctx)
	if err != nil {
		return err
	}
	fmt.Println(l.ReadOnly(), len(shelves), l.Path() == args[0])
	said, _ := data.Plain(l.AddEvent(ctx, data.Event{ID: "x"}))
	fmt.Println(said)
	return l.Close()
}

func TestALibraryThatMayNotBeWrittenToCanBeRead(t *testing.T) {
	s := newShelf(t)
	dir := filepath.Dir(s.Path())
	// The program stops without closing, so a part is in the -wal file only.
	var files [2][]byte
	for i, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(s.Path() + end)
		must(t, err)
		files[i] = b
	}
	must(t, s.Close())
	for i, end := range []string{"", "-wal"} {
		must(t, os.WriteFile(s.Path()+end, files[i], 0o444))
		must(t, os.Chmod(s.Path()+end, 0o444))
	}
	must(t, os.Chmod(dir, 0o555))
	t.Cleanup(func() { os.Chmod(dir, 0o755) })

	c := playing(t, "read", s.Path())
	if os.Geteuid() == 0 { // who may write anywhere
		for up := filepath.Dir(dir); strings.HasPrefix(up, filepath.Clean(os.TempDir())) && up != filepath.Clean(os.TempDir()); up = filepath.Dir(up) {
			must(t, os.Chmod(up, 0o755))
		}
		program := filepath.Join(filepath.Dir(dir), "program")
		must(t, copyFile(os.Args[0], program))
		must(t, os.Chmod(program, 0o755))
		c.Path = program
		c.Dir = "/"
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if want := "true 1 true\nThis library can only be read, not changed.\n"; string(out) != want {
		t.Errorf("said %q", out)
	}
	for i, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(s.Path() + end)
		must(t, err)
		if string(b) != string(files[i]) {
			t.Errorf("library%s was changed", end)
		}
	}
}
