package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"parallax/data"
	"parallax/data/intake"
)

// A reading is what `parallax read --json` prints of a page. Unknown is null;
// body, set_aside and extra together hold all of the page.
type reading struct {
	Outlet     *string  `json:"outlet"`
	Headline   *string  `json:"headline"`
	Standfirst *string  `json:"standfirst"`
	Byline     *string  `json:"byline"`
	Agency     *string  `json:"agency"`
	Date       *string  `json:"date"` // "2006-01-02"
	AsWritten  *string  `json:"date_as_written"`
	URL        *string  `json:"url"`
	Language   *string  `json:"language"`
	Body       []string `json:"body"`
	SetAside   []aside  `json:"set_aside"`
	Extra      []string `json:"extra"` // kept, but no paragraph of the body
}

// An aside is lines running that are set aside for one reason.
type aside struct {
	Kind data.Role `json:"kind"`
	Text string    `json:"text"`
}

// runRead prints what Parallax takes each line of a page for, or, with --json,
// the report it reads from it.
func runRead(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("read", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print JSON")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("read needs one file: parallax read [--json] FILE")
	}
	src, err := readFile(context.Background(), flags.Arg(0))
	if err != nil {
		return err
	}
	if !*asJSON {
		return printRoles(&src, stdout)
	}
	e := json.NewEncoder(stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(readingOf(&src))
}

// readFile reads the page in a file; a file too large is refused unread.
func readFile(ctx context.Context, path string) (data.Source, error) {
	info, err := os.Stat(path)
	if err != nil {
		return data.Source{}, fmt.Errorf("read %s: %w", path, err)
	}
	if info.Mode().IsRegular() {
		if err := intake.CheckSize(info.Size()); err != nil {
			return data.Source{}, fmt.Errorf("read %s: %w", path, err)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return data.Source{}, fmt.Errorf("read %s: %w", path, err)
	}
	src, err := intake.Read(ctx, intake.Input{Name: filepath.Base(path), Bytes: b})
	if err != nil {
		return data.Source{}, fmt.Errorf("read %s: %w", path, err)
	}
	return src, nil
}

// readingOf sorts the blocks and facts of src into what is printed.
func readingOf(src *data.Source) reading {
	fact := func(f data.Field) *string {
		if known, ok := src.Fact(f); ok && known.Value != "" {
			return &known.Value
		}
		return nil
	}
	r := reading{
		Outlet: fact(data.FieldOutlet), Headline: fact(data.FieldHeadline), Standfirst: fact(data.FieldStandfirst),
		Byline: fact(data.FieldByline), Agency: fact(data.FieldCredit), Date: fact(data.FieldPublished),
		AsWritten: fact(data.FieldAsWritten), URL: fact(data.FieldURL), Language: fact(data.FieldLanguage),
		Body: []string{}, SetAside: []aside{}, Extra: []string{},
	}
	if r.Date != nil {
		day := (*r.Date)[:min(10, len(*r.Date))]
		r.Date = &day
	}
	var last data.Role
	for _, b := range src.Blocks {
		text := blockText(src, b)
		switch {
		case b.Role == data.Body:
			r.Body = append(r.Body, text)
		case b.Role.Kept():
			r.Extra = append(r.Extra, text)
		case b.Role == last:
			r.SetAside[len(r.SetAside)-1].Text += "\n" + text
		default:
			r.SetAside = append(r.SetAside, aside{b.Role, text})
		}
		last = b.Role
	}
	return r
}

// blockText is what a block reads like in a report.
func blockText(src *data.Source, b data.Block) string {
	b.Role = data.Body
	one := data.Source{Text: src.Text, Blocks: []data.Block{b}}
	if text := intake.Compose(&one).Text; text != "" {
		return text
	}
	return b.Of(src.Text)
}

// printRoles lists the facts, then every block with its role.
func printRoles(src *data.Source, w io.Writer) error {
	for _, f := range src.Facts {
		if _, err := fmt.Fprintf(w, "%-18s  %s (%s)\n", f.Field, f.Value, f.From); err != nil {
			return err
		}
	}
	fmt.Fprintln(w)
	for _, b := range src.Blocks {
		if _, err := fmt.Fprintf(w, "%-18s  %s\n", b.Role, blockText(src, b)); err != nil {
			return err
		}
	}
	return nil
}
