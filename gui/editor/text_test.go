package editor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// byLetters measures every letter as one unit, so that lines can be counted.
func byLetters() *ruler {
	return newRuler(func(s string) float32 { return float32(utf8.RuneCountInString(s)) }, 1)
}

// scraps are what random texts are made of: words, blanks, letters of several
// signs, letters read from the right, text that is not valid.
var scraps = []string{"a", "word", " ", "  ", "\n", "well-known", "e\u0301", "👩\u200d🔬", "🇫🇮", "語語語", "שלום", "(", ")", ".", "\t", "averyveryverylongword", "\xff", "it’s"}

func randomText(dice *rand.Rand, n int) string {
	var b strings.Builder
	for range dice.IntN(n) {
		b.WriteString(scraps[dice.IntN(len(scraps))])
	}
	return b.String()
}

// Edits at random leave the text a plain string would be, broken as a text set
// anew is.
func TestEditsAtRandomAgainstAPlainText(t *testing.T) {
	for seed := range uint64(60) {
		dice := rand.New(rand.NewPCG(seed, 3))
		var l layout
		want := randomText(dice, 30)
		l.set(want, float32(3+dice.IntN(20)), byLetters())
		for step := range 80 {
			a, b := dice.IntN(len(want)+1), dice.IntN(len(want)+1)
			if dice.IntN(3) > 0 {
				b = min(len(want), a+dice.IntN(3))
			}
			a, b = min(a, b), max(a, b)
			words := ""
			if dice.IntN(4) > 0 {
				words = randomText(dice, 4)
			}
			from, to := l.place(a), l.place(b)
			if l.offset(from) != a || l.offset(to) != b {
				t.Fatalf("seed %d: places %v %v are at %d %d, want %d %d", seed, from, to, l.offset(from), l.offset(to), a, b)
			}
			if got := l.between(from, to); got != want[a:b] {
				t.Fatalf("seed %d: between %q, want %q", seed, got, want[a:b])
			}
			end := l.edit(from, to, words)
			want = want[:a] + words + want[b:]
			if got := l.String(); got != want {
				t.Fatalf("seed %d, step %d: %q, want %q", seed, step, got, want)
			}
			if got := l.offset(end); got != a+len(words) {
				t.Fatalf("seed %d: the end is at %d, want %d", seed, got, a+len(words))
			}
			var anew layout
			anew.set(want, l.room, l.ruler)
			if !slices.Equal(anew.first, l.first) {
				t.Fatalf("seed %d, step %d: lines %v, want %v: %q", seed, step, l.first, anew.first, want)
			}
			for i := range anew.paragraphs {
				if !slices.Equal(anew.paragraphs[i].ends, l.paragraphs[i].ends) {
					t.Fatalf("seed %d, step %d: ends %v, want %v of %q", seed, step, l.paragraphs[i].ends, anew.paragraphs[i].ends, want)
				}
			}
		}
	}
}

// letterStarts are where letters begin, by the segmenter on the whole text.
func letterStarts(words string) map[int]bool {
	starts := map[int]bool{}
	at := 0
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			at++
		}
		starts[at] = true
		var seg segmenter.Segmenter
		seg.Init([]rune(line))
		for letters := seg.GraphemeIterator(); letters.Next(); {
			for range letters.Grapheme().Text {
				_, n := utf8.DecodeRuneInString(words[at:])
				at += n
			}
			starts[at] = true
		}
	}
	return starts
}

// Every way to move stops between letters only, goes on, and comes to the ends.
func TestMovesNeverPartALetter(t *testing.T) {
	for seed := range uint64(60) {
		dice := rand.New(rand.NewPCG(seed, 4))
		var l layout
		words := randomText(dice, 80)
		l.set(words, float32(4+dice.IntN(12)), byLetters())
		starts := letterStarts(words)
		for name, move := range map[string]func(place) place{"next": l.next, "previous": l.previous, "next word": l.nextWord, "previous word": l.previousWord} {
			at, to := place{}, l.end()
			if strings.HasPrefix(name, "previous") {
				at, to = to, at
			}
			for n := 0; at != to; n++ {
				next := move(at)
				if !starts[l.offset(next)] {
					t.Fatalf("seed %d: %s of %v parts a letter at %v: %q", seed, name, at, next, words)
				}
				if next == at || n > len(words) || next.before(at) != strings.HasPrefix(name, "previous") {
					t.Fatalf("seed %d: %s of %v is %v: %q", seed, name, at, next, words)
				}
				at = next
			}
			if move(at) != at {
				t.Fatalf("seed %d: %s goes beyond the end", seed, name)
			}
		}
		n := 0
		for range starts {
			n++
		}
		for at := (place{}); ; at = l.next(at) {
			n--
			if l.next(at) == at {
				break
			}
		}
		if n != 0 {
			t.Fatalf("seed %d: %d letters were left out: %q", seed, n, words)
		}
		for i := range l.lines() {
			ln := l.line(i)
			if at := l.offset(place{ln.paragraph, ln.to}); !starts[at] {
				t.Fatalf("seed %d: a line ends inside a letter at %d: %q", seed, at, words)
			}
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ at, want string }{
		{"Who sa|id so", "said"}, {"Who |said so", "said"}, {"Who said| so", "said"}, {"Who said|   so", "said"}, {"Who said |  so", "   "},
		{"it|’s so", "it’s"}, {"well|-known", "well-known"}, {"so|.", "so"}, {"so.|", "."}, {"|", ""}, {"a |👩‍🔬 b", "👩‍🔬"}, {"“|so”", "so"},
	} {
		before, after, _ := strings.Cut(c.at, "|")
		l := text{newText(before + after).paragraphs}
		from, to := l.wordAt(place{0, len(before)})
		if got := l.between(from, to); got != c.want {
			t.Errorf("%q: %q, want %q", c.at, got, c.want)
		}
	}
	l := newText("Who said  so, “he”\nnow")
	var got []string
	for at := (place{}); at != l.end(); {
		next := l.nextWord(at)
		got = append(got, l.between(at, next))
		at = next
	}
	if want := "Who| said|  so|,| “|he|”|\n|now"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", strings.Join(got, "|"), want)
	}
}

func TestLinesBreakAtBlanks(t *testing.T) {
	for words, want := range map[string]string{
		"one two three":       "one two |three",
		"one two    three":    "one two    |three",
		"averylongword is so": "averylon|gword is |so",
		"a\nb\n":              "a|b|",
		"well-known it":       "well-|known it",
		"語語語語語語語語語":           "語語語語語語語語|語",
		"":                    "",
	} {
		var l layout
		l.set(words, 8, byLetters())
		var got []string
		for i := range l.lines() {
			n := l.line(i)
			got = append(got, l.paragraphs[n.paragraph].words[n.from:n.to])
			if at := l.lineOf(place{n.paragraph, n.from}, false); at != i {
				t.Errorf("%q: line %d begins on line %d", words, i, at)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", words, strings.Join(got, "|"), want)
		}
	}
}
