package text

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
)

func TestFindAsAReaderTypes(t *testing.T) {
	for _, c := range []struct {
		text, query  string
		cased, whole bool
		want         string
	}{
		{"The ferry. A FERRY, ferries", "ferry", false, false, "ferry|FERRY"},
		{"The ferry. A FERRY", "FERRY", true, false, "FERRY"},
		{"ferryman ferry Ferry", "ferry", false, true, "ferry|Ferry"},
		{"café CAFE\u0301 cafe", "cafe", false, false, "café|CAFE\u0301|cafe"},
		{"café cafe", "café", false, false, "café|cafe"},
		{"“We’re here”", `"we're`, false, false, "“We’re"},
		{"one\ntwo one\u00a0two", "one two", false, false, "one\ntwo|one\u00a0two"},
		{"Straße STRASSE", "strasse", false, false, "Straße|STRASSE"},
		{"Straße", "stras", false, false, "Straß"},
		{"co\u00adoperate", "cooperate", false, false, "co\u00adoperate"},
		{"aaaa", "aa", false, false, "aa|aa"},
		{"Łódź", "lodz", false, false, "Łódź"},
		{"كِتاب كتاب", "كتاب", false, false, "كِتاب|كتاب"},
		{"東京都に東京", "東京", false, true, "東京|東京"},
		{"ab", "  ", false, false, ""},
		{"well-known unknown", "known", false, true, "known"},
	} {
		var got []string
		for _, s := range NewSearchable(c.text).Find(c.query, c.cased, c.whole) {
			got = append(got, s.Of(c.text))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q in %q: %q, not %q", c.query, c.text, strings.Join(got, "|"), c.want)
		}
	}
}

// Any stretch of a text is found where it stands, and what is found are whole
// letters, in order, none over another.
func TestFindItself(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	letters := []rune("abcABC éÉßæ‐’\u0301\n\u00a0мир東京كِ👍")
	for range 3000 {
		var b strings.Builder
		for range 1 + rng.IntN(30) {
			b.WriteRune(letters[rng.IntN(len(letters))])
		}
		text := b.String()
		f := NewSearchable(text)
		cased, whole := rng.IntN(2) == 0, rng.IntN(3) == 0
		runes := []rune(text)
		i := rng.IntN(len(runes))
		query := string(runes[i:min(len(runes), i+1+rng.IntN(4))])
		spans := f.Find(query, cased, whole)
		last := 0
		for _, s := range spans {
			if s.Start < last || s.Empty() || s.End > len(text) || !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
				t.Fatalf("%q in %q: %v", query, text, spans)
			}
			last = s.End
		}
		if !whole && len(f.Find(query, cased, false)) == 0 && strings.Trim(query, " \n\u00a0\u0301") != "" && !strings.ContainsRune(query, '\u0650') {
			t.Fatalf("%q is not found in %q", query, text)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("The ferry, café", "fé")
	f.Fuzz(func(t *testing.T, text, query string) {
		for _, s := range NewSearchable(text).Find(query, false, true) {
			if s.Start < 0 || s.Empty() || s.End > len(text) {
				t.Errorf("%q in %q: %v", query, text, s)
			}
		}
	})
}

func BenchmarkFind100k(b *testing.B) {
	text := strings.Repeat("The harbour office said the old pier stays shut – for now. ", 9000)
	b.Run("make ready", func(b *testing.B) {
		for b.Loop() {
			NewSearchable(text)
		}
	})
	f := NewSearchable(text)
	b.Run("find", func(b *testing.B) {
		var n []data.Span
		for b.Loop() {
			n = f.Find("pier", false, false)
		}
		b.ReportMetric(float64(len(n)), "hits")
	})
}
