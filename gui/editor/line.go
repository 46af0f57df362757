package editor

import (
	"sort"
	"unicode/utf8"

	"parallax/gui/bidi"
)

// A piece is a part of a line that is set at once: the bytes [from, to) of the
// paragraph. All pieces but those of letters read from the right are long.
type piece struct {
	line
	x, wide float32
	shown   string // as it is set: a bracket read from the right is turned round
	turned  bool   // read from the right
}

// pieces returns the parts of a line from left to right. A line of a paragraph
// read from the right ends at the room's right edge, and blanks at its end hang
// over the left one.
func (l *layout) pieces(n line) []piece {
	words := l.paragraphs[n.paragraph].words
	shown := words[n.from:n.to]
	rtl := l.fromRight(n)
	if !rtl && !bidi.Turns(shown) {
		return []piece{{line: n, wide: l.ruler.measure(shown), shown: shown}}
	}
	var list []piece
	x, hang, inside := float32(0), float32(0), false
	for _, u := range bidi.Units(shown, rtl) {
		p := piece{line: line{n.paragraph, n.from + u.From, n.from + u.To}, x: x, shown: u.Shown, turned: u.Turned}
		first, _ := utf8.DecodeRuneInString(u.Shown)
		if isBlank := u.Turned && breaks(first); isBlank {
			p.wide = l.ruler.over(0, u.Shown)
			if !inside {
				hang += p.wide
			}
		} else {
			inside = true
			p.wide = l.ruler.width(u.Shown)
		}
		x += p.wide
		list = append(list, p)
	}
	if rtl {
		for i := range list {
			list[i].x += l.room - x + hang
		}
	}
	return list
}

// fromRight reports whether a line's paragraph is read from the right.
func (l *layout) fromRight(n line) bool { return bidi.FromRight(l.paragraphs[n.paragraph].words) }

// within is how far from the piece's left edge the place at a byte of it is.
func (l *layout) within(p piece, at int) float32 {
	var x float32
	switch {
	case at <= p.from:
	case at >= p.to:
		x = p.wide
	default:
		x = l.ruler.measure(l.paragraphs[p.paragraph].words[p.from:at])
	}
	if p.turned {
		return p.wide - x
	}
	return x
}

// caretX is where a place on a line is.
func (l *layout) caretX(n line, at int) float32 { return l.placeX(n, l.pieces(n), at) }

// placeX is caretX for a line with its pieces at hand.
func (l *layout) placeX(n line, pieces []piece, at int) float32 {
	for _, p := range pieces {
		if p.from <= at && at < p.to || at == n.to && p.to == at {
			return max(0, min(p.x+l.within(p, at), l.room))
		}
	}
	if l.fromRight(n) {
		return l.room
	}
	return 0
}

// placeAt is the place on a line nearest to x, and whether it is late: the next
// line begins at it.
func (l *layout) placeAt(n line, x float32) (p place, late bool) {
	pieces := l.pieces(n)
	starts := lettersOf(l.paragraphs[n.paragraph].words[n.from:n.to])
	near := func(i int) float32 {
		d := l.placeX(n, pieces, n.from+starts[i]) - x
		return max(d, -d)
	}
	best := 0
	if len(pieces) == 1 && !pieces[0].turned {
		best = sort.Search(len(starts), func(i int) bool { return l.placeX(n, pieces, n.from+starts[i]) >= x })
		if best == len(starts) || best > 0 && near(best-1) < near(best) {
			best--
		}
	} else { // places next to each other need not be so in the text
		for i := range starts {
			if near(i) < near(best) {
				best = i
			}
		}
	}
	p = place{n.paragraph, n.from + starts[best]}
	if end, late := l.last(n); !p.before(end) {
		return end, late
	}
	return p, false
}

// A stretch is where a part of a line stands, from x0 to x1.
type stretch struct{ x0, x1 float32 }

// stretches returns where the bytes [from, to) stand on a line, from left to right.
func (l *layout) stretches(n line, from, to int) []stretch {
	var list []stretch
	for _, p := range l.pieces(n) {
		a, b := max(from, p.from), min(to, p.to)
		if a >= b {
			continue
		}
		x0, x1 := p.x+l.within(p, a), p.x+l.within(p, b)
		x0, x1 = max(0, min(x0, x1)), min(max(x0, x1), l.room)
		if k := len(list) - 1; k >= 0 && x0-list[k].x1 < 0.01 {
			list[k].x1 = x1
			continue
		}
		list = append(list, stretch{x0, x1})
	}
	return list
}
