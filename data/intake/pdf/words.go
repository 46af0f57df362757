package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is characters drawn beside each other.
type word struct {
	s            string
	x0, x1, y    float64
	size         float64
	bold, italic bool
	edge         bool // the file says that it belongs to the page
	apart        bool // a space stands before it
	glued        bool // the next one runs on from it, whatever the gap
}

// wordGap is the gap, in em, from which two characters are in two words. A
// space is .25 wide in most fonts and is hardly ever made narrower than .17.
const wordGap = .17

// spaceLeast is the gap, in em, a space leaves at least. Some programs draw one
// and step back over it.
const spaceLeast = .06

// wordsOf joins characters, in the order they are drawn, into words.
func wordsOf(glyphs []glyph) []word {
	var out []word
	apart := false
	for _, g := range glyphs {
		s := spelled(g.s)
		if strings.TrimSpace(s) == "" {
			apart = apart || s != ""
			continue
		}
		if n := len(out); n > 0 {
			w := &out[n-1]
			em := min(w.size, g.size)
			gap := g.x - w.x1
			if apart && gap < spaceLeast*em && gap > -.2*em && math.Abs(g.y-w.y) < .1*em {
				apart = false // the space was taken back
			}
			if !apart && math.Abs(g.y-w.y) < .1*em && gap < wordGap*em && gap > -.6*em && math.Abs(w.size-g.size) < .05*em && w.edge == g.edge {
				w.s += s
				w.x1 = max(w.x1, g.x+g.w)
				w.bold, w.italic = w.bold && g.bold, w.italic && g.italic
				continue
			}
		}
		out = append(out, word{s: s, x0: g.x, x1: g.x + g.w, y: g.y, size: g.size, bold: g.bold, italic: g.italic, edge: g.edge, apart: apart})
		apart = false
	}
	return out
}

// strayMost is how far off, in em and in shares of its own width, a character
// may be drawn over itself.
const strayMost, strayWidth = .1, .4

// once leaves out characters that are drawn over themselves a second time, with
// a small shift, as programs do whose font has no bold letters. Those that stay
// are bold.
func once(glyphs []glyph) []glyph {
	type spot struct {
		s          string
		size, x, y int
	}
	out := make([]glyph, 0, len(glyphs))
	drawn := make(map[spot]int, len(glyphs)) // the last in out that is drawn there
	for _, g := range glyphs {
		reach := strayMost * g.size
		at := spot{g.s, int(g.size * 4), int(math.Floor(g.x / reach)), int(math.Floor(g.y / reach))}
		first := -1
		for i := range 9 {
			near := at
			near.x, near.y = at.x+i%3-1, at.y+i/3-1
			k, known := drawn[near]
			if known && math.Abs(out[k].x-g.x) <= min(reach, strayWidth*g.w) && math.Abs(out[k].y-g.y) <= reach {
				first = k
			}
		}
		if first >= 0 && strings.TrimSpace(g.s) != "" {
			out[first].bold = true
			continue
		}
		drawn[at] = len(out)
		out = append(out, g)
	}
	return out
}

// spelled is a character as letters: ligatures and the forms letters take
// beside others are made the letters themselves, what shows nothing nothing.
func spelled(s string) string {
	odd := false
	for _, r := range s {
		odd = odd || r >= 0xfb00 && r <= 0xfb4f || r >= 0xfb50 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc || r < ' ' || r >= 0xe000 && r <= 0xf8ff || r == 0xad
	}
	if !odd {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			b.WriteByte(' ')
		case r < ' ', r >= 0xe000 && r <= 0xf8ff: // signs of the font's own: bullets, ornaments
		case r == 0xad:
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFKC.String(b.String())
}

// A row is the words on one base line, from left to right.
type row struct {
	words []word
	y     float64
	size  float64
}

// rowTolerance is how far, in em, base lines may differ in one row: raised
// numbers stand a third above.
const rowTolerance = .4

// rowsOf sorts words into rows, from the top down.
func rowsOf(words []word) []row {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b word) int { return cmp.Compare(b.y, a.y) })
	var rows []row
	for _, w := range sorted {
		if n := len(rows); n > 0 {
			r := &rows[n-1]
			if math.Abs(r.y-w.y) <= rowTolerance*max(r.size, w.size) {
				r.words = append(r.words, w)
				if w.size > r.size*1.05 {
					r.y, r.size = w.y, w.size
				}
				continue
			}
		}
		rows = append(rows, row{words: []word{w}, y: w.y, size: w.size})
	}
	for i := range rows {
		slices.SortStableFunc(rows[i].words, func(a, b word) int { return cmp.Compare(a.x0, b.x0) })
	}
	return rows
}

// A line is a row as text.
type line struct {
	text         string
	x0, x1, y    float64
	size         float64   // of most of its letters
	bold, italic bool      // all of it
	cells        []float64 // where the parts begin that stand behind a wide gap
	first        float64   // how wide its first word is
}

// cellGap is the gap, in em, from which two words are in two cells of a table:
// wider than words are pressed apart to fill a line.
const cellGap = 2.5

func lineOf(r row) line {
	l := line{x0: math.Inf(1), x1: math.Inf(-1), y: r.y, bold: true, italic: true}
	words := rightToLeft(r.words)
	sizes := map[float64]int{}
	var b strings.Builder
	for i, w := range words {
		s := w.s
		if raised(w, r) {
			s = superscript(s)
		}
		if i > 0 {
			v := words[i-1]
			gap := max(w.x0-v.x1, v.x0-w.x1)
			switch em := min(v.size, w.size); {
			case gap > cellGap*max(v.size, w.size):
				b.WriteByte('\t')
				l.cells = append(l.cells, w.x0)
			case !v.glued && (w.apart || gap > wordGap*em):
				b.WriteByte(' ')
			}
		}
		b.WriteString(s)
		l.x0, l.x1 = min(l.x0, w.x0), max(l.x1, w.x1)
		sizes[math.Round(w.size*4)/4] += utf8.RuneCountInString(s)
		l.bold, l.italic = l.bold && w.bold, l.italic && w.italic
	}
	l.text = strings.TrimSpace(b.String())
	most := 0
	for size, n := range sizes {
		if n > most || n == most && size > l.size {
			l.size, most = size, n
		}
	}
	if len(words) > 0 {
		l.first = words[0].x1 - words[0].x0
	}
	return l
}

// raised reports whether a word stands above the line in small print.
func raised(w word, r row) bool { return w.size < .8*r.size && w.y > r.y+.15*r.size }

// superscript writes a raised number with raised digits, so that the mark of a
// note does not run into the number before it.
func superscript(s string) string {
	digits := []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	if strings.Trim(s, "0123456789") != "" {
		return s
	}
	return strings.Map(func(r rune) rune { return digits[r-'0'] }, s)
}

// rightToLeft puts the words of a row in the order they are read where most of
// its letters are of a script written to the left. Such letters are drawn in
// the order they are seen, so those of a word are turned round.
func rightToLeft(words []word) []word {
	back, all := 0, 0
	for _, w := range words {
		for _, r := range w.s {
			if unicode.IsLetter(r) {
				all++
				if isBackward(r) {
					back++
				}
			}
		}
	}
	if back*2 <= all || all == 0 {
		return words
	}
	out := slices.Clone(words)
	slices.Reverse(out)
	for i := range out {
		if strings.ContainsFunc(out[i].s, isBackward) {
			runes := []rune(out[i].s)
			slices.Reverse(runes)
			out[i].s = string(runes)
		}
		out[i].apart = true
	}
	return out
}

func isBackward(r rune) bool { return unicode.In(r, unicode.Hebrew, unicode.Arabic) }
