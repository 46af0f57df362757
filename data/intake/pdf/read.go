package pdf

import (
	"bytes"
	"errors"

	"parallax/data/intake/document"
)

// Is reports whether a file is a PDF: its mark ends a line, or objects follow. A
// few bytes may stand before it.
func Is(b []byte) bool {
	i := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-"))
	if i < 0 {
		return false
	}
	version := bytes.TrimLeft(b[i+5:min(len(b), i+12)], "0123456789.")
	ends := len(version) > 0 && (version[0] == '\r' || version[0] == '\n')
	return ends && len(bytes.TrimSpace(b[:i])) == 0 || bytes.Contains(b, []byte("endobj"))
}

// A failure says why a PDF could not be read, in the answer of the child.
type failure string

const (
	failLocked  failure = "locked"
	failBroken  failure = "broken"
	failPages   failure = "pages"
	failPicture failure = "picture"
	failLetters failure = "letters"
	failUnpacks failure = "unpacks"
	failTime    failure = "time"
	failMemory  failure = "memory"
)

// An answer is what was read from a PDF.
type answer struct {
	Failure  failure          `json:"failure,omitempty"`
	Pages    int              `json:"pages,omitempty"`
	Title    string           `json:"title,omitempty"`
	Author   string           `json:"author,omitempty"`
	Language string           `json:"language,omitempty"`
	Address  string           `json:"address,omitempty"`
	Blocks   []document.Block `json:"blocks,omitempty"`
}

// unreadMost is the share of characters, in percent, that a file may leave
// without saying what they are.
const unreadMost = 30

// read reads a PDF. It may panic on a damaged one, and may take long.
func read(b []byte) answer {
	f, err := openFile(b)
	switch {
	case errors.Is(err, errLocked):
		return answer{Failure: failLocked}
	case err != nil:
		return answer{Failure: failBroken}
	}
	pages, all := f.pages(document.MaxPDFPages)
	if all > document.MaxPDFPages {
		return answer{Failure: failPages, Pages: all}
	}
	d := newDrawer(f)
	words := make([][]word, len(pages))
	var turned []string
	letters := 0
	for i, p := range pages {
		level, other := drawPage(d, p)
		letters += len(level) + len(other)
		words[i] = wordsOf(once(level))
		for _, w := range wordsOf(once(other)) {
			turned = append(turned, w.s)
		}
	}
	a := answer{Pages: all}
	switch {
	case letters == 0 && f.left < document.MaxPart:
		a.Failure = failUnpacks
		return a
	case letters == 0 || letters < 12*all && f.pictures(pages):
		a.Failure = failPicture
		return a
	case d.unread*100 > letters*unreadMost:
		a.Failure = failLetters
		return a
	}
	if a.Blocks, a.Address = blocksOf(words); len(a.Blocks) == 0 && len(turned) == 0 {
		a.Failure = failPicture
		return a
	}
	if len(turned) > 0 {
		a.Blocks = append(a.Blocks, document.Block{Kind: document.Running, Text: joined(turned)})
	}
	info := f.dict(f.trailer["Info"])
	root := f.dict(f.trailer["Root"])
	a.Title, a.Author, a.Language = f.said(info["Title"]), f.said(info["Author"]), f.said(root["Lang"])
	return a
}

// drawPage draws one page. Where its orders cannot be followed to their end,
// what came before counts.
func drawPage(d *drawer, page dict) (level, turned []glyph) {
	defer func() {
		if recover() != nil {
			level, turned = d.glyphs, d.turned
		}
	}()
	return d.draw(page)
}

// joined makes the words drawn across or along a page one line.
func joined(words []string) string {
	var b bytes.Buffer
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// pictures reports whether any of the pages shows a picture.
func (f *file) pictures(pages []dict) bool {
	for _, p := range pages {
		for _, v := range f.dict(f.dict(p["Resources"])["XObject"]) {
			if f.name(f.dict(v)["Subtype"]) == "Image" {
				return true
			}
		}
	}
	return false
}
