package lookover

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"parallax/gui/palette"
)

// What cannot be done now looks other than what can, in every set of colours.
func TestToolThatIsOffLooksOff(t *testing.T) {
	for _, look := range palette.Looks {
		test.NewTempApp(t).Settings().SetTheme(palette.Theme{Look: look})
		on, off := newTool("Undo", "Ctrl+Z", nil), newTool("Redo", "Ctrl+Y", nil)
		off.SetOff(true)
		a, b := test.WidgetRenderer(on).(*toolRenderer), test.WidgetRenderer(off).(*toolRenderer)
		b.Refresh()
		if a.name.Color == b.name.Color || a.ground.StrokeColor == b.ground.StrokeColor {
			t.Errorf("%q: on and off look the same", look)
		}
	}
}
