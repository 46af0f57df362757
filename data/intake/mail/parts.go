package mail

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"strings"

	"golang.org/x/net/html/charset"

	"parallax/data/intake/document"
)

// A header holds the fields of a message or part by their names in small
// letters, the first of each name.
type header map[string]string

// headMost is how many bytes the head of a message has at most.
const headMost = 1 << 20

// split parts a message at the blank line behind its head. It reports false for
// bytes that do not begin with fields.
func split(b []byte) (h header, body []byte, ok bool) {
	h = header{}
	rest := bytes.TrimLeft(b, "\ufeff \t\r\n")
	if bytes.HasPrefix(rest, []byte("From ")) { // as mail programs part messages in one file
		_, rest, _ = bytes.Cut(rest, []byte("\n"))
	}
	last := ""
	for read := 0; len(rest) > 0 && read < headMost; {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		read += len(line) + 1
		text := strings.TrimRight(string(line), "\r")
		switch name, value, found := strings.Cut(text, ":"); {
		case text == "":
			return h, after, len(h) > 0
		case (text[0] == ' ' || text[0] == '\t') && last != "":
			h[last] += " " + strings.TrimSpace(text)
		case !found || !isName(name):
			return h, rest, false
		default:
			last = strings.ToLower(name)
			if _, again := h[last]; again {
				last = last + " again" // no field has this name: what runs on from it is dropped with it
			}
			h[last] = strings.TrimSpace(value)
		}
		rest = after
	}
	return h, rest, len(h) > 0
}

// isName reports whether s can be the name of a field.
func isName(s string) bool {
	for _, c := range s {
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return s != "" && len(s) < 80
}

// words decodes the value of a field that may hold words in another encoding.
func words(s string) string {
	d := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if out, err := d.DecodeHeader(s); err == nil {
		s = out
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
}

// A part is one leaf of a message.
type part struct {
	kind     string // "text/html"
	charset  string
	flowed   bool   // lines that end in a space run on in the next
	spaced   bool   // and that space is to go
	name     string // of the file it is meant to be saved as
	attached bool
	location string // its address
	id       string
	root     bool // of a page with what belongs to it, the page
	body     []byte
}

// A reading goes through the parts of one message.
type reading struct {
	ctx   context.Context
	parts []part
	all   int // parts seen
	left  int // bytes of them that may still be unpacked
}

// read gathers the leaves under a part, those of an alternative only once, in
// the form a reader would be shown.
func (r *reading) read(h header, body []byte, depth int) error {
	if r.all++; r.all > document.MaxEntries {
		return document.TooManyParts(r.all)
	}
	if depth > document.MaxNesting {
		return document.Nests()
	}
	if err := r.ctx.Err(); err != nil {
		return err
	}
	kind, params, err := mime.ParseMediaType(h["content-type"])
	if kind == "" || err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		kind, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(h["content-type"])), ";")
	}
	if kind == "" {
		kind = "text/plain"
	}
	if boundary := params["boundary"]; strings.HasPrefix(kind, "multipart/") && boundary != "" {
		return r.readParts(kind, params, boundary, body, depth)
	}
	disposition, about, _ := mime.ParseMediaType(h["content-disposition"])
	p := part{
		kind: kind, charset: params["charset"], flowed: strings.EqualFold(params["format"], "flowed"), spaced: strings.EqualFold(params["delsp"], "yes"),
		name: words(document.FirstOf(about["filename"], params["name"])), location: h["content-location"], id: strings.Trim(h["content-id"], "<> "),
	}
	p.attached = disposition == "attachment" || p.name != "" && !strings.HasPrefix(kind, "text/") && disposition != "inline" || strings.HasPrefix(kind, "message/")
	if p.body = decoded(h["content-transfer-encoding"], body); len(p.body) > r.left {
		return document.Swells()
	}
	r.left -= len(p.body)
	r.parts = append(r.parts, p)
	return nil
}

// readParts reads the parts of one that has several.
func (r *reading) readParts(kind string, params map[string]string, boundary string, body []byte, depth int) error {
	from := len(r.parts)
	m := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		p, err := m.NextRawPart()
		if err != nil { // the end, or where the message is cut short
			break
		}
		raw, _ := io.ReadAll(p) // what is there of the last part of a message cut short
		h := header{}
		for name, values := range p.Header {
			h[strings.ToLower(name)] = values[0]
		}
		if err := r.read(h, raw, depth+1); err != nil {
			return err
		}
	}
	under := r.parts[from:]
	switch kind {
	case "multipart/alternative":
		r.parts = append(r.parts[:from], shown(under)...)
	case "multipart/related":
		start := strings.Trim(params["start"], "<> ")
		root := 0
		for i := range under {
			if start != "" && under[i].id == start {
				root = i
			}
		}
		if len(under) > 0 {
			under[root].root = true
		}
	}
	return nil
}

// shown takes the parts of an alternative a reader would be shown: the web
// page, or else the last of them, which is the best; attachments stay.
func shown(parts []part) []part {
	best := -1
	for i, p := range parts {
		if !p.attached && (p.kind == "text/html" || best < 0 || parts[best].kind != "text/html" && p.kind == "text/plain") {
			best = i
		}
	}
	var out []part
	for i, p := range parts {
		text := p.kind == "text/plain" || p.kind == "text/html" || p.kind == "text/enriched" || p.kind == "text/watch-html"
		if i == best || p.attached || !text {
			out = append(out, p)
		}
	}
	return out
}

// decoded undoes the encoding a part was sent in, as far as it can be.
func decoded(how string, b []byte) []byte {
	var r io.Reader
	switch strings.ToLower(strings.TrimSpace(how)) {
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, &letters{b: b})
	case "quoted-printable":
		r = quotedprintable.NewReader(bytes.NewReader(b))
	default:
		return b
	}
	out, err := io.ReadAll(r)
	if err != nil && len(out) == 0 && strings.EqualFold(strings.TrimSpace(how), "quoted-printable") {
		return b
	}
	return out
}

// letters reads the letters of base64 and passes everything else by.
type letters struct{ b []byte }

func (l *letters) Read(to []byte) (int, error) {
	n := 0
	for n < len(to) && len(l.b) > 0 {
		c := l.b[0]
		l.b = l.b[1:]
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
			to[n] = c
			n++
		}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}
