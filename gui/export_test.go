package gui

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/data/export"
	"parallax/gui/keyed"
	"parallax/gui/palette"
)

// tap presses the button with this text on top of the window.
func (b *bench) tap(text string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
		if button, ok := o.(*keyed.Button); ok && button.Text == text {
			test.Tap(button)
			b.settle()
			return
		}
	}
	b.t.Fatalf("there is no button %q", text)
}

// printed makes the PDF to print on a bench whose system opens files with open.
func printed(t *testing.T, open func(path string) error) (b *bench, path string) {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LocalAppData", t.TempDir())
	b = newBench(t, Options{})
	asked := make(chan string, 1)
	b.opener = func(path string) error {
		asked <- path
		return open(path)
	}
	b.print()
	b.settle()
	return b, <-asked
}

func TestPrintMakesAPDFAndOpensIt(t *testing.T) {
	_, path := printed(t, func(string) error { return nil })
	if pdf, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("%s: %v", path, err)
	}
}

// A reader without a program for PDFs is told where the file is, and it is where
// she keeps her own.
func TestAPrintThatNothingOpensIsKept(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	documents := filepath.Join(home, "Documents")
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	b, path := printed(t, func(string) error { return errors.New("no method available for opening") })
	(<-b.posts)()
	name := filepath.Base(path)
	if pdf, err := os.ReadFile(filepath.Join(documents, name)); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("it is not kept: %v", err)
	}
	top := b.window.Canvas().Overlays().Top()
	if top == nil || !shows(top, "No program opened “"+name+"”.") || !shows(top, documents) {
		t.Error("the reader is not told where it is")
	}
}

func TestTheSystemsCommandIsLookedAtAsItEnds(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a b.pdf")
	t.Setenv("PATH", dir)
	if err := runOpener("opens-files", path); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("no such command: %v", err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	for script, want := range map[string]string{
		"#!/bin/sh\nexit 0\n": "",
		"#!/bin/sh\necho no viewer for $# file \"$1\" >&2\nexit 3\n": "no viewer for 1 file " + path,
	} {
		if err := os.WriteFile(filepath.Join(dir, "opens-files"), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		err := runOpener("opens-files", path)
		if want == "" && err != nil || want != "" && (err == nil || !strings.HasSuffix(err.Error(), want)) {
			t.Errorf("%q: %v", script, err)
		}
	}
}

func TestExportAsksBeforeItReplacesAFile(t *testing.T) {
	b := newBench(t, Options{})
	dir := t.TempDir()
	p := b.app.Preferences()
	p.SetString(prefExportFolder, dir)
	p.SetString(prefExportFormat, string(export.HTML))
	path := filepath.Join(dir, "The new lunch menu.html")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.exportWork()
	b.settle()
	b.tap("Save")
	b.tap("No")
	if got, _ := os.ReadFile(path); string(got) != "mine" {
		t.Fatalf("it was replaced: %.40q", got)
	}
	b.tap("Save")
	b.tap("Yes")
	if got, _ := os.ReadFile(path); !strings.HasPrefix(string(got), "<!DOCTYPE html>") {
		t.Errorf("it was not replaced: %.40q", got)
	}
	b.tap("OK")
	if top := b.window.Canvas().Overlays().Top(); top != nil {
		t.Errorf("%T is still open", top)
	}
}

func TestExportShowsHowItBegins(t *testing.T) {
	b := newBench(t, Options{})
	d := &exportDialog{window: b.Window, order: b.lastOrder(), folder: t.TempDir()}
	d.build()
	for _, f := range export.Formats {
		d.order.Options.Format = f
		d.changed()
		b.settle()
		if pdf := f == export.PDF; pdf != (d.picture.Image != nil) || pdf != d.page.Visible() || pdf == d.scroll.Visible() || !pdf && len(d.text.Text) < 100 {
			t.Errorf("%s: picture %v, text %.40q", f, d.picture.Image != nil, d.text.Text)
		}
		if d.ending.Text != f.Ending() || d.name.Text != "The new lunch menu" {
			t.Errorf("%s: the file is called %s%s", f, d.name.Text, d.ending.Text)
		}
	}
}

// In every look the picture of a page, which is white, lies on something else.
func TestAPageShowsItsEdges(t *testing.T) {
	for name, c := range map[string]*palette.Colors{
		"light": &palette.Light, "dark": &palette.Dark, "cream": &palette.Cream, "plain": &palette.Plain, "plain dark": &palette.PlainDark,
	} {
		if r, g, b, _ := mat(c).RGBA(); (r+g+b)/3 > 0xf5f5 {
			t.Errorf("%s: a white page lies on %v", name, mat(c))
		}
	}
}

// Where the PDF cannot show a script, the dialog names it and says what can.
func TestExportTellsWhichScriptAPDFCannotShow(t *testing.T) {
	b := newBench(t, Options{})
	d := &exportDialog{window: b.Window, order: b.lastOrder(), folder: t.TempDir()}
	d.order.Options.Format = export.PDF
	d.build()
	d.changed()
	b.settle()
	if d.lacks.Visible() {
		t.Errorf("of the sample it says %q", d.lacks.Text)
	}
	b.session.Select(data.Left, data.Span{Start: 0, End: 6})
	b.session.AddNote()
	b.settle()
	b.say(b.session.Notes()[0].ID, "שלום, 桥")
	d.changed()
	b.settle()
	if !d.lacks.Visible() || !strings.Contains(d.lacks.Text, "Hebrew, Chinese") {
		t.Errorf("it says %q", d.lacks.Text)
	}
	d.order.Options.Format = export.HTML
	d.changed()
	b.settle()
	if d.lacks.Visible() {
		t.Error("of the web page it says so too")
	}
}

func TestNotesBroughtInAreTold(t *testing.T) {
	from := newBench(t, Options{})
	from.key(fyne.KeyF7)
	from.room.addNote()
	from.settle()
	path := filepath.Join(t.TempDir(), "notes.csv")
	order := from.lastOrder()
	order.Options.Format = export.CSV
	from.session.Export(order, path, func() {})
	from.settle()
	from.closeSession()
	b := newBench(t, Options{})
	b.bringInNotes(path)
	b.settle()
	said := ""
	for _, o := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
		if l, ok := o.(*widget.Label); ok {
			said += l.Text + "|"
		}
	}
	if !strings.Contains(said, "1 note is new.") || len(b.session.Notes()) != 1 {
		t.Errorf("%d notes, said %q", len(b.session.Notes()), said)
	}
}

func TestFileNamesSuitEverySystem(t *testing.T) {
	for given, want := range map[string]string{
		`a/b\c:d*e?f"g<h>i|j`:       "abcdefghij",
		"  The end...  ":            "The end",
		"\x00\n":                    programName,
		strings.Repeat("long ", 90): strings.TrimSpace(strings.Repeat("long ", 16)),
		"Львів — 2. März":           "Львів — 2. März",
	} {
		if got := fileName(given); got != want {
			t.Errorf("%q: got %q, want %q", given, got, want)
		}
	}
}

func TestFileURL(t *testing.T) {
	if got := fileURL("/tmp/a b/ü?#.pdf").String(); got != "file:///tmp/a%20b/%C3%BC%3F%23.pdf" {
		t.Errorf("got %s", got)
	}
	if got := fileURL("C:/Users/mia/a.pdf").String(); got != "file:///C:/Users/mia/a.pdf" {
		t.Errorf("got %s", got)
	}
}
