package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/keyed"
)

// A banner is a calm line over the reports: something the reader may want to
// know, and what she can do about it.
type banner struct {
	content *fyne.Container
	text    *widget.Label
	actions *fyne.Container
	shown   string
	onTurn  func() // it came or went: what stands around it makes room
	closed  string // the text the reader closed; it does not come back by itself
}

// An action is a button with what it does.
type action struct {
	name string
	do   func()
}

func newBanner() *banner {
	b := &banner{text: words("", fyne.TextStyle{}), actions: container.NewHBox()}
	shut := keyed.NewIconButton("", theme.CancelIcon(), func() {
		b.closed = b.shown
		b.turn(false)
	})
	shut.Importance = widget.LowImportance
	b.content = container.NewStack(newFill(fyne.Size{}, desk), container.NewBorder(nil, newFill(fyne.NewSize(0, 1), rule), nil, nil,
		padded(container.NewBorder(nil, nil, container.NewCenter(widget.NewIcon(theme.InfoIcon())), container.NewHBox(b.actions, shut), b.text), 4)))
	b.content.Hide()
	return b
}

// Show puts text and actions on the banner; an empty text takes it away.
func (b *banner) Show(text string, actions ...action) {
	if text == "" || text == b.closed {
		if text == "" {
			b.closed = ""
		}
		b.turn(false)
		return
	}
	b.shown = text
	b.text.SetText(text)
	b.actions.RemoveAll()
	for _, a := range actions {
		b.actions.Add(keyed.NewButton(a.name, a.do))
		b.actions.Add(newFill(fyne.NewSize(4, 0), desk))
	}
	b.turn(true)
}

func (b *banner) turn(on bool) { turn(b.content, on, b.onTurn) }

// turn shows or hides a strip and tells when that made a change.
func turn(strip *fyne.Container, on bool, onTurn func()) {
	if strip.Visible() == on {
		return
	}
	strip.Hidden = !on
	if onTurn != nil {
		onTurn()
	}
}

// A workLine shows what a job does and how far it is, with a button to stop it.
type workLine struct {
	content *fyne.Container
	text    *widget.Label
	bar     *widget.ProgressBar
	onTurn  func() // it came or went
}

func newWorkLine(onCancel func()) *workLine {
	w := &workLine{text: widget.NewLabel(""), bar: widget.NewProgressBar()}
	stop := keyed.NewIconButton(lang.L("Stop"), theme.CancelIcon(), onCancel)
	w.content = container.NewStack(newFill(fyne.Size{}, desk), padded(container.NewBorder(nil, nil, w.text, stop, w.bar), 4))
	w.content.Hide()
	return w
}

// Show tells what is done and how far it is, 0 to 1; an empty text takes the line away.
func (w *workLine) Show(what string, done float64) {
	if what == "" {
		turn(w.content, false, w.onTurn)
		return
	}
	w.text.SetText(lang.L(what))
	w.bar.SetValue(done)
	turn(w.content, true, w.onTurn)
}
