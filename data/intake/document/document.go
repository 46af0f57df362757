package document

import (
	"strings"
	"unicode/utf8"
)

// A Kind is what a file says one of its blocks is.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Title          // the headline, by its style
	Subtitle       // the line below it, by its style
	Heading        // of a part
	Item           // of a list
	Quote
	Row      // of a table: its cells, parted by tabs
	Caption  // of a picture or table
	Footnote // or endnote
	Remark   // somebody's comment in the margin
	Running  // at the edge of a page: header, footer, page number
	Sender   // of an e-mail
	Sent     // when an e-mail was sent, as its head says it
)

// A Block is one piece of a document. Text is valid UTF-8 without white edges
// and never empty. A line break in it is where the file wrapped the text, not
// the end of a paragraph.
type Block struct {
	Kind Kind   `json:"k,omitempty"`
	Text string `json:"t"`
}

// A Page is a web page or a plain text inside a document: the body of an
// e-mail, a saved page, a chapter of an e-book.
type Page struct {
	Bytes   []byte
	Charset string // the encoding the document says it is in; empty: it says nothing
	Plain   bool   // a text, not a web page
	Frame   bool   // shown inside the page before it
}

// A Document is a file read. What it holds is Blocks followed by Pages.
type Document struct {
	MediaType string
	Charset   string // the encoding of its text; empty: the format has one of its own

	// What the file says of itself; empty where it says nothing.
	Title    string
	Author   string
	Site     string // the outlet
	Address  string // of the page, on the web
	Created  string // when the document was made, as the file writes it
	Language string // as the file writes it: "en-GB"

	Blocks []Block
	Pages  []Page
	Whole  bool // Pages hold nothing but the report: no menus around it

	size int // bytes of text so far
}

// Add puts a block behind the others; white space is made single spaces and a
// block without letters to show is left out. It returns the Problem of a
// document that holds more text than is read.
func (d *Document) Add(kind Kind, text string) error {
	if kind == Row {
		text = strings.Trim(text, "\t ")
	} else {
		text = strings.Join(strings.Fields(text), " ")
	}
	return d.AddWrapped(kind, text)
}

// AddWrapped is Add for a text whose lines are as the file has them.
func (d *Document) AddWrapped(kind Kind, text string) error {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	if d.size += len(text) + 1; d.size > MaxText {
		return TooMuchText(d.size)
	}
	d.Blocks = append(d.Blocks, Block{kind, text})
	return nil
}

// FirstOf is the first of ss that is not blank, without white edges.
func FirstOf(ss ...string) string {
	for _, s := range ss {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// WebAddress is s when it is the full address of a page on the web, else "".
func WebAddress(s string) string {
	if s = strings.TrimSpace(s); strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return s
	}
	return ""
}
