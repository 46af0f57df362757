package compare

import (
	"strings"
	"unicode"

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

// A stretch is letters of one side of a difference, and where they stand.
type stretch struct {
	letters []rune
	at      []int  // offset of each letter, and of the end
	border  []bool // of the places between them, whether a word ends or starts there
}

// unspaced appends d, or what is left of it without the letters both its sides
// have in writing without spaces.
func (m *matter) unspaced(list []data.Difference, d data.Difference) []data.Difference {
	x, y := m.stretch(0, d.Left), m.stretch(1, d.Right)
	n, k := len(x.letters), len(y.letters)
	if n == 0 || k == 0 || n*k > mostUnspaced {
		return append(list, d)
	}
	// What is found must not depend on which text is on the left.
	swapped := string(x.letters) > string(y.letters)
	if swapped {
		x, y = y, x
	}
	cuts := 0
	var part func(a0, a1, b0, b1 int)
	part = func(a0, a1, b0, b1 int) {
		i, j, shared := sharedLetters(&x, &y, a0, a1, b0, b1)
		if shared > 0 {
			cuts++
			part(a0, i, b0, j)
			part(i+shared, a1, j+shared, b1)
			return
		}
		left, right := x.trimmed(a0, a1), y.trimmed(b0, b1)
		if swapped {
			left, right = right, left
		}
		switch {
		case left.Empty() && right.Empty():
			return
		case left.Empty():
			list = append(list, data.Difference{Kind: data.OnlyRight, Left: left, Right: right})
		case right.Empty():
			list = append(list, data.Difference{Kind: data.OnlyLeft, Left: left, Right: right})
		default:
			list = append(list, data.Difference{Kind: data.Replaced, Left: left, Right: right})
		}
	}
	before := len(list)
	part(0, len(x.letters), 0, len(y.letters))
	if cuts == 0 {
		return append(list[:before], d)
	}
	return list
}

// stretch returns the letters of a span; none where it holds no writing without spaces.
func (m *matter) stretch(side int, span data.Span) (x stretch) {
	s := &m.sides[side]
	written := span.Of(s.String)
	if !strings.ContainsFunc(written, text.Unspaced) {
		return x
	}
	for i, r := range written {
		x.letters, x.at = append(x.letters, r), append(x.at, span.Start+i)
	}
	x.at = append(x.at, span.End)
	x.border = make([]bool, len(x.at))
	x.border[0], x.border[len(x.letters)] = true, true
	for i := range x.letters {
		w := s.WordAt(x.at[i])
		x.border[i] = x.border[i] || w.Start == x.at[i] || w.End == x.at[i]
	}
	return x
}

// trimmed is where the letters from a to z stand, without signs and spaces at
// their ends.
func (x *stretch) trimmed(a, z int) data.Span {
	sign := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsSymbol(r) && !unicode.IsMark(r)
	}
	start := x.at[a]
	for a < z && sign(x.letters[a]) {
		a++
	}
	for a < z && sign(x.letters[z-1]) {
		z--
	}
	if a == z {
		return data.Span{Start: start, End: start}
	}
	return data.Span{Start: x.at[a], End: x.at[z]}
}

// sharedLetters returns where the most letters running stand that x has between
// a0 and a1 and y between b0 and b1, and how many they are; 0 for none. Words
// of both sides begin or end with them, or they are whole words of one side.
func sharedLetters(x, y *stretch, a0, a1, b0, b1 int) (i, j, most int) {
	least := max(leastRunning, (max(a1-a0, b1-b0)+sharedOf-1)/sharedOf)
	for a := a0; a < a1; a++ {
		for b := b0; b < b1; b++ {
			for n := 1; a+n <= a1 && b+n <= b1 && x.letters[a+n-1] == y.letters[b+n-1] && text.Unspaced(x.letters[a+n-1]); n++ {
				if n <= most || x.clings(a) || x.clings(a+n) || y.clings(b) || y.clings(b+n) {
					continue
				}
				wholeX, wholeY := x.border[a] && x.border[a+n], y.border[b] && y.border[b+n]
				opens, ends := x.border[a] && y.border[b], x.border[a+n] && y.border[b+n]
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
	for !x.border[a] {
		a--
	}
	for !x.border[z] {
		z++
	}
	return z - a
}

// clings reports whether the letter at i, if there is one, hangs on that before it.
func (x *stretch) clings(i int) bool {
	return i < len(x.letters) && (unicode.IsMark(x.letters[i]))
}
