package editor

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"parallax/gui/bidi"
)

// input is where the keyboard and the pointer stand.
type input struct {
	focused bool
	shift   bool
	pointer
}

var (
	_ fyne.Focusable    = (*Field)(nil)
	_ fyne.Shortcutable = (*Field)(nil)
	_ fyne.Disableable  = (*Field)(nil)
	_ desktop.Keyable   = (*Field)(nil)
)

// FocusGained shows the caret.
func (f *Field) FocusGained() {
	f.focused = true
	f.blink.start()
	f.Refresh()
}

// FocusLost tells that writing ended.
func (f *Field) FocusLost() {
	f.focused, f.shift = false, false
	f.blink.stop()
	f.Refresh()
	if f.OnFocusLost != nil {
		f.OnFocusLost()
	}
}

// KeyDown notes Shift.
func (f *Field) KeyDown(e *fyne.KeyEvent) { f.shiftKey(e, true) }

// KeyUp notes Shift.
func (f *Field) KeyUp(e *fyne.KeyEvent) { f.shiftKey(e, false) }

func (f *Field) shiftKey(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		f.shift = down
	}
}

// TypedRune writes a letter.
func (f *Field) TypedRune(r rune) {
	from, to := f.selection()
	f.change(from, to, string(r), true)
}

// TypedKey moves the caret, with Shift the selection's end, or deletes.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(e) || f.Disabled() {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.TypedRune('\n')
	case fyne.KeyBackspace:
		f.delete(f.previous, true)
	case fyne.KeyDelete:
		f.delete(f.next, true)
	case fyne.KeyLeft, fyne.KeyRight:
		f.step(e.Name == fyne.KeyLeft, f.previous, f.next, true, f.shift)
	case fyne.KeyUp:
		f.stepLines(-1)
	case fyne.KeyDown:
		f.stepLines(1)
	case fyne.KeyPageUp:
		f.stepLines(-max(1, f.rowsInView()-1))
	case fyne.KeyPageDown:
		f.stepLines(max(1, f.rowsInView()-1))
	case fyne.KeyHome:
		f.toEdge(false, f.shift)
	case fyne.KeyEnd:
		f.toEdge(true, f.shift)
	case desktop.KeyMenu:
		f.menuAtCaret()
	}
}

// delete takes the selection away, or what lies between the caret and where
// step leads.
func (f *Field) delete(step func(place) place, typed bool) {
	from, to := f.selection()
	if from == to {
		to = step(from)
		if to.before(from) {
			from, to = to, from
		}
		f.change(from, to, "", typed)
		return
	}
	f.change(from, to, "", false)
}

// step moves the caret to the left or right as seen: in a paragraph read from
// the right, Left goes on. A selection is left at its end where collapse is set.
func (f *Field) step(left bool, back, on func(place) place, collapse, extend bool) {
	backwards := left != bidi.FromRight(f.paragraphs[f.caret.paragraph].words)
	from, to := f.selection()
	f.goal = -1
	switch {
	case collapse && !extend && from != to && backwards:
		f.lead(from, false, false)
	case collapse && !extend && from != to:
		f.lead(to, false, false)
	case backwards:
		f.lead(back(f.caret), false, extend)
	default:
		f.lead(on(f.caret), false, extend)
	}
}

// stepLines moves by lines and keeps to the column it began in; beyond the first
// line and the last it goes to the ends of the text.
func (f *Field) stepLines(n int) {
	i := f.lineOf(f.caret, f.late)
	if f.goal < 0 {
		f.goal = f.caretX(f.line(i), f.caret.at)
	}
	goal := f.goal
	switch to := i + n; {
	case i == 0 && n < 0:
		f.lead(place{}, false, f.shift)
	case i == f.lines()-1 && n > 0:
		f.lead(f.end(), false, f.shift)
	default:
		p, late := f.placeAt(f.line(max(0, min(to, f.lines()-1))), goal)
		f.lead(p, late, f.shift)
	}
	f.goal = goal
}

// toEdge moves to the start or the end of the caret's line.
func (f *Field) toEdge(end, extend bool) {
	n := f.line(f.lineOf(f.caret, f.late))
	f.goal = -1
	if !end {
		f.lead(place{n.paragraph, n.from}, false, extend)
		return
	}
	p, late := f.last(n)
	f.lead(p, late, extend)
}

// TypedShortcut edits with the clipboard and moves by words and to the ends.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if f.OnShortcut != nil && f.OnShortcut(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		f.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		if f.selected() && !f.Disabled() {
			f.copyTo(s.Clipboard)
			f.Insert("")
		}
	case *fyne.ShortcutPaste:
		f.Insert(plainLines.Replace(s.Clipboard.Content()))
	case *fyne.ShortcutSelectAll:
		f.selectAll()
	case *fyne.ShortcutUndo:
		f.undo()
	case *fyne.ShortcutRedo:
		f.redo()
	case *desktop.CustomShortcut:
		if !f.Disabled() {
			f.jump(s.KeyName, s.Modifier&^fyne.KeyModifierShift, s.Modifier&fyne.KeyModifierShift != 0)
		}
	}
}

func (f *Field) copyTo(c fyne.Clipboard) {
	if f.selected() {
		c.SetContent(f.SelectedText())
	}
}

func (f *Field) selectAll() {
	f.from, f.caret, f.late, f.goal = place{}, f.end(), false, -1
	f.Refresh()
}

func (f *Field) undo() {
	if f.History != nil {
		f.History.Undo()
	}
}

func (f *Field) redo() {
	if f.History != nil {
		f.History.Redo()
	}
}

// wordModifier is held to move by words.
func wordModifier() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierControl
}

// jump is a key with a modifier: by words, to the ends, to paragraphs.
func (f *Field) jump(key fyne.KeyName, modifier fyne.KeyModifier, extend bool) {
	mac := runtime.GOOS == "darwin" && modifier == fyne.KeyModifierSuper
	word, whole := modifier == wordModifier(), modifier == fyne.KeyModifierShortcutDefault
	f.goal = -1
	switch {
	case whole && key == fyne.KeyZ && extend:
		f.redo()
	case mac && (key == fyne.KeyLeft || key == fyne.KeyRight):
		f.toEdge(key == fyne.KeyRight, extend)
	case whole && key == fyne.KeyHome, mac && key == fyne.KeyUp:
		f.lead(place{}, false, extend)
	case whole && key == fyne.KeyEnd, mac && key == fyne.KeyDown:
		f.lead(f.end(), false, extend)
	case word && (key == fyne.KeyLeft || key == fyne.KeyRight):
		f.step(key == fyne.KeyLeft, f.previousWord, f.nextWord, false, extend)
	case word && key == fyne.KeyUp:
		f.toParagraph(-1, extend)
	case word && key == fyne.KeyDown:
		f.toParagraph(1, extend)
	case word && key == fyne.KeyBackspace:
		f.delete(f.previousWord, false)
	case word && key == fyne.KeyDelete:
		f.delete(f.nextWord, false)
	}
}

// toParagraph moves to the start of a paragraph: the caret's own first when it
// goes up from inside it, the text's end when there is none below.
func (f *Field) toParagraph(n int, extend bool) {
	i := f.caret.paragraph + n
	if n < 0 && f.caret.at > 0 {
		i = f.caret.paragraph
	}
	if i >= len(f.paragraphs) {
		f.lead(f.end(), false, extend)
		return
	}
	f.lead(place{max(0, i), 0}, false, extend)
}
