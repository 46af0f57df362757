package intake

import (
	"bytes"
	"context"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"parallax/data"
	"parallax/data/intake/archive"
	"parallax/data/intake/document"
	"parallax/data/intake/epub"
	"parallax/data/intake/mail"
	"parallax/data/intake/office"
	"parallax/data/intake/pdf"
)

// Main must be called first by main, and by TestMain where tests read files:
// PDF files are read in a process of their own, which is this program started
// again. There Main does that work and ends the process; else it returns at
// once.
func Main() { pdf.Main() }

// openDocument reads the file when it is of a format that has a reader of its
// own, by its content. It returns nil for what may be a text or web page, and a
// Problem for what is known to be neither.
func openDocument(ctx context.Context, b []byte) (*document.Document, error) {
	switch {
	case pdf.Is(b):
		return pdf.Read(ctx, b)
	case isZip(b):
		a, err := archive.Open(b)
		if err != nil {
			return nil, err
		}
		if read := packedReader(a); read != nil {
			return read(ctx, a)
		}
		return nil, zipProblem(a)
	case office.IsRTF(b):
		return office.ReadRTF(ctx, b)
	case office.IsFlatODT(b):
		return office.ReadFlatODT(ctx, b)
	case mail.Is(b):
		return mail.Read(ctx, b)
	}
	return nil, sniffBinary(b)
}

// packedReader returns what reads a document built on zip, nil for anything
// else that is packed.
func packedReader(a *archive.Archive) func(context.Context, *archive.Archive) (*document.Document, error) {
	switch {
	case office.IsDocx(a):
		return office.ReadDocx
	case office.IsODT(a):
		return office.ReadODT
	case epub.Is(a):
		return epub.Read
	}
	return nil
}

// readDocument makes the text of a document, a block a line or more, and gives
// the blocks their roles.
func readDocument(ctx context.Context, d *document.Document) (readout, error) {
	w := documentWalker{}
	w.blocks(d.Blocks)
	pg, err := w.pages(ctx, d)
	if err != nil {
		return readout{}, err
	}
	text := w.text.String()
	if err := document.CheckText(text, len(w.ps)); err != nil {
		return readout{}, err
	}
	pg.about(d)
	if err := classify(ctx, w.ps, pg); err != nil {
		return readout{}, err
	}
	w.aboutMail()
	keepOnlyLine(w.ps)
	return readout{text, w.ps, pg}, nil
}

// A documentWalker makes the pieces of a document in reading order.
type documentWalker struct {
	walker
	sender, sent []int // pieces at the head of an e-mail
}

// blockMarks says what the kind of a block means: how a web page would mark it,
// and the role it has for certain, if any.
var blockMarks = map[document.Kind]struct {
	tag  atom.Atom
	in   surroundings
	role data.Role
	why  data.Phrase
}{
	document.Title:    {tag: atom.H1},
	document.Subtitle: {tag: atom.P, in: inStandfirst},
	document.Heading:  {tag: atom.H2},
	document.Item:     {tag: atom.Li},
	document.Quote:    {tag: atom.Blockquote},
	document.Row:      {tag: atom.Td, role: data.Unsure, why: whyTable},
	document.Caption:  {tag: atom.P, in: inCaption, role: data.Caption, why: whyDocumentCaption},
	document.Footnote: {tag: atom.P, role: data.Footnote, why: whyDocumentNote},
	document.Remark:   {tag: atom.P, in: inComments, role: data.Comments, why: whyRemark},
	document.Running:  {tag: atom.P, in: inFooter, role: data.Navigation, why: whyEdge},
	document.Sender:   {tag: atom.P, role: data.Unsure, why: whySender},
	document.Sent:     {tag: atom.P, role: data.Unsure, why: whySent},
}

// blocks makes the pieces of the blocks a reader of a format found.
func (w *documentWalker) blocks(bs []document.Block) {
	titled := false
	for _, b := range bs {
		from, to := trimmed(b.Text, 0, len(b.Text))
		if b.Text = b.Text[from:to]; b.Text == "" {
			continue
		}
		mark, marked := blockMarks[b.Kind]
		if !marked {
			mark.tag = atom.P
		}
		// Where no style says what the title is, a heading above all text is it.
		if b.Kind == document.Heading && !titled {
			mark.tag = atom.H1
		}
		titled = titled || b.Kind == document.Title || b.Kind == document.Heading || b.Kind == document.Paragraph
		switch b.Kind {
		case document.Sender:
			w.sender = append(w.sender, len(w.ps))
		case document.Sent:
			w.sent = append(w.sent, len(w.ps))
		}
		p := w.put(b.Text, &pageBlock{tag: mark.tag, in: mark.in})
		p.unwraps = strings.Contains(b.Text, "\n")
		p.text = cleaned(b.Text, p.unwraps)
		p.role, p.why = mark.role, mark.why
	}
}

// put adds a piece on a line of its own.
func (w *documentWalker) put(text string, b *pageBlock) *piece {
	if len(w.ps) > 0 {
		w.text.WriteByte('\n')
	}
	at := w.text.Len()
	w.text.WriteString(text)
	w.ps = append(w.ps, piece{span: data.Span{Start: at, End: at + len(text)}, text: cleaned(text, false), page: b})
	return &w.ps[len(w.ps)-1]
}

// pages makes the pieces of the pages inside a document and returns what the
// first of them says of itself.
func (w *documentWalker) pages(ctx context.Context, d *document.Document) (*page, error) {
	pg := &page{}
	first := true
	for _, p := range d.Pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		source := decodeAs(p.Bytes, p.Charset)
		if len(source)+w.text.Len() > document.MaxFile {
			return nil, document.TooMuchText(len(source) + w.text.Len())
		}
		from := len(w.ps)
		root, err := html.Parse(strings.NewReader(source))
		if p.Plain || err != nil {
			if !p.Plain {
				source = strip(source)
			}
			w.plain(source)
			continue
		}
		in := surroundings(0)
		if p.Frame {
			in = inAside
		}
		w.nodes = 0
		w.walk(root, place{tag: atom.P, in: in})
		w.flush()
		own := w.ps[from:]
		switch {
		case p.Frame:
			for i := range own {
				own[i].give(data.Unsure, whyFrame)
			}
			continue
		case first:
			pg = readPageData(root, source)
			pg.address = address(pg.address, d.Address)
			first = false
		}
		if !d.Whole && w.nodes <= document.MaxNodes && len(source) <= document.MaxPage {
			if err := pg.vote(ctx, root, own); err != nil {
				return nil, err
			}
		}
	}
	return pg, nil
}

// plain adds the lines of a text.
func (w *documentWalker) plain(text string) {
	ps := pieces(text)
	if len(ps) == 0 {
		return
	}
	if len(w.ps) > 0 {
		w.text.WriteByte('\n')
	}
	at := w.text.Len()
	w.text.WriteString(text)
	for _, p := range ps {
		p.span.Start, p.span.End = p.span.Start+at, p.span.End+at
		p.page = &pageBlock{tag: atom.P}
		w.ps = append(w.ps, p)
	}
}

// about adds what a document says of itself to what its pages say.
func (p *page) about(d *document.Document) {
	p.styled, p.whole = len(d.Pages) == 0, d.Whole
	title := documentTitle(d.Title)
	if title != "" {
		p.titles = append(p.titles, title)
	}
	p.title = firstOf(p.title, title)
	p.site = firstOf(p.site, d.Site)
	p.address = address(p.address, d.Address)
	p.language = firstOf(p.language, language(d.Language))
	if f := findDate(d.Created); f.ok {
		p.created = f.date[:len(time.DateOnly)]
	}
	if author := authorName(strings.TrimSpace(d.Author)); d.Whole {
		p.author = firstOf(p.author, author)
	} else {
		p.filedBy = author
	}
}

// documentTitle is the title a document gives itself without what programs put
// there: the name of the program, or of a file.
func documentTitle(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "Microsoft Word - ")
	low := strings.ToLower(s)
	if low == "untitled" || strings.HasPrefix(low, "untitled-") || !strings.Contains(s, " ") && strings.Contains(s, ".") {
		return ""
	}
	return s
}

// aboutMail takes sender and date of an e-mail for those of the report where
// the report itself names none.
func (w *documentWalker) aboutMail() {
	has := func(role data.Role) bool {
		for i := range w.ps {
			if w.ps[i].role == role && (role != data.Dateline || findDate(w.ps[i].text).ok) {
				return true
			}
		}
		return false
	}
	if len(w.sender) > 0 && !has(data.Byline) {
		w.ps[w.sender[0]].rule(data.Byline, whySender)
	}
	if len(w.sent) > 0 && !has(data.Dateline) {
		w.ps[w.sent[0]].rule(data.Dateline, whySent)
	}
}

// styledMost is how many words a block that its style makes part of the text
// has at most, to be kept without reading like text.
const styledMost = 40

// followStyles keeps the headings, lists and quotations inside the run of the
// text of a document whose blocks say what they are, and all that stands there
// but tables in one that holds nothing but the report.
func (s *sorter) followStyles() {
	if !s.page.styled && !s.page.whole {
		return
	}
	taken := make(map[int]bool, len(s.body))
	for _, i := range s.body {
		taken[i] = true
	}
	body := s.body[:0:0]
	for i := s.run[0]; i < s.run[1]; i++ {
		p := &s.ps[i]
		short := s.traits[i].n <= styledMost && (p.page.heading() || p.page.tag == atom.Li || p.page.tag == atom.Blockquote)
		if taken[i] || p.role == "" && (short || s.page.whole && p.page.tag != atom.Td) {
			body = append(body, i)
		}
	}
	s.body = body
}

// decodeAs turns the bytes of a part into text by the encoding it is said to be
// in, or, where it is said to be in none or that does not fit, by what it holds.
func decodeAs(b []byte, label string) string {
	if e, name := charset.Lookup(label); e != nil && name != "utf-8" {
		if text, ok := fits(e, b); ok {
			return text
		}
	}
	if text, _, ok := decode(b); ok {
		return text
	}
	return strings.ToValidUTF8(string(bytes.ReplaceAll(b, []byte{0}, nil)), "\ufffd")
}
