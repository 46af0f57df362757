package lookover

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
	"parallax/gui/session"
)

// A command is what a reader asks of the page by key, menu or mouse.
type command int

const (
	toggle   command = iota // keep or set aside
	markAs                  // choose a role
	useFor                  // choose a fact the line tells
	endsHere                // the report ends with the line
	startsHere
	undo
	redo
	agreeAll
	keep
	leave
	showMenu // all of these to choose from
)

// The measures of a row, in Fyne's units.
const (
	barWide     = 4
	boxAt       = 14 // left edge of the check box
	boxSize     = 16
	chipAt      = 40
	chipWide    = 92
	chipHigh    = 20
	textAt      = chipAt + chipWide + 14
	rowPad      = 8 // above and below the text
	rowGap      = 4 // between rows
	edgePad     = 12
	scrollWide  = 10
	mostLines   = 8  // of a block that is not the current one
	currentMost = 60 // of the current block
)

// A page is the list of a page's blocks. Only the rows in sight are measured
// and drawn, so a page of many thousand blocks scrolls like one of ten.
type page struct {
	widget.BaseWidget
	// OnCommand is asked for what the reader wants done with the selected
	// blocks; at is where a menu may open, in the window's coordinates.
	OnCommand func(c command, at fyne.Position)
	OnMoved   func() // the cursor moved
	// OnBox is told that the box of a block was clicked, which may be one of
	// several that are selected.
	OnBox func(block int)
	// OnKey gets the keys that mean nothing to the page. May be nil.
	OnKey func(*fyne.KeyEvent)
	// OnRange is told that the report was dragged to start or to end with a block.
	OnRange func(ends bool, block int)

	model *session.LookOver
	ruler *ruler
	size  float32 // of the letters
	high  float32 // of one line of them

	rows    []row
	open    []bool // blocks that do not fold
	letters []int  // of each block, to guess its height by
	lines   []cell // of each block, once measured for width
	width   float32
	scroll  scroller
	views   map[int]*rowView // by first block of the row

	clip    *container.Clip
	sheet   *fyne.Container // holds the rows in sight
	thumb   *canvas.Rectangle
	focused bool
	shift   bool
	grip    float32 // where the scroll bar is held; negative: it is not
	pressed int     // the row the mouse went down on
	handles *rangeHandles
	touched bool // the reader moved something; until then the page stays at its top
}

// A cell is the wrapped text of a block.
type cell struct {
	lines []string
	cut   bool
	limit int // the most lines it was wrapped for; 0: not measured
}

func newPage(m *session.LookOver) *page {
	p := &page{
		model: m, open: make([]bool, m.Len()), letters: make([]int, m.Len()),
		views: map[int]*rowView{}, grip: -1, pressed: -1, handles: newRangeHandles(),
		sheet: container.NewWithoutLayout(), thumb: canvas.NewRectangle(nil),
	}
	p.clip = container.NewClip(p.sheet)
	for i := range p.letters {
		p.letters[i] = utf8.RuneCountInString(m.Text(i))
	}
	p.ExtendBaseWidget(p)
	p.setFont()
	p.build()
	return p
}

// setFont takes the letters from the theme and forgets what was measured in others.
func (p *page) setFont() {
	p.size = theme.TextSize() + 1
	p.high = whole(fyne.MeasureText("Åg", p.size, fyne.TextStyle{}).Height)
	p.ruler = &ruler{
		measure: func(s string) float32 { return fyne.MeasureText(s, p.size, fyne.TextStyle{}).Width },
		widths:  map[string]float32{},
	}
	p.lines = make([]cell, p.model.Len())
}

// Reload lays the rows out again after blocks changed, with the cursor in sight.
func (p *page) Reload() {
	p.build()
	p.Reveal()
}

// Reveal brings the cursor into sight.
func (p *page) Reveal() {
	c := p.model.Cursor()
	if c < 0 || p.scroll.view <= 0 {
		return
	}
	if i := rowOf(p.rows, c); p.rows[i].folded {
		first, last := p.model.Selected()
		if first > p.rows[i].first || last < p.rows[i].last {
			p.unfold(i)
		}
	}
	// What is measured on the way may push the row out of sight again.
	for range 3 {
		i := rowOf(p.rows, p.model.Cursor())
		p.measure(i)
		p.scroll.show(i)
		p.fill()
	}
	p.Refresh()
}

// build makes the rows and their heights, known or guessed.
func (p *page) build() {
	at := -1
	if p.scroll.top < len(p.rows) {
		at = p.rows[p.scroll.top].first
	}
	p.rows = makeRows(p.model, p.open)
	p.scroll.heights = make([]float32, len(p.rows))
	for i := range p.rows {
		p.scroll.heights[i] = p.height(i)
	}
	if at >= 0 && len(p.rows) > 0 {
		p.scroll.top = rowOf(p.rows, at)
	}
	p.scroll.settle()
}

// height is the height of row i, guessed from its letters until it is measured.
func (p *page) height(i int) float32 {
	r := p.rows[i]
	n := 1
	switch c := &p.lines[r.first]; {
	case r.folded:
	case c.limit > 0:
		n = max(1, len(c.lines))
	case p.textWidth() > 0:
		// A letter of running text is about half as wide as the font is high.
		n = min(mostLines, 1+int(float32(p.letters[r.first])*p.size*0.5/p.textWidth()))
	}
	return max(float32(n)*p.high, chipHigh) + 2*rowPad + rowGap
}

func (p *page) textWidth() float32 { return p.width - textAt - edgePad - scrollWide }

// limit is the most lines shown of block i.
func (p *page) limit(i int) int {
	if i == p.model.Cursor() {
		return currentMost
	}
	return mostLines
}

// measure wraps row i's text if that was not done yet.
func (p *page) measure(i int) {
	r := p.rows[i]
	if r.folded || p.textWidth() <= 0 {
		return
	}
	c, limit := &p.lines[r.first], p.limit(r.first)
	if c.limit == limit || c.limit > 0 && !c.cut && len(c.lines) <= limit {
		return
	}
	c.lines, c.cut = p.ruler.wrap(p.model.Text(r.first), p.textWidth(), limit)
	c.limit = limit
	p.scroll.heights[i] = p.height(i)
}

// fill measures the rows in sight. Their heights then decide which are.
func (p *page) fill() {
	for range 3 {
		p.scroll.settle()
		top := p.scroll.top
		y := -p.scroll.into
		for i := top; i < len(p.rows) && y < p.scroll.view; i++ {
			p.measure(i)
			y += p.scroll.heights[i]
		}
		p.scroll.settle()
		if top == p.scroll.top {
			return
		}
	}
}

// unfold opens a folded row.
func (p *page) unfold(i int) {
	for b := p.rows[i].first; b <= p.rows[i].last; b++ {
		p.open[b] = true
	}
	p.build()
}

// foldingRun returns the run of blocks around the cursor that folds, and
// whether there is one.
func (p *page) foldingRun() (first, last int, ok bool) {
	c := p.model.Cursor()
	if c < 0 {
		return 0, 0, false
	}
	role := p.model.Block(c).Role
	for first = c; first > 0 && p.model.Block(first-1).Role == role; first-- {
	}
	for last = c; last+1 < p.model.Len() && p.model.Block(last+1).Role == role; last++ {
	}
	return first, last, foldable(role) && last-first+1 >= foldFrom
}

// fold closes the run of blocks around the cursor, if it is one that folds.
func (p *page) fold() {
	first, last, ok := p.foldingRun()
	if !ok {
		return
	}
	for b := first; b <= last; b++ {
		p.open[b] = false
	}
	p.model.MoveTo(first, false)
	p.build()
	p.moved()
}

// Hold keeps the selected blocks from folding away under the reader's hand.
func (p *page) Hold() {
	first, last := p.model.Selected()
	if first <= last && p.rows[rowOf(p.rows, first)].folded {
		return
	}
	for b := first; b <= last; b++ {
		p.open[b] = true
	}
}

func (p *page) moved() {
	p.touched = true
	p.Reveal()
	if p.OnMoved != nil {
		p.OnMoved()
	}
}

// move goes n rows down, up if n is negative.
func (p *page) move(n int, extend bool) {
	if len(p.rows) == 0 {
		return
	}
	p.goTo(rowOf(p.rows, p.model.Cursor())+n, extend)
}

// goTo puts the cursor on row i; on a folded row all its blocks are selected.
func (p *page) goTo(i int, extend bool) {
	r := p.rows[max(0, min(i, len(p.rows)-1))]
	switch {
	case !r.folded:
		p.model.MoveTo(r.first, extend)
	case extend && r.first < p.model.Cursor():
		p.model.MoveTo(r.first, true)
	case extend:
		p.model.MoveTo(r.last, true)
	default:
		p.model.Select(r.last, r.first)
	}
	p.moved()
}

// pageRows is how many rows a page key moves.
func (p *page) pageRows() int {
	n := 0
	for y := -p.scroll.into; n+p.scroll.top < len(p.rows) && y < p.scroll.view; n++ {
		y += p.scroll.heights[p.scroll.top+n]
	}
	return max(1, n-2)
}

func (p *page) command(c command, at fyne.Position) {
	if p.OnCommand != nil {
		p.OnCommand(c, at)
	}
}

// menuAt is where a menu for the current row opens.
func (p *page) menuAt() fyne.Position {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	if v, ok := p.views[p.model.Cursor()]; ok {
		return origin.AddXY(chipAt, v.y+v.high)
	}
	return origin.AddXY(chipAt, 0)
}

// CreateRenderer returns what draws the page.
func (p *page) CreateRenderer() fyne.WidgetRenderer {
	return &pageRenderer{p: p, objects: []fyne.CanvasObject{p.clip, p.thumb}}
}

type pageRenderer struct {
	p       *page
	objects []fyne.CanvasObject
}

func (r *pageRenderer) Destroy()                     {}
func (r *pageRenderer) MinSize() fyne.Size           { return fyne.NewSize(360, 120) }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *pageRenderer) Layout(size fyne.Size) {
	p := r.p
	if size.Width != p.width {
		p.width = size.Width
		p.lines = make([]cell, p.model.Len())
		p.build()
	}
	p.scroll.view = size.Height
	p.clip.Resize(size)
	if !p.touched {
		p.scroll.to(0)
		p.Reveal()
	}
	r.place()
}

func (r *pageRenderer) Refresh() {
	if theme.TextSize()+1 != r.p.size {
		r.p.setFont()
		r.p.build()
	}
	r.place()
	canvas.Refresh(r.p)
}

// place puts the rows in sight where they belong.
func (r *pageRenderer) place() {
	p := r.p
	p.fill()
	colors := palette.Current()
	first, last := p.model.Selected()
	seen := make(map[int]*rowView, len(p.views))
	objects := p.sheet.Objects[:0]
	y := -p.scroll.into
	for i := p.scroll.top; i < len(p.rows) && y < p.scroll.view; i++ {
		row := p.rows[i]
		v := p.views[row.first]
		if v == nil {
			v = newRowView()
		}
		seen[row.first] = v
		v.show(p, row, colors, rowState{
			current:  row.first <= p.model.Cursor() && p.model.Cursor() <= row.last,
			selected: (first < row.first || last > row.last) && first <= row.last && row.first <= last,
			focused:  p.focused,
		})
		v.place(y, p.scroll.heights[i]-rowGap, p.width-scrollWide-4, p.high)
		objects = append(objects, v.objects()...)
		y += p.scroll.heights[i]
	}
	p.views = seen
	p.sheet.Objects = append(objects, p.placeRange(colors)...)
	p.sheet.Resize(fyne.NewSize(p.width, p.scroll.view))

	total := p.scroll.total()
	p.thumb.Hidden = total <= p.scroll.view
	if !p.thumb.Hidden {
		high := max(28, p.scroll.view*p.scroll.view/total)
		at := p.scroll.offset() / (total - p.scroll.view) * (p.scroll.view - high)
		p.thumb.FillColor, p.thumb.CornerRadius = colors.RibbonBold, 3
		p.thumb.Move(fyne.NewPos(p.width-scrollWide+2, at))
		p.thumb.Resize(fyne.NewSize(6, high))
	}
}
