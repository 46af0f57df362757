package assets

import "embed"

//go:embed fonts
var fonts embed.FS

// A Font is a family a reader can choose for the reports, besides Noto Sans.
type Font struct {
	Code string // under which a choice is remembered
	Name string
}

// Fonts lists the families in the order they are offered. All are under the SIL
// Open Font License; the letters are Latin, Andika's Cyrillic too.
func Fonts() []Font {
	return []Font{{"atkinson", "Atkinson Hyperlegible Next"}, {"andika", "Andika"}, {"opendyslexic", "OpenDyslexic"}}
}

// Noto is the family of the window and, until told otherwise, of the reports. Fyne
// brings its letters; only its licence is here.
var Noto = Font{"noto", "Noto Sans"}

// File returns the font's file in WOFF, regular or bold.
func (f Font) File(bold bool) []byte {
	weight := "-regular.woff"
	if bold {
		weight = "-bold.woff"
	}
	return read("fonts/" + f.Code + weight)
}

// Licence returns the words the font may be used under.
func (f Font) Licence() string { return string(read("fonts/" + f.Code + ".txt")) }

// read returns an embedded file. Its name is known when the program is built.
func read(name string) []byte {
	b, err := fonts.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return b
}
