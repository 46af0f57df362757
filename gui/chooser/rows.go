package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// The rows are the entries of a folder below each other. Only those in sight
// are drawn, so that a folder of ten thousand scrolls like one of ten.
type rows struct {
	widget.BaseWidget
	OnOpen     func()                    // the entry under the cursor, by a double click
	OnChanged  func()                    // the cursor or what is picked
	OnKey      func(*fyne.KeyEvent) bool // true: the key was none of the list's
	OnRune     func(rune)
	OnShortcut func(fyne.Shortcut)

	list   *list
	boxes  bool // each entry has a box to pick it by
	day    func(e *entry) string
	widths columns
	scroll *container.Scroll

	hovered int // -1: none
	pressed [2]int
	shift   bool
	focused bool
}

var (
	_ fyne.Focusable      = (*rows)(nil)
	_ fyne.Shortcutable   = (*rows)(nil)
	_ fyne.DoubleTappable = (*rows)(nil)
	_ desktop.Mouseable   = (*rows)(nil)
	_ desktop.Hoverable   = (*rows)(nil)
	_ desktop.Keyable     = (*rows)(nil)
)

// rowHeight is that of one entry.
const rowHeight = 28

func newRows(l *list, widths columns, day func(e *entry) string) *rows {
	r := &rows{list: l, boxes: l.many, widths: widths, day: day, hovered: -1, pressed: [2]int{-1, -1}}
	r.ExtendBaseWidget(r)
	r.scroll = container.NewVScroll(r)
	r.scroll.OnScrolled = func(fyne.Position) { r.Refresh() }
	return r
}

// Reload shows what the list holds now, from its cursor on.
func (r *rows) Reload() {
	r.hovered, r.pressed = -1, [2]int{-1, -1}
	r.Resize(r.MinSize().Max(r.scroll.Size())) // else the scroll moves within the rows of before
	r.scroll.Refresh()
	r.Reveal()
}

// Reveal shows where the cursor is, scrolling as little as brings it into sight.
func (r *rows) Reveal() {
	top, high := float32(r.list.cursor)*rowHeight, r.scroll.Size().Height
	offset := r.scroll.Offset
	offset.Y = max(0, min(offset.Y, top), top+rowHeight-high)
	if offset != r.scroll.Offset {
		r.scroll.ScrollToOffset(offset)
	}
	r.Refresh()
}

// changed shows and tells that the cursor moved or something was picked.
func (r *rows) changed() {
	r.Reveal()
	r.OnChanged()
}

// at is the place of the entry at height y, -1 below the last.
func (r *rows) at(y float32) int {
	if i := int(y / rowHeight); y >= 0 && i < len(r.list.entries) {
		return i
	}
	return -1
}

// page is how many rows are in sight.
func (r *rows) page() int { return max(1, int(r.scroll.Size().Height/rowHeight)-1) }

// FocusGained, FocusLost, KeyDown, KeyUp, TypedKey, TypedRune and TypedShortcut
// are the keys of the list.
func (r *rows) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost is described at FocusGained.
func (r *rows) FocusLost() { r.focused, r.shift = false, false; r.Refresh() }

// KeyDown is described at FocusGained.
func (r *rows) KeyDown(k *fyne.KeyEvent) { r.hold(k, true) }

// KeyUp is described at FocusGained.
func (r *rows) KeyUp(k *fyne.KeyEvent) { r.hold(k, false) }

func (r *rows) hold(k *fyne.KeyEvent, down bool) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		r.shift = down
	}
}

// TypedKey is described at FocusGained.
func (r *rows) TypedKey(k *fyne.KeyEvent) {
	if r.OnKey(k) {
		return
	}
	l := r.list
	to := l.cursor
	switch k.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to -= r.page()
	case fyne.KeyPageDown:
		to += r.page()
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(l.entries) - 1
	case fyne.KeySpace:
		l.toggle(l.cursor)
		r.changed()
		return
	default:
		return
	}
	if r.shift {
		l.extend(to)
	} else {
		l.move(to)
	}
	r.changed()
}

// TypedRune is described at FocusGained.
func (r *rows) TypedRune(c rune) { r.OnRune(c) }

// TypedShortcut is described at FocusGained.
func (r *rows) TypedShortcut(s fyne.Shortcut) { r.OnShortcut(s) }

// MouseDown puts the cursor on an entry and picks it: by its box, with Ctrl or
// with Shift as well as others.
func (r *rows) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	i := r.at(e.Position.Y)
	onBox := r.boxes && e.Position.X < r.nameAt()-iconWide
	held := e.Modifier&(fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift) != 0
	r.pressed[0] = r.pressed[1]
	r.pressed[1] = i
	if onBox || held {
		r.pressed[1] = -1 // no half of a double click
	}
	switch {
	case e.Button != desktop.MouseButtonPrimary:
		return
	case i < 0:
		r.list.none()
	case e.Modifier&fyne.KeyModifierShift != 0:
		r.list.extend(i)
	case onBox || held:
		r.list.toggle(i)
	default:
		r.list.click(i)
	}
	r.changed()
}

// MouseUp does nothing.
func (r *rows) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped opens the entry both clicks were on.
func (r *rows) DoubleTapped(*fyne.PointEvent) {
	if i := r.pressed[1]; i >= 0 && i == r.pressed[0] && i == r.list.cursor {
		r.OnOpen()
	}
}

// MouseIn lights the entry under the pointer.
func (r *rows) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved lights the entry under the pointer.
func (r *rows) MouseMoved(e *desktop.MouseEvent) { r.hover(r.at(e.Position.Y)) }

// MouseOut lets it go dark.
func (r *rows) MouseOut() { r.hover(-1) }

func (r *rows) hover(i int) {
	if i != r.hovered {
		r.hovered = i
		r.Refresh()
	}
}

// nameAt is where names begin.
func (r *rows) nameAt() float32 {
	if r.boxes {
		return edge + boxWide + iconWide
	}
	return edge + iconWide
}

// columns are those there is room for in rows so wide.
func (r *rows) columns(width float32) columns { return r.widths.within(width - r.nameAt() - barRoom) }

// CreateRenderer draws the rows in sight.
func (r *rows) CreateRenderer() fyne.WidgetRenderer { return &rowsRenderer{rows: r} }

type rowsRenderer struct {
	rows    *rows
	views   []*rowView // of the rows in sight, row i by i modulo their number
	objects []fyne.CanvasObject
}

func (r *rowsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, float32(len(r.rows.list.entries))*rowHeight)
}

func (r *rowsRenderer) Layout(fyne.Size) { r.place() }

func (r *rowsRenderer) Refresh() {
	r.place()
	canvas.Refresh(r.rows)
}

// place puts the rows in sight where they belong.
func (r *rowsRenderer) place() {
	view := r.rows.scroll.Size()
	n := int(view.Height/rowHeight) + 2
	for len(r.views) < n {
		r.views = append(r.views, newRowView())
	}
	r.objects = r.objects[:0]
	first := max(0, int(r.rows.scroll.Offset.Y/rowHeight))
	c := palette.Current()
	for i := first; i < min(first+n, len(r.rows.list.entries)); i++ {
		v := r.views[i%len(r.views)]
		v.show(r.rows, i, c)
		v.place(r.rows, float32(i)*rowHeight, view.Width)
		r.objects = append(r.objects, v.objects...)
	}
}

func (r *rowsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *rowsRenderer) Destroy() {}
