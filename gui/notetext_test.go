package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/widget"
)

func TestNoteSegments(t *testing.T) {
	for body, want := range map[string][]string{
		"plain":                            {"plain", "|"},
		"a **b** c":                        {"a ", "b*", " c", "|"},
		"**b**":                            {"b*", "|"},
		"two ** stars":                     {"two ** stars", "|"},
		"**b** and ** one":                 {"b*", " and ** one", "|"},
		"- first\n- **second**\nend":       {"• ", "first", "|", "• ", "second*", "|", "end", "|"},
		"[x](http://example.invalid) ![y]": {"[x](http://example.invalid) ![y]", "|"},
		"":                                 {"|"},
	} {
		var got []string
		for _, s := range noteSegments(body) {
			text := s.(*widget.TextSegment)
			mark := text.Text
			if text.Style.TextStyle.Bold {
				mark += "*"
			}
			if !text.Style.Inline {
				mark += "|"
			}
			got = append(got, mark)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}
