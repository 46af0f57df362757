// Package caret lets the caret of a text field blink at little cost.
package caret

import (
	"time"

	"fyne.io/fyne/v2"
)

// A Blink makes the caret of a text field pale once a second, in two paintings
// of the window, until the eye has found it; then the caret stands still. Fyne
// alone fades it in and out, a dozen paintings a second, which without a
// graphics card is a sixth of a processor for as long as the field has the keys.
//
// Fyne holds the caret still for a moment after every key, so Blink presses one
// that means nothing as long as the caret is to be seen.
type Blink struct {
	field     field
	owner     owner // what has the keys while field is written in
	began     time.Time
	animation *fyne.Animation
}

type (
	field interface{ TypedKey(*fyne.KeyEvent) }
	owner interface {
		fyne.CanvasObject
		fyne.Focusable
	}
)

const (
	period = time.Second
	shown  = .55 // of a period the caret is held; Fyne holds it .3 s longer and fades it .2 s after that
	sought = 8 * period
)

// Start blinks until Stop. The keys go to owner, the widget that embeds the
// entry field; while they go elsewhere, to a menu over it say, the caret stands
// still.
func (b *Blink) Start(owner owner, field field) {
	b.Stop()
	b.field, b.owner, b.began = field, owner, time.Now()
	b.animation = &fyne.Animation{Duration: period, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear, Tick: b.tick}
	b.animation.Start()
}

func (b *Blink) tick(part float32) {
	if part < shown || time.Since(b.began) > sought || !b.hasKeys() {
		b.field.TypedKey(&fyne.KeyEvent{})
	}
}

func (b *Blink) hasKeys() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(b.owner)
	return c != nil && c.Focused() == fyne.Focusable(b.owner)
}

// Stop ends the blinking.
func (b *Blink) Stop() {
	if b.animation != nil {
		b.animation.Stop()
		b.animation = nil
	}
}

// Renderer is a field's renderer that stops the blinking when it is destroyed:
// a field may leave the window without losing the keys.
func (b *Blink) Renderer(r fyne.WidgetRenderer) fyne.WidgetRenderer { return renderer{r, b} }

type renderer struct {
	fyne.WidgetRenderer
	blink *Blink
}

func (r renderer) Destroy() {
	r.blink.Stop()
	r.WidgetRenderer.Destroy()
}
