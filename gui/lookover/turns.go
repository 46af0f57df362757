package lookover

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/keyed"
	"parallax/gui/palette"
)

// The turns say which of several pages this is and lead to those beside it.
type turns struct {
	object     *fyne.Container
	place      *canvas.Text
	back, next *keyed.Button
}

func newTurns(o Options) *turns {
	t := &turns{place: canvas.NewText("", nil)}
	button := func(icon fyne.Resource, do func()) *keyed.Button {
		b := keyed.NewIconButton("", icon, do)
		b.Importance = widget.LowImportance
		if do == nil {
			b.Disable()
		}
		return b
	}
	t.back, t.next = button(theme.NavigateBackIcon(), o.OnBack), button(theme.NavigateNextIcon(), o.OnNext)
	t.place.Text = lang.L("{{.Place}} of {{.Of}}", map[string]any{"Place": o.Place, "Of": o.Of})
	if o.Kept {
		t.place.Text += " · " + lang.L("kept")
	}
	t.object = container.NewHBox(t.back, container.New(&centered{}, t.place), t.next)
	t.object.Hidden = o.Of < 2
	t.dress()
	return t
}

// dress takes colours and letters from the theme.
func (t *turns) dress() {
	t.place.Color, t.place.TextSize = palette.Current().Text, theme.TextSize()
}
