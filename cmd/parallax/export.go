package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"parallax/assets"
	"parallax/data"
	"parallax/data/export"
	"parallax/data/store"
)

// runExport is `parallax export`: it writes an event, or every event, of a
// library as a file. The library may be open in a window meanwhile: a copy of
// it is read.
func runExport(args []string, stdout io.Writer) error {
	var formats, sheets []string
	for _, f := range export.Formats {
		formats = append(formats, string(f))
	}
	for _, s := range export.Sheets {
		sheets = append(sheets, string(s))
	}
	flags := flag.NewFlagSet("export", flag.ContinueOnError)
	path := flags.String("library", "", "the library `file` (default: your own)")
	format := flags.String("format", "", "what to write: "+strings.Join(formats, ", ")+" (default: as the file's name ends)")
	event := flags.String("event", "", "the `title` or id of the event (default: the newest)")
	all := flags.Bool("all", false, "every event of the library")
	out := flags.String("o", "", "the `file` to write; - prints it")
	sheet := flags.String("sheet", string(export.SideBySide), "of a PDF: "+strings.Join(sheets, ", "))
	paper := flags.String("paper", string(export.A4), "of a PDF: A4, Letter")
	large := flags.Bool("large", false, "a PDF in large print")
	noMarks := flags.Bool("no-marks", false, "leave the marks away")
	noNotes := flags.Bool("no-notes", false, "leave the notes away")
	excel := flags.Bool("excel", false, "a CSV that Excel reads as UTF-8")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 || *out == "" || *all && *event != "" {
		return errors.New("export needs to know what and where: parallax export [--format F] [--event E | --all] -o FILE")
	}
	o := export.Options{
		Format: export.Format(*format), Sheet: export.Sheet(*sheet), Paper: export.Paper(*paper),
		Large: *large, NoMarks: *noMarks, NoNotes: *noNotes, Excel: *excel,
	}
	if o.Format == "" {
		for _, f := range export.Formats {
			if strings.HasSuffix(strings.ToLower(*out), f.Ending()) {
				o.Format = f
			}
		}
	}
	if o.Format.Ending() == "" {
		return fmt.Errorf("export: say --format, one of %s", strings.Join(formats, ", "))
	}
	if !slices.Contains(export.Sheets, o.Sheet) {
		return fmt.Errorf("export: say --sheet, one of %s", strings.Join(sheets, ", "))
	}
	if o.Paper != export.A4 && o.Paper != export.Letter {
		return fmt.Errorf("export: say --paper, one of %s, %s", export.A4, export.Letter)
	}
	ctx := context.Background()
	b, err := gather(ctx, *path, *event, *all, o)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return export.Write(ctx, w, b, o, nil) }
	if *out == "-" {
		return write(stdout)
	}
	return export.Save(*out, write)
}

// gather reads what is to be exported from a copy of the library.
func gather(ctx context.Context, path, event string, all bool, o export.Options) (*export.Book, error) {
	path, err := libraryPath(path, "")
	if err != nil {
		return nil, err
	}
	l, err := store.OpenCopy(ctx, path)
	if err != nil {
		return nil, err
	}
	defer l.Close()
	b := &export.Book{Title: "Parallax", Tags: exportTags(), Made: time.Now(), Zone: time.Local}
	own, err := l.OwnTags(ctx)
	if err != nil {
		return nil, err
	}
	for _, t := range own {
		b.Tags = append(b.Tags, export.Tag{Code: t.Code, Name: t.Label, Offered: true})
	}
	if all {
		b.Chapters, err = export.GatherAll(ctx, l, o, nil)
		return b, err
	}
	e, err := eventNamed(ctx, l, event)
	if err != nil {
		return nil, err
	}
	c, err := export.Gather(ctx, l, e, [2]data.ID{}, o)
	b.Title, b.Chapters = e.Title, []export.Chapter{c}
	return b, err
}

// eventNamed is the newest event with this title or id; of an empty name, the
// newest of all.
func eventNamed(ctx context.Context, l *store.Library, name string) (data.Event, error) {
	shelves, err := l.Shelves(ctx)
	if err != nil {
		return data.Event{}, err
	}
	var titles []string
	for _, s := range shelves {
		if name == "" || string(s.ID) == name || strings.EqualFold(strings.TrimSpace(s.Title), strings.TrimSpace(name)) {
			return s.Event, nil
		}
		titles = append(titles, s.Title)
	}
	if len(titles) == 0 {
		return data.Event{}, &data.Problem{Said: "This library holds no events.", Next: "Bring in two reports first."}
	}
	return data.Event{}, &data.Problem{
		Said: "There is no event “{{.Name}}” in this library.", With: data.With{"Name": name},
		Next: "It holds: " + strings.Join(titles, "; ") + ".",
	}
}

// exportTags is what the tags mean, for an export.
func exportTags() []export.Tag {
	families := map[string]string{}
	for _, f := range assets.Families() {
		families[f.ID] = f.Label
	}
	var tags []export.Tag
	for _, k := range assets.Tags() {
		tags = append(tags, export.Tag{
			Code: k.Code, Name: k.Label, Definition: k.Definition, Question: k.Question,
			Family: families[k.Family], Offered: k.Level <= 1,
		})
	}
	return tags
}
