package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/data"
)

// A letteringSwitch is one way of writing the same words that may count as a
// difference: its name, where it is remembered, and its place in data.Lettering.
type letteringSwitch struct {
	name, pref string
	in         func(*data.Lettering) *bool
}

func letteringSwitches() []letteringSwitch {
	return []letteringSwitch{
		{lang.L("Capital letters"), "mark.capitals", func(l *data.Lettering) *bool { return &l.Capitals }},
		{lang.L("Commas, full stops and other signs"), "mark.punctuation", func(l *data.Lettering) *bool { return &l.Punctuation }},
		{lang.L("Curly or straight quotation marks"), "mark.quotes", func(l *data.Lettering) *bool { return &l.QuoteMarks }},
		{lang.L("Spaces"), "mark.spaces", func(l *data.Lettering) *bool { return &l.Spacing }},
	}
}

// letteringMenu switches on what is left unmarked at first.
func (w *Window) letteringMenu() *fyne.MenuItem {
	menu := fyne.NewMenuItem(lang.L("Also mark"), nil)
	menu.ChildMenu = fyne.NewMenu("")
	now := w.session.Lettering()
	for _, s := range letteringSwitches() {
		choice := fyne.NewMenuItem(s.name, func() {
			l := w.session.Lettering()
			*s.in(&l) = !*s.in(&l)
			w.session.SetLettering(l)
			w.setMenu()
		})
		choice.Checked = *s.in(&now)
		menu.ChildMenu.Items = append(menu.ChildMenu.Items, choice)
	}
	return menu
}

// recallLettering marks what was marked when the window closed last.
func (w *Window) recallLettering() {
	var l data.Lettering
	for _, s := range letteringSwitches() {
		*s.in(&l) = w.app.Preferences().Bool(s.pref)
	}
	w.session.SetLettering(l)
}

func (w *Window) rememberLettering() {
	l := w.session.Lettering()
	for _, s := range letteringSwitches() {
		w.app.Preferences().SetBool(s.pref, *s.in(&l))
	}
}
