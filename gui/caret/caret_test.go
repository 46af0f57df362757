package caret

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// A presses counts the keys that hold a caret.
type presses int

func (p *presses) TypedKey(k *fyne.KeyEvent) {
	if k.Name == "" {
		*p++
	}
}

func TestCaretIsHeldOrNot(t *testing.T) {
	entry, other := widget.NewEntry(), widget.NewEntry()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, container.NewVBox(entry, other))
	for _, c := range []struct {
		name     string
		part     float32
		keys     *widget.Entry
		after    time.Duration
		overMenu bool
		held     bool
	}{
		{name: "at first it is seen", part: .1, keys: entry, held: true},
		{name: "then it is let go", part: .8, keys: entry},
		{name: "not without the keys", part: .8, keys: other, held: true},
		{name: "not under a menu", part: .8, keys: entry, overMenu: true, held: true},
		{name: "nor when it was found", part: .8, keys: entry, after: sought + time.Second, held: true},
	} {
		var held presses
		var b Blink
		b.Start(entry, &held)
		w.Canvas().Focus(c.keys)
		menu := widget.NewPopUpMenu(fyne.NewMenu("", fyne.NewMenuItem("Cut", nil)), w.Canvas())
		if c.overMenu {
			menu.Show()
		}
		b.began = b.began.Add(-c.after)
		held = 0
		b.tick(c.part)
		if (held > 0) != c.held {
			t.Errorf("%s: pressed %d times", c.name, held)
		}
		menu.Hide()
		b.Stop()
	}
}

// The key that holds the caret leaves the text, the caret's place and what is
// selected as they are.
func TestHoldingChangesNothing(t *testing.T) {
	test.NewTempApp(t)
	entry := widget.NewMultiLineEntry()
	test.NewTempWindow(t, entry).Canvas().Focus(entry)
	entry.SetText("Two words\nand a line")
	entry.CursorRow, entry.CursorColumn = 1, 3
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	told := 0
	entry.OnChanged = func(string) { told++ }
	entry.OnCursorChanged = func() { told++ }
	var b Blink
	b.Start(entry, entry)
	for range 100 {
		b.tick(.1)
	}
	if entry.SelectedText() != entry.Text || entry.Text != "Two words\nand a line" || told > 0 {
		t.Errorf("%q, selected %q, told %d times", entry.Text, entry.SelectedText(), told)
	}
}

func TestBlinkStopsWithItsRenderer(t *testing.T) {
	test.NewTempApp(t)
	entry := widget.NewEntry()
	var b Blink
	b.Start(entry, new(presses))
	b.Renderer(test.TempWidgetRenderer(t, entry)).Destroy()
	if b.animation != nil {
		t.Error("the animation goes on")
	}
}
