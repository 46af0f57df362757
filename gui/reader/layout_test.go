package reader

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
)

// evenRuler gives every letter half an em and every space a quarter.
type evenRuler struct{}

func (evenRuler) simple(string) bool { return true }
func (evenRuler) space(bool) float32 { return 0.25 }
func (evenRuler) width(word string, _ []uint8, _, _ bool) float32 {
	return 0.5 * float32(utf8.RuneCountInString(word))
}
func (evenRuler) cuts(word string, _, _ bool, yield func(int, float32) bool) {
	for i, r := range word {
		if !yield(i+utf8.RuneLen(r), 0.5) {
			return
		}
	}
}

// randomText is words of an invented alphabet, some long, some in other scripts.
func randomText(rng *rand.Rand, n int) string {
	letters := []rune("abcdefghijklmnopqrstuvwxyzäéßñřşдиж")
	others := []string{"مرحبا", "שלום", "日本語", "e\u0301tude", "👍", "12,5", "(x)", "“so”", "well-known"}
	var b strings.Builder
	for range n {
		switch rng.IntN(12) {
		case 0:
			b.WriteString(others[rng.IntN(len(others))])
		default:
			for range 1 + rng.IntN(12) {
				b.WriteRune(letters[rng.IntN(len(letters))])
			}
		}
		switch rng.IntN(15) {
		case 0:
			b.WriteByte('\n')
		case 1:
			b.WriteString(".  ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// Lines cover the text in order, leave out white space only, and are no wider
// than the column.
func TestLinesCoverTheText(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, r := range []ruler{evenRuler{}, usual()} {
		for range 60 {
			text := randomText(rng, 1+rng.IntN(120))
			if rng.IntN(3) == 0 {
				text += strings.Repeat("x", rng.IntN(400))
			}
			width := float32(60 + rng.IntN(500))
			l := newLayout(newDocument(text, r), map[int]Style{0: Headline}, width, sized(10))
			at, y := 0, -1.0
			for i, ln := range l.lines {
				if strings.TrimSpace(text[at:ln.start]) != "" {
					t.Fatalf("line %d leaves out %q", i, text[at:ln.start])
				}
				if ln.y <= y {
					t.Fatalf("line %d stands no lower than the one before", i)
				}
				row := l.row(i)
				if ln.end > ln.start && len(row.cells) > 1 && row.width > width+0.5 {
					t.Fatalf("line %d %q is %v wide in %v", i, text[ln.start:ln.end], row.width, width)
				}
				at, y = int(ln.end), ln.y
			}
			if strings.TrimSpace(text[at:]) != "" {
				t.Fatalf("the last line leaves out %q", text[at:])
			}
		}
	}
}

func TestFirstFit(t *testing.T) {
	text := "aaa bbb ccc dddddddddd ee"
	l := newLayout(newDocument(text, evenRuler{}), nil, 45, sized(10)) // nine letters
	var got []string
	for _, ln := range l.lines {
		got = append(got, text[ln.start:ln.end])
	}
	if s := strings.Join(got, "|"); s != "aaa bbb|ccc|ddddddddd|d ee" {
		t.Errorf("lines: %s", s)
	}
}

// Every place between letters is found again at its own x, whatever the script.
func TestPlaceAndXAgree(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 80 {
		text := randomText(rng, 1+rng.IntN(80))
		l := newLayout(NewDocument(text), nil, float32(120+rng.IntN(400)), sized(17))
		for i := range l.lines {
			r := l.row(i)
			for k := range r.cells {
				c := &r.cells[k]
				if c.width < 0.5 {
					continue
				}
				start, end := c.x+c.width*0.25, c.x+c.width*0.75
				if c.rtl() {
					start, end = end, start
				}
				if got := r.offsetAt(start); got != int(c.start) {
					t.Fatalf("line %q: front of %q gives %d, want %d", text[r.start:r.end], text[c.start:c.end], got, c.start)
				}
				if got := r.offsetAt(end); got != int(c.end) {
					t.Fatalf("line %q: back of %q gives %d, want %d", text[r.start:r.end], text[c.start:c.end], got, c.end)
				}
				if got, ok := r.letterAt(c.x + c.width/2); !ok || got != int(c.start) {
					t.Fatalf("letter %q is not found at its middle", text[c.start:c.end])
				}
				x := r.caretX(int(c.start))
				edge := c.x
				if c.rtl() {
					edge += c.width
				}
				if !near(x, edge) {
					t.Fatalf("caret before %q at %v, its edge at %v", text[c.start:c.end], x, edge)
				}
				v := r.intervals(data.Span{Start: int(c.start), End: int(c.end)}, false, nil)
				if len(v) != 1 || !near(v[0].x0, c.x) || !near(v[0].x1, c.x+c.width) {
					t.Fatalf("letter %q stands at %v", text[c.start:c.end], v)
				}
			}
			if n := len(r.cells); n > 0 && (int(r.cells[0].start) != int(r.start) || int(r.cells[n-1].end) != int(r.end)) {
				t.Fatalf("cells cover %d-%d of %d-%d", r.cells[0].start, r.cells[n-1].end, r.start, r.end)
			}
			for k := 1; k < len(r.cells); k++ {
				if r.cells[k].start != r.cells[k-1].end {
					t.Fatalf("line %q: a gap between letters %d and %d", text[r.start:r.end], k-1, k)
				}
			}
		}
	}
}

// The intervals of a span add up to the widths of its letters.
func TestIntervalsAddUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		text := randomText(rng, 12)
		l := newLayout(NewDocument(text), nil, 500, sized(17))
		for i := range l.lines {
			r := l.row(i)
			a, b := int(r.start), int(r.end)
			if b <= a {
				continue
			}
			s := data.Span{Start: a + rng.IntN(b-a), End: a + rng.IntN(b-a+1)}
			var want, got float32
			for _, c := range r.cells {
				if int(c.end) > s.Start && int(c.start) < s.End {
					want += c.width
				}
			}
			for _, v := range r.intervals(s, false, nil) {
				got += v.x1 - v.x0
			}
			if got-want > 0.2 || want-got > 0.2 {
				t.Fatalf("%q: intervals %v wide, letters %v", s.Of(text), got, want)
			}
		}
	}
}

// An Arabic line starts at the right edge and its number reads left to right.
func TestRightToLeft(t *testing.T) {
	text := "قال 33 جنديا"
	l := newLayout(NewDocument(text), nil, 400, sized(17))
	r := l.row(0)
	if !r.rtl {
		t.Fatal("the line is not set from the right")
	}
	if first := r.cells[0]; !near(first.x+first.width, l.width) {
		t.Errorf("the first letter ends at %v, the column at %v", first.x+first.width, l.width)
	}
	digits := where(text, "33")
	a, b := r.caretX(digits.Start), r.caretX(digits.Start+1)
	if a >= b {
		t.Errorf("digits stand at %v and %v", a, b)
	}
	if got := r.offsetAt(l.width - 1); got != 0 {
		t.Errorf("the right edge is offset %d", got)
	}
	if got := r.offsetAt(-50); got != len(text) {
		t.Errorf("left of the text is offset %d of %d", got, len(text))
	}
	v := r.intervals(where(text, "قال"), false, nil)
	if len(v) != 1 || !near(v[0].x1, l.width) {
		t.Errorf("the first word stands at %v", v)
	}
}

// A megabyte without a space is broken anywhere, in time that grows with its
// length: here only that it ends and fills its lines.
func TestHugeWord(t *testing.T) {
	text := strings.Repeat("abcdefghij", 100_000)
	l := newLayout(NewDocument(text), nil, 400, sized(17))
	if n := len(l.lines); n < 15_000 || n > 40_000 {
		t.Errorf("%d lines", n)
	}
	for _, i := range []int{0, len(l.lines) / 2, len(l.lines) - 2} {
		if r := l.row(i); r.width < 380 || r.width > 400.5 {
			t.Errorf("line %d is %v wide", i, r.width)
		}
	}
}

func TestOutlinesFollowTheWords(t *testing.T) {
	one := outlines([]slab{{50, 100, 0, 10}, {0, 100, 10, 20}, {0, 30, 20, 30}})
	if len(one) != 1 || len(one[0]) != 8 {
		t.Fatalf("a passage over three lines: %v", one)
	}
	two := outlines([]slab{{80, 100, 0, 10}, {0, 30, 10, 20}})
	if len(two) != 2 {
		t.Fatalf("words that do not touch: %v", two)
	}
	for _, ps := range append(one, two...) {
		area := float32(0)
		for i, p := range ps {
			q := ps[(i+1)%len(ps)]
			area += p.x*q.y - q.x*p.y
		}
		if area <= 0 {
			t.Errorf("%v is not clockwise", ps)
		}
	}
}

func TestWordAndSentence(t *testing.T) {
	text := "It’s a well-known fact. “Is it so?” she asked… Yes.\n日本語。そう。"
	d := newDocument(text, evenRuler{})
	for _, x := range []struct{ at, word string }{
		{"t’s", "It’s"}, {"ell-", "well-known"}, {" a well", "It’s"}, {"本", "本"}, {"“Is", "“"},
	} {
		if got := d.WordAt(where(text, x.at).Start).Of(text); got != x.word {
			t.Errorf("word at %q is %q, want %q", x.at, got, x.word)
		}
	}
	for _, x := range []struct{ at, sentence string }{
		{"well", "It’s a well-known fact."}, {"so?", "“Is it so?”"}, {"asked", "she asked…"}, {"Yes", "Yes."}, {"そ", "そう。"},
	} {
		if got := d.sentenceAt(where(text, x.at).Start).Of(text); got != x.sentence {
			t.Errorf("sentence at %q is %q, want %q", x.at, got, x.sentence)
		}
	}
}

func FuzzPane(f *testing.F) {
	for _, s := range []string{"", "a b\nc", "قال 33", "z\u0334\u0315", "\xff\xfe", "日本語", "👩‍👩‍👧", "\u202eabc"} {
		f.Add(s, 200)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		d := NewDocument(text)
		l := newLayout(d, map[int]Style{0: Headline, 2: Subhead}, float32(width%2000), sized(17))
		for i := range l.lines {
			r := l.row(i)
			for _, x := range []float32{-1, 0, 5, 50, l.width} {
				if o := r.offsetAt(x); o < int(r.start) || o > int(r.end) {
					t.Fatalf("x %v gives %d outside %d-%d", x, o, r.start, r.end)
				}
			}
		}
		for i := 0; i <= len(text); i += 1 + len(text)/9 {
			if w := d.WordAt(i); w.Start < 0 || w.End > len(text) || w.Start > w.End {
				t.Fatalf("word at %d: %v", i, w)
			}
			d.sentenceAt(i)
		}
	})
}

func longText(words int) string {
	rng := rand.New(rand.NewPCG(11, 12))
	voc := strings.Fields(harbour)
	var b strings.Builder
	for i := range words {
		b.WriteString(voc[rng.IntN(len(voc))])
		if i%61 == 60 {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func BenchmarkNewDocument100k(b *testing.B) {
	text := longText(100_000)
	for b.Loop() {
		NewDocument(text)
	}
}

func BenchmarkLayout100k(b *testing.B) {
	d := NewDocument(longText(100_000))
	for b.Loop() {
		newLayout(d, nil, 440, sized(17))
	}
}

func BenchmarkLayoutHugeWord(b *testing.B) {
	d := NewDocument(strings.Repeat("abcdefghij", 100_000))
	for b.Loop() {
		newLayout(d, nil, 440, sized(17))
	}
}

// At a window of 901 units and scale 1.3 Fyne draws 1171.3 pixels on 1172.
func TestCoveredPixels(t *testing.T) {
	for _, x := range []struct {
		at          float32
		n           int
		scale, wide float32
		want        int
	}{
		{3, 543, 1.3, 901, 543},
		{480, 544, 1.3, 901, 545},
		{480, 544, 1, 901, 544},
		{480, 544, 1.5, 902, 544},
		{0, 100, 2, 333, 100},
	} {
		if got := covered(x.at, x.n, x.scale, x.wide, 1); got != x.want {
			t.Errorf("%v: %d pixels", x, got)
		}
	}
}

// sized is the usual type in another size.
func sized(size float32) Type {
	t := DefaultType()
	t.Size = size
	return t
}

// SetTextSize sets a pane's text in another size.
func (p *Pane) SetTextSize(size float32) {
	t := p.set
	t.Size = size
	p.SetType(t)
}

// From whatever line one looks, the line of a place is the one that is found by
// looking through all.
func TestLineFromAnyLineIsLineOf(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	for range 20 {
		d := newDocument(randomText(rng, 1+rng.IntN(300)), evenRuler{})
		l := newLayout(d, nil, float32(60+rng.IntN(300)), sized(10))
		for range 300 {
			near, offset := rng.IntN(len(l.lines)+3)-2, rng.IntN(len(d.text)+2)
			if got, want := l.lineFrom(near, offset), l.lineOf(offset); got != want {
				t.Fatalf("from line %d of %d the place %d is on line %d, not %d", near, len(l.lines), offset, got, want)
			}
		}
	}
}
