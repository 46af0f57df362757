package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/assets"
)

// showStarters shows how a sentence about a tag may begin; an empty code stands
// for a note without a tag. A click on one writes it.
func (e *noteEditor) showStarters(code string) {
	list := assets.Starters(code)
	for i := range list {
		list[i] = lang.L(list[i])
	}
	if slices.Equal(list, e.begun) {
		return
	}
	e.begun = list
	e.starters.RemoveAll()
	for _, s := range list {
		c := newChip(s, false, func() { e.start(s) })
		c.words = true
		e.starters.Add(c)
	}
}

// offerStarters shows the beginnings while nothing is written.
func (e *noteEditor) offerStarters() {
	if wanted := e.body.Blank(); wanted != e.starters.Visible() {
		e.starters.Hidden = !wanted
		e.card.Refresh()
	}
}

// nextStarter writes the first beginning, or, if one is all that is written, the
// next in its place.
func (e *noteEditor) nextStarter() {
	written := strings.TrimSpace(e.body.Text())
	at := slices.IndexFunc(e.begun, func(s string) bool { return strings.TrimSpace(beginning(s)) == written })
	if written == "" || at >= 0 {
		e.start(e.begun[(at+1)%len(e.begun)])
	}
}

// start writes a beginning as if it had been typed, in place of what is written,
// and leaves the caret behind it.
func (e *noteEditor) start(starter string) {
	e.body.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.body.Insert(beginning(starter))
	e.panel.OnStarted()
}

// beginning is the words of a starter without its dots, ready to be gone on from.
func beginning(starter string) string { return strings.TrimSuffix(starter, "…") }
