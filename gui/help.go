package gui

import (
	"bytes"
	_ "embed" // the card's page
	"html/template"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/assets"
	"parallax/data"
	"parallax/gui/keyed"
)

// keys lists what each key does.
var keys = [][2]string{
	{"Ctrl+O", "Bring in a report from a file"},
	{"Ctrl+V", "Paste a report"},
	{"Ctrl+1 … Ctrl+4", "Another view of the two reports"},
	{"F7 · Alt+Down", "Next difference"},
	{"Shift+F7 · Alt+Up", "Previous difference"},
	{"Ctrl+F7", "Next pair you have not ruled on"},
	{"Ctrl+Shift+P", "Pointers on or off"},
	{"F8 · Shift+F8", "Next pointer, the one before"},
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
	{"Alt+S", "Begin a sentence in the empty note, again: another one"},
	{"Ctrl+B", "Bold words in the note"},
	{"Ctrl+Enter · Esc", "Finish the note"},
	{"Delete", "Delete the open note, put the pointer away"},
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
	{"F1", "Help"},
	{"F11", "Full screen"},
	{"Shift+F11", "For the projector: one passage at a time, in large letters"},
	{"Ctrl+Q", "Quit"},
}

// A topic of the help: a heading and what is to say, paragraph by paragraph.
type topic struct {
	name       string
	paragraphs []string
}

func helpTopics() []topic {
	return []topic{
		{lang.L("First steps"), []string{
			lang.L("Bring in two reports of the same event: a file, a saved page, or text you copied. Parallax ties the passages that tell the same thing."),
			lang.L("Words with a coloured line stand in one report only. Press F7 to go from one difference to the next."),
			lang.L("Is a tie a good one? You decide: Alt+Y for yes, Alt+N for no. Parallax follows at once."),
			lang.L("Drag over some words and press Ctrl+N. Write what you notice. Everything is saved as you type, and Ctrl+Z takes back any step."),
		}},
		{lang.L("Ways to look"), []string{
			lang.L("Side by side: each report in its own order. Ribbons join what belongs together; a small box with two arrows says that a passage stands elsewhere in the other report. The map at the edge shows the whole report: the more a box stands out, the more the words differ."),
			lang.L("Matched rows: what belongs together stands in one row. A short line stands where one report has nothing."),
			lang.L("Only in one: each passage that one report alone tells, beside what comes nearest in the other. You say whether it is told there after all."),
			lang.L("Words: tables of names, speaking verbs, quotations, numbers and more, with a column for each report. Every row leads to its places in the texts. What is only a guess you can change, with the three dots at its end."),
			lang.L("Pointers (Ctrl+Shift+P) put a line and two letters under such words in the texts, one kind of line for each family. A click shows what stands here and there, and a question. Delete puts a pointer away."),
			lang.L("Some kinds of pointers are off at first. The box over their table of words switches them on."),
			lang.L("F9 shows the plain text. Shift+F11 shows one passage at a time in large letters, for a whole class."),
		}},
		{lang.L("Easier reading"), []string{
			lang.L("Ctrl+R opens letters, sizes, colours and reading rulers."),
			lang.L("What research says: larger text and more room between letters and lines help many readers. Special letter shapes alone showed no gain in tests, and readers differ. Try what helps you."),
			lang.L("Nothing is told by colour alone: A has solid lines and squares, B has broken lines and circles."),
		}},
	}
}

// showHelp shows the help in the window, with the card of keys.
func (w *Window) showHelp() {
	tabs := container.NewAppTabs()
	for _, t := range helpTopics() {
		page := container.NewVBox()
		for _, p := range t.paragraphs {
			page.Add(words(p, fyne.TextStyle{}))
		}
		tabs.Append(container.NewTabItem(t.name, container.NewVScroll(page)))
	}
	rows := container.New(layout.NewFormLayout())
	for _, k := range keys {
		rows.Add(widget.NewLabelWithStyle(k[0], fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		rows.Add(widget.NewLabel(lang.L(k[1])))
	}
	card := keyed.NewIconButton(lang.L("Open the card to print it"), theme.DocumentPrintIcon(), w.printKeys)
	tabs.Append(container.NewTabItem(lang.L("Keys"), container.NewBorder(nil, container.NewHBox(card), nil, nil, container.NewVScroll(rows))))
	d := keyed.NewDialog(lang.L("Help"), lang.L("Close"), tabs, w.window)
	size := w.window.Canvas().Size()
	d.Resize(fyne.NewSize(clamp(size.Width-80, 400, 720), clamp(size.Height-60, 300, 600)))
	d.Show()
}

//go:embed keys.html
var keyCard string

// printKeys writes the card of keys as a page and opens it where pages are
// opened, from which it can be printed.
func (w *Window) printKeys() {
	path, err := printPath("Parallax", ".html")
	if err == nil {
		err = writeKeys(path)
	}
	if err != nil {
		w.showProblem(&data.Problem{
			Said: lang.L("The card could not be written."),
			Next: lang.L("Is there room on the disk?"), Err: err,
		})
		return
	}
	w.openPrint(path)
}

func writeKeys(path string) error {
	page, err := template.New("keys").Parse(keyCard)
	if err != nil {
		return err
	}
	rows := make([][2]string, len(keys))
	for i, k := range keys {
		rows[i] = [2]string{k[0], lang.L(k[1])}
	}
	var b bytes.Buffer
	if err := page.Execute(&b, map[string]any{"Title": lang.L("Keys of Parallax"), "Rows": rows}); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o600)
}

// showAbout says what the program is and what it never does, and under which
// terms the fonts in it may be used.
func (w *Window) showAbout() {
	text := words(lang.L("Parallax shows two reports of one event side by side. It points at wording and asks. It gives no verdict on a report or an outlet, and it never uses the network.")+
		"\n\n"+lang.L("Your library: {{.Path}}", map[string]any{"Path": w.libraryPath()})+
		"\n"+unread()+
		"\n"+lang.L("Version {{.Version}}", map[string]any{"Version": w.app.Metadata().Version}), fyne.TextStyle{})
	page := container.NewVBox(text, words(lang.L("Fonts, each under the SIL Open Font License:"), fyne.TextStyle{Bold: true}))
	for _, f := range append([]assets.Font{assets.Noto}, assets.Fonts()...) {
		page.Add(container.NewBorder(nil, nil, widget.NewLabel(f.Name), keyed.NewButton(lang.L("Licence"), func() { w.showLicence(f) })))
	}
	d := keyed.NewDialog(lang.L("About Parallax"), lang.L("Close"), container.NewVScroll(page), w.window)
	d.Resize(fyne.NewSize(540, clamp(w.window.Canvas().Size().Height-60, 300, 420)))
	d.Show()
}

// showLicence shows the words a font may be used under.
func (w *Window) showLicence(f assets.Font) {
	d := keyed.NewDialog(f.Name, lang.L("Close"), container.NewVScroll(words(f.Licence(), fyne.TextStyle{})), w.window)
	d.Resize(fyne.NewSize(620, clamp(w.window.Canvas().Size().Height-60, 300, 560)))
	d.Show()
}

func (w *Window) libraryPath() string {
	if w.session == nil {
		return ""
	}
	return w.session.LibraryPath()
}
