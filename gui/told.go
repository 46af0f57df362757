package gui

import (
	"fyne.io/fyne/v2/lang"

	"parallax/data"
)

// told returns what to tell of an error, in the language of the screen.
func told(err error) (said, next string) {
	p := data.Told(err)
	with := map[string]any(p.With)
	said = lang.L(p.Said, with)
	if p.Next != "" {
		next = lang.L(p.Next, with)
	}
	if p.Of != "" {
		said = "“" + p.Of + "”: " + said
	}
	return said, next
}
