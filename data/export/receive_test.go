package export

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/data"
)

// randomNotes returns notes of every shape on the book's reports.
func randomNotes(b *Book, random *rand.Rand, n int) []data.Note {
	c := &b.Chapters[0]
	words := []string{"", "plain", "=1+1", "'quoted", "two\nlines", "ünï çødé 漢字 😀", "a;b\\c", "\"marks\", and commas", " spaces ", "+", "-x", "@y", "\ttab", "''=1"}
	pick := func() string { return words[random.IntN(len(words))] }
	var notes []data.Note
	for i := range n {
		at := time.UnixMilli(1_700_000_000_000 + random.Int64N(1e10)).UTC()
		note := data.Note{
			ID: data.ID(fmt.Sprintf("01890000-0000-7000-8000-%012x", i)), EventID: c.Event.ID,
			Body: pick() + pick(), Author: strings.TrimSpace(pick()), Created: at, Updated: at.Add(time.Duration(random.IntN(1000)) * time.Second),
		}
		for range random.IntN(4) {
			if tag := strings.TrimSpace(pick()); tag != "" && !slices.Contains(note.Tags, tag) {
				note.Tags = append(note.Tags, tag)
			}
		}
		for range random.IntN(4) {
			side := data.Side(random.IntN(2))
			r := &c.Reports[side]
			start := random.IntN(len(r.Text))
			end := min(len(r.Text), start+random.IntN(60))
			for !utf8.RuneStart(r.Text[start]) {
				start--
			}
			for end < len(r.Text) && !utf8.RuneStart(r.Text[end]) {
				end++
			}
			note.Anchors = append(note.Anchors, data.MakeAnchor(r, side, data.Span{Start: start, End: max(start, end)}))
		}
		if random.IntN(8) == 0 {
			note.Anchors = append(note.Anchors, data.Anchor{ReportID: c.Reports[1].ID, Side: data.Right}) // the whole report
		}
		if random.IntN(8) == 0 {
			note.Anchors = append(note.Anchors, data.Anchor{ReportID: c.Reports[0].ID, Quote: "words nobody wrote", Before: "a", After: "b", Loose: true})
		}
		notes = append(notes, note)
	}
	return notes
}

// What is exported comes back as it was.
func TestNotesComeBackAsTheyWere(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, f := range []Format{Annotation, CSV} {
		b := sampleBook(t)
		c := &b.Chapters[0]
		c.Notes = randomNotes(b, random, 400)
		received, err := ReadNotes([]byte(written(t, b, Options{Format: f, Excel: true})))
		if err != nil || len(received) != len(c.Notes) {
			t.Fatalf("%s: %d of %d notes, %v", f, len(received), len(c.Notes), err)
		}
		fitter := NewFitter(c.Reports)
		back := map[data.ID]data.Note{}
		for _, r := range received {
			n, lost := fitter.Fit(r)
			if lost > 0 {
				t.Fatalf("%s: %d anchors of %s are lost", f, lost, n.ID)
			}
			if n.EventID == "" { // tied to no report: it is the file that knows
				n.EventID = r.Note.EventID
			}
			back[n.ID] = n
		}
		for _, want := range c.Notes {
			if f == CSV {
				want.Body = strings.ReplaceAll(want.Body, "\r\n", "\n")
			}
			if got := back[want.ID]; !reflect.DeepEqual(got, want) {
				t.Fatalf("%s:\n got %+v\nwant %+v", f, got, want)
			}
		}
	}
}

// Reports known under other IDs are found by digest, and without one by words.
func TestNotesFindReportsOfOtherIDs(t *testing.T) {
	b := sampleBook(t)
	file := written(t, b, Options{Format: Annotation})
	others := slices.Clone(b.Chapters[0].Reports)
	for i := range others {
		others[i].ID, others[i].EventID = data.NewID(), "event here"
	}
	for _, changed := range []bool{false, true} {
		if changed { // looked over again: another text and digest
			for i := range others {
				others[i].Text = "A line that was kept this time.\n" + others[i].Text
				others[i].Digest = "another"
			}
		}
		received, err := ReadNotes([]byte(file))
		if err != nil {
			t.Fatal(err)
		}
		f := NewFitter(others)
		for i, r := range received[:3] {
			n, lost := f.Fit(r)
			if lost != 0 || n.EventID != "event here" {
				t.Errorf("changed=%v, note %d: %d lost, event %q", changed, i, lost, n.EventID)
			}
			for _, a := range n.Anchors {
				j := slices.IndexFunc(others, func(o data.Report) bool { return o.ID == a.ReportID })
				if j < 0 || a.Loose || a.Of(others[j].Text) != a.Quote {
					t.Errorf("changed=%v, note %d: anchor %+v", changed, i, a)
				}
			}
		}
	}
}

func TestNotesThatFitNowhereKeepTheirWords(t *testing.T) {
	b := sampleBook(t)
	received, err := ReadNotes([]byte(written(t, b, Options{Format: CSV})))
	if err != nil {
		t.Fatal(err)
	}
	n, lost := NewFitter(nil).Fit(received[0])
	want := "Two headlines, <two> verbs & more.\n\n“School canteen drops meat on Mondays” (Pellmore Courier, School canteen drops meat on Mondays, https://pellmore.example/lunch?a=1&b=2)\n\n“Greener Mondays start at Fernhill” (Fernhill School Gazette, Greener Mondays start at Fernhill, https://fernhill.example/lunch?a=1&b=2)"
	if n.Body != want || lost != 2 || len(n.Anchors) != 0 || n.EventID != "" {
		t.Errorf("got %q, %d lost, %+v", n.Body, lost, n)
	}
}

func TestForeignAnnotations(t *testing.T) {
	r := data.Report{ID: "here", EventID: "e", Text: "The bridge was shut on Monday because of cracks in two pillars."}
	for name, c := range map[string]struct {
		file string
		want data.Note
	}{
		"as the standard shows it": {
			`{"@context":"http://www.w3.org/ns/anno.jsonld","id":"http://notes.example/1","type":"Annotation","bodyValue":"Which day?","target":{"source":"http://paper.example/bridge","selector":{"type":"TextQuoteSelector","exact":"shut on Monday","prefix":"The bridge was ","suffix":" because"}}}`,
			data.Note{Body: "Which day?", Anchors: []data.Anchor{{Quote: "shut on Monday"}}},
		},
		"in lists, with a tag and a name": {
			`[{"id":"urn:x:2","type":"Annotation","creator":{"name":"Ines"},"created":"2024-03-01T10:00:00Z","body":[{"type":"TextualBody","value":"cause","purpose":"tagging"},{"type":"TextualBody","value":"<p>One <b>bold</b> claim &amp; more</p>","format":"text/html"}],"target":[{"source":{"id":"http://paper.example/bridge"},"selector":[{"type":"TextPositionSelector","start":31,"end":62},{"type":"TextQuoteSelector","exact":"because of cracks in two pillars"}]}]}]`,
			data.Note{Body: "One bold claim & more", Author: "Ines", Tags: []string{"cause"}, Anchors: []data.Anchor{{Quote: "because of cracks in two pillars"}}},
		},
		"refined": {
			`{"items":[{"target":{"source":"http://p.example","selector":{"type":"FragmentSelector","value":"p1","refinedBy":{"type":"TextQuoteSelector","exact":"The bridge was shut on Monday"}}},"body":"look"}],"type":"AnnotationPage"}`,
			data.Note{Body: "look", Anchors: []data.Anchor{{Quote: "The bridge was shut on Monday"}}},
		},
	} {
		received, err := ReadNotes([]byte(c.file))
		if err != nil || len(received) != 1 {
			t.Fatalf("%s: %v, %v", name, received, err)
		}
		n, _ := NewFitter([]data.Report{r}).Fit(received[0])
		if n.Body != c.want.Body || n.Author != c.want.Author || !slices.Equal(n.Tags, c.want.Tags) || len(n.Anchors) != 1 || n.Anchors[0].Quote != c.want.Anchors[0].Quote || n.Anchors[0].Of(r.Text) != n.Anchors[0].Quote || !isUUID(string(n.ID)) {
			t.Errorf("%s: %+v", name, n)
		}
		again, err := ReadNotes([]byte(c.file))
		if err != nil || again[0].Note.ID != received[0].Note.ID {
			t.Errorf("%s: read twice it has two names", name)
		}
	}
}

// Tables come back from spreadsheets in other shapes than they left.
func TestTablesOfSpreadsheets(t *testing.T) {
	for name, file := range map[string]string{
		"semicolons":   "kind;note;a_quote;tags\r\nnote;\"What; a word\";the bridge;NA; \r\n",
		"tabs":         "note\ta_quote\ttags\nWhat; a word\tthe bridge\tNA\n",
		"Windows-1252": "note,a_quote,tags\n\"What; a word\",\"the bridge\",NA\n" + "mark: replaced,x,y\n"[:0],
		"UTF-16":       utf16("note\ta_quote\ttags\r\nWhat; a word\tthe bridge\tNA\r\n"),
		"short lines":  "NOTE, a_quote ,tags\nWhat; a word,the bridge,NA\n\n,,\nonly\n"[:len("NOTE, a_quote ,tags\nWhat; a word,the bridge,NA\n")],
	} {
		notes, err := ReadNotes([]byte(file))
		if err != nil || len(notes) != 1 {
			t.Fatalf("%s: %v, %v", name, notes, err)
		}
		if n := notes[0].Note; n.Body != "What; a word" || n.Anchors[0].Quote != "the bridge" || !slices.Equal(n.Tags, []string{"NA"}) {
			t.Errorf("%s: %+v", name, n)
		}
	}
	notes, err := ReadNotes([]byte("note,a_quote\ncaf\xe9,na\xefve\n"))
	if err != nil || notes[0].Note.Body != "café" || notes[0].Note.Anchors[0].Quote != "naïve" {
		t.Errorf("Windows-1252: %+v, %v", notes, err)
	}
}

func utf16(s string) string {
	out := "\xff\xfe"
	for _, r := range s {
		out += string([]byte{byte(r), byte(r >> 8)})
	}
	return out
}

func TestFilesWithoutNotesAreToldPlainly(t *testing.T) {
	for file, said := range map[string]string{
		"":                        "This file is empty.",
		" \n ":                    "This file is empty.",
		"{}":                      "There are no notes in this file.",
		`{"type":"Annotation"`:    "This file of notes is damaged.",
		"some words\nand more\n":  "Parallax finds no notes in this file.",
		"%PDF-1.4\n\x00\x01":      "Parallax finds no notes in this file.",
		"kind,note,a_quote\n":     "There are no notes in this file.",
		strings.Repeat("[", 2000): "This file of notes is damaged.",
	} {
		_, err := ReadNotes([]byte(file))
		if got, next := data.Plain(err); got != said || next == "" {
			t.Errorf("%.20q: said %q, %q", file, got, next)
		}
	}
}

func FuzzReadNotes(f *testing.F) {
	b := sampleBook(f)
	f.Add([]byte(written(f, b, Options{Format: Annotation})))
	f.Add([]byte(written(f, b, Options{Format: CSV, Excel: true})))
	f.Add([]byte(`[{"target":{"source":"http://p.example","selector":{"type":"TextPositionSelector","start":1e300,"end":-1}}}]`))
	f.Add([]byte("note;a_quote;a_start;a_end\nx;y;9223372036854775807;1\n"))
	fitter := NewFitter(b.Chapters[0].Reports)
	f.Fuzz(func(t *testing.T, file []byte) {
		notes, err := ReadNotes(file)
		if err != nil {
			if said, next := data.Plain(err); said == "" || next == "" {
				t.Errorf("%v is not told plainly", err)
			}
			return
		}
		for _, r := range notes {
			if len(r.Places) != len(r.Note.Anchors) || len(r.Names) != len(r.Note.Tags) || !isUUID(string(r.Note.ID)) {
				t.Fatalf("%+v", r)
			}
			n, _ := fitter.Fit(r)
			for _, s := range append([]string{n.Body, n.Author}, n.Tags...) {
				if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
					t.Fatalf("%q cannot be kept", s)
				}
			}
			for _, a := range n.Anchors {
				text := b.Chapters[0].report(a.ReportID).Text
				if a.Start < 0 || a.End < a.Start || a.End > len(text) || !a.Loose && a.Of(text) != a.Quote {
					t.Fatalf("anchor %+v", a)
				}
			}
		}
	})
}
