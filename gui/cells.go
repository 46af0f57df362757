package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parallax/data"
	"parallax/gui/reader"
)

// cellNames are what stands over the words of stacked ranks: whose they are. They
// lie over the texts and go with them.
type cellNames struct {
	r     *room
	made  []fyne.CanvasObject // in use and kept for more, two for each rank
	names [2]string           // they say
}

// in returns the names for the ranks [from, to), each in its place; none where
// ranks are not stacked.
func (c *cellNames) in(from, to int) []fyne.CanvasObject {
	if !c.r.spread.Stacked() {
		return nil
	}
	var names [2]string
	for side, h := range c.r.headers {
		if names[side] = h.outlet.Text; c.r.namesHidden {
			names[side] = ""
		}
	}
	if names != c.names {
		c.made, c.names = nil, names
	}
	for len(c.made) < 2*(to-from) {
		for _, side := range []data.Side{data.Left, data.Right} {
			c.made = append(c.made, container.NewBorder(nil, nil, newBadge(side), nil, small(names[side])))
		}
	}
	for i := from; i < to; i++ {
		for _, side := range []data.Side{data.Left, data.Right} {
			o := c.made[2*(i-from)+int(side)]
			x, width := c.r.spread.TextColumn(side)
			y, _ := c.r.spread.CellAt(side, i)
			high := o.MinSize().Height
			o.Move(fyne.NewPos(x, y+(reader.CellHead-high)/2-3))
			o.Resize(fyne.NewSize(width, high))
		}
	}
	return c.made[:2*(to-from)]
}

// nameCells lays the names over the texts, with the ranks in view.
func (r *room) nameCells() {
	r.overText(r.cells.in(r.spread.RanksInView())...)
}
