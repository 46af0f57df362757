package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"parallax/data"
)

// An Input is what a reader brings: a file's name and bytes, or "pasted text"
// and the UTF-8 of a paste.
type Input struct {
	Name  string
	Bytes []byte
}

// Read makes the source of in. Every line of Source.Text that is not blank lies
// in a block; blocks are in the page's order and do not overlap. Facts are
// unconfirmed. An Input that cannot be read gives a *data.Problem whose cause
// is one of the Err variables; a page with no report in it is no error, see
// NoReport. Read returns ctx.Err() when cancelled.
func Read(ctx context.Context, in Input) (data.Source, error) {
	if err := CheckSize(int64(len(in.Bytes))); err != nil {
		return data.Source{}, err
	}
	if err := sniffBinary(in.Bytes); err != nil {
		return data.Source{}, err
	}
	text, charset, ok := decode(in.Bytes)
	if !ok {
		return data.Source{}, notText()
	}
	if err := ctx.Err(); err != nil {
		return data.Source{}, err
	}
	sum := sha256.Sum256(in.Bytes)
	src := data.Source{
		Name: in.Name, MediaType: "text/plain", Charset: charset,
		Bytes: in.Bytes, Text: text, Digest: hex.EncodeToString(sum[:]),
	}
	var ps []piece
	var pg *page
	var err error
	if looksLikeHTML(text) {
		src.MediaType = "text/html"
		src.Text, ps, pg, err = readPage(ctx, text)
	} else {
		ps, err = readText(ctx, text)
	}
	if err != nil {
		return data.Source{}, err
	}
	src.Blocks = make([]data.Block, len(ps))
	for i, p := range ps {
		src.Blocks[i] = data.Block{Span: p.span, Role: p.role, Guess: p.role, Why: p.why, Unwraps: p.unwraps}
	}
	readFacts(&src, pg)
	markOutlet(&src)
	return src, ctx.Err()
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
func readText(ctx context.Context, text string) ([]piece, error) {
	ps := pieces(text)
	if err := checkText(text, len(ps)); err != nil {
		return nil, err
	}
	if err := classify(ctx, ps, nil); err != nil {
		return nil, err
	}
	keepOnlyLine(ps)
	return ps, nil
}

// lineLength is from how many bytes on the only line of a text is one: a menu
// that was copied alone is shorter.
const lineLength = 200

// keepOnlyLine keeps a text that is one long line. There is nothing on such a
// page to part the report from.
func keepOnlyLine(ps []piece) {
	if len(ps) == 1 && ps[0].span.Len() >= lineLength {
		ps[0].rule(data.Body, "the only line")
	}
}
