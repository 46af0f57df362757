package mail

import (
	"bytes"
	"context"
	"net/mail"
	"regexp"
	"strings"
	"sync"

	"parallax/data/intake/document"
)

// sniffed is how many bytes of a file are looked at to tell what it is.
const sniffed = 64 << 10

// Is reports whether a file is built like an e-mail: it begins with fields, and
// some of them only messages and saved pages have.
func Is(b []byte) bool {
	h, _, ok := split(b[:min(len(b), sniffed)])
	if !ok || len(h) < 2 {
		return false
	}
	if h["mime-version"] != "" && h["content-type"] != "" {
		return true
	}
	has := 0
	for _, name := range []string{"from", "subject", "date", "to", "received", "message-id", "return-path", "content-type", "delivered-to"} {
		if h[name] != "" {
			has++
		}
	}
	return has >= 3 && (h["message-id"] != "" || h["received"] != "" || h["return-path"] != "" || h["content-type"] != "")
}

// An Attachment is a file that came with a message.
type Attachment struct {
	Name  string
	Bytes []byte
}

// Read reads a message or saved page. The files attached to a message are no
// part of its document: see Attached.
func Read(ctx context.Context, b []byte) (*document.Document, error) {
	h, parts, err := open(ctx, b)
	if err != nil {
		return nil, err
	}
	d := &document.Document{MediaType: "message/rfc822", Title: words(h["subject"])}
	if saved(h, parts) {
		d.MediaType = "multipart/related"
		d.Address = document.WebAddress(h["snapshot-content-location"])
	} else if err := head(d, h); err != nil {
		return nil, err
	}
	seen := false
	for _, p := range parts {
		page := document.Page{Bytes: p.body, Charset: p.charset}
		switch {
		case p.attached || len(bytes.TrimSpace(p.body)) == 0:
			continue
		case p.kind == "text/html" || p.kind == "application/xhtml+xml":
			page.Frame = seen && !p.root && d.MediaType == "multipart/related"
		case p.kind == "text/plain":
			page.Plain = true
			if p.flowed {
				page.Bytes = unflowed(p.body, p.spaced)
			}
		default:
			continue
		}
		if !seen {
			d.Charset = p.charset
		}
		seen = true
		if d.Address == "" && !page.Plain && !page.Frame {
			d.Address = document.WebAddress(p.location)
		}
		d.Pages = append(d.Pages, page)
	}
	if len(d.Pages) == 0 {
		return nil, document.Blank(document.Mail)
	}
	return d, nil
}

// Attached lists the files attached to a message, without pictures and the
// calendar entries and keys mail programs add.
func Attached(ctx context.Context, b []byte) ([]Attachment, error) {
	h, parts, err := open(ctx, b)
	if err != nil || saved(h, parts) {
		return nil, err
	}
	var files []Attachment
	for _, p := range parts {
		major, minor, _ := strings.Cut(p.kind, "/")
		if !p.attached || len(p.body) == 0 || major == "image" || minor == "ics" || strings.Contains(minor, "signature") || minor == "pgp-keys" || minor == "delivery-status" {
			continue
		}
		files = append(files, Attachment{document.FirstOf(p.name, "e-mail"), p.body})
	}
	return files, nil
}

// open reads the head and the parts of a message.
func open(ctx context.Context, b []byte) (header, []part, error) {
	h, body, ok := split(b)
	if !ok {
		return nil, nil, document.Broken(document.Mail, nil)
	}
	r := reading{ctx: ctx, left: document.MaxUnpacked}
	if err := r.read(h, body, 0); err != nil {
		return nil, nil, err
	}
	return h, r.parts, nil
}

// saved reports whether what is built like a message is a web page a browser
// saved: it has a page with an address, and no one sent it.
func saved(h header, parts []part) bool {
	if h["snapshot-content-location"] != "" {
		return true
	}
	sender := strings.ToLower(h["from"])
	if h["received"] != "" || h["to"] != "" || sender != "" && !strings.HasPrefix(sender, "<saved by") && !strings.Contains(sender, "saved by") {
		return false
	}
	for _, p := range parts {
		if p.location != "" && p.kind == "text/html" {
			return true
		}
	}
	return false
}

// reForwarded finds the marks mail programs put before the subject of what is
// answered or sent on.
var reForwarded = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*(?:(?:re|fw|fwd|aw|wg|tr|rv|i|vs|vb|sv|enc|odp|pd|ynt|ilt|doorst|antw)\s*(?:\[\d+\])?\s*:\s*)+`)
})

// head puts the subject, the sender and the date of a message in front. Where
// it was sent on, sender and date are not the report's.
func head(d *document.Document, h header) error {
	mark := reForwarded().FindString(d.Title)
	d.Title = d.Title[len(mark):]
	if err := d.Add(document.Title, d.Title); err != nil {
		return err
	}
	sender, sent := document.Sender, document.Sent
	if mark != "" {
		sender, sent = document.Running, document.Running
	}
	from := words(h["from"])
	if a, err := mail.ParseAddress(h["from"]); err == nil {
		from = document.FirstOf(words(a.Name), a.Address)
	}
	if err := d.Add(sender, from); err != nil {
		return err
	}
	return d.Add(sent, words(h["date"]))
}

// unflowed joins the lines of a text in which a space at a line's end says that
// it runs on (RFC 3676).
func unflowed(b []byte, spaced bool) []byte {
	var out bytes.Buffer
	for line := range bytes.Lines(b) {
		text := bytes.TrimRight(line, "\r\n")
		quoted := bytes.HasPrefix(text, []byte(">"))
		if !quoted {
			text = bytes.TrimPrefix(text, []byte(" ")) // put there to keep it from meaning something
		}
		runsOn := bytes.HasSuffix(text, []byte(" ")) && string(text) != "-- " && !quoted
		if runsOn && spaced {
			text = text[:len(text)-1]
		}
		out.Write(text)
		if !runsOn {
			out.WriteByte('\n')
		}
	}
	return out.Bytes()
}
