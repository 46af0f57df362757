package keyed

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewDialog returns a dialog with one button, which closes it.
func NewDialog(title, shut string, content fyne.CanvasObject, parent fyne.Window) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, content, parent)
	d.SetButtons([]fyne.CanvasObject{NewButton(shut, d.Hide)})
	return d
}

// NewQuestion returns a dialog with a button that does what is asked for, and one
// that leaves it.
func NewQuestion(title, yes, no string, content fyne.CanvasObject, parent fyne.Window, do func()) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, content, parent)
	leave := NewIconButton(no, theme.CancelIcon(), d.Hide)
	act := NewIconButton(yes, theme.ConfirmIcon(), func() {
		d.Hide()
		do()
	})
	act.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{leave, act})
	return d
}
