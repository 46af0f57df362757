package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/keyed"
)

// A choice is Fyne's select, which leaves the keys it has no use for to what it
// stands in: Escape leaves that.
type choice struct{ widget.Select }

func newChoice(names []string, chosen int) *choice {
	c := &choice{}
	c.Options = names
	c.ExtendBaseWidget(c)
	c.SetSelectedIndex(chosen)
	return c
}

// TypedKey opens the list of what can be chosen, or chooses a neighbour.
func (c *choice) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		c.Select.TypedKey(k)
	default:
		keyed.Leave(c, k)
	}
}
