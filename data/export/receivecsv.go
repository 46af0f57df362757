package export

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"parallax/data"
)

// readTable reads a table with a heading line. Columns are known by their
// names; the cells may be parted by commas, semicolons or tabs, as spreadsheets
// of different countries save them. Rows of marks are passed over.
func readTable(text string) ([]Received, error) {
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = separator(text), -1, true
	head, err := in.Read()
	if err != nil {
		return nil, noTable(err)
	}
	column := map[string]int{}
	for i, name := range head {
		column[strings.ToLower(strings.TrimSpace(name))] = i
	}
	if !slices.ContainsFunc([]string{"note", "a_quote", "b_quote"}, func(name string) bool { _, ok := column[name]; return ok }) {
		return nil, noTable(nil)
	}
	var notes []Received
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, noTable(err)
		}
		row := tableRow{column, cells}
		kind := row.cell("kind")
		switch {
		case kind == furtherRow:
			if n := len(notes); n > 0 && row.cell("id") == string(notes[n-1].Note.ID) {
				notes[n-1].sides(row)
			}
		case kind == "" || strings.EqualFold(kind, noteRow):
			var r Received
			r.row(row)
			if r.Note.Body != "" || len(r.Note.Anchors) > 0 || len(r.Note.Tags) > 0 {
				notes = append(notes, r)
			}
		}
	}
	return notes, nil
}

func noTable(err error) error {
	return &data.Problem{
		Said: "Parallax finds no notes in this file.",
		Next: "Choose a table with the columns of an exported one, or a file of W3C annotations.",
		Err:  err,
	}
}

// separator is the sign between the cells of the heading line.
func separator(text string) rune {
	head, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, s := range ";\t" {
		if strings.Count(head, string(s)) > strings.Count(head, string(best)) {
			best = s
		}
	}
	return best
}

// A tableRow is a line of a table; its cells are known by their columns' names.
type tableRow struct {
	column map[string]int
	cells  []string
}

func (r tableRow) cell(name string) string {
	i, ok := r.column[name]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return bareCell(r.cells[i])
}

func (r *Received) row(row tableRow) {
	n := &r.Note
	if id := row.cell("event_id"); isUUID(id) {
		n.EventID = data.ID(strings.ToLower(id))
	}
	r.Event = row.cell("event")
	n.Author, n.Body = row.cell("author"), row.cell("note")
	n.Created, n.Updated = parseStamp(row.cell("created")), parseStamp(row.cell("updated"))
	n.Tags = splitTags(row.cell("tags"))
	r.Names = make([]string, len(n.Tags))
	if names := strings.Split(row.cell("tag_names"), "; "); len(names) == len(n.Tags) {
		copy(r.Names, names)
	}
	r.sides(row)
	r.finish(strings.TrimSpace(row.cell("id")))
}

// sides adds the anchors of one row.
func (r *Received) sides(row tableRow) {
	for _, side := range []data.Side{data.Left, data.Right} {
		in := strings.ToLower(side.Letter()) + "_"
		id := strings.TrimSpace(row.cell(in + "report_id"))
		a := data.Anchor{
			Side: side, Quote: row.cell(in + "quote"), Before: row.cell(in + "before"), After: row.cell(in + "after"),
			Loose: row.cell(in+"loose") != "",
		}
		if isUUID(id) {
			a.ReportID = data.ID(strings.ToLower(id))
		}
		if a.ReportID == "" && a.Quote == "" {
			continue
		}
		p := Place{
			Digest: row.cell(in + "report_digest"), Outlet: row.cell(in + "outlet"),
			Headline: row.cell(in + "headline"), Address: row.cell(in + "address"),
		}
		if start, end, err := parseSpan(row.cell(in+"start"), row.cell(in+"end")); err == nil {
			p.Start, p.End, p.Counted = start, end, true
		}
		r.Note.Anchors = append(r.Note.Anchors, a)
		r.Places = append(r.Places, p)
	}
}
