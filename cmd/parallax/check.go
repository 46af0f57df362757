package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"parallax/data"
	"parallax/data/store"
)

// runCheck is `parallax check LIBRARY`: it reads a copy of the library, so that
// the file stays as it is, looks for damage and says what it found. The error
// is a *data.Problem when the library is damaged or cannot be read.
func runCheck(args []string, stdout io.Writer) error {
	if len(args) != 1 {
		return &data.Problem{
			Said: "Say which library to check.",
			Next: "For example: parallax check library.parallax",
		}
	}
	ctx := context.Background()
	l, err := store.OpenCopy(ctx, args[0])
	if err != nil {
		return listFound(stdout, err)
	}
	defer l.Close()
	shelves, err := l.Shelves(ctx)
	if err != nil {
		return listFound(stdout, err)
	}
	reports, notes := 0, 0
	for _, s := range shelves {
		reports += s.Reports
		notes += s.Notes
	}
	fmt.Fprintf(stdout, "Events: %d. Reports: %d. Notes: %d.\n", len(shelves), reports, notes)
	if err := l.Verify(ctx); err != nil {
		return listFound(stdout, err)
	}
	fmt.Fprintln(stdout, "This library is sound. Every text in it is as it was saved.")
	return nil
}

// listFound prints what is damaged, line by line, and returns err.
func listFound(stdout io.Writer, err error) error {
	var d *store.Damaged
	if errors.As(err, &d) {
		for _, f := range d.Found {
			fmt.Fprintln(stdout, f)
		}
		if d.Backup != "" {
			fmt.Fprintf(stdout, "The newest sound backup: %s\n", d.Backup)
		}
	}
	return err
}
