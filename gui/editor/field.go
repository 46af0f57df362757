package editor

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

// A Field is a text field of many lines. It grows with its text as far as it
// may and is scrolled beyond. It belongs to Fyne's goroutine.
type Field struct {
	widget.DisableableWidget

	OnEdited    func(data.Edit)            // the reader changed the text; Rewrite tells nothing
	OnCaret     func(top, bottom float32)  // the caret was led to here, in the field
	OnFocusLost func()                     // writing ended
	OnKey       func(*fyne.KeyEvent) bool  // a key before the field takes it; true: it was a command
	OnShortcut  func(fyne.Shortcut) bool   // a shortcut before the field takes it; true: it was a command
	OnBeyond    func(ev *fyne.ScrollEvent) // the wheel was turned on at the end of the text
	History     History                    // what takes edits back; nil: nothing does

	MinRows int            // lines there is room for in any case
	Highest func() float32 // how high the field may get; nil: it stays as high as MinRows

	layout
	hint  layout // what is shown in place of an empty text
	view  *view
	page  *page
	caret place
	late  bool    // the caret is shown at the end of the line before, not where the next begins
	from  place   // where the selection began; the caret is its other end
	goal  float32 // the x that Up and Down keep to; below zero: the caret's own
	input
	blink blink
}

// A History takes changes back and makes them again. An empty name: there is none.
type History interface {
	Undo()
	Redo()
	UndoName() string
	RedoName() string
}

// NewField returns an empty field; hint is shown while it is.
func NewField(hint string) *Field {
	f := &Field{MinRows: 3, goal: -1}
	f.ExtendBaseWidget(f)
	r := typeRuler(f.Theme().Size(theme.SizeNameText))
	f.layout.set("", 0, r)
	f.hint.set(hint, 0, r)
	f.page = newPage(f)
	f.view = newView(f)
	f.blink.draw = func() { f.page.showCaret() }
	return f
}

// Text is what is written.
func (f *Field) Text() string { return f.String() }

// Blank reports whether nothing but white space is written.
func (f *Field) Blank() bool {
	for i := range f.paragraphs {
		if strings.TrimSpace(f.paragraphs[i].words) != "" {
			return false
		}
	}
	return true
}

// SetText shows another text from its start.
func (f *Field) SetText(words string) {
	f.layout.set(words, f.room, f.ruler)
	f.caret, f.from, f.late, f.goal = place{}, place{}, false, -1
	f.view.Offset = fyne.Position{}
	f.Refresh()
}

// Rewrite brings the text to another state and the caret behind what is other than
// it was. Lines that stay the same stay as they are.
func (f *Field) Rewrite(words string) {
	e := data.EditBetween(f.String(), words)
	if e.Old == e.New {
		return
	}
	f.caret = f.layout.edit(f.place(e.At), f.place(e.At+len(e.Old)), e.New)
	f.from, f.late, f.goal = f.caret, false, -1
	f.reveal()
	f.Refresh()
}

// SelectedText is the text of the selection.
func (f *Field) SelectedText() string { return f.between(f.selection()) }

// selection is what is selected, empty at the caret when nothing.
func (f *Field) selection() (from, to place) {
	if f.caret.before(f.from) {
		return f.caret, f.from
	}
	return f.from, f.caret
}

func (f *Field) selected() bool { return f.from != f.caret }

// Insert puts words in place of the selection, as if they were pasted.
func (f *Field) Insert(words string) {
	from, to := f.selection()
	f.change(from, to, words, false)
}

// change makes an edit of the reader.
func (f *Field) change(from, to place, words string, typed bool) {
	if f.Disabled() || from == to && words == "" {
		return
	}
	e := data.Edit{At: f.offset(from), Old: f.between(from, to), New: words, Typed: typed}
	f.caret = f.layout.edit(from, to, words)
	f.from, f.late, f.goal = f.caret, false, -1
	f.touched()
	if f.OnEdited != nil {
		f.OnEdited(e)
	}
}

// plainLines has the ends of lines as the field keeps them.
var plainLines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// touched shows where the caret is after it was led there.
func (f *Field) touched() {
	f.blink.rest()
	f.reveal()
	f.Refresh()
	if f.OnCaret != nil {
		y := f.caretY() - f.view.Offset.Y + f.view.Position().Y
		f.OnCaret(y, y+f.ruler.high)
	}
}

// lead brings the caret to a place, with extend the selection's end.
func (f *Field) lead(to place, late, extend bool) {
	f.caret, f.late = to, late
	if !extend {
		f.from = to
	}
	f.touched()
}

// caretY is the top of the caret's line on the page.
func (f *Field) caretY() float32 {
	return f.page.top() + float32(f.lineOf(f.caret, f.late))*f.ruler.high
}

// reveal scrolls the least that shows the caret's line.
func (f *Field) reveal() {
	high, y := f.view.Size().Height, f.caretY()
	at := min(f.view.Offset.Y, f.page.high()-high)
	air := f.page.top()
	at = max(at, y+f.ruler.high+air-high)
	at = max(0, min(at, y-air))
	f.view.Offset.Y = at
}

// rowsInView is how many whole lines are in view, one at least.
func (f *Field) rowsInView() int {
	return max(1, int((f.view.Size().Height-f.page.top())/f.ruler.high))
}

// fitRoom breaks the lines for a new width or type.
func (f *Field) fitRoom(width float32) {
	th := f.Theme()
	room := width - 2*th.Size(theme.SizeNameInnerPadding)
	if size := th.Size(theme.SizeNameText); f.page.size != size {
		f.page.size = size
		f.ruler = typeRuler(size)
		f.hint.ruler = f.ruler
	} else if room == f.room {
		return
	}
	f.fit(room)
	f.hint.fit(room)
	f.reveal()
}
