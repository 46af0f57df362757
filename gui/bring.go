package gui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"parallax/data"
	"parallax/gui/session"
)

// openFiles lays two reports side by side at once, as the program proposes to
// keep them; what was kept can be looked over then. One alone, more of them, and
// those the program finds no report on are looked over first.
func (w *Window) openFiles(paths []string) {
	w.session.Gather(pagesOf(paths), func(found []session.Page, unread []session.Unread) {
		if len(found) != 2 || len(unread) > 0 {
			w.lookOverAll(found, unread, data.Left)
			return
		}
		w.session.OpenPages(found, func(reports []data.ID) {
			for _, id := range reports {
				w.room.unseen[id] = true
			}
		}, func() { w.lookOverAll(found, nil, data.Left) })
	})
}

func pagesOf(paths []string) []session.Page {
	pages := make([]session.Page, len(paths))
	for i, p := range paths {
		pages[i] = session.Page{Path: p}
	}
	return pages
}

// pageEndings are how the names of files end that can be brought in.
var pageEndings = bothCases(".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".docx", ".odt", ".fodt", ".rtf", ".epub", ".pdf", ".zip")

// bothCases adds the endings in capitals, as old programs wrote them.
func bothCases(endings ...string) []string {
	for _, e := range endings {
		endings = append(endings, strings.ToUpper(e))
	}
	return endings
}

// chooseFile lets the reader choose a file to bring in.
func (w *Window) chooseFile(side data.Side) {
	w.chooseOne(pageEndings, func(path string) { w.bringIn(pagesOf([]string{path}), side) })
}

// chooseFolder lets her choose a folder whose files are brought in.
func (w *Window) chooseFolder(side data.Side) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.showProblem(err)
		case folder != nil:
			w.app.Preferences().SetString(prefFolder, folder.Path())
			w.bringIn(pagesOf([]string{folder.Path()}), side)
		}
	}, w.window)
	d.SetView(dialog.ListView)
	w.startAtFolder(d)
	w.showFileDialog(d)
}

// startAtFolder shows the folder the last file was chosen in.
func (w *Window) startAtFolder(d *dialog.FileDialog) {
	if folder := w.app.Preferences().String(prefFolder); folder != "" {
		if place, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil { // else it is gone: start at home
			d.SetLocation(place)
		}
	}
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
	w.startAtFolder(d)
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
	if w.session == nil || w.screen != nil && w.looks == nil {
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
