package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/text"
)

// Where no spaces part the words, the words of a text are a guess, and the same
// letters may be cut in two ways in the two texts: what comes behind them
// decides whether 费用 is a word or part of 费用将近. Letters both sides of a
// difference have are therefore taken out of it again, where the borders of
// words speak for them.

const (
	leastRunning = 2       // letters that are taken out; at an end one
	sharedOf     = 8       // they are one in so many letters of the longer side at least, or a crumb
	mostUnspaced = 1 << 14 // letters of one side times those of the other that are looked through
)

// A stretch is one side of a difference, letter by letter.
type stretch struct {
	letters []unit
	spans   []data.Span
	opens   []bool // of each letter and of the end, whether a word starts there
}

// A unit is a letter of writing without spaces, or a whole word of other
// writing, which is not taken apart.
type unit struct {
	r   rune
	key int32 // of the whole word
}

// unspaced appends the difference between left and right, or what is left of it
// without the letters both have in writing without spaces.
func (m *matter) unspaced(list []data.Difference, left, right []word) []data.Difference {
	d := data.Difference{Kind: data.Replaced, Left: m.run(0, left), Right: m.run(1, right)}
	if !strings.ContainsFunc(d.Left.Of(m.sides[0].String), text.Unspaced) || !strings.ContainsFunc(d.Right.Of(m.sides[1].String), text.Unspaced) {
		return append(list, d)
	}
	x, y := m.stretch(0, left), m.stretch(1, right)
	if len(x.letters)*len(y.letters) > mostUnspaced {
		return append(list, d)
	}
	// What is found must not depend on which text is on the left.
	swapped := d.Left.Of(m.sides[0].String) > d.Right.Of(m.sides[1].String)
	if swapped {
		x, y = y, x
	}
	var part func(a0, a1, b0, b1 int)
	part = func(a0, a1, b0, b1 int) {
		if slices.Equal(x.letters[a0:a1], y.letters[b0:b1]) {
			return
		}
		if i, j, shared := sharedLetters(&x, &y, a0, a1, b0, b1); shared > 0 {
			part(a0, i, b0, j)
			part(i+shared, a1, j+shared, b1)
			return
		}
		d := data.Difference{Kind: data.Replaced, Left: x.span(a0, a1), Right: y.span(b0, b1)}
		if swapped {
			d.Left, d.Right = d.Right, d.Left
		}
		switch {
		case d.Left.Empty():
			d.Kind = data.OnlyRight
		case d.Right.Empty():
			d.Kind = data.OnlyLeft
		}
		list = append(list, d)
	}
	part(0, len(x.letters), 0, len(y.letters))
	return list
}

// stretch returns the letters of words of a side.
func (m *matter) stretch(side int, words []word) (x stretch) {
	s := &m.sides[side]
	for i := range words {
		span := s.span(&words[i])
		written := span.Of(s.String)
		if !strings.ContainsFunc(written, text.Unspaced) {
			x.letters, x.spans, x.opens = append(x.letters, unit{key: words[i].key}), append(x.spans, span), append(x.opens, true)
			continue
		}
		for at := span.Start; at < span.End; {
			r, size := utf8.DecodeRuneInString(s.String[at:])
			x.letters, x.spans = append(x.letters, unit{r: r}), append(x.spans, data.Span{Start: at, End: at + size})
			x.opens = append(x.opens, at == span.Start)
			at += size
		}
	}
	x.opens = append(x.opens, true)
	return x
}

// span is where the letters from a to z stand; of none, behind those in front.
func (x *stretch) span(a, z int) data.Span {
	switch {
	case a < z:
		return data.Span{Start: x.spans[a].Start, End: x.spans[z-1].End}
	case a > 0:
		return data.Span{Start: x.spans[a-1].End, End: x.spans[a-1].End}
	}
	return data.Span{Start: x.spans[0].Start, End: x.spans[0].Start}
}

// sharedLetters returns where the most letters running stand that x has between
// a0 and a1 and y between b0 and b1, and how many they are; 0 for none. Words
// of both sides begin or end with them, or they are whole words of one side.
func sharedLetters(x, y *stretch, a0, a1, b0, b1 int) (i, j, most int) {
	least := max(leastRunning, (max(a1-a0, b1-b0)+sharedOf-1)/sharedOf)
	for a := a0; a < a1; a++ {
		for b := b0; b < b1; b++ {
			for n := 1; a+n <= a1 && b+n <= b1 && x.letters[a+n-1] == y.letters[b+n-1] && text.Unspaced(x.letters[a+n-1].r); n++ {
				if n <= most || x.clings(a) || x.clings(a+n) || y.clings(b) || y.clings(b+n) {
					continue
				}
				wholeX, wholeY := x.opens[a] && x.opens[a+n], y.opens[b] && y.opens[b+n]
				opens, ends := x.opens[a] && y.opens[b], x.opens[a+n] && y.opens[b+n]
				atEnd := a == a0 && b == b0 || a+n == a1 && b+n == b1
				if n == 1 { // a letter alone is part of most words of two
					wholeX, wholeY = wholeX && y.wordAround(b) > 2, wholeY && x.wordAround(a) > 2
				}
				if n >= least && (wholeX || wholeY || opens || ends) || atEnd && (wholeX || wholeY) {
					i, j, most = a, b, n
				}
			}
		}
	}
	return i, j, most
}

// wordAround is how many letters the word of the letter at i has.
func (x *stretch) wordAround(i int) int {
	a, z := i, i+1
	for !x.opens[a] {
		a--
	}
	for !x.opens[z] {
		z++
	}
	return z - a
}

// clings reports whether the letter at i, if there is one, hangs on that before it.
func (x *stretch) clings(i int) bool {
	return i < len(x.letters) && unicode.IsMark(x.letters[i].r)
}
