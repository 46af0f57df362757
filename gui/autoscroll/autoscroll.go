// Package autoscroll scrolls a text while the mouse that selects in it is held
// above or below it.
package autoscroll

import (
	"time"

	"fyne.io/fyne/v2"
)

// How many units a second a text goes for each unit the mouse is out, and at most.
const (
	pull    = 14
	fastest = 2400
)

// A Scroll is the scrolling under way, if any.
type Scroll struct {
	animation *fyne.Animation
	done      float32 // of the second under way
}

// Beyond is how far a mouse at y is above (below zero) or below a view as high
// as height; 0: it is inside.
func Beyond(y, height float32) float32 {
	switch {
	case y < 0:
		return y
	case y > height:
		return y - height
	}
	return 0
}

// Way is how far a text goes in some seconds: the further, the further out the
// mouse is.
func Way(beyond, seconds float32) float32 {
	return max(-fastest, min(beyond*pull, fastest)) * seconds
}

// Follow calls step at each painting with the seconds since the one before,
// until Stop. What goes on already goes on.
func (s *Scroll) Follow(step func(seconds float32)) {
	if s.animation != nil {
		return
	}
	s.done = 0
	s.animation = fyne.NewAnimation(time.Second, func(done float32) {
		if done < s.done {
			s.done -= 1
		}
		step(done - s.done)
		s.done = done
	})
	s.animation.Curve = fyne.AnimationLinear
	s.animation.RepeatCount = fyne.AnimationRepeatForever
	s.animation.Start()
}

// Running reports whether the text scrolls by itself.
func (s *Scroll) Running() bool { return s.animation != nil }

// Stop ends the scrolling.
func (s *Scroll) Stop() {
	if s.animation != nil {
		s.animation.Stop()
		s.animation = nil
	}
}
