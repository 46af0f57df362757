package export

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// picture paints a page, scale pixels to a point, as a PDF viewer would.
func (s *sheet) picture(page int, scale float64) image.Image {
	p := s.pages[page]
	b := image.Rect(0, 0, int(math.Ceil(s.width*scale)), int(math.Ceil(s.height*scale)))
	img := image.NewRGBA(b)
	draw.Draw(img, b, image.White, image.Point{}, draw.Src)
	pen := vector.NewRasterizer(b.Dx(), b.Dy())
	fill := func(x, y, w, h float64, c color.NRGBA) {
		area := image.Rect(int(x*scale), int(y*scale), int(math.Ceil((x+w)*scale)), int(math.Ceil((y+h)*scale))).Intersect(b)
		if area.Empty() {
			return
		}
		// Only the area itself is rasterized: a page has thousands of strokes.
		pen.Reset(area.Dx(), area.Dy())
		at := func(x, y float64) (float32, float32) {
			return float32(x*scale - float64(area.Min.X)), float32(y*scale - float64(area.Min.Y))
		}
		pen.MoveTo(at(x, y))
		pen.LineTo(at(x+w, y))
		pen.LineTo(at(x+w, y+h))
		pen.LineTo(at(x, y+h))
		pen.ClosePath()
		pen.Draw(img, area, image.NewUniform(c), image.Point{})
	}
	for _, b := range p.boxes {
		fill(b.x, b.y, b.w, b.h, b.color)
	}
	for _, l := range p.lines { // all are level or upright
		half := l.width / 2
		for _, d := range dashed(l) {
			x1, y1, x2, y2 := d[0], d[1], d[2], d[3]
			if y1 == y2 {
				fill(min(x1, x2), y1-half, math.Abs(x2-x1), l.width, l.color)
			} else {
				fill(x1-half, min(y1, y2), l.width, math.Abs(y2-y1), l.color)
			}
		}
	}
	type cut struct {
		size float64
		bold bool
	}
	faces := map[cut]font.Face{}
	for _, t := range p.texts {
		k := cut{t.size, t.bold}
		f := faces[k]
		if f == nil {
			var err error
			f, err = opentype.NewFace(faceOf(t.bold).font, &opentype.FaceOptions{Size: t.size * scale, DPI: 72, Hinting: font.HintingNone})
			if err != nil {
				continue // a size the font cannot have; the text is in the file all the same
			}
			faces[k] = f
		}
		d := font.Drawer{Dst: img, Src: image.NewUniform(t.color), Face: f, Dot: fixed.Point26_6{X: point(t.x * scale), Y: point(t.y * scale)}}
		d.DrawString(t.text)
	}
	return img
}

func point(v float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(v * 64)) }

// dashed parts a line into its dashes.
func dashed(l drawnLine) [][4]float64 {
	if len(l.dash) == 0 {
		return [][4]float64{{l.x1, l.y1, l.x2, l.y2}}
	}
	length := math.Hypot(l.x2-l.x1, l.y2-l.y1)
	if length == 0 {
		return nil
	}
	dx, dy := (l.x2-l.x1)/length, (l.y2-l.y1)/length
	var parts [][4]float64
	for at := 0.0; at < length; at += l.dash[0] + l.dash[1] {
		to := min(at+l.dash[0], length)
		parts = append(parts, [4]float64{l.x1 + dx*at, l.y1 + dy*at, l.x1 + dx*to, l.y1 + dy*to})
	}
	return parts
}
