package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/data/intake"
	"parallax/gui/chooser"
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

// chooseReports lets the reader choose files, and folders with all that is in
// them, to bring in.
func (w *Window) chooseReports(side data.Side) {
	w.choose(chooser.Options{
		Title: lang.L("Bring in reports"), Want: chooser.Several, Kind: reportKind, Act: bringInSo,
		OnChosen: func(paths []string, folder string) {
			w.rememberFolder(folder)
			w.bringIn(pagesOf(paths), side)
		},
	})
}

// chooseFolder lets her choose a folder whose files are brought in.
func (w *Window) chooseFolder(side data.Side) {
	w.choose(chooser.Options{
		Title: lang.L("Bring in a folder"), Want: chooser.OneFolder,
		Act: func(int, int) string { return lang.L("Bring in this folder") },
		OnChosen: func(paths []string, folder string) {
			w.rememberFolder(folder)
			w.bringIn(pagesOf(paths), side)
		},
	})
}

// reportKind is what a file is called that may hold a report; empty for others.
func reportKind(name string) string {
	switch intake.FormatOf(name) {
	case intake.Text:
		return lang.L("Text")
	case intake.WebPage:
		return lang.L("Web page")
	case intake.Document:
		return lang.L("Document")
	case intake.PDF:
		return lang.L("PDF")
	case intake.Mail:
		return lang.L("E-mail")
	case intake.Book:
		return lang.L("E-book")
	case intake.Zip:
		return lang.L("Zip file")
	}
	return ""
}

// bringInSo is the name of the button that brings in so many files and folders.
func bringInSo(files, folders int) string {
	switch {
	case files > 0 && folders > 0:
		return count(files+folders, "Bring in {{.N}} files and folders")
	case folders > 0:
		return count(folders, "Bring in {{.N}} folders")
	case files > 0:
		return count(files, "Bring in {{.N}} files")
	}
	return lang.L("Bring in")
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
	if w.chooser != nil { // they are chosen another way
		w.chooser.Hide()
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
