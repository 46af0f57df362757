package export

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

func laid(t testing.TB, b *Book, o Options) *sheet {
	t.Helper()
	o.Format = PDF
	s, err := lay(context.Background(), prepared(b, o), o, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// allWords is all that is written on a sheet's pages.
func (s *sheet) allWords() string {
	var words []string
	for _, p := range s.pages {
		for _, t := range p.texts {
			words = append(words, t.text)
		}
	}
	return strings.Join(words, " ")
}

func TestSheetsKeepToTheirPaper(t *testing.T) {
	b := sampleBook(t)
	b.Chapters[0].Notes[0].Body = strings.Repeat("wide", 400) + "\n\n" + strings.Repeat("many words ", 3000)
	b.Chapters[0].Notes[1].Tags = []string{strings.Repeat("T", 1000)}
	for _, sheet := range Sheets {
		for _, paper := range []Paper{A4, Letter} {
			for _, large := range []bool{false, true} {
				s := laid(t, b, Options{Sheet: sheet, Paper: paper, Large: large})
				for i, p := range s.pages {
					for _, w := range p.texts {
						right := w.x + faceOf(w.bold).width(w.text)*w.size
						if w.x < s.margin-10 || right > s.width-s.margin+8 || w.y < s.margin || w.y > s.height-s.margin+5 {
							t.Fatalf("%s %s large=%v, page %d: %q stands from %.0f to %.0f at %.0f of %.0f by %.0f", sheet, paper, large, i+1, w.text, w.x, right, w.y, s.width, s.height)
						}
					}
				}
			}
		}
	}
}

// No two runs of letters lie on each other.
func TestNothingOverlaps(t *testing.T) {
	b := sampleBook(t)
	b.Chapters[0].Notes[0].Body = strings.Repeat("many words ", 900)
	for _, sheet := range Sheets {
		s := laid(t, b, Options{Sheet: sheet, Large: true})
		for i, p := range s.pages {
			texts := slices.Clone(p.texts)
			for k, a := range texts {
				for _, z := range texts[k+1:] {
					apart := max(a.y-z.y, z.y-a.y)
					if apart >= 0.7*min(a.size, z.size) {
						continue
					}
					aw, zw := faceOf(a.bold).width(a.text)*a.size, faceOf(z.bold).width(z.text)*z.size
					if a.x+0.1 < z.x+zw && z.x+0.1 < a.x+aw {
						t.Fatalf("%s, page %d: %q lies on %q", sheet, i+1, a.text, z.text)
					}
				}
			}
		}
	}
}

func TestSideBySideHoldsBothReportsAndAllNotes(t *testing.T) {
	b := sampleBook(t)
	words := laid(t, b, Options{Sheet: SideBySide}).allWords()
	count := map[string]int{}
	for w := range strings.FieldsSeq(words) {
		count[w]++
	}
	for _, r := range b.Chapters[0].Reports {
		if !strings.Contains(words, r.Outlet) {
			t.Errorf("%s is not named", r.Outlet)
		}
	}
	for _, w := range []string{"<two>", "=SUM(A1)", "canteen", "Fernhill", "cut", "away”"} {
		if count[w] == 0 {
			t.Errorf("%q is missing", w)
		}
	}
	s := laid(t, b, Options{Sheet: SideBySide})
	if len(s.bookmarks) < 2 || s.bookmarks[0].title != b.Title || s.bookmarks[0].level != 0 {
		t.Errorf("bookmarks %v", s.bookmarks)
	}
	lines := 0
	for _, p := range s.pages {
		for _, l := range p.lines {
			if len(l.dash) > 0 {
				lines++
			}
		}
	}
	if lines < 10 {
		t.Errorf("%d dashed lines: B's marks do not differ from A's in shape", lines)
	}
}

func TestWorksheetNumbersEverySentence(t *testing.T) {
	b := sampleBook(t)
	words := " " + laid(t, b, Options{Sheet: Worksheet}).allWords() + " "
	for _, c := range []string{"A", "B"} {
		r := b.Chapters[0].Reports[0]
		if c == "B" {
			r = b.Chapters[0].Reports[1]
		}
		told := tell(&b.Chapters[0], &r, &Options{NoMarks: true, NoNotes: true})
		for i := range told.Sentences {
			if n := strings.Count(words, fmt.Sprintf(" %s%d ", c, i+1)); n != 1 {
				t.Errorf("sentence %s%d is numbered %d times", c, i+1, n)
			}
		}
	}
	if strings.Contains(words, "<two>") {
		t.Error("a note stands on the blank sheet")
	}
	for _, tag := range b.Tags {
		if found := strings.Contains(words, " "+tag.Name+" "); found != tag.Offered && len(tag.Name) > 8 {
			t.Errorf("tag %s: in the key %v, offered %v", tag.Name, found, tag.Offered)
		}
	}
}

func TestOtherScriptsAreSentToTheWebPage(t *testing.T) {
	b := sampleBook(t)
	b.Chapters[0].Reports[1].Text = "قال الرئيس إن 33 جنديا قتلوا\n这是一个句子。"
	b.Chapters[0].Comparison = &data.Comparison{Left: b.Chapters[0].Reports[0].ID, Right: b.Chapters[0].Reports[1].ID}
	b.Chapters[0].Notes[3].Body = "Ελληνικά, Привіт, ẞ, e\u0301 and one sign it has not: \U0001F600"
	for _, sheet := range Sheets {
		words := laid(t, b, Options{Sheet: sheet}).allWords()
		if strings.ContainsAny(words, "قال句") {
			t.Errorf("%s writes letters the font has not", sheet)
		}
		if !strings.Contains(words, "cannot show") && sheet != MyWork {
			t.Errorf("%s does not say where to read it", sheet)
		}
		if sheet != Worksheet && (!strings.Contains(words, "Ελληνικά, Привіт, ẞ, é and one") || !strings.Contains(words, "Signs the PDF cannot show: 1.")) {
			t.Errorf("%s: %s", sheet, words)
		}
	}
}

// The preview of a PDF says which letters it cannot show, wherever they stand;
// where they are a text's name, nothing stands in its place but a hint.
func TestPreviewTellsWhichLettersThePDFLacks(t *testing.T) {
	look := func(change func(b *Book), sheet Sheet) ([]rune, string) {
		b := sampleBook(t)
		change(b)
		o := Options{Format: PDF, Sheet: sheet}
		p, err := Look(context.Background(), b, o, 1)
		if err != nil {
			t.Fatal(err)
		}
		return p.Lacks, laid(t, b, o).allWords()
	}
	for _, sheet := range Sheets {
		if lacks, _ := look(func(*Book) {}, sheet); len(lacks) > 0 {
			t.Errorf("%s: lacks %q", sheet, lacks)
		}
		title := func(b *Book) { b.Title, b.Chapters[0].Event.Title = "שלום", "שלום" }
		lacks, words := look(title, sheet)
		if string(lacks) != "שלום" || strings.ContainsRune(words, unknown) || !strings.Contains(words, "cannot show") {
			t.Errorf("%s: lacks %q: %.200s", sheet, lacks, words)
		}
		lacks, _ = look(func(b *Book) { b.Chapters[0].Reports[0].Text = "桥在春天重新开放。" }, sheet)
		if (sheet == MyWork) != (len(lacks) == 0) {
			t.Errorf("%s: lacks %q of a report", sheet, lacks)
		}
	}
	lacks, _ := look(func(b *Book) {
		b.Chapters[0].Notes[0].Body = "One word, שלם, among a good many others that it can show."
	}, MyWork)
	if string(lacks) != "שלם" {
		t.Errorf("lacks %q of a note", lacks)
	}
}

func TestPictureShowsThePage(t *testing.T) {
	for _, sheet := range Sheets {
		p, err := Look(context.Background(), sampleBook(t), Options{Format: PDF, Sheet: sheet}, 1)
		if err != nil || p.Pages < 1 {
			t.Fatalf("%s: %d pages, %v", sheet, p.Pages, err)
		}
		dark := 0
		img := p.Page.(*image.RGBA)
		for i := 0; i < len(img.Pix); i += 4 {
			if img.Pix[i] < 100 {
				dark++
			}
		}
		if img.Bounds().Dx() != 596 || dark < 2000 {
			t.Errorf("%s: %v, %d dark pixels", sheet, img.Bounds(), dark)
		}
	}
}

func TestPreviewIsHowTheFileBegins(t *testing.T) {
	b := sampleBook(t)
	for _, f := range Formats {
		if f == PDF || f == REFI {
			continue
		}
		p, err := Look(context.Background(), b, Options{Format: f, Excel: true}, 1)
		if err != nil || len(p.Text) < 500 || strings.Contains(p.Text, "\ufeff") {
			t.Fatalf("%s: %v, %q", f, err, p.Text)
		}
		whole := strings.ReplaceAll(written(t, b, Options{Format: f}), "\r\n", "\n")
		if f != HTML && !strings.HasPrefix(whole, p.Text[:200]) {
			t.Errorf("%s begins otherwise: %q", f, p.Text[:200])
		}
	}
	p, err := Look(context.Background(), b, Options{Format: HTML}, 1)
	if err != nil || !strings.HasPrefix(p.Text, "The new lunch menu\n4 March 2024 · Pellmore\n") || strings.Contains(p.Text, "<") && !strings.Contains(p.Text, "<two>") {
		t.Errorf("the page reads %q, %v", p.Text, err)
	}
}

func TestPDFIsWhole(t *testing.T) {
	for _, sheet := range Sheets {
		out := []byte(written(t, sampleBook(t), Options{Format: PDF, Sheet: sheet}))
		if !bytes.HasPrefix(out, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(out), []byte("%%EOF")) || len(out) > 60_000 {
			t.Errorf("%s: %d bytes", sheet, len(out))
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	book := sampleBook(b)
	for b.Loop() {
		if err := Write(context.Background(), &bytes.Buffer{}, book, Options{Format: PDF}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
