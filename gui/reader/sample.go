package reader

import (
	"image"
	"math"

	"parallax/data"
	"parallax/gui/palette"
)

// SampleWidth and SampleHeight are the size of a Sample, in Fyne's units.
const (
	SampleWidth  = 26
	SampleHeight = 20
)

// A Sample shows how marks of a kind look on a side: what a legend puts beside
// their name.
type Sample struct {
	Kind   MarkKind
	Side   data.Side
	Family int  // of a Pointed
	Faint  bool // such marks are hidden in the text
}

// Picture paints the sample w by h pixels; where there is no mark it is clear.
func (s Sample) Picture(w, h int, c *palette.Colors) image.Image {
	f := &frame{img: image.NewRGBA(image.Rect(0, 0, w, h)), clip: image.Rect(0, 0, w, h)}
	scale := float32(w) / SampleWidth
	px := func(units float32) int { return int(math.Round(float64(units * scale))) }
	line := c.Muted
	if s.Kind == Wording || s.Kind == Only {
		line = c.Outlet(s.Side)
	}
	if s.Faint {
		line = c.Rule
	}
	put := func(x, y, wide, high float32) {
		f.fill(px(x), px(y), px(x)+max(1, px(wide)), px(y)+max(1, px(high)), line)
	}
	const top, high = 2, 14 // of the words' place
	const bottom = top + high - 2
	switch s.Kind {
	case Wording:
		if !s.Faint {
			f.fill(0, px(top), w, px(top+high), c.Tint(s.Side))
		}
		if s.Side == data.Left {
			put(0, bottom, SampleWidth, 2)
			break
		}
		for i := range 5 {
			put(float32(i)*5.6, bottom, 3.4, 2)
		}
	case Only:
		if !s.Faint {
			f.fill(0, px(top), w, px(top+high), c.Pale(s.Side))
		}
		at := float32(0)
		if c.Pale(s.Side) == c.Paper { // it would stand nearer to the name before it than to its own
			at = SampleWidth - 4
		}
		if s.Side == data.Left {
			put(at, top, 3, high)
			break
		}
		put(at, top, 1.2, high)
		put(at+2.4, top, 1.2, high)
	case Moved:
		put(0, bottom, SampleWidth, 1)
		for i := range 4 {
			put(SampleWidth-4+float32(i), bottom-3+float32(i), 1, float32(7-2*i))
		}
	case Respelled:
		for i := range 5 {
			put(float32(i)*5.6, bottom, 2, 2)
		}
	case Quote:
		put(0, bottom-2, SampleWidth, 1)
		put(0, bottom+1, SampleWidth, 1)
	case Possible:
		for i := range 3 {
			put(SampleWidth-4, top+float32(i)*5.4, 3, 3)
		}
	case Pointed:
		if !s.Faint {
			t := max(1, px(1.5))
			f.familyLine(s.Family, 0, w, px(bottom+1)-t, t, c.Family(s.Family))
		}
	}
	return f.img
}
