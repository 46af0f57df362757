package lookover

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"parallax/gui/palette"
)

// Words that end in an ellipsis leave the edge of their field whole, and nothing of
// the rest of them is seen beside the arrow.
func TestLongWordsStayInTheirField(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(palette.Theme{Look: palette.CreamLook})
	for _, options := range [][]string{nil, {"one", "another"}} {
		f := newField(options, func() {})
		w := test.NewTempWindow(t, f.object)
		w.SetPadded(false)
		wide, high := 180, int(f.object.MinSize().Height)+6
		w.Resize(fyne.NewSize(float32(wide), float32(high)))
		picture := func(text string) image.Image {
			f.SetText(text)
			f.Show()
			return w.Canvas().Capture()
		}
		bare, long := picture(""), picture(strings.Repeat("W", 60))
		words := wide - int(theme.InnerPadding()) // what lies right of them is the arrow or the field's end
		if f.ActionItem != nil {
			words = wide - int(f.ActionItem.MinSize().Width)
		}
		for y := range high {
			for x := range wide {
				edge := y < 2 || y >= high-2 || x < 2 || x >= words
				if edge && !alike(bare.At(x, y), long.At(x, y)) {
					t.Errorf("%d options: at %d,%d of %d,%d %v, without words %v", len(options), x, y, wide, high, long.At(x, y), bare.At(x, y))
				}
			}
		}
	}
}

// alike reports whether two colours are the same but for how they were rounded.
func alike(x, y color.Color) bool {
	a, b := color.NRGBAModel.Convert(x).(color.NRGBA), color.NRGBAModel.Convert(y).(color.NRGBA)
	near := func(p, q uint8) bool { return max(p, q)-min(p, q) <= 4 }
	return near(a.R, b.R) && near(a.G, b.G) && near(a.B, b.B)
}
