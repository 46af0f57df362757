package export

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/data"
)

// A Book is what one export holds. The same Book and Options make the same
// file, byte for byte.
type Book struct {
	Title    string // what the whole is called: the event's title, or the library's name
	Chapters []Chapter
	Tags     []Tag          // every tag that may occur, in the order they are offered
	Made     time.Time      // told on the export; zero: not told
	Zone     *time.Location // in which times are shown to people; nil: UTC
	// Say puts the program's own words into the reader's language, which is
	// Language ("fr"); nil leaves them in English.
	Say      func(string) string
	Language string
}

// A Chapter is one event, or what is taken of it.
type Chapter struct {
	Event   data.Event
	Reports []data.Report // those the comparison and the notes speak of, in the order they are shown
	// Comparison of two of the reports; nil: the reports are not laid side by side.
	Comparison *data.Comparison
	Notes      []data.Note
	// OnlyNotes leaves the reports' texts away: of a report, what a note quotes is shown.
	OnlyNotes bool
}

// A Tag is what a tag's code means.
type Tag struct {
	Code       string // as in data.Note.Tags: "NA"
	Name       string // "Names and labels"
	Definition string
	Question   string // empty: it asks none
	Family     string // the family it belongs to, "Words"; empty: none
	Offered    bool   // it stands in the key of a worksheet
}

// A Format is a kind of file.
type Format string

// The formats.
const (
	HTML       Format = "html"       // one page with everything in it
	PDF        Format = "pdf"        // to print
	Markdown   Format = "markdown"   // plain text with light marks
	CSV        Format = "csv"        // a table, one row a note or mark
	Annotation Format = "annotation" // W3C Web Annotation, JSON-LD
	REFI       Format = "refi"       // REFI-QDA project, a zip
)

// Formats lists every format in the order they are offered.
var Formats = []Format{PDF, HTML, Markdown, CSV, Annotation, REFI}

// Ending is how the names of files of this format end.
func (f Format) Ending() string {
	switch f {
	case HTML:
		return ".html"
	case PDF:
		return ".pdf"
	case Markdown:
		return ".md"
	case CSV:
		return ".csv"
	case Annotation:
		return ".jsonld"
	case REFI:
		return ".qdpx"
	}
	return ""
}

// A Sheet is what a PDF is for.
type Sheet string

// The sheets.
const (
	SideBySide Sheet = "compare"   // the reports with their marks, notes at the foot
	Worksheet  Sheet = "worksheet" // numbered sentences, no marks, a key of tags and lines to write on
	MyWork     Sheet = "work"      // the notes, each with the words it is tied to
)

// Sheets lists every sheet in the order they are offered.
var Sheets = []Sheet{SideBySide, Worksheet, MyWork}

// A Paper is the size of a sheet.
type Paper string

// The papers.
const (
	A4     Paper = "A4"
	Letter Paper = "Letter"
)

// Options are a reader's choices for one export.
type Options struct {
	Format  Format
	Sheet   Sheet // of a PDF; empty: SideBySide
	Paper   Paper // of a PDF; empty: A4
	Large   bool  // a PDF in large print
	NoMarks bool  // leave the marks of the comparison away
	NoNotes bool  // leave the notes away
	Excel   bool  // begin a CSV with a byte order mark, by which Excel knows UTF-8
}

// say is the program's own words in the reader's language; nothing is nothing in each.
func (b *Book) say(words string) string {
	if b.Say == nil || words == "" {
		return words
	}
	return b.Say(words)
}

// sayf is say of a sentence with values in it.
func (b *Book) sayf(words string, values ...any) string { return fmt.Sprintf(b.say(words), values...) }

// tag returns what a code means; of an unknown one, the code is the name.
func (b *Book) tag(code string) Tag {
	for _, t := range b.Tags {
		if t.Code == code {
			return t
		}
	}
	return Tag{Code: code, Name: code}
}

// tagNames is a note's tags in words.
func (b *Book) tagNames(n *data.Note) []string {
	names := make([]string, len(n.Tags))
	for i, code := range n.Tags {
		names[i] = b.say(b.tag(code).Name)
	}
	return names
}

// when tells a time to people; the zero time is not told.
func (b *Book) when(t time.Time) string {
	if t.IsZero() || t.Unix() == 0 {
		return ""
	}
	zone := b.Zone
	if zone == nil {
		zone = time.UTC
	}
	return t.In(zone).Format("2 January 2006, 15:04")
}

// signature tells who made a note and when.
func (b *Book) signature(n *data.Note) string {
	return joined(" · ", n.Author, b.when(n.Created))
}

// report returns the chapter's report with this ID, or nil.
func (c *Chapter) report(id data.ID) *data.Report {
	if i := slices.IndexFunc(c.Reports, func(r data.Report) bool { return r.ID == id }); i >= 0 {
		return &c.Reports[i]
	}
	return nil
}

// pair returns the two reports of the comparison; nil, nil where there is none.
func (c *Chapter) pair() (left, right *data.Report) {
	if c.Comparison == nil {
		return nil, nil
	}
	left, right = c.report(c.Comparison.Left), c.report(c.Comparison.Right)
	if left == nil || right == nil {
		return nil, nil
	}
	return left, right
}

// letter names a report as it is named on screen: A and B lie side by side,
// further ones follow in their order.
func (c *Chapter) letter(id data.ID) string {
	left, right := c.pair()
	next := 0
	if left != nil {
		switch id {
		case left.ID:
			return "A"
		case right.ID:
			return "B"
		}
		next = 2
	}
	for i := range c.Reports {
		r := &c.Reports[i]
		if left != nil && (r.ID == left.ID || r.ID == right.ID) {
			continue
		}
		if r.ID == id {
			return letterNumber(next)
		}
		next++
	}
	return "?"
}

// letterNumber counts A to Z, then A2 to Z2 and so on.
func letterNumber(n int) string {
	l := string(rune('A' + n%26))
	if n >= 26 {
		l += fmt.Sprint(n/26 + 1)
	}
	return l
}

// title is what the chapter is called.
func (b *Book) title(c *Chapter) string {
	if t := strings.TrimSpace(c.Event.Title); t != "" {
		return t
	}
	return b.say("Event without a name")
}

// SourceLine tells where words of a report are from: outlet, headline, date
// and address, as far as they are known.
func SourceLine(r *data.Report) string {
	headline := strings.TrimSpace(r.Headline)
	if headline != "" {
		headline = quoted(headline)
	}
	date := r.Published
	if date == "" {
		date = r.AsWritten
	}
	return joined(", ", strings.TrimSpace(r.Outlet), headline, date, strings.TrimSpace(r.URL))
}

// Quotation is words of a report to paste into another text: in quotation
// marks, with the source on a line of its own.
func Quotation(r *data.Report, span data.Span) string {
	words := strings.TrimSpace(span.Of(r.Text))
	if words == "" {
		return ""
	}
	return joined("\n", quoted(words), SourceLine(r))
}

// quoted is words in quotation marks, which words that have them already keep.
func quoted(words string) string {
	if !strings.HasPrefix(words, "“") && !strings.HasPrefix(words, "\"") {
		words = "“" + words
	}
	if !strings.HasSuffix(words, "”") && !strings.HasSuffix(words, "\"") || len(words) == len("“") {
		words += "”"
	}
	return words
}

// quote is what a note's anchor quotes, for people.
func (b *Book) quote(a *data.Anchor) string {
	words := b.say("a place in the report")
	switch {
	case a.WholeReport():
		words = b.say("the whole report")
	case a.Quote != "":
		words = quoted(a.Quote)
	}
	if a.Loose {
		words += " (" + b.say("no longer in the text") + ")"
	}
	return words
}

// joined puts a separator between the parts that are not empty.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), between)
}

// writable is text without what no format has a place for: control characters
// other than tab and line feed, and what is not UTF-8.
func writable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n':
			return r
		case r < ' ', r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\ufffd"))
}
