package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/keyed"
)

// A slider is Fyne's, which leaves the keys it has no use for to what it stands in.
type slider struct{ widget.Slider }

func newSlider(low, high, step, now float64) *slider {
	s := &slider{Slider: widget.Slider{Min: low, Max: high, Step: step, Value: now}}
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey moves the slider.
func (s *slider) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		keyed.Leave(s, k)
		return
	}
	s.Slider.TypedKey(k)
}
