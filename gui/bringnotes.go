package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/assets"
	"parallax/gui/keyed"
	"parallax/gui/session"
)

// notesEndings are how the names of files end that notes can be read from.
var notesEndings = []string{".jsonld", ".json", ".csv", ".tsv"}

// chooseNotes lets the reader choose a file of notes to bring in.
func (w *Window) chooseNotes() {
	w.chooseOne(lang.L("Bring in notes"), lang.L("Notes"), notesEndings, w.bringInNotes)
}

func (w *Window) bringInNotes(path string) {
	var builtIn []string
	for _, k := range assets.Tags() {
		builtIn = append(builtIn, k.Code)
	}
	w.session.BringInNotes(path, builtIn, w.showBrought)
}

// showBrought tells what became of a file's notes.
func (w *Window) showBrought(b session.BroughtNotes) {
	lines := count(b.New, "{{.N}} notes are new.")
	if b.Changed > 0 {
		lines += "\n" + count(b.Changed, "{{.N}} notes are newer than yours and took their place.")
	}
	if b.Known > 0 {
		lines += "\n" + count(b.Known, "{{.N}} notes you have already.")
	}
	if b.Loose > 0 {
		lines += "\n" + count(b.Loose, "Of {{.N}} notes, some words are not in your reports. Nothing of them is lost.")
	}
	d := keyed.NewDialog(lang.L("Notes brought in"), lang.L("OK"), words(lines, fyne.TextStyle{}), w.window)
	d.Resize(fyne.NewSize(440, 190))
	d.Show()
}
