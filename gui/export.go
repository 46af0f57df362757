package gui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/assets"
	"parallax/data"
	"parallax/data/export"
	"parallax/gui/chooser"
	"parallax/gui/keyed"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// What an export was last like.
const (
	prefExportFolder = "export.folder"
	prefExportFormat = "export.format"
	prefExportSheet  = "export.sheet"
	prefExportPaper  = "export.paper"
	prefExportLarge  = "export.large"
)

// previewScale is the pixels to a point of a page's picture: enough to read it
// at the size it has in the dialog, on a dense screen too.
const previewScale = 1.6

// formatName is what a format is called on screen.
func formatName(f export.Format) string {
	switch f {
	case export.PDF:
		return lang.L("PDF to print")
	case export.HTML:
		return lang.L("Web page, one file")
	case export.Markdown:
		return lang.L("Plain text (Markdown)")
	case export.CSV:
		return lang.L("Table for a spreadsheet (CSV)")
	case export.Annotation:
		return lang.L("Notes for other programs (W3C)")
	case export.REFI:
		return lang.L("Research project (REFI-QDA)")
	}
	return string(f)
}

func sheetName(s export.Sheet) string {
	switch s {
	case export.Worksheet:
		return lang.L("Worksheet to fill in")
	case export.MyWork:
		return lang.L("My work: the notes")
	}
	return lang.L("Side by side")
}

func scopeName(s session.Scope) string {
	switch s {
	case session.ThisNote:
		return lang.L("This note")
	case session.ThisComparison:
		return lang.L("These two reports")
	case session.ThisEvent:
		return lang.L("This event")
	}
	return lang.L("The whole library")
}

// exportTags is what the tags mean, in the reader's language.
func exportTags() []export.Tag {
	families := map[string]string{}
	for _, f := range assets.Families() {
		families[f.ID] = lang.L(f.Label)
	}
	var tags []export.Tag
	for _, k := range assets.Tags() {
		tags = append(tags, export.Tag{
			Code: k.Code, Name: k.Label, Definition: k.Definition, Question: k.Question,
			Family: families[k.Family], Offered: k.Level <= 1,
		})
	}
	return tags
}

// say is lang.L for a package that knows no screen.
func say(words string) string { return lang.L(words) }

// lastOrder is an export as the reader had it last, of what is selected now.
func (w *Window) lastOrder() session.Order {
	p := w.app.Preferences()
	_, scope := w.session.Scopes()
	o := session.Order{Scope: scope, Tags: exportTags(), Say: say, Language: lang.X("language.code", "en")}
	o.Options = export.Options{
		Format: export.Format(p.StringWithFallback(prefExportFormat, string(export.PDF))),
		Sheet:  export.Sheet(p.StringWithFallback(prefExportSheet, string(export.SideBySide))),
		Paper:  export.Paper(p.StringWithFallback(prefExportPaper, string(export.A4))),
		Large:  p.Bool(prefExportLarge), Excel: true,
	}
	if !slices.Contains(export.Formats, o.Options.Format) {
		o.Options.Format = export.PDF
	}
	return o
}

func (w *Window) rememberOrder(o export.Options) {
	p := w.app.Preferences()
	p.SetString(prefExportFormat, string(o.Format))
	p.SetString(prefExportSheet, string(o.Sheet))
	p.SetString(prefExportPaper, string(o.Paper))
	p.SetBool(prefExportLarge, o.Large)
}

// An exportDialog lets the reader choose what to export and how, and shows how
// it begins.
type exportDialog struct {
	window  *Window
	order   session.Order
	folder  string
	named   bool // the reader typed a name of her own
	showing int  // turn of the preview asked for last

	dialog  *dialog.CustomDialog
	name    *entry
	place   *widget.Label
	ending  *widget.Label
	ofPDF   *fyne.Container // choices only a PDF has
	ofCSV   *fyne.Container
	marks   *tick
	notes   *tick
	picture *canvas.Image
	page    *fyne.Container // the picture and what it lies on
	text    *widget.Label
	about   *widget.Label
	lacks   *widget.Label // which scripts the PDF cannot show
	shown   *fyne.Container
	scroll  *container.Scroll
}

// exportWork opens the dialog.
func (w *Window) exportWork() {
	d := &exportDialog{window: w, order: w.lastOrder(), folder: w.exportFolder()}
	d.build()
	d.changed()
	size := w.window.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(clamp(size.Width-60, 320, 1200), clamp(size.Height-50, 240, 900)))
	d.dialog.Show()
}

// exportFolder is where the last export went, else the reader's documents.
func (w *Window) exportFolder() string {
	if last := w.app.Preferences().String(prefExportFolder); isFolder(last) {
		return last
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return filepath.Dir(w.session.LibraryPath())
	}
	if documents := filepath.Join(home, "Documents"); isFolder(documents) {
		return documents
	}
	return home
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return path != "" && err == nil && info.IsDir()
}

// choose returns a list of choices of which one is made.
func choose[T comparable](values []T, name func(T) string, now T, set func(T)) fyne.CanvasObject {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = name(v)
	}
	s := newChoice(names, max(0, slices.Index(values, now)))
	s.OnChanged = func(string) { set(values[s.SelectedIndex()]) }
	return edged(s)
}

func (d *exportDialog) build() {
	o := &d.order.Options
	leave := func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyEscape {
			return false
		}
		d.dialog.Hide()
		return true
	}
	tick := func(words string, on bool, set func(bool)) *tick {
		return newTick(words, on, leave, func(on bool) { set(on); d.changed() })
	}
	scopes, _ := d.window.session.Scopes()
	what := choose(scopes, scopeName, d.order.Scope, func(s session.Scope) { d.order.Scope = s; d.changed() })
	format := choose(export.Formats, formatName, o.Format, func(f export.Format) { o.Format = f; d.changed() })
	sheet := choose(export.Sheets, sheetName, o.Sheet, func(s export.Sheet) { o.Sheet = s; d.changed() })
	paper := choose([]export.Paper{export.A4, export.Letter}, func(p export.Paper) string { return string(p) }, o.Paper, func(p export.Paper) { o.Paper = p; d.changed() })
	d.ofPDF = container.NewVBox(heading(lang.L("Sheet")), sheet, heading(lang.L("Paper")), paper,
		tick(lang.L("Large print"), o.Large, func(on bool) { o.Large = on }))
	d.ofCSV = container.NewVBox(tick(lang.L("For Excel"), o.Excel, func(on bool) { o.Excel = on }))
	d.marks = tick(lang.L("With the marks"), !o.NoMarks, func(on bool) { o.NoMarks = !on })
	d.notes = tick(lang.L("With the notes"), !o.NoNotes, func(on bool) { o.NoNotes = !on })

	d.name = newEntry()
	d.name.OnChanged = func(string) { d.named = true }
	d.ending, d.place = widget.NewLabel(""), small("")
	folder := keyed.NewIconButton(lang.L("Folder…"), theme.FolderOpenIcon(), d.chooseFolder)
	form := container.NewVBox(
		heading(lang.L("What")), what, heading(lang.L("As")), format, d.ofPDF, d.ofCSV, d.marks, d.notes,
		heading(lang.L("File name")), container.NewBorder(nil, nil, nil, d.ending, d.name),
		container.NewBorder(nil, nil, nil, folder, d.place))

	d.picture = canvas.NewImageFromImage(nil)
	d.picture.FillMode = canvas.ImageFillContain
	d.text = words("", fyne.TextStyle{})
	d.scroll = container.NewVScroll(d.text)
	d.about = small("")
	d.about.Alignment = fyne.TextAlignCenter
	d.page = container.NewStack(newFill(fyne.Size{}, mat), padded(d.picture, 8))
	d.shown = container.NewStack(newFill(fyne.Size{}, desk), d.page, d.scroll)
	d.lacks = words("", fyne.TextStyle{Bold: true})
	d.lacks.Hide()
	view := container.NewBorder(d.lacks, d.about, nil, nil, d.shown)

	body := container.NewHSplit(container.NewVScroll(padded(form, 4)), padded(view, 4))
	body.Offset = 0.36
	cancel := keyed.NewButton(lang.L("Cancel"), func() { d.dialog.Hide() })
	open := keyed.NewIconButton(lang.L("Save and open"), theme.DocumentPrintIcon(), func() { d.save(true) })
	save := keyed.NewIconButton(lang.L("Save"), theme.DocumentSaveIcon(), func() { d.save(false) })
	save.Importance = widget.HighImportance
	d.dialog = dialog.NewCustomWithoutButtons(lang.L("Export"), body, d.window.window)
	d.dialog.SetButtons([]fyne.CanvasObject{cancel, open, save})
	d.name.onEscape = d.dialog.Hide
}

// changed shows the choices that belong to what was chosen, and how the export
// begins now.
func (d *exportDialog) changed() {
	o := d.order.Options
	isPDF := o.Format == export.PDF
	show(d.ofPDF, isPDF)
	show(d.ofCSV, o.Format == export.CSV)
	show(d.marks, o.Compares() && d.order.Scope != session.ThisNote && (!isPDF || o.Sheet == export.SideBySide))
	show(d.notes, o.Compares() && d.order.Scope != session.ThisNote && (!isPDF || o.Sheet == export.SideBySide))
	d.ending.SetText(o.Format.Ending())
	if !d.named {
		title := d.window.session.Event().Title
		if d.order.Scope == session.Everything || title == "" {
			title = programName
		}
		if isPDF && o.Sheet != export.SideBySide {
			title += " - " + sheetName(o.Sheet)
		}
		d.name.SetText(fileName(title))
		d.named = false
	}
	d.place.SetText(d.folder)
	d.preview()
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// fileName is words as a file's name may be.
func fileName(words string) string {
	name := strings.TrimRight(strings.TrimSpace(strings.Map(fileLetter, words)), ". ")
	if r := []rune(name); len(r) > 80 {
		name = strings.TrimSpace(string(r[:80]))
	}
	if name == "" {
		return programName
	}
	return name
}

func (d *exportDialog) preview() {
	d.showing++
	turn := d.showing
	d.about.SetText(lang.L("Looking…"))
	d.window.session.Preview(d.order, previewScale, func(p export.Preview, err error) {
		if turn != d.showing {
			return
		}
		if err != nil {
			said, next := told(err)
			p = export.Preview{Text: said + "\n" + next}
		}
		d.lacks.SetText(lang.L("The PDF cannot show these letters: {{.Scripts}}. The web page shows them, and prints them from a browser.",
			map[string]any{"Scripts": scriptNames(reader.ScriptsOf(p.Lacks))}))
		show(d.lacks, len(p.Lacks) > 0)
		d.picture.Image = p.Page
		d.text.TextStyle.Monospace = d.order.Options.Format != export.HTML // a file is shown letter by letter, a page's words as words
		d.text.Wrapping = fyne.TextWrapWord
		if d.text.TextStyle.Monospace {
			d.text.Wrapping = fyne.TextWrapBreak
		}
		d.text.SetText(p.Text)
		show(d.page, p.Page != nil)
		show(d.scroll, p.Page == nil)
		d.scroll.ScrollToTop()
		d.picture.Refresh()
		d.shown.Refresh()
		switch {
		case p.Page != nil:
			d.about.SetText(count(p.Pages, "First of {{.N}} pages"))
		case d.order.Options.Format == export.HTML:
			d.about.SetText(lang.L("The words of the page, as they follow each other"))
		case d.order.Options.Format == export.REFI:
			d.about.SetText(lang.L("What is in the file"))
		default:
			d.about.SetText(lang.L("How the file begins"))
		}
	})
}

func (d *exportDialog) chooseFolder() {
	d.window.choose(chooser.Options{
		Title: lang.L("Where should the file be saved?"), Want: chooser.OneFolder, Start: d.folder,
		Act: func(int, int) string { return lang.L("In this folder") },
		OnChosen: func(_ []string, folder string) {
			d.folder = folder
			d.place.SetText(folder)
		},
	})
}

// save writes the file; one that is there already is replaced only after asking.
func (d *exportDialog) save(open bool) {
	w, ending := d.window, d.order.Options.Format.Ending()
	path := filepath.Join(d.folder, strings.TrimSuffix(fileName(d.name.Text), ending)+ending)
	write := func() {
		d.dialog.Hide()
		w.rememberOrder(d.order.Options)
		w.app.Preferences().SetString(prefExportFolder, d.folder)
		w.session.Export(d.order, path, func() {
			if open {
				w.openFile(path)
				return
			}
			w.showSaved(path)
		})
	}
	if _, err := os.Stat(path); err != nil {
		write()
		return
	}
	there := words(lang.L("There is a file “{{.Name}}” in this folder already.", map[string]any{"Name": filepath.Base(path)}), fyne.TextStyle{})
	q := keyed.NewQuestion(lang.L("Replace the file?"), lang.L("Yes"), lang.L("No"), there, w.window, write)
	q.Resize(fyne.NewSize(440, 150))
	q.Show()
}

// showSaved says where a file went.
func (w *Window) showSaved(path string) {
	text := words(lang.L("“{{.Name}}” was saved in {{.Folder}}.", map[string]any{"Name": filepath.Base(path), "Folder": filepath.Dir(path)}), fyne.TextStyle{})
	d := dialog.NewCustomWithoutButtons(lang.L("Saved"), text, w.window)
	d.SetButtons([]fyne.CanvasObject{
		keyed.NewButton(lang.L("Open it"), func() { d.Hide(); w.openFile(path) }),
		keyed.NewButton(lang.L("OK"), func() { d.Hide() }),
	})
	d.Resize(fyne.NewSize(440, 150))
	d.Show()
}

// copyWithSource copies the selected words with a line that says where they
// are from.
func (w *Window) copyWithSource() {
	text := w.session.CopyWithSource()
	if text == "" {
		w.showProblem(&data.Problem{
			Said: lang.L("No words are selected."),
			Next: lang.L("Drag over some words in a report, or open a note."),
		})
		return
	}
	w.app.Clipboard().SetContent(text)
}
