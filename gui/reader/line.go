package reader

import (
	"unicode/utf8"

	"parallax/data"
	"parallax/gui/bidi"
)

// A cell is one letter as a reader sees letters, or one space, at its place on
// a line. Lengths are Fyne's units from the column's left edge.
type cell struct {
	start, end int32 // bytes into the text
	x, width   float32
	level      uint8
	space      bool
}

func (c *cell) rtl() bool { return c.level%2 == 1 }

// A glyph is a shape at its place: x from the column's left edge, y above the line.
type glyph struct {
	placed
}

// A row is a line with every letter in its place. Cells are in reading order.
type row struct {
	line
	cells  []cell
	glyphs []glyph
	rtl    bool
	width  float32 // of the text without the spaces it was broken at
}

// row sets line i.
func (l *layout) row(i int) *row {
	ln := l.lines[i]
	p := &l.doc.paragraphs[ln.paragraph]
	set := l.setting(ln.paragraph)
	size := l.size * set.size
	r := &row{line: ln, rtl: p.rtl}
	if faces, ok := l.doc.ruler.(*typeset); ok {
		faces.setRow(r, l.doc, p, size, set.bold)
	} else {
		setByRuler(r, l.doc, p, size, set.bold)
	}
	if p.rtl {
		shift := l.width - r.width
		for i := range r.cells {
			r.cells[i].x += shift
		}
		for i := range r.glyphs {
			r.glyphs[i].x += shift
		}
	}
	return r
}

// setByRuler places cells by a ruler that knows widths only, for left-to-right text.
func setByRuler(r *row, d *Document, p *paragraph, size float32, bold bool) {
	x := float32(0)
	for at := int(r.start); at < int(r.end); {
		c, n := utf8.DecodeRuneInString(d.text[at:])
		w := d.ruler.space(bold)
		if !isBreakSpace(c) {
			w = d.ruler.width(d.text[at:at+n], nil, p.simple, bold)
		}
		r.cells = append(r.cells, cell{start: int32(at), end: int32(at + n), x: x, width: w * size, space: isBreakSpace(c)})
		x += w * size
		at += n
	}
	r.width = x
}

// setRow fills a row's cells and glyphs.
func (f *typeset) setRow(r *row, d *Document, p *paragraph, size float32, bold bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if p.simple {
		f.setSimple(r, d.text[r.start:r.end], size, bold)
		return
	}
	f.setShaped(r, d, p, size, bold)
}

func (f *typeset) setSimple(r *row, text string, size float32, bold bool) {
	t := f.own[weight(bold)]
	r.cells = make([]cell, 0, len(text))
	r.glyphs = make([]glyph, 0, len(text))
	x, prev := float32(0), rune(-1)
	begun := false
	for i, c := range text {
		n := int32(utf8.RuneLen(c))
		at := r.start + int32(i)
		if isSpace(c) {
			w := float32(0)
			if begun { // spaces in front of a paragraph take no room
				w = (t.letter(f.typefaces, ' ').advance + f.words + f.letters) * size
			}
			r.cells = append(r.cells, cell{start: at, end: at + n, x: x, width: w, space: true})
			x += w
			prev = -1
			continue
		}
		begun = true
		if prev >= 0 {
			k := t.kerning(f.typefaces, prev, c) * size
			r.cells[len(r.cells)-1].width += k
			x += k
		}
		l := t.letter(f.typefaces, c)
		wide := (l.advance + f.letters) * size
		r.cells = append(r.cells, cell{start: at, end: at + n, x: x, width: wide})
		r.glyphs = append(r.glyphs, glyph{placed{face: t, gid: l.gid, x: x}})
		x += wide
		prev = c
	}
	r.width = x
}

func (f *typeset) setShaped(r *row, d *Document, p *paragraph, size float32, bold bool) {
	space := f.own[weight(bold)].letter(f.typefaces, ' ').advance + f.words + f.letters
	var shapes []cluster // beside cells
	add := func(c cluster, at int32, blank bool) {
		r.cells = append(r.cells, cell{start: at + int32(c.start), end: at + int32(c.end), width: c.advance * size, level: c.level, space: blank})
		shapes = append(shapes, c)
	}
	spaces := func(from, to int) {
		for from < to {
			_, n := utf8.DecodeRuneInString(d.text[from:])
			c := cluster{end: uint32(n), advance: space}
			if len(r.cells) == 0 {
				c.advance = 0
			}
			if p.levels != nil {
				c.level = p.levels[from-p.Start]
			}
			add(c, int32(from), true)
			from += n
		}
	}
	at := int(r.start)
	for i := d.wordFrom(at); i < int(p.last) && int(d.words[i].start) < int(r.end); i++ {
		a, b := max(at, int(d.words[i].start)), min(int(r.end), int(d.words[i].end))
		spaces(at, a)
		for _, c := range f.shape(d.text[a:b], p.levelsOf(a, b), bold) {
			c.advance += f.behind(d.text[a+int(c.start):])
			add(c, int32(a), false)
		}
		at = b
	}
	levels := make([]uint8, len(r.cells))
	for i := range r.cells {
		levels[i] = r.cells[i].level
	}
	x := float32(0)
	for _, i := range bidi.Order(levels) {
		r.cells[i].x = x
		for _, g := range shapes[i].glyphs {
			r.glyphs = append(r.glyphs, glyph{placed{face: g.face, gid: g.gid, x: x + g.x*size, y: g.y * size}})
		}
		x += r.cells[i].width
	}
	r.width = x
}

// offsetAt returns the place between two letters nearest to x.
func (r *row) offsetAt(x float32) int {
	if len(r.cells) == 0 {
		return int(r.start)
	}
	best, far := 0, float32(-1)
	for i := range r.cells {
		c := &r.cells[i]
		if x >= c.x && x < c.x+c.width {
			if (x < c.x+c.width/2) != c.rtl() {
				return int(c.start)
			}
			return int(c.end)
		}
		d := max(c.x-x, x-c.x-c.width)
		if far < 0 || d < far || d == far && c.rtl() == r.rtl {
			best, far = i, d
		}
	}
	c := &r.cells[best]
	if (x <= c.x) != c.rtl() {
		return int(c.start)
	}
	return int(c.end)
}

// letterAt returns the start of the letter at x, for clicking on words.
func (r *row) letterAt(x float32) (offset int, ok bool) {
	for i := range r.cells {
		if c := &r.cells[i]; x >= c.x && x < c.x+c.width {
			return int(c.start), true
		}
	}
	return r.offsetAt(x), false
}

// caretX returns where the place before offset is.
func (r *row) caretX(offset int) float32 {
	for i := range r.cells {
		c := &r.cells[i]
		if offset < int(c.end) {
			if c.rtl() {
				return c.x + c.width
			}
			return c.x
		}
	}
	if n := len(r.cells); n > 0 {
		c := &r.cells[n-1]
		if c.rtl() {
			return c.x
		}
		return c.x + c.width
	}
	return 0
}

// An interval is a stretch of a row, in Fyne's units from the column's left edge.
type interval struct{ x0, x1 float32 }

// intervals returns where span stands on the row, left to right. Spaces at
// either end of span are left out when trim is set.
func (r *row) intervals(span data.Span, trim bool, buf []interval) []interval {
	buf = buf[:0]
	a, b := 0, len(r.cells)
	for a < b && int(r.cells[a].end) <= span.Start {
		a++
	}
	for b > a && int(r.cells[b-1].start) >= span.End {
		b--
	}
	if trim {
		for a < b && r.cells[a].space {
			a++
		}
		for b > a && r.cells[b-1].space {
			b--
		}
	}
	for i := a; i < b; i++ {
		c := &r.cells[i]
		if n := len(buf); n > 0 {
			last := &buf[n-1]
			if near(c.x, last.x1) {
				last.x1 = c.x + c.width
				continue
			}
			if near(c.x+c.width, last.x0) {
				last.x0 = c.x
				continue
			}
		}
		buf = append(buf, interval{c.x, c.x + c.width})
	}
	return buf
}

func near(a, b float32) bool { return a-b < 0.01 && b-a < 0.01 }

// caretBefore returns the place before the letter that ends at or holds offset's
// predecessor: one step back in reading order; the row's start when there is none.
func (r *row) caretBefore(offset int) (int, bool) {
	for i := len(r.cells) - 1; i >= 0; i-- {
		if int(r.cells[i].start) < offset {
			return int(r.cells[i].start), true
		}
	}
	return int(r.start), false
}

// caretAfter returns the place after the letter at offset.
func (r *row) caretAfter(offset int) (int, bool) {
	for i := range r.cells {
		if int(r.cells[i].end) > offset {
			return int(r.cells[i].end), true
		}
	}
	return int(r.end), false
}
