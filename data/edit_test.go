package data

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// typing makes the edits of a text written letter by letter from at on.
func typing(at int, text string) []Edit {
	var list []Edit
	for _, r := range text {
		list = append(list, Edit{At: at, New: string(r), Typed: true})
		at += utf8.RuneLen(r)
	}
	return list
}

// joined unites what belongs together, as a history of changes does.
func joined(list []Edit) []Edit {
	var out []Edit
	for _, e := range list {
		if n := len(out); n > 0 {
			if both, ok := out[n-1].Join(e); ok {
				out[n-1] = both
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

func TestTypedLettersJoinToWords(t *testing.T) {
	var got []string
	for _, e := range joined(typing(3, "Who  säid\nso? ")) {
		got = append(got, e.New)
	}
	if want := "Who  |säid\n|so? "; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", strings.Join(got, "|"), want)
	}
	del := func(at int, old string) Edit { return Edit{At: at, Old: old, Typed: true} }
	for name, c := range map[string]struct {
		list []Edit
		want int
	}{
		"deleted backwards":             {[]Edit{del(4, "d"), del(3, "c"), del(2, " "), del(1, "b"), del(0, "a")}, 2},
		"deleted forwards":              {[]Edit{del(0, "a"), del(0, " "), del(0, "b")}, 2},
		"written elsewhere":             {[]Edit{{At: 0, New: "a", Typed: true}, {At: 5, New: "b", Typed: true}}, 2},
		"written, then deleted":         {[]Edit{{At: 0, New: "a", Typed: true}, del(0, "a")}, 2},
		"deleted, then written":         {[]Edit{del(0, "a"), {At: 0, New: "b", Typed: true}}, 2},
		"written over words, then on":   {[]Edit{{At: 0, Old: "said", New: "c", Typed: true}, {At: 1, New: "l", Typed: true}}, 1},
		"pasted, then written":          {[]Edit{{At: 0, New: "pasted"}, {At: 6, New: "x", Typed: true}}, 2},
		"written, then pasted":          {[]Edit{{At: 0, New: "x", Typed: true}, {At: 1, New: "pasted"}}, 2},
		"written, then another deleted": {[]Edit{{At: 4, New: "x", Typed: true}, del(3, "y")}, 2},
	} {
		if got := joined(c.list); len(got) != c.want {
			t.Errorf("%s: %d steps, want %d: %+v", name, len(got), c.want, got)
		}
	}
}

// Joined or not, the changes make the same text, and taken back from the last
// on they leave the first one.
func TestEditsJoinedMakeTheSameText(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	letters := []string{"a", "b", " ", "\n", "ä", "語", "e\u0301", "\xff"}
	for range 300 {
		start := strings.Repeat(letters[dice.IntN(len(letters))], dice.IntN(4))
		text, at := start, 0
		var list []Edit
		for range 40 {
			if dice.IntN(6) == 0 {
				at = dice.IntN(len(text) + 1)
			}
			at = min(at, len(text))
			e := Edit{At: at, Typed: dice.IntN(8) > 0}
			switch dice.IntN(3) {
			case 0:
				e.Old = text[at:min(len(text), at+1)]
			case 1:
				e.At = max(0, at-1)
				e.Old = text[e.At:at]
			default:
				e.New = letters[dice.IntN(len(letters))]
			}
			text = e.Apply(text)
			at = e.At + len(e.New)
			list = append(list, e)
		}
		united := joined(list)
		got := start
		for _, e := range united {
			if got[e.At:e.At+len(e.Old)] != e.Old {
				t.Fatalf("%+v does not fit %q", e, got)
			}
			got = e.Apply(got)
		}
		if got != text {
			t.Fatalf("%q, want %q: %+v", got, text, united)
		}
		for i := len(united) - 1; i >= 0; i-- {
			got = united[i].Back().Apply(got)
		}
		if got != start {
			t.Fatalf("taken back %q, want %q", got, start)
		}
	}
}

func FuzzEditBetween(f *testing.F) {
	f.Add("", "")
	f.Add("said so", "said it so")
	f.Add("aaaa", "aaa")
	f.Add("é", "è")
	f.Add("\xc3", "\xc3\xa9")
	f.Fuzz(func(t *testing.T, before, after string) {
		e := EditBetween(before, after)
		if before[e.At:e.At+len(e.Old)] != e.Old || e.Apply(before) != after || e.Back().Apply(after) != before {
			t.Fatalf("%+v", e)
		}
		if utf8.ValidString(before) && utf8.ValidString(after) && !utf8.ValidString(e.Old+"|"+e.New) {
			t.Fatalf("a letter is parted: %+v", e)
		}
	})
}
