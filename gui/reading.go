package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

// addNote makes a note on what is selected.
func (r *room) addNote() {
	if !r.session.AddNote() {
		r.advise(lang.L("Select some words in a report first, or go to a difference with F7."))
		return
	}
	r.clearSelection()
	r.showBanner()
	r.columns.showNotes = true
	r.desk.Refresh()
	r.notes.Focus(r.canvas)
}

// openNote opens a note for writing, shows its words, and puts the caret into
// its text; an empty id ends the writing.
func (r *room) openNote(id data.ID) {
	r.session.OpenNote(id)
	n := r.session.Note(id)
	if n == nil {
		r.canvas.Focus(r.panes[r.front])
		return
	}
	for _, side := range []data.Side{data.Left, data.Right} {
		if rep := r.session.Side(side); rep != nil {
			if a, ok := n.Anchor(rep.ID); ok && !a.Loose {
				r.panes[side].Reveal(a.Span)
			}
		}
	}
	r.notes.Focus(r.canvas)
}

// showFound brings the first place of a hit's words into view.
func (r *room) showFound(h data.Hit) {
	r.toTexts()
	r.showReports()
	r.showMarks()
	for _, side := range []data.Side{data.Left, data.Right} {
		rep := r.session.Side(side)
		if rep == nil || rep.ID != h.ReportID {
			continue
		}
		if spans := found(rep.Text, r.query); len(spans) > 0 {
			r.panes[side].Reveal(spans[0])
			r.turnTo(side)
		}
	}
}

// find opens the finder for the selected words, or those it found last.
func (r *room) find() { r.finder.Open(r.panes[r.front].SelectedText()) }

// next goes to the next difference.
func (r *room) next() { r.marked(r.session.Next)() }

// previous goes to the difference before.
func (r *room) previous() { r.marked(r.session.Previous)() }

// bringLevel brings both ends of the current pair to one height, from the side
// used last.
func (r *room) bringLevel() {
	pair := r.session.Pair()
	if pair < 0 {
		r.advise(lang.L("Go to two tied passages first, with F7 or a click."))
		return
	}
	r.spread.SelectTieFrom(r.front, pair)
}

// link lets both reports scroll together, from where they stand, or apart.
func (r *room) link(on bool) {
	r.spread.SetLinked(on)
	r.linked.Set(on)
	r.linked.SetText(linkName(on))
	r.top.Refresh()
}

// linkName says what the reports do, or, where each scrolls alone, what would
// link them again.
func linkName(on bool) string {
	if on {
		return lang.L("Scroll together")
	}
	return lang.L("Scroll together from here")
}

// setNarrow lets the reports take turns, or puts them side by side again.
func (r *room) setNarrow() {
	if r.columns.isTight {
		r.foot.counts.Hide() // the legend needs the room
	} else {
		r.foot.counts.Show()
	}
	r.setTools()
	r.finder.tell()
	r.turnTo(r.front)
}

// takesTurns reports whether there is room for one report at a time only.
func (r *room) takesTurns() bool { return r.columns.takesTurns && !r.spread.Ranked() }

// turnTo brings a side to the front of a narrow window.
func (r *room) turnTo(side data.Side) {
	r.front = side
	r.spread.ShowOnly(side, r.takesTurns())
	for s, tab := range r.tabs {
		tab.Importance = widget.MediumImportance
		if data.Side(s) == side {
			tab.Importance = widget.HighImportance
		}
		tab.Refresh()
	}
	r.turns.Hidden = !r.takesTurns()
	r.texts.Refresh()
	r.halves.Refresh()
	r.sheets.Refresh()
}

// command runs the commands of single keys; it reports whether the key was one.
func (r *room) command(k *fyne.KeyEvent) bool {
	shift := shiftHeld()
	if r.projector.on && !r.writing() && r.projector.key(k) {
		return true
	}
	switch {
	case k.Name == fyne.KeyF7 && shift:
		r.previous()
	case k.Name == fyne.KeyF7:
		r.next()
	case k.Name == fyne.KeyF8 && shift:
		r.stepPointer(-1)
	case k.Name == fyne.KeyF8:
		r.stepPointer(1)
	case k.Name == fyne.KeyDelete && r.pointing.current >= 0 && !r.writing():
		r.putAside()
	case k.Name == fyne.KeyF9:
		r.togglePlain()
	case k.Name == fyne.KeyF3 && !r.finder.content.Visible():
		r.find()
	case k.Name == fyne.KeyF3 && shift:
		r.finder.step(-1)
	case k.Name == fyne.KeyF3:
		r.finder.step(1)
	case k.Name == fyne.KeyDelete && r.session.OpenNoteID() != "" && !r.writing():
		r.session.RemoveNote(r.session.OpenNoteID())
	case k.Name == fyne.KeyEscape && !r.writing() && r.finder.content.Visible():
		r.finder.Close()
	case k.Name == fyne.KeyEscape && !r.writing():
		r.leavePointer()
		r.clearSelection()
		r.session.OpenNote("")
		r.session.SelectPair(-1)
	default:
		return r.OnKey(k)
	}
	return true
}

// shiftHeld reports whether a Shift key is down.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// searchLibrary gives the keys to the search over all reports and notes, and
// makes room for it where there is none.
func (r *room) searchLibrary() {
	r.columns.showShelf = true
	if shelf, _, _ := r.columns.columns(r.desk.Size().Width); shelf == 0 {
		r.columns.showNotes = false
	}
	r.desk.Refresh()
	r.canvas.Focus(r.shelf.query)
}

// writing reports whether a text field has the keys.
func (r *room) writing() bool { return r.field() != nil }

// field is the text field that has the keys, or nil.
func (r *room) field() fyne.Shortcutable {
	f, _ := r.canvas.Focused().(interface {
		fyne.Shortcutable
		SetText(string)
	})
	return f
}

// focus gives the keys to a report.
func (r *room) focus(side data.Side) {
	r.turnTo(side)
	r.canvas.Focus(r.panes[side])
}

func (r *room) toggleShelf() {
	r.columns.showShelf = !r.columns.showShelf
	r.desk.Refresh()
}

func (r *room) toggleNotes() {
	r.columns.showNotes = !r.columns.showNotes
	r.desk.Refresh()
}

// sideAt is the side whose pane lies at a place of the window.
func (r *room) sideAt(at fyne.Position) data.Side {
	p := r.panes[data.Right]
	left := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	if p.Visible() && at.X >= left.X {
		return data.Right
	}
	return data.Left
}

// clearSelection leaves no words selected in either report.
func (r *room) clearSelection() {
	for side, p := range r.panes {
		end := p.Selection().End
		p.SetSelection(data.Span{Start: end, End: end})
		r.session.Select(data.Side(side), data.Span{})
	}
}
