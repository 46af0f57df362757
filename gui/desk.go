package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Widths at which the room changes, in Fyne's units.
const (
	narrow   = 900  // below: the reports take turns, under tabs
	roomy    = 1100 // from here: shelf and notes both stand open
	minSide  = 160
	maxSide  = 420
	minSheet = 360
)

// A deskLayout puts the shelf at the left, the reports in the middle and the
// notes at the right. The side columns keep the widths the reader dragged them
// to; where the window is too narrow for both, the shelf goes first.
type deskLayout struct {
	shelfWidth, notesWidth float32
	showShelf, showNotes   bool           // what the reader asked for
	least                  func() float32 // the width both reports need side by side
	leastAlone             func() float32 // and each by itself
	onTurn                 func()         // the window got tight, narrow or wide, or the reports take turns or do not
	onHigh                 func()         // the room is higher or lower now
	high                   float32
	isTight                bool // below roomy
	isNarrow               bool
	takesTurns             bool

	shelf, reports, notes fyne.CanvasObject
	shelfGrip, notesGrip  *grip
}

// newDesk returns the room's columns and the layout that holds their widths.
func newDesk(shelf, reports, notes fyne.CanvasObject) (*fyne.Container, *deskLayout) {
	l := &deskLayout{shelfWidth: 176, notesWidth: 240, showShelf: true, showNotes: true, shelf: shelf, reports: reports, notes: notes,
		least: func() float32 { return minSheet }, leastAlone: func() float32 { return minSheet }}
	box := container.New(l)
	l.shelfGrip = newGrip(func(dx float32) { l.shelfWidth = clamp(l.shelfWidth+dx, minSide, maxSide); box.Refresh() })
	l.notesGrip = newGrip(func(dx float32) { l.notesWidth = clamp(l.notesWidth-dx, minSide, maxSide); box.Refresh() })
	box.Objects = []fyne.CanvasObject{shelf, reports, notes, l.shelfGrip, l.notesGrip}
	return box, l
}

func clamp(v, low, high float32) float32 { return fyne.Max(low, fyne.Min(high, v)) }

// columns returns the widths of shelf and notes in a room so wide, 0 where one
// has no place, and whether the reports take turns.
func (l *deskLayout) columns(width float32) (shelf, notes float32, turns bool) {
	if l.showNotes {
		notes = fyne.Min(l.notesWidth, width/3)
	}
	if l.showShelf && width >= max(roomy, l.shelfWidth+notes+l.least()) {
		shelf = l.shelfWidth
	}
	if l.showShelf && !l.showNotes {
		shelf = l.shelfWidth
	}
	for width-shelf-notes < minSheet && (shelf > 0 || notes > 0) {
		if shelf > 0 {
			shelf = 0
		} else {
			notes = 0
		}
	}
	if alone := l.leastAlone(); width-shelf-notes < alone { // words would be broken
		room := max(minSide, width-alone)
		if notes > 0 {
			shelf, notes = 0, min(notes, room)
		} else {
			shelf = min(shelf, room)
		}
	}
	return shelf, notes, width < narrow || width-shelf-notes < l.least()
}

func (l *deskLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	shelf, notes, turns := l.columns(size.Width)
	place := func(o fyne.CanvasObject, x, w float32) {
		if w <= 0 {
			o.Hide()
			return
		}
		o.Show()
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
	const grip = 5
	place(l.shelf, 0, shelf)
	place(l.reports, shelf, size.Width-shelf-notes)
	place(l.notes, size.Width-notes, notes)
	place(l.shelfGrip, shelf-grip/2, min(shelf, grip))
	place(l.notesGrip, size.Width-notes-grip/2, min(notes, grip))
	tight, narrow := size.Width < roomy, size.Width < narrow
	if tight != l.isTight || narrow != l.isNarrow || turns != l.takesTurns {
		l.isTight, l.isNarrow, l.takesTurns = tight, narrow, turns
		l.onTurn()
	}
	if size.Height != l.high {
		l.high = size.Height
		l.onHigh()
	}
}

func (l *deskLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(minSheet, 300) }

// A grip is the line between two columns, to drag.
type grip struct {
	widget.BaseWidget
	onDrag func(dx float32)
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

func newGrip(onDrag func(dx float32)) *grip {
	g := &grip{onDrag: onDrag}
	g.ExtendBaseWidget(g)
	return g
}

// Dragged moves the line.
func (g *grip) Dragged(e *fyne.DragEvent) { g.onDrag(e.Dragged.DX) }

// DragEnd does nothing more.
func (g *grip) DragEnd() {}

// Cursor shows that the line can be moved sideways.
func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer draws a thin line in the middle of the grip.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(0, 0, 2, 2), newFill(fyne.NewSize(1, 0), rule)))
}
