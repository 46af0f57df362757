package reader

import (
	"cmp"
	"image"
	"image/color"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"parallax/data"
	"parallax/gui/palette"
)

// A painter paints one pane. It keeps its image and its glyph masks between
// frames; a frame costs in proportion to what is in view, and where the text
// only moved, to what came into view.
type painter struct {
	frame
	masks *glyphMasks
	buf   []interval
	stood pose // of the last frame
}

// A pose is what a pane's picture follows besides what redraw is told of.
type pose struct {
	w, h, generation int
	scale            float32
	colors           *palette.Colors
	top              int  // of the view in the text, in pixels
	veiled           bool // by a reading ruler that fades what is around it, while it is in view
}

// A sheet is what one frame is painted from, and how units become pixels.
type sheet struct {
	*painter
	p      *Pane
	c      *palette.Colors
	scale  float32
	stroke *[256]uint8
	column int    // left edge of the text, in pixels
	wide   int    // the column's width
	top    int    // of the view in the text, in pixels
	from   int    // lines to be painted: [from, to)
	to     int    //
	marks  []Mark // on these and not hidden
}

func (s *sheet) px(units float32) int { return int(math.Round(float64(units * s.scale))) }

// y turns a height in the text into a pixel row. Rounding the view's top apart
// from the text keeps the lines' distances the same while scrolling.
func (s *sheet) y(units float64) int {
	return int(math.Round(units*float64(s.scale))) - s.top
}

// x turns a place on a row into a pixel column.
func (s *sheet) x(units float32) int { return s.column + s.px(units) }

// line is the thickness of a thin line of about units.
func (s *sheet) line(units float32) int { return max(1, s.px(units)) }

// baseline is the pixel row of line i's baseline.
func (s *sheet) baseline(i int) int {
	l := s.p.layout
	size := l.sizeOf(l.lines[i].paragraph)
	return s.y(l.lines[i].y + float64(l.lineHeight(i)/2+0.388*size))
}

// edges are the first pixel row of line i and the first below it.
func (s *sheet) edges(i int) (y0, y1 int) {
	l := s.p.layout
	return s.y(l.lines[i].y), s.y(l.lines[i].y + float64(l.lineHeight(i)))
}

func (pt *painter) paint(p *Pane, w, h int) image.Image {
	c := palette.Current()
	width, nominal := p.raster.Size().Width, w
	w, h = shownPixels(p.raster, w, h)
	if w == 0 || h == 0 || width <= 0 || p.layout == nil {
		pt.start(w, h, c.Paper)
		pt.stood = pose{}
		return pt.img
	}
	s := pt.sheet(p, c, float32(nominal)/width)
	_, _, veiled := s.rulerRows(BoxRuler, h)
	now := pose{w, h, p.generation, s.scale, c, s.top, veiled}
	same := pt.stood
	same.top = now.top
	if up := now.top - pt.stood.top; !p.stale && p.guest == nil && same == now && up < h && -up < h {
		s.moved(up, w, h)
	} else {
		pt.start(w, h, c.Paper)
		s.words()
		if p.guest != nil && p.guest.layout != nil {
			s.visit(p.guest, w, h)
		}
		s.above()
	}
	s.focus(w, h)
	pt.stood, p.stale = now, false
	return pt.img
}

// sheet begins a frame of p.
func (pt *painter) sheet(p *Pane, c *palette.Colors, scale float32) *sheet {
	s := &sheet{painter: pt, p: p, c: c, scale: scale, stroke: strokeLight}
	if c.OnDark {
		s.stroke = strokeDark
	}
	x, _ := p.column()
	s.column, s.wide = s.px(x), s.px(p.layout.width)
	s.top = int(math.Round((p.top - float64(p.topPad())) * float64(s.scale)))
	pt.anchor = s.top
	return s
}

// visit paints a guest over the words of its host.
func (s *sheet) visit(guest *Pane, w, h int) {
	guest.paint.img, guest.paint.clip = s.img, s.clip
	over := guest.paint.sheet(guest, s.c, s.scale)
	over.words()
	over.above()
	over.focus(w, h)
	guest.paint.img, guest.paint.stood = nil, pose{}
}

// moved paints a frame in which nothing is other than in the last one but that
// the text moved up by so many rows. The frame around a pane with the keys did
// not move: the end of it that was carried along is painted over.
func (s *sheet) moved(up, w, h int) {
	s.lift(up)
	edge := 0
	if s.p.focused {
		edge = s.focusLine()
	}
	s.clip = image.Rect(0, 0, w, edge-up)
	if up >= 0 {
		s.clip = image.Rect(0, h-edge-up, w, h)
	}
	if up != 0 {
		s.fill(0, 0, w, h, s.c.Paper)
		s.words()
		s.above()
	}
	s.clip = s.img.Rect
}

// words paints the text with its marks, as far as it is in the clip.
func (s *sheet) words() {
	l := s.p.layout
	s.ranks()
	if len(l.lines) == 0 {
		return
	}
	// from farther out, since letters and rings reach over their lines, and the end
	// of a ring that is not painted must not lie in a tile that is
	far := float64(2*l.size) + 8 + tileHigh/float64(s.scale)
	s.from = l.lineAt(float64(s.top+s.clip.Min.Y)/float64(s.scale) - far)
	s.to = l.lineAt(float64(s.top+s.clip.Max.Y)/float64(s.scale)+far) + 1
	s.rulerBehind()
	s.gather()
	s.passages()
	s.tints()
	s.selection()
	s.underlines()
	s.text()
	s.numbers()
	s.rings()
	s.codes()
}

// above paints what lies over the words.
func (s *sheet) above() {
	if len(s.p.layout.lines) > 0 {
		s.rulerOver()
	}
	s.pins()
}

// gather collects the marks on the lines: those of each stretch of lines that follow
// each other in the text.
func (s *sheet) gather() {
	l := s.p.layout
	stretches := 0
	for a := s.from; a < s.to; {
		b := a + 1
		for b < s.to && (l.ranks == nil || l.follows(b)) {
			b++
		}
		view := data.Span{Start: int(l.lines[a].start), End: int(l.lines[b-1].end) + 1}
		aside := l.ranks != nil && l.ranks[l.lines[a].rank].aside
		s.p.index.in(view, func(m Mark) {
			// what differs from other passages says nothing beside this one
			if s.p.plain && m.Kind != Hit && m.Kind != CurrentHit {
				return
			}
			if !s.p.hidden[m.Kind] && !(aside && m.Kind <= Only) {
				s.marks = append(s.marks, m)
			}
		})
		a = b
		stretches++
	}
	if stretches > 1 { // a mark may lie in two
		slices.SortFunc(s.marks, func(a, b Mark) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Group, b.Group))
		})
		s.marks = slices.Compact(s.marks)
	}
}

// ranks paints the lines between ranks, and a short one where this side has
// nothing.
func (s *sheet) ranks() {
	l := s.p.layout
	if l.ranks == nil {
		return
	}
	t := s.line(1)
	for n := max(0, l.rankAt(s.p.top-float64(s.p.topPad()))); n < len(l.ranks); n++ {
		r := &l.ranks[n]
		y := s.y(r.top)
		if y > s.img.Rect.Max.Y {
			return
		}
		if n > 0 {
			s.fill(0, y, s.img.Rect.Max.X, y+t, s.c.Rule)
		}
		if r.from == r.to {
			mid := s.y(r.blank)
			s.fill(s.column, mid, s.column+s.px(28), mid+s.line(1.5), s.c.Muted)
		}
	}
}

// each calls do with the stretches of every mark of a kind on every line in view.
func (s *sheet) each(kind MarkKind, do func(m Mark, line, x0, x1 int)) {
	for _, m := range s.marks {
		if m.Kind == kind {
			s.stretches(m.Span, func(line, x0, x1 int) { do(m, line, x0, x1) })
		}
	}
}

// stretches calls do with the pixel columns of span on each line in view.
func (s *sheet) stretches(span data.Span, do func(line, x0, x1 int)) {
	first, last := s.p.layout.linesOf(span)
	for i := max(first, s.from); i < min(last, s.to); i++ {
		if !s.p.layout.has(i, span) {
			continue
		}
		s.buf = s.p.row(i).intervals(span, true, s.buf)
		for _, v := range s.buf {
			do(i, s.x(v.x0), s.x(v.x1))
		}
	}
}

// A shape is the slabs of a passage that lie one under the other, on the lines
// first to last.
type shape struct {
	slabs       []slab
	first, last int
}

// top and bottom are the shape's edges in pixels.
func (h *shape) top() int    { return int(h.slabs[0].y0) }
func (h *shape) bottom() int { return int(h.slabs[len(h.slabs)-1].y1) }

// shapes are the bands of span in pixels, closed up between the lines: one shape
// where they follow each other, one in each rank where not.
func (s *sheet) shapes(span data.Span) []shape {
	l := s.p.layout
	var all []shape
	for _, b := range l.bands(span, s.from, s.to, s.p.row) {
		y0, y1 := s.edges(b.line)
		now := slab{float32(s.x(b.x0)), float32(s.x(b.x1)), float32(y0), float32(y1)}
		if n := len(all); n > 0 && b.line == all[n-1].last+1 && l.lines[b.line].rank == l.lines[b.line-1].rank {
			h := &all[n-1]
			h.slabs[len(h.slabs)-1].y1 = now.y0
			h.slabs, h.last = append(h.slabs, now), b.line
			continue
		}
		all = append(all, shape{[]slab{now}, b.line, b.line})
	}
	return all
}

// passages paints the tint and margin bars of whole passages.
func (s *sheet) passages() {
	side := s.p.side
	air := s.px(5)
	for _, span := range s.only() {
		for _, h := range s.shapes(span) {
			for _, b := range h.slabs {
				x0, x1 := int(b.x0), int(b.x1)
				if x0 == s.column {
					x0 = s.marginBar()
				}
				if x1 == s.column+s.px(s.p.layout.width) {
					x1 += air
				}
				s.fill(x0, int(b.y0), x1, int(b.y1), s.c.Pale(side))
			}
			s.onlyBar(h.top(), h.bottom(), side)
		}
	}
	for _, m := range s.marks {
		if m.Kind != Possible {
			continue
		}
		for _, h := range s.shapes(m.Span) {
			// right of the bar for Only, which may stand on the same line
			t, x := s.line(2), s.column-s.px(8)
			s.dots(x, x+t, s.shapeTop(m.Span, &h)+t, h.bottom()-t, t, t, s.c.Muted)
		}
	}
}

// only returns what is told on this side only, sentences that follow each other in
// a paragraph as one.
func (s *sheet) only() []data.Span {
	var spans []data.Span
	for _, m := range s.marks {
		if m.Kind != Only {
			continue
		}
		if n := len(spans); n > 0 && m.Start >= spans[n-1].End && strings.Trim(s.p.doc.text[spans[n-1].End:m.Start], " \u00a0") == "" {
			spans[n-1].End = m.End
			continue
		}
		spans = append(spans, m.Span)
	}
	return spans
}

// shapeTop is where a shape of span begins, also where that is above the lines
// being painted: dots keep their places while they move.
func (s *sheet) shapeTop(span data.Span, h *shape) int {
	l, first := s.p.layout, h.first
	for first > 0 && l.lines[first-1].rank == l.lines[first].rank && l.has(first-1, span) {
		first--
	}
	if first == h.first {
		return h.top()
	}
	y, _ := s.edges(first)
	return y
}

// marginBar is the left edge of the bars beside the text.
func (s *sheet) marginBar() int { return s.column - s.px(13) }

// onlyBar is one thick bar in A, two thin ones in B.
func (s *sheet) onlyBar(y0, y1 int, side data.Side) {
	x, c := s.marginBar(), s.c.Outlet(side)
	if side == data.Left {
		s.fill(x, y0, x+s.line(4), y1, c)
		return
	}
	t := s.line(1.5)
	s.fill(x, y0, x+t, y1, c)
	s.fill(x+t+s.line(1.5), y0, x+2*t+s.line(1.5), y1, c)
}

// tintEdges are the rows a tint behind words covers on a line.
func (s *sheet) tintEdges(line int) (y0, y1 int) {
	size := s.p.layout.sizeOf(s.p.layout.lines[line].paragraph)
	base := s.baseline(line)
	return base - s.px(size*0.98), s.under(line) + s.line(1.75)
}

// under is the first row of the line below words: clear of the letters' bodies,
// behind the tails of g and p.
func (s *sheet) under(line int) int {
	size := s.p.layout.sizeOf(s.p.layout.lines[line].paragraph)
	return s.baseline(line) + max(2, s.px(size*0.24))
}

func (s *sheet) tints() {
	air := s.line(1)
	tint := func(kind MarkKind, c color.NRGBA) {
		s.each(kind, func(_ Mark, line, x0, x1 int) {
			y0, y1 := s.tintEdges(line)
			s.fill(x0-air, y0, x1+air, y1, c)
		})
	}
	tint(Noted, s.c.OnlyTint)
	tint(Wording, s.c.Tint(s.p.side))
	tint(Hit, s.c.Search)
	tint(CurrentHit, s.c.Search)
}

func (s *sheet) selection() {
	sel := s.p.Selection()
	if sel.Empty() {
		return
	}
	first, last := s.p.layout.linesOf(data.Span{Start: sel.Start, End: sel.End + 1})
	for i := max(s.from, first); i < min(s.to, last); i++ {
		y0, y1 := s.edges(i)
		s.buf = s.p.row(i).intervals(sel, false, s.buf)
		for _, v := range s.buf {
			s.fill(s.x(v.x0), y0, s.x(v.x1), y1, s.c.Selection)
		}
	}
}

func (s *sheet) underlines() {
	thick, thin := s.line(1.75), s.line(1)
	s.each(Quote, func(_ Mark, line, x0, x1 int) {
		y := s.under(line)
		s.fill(x0, y, x1, y+thin, s.c.Muted)
		s.fill(x0, y+3*thin, x1, y+4*thin, s.c.Muted)
	})
	s.each(Noted, func(m Mark, line, x0, x1 int) {
		y := s.under(line) + thick + m.Group*s.line(2.5)
		s.dashes(x0, x1, y, y+thin, s.line(1.5), s.line(1.5), s.c.Text)
	})
	s.each(Wording, func(_ Mark, line, x0, x1 int) {
		y := s.under(line)
		if s.p.side == data.Left {
			s.fill(x0-1, y, x1+1, y+thick, s.c.Outlet(data.Left))
			return
		}
		// whole dashes only: the gap gives way so that a dash closes the line
		wide, dash := x1-x0+2, s.line(6)
		n := max(1, (wide+s.line(3))/(dash+s.line(3)))
		for k := range n {
			a, b := wide*k/n, wide*(k+1)/n
			if k < n-1 {
				b -= s.line(3)
			}
			s.fill(x0-1+a, y, x0-1+b, y+thick, s.c.Outlet(data.Right))
		}
	})
	s.each(Moved, func(_ Mark, line, x0, x1 int) {
		y, head, c := s.under(line)+thick/2, s.line(4), s.c.Outlet(s.p.side)
		s.fill(x0, y, x1, y+thin, c)
		for k := range head {
			s.fill(x1-head+k, y-(head-k), x1-head+k+1, y+thin+head-k, c)
		}
	})
	s.each(Respelled, func(_ Mark, line, x0, x1 int) {
		y := s.under(line)
		s.dashes(x0, max(x1, x0+thick), y, y+thick, thick, thick, s.c.Outlet(s.p.side))
	})
	s.each(Pointed, s.pointed)
	s.each(Hit, func(_ Mark, line, x0, x1 int) {
		_, y := s.tintEdges(line)
		s.fill(x0-thin, y-thin, x1+thin, y, s.c.Text)
	})
}

// pointed paints a family's line below other lines, but for where it would touch an
// accent of the line below.
func (s *sheet) pointed(m Mark, line, x0, x1 int) {
	l := s.p.layout
	y, t := s.under(line)+s.line(2.5), s.line(min(1.5, l.sizeOf(l.lines[line].paragraph)*0.1))
	rows := image.Rect(x0, y, x1, y+3*t)
	var gaps []image.Rectangle
	if below := line + 1; below < len(l.lines) && l.lines[below].rank == l.lines[line].rank {
		plain := s.baseline(below) - s.px(l.sizeOf(l.lines[below].paragraph)*0.82) // letters without accents are no higher
		for _, ink := range s.inks(below, nil) {
			ink.Min.X, ink.Max.X = ink.Min.X-s.line(1), ink.Max.X+s.line(1)
			if ink.Min.Y < plain && ink.Overlaps(rows) {
				gaps = append(gaps, ink)
			}
		}
	}
	slices.SortFunc(gaps, func(a, b image.Rectangle) int { return cmp.Compare(a.Min.X, b.Min.X) })
	whole, from := s.clip, x0
	piece := func(to int) {
		s.clip = whole.Intersect(image.Rect(from, whole.Min.Y, to, whole.Max.Y))
		s.familyLine(m.Group, x0, x1, y, t, s.c.Family(m.Group))
	}
	for _, gap := range gaps {
		if gap.Min.X > from {
			piece(gap.Min.X)
		}
		from = max(from, gap.Max.X)
	}
	if from < x1 {
		piece(x1)
	}
	s.clip = whole
}

// codes paints the letters of pointed words over their start, or as near to it as no
// accent of a capital and no tail of the line above is.
func (s *sheet) codes() {
	at := -1
	s.each(Pointed, func(m Mark, line, x0, x1 int) {
		if first, _ := s.p.layout.linesOf(m.Span); line != first || m.Start == at {
			return
		}
		at = m.Start
		size := s.p.layout.sizeOf(s.p.layout.lines[line].paragraph)
		px, base := s.scale*size*0.56, s.baseline(line)-s.px(size*0.78)
		box := image.Rect(0, base-s.px(size*0.44), int(s.width(m.Code, px, true))+3*s.line(1), base)
		x := s.clear(line, box, x0-s.line(1), x1)
		s.fill(x, box.Min.Y, x+box.Dx(), box.Max.Y, s.c.Paper)
		s.label(m.Code, px, float32(x+s.line(1)), 0, base, true, s.c.Text)
	})
}

// clear is where a box over line i can begin, from x on and before end or else just
// before x, without covering a letter of the line or of the one above; where there is
// no such place, of the line at least; x where there is none either. The box stands on
// the letters without accents, whose soft upper edge it may touch.
func (s *sheet) clear(i int, box image.Rectangle, x, end int) int {
	box.Max.Y -= s.line(1)
	own := s.inks(i, nil)
	tries := [][]image.Rectangle{own}
	if i > 0 && s.p.layout.lines[i-1].rank == s.p.layout.lines[i].rank {
		tries = [][]image.Rectangle{s.inks(i-1, slices.Clone(own)), own}
	}
	for _, inks := range tries {
		covered := func(x int) (until int) { // how far what lies under the box at x reaches
			for _, ink := range inks {
				if ink.Overlaps(box.Add(image.Pt(x, 0))) {
					until = max(until, ink.Max.X)
				}
			}
			return until
		}
		for at := x; at < end; {
			until := covered(at)
			if until == 0 {
				return at
			}
			at = max(until, at+1)
		}
		if before := x - box.Dx(); before >= s.column && covered(before) == 0 {
			return before
		}
	}
	return x
}

// inks adds the boxes of the letters of line i to a list.
func (s *sheet) inks(i int, list []image.Rectangle) []image.Rectangle {
	r := s.p.row(i)
	px, base := s.p.layout.sizeOf(r.paragraph)*s.scale, s.baseline(i)
	for k := range r.glyphs {
		g := &r.glyphs[k]
		x, quarter := penAt(float32(s.column) + g.x*s.scale)
		if m := s.masks.mask(g.face, g.gid, px, quarter); m.w > 0 {
			at := image.Pt(x+m.dx, base-s.px(g.y)+m.dy)
			list = append(list, image.Rectangle{at, at.Add(image.Pt(m.w, m.h))})
		}
	}
	return list
}

func (s *sheet) text() {
	l := s.p.layout
	for i := s.from; i < s.to; i++ {
		r := s.p.row(i)
		px := l.sizeOf(r.paragraph) * s.scale
		base := s.baseline(i)
		y0, y1 := s.edges(i)
		spill := (y1 - y0) * 2 / 3
		ink := s.c.Text
		switch {
		case l.ranks != nil && l.ranks[r.rank].aside:
			ink = s.c.Muted
		case l.style(int(r.paragraph)) == Standfirst:
			ink = blend(s.c.Text, s.c.Muted)
		}
		for k := range r.glyphs {
			g := &r.glyphs[k]
			s.one(g.face, g.gid, px, float32(s.column)+g.x*s.scale, base-s.px(g.y), y0-spill, y1+spill, ink)
		}
	}
}

// one paints a glyph with its pen at a quarter of a pixel.
func (s *sheet) one(t *typeface, gid glyphID, px, x float32, base, top, bottom int, ink color.NRGBA) {
	whole, quarter := penAt(x)
	s.glyph(s.masks.mask(t, gid, px, quarter), whole, base, top, bottom, ink, s.stroke)
}

// penAt is the pixel and the quarter of it that is nearest to x.
func penAt(x float32) (whole int, quarter uint8) {
	q := int(math.Floor(float64(x*quarterSet + 0.5)))
	return q >> 2, uint8(q & 3)
}

// width is the width of a label in pixels.
func (s *sheet) width(text string, px float32, bold bool) float32 {
	return sharedFaces().width(text, nil, true, bold) * px
}

// label paints a short text in our own face, its right, middle or left at x for
// align 1, 0.5 or 0.
func (s *sheet) label(text string, px, x, align float32, base int, bold bool, ink color.NRGBA) {
	f := sharedFaces()
	x -= s.width(text, px, bold) * align
	f.mu.Lock()
	defer f.mu.Unlock()
	t := f.own[weight(bold)]
	for _, r := range text {
		g := t.letter(f, r)
		s.one(t, g.gid, px, x, base, 0, s.img.Rect.Max.Y, ink)
		x += g.advance * px
	}
}

// numbers paints the paragraphs' numbers, the sign beside quotations and the
// line under the headline.
func (s *sheet) numbers() {
	l := s.p.layout
	right := float32(s.column - s.px(s.p.numberGap()))
	for i := s.from; i < s.to; i++ {
		n := int(l.lines[i].paragraph)
		if !l.leads(i) {
			continue
		}
		if number := s.p.numbers[n]; number > 0 {
			px := s.scale * l.size * numberSize
			if number > 999 {
				px *= 0.75
			}
			s.label(strconv.Itoa(int(number)), px, right, 1, s.baseline(i), false, s.c.Muted)
		}
	}
	for _, m := range s.marks {
		if m.Kind == Quote {
			if i := l.lineOf(m.Start); i >= s.from && i < s.to && l.has(i, m.Span) {
				s.label("“", s.scale*l.size*quoteSize, float32(s.column-s.px(7)), 1, s.baseline(i)+s.px(l.size*0.2), true, s.c.Muted)
			}
		}
	}
	if l.ruleY > 0 {
		y := s.y(l.ruleY)
		s.fill(s.column, y, s.column+s.wide, y+s.line(1), s.c.Rule)
	}
}

// rings outlines the current difference and the selected passages.
func (s *sheet) rings() {
	thin := float32(s.line(1.5))
	s.each(CurrentHit, func(_ Mark, line, x0, x1 int) {
		y0, y1 := s.tintEdges(line)
		s.ring(box(float32(x0-s.px(2)), float32(y0-1), float32(x1+s.px(2)), float32(y1+1)), thin, float32(s.px(2)), s.c.Text)
	})
	s.each(Lit, func(_ Mark, line, x0, x1 int) {
		y0, y1 := s.tintEdges(line)
		s.ring(box(float32(x0-s.px(2)), float32(y0-1), float32(x1+s.px(2)), float32(y1+s.line(2))), thin, float32(s.px(2)), s.c.Selected)
	})
	for _, m := range s.marks {
		if m.Kind != Current {
			continue
		}
		if m.Empty() {
			s.gap(m.Start)
			continue
		}
		s.stretches(m.Span, func(line, x0, x1 int) {
			y0, y1 := s.tintEdges(line)
			air := s.line(1) + s.line(1.75)
			s.ring(box(float32(x0-air), float32(y0-s.px(1)), float32(x1+air), float32(y1+s.line(1.75))), float32(s.line(1.75)), float32(s.px(4)), s.c.Text)
		})
	}
	for _, span := range s.p.passages {
		s.passageRing(span)
	}
	if s.p.focused && s.p.caretShown() {
		s.caret()
	}
}

// passageRing outlines a passage. It stands off the text at the column's edges
// and between paragraphs, and keeps close to the words inside them, but clear of
// the lines under them.
func (s *sheet) passageRing(span data.Span) {
	for _, h := range s.shapes(span) {
		s.shapeRing(h)
	}
}

func (s *sheet) shapeRing(h shape) {
	slabs, l := h.slabs, s.p.layout
	left, right := float32(s.column), float32(s.x(l.width))
	far, close := float32(s.px(6)), float32(s.px(2.5))
	for i := range slabs {
		b := &slabs[i]
		if b.x0 <= left {
			b.x0 -= far
		} else {
			b.x0 -= close
		}
		if b.x1 >= right {
			b.x1 += far
		} else {
			b.x1 += close
		}
	}
	lift, below := float32(s.px(3)), func(line int) float32 { return float32(s.under(line) + s.line(1.75)) }
	if l.leads(h.first) {
		slabs[0].y0 -= lift
	} else {
		slabs[0].y0 = max(slabs[0].y0, below(h.first-1))
	}
	if h.last == len(l.lines)-1 || l.leads(h.last+1) {
		slabs[len(slabs)-1].y1 += lift
	} else {
		slabs[len(slabs)-1].y1 += float32(s.px(1))
	}
	thick := float32(s.line(2))
	for i := range slabs { // the lines under words are seen above the ring
		b := &slabs[i]
		b.y1 = max(b.y1, below(h.first+i)+thick)
		if i+1 < len(slabs) {
			slabs[i+1].y0 = b.y1
		}
	}
	for _, ps := range outlines(slabs) {
		s.ring(ps, thick, float32(s.px(5)), s.c.Selected)
	}
}

// gap paints where the current difference has no words on this side.
func (s *sheet) gap(offset int) {
	i := s.p.layout.lineOf(offset)
	if i < s.from || i >= s.to || !s.p.layout.has(i, data.Span{Start: offset, End: offset}) {
		return
	}
	x := s.x(s.p.row(i).caretX(offset))
	y0, y1 := s.tintEdges(i)
	t, foot := s.line(2), s.px(3)
	s.fill(x-t/2, y0, x-t/2+t, y1, s.c.Text)
	s.fill(x-foot, y0, x+foot, y0+t, s.c.Text)
	s.fill(x-foot, y1-t, x+foot, y1, s.c.Text)
}

func (s *sheet) caret() {
	i := s.p.layout.lineOf(s.p.caret)
	if i < s.from || i >= s.to {
		return
	}
	x := s.x(s.p.row(i).caretX(s.p.caret))
	y0, y1 := s.edges(i)
	s.fill(x-s.line(1), y0+s.px(1), x-s.line(1)+s.line(1.6), y1-s.px(1), s.c.Selected)
}

func (s *sheet) pins() {
	if s.p.plain {
		return
	}
	rows := func(b *badge) (y0, y, y1 int) { // one more on each side has a part of its edge
		_, half := b.extent()
		y, reach := s.y(b.y), s.px(half)+2
		return y - reach, y, y + reach
	}
	i := sort.Search(len(s.p.badges), func(i int) bool { _, _, y1 := rows(&s.p.badges[i]); return y1 > s.clip.Min.Y })
	r := s.px(pinRadius)
	for ; i < len(s.p.badges); i++ {
		b := &s.p.badges[i]
		y0, y, _ := rows(b)
		if y0 >= s.clip.Max.Y {
			break
		}
		x, px := s.px(s.p.pinX(b)), s.scale*10.5
		base := y + int(px*0.36+0.5)
		switch b.Kind {
		case PlainPin:
			s.label(b.Label, px, float32(x), 0.5, base, false, s.c.Muted)
		case RoundPin:
			if half, _ := b.extent(); half > pinRadius {
				wide := float32(s.px(half))
				s.blob(box(float32(x)-wide, float32(y-r), float32(x)+wide, float32(y+r)), float32(r), s.c.Text)
			} else {
				s.disc(float32(x), float32(y), float32(r), s.c.Text)
			}
			s.label(b.Label, px, float32(x), 0.5, base, true, s.c.Paper)
		case MovePin:
			s.movePin(b, x, y)
		}
	}
	if b := s.p.over; b != nil {
		s.hint(b)
	}
}

// movePin is a small box with two opposite arrows and the number of the paragraph
// across.
func (s *sheet) movePin(b *badge, x, y int) {
	half, _ := b.extent()
	wide, high := float32(s.px(half)), float32(s.px(moveHigh))
	edge := s.c.Muted
	if b == s.p.over {
		edge = s.c.Selected
	}
	ps := box(float32(x)-wide, float32(y)-high, float32(x)+wide, float32(y)+high)
	s.blob(ps, float32(s.px(4)), s.c.Card)
	s.ring(ps, float32(s.line(1)), float32(s.px(4)), edge)
	left, long, head := float32(x)-wide+float32(s.px(3.5)), float32(s.px(8)), float32(s.px(2.6))
	if b.Label == "" {
		left = float32(x) - long/2
	}
	for i, dy := range []float32{-3, 2} {
		mid := float32(y+s.px(dy)) + float32(s.line(1))/2
		s.fill(int(left), int(mid-float32(s.line(1))/2), int(left+long), int(mid-float32(s.line(1))/2)+s.line(1), s.c.Text)
		if i == 0 { // its head at the right
			s.blob([]point{{left + long - head, mid - head}, {left + long + 1, mid}, {left + long - head, mid + head}}, 0, s.c.Text)
		} else {
			s.blob([]point{{left + head, mid - head}, {left - 1, mid}, {left + head, mid + head}}, 0, s.c.Text)
		}
	}
	px := s.scale * 9.5
	if utf8.RuneCountInString(b.Label) > 2 {
		px = s.scale * 8.5
	}
	s.label(b.Label, px, float32(x)+wide-float32(s.px(3)), 1, y+int(px*0.36+0.5), false, s.c.Text)
}

// hint paints what a badge has to say over the text at its left.
func (s *sheet) hint(b *badge) {
	px := s.scale * 12
	wide := s.width(b.Hint, px, false)
	half, _ := b.extent()
	x1 := float32(s.px(s.p.pinX(b)-half-4)) - 1
	x0, y := x1-wide-float32(s.px(16)), float32(s.y(b.y))
	if x0 < 0 {
		x0, x1 = 0, x1-x0
	}
	high := float32(s.px(12))
	ps := box(x0, y-high, x1, y+high)
	s.blob(ps, float32(s.px(4)), s.c.Text)
	s.label(b.Hint, px, x0+float32(s.px(8)), 0, int(y)+int(px*0.36+0.5), false, s.c.Paper)
}

// focusLine is how thick the frame around a pane with the keys is.
func (s *sheet) focusLine() int { return s.line(2) }

func (s *sheet) focus(w, h int) {
	if !s.p.focused {
		return
	}
	t := s.focusLine()
	c := s.c.Selected
	s.fill(0, 0, w, t, c)
	s.fill(0, h-t, w, h, c)
	s.fill(0, t, t, h-t, c)
	s.fill(w-t, t, w, h-t, c)
}
