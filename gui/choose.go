package gui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"parallax/gui/chooser"
)

// choose lets the reader choose files or a folder, beginning where she did last
// unless o says where. The chooser has a menu of its own, so that the keys of
// the window's commands do nothing behind it.
func (w *Window) choose(o chooser.Options) {
	if w.chooser != nil {
		return
	}
	if o.Start == "" {
		o.Start = w.app.Preferences().String(prefFolder)
	}
	o.Day, o.Ask, o.Post = day, w.ask, w.post
	o.OnClosed = func() {
		w.chooser = nil
		w.renewMenu()
	}
	w.chooser = chooser.New(w.window.Canvas(), o)
	w.renewMenu()
	w.chooser.Show()
}

// renewMenu puts the menu of what is on screen on a window that has one.
func (w *Window) renewMenu() {
	if w.window.MainMenu() != nil {
		w.setMenu()
	}
}

// rememberFolder has the next choice begin in folder.
func (w *Window) rememberFolder(folder string) { w.app.Preferences().SetString(prefFolder, folder) }

// chooseOne lets the reader choose a file whose name ends in one of endings,
// small letters or capitals, called kind.
func (w *Window) chooseOne(title, kind string, endings []string, then func(path string)) {
	w.choose(chooser.Options{
		Title: title,
		Kind: func(name string) string {
			if slices.Contains(endings, strings.ToLower(filepath.Ext(name))) {
				return kind
			}
			return ""
		},
		Act: func(int, int) string { return lang.L("Open") },
		OnChosen: func(paths []string, folder string) {
			w.rememberFolder(folder)
			then(paths[0])
		},
	})
}
