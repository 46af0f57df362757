package gui

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data/lens"
	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// A wordRow is one row of a table of words: who or what it is about, what each
// report has for it, and a remark. A click goes to the words in the reports, one
// on a wording with several places to the next of them.
type wordRow struct {
	widget.BaseWidget
	OnGo   func()                    // the row
	OnGoTo func(cell, wording int)   // one wording
	OnMenu func(at fyne.Position)    // what else can be done; at is absolute
	OnStep func(by int)              // to another row, by the keys
	OnKey  func(*fyne.KeyEvent) bool // a key that is none of the row's
	grid   *wordGrid
	head   *phrase // nil: the table has no heads
	cells  [][]*phrase
	notes  []*phrase // under the cells
	remark *phrase

	boxes   []wordBox
	hovered int // index into boxes; -1: none
	over    bool
	focused bool
}

// A wordBox is where a wording stands.
type wordBox struct {
	cell, wording int
	at            fyne.Position
	size          fyne.Size
}

var (
	_ fyne.Tappable          = (*wordRow)(nil)
	_ fyne.SecondaryTappable = (*wordRow)(nil)
	_ fyne.Focusable         = (*wordRow)(nil)
	_ desktop.Hoverable      = (*wordRow)(nil)
	_ desktop.Cursorable     = (*wordRow)(nil)
)

const (
	rowAir      = 6
	menuWidth   = 30
	headText    = 13
	rowNoteText = 11
)

// newWordRow makes the row of r. It copies the words, as shorten does.
func newWordRow(k lens.Kind, r *lens.Row, heads bool) *wordRow {
	w := &wordRow{hovered: -1}
	if heads {
		w.head = &phrase{text: strings.Clone(r.Head), size: headText, bold: true, side: -1}
	}
	for i := range r.Cells {
		c := &r.Cells[i]
		var list []*phrase
		for _, wording := range c.Wordings {
			p := &phrase{text: shorten(wording.Text, longestWording), plain: strings.Clone(wording.About), size: wordingText, side: i}
			if place := wording.Places[0]; k == lens.Order && len(wording.Text) < place.Len() {
				p.text += "…" // a paragraph goes by its first words
			}
			if n := len(wording.Places); n > 1 {
				p.plain += " ×" + strconv.Itoa(n)
			}
			list = append(list, p)
		}
		if list == nil {
			list = []*phrase{{text: "–", size: wordingText, muted: true, side: -1}}
		}
		w.cells = append(w.cells, list)
		w.notes = append(w.notes, &phrase{text: cellNote(k, c), size: rowNoteText, muted: true, side: -1})
	}
	w.remark = &phrase{text: remark(k, r), size: rowNoteText, muted: true, side: -1}
	w.ExtendBaseWidget(w)
	return w
}

// longestWording is how many letters of a quotation or sentence a cell shows.
const longestWording = 320

// SizeBy makes the words so many times as large.
func (w *wordRow) SizeBy(times float32) {
	for _, list := range slices.Concat(w.cells, [][]*phrase{w.notes, {w.remark}}) {
		for _, p := range list {
			p.size *= times
		}
	}
	if w.head != nil {
		w.head.size *= times
	}
}

// HeightFor lays the row out for a width.
func (w *wordRow) HeightFor(width float32) float32 {
	return w.lay(width, func(*phrase, float32, float32) {}, func(string, int, strip, float32) {})
}

// lay goes through the parts of a row so wide: put is told where each phrase
// stands, and name where a report's name does. It returns the row's height.
func (w *wordRow) lay(width float32, put func(p *phrase, x, y float32), name func(text string, report int, at strip, y float32)) float32 {
	w.boxes = w.boxes[:0]
	under := func(p *phrase, at strip, y float32) float32 {
		if p.text == "" {
			return y
		}
		high := p.set(at.width)
		put(p, at.x, y)
		return y + high
	}
	cell := func(i int, at strip, y float32) float32 {
		for k, p := range w.cells[i] {
			below := under(p, at, y)
			if p.side >= 0 {
				w.boxes = append(w.boxes, wordBox{i, k, fyne.NewPos(at.x, y), fyne.NewSize(at.width, below-y)})
			}
			y = below
		}
		return under(w.notes[i], at, y)
	}
	if w.grid.stacked(width) {
		return w.stack(width, under, cell, name)
	}
	cols := w.grid.columns(width)
	low := float32(rowAir)
	if w.head != nil {
		low = under(w.head, cols[0], rowAir)
	}
	for i, at := range w.grid.cells(cols) {
		low = max(low, cell(i, at, rowAir))
	}
	low = max(low, under(w.remark, cols[len(cols)-2], rowAir+2))
	return max(low, 24+rowAir) + rowAir
}

// stack is lay with the words of each report beside its name.
func (w *wordRow) stack(width float32, under func(*phrase, strip, float32) float32, cell func(int, strip, float32) float32, name func(string, int, strip, float32)) float32 {
	y := float32(rowAir)
	if w.head != nil {
		y = under(w.head, strip{0, width - menuWidth}, y)
	}
	names, words := w.grid.beside(width)
	line := fyne.MeasureText("–", namesText*w.grid.times, fyne.TextStyle{Bold: true}).Height
	var none []string
	for i, list := range w.cells {
		if list[0].side < 0 {
			none = append(none, letterOf(i))
			continue
		}
		name(w.grid.names[i], i, names, y)
		if words.x < names.width {
			y += line
		}
		y = cell(i, words, y)
	}
	if len(none) > 0 && len(none) < len(w.cells)-1 { // of what one report alone has, that goes without saying
		name(strings.Join(none, ", ")+"  –", -1, names, y)
		y += line
	}
	return max(under(w.remark, words, y), 24+rowAir) + rowAir
}

// Tapped goes to the wording under the pointer, or to the first of each report.
func (w *wordRow) Tapped(e *fyne.PointEvent) {
	if x := w.Size().Width - menuWidth; e.Position.X >= x {
		w.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(w).AddXY(x, w.Size().Height-rowAir))
		return
	}
	if i := w.boxAt(e.Position); i >= 0 {
		w.OnGoTo(w.boxes[i].cell, w.boxes[i].wording)
		return
	}
	w.OnGo()
}

// TappedSecondary opens the menu.
func (w *wordRow) TappedSecondary(e *fyne.PointEvent) { w.OnMenu(e.AbsolutePosition) }

func (w *wordRow) boxAt(p fyne.Position) int {
	for i, b := range w.boxes {
		if p.X >= b.at.X && p.X < b.at.X+b.size.Width && p.Y >= b.at.Y && p.Y < b.at.Y+b.size.Height {
			return i
		}
	}
	return -1
}

// MouseIn lights the row.
func (w *wordRow) MouseIn(e *desktop.MouseEvent) { w.over = true; w.MouseMoved(e); w.Refresh() }

// MouseMoved lights the wording under the pointer.
func (w *wordRow) MouseMoved(e *desktop.MouseEvent) {
	if i := w.boxAt(e.Position); i != w.hovered {
		w.hovered = i
		w.Refresh()
	}
}

// MouseOut lets the row go dark.
func (w *wordRow) MouseOut() { w.over, w.hovered = false, -1; w.Refresh() }

// Cursor is a hand.
func (w *wordRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows a ring.
func (w *wordRow) FocusGained() { w.focused = true; w.OnStep(0); w.Refresh() }

// FocusLost takes it away.
func (w *wordRow) FocusLost() { w.focused = false; w.Refresh() }

// TypedRune does nothing.
func (w *wordRow) TypedRune(rune) {}

// TypedKey goes to the words, opens the menu, or steps to the next row.
func (w *wordRow) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		w.OnGo()
	case fyne.KeyRight, desktop.KeyMenu:
		w.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(w).AddXY(w.Size().Width-menuWidth, w.Size().Height))
	case fyne.KeyUp:
		w.OnStep(-1)
	case fyne.KeyDown:
		w.OnStep(1)
	default:
		w.OnKey(k)
	}
}

// CreateRenderer draws the row.
func (w *wordRow) CreateRenderer() fyne.WidgetRenderer {
	r := &wordRowRenderer{w: w, back: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Black),
		ring: canvas.NewRectangle(color.Transparent), more: canvas.NewImageFromResource(theme.MoreVerticalIcon())}
	r.more.FillMode = canvas.ImageFillContain
	r.ring.CornerRadius, r.back.CornerRadius = 4, 4
	return r
}

type wordRowRenderer struct {
	w                *wordRow
	back, line, ring *canvas.Rectangle
	more             *canvas.Image
	texts            []fyne.CanvasObject
	names            []rowName // among them
}

// A rowName is the name of a report in a stacked row; below zero: of those that
// have nothing there.
type rowName struct {
	text   *canvas.Text
	report int
}

func (r *wordRowRenderer) Layout(size fyne.Size) {
	w := r.w
	r.texts, r.names = nil, nil
	w.lay(size.Width, func(p *phrase, x, y float32) {
		r.texts = append(r.texts, p.move(x, y)...)
	}, func(text string, report int, at strip, y float32) {
		t := canvas.NewText("", color.Black)
		t.TextSize, t.TextStyle.Bold = namesText*w.grid.times, report >= 0
		t.Text = bidi.Part(fitted(text, at.width-tintAir, t.TextSize, t.TextStyle), false)
		t.Move(fyne.NewPos(at.x+tintAir, y+2))
		t.Resize(t.MinSize())
		r.texts, r.names = append(r.texts, t), append(r.names, rowName{t, report})
	})
	r.back.Resize(size)
	r.ring.Resize(size)
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.more.Move(fyne.NewPos(size.Width-menuWidth+7, rowAir+2))
	r.more.Resize(fyne.NewSquareSize(16))
	r.Refresh()
}

func (r *wordRowRenderer) MinSize() fyne.Size { return fyne.NewSize(100, 24) }

func (r *wordRowRenderer) Refresh() {
	c := palette.Current()
	r.line.FillColor = c.Rule
	r.back.FillColor = color.Transparent
	if r.w.over {
		r.back.FillColor = c.Desk
	}
	r.ring.StrokeWidth = 0
	if r.w.focused {
		r.ring.StrokeColor, r.ring.StrokeWidth = c.Selected, 2
	}
	r.more.Resource = theme.MoreVerticalIcon()
	for i := range r.w.cells {
		for k, p := range r.w.cells[i] {
			p.paint()
			if r.w.hovered >= 0 && r.w.boxes[r.w.hovered].cell == i && r.w.boxes[r.w.hovered].wording == k {
				p.light()
			}
		}
		r.w.notes[i].paint()
	}
	for _, n := range r.names {
		if n.text.Color = c.Muted; n.report >= 0 {
			n.text.Color = c.Report(n.report)
		}
	}
	r.w.remark.paint()
	if r.w.head != nil {
		r.w.head.paint()
	}
	canvas.Refresh(r.w)
}

func (r *wordRowRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{r.back, r.line}, r.texts...), r.more, r.ring)
}

func (r *wordRowRenderer) Destroy() {}
