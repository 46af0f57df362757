package gui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"parallax/data"
	"parallax/gui/lookover"
	"parallax/gui/session"
)

// bringIn reads pages one after another; each is looked over before the next
// is read. The first goes to side, the second across.
func (w *Window) bringIn(pages []session.Page, side data.Side) {
	if len(pages) == 0 || w.session == nil {
		return
	}
	w.session.BringIn(pages[0], func(src data.Source, event data.ID) {
		next := func() { w.bringIn(pages[1:], side.Other()) }
		if event == "" {
			w.lookOverNew(src, side, next)
			return
		}
		dialog.ShowConfirm(lang.L("You have this page already"),
			lang.L("It is in your library. Bring it in once more?"), func(again bool) {
				if again {
					w.lookOverNew(src, side, next)
					return
				}
				w.openEvent(event)
				next()
			}, w.window)
	})
}

func (w *Window) openEvent(id data.ID) {
	for _, sh := range w.session.Shelves() {
		if sh.ID == id {
			w.session.Open(sh.Event)
		}
	}
}

// lookOverNew shows a page that was just read; next runs once it was kept or
// given up.
func (w *Window) lookOverNew(src data.Source, side data.Side, next func()) {
	var events []data.Event
	for _, sh := range w.session.Shelves() {
		events = append(events, sh.Event)
	}
	// A third report is more often the first of another event.
	belongs := w.session.Event().ID
	if len(w.session.Reports()) >= 2 {
		belongs = ""
	}
	w.lookOver(src, events, belongs, func(r data.Report, s data.Source, event data.Event) {
		w.session.Keep(event, []session.Kept{{Report: r, Source: s}}, side)
		next()
	}, next)
}

// lookOverAgain shows the page a report came from once more. The report stays
// in its event; another title typed for it is the event's new one.
func (w *Window) lookOverAgain(report data.ID) {
	open := w.session.Event()
	w.session.Reopen(report, func(before data.Source) {
		w.lookOver(before, []data.Event{open}, open.ID, func(r data.Report, after data.Source, event data.Event) {
			r.ID = report
			delete(w.room.unseen, report)
			w.session.Recut(r, before, after)
			if event.ID == "" {
				w.session.RenameEvent(open, event.Title)
			}
		}, func() {})
	})
}

// lookOver fills the window with a page to look over, which may belong to one
// of events; belongs is the one to propose, "" for a new one. keep gets what the reader keeps and the event it belongs to,
// without ID where it is a new one; given runs when she gives the page up.
func (w *Window) lookOver(src data.Source, events []data.Event, belongs data.ID, keep func(data.Report, data.Source, data.Event), given func()) {
	w.session.SaveWritten()
	var outlets []string
	for _, r := range w.session.Reports() {
		if r.Outlet != "" {
			outlets = append(outlets, r.Outlet)
		}
	}
	w.screen = lookover.New(session.NewLookOver(src), lookover.Options{
		Name: src.Name, Events: events, EventID: belongs, Outlets: outlets,
		OnKeep: func(r data.Report, s data.Source, id data.ID, title string) {
			event := data.Event{Title: strings.TrimSpace(title)}
			if event.Title == "" {
				event.Title = lang.L("Event without a name")
			}
			for _, e := range events {
				if e.ID == id {
					event = e
				}
			}
			w.showRoom()
			keep(r, s, event)
		},
		OnCancel: func() {
			w.showRoom()
			given()
		},
		OnChanged: w.refreshMenu,
	})
	w.window.SetContent(w.screen)
	w.window.SetTitle(lang.L("Bring in a report") + " — " + programName)
	w.setMenu()
	w.screen.Focus(w.window.Canvas())
}

// openFiles lays one or two files side by side at once, as the program
// proposes to keep them; what was kept can be looked over then. One file alone
// is looked over first.
func (w *Window) openFiles(paths []string) {
	pages := pagesOf(paths)
	if len(pages) == 1 {
		w.bringIn(pages, data.Left)
		return
	}
	w.session.OpenPages(pages[:2], func(reports []data.ID) {
		for _, id := range reports {
			w.room.unseen[id] = true
		}
	}, func() { w.bringIn(pages[:2], data.Left) })
}

func pagesOf(paths []string) []session.Page {
	pages := make([]session.Page, len(paths))
	for i, p := range paths {
		pages[i] = session.Page{Path: p}
	}
	return pages
}

// pageEndings are how the names of files end that can be brought in.
var pageEndings = []string{
	".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".docx", ".odt", ".fodt", ".rtf", ".epub",
	".HTML", ".HTM", ".TXT", ".MHT", ".EML", ".DOCX", ".ODT", ".RTF", ".EPUB",
}

// chooseFile lets the reader choose a file to bring in.
func (w *Window) chooseFile(side data.Side) {
	w.chooseOne(pageEndings, func(path string) { w.bringIn(pagesOf([]string{path}), side) })
}

// chooseOne lets the reader choose a file whose name ends in one of endings.
func (w *Window) chooseOne(endings []string, then func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			w.showProblem(err)
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		f.Close()
		w.app.Preferences().SetString(prefFolder, filepath.Dir(path))
		then(path)
	}, w.window)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.SetView(dialog.ListView)
	if folder := w.app.Preferences().String(prefFolder); folder != "" {
		if place, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil { // else it is gone: start at home
			d.SetLocation(place)
		}
	}
	w.showFileDialog(d)
}

// showFileDialog shows a file dialog as large as the window allows.
func (w *Window) showFileDialog(d *dialog.FileDialog) {
	size := w.window.Canvas().Size()
	d.Resize(fyne.NewSize(clamp(size.Width-80, 300, 900), clamp(size.Height-80, 240, 620)))
	d.Show()
}

// dropped brings in files dropped onto the window; the pane under the pointer
// takes the first.
func (w *Window) dropped(at fyne.Position, uris []fyne.URI) {
	if w.session == nil || w.screen != nil {
		return
	}
	var paths []string
	for _, u := range uris {
		paths = append(paths, u.Path())
	}
	w.bringIn(pagesOf(paths), w.room.sideAt(at))
}

// paste brings in the page on the clipboard.
func (w *Window) paste(side data.Side) {
	text := w.app.Clipboard().Content()
	if strings.TrimSpace(text) == "" {
		w.showProblem(&data.Problem{
			Said: lang.L("There is no text to paste."),
			Next: lang.L("Copy a page first: open it, press Ctrl+A, then Ctrl+C."),
		})
		return
	}
	w.bringIn([]session.Page{{Text: text}}, side)
}
