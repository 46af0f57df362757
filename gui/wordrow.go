package gui

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data/lens"
	"parallax/gui/palette"
)

// A wordRow is one row of a table of words: who or what it is about, what each
// report has for it, and a remark. A click goes to the words in the reports, one
// on a wording with several places to the next of them.
type wordRow struct {
	widget.BaseWidget
	OnGo   func()                      // the row
	OnGoTo func(cell, wording int)     // one wording
	OnMenu func(at fyne.Position)      // what else can be done; at is absolute
	OnStep func(by int)                // to another row, by the keys
	OnKey  func(*fyne.KeyEvent) bool   // a key that is none of the row's
	cols   func(width float32) []strip // where head, cells, remark and menu stand
	head   *phrase                     // nil: the table has no heads
	cells  [][]*phrase
	notes  []*phrase // under the cells
	remark *phrase

	boxes   []wordBox
	hovered int // index into boxes; -1: none
	over    bool
	focused bool
}

// A strip is a part of a row's width.
type strip struct{ x, width float32 }

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

func newWordRow(k lens.Kind, r *lens.Row, heads bool, cols func(float32) []strip) *wordRow {
	w := &wordRow{cols: cols, hovered: -1}
	if heads {
		w.head = &phrase{text: r.Head, size: headText, bold: true, side: -1}
	}
	for i := range r.Cells {
		c := &r.Cells[i]
		var list []*phrase
		for _, wording := range c.Wordings {
			p := &phrase{text: shorten(wording.Text, longestWording), plain: wording.About, size: wordingText, side: i}
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
	cols := w.cols(width)
	n := 0
	high := float32(0)
	if w.head != nil {
		high = w.head.set(cols[0].width)
		n = 1
	}
	for i := range w.cells {
		y := float32(0)
		for _, p := range w.cells[i] {
			y += p.set(cols[n+i].width)
		}
		if w.notes[i].text != "" {
			y += w.notes[i].set(cols[n+i].width)
		}
		high = fyne.Max(high, y)
	}
	high = fyne.Max(high, w.remark.set(cols[n+len(w.cells)].width))
	return fyne.Max(high, 24) + 2*rowAir
}

// Tapped goes to the wording under the pointer, or to the first of each report.
func (w *wordRow) Tapped(e *fyne.PointEvent) {
	cols := w.cols(w.Size().Width)
	if last := cols[len(cols)-1]; e.Position.X >= last.x {
		w.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(w).AddXY(last.x, w.Size().Height-rowAir))
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
}

func (r *wordRowRenderer) Layout(size fyne.Size) {
	w := r.w
	w.HeightFor(size.Width)
	cols := w.cols(size.Width)
	r.texts, w.boxes = nil, nil
	n := 0
	if w.head != nil {
		r.texts = append(r.texts, w.head.move(cols[0].x, rowAir)...)
		n = 1
	}
	for i := range w.cells {
		y := float32(rowAir)
		for k, p := range w.cells[i] {
			r.texts = append(r.texts, p.move(cols[n+i].x, y)...)
			if p.side >= 0 {
				w.boxes = append(w.boxes, wordBox{i, k, fyne.NewPos(cols[n+i].x, y), fyne.NewSize(cols[n+i].width, p.height)})
			}
			y += p.height
		}
		if w.notes[i].text != "" {
			r.texts = append(r.texts, w.notes[i].move(cols[n+i].x, y)...)
		}
	}
	n += len(w.cells)
	r.texts = append(r.texts, w.remark.move(cols[n].x, rowAir+2)...)
	r.back.Resize(size)
	r.ring.Resize(size)
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.more.Move(fyne.NewPos(cols[n+1].x+7, rowAir+2))
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
