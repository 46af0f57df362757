package data

import (
	"slices"
	"time"
)

// ContextLetters is how many letters an Anchor keeps on either side of its quote.
const ContextLetters = 30

// An Anchor ties a note to words of a report by quote and by position, so that
// the words are found again after the report was cleaned anew (the W3C Web
// Annotation model's TextQuoteSelector and TextPositionSelector in one).
type Anchor struct {
	ReportID ID
	Span            // into Report.Text; may cover more than the quote where it ran over paragraphs that stand apart now
	Side     Side   // where the report stood when the note was made
	Quote    string // the words
	Before   string // up to ContextLetters letters in front of them; of a loose anchor, to where its paragraph begins
	After    string // and behind them
	Loose    bool   // the words are no longer in the text; Span is where they were
}

// WholeReport reports whether the anchor is tied to its report rather than to
// words of it.
func (a Anchor) WholeReport() bool { return a.Span == Span{} && a.Quote == "" }

// Ties are where everything tied to words of a report, notes, readings and
// rulings, stands in one text of it.
type Ties struct {
	Digest string // of that text
	At     map[TiePlace]Anchor
}

// A TiePlace is one of the anchors of a note, a reading or a ruling.
type TiePlace struct {
	Of ID
	N  int // from 0; a ruling's left passage comes first
}

// A Note is what a reader noticed: words of one report or of both, tags, and
// free text.
type Note struct {
	ID      ID
	EventID ID
	Anchors []Anchor
	Tags    []string // codes, as in "NA"; see the kinds of difference
	Body    string
	Author  string
	Created time.Time
	Updated time.Time
}

// Loose reports whether the words of every anchor of the note are gone. A note on
// a whole event is not loose.
func (n *Note) Loose() bool {
	return len(n.Anchors) > 0 && !slices.ContainsFunc(n.Anchors, func(a Anchor) bool { return !a.Loose })
}

// AnyLoose reports whether the words of some anchor of the note are gone.
func (n *Note) AnyLoose() bool {
	return slices.ContainsFunc(n.Anchors, func(a Anchor) bool { return a.Loose })
}

// Anchor returns the note's first anchor in a report, and whether it has one.
func (n *Note) Anchor(report ID) (Anchor, bool) {
	for _, a := range n.Anchors {
		if a.ReportID == report {
			return a, true
		}
	}
	return Anchor{}, false
}

// A Wording is what a note once said.
type Wording struct {
	Body    string
	Written time.Time // when the note was last saved with it
}

// A RemovedNote is a note that was deleted and can still be brought back.
type RemovedNote struct {
	Note
	EventTitle string
	Removed    time.Time
}

// A NoteFilter says which notes of a library are meant; what is left empty
// leaves nothing out.
type NoteFilter struct {
	Words       string // as for a search
	Event       ID
	Outlet      string // the name of an outlet: the note is tied to a report of it
	Tag         string // a code
	Author      string
	From, Until time.Time // made at From or later, and before Until
	Tied        NoteTie
}

// A NoteTie says what a note is tied to.
type NoteTie string

// What notes are tied to.
const (
	TiedToAnything NoteTie = ""
	TiedToWords    NoteTie = "words"
	TiedToReport   NoteTie = "report" // to a report as a whole
	TiedToEvent    NoteTie = "event"  // to no report
	TiedNoMore     NoteTie = "loose"  // some of its words are no longer in the text
)

// A NoteOrder says how notes of many events are listed.
type NoteOrder string

// The orders of notes.
const (
	NewestFirst NoteOrder = ""
	ByEvent     NoteOrder = "event"  // the newest event first, its notes as they were made
	ByAuthor    NoteOrder = "author" // by name, each one's newest first
)

// A ListedNote is a note with what tells where it belongs.
type ListedNote struct {
	Note
	EventTitle string
	Outlets    []string // the outlet of each anchor's report; "" where it is not known
}

// NoteCounts says how many notes there are, and of these how many with each
// tag and on each outlet's reports, the most first.
type NoteCounts struct {
	All     int
	Tags    []NoteCount // by code
	Outlets []NoteCount // by name; "": not known
	Authors []NoteCount // by name; "": nobody named
}

// A NoteCount is how many notes have something.
type NoteCount struct {
	Of string
	N  int
}

// An OwnTag is a tag that a reader made, besides the kinds of difference.
type OwnTag struct {
	Code  string // two letters, or more where all pairs are taken; what a Note keeps in Tags
	Label string
	Style int // its colour and line pattern, from 0
}

// A Hit is one place a search found.
type Hit struct {
	EventID  ID
	ReportID ID     // empty: the hit is a note
	NoteID   ID     // empty: the hit is a report
	Title    string // the report's headline, or the first words of the note
	Excerpt  string // some words around the place; the found words stand between U+0002 and U+0003
}

// A Shelf is an event with what the library holds for it.
type Shelf struct {
	Event
	Reports, Notes int
}
