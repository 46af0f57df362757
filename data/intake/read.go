package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"parallax/data"
	"parallax/data/intake/document"
)

// An Input is what a reader brings: a file's name and bytes, or "pasted text"
// and the UTF-8 of a paste.
type Input struct {
	Name  string
	Bytes []byte
}

// Read makes the source of in, which is one report: see Unpack for files that
// may hold several. Every line of Source.Text that is not blank lies in a
// block; blocks are in the page's order and do not overlap. Facts are
// unconfirmed. An Input that cannot be read gives a *data.Problem whose cause
// is one of the Err variables; a page with no report in it is no error, see
// NoReport. Read returns ctx.Err() when cancelled.
func Read(ctx context.Context, in Input) (data.Source, error) {
	if err := CheckSize(int64(len(in.Bytes))); err != nil {
		return data.Source{}, err
	}
	sum := sha256.Sum256(in.Bytes)
	src := data.Source{Name: in.Name, Bytes: in.Bytes, Digest: hex.EncodeToString(sum[:])}
	r, err := readAny(ctx, &src)
	if err != nil {
		return data.Source{}, err
	}
	src.Text = r.text
	src.Blocks = make([]data.Block, len(r.ps))
	for i, p := range r.ps {
		src.Blocks[i] = data.Block{Span: p.span, Role: p.role, Guess: p.role, Why: p.why, Unwraps: p.unwraps}
	}
	said := NewRereader(&src)
	if r.pg != nil {
		said.created = r.pg.created
	}
	readFacts(&src, said, r.pg)
	markOutlet(&src)
	return src, ctx.Err()
}

// A readout is the text of a source, its pieces with their roles, and what the
// page or document says of itself, nil for a plain text.
type readout struct {
	text string
	ps   []piece
	pg   *page
}

// readAny reads the bytes of src by what they are, and notes that in it.
func readAny(ctx context.Context, src *data.Source) (readout, error) {
	d, err := openDocument(ctx, src.Bytes)
	if err != nil {
		return readout{}, err
	}
	if d != nil {
		src.MediaType, src.Charset = d.MediaType, d.Charset
		return readDocument(ctx, d)
	}
	text, charset, ok := decode(src.Bytes)
	if !ok {
		return readout{}, notText()
	}
	if err := ctx.Err(); err != nil {
		return readout{}, err
	}
	src.MediaType, src.Charset = "text/plain", charset
	if looksLikeHTML(text) {
		src.MediaType = "text/html"
		return readPage(ctx, text)
	}
	return readText(ctx, text)
}

// NoReport reports whether nothing of src is kept as the text of a report.
func NoReport(src *data.Source) bool {
	for _, b := range src.Blocks {
		if b.Role == data.Body {
			return false
		}
	}
	return true
}

// readText sorts the lines of a plain text.
func readText(ctx context.Context, text string) (readout, error) {
	ps := pieces(text)
	if err := document.CheckText(text, len(ps)); err != nil {
		return readout{}, err
	}
	if err := classify(ctx, ps, nil); err != nil {
		return readout{}, err
	}
	keepOnlyLine(ps)
	return readout{text: text, ps: ps}, nil
}

// lineLength is from how many bytes on the only line of a text is one: a menu
// that was copied alone is shorter.
const lineLength = 200

// keepOnlyLine keeps a text that is one long line. There is nothing on such a
// page to part the report from.
func keepOnlyLine(ps []piece) {
	if len(ps) == 1 && ps[0].span.Len() >= lineLength {
		ps[0].rule(data.Body, whyOnlyLine)
	}
}
