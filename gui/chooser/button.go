package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A button is pressed by Enter as well as by Space, and leaves the keys that
// hold all over the chooser to it.
type button struct {
	widget.Button
	onKey func(*fyne.KeyEvent) bool
}

func newButton(name string, icon fyne.Resource, tapped func(), onKey func(*fyne.KeyEvent) bool) *button {
	b := &button{onKey: onKey}
	b.Text, b.Icon, b.OnTapped = name, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// newFlatButton returns a button that looks like words until the pointer is on it.
func newFlatButton(name string, icon fyne.Resource, tapped func(), onKey func(*fyne.KeyEvent) bool) *button {
	b := newButton(name, icon, tapped, onKey)
	b.Importance = widget.LowImportance
	return b
}

// TypedKey presses the button.
func (b *button) TypedKey(k *fyne.KeyEvent) {
	switch {
	case pressing(k):
		b.Tapped(nil)
	case !b.onKey(k):
		b.Button.TypedKey(k)
	}
}

// A tick is a check box with the keys of a button.
type tick struct {
	widget.Check
	onKey func(*fyne.KeyEvent) bool
}

func newTick(name string, changed func(bool), onKey func(*fyne.KeyEvent) bool) *tick {
	t := &tick{onKey: onKey}
	t.Text, t.OnChanged = name, changed
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey sets the box or clears it.
func (t *tick) TypedKey(k *fyne.KeyEvent) {
	switch {
	case pressing(k):
		t.SetChecked(!t.Checked)
	case !t.onKey(k):
		t.Check.TypedKey(k)
	}
}

func pressing(k *fyne.KeyEvent) bool {
	return k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter
}
