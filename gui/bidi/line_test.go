package bidi

import (
	"strings"
	"testing"
)

func TestPart(t *testing.T) {
	for _, c := range []struct {
		line string
		rtl  bool
		want string // with | for what parts runs
	}{
		{"plain words (all left)", false, "plain words (all left)"},
		{"the word שלום stays", false, "|the word |שלום| stays|"},
		{"שלום לכם", true, "|לכם| |שלום|"},
		{"מספר 33 כאן", true, "|כאן| |33| |מספר|"},
		{"כך (TASS) אמר.", true, "|.|אמר| |(|TASS|)| |כך|"},
		{"TASS אמר", true, "|אמר| |TASS|"},
		{"قال “نعم”", true, "|”|نعم|“| |قال|"},
		{"33% من 12,500", true, "|12,500| |من| |33%|"},
		{"12", true, "|12|"},
		{"a תל-אביב b", false, "|a |אביב|-|תל| b|"},
	} {
		if got := strings.ReplaceAll(Part(c.line, c.rtl), leftMark, "|"); got != c.want {
			t.Errorf("Part(%q, %v) = %q, want %q", c.line, c.rtl, got, c.want)
		}
	}
}

func TestFromRight(t *testing.T) {
	if FromRight("12 abc שלום") || !FromRight("12: שלום abc") || FromRight("") {
		t.Error("a text starts where its first letter does")
	}
	if got := Line("אב abc"); strings.ReplaceAll(got, leftMark, "|") != "|abc| |אב|" {
		t.Errorf("Line: %q", got)
	}
}

// Nothing is lost and nothing added but marks, whatever the text.
func FuzzPart(f *testing.F) {
	f.Add("כך (TASS) אמר.", true)
	f.Add("\u202e abc \xff", false)
	f.Add("אב\u2029גד", true)
	f.Fuzz(func(t *testing.T, s string, rtl bool) {
		s = strings.ToValidUTF8(s, "")
		count := func(s string) (n int) {
			for _, r := range s {
				if string(r) != leftMark {
					n++
				}
			}
			return n
		}
		if got := Part(s, rtl); count(got) != count(s) {
			t.Errorf("Part(%q) = %q", s, got)
		}
	})
}
