package data

import "time"

// ContextLetters is how many letters an Anchor keeps on either side of its quote.
const ContextLetters = 30

// An Anchor ties a note to words of a report by quote and by position, so that
// the words are found again after the report was cleaned anew (the W3C Web
// Annotation model's TextQuoteSelector and TextPositionSelector in one).
type Anchor struct {
	ReportID ID
	Span            // into Report.Text
	Side     Side   // where the report stood when the note was made
	Quote    string // the words
	Before   string // up to ContextLetters letters in front of them
	After    string // and behind them
	Loose    bool   // the words are no longer in the text; Span is where they were
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

// Anchor returns the note's first anchor in a report, and whether it has one.
func (n *Note) Anchor(report ID) (Anchor, bool) {
	for _, a := range n.Anchors {
		if a.ReportID == report {
			return a, true
		}
	}
	return Anchor{}, false
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
