package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A slider is Fyne's, which leaves the keys it has no use for to what it stands in.
type slider struct {
	widget.Slider
	onKey func(*fyne.KeyEvent)
}

func newSlider(low, high, step, now float64, onKey func(*fyne.KeyEvent)) *slider {
	s := &slider{Slider: widget.Slider{Min: low, Max: high, Step: step, Value: now}, onKey: onKey}
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey moves the slider.
func (s *slider) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.onKey(k)
		return
	}
	s.Slider.TypedKey(k)
}
