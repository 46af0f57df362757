// Package keyed has the buttons of the program and the dialogs that end with them:
// whichever has the keys, those it has no use for go to what it stands in, so that
// Escape closes that. Fyne's own buttons swallow them.
package keyed

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Button is Fyne's, pressed by Enter as well as by Space.
type Button struct{ widget.Button }

// NewButton returns a button with words on it.
func NewButton(text string, tapped func()) *Button { return NewIconButton(text, nil, tapped) }

// NewIconButton returns a button with a picture before its words, which may be none.
func NewIconButton(text string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses the button, or leaves the key.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace:
		b.Button.TypedKey(k)
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		Leave(b, k)
	}
}

// Leave gives a key that o has no use for to what o stands in.
func Leave(o fyne.CanvasObject, k *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}
