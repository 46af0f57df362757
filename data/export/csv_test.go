package export

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

func TestTableHasARowForEachNoteAndMark(t *testing.T) {
	b := sampleBook(t)
	rows, err := csv.NewReader(strings.NewReader(written(t, b, Options{Format: CSV}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for _, row := range rows[1:] {
		kind, _, _ := strings.Cut(row[0], ":")
		kinds[kind]++
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("%s: %q begins like a formula", rows[0][i], cell)
			}
		}
		for side, l := range []string{"a_", "b_"} {
			if row[at[l+"start"]] == "" || row[at[l+"quote"]] == "" {
				continue
			}
			start, end, err := parseSpan(row[at[l+"start"]], row[at[l+"end"]])
			if err != nil {
				t.Fatal(err)
			}
			if got := string([]rune(b.Chapters[0].Reports[side].Text)[start:end]); got != bareCell(row[at[l+"quote"]]) {
				t.Errorf("places %d to %d hold %q, not %q", start, end, got, row[at[l+"quote"]])
			}
		}
	}
	if kinds["note"] != 5 || kinds["mark"] < 20 {
		t.Errorf("rows: %v", kinds)
	}
}

func TestByteOrderMarkIsForExcel(t *testing.T) {
	b := sampleBook(t)
	if plain, marked := written(t, b, Options{Format: CSV}), written(t, b, Options{Format: CSV, Excel: true}); marked != "\ufeff"+plain {
		t.Error("the mark is not the only difference")
	}
}

func FuzzCell(f *testing.F) {
	for _, s := range []string{"", "=1", "'=1", "''=1", "'tis", " +1", "\t", "＝1", "plain", "'\u00a0@x", "' '-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		kept := strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
		cell := safe([]string{s})[0]
		if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
			t.Errorf("%q became %q", s, cell)
		}
		if got := bareCell(cell); got != kept {
			t.Errorf("%q came back as %q", kept, got)
		}
	})
}

func FuzzTags(f *testing.F) {
	f.Add("NA", "my ; own \\ kind")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.TrimSpace(a), strings.TrimSpace(b)
		if a == "" || b == "" || strings.TrimSpace(strings.ToValidUTF8(a, "")) != a || strings.TrimSpace(strings.ToValidUTF8(b, "")) != b {
			t.Skip()
		}
		if got := splitTags(joinTags([]string{a, b})); !slices.Equal(got, []string{a, b}) {
			t.Errorf("%q, %q came back as %q", a, b, got)
		}
	})
}

func FuzzCodePoints(f *testing.F) {
	f.Add("a short text", 3)
	f.Add(strings.Repeat("añ漢😀\n", 60), 200)
	f.Fuzz(func(t *testing.T, s string, n int) {
		if s = strings.ToValidUTF8(s, ""); n < 0 || n > len(s) {
			t.Skip()
		}
		p := countPoints(s)
		runes := []rune(s)
		if p.count != len(runes) {
			t.Fatalf("%d code points, want %d", p.count, len(runes))
		}
		if _, ok := p.offset(len(runes) + 1); ok {
			t.Error("found a place behind the end")
		}
		k := n % (len(runes) + 1)
		offset, ok := p.offset(k)
		if !ok || offset != len(string(runes[:k])) || p.at(offset) != k {
			t.Errorf("code point %d: offset %d, %v; back at %d", k, offset, ok, p.at(offset))
		}
	})
}
