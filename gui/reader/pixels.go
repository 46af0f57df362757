package reader

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// wholePixels is size grown by less than a pixel to a whole number of them, so
// that a raster of that size is shown pixel for pixel.
func wholePixels(o fyne.CanvasObject, size fyne.Size) fyne.Size {
	scale := float32(1)
	if app := fyne.CurrentApp(); app != nil {
		if c := app.Driver().CanvasForObject(o); c != nil {
			scale = c.Scale()
		}
	}
	whole := func(v float32) float32 { return float32(math.Ceil(float64(v*scale)-0.01)) / scale }
	return fyne.NewSize(whole(size.Width), whole(size.Height))
}

// shownPixels returns how many pixels of the screen a raster of w by h pixels
// really covers. At scales like 1.3 Fyne stretches a window's content by a part
// of a pixel to fill the window; a picture of exactly the covered pixels is
// then shown without a column doubled or left out.
//
// Fyne rounds a raster's near and far edge apart. From half way between two
// pixels they may fall to different sides, so such a raster is moved aside by a
// fifth of a pixel.
func shownPixels(r *canvas.Raster, w, h int) (int, int) {
	app := fyne.CurrentApp()
	if app == nil || w <= 0 || h <= 0 || r.Size().Width <= 0 {
		return w, h
	}
	c := app.Driver().CanvasForObject(r)
	if c == nil {
		return w, h
	}
	at, frame, scale := app.Driver().AbsolutePositionForObject(r), c.Size(), float32(w)/r.Size().Width
	dx, dy := aside(at.X*scale)/scale, aside(at.Y*scale)/scale
	if dx != 0 || dy != 0 {
		r.Move(r.Position().AddXY(dx, dy))
	}
	dense := float64(scale / c.Scale()) // above 1 where a unit of the system is several pixels
	return covered(at.X+dx, w, scale, frame.Width, dense), covered(at.Y+dy, h, scale, frame.Height, dense)
}

// aside is how far to move from a place half way between two pixels.
func aside(px float32) float32 {
	if f := px - float32(math.Floor(float64(px))); f > 0.45 && f < 0.55 {
		return 0.2
	}
	return 0
}

// covered is how many middles of pixels lie in n pixels from at on, when a
// frame is stretched to the whole pixels that hold it.
func covered(at float32, n int, scale, frame float32, dense float64) int {
	nominal := float64(frame * scale)
	if nominal <= 0 {
		return n
	}
	stretch := math.Ceil(float64(frame*scale/float32(dense))) * dense / nominal
	if stretch < 1 || stretch > 1.02 {
		return n
	}
	near := math.Round(float64(at*scale)) * stretch
	far := (math.Round(float64(at*scale)) + float64(n)) * stretch
	return max(1, int(math.Ceil(far-0.5)-math.Ceil(near-0.5)))
}
