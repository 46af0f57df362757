package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A tick is a check box that leaves the keys it has no use for to the room, so
// that they work while it has the focus.
type tick struct {
	widget.Check
	onKey func(*fyne.KeyEvent) bool
}

func newTick(text string, checked bool, onKey func(*fyne.KeyEvent) bool, onChanged func(bool)) *tick {
	t := &tick{onKey: onKey}
	t.Text, t.Checked, t.OnChanged = text, checked, onChanged
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey turns the box, as Space does, or hands the key to the room.
func (t *tick) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		t.SetChecked(!t.Checked)
	default:
		if !t.onKey(k) {
			t.Check.TypedKey(k)
		}
	}
}
