package editor

import (
	"time"

	"fyne.io/fyne/v2"
)

// A blink shows and hides the caret in turn, until nothing was done for a while:
// then it stays, and the window is not painted anew.
type blink struct {
	draw   func()
	anim   *fyne.Animation // nil: the caret stays
	active bool            // the field has the keyboard
	last   time.Time       // something was done
	hidden bool
}

const (
	halfBlink = 530 * time.Millisecond
	blinkFor  = 10 * time.Second
)

// start shows the caret, stop hides it.
func (b *blink) start() {
	b.active = true
	b.rest()
}

func (b *blink) stop() {
	b.active = false
	b.halt()
	b.show(false)
}

func (b *blink) halt() {
	if b.anim != nil {
		b.anim.Stop()
		b.anim = nil
	}
}

// rest keeps the caret in sight for the moment.
func (b *blink) rest() {
	if !b.active {
		return
	}
	b.last = time.Now()
	b.show(true)
	if b.anim != nil || !fyne.CurrentApp().Settings().ShowAnimations() {
		return
	}
	b.anim = fyne.NewAnimation(time.Second, func(float32) { b.tick(time.Since(b.last)) })
	b.anim.RepeatCount = fyne.AnimationRepeatForever
	b.anim.Start()
}

// tick shows what belongs to a time after the last thing done.
func (b *blink) tick(after time.Duration) {
	if after > blinkFor {
		b.halt()
		after = 0
	}
	b.show(int(after/halfBlink)%2 == 0)
}

func (b *blink) show(on bool) {
	if b.hidden == on {
		b.hidden = !on
		b.draw()
	}
}
