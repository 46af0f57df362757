package editor

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/autoscroll"
)

// pointer is what the mouse is doing.
type pointer struct {
	clicks  int // 1: by letters, 2: by words, 3: by paragraphs
	clicked time.Time
	clickAt fyne.Position
	pressed bool
	unit    [2]place      // what the drag began with: a word or paragraph
	at      fyne.Position // of the mouse, in the field
	follow  autoscroll.Scroll
	menu    *widget.PopUpMenu
}

// betweenClicks is how long clicks may lie apart to count as one after the other.
const betweenClicks = 400 * time.Millisecond

var (
	_ desktop.Mouseable      = (*Field)(nil)
	_ desktop.Cursorable     = (*Field)(nil)
	_ fyne.SecondaryTappable = (*Field)(nil)
	_ fyne.Draggable         = (*page)(nil)
)

// Cursor is the text cursor.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

// under returns the place nearest to a point of the field.
func (f *Field) under(at fyne.Position) (p place, late bool) {
	y := at.Y - f.view.Position().Y + f.view.Offset.Y - f.page.top()
	i := int(math.Floor(float64(y / f.ruler.high)))
	switch {
	case i < 0:
		return place{}, false
	case i >= f.lines():
		return f.end(), false
	}
	return f.placeAt(f.line(i), at.X-f.page.left())
}

// MouseDown takes the keyboard, puts the caret where the mouse is and begins a
// selection: by letters, words or paragraphs. With Shift it leads the selection
// that is.
func (f *Field) MouseDown(e *desktop.MouseEvent) {
	f.takeFocus()
	f.at = e.Position
	p, late := f.under(e.Position)
	f.goal = -1
	if e.Button == desktop.MouseButtonSecondary {
		from, to := f.selection()
		if p.before(from) || to.before(p) || from == to {
			f.lead(p, late, false)
		}
		return
	}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	f.pressed = true
	now, d := time.Now(), e.Position.Subtract(f.clickAt)
	if now.Sub(f.clicked) < betweenClicks && d.X*d.X+d.Y*d.Y < 25 {
		f.clicks = f.clicks%3 + 1
	} else {
		f.clicks = 1
	}
	f.clicked, f.clickAt = now, e.Position
	switch {
	case e.Modifier&fyne.KeyModifierShift != 0:
		f.clicks = 1
		f.lead(p, late, true)
	case f.clicks == 1:
		f.lead(p, late, false)
	default:
		f.unit[0], f.unit[1] = f.unitAt(p)
		f.from = f.unit[0]
		f.lead(f.unit[1], false, true)
	}
}

// unitAt is what a drag selects by: a word after a double click, a paragraph
// after a triple.
func (f *Field) unitAt(p place) (from, to place) {
	if f.clicks == 2 {
		return f.wordAt(p)
	}
	return place{p.paragraph, 0}, place{p.paragraph, len(f.paragraphs[p.paragraph].words)}
}

// MouseUp ends what MouseDown began.
func (f *Field) MouseUp(*desktop.MouseEvent) { f.letGo() }

func (f *Field) letGo() {
	f.pressed = false
	f.follow.Stop()
}

// dragged leads the selection's end to the mouse, and scrolls while that is
// above or below the field.
func (f *Field) dragged(at fyne.Position) {
	if !f.pressed {
		return
	}
	f.at = at
	f.leadToMouse()
	if f.beyond() != 0 {
		f.follow.Follow(f.followFor)
	} else {
		f.follow.Stop()
	}
}

func (f *Field) leadToMouse() {
	p, late := f.under(fyne.NewPos(f.at.X, max(0, min(f.at.Y, f.Size().Height-1))))
	if f.clicks < 2 {
		f.lead(p, late, true)
		return
	}
	from, to := f.unitAt(p)
	if p.before(f.unit[0]) {
		f.from = f.unit[1]
		f.lead(from, false, true)
		return
	}
	f.from = f.unit[0]
	if to.before(f.unit[1]) {
		to = f.unit[1]
	}
	f.lead(to, false, true)
}

func (f *Field) beyond() float32 { return autoscroll.Beyond(f.at.Y, f.Size().Height) }

// followFor scrolls as far as some seconds of following go.
func (f *Field) followFor(seconds float32) {
	far := f.beyond()
	if far == 0 || !f.pressed {
		return
	}
	last := max(0, f.page.high()-f.view.Size().Height)
	f.view.Offset.Y = max(0, min(f.view.Offset.Y+autoscroll.Way(far, seconds), last))
	f.leadToMouse()
}

func (f *Field) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && c.Focused() != fyne.Focusable(f) {
		c.Focus(f)
	}
}

// TappedSecondary shows what can be done with the text.
func (f *Field) TappedSecondary(e *fyne.PointEvent) { f.showMenu(e.AbsolutePosition) }

func (f *Field) menuAtCaret() {
	x := f.caretX(f.line(f.lineOf(f.caret, f.late)), f.caret.at)
	y := f.caretY() + f.ruler.high - f.view.Offset.Y + f.view.Position().Y
	f.showMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(f).AddXY(f.page.left()+x, y))
}

func (f *Field) showMenu(at fyne.Position) {
	app := fyne.CurrentApp()
	canvas := app.Driver().CanvasForObject(f)
	if canvas == nil {
		return
	}
	clipboard := app.Clipboard()
	item := func(name string, can bool, do func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(name, do)
		m.Disabled = !can
		return m
	}
	write, selected := !f.Disabled(), f.selected()
	var items []*fyne.MenuItem
	if write && f.History != nil {
		items = append(items,
			item(lang.L("Undo"), f.History.UndoName() != "", f.undo),
			item(lang.L("Redo"), f.History.RedoName() != "", f.redo),
			fyne.NewMenuItemSeparator())
	}
	items = append(items,
		item(lang.L("Cut"), write && selected, func() { f.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard}) }),
		item(lang.L("Copy"), selected, func() { f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard}) }),
		item(lang.L("Paste"), write && clipboard.Content() != "", func() { f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard}) }),
		item(lang.L("Select all"), !f.empty(), f.selectAll))
	f.menu = widget.NewPopUpMenu(fyne.NewMenu("", items...), canvas)
	f.menu.ShowAtPosition(at)
}

// Hide hides the field and its menu.
func (f *Field) Hide() {
	if f.menu != nil {
		f.menu.Hide()
	}
	f.DisableableWidget.Hide()
}
