package gui

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/data/export"
)

// openFile has the system open a file of ours in the program meant for it. Where
// none does, the reader is told where the file is.
func (w *Window) openFile(path string) {
	w.openOr(path, func(err error) { w.tellUnopened(path, err) })
}

// openPrint is openFile for a file made for the printer, which lies where nobody
// looks and is not kept: where nothing opens it, it is put with the reader's own.
func (w *Window) openPrint(path string) {
	w.openOr(path, func(err error) {
		kept := filepath.Join(w.exportFolder(), filepath.Base(path))
		if copyFile(path, kept) != nil {
			kept = path
		}
		w.tellUnopened(kept, err)
	})
}

// openOr has the system open a file; failed runs on the screen's goroutine if it
// does not. The system may take its time, or be done only when the file is closed.
func (w *Window) openOr(path string, failed func(error)) {
	go func() {
		if err := w.opener(path); err != nil {
			w.post(func() { failed(err) })
		}
	}()
}

func (w *Window) tellUnopened(path string, err error) {
	w.showProblem(&data.Problem{
		Said: lang.L("No program opened “{{.Name}}”.", map[string]any{"Name": filepath.Base(path)}),
		Next: lang.L("It is saved. Open it from its folder: {{.Folder}}", map[string]any{"Folder": filepath.Dir(path)}),
		Err:  err,
	})
}

// systemOpener returns what has the system open a file and waits until it is
// known whether it did. Fyne starts the system's command and does not look how it
// ends; on Windows, the system itself asks the reader which program to take.
func systemOpener(app fyne.App) func(path string) error {
	switch runtime.GOOS {
	case "windows":
		return func(path string) error { return app.OpenURL(fileURL(path)) }
	case "darwin":
		return func(path string) error { return runOpener("open", path) }
	}
	return func(path string) error { return runOpener("xdg-open", path) }
}

// runOpener runs a command that opens a file. An error holds what the command said.
func runOpener(command, path string) error {
	c := exec.Command(command, path)
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Run(); err != nil {
		return fmt.Errorf("open a file with %s: %w: %s", command, err, strings.TrimSpace(said.String()))
	}
	return nil
}

// fileURL is the address of a file on this computer.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/...
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}

func copyFile(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	return export.Save(to, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}
