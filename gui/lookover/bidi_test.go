package lookover

import (
	"strings"
	"testing"
)

func TestVisual(t *testing.T) {
	for _, c := range []struct {
		line string
		rtl  bool
		want string
	}{
		{"plain words (all left)", false, "plain words (all left)"},
		{"the word שלום stays", false, "the| |word| |שלום| |stays"},
		{"שלום לכם", true, "לכם| |שלום"},
		{"מספר 33 כאן", true, "כאן| |33| |מספר"},
		{"כך (TASS) אמר.", true, ".|אמר| |(|TASS|)| |כך"},
		{"TASS אמר", true, "אמר| |TASS"},
		{"12", true, "12"},
	} {
		if got := strings.Join(visual(c.line, c.rtl), "|"); got != c.want {
			t.Errorf("visual(%q, %v) = %q, want %q", c.line, c.rtl, got, c.want)
		}
	}
	if startsRight("12 abc שלום") || !startsRight("12: שלום abc") || startsRight("") {
		t.Error("a text starts where its first letter does")
	}
}

func FuzzVisual(f *testing.F) {
	f.Add("כך (TASS) אמר.", true)
	f.Add("\u202e abc \xff", false)
	f.Fuzz(func(t *testing.T, s string, rtl bool) {
		visual(s, rtl)
	})
}
