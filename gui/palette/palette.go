// Package palette holds the colours and sizes of the screen, in several looks, and
// the Fyne theme made of them. Red against green or blue, and the
// colours of parties and flags, are left out on purpose: the program marks
// wording and never takes sides. Contrasts and colour-vision distances of the
// values were measured; a second cue stands beside every colour.
package palette

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"parallax/data"
)

// Colors is one set of colours.
type Colors struct {
	Paper, Text, Muted color.NRGBA
	Desk, Rule, Card   color.NRGBA // around the paper, thin lines, raised cards
	Menu, Sheet        color.NRGBA // behind a menu and behind a dialog, which show no edge on dark paper
	Button             color.NRGBA // behind a button's name
	Field, Edge        color.NRGBA // behind what is written or chosen in; around it, and around a box to tick
	Selected, Search   color.NRGBA // ring around the selected passage; behind a search hit
	Selection          color.NRGBA // behind words the reader selected
	OnlyTint           color.NRGBA // behind what is told in one report only, no side meant
	Ribbon, RibbonBold color.NRGBA // in the gutter: tied passages; the selected ones
	outlet, tint       [3]color.NRGBA
	pale               [3]color.NRGBA
	family             [Families]color.NRGBA
	OnDark             bool // light letters on dark paper
}

// Families is how many families of kinds of difference there are: words,
// voices, how sure, who did it, numbers, shape of the story.
const Families = 6

// Family is the colour of a family's lines, by its place in that order; beyond
// the last they start again. It is for lines and never for letters.
func (c *Colors) Family(i int) color.NRGBA { return c.family[max(i, 0)%Families] }

// Outlet is the colour of a report's name and bar.
func (c *Colors) Outlet(s data.Side) color.NRGBA { return c.outlet[s] }

// Tint stands behind wording found on one side only.
func (c *Colors) Tint(s data.Side) color.NRGBA { return c.tint[s] }

// Report is the colour of the i-th report of an event, A and B first. From the
// third on they share one.
func (c *Colors) Report(i int) color.NRGBA { return c.outlet[min(i, len(c.outlet)-1)] }

// ReportTint stands behind words of the i-th report.
func (c *Colors) ReportTint(i int) color.NRGBA { return c.tint[min(i, len(c.tint)-1)] }

// Pale stands behind a whole passage found on one side only.
func (c *Colors) Pale(s data.Side) color.NRGBA { return c.pale[s] }

// Track is the body of what a rule would cover: behind a bar that is filled in part,
// behind words under the pointer.
func (c *Colors) Track() color.NRGBA {
	if c.Rule == c.Text { // ink: nothing could be told or read on it
		return c.Ribbon
	}
	return c.Rule
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

// The sets of colours. Plain and PlainDark, for high contrast, have ink and paper
// only: lines, patterns and letters tell what colours tell elsewhere.
var (
	Light = Colors{
		Paper: rgb(0xFFFFFF), Text: rgb(0x1B1B1F), Muted: rgb(0x55565C),
		Desk: rgb(0xF4F3EF), Rule: rgb(0xD9D8D3), Card: rgb(0xFFFFFF), Menu: rgb(0xFFFFFF), Sheet: rgb(0xFFFFFF), Button: rgb(0xE8E7E2), Field: rgb(0xFFFFFF), Edge: rgb(0x85868C),
		Selected: rgb(0x0B57D0), Search: rgb(0xFFF3A3), Selection: rgb(0xBCD5FB),
		OnlyTint: rgb(0xECEDEF), Ribbon: rgb(0xDFE0E3), RibbonBold: rgb(0x85868C),
		outlet: [3]color.NRGBA{rgb(0x4A3AA8), rgb(0x8A5200), rgb(0x00665C)},
		tint:   [3]color.NRGBA{rgb(0xE6E2F8), rgb(0xFBE8C8), rgb(0xD5F0EB)},
		pale:   [3]color.NRGBA{rgb(0xF6F5FD), rgb(0xFEF8ED), rgb(0xF1FAF8)},
		family: [Families]color.NRGBA{rgb(0x5E2A54), rgb(0x2038D6), rgb(0x7A8700), rgb(0x7E1410), rgb(0x3C7662), rgb(0x917AA0)},
	}
	Dark = Colors{
		OnDark: true,
		Paper:  rgb(0x16181D), Text: rgb(0xECECEF), Muted: rgb(0xA9ACB5),
		Desk: rgb(0x1E2127), Rule: rgb(0x383C45), Card: rgb(0x262A31), Menu: rgb(0x2D323B), Sheet: rgb(0x20242B), Button: rgb(0x31363F), Field: rgb(0x262A31), Edge: rgb(0x7C808A),
		Selected: rgb(0x8AB4F8), Search: rgb(0x5A4E00), Selection: rgb(0x2B4C7E),
		OnlyTint: rgb(0x2A2D34), Ribbon: rgb(0x2F333B), RibbonBold: rgb(0x8B8F99),
		outlet: [3]color.NRGBA{rgb(0xB9AEFF), rgb(0xF2BE5C), rgb(0x6FD6C6)},
		tint:   [3]color.NRGBA{rgb(0x2F2862), rgb(0x4A3508), rgb(0x0B453E)},
		pale:   [3]color.NRGBA{rgb(0x1D1C31), rgb(0x26201A), rgb(0x152524)},
		family: [Families]color.NRGBA{rgb(0xF2459B), rgb(0x6690F7), rgb(0xDEDA2C), rgb(0xAE8440), rgb(0x8EDBA9), rgb(0xCDD0E5)},
	}
	Cream = onCream(Light)
	Plain = plain(Colors{
		Paper: rgb(0xFFFFFF), Text: rgb(0x000000), Rule: rgb(0x000000), Menu: rgb(0xECECEC), Sheet: rgb(0xFFFFFF), Button: rgb(0xE0E0E0), Field: rgb(0xECECEC), Edge: rgb(0x000000),
		Selected: rgb(0x0000E0), Search: rgb(0xFFF000), Selection: rgb(0x9CC4FF),
		Ribbon: rgb(0xD0D0D0), RibbonBold: rgb(0x606060),
	})
	PlainDark = plain(Colors{
		OnDark: true,
		Paper:  rgb(0x000000), Text: rgb(0xFFFFFF), Rule: rgb(0xFFFFFF), Menu: rgb(0x282828), Sheet: rgb(0x181818), Button: rgb(0x303030), Field: rgb(0x202020), Edge: rgb(0xFFFFFF),
		Selected: rgb(0xFFE000), Search: rgb(0x5A4E00), Selection: rgb(0x00409A),
		Ribbon: rgb(0x404040), RibbonBold: rgb(0xB0B0B0),
	})
)

// onCream is c on cream paper.
func onCream(c Colors) Colors {
	c.Paper, c.Card, c.Menu, c.Sheet = rgb(0xFBF6E9), rgb(0xFFFBF0), rgb(0xFFFBF0), rgb(0xFBF6E9)
	c.Desk, c.Rule, c.Button = rgb(0xF1EAD8), rgb(0xDCD3BC), rgb(0xE6DDC6)
	c.Field, c.Edge = rgb(0xFFFBF0), rgb(0x817B6C)
	c.OnlyTint, c.Ribbon = rgb(0xE9E4D6), rgb(0xDDD6C4)
	c.pale = [3]color.NRGBA{rgb(0xF2EDF0), rgb(0xFBEFD8), rgb(0xEDF3E8)}
	return c
}

// plain gives every report the same ink and paper.
func plain(c Colors) Colors {
	c.Muted, c.Desk, c.Card, c.OnlyTint = c.Text, c.Paper, c.Paper, c.Paper
	for i := range c.outlet {
		c.outlet[i], c.tint[i], c.pale[i] = c.Text, c.Paper, c.Paper
	}
	for i := range c.family {
		c.family[i] = c.Text
	}
	return c
}

// A Look is which colours the reader wants.
type Look string

// The looks. System follows what the system shows, HighContrast takes its
// lightness from it.
const (
	System       Look = ""
	LightLook    Look = "light"
	CreamLook    Look = "cream"
	DarkLook     Look = "dark"
	HighContrast Look = "contrast"
)

// Looks lists them in the order they are offered.
var Looks = []Look{System, LightLook, CreamLook, DarkLook, HighContrast}

// colors returns the look's set where the system shows variant v.
func (l Look) colors(v fyne.ThemeVariant) *Colors {
	dark := v == theme.VariantDark
	switch {
	case l == HighContrast && dark:
		return &PlainDark
	case l == HighContrast:
		return &Plain
	case l == CreamLook:
		return &Cream
	case l == DarkLook || l == System && dark:
		return &Dark
	}
	return &Light
}

// Current returns the set the running program shows.
func Current() *Colors {
	if app := fyne.CurrentApp(); app != nil {
		t, _ := app.Settings().Theme().(Theme)
		return t.Look.colors(app.Settings().ThemeVariant())
	}
	return &Light
}

// Theme is Fyne's own theme in our colours.
type Theme struct{ Look Look }

var _ fyne.Theme = Theme{}

// Color returns our colour where we have one, Fyne's elsewhere.
func (t Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	c := t.Look.colors(v)
	switch n {
	case theme.ColorNameBackground:
		return c.Paper
	case theme.ColorNameOverlayBackground:
		return c.Sheet
	case theme.ColorNameMenuBackground:
		return c.Menu
	case theme.ColorNameForeground:
		return letters(c.Text)
	case theme.ColorNameInputBackground:
		return c.Field
	case theme.ColorNameButton:
		return c.Button
	case theme.ColorNameDisabledButton:
		return Mix(c.Sheet, c.Button, 0.5)
	case theme.ColorNameInputBorder:
		return c.Edge
	case theme.ColorNameSeparator:
		return c.Rule
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		if c.Muted == c.Text { // what is not written, or cannot be done now, is told by its letters alone
			return c.RibbonBold
		}
		return c.Muted
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return c.Selected
	case theme.ColorNameForegroundOnPrimary:
		return c.Paper
	case theme.ColorNameSelection:
		return c.Selection
	case theme.ColorNameHeaderBackground:
		return c.Desk
	}
	v = theme.VariantLight
	if c.OnDark {
		v = theme.VariantDark
	}
	return theme.DefaultTheme().Color(n, v)
}

// letters is the colour of a widget's letters, as opaque as can be told by eye. A
// menu's keys have it with 95 % of its alpha, of which Fyne keeps only the lowest of
// two bytes: a fifth of a full alpha, too pale to read, but the whole of this one.
func letters(c color.NRGBA) color.NRGBA64 {
	wide := func(v uint8) uint16 { return uint16(v) * 0x101 }
	return color.NRGBA64{R: wide(c.R), G: wide(c.G), B: wide(c.B), A: 0xffc9}
}

// Mix is a with a share of b in it, 0 to 1. It is opaque.
func Mix(a, b color.NRGBA, share float32) color.NRGBA {
	one := func(a, b uint8) uint8 { return uint8(float32(a) + (float32(b)-float32(a))*share + 0.5) }
	return color.NRGBA{one(a.R, b.R), one(a.G, b.G), one(a.B, b.B), 0xff}
}

// Font returns Fyne's own Noto Sans.
func (Theme) Font(s fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(s) }

// Icon returns Fyne's own icon.
func (Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size returns Fyne's own size, denser for 1366 by 768. One size serves the
// whole window: each theme override loads all fonts once more, 15 MB and 60 ms.
func (Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return 13
	case theme.SizeNameCaptionText:
		return 11
	case theme.SizeNameSubHeadingText:
		return 17
	case theme.SizeNameHeadingText:
		return 21
	case theme.SizeNameInnerPadding:
		return 4
	case theme.SizeNamePadding:
		return 3
	case theme.SizeNameLineSpacing:
		return 2
	}
	return theme.DefaultTheme().Size(n)
}
