package reader

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A ribbon is a tie drawn across the gutter: what it takes up of the left edge
// and of the right, in Fyne's units from the top of the view.
type ribbon struct {
	tie            int
	l0, l1, r0, r1 float32
	crossing       bool
}

// manyCrossing is how many ties told in another order may be in view before
// only their ends are drawn.
const manyCrossing = 4

// stub is the length of such an end.
const stub = 6

// gutter paints the ribbons and takes clicks on them.
type gutter struct {
	widget.BaseWidget
	s       *Spread
	raster  *canvas.Raster
	frame   frame
	hover   int // tie under the pointer, -1: none
	dragged bool
	held    float32 // where across the gutter it is held
}

var (
	_ fyne.Tappable      = (*gutter)(nil)
	_ fyne.Draggable     = (*gutter)(nil)
	_ fyne.Scrollable    = (*gutter)(nil)
	_ desktop.Hoverable  = (*gutter)(nil)
	_ desktop.Cursorable = (*gutter)(nil)
)

func newGutter(s *Spread) *gutter {
	g := &gutter{s: s, hover: -1}
	g.raster = canvas.NewRaster(g.paint)
	g.raster.ScaleMode = canvas.ImageScalePixels
	g.ExtendBaseWidget(g)
	return g
}

func (g *gutter) redraw() { g.raster.Refresh() }

func (g *gutter) CreateRenderer() fyne.WidgetRenderer {
	return &gutterRenderer{g}
}

type gutterRenderer struct{ g *gutter }

func (r *gutterRenderer) Layout(size fyne.Size) {
	r.g.raster.Move(fyne.NewPos(0, 0))
	r.g.raster.Resize(wholePixels(r.g, size))
}
func (r *gutterRenderer) MinSize() fyne.Size { return fyne.NewSize(narrowGutter, 10) }
func (r *gutterRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.g.raster}
}
func (r *gutterRenderer) Destroy() {}
func (r *gutterRenderer) Refresh() {
	r.g.redraw()
}

// inView returns the ribbons that touch the view, in the ties' order.
func (g *gutter) inView() []ribbon {
	l, r := g.s.Left, g.s.Right
	if !g.s.ribbons || g.s.Plain() || !g.s.ready() {
		return nil
	}
	var rs []ribbon
	high := g.Size().Height
	for i, t := range g.s.ties {
		if t.Left.Empty() || t.Right.Empty() {
			continue
		}
		y := &g.s.heights[i]
		if *y == (tieHeights{}) {
			continue // not in one rank
		}
		b := ribbon{i, float32(y.l0 - l.top), float32(y.l1 - l.top), float32(y.r0 - r.top), float32(y.r1 - r.top), g.s.crossing[i] && g.s.ranks == nil}
		if max(b.l1, b.r1) < 0 || min(b.l0, b.r0) > high {
			continue
		}
		if (b.l1 < 0 || b.l0 > high) && (b.r1 < 0 || b.r0 > high) {
			continue // both ends out of view on opposite sides: nothing to follow it to
		}
		rs = append(rs, b.clipped(high))
	}
	return rs
}

// clipped keeps ends that are out of view near it: a ribbon to a passage far
// below would else be drawn as a cliff.
func (b ribbon) clipped(high float32) ribbon {
	const beyond = 400
	clip := func(v float32) float32 { return max(-beyond, min(v, high+beyond)) }
	b.l0, b.l1, b.r0, b.r1 = clip(b.l0), clip(b.l1), clip(b.r0), clip(b.r1)
	return b
}

// edges are the ribbon's upper and lower edge at a share of the way across.
func (b ribbon) edges(share float32) (y0, y1 float32) {
	ease := share * share * (3 - 2*share)
	return b.l0 + (b.r0-b.l0)*ease, b.l1 + (b.r1-b.l1)*ease
}

// thinned is the narrow band drawn for passages in the same words.
func (b ribbon) thinned() ribbon {
	narrow := func(a, z float32) (float32, float32) {
		mid, half := (a+z)/2, min((z-a)/2, 2.5)
		return mid - half, mid + half
	}
	b.l0, b.l1 = narrow(b.l0, b.l1)
	b.r0, b.r1 = narrow(b.r0, b.r1)
	return b
}

// paint draws from the faintest to the selected one.
func (g *gutter) paint(w, h int) image.Image {
	c := palette.Current()
	f := &g.frame
	scale := float32(w) / max(1, g.raster.Size().Width)
	w, h = shownPixels(g.raster, w, h)
	f.start(w, h, c.Desk)
	if w == 0 || h == 0 {
		return f.img
	}
	rs := g.inView()
	crossings := 0
	for _, b := range rs {
		if b.crossing {
			crossings++
		}
	}
	var last []ribbon
	for _, b := range rs {
		if b.tie == g.s.selected || b.tie == g.hover {
			last = append(last, b)
			continue
		}
		g.one(f, b, scale, c, b.crossing && crossings > manyCrossing)
	}
	for _, b := range last {
		if b.tie == g.s.selected {
			f.curve(b, scale, c.RibbonBold)
		} else {
			f.curve(b, scale, blend(c.Ribbon, c.RibbonBold))
			f.edge(b, scale, c.Muted, false)
		}
	}
	for _, b := range rs {
		if g.s.ties[b.tie].Ruled && !(b.crossing && crossings > manyCrossing && b.tie != g.s.selected) {
			f.tick(b, scale, c)
		}
	}
	t := max(1, int(scale+0.5))
	g.rankLines(f, scale, t, c)
	f.fill(0, 0, t, h, c.Rule)
	f.fill(w-t, 0, w, h, c.Rule)
	return f.img
}

// rankLines carries the lines between ranks across the gutter.
func (g *gutter) rankLines(f *frame, scale float32, thick int, c *palette.Colors) {
	from, to := g.s.RanksInView()
	p := g.s.Left
	for n := max(1, from); n < to; n++ {
		// rounded as the panes round theirs
		y := int(math.Round(p.layout.ranks[n].top*float64(scale))) - int(math.Round((p.top-float64(p.topPad()))*float64(scale)))
		f.fill(0, y, f.img.Rect.Max.X, y+thick, c.Rule)
	}
}

func (g *gutter) one(f *frame, b ribbon, scale float32, c *palette.Colors, ends bool) {
	t := g.s.ties[b.tie]
	if ends {
		x := int(stub * scale)
		f.fill(0, int(b.l0*scale), x, int(b.l1*scale), c.Ribbon)
		f.fill(f.img.Rect.Max.X-x, int(b.r0*scale), f.img.Rect.Max.X, int(b.r1*scale), c.Ribbon)
		return
	}
	if b.crossing && t.Kind != TiePossible { // told in another order
		f.curve(b, scale, mixed(c.Ribbon, c.RibbonBold, 0.55))
		return
	}
	switch t.Kind {
	case Same:
		f.curve(b.thinned(), scale, blend(c.Ribbon, c.RibbonBold))
	case Related:
		f.curve(b, scale, c.Ribbon)
	case Quoting:
		f.curve(b, scale, c.Ribbon)
		f.edge(b, scale, c.RibbonBold, false)
	case TiePossible:
		f.edge(b, scale, c.RibbonBold, true)
	}
}

// blend is a with a third of b in it.
func blend(a, b color.NRGBA) color.NRGBA { return mixed(a, b, 1.0/3) }

// mixed is a with a share of b in it.
func mixed(a, b color.NRGBA, share float32) color.NRGBA {
	one := func(a, b uint8) uint8 { return uint8(float32(a) + (float32(b)-float32(a))*share + 0.5) }
	return color.NRGBA{one(a.R, b.R), one(a.G, b.G), one(a.B, b.B), 0xff}
}

// tick draws the sign of a ruling in the middle of a ribbon.
func (f *frame) tick(b ribbon, scale float32, c *palette.Colors) {
	y0, y1 := b.edges(0.5)
	x, y := float32(f.img.Rect.Max.X)/2, (y0+y1)/2*scale
	f.disc(x, y, 7*scale, c.Text)
	at := func(dx, dy float32) point { return point{x + dx*scale, y + dy*scale} }
	f.blob([]point{at(-3.6, 0.2), at(-2.4, -1), at(-0.9, 0.6), at(2.6, -3), at(3.8, -1.8), at(-0.9, 3)}, 0, c.Paper)
}

// curve fills a ribbon, column by column of pixels, its edges smoothed.
func (f *frame) curve(b ribbon, scale float32, c color.NRGBA) {
	w := f.img.Rect.Max.X
	for x := range w {
		y0, y1 := b.edges((float32(x) + 0.5) / float32(w))
		f.column(x, y0*scale, y1*scale, c)
	}
}

// edge draws a ribbon's upper and lower edge, broken or not.
func (f *frame) edge(b ribbon, scale float32, c color.NRGBA, broken bool) {
	f.stroke(b, 0, scale, c, broken)
	f.stroke(b, 1, scale, c, broken)
}

// stroke draws one edge as a thin line along its curve.
func (f *frame) stroke(b ribbon, which int, scale float32, c color.NRGBA, broken bool) {
	w, h := float32(f.img.Rect.Max.X), float32(f.img.Rect.Max.Y)
	at := func(share float32) point {
		y0, y1 := b.edges(share)
		if which == 1 {
			y0 = y1
		}
		return point{share * w, y0 * scale}
	}
	climb := max(abs(b.l0-b.r0), abs(b.l1-b.r1)) * scale
	steps := int(min(w+climb, 1500)/1.5) + 2
	half, dash := max(0.5, scale*0.6), 5*scale
	var upper, lower []point
	long, on := float32(0), true
	flush := func() {
		if len(upper) > 1 {
			for i := len(lower) - 1; i >= 0; i-- {
				upper = append(upper, lower[i])
			}
			f.blob(upper, 0, c)
		}
		upper, lower = upper[:0], lower[:0]
	}
	last := at(0)
	for i := 0; i <= steps; i++ {
		p := at(float32(i) / float32(steps))
		q := at(float32(i)/float32(steps) + 0.01)
		dx, dy := q.x-p.x, q.y-p.y
		n := max(1e-3, hypot(dx, dy))
		long += hypot(p.x-last.x, p.y-last.y)
		last = p
		if broken && int(long/dash)%2 == 1 || p.y < -20 || p.y > h+20 {
			if on {
				flush()
			}
			on = false
			continue
		}
		on = true
		upper = append(upper, point{p.x + dy/n*half, p.y - dx/n*half})
		lower = append(lower, point{p.x - dy/n*half, p.y + dx/n*half})
	}
	flush()
}

func abs(v float32) float32 { return max(v, -v) }

// column fills one column of pixels from y0 to y1, the ends in part.
func (f *frame) column(x int, y0, y1 float32, c color.NRGBA) {
	y0, y1 = max(y0, 0), min(y1, float32(f.img.Rect.Max.Y))
	if y0 >= y1 {
		return
	}
	part := func(y int, share float32) {
		if share > 0 {
			f.fill(x, y, x+1, y+1, color.NRGBA{c.R, c.G, c.B, uint8(255*min(share, 1) + 0.5)})
		}
	}
	top, bottom := int(y0), int(y1)
	if top == bottom {
		part(top, y1-y0)
		return
	}
	part(top, float32(top+1)-y0)
	f.fill(x, top+1, x+1, bottom, c)
	part(bottom, y1-float32(bottom))
}

// ribbonAt returns the tie under a point, the one drawn last first; -1 for none.
func (g *gutter) ribbonAt(at fyne.Position) int {
	share := at.X / max(1, g.Size().Width)
	rs := g.inView()
	crossings := 0
	for _, b := range rs {
		if b.crossing {
			crossings++
		}
	}
	found := -1
	for _, b := range rs {
		y0, y1 := b.edges(share)
		if b.crossing && crossings > manyCrossing && b.tie != g.s.selected && at.X > stub && at.X < g.Size().Width-stub {
			continue
		}
		if at.Y >= y0-2 && at.Y <= y1+2 && (found < 0 || b.tie == g.s.selected || !b.crossing && found != g.s.selected) {
			found = b.tie
		}
	}
	return found
}

// Tapped selects the ribbon's tie.
func (g *gutter) Tapped(e *fyne.PointEvent) {
	if i := g.ribbonAt(e.Position); i >= 0 && g.s.OnTie != nil {
		g.s.OnTie(i)
	}
}

// Cursor is a hand over ribbons, else the sign that the gutter can be dragged.
func (g *gutter) Cursor() desktop.Cursor {
	if g.hover >= 0 && !g.dragged {
		return desktop.PointerCursor
	}
	return desktop.HResizeCursor
}

func (g *gutter) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

func (g *gutter) MouseMoved(e *desktop.MouseEvent) {
	if i := g.ribbonAt(e.Position); i != g.hover {
		g.hover = i
		g.redraw()
	}
}

func (g *gutter) MouseOut() {
	if g.hover >= 0 {
		g.hover = -1
		g.redraw()
	}
}

// Dragged moves the split, keeping the gutter where it is held.
func (g *gutter) Dragged(e *fyne.DragEvent) {
	if !g.dragged {
		g.dragged, g.held = true, e.Position.X-e.Dragged.DX
	}
	room := g.s.Size().Width - g.s.gutterWidth() - 2*mapWidth
	if room <= 0 {
		return
	}
	old := g.s.split
	g.s.SetSplit((g.Position().X - mapWidth + e.Position.X - g.held) / room)
	if g.s.OnSplit != nil && g.s.split != old {
		g.s.OnSplit(g.s.split)
	}
}

func (g *gutter) DragEnd() { g.dragged = false }

// Scrolled turns the left pane, and with it the right one when linked.
func (g *gutter) Scrolled(e *fyne.ScrollEvent) { g.s.Left.Scrolled(e) }
