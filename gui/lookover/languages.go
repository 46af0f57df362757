package lookover

import (
	"slices"

	"fyne.io/fyne/v2/lang"
)

// languages are the languages a reader may choose, by their ISO 639-1 code.
var languages = []string{
	"en", "es", "pt", "fr", "de", "it", "nl", "sv", "pl", "uk", "ru", "tr", "ar", "he", "fa", "zh",
}

// languageName is what a language is called on the screen; one without a name
// here keeps its code.
func languageName(code string) string {
	switch code {
	case "en":
		return lang.L("English")
	case "es":
		return lang.L("Spanish")
	case "pt":
		return lang.L("Portuguese")
	case "fr":
		return lang.L("French")
	case "de":
		return lang.L("German")
	case "it":
		return lang.L("Italian")
	case "nl":
		return lang.L("Dutch")
	case "sv":
		return lang.L("Swedish")
	case "pl":
		return lang.L("Polish")
	case "uk":
		return lang.L("Ukrainian")
	case "ru":
		return lang.L("Russian")
	case "tr":
		return lang.L("Turkish")
	case "ar":
		return lang.L("Arabic")
	case "he":
		return lang.L("Hebrew")
	case "fa":
		return lang.L("Persian")
	case "zh":
		return lang.L("Chinese")
	}
	return code
}

// languageNames are the names to choose from, and extra's if it is none of them.
func languageNames(extra string) []string {
	names := make([]string, 0, len(languages)+1)
	for _, code := range languages {
		names = append(names, languageName(code))
	}
	if extra != "" && !slices.Contains(languages, extra) {
		names = append(names, languageName(extra))
	}
	return names
}

// languageCode is the code of the language called name.
func languageCode(name string) string {
	for _, code := range languages {
		if languageName(code) == name {
			return code
		}
	}
	return name
}
