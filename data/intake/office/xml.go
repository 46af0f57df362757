package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"golang.org/x/net/html/charset"

	"parallax/data/intake/document"
)

// walk reads the elements of an XML part. start gets each opening element and
// reports whether what is in it is to be read; end gets each closing one that
// was, text what stands between. Entities a document declares are never
// expanded: encoding/xml passes declarations by. A part that ends early is read
// as far as it goes; one of which nothing could be read is a Problem.
func walk(part []byte, start func(e xml.StartElement) (in bool, err error), end func(name string) error, text func(s string) error) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	depth, skip, read := 0, 0, false
	for {
		t, err := d.Token()
		var problem error
		switch t := t.(type) {
		case nil:
			var syntax *xml.SyntaxError
			if err != io.EOF && !(read && errors.As(err, &syntax)) {
				return document.Broken(document.Paper, err)
			}
			return nil
		case xml.StartElement:
			read = true
			if depth++; depth > document.MaxDepth {
				return document.TooDeep()
			}
			if skip > 0 {
				skip++
				continue
			}
			in := false
			if in, problem = start(t); !in {
				skip = 1
			}
		case xml.EndElement:
			depth--
			if skip > 0 {
				skip--
				continue
			}
			problem = end(t.Name.Local)
		case xml.CharData:
			if skip == 0 {
				problem = text(string(t))
			}
		}
		if problem != nil {
			return problem
		}
	}
}

// attribute is the value of the attribute of e with this name in any name space.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// texts returns the text of each element of part whose name is in names, the
// first of each name.
func texts(part []byte, names ...string) map[string]string {
	found := map[string]string{}
	want := map[string]bool{}
	for _, n := range names {
		want[n] = true
	}
	current := ""
	walk(part, func(e xml.StartElement) (bool, error) { // what cannot be read says nothing
		current = ""
		if _, known := found[e.Name.Local]; want[e.Name.Local] && !known {
			current = e.Name.Local
		}
		return true, nil
	}, func(string) error { current = ""; return nil }, func(s string) error {
		if current != "" {
			found[current] += s
		}
		return nil
	})
	return found
}
