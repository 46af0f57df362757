package gui

import "fyne.io/fyne/v2"

// A toggle is a chip that is turned on and off, by the keys too: Tab comes to it,
// Space or Enter turns it.
type toggle struct {
	chip
	onKey func(*fyne.KeyEvent) bool // a key that is none of the toggle's
}

var _ fyne.Focusable = (*toggle)(nil)

func newToggle(text string, on bool, onKey func(*fyne.KeyEvent) bool, onTapped func()) *toggle {
	t := &toggle{chip: chip{text: text, style: -1, on: on}, onKey: onKey}
	t.OnTapped = onTapped
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained shows a ring.
func (t *toggle) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost takes it away.
func (t *toggle) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune does nothing.
func (t *toggle) TypedRune(rune) {}

// TypedKey turns the toggle, or hands the key to the room.
func (t *toggle) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.OnTapped()
	default:
		t.onKey(k)
	}
}
