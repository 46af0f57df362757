package data_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
)

func TestBodyLines(t *testing.T) {
	part := func(text string) data.BodyPart { return data.BodyPart{Text: text} }
	bold := func(text string) data.BodyPart { return data.BodyPart{Text: text, Bold: true} }
	line := func(parts ...data.BodyPart) data.BodyLine { return data.BodyLine{Parts: parts} }
	item := func(parts ...data.BodyPart) data.BodyLine { return data.BodyLine{Item: true, Parts: parts} }
	for body, want := range map[string][]data.BodyLine{
		"":                                  {line()},
		"plain":                             {line(part("plain"))},
		"a **b** c":                         {line(part("a "), bold("b"), part(" c"))},
		"**b**":                             {line(bold("b"))},
		"two ** stars":                      {line(part("two ** stars"))},
		"**b** and ** one":                  {line(bold("b"), part(" and ** one"))},
		"**over\nlines**":                   {line(part("**over")), line(part("lines**"))},
		"- first\n  * **second**\n–third\n": {item(part("first")), item(bold("second")), line(part("–third")), line()},
		"-5 degrees":                        {line(part("-5 degrees"))},
		"[x](http://example.invalid) <b>":   {line(part("[x](http://example.invalid) <b>"))},
	} {
		if got := data.BodyLines(body); !reflect.DeepEqual(got, want) {
			t.Errorf("%q:\n got %+v\nwant %+v", body, got, want)
		}
	}
}

// No word is lost, whatever is written.
func FuzzBodyLines(f *testing.F) {
	for _, s := range []string{"a **b** c", "- x\n** y", "****", "*** **", "– –"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) {
			return // the library keeps no such text
		}
		var said strings.Builder
		for i, l := range data.BodyLines(body) {
			if i > 0 {
				said.WriteByte('\n')
			}
			for _, p := range l.Parts {
				if p.Text == "" {
					t.Errorf("%q has an empty part", body)
				}
				said.WriteString(p.Text)
			}
		}
		bare := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune(" \t*-–", r) {
					return -1
				}
				return r
			}, s)
		}
		if bare(said.String()) != bare(body) {
			t.Errorf("%q became %q", body, said.String())
		}
	})
}
