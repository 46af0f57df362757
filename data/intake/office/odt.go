package office

import (
	"bytes"
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"parallax/data/intake/archive"
	"parallax/data/intake/document"
)

const odtType = "application/vnd.oasis.opendocument.text"

// IsODT reports whether a packed file is a text document of LibreOffice or its kin.
func IsODT(a *archive.Archive) bool {
	if !a.Has("content.xml") {
		return false
	}
	kind, err := a.Part("mimetype")
	return err != nil || bytes.HasPrefix(bytes.TrimSpace(kind), []byte(odtType))
}

// IsFlatODT reports whether a file is such a document in one piece.
func IsFlatODT(b []byte) bool {
	head := b[:min(len(b), 4096)]
	return bytes.Contains(head, []byte("<office:document ")) && bytes.Contains(head, []byte("urn:oasis:names:tc:opendocument"))
}

// ReadODT reads a packed text document.
func ReadODT(ctx context.Context, a *archive.Archive) (*document.Document, error) {
	if m, err := a.Part("META-INF/manifest.xml"); err == nil && bytes.Contains(m, []byte("encryption-data")) {
		return nil, document.Locked()
	}
	var parts [][]byte
	for _, name := range []string{"meta.xml", "styles.xml"} {
		if part, err := a.Part(name); err == nil { // the text can be read without
			parts = append(parts, part)
		}
	}
	content, err := a.Part("content.xml")
	if err != nil {
		return nil, err
	}
	return readODF(ctx, append(parts, content)...)
}

// ReadFlatODT reads a text document in one piece.
func ReadFlatODT(ctx context.Context, b []byte) (*document.Document, error) { return readODF(ctx, b) }

func readODF(ctx context.Context, parts ...[]byte) (*document.Document, error) {
	d := odt{flow: flow{doc: &document.Document{MediaType: odtType}}, styles: map[string]odtStyle{}}
	for _, part := range parts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := walk(part, d.start, d.end, d.text); err != nil {
			return nil, err
		}
	}
	return d.doc, d.finish()
}

type odt struct {
	flow
	styles map[string]odtStyle
	lists  int
	said   *string // what the file says of itself goes here
}

// An odtStyle is a paragraph style: the one it is made from, and whether it is
// a heading's.
type odtStyle struct {
	from    string
	heading bool
}

func (d *odt) kindOfStyle(name string) document.Kind {
	for range stylesBack {
		s, known := d.styles[name]
		switch k := kindOf(name); {
		case k != document.Paragraph:
			return k
		case s.heading:
			return document.Heading
		case !known:
			return document.Paragraph
		}
		name = s.from
	}
	return document.Paragraph
}

// odtSkipped holds nothing of the document as it is shown: text that was
// deleted, what stands for a picture, who wrote a remark and when.
var odtSkipped = map[string]bool{
	"tracked-changes": true, "forms": true, "scripts": true, "note-citation": true, "binary-data": true, "ruby-text": true,
	"desc": true, "settings": true, "font-face-decls": true, "sequence-decls": true, "creator-initials": true,
}

func (d *odt) start(e xml.StartElement) (bool, error) {
	name := e.Name.Local
	remark := d.kind == document.Remark
	if odtSkipped[name] || remark && (name == "creator" || name == "date" || name == "date-string") {
		return false, nil
	}
	switch name {
	case "title":
		if strings.Contains(e.Name.Space, "svg") { // of a picture
			return false, nil
		}
		d.say(&d.doc.Title)
	case "initial-creator", "creator":
		d.say(&d.doc.Author)
	case "creation-date":
		d.say(&d.doc.Created)
	case "language":
		d.say(&d.doc.Language)
	case "style":
		if attribute(e, "family") == "paragraph" {
			level := attribute(e, "default-outline-level")
			d.styles[attribute(e, "name")] = odtStyle{attribute(e, "parent-style-name"), level != ""}
		}
	case "header", "header-left", "header-first":
		d.kind = document.Running
	case "footer", "footer-left", "footer-first":
		d.kind, d.back = document.Running, true
	case "note":
		d.kind, d.back = document.Footnote, true
	case "annotation":
		d.kind, d.back = document.Remark, true
	case "list-item":
		d.lists++
	case "p", "h":
		d.begin()
		k := d.kindOfStyle(attribute(e, "style-name"))
		switch {
		case k != document.Paragraph:
			d.style(k)
		case name == "h":
			d.style(document.Heading)
		case d.lists > 0:
			d.style(document.Item)
		}
	case "table-row":
		d.beginRow()
	case "table-cell":
		d.beginCell()
	case "s":
		n, err := strconv.Atoi(attribute(e, "c"))
		if err != nil || n < 1 {
			n = 1
		}
		return true, d.write(strings.Repeat(" ", min(n, 80)))
	case "tab":
		return true, d.write(" ")
	case "line-break":
		return true, d.wrap()
	}
	return true, nil
}

// say makes the text that follows what the file says of itself, once.
func (d *odt) say(to *string) {
	if *to == "" && d.top() == nil {
		d.said = to
	}
}

func (d *odt) end(name string) error {
	d.said = nil
	switch name {
	case "p", "h":
		return d.flow.end()
	case "header", "header-left", "header-first", "footer", "footer-left", "footer-first", "note", "annotation":
		d.kind, d.back = document.Paragraph, false
	case "list-item":
		d.lists--
	case "table-row":
		return d.endRow()
	}
	return nil
}

func (d *odt) text(s string) error {
	if d.said != nil {
		*d.said += s
		return nil
	}
	return d.write(s)
}
