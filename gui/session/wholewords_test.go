package session

import (
	"strings"
	"testing"

	"parallax/data"
)

func TestWholeWords(t *testing.T) {
	for _, c := range []struct{ text, selected, want string }{
		{"We listened to our pupils", " listened to our", "listened to our"},
		{"We listened to our pupils", "stened to o", "listened to our"},
		{"“We listened,” she said.", "We listened,” sh", "We listened,” she"},
		{"“We listened,” she said.", "”", "”"},
		{"Der Bürgermeister kam", "ürger", "Bürgermeister"},
		{"市长周一关闭了大桥", "周一", "周一"},
		{"a   b", "   ", "   "},
		{"1,250 people", "25", "250"},
	} {
		i := strings.Index(c.text, c.selected)
		got := wholeWords(c.text, data.Span{Start: i, End: i + len(c.selected)})
		if got.Of(c.text) != c.want {
			t.Errorf("%q in %q: %q, want %q", c.selected, c.text, got.Of(c.text), c.want)
		}
	}
}

func FuzzWholeWords(f *testing.F) {
	f.Add("We listened to our pupils", 3, 9)
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		if a < 0 || b < a || b > len(text) {
			t.Skip()
		}
		s := wholeWords(text, data.Span{Start: a, End: b})
		if s.Start < 0 || s.End > len(text) || s.Start > s.End || a < b && s.Empty() {
			t.Errorf("%d-%d of %q became %v", a, b, text, s)
		}
		if again := wholeWords(text, s); again != s {
			t.Errorf("not settled: %v, then %v", s, again)
		}
	})
}
