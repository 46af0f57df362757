package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/gui/keyed"
)

// showWordings lists what a note said before; each can be brought back.
func (w *Window) showWordings(note data.ID) {
	w.session.Wordings(note, func(list []data.Wording) {
		var d dialog.Dialog
		rows := container.NewVBox()
		for _, past := range list {
			text := noteText(past.Body)
			if past.Body == "" {
				text = noteText(lang.L("(nothing written)"))
			}
			back := keyed.NewButton(lang.L("Bring back"), func() {
				d.Hide()
				w.session.SetWording(note, past.Body)
			})
			rows.Add(newCard(container.NewBorder(small(dayAndTime(past.Written)), nil, nil, container.NewCenter(back), text), nil))
		}
		if len(list) == 0 {
			rows.Add(words(lang.L("This note has no earlier wording."), fyne.TextStyle{}))
		}
		d = w.showList(lang.L("Earlier wordings"), "", rows)
	})
}

// showDeleted lists the deleted notes; each can be brought back.
func (w *Window) showDeleted() {
	w.session.RemovedNotes(func(list []data.RemovedNote) {
		rows := container.NewVBox()
		for i := range list {
			n := &list[i]
			box := container.NewVBox(small(n.EventTitle + " · " + lang.L("deleted on {{.Time}}", map[string]any{"Time": dayAndTime(n.Removed)})))
			for _, o := range readings(&n.Note) {
				box.Add(o)
			}
			if n.Body != "" {
				box.Add(noteText(n.Body))
			}
			back := keyed.NewButton(lang.L("Bring back"), nil)
			back.OnTapped = func() {
				back.Disable()
				back.SetText(lang.L("It is back"))
				w.session.BringBack(n.Note)
			}
			rows.Add(newCard(container.NewBorder(nil, nil, nil, container.NewCenter(back), box), nil))
		}
		if len(list) == 0 {
			rows.Add(words(lang.L("No deleted notes."), fyne.TextStyle{}))
		}
		w.showList(lang.L("Deleted notes"), lang.L("Deleted notes stay here for 30 days."), rows)
	})
}

// A listDialog has rows that scroll.
type listDialog struct {
	dialog.Dialog
	rows   fyne.CanvasObject
	canvas fyne.Canvas
}

// showList shows rows in a dialog that scrolls, under a line that may be empty.
func (w *Window) showList(title, about string, rows fyne.CanvasObject) *listDialog {
	content := container.NewBorder(nil, nil, nil, nil, container.NewVScroll(rows))
	if about != "" {
		content = container.NewBorder(words(about, fyne.TextStyle{}), nil, nil, nil, container.NewVScroll(rows))
	}
	d := &listDialog{keyed.NewDialog(title, lang.L("Close"), content, w.window), rows, w.window.Canvas()}
	rows.Resize(fyne.NewSize(d.width()-2*listAir, 0)) // its words break as they will
	d.fit()
	d.Show()
	return d
}

// fit makes the dialog as high as its rows, where the window has the room.
func (d *listDialog) fit() {
	most := clamp(d.canvas.Size().Height-80, 260, 520)
	d.Resize(fyne.NewSize(d.width(), clamp(d.rows.MinSize().Height+listAround, 200, most)))
}

func (d *listDialog) width() float32 { return clamp(d.canvas.Size().Width-80, 300, 560) }

// listAir is about what lies beside the rows of a list's dialog, and listAround above
// and below them: its title, a line, its button.
const (
	listAir    = 20
	listAround = 140
)
