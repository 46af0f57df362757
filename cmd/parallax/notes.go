package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"parallax/data/export"
)

// runNotes is `parallax notes`: it prints a library's notes, to read or, with
// --json, as W3C annotations.
func runNotes(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("notes", flag.ContinueOnError)
	path := flags.String("library", "", "the library `file` (default: your own)")
	event := flags.String("event", "", "the `title` or id of one event (default: every event)")
	asJSON := flags.Bool("json", false, "print W3C annotations (JSON-LD)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return errors.New("notes takes no file: parallax notes [--json] [--library FILE] [--event E]")
	}
	o := export.Options{Format: export.Annotation}
	ctx := context.Background()
	b, err := gather(ctx, *path, *event, *event == "", o)
	if err != nil {
		return err
	}
	if !*asJSON {
		o.Format = export.Markdown
		for i := range b.Chapters {
			b.Chapters[i].OnlyNotes = true
		}
	}
	if err := export.Write(ctx, stdout, b, o, nil); err != nil {
		return fmt.Errorf("print the notes: %w", err)
	}
	return nil
}
