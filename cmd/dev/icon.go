package main

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
)

// icon draws the program's icon into assets/icon: two pages on dark ink, and
// two lines that run on from the left page to the right one, violet for
// report A and amber for report B. The shapes lie on a grid of 16 by 16, so
// that the smallest icon is sharp.
func icon() error {
	for _, size := range []int{16, 32, 256, 512} {
		name := filepath.Join("assets", "icon", fmt.Sprintf("icon-%d.png", size))
		f, err := os.Create(name)
		if err != nil {
			return fmt.Errorf("draw the icon: %w", err)
		}
		if err := png.Encode(f, drawIcon(size)); err != nil {
			f.Close()
			return fmt.Errorf("write %s: %w", name, err)
		}
		if err := f.Close(); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		say("drew %s", name)
	}
	return nil
}

// drawIcon paints the icon size pixels wide, each pixel the mean of 8 by 8 points.
func drawIcon(size int) image.Image {
	const fine = 8
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for py := range size {
		for px := range size {
			var r, g, b, a float64
			for i := range fine * fine {
				x := (float64(px) + (float64(i%fine)+.5)/fine) * 16 / float64(size)
				y := (float64(py) + (float64(i/fine)+.5)/fine) * 16 / float64(size)
				c := iconAt(x, y)
				w := float64(c.A) / 255
				r, g, b, a = r+w*float64(c.R), g+w*float64(c.G), b+w*float64(c.B), a+w
			}
			if a > 0 {
				img.SetNRGBA(px, py, color.NRGBA{
					R: uint8(math.Round(r / a)), G: uint8(math.Round(g / a)), B: uint8(math.Round(b / a)),
					A: uint8(math.Round(255 * a / (fine * fine))),
				})
			}
		}
	}
	return img
}

var (
	ink    = color.NRGBA{0x24, 0x1f, 0x3d, 0xff}
	paper  = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	violet = color.NRGBA{0x5b, 0x49, 0xc4, 0xff}
	amber  = color.NRGBA{0xe8, 0x9a, 0x12, 0xff}
)

// iconAt is the colour of the icon at a point of its 16 by 16 grid.
func iconAt(x, y float64) color.NRGBA {
	if !inRounded(x, y, 0, 0, 16, 16, 3) {
		return color.NRGBA{}
	}
	leftPage := inRounded(x, y, 1, 2, 7, 14, .8)
	rightPage := inRounded(x, y, 9, 2, 15, 14, .8)
	// A band stands at a height on the left page, another on the right one,
	// and slopes from the one to the other between the pages.
	for _, band := range [][2]float64{{4, 5}, {9, 11}} {
		across := math.Min(math.Max((x-7)/2, 0), 1)
		top := band[0] + (band[1]-band[0])*across
		if x >= 1 && x <= 15 && y >= top && y < top+2 {
			if x < 8 {
				return violet
			}
			return amber
		}
	}
	if leftPage || rightPage {
		return paper
	}
	return ink
}

// inRounded reports whether a point lies in a rectangle with round corners.
func inRounded(x, y, x0, y0, x1, y1, radius float64) bool {
	if x < x0 || x > x1 || y < y0 || y > y1 {
		return false
	}
	dx := math.Max(math.Max(x0+radius-x, x-(x1-radius)), 0)
	dy := math.Max(math.Max(y0+radius-y, y-(y1-radius)), 0)
	return dx*dx+dy*dy <= radius*radius
}
