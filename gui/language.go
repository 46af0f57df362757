package gui

import (
	"log"
	"os"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"parallax/assets"
	"parallax/gui/keyed"
)

const prefLanguage = "language" // of the screen, as in "pt-BR"; "": the system's

// A screenLanguage is a language the program speaks, by its own name. Where no
// native speaker has read the words yet, the program says so.
type screenLanguage struct {
	code, name string
	read       bool
}

var screenLanguages = []screenLanguage{
	{"en", "English", true},
	{"es", "Español", false},
	{"pt-BR", "Português (Brasil)", false},
	{"fr", "Français", false},
	{"de", "Deutsch", false},
	{"uk", "Українська", false},
}

// speak loads the words of the screen, in a language or, for "", in the one of
// the system. Fyne asks the system for its language and lets nobody choose, so
// the choice is put where it looks: in the environment, or, on systems it asks
// otherwise, in place of the words of the system's own language.
func speak(code string) {
	known := slices.ContainsFunc(screenLanguages, func(l screenLanguage) bool { return l.code == code })
	if known && runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		locale := strings.ReplaceAll(code, "-", "_") + ".UTF-8"
		for name, value := range map[string]string{"LC_ALL": locale, "LANGUAGE": ""} {
			if err := os.Setenv(name, value); err != nil {
				log.Printf("set the language of the screen: %v", err)
			}
		}
	}
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		log.Printf("read the words on screen: %v", err)
	}
	if known && (runtime.GOOS == "windows" || runtime.GOOS == "darwin") {
		words, err := assets.Translations.ReadFile("translations/" + code + ".json")
		if err == nil {
			err = lang.AddTranslationsForLocale(words, lang.SystemLocale())
		}
		if err != nil {
			log.Printf("read the words on screen: %v", err)
		}
	}
}

// showLanguages lets the reader choose the language of the screen.
func (w *Window) showLanguages() {
	names, chosen := []string{lang.L("As on this computer")}, w.app.Preferences().String(prefLanguage)
	for _, l := range screenLanguages {
		names = append(names, l.name)
	}
	codes := []string{""}
	for _, l := range screenLanguages {
		codes = append(codes, l.code)
	}
	later := words("", fyne.TextStyle{Bold: true})
	list := newRadios(names, max(0, slices.Index(codes, chosen)), func(i int) {
		code := codes[i]
		w.app.Preferences().SetString(prefLanguage, code)
		later.SetText("")
		if code != chosen {
			later.SetText(lang.L("Parallax speaks it from the next start on."))
		}
	})
	d := keyed.NewDialog(lang.L("Language of the screen"), lang.L("Close"),
		container.NewVBox(list, later, words(unread(), fyne.TextStyle{})), w.window)
	d.Resize(fyne.NewSize(420, 380))
	d.Show()
}

// unread names the languages whose words no native speaker has read yet.
func unread() string {
	var names []string
	for _, l := range screenLanguages {
		if !l.read {
			names = append(names, l.name)
		}
	}
	return lang.L("Languages of the screen not yet read by a native speaker: {{.Names}}.", map[string]any{"Names": strings.Join(names, ", ")})
}
