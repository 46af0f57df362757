package gui

import (
	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/gui/session"
)

// told returns what to tell of an error, in the language of the screen.
func told(err error) (said, next string) {
	name, said, next := toldApart(session.Unread{Err: err})
	if name != "" {
		said = "“" + name + "”: " + said
	}
	return said, next
}

// toldApart is told with the name of the file apart.
func toldApart(f session.Unread) (name, said, next string) {
	p := data.Told(f.Err)
	with := map[string]any(p.With)
	said = lang.L(p.Said, with)
	if p.Next != "" {
		next = lang.L(p.Next, with)
	}
	if name = f.Name; name == "" {
		name = p.Of
	}
	return name, said, next
}
