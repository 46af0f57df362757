package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/data"
	"parallax/data/intake/document"
)

// childMode makes the test program behave like a child of a certain kind.
const childMode = "PARALLAX_TEST_CHILD"

func TestMain(m *testing.M) {
	if mode := os.Getenv(childMode); mode != "" {
		behave(mode)
		os.Exit(0)
	}
	Main()
	os.Exit(m.Run())
}

// behave is a child that does what a reader of a bad file might.
func behave(mode string) {
	switch mode {
	case "crash":
		panic("out of range")
	case "hang":
		<-time.After(time.Hour)
	case "spin":
		for i := 0; ; i++ {
			_ = i
		}
	case "garbage":
		os.Stdout.WriteString("\x00\xff{[[[not an answer")
	case "silence":
	case "flood":
		for {
			if _, err := os.Stdout.Write(bytes.Repeat([]byte("flood "), 10000)); err != nil {
				return
			}
		}
	case "much text":
		json.NewEncoder(os.Stdout).Encode(answer{Blocks: []document.Block{{Text: strings.Repeat("text ", document.MaxText/4)}}})
	case "no blocks":
		json.NewEncoder(os.Stdout).Encode(answer{Pages: 3})
	case "half":
		os.Stdout.WriteString(`{"pages":1,"blocks":[{"t":"The harbour coun`)
	case "memory":
		go watchMemory()
		all := map[int][]byte{}
		for n := 0; ; n++ {
			b := make([]byte, 8<<20)
			for i := 0; i < len(b); i += 4096 { // each page of it, so that the system gives it
				b[i] = 1
			}
			all[n] = b
		}
	case "huge demand":
		limitProcess()
		b := make([]byte, 40<<30)
		for i := 0; i < len(b); i += 4096 {
			b[i] = 1
		}
	}
}

func fromFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// story is what the sample documents say, in the order it is read.
var story = []document.Block{
	{Kind: document.Title, Text: "Wrenholt buys a second electric ferry"},
	{Kind: document.Subtitle, Text: "The island of Skarn gets a boat that makes no noise"},
	{Text: "By Mara Quill"},
	{Text: "12 May 2023"},
	{Text: "The harbour council of Wrenholt has bought a second electric ferry for the line to the island of Skarn, the harbour master said on Friday. The boat will begin its work in the first week of June and carry two hundred and forty passengers."},
	{Text: "“People have waited for this boat for eleven years,” harbour master Ketil Brand told reporters. “Now they will not have to stand in the rain while the old one is being mended once more.”"},
	{Text: "The council paid 4.2 million crowns for the ferry, which was built in a yard at Lower Tarn. A third of the money came from the ministry of transport, according to the council’s own figures.¹"},
	{Kind: document.Heading, Text: "What islanders say"},
	{Text: "Shopkeeper Runa Vell said that more visitors would come for the day now that pupils travel free. She has already ordered a second ice-cream machine for the summer."},
	{Text: "Not everybody is pleased. Fisherman Odd Lien fears that the larger wake of the new boat will wear away the stones of the northern pier, where his family has kept its boats since 1912."},
	{Kind: document.Heading, Text: "A long story"},
	{Text: "The first plans for an electric ferry were drawn in 2012. They were put aside twice, once because the batteries were too heavy and once because the council had no money left after the storm that broke the breakwater."},
	{Text: "In the spring of last year the council asked three yards for an offer. Two of them withdrew. The third built the boat in fourteen months, two months faster than it had promised."},
	{Text: "The batteries are filled with power at night, when few houses need it. A full charge lasts for nine crossings; the timetable has eight."},
	{Text: "The old boat will be kept as a spare for the winter. It was built in 1968 and has sailed the line for longer than any other ferry in the sound."},
	{Text: "A ticket will still cost six crowns. Pupils and people over seventy travel free, and bicycles pay two crowns."},
}

// around is what stands about it.
var around = []document.Block{
	{Kind: document.Running, Text: "The Ellis Courier · Friday, 12 May 2023"},
	{Kind: document.Running, Text: "www.elliscourier.example — page 1"},
	{Kind: document.Footnote, Text: "1The figures were published in the council’s yearbook, page 41."},
	{Kind: document.Caption, Text: "The new ferry at the yard in Lower Tarn. Photo: Ina Holm"},
}

// unwrapped makes the lines of each block one.
func unwrapped(blocks []document.Block) []document.Block {
	out := slices.Clone(blocks)
	for i := range out {
		out[i].Text = strings.ReplaceAll(out[i].Text, "\n", " ")
	}
	return out
}

// The same story as LibreOffice prints it, in one column and in two, packed
// closer, and locked against printing in three ways: every paragraph whole, in
// order, with its kind, and what runs along the pages apart.
func TestTheStoryIsReadWhole(t *testing.T) {
	for _, name := range []string{"ferry.pdf", "columns.pdf", "packed.pdf", "owner-password.pdf", "owner-packed.pdf", "aes256.pdf"} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(t.Context(), fromFile(t, name))
			if err != nil {
				t.Fatal(err)
			}
			got := unwrapped(d.Blocks)
			at := 0
			for _, want := range story {
				i := slices.Index(got[at:], want)
				if i < 0 {
					t.Errorf("not in its place: %+v", want)
					continue
				}
				at += i + 1
			}
			for _, want := range around {
				if !slices.Contains(got, want) {
					t.Errorf("not there: %+v", want)
				}
			}
			if t.Failed() {
				for _, b := range got {
					t.Logf("%d %s", b.Kind, b.Text)
				}
			}
		})
	}
}

func TestThreeNarrowColumns(t *testing.T) {
	d, err := Read(t.Context(), fromFile(t, "three-columns.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	got := unwrapped(d.Blocks)
	found := 0
	for _, want := range story {
		if slices.Contains(got, want) {
			found++
		}
	}
	if found < len(story)-3 { // three have lines of two words pressed as far apart as cells
		t.Errorf("%d of %d paragraphs are whole", found, len(story))
	}
}

// What other programs print: a browser's engine, a typesetter.
func TestOtherPrograms(t *testing.T) {
	for name, want := range map[string][]document.Block{
		"printed.pdf": {story[0], story[4], story[5], story[7], {Text: "The old boat carries 120 people."}, story[15]},
		"typeset.pdf": {{Kind: document.Heading, Text: story[0].Text}, story[4], story[7], story[8]},
	} {
		d, err := Read(t.Context(), fromFile(t, name))
		if err != nil {
			t.Fatal(err)
		}
		got := unwrapped(d.Blocks)
		for _, w := range want {
			if !slices.ContainsFunc(got, func(b document.Block) bool { return b.Kind == w.Kind && strings.Contains(b.Text, w.Text) }) {
				t.Errorf("%s: not there: %+v in %+v", name, w, got)
			}
		}
	}
}

func TestProblemsAreToldPlainly(t *testing.T) {
	pages := func(n int) []byte {
		var b strings.Builder
		b.WriteString("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[")
		for i := range n {
			fmt.Fprintf(&b, "%d 0 R ", i+3)
		}
		b.WriteString("]>>endobj\n")
		for i := range n {
			fmt.Fprintf(&b, "%d 0 obj<</Type/Page>>endobj\n", i+3)
		}
		return []byte(b.String() + "trailer<</Root 1 0 R>>\n")
	}
	for name, c := range map[string]struct {
		b     []byte
		cause error
		said  string
	}{
		"password":     {fromFile(t, "password.pdf"), document.ErrLocked, "password"},
		"scan":         {pages(1), document.ErrBlank, "picture of a page"},
		"many pages":   {pages(document.MaxPDFPages + 1), document.ErrTooBig, "201 pages"},
		"no pages":     {[]byte("%PDF-1.4\n%%EOF"), document.ErrBroken, "damaged"},
		"nothing else": {[]byte("%PDF-1.7\n"), document.ErrBroken, "damaged"},
	} {
		_, err := Read(t.Context(), c.b)
		var p *data.Problem
		if !errors.As(err, &p) || !errors.Is(err, c.cause) || !strings.Contains(p.Error(), c.said) || p.Next == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever the child does, the program lives and says a plain sentence.
func TestWhateverTheChildDoes(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for mode, cause := range map[string]error{
		"crash": document.ErrBroken, "hang": document.ErrSlow, "spin": document.ErrSlow, "garbage": document.ErrBroken, "silence": document.ErrBroken,
		"flood": document.ErrBroken, "much text": document.ErrTooBig, "no blocks": document.ErrBlank, "half": document.ErrBroken, "memory": document.ErrTooBig,
	} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			wait := 20 * time.Second
			if mode == "hang" || mode == "spin" {
				wait = 300 * time.Millisecond
			}
			child := exec.Command(program)
			child.Env = append(os.Environ(), childMode+"="+mode)
			_, err := ask(t.Context(), child, bytes.Repeat([]byte("%PDF-1.4 "), 1<<20), wait)
			var p *data.Problem
			if !errors.As(err, &p) || !errors.Is(err, cause) || p.Said == "" || p.Next == "" {
				t.Errorf("told %v", err)
			}
		})
	}
	t.Run("no program", func(t *testing.T) {
		if _, err := ask(t.Context(), exec.Command(filepath.Join(t.TempDir(), "gone")), nil, time.Second); !errors.Is(err, document.ErrBroken) {
			t.Errorf("told %v", err)
		}
	})
	t.Run("huge demand", func(t *testing.T) {
		child := exec.Command(program)
		child.Env = append(os.Environ(), childMode+"=huge demand")
		if _, err := ask(t.Context(), child, nil, 20*time.Second); err == nil {
			t.Error("no problem told")
		}
	})
}

func TestCancelEndsTheChild(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	child := exec.Command(program)
	child.Env = append(os.Environ(), childMode+"=hang")
	start := time.Now()
	if _, err := ask(ctx, child, []byte("%PDF-1.4"), time.Minute); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("came back after %v", took)
	}
}

// Damaged in every way notes of real files name: cut short, bytes changed,
// zeros in the middle, without its table, with something before and behind.
func TestDamagedFiles(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, name := range []string{"ferry.pdf", "packed.pdf", "owner-packed.pdf", "typeset.pdf", "aes256.pdf"} {
		whole := fromFile(t, name)
		for range 60 {
			b := bytes.Clone(whole)
			switch rng.IntN(5) {
			case 0:
				b = b[:rng.IntN(len(b))]
			case 1:
				for range 1 + rng.IntN(200) {
					b[rng.IntN(len(b))] = byte(rng.Uint32())
				}
			case 2:
				at := rng.IntN(len(b))
				clear(b[at:min(len(b), at+rng.IntN(4000))])
			case 3:
				at := rng.IntN(len(b))
				b = append(b[:at:at], whole[rng.IntN(len(whole)):]...)
			case 4:
				b = bytes.ReplaceAll(b, []byte("endobj"), []byte("endxbj"))
			}
			checkAnswer(t, readSafely(b))
		}
		noTable := bytes.ReplaceAll(bytes.ReplaceAll(whole, []byte("startxref"), []byte("startxxxx")), []byte("\nxref"), []byte("\nxxxx"))
		if a := readSafely(append([]byte("junk\r\n"), append(noTable, "more junk"...)...)); a.Failure != "" || len(a.Blocks) < 5 {
			t.Errorf("%s without its table: %q, %d blocks", name, a.Failure, len(a.Blocks))
		}
	}
}

func checkAnswer(t *testing.T, a answer) {
	t.Helper()
	if a.Failure == "" && len(a.Blocks) == 0 {
		t.Error("neither text nor a reason")
	}
	for _, b := range a.Blocks {
		if b.Text == "" || b.Kind > document.Running {
			t.Errorf("block %+v", b)
		}
	}
}

func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[3 0 R]>>endobj\n3 0 obj<</Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 44>>stream\nBT /F 12 Tf 72 700 Td (The boat came late.) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if a := read(b); a.Failure == "" { // a panic is a finding here, though the child outlives it
			checkAnswer(t, a)
		}
	})
}

// Letters drawn over themselves to look bold are read once, and are bold; those
// that are the same and stand beside each other are all read.
func TestDrawnOverItself(t *testing.T) {
	draw := func(words string, x, y, size float64) []glyph {
		var list []glyph
		for _, r := range words {
			wide := .5 * size
			if r == 'i' || r == 'l' {
				wide = .22 * size
			}
			list = append(list, glyph{s: string(r), x: x, y: y, w: wide, size: size})
			x += wide
		}
		return list
	}
	read := func(glyphs []glyph) (text string, bold bool) {
		words := wordsOf(once(glyphs))
		bold = true
		for i, w := range words {
			if i > 0 {
				text += " "
			}
			text += w.s
			bold = bold && w.bold
		}
		return text, bold
	}
	const words = "Hill billiii rolls all balls 1000 feet"
	for _, size := range []float64{8, 12, 31} {
		once := draw(words, 72, 700, size)
		if text, bold := read(once); text != words || bold {
			t.Errorf("drawn once it is %q, bold %t", text, bold)
		}
		var runs, letters []glyph
		for n := range 4 {
			runs = append(runs, draw(words, 72+.024*size*float64(n%2), 700+.024*size*float64(n/2), size)...)
		}
		for i := range once {
			again := once[i]
			again.x += .03 * size
			letters = append(letters, once[i], again)
		}
		for how, glyphs := range map[string][]glyph{"word by word": runs, "letter by letter": letters} {
			if text, bold := read(glyphs); text != words || !bold {
				t.Errorf("drawn over itself %s it is %q, bold %t", how, text, bold)
			}
		}
	}
	if text, _ := read(append(draw("The boat", 72, 700, 10), draw("The boat", 72, 688, 10)...)); text != "The boat The boat" {
		t.Errorf("the same words in the next line: %q", text)
	}
}

func TestIs(t *testing.T) {
	for s, want := range map[string]bool{
		"%PDF-1.4\n": true, "\r\n%PDF-2.0\n": true, "HTTP/1.1 200\r\n%PDF-1.4 1 0 obj endobj": true,
		"A file that begins with %PDF-1.4 is a PDF.": false, "%PDF-": false, "": false,
	} {
		if Is([]byte(s)) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

func TestGlyphText(t *testing.T) {
	for n, want := range map[string]string{
		"A": "A", "Aacute": "Á", "scaron": "š", "f_f_i": "ffi", "uni0416": "Ж", "u1F600": "😀", "afii10023": "Ё", "afii10072": "ж", "a.alt": "a",
		"g123": "", "quotedblleft": "“", "space": " ", "Ccedilla": "Ç", "tcommaaccent": "ţ", ".notdef": "",
	} {
		if got := glyphText(n); got != want {
			t.Errorf("%s is %q, want %q", n, got, want)
		}
	}
}

func TestUnLZW(t *testing.T) {
	// The example of ISO 32000-1, 7.4.4.2.
	got := unLZW([]byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, 1, 1000)
	if want := []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}; !bytes.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestWordsPartedAtALineEnd(t *testing.T) {
	l := layout{known: map[string]bool{"ice-cream": true, "electric": true}}
	for _, c := range [][3]string{
		{"a second elec-", "tric ferry", "a second electric\nferry"},
		{"an ice-", "cream machine", "an ice-cream\nmachine"},
		{"the break-", "water.", "the breakwater."},
		{"from 1914-", "1918 on", "from 1914-\n1918 on"},
		{"the Anglo-", "Saxon king", "the Anglo-Saxon\nking"},
		{"he waited -", "and went", "he waited -\nand went"},
	} {
		p := paragraph{lines: []line{{text: c[0]}, {text: c[1]}}}
		l.unhyphenate(&p)
		if got := p.text(); got != c[2] {
			t.Errorf("%q, want %q", got, c[2])
		}
	}
}

func TestRightToLeft(t *testing.T) {
	// As it is drawn: letters from the left, words from the left.
	words := []word{{s: "םולש", x0: 0, x1: 20, size: 10}, {s: "2023", x0: 25, x1: 45, size: 10}, {s: "דלי", x0: 50, x1: 65, size: 10}}
	if got := lineOf(row{words: words, size: 10}).text; got != "ילד 2023 שלום" {
		t.Errorf("%q", got)
	}
}

func BenchmarkRead(b *testing.B) {
	pdf := fromFile(b, "columns.pdf")
	for b.Loop() {
		read(pdf)
	}
}
