package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"parallax/data"
	"parallax/gui/keyed"
)

// looseHead stands over the notes whose words are no longer in the texts: the
// tray they wait in.
func looseHead(n int) fyne.CanvasObject {
	head := heading(lang.L("Loose notes") + " · " + count(n, "{{.N}} notes"))
	return container.NewVBox(newFill(fyne.NewSize(0, 1), rule), head,
		words(lang.L("Their words are set aside. They come back when the words do. Or tie them to other words."), fyne.TextStyle{}))
}

// looseOf is how many of notes are loose; they are the last ones.
func looseOf(notes []data.Note) int {
	n := 0
	for i := len(notes) - 1; i >= 0 && notes[i].Loose(); i-- {
		n++
	}
	return n
}

// tieAgain is the button that ties what is loose of a note to other words; nil
// where nothing is loose.
func (p *notesPanel) tieAgain(n *data.Note) fyne.CanvasObject {
	if !n.AnyLoose() {
		return nil
	}
	id := n.ID
	b := keyed.NewIconButton(lang.L("Tie again"), theme.MailAttachmentIcon(), func() { p.OnTieAgain(id) })
	return container.NewHBox(b)
}

// tieNoteAgain ties a loose note to the selected words. With none selected it
// shows the same words where they stand elsewhere, or says what to do.
func (r *room) tieNoteAgain(id data.ID) {
	if r.session.TieAgain(id) {
		r.clearSelection()
		r.showBanner()
		r.openNote(id)
		return
	}
	if side, span, ok := r.session.Namesake(id); ok {
		r.turnTo(side)
		r.panes[side].SetSelection(span)
		r.panes[side].Reveal(span)
		r.session.Select(side, span)
		r.advise(lang.L("The same words stand here. Press “Tie again” once more to tie the note to them, or select others first."))
		return
	}
	r.advise(lang.L("Select the words the note is about. Then press “Tie again”."))
}
