package office

import (
	"context"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"

	"parallax/data/intake/archive"
	"parallax/data/intake/document"
)

// The parts of a .docx by their names; ECMA-376 leaves them to the program
// that writes it, and all write them so.
const (
	docxMain = "word/document"
	docxCore = "docProps/core.xml"
)

// IsDocx reports whether a packed file is a document of Word.
func IsDocx(a *archive.Archive) bool { return docxBody(a) != "" }

// docxBody is the name of the part with the text.
func docxBody(a *archive.Archive) string {
	for _, n := range a.Names() {
		if number, ok := strings.CutPrefix(n, docxMain); ok {
			if number, ok = strings.CutSuffix(number, ".xml"); ok && strings.Trim(number, "0123456789") == "" {
				return n
			}
		}
	}
	return ""
}

// ReadDocx reads a document of Word. Text that was deleted while changes were
// tracked is left out, text that was put in is kept.
func ReadDocx(ctx context.Context, a *archive.Archive) (*document.Document, error) {
	d := docx{flow: flow{doc: &document.Document{MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}}}
	if core, err := a.Part(docxCore); err == nil { // without it the file says nothing of itself
		said := texts(core, "title", "creator", "language", "created")
		d.doc.Title, d.doc.Author, d.doc.Language, d.doc.Created = said["title"], said["creator"], said["language"], said["created"]
	}
	if part, err := a.Part("word/styles.xml"); err == nil {
		if err := d.readStyles(part); err != nil {
			return nil, err
		}
	}
	steps := []struct {
		parts []string
		kind  document.Kind
		back  bool
		must  bool
	}{
		{parts: numbered(a, "header"), kind: document.Running},
		{parts: []string{docxBody(a)}, must: true},
		{parts: []string{"word/footnotes.xml", "word/endnotes.xml"}, kind: document.Footnote, back: true},
		{parts: []string{"word/comments.xml"}, kind: document.Remark, back: true},
		{parts: numbered(a, "footer"), kind: document.Running, back: true},
	}
	for _, s := range steps {
		d.kind, d.back = s.kind, s.back
		for _, name := range s.parts {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if !s.must && !a.Has(name) {
				continue
			}
			part, err := a.Part(name)
			if err == nil {
				err = walk(part, d.start, d.end, d.typed)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return d.doc, d.finish()
}

var reNumbered = regexp.MustCompile(`^word/(header|footer)\d*\.xml$`)

// numbered lists the parts that are a header, or a footer, in their order.
func numbered(a *archive.Archive, what string) []string {
	var names []string
	for _, n := range a.Names() {
		if m := reNumbered.FindStringSubmatch(n); m != nil && m[1] == what {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return names
}

type docx struct {
	flow
	styles map[string]docxStyle // by the ID paragraphs name them by
	typing bool                 // inside an element whose text is the document's
}

// A docxStyle is a paragraph style: its name, and the one it is made from.
type docxStyle struct{ name, from string }

func (d *docx) readStyles(part []byte) error {
	d.styles = map[string]docxStyle{}
	id := ""
	return walk(part, func(e xml.StartElement) (bool, error) {
		s := d.styles[id]
		switch e.Name.Local {
		case "style":
			id, s = attribute(e, "styleId"), docxStyle{}
		case "name":
			s.name = attribute(e, "val")
		case "basedOn":
			s.from = attribute(e, "val")
		}
		d.styles[id] = s
		return true, nil
	}, func(string) error { return nil }, func(string) error { return nil })
}

// stylesBack is how many styles back a style is followed to the one it is made from.
const stylesBack = 10

// kindOfStyle is what the paragraphs of a style are, by its name or the name of
// a style it is made from.
func (d *docx) kindOfStyle(id string) document.Kind {
	if k := kindOf(id); k != document.Paragraph && d.styles[id].name == "" {
		return k
	}
	for range stylesBack {
		s, known := d.styles[id]
		if k := kindOf(s.name); k != document.Paragraph || !known {
			return k
		}
		id = s.from
	}
	return document.Paragraph
}

// docxSkipped holds no text of the document as it is shown: text that was
// deleted or moved away, the second version of what older programs cannot
// show, orders to the program.
var docxSkipped = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "rPr": true, "tblPr": true, "sectPr": true}

func (d *docx) start(e xml.StartElement) (bool, error) {
	name := e.Name.Local
	if docxSkipped[name] {
		return false, nil
	}
	switch name {
	case "footnote", "endnote":
		if kind := attribute(e, "type"); kind != "" && kind != "normal" { // the rule above the notes
			return false, nil
		}
	case "p":
		d.begin()
	case "pStyle":
		d.style(d.kindOfStyle(attribute(e, "val")))
	case "outlineLvl":
		if attribute(e, "val") != "9" { // the level of plain text
			d.style(document.Heading)
		}
	case "numPr":
		if p := d.top(); p != nil && p.kind == document.Paragraph {
			d.style(document.Item)
		}
	case "tr":
		d.beginRow()
	case "tc":
		d.beginCell()
	case "t":
		d.typing = true
	case "tab":
		if len(e.Attr) == 0 { // with attributes it is a stop on the ruler
			return true, d.write(" ")
		}
	case "br", "cr":
		return true, d.wrap()
	case "noBreakHyphen":
		return true, d.write("-")
	}
	return true, nil
}

func (d *docx) end(name string) error {
	switch name {
	case "p":
		return d.flow.end()
	case "tr":
		return d.endRow()
	case "t":
		d.typing = false
	}
	return nil
}

// typed writes text that stands in an element for it.
func (d *docx) typed(s string) error {
	if !d.typing {
		return nil
	}
	return d.write(s)
}
