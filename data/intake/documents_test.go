package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/data"
	"parallax/data/intake/document"
)

func TestMain(m *testing.M) {
	Main()
	os.Exit(m.Run())
}

func fromFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What the sample report says; the files below hold it as programs write it.
const (
	ferryHeadline   = "Wrenholt buys a second electric ferry"
	ferryStandfirst = "The island of Skarn gets a boat that makes no noise"
)

var ferryBody = []string{
	"The harbour council of Wrenholt has bought a second electric ferry for the line to the island of Skarn, the harbour master said on Friday. The boat will begin its work in the first week of June and carry two hundred and forty passengers.",
	"“People have waited for this boat for eleven years,” harbour master Ketil Brand told reporters. “Now they will not have to stand in the rain while the old one is being mended once more.”",
	"The council paid 4.2 million crowns for the ferry, which was built in a yard at Lower Tarn. A third of the money came from the ministry of transport, according to the council’s own figures.",
	"Shopkeeper Runa Vell said that more visitors would come for the day now that pupils travel free. She has already ordered a second ice-cream machine for the summer.",
	"Not everybody is pleased. Fisherman Odd Lien fears that the larger wake of the new boat will wear away the stones of the northern pier, where his family has kept its boats since 1912.",
	"The first plans for an electric ferry were drawn in 2012. They were put aside twice, once because the batteries were too heavy and once because the council had no money left after the storm that broke the breakwater.",
	"In the spring of last year the council asked three yards for an offer. Two of them withdrew. The third built the boat in fourteen months, two months faster than it had promised.",
	"The batteries are filled with power at night, when few houses need it. A full charge lasts for nine crossings; the timetable has eight.",
	"The old boat will be kept as a spare for the winter. It was built in 1968 and has sailed the line for longer than any other ferry in the sound.",
	"A ticket will still cost six crowns. Pupils and people over seventy travel free, and bicycles pay two crowns.",
}

// ferryPage is the report as a web page, with what stands around one.
func ferryPage() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>` + ferryHeadline + ` | The Ellis Courier</title><meta property="og:site_name" content="The Ellis Courier"><meta name="author" content="Mara Quill"><meta property="article:published_time" content="2023-05-12T09:15:00+02:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><article><h1>` + ferryHeadline + `</h1><p class="standfirst">` + ferryStandfirst + `</p><p class="byline">By Mara Quill</p><time datetime="2023-05-12">12 May 2023</time>
<figure><img src="https://ellis.example/a.jpg"><figcaption>The new ferry at the yard in Lower Tarn. Photo: Ina Holm</figcaption></figure>`)
	for i, p := range ferryBody {
		if i == 3 {
			b.WriteString("<h2>What islanders say</h2>")
		}
		b.WriteString("<p>" + p + "</p>\n")
	}
	b.WriteString(`</article><aside class="related"><h3>More on this</h3><ul><li><a href="/x">Pier at Skarn closed for a week</a></li></ul></aside><footer>© 2023 The Ellis Courier. All rights reserved.</footer></body></html>`)
	return b.String()
}

func ferryText() string {
	return ferryHeadline + "\n" + ferryStandfirst + "\nBy Mara Quill\n12 May 2023\n\n" + strings.Join(ferryBody, "\n\n") + "\n\n© 2023 The Ellis Courier. All rights reserved.\n"
}

// wrappedText is ferryText in lines of 72 letters, as mail programs send it.
func wrappedText() string {
	var b strings.Builder
	for line := range strings.Lines(ferryText()) {
		n := 0
		for w := range strings.FieldsSeq(line) {
			if n > 0 && n+1+len(w) > 72 {
				b.WriteString("\r\n")
				n = 0
			}
			if n > 0 {
				b.WriteString(" ")
			}
			b.WriteString(w)
			n += 1 + len(w)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

const mailHead = "From: Mara Quill <mara@ellis.example>\r\nTo: class@school.example\r\nSubject: " + ferryHeadline + "\r\nDate: Fri, 12 May 2023 09:15:00 +0200\r\nMessage-ID: <1@ellis.example>\r\nMIME-Version: 1.0\r\n"

func savedAsOneFile() string {
	return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ellis.example/2023/05/12/ferry\r\nSubject: " + ferryHeadline + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n" +
		"--b\r\nContent-Type: text/html\r\nContent-Location: https://ellis.example/2023/05/12/ferry\r\n\r\n" + ferryPage() + "\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n<p>Sail the sound this summer, from 49 crowns.</p>\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://ellis.example/a.jpg\r\n\r\n/9j/4AAQ\r\n--b--\r\n"
}

// A sample is the report in one form. Whole says how many of its paragraphs are
// kept each in one piece, at least; all of its words stand somewhere in any case.
type sample struct {
	name, media string
	bytes       func(t testing.TB) []byte
	whole       int
}

func text(s func() string) func(testing.TB) []byte {
	return func(testing.TB) []byte { return []byte(s()) }
}

func inFile(name string) func(testing.TB) []byte {
	return func(t testing.TB) []byte { return fromFile(t, name) }
}

var samples = []sample{
	{"ferry.txt", "text/plain", text(ferryText), 10},
	{"ferry-wrapped.txt", "text/plain", text(wrappedText), 10},
	{"ferry.html", "text/html", text(ferryPage), 10},
	{"ferry.mhtml", "multipart/related", text(savedAsOneFile), 10},
	{"ferry.eml", "message/rfc822", text(func() string {
		return mailHead + "Content-Type: text/html; charset=utf-8\r\n\r\n" + ferryPage()
	}), 10},
	{"ferry-plain.eml", "message/rfc822", text(func() string {
		return mailHead + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + wrappedText()
	}), 10},
	{"ferry.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", inFile("office/testdata/ferry.docx"), 10},
	{"ferry.odt", "application/vnd.oasis.opendocument.text", inFile("office/testdata/ferry.odt"), 10},
	{"ferry.fodt", "application/vnd.oasis.opendocument.text", inFile("office/testdata/ferry.fodt"), 10},
	{"ferry.rtf", "application/rtf", inFile("office/testdata/ferry.rtf"), 10},
	{"ferry.epub", "application/epub+zip", inFile("epub/testdata/ferry.epub"), 10},
	{"ferry.pdf", "application/pdf", inFile("pdf/testdata/ferry.pdf"), 10},
	{"columns.pdf", "application/pdf", inFile("pdf/testdata/columns.pdf"), 10},
}

// The report comes out of every form it may have: whole, with headline, author
// and date, nothing lost, the file kept as it was.
func TestEveryForm(t *testing.T) {
	t.Log("form | KB | paragraphs whole | words somewhere | headline | author | date | ms | MB")
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) {
			b := s.bytes(t)
			src, took, grown := readMeasured(t, s.name, b)
			checkSource(t, &src)
			if !bytes.Equal(src.Bytes, b) || src.MediaType != s.media {
				t.Errorf("kept as %s, %d of %d bytes", src.MediaType, len(src.Bytes), len(b))
			}
			whole, somewhere := paragraphs(&src)
			if whole < s.whole || somewhere < len(ferryBody) {
				t.Errorf("%d paragraphs whole, %d somewhere", whole, somewhere)
			}
			r := ReportOf(&src)
			if r.Headline != ferryHeadline || r.Byline != "Mara Quill" || !strings.HasPrefix(r.Published, "2023-05-12") || r.Language != "en" {
				t.Errorf("headline %q by %q, %s, in %s", r.Headline, r.Byline, r.Published, r.Language)
			}
			t.Logf("%s | %d | %d of %d | %d of %d | %v | %v | %v | %.0f | %.1f", s.name, len(b)>>10, whole, len(ferryBody), somewhere, len(ferryBody),
				r.Headline == ferryHeadline, r.Byline == "Mara Quill", r.Published, float64(took.Microseconds())/1000, grown)
			if t.Failed() {
				for _, block := range src.Blocks {
					t.Logf("%-10s %s", block.Role, cleaned(block.Of(src.Text), block.Unwraps))
				}
			}
		})
	}
}

// readMeasured reads b and says how long that took and how many MB it took from the heap.
func readMeasured(t *testing.T, name string, b []byte) (data.Source, time.Duration, float64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	src, err := Read(t.Context(), Input{Name: name, Bytes: b})
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	return src, took, float64(after.TotalAlloc-before.TotalAlloc) / (1 << 20)
}

// paragraphs counts those of the report that are kept in one piece, and those
// whose words stand in the text at all.
func paragraphs(src *data.Source) (whole, somewhere int) {
	all := key(cleaned(src.Text, true))
	for _, p := range ferryBody {
		if slices.ContainsFunc(src.Blocks, func(b data.Block) bool {
			text := strings.TrimRight(cleaned(b.Of(src.Text), b.Unwraps), "¹1")
			return b.Role == data.Body && text == p
		}) {
			whole++
		}
		if strings.Contains(all, key(p)) {
			somewhere++
		}
	}
	return whole, somewhere
}

// What belongs to the form and not to the report is set aside, with its kind.
func TestWhatStandsAround(t *testing.T) {
	for name, want := range map[string]map[string]data.Role{
		"ferry.docx":  {"The Ellis Courier · Friday, 12 May 2023": data.Navigation, "What islanders say": data.Subhead, "The new ferry at the yard in Lower Tarn. Photo: Ina Holm": data.Caption, "Old ferry 120 55 minutes": data.Unsure},
		"ferry.pdf":   {"The Ellis Courier · Friday, 12 May 2023": data.Navigation, "What islanders say": data.Subhead, "The new ferry at the yard in Lower Tarn. Photo: Ina Holm": data.Caption, ferryStandfirst: data.Standfirst},
		"ferry.mhtml": {"Sail the sound this summer, from 49 crowns.": data.Unsure, "Home": data.Navigation, "The new ferry at the yard in Lower Tarn. Photo: Ina Holm": data.Caption, "By Mara Quill": data.Byline},
		"ferry.eml":   {"Fri, 12 May 2023 09:15:00 +0200": data.Unsure, "By Mara Quill": data.Byline},
	} {
		i := slices.IndexFunc(samples, func(s sample) bool { return s.name == name })
		src := mustRead(t, name, string(samples[i].bytes(t)))
		roles := rolesOf(&src)
		for text, role := range want {
			if roles[text] != role {
				t.Errorf("%s: %q is %q, want %q", name, text, roles[text], role)
			}
		}
	}
	src := mustRead(t, "ferry.mhtml", savedAsOneFile())
	if r := ReportOf(&src); r.URL != "https://ellis.example/2023/05/12/ferry" || r.Outlet != "The Ellis Courier" {
		t.Errorf("address %q, outlet %q", r.URL, r.Outlet)
	}
}

// A message that names no author or day but in its head has those of the head,
// unless it was sent on.
func TestTheHeadOfAMail(t *testing.T) {
	body := "Content-Type: text/plain\r\n\r\n" + strings.Join(ferryBody, "\r\n\r\n")
	own := mustRead(t, "a.eml", mailHead+body)
	if r := ReportOf(&own); r.Byline != "Mara Quill" || r.Published != "2023-05-12 09:15" || r.Headline != ferryHeadline {
		t.Errorf("%q by %q, %s", r.Headline, r.Byline, r.Published)
	}
	checkSource(t, &own)
	sentOn := mustRead(t, "a.eml", strings.Replace(mailHead, "Subject: ", "Subject: Fwd: ", 1)+body)
	if r := ReportOf(&sentOn); r.Byline != "" || r.Published != "" || r.Headline != ferryHeadline {
		t.Errorf("sent on: %q by %q, %s", r.Headline, r.Byline, r.Published)
	}
}

// The day a file was made is proposed where its text tells none, said to be the
// file's, and gives way to a date of the text.
func TestTheDayAFileWasMade(t *testing.T) {
	files := func(date string) map[string]string {
		body := ""
		if date != "" {
			body = "<P>" + date + "</P>"
		}
		for _, para := range ferryBody {
			body += "<P>" + para + "</P>"
		}
		as := func(head string) string { return strings.ReplaceAll(body, "P>", head+">") }
		pack := func(parts ...string) string {
			return string(packed(t, func(z *zip.Writer) {
				for i := 0; i < len(parts); i += 2 {
					put(z, parts[i], []byte(parts[i+1]))
				}
			}))
		}
		return map[string]string{
			"docx": pack("docProps/core.xml", `<c:p xmlns:c="c" xmlns:d="d"><d:created>2023-05-14T08:01:00Z</d:created></c:p>`,
				"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+
					strings.NewReplacer("<P>", "<w:p><w:r><w:t>", "</P>", "</w:t></w:r></w:p>").Replace(body)+`</w:body></w:document>`),
			"fodt": `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="m" xmlns:text="t" office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><meta:creation-date>2023-05-14T08:01:00</meta:creation-date></office:meta><office:body><office:text>` + as("text:p") + `</office:text></office:body></office:document>`,
			"epub": pack("mimetype", "application/epub+zip",
				"META-INF/container.xml", `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`,
				"b.opf", `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:date>2023-05-14</dc:date></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
				"a.xhtml", "<html><body>"+as("p")+"</body></html>"),
		}
	}
	for kind, file := range files("") {
		src := mustRead(t, "ferry."+kind, file)
		f, _ := src.Fact(data.FieldPublished)
		if f.Value != "2023-05-14" || f.From != data.FromFile || f.Block != -1 || f.Confirmed {
			t.Errorf("%s: published %+v", kind, f)
		}
		said := NewRereader(&src)
		src.Blocks[0].Role = data.Unsure
		said.Rerole(&src)
		if again, _ := src.Fact(data.FieldPublished); again != f {
			t.Errorf("%s: after a move %+v", kind, again)
		}
	}
	for kind, file := range files("Published 12 May 2023") {
		src := mustRead(t, "ferry."+kind, file)
		if f, _ := src.Fact(data.FieldPublished); f.Value != "2023-05-12" || f.Block < 0 {
			t.Errorf("%s: with a date in the text, published %+v", kind, f)
		}
	}
}

// Files that hold no report get a sentence that says what to do instead.
func TestOtherFiles(t *testing.T) {
	wide := func(s string) string {
		var b strings.Builder
		for _, c := range s {
			b.WriteByte(byte(c))
			b.WriteByte(0)
		}
		return "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 100) + b.String()
	}
	zipped := func(names ...string) string {
		return string(packed(t, func(z *zip.Writer) {
			for _, n := range names {
				name, body, _ := strings.Cut(n, "=")
				put(z, name, []byte(body))
			}
		}))
	}
	for name, c := range map[string]struct {
		bytes, said string
		cause       error
	}{
		"old word":       {string(fromFile(t, "office/testdata/ferry.doc")), "old Word", ErrBinary},
		"locked word":    {wide("EncryptedPackage"), "password", ErrLocked},
		"old sheet":      {wide("Workbook"), "spreadsheet", ErrBinary},
		"outlook":        {wide("__substg1.0_"), "Outlook", ErrBinary},
		"old office":     {wide("Other"), "old Word or Office", ErrBinary},
		"sheet":          {zipped("xl/workbook.xml=x"), "spreadsheet", ErrBinary},
		"slides":         {zipped("ppt/a.xml=x"), "slides", ErrBinary},
		"sheet of libre": {zipped("mimetype=application/vnd.oasis.opendocument.spreadsheet", "content.xml=x"), "spreadsheet", ErrBinary},
		"pages":          {zipped("Index/Document.iwa=x"), "Pages", ErrBinary},
		"zip":            {zipped("a.txt=x"), "zip", ErrBinary},
		"safari":         {"bplist00\xd1\x01\x02" + strings.Repeat("\x00", 50), "Safari", ErrBinary},
		"locked pdf":     {string(fromFile(t, "pdf/testdata/password.pdf")), "password", ErrLocked},
		"kindle":         {strings.Repeat("\x00", 60) + "BOOKMOBI" + strings.Repeat("\x00", 60), "Kindle", ErrBinary},
	} {
		_, err := Read(t.Context(), Input{Name: name, Bytes: []byte(c.bytes)})
		var p *data.Problem
		if !errors.As(err, &p) || !errors.Is(err, c.cause) || !strings.Contains(p.Said, c.said) || p.Next == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, text := range []string{"MZ is the mark of a program.\nIt stands at its start.\n", "BM, the museum, opens late.\nIt closes early.\n", "%PDF-1.7 is how such files begin.\nThis one is a text.\n", "{\\rtf is how those begin"} {
		if _, err := Read(t.Context(), Input{Name: "a.txt", Bytes: []byte(text)}); err != nil && !strings.HasPrefix(text, "{") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func packed(t testing.TB, add func(z *zip.Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add(z)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func put(z *zip.Writer, name string, b []byte) {
	if w, err := z.Create(name); err == nil {
		w.Write(b)
	}
}

func unpacked(t testing.TB, b []byte) (names []string, unread []Unread) {
	t.Helper()
	ins, unread, err := Unpack(t.Context(), Input{Name: "in.zip", Bytes: b})
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range ins {
		names = append(names, in.Name)
	}
	return names, unread
}

func TestUnpack(t *testing.T) {
	inner := packed(t, func(z *zip.Writer) { put(z, "deep.txt", []byte(ferryText())) })
	outer := packed(t, func(z *zip.Writer) {
		put(z, "monday/ferry.html", []byte(ferryPage()))
		put(z, "monday/ferry_files/style.css", []byte("p {}"))
		put(z, "monday/ferry_files/frame.html", []byte(ferryPage()))
		put(z, "__MACOSX/monday/._ferry.html", []byte("x"))
		put(z, "monday/.DS_Store", []byte("x"))
		put(z, "script.js", []byte("x()"))
		put(z, "ferry.docx", fromFile(t, "office/testdata/ferry.docx"))
		put(z, "inner.zip", inner)
		put(z, "map.png", []byte("\x89PNG\r\n\x1a\n\x00"))
		put(z, "empty.txt", nil)
	})
	names, unread := unpacked(t, outer)
	if want := []string{"monday/ferry.html", "ferry.docx", "deep.txt", "map.png"}; !slices.Equal(names, want) {
		t.Errorf("found %q, want %q", names, want)
	}
	if len(unread) != 1 || unread[0].Name != "empty.txt" || !errors.Is(unread[0].Err, ErrEmpty) {
		t.Errorf("unread %+v", unread)
	}
	for _, alone := range []string{"office/testdata/ferry.docx", "office/testdata/ferry.odt", "epub/testdata/ferry.epub", "pdf/testdata/ferry.pdf", "office/testdata/ferry.doc"} {
		if names, unread := unpacked(t, fromFile(t, alone)); len(names) != 1 || len(unread) != 0 {
			t.Errorf("%s: %q, %v", alone, names, unread)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := Unpack(ctx, Input{Name: "in.zip", Bytes: outer}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestUnpackMail(t *testing.T) {
	with := func(letter string) []byte {
		return []byte(mailHead + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" + letter +
			"\r\n--b\r\nContent-Type: text/plain; name=ferry.txt\r\nContent-Disposition: attachment; filename=ferry.txt\r\n\r\n" + ferryText() +
			"\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=logo.png\r\n\r\nx\r\n--b--\r\n")
	}
	if names, _ := unpacked(t, with("Here it is. M.")); !slices.Equal(names, []string{"ferry.txt", "in.zip"}) {
		t.Errorf("a short letter: %q", names)
	}
	if names, _ := unpacked(t, with(ferryText())); !slices.Equal(names, []string{"in.zip", "ferry.txt"}) {
		t.Errorf("a report and a file: %q", names)
	}
	if names, _ := unpacked(t, []byte(mailHead+"\r\nA message alone.")); !slices.Equal(names, []string{"in.zip"}) {
		t.Errorf("a message alone: %q", names)
	}
}

// Nothing packed in whatever way takes more than the limits.
func TestUnpackLimits(t *testing.T) {
	nested := []byte(ferryText())
	for i := range document.MaxNesting + 2 {
		nested = packed(t, func(z *zip.Writer) { put(z, fmt.Sprintf("%d.zip", i), nested) })
	}
	many := packed(t, func(z *zip.Writer) {
		for i := range document.MaxReports + 5 {
			put(z, fmt.Sprintf("%03d.txt", i), []byte("A report."))
		}
	})
	bomb := packed(t, func(z *zip.Writer) { put(z, "zeros.txt", make([]byte, document.MaxPart)) })
	for name, c := range map[string]struct {
		b     []byte
		found int
	}{"nested": {nested, 0}, "many": {many, document.MaxReports}, "bomb": {bomb, 0}, "empty": {packed(t, func(*zip.Writer) {}), 1}, "cut short": {many[:len(many)-30], 0}} {
		names, unread := unpacked(t, c.b)
		if len(names) != c.found || len(unread) != 1 && name != "empty" {
			t.Errorf("%s: %d found, unread %v", name, len(names), unread)
		}
		for _, u := range unread {
			var p *data.Problem
			if !errors.As(u.Err, &p) || p.Next == "" {
				t.Errorf("%s: %v", name, u.Err)
			}
		}
	}
}

// Every form damaged: read with nothing lost, or refused with a sentence.
func TestDamagedForms(t *testing.T) {
	for _, s := range samples {
		if s.media == "application/pdf" { // in package pdf, without a process each
			continue
		}
		whole := s.bytes(t)
		for _, b := range [][]byte{
			whole[:len(whole)/2], whole[:len(whole)*9/10], whole[len(whole)/3:], append(bytes.Repeat([]byte{0}, 512), whole...),
			bytes.ReplaceAll(whole, []byte("<"), nil), append(bytes.Clone(whole), whole...), bytes.ReplaceAll(whole, []byte("\n"), []byte("\r")),
		} {
			src, err := Read(t.Context(), Input{Name: s.name, Bytes: b})
			if err != nil {
				var p *data.Problem
				if !errors.As(err, &p) || p.Said == "" || p.Next == "" {
					t.Errorf("%s: %v", s.name, err)
				}
				continue
			}
			checkSource(t, &src)
		}
	}
}

func TestWithoutCompanions(t *testing.T) {
	got := WithoutCompanions([]string{"a.html", "a_files/b.html", "a_files/x/c.txt", "b-Dateien/x.htm", "c.css", ".hidden/x.txt", "~$a.docx", "my_files.txt", "old_files/readme.txt", "_files/a.txt"})
	if want := []string{"a.html", "my_files.txt", "_files/a.txt"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func BenchmarkEveryForm(b *testing.B) {
	for _, s := range samples {
		file := s.bytes(b)
		b.Run(filepath.Base(s.name), func(b *testing.B) {
			for b.Loop() {
				if _, err := Read(b.Context(), Input{Name: s.name, Bytes: file}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
