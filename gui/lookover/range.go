package lookover

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"parallax/gui/palette"
)

// A grip says which end of the report's text the mouse has.
type grip int

const (
	noGrip grip = iota
	startGrip
	endGrip
)

// The rangeHandles are two lines across the page, where the report's text
// starts and where it ends. Each can be dragged to another gap between rows.
type rangeHandles struct {
	grip  grip // which is being dragged
	hover grip
	row   int // while dragged: the row the text would start or end with
	marks [2]*rangeMark
}

// A rangeMark is a line with its words on a tab.
type rangeMark struct {
	line, tab *canvas.Rectangle
	words     *canvas.Text
}

const (
	tabHigh  = 18
	gripNear = 5 // how near a line the mouse must be to take it
)

func newRangeHandles() *rangeHandles {
	h := &rangeHandles{}
	for i := range h.marks {
		h.marks[i] = &rangeMark{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewText("", nil)}
	}
	return h
}

// rangeRows returns the rows the report's text starts and ends with, and
// whether it has any.
func (p *page) rangeRows() (start, end int, ok bool) {
	first, last := p.model.TextRange()
	if last < 0 {
		return 0, 0, false
	}
	return rowOf(p.rows, first), rowOf(p.rows, last), true
}

// edge is the height at which a grip's line lies for row i: above it where the
// text starts, below it where it ends.
func (p *page) edge(g grip, i int) float32 {
	y := -p.scroll.into
	for k := p.scroll.top; k < i; k++ {
		y += p.scroll.heights[k]
	}
	for k := i; k < p.scroll.top; k++ {
		y -= p.scroll.heights[k]
	}
	if g == endGrip {
		y += p.scroll.heights[i]
	}
	return y - rowGap/2
}

// gripAt returns whose line or tab is at a place of the page.
func (p *page) gripAt(at fyne.Position) grip {
	start, end, ok := p.rangeRows()
	if !ok || at.X >= p.Size().Width-scrollWide {
		return noGrip
	}
	for _, g := range []grip{startGrip, endGrip} {
		i := start
		if g == endGrip {
			i = end
		}
		tab := p.handles.marks[g-startGrip].tab
		onTab := at.X >= tab.Position().X && at.Y >= tab.Position().Y && at.Y < tab.Position().Y+tab.Size().Height
		if y := p.edge(g, i); at.Y > y-gripNear && at.Y < y+gripNear || onTab && !tab.Hidden {
			return g
		}
	}
	return noGrip
}

// take takes hold of a line.
func (p *page) take(g grip) {
	start, end, _ := p.rangeRows()
	p.handles.grip, p.handles.row = g, start
	if g == endGrip {
		p.handles.row = end
	}
	p.Refresh()
}

// pull drags the held line to the gap nearest to y, and the page along where
// y is outside it.
func (p *page) pull(y float32) {
	switch {
	case y < 0:
		p.scroll.by(-p.high)
	case y >= p.scroll.view:
		p.scroll.by(p.high)
	}
	p.fill()
	y = max(0, min(y, p.scroll.view-1))
	i := p.scroll.at(y)
	if i < 0 { // below the last row
		i = len(p.rows) - 1
	}
	start, end, _ := p.rangeRows()
	upper := y < p.edge(startGrip, i)+p.scroll.heights[i]/2
	if p.handles.grip == startGrip {
		if !upper {
			i++
		}
		i = min(i, end)
	} else {
		if upper {
			i--
		}
		i = max(i, start)
	}
	p.handles.row = i
	p.Refresh()
}

// drop lets go of the held line and lets the report start or end there.
func (p *page) drop() {
	g, i := p.handles.grip, p.handles.row
	p.handles.grip = noGrip
	start, end, ok := p.rangeRows()
	switch {
	case !ok || g == noGrip:
	case g == startGrip && i != start:
		p.OnRange(false, p.rows[i].first)
	case g == endGrip && i != end:
		p.OnRange(true, p.rows[i].last)
	default:
		p.Refresh()
	}
}

// placeRange puts the two lines where they belong and returns what of them is
// in sight.
func (p *page) placeRange(c *palette.Colors) []fyne.CanvasObject {
	var shown []fyne.CanvasObject
	start, end, ok := p.rangeRows()
	for k, m := range p.handles.marks {
		g, i := startGrip+grip(k), start
		if g == endGrip {
			i = end
		}
		if p.handles.grip == g {
			i = p.handles.row
		}
		m.tab.Hidden = !ok
		if !ok {
			continue
		}
		y := p.edge(g, i)
		if y < -gripNear || y > p.scroll.view+gripNear {
			m.tab.Hidden = true
			continue
		}
		ink := c.Outlet(keptColor)
		if p.handles.grip == g || p.handles.hover == g {
			ink = c.Selected
		}
		m.words.Text = lang.L("The report starts here")
		if g == endGrip {
			m.words.Text = lang.L("The report ends here")
		}
		m.words.TextSize, m.words.Color = theme.CaptionTextSize()-1, ink
		m.line.FillColor = ink
		m.tab.FillColor, m.tab.StrokeColor, m.tab.StrokeWidth, m.tab.CornerRadius = c.Paper, ink, 1, tabHigh/2
		words := m.words.MinSize()
		wide := words.Width + 20
		right := p.width - scrollWide - 4
		put(m.line, 0, y-1, right, 2)
		top := max(0, min(y-tabHigh/2, p.scroll.view-tabHigh))
		put(m.tab, right-wide-12, top, wide, tabHigh)
		put(m.words, right-wide-2, top+(tabHigh-words.Height)/2, words.Width, words.Height)
		shown = append(shown, m.line, m.tab, m.words)
	}
	return shown
}

// MouseIn and MouseMoved show what the mouse could take hold of, MouseOut no longer.
func (p *page) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved is described at MouseIn.
func (p *page) MouseMoved(e *desktop.MouseEvent) { p.setHover(p.gripAt(e.Position)) }

// MouseOut is described at MouseIn.
func (p *page) MouseOut() { p.setHover(noGrip) }

func (p *page) setHover(g grip) {
	if p.handles.hover != g {
		p.handles.hover = g
		p.Refresh()
	}
}

// Cursor shows where a line can be dragged.
func (p *page) Cursor() desktop.Cursor {
	if p.handles.hover != noGrip || p.handles.grip != noGrip {
		return desktop.VResizeCursor
	}
	return desktop.DefaultCursor
}
