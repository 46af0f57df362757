package office

import (
	"strings"

	"parallax/data/intake/document"
)

// A flow gathers the paragraphs of a document in reading order. Paragraphs may
// lie in each other, as those of a text box do, and in the cells of tables.
type flow struct {
	doc  *document.Document
	open []*paragraph
	rows []*row
	late []document.Block // what stands behind the text: notes, remarks, footers
	kind document.Kind    // of every paragraph, unless it is Paragraph
	back bool             // what comes belongs behind the text
}

type paragraph struct {
	text strings.Builder
	kind document.Kind
}

// A row is one of a table: the blocks of each cell.
type row struct{ cells [][]document.Block }

// rowCell is how many bytes the only paragraph of a cell has at most, where a
// table is one of figures and names and not the layout of a page.
const rowCell = 200

func (f *flow) begin() { f.open = append(f.open, &paragraph{kind: f.kind}) }

// top is the paragraph being read, nil between paragraphs.
func (f *flow) top() *paragraph {
	if len(f.open) == 0 {
		return nil
	}
	return f.open[len(f.open)-1]
}

// style says what the paragraph being read is, where its place does not say.
func (f *flow) style(k document.Kind) {
	if p := f.top(); p != nil && f.kind == document.Paragraph && k != document.Paragraph {
		p.kind = k
	}
}

// write adds to the paragraph being read. It returns a Problem when that grows
// over the limit.
func (f *flow) write(s string) error {
	p := f.top()
	if p == nil {
		return nil
	}
	if p.text.Len()+len(s) > document.MaxText {
		return document.TooMuchText(p.text.Len() + len(s))
	}
	p.text.WriteString(s)
	return nil
}

// wrap ends the line being read; what follows is a block of the same kind.
func (f *flow) wrap() error {
	p := f.top()
	if p == nil {
		return nil
	}
	err := f.put(document.Block{Kind: p.kind, Text: p.text.String()})
	p.text.Reset()
	return err
}

func (f *flow) end() error {
	if f.top() == nil {
		return nil
	}
	err := f.wrap()
	f.open = f.open[:len(f.open)-1]
	return err
}

// put files a block where it belongs: behind the text, in a cell, or next.
func (f *flow) put(b document.Block) error {
	switch n := len(f.rows); {
	case strings.TrimSpace(b.Text) == "":
		return nil
	case f.back:
		f.late = append(f.late, b)
		return nil
	case n > 0 && len(f.rows[n-1].cells) > 0:
		cells := f.rows[n-1].cells
		cells[len(cells)-1] = append(cells[len(cells)-1], b)
		return nil
	}
	return f.doc.Add(b.Kind, b.Text)
}

func (f *flow) beginRow() { f.rows = append(f.rows, &row{}) }

func (f *flow) beginCell() {
	if n := len(f.rows); n > 0 {
		f.rows[n-1].cells = append(f.rows[n-1].cells, nil)
	}
}

// endRow makes a row of short cells one line; the paragraphs of another, which
// only places them, stay what they are.
func (f *flow) endRow() error {
	n := len(f.rows)
	if n == 0 {
		return nil
	}
	r := f.rows[n-1]
	f.rows = f.rows[:n-1]
	var cells []string
	line := true
	for _, c := range r.cells {
		if len(c) == 0 {
			continue
		}
		line = line && len(c) == 1 && len(c[0].Text) <= rowCell && c[0].Kind != document.Row
		cells = append(cells, strings.Join(strings.Fields(c[0].Text), " "))
	}
	if line && len(cells) > 1 {
		return f.put(document.Block{Kind: document.Row, Text: strings.Join(cells, "\t")})
	}
	for _, c := range r.cells {
		for _, b := range c {
			if err := f.put(b); err != nil {
				return err
			}
		}
	}
	return nil
}

// finish ends what a damaged document left open and puts what stands behind
// the text there.
func (f *flow) finish() error {
	for f.top() != nil {
		if err := f.end(); err != nil {
			return err
		}
	}
	for len(f.rows) > 0 {
		if err := f.endRow(); err != nil {
			return err
		}
	}
	f.back = false
	for _, b := range f.late {
		if err := f.put(b); err != nil {
			return err
		}
	}
	if len(f.doc.Blocks) == 0 {
		return document.Blank(document.Paper)
	}
	return nil
}

// kindOf says what a paragraph style of this name makes of a paragraph. The
// names are those every word processor gives its styles in the file, whatever
// it shows its user.
func kindOf(style string) document.Kind {
	name := strings.ToLower(strings.TrimSpace(strings.NewReplacer("_20_", " ", "_5f_", "_").Replace(style)))
	switch name {
	case "title":
		return document.Title
	case "subtitle":
		return document.Subtitle
	case "caption", "illustration", "figure", "drawing", "image caption":
		return document.Caption
	case "quote", "intense quote", "quotations", "block text":
		return document.Quote
	case "footnote", "endnote", "footnote text", "endnote text":
		return document.Footnote
	}
	switch {
	case strings.HasPrefix(name, "heading"):
		return document.Heading
	case strings.HasPrefix(name, "list "):
		return document.Item
	}
	return document.Paragraph
}
