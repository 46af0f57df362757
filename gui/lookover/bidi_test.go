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
	f.Add("אב\u2029גד", true)
	f.Fuzz(func(t *testing.T, s string, rtl bool) {
		s = strings.ToValidUTF8(s, "")
		count := func(s string) (n int) {
			for _, r := range s {
				if !strings.ContainsRune(leftMark+rightMark, r) {
					n++
				}
			}
			return n
		}
		if got := strings.Join(visual(s, rtl), ""); count(got) != count(s) {
			t.Errorf("visual(%q) = %q", s, got)
		}
	})
}
