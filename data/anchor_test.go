package data_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
)

func anchorOn(text, words string) data.Anchor {
	at := strings.Index(text, words)
	return data.MakeAnchor(&data.Report{ID: "r", Text: text}, data.Left, data.Span{Start: at, End: at + len(words)})
}

const pierText = "Pier shut\nThe harbour master shut the pier on Monday, she said.\nTraders were told at noon, the union said.\nIt opens in May."

func TestAnchorFindsItsWords(t *testing.T) {
	for _, c := range []struct{ name, words, text, want string }{
		{"as it was", "noon", pierText, "noon"},
		{"a paragraph in front is gone", "noon", "Traders were told at noon, the union said.\nIt opens in May.", "noon"},
		{"others came between", "Pier shut", "Menu\nPier shut\nBy Ann\nThe harbour master shut the pier on Monday, she said.", "Pier shut"},
		{"its paragraph is gone, a namesake is left", "union said", strings.Replace(pierText, "Traders were told at noon, the union said.\n", "", 1) + "\nWages rose, a union said.", ""},
		{"one word, a namesake is left", "said", "Traders were told at noon, the union said.", ""},
		{"over two paragraphs", "she said.\nTraders", pierText, "she said.\nTraders"},
		{"over two paragraphs that stand apart now", "she said.\nTraders", strings.Replace(pierText, "she said.", "she said.\nRead more", 1), "she said.\nRead more\nTraders"},
		{"over two paragraphs, the second gone", "she said.\nTraders", strings.Replace(pierText, "Traders were told at noon, the union said.\n", "", 1), ""},
		{"no words are left", "noon", "", ""},
	} {
		a := anchorOn(pierText, c.words)
		if c.name == "one word, a namesake is left" {
			a = anchorOn(pierText, "she said")
			a = data.MakeAnchor(&data.Report{ID: "r", Text: pierText}, data.Left, data.Span{Start: a.End - len("said"), End: a.End})
		}
		span, ok := a.Find(c.text)
		if ok != (c.want != "") || ok && span.Of(c.text) != c.want {
			t.Errorf("%s: found %v %q, want %q", c.name, ok, span.Of(c.text), c.want)
		}
		if again := a.Reanchor(c.text); ok && again.Reanchor(c.text) != again {
			t.Errorf("%s: tying twice is not tying once", c.name)
		}
	}
}

// Of two places with the same words in the same paragraph, the one that was
// meant is found by what stands around it.
func TestAnchorTellsTwinsApart(t *testing.T) {
	text := "Start\nRead more\nThe end of a story.\nRead more\nThe last line."
	a := anchorOn(text, "Read more\nThe last")
	a = data.MakeAnchor(&data.Report{Text: text}, data.Left, data.Span{Start: a.Start, End: a.Start + len("Read more")})
	now := "A new first line\n" + text
	if span, ok := a.Find(now); !ok || span.Start != strings.LastIndex(now, "Read more") {
		t.Errorf("found %v, %v", span, ok)
	}
}

func TestAnchorOfAPlaceWithoutWords(t *testing.T) {
	text := "The bridge is shut.\nNobody may cross it for a year, the town says."
	at := strings.Index(text, "for a year")
	a := data.MakeAnchor(&data.Report{ID: "r", Text: text}, data.Left, data.Span{Start: at, End: at})
	for _, moved := range []string{
		text,
		"Älter.\n" + text,
		"Nobody may cross it for a year, the town says.",
	} {
		want := strings.Index(moved, "for a year")
		if got := a.Reanchor(moved); got.Loose || got.Start != want || got.End != want {
			t.Errorf("%q: %+v, want %d", moved, got, want)
		}
	}
	if got := a.Reanchor("The bridge is shut."); !got.Loose || got.Span != a.Span {
		t.Errorf("gone: %+v", got)
	}
}

func TestAnchorOfAWholeReportIsNeverLoose(t *testing.T) {
	a := data.Anchor{ReportID: "r", Side: data.Right}
	for _, text := range []string{"", "Other words.", "More\nof them"} {
		if got := a.Reanchor(text); got != a {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func FuzzAnchorFind(f *testing.F) {
	f.Add(pierText, "It opens in May.\nPier shut", 4, 9)
	f.Add("a\n\nb", "a\n\n\nb", 0, 4)
	f.Add("\xff\n", "\n\xff", 0, 1)
	f.Fuzz(func(t *testing.T, was, now string, start, end int) {
		if start < 0 || end < start || end > len(was) || !utf8.ValidString(was) || !utf8.ValidString(was[start:end]) || !utf8.ValidString(was[end:]) {
			return // a report's text is valid, and its spans are of whole letters
		}
		a := data.MakeAnchor(&data.Report{Text: was}, data.Left, data.Span{Start: start, End: end})
		if span, ok := a.Find(was); !ok || span != a.Span {
			t.Fatalf("%q at %d to %d of the same text is found at %v, %v", a.Quote, start, end, span, ok)
		}
		if span, ok := a.Find(now); ok && (span.Start < 0 || span.End > len(now) || span.Start > span.End) {
			t.Fatalf("found outside the text: %v", span)
		}
	})
}
