package reader

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"parallax/data"
	"parallax/gui/autoscroll"
)

// input is where the pointer and the keyboard stand.
type input struct {
	anchor, caret int     // of the selection: where it began and where it is led
	goal          float32 // the x that Up and Down keep to; below zero: the caret's own
	keyed         bool    // the caret was led by keys or a click, so it is shown

	focused  bool
	shift    bool
	clicks   int // 1: by letters, 2: by words, 3: by sentences
	clicked  time.Time
	clickAt  fyne.Position
	whole    data.Span // the word or sentence the drag began with
	pressed  bool
	dragged  bool
	onButton bool // the press went to a pin
	pointer  fyne.Position
	over     *badge // the badge under the pointer that has more to say
	follow   autoscroll.Scroll
}

var (
	_ fyne.Focusable         = (*Pane)(nil)
	_ fyne.Draggable         = (*Pane)(nil)
	_ fyne.Scrollable        = (*Pane)(nil)
	_ fyne.Tappable          = (*Pane)(nil)
	_ fyne.SecondaryTappable = (*Pane)(nil)
	_ fyne.Shortcutable      = (*Pane)(nil)
	_ desktop.Mouseable      = (*Pane)(nil)
	_ desktop.Hoverable      = (*Pane)(nil)
	_ desktop.Cursorable     = (*Pane)(nil)
	_ desktop.Keyable        = (*Pane)(nil)
)

// offsetAt returns the place between letters nearest to a point of the pane.
func (p *Pane) offsetAt(at fyne.Position) int {
	i := p.lineAt(at)
	if i < 0 {
		return 0
	}
	x, _ := p.column()
	return p.row(i).offsetAt(at.X - x)
}

// letterAt returns the letter under a point, or the nearest place.
func (p *Pane) letterAt(at fyne.Position) int {
	i := p.lineAt(at)
	if i < 0 {
		return 0
	}
	x, _ := p.column()
	offset, _ := p.row(i).letterAt(at.X - x)
	return offset
}

// inBlank reports whether a point lies in a rank under or over this side's words.
func (p *Pane) inBlank(at fyne.Position) bool {
	y := p.top + float64(at.Y-p.topPad())
	n := p.layout.rankAt(y)
	if n < 0 {
		return false
	}
	r := &p.layout.ranks[n]
	return r.from == r.to || y < p.layout.lines[r.from].y || y > p.layout.lines[r.to-1].y+float64(p.layout.lineHeight(r.to-1))
}

func (p *Pane) lineAt(at fyne.Position) int {
	if p.layout == nil {
		return -1
	}
	return p.layout.lineAt(p.top + float64(at.Y-p.topPad()))
}

// Cursor is the text cursor over text, a hand over pins.
func (p *Pane) Cursor() desktop.Cursor {
	if p.pinAt(p.pointer) != nil {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}

// MouseIn notes where the pointer is.
func (p *Pane) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved notes where the pointer is.
func (p *Pane) MouseMoved(e *desktop.MouseEvent) {
	p.pointer = e.Position
	p.hoverOver(p.pinAt(e.Position))
	p.leadRuler(p.lineAt(e.Position))
}

// MouseOut forgets the pointer.
func (p *Pane) MouseOut() { p.hoverOver(nil) }

func (p *Pane) hoverOver(b *badge) {
	if b != nil && b.Hint == "" {
		b = nil
	}
	if b != p.over {
		p.over = b
		p.redraw()
	}
}

// MouseDown begins a click or a selection, and takes the keyboard.
func (p *Pane) MouseDown(e *desktop.MouseEvent) {
	p.takeFocus()
	p.pointer, p.dragged, p.onButton = e.Position, false, false
	if e.Button == desktop.MouseButtonSecondary {
		return
	}
	if p.pinAt(e.Position) != nil {
		p.onButton = true
		return
	}
	p.pressed = true
	now := time.Now()
	dx, dy := e.Position.X-p.clickAt.X, e.Position.Y-p.clickAt.Y
	if now.Sub(p.clicked) < between && dx*dx+dy*dy < 25 {
		p.clicks = p.clicks%3 + 1
	} else {
		p.clicks = 1
	}
	p.clicked, p.clickAt = now, e.Position
	offset := p.offsetAt(e.Position)
	p.goal, p.keyed = -1, true
	switch {
	case e.Modifier&fyne.KeyModifierShift != 0:
		p.caret = offset
		p.clicks = 1
	case p.clicks == 1:
		p.anchor, p.caret = offset, offset
	default:
		p.whole = p.unitAt(p.letterAt(e.Position))
		p.anchor, p.caret = p.whole.Start, p.whole.End
	}
	p.redraw()
}

// unitAt is what a drag selects by: a word after a double click, a sentence
// after a triple.
func (p *Pane) unitAt(offset int) data.Span {
	switch p.clicks {
	case 2:
		return p.doc.WordAt(offset)
	case 3:
		if p.SentenceAt != nil {
			return p.doc.clamp(p.SentenceAt(offset))
		}
		return p.doc.sentenceAt(offset)
	}
	return data.Span{Start: offset, End: offset}
}

// MouseUp ends what MouseDown began.
func (p *Pane) MouseUp(e *desktop.MouseEvent) {
	if p.pressed {
		p.pressed = false
		p.follow.Stop()
		if !p.dragged { // a double or triple click, or one with Shift
			p.tellSelected()
		}
	}
}

// Tapped is a click without a drag.
func (p *Pane) Tapped(e *fyne.PointEvent) {
	if b := p.pinAt(e.Position); b != nil {
		if p.OnPin != nil {
			p.OnPin(b.pins)
		}
		return
	}
	if p.onButton || p.clicks > 1 || !p.Selection().Empty() {
		return
	}
	if p.OnTapped != nil && p.layout != nil && len(p.layout.lines) > 0 && !p.inBlank(e.Position) {
		p.OnTapped(p.letterAt(e.Position))
	}
}

// TappedSecondary asks for the menu. A click outside the selection takes it away.
func (p *Pane) TappedSecondary(e *fyne.PointEvent) {
	offset := p.letterAt(e.Position)
	if sel := p.Selection(); !sel.Contains(offset) {
		at := p.offsetAt(e.Position)
		p.anchor, p.caret = at, at
		p.redraw()
	}
	if p.OnMenu != nil {
		p.OnMenu(offset, e.AbsolutePosition)
	}
}

// Dragged leads the selection.
func (p *Pane) Dragged(e *fyne.DragEvent) {
	p.pointer = e.Position
	if p.onButton || !p.pressed {
		return
	}
	p.dragged = true
	p.lead()
	if p.beyond() != 0 {
		p.follow.Follow(p.followFor)
	} else {
		p.follow.Stop()
	}
}

// lead brings the selection's end to the pointer, by whole words or sentences
// when it began so.
func (p *Pane) lead() {
	at := p.pointer
	at.Y = max(0, min(at.Y, p.viewHeight()-1))
	offset := p.offsetAt(at)
	if p.clicks > 1 {
		u := p.unitAt(offset)
		if offset < p.whole.Start {
			p.anchor, p.caret = p.whole.End, min(u.Start, offset)
		} else {
			p.anchor, p.caret = p.whole.Start, max(u.End, p.whole.End)
		}
	} else {
		p.caret = offset
	}
	p.redraw()
}

func (p *Pane) beyond() float32 { return autoscroll.Beyond(p.pointer.Y, p.viewHeight()) }

// followFor scrolls as far as some seconds of following go.
func (p *Pane) followFor(seconds float32) {
	far := p.beyond()
	if far == 0 || !p.pressed {
		return
	}
	if p.scrollTo(p.top + float64(autoscroll.Way(far, seconds))) {
		p.lead()
	}
}

// DragEnd ends leading.
func (p *Pane) DragEnd() {
	p.follow.Stop()
	if p.dragged {
		p.dragged, p.pressed = false, false
		p.tellSelected()
	}
}

// wheelStep is how far one of Fyne's units of turning moves the view.
const wheelStep = 2.2

// Scrolled turns the wheel.
func (p *Pane) Scrolled(e *fyne.ScrollEvent) {
	p.scrollTo(p.top - float64(e.Scrolled.DY)*wheelStep)
}

// FocusGained shows the pane has the keyboard.
func (p *Pane) FocusGained() {
	p.focused = true
	p.redraw()
	if p.OnFocus != nil {
		p.OnFocus()
	}
}

// FocusLost shows it no longer has.
func (p *Pane) FocusLost() {
	p.focused, p.shift = false, false
	p.redraw()
}

func (p *Pane) takeFocus() {
	if app := fyne.CurrentApp(); app != nil {
		if c := app.Driver().CanvasForObject(p); c != nil && c.Focused() != fyne.Focusable(p) {
			c.Focus(p)
		}
	}
}
