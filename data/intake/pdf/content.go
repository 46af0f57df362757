package pdf

import (
	"bytes"
	"math"
	"strings"
)

// A glyph is one character where it is drawn. Points of 1/72 inch, upwards.
type glyph struct {
	s            string
	x, y         float64 // where it begins, on its base line
	w            float64 // how far the next one is
	size         float64
	bold, italic bool
	edge         bool // the file says that it belongs to the page, not to the text
}

// A matrix is a b c d e f of 8.3.3.
type matrix [6]float64

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// What a page may make the drawer do at most.
const (
	glyphsMost = 300_000
	formsDeep  = 12
	savesMost  = 1000
)

// A drawer follows the orders of a page and notes the characters.
type drawer struct {
	file   *file
	fonts  map[int]*font
	glyphs []glyph
	turned []glyph // not level: along the margin, across the page; as if the page were turned to read them
	left   int     // orders it still follows

	state
	saved  []state
	lines  matrix // of the text line
	place  matrix // of the next character
	marks  []mark // marked contents being drawn
	unread int    // characters of which the file does not say what they are
}

type state struct {
	page                                         matrix
	font                                         *font
	size, letters, words, stretch, leading, rise float64
}

// A mark is what the file says of the characters it draws next.
type mark struct {
	edge     bool
	instead  string // shown in place of them
	replaces bool
	used     bool
}

const ordersMost = 5_000_000

func newDrawer(f *file) *drawer {
	return &drawer{file: f, fonts: map[int]*font{}, left: ordersMost}
}

// draw follows the orders of one page and returns its characters, level ones
// and others.
func (d *drawer) draw(page dict) (level, turned []glyph) {
	d.glyphs, d.turned, d.saved, d.marks = nil, nil, nil, nil
	d.state = state{page: upright(d.file, page), stretch: 1}
	d.follow(d.file.contents(page["Contents"]), d.file.dict(page["Resources"]), 0)
	if len(d.turned) > 4*len(d.glyphs) { // printed lengthwise
		return d.turned, d.glyphs
	}
	return d.glyphs, d.turned
}

// upright turns a page the way it is shown.
func upright(f *file, page dict) matrix {
	switch (f.int(page["Rotate"])%360 + 360) % 360 {
	case 90:
		return matrix{0, -1, 1, 0, 0, 0}
	case 180:
		return matrix{-1, 0, 0, -1, 0, 0}
	case 270:
		return matrix{0, 1, -1, 0, 0, 0}
	}
	return matrix{1, 0, 0, 1, 0, 0}
}

// contents are the orders of a page, which may lie in several streams.
func (f *file) contents(v any) []byte {
	switch v := f.get(v).(type) {
	case *stream:
		b, _ := f.decode(v) // as far as it goes
		return b
	case array:
		var all []byte
		for _, part := range v {
			if s, ok := f.get(part).(*stream); ok {
				b, _ := f.decode(s)
				all = append(append(all, b...), '\n')
			}
		}
		return all
	}
	return nil
}

func (d *drawer) follow(orders []byte, resources dict, depth int) {
	l := lexer{b: orders}
	var args array
	for len(d.glyphs)+len(d.turned) < glyphsMost && d.left > 0 {
		v, ok := l.next()
		if !ok {
			return
		}
		op, is := v.(operator)
		if !is {
			if args = append(args, v); len(args) > 1000 {
				args = args[:0]
			}
			continue
		}
		d.left--
		switch op {
		case "BI":
			skipPicture(&l)
		case "Do":
			if len(args) > 0 {
				d.form(args[len(args)-1], resources, depth)
			}
		case "Tf":
			if len(args) >= 2 {
				d.setFont(args[0], resources)
				d.size = d.file.number(args[1])
			}
		case "gs":
			if len(args) > 0 {
				if n, ok := args[0].(name); ok {
					if set := d.file.array(d.file.dict(d.file.dict(resources["ExtGState"])[n])["Font"]); len(set) == 2 {
						d.useFont(set[0])
						d.size = d.file.number(set[1])
					}
				}
			}
		case "BDC", "BMC":
			d.begin(args, resources)
		default:
			d.obey(op, args)
		}
		args = args[:0]
	}
}

// skipPicture passes by the bytes of a picture that stands among the orders.
func skipPicture(l *lexer) {
	for {
		v, ok := l.next()
		if !ok || v == operator("ID") {
			break
		}
	}
	for at := l.at; ; {
		i := bytes.Index(l.b[min(at, len(l.b)):], []byte("EI"))
		if i < 0 {
			l.at = len(l.b)
			return
		}
		at += i + 2
		before, after := at-3, at
		if before >= 0 && isSpace(l.b[before]) && (after >= len(l.b) || isSpace(l.b[after])) {
			l.at = at
			return
		}
	}
}

func (d *drawer) setFont(v any, resources dict) {
	if n, ok := v.(name); ok {
		d.useFont(d.file.dict(resources["Font"])[n])
	}
}

// useFont reads a font once.
func (d *drawer) useFont(v any) {
	r, shared := v.(ref)
	if t := d.fonts[r.number]; shared && t != nil {
		d.font = t
		return
	}
	d.font = nil
	if about := d.file.dict(v); about != nil {
		d.font = d.file.font(about)
	}
	if shared {
		d.fonts[r.number] = d.font
	}
}

// form follows the orders that several pages share.
func (d *drawer) form(v any, resources dict, depth int) {
	n, _ := v.(name)
	s, ok := d.file.get(d.file.dict(resources["XObject"])[n]).(*stream)
	if !ok || d.file.name(s.dict["Subtype"]) != "Form" || depth >= formsDeep {
		return
	}
	before, place, lines, marks := d.state, d.place, d.lines, len(d.marks)
	if m, ok := d.matrix(d.file.array(s.dict["Matrix"])); ok {
		d.page = m.times(d.page)
	}
	own := d.file.dict(s.dict["Resources"])
	if own == nil {
		own = resources
	}
	b, _ := d.file.decode(s)
	d.follow(b, own, depth+1)
	d.state, d.place, d.lines = before, place, lines
	d.marks = d.marks[:min(marks, len(d.marks))]
}

func (d *drawer) matrix(a array) (matrix, bool) {
	var m matrix
	if len(a) != 6 {
		return m, false
	}
	for i, v := range a {
		m[i] = d.file.number(v)
	}
	return m, true
}

// begin notes what the file says of the characters that follow.
func (d *drawer) begin(args array, resources dict) {
	m := mark{}
	if len(args) > 0 {
		m.edge = args[0] == name("Artifact")
	}
	if len(args) > 1 {
		about := args[1]
		if n, ok := about.(name); ok {
			about = d.file.dict(resources["Properties"])[n]
		}
		if t, ok := d.file.get(d.file.dict(about)["ActualText"]).(text); ok {
			m.instead, m.replaces = d.file.said(t), true
		}
	}
	d.marks = append(d.marks, m)
}

// obey follows the orders about the state of text and page.
func (d *drawer) obey(op operator, args array) {
	num := func(i int) float64 {
		if i < len(args) {
			return d.file.number(args[i])
		}
		return 0
	}
	switch op {
	case "q":
		if len(d.saved) < savesMost {
			d.saved = append(d.saved, d.state)
		}
	case "Q":
		if n := len(d.saved); n > 0 {
			d.state, d.saved = d.saved[n-1], d.saved[:n-1]
		}
	case "cm":
		if m, ok := d.matrix(args); ok {
			d.page = m.times(d.page)
		}
	case "EMC":
		if n := len(d.marks); n > 0 {
			d.marks = d.marks[:n-1]
		}
	case "BT":
		d.lines = matrix{1, 0, 0, 1, 0, 0}
		d.place = d.lines
	case "Tc":
		d.letters = num(0)
	case "Tw":
		d.words = num(0)
	case "Tz":
		d.stretch = num(0) / 100
	case "TL":
		d.leading = num(0)
	case "Ts":
		d.rise = num(0)
	case "Td":
		d.line(num(0), num(1))
	case "TD":
		d.leading = -num(1)
		d.line(num(0), num(1))
	case "T*":
		d.line(0, -d.leading)
	case "Tm":
		if m, ok := d.matrix(args); ok {
			d.lines, d.place = m, m
		}
	case "Tj":
		d.showAll(args)
	case "'":
		d.line(0, -d.leading)
		d.showAll(args)
	case "\"":
		d.words, d.letters = num(0), num(1)
		d.line(0, -d.leading)
		d.showAll(args[min(2, len(args)):])
	case "TJ":
		if len(args) > 0 {
			list, _ := args[0].(array)
			d.showAll(list)
		}
	}
}

func (d *drawer) line(x, y float64) {
	d.lines = matrix{1, 0, 0, 1, x, y}.times(d.lines)
	d.place = d.lines
}

// showAll shows the strings of a list; numbers among them move the next one back.
func (d *drawer) showAll(list array) {
	for _, v := range list {
		switch v := v.(type) {
		case text:
			d.show(v)
		case int, float64:
			d.place = matrix{1, 0, 0, 1, -d.file.number(v) / 1000 * d.size * d.stretch, 0}.times(d.place)
		}
	}
}

func (d *drawer) show(s text) {
	if d.font == nil || d.size == 0 {
		return
	}
	for _, l := range d.font.letters(s) {
		wide := l.width*d.size + d.letters
		if l.space {
			wide += d.words
		}
		wide *= d.stretch
		d.put(l.s, l.width*d.size*d.stretch, wide)
		d.place = matrix{1, 0, 0, 1, wide, 0}.times(d.place)
	}
}

// put notes a character. Its width is its own, or, for a space, all up to the
// next one.
func (d *drawer) put(s string, own, wide float64) {
	m := matrix{1, 0, 0, 1, 0, d.rise}.times(d.place).times(d.page)
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > 1e7 {
			return
		}
	}
	if strings.TrimSpace(s) == "" {
		own = wide
	}
	if s == "\ufffd" {
		d.unread++
	}
	across := math.Hypot(m[0], m[1])
	if across == 0 {
		return
	}
	g := glyph{s: s, x: m[4], y: m[5], w: own * across, size: math.Abs(d.size) * math.Hypot(m[2], m[3]), bold: d.font.bold, italic: d.font.italic}
	for i := range d.marks {
		k := &d.marks[i]
		g.edge = g.edge || k.edge
		if k.replaces {
			g.s = ""
			if !k.used {
				g.s, k.used = k.instead, true
			}
		}
	}
	if g.size < .5 || g.size > 2000 {
		return
	}
	if math.Abs(m[1]) > .2*math.Abs(m[0]) || m[0] < 0 {
		cos, sin := m[0]/across, m[1]/across
		g.x, g.y = g.x*cos+g.y*sin, g.y*cos-g.x*sin
		d.turned = append(d.turned, g)
		return
	}
	d.glyphs = append(d.glyphs, g)
}
