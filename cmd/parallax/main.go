// Parallax shows two outlets' reports of one event side by side.
//
//	parallax [--library FILE] [--sample] [A [B]]   the window
//	parallax compare [--json] [--capitals …] A B   what two reports have in common
//	parallax read [--json] FILE…                   pages, cleaned
//	parallax export [--format F] [--event E] -o F  an event as a file to print or send
//	parallax notes [--json] [--event E]            the notes
//	parallax check LIBRARY                         whether a library is sound
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"parallax/data"
	"parallax/data/intake"
	"parallax/data/store"
	"parallax/gui"
	"parallax/gui/session"
)

// about is what the program says of itself, as in FyneApp.toml, which packagers
// read and a program built by go build does not have.
var about = fyne.AppMetadata{ID: "study.parallax.Parallax", Name: "Parallax", Version: "0.1.0", Build: 1}

// commands run without a window.
var commands = map[string]func(args []string, stdout io.Writer) error{
	"compare": runCompare,
	"read":    runRead,
	"check":   runCheck,
	"export":  runExport,
	"notes":   runNotes,
}

func main() {
	intake.Main()
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "parallax:", err)
		}
		os.Exit(1)
	}
}

func run(args []string, stdout io.Writer) error {
	if len(args) > 0 {
		if command, ok := commands[args[0]]; ok {
			return command(args[1:], stdout)
		}
	}
	return runWindow(args)
}

func runWindow(args []string) error {
	flags := flag.NewFlagSet("parallax", flag.ContinueOnError)
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), "parallax [--library FILE] [--sample] [A [B]]\nparallax compare [--json] A B\nparallax read [--json] FILE…\nparallax export [--format F] [--event E | --all] -o FILE\nparallax notes [--json] [--event E]\nparallax check LIBRARY\n\n")
		flags.PrintDefaults()
	}
	path := flags.String("library", "", "the library `file` to open, made if it is not there")
	sample := flags.Bool("sample", false, "open the sample lesson")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 2 {
		return fmt.Errorf("open reports: %d files were given; two can stand side by side", flags.NArg())
	}
	if err := morePainters(); err != nil {
		return fmt.Errorf("set how many threads paint: %w", err)
	}
	app.SetMetadata(about)
	a := app.NewWithID(about.ID)
	library, err := libraryPath(*path, gui.LastLibrary(a))
	if err != nil {
		return err
	}
	w := gui.New(a, gui.Options{
		Open:  func(ctx context.Context, path string) (session.Library, error) { return store.Open(ctx, path) },
		Older: store.Older, Rescue: rescue, Path: library, Files: flags.Args(), Sample: *sample,
	})
	flatSurface()
	w.ShowAndRun()
	return nil
}

// libraryPath is the library asked for, else the one open last if it is still
// there, else the one in the platform's data folder.
func libraryPath(asked, last string) (string, error) {
	if asked != "" {
		return asked, nil
	}
	if last != "" {
		if _, err := os.Stat(last); err == nil {
			return last, nil
		}
	}
	return store.DefaultPath()
}

// rescue returns what puts the newest backup in place of a damaged library.
func rescue(err error) func() error {
	var damaged *store.Damaged
	if !errors.As(err, &damaged) || damaged.Backup == "" {
		return nil
	}
	return func() error {
		if err := store.Restore(damaged.Path, damaged.Backup); err != nil {
			return &data.Problem{Said: "The backup could not be put in place.", Next: "The damaged library is kept. Make a new library to go on.", Err: err}
		}
		return nil
	}
}
