package intake

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"parallax/data"
)

type page struct{ site, title, author, address, published, language string }

func (p *page) headline(s *sorter) int { return -1 }

type pageBlock struct{ tag atom.Atom }

func (b *pageBlock) heading() bool             { return false }
func (b *pageBlock) kind() (data.Role, string) { return "", "" }
func (s *sorter) followPage()                  {}

func readPage(ctx context.Context, source string) (text string, ps []piece, pg *page, err error) {
	z := html.NewTokenizer(bytes.NewReader([]byte(source)))
	var b strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			text = b.String()
			ps, err = readText(ctx, text)
			return text, ps, nil, err
		case html.TextToken:
			b.WriteString(strings.Join(strings.Fields(string(z.Text())), " "))
		default:
			b.WriteByte('\n')
		}
	}
}
