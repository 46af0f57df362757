package gui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/chooser"
	"parallax/gui/keyed"
)

// libraryEnding is how the name of a library file ends.
const libraryEnding = ".parallax"

// chooseLibrary lets the reader open another library.
func (w *Window) chooseLibrary() {
	w.chooseOne(lang.L("Open a library"), lang.L("Library"), []string{libraryEnding}, func(path string) { w.openLibrary(path, w.afterOpen) })
}

// makeLibrary lets the reader make a new library.
func (w *Window) makeLibrary() {
	w.choose(chooser.Options{
		Title: lang.L("Where should the new library be?"), Want: chooser.OneFolder,
		Act:      func(int, int) string { return lang.L("In this folder") },
		OnChosen: func(_ []string, folder string) { w.nameLibrary(folder) },
	})
}

// nameLibrary asks for the name of a new library in a folder, and makes it.
func (w *Window) nameLibrary(folder string) {
	name := newEntry()
	name.SetText(lang.L("My reports"))
	w.showForm(lang.L("New library"), lang.L("Make"), widget.NewFormItem(lang.L("Name"), name), name, func() {
		file := strings.TrimSpace(strings.Map(fileLetter, name.Text))
		if file == "" {
			file = "library"
		}
		w.openLibrary(filepath.Join(folder, strings.TrimSuffix(file, libraryEnding)+libraryEnding), w.afterOpen)
	})
}

// fileLetter drops letters that some systems do not take in a file's name.
func fileLetter(r rune) rune {
	if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
		return -1
	}
	return r
}

// afterOpen shows something of a library just opened.
func (w *Window) afterOpen() {
	if len(w.session.Shelves()) > 0 {
		w.openLast()
	}
}

// showBringingUpToDate says that a library of an older version is being made
// ready, until took is called.
func (w *Window) showBringingUpToDate() (took func()) {
	text := words(lang.L("This library was made by an older Parallax. It is being made ready for this one. That is done once and can take a minute."), fyne.TextStyle{})
	bar := widget.NewProgressBarInfinite()
	d := dialog.NewCustomWithoutButtons(lang.L("Getting the library ready"), container.NewVBox(text, bar), w.window)
	d.Resize(fyne.NewSize(440, 170))
	d.Show()
	return func() {
		bar.Stop()
		d.Hide()
	}
}

// showTrouble tells why a library could not be opened and offers what can be
// done. The library that was open, if any, stays open.
func (w *Window) showTrouble(path string, err error, then func()) {
	if w.session != nil {
		w.showProblem(err)
		return
	}
	said, next := told(err)
	retry := func(path string) func() { return func() { w.openLibrary(path, then) } }
	buttons := container.NewHBox(keyed.NewButton(lang.L("Try again"), retry(path)))
	if rescue := w.rescue(err); rescue != nil {
		buttons.Add(keyed.NewButton(lang.L("Use the newest backup"), func() {
			if err := rescue(); err != nil {
				w.showProblem(err)
				return
			}
			w.openLibrary(path, then)
		}))
	}
	buttons.Add(keyed.NewButton(lang.L("Open library…"), w.chooseLibrary))
	buttons.Add(keyed.NewButton(lang.L("New library…"), w.makeLibrary))
	buttons.Add(keyed.NewButton(lang.L("Quit"), w.close))
	text := container.NewVBox(
		widget.NewLabelWithStyle(said, fyne.TextAlignCenter, fyne.TextStyle{Bold: true}),
		widget.NewLabelWithStyle(next, fyne.TextAlignCenter, fyne.TextStyle{}),
		small(path), container.NewCenter(buttons))
	for _, o := range text.Objects[:2] {
		o.(*widget.Label).Wrapping = fyne.TextWrapWord
	}
	text.Objects[2].(*widget.Label).Alignment = fyne.TextAlignCenter
	w.setContent(container.NewBorder(clearRoom(fyne.NewSize(0, 120)), nil, nil, nil, text))
}

// ask asks for one line of text; done gets it unless the reader leaves it.
func (w *Window) ask(question, answer string, done func(string)) {
	line := newEntry()
	line.SetText(answer)
	w.showForm(question, lang.L("Done"), widget.NewFormItem("", line), line, func() { done(line.Text) })
}

// showForm shows a dialog with a line to write: what is typed first takes the place
// of what stands there, Enter does what is asked for, Escape leaves it.
func (w *Window) showForm(title, yes string, item *widget.FormItem, line *entry, do func()) {
	d := keyed.NewQuestion(title, yes, lang.L("Cancel"), widget.NewForm(item), w.window, do)
	line.onEscape, line.OnSubmitted = d.Hide, func(string) {
		d.Hide()
		do()
	}
	d.Resize(fyne.NewSize(460, 160))
	d.Show()
	w.window.Canvas().Focus(line)
	line.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// renameEvent asks for another title of an event.
func (w *Window) renameEvent(e data.Event) {
	name := newEntry()
	name.SetText(e.Title)
	w.showForm(lang.L("Rename event"), lang.L("Rename"), widget.NewFormItem(lang.L("Title"), name), name, func() { w.session.RenameEvent(e, name.Text) })
}
