package lookover

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"parallax/data"
)

// languages are the languages a reader may choose, by their ISO 639-1 code.
var languages = []string{
	"en", "es", "pt", "fr", "de", "it", "nl", "sv", "pl", "uk", "ru", "tr", "ar", "he", "fa", "zh", "ja", "ko", "id",
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
	case "ja":
		return lang.L("Japanese")
	case "ko":
		return lang.L("Korean")
	case "id":
		return lang.L("Indonesian")
	}
	return code
}

// tongues are the languages of one field: those a report can be in, or can be
// translated from.
type tongues struct{ translated bool }

// other is what there is to choose beside languages, by the value of the fact.
func (t tongues) other() map[string]string {
	if !t.translated {
		return nil
	}
	return map[string]string{data.NotTranslated: lang.L("not a translation"), data.TranslatedSomehow: lang.L("another language")}
}

// name is what a value of the field is called on the screen.
func (t tongues) name(value string) string {
	if name, ok := t.other()[value]; ok {
		return name
	}
	return languageName(value)
}

// all are the names to choose from, with that of value if it is none of them.
func (t tongues) all(value string) []string {
	var names []string
	if t.translated {
		names = append(names, t.name(data.NotTranslated))
	}
	for _, code := range languages {
		names = append(names, languageName(code))
	}
	if t.translated {
		names = append(names, t.name(data.TranslatedSomehow))
	}
	if name := t.name(value); name != "" && !slices.Contains(names, name) {
		names = append(names, name)
	}
	return names
}

// code is the value called name.
func (t tongues) code(name string) string {
	for value, n := range t.other() {
		if n == name {
			return value
		}
	}
	for _, code := range languages {
		if languageName(code) == name {
			return code
		}
	}
	return name
}
