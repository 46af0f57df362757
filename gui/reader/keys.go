package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"parallax/data"
)

// KeyDown notes Shift.
func (p *Pane) KeyDown(e *fyne.KeyEvent) { p.shiftKey(e, true) }

// KeyUp notes Shift.
func (p *Pane) KeyUp(e *fyne.KeyEvent) { p.shiftKey(e, false) }

func (p *Pane) shiftKey(e *fyne.KeyEvent, down bool) {
	if e.Name != desktop.KeyShiftLeft && e.Name != desktop.KeyShiftRight {
		return
	}
	if p.shift && !down {
		p.tellSelected()
	}
	p.shift = down
}

// TypedRune turns the page on a space, back with Shift.
func (p *Pane) TypedRune(r rune) {
	switch {
	case r == ' ' && p.shift:
		p.turnPage(-1)
	case r == ' ':
		p.turnPage(1)
	}
}

// TypedKey moves the caret, with Shift the selection's end.
func (p *Pane) TypedKey(e *fyne.KeyEvent) {
	if p.OnKey != nil && p.OnKey(e) || p.layout == nil || len(p.layout.lines) == 0 {
		return
	}
	if !p.keyed { // the keyboard came by Tab: begin where one reads
		p.anchor, p.caret, p.keyed = p.TopOffset(), p.TopOffset(), true
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		p.step(e.Name == fyne.KeyLeft)
	case fyne.KeyUp:
		p.stepLines(-1)
	case fyne.KeyDown:
		p.stepLines(1)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		n := 1
		if e.Name == fyne.KeyPageUp {
			n = -1
		}
		p.stepPage(n)
	case fyne.KeyHome:
		p.moveTo(int(p.layout.lines[p.layout.lineOf(p.caret)].start), p.shift)
	case fyne.KeyEnd:
		p.moveTo(int(p.layout.lines[p.layout.lineOf(p.caret)].end), p.shift)
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.OnTapped != nil {
			p.OnTapped(p.caret)
		}
	case desktop.KeyMenu:
		p.menuAtCaret()
	case fyne.KeyEscape:
		if !p.Selection().Empty() {
			p.moveTo(p.caret, false)
		}
	}
}

// TypedShortcut copies, selects all, and moves by words and to the ends.
func (p *Pane) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if text := p.SelectedText(); text != "" {
			fyne.CurrentApp().Clipboard().SetContent(text)
		}
	case *fyne.ShortcutSelectAll:
		p.anchor, p.caret, p.keyed = 0, len(p.doc.text), true
		p.redraw()
		p.tellSelected()
	case *desktop.CustomShortcut:
		if s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault {
			p.jump(s.KeyName, s.Modifier&fyne.KeyModifierShift != 0)
		}
	}
}

// jump is an arrow, Home or End with Ctrl.
func (p *Pane) jump(key fyne.KeyName, extend bool) {
	if p.layout == nil || len(p.layout.lines) == 0 {
		return
	}
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		if (key == fyne.KeyLeft) != p.leftward() {
			p.moveTo(p.doc.prevWord(p.caret), extend)
		} else {
			p.moveTo(p.doc.nextWord(p.caret), extend)
		}
	case fyne.KeyUp, fyne.KeyDown:
		p.moveTo(p.nextParagraph(key == fyne.KeyDown), extend)
	case fyne.KeyHome:
		p.moveTo(0, extend)
	case fyne.KeyEnd:
		p.moveTo(len(p.doc.text), extend)
	default:
		return
	}
	if extend && !p.shift {
		p.tellSelected()
	}
}

// leftward reports whether the caret's paragraph reads from right to left.
func (p *Pane) leftward() bool { return p.doc.paragraphs[p.doc.ParagraphAt(p.caret)].rtl }

func (p *Pane) nextParagraph(down bool) int {
	i := p.doc.ParagraphAt(p.caret)
	if !down && p.caret > p.doc.paragraphs[i].Start {
		return p.doc.paragraphs[i].Start
	}
	for {
		if down {
			i++
		} else {
			i--
		}
		if i < 0 {
			return 0
		}
		if i >= len(p.doc.paragraphs) {
			return len(p.doc.text)
		}
		if q := &p.doc.paragraphs[i]; q.first < q.last {
			return q.Start
		}
	}
}

// moveTo leads the caret to offset and into view.
func (p *Pane) moveTo(offset int, extend bool) {
	p.goal = -1
	p.setCaret(offset, extend)
}

func (p *Pane) setCaret(offset int, extend bool) {
	p.caret = max(0, min(offset, len(p.doc.text)))
	p.keyed = true
	if !extend {
		p.anchor = p.caret
	}
	y0, y1 := p.extentOf(data.Span{Start: p.caret, End: p.caret})
	air, view := float64(p.set.Size)*0.8, float64(p.viewHeight())
	if y0-air < p.top {
		p.scrollTo(y0 - air)
	} else if y1+air > p.top+view {
		p.scrollTo(y1 + air - view)
	}
	p.leadRuler(p.layout.lineOf(p.caret))
	p.redraw()
}

// step moves one letter to the left or to the right as seen on the screen's
// paragraph: in a paragraph that reads leftwards, Left goes on.
func (p *Pane) step(left bool) {
	back := left != p.leftward()
	if sel := p.Selection(); !sel.Empty() && !p.shift {
		if back {
			p.moveTo(sel.Start, false)
		} else {
			p.moveTo(sel.End, false)
		}
		return
	}
	if back {
		p.moveTo(p.before(p.caret), p.shift)
	} else {
		p.moveTo(p.after(p.caret), p.shift)
	}
}

// before is the place one letter before offset.
func (p *Pane) before(offset int) int {
	i := p.layout.lineOf(offset)
	if at, ok := p.row(i).caretBefore(offset); ok {
		return at
	}
	if i == 0 {
		return int(p.layout.lines[0].start)
	}
	return int(p.layout.lines[i-1].end)
}

// after is the place one letter after offset.
func (p *Pane) after(offset int) int {
	i := p.layout.lineOf(offset)
	if at, ok := p.row(i).caretAfter(offset); ok {
		return at
	}
	if i+1 < len(p.layout.lines) {
		return int(p.layout.lines[i+1].start)
	}
	return int(p.layout.lines[i].end)
}

// stepLines moves by lines and keeps to the column it began in.
func (p *Pane) stepLines(n int) {
	i := p.layout.lineOf(p.caret)
	if p.goal < 0 {
		p.goal = p.row(i).caretX(p.caret)
	}
	to := i + n
	switch {
	case to < 0:
		p.setCaret(int(p.layout.lines[0].start), p.shift)
	case to >= len(p.layout.lines):
		p.setCaret(int(p.layout.lines[len(p.layout.lines)-1].end), p.shift)
	default:
		p.setCaret(p.onLine(to), p.shift)
	}
}

// onLine is the place on line i nearest to the column kept to. It stays on that
// line: the place after a line's last letter may belong to the next.
func (p *Pane) onLine(i int) int {
	r := p.row(i)
	offset := r.offsetAt(p.goal)
	if p.layout.lineOf(offset) != i {
		offset, _ = r.caretBefore(offset)
	}
	return offset
}

// stepPage turns the page and takes the caret along.
func (p *Pane) stepPage(n int) {
	i := p.layout.lineOf(p.caret)
	if p.goal < 0 {
		p.goal = p.row(i).caretX(p.caret)
	}
	y, _ := p.extentOf(data.Span{Start: p.caret, End: p.caret})
	on := y - p.top
	if view := float64(p.viewHeight()); on < 0 || on > view {
		on = view / 3
	}
	old := p.top
	p.turnPage(n)
	to := p.layout.lineAt(p.top + on - float64(p.topPad()) + 1)
	if p.top == old { // at an end already
		to = 0
		if n > 0 {
			to = len(p.layout.lines) - 1
		}
	}
	goal := p.goal
	p.setCaret(p.onLine(to), p.shift)
	p.goal = goal
}

func (p *Pane) menuAtCaret() {
	if p.OnMenu == nil {
		return
	}
	i := p.layout.lineOf(p.caret)
	x, _ := p.column()
	_, y := p.extentOf(data.Span{Start: p.caret, End: p.caret})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	p.OnMenu(p.caret, at.AddXY(x+p.row(i).caretX(p.caret), float32(y-p.top)))
}

// turnPage scrolls by nearly a view: two lines stay.
func (p *Pane) turnPage(n int) bool {
	page := float64(p.viewHeight()) - 3*float64(p.set.Size)
	return p.scrollTo(p.top + float64(n)*max(page, float64(p.set.Size)))
}
