package lens

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/compare"
)

// compared compares every two of the reports.
func compared(t testing.TB, reports []*data.Report) []data.Comparison {
	t.Helper()
	var list []data.Comparison
	for i := range reports {
		for k := i + 1; k < len(reports); k++ {
			c, err := compare.Align(t.Context(), reports[i], reports[k], nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, c)
		}
	}
	return list
}

func tablesOf(t testing.TB, reports []*data.Report, readings ...data.Reading) map[Kind]Table {
	t.Helper()
	tables, err := Read(t.Context(), reports, compared(t, reports), readings)
	if err != nil {
		t.Fatal(err)
	}
	byKind := map[Kind]Table{}
	for _, table := range tables {
		byKind[table.Kind] = table
	}
	return byKind
}

// reportsOf makes reports A, B, … of texts.
func reportsOf(texts ...string) []*data.Report {
	var list []*data.Report
	for i, s := range texts {
		headline, _, _ := strings.Cut(s, "\n")
		list = append(list, &data.Report{ID: data.ID(rune('A' + i)), Headline: headline, Text: s})
	}
	return list
}

// lessonTexts reads the texts of every lesson and of the pairs the aligner is
// tested with.
func lessonTexts(t testing.TB) [][]string {
	t.Helper()
	var all [][]string
	read := func(files []string) {
		var texts []string
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, strings.TrimSuffix(string(raw), "\n"))
		}
		all = append(all, texts)
	}
	for _, l := range append(slices.Clone(lessons), keptBack...) {
		read(l.files)
	}
	lefts, err := filepath.Glob("../compare/testdata/*.a.txt")
	if err != nil || len(lefts) < 10 {
		t.Fatalf("%d pairs of the aligner: %v", len(lefts), err)
	}
	for _, left := range lefts {
		read([]string{left, strings.TrimSuffix(left, ".a.txt") + ".b.txt"})
	}
	return all
}

// check holds the tables of reports to what every table promises.
func check(t *testing.T, reports []*data.Report, tables []Table) {
	t.Helper()
	if len(tables) != len(Kinds) {
		t.Fatalf("%d tables", len(tables))
	}
	for n, table := range tables {
		if table.Kind != Kinds[n] {
			t.Errorf("table %d is %s", n, table.Kind)
		}
		for _, row := range table.Rows {
			if len(row.Cells) != len(reports) {
				t.Fatalf("%s: a row has %d cells for %d reports", table.Kind, len(row.Cells), len(reports))
			}
			places := 0
			for i, c := range row.Cells {
				text := reports[i].Text
				places += c.Places()
				for _, w := range c.Wordings {
					if len(w.Places) == 0 || w.Text == "" {
						t.Errorf("%s: wording %q has no place", table.Kind, w.Text)
					}
					if !slices.IsSortedFunc(w.Places, bySpan) {
						t.Errorf("%s: places of %q are out of order: %v", table.Kind, w.Text, w.Places)
					}
					for _, p := range w.Places {
						if p.Start < 0 || p.Empty() || p.End > len(text) {
							t.Fatalf("%s: place %v is not in a text of %d bytes", table.Kind, p, len(text))
						}
						if cutsWord(text, p.Start) || cutsWord(text, p.End) {
							t.Errorf("%s: %q cuts a word of …%q…", table.Kind, p.Of(text), text[max(0, p.Start-20):min(len(text), p.End+20)])
						}
					}
				}
			}
			if places == 0 {
				t.Errorf("%s: a row about %q has no place", table.Kind, row.Head)
			}
		}
	}
}

// cutsWord reports whether offset stands between two letters or digits, or
// inside a letter.
func cutsWord(text string, offset int) bool {
	if offset == 0 || offset == len(text) {
		return false
	}
	if !utf8.ValidString(text) {
		return false
	}
	a, _ := utf8.DecodeLastRuneInString(text[:offset])
	b, _ := utf8.DecodeRuneInString(text[offset:])
	return a < 0x250 && b < 0x250 && letter(a) && letter(b) || !utf8.RuneStart(text[offset])
}

func letter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

func read(t *testing.T, reports []*data.Report) []Table {
	t.Helper()
	tables, err := Read(t.Context(), reports, compared(t, reports), nil)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func TestEveryRowKnowsItsPlaces(t *testing.T) {
	for _, texts := range lessonTexts(t) {
		reports := reportsOf(texts...)
		check(t, reports, read(t, reports))
	}
}

// Reports in another order give the same rows in the same order, with the cells
// in theirs.
func TestReportsMirror(t *testing.T) {
	for _, texts := range lessonTexts(t) {
		reports := reportsOf(texts...)
		turned := slices.Clone(reports)
		slices.Reverse(turned)
		mirrored(t, read(t, reports), read(t, turned))
	}
}

func mirrored(t *testing.T, straight, turned []Table) {
	t.Helper()
	for n := range straight {
		for _, r := range turned[n].Rows {
			slices.Reverse(r.Cells)
		}
		slices.Reverse(turned[n].Unread)
		if !reflect.DeepEqual(straight[n], turned[n]) {
			t.Errorf("%s is not the mirror:\n%s\n%s", straight[n].Kind, show(straight[n]), show(turned[n]))
		}
	}
}

func show(t Table) string {
	var b strings.Builder
	for _, r := range t.Rows {
		fmt.Fprintf(&b, "%s %s %q", r.Code, r.Finding, r.Head)
		for _, c := range r.Cells {
			b.WriteString(" |")
			for _, w := range c.Wordings {
				fmt.Fprintf(&b, " %q×%d", w.Text+w.About, len(w.Places))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestSameTextsDifferInNothing(t *testing.T) {
	for _, texts := range lessonTexts(t)[:3] {
		reports := reportsOf(texts[0], texts[0])
		tables := read(t, reports)
		check(t, reports, tables)
		for _, table := range tables {
			for _, r := range table.Rows {
				switch r.Finding {
				case OnlyOne, Differs, Cut, Apart:
					t.Errorf("%s: a text differs from itself: %s %v", table.Kind, r.Finding, r.Cells)
				}
			}
		}
	}
}

// Without word lists for a language the tables that need none still work, and
// those that need some say so.
func TestALanguageWithoutWordLists(t *testing.T) {
	a := "La ville ferme le pont\nLe maire a dit que le pont serait fermé pour 14 jours. « Nous ne pouvons pas attendre plus longtemps », a déclaré la maire. Les ouvriers ont trouvé des fissures dans trois des piliers."
	b := "Le pont est fermé\nLe pont sera fermé pour 21 jours, selon le maire. « Nous ne pouvons pas attendre », a déclaré la maire. Des fissures ont été trouvées dans trois piliers par les ouvriers."
	tables := tablesOf(t, reportsOf(a, b))
	for _, k := range Kinds {
		if got := tables[k].Unread != nil; got != needsWords[k] {
			t.Errorf("%s: says it cannot read the language: %v", k, got)
		}
		if needsWords[k] && k != Naming && len(tables[k].Rows) > 0 {
			t.Errorf("%s found %s", k, show(tables[k]))
		}
	}
	for _, k := range []Kind{Quotation, Number, Order} {
		if len(tables[k].Rows) == 0 {
			t.Errorf("%s found nothing", k)
		}
	}
	if got := show(tables[Number]); !strings.Contains(got, `differs "" | "14`) {
		t.Errorf("numbers:\n%s", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Head\n“We go,” said A. Bell.\nUp to 20 men were hurt on 3 May.", "Head\nA. Bell claimed: “we go now”. At least 21 people fell, 2-1.")
	f.Add("said “", "claims claims,, the said")
	f.Add("\xff1-1-1 a b", "１２ ’’ said ‘x’")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 4000 || len(b) > 4000 {
			return
		}
		reports := reportsOf(a, b)
		tables := read(t, reports)
		check(t, reports, tables)
		slices.Reverse(reports)
		mirrored(t, tables, read(t, reports))
	})
}

// A reader who goes elsewhere is not kept waiting: the tables are given up.
func TestReadingCanBeCancelled(t *testing.T) {
	reports := reportsOf(lessonTexts(t)[0]...)
	comparisons := compared(t, reports)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if tables, err := Read(ctx, reports, comparisons, nil); err != context.Canceled || tables != nil {
		t.Errorf("%d tables: %v", len(tables), err)
	}
}

// BenchmarkRead reads two reports of 10,000 words each, made of the lessons.
func BenchmarkRead(b *testing.B) {
	var texts [2]strings.Builder
	for round := 0; texts[0].Len() < 60000; round++ {
		for _, t := range lessonTexts(b) {
			for side := range texts {
				// Numbers keep the rounds from being one text again and again.
				texts[side].WriteString(strings.ReplaceAll(t[side], " the ", fmt.Sprintf(" the q%d ", round)))
				texts[side].WriteByte('\n')
			}
		}
	}
	reports := reportsOf(texts[0].String(), texts[1].String())
	comparisons := compared(b, reports)
	b.ReportMetric(float64(len(strings.Fields(reports[0].Text))), "words")
	b.ResetTimer()
	for range b.N {
		if _, err := Read(b.Context(), reports, comparisons, nil); err != nil {
			b.Fatal(err)
		}
	}
}
