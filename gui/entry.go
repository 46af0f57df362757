package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/caret"
	"parallax/gui/keyed"
)

// An entry is a text field that lets go of keys that are not for writing:
// Escape leaves it, function keys stay commands of the window.
type entry struct {
	widget.Entry
	onEscape    func()
	onFocusLost func()
	onKey       func(*fyne.KeyEvent) bool // true: the key was a command
	blink       caret.Blink
}

func newEntry() *entry {
	e := &entry{}
	e.ExtendBaseWidget(e)
	return e
}

func newMultiLineEntry() *entry {
	e := &entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained lets the caret blink.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.blink.Start(e, &e.Entry)
}

// FocusLost tells that writing ended.
func (e *entry) FocusLost() {
	e.blink.Stop()
	e.Entry.FocusLost()
	if e.onFocusLost != nil {
		e.onFocusLost()
	}
}

// CreateRenderer draws the field as Fyne does.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	return e.blink.Renderer(e.Entry.CreateRenderer())
}

// AcceptsTab is false: Tab goes to the next field.
func (e *entry) AcceptsTab() bool { return false }

// TypedKey writes, unless the key is a command.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.escape(k)
		return
	}
	if e.onKey != nil && e.onKey(k) {
		return
	}
	e.Entry.TypedKey(k)
}

// escape leaves the field as whoever made it wants, or what it stands in.
func (e *entry) escape(k *fyne.KeyEvent) {
	if e.onEscape != nil {
		e.onEscape()
		return
	}
	keyed.Leave(e, k)
}

// isShortcut reports whether s is the key with exactly these modifiers.
func isShortcut(s fyne.Shortcut, key fyne.KeyName, modifier fyne.KeyModifier) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.KeyName == key && c.Modifier == modifier
}
