package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A page is the whole text in its lines. Only those in view are drawn.
type page struct {
	widget.BaseWidget
	field *Field
	size  float32 // of the type the lines are broken in
	caret *canvas.Rectangle
}

func newPage(f *Field) *page {
	p := &page{field: f, size: f.Theme().Size(theme.SizeNameText), caret: canvas.NewRectangle(nil)}
	p.ExtendBaseWidget(p)
	return p
}

// left and top are the room around the text; the field's edge is over it too.
func (p *page) left() float32 { return p.Theme().Size(theme.SizeNameInnerPadding) }

func (p *page) top() float32 {
	return p.Theme().Size(theme.SizeNameInnerPadding) - p.Theme().Size(theme.SizeNameInputBorder)
}

// lined is what the page shows: the text, or the hint in place of none.
func (p *page) lined() *layout {
	if p.field.empty() {
		return &p.field.hint
	}
	return &p.field.layout
}

// high is how high the page is.
func (p *page) high() float32 { return float32(p.lined().lines())*p.field.ruler.high + 2*p.top() }

// Dragged leads the field's selection.
func (p *page) Dragged(e *fyne.DragEvent) {
	p.field.dragged(e.Position.Add(p.Position()).Add(p.field.view.Position()))
}

// DragEnd ends it. Let go beside the field, the mouse has taken the keys away.
func (p *page) DragEnd() {
	p.field.letGo()
	p.field.takeFocus()
}

// CreateRenderer draws the lines.
func (p *page) CreateRenderer() fyne.WidgetRenderer {
	r := &pageRenderer{page: p}
	r.Refresh()
	return r
}

// showCaret draws the caret, or no longer.
func (p *page) showCaret() {
	p.caret.Hidden = p.field.blink.hidden || !p.field.focused || p.field.Disabled()
	canvas.Refresh(p.caret)
}

type pageRenderer struct {
	page    *page
	texts   []*canvas.Text      // as many as were ever in view
	marks   []*canvas.Rectangle // behind what is selected
	objects []fyne.CanvasObject
}

func (r *pageRenderer) Layout(fyne.Size) {}

func (r *pageRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.page.high()) }

// beyondLine is how far a selection reaches over the end of a paragraph it goes
// on behind.
const beyondLine = 4

// Refresh draws the lines in view where they are now.
func (r *pageRenderer) Refresh() {
	p := r.page
	f, l := p.field, p.lined()
	th, variant := p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	left, top, high := p.left(), p.top(), f.ruler.high
	ink := th.Color(theme.ColorNameForeground, variant)
	switch {
	case f.Disabled():
		ink = th.Color(theme.ColorNameDisabled, variant)
	case f.empty():
		ink = th.Color(theme.ColorNamePlaceHolder, variant)
	}
	behind := th.Color(theme.ColorNameSelection, variant)
	from, to := f.selection()
	marked := f.focused && from != to

	first := max(0, int((f.view.Offset.Y-top)/high))
	last := min(l.lines(), int((f.view.Offset.Y+f.view.Size().Height-top)/high)+1)
	texts, marks := 0, 0
	r.objects = r.objects[:0]
	for i := first; i < last; i++ {
		n, y := l.line(i), top+float32(i)*high
		if marked {
			for _, s := range f.markedOn(n, from, to) {
				m := r.mark(marks, behind)
				marks++
				m.Move(fyne.NewPos(left+s.x0, y))
				m.Resize(fyne.NewSize(s.x1-s.x0, high))
			}
		}
		for _, piece := range l.pieces(n) {
			t := r.text(texts, piece.shown, p.size, ink)
			texts++
			t.Move(fyne.NewPos(left+piece.x, y))
			t.Resize(fyne.NewSize(piece.wide, high))
		}
	}
	for _, m := range r.marks[:marks] {
		r.objects = append(r.objects, m)
	}
	for _, t := range r.texts[:texts] {
		r.objects = append(r.objects, t)
	}
	r.objects = append(r.objects, p.caret)
	wide := th.Size(theme.SizeNameInputBorder)
	at := f.line(f.lineOf(f.caret, f.late))
	p.caret.FillColor = th.Color(theme.ColorNamePrimary, variant)
	p.caret.Move(fyne.NewPos(left+f.caretX(at, f.caret.at)-wide/2, f.caretY()))
	p.caret.Resize(fyne.NewSize(wide, high))
	p.showCaret()
	canvas.Refresh(p)
}

// markedOn returns where a selection lies on a line.
func (f *Field) markedOn(n line, from, to place) []stretch {
	start, end := place{n.paragraph, n.from}, place{n.paragraph, n.to}
	if !from.before(end) && from != end || !start.before(to) {
		return nil
	}
	a, b := n.from, n.to
	if start.before(from) {
		a = from.at
	}
	if to.before(end) {
		b = to.at
	}
	list := f.stretches(n, a, b)
	if n.paragraph < to.paragraph && n.to == len(f.paragraphs[n.paragraph].words) {
		x := f.caretX(n, n.to)
		if k := len(list) - 1; k >= 0 && list[k].x1 == x {
			list[k].x1 += beyondLine
		} else {
			list = append(list, stretch{x, x + beyondLine})
		}
	}
	return list
}

func (r *pageRenderer) text(i int, shown string, size float32, ink color.Color) *canvas.Text {
	if i == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", ink))
	}
	t := r.texts[i]
	t.Text, t.TextSize, t.Color = shown, size, ink
	return t
}

func (r *pageRenderer) mark(i int, c color.Color) *canvas.Rectangle {
	if i == len(r.marks) {
		r.marks = append(r.marks, canvas.NewRectangle(c))
	}
	r.marks[i].FillColor = c
	return r.marks[i]
}

func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *pageRenderer) Destroy() { r.page.field.blink.halt() }

// A view is what of the page there is room for.
type view struct {
	container.Scroll
	field *Field
}

func newView(f *Field) *view {
	v := &view{field: f}
	v.Direction, v.Content = container.ScrollVerticalOnly, f.page
	v.OnScrolled = func(fyne.Position) { f.page.Refresh() }
	v.ExtendBaseWidget(v)
	return v
}

// Scrolled turns the wheel: the page first, then what the field stands in.
func (v *view) Scrolled(e *fyne.ScrollEvent) {
	before := v.Offset
	v.Scroll.Scrolled(e)
	if v.Offset == before && v.field.OnBeyond != nil {
		v.field.OnBeyond(e)
	}
}

// CreateRenderer draws the field's edge around the view.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{field: f, box: canvas.NewRectangle(nil), border: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type fieldRenderer struct {
	field       *Field
	box, border *canvas.Rectangle
}

// Layout gives the edge and the view their places, as Fyne's own fields have
// them: half a unit less is a whole line on coarse screens.
func (r *fieldRenderer) Layout(size fyne.Size) {
	f := r.field
	edge := f.Theme().Size(theme.SizeNameInputBorder)
	r.border.Resize(fyne.NewSize(size.Width-edge-.5, size.Height-edge-.5))
	r.border.Move(fyne.NewSquareOffsetPos(edge / 2))
	r.box.Resize(size.Subtract(fyne.NewSquareSize(edge * 2)))
	r.box.Move(fyne.NewSquareOffsetPos(edge))
	f.view.Move(fyne.NewPos(0, edge))
	f.view.Resize(fyne.NewSize(size.Width, max(0, size.Height-2*edge)))
	f.fitRoom(size.Width)
	r.Refresh()
}

// MinSize holds the rows there must be, and more for a longer text as far as
// the field may grow: whole ones.
func (r *fieldRenderer) MinSize() fyne.Size {
	f := r.field
	pad := f.Theme().Size(theme.SizeNameInnerPadding)
	rows := f.MinRows
	if f.Highest != nil {
		most := int((f.Highest() - 2*pad) / f.ruler.high)
		rows = max(rows, min(f.page.lined().lines(), most))
	}
	return fyne.NewSize(f.ruler.width("M")+3*pad, float32(rows)*f.ruler.high+2*pad)
}

func (r *fieldRenderer) Refresh() {
	f := r.field
	th, variant := f.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	if f.page.size != th.Size(theme.SizeNameText) {
		f.fitRoom(f.Size().Width)
	}
	r.box.FillColor = th.Color(theme.ColorNameInputBackground, variant)
	edge := theme.ColorNameInputBorder
	switch {
	case f.Disabled():
		edge = theme.ColorNameDisabled
	case f.focused:
		edge = theme.ColorNamePrimary
	}
	r.border.StrokeColor, r.border.StrokeWidth = th.Color(edge, variant), th.Size(theme.SizeNameInputBorder)
	r.box.CornerRadius = th.Size(theme.SizeNameInputRadius)
	r.border.CornerRadius = r.box.CornerRadius
	f.page.Resize(fyne.NewSize(f.view.Size().Width, max(f.page.high(), f.view.Size().Height)))
	f.view.Refresh()
	canvas.Refresh(f)
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.border, r.field.view}
}

func (r *fieldRenderer) Destroy() { r.field.follow.Stop() }
