package assets

import "embed"

// Translations holds the words on screen, a file a language. English words are
// their own keys in the code; en.json adds the forms for one and for many.
//
//go:embed translations
var Translations embed.FS
