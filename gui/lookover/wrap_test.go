package lookover

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// letterRuler measures every letter as one.
func letterRuler() *ruler {
	return &ruler{
		measure: func(s string) float32 { return float32(utf8.RuneCountInString(s)) },
		widths:  map[string]float32{},
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		limit int
		want  string
		cut   bool
	}{
		{"", 10, 5, "", false},
		{"  \t\n ", 10, 5, "", false},
		{"one two three", 7, 5, "one two|three", false},
		{"one   two\nthree", 100, 5, "one two three", false},
		{"abcdefghij kl", 4, 9, "abcd|efgh|ij|kl", false},
		{"one two three four", 5, 2, "one|two", true},
		{"one two", 3, 2, "one|two", false},
		{"äöü ßßß", 3, 2, "äöü|ßßß", false},
		{"ab", 0, 5, "a|b", false},
	} {
		lines, cut := letterRuler().wrap(c.text, c.width, c.limit)
		if got := strings.Join(lines, "|"); got != c.want || cut != c.cut {
			t.Errorf("wrap(%q, %v, %d) = %q, %v; want %q, %v", c.text, c.width, c.limit, got, cut, c.want, c.cut)
		}
	}
}

func TestWrapKeepsEveryLetter(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteString([]string{"a", "Bo", "längst", "  ", "\n", "word", strings.Repeat("x", r.IntN(900)), "日本"}[r.IntN(8)])
			if r.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		width := float32(1 + r.IntN(40))
		lines, cut := letterRuler().wrap(b.String(), width, 1<<30)
		if cut {
			t.Fatal("cut without a limit")
		}
		got := strings.ReplaceAll(strings.Join(lines, ""), " ", "")
		if want := strings.Join(strings.Fields(b.String()), ""); got != want {
			t.Fatalf("width %v:\n%q\nwant\n%q", width, got, want)
		}
		for _, line := range lines {
			if n := utf8.RuneCountInString(line); float32(n) > width {
				t.Fatalf("line %q is %d wide, room for %v", line, n, width)
			}
		}
	}
}

// TestWrapLooksNoFurther checks that a line of a megabyte costs no more than
// what is shown of it.
func TestWrapLooksNoFurther(t *testing.T) {
	measured := 0
	r := letterRuler()
	measure := r.measure
	r.measure = func(s string) float32 {
		measured += len(s)
		return measure(s)
	}
	if _, cut := r.wrap(strings.Repeat("x", 1<<20), 80, 8); !cut {
		t.Error("not cut")
	}
	if measured > 20000 {
		t.Errorf("measured %d bytes for 8 lines of 80", measured)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two three", 7, 3)
	f.Add("\xff\xfe\u00a0 x", 1, 1)
	f.Fuzz(func(t *testing.T, s string, width, limit int) {
		limit = min(max(limit, 1), 50)
		lines, _ := letterRuler().wrap(s, float32(width), limit)
		if len(lines) > limit {
			t.Errorf("%d lines, limit %d", len(lines), limit)
		}
	})
}
