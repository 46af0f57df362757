package reader

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

// Where the two columns of texts in ranks are too narrow for an ordinary word,
// the two sides of a rank stand one above the other, each over the whole width.
// Both panes then lie on the same place: the left one paints both, and a stack
// over them hands what the pointer does to the one whose words are there.

// CellHead is the room kept free over each side's words in ranks that are
// stacked, in Fyne's units, for what the caller lays there: whose words they are.
const CellHead = 26

// cellAir is the room between the two sides of a stacked rank, and blankHigh the
// height of a side that has nothing, as shares of the text size.
const (
	cellAir   = 0.35
	blankHigh = 0.7
)

// Stacked reports whether the two sides of a rank stand one above the other.
func (s *Spread) Stacked() bool { return s.stacked }

// CellAt is where one side of rank i stands, which must be one of RanksInView: the
// top of its cell, which begins with CellHead where ranks are stacked, and of the
// room for Rank.Foot under its words, in Fyne's units from the top of the spread.
func (s *Spread) CellAt(side data.Side, i int) (top, foot float32) {
	p := s.Pane(side)
	r := &p.layout.ranks[i]
	on := func(y float64) float32 { return float32(y-p.top) + p.topPad() }
	return on(r.cell), on(r.foot)
}

// stacks reports whether a spread so wide has ranks whose columns are too narrow.
func (s *Spread) stacks(width float32) bool {
	if s.ranks == nil || s.only || width <= 0 {
		return false
	}
	for _, side := range []data.Side{data.Left, data.Right} {
		if _, w := s.beside(side, width); w < s.Pane(side).least() {
			return true
		}
	}
	return false
}

// pinRoom gives each stacked rank as much room below its words as its pins take up:
// below them they would be among those of the other side. It reports whether any has
// more room than before, or less.
func (p *Pane) pinRoom() bool {
	ranks := p.layout.ranks
	if len(ranks) == 0 {
		return false
	}
	room := make([]float64, len(ranks))
	for i := range p.badges {
		b := &p.badges[i]
		n := p.layout.lines[p.layout.lineOf(b.Offset)].rank
		_, half := b.extent()
		room[n] = max(room[n], b.y+float64(half)-(ranks[n].foot-ranks[n].pins))
	}
	changed := false
	for n := range ranks {
		changed = changed || math.Abs(ranks[n].pins-room[n]) > 0.01
		ranks[n].pins = room[n]
	}
	return changed
}

// stacked reports whether the pane stands on one place with the other.
func (p *Pane) stacked() bool { return p.host != nil || p.guest != nil }

// setStacked lays the panes on each other, or beside each other again.
func (s *Spread) setStacked(on bool) {
	s.stacked = on
	s.Left.guest, s.Right.host = nil, nil
	if on {
		s.Left.guest, s.Right.host = s.Right, s.Left
	}
	s.Right.raster.Hidden, s.stack.Hidden = on, !on
}

// stackRank gives the two sides of rank r their places from y on, the one that the
// rank is about first, and returns the y below.
func stackRank(left, right *layout, r *Rank, n int, y float64) float64 {
	size := float64(max(left.size, right.size))
	cells := [2]*layout{left, right}
	if r.Aside[data.Left] {
		cells[0], cells[1] = right, left
	}
	for i, l := range cells {
		k := &l.ranks[n]
		if i > 0 {
			y += size * cellAir
		}
		k.cell, k.below = y, i > 0
		y += CellHead
		l.moveRank(n, y)
		if k.from < k.to {
			y += k.words + k.pins
		} else {
			k.blank = y + size*blankHigh/2
			y += size * blankHigh
		}
		k.foot = y
		y += float64(r.Foot)
	}
	return y
}

// A stack lies over two panes on the same place and hands on what the pointer does.
type stack struct {
	widget.BaseWidget
	s       *Spread
	held    *Pane // the button went down on it
	over    *Pane // the pointer is on it
	pointer fyne.Position
}

var (
	_ fyne.Draggable         = (*stack)(nil)
	_ fyne.Scrollable        = (*stack)(nil)
	_ fyne.Tappable          = (*stack)(nil)
	_ fyne.SecondaryTappable = (*stack)(nil)
	_ desktop.Mouseable      = (*stack)(nil)
	_ desktop.Hoverable      = (*stack)(nil)
	_ desktop.Cursorable     = (*stack)(nil)
)

func newStack(s *Spread) *stack {
	k := &stack{s: s}
	k.Hidden = true
	k.ExtendBaseWidget(k)
	return k
}

// at is the pane whose words are at a point, or nearest above it.
func (k *stack) at(at fyne.Position) *Pane {
	l := k.s.Left
	if l.layout == nil {
		return l
	}
	y := l.top + float64(at.Y-l.topPad())
	n := l.layout.rankAt(y)
	if n < 0 || k.s.Right.layout == nil || n >= len(k.s.Right.layout.ranks) {
		return l
	}
	upper, lower := l, k.s.Right
	if l.layout.ranks[n].below {
		upper, lower = lower, upper
	}
	if y < lower.layout.ranks[n].cell {
		return upper
	}
	return lower
}

// Cursor is that of the pane under the pointer.
func (k *stack) Cursor() desktop.Cursor { return k.at(k.pointer).Cursor() }

// MouseIn tells the pane under the pointer.
func (k *stack) MouseIn(e *desktop.MouseEvent) { k.MouseMoved(e) }

// MouseMoved tells the pane under the pointer, and the one it left.
func (k *stack) MouseMoved(e *desktop.MouseEvent) {
	k.pointer = e.Position
	p := k.at(e.Position)
	if k.over != nil && k.over != p {
		k.over.MouseOut()
	}
	k.over = p
	p.MouseMoved(e)
}

// MouseOut tells the pane it was on.
func (k *stack) MouseOut() {
	if k.over != nil {
		k.over.MouseOut()
		k.over = nil
	}
}

// MouseDown presses on the pane under the pointer.
func (k *stack) MouseDown(e *desktop.MouseEvent) {
	k.held = k.at(e.Position)
	k.held.MouseDown(e)
}

// MouseUp releases the pane that was pressed on.
func (k *stack) MouseUp(e *desktop.MouseEvent) { k.pressed().MouseUp(e) }

// Dragged leads what was begun on the pane that was pressed on.
func (k *stack) Dragged(e *fyne.DragEvent) { k.pressed().Dragged(e) }

// DragEnd ends it.
func (k *stack) DragEnd() { k.pressed().DragEnd() }

// Tapped clicks on the pane that was pressed on.
func (k *stack) Tapped(e *fyne.PointEvent) { k.pressed().Tapped(e) }

// TappedSecondary asks the pane that was pressed on for its menu.
func (k *stack) TappedSecondary(e *fyne.PointEvent) { k.pressed().TappedSecondary(e) }

// Scrolled turns the wheel on both.
func (k *stack) Scrolled(e *fyne.ScrollEvent) { k.s.Left.Scrolled(e) }

// pressed is the pane the button went down on.
func (k *stack) pressed() *Pane {
	if k.held == nil {
		return k.s.Left
	}
	return k.held
}

// CreateRenderer draws nothing: the panes are seen through it.
func (k *stack) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
