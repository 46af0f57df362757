package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/data"
	"parallax/data/store"
)

func TestCheckSaysWhetherALibraryIsSound(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "l.parallax")
	l, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.AddEvent(ctx, data.Event{ID: data.NewID(), Title: "The bridge"}); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	if err := runCheck([]string{path}, &said); err != nil {
		t.Fatal(err)
	}
	if want := "Events: 1. Reports: 0. Notes: 0.\nThis library is sound. Every text in it is as it was saved.\n"; said.String() != want {
		t.Errorf("said %q", said.String())
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the library was changed: %v", err)
	}

	clear(before[:4096])
	if err := os.WriteFile(path, before, 0o600); err != nil {
		t.Fatal(err)
	}
	said.Reset()
	err = runCheck([]string{path}, &said)
	if plain, _ := data.Plain(err); plain != "This library is damaged." || !strings.Contains(said.String(), "newest sound backup: "+path) {
		t.Errorf("a damaged library: %v, said %q", err, said.String())
	}
	for _, args := range [][]string{nil, {"a", "b"}, {path + ".none"}} {
		if err := runCheck(args, &said); err == nil {
			t.Errorf("checked %v", args)
		}
	}
}
