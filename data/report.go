package data

import (
	"strings"
	"time"
)

// An Event is what happened, and what two or more reports tell of.
type Event struct {
	ID         ID
	Title      string
	Happened   string // when, as the reader wrote it
	Place      string
	Background string
	Created    time.Time
}

// A Report is one outlet's telling of an event, cleaned of its page. Text is
// headline, standfirst and body in the page's order, one paragraph a line,
// valid UTF-8, lines parted by "\n". It never changes under a given Digest: keeping other blocks of the same source
// makes another Text and another Digest, and notes find their words again.
type Report struct {
	ID       ID
	EventID  ID
	OutletID ID
	Outlet   string // the outlet's name, filled when a report is read from a library

	Headline   string
	Standfirst string
	Byline     string
	Credit     string // the agency, as in "TASS"
	URL        string
	Language   string // ISO 639-1, as in "en"; empty: unknown
	Published  string // "2006-01-02" or "2006-01-02 15:04"; empty: unknown
	AsWritten  string // the date as the page has it: "on Friday"
	Retrieved  time.Time

	Text   string
	Digest string // SHA-256 of Text in hex
}

// A Role says what a block of a page is. The roles up to Outlet are kept with
// the report; the others are set aside.
type Role string

// The roles of a page's blocks.
const (
	Body       Role = "body"
	Subhead    Role = "subhead"
	Footnote   Role = "footnote"
	Headline   Role = "headline"
	Standfirst Role = "standfirst"
	Byline     Role = "byline"
	Dateline   Role = "date"
	Address    Role = "address"
	OutletName Role = "outlet"

	Navigation Role = "nav"
	Share      Role = "share"
	Caption    Role = "caption"
	PhotoCred  Role = "credit"
	Related    Role = "related"
	Comments   Role = "comments"
	Promotion  Role = "promo"
	Legal      Role = "legal"
	Duplicate  Role = "duplicate-headline"
	Unsure     Role = "unsure"
)

// Roles lists every role, kept ones first, in the order they are offered.
var Roles = []Role{
	Body, Headline, Standfirst, Subhead, Byline, Dateline, OutletName, Address, Footnote,
	Navigation, Share, Caption, PhotoCred, Related, Comments, Promotion, Legal, Duplicate, Unsure,
}

// Kept reports whether a block of this role stays with the report.
func (r Role) Kept() bool {
	switch r {
	case Body, Subhead, Footnote, Headline, Standfirst, Byline, Dateline, Address, OutletName:
		return true
	}
	return false
}

// InText reports whether a block of this role is part of Report.Text.
func (r Role) InText() bool {
	return r == Headline || r == Standfirst || r == Body || r == Subhead || r == Footnote
}

// openingLines is how far down the headline and the standfirst of a text can stand.
const openingLines = 4

// Opening tells what the n-th paragraph of r's text is, counted from 0, by its words:
// Headline or Standfirst where it is that and stands at the top, else Body.
func (r *Report) Opening(n int, words string) Role {
	if n >= openingLines {
		return Body
	}
	switch words = strings.TrimSpace(words); words {
	case "":
	case r.Headline:
		return Headline
	case r.Standfirst:
		return Standfirst
	}
	return Body
}

// A Phrase is a few words of the program's own about a page, in English. The
// screen shows them in its language.
type Phrase string

// Where a fact may come from that no block and no page tells.
const (
	FromFile Phrase = "the file's own facts" // the day the file was made

	FromReader = "you" // she wrote it; shown in words of its own
)

// A Block is one piece of a page: a line of a paste, a paragraph of a saved page.
type Block struct {
	Span           // into Source.Text
	Role    Role   //
	Guess   Role   // what the program took it for; differs from Role once the reader ruled
	Why     Phrase // what Guess stands on
	Unwraps bool   // line breaks inside the block are the page's wrapping, not paragraphs
}

// A Fact is something known about a report and where it was read.
type Fact struct {
	Field     Field
	Value     string
	From      Phrase // "line 3", "the page's own data", "you"
	Block     int    // index into Source.Blocks; -1: not from a block
	Confirmed bool   // the reader agreed
}

// A Field names one fact about a report.
type Field string

// The facts about a report, in the order they are shown.
const (
	FieldEvent      Field = "event"
	FieldOutlet     Field = "outlet"
	FieldHeadline   Field = "headline"
	FieldStandfirst Field = "standfirst"
	FieldPublished  Field = "published"
	FieldUpdated    Field = "updated" // as FieldPublished
	FieldAsWritten  Field = "as_written"
	FieldDateline   Field = "dateline" // the place the text opens with: "PORT ELLIS, March 3"
	FieldByline     Field = "byline"
	FieldCredit     Field = "credit"
	FieldURL        Field = "url"
	FieldLanguage   Field = "language"
	FieldTranslated Field = "translated" // the ISO 639-1 code of the language it was translated from, or one of the two below
)

// What FieldTranslated holds where it names no language.
const (
	TranslatedSomehow = "yes" // from a language that is not told
	NotTranslated     = "no"  // only the reader can say so
)

// Fields lists every field in the order it is shown.
var Fields = []Field{
	FieldEvent, FieldOutlet, FieldHeadline, FieldStandfirst, FieldPublished, FieldUpdated, FieldAsWritten,
	FieldDateline, FieldByline, FieldCredit, FieldURL, FieldLanguage, FieldTranslated,
}

// A Source is a page as it was given: the original bytes, the text read from
// them, and what became of each block. Bytes and Text never change; Blocks
// change their roles only. Every line of Text that is not blank lies in a block.
type Source struct {
	ReportID  ID
	Name      string // the file's name, or "pasted text"
	MediaType string // "text/plain", "text/html"
	Charset   string // the encoding Bytes were read in: "utf-8", "windows-1252"
	Bytes     []byte
	Text      string // Bytes decoded; for a web page, its blocks, one a line
	Digest    string // SHA-256 of Bytes in hex
	Blocks    []Block
	Facts     []Fact
}

// Fact returns the fact about field, and whether there is one.
func (s *Source) Fact(field Field) (Fact, bool) {
	for _, f := range s.Facts {
		if f.Field == field {
			return f, true
		}
	}
	return Fact{Field: field, Block: -1}, false
}

// SetFact puts f in place of what was known about f.Field.
func (s *Source) SetFact(f Fact) {
	for i := range s.Facts {
		if s.Facts[i].Field == f.Field {
			s.Facts[i] = f
			return
		}
	}
	s.Facts = append(s.Facts, f)
}
