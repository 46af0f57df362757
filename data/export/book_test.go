package export

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"parallax/assets"
	"parallax/data"
	"parallax/data/compare"
)

// sampleBook is the sample lesson compared, with notes of every sort on it.
func sampleBook(t testing.TB) *Book {
	t.Helper()
	event, reports := assets.Sample()
	c := Chapter{Event: event}
	for _, r := range reports {
		r.Report.URL = "https://" + strings.ToLower(strings.Fields(r.Report.Outlet)[0]) + ".example/lunch?a=1&b=2"
		c.Reports = append(c.Reports, r.Report)
	}
	compared, err := compare.Align(context.Background(), &c.Reports[0], &c.Reports[1], nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	c.Comparison = &compared
	at := time.Date(2026, 3, 4, 9, 30, 0, 123e6, time.UTC)
	add := func(body, author string, tags []string, words ...string) {
		at = at.Add(time.Minute)
		n := data.Note{
			ID: data.ID(fmt.Sprintf("01890000-0000-7000-8000-%012d", len(c.Notes)+1)), EventID: event.ID,
			Body: body, Author: author, Tags: tags, Created: at, Updated: at.Add(time.Second),
		}
		for side, w := range words {
			if w == "" {
				continue
			}
			i := strings.Index(c.Reports[side].Text, w)
			if i < 0 {
				t.Fatalf("%q is not in report %d", w, side)
			}
			n.Anchors = append(n.Anchors, data.MakeAnchor(&c.Reports[side], data.Side(side), data.Span{Start: i, End: i + len(w)}))
		}
		c.Notes = append(c.Notes, n)
	}
	add("Two headlines, <two> verbs & more.", "Mia, Jonas", []string{"NA", "RV"}, "School canteen drops meat on Mondays", "Greener Mondays start at Fernhill")
	add("=SUM(A1)\n- first\n- second", "", []string{"my ; own \\ kind"}, "“We listened to our pupils,”")
	add("", "@mia", []string{"=="}, "", "“Ten weeks is long enough to find out what people like")
	add("On the whole event.", "Mia", nil)
	loose := data.Anchor{ReportID: c.Reports[0].ID, Quote: "words cut away", Before: "the ", After: " there", Loose: true}
	c.Notes = append(c.Notes, data.Note{ID: "01890000-0000-7000-8000-00000000000e", EventID: event.ID, Body: "Loose", Anchors: []data.Anchor{loose}, Created: at, Updated: at})
	var tags []Tag
	for _, k := range assets.Tags() {
		tags = append(tags, Tag{Code: k.Code, Name: k.Label, Definition: k.Definition, Question: k.Question, Family: k.Family, Offered: k.Level <= 1})
	}
	return &Book{Title: event.Title, Chapters: []Chapter{c}, Tags: tags, Made: at}
}

// written is what Write writes of b.
func written(t testing.TB, b *Book, o Options) string {
	t.Helper()
	var out strings.Builder
	if err := Write(context.Background(), &out, b, o, nil); err != nil {
		t.Fatalf("%s: %v", o.Format, err)
	}
	return out.String()
}

func TestSourceLine(t *testing.T) {
	r := data.Report{Outlet: "Pellmore Courier", Headline: "Lunch", Published: "2024-03-01", URL: "https://courier.example/1", Text: "Lunch\nIt was good."}
	if got, want := Quotation(&r, data.Span{Start: 6, End: 18}), "“It was good.”\nPellmore Courier, “Lunch”, 2024-03-01, https://courier.example/1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.Outlet, r.Published, r.AsWritten = "", "", "on Friday"
	if got, want := SourceLine(&r), "“Lunch”, on Friday, https://courier.example/1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Quotation(&r, data.Span{Start: 5, End: 6}); got != "" {
		t.Errorf("of a line end: %q", got)
	}
}

func TestWriteIsTheSameTwice(t *testing.T) {
	for _, f := range Formats {
		for _, sheet := range Sheets {
			o := Options{Format: f, Sheet: sheet}
			first, second := written(t, sampleBook(t), o), written(t, sampleBook(t), o)
			if first != second {
				t.Errorf("%s, %s: two writes differ", f, sheet)
			}
		}
	}
}

func TestWriteStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, f := range Formats {
		var out strings.Builder
		if err := Write(ctx, &out, sampleBook(t), Options{Format: f}, nil); err != context.Canceled {
			t.Errorf("%s: %v", f, err)
		}
	}
}

func TestNothingToExport(t *testing.T) {
	for _, f := range Formats {
		for _, b := range []*Book{{}, {Chapters: []Chapter{{}}}, {Chapters: []Chapter{{Reports: []data.Report{{ID: "a"}}}}}} {
			if written(t, b, Options{Format: f}) == "" {
				t.Errorf("%s: nothing was written", f)
			}
		}
	}
}

// Of one passage with very many notes, and notes beyond all measure, nothing is lost.
func TestBeyondAllMeasure(t *testing.T) {
	b := sampleBook(t)
	c := &b.Chapters[0]
	tied := c.Notes[0]
	c.Notes = nil
	for i := range 10_000 {
		n := tied
		n.ID = data.ID(fmt.Sprintf("01890000-0000-7000-8000-%012d", i))
		n.Body = fmt.Sprintf("note number %d", i)
		n.Tags = nil
		c.Notes = append(c.Notes, n)
	}
	c.Notes[0].Body = strings.Repeat("A megabyte of words. ", 1<<20/21)
	c.Notes[1].Tags = []string{strings.Repeat("t", 1000)}
	c.Notes[2].Body = "a\u202ebc\u0007d\x1b[31me\u2066f"
	for _, f := range Formats {
		if f == PDF { // a page at a time: fewer show the same
			few := *c
			few.Notes = c.Notes[:1000]
			one := *b
			one.Chapters = []Chapter{few}
			words := laid(t, &one, Options{}).allWords()
			if !strings.Contains(words, "note number 999 ") || strings.Count(words, "megabyte") != 1<<20/21 {
				t.Error("on paper something is missing")
			}
			continue
		}
		out := written(t, b, Options{Format: f})
		if f == REFI {
			continue // packed
		}
		if !strings.Contains(out, "note number 9999") || !strings.Contains(out, c.Notes[1].Tags[0]) || strings.Count(out, "A megabyte of words.") != 1<<20/21 {
			t.Errorf("%s: something is missing", f)
		}
	}
}

// No format asks for nothing in the reader's language: there is no word for it.
func TestNothingIsNotTranslated(t *testing.T) {
	b := sampleBook(t)
	b.Tags = append(b.Tags, Tag{Code: "own", Name: "My own tag"})
	said := 0
	b.Say = func(words string) string {
		if words == "" {
			t.Error("nothing was to be translated")
		}
		said++
		return words
	}
	for _, f := range Formats {
		written(t, b, Options{Format: f})
	}
	if said == 0 {
		t.Error("no words were asked for")
	}
}

// Texts, notes and names of whatever signs are written by every format.
func TestOddTexts(t *testing.T) {
	for _, odd := range []string{
		"\u200b\u200d", "\u202eright\u202c to left", "\u0301\u0301\u0301", "\x00\x01\x1b[31m", "\ufeff", "\u2028\u2029",
		strings.Repeat("x", 5000), strings.Repeat("e\u0301", 3000), "]]>", "<!--", "-->", "\"'&<>", "\r\r\r", "\U000e0041", "😀👩‍👩‍👧", "\xff\xfe",
	} {
		b := sampleBook(t)
		c := &b.Chapters[0]
		for i := range c.Reports {
			r := &c.Reports[i]
			r.Text, r.Headline, r.Outlet, r.URL, r.Language = odd+"\n"+odd, odd, odd, odd, odd
		}
		c.Comparison = &data.Comparison{Left: c.Reports[0].ID, Right: c.Reports[1].ID, OnlyLeft: []data.Span{{Start: 0, End: len(odd)}}}
		c.Event.Title, b.Title = odd, odd
		c.Notes = c.Notes[:1]
		n := &c.Notes[0]
		n.Body, n.Author, n.Tags = odd, odd, []string{odd}
		n.Anchors = []data.Anchor{data.MakeAnchor(&c.Reports[0], data.Left, data.Span{Start: 0, End: len(odd)})}
		for _, f := range Formats {
			for _, sheet := range Sheets {
				written(t, b, Options{Format: f, Sheet: sheet})
			}
		}
		body(t, written(t, b, Options{Format: HTML}))
	}
}

func TestNotesKeepTheirListsAndBoldWords(t *testing.T) {
	b := sampleBook(t)
	b.Chapters[0].Notes[0].Body = "**Shut** or <closed>?\n- first\n- **the second ** one\nend **"
	for format, want := range map[Format]string{
		HTML:     "<strong>Shut</strong> or &lt;closed&gt;?<ul><li>first</li><li><strong>the second </strong> one</li></ul>end **</div>",
		Markdown: "**Shut** or \\<closed\\>?\n\n- first\n- **the second**  one\n\nend \\*\\*\n",
	} {
		if out := written(t, b, Options{Format: format}); !strings.Contains(out, want) {
			t.Errorf("%s: %q is missing", format, want)
		}
	}
	for _, sheet := range []Sheet{SideBySide, MyWork} {
		words := laid(t, b, Options{Sheet: sheet}).allWords()
		if strings.Contains(words, "**Shut") || !strings.Contains(words, "Shut") || !strings.Contains(words, "• first") {
			t.Errorf("%s: not as it was written:\n%.600s", sheet, words)
		}
	}
}

// A note on a whole report is about the report, not about no words of it.
func TestANoteOnAWholeReportSelectsNothing(t *testing.T) {
	b := sampleBook(t)
	c := &b.Chapters[0]
	c.Notes = []data.Note{{ID: data.NewID(), EventID: c.Event.ID, Body: "all of it", Anchors: []data.Anchor{{ReportID: c.Reports[1].ID, Side: data.Right}}}}
	out := written(t, b, Options{Format: Annotation})
	if !strings.Contains(out, `"parallax:side":"B"`) || strings.Contains(out, "selector") {
		t.Errorf("%s", out)
	}
}
