package office

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/data/intake/archive"
	"parallax/data/intake/document"
)

func fromFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// packed makes a zip file of parts, in order of their names.
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

// read reads b by the reader of its format, nil and nil for none.
func read(ctx context.Context, b []byte) (*document.Document, error) {
	switch {
	case IsRTF(b):
		return ReadRTF(ctx, b)
	case IsFlatODT(b):
		return ReadFlatODT(ctx, b)
	}
	a, err := archive.Open(b)
	switch {
	case err != nil:
		return nil, err
	case IsDocx(a):
		return ReadDocx(ctx, a)
	case IsODT(a):
		return ReadODT(ctx, a)
	}
	return nil, errors.New("no format")
}

// One report as LibreOffice writes it in each format reads the same.
func TestTheSameReportInEachFormat(t *testing.T) {
	want := []document.Block{
		{Kind: document.Running, Text: "The Ellis Courier · Friday, 12 May 2023"},
		{Kind: document.Title, Text: "Wrenholt buys a second electric ferry"},
		{Kind: document.Subtitle, Text: "The island of Skarn gets a boat that makes no noise"},
		{Kind: document.Paragraph, Text: "By Mara Quill"},
		{Kind: document.Heading, Text: "What islanders say"},
		{Kind: document.Row, Text: "Old ferry\t120\t55 minutes"},
		{Kind: document.Caption, Text: "The new ferry at the yard in Lower Tarn. Photo: Ina Holm"},
		{Kind: document.Paragraph, Text: "The batteries are filled with power at night, when few houses need it. A full charge lasts for nine crossings; the timetable has eight."},
		{Kind: document.Footnote, Text: "The figures were published in the council’s yearbook, page 41."},
	}
	for _, name := range []string{"ferry.docx", "ferry.odt", "ferry.fodt", "ferry.rtf"} {
		d, err := read(t.Context(), fromFile(t, name))
		if err != nil {
			t.Fatal(name, err)
		}
		if len(d.Blocks) != 23 || d.Title != "Wrenholt buys a second electric ferry" || d.Author != "Mara Quill" {
			t.Errorf("%s: %d blocks, %q by %q", name, len(d.Blocks), d.Title, d.Author)
		}
		for _, w := range want {
			if !slices.ContainsFunc(d.Blocks, func(b document.Block) bool {
				return b.Kind == w.Kind && strings.ReplaceAll(b.Text, "\u00ad", "") == w.Text
			}) {
				t.Errorf("%s: not there: %+v", name, w)
			}
		}
	}
}

const wordStart = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`

func word(t testing.TB, body string, more map[string]string) []byte {
	parts := map[string]string{"word/document.xml": wordStart + body + `</w:body></w:document>`}
	for n, p := range more {
		parts[n] = p
	}
	return packed(t, parts)
}

func listed(d *document.Document) []string {
	var out []string
	for _, b := range d.Blocks {
		out = append(out, fmt.Sprintf("%d %s", b.Kind, b.Text))
	}
	return out
}

func TestWord(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		more map[string]string
		want []string
	}{
		"deleted and put in": {`<w:p><w:r><w:t>The boat </w:t></w:r><w:del><w:r><w:delText>sank</w:delText></w:r></w:del><w:ins><w:r><w:t>sailed</w:t></w:r></w:ins></w:p>`, nil, []string{"0 The boat sailed"}},
		"line breaks":        {`<w:p><w:r><w:t>One</w:t><w:br/><w:t>Two</w:t><w:tab/><w:t>more</w:t></w:r></w:p>`, nil, []string{"0 One", "0 Two more"}},
		"a text box once": {`<w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>In the box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>In the box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>Beside it</w:t></w:r></w:p>`, nil,
			[]string{"0 In the box", "0 Beside it"}},
		"a table that only places": {`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>First</w:t></w:r></w:p><w:p><w:r><w:t>Second</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Third</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, nil,
			[]string{"0 First", "0 Second", "0 Third"}},
		"a style in German": {`<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Kopf</w:t></w:r></w:p>`,
			map[string]string{"word/styles.xml": `<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`}, []string{"3 Kopf"}},
		"a style made from another": {`<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>Under it</w:t></w:r></w:p>`,
			map[string]string{"word/styles.xml": `<w:styles xmlns:w="w"><w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="C"/></w:style><w:style w:styleId="C"><w:name w:val="caption"/><w:basedOn w:val="Mine"/></w:style></w:styles>`}, []string{"7 Under it"}},
		"a list, a remark": {`<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Point</w:t></w:r></w:p>`,
			map[string]string{"word/comments.xml": `<w:comments xmlns:w="w"><w:comment><w:p><w:r><w:t>Look here</w:t></w:r></w:p></w:comment></w:comments>`}, []string{"4 Point", "9 Look here"}},
		"cut short":            {`<w:p><w:r><w:t>All that is left</w:t></w:r></w:p><w:p><w:r><w:t>of it`, nil, []string{"0 All that is left", "0 of it"}},
		"an entity of its own": {`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:p><w:r><w:t>Not &b; more</w:t></w:r></w:p>`, nil, []string{"0 Not &b; more"}},
	} {
		d, err := read(t.Context(), word(t, c.body, c.more))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := listed(d); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestLimits(t *testing.T) {
	deep := strings.Repeat("<w:a>", document.MaxDepth+1)
	for name, c := range map[string]struct {
		b     []byte
		cause error
	}{
		"too deep":     {word(t, deep, nil), document.ErrTooBig},
		"too much":     {word(t, "<w:p><w:r><w:t>"+strings.Repeat("many words ", document.MaxText/10)+"</w:t></w:r></w:p>", nil), document.ErrTooBig},
		"no text":      {word(t, "<w:p/>", nil), document.ErrBlank},
		"no xml":       {packed(t, map[string]string{"word/document.xml": "\x00\x01"}), document.ErrBroken},
		"locked":       {packed(t, map[string]string{"mimetype": odtType, "content.xml": "<x/>", "META-INF/manifest.xml": "<m:encryption-data/>"}), document.ErrLocked},
		"groups":       {[]byte(`{\rtf1 ` + strings.Repeat("{", document.MaxDepth+1)), document.ErrTooBig},
		"empty rtf":    {[]byte(`{\rtf1}`), document.ErrBlank},
		"much in rtf":  {[]byte(`{\rtf1 ` + strings.Repeat("many words ", document.MaxText/10) + `}`), document.ErrTooBig},
		"a long style": {[]byte(`{\rtf1{\stylesheet{\s1 ` + strings.Repeat("x", 1<<20) + `;}}}`), document.ErrBlank},
	} {
		if _, err := read(t.Context(), c.b); !errors.Is(err, c.cause) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRTF(t *testing.T) {
	for in, want := range map[string][]string{
		`{\rtf1\ansi One.\par Two\line Three.\par}`:                                            {"0 One.", "0 Two", "0 Three."},
		`{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'ea\'e2\'e0}`:                                    {"0 Москва"},
		`{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f1 \'cc\'e8\'f0\f0 \'e9}`: {"0 Мирé"},
		`{\rtf1\ansi\uc1 \u1052?\u1080?\u1088? and \u-10179?\u-8704?}`:                         {"0 Мир and 😀"},
		`{\rtf1\ansi{\fonttbl{\f0\fcharset128 M;}}\f0 \'93\'fa\'96\'7b}`:                       {"0 日本"},
		`{\rtf1 \ldblquote Wait\rdblquote  \emdash  she said\~now.}`:                           {"0 “Wait” — she said now."},
		`{\rtf1{\info{\title T}{\author A}}{\*\unknown gone}{\pict 0a0b}Stays}`:                {"0 Stays"},
		`{\rtf1 Before{\footnote A note.} after.\par}`:                                         {"0 Before after.", "8 A note."},
		`{\rtf1{\stylesheet{\s5 heading 2;}}\pard\s5 Under it\par\pard Text.\par}`:             {"3 Under it", "0 Text."},
		`{\rtf1\trowd\intbl One\cell Two\cell\row\pard After.\par}`:                            {"6 One\tTwo", "0 After."},
		`{\rtf1{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt Click}} here}`:                {"0 Click here"},
		`{\rtf1 A\bin5 }}}}}B}`:                          {"0 AB"},
		`{\rtf1 It ends in the mid`:                      {"0 It ends in the mid"},
		`{\rtf1{\header Top\par}Text\par{\footer Foot}}`: {"10 Top", "0 Text", "10 Foot"},
	} {
		d, err := ReadRTF(t.Context(), []byte(in))
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got := listed(d); !slices.Equal(got, want) {
			t.Errorf("%s\n%q, want %q", in, got, want)
		}
	}
}

// Files damaged in every way are read or refused with a Problem.
func TestDamagedFiles(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	for _, name := range []string{"ferry.docx", "ferry.odt", "ferry.fodt", "ferry.rtf"} {
		whole := fromFile(t, name)
		for range 150 {
			b := bytes.Clone(whole)
			switch rng.IntN(4) {
			case 0:
				b = b[:rng.IntN(len(b))]
			case 1:
				for range 1 + rng.IntN(50) {
					b[rng.IntN(len(b))] = byte(rng.Uint32())
				}
			case 2:
				at := rng.IntN(len(b))
				clear(b[at:min(len(b), at+rng.IntN(2000))])
			case 3:
				at := rng.IntN(len(b))
				b = append(b[:at:at], whole[rng.IntN(len(whole)):]...)
			}
			check(t, b)
		}
	}
}

func check(t *testing.T, b []byte) {
	t.Helper()
	d, err := read(t.Context(), b)
	if err != nil {
		return
	}
	for _, block := range d.Blocks {
		if strings.TrimSpace(block.Text) == "" {
			t.Errorf("an empty block of kind %d", block.Kind)
		}
	}
}

func TestReadStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, name := range []string{"ferry.docx", "ferry.odt", "ferry.fodt", "ferry.rtf"} {
		if _, err := read(ctx, fromFile(t, name)); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDocx reads documents whose parts are anything.
func FuzzDocx(f *testing.F) {
	a, err := archive.Open(fromFile(f, "ferry.docx"))
	if err != nil {
		f.Fatal(err)
	}
	main, _ := a.Part("word/document.xml")
	styles, _ := a.Part("word/styles.xml")
	notes, _ := a.Part("word/footnotes.xml")
	f.Add(main, styles, notes)
	f.Add([]byte(wordStart+"<w:tbl><w:tr><w:tc><w:p>"), []byte("<w:style/>"), []byte("<w:p/>"))
	f.Fuzz(func(t *testing.T, main, styles, notes []byte) {
		check(t, packed(t, map[string]string{"word/document.xml": string(main), "word/styles.xml": string(styles), "word/footnotes.xml": string(notes)}))
	})
}

// FuzzODT reads documents whose parts are anything, packed and flat.
func FuzzODT(f *testing.F) {
	a, err := archive.Open(fromFile(f, "ferry.odt"))
	if err != nil {
		f.Fatal(err)
	}
	content, _ := a.Part("content.xml")
	styles, _ := a.Part("styles.xml")
	f.Add(content, styles)
	f.Add(fromFile(f, "ferry.fodt"), []byte("<x/>"))
	f.Fuzz(func(t *testing.T, content, styles []byte) {
		check(t, packed(t, map[string]string{"mimetype": odtType, "content.xml": string(content), "styles.xml": string(styles)}))
		if IsFlatODT(content) {
			check(t, content)
		}
	})
}

func FuzzRTF(f *testing.F) {
	f.Add(fromFile(f, "ferry.rtf"))
	for _, s := range []string{`{\rtf1\ansi\uc1 \u1052?{\footnote x}\trowd\cell\row}`, `{\rtf1{\*\shpinst{\shptxt x\par}}}`, `{\rtf1{\fonttbl{\f1\fcharset128 a;}}\f1\'93}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { check(t, append([]byte(`{\rtf1`), b...)) })
}

// FuzzPacked reads whatever files there are.
func FuzzPacked(f *testing.F) {
	f.Add(fromFile(f, "ferry.docx"))
	f.Add(fromFile(f, "ferry.odt"))
	f.Fuzz(func(t *testing.T, b []byte) { check(t, b) })
}

func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"ferry.docx", "ferry.odt", "ferry.rtf"} {
		file := fromFile(b, name)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				read(b.Context(), file)
			}
		})
	}
}
