package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// keys lists what each key does.
var keys = [][2]string{
	{"Ctrl+O", "Bring in a report from a file"},
	{"Ctrl+V", "Paste a report"},
	{"Ctrl+1 … Ctrl+4", "Another view of the two reports"},
	{"F7 · Alt+Down", "Next difference"},
	{"Shift+F7 · Alt+Up", "Previous difference"},
	{"Ctrl+F7", "Next pair you have not ruled on"},
	{"Alt+L", "Tie the two selected passages"},
	{"Alt+Y · Alt+N", "These tell the same · do not belong together"},
	{"Alt+B", "Take my ruling back"},
	{"Alt+M", "Bring both passages level"},
	{"Alt+Left · Alt+Right", "Go to report A or B"},
	{"Shift+arrows", "Select words"},
	{"Ctrl+C", "Copy the selected words"},
	{"Ctrl+Shift+C", "Copy them with their source"},
	{"Ctrl+P · Ctrl+E", "Print as PDF · export"},
	{"Ctrl+N", "Add a note on the words or the difference"},
	{"Alt+1 … Alt+9", "Tag the open note"},
	{"Ctrl+B", "Bold words in the note"},
	{"Ctrl+Enter · Esc", "Finish the note"},
	{"Delete", "Delete the open note"},
	{"Ctrl+Z · Ctrl+Y", "Undo and redo"},
	{"Ctrl+F", "Find in both reports"},
	{"F3 · Shift+F3", "The next place found, the one before"},
	{"Ctrl+Shift+N", "All notes"},
	{"Ctrl+Shift+F", "Search notes and reports"},
	{"Ctrl+Shift+L", "Scroll both reports together or apart"},
	{"Ctrl++ · Ctrl+– · Ctrl+0", "Larger, smaller, normal text"},
	{"Ctrl+R", "Letters, sizes, colours, reading ruler"},
	{"Ctrl+Shift+R", "Reading ruler"},
	{"F9", "Plain text"},
	{"F11", "Full screen"},
	{"Shift+F11", "For the projector: one passage at a time, in large letters"},
}

// showKeys shows the card of keys.
func (w *Window) showKeys() {
	rows := container.NewGridWithColumns(2)
	for _, k := range keys {
		rows.Add(widget.NewLabelWithStyle(k[0], fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		rows.Add(widget.NewLabel(lang.L(k[1])))
	}
	d := dialog.NewCustom(lang.L("Keys"), lang.L("Close"), container.NewVScroll(rows), w.window)
	d.Resize(fyne.NewSize(620, clamp(w.window.Canvas().Size().Height-60, 300, 560)))
	d.Show()
}

// showAbout says what the program is and what it never does.
func (w *Window) showAbout() {
	text := words(lang.L("Parallax shows two reports of one event side by side. It points at wording and asks. It gives no verdict on a report or an outlet, and it never uses the network.")+
		"\n\n"+lang.L("Your library: {{.Path}}", map[string]any{"Path": w.libraryPath()})+
		"\n"+unread()+
		"\n"+lang.L("Version {{.Version}}", map[string]any{"Version": w.app.Metadata().Version}), fyne.TextStyle{})
	d := dialog.NewCustom(lang.L("About Parallax"), lang.L("Close"), text, w.window)
	d.Resize(fyne.NewSize(520, 300))
	d.Show()
}

func (w *Window) libraryPath() string {
	if w.session == nil {
		return ""
	}
	return w.session.LibraryPath()
}
