package reader

import "parallax/gui/palette"

// A RulerKind is a kind of reading ruler.
type RulerKind int

// The kinds of reading rulers.
const (
	NoRuler   RulerKind = iota
	LineRuler           // a line under the words
	BarRuler            // a grey bar behind them
	BoxRuler            // all else is faded
)

// A Ruler helps to keep to the line while reading. It goes where the pointer or
// the caret goes.
type Ruler struct {
	Kind  RulerKind
	Lines int // how many lines it is high, from 1 to 3
}

// SetRuler lays a reading ruler on both texts.
func (s *Spread) SetRuler(r Ruler) {
	r.Lines = max(1, min(r.Lines, 3))
	for _, p := range []*Pane{s.Left, s.Right} {
		p.ruler = r
		p.redraw()
	}
}

// Ruler is the reading ruler laid on the texts.
func (s *Spread) Ruler() Ruler { return s.Left.ruler }

// leadRuler brings the reading ruler to line i of this pane, away from the other.
func (p *Pane) leadRuler(i int) {
	if p.ruler.Kind == NoRuler || i < 0 || i == p.rulerLine {
		return
	}
	p.rulerLine = i
	p.redraw()
	if p.ruling != nil {
		p.ruling()
	}
}

// dropRuler takes it away.
func (p *Pane) dropRuler() {
	if p.rulerLine >= 0 {
		p.rulerLine = -1
		p.redraw()
	}
}

// rulerRows are the rows of pixels the reading ruler covers; ok is false where it
// is not in a view of so many rows.
func (s *sheet) rulerRows(kind RulerKind, high int) (y0, y1 int, ok bool) {
	p, l := s.p, s.p.layout
	if p.ruler.Kind != kind || p.rulerLine < 0 || p.rulerLine >= len(l.lines) {
		return 0, 0, false
	}
	last := min(p.rulerLine+p.ruler.Lines, len(l.lines)) - 1
	y0, _ = s.edges(p.rulerLine)
	_, y1 = s.edges(last)
	return y0, y1, y1 > 0 && y0 < high
}

// rulerBehind paints the grey bar, which lies behind the words.
func (s *sheet) rulerBehind() {
	if y0, y1, ok := s.rulerRows(BarRuler, s.img.Rect.Max.Y); ok {
		s.fill(0, y0, s.img.Rect.Max.X, y1, palette.Mix(s.c.Paper, s.c.Muted, 0.22))
	}
}

// rulerOver paints the kinds that lie over the words.
func (s *sheet) rulerOver() {
	w, h := s.img.Rect.Max.X, s.img.Rect.Max.Y
	if _, y1, ok := s.rulerRows(LineRuler, h); ok {
		s.fill(s.column-s.px(6), y1-s.line(2.5), s.column+s.wide+s.px(6), y1, s.c.Selected)
	}
	if y0, y1, ok := s.rulerRows(BoxRuler, h); ok {
		veil := s.c.Paper
		veil.A = 0xb8
		s.fill(0, 0, w, y0-s.px(2), veil)
		s.fill(0, y1+s.px(2), w, h, veil)
		s.fill(0, y0-s.px(2)-s.line(1), w, y0-s.px(2), s.c.Muted)
		s.fill(0, y1+s.px(2), w, y1+s.px(2)+s.line(1), s.c.Muted)
	}
}
