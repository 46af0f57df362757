package reader

import "image/color"

// familyLine paints the line of a family of kinds from x0 to x1 with its first row
// at y, in strokes t thick, each family in its pattern: solid, double, zigzag, dash
// and dot, dots, and two short ends.
func (f *frame) familyLine(family, x0, x1, y, t int, c color.NRGBA) {
	switch family {
	case 0:
		f.fill(x0, y, x1, y+2*t, c)
	case 1:
		f.fill(x0, y, x1, y+t, c)
		f.fill(x0, y+2*t, x1, y+3*t, c)
	case 2:
		for x := x0; x < x1; x++ {
			k := (x - x0) % (4 * t)
			if k > 2*t {
				k = 4*t - k
			}
			f.fill(x, y+k, x+1, y+k+t, c)
		}
	case 3:
		for x := x0; x < x1; x += 8 * t {
			f.fill(x, y, min(x+4*t, x1), y+t+t/2, c)
			f.fill(min(x+5*t+t/2, x1), y, min(x+7*t, x1), y+t+t/2, c)
		}
	case 4:
		f.dashes(x0, max(x1, x0+t), y, y+t+t/2, t+t/2, t+t/2, c)
	default:
		f.fill(x0, y, x1, y+t, c)
		f.fill(x0, y-2*t, x0+t, y, c)
		f.fill(x1-t, y-2*t, x1, y, c)
	}
}
