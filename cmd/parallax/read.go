package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

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
	Date       *string  `json:"date"`    // "2006-01-02"
	Updated    *string  `json:"updated"` // "2006-01-02" or "2006-01-02 15:04"
	AsWritten  *string  `json:"date_as_written"`
	Dateline   *string  `json:"dateline"`
	URL        *string  `json:"url"`
	Language   *string  `json:"language"`
	Translated *string  `json:"translated"` // from which language, or "yes"
	Body       []string `json:"body"`
	SetAside   []aside  `json:"set_aside"`
	Extra      []string `json:"extra"` // kept, but no paragraph of the body
}

// An aside is lines running that are set aside for one reason.
type aside struct {
	Kind data.Role `json:"kind"`
	Text string    `json:"text"`
}

// A fileReading is one of several readings: of which file, and the reading or
// why there is none.
type fileReading struct {
	File string `json:"file"`
	*reading
	Problem string `json:"problem,omitempty"`
}

// runRead prints what Parallax takes each line of a page for, or, with --json,
// the report it reads from it. Of several files, a folder or a file that holds
// several it does so for each report; --json prints a list of them. One that
// cannot be read does not keep the others from being read.
func runRead(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("read", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print JSON")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return fmt.Errorf("read needs a file: parallax read [--json] FILE…")
	}
	ctx := context.Background()
	if flags.NArg() == 1 {
		if src, err := readFile(ctx, flags.Arg(0)); !errors.Is(err, errSeveral) {
			if err != nil {
				return err
			}
			if *asJSON {
				return printJSON(readingOf(&src), stdout)
			}
			return printRoles(&src, stdout)
		}
	}
	var list []fileReading
	failed := 0
	for _, path := range flags.Args() {
		err := eachReport(ctx, path, func(name string, src *data.Source, err error) error {
			switch {
			case err != nil:
				failed++
				list = append(list, fileReading{File: name, Problem: err.Error()})
				if *asJSON {
					return nil
				}
				_, err = fmt.Fprintf(stdout, "== %s\n%v\n\n", name, err)
				return err
			case *asJSON:
				r := readingOf(src)
				list = append(list, fileReading{File: name, reading: &r})
				return nil
			}
			if _, err := fmt.Fprintf(stdout, "== %s\n", name); err != nil {
				return err
			}
			if err := printRoles(src, stdout); err != nil {
				return err
			}
			_, err = fmt.Fprintln(stdout)
			return err
		})
		if err != nil {
			return err
		}
	}
	if *asJSON {
		if err := printJSON(list, stdout); err != nil {
			return err
		}
	}
	if failed > 0 {
		return fmt.Errorf("read: %d of %d could not be read", failed, len(list))
	}
	return nil
}

func printJSON(v any, w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

// errSeveral says that a path leads to several reports.
var errSeveral = errors.New("it holds several reports; name one of them")

// readFile reads the report in a file. It returns errSeveral for a folder and
// for a file that holds several reports or other files.
func readFile(ctx context.Context, path string) (data.Source, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return data.Source{}, fmt.Errorf("read %s: %w", path, errSeveral)
	}
	in, err := intake.Load(path)
	if err != nil {
		return data.Source{}, fmt.Errorf("read %s: %w", path, err)
	}
	found, unread, err := intake.Unpack(ctx, in)
	if err != nil {
		return data.Source{}, err
	}
	if len(found) != 1 || len(unread) > 0 || found[0].Name != in.Name {
		return data.Source{}, fmt.Errorf("read %s: %w", path, errSeveral)
	}
	src, err := intake.Read(ctx, in)
	if err != nil {
		return data.Source{}, fmt.Errorf("read %s: %w", path, err)
	}
	return src, nil
}

// eachReport reads the reports a path leads to, one after another, and hands
// each on, or why it could not be read.
func eachReport(ctx context.Context, path string, yield func(name string, src *data.Source, err error) error) error {
	files, err := intake.Files(ctx, path)
	if err != nil {
		return yield(path, nil, err)
	}
	for _, file := range files {
		in, err := intake.Load(file)
		if err != nil {
			if err := yield(file, nil, err); err != nil {
				return err
			}
			continue
		}
		found, unread, err := intake.Unpack(ctx, in)
		if err != nil {
			return err
		}
		for _, one := range found {
			name := file
			if one.Name != in.Name {
				name += "/" + one.Name
			}
			src, err := intake.Read(ctx, one)
			if err := yield(name, &src, err); err != nil {
				return err
			}
		}
		for _, u := range unread {
			name := file
			if u.Name != in.Name {
				name += "/" + u.Name
			}
			if err := yield(name, nil, u.Err); err != nil {
				return err
			}
		}
	}
	return nil
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
		Updated: fact(data.FieldUpdated), AsWritten: fact(data.FieldAsWritten), Dateline: fact(data.FieldDateline),
		URL: fact(data.FieldURL), Language: fact(data.FieldLanguage), Translated: fact(data.FieldTranslated),
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
