package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parallax/assets"
	"parallax/data"
	"parallax/data/export"
	"parallax/data/store"
)

// sampleLibrary makes a library with the sample lesson and a note on it.
func sampleLibrary(t *testing.T) string {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "l.parallax")
	l, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	event, reports := assets.Sample()
	if err := l.AddEvent(ctx, event); err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		if err := l.AddReport(ctx, r.Report, r.Source); err != nil {
			t.Fatal(err)
		}
	}
	r := reports[0].Report
	at := time.Date(2026, 3, 4, 9, 30, 0, 0, time.UTC)
	err = l.SaveNote(ctx, data.Note{
		ID: data.NewID(), EventID: event.ID, Body: "The first words", Tags: []string{"NA"}, Created: at, Updated: at,
		Anchors: []data.Anchor{data.MakeAnchor(&r, data.Left, data.Span{Start: 0, End: 6})},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestExportWritesEveryFormat(t *testing.T) {
	library := sampleLibrary(t)
	for _, f := range export.Formats {
		out := filepath.Join(t.TempDir(), "work"+f.Ending())
		if err := run([]string{"export", "--library", library, "--event", "the new lunch menu", "-o", out}, nil); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		if info, err := os.Stat(out); err != nil || info.Size() < 500 {
			t.Errorf("%s: %v, %v", f, info, err)
		}
		var printed strings.Builder
		if err := run([]string{"export", "--library", library, "--all", "--format", string(f), "-o", "-"}, &printed); err != nil || printed.Len() < 500 {
			t.Errorf("%s: printed %d bytes, %v", f, printed.Len(), err)
		}
	}
}

func TestExportSaysWhatItMisses(t *testing.T) {
	library := sampleLibrary(t)
	for _, c := range []struct {
		args []string
		said string
	}{
		{nil, "needs to know what and where"},
		{[]string{"-o", "work.xyz"}, "say --format"},
		{[]string{"-o", "work.pdf", "--sheet", "both"}, "say --sheet"},
		{[]string{"-o", "work.pdf", "--paper", "A3"}, "say --paper"},
		{[]string{"--library", library, "--event", "None such", "-o", "work.html"}, "There is no event “None such” in this library. It holds: The new lunch menu."},
		{[]string{"--library", library + ".none", "-o", "work.html"}, "There is no library of that name."},
		{[]string{"--library", library, "-o", filepath.Join(t.TempDir(), "none", "work.html")}, "There is no such folder."},
	} {
		if err := runExport(c.args, nil); err == nil || !strings.Contains(err.Error(), c.said) {
			t.Errorf("%v: %v", c.args, err)
		}
	}
}

func TestNotesArePrinted(t *testing.T) {
	library := sampleLibrary(t)
	for args, want := range map[string]string{"": "### Note 1 · Names and labels\n", "--json": `"value":"The first words"`} {
		var out strings.Builder
		if err := run(append([]string{"notes", "--library", library}, strings.Fields(args)...), &out); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("notes %s: %v, printed %s", args, err, out.String())
		}
	}
}
