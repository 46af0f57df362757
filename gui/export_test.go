package gui

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"parallax/data/export"
)

// anOpener is an app that notes what it is to open.
type anOpener struct {
	fyne.App
	opened []string
}

func (o *anOpener) OpenURL(u *url.URL) error {
	o.opened = append(o.opened, u.String())
	return nil
}

// tap presses the button with this text on top of the window.
func (b *bench) tap(text string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
		if button, ok := o.(*widget.Button); ok && button.Text == text {
			test.Tap(button)
			b.settle()
			return
		}
	}
	b.t.Fatalf("there is no button %q", text)
}

func TestPrintMakesAPDFAndOpensIt(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LocalAppData", t.TempDir())
	b := newBench(t, Options{})
	opener := &anOpener{App: b.app}
	b.app = opener
	b.print()
	b.settle()
	if len(opener.opened) != 1 || !strings.HasPrefix(opener.opened[0], "file:///") {
		t.Fatalf("opened %q", opener.opened)
	}
	u, err := url.Parse(opener.opened[0])
	if err != nil {
		t.Fatal(err)
	}
	if pdf, err := os.ReadFile(u.Path); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("%s: %v", u.Path, err)
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
		if pdf := f == export.PDF; pdf != (d.picture.Image != nil) || pdf == d.scroll.Visible() || !pdf && len(d.text.Text) < 100 {
			t.Errorf("%s: picture %v, text %.40q", f, d.picture.Image != nil, d.text.Text)
		}
		if d.ending.Text != f.Ending() || d.name.Text != "The new lunch menu" {
			t.Errorf("%s: the file is called %s%s", f, d.name.Text, d.ending.Text)
		}
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
