package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// A projector shows one row of passages at a time in large letters, for a room of
// people: nothing around it, the outlets' names shown or not. It is a view that
// the reader enters and leaves; the room is then as it was.
type projector struct {
	r    *room
	on   bool
	rows []session.Row
	at   int

	bar      fyne.CanvasObject
	place    *widget.Label
	names    *toggle
	was      reader.Type // before it was entered
	set      float32     // the text size it gave; the reader may choose another
	stood    reader.Stand
	entered  int // the row it was entered at
	wasShelf bool
	wasNotes bool
}

const (
	leastProjected = 30   // text size for a room of people
	projectedTimes = 1.75 // how much larger than the reader's own
	projectedPart  = 22   // of the height of what is shown
)

func (v *projector) Name() string { return lang.L("For the projector") }

func (v *projector) Content() fyne.CanvasObject {
	if v.bar == nil {
		button := func(icon fyne.Resource, do func()) *keyed.Button {
			b := keyed.NewIconButton("", icon, do)
			b.Importance = widget.LowImportance
			return b
		}
		v.place = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
		v.names = newToggle(lang.L("Outlet names"), true, v.r.command, v.r.toggleNames)
		leave := keyed.NewButton(lang.L("Leave")+"  (Esc)", func() { v.r.project(false) })
		v.bar = container.NewBorder(nil, nil, container.NewHBox(button(theme.NavigateBackIcon(), func() { v.step(-1) }), v.place,
			button(theme.NavigateNextIcon(), func() { v.step(1) })), container.NewHBox(container.NewCenter(v.names), leave))
	}
	return v.r.texts
}

func (v *projector) Update(c session.Change) {
	s := v.r.session
	if c&session.ComparisonChanged != 0 {
		v.rows = s.Rows(data.Left)
		v.at = max(0, min(v.at, len(v.rows)-1))
	}
	if c&(session.ComparisonChanged|session.SelectionChanged) == 0 {
		return
	}
	if i := v.rowHere(); i >= 0 {
		v.at = i
	}
	v.show()
}

// rowHere is the row of the current pair or passage; -1: there is none.
func (v *projector) rowHere() int {
	s := v.r.session
	if pair := s.Pair(); pair >= 0 {
		if i := slices.IndexFunc(v.rows, func(r session.Row) bool { return slices.Contains(r.Pairs, pair) }); i >= 0 {
			return i
		}
	}
	stop, at := s.Stop()
	if at < 0 {
		return -1
	}
	return slices.IndexFunc(v.rows, func(r session.Row) bool { return meet(r.Left, stop.Left) || meet(r.Right, stop.Right) })
}

func meet(spans []data.Span, span data.Span) bool {
	return slices.ContainsFunc(spans, func(s data.Span) bool { return s.Overlap(span) > 0 })
}

// show puts the row it stands on on the screen.
func (v *projector) show() {
	v.names.Set(!v.r.namesHidden)
	v.r.setBar(v.bar)
	if len(v.rows) == 0 {
		v.place.SetText("")
		v.r.spread.SetRanks(nil)
		return
	}
	v.place.SetText(lang.L("Passage {{.N}} of {{.Of}}", map[string]any{"N": v.at + 1, "Of": len(v.rows)}))
	row := v.rows[v.at]
	v.r.spread.OnMoved = v.r.nameCells
	v.r.spread.SetRanks([]reader.Rank{{Left: row.Left, Right: row.Right}})
	v.r.nameCells()
}

// step turns the page of a long passage, or goes to the next row (1) or the one
// before (-1).
func (v *projector) step(by int) {
	if v.r.spread.TurnPage(by) || v.at+by < 0 || v.at+by >= len(v.rows) {
		return
	}
	v.at += by
	v.r.session.SelectPair(-1) // else it would lead back to the pair's row
	v.show()
	v.r.spread.TurnPage(-1000)
}

// key runs the keys of the projector; it reports whether the key was one.
func (v *projector) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeySpace:
		v.step(1)
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp:
		v.step(-1)
	case fyne.KeyEscape:
		v.r.project(false)
	default:
		return false
	}
	return true
}

// project enters the projector, at the passage the reader is at, or leaves it.
func (r *room) project(on bool) {
	v := r.projector
	if v.on == on || on && !r.session.Compared() {
		return
	}
	c := r.columns
	if v.on = on; on {
		v.was, v.wasShelf, v.wasNotes = r.textType(), c.showShelf, c.showNotes
		v.rows = r.session.Rows(data.Left)
		v.at = r.rowInView(v.rows)
		v.stood, v.entered = r.spread.Stand(), v.at
		c.showShelf, c.showNotes = false, false
		v.fit()
	} else {
		r.setType(v.was)
		c.showShelf, c.showNotes = v.wasShelf, v.wasNotes
	}
	for _, o := range []fyne.CanvasObject{r.head, r.strips, r.foot.content} {
		if on {
			o.Hide()
		} else {
			o.Show()
		}
	}
	r.desk.Refresh()
	r.content.Refresh()
	r.show(r.view)
	if !on {
		v.standBehind()
	}
	if on { // its keys go to no report, and none is to look chosen
		r.canvas.Unfocus()
	} else {
		r.canvas.Focus(r.panes[r.front])
	}
	r.OnProject(on)
}

// fit gives the letters their size, as large as the screen allows to read from the
// back of a room.
func (v *projector) fit() {
	t := v.r.textType()
	v.set = max(leastProjected, v.was.Size*projectedTimes, v.r.columns.high/projectedPart)
	t.Size = v.set
	v.r.setType(t)
}

// resized fits the letters to another height, which comes with the full screen,
// unless the reader chose their size.
func (v *projector) resized() {
	if v.on && v.r.textType().Size == v.set {
		v.fit()
	}
}

// standBehind brings the texts to where they stood before the projector was
// entered, or, where it went on, to its last row.
func (v *projector) standBehind() {
	s := v.r.spread
	if v.at == v.entered || v.at >= len(v.rows) {
		s.StandAt(v.stood)
		return
	}
	row := v.rows[v.at]
	switch {
	case len(row.Left) == 0:
		v.r.panes[data.Right].Reveal(row.Right[0])
	case len(row.Right) == 0:
		v.r.panes[data.Left].Reveal(row.Left[0])
	default:
		s.Level(v.r.front, row.Left[0], row.Right[0])
	}
}

// rowInView is the first row of which something is in view.
func (r *room) rowInView(rows []session.Row) int {
	top := r.panes[r.front].TopOffset()
	i := slices.IndexFunc(rows, func(row session.Row) bool {
		spans := row.At(r.front)
		return len(spans) > 0 && spans[len(spans)-1].End > top
	})
	return max(0, i)
}

// toggleNames shows the outlets' names over the reports, or only their letters.
func (r *room) toggleNames() {
	r.namesHidden = !r.namesHidden
	if r.projector.bar != nil {
		r.projector.names.Set(!r.namesHidden)
	}
	for side, h := range r.headers {
		h.ShowNames(!r.namesHidden)
		r.nameTab(data.Side(side))
	}
	r.current().Update(session.WordsChanged) // the tables name outlets too
}
