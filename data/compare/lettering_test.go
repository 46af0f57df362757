package compare

import (
	"slices"
	"testing"

	"parallax/data"
)

func TestLettering(t *testing.T) {
	a := "Mayor Ela Orlan told the town’s council on Friday that the “old harbour” — closed since May — will open again at noon."
	b := "Mayor Ela Orlan told the town's council, on Friday,  that the \"Old Harbour\" – closed  since May — will open again at noon!"
	left, right := a+"\nOne more.", b+"\nOther words."
	c := compared(t, left, right)
	for name, test := range map[string]struct {
		count data.Lettering
		want  []string
	}{
		"nothing":     {data.Lettering{}, nil},
		"capitals":    {data.Lettering{Capitals: true}, []string{"lettering old|Old", "lettering harbour|Harbour"}},
		"punctuation": {data.Lettering{Punctuation: true}, []string{"lettering |,", "lettering |,", "lettering .|!"}},
		"marks": {data.Lettering{QuoteMarks: true}, []string{
			"lettering town’s|town's", "lettering “|\"", "lettering ” —|\" –",
		}},
		"spaces": {data.Lettering{Spacing: true}, []string{"lettering  |  "}},
		"all": {data.Lettering{Capitals: true, Punctuation: true, QuoteMarks: true, Spacing: true}, []string{
			"lettering town’s|town's", "lettering |,", "lettering |,", "lettering “|\"", "lettering old|Old", "lettering harbour|Harbour",
			"lettering ” —|\" –", "lettering  |  ", "lettering .|!",
		}},
	} {
		got := Letter(c, left, right, test.count)
		if list := kinds(&got.Pairs[0], a, b); !slices.Equal(list, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, list, test.want)
		}
		if len(c.Pairs[0].Differences) != 0 {
			t.Fatal("the comparison itself has changed")
		}
	}
}

// What Letter adds lies beside the other differences, on whole words or between
// two, and mirrors when the sides are swapped.
func TestLetteringOfAnything(t *testing.T) {
	all := data.Lettering{Capitals: true, Punctuation: true, QuoteMarks: true, Spacing: true}
	v := newInventor(71)
	added := 0
	for range 30 {
		a, _ := v.reports(120)
		b := v.relettered(a)
		c, back := compared(t, a, b), compared(t, b, a)
		got, mirrored := Letter(c, a, b, all), Letter(back, b, a, all)
		for i := range got.Pairs {
			p := &got.Pairs[i]
			for _, d := range p.Differences {
				if d.Kind == data.Lettered {
					added++
				}
				for _, e := range c.Pairs[i].Differences {
					if d.Kind == data.Lettered && d.Left.Overlap(e.Left)+d.Right.Overlap(e.Right) > 0 {
						t.Fatalf("%+v lies over %+v", d, e)
					}
				}
			}
		}
		mirror(&mirrored)
		sortComparison(&mirrored)
		for i := range got.Pairs {
			if x, y := kinds(&got.Pairs[i], a, b), kinds(&mirrored.Pairs[i], a, b); !slices.Equal(x, y) {
				t.Fatalf("swapped: %q and %q", x, y)
			}
		}
		if same := Letter(compared(t, a, a), a, a, all); len(same.Pairs) > 0 {
			for i := range same.Pairs {
				if len(same.Pairs[i].Differences) > 0 {
					t.Fatalf("a text and itself: %+v", same.Pairs[i].Differences)
				}
			}
		}
	}
	if added < 300 {
		t.Errorf("%d differences in lettering found", added)
	}
}

// relettered writes a text again with other capitals, commas, marks and spaces.
func (v inventor) relettered(s string) string {
	var out []rune
	for _, r := range s {
		switch {
		case r == ' ' && v.IntN(12) == 0:
			out = append(out, ',', ' ')
		case r == ' ' && v.IntN(12) == 0:
			out = append(out, ' ', ' ')
		case r == '“' || r == '”':
			out = append(out, '"')
		case 'a' <= r && r <= 'z' && v.IntN(30) == 0:
			out = append(out, r-'a'+'A')
		default:
			out = append(out, r)
		}
	}
	return string(out)
}
