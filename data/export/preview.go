package export

import (
	"bytes"
	"context"
	"errors"
	"html"
	"image"
	"regexp"
	"strings"
)

// A Preview is how an export begins.
type Preview struct {
	Page  image.Image // of a PDF: its first page
	Pages int         // of a PDF: how many there are
	Text  string      // of another format: its first lines
	Lacks []rune      // of a PDF: the letters and signs it cannot show, each once
}

// previewBytes is how much of a file a preview is made of.
const previewBytes = 12_000

var errEnough = errors.New("enough for a preview")

// Look returns how the export of b begins; scale is the pixels to a point of a
// page's picture.
func Look(ctx context.Context, b *Book, o Options, scale float64) (Preview, error) {
	if o.Format == PDF {
		s, err := lay(ctx, prepared(b, o), o, func(float64) {})
		if err != nil {
			return Preview{}, err
		}
		return Preview{Page: s.picture(0, scale), Pages: len(s.pages), Lacks: s.lacks.letters}, nil
	}
	if o.Format == REFI {
		r, err := prepared(b, o).refi(ctx, func(float64) {})
		if err != nil {
			return Preview{}, err
		}
		return Preview{Text: r.contents()}, nil
	}
	var first limited
	if err := Write(ctx, &first, b, o, nil); err != nil && !errors.Is(err, errEnough) {
		return Preview{}, err
	}
	text := first.String()
	if o.Format == HTML {
		text = spoken(text)
	}
	return Preview{Text: strings.ToValidUTF8(writable(strings.TrimPrefix(text, "\ufeff")), "")}, nil
}

// limited keeps the first bytes written to it and then refuses more.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.Len() >= previewBytes {
		return 0, errEnough
	}
	return l.Buffer.Write(p)
}

var (
	onlyHeard = regexp.MustCompile(`<span class="heard"[^>]*>[^<]*</span>`)
	blockTag  = regexp.MustCompile(`</?(p|li|h\d|tr|td|th|div|aside|section|article|ul|ol|table)\b[^>]*>`)
	anyTag    = regexp.MustCompile(`<[^>]*>?`)
	blank     = regexp.MustCompile(`\s*\n\s*`)
)

// spoken is what a page of ours shows, without its look.
func spoken(page string) string {
	_, body, _ := strings.Cut(page, "<body>")
	body = onlyHeard.ReplaceAllString(body, "")
	body = blockTag.ReplaceAllString(strings.ReplaceAll(body, "\n", " "), "\n")
	body = html.UnescapeString(anyTag.ReplaceAllString(body, ""))
	return strings.TrimSpace(blank.ReplaceAllString(body, "\n"))
}
