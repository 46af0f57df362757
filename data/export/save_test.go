package export

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"parallax/data"
)

func TestSaveLeavesTheOldFileWholeWhenItFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "work.html")
	put := func(words string, err error) error {
		return Save(path, func(w io.Writer) error {
			if _, err := io.WriteString(w, words); err != nil {
				return err
			}
			return err
		})
	}
	if err := put("the first", nil); err != nil {
		t.Fatal(err)
	}
	for _, failed := range []error{syscall.ENOSPC, context.Canceled, errors.New("broken")} {
		err := put("half of the sec", failed)
		if !errors.Is(err, failed) {
			t.Errorf("%v became %v", failed, err)
		}
		var p *data.Problem
		if told := errors.As(err, &p); told == errors.Is(failed, context.Canceled) {
			t.Errorf("%v was told as %v", failed, p)
		}
	}
	if got, err := os.ReadFile(path); string(got) != "the first" {
		t.Errorf("the file holds %q, %v", got, err)
	}
	old := filepath.Join(dir, ".parallax-1.part") // of a program that was killed
	if err := errors.Join(os.WriteFile(old, nil, 0o600), os.Chtimes(old, time.Time{}, time.Now().Add(-2*time.Hour))); err != nil {
		t.Fatal(err)
	}
	if err := put("the second", nil); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); string(got) != "the second" {
		t.Errorf("the file holds %q, %v", got, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%d files are left in the folder", len(left))
	}
}

func TestSaveSaysWhyItCannot(t *testing.T) {
	dir := t.TempDir()
	readOnly := filepath.Join(dir, "read-only.html")
	if err := os.WriteFile(readOnly, nil, 0o400); err != nil {
		t.Fatal(err)
	}
	for path, said := range map[string]string{
		filepath.Join(dir, "none", "a.html"): "There is no such folder.",
		dir:                                  "“" + filepath.Base(dir) + "” is a folder.",
		readOnly:                             "You may not write “read-only.html” there.",
		filepath.Join(dir, strings.Repeat("n", 300)+".md"): "This name cannot be used for a file.",
	} {
		err := Save(path, func(io.Writer) error { return nil })
		if got, next := data.Plain(err); got != said || next == "" {
			t.Errorf("%s: said %q, %q", path, got, next)
		}
	}
	err := unwritable("/stick/work.pdf", &taken{syscall.ETXTBSY})
	if said, _ := data.Plain(err); !strings.Contains(said, "work.pdf") {
		t.Errorf("said %q", said)
	}
}
