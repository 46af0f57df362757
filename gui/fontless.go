package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/gui/reader"
)

// sayFontless says over a report which letters of it cannot be shown on this
// computer, and what to do; once, until the reader closes it.
func (r *room) sayFontless(side data.Side, report data.ID, doc *reader.Document) {
	scripts := doc.Fontless()
	if len(scripts) == 0 || r.fontsTold[report] {
		r.headers[side].Say("", nil)
		return
	}
	r.headers[side].Say(fontlessText(scripts), func() {
		r.fontsTold[report] = true
		r.headers[side].Say("", nil)
	})
}

// fontlessText names scripts there is no font for.
func fontlessText(scripts []string) string {
	return lang.L("This computer has no font for some letters here: {{.Scripts}}. Each shows as a dot. A free Noto font with these letters will show them.",
		map[string]any{"Scripts": scriptNames(scripts)})
}

// scriptNames are scripts by name, each once.
func scriptNames(scripts []string) string {
	var names []string
	for _, s := range scripts {
		if name := scriptName(s); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// scriptName is what a script is called on the screen, by its four letters of
// ISO 15924.
func scriptName(script string) string {
	switch script {
	case "Arab":
		return lang.L("Arabic")
	case "Armn":
		return lang.L("Armenian")
	case "Beng":
		return lang.L("Bengali")
	case "Deva":
		return lang.L("Devanagari")
	case "Ethi":
		return lang.L("Ethiopic")
	case "Geor":
		return lang.L("Georgian")
	case "Gujr":
		return lang.L("Gujarati")
	case "Guru":
		return lang.L("Gurmukhi")
	case "Hang":
		return lang.L("Korean")
	case "Hani", "Bopo":
		return lang.L("Chinese")
	case "Hebr":
		return lang.L("Hebrew")
	case "Hira", "Kana":
		return lang.L("Japanese")
	case "Khmr":
		return lang.L("Khmer")
	case "Knda":
		return lang.L("Kannada")
	case "Laoo":
		return lang.L("Lao")
	case "Mlym":
		return lang.L("Malayalam")
	case "Mong":
		return lang.L("Mongolian")
	case "Mymr":
		return lang.L("Burmese")
	case "Orya":
		return lang.L("Odia")
	case "Sinh":
		return lang.L("Sinhala")
	case "Syrc":
		return lang.L("Syriac")
	case "Taml":
		return lang.L("Tamil")
	case "Telu":
		return lang.L("Telugu")
	case "Thaa":
		return lang.L("Thaana")
	case "Thai":
		return lang.L("Thai")
	case "Tibt":
		return lang.L("Tibetan")
	case reader.Signs:
		return lang.L("signs")
	}
	return lang.L("another script")
}
