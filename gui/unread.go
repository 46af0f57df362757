package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/keyed"
	"parallax/gui/session"
)

// tellUnread tells which files could not be brought in, and what to do with
// them instead; those for which that is the same stand together.
func (w *Window) tellUnread(files []session.Unread) {
	switch len(files) {
	case 0:
		return
	case 1:
		w.showProblem(session.InFile(files[0].Name, files[0].Err))
		return
	}
	type reason struct{ said, next string }
	var order []reason
	names := map[reason][]string{}
	for _, f := range files {
		name, said, next := toldApart(f)
		r := reason{said, next}
		if names[r] == nil {
			order = append(order, r)
		}
		names[r] = append(names[r], name)
	}
	list := container.NewVBox()
	for _, r := range order {
		for _, n := range names[r] {
			list.Add(words(n, fyne.TextStyle{Bold: true}))
		}
		list.Add(words(r.said+" "+r.next, fyne.TextStyle{}))
		list.Add(widget.NewSeparator())
	}
	d := dialog.NewCustomWithoutButtons(count(len(files), "{{.N}} files were not brought in"), container.NewVScroll(list), w.window)
	ok := keyed.NewButton(lang.L("OK"), d.Hide)
	d.SetButtons([]fyne.CanvasObject{ok})
	size := w.window.Canvas().Size()
	d.Resize(fyne.NewSize(clamp(size.Width-200, 320, 560), clamp(list.MinSize().Height+listAround, 220, size.Height-120)))
	d.Show()
	w.window.Canvas().Focus(ok)
}
