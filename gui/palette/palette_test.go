package palette

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

// contrast is the ratio of WCAG 2: from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	light := func(c color.NRGBA) float64 {
		one := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*one(c.R) + 0.7152*one(c.G) + 0.0722*one(c.B)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// In every look text can be read on everything it stands on, and lines that mean
// something are seen.
func TestContrast(t *testing.T) {
	for name, c := range map[string]*Colors{"light": &Light, "cream": &Cream, "dark": &Dark, "plain": &Plain, "plain dark": &PlainDark} {
		behind := map[string]color.NRGBA{"paper": c.Paper, "desk": c.Desk, "card": c.Card, "menu": c.Menu, "sheet": c.Sheet, "field": c.Field, "button": c.Button, "search": c.Search,
			"selection": c.Selection, "only": c.OnlyTint, "track": c.Track()}
		for _, side := range []data.Side{data.Left, data.Right} {
			behind["tint "+side.Letter()], behind["pale "+side.Letter()] = c.Tint(side), c.Pale(side)
		}
		for what, b := range behind {
			if got := contrast(c.Text, b); got < 7 {
				t.Errorf("%s: text on %s has %.1f", name, what, got)
			}
		}
		for what, f := range map[string]color.NRGBA{"muted": c.Muted, "A": c.Outlet(data.Left), "B": c.Outlet(data.Right), "selected": c.Selected} {
			if got := contrast(f, c.Paper); got < 4.5 {
				t.Errorf("%s: %s on paper has %.1f", name, what, got)
			}
		}
		if got := contrast(c.Muted, c.Track()); got < 3 {
			t.Errorf("%s: a bar on its track has %.1f", name, got)
		}
		for what, b := range map[string]color.NRGBA{"desk": c.Desk, "card": c.Card, "menu": c.Menu, "sheet": c.Sheet, "field": c.Field, "only": c.OnlyTint} {
			if got := contrast(c.Muted, b); got < 4.5 {
				t.Errorf("%s: muted letters on %s have %.1f", name, what, got)
			}
			if got := contrast(c.Edge, b); got < 3 {
				t.Errorf("%s: the edge of a box on %s has %.1f", name, what, got)
			}
		}
	}
}

// What cannot be done now looks unlike what can, a field's hint unlike what is
// written in it, and both can be read, in every look.
func TestDisabledIsToldApart(t *testing.T) {
	for _, look := range Looks {
		for _, v := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
			c := look.colors(v)
			for name, on := range map[fyne.ThemeColorName]color.NRGBA{theme.ColorNameDisabled: c.Menu, theme.ColorNamePlaceHolder: c.Field} {
				grey := color.NRGBAModel.Convert(Theme{look}.Color(name, v)).(color.NRGBA)
				if got := contrast(grey, c.Text); got < 1.7 {
					t.Errorf("%q, %d: %s is %.1f from letters", look, v, name, got)
				}
				if got := contrast(grey, on); got < 4.5 {
					t.Errorf("%q, %d: %s is %.1f from what it is on", look, v, name, got)
				}
			}
		}
	}
}

// A button that cannot be pressed now lies between a dialog and a button that can, in
// every look, and its name can be read.
func TestDisabledButtonsAreOfTheLook(t *testing.T) {
	for _, look := range Looks {
		for _, v := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
			c := look.colors(v)
			ground := color.NRGBAModel.Convert(Theme{look}.Color(theme.ColorNameDisabledButton, v)).(color.NRGBA)
			between := func(x, a, b uint8) bool { return min(a, b) <= x && x <= max(a, b) }
			if !between(ground.R, c.Sheet.R, c.Button.R) || !between(ground.G, c.Sheet.G, c.Button.G) || !between(ground.B, c.Sheet.B, c.Button.B) {
				t.Errorf("%q, %d: %v is not between %v and %v", look, v, ground, c.Sheet, c.Button)
			}
			name := color.NRGBAModel.Convert(Theme{look}.Color(theme.ColorNameDisabled, v)).(color.NRGBA)
			if got := contrast(name, ground); got < 4.5 {
				t.Errorf("%q, %d: a name on it has %.1f", look, v, got)
			}
		}
	}
}

func TestLooks(t *testing.T) {
	for _, c := range []struct {
		look Look
		dark bool
		want *Colors
	}{
		{System, false, &Light}, {System, true, &Dark}, {LightLook, true, &Light}, {CreamLook, true, &Cream},
		{DarkLook, false, &Dark}, {HighContrast, false, &Plain}, {HighContrast, true, &PlainDark},
	} {
		v := theme.VariantLight
		if c.dark {
			v = theme.VariantDark
		}
		if c.look.colors(v) != c.want {
			t.Errorf("look %q, dark %v", c.look, c.dark)
		}
		if (Theme{c.look}).Color(theme.ColorNameBackground, v) != c.want.Paper {
			t.Errorf("the theme of look %q, dark %v has other paper", c.look, c.dark)
		}
	}
}

// The keys beside a menu's commands are read as well as the commands: what is
// painted of them is as far from the paper as text has to be.
func TestKeysOfAMenuAreRead(t *testing.T) {
	test.NewTempApp(t)
	for _, look := range []Look{LightLook, CreamLook, DarkLook, HighContrast} {
		fyne.CurrentApp().Settings().SetTheme(Theme{Look: look})
		command := fyne.NewMenuItem("", func() {})
		command.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierControl}
		menu := widget.NewMenu(fyne.NewMenu("", command))
		w := test.NewTempWindow(t, menu)
		w.Resize(menu.MinSize())
		picture, most := w.Canvas().Capture(), 0.0
		for y := range picture.Bounds().Dy() {
			for x := range picture.Bounds().Dx() {
				c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
				most = max(most, contrast(c, Current().Menu))
			}
		}
		if most < 4.5 {
			t.Errorf("look %v: the key of a command has a contrast of %.1f", look, most)
		}
	}
}
