package reader

import (
	"image"
	"image/color"
	"testing"

	"parallax/data"
	"parallax/gui/palette"
)

// Each family's line is told from every other by its pattern alone.
func TestFamilyLinesDifferWithoutColour(t *testing.T) {
	shape := func(img image.Image) string {
		var s []byte
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				_, _, _, a := img.At(x, y).RGBA()
				s = append(s, byte(a>>15))
			}
		}
		return string(s)
	}
	for _, scale := range []float32{1, 2} {
		seen := map[string]int{}
		for family := range palette.Families {
			sample := Sample{Kind: Pointed, Family: family}
			s := shape(sample.Picture(int(SampleWidth*scale), int(SampleHeight*scale), &palette.Light))
			if other, ok := seen[s]; ok {
				t.Errorf("at %v the families %d and %d have one line", scale, other, family)
			}
			seen[s] = family
		}
	}
}

// Where no tint fills a sign up to its name, its line stands beside the name.
func TestLineOfASignWithoutTintStandsByItsName(t *testing.T) {
	for c, byName := range map[*palette.Colors]bool{&palette.Plain: true, &palette.PlainDark: true, &palette.Light: false} {
		for _, side := range []data.Side{data.Left, data.Right} {
			img := Sample{Kind: Only, Side: side}.Picture(SampleWidth, SampleHeight, c)
			ink := func(x int) bool { return color.NRGBAModel.Convert(img.At(x, SampleHeight/2)) == c.Outlet(side) }
			if ink(0) == byName || ink(SampleWidth-4) != byName {
				t.Errorf("side %v: a line at the left is %v, at the name %v", side, ink(0), ink(SampleWidth-4))
			}
		}
	}
}
