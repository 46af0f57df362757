// Package epub reads e-books (.epub, versions 2 and 3 of the format): what the
// book says of itself and its chapters, which are web pages, in their order.
package epub

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html/charset"

	"parallax/data/intake/archive"
	"parallax/data/intake/document"
)

const containerPart = "META-INF/container.xml"

// Is reports whether a packed file is an e-book.
func Is(a *archive.Archive) bool { return a.Has(containerPart) }

// A book is the package document: what the book is, its files, their order.
type book struct {
	Title     []string `xml:"metadata>title"`
	Creators  []string `xml:"metadata>creator"`
	Language  []string `xml:"metadata>language"`
	Publisher []string `xml:"metadata>publisher"`
	Source    []string `xml:"metadata>source"`
	Dates     []struct {
		Event string `xml:"event,attr"`
		Value string `xml:",chardata"`
	} `xml:"metadata>date"`
	Items []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// Read reads an e-book.
func Read(ctx context.Context, a *archive.Archive) (*document.Document, error) {
	if part, err := a.Part("META-INF/encryption.xml"); err == nil && locked(part) {
		return nil, document.Locked()
	}
	part, err := a.Part(containerPart)
	if err != nil {
		return nil, err
	}
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := parse(part, &container); err != nil {
		return nil, err
	}
	if len(container.Roots) == 0 {
		return nil, document.Broken(document.Book, errors.New("it names no package"))
	}
	root := container.Roots[0].Path
	if part, err = a.Part(root); err != nil {
		return nil, err
	}
	var b book
	if err := parse(part, &b); err != nil {
		return nil, err
	}
	d := &document.Document{
		MediaType: "application/epub+zip", Whole: true,
		Title: document.FirstOf(b.Title...), Author: strings.Join(b.Creators, ", "), Language: document.FirstOf(b.Language...), Site: document.FirstOf(b.Publisher...), Address: document.WebAddress(document.FirstOf(b.Source...)),
	}
	for _, date := range b.Dates {
		if date.Event == "" || date.Event == "publication" {
			d.Created = strings.TrimSpace(date.Value)
			break
		}
	}
	chapters, err := b.chapters(ctx, a, path.Dir(root))
	if err != nil {
		return nil, err
	}
	if d.Pages = chapters; len(d.Pages) == 0 {
		return nil, document.Blank(document.Book)
	}
	return d, nil
}

// chapters unpacks the pages of a book in their order; its table of contents
// is left out.
func (b *book) chapters(ctx context.Context, a *archive.Archive, folder string) ([]document.Page, error) {
	items := map[string]int{}
	for i, item := range b.Items {
		items[item.ID] = i
	}
	var pages []document.Page
	seen := map[string]bool{}
	var missing error
	for _, s := range b.Spine {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		i, ok := items[s.ID]
		if !ok || strings.Contains(" "+b.Items[i].Properties+" ", " nav ") || !strings.Contains(b.Items[i].Type, "html") {
			continue
		}
		name := b.Items[i].Href
		if plain, err := url.PathUnescape(name); err == nil {
			name = plain
		}
		if name = path.Join(folder, name); seen[name] {
			continue
		}
		seen[name] = true
		if !a.Has(name) {
			missing = document.Broken(document.Book, errors.New("no part "+name))
			continue
		}
		part, err := a.Part(name)
		if err != nil {
			return nil, err
		}
		pages = append(pages, document.Page{Bytes: part})
	}
	if len(pages) == 0 {
		return nil, missing
	}
	return pages, nil
}

// locked reports whether parts of a book other than fonts are encrypted.
func locked(part []byte) bool {
	var list struct {
		Data []struct {
			Method struct {
				Algorithm string `xml:"Algorithm,attr"`
			} `xml:"EncryptionMethod"`
		} `xml:"EncryptedData"`
	}
	if parse(part, &list) != nil {
		return false
	}
	for _, e := range list.Data {
		// Fonts are garbled by one of two methods, so that they cannot be taken out.
		if m := e.Method.Algorithm; m != "http://www.idpf.org/2008/embedding" && m != "http://ns.adobe.com/pdf/enc#RC" {
			return true
		}
	}
	return false
}

func parse(part []byte, into any) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	if err := d.Decode(into); err != nil {
		return document.Broken(document.Book, err)
	}
	return nil
}
