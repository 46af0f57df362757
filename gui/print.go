package gui

import (
	"os"
	"path/filepath"
	"time"

	"parallax/data/export"
	"parallax/gui/session"
)

// keptPrints is how long a file made for the printer is kept.
const keptPrints = 24 * time.Hour

// print makes a PDF of what is on screen, as the last one was, and opens it in
// the system's own viewer, from which it can be printed.
func (w *Window) print() {
	if w.session.Event().ID == "" {
		w.exportWork()
		return
	}
	o := w.lastOrder()
	o.Options.Format = export.PDF
	if o.Scope == session.Everything {
		o.Scope = session.ThisEvent
	}
	path, err := printPath(fileName(w.session.Event().Title), ".pdf")
	if err != nil {
		w.showProblem(err)
		return
	}
	w.session.Export(o, path, func() { w.openPrint(path) })
}

// printPath is a free name for a file in the folder of those made to be printed;
// old ones are taken away. One that a viewer holds open keeps its name.
func printPath(name, ending string) (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	dir := filepath.Join(base, "parallax", "print")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	old, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	for _, e := range old {
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > keptPrints {
			os.Remove(filepath.Join(dir, e.Name())) // one still open is left for the next time
		}
	}
	return filepath.Join(dir, name+time.Now().Format(" 15-04-05")+ending), nil
}
