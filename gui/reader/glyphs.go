package reader

import (
	"bytes"
	"image"
	"image/draw"
	_ "image/jpeg" // bitmap emoji come in these
	_ "image/png"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/vector"
)

// A mask is one glyph made into pixels: coverage, or colours for an emoji
// picture. dx and dy lead from the pen to its corner.
type mask struct {
	w, h, dx, dy int
	pix          []uint8     // coverage, row by row; nil: nothing to paint
	picture      *image.RGBA // instead of coverage
}

type glyphID = font.GID

type maskKey struct {
	face    uint16
	quarter uint8 // of a pixel the pen stands right of a whole one
	size    uint16
	gid     font.GID
}

const (
	maskBytes  = 3 << 20 // kept of masks, about
	largestPx  = 400     // a glyph larger than this is not painted
	sizeSteps  = 16      // text sizes told apart, per pixel
	quarterSet = 4
)

// glyphMasks makes and keeps masks.
type glyphMasks struct {
	kept   *cache[maskKey, *mask]
	raster vector.Rasterizer
}

func newGlyphMasks() *glyphMasks {
	return &glyphMasks{kept: newCache[maskKey, *mask](maskBytes)}
}

// mask returns the glyph at a text size in pixels, its pen a quarter step right
// of a whole pixel.
func (g *glyphMasks) mask(t *typeface, gid font.GID, px float32, quarter uint8) *mask {
	k := maskKey{t.id, quarter, uint16(min(px, 4000) * sizeSteps), gid}
	if m, ok := g.kept.get(k); ok {
		return m
	}
	m := g.make(t, gid, px, float32(quarter)/quarterSet)
	cost := len(m.pix) + 64
	if m.picture != nil {
		cost += len(m.picture.Pix)
	}
	g.kept.put(k, m, cost)
	return m
}

func (g *glyphMasks) make(t *typeface, gid font.GID, px, shift float32) *mask {
	switch d := t.face.GlyphData(gid).(type) {
	case font.GlyphOutline:
		return g.outline(t, d, px, shift)
	case font.GlyphSVG:
		return g.outline(t, d.Outline, px, shift)
	case font.GlyphBitmap:
		if m := picture(d, t, gid, px); m != nil {
			return m
		}
		if d.Outline != nil {
			return g.outline(t, *d.Outline, px, shift)
		}
	}
	return &mask{}
}

// outline paints a glyph's outline. The height is stretched a little so that
// the top of x falls on a whole pixel, which keeps lines of text crisp.
func (g *glyphMasks) outline(t *typeface, o font.GlyphOutline, px, shift float32) *mask {
	if len(o.Segments) == 0 {
		return &mask{}
	}
	sx := px / t.upem
	sy := sx
	if high := t.fit * px; high >= 3 {
		sy *= float32(math.Round(float64(high))) / high
	}
	x0, y0, x1, y1 := float32(1e9), float32(1e9), float32(-1e9), float32(-1e9)
	for i := range o.Segments {
		for _, a := range o.Segments[i].ArgsSlice() {
			x0, x1 = min(x0, a.X*sx+shift), max(x1, a.X*sx+shift)
			y0, y1 = min(y0, -a.Y*sy), max(y1, -a.Y*sy)
		}
	}
	if x1-x0 > largestPx || y1-y0 > largestPx {
		return &mask{}
	}
	m := &mask{dx: int(math.Floor(float64(x0))), dy: int(math.Floor(float64(y0)))}
	m.w, m.h = int(math.Ceil(float64(x1)))-m.dx+1, int(math.Ceil(float64(y1)))-m.dy+1
	g.raster.Reset(m.w, m.h)
	g.raster.DrawOp = draw.Src
	at := func(p opentype.SegmentPoint) (float32, float32) {
		return p.X*sx + shift - float32(m.dx), -p.Y*sy - float32(m.dy)
	}
	for i := range o.Segments {
		s := &o.Segments[i]
		ax, ay := at(s.Args[0])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				g.raster.ClosePath()
			}
			g.raster.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			g.raster.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			g.raster.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			g.raster.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	g.raster.ClosePath()
	a := image.NewAlpha(image.Rect(0, 0, m.w, m.h))
	g.raster.Draw(a, a.Rect, image.Opaque, image.Point{})
	m.pix = a.Pix
	return m
}

// picture scales an emoji's picture to the text; nil when it cannot be read.
func picture(b font.GlyphBitmap, t *typeface, gid font.GID, px float32) *mask {
	if b.Format != font.PNG && b.Format != font.JPG {
		return nil
	}
	src, _, err := image.Decode(bytes.NewReader(b.Data))
	if err != nil || src.Bounds().Empty() {
		return nil
	}
	wide := t.face.HorizontalAdvance(gid) / t.upem * px
	if wide <= 0 || wide > largestPx {
		return nil
	}
	m := &mask{w: int(wide + 0.5)}
	m.h = max(1, m.w*src.Bounds().Dy()/src.Bounds().Dx())
	m.w = max(1, m.w)
	if m.h > largestPx {
		return nil
	}
	m.dy = -int(0.36*px+0.5) - m.h/2
	m.picture = image.NewRGBA(image.Rect(0, 0, m.w, m.h))
	xdraw.ApproxBiLinear.Scale(m.picture, m.picture.Rect, src, src.Bounds(), draw.Src, nil)
	return m
}
