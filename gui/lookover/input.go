package lookover

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained, FocusLost, TypedRune, TypedKey, KeyDown, KeyUp and
// TypedShortcut are the keys of the page.
func (p *page) FocusGained() {
	p.focused = true
	p.Refresh()
}

// FocusLost is described at FocusGained.
func (p *page) FocusLost() {
	p.focused, p.shift = false, false
	p.Refresh()
}

// TypedRune is described at FocusGained.
func (p *page) TypedRune(r rune) {
	switch r {
	case 'm', 'M':
		p.command(markAs, p.menuAt())
	case 'u', 'U':
		p.command(useFor, p.menuAt())
	case 'e', 'E':
		p.command(endsHere, p.menuAt())
	case 's', 'S':
		p.command(startsHere, p.menuAt())
	}
}

// TypedKey is described at FocusGained.
func (p *page) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace:
		p.command(toggle, p.menuAt())
	case fyne.KeyUp:
		p.move(-1, p.shift)
	case fyne.KeyDown:
		p.move(1, p.shift)
	case fyne.KeyPageUp:
		p.move(-p.pageRows(), p.shift)
	case fyne.KeyPageDown:
		p.move(p.pageRows(), p.shift)
	case fyne.KeyHome:
		p.move(-len(p.rows), p.shift)
	case fyne.KeyEnd:
		p.move(len(p.rows), p.shift)
	case fyne.KeyRight, fyne.KeyReturn, fyne.KeyEnter:
		p.openCurrent()
	case fyne.KeyLeft:
		p.fold()
	case fyne.KeyEscape:
		if first, last := p.model.Selected(); first < last {
			p.model.MoveTo(p.model.Cursor(), false)
			p.moved()
			return
		}
		p.command(leave, p.menuAt())
	default:
		if p.OnKey != nil {
			p.OnKey(e)
		}
	}
}

func (p *page) openCurrent() {
	c := p.model.Cursor()
	if c < 0 {
		return
	}
	if i := rowOf(p.rows, c); p.rows[i].folded {
		first := p.rows[i].first
		p.unfold(i)
		p.model.MoveTo(first, false)
		p.moved()
	}
}

// KeyDown is described at FocusGained.
func (p *page) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		p.shift = true
	}
}

// KeyUp is described at FocusGained.
func (p *page) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		p.shift = false
	}
}

// TypedShortcut is described at FocusGained.
func (p *page) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutUndo:
		p.command(undo, p.menuAt())
	case *fyne.ShortcutRedo:
		p.command(redo, p.menuAt())
	case *fyne.ShortcutSelectAll:
		p.model.Select(0, p.model.Len()-1)
		p.unfoldAll()
	}
}

// unfoldAll opens every folded row, so that what is selected can be seen.
func (p *page) unfoldAll() {
	for i := range p.open {
		p.open[i] = true
	}
	p.build()
	p.moved()
}

// MouseDown puts the cursor where the mouse went down, or takes hold of the
// scroll bar.
func (p *page) MouseDown(e *desktop.MouseEvent) {
	p.touched = true
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	p.pressed = -1
	if e.Position.X >= p.Size().Width-scrollWide && e.Button == desktop.MouseButtonPrimary {
		p.hold(e.Position.Y)
		return
	}
	if g := p.gripAt(e.Position); g != noGrip && e.Button == desktop.MouseButtonPrimary {
		p.take(g)
		return
	}
	i := p.scroll.at(e.Position.Y)
	if i < 0 {
		return
	}
	p.pressed = i
	first, last := p.model.Selected()
	inside := first <= p.rows[i].first && p.rows[i].last <= last && first < last
	if inside && (e.Button == desktop.MouseButtonSecondary || e.Position.X < textAt) {
		return // the menu, box and role chip speak of all that is selected
	}
	p.goTo(i, e.Modifier&fyne.KeyModifierShift != 0)
}

// hold takes the thumb of the scroll bar, or brings it to y first.
func (p *page) hold(y float32) {
	at, high := p.thumb.Position().Y, p.thumb.Size().Height
	if y < at || y >= at+high {
		p.scrollThumb(y - high/2)
		at = p.thumb.Position().Y
	}
	p.grip = max(0, y-at)
}

// scrollThumb scrolls to where the thumb's top is at y.
func (p *page) scrollThumb(y float32) {
	free := p.scroll.view - p.thumb.Size().Height
	if free <= 0 {
		return
	}
	p.scroll.to(max(0, min(y/free, 1)) * max(0, p.scroll.total()-p.scroll.view))
	p.Refresh()
}

// MouseUp lets go of the scroll bar or of an end of the report.
func (p *page) MouseUp(*desktop.MouseEvent) { p.DragEnd() }

// Tapped acts on the box and the role chip of a row, and opens a folded one.
func (p *page) Tapped(e *fyne.PointEvent) {
	i := p.pressed
	if i < 0 || i >= len(p.rows) || i != p.scroll.at(e.Position.Y) || e.Position.X >= p.Size().Width-scrollWide {
		return
	}
	switch {
	case e.Position.X < chipAt-4:
		p.OnBox(p.rows[i].first)
	case e.Position.X < textAt-4:
		p.command(markAs, e.AbsolutePosition)
	case p.rows[i].folded:
		p.openCurrent()
	}
}

// TappedSecondary shows what can be done with the selected rows.
func (p *page) TappedSecondary(e *fyne.PointEvent) {
	if p.pressed >= 0 {
		p.command(showMenu, e.AbsolutePosition)
	}
}

// Dragged selects the rows the mouse goes over, scrolls by the bar, or moves an
// end of the report.
func (p *page) Dragged(e *fyne.DragEvent) {
	if p.handles.grip != noGrip {
		p.pull(e.Position.Y)
		return
	}
	if p.grip >= 0 {
		p.scrollThumb(e.Position.Y - p.grip)
		return
	}
	if p.pressed < 0 {
		return
	}
	switch {
	case e.Position.Y < 0:
		p.move(-1, true)
	case e.Position.Y >= p.scroll.view:
		p.move(1, true)
	default:
		if i := p.scroll.at(e.Position.Y); i >= 0 && i != rowOf(p.rows, p.model.Cursor()) {
			p.goTo(i, true)
		}
	}
}

// DragEnd is described at MouseUp.
func (p *page) DragEnd() {
	p.grip = -1
	if p.handles.grip != noGrip {
		p.drop()
	}
}

// Scrolled moves the page by the wheel.
func (p *page) Scrolled(e *fyne.ScrollEvent) {
	p.touched = true
	p.scroll.by(-e.Scrolled.DY)
	p.Refresh()
}
