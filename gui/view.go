package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// A view is one way to look at the two reports. The room shows one at a time,
// between shelf and notes; see room.views. A view reads the session and sends
// what the reader does there to it, as the room itself does.
type view interface {
	// Name is the view's name in the switch and in the menu.
	Name() string
	// Content fills the middle of the room. It is asked for each time the view
	// comes on screen; what is costly is made the first time.
	Content() fyne.CanvasObject
	// Update shows what changed in the session, while the view is on screen;
	// everything has when it comes on.
	Update(c session.Change)
}

// The views the room itself goes to.
const sideBySideView = 0

// newViews lists the views in the order of the switch and of their keys.
func (r *room) newViews() []view {
	r.rows, r.ledger, r.words = newMatchedRows(r), newLedger(r), newWordsView(r)
	return []view{&sideBySide{r}, r.rows, r.ledger, r.words}
}

// show puts a view on screen.
func (r *room) show(index int) {
	if index < 0 || index >= len(r.views) {
		return
	}
	r.view = index
	r.choice.Select(index)
	v := r.current()
	content := v.Content()
	if len(r.stage.Objects) != 1 || r.stage.Objects[0] != content {
		r.stage.Objects = []fyne.CanvasObject{content}
	}
	r.setBar(nil)
	r.overText()
	r.spread.OnMoved = nil
	v.Update(^session.Change(0))
	r.showLegend()
	r.setTools()
	r.turnTo(r.front)
	r.stage.Refresh()
	if r.OnView != nil {
		r.OnView()
	}
}

// showLegend shows the legend under two texts: nothing is marked in one alone. It
// does not wait for their comparison, so that the texts keep their height.
func (r *room) showLegend() {
	r.foot.ShowLegend(r.session.HasTwo() && r.current().Content() == r.texts)
}

// current is the view on screen.
func (r *room) current() view {
	if r.projector.on {
		return r.projector
	}
	return r.views[r.view]
}

// toTexts shows both reports' texts, where the view on screen does not.
func (r *room) toTexts() {
	if r.current().Content() != r.texts {
		r.show(sideBySideView)
	}
}

// setBar puts a view's own switches over the texts; nil: none.
func (r *room) setBar(o fyne.CanvasObject) {
	if r.barOf == o {
		return
	}
	r.barOf = o
	r.bar.RemoveAll()
	if o != nil {
		r.bar.Add(container.NewVBox(onDesk(o, 4), newFill(fyne.NewSize(0, 1), rule)))
	}
	r.texts.Refresh()
}

// setTools shows the tools in the line over the room that the view has a use
// for: with their names, where there is room for them.
func (r *room) setTools() {
	narrow := r.columns.isNarrow
	r.linked.Hidden = narrow || r.spread.Ranked() || r.current().Content() != r.texts
	find, note := lang.L("Find"), lang.L("Add note")
	if narrow {
		find, note = "", ""
	}
	r.findTool.SetText(find)
	r.noteTool.SetText(note)
	r.top.Refresh()
}

// overText lays a view's own objects over the two texts, cut at their edge.
func (r *room) overText(objects ...fyne.CanvasObject) {
	if !slices.Equal(r.over.Objects, objects) {
		r.over.Objects = objects
		r.over.Refresh()
	}
}

// sideBySide shows each report in its own order.
type sideBySide struct{ r *room }

func (v *sideBySide) Name() string { return lang.L("Side by side") }

func (v *sideBySide) Content() fyne.CanvasObject { return v.r.texts }

func (v *sideBySide) Update(c session.Change) {
	if c&session.ComparisonChanged != 0 {
		v.r.spread.SetRanks(nil)
	}
}

// matchedRows shows what belongs together in one row, under one scroll.
type matchedRows struct {
	r           *room
	by          data.Side // whose order the rows follow
	differences bool      // rows in the same words are left out
	bar         fyne.CanvasObject
	order       *segments
	only        *toggle
}

func newMatchedRows(r *room) *matchedRows { return &matchedRows{r: r} }

func (v *matchedRows) Name() string { return lang.L("Matched rows") }

func (v *matchedRows) Content() fyne.CanvasObject {
	if v.bar == nil {
		v.order = newSegments([]string{lang.L("Order of A"), lang.L("Order of B")}, func(i int) {
			v.by = data.Side(i)
			v.Update(session.ComparisonChanged)
		})
		v.only = newToggle(lang.L("Only what differs"), v.differences, v.r.command, func() {
			v.differences = !v.differences
			v.Update(session.ComparisonChanged)
		})
		v.bar = container.NewHBox(v.order, container.NewCenter(v.only))
	}
	return v.r.texts
}

func (v *matchedRows) Update(c session.Change) {
	if c&session.ComparisonChanged == 0 {
		return
	}
	v.order.Select(int(v.by))
	v.only.Set(v.differences)
	v.r.setBar(v.bar)
	if !v.r.session.Compared() {
		v.r.spread.SetRanks(nil)
		return
	}
	var ranks []reader.Rank
	for _, row := range v.r.session.Rows(v.by) {
		if !v.differences || !v.r.session.Alike(row) {
			ranks = append(ranks, reader.Rank{Left: row.Left, Right: row.Right})
		}
	}
	v.r.spread.OnMoved = v.r.nameCells
	v.r.spread.SetRanks(ranks)
	v.r.nameCells()
}
