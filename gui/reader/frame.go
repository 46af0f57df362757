package reader

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// A frame is an image being painted, in device pixels. Every edge it draws of
// marks and bars lies on whole pixels.
type frame struct {
	img    *image.RGBA
	clip   image.Rectangle // nothing outside it is painted
	anchor int             // the row of the text that its first row shows; 0 where there is no text
	raster vector.Rasterizer
	tile   image.Alpha // what was rasterised last
}

// start makes the frame w by h pixels of one colour.
func (f *frame) start(w, h int, c color.NRGBA) {
	if f.img == nil || f.img.Rect.Dx() != w || f.img.Rect.Dy() != h {
		f.img = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	f.clip = f.img.Rect
	if w == 0 || h == 0 {
		return
	}
	row := f.img.Pix[:w*4]
	for i := 0; i < len(row); i += 4 {
		row[i], row[i+1], row[i+2], row[i+3] = c.R, c.G, c.B, 0xff
	}
	for done := w * 4; done < len(f.img.Pix); done *= 2 {
		copy(f.img.Pix[done:], f.img.Pix[:done])
	}
}

// lift moves what is painted up by n rows, or down by as many below zero, fewer
// than the frame has. The rows that this leaves behind keep what they had.
func (f *frame) lift(n int) {
	if n *= f.img.Stride; n > 0 {
		copy(f.img.Pix, f.img.Pix[n:])
	} else {
		copy(f.img.Pix[-n:], f.img.Pix)
	}
}

// fill paints the rectangle [x0,x1) × [y0,y1).
func (f *frame) fill(x0, y0, x1, y1 int, c color.NRGBA) {
	x0, y0 = max(x0, f.clip.Min.X), max(y0, f.clip.Min.Y)
	x1, y1 = min(x1, f.clip.Max.X), min(y1, f.clip.Max.Y)
	if x0 >= x1 || y0 >= y1 {
		return
	}
	a := uint32(c.A)
	for y := y0; y < y1; y++ {
		p := f.img.Pix[y*f.img.Stride+x0*4 : y*f.img.Stride+x1*4]
		if a == 0xff {
			for i := 0; i < len(p); i += 4 {
				p[i], p[i+1], p[i+2], p[i+3] = c.R, c.G, c.B, 0xff
			}
			continue
		}
		for i := 0; i < len(p); i += 4 {
			p[i] = mix(p[i], c.R, a)
			p[i+1] = mix(p[i+1], c.G, a)
			p[i+2] = mix(p[i+2], c.B, a)
		}
	}
}

func mix(under, over uint8, a uint32) uint8 {
	return uint8((uint32(under)*(255-a) + uint32(over)*a + 127) / 255)
}

// dashes paints a broken line, dash pixels on and gap pixels off from x0.
func (f *frame) dashes(x0, x1, y0, y1, dash, gap int, c color.NRGBA) {
	for x := x0; x < x1; x += dash + gap {
		f.fill(x, y0, min(x+dash, x1), y1, c)
	}
}

// dots paints a broken upright line.
func (f *frame) dots(x0, x1, y0, y1, dot, gap int, c color.NRGBA) {
	if above := f.clip.Min.Y - y0; above > 0 {
		y0 += above / (dot + gap) * (dot + gap)
	}
	for y := y0; y < min(y1, f.clip.Max.Y); y += dot + gap {
		f.fill(x0, y, x1, min(y+dot, y1), c)
	}
}

// glyph paints a mask with its pen at x, y, between the rows top and bottom.
// strength maps coverage to what is painted.
func (f *frame) glyph(m *mask, x, y, top, bottom int, c color.NRGBA, strength *[256]uint8) {
	x, y = x+m.dx, y+m.dy
	x0, x1 := max(0, f.clip.Min.X-x), min(m.w, f.clip.Max.X-x)
	y0, y1 := max(0, max(top, f.clip.Min.Y)-y), min(m.h, min(bottom, f.clip.Max.Y)-y)
	if x0 >= x1 || y0 >= y1 {
		return
	}
	if m.picture != nil {
		draw.Draw(f.img, image.Rect(x+x0, y+y0, x+x1, y+y1), m.picture, image.Pt(x0, y0), draw.Over)
		return
	}
	if m.pix == nil {
		return
	}
	r, g, b := uint32(c.R), uint32(c.G), uint32(c.B)
	for j := y0; j < y1; j++ {
		src := m.pix[j*m.w+x0 : j*m.w+x1]
		dst := f.img.Pix[(y+j)*f.img.Stride+(x+x0)*4:]
		dst = dst[:len(src)*4]
		for i, cover := range src {
			if cover == 0 {
				continue
			}
			a := uint32(strength[cover])
			p := dst[i*4 : i*4+3 : i*4+3]
			p[0] = uint8((uint32(p[0])*(255-a) + r*a + 127) / 255)
			p[1] = uint8((uint32(p[1])*(255-a) + g*a + 127) / 255)
			p[2] = uint8((uint32(p[2])*(255-a) + b*a + 127) / 255)
		}
	}
}

// strengthen returns coverage raised to a power: below one, thin strokes gain.
func strengthen(power float64) *[256]uint8 {
	var s [256]uint8
	for i := range s {
		s[i] = uint8(255*math.Pow(float64(i)/255, power) + 0.5)
	}
	return &s
}

// Dark strokes on light paper look heavier than light ones on dark at the same
// coverage, so the two are strengthened by as much as makes them alike.
var (
	strokeLight = strengthen(0.82)
	strokeDark  = strengthen(0.76)
)

// A point is a place in device pixels.
type point struct{ x, y float32 }

// path adds a closed polygon with corners rounded by radius.
func (f *frame) path(ps []point, radius float32) {
	n := len(ps)
	for i, p := range ps {
		in, out := along(p, ps[(i+n-1)%n], radius), along(p, ps[(i+1)%n], radius)
		if i == 0 {
			f.raster.MoveTo(in.x, in.y)
		} else {
			f.raster.LineTo(in.x, in.y)
		}
		f.raster.QuadTo(p.x, p.y, out.x, out.y)
	}
	f.raster.ClosePath()
}

// along is the point so far from a towards b, but half way at most. On upright and
// level lines it does not depend on how far b is.
func along(a, b point, far float32) point {
	dx, dy := b.x-a.x, b.y-a.y
	long := hypot(dx, dy)
	far = min(far, long/2)
	switch {
	case dy == 0:
		return point{a.x + max(-far, min(dx, far)), a.y}
	case dx == 0:
		return point{a.x, a.y + max(-far, min(dy, far))}
	}
	return point{a.x + dx*far/long, a.y + dy*far/long}
}

// ring paints the outline of a polygon of upright and level edges given
// clockwise, wide pixels to the inside.
func (f *frame) ring(ps []point, wide, radius float32, c color.NRGBA) {
	f.painted(ps, func(ps []point) {
		f.path(ps, radius)
		inner := inset(ps, wide)
		for i, j := 0, len(inner)-1; i < j; i, j = i+1, j-1 {
			inner[i], inner[j] = inner[j], inner[i]
		}
		f.path(inner, max(0, radius-wide))
	}, c)
}

// blob paints a polygon with rounded corners.
func (f *frame) blob(ps []point, radius float32, c color.NRGBA) {
	f.painted(ps, func(ps []point) { f.path(ps, radius) }, c)
}

// polygon paints a polygon.
func (f *frame) polygon(ps []point, c color.NRGBA) {
	f.painted(ps, func(ps []point) {
		f.raster.MoveTo(ps[0].x, ps[0].y)
		for _, p := range ps[1:] {
			f.raster.LineTo(p.x, p.y)
		}
		f.raster.ClosePath()
	}, c)
}

// disc paints a circle around a point.
func (f *frame) disc(x, y, r float32, c color.NRGBA) {
	for j := int(y - r - 1); j <= int(y+r+1); j++ {
		for i := int(x - r - 1); i <= int(x+r+1); i++ {
			cover := r + 0.5 - hypot(float32(i)+0.5-x, float32(j)+0.5-y)
			if cover > 0 {
				f.fill(i, j, i+1, j+1, color.NRGBA{c.R, c.G, c.B, uint8(255*min(cover, 1) + 0.5)})
			}
		}
	}
}

func hypot(x, y float32) float32 { return float32(math.Hypot(float64(x), float64(y))) }

// tileHigh is how many rows are rasterised at once.
const tileHigh = 16

// painted rasterises what trace adds, as far as it is in the clip, in tiles whose
// rows are the same of the text wherever it stands. A tile is rasterised whole:
// what is seen of a shape has the same edges whichever part of it is painted.
func (f *frame) painted(ps []point, trace func(ps []point), c color.NRGBA) {
	box := bounds(ps).Intersect(f.clip)
	if box.Empty() {
		return
	}
	wide := bounds(ps).Intersect(f.img.Rect)
	shifted, ink := make([]point, len(ps)), image.NewUniform(c)
	if n := wide.Dx() * tileHigh; cap(f.tile.Pix) < n {
		f.tile.Pix = make([]uint8, n)
	}
	f.tile.Stride, f.tile.Rect = wide.Dx(), image.Rect(0, 0, wide.Dx(), tileHigh)
	f.tile.Pix = f.tile.Pix[:wide.Dx()*tileHigh]
	first := int(math.Floor(float64(box.Min.Y+f.anchor)/tileHigh))*tileHigh - f.anchor
	for y := first; y < box.Max.Y; y += tileHigh {
		for i, p := range ps {
			shifted[i] = point{p.x - float32(wide.Min.X), p.y - float32(y)}
		}
		f.raster.Reset(wide.Dx(), tileHigh)
		f.raster.DrawOp = draw.Src
		trace(shifted)
		f.raster.Draw(&f.tile, f.tile.Rect, image.Opaque, image.Point{})
		part := box.Intersect(image.Rect(wide.Min.X, y, wide.Max.X, y+tileHigh))
		draw.DrawMask(f.img, part, ink, image.Point{}, &f.tile, part.Min.Sub(image.Pt(wide.Min.X, y)), draw.Over)
	}
}

// bounds are the pixels that a polygon touches.
func bounds(ps []point) image.Rectangle {
	var box image.Rectangle
	for _, p := range ps {
		box = box.Union(image.Rect(int(math.Floor(float64(p.x)))-1, int(math.Floor(float64(p.y)))-1, int(math.Ceil(float64(p.x)))+1, int(math.Ceil(float64(p.y)))+1))
	}
	return box
}

// inset moves every edge of a clockwise polygon of upright and level edges
// inwards by d pixels.
func inset(ps []point, d float32) []point {
	n := len(ps)
	in := make([]point, n)
	shift := func(a, b point) (dx, dy float32) { // of the edge from a to b
		switch {
		case b.x > a.x:
			return 0, d
		case b.x < a.x:
			return 0, -d
		case b.y > a.y:
			return -d, 0
		}
		return d, 0
	}
	for i, p := range ps {
		ax, ay := shift(ps[(i+n-1)%n], p)
		bx, by := shift(p, ps[(i+1)%n])
		in[i] = point{p.x + ax + bx, p.y + ay + by}
	}
	return in
}

// box is the polygon of a rectangle, clockwise.
func box(x0, y0, x1, y1 float32) []point {
	return []point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}
}
