package reader

import (
	"cmp"
	"image"
	"image/color"
	"math"
	"slices"

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
	ends           bool // only its ends are drawn
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

// inView returns the ribbons that touch the view in the order they are drawn: those
// told in one order, those told in another, the one under the pointer and the
// selected one.
func (g *gutter) inView() []ribbon {
	l, r := g.s.Left, g.s.Right
	if !g.s.ribbons || g.s.Plain() || !g.s.ready() {
		return nil
	}
	var rs []ribbon
	crossings := 0
	high := g.Size().Height
	for i, t := range g.s.ties {
		if t.Left.Empty() || t.Right.Empty() {
			continue
		}
		y := &g.s.heights[i]
		if *y == (tieHeights{}) {
			continue // not in one rank
		}
		b := ribbon{tie: i, l0: float32(y.l0 - l.top), l1: float32(y.l1 - l.top), r0: float32(y.r0 - r.top), r1: float32(y.r1 - r.top)}
		b.crossing = g.s.crossing[i] && g.s.ranks == nil
		if max(b.l1, b.r1) < 0 || min(b.l0, b.r0) > high {
			continue
		}
		if (b.l1 < 0 || b.l0 > high) && (b.r1 < 0 || b.r0 > high) {
			continue // both ends out of view on opposite sides: nothing to follow it to
		}
		if b.crossing {
			crossings++
		}
		rs = append(rs, b.clipped(high))
	}
	for i := range rs {
		rs[i].ends = rs[i].crossing && crossings > manyCrossing
	}
	slices.SortStableFunc(rs, func(a, b ribbon) int { return cmp.Compare(g.rank(a), g.rank(b)) })
	return rs
}

// rank is how far up a ribbon is drawn.
func (g *gutter) rank(b ribbon) int {
	switch {
	case b.tie == g.s.selected:
		return 3
	case b.tie == g.hover:
		return 2
	case b.crossing:
		return 1
	}
	return 0
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
	for _, b := range rs {
		switch b.tie {
		case g.s.selected:
			f.curve(b, scale, c.RibbonBold)
		case g.hover:
			f.curve(b, scale, blend(c.Ribbon, c.RibbonBold))
			f.edge(b, scale, c.Muted, false)
		default:
			g.one(f, b, scale, c)
		}
	}
	for _, b := range rs {
		if g.s.ties[b.tie].Ruled && (!b.ends || b.tie == g.s.selected) {
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

func (g *gutter) one(f *frame, b ribbon, scale float32, c *palette.Colors) {
	t := g.s.ties[b.tie]
	if b.ends {
		x := int(stub * scale)
		f.fill(0, int(b.l0*scale), x, int(b.l1*scale), c.Ribbon)
		f.fill(f.img.Rect.Max.X-x, int(b.r0*scale), f.img.Rect.Max.X, int(b.r1*scale), c.Ribbon)
		return
	}
	if b.crossing && t.Kind != TiePossible { // told in another order
		f.curve(b, scale, palette.Mix(c.Ribbon, c.RibbonBold, 0.55))
		f.edge(b, scale, c.Desk, false) // parts it from those it lies over
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
func blend(a, b color.NRGBA) color.NRGBA { return palette.Mix(a, b, 1.0/3) }

// tick draws the sign of a ruling in the middle of a ribbon.
func (f *frame) tick(b ribbon, scale float32, c *palette.Colors) {
	y0, y1 := b.edges(0.5)
	x, y := float32(f.img.Rect.Max.X)/2, (y0+y1)/2*scale
	f.disc(x, y, 7*scale, c.Text)
	at := func(dx, dy float32) point { return point{x + dx*scale, y + dy*scale} }
	f.blob([]point{at(-3.6, 0.2), at(-2.4, -1), at(-0.9, 0.6), at(2.6, -3), at(3.8, -1.8), at(-0.9, 3)}, 0, c.Paper)
}

// curve fills a ribbon, column by column of pixels, its edges smoothed however
// steep they are.
func (f *frame) curve(b ribbon, scale float32, c color.NRGBA) {
	w := f.img.Rect.Max.X
	y0, y1 := b.edges(0)
	for x := range w {
		z0, z1 := b.edges(float32(x+1) / float32(w))
		f.column(x, slant{y0 * scale, z0 * scale}, slant{y1 * scale, z1 * scale}, c)
		y0, y1 = z0, z1
	}
}

// A slant is an edge where it enters a column of pixels and where it leaves it.
type slant struct{ from, to float32 }

// below is how much of the pixel in row y lies below the edge, from 0 to 1.
func (e slant) below(y int) float32 {
	low, high := float32(y+1)-e.from, float32(y+1)-e.to
	if long := low - high; long > 0.01 || long < -0.01 {
		return (filled(low) - filled(high)) / long
	}
	return max(0, min(low, 1))
}

// filled is what a pixel has been filled with, summed up while an edge rises to u
// above its bottom.
func filled(u float32) float32 {
	switch {
	case u <= 0:
		return 0
	case u < 1:
		return u * u / 2
	}
	return u - 0.5
}

// column fills one column of pixels between two edges, in part where they cut a
// pixel.
func (f *frame) column(x int, upper, lower slant, c color.NRGBA) {
	from, to := int(max(0, min(upper.from, upper.to))), int(min(float32(f.img.Rect.Max.Y), max(lower.from, lower.to)+1))
	whole, end := int(max(upper.from, upper.to))+1, int(min(lower.from, lower.to))
	for y := from; y < to; y++ {
		if y >= whole && y < end {
			end = min(end, to)
			f.fill(x, y, x+1, end, c)
			y = end - 1
			continue
		}
		if share := upper.below(y) - lower.below(y); share > 0 {
			f.fill(x, y, x+1, y+1, color.NRGBA{c.R, c.G, c.B, uint8(255*min(share, 1) + 0.5)})
		}
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
			f.polygon(upper, c)
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

// ribbonAt returns the tie under a point, the one drawn last first; -1 for none.
func (g *gutter) ribbonAt(at fyne.Position) int {
	share := at.X / max(1, g.Size().Width)
	rs := g.inView()
	for i := len(rs) - 1; i >= 0; i-- {
		b := &rs[i]
		if b.ends && b.tie != g.s.selected && at.X > stub && at.X < g.Size().Width-stub {
			continue
		}
		if y0, y1 := b.edges(share); at.Y >= y0-2 && at.Y <= y1+2 {
			return b.tie
		}
	}
	return -1
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
