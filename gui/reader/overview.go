package reader

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// An overview is the map of one text at the outer edge of its pane: a box for
// each passage, the darker the less alike its words are across, an empty one
// where it is told on this side only; where the search found something; and the
// part in view, to drag. A click goes to a place.
type overview struct {
	widget.BaseWidget
	s      *Spread
	pane   *Pane
	raster *canvas.Raster
	frame  frame
	base   []uint8 // the map without the view's box, painted for what standing says
	stood  standing
	held   float64 // how far below the view's top it is held, in the text
	hover  bool
	drag   bool
}

var (
	_ desktop.Mouseable = (*overview)(nil)
	_ desktop.Hoverable = (*overview)(nil)
	_ fyne.Draggable    = (*overview)(nil)
	_ fyne.Scrollable   = (*overview)(nil)
)

// standing is all that the map follows but the view.
type standing struct {
	w, h, generation, marks, ties, selected int
	plain                                   bool
	colors                                  *palette.Colors
}

const (
	mapWidth = 16
	leastBox = 14 // height of the part in view that one drags
)

func newOverview(s *Spread, p *Pane) *overview {
	m := &overview{s: s, pane: p}
	m.raster = canvas.NewRaster(m.paint)
	m.raster.ScaleMode = canvas.ImageScalePixels
	m.ExtendBaseWidget(m)
	return m
}

func (m *overview) redraw() { m.raster.Refresh() }

// span is how much text the map shows: all of it, or a view's worth of it.
func (m *overview) span() float64 {
	return max(m.pane.contentHeight(), float64(m.pane.viewHeight()), 1)
}

// at is the height of the text shown at a height of the map.
func (m *overview) at(y float32) float64 {
	return float64(y) / float64(max(1, m.Size().Height)) * m.span()
}

// view is the part of the map that stands for what is in view; of no height
// when everything is.
func (m *overview) view() (y0, y1 float32) {
	high, p := m.Size().Height, m.pane
	if p.lastTop() <= 0 {
		return 0, 0
	}
	share := float32(float64(p.viewHeight()) / m.span())
	long := max(leastBox, high*share)
	y0 = (high - long) * float32(p.top/p.lastTop())
	return y0, y0 + long
}

// MouseDown takes hold of the view's box, or brings the place under the pointer
// into the middle of the view and then takes hold.
func (m *overview) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	y0, y1 := m.view()
	if y0 == y1 {
		return
	}
	if e.Position.Y < y0 || e.Position.Y > y1 {
		m.pane.scrollTo(m.at(e.Position.Y) - float64(m.pane.viewHeight())/2)
		y0, _ = m.view()
	}
	m.held, m.drag = float64(e.Position.Y-y0), true
	m.redraw()
}

// MouseUp lets go.
func (m *overview) MouseUp(*desktop.MouseEvent) { m.DragEnd() }

// Dragged moves the view so that its box stays under the pointer.
func (m *overview) Dragged(e *fyne.DragEvent) {
	if !m.drag {
		return
	}
	y0, y1 := m.view()
	if room := float64(m.Size().Height - (y1 - y0)); room > 0 {
		m.pane.scrollTo((float64(e.Position.Y) - m.held) / room * m.pane.lastTop())
	}
}

// DragEnd lets go.
func (m *overview) DragEnd() {
	m.drag = false
	m.redraw()
}

// Scrolled turns the pane beside the map.
func (m *overview) Scrolled(e *fyne.ScrollEvent) { m.pane.Scrolled(e) }

// MouseIn lights the view's box.
func (m *overview) MouseIn(*desktop.MouseEvent) { m.hover = true; m.redraw() }

// MouseMoved does nothing more.
func (m *overview) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets it go dark again.
func (m *overview) MouseOut() { m.hover = false; m.redraw() }

// paint draws the map, and over it the view's box.
func (m *overview) paint(w, h int) image.Image {
	c, f, p := palette.Current(), &m.frame, m.pane
	scale := float32(w) / max(1, m.raster.Size().Width)
	w, h = shownPixels(m.raster, w, h)
	f.start(w, h, c.Desk)
	if w == 0 || h == 0 || p.layout == nil || m.s.ranks != nil && !m.s.ready() {
		return f.img
	}
	now := standing{w, h, m.s.Left.generation + m.s.Right.generation, p.marked, m.s.tied, m.s.selected, p.plain, c}
	if now != m.stood {
		m.chart(f, c, w, h, scale)
		m.base, m.stood = append(m.base[:0], f.img.Pix...), now
	} else {
		copy(f.img.Pix, m.base)
	}
	if y0, y1 := m.view(); y1 > y0 {
		line := c.Muted
		if m.hover || m.drag {
			line = c.Text
		}
		ps := box(0, y0*scale, float32(w), y1*scale)
		glass := line
		glass.A = 0x2a
		f.blob(ps, 3*scale, glass)
		f.ring(ps, max(1, 1.5*scale), 3*scale, line)
	}
	return f.img
}

// chart draws boxes and hits.
func (m *overview) chart(f *frame, c *palette.Colors, w, h int, scale float32) {
	p := m.pane
	px := func(units float32) int { return int(units*scale + 0.5) }
	t := max(1, px(1))
	perHeight := float64(h) / m.span()
	row := func(y float64) int { return int(y*perHeight + 0.5) }
	m.boxes(f, c, w, row, px)
	for _, k := range p.index.marks {
		if k.Kind != Hit && k.Kind != CurrentHit || !p.shown(k.Start) {
			continue
		}
		y0, y1 := p.extentOf(k.Span)
		y, half := row((y0+y1)/2), t
		if k.Kind == CurrentHit {
			half = 2 * t
		}
		f.fill(0, y-half-t, w, y+half+t, c.Text)
		f.fill(0, y-half, w, y+half, c.Search)
	}
	if p == m.s.Left {
		f.fill(w-t, 0, w, h, c.Rule)
	} else {
		f.fill(0, 0, t, h, c.Rule)
	}
}

// boxes draws a box for each passage; row turns a height in the text into a row
// of the map, px lengths into pixels.
func (m *overview) boxes(f *frame, c *palette.Colors, w int, row func(float64) int, px func(float32) int) {
	p := m.pane
	if p.plain {
		return
	}
	t, left, right := max(1, px(1)), px(3), w-px(3)
	for i, tie := range m.s.ties {
		y0, y1 := m.extent(i, &tie)
		if y1 <= y0 {
			continue
		}
		shade := palette.Mix(c.Ribbon, c.RibbonBold, 1-max(0, min(tie.Strength, 1)))
		a, b := row(y0), max(row(y0)+1, row(y1)-t)
		if tie.Kind == TiePossible {
			f.fill(left, a, left+t, b, c.RibbonBold)
			f.fill(right-t, a, right, b, c.RibbonBold)
			continue
		}
		f.fill(left, a, right, b, shade)
		if i == m.s.selected {
			f.fill(left-px(2), a, right+px(2), b, c.Selected)
		}
	}
	for _, k := range p.index.marks {
		if k.Kind != Only || !p.shown(k.Start) {
			continue
		}
		y0, y1 := p.extentOf(k.Span)
		a, b := row(y0), max(row(y0)+1, row(y1)-t)
		f.fill(left, a, right, b, c.Paper)
		if p == m.s.Left {
			f.fill(left, a, left+2*t, b, c.Outlet(p.side))
		} else {
			f.fill(right-2*t, a, right, b, c.Outlet(p.side))
		}
	}
}

// extent is where the passages of tie i stand in the text. A text by itself, while
// the other has no room, has no script yet.
func (m *overview) extent(i int, tie *Tie) (y0, y1 float64) {
	switch left := m.pane == m.s.Left; {
	case m.s.ranks != nil && left:
		return m.s.heights[i].l0, m.s.heights[i].l1
	case m.s.ranks != nil:
		return m.s.heights[i].r0, m.s.heights[i].r1
	case left:
		return m.pane.extentOf(tie.Left)
	}
	return m.pane.extentOf(tie.Right)
}

// CreateRenderer shows the raster.
func (m *overview) CreateRenderer() fyne.WidgetRenderer { return &overviewRenderer{m} }

type overviewRenderer struct{ m *overview }

func (r *overviewRenderer) Layout(size fyne.Size) {
	r.m.raster.Move(fyne.NewPos(0, 0))
	r.m.raster.Resize(wholePixels(r.m, size))
}
func (r *overviewRenderer) MinSize() fyne.Size { return fyne.NewSize(mapWidth, 10) }
func (r *overviewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.raster}
}
func (r *overviewRenderer) Destroy() {}
func (r *overviewRenderer) Refresh() { r.m.redraw() }
