package reader

import (
	"image"
	"testing"

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
