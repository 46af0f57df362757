package lookover

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// fieldTheme is the program's theme without the scroll bar a field would draw
// through its own letters when they are longer than it.
type fieldTheme struct{}

func (fieldTheme) of() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color is the program's.
func (f fieldTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return f.of().Color(n, v)
}

// Font is the program's.
func (f fieldTheme) Font(s fyne.TextStyle) fyne.Resource { return f.of().Font(s) }

// Icon is the program's.
func (f fieldTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return f.of().Icon(n) }

// Size is the program's, but for the scroll bar.
func (f fieldTheme) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameScrollBarSmall || n == theme.SizeNameScrollBar {
		return 0
	}
	return f.of().Size(n)
}
