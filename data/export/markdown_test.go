package export

import (
	"strings"
	"testing"
)

func TestMarkdownKeepsStrangersWordsPlain(t *testing.T) {
	for given, want := range map[string]string{
		"![x](http://evil.example/a.png)": `\!\[x\](http://evil.example/a.png)`,
		"# heading":                       `\# heading`,
		"    code":                        "code",
		"- list\n1. one\n12) two":         "\\- list\n1\\. one\n12\\) two",
		"<b>&amp;":                        `\<b\>\&amp;`,
		"snake_case *bold* `x` ~~no~~":    "snake\\_case \\*bold\\* \\`x\\` \\~\\~no\\~\\~",
		"a\x00b\r\nc\x1b":                 "ab\nc",
		"Title\n=====":                    "Title\n\\=====",
	} {
		if got := escape(given); got != want {
			t.Errorf("%q: got %q, want %q", given, got, want)
		}
	}
}

func TestMarkdownHasAllThereIs(t *testing.T) {
	text := written(t, sampleBook(t), Options{Format: Markdown})
	for _, words := range []string{
		"# The new lunch menu\n", "- **A** Pellmore Courier, “School canteen drops meat on Mondays”, 2024-03-01, https://pellmore.example/lunch?a=1\\&b=2",
		"a **heated** meeting", "a **lively** meeting", "(note 1)", "### Note 1 · Names and labels, Speaking verbs",
		"> **B** “Ten weeks is long enough", "\\=SUM(A1)\n\n- first\n- second", "words cut away” (no longer in the text)",
	} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is missing", words)
		}
	}
}
