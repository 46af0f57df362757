package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"parallax/data/intake/archive"
	"parallax/data/intake/document"
)

func read(ctx context.Context, b []byte) (*document.Document, error) {
	a, err := archive.Open(b)
	if err != nil {
		return nil, err
	}
	return Read(ctx, a)
}

func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	names := []string{}
	for n := range parts {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(parts[n]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sample(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/ferry.epub")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestABookOfLibreOffice(t *testing.T) {
	d, err := read(t.Context(), sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Wrenholt buys a second electric ferry" || d.Author != "Mara Quill" || d.Language != "en" || len(d.Pages) != 3 {
		t.Errorf("%q by %q in %q, %d pages", d.Title, d.Author, d.Language, len(d.Pages))
	}
	if !bytes.Contains(d.Pages[0].Bytes, []byte("harbour council")) || !bytes.Contains(d.Pages[2].Bytes, []byte("six crowns")) {
		t.Error("the pages are not in their order")
	}
}

const (
	container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>`
	opf       = `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Boats</dc:title><dc:creator>A. One</dc:creator><dc:creator>B. Two</dc:creator><dc:date event="modification">2024-01-01</dc:date><dc:date>2023-05-12</dc:date><dc:publisher>Ellis Press</dc:publisher></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="p" href="p.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="b"/><itemref idref="p"/><itemref idref="gone"/></spine></package>`
)

func TestOrderAndFacts(t *testing.T) {
	parts := map[string]string{containerPart: container, "in/book.opf": opf, "in/b b.xhtml": "<p>First</p>", "in/a.xhtml": "<p>Second</p>", "in/nav.xhtml": "<nav/>"}
	d, err := read(t.Context(), packed(t, parts))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Pages) != 2 || string(d.Pages[0].Bytes) != "<p>First</p>" || d.Author != "A. One, B. Two" || d.Created != "2023-05-12" || d.Site != "Ellis Press" {
		t.Errorf("%+v", d)
	}
	for name, change := range map[string]func(map[string]string) error{
		"locked": func(p map[string]string) error {
			p["META-INF/encryption.xml"] = `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>`
			return document.ErrLocked
		},
		"no package": func(p map[string]string) error { delete(p, "in/book.opf"); return document.ErrBroken },
		"no pages": func(p map[string]string) error {
			delete(p, "in/a.xhtml")
			delete(p, "in/b b.xhtml")
			return document.ErrBroken
		},
		"empty spine": func(p map[string]string) error { p["in/book.opf"] = "<package/>"; return document.ErrBlank },
		"no xml":      func(p map[string]string) error { p[containerPart] = "\x00"; return document.ErrBroken },
	} {
		changed := map[string]string{}
		for k, v := range parts {
			changed[k] = v
		}
		want := change(changed)
		if _, err := read(t.Context(), packed(t, changed)); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	fonts := map[string]string{"META-INF/encryption.xml": `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>`}
	for k, v := range parts {
		fonts[k] = v
	}
	if _, err := read(t.Context(), packed(t, fonts)); err != nil {
		t.Errorf("garbled fonts: %v", err)
	}
}

// FuzzBook reads books whose parts are anything.
func FuzzBook(f *testing.F) {
	f.Add(container, opf, "<p>x</p>")
	f.Add(strings.Replace(container, "in/", "../", 1), "<package/>", "")
	f.Fuzz(func(t *testing.T, c, b, page string) {
		d, err := read(t.Context(), packed(t, map[string]string{containerPart: c, "in/book.opf": b, "in/a.xhtml": page}))
		if err == nil && len(d.Pages) == 0 {
			t.Error("no pages and no reason")
		}
	})
}

// FuzzPacked reads whatever files there are.
func FuzzPacked(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, b []byte) {
		if d, err := read(t.Context(), b); err == nil && len(d.Pages) == 0 {
			t.Error("no pages and no reason")
		}
	})
}
