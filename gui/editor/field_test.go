package editor

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parallax/data"
)

// A stage is a field in a window, and the text its edits make.
type stage struct {
	*Field
	t    testing.TB
	said string
}

func newStage(t testing.TB, size fyne.Size) *stage {
	t.Helper()
	test.NewTempApp(t)
	f := NewField("Write what you notice…")
	w := test.NewTempWindow(t, f)
	w.SetPadded(false)
	w.Resize(size)
	s := &stage{Field: f, t: t}
	f.OnEdited = func(e data.Edit) {
		if s.said[e.At:e.At+len(e.Old)] != e.Old {
			t.Fatalf("%+v does not fit %q", e, s.said)
		}
		s.said = e.Apply(s.said)
	}
	w.Canvas().Focus(f)
	return s
}

// put shows text with the caret where | stands, and the selection begun at ^.
func (s *stage) put(text string) {
	s.SetText(strings.NewReplacer("|", "", "^", "").Replace(text))
	s.said = s.Text()
	s.caret = s.place(strings.Index(strings.ReplaceAll(text, "^", ""), "|"))
	s.from = s.caret
	if i := strings.Index(strings.ReplaceAll(text, "|", ""), "^"); i >= 0 {
		s.from = s.place(i)
	}
	s.Refresh()
}

// state is the text with its caret and selection, as put takes it.
func (s *stage) state() string {
	text := s.Text()
	if text != s.said {
		s.t.Errorf("the text is %q, its edits made %q", text, s.said)
	}
	caret, from := s.offset(s.caret), s.offset(s.from)
	switch {
	case from < caret:
		return text[:from] + "^" + text[from:caret] + "|" + text[caret:]
	case from > caret:
		return text[:caret] + "|" + text[caret:from] + "^" + text[from:]
	}
	return text[:caret] + "|" + text[caret:]
}

func (s *stage) keys(list string) {
	s.t.Helper()
	for key := range strings.FieldsSeq(list) {
		shift, ctrl := false, false
		for done := false; !done; {
			switch {
			case strings.HasPrefix(key, "Shift+"):
				shift, key = true, key[6:]
			case strings.HasPrefix(key, "Ctrl+"):
				ctrl, key = true, key[5:]
			default:
				done = true
			}
		}
		if ctrl {
			m := fyne.KeyModifierControl
			if shift {
				m |= fyne.KeyModifierShift
			}
			s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyName(key), Modifier: m})
			continue
		}
		if shift {
			s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(key)})
		s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
}

func TestKeys(t *testing.T) {
	s := newStage(t, fyne.NewSize(400, 120))
	for _, c := range []struct{ before, keys, after string }{
		{"Who |said", "Return", "Who \n|said"},
		{"a^bc|d", "Return", "a\n|d"},
		{"Who |said", "BackSpace", "Who|said"},
		{"|said", "BackSpace", "|said"},
		{"Who\n|said", "BackSpace", "Who|said"},
		{"e\u0301|a", "BackSpace", "|a"},
		{"|👩\u200d🔬a", "Delete", "|a"},
		{"a|\nb", "Delete", "a|b"},
		{"a^bc|d", "Delete", "a|d"},
		{"a|bc^d", "BackSpace", "a|d"},
		{"Who said| so", "Ctrl+BackSpace", "Who | so"},
		{"Who said |so", "Ctrl+BackSpace", "Who |so"},
		{"Who| said so", "Ctrl+Delete", "Who| so"},
		{"a^bc|d e", "Ctrl+BackSpace", "a|d e"},
		{"ab|c", "Left", "a|bc"},
		{"ab|c", "Right Right", "abc|"},
		{"a|\nb", "Right", "a\n|b"},
		{"a\n|b", "Left", "a|\nb"},
		{"a^bc|d", "Left", "a|bcd"},
		{"a|bc^d", "Right", "abc|d"},
		{"ab|c", "Shift+Left Shift+Left", "|ab^c"},
		{"ab|c", "Shift+Right Left", "ab|c"},
		{"Who said| so", "Ctrl+Left Ctrl+Left", "|Who said so"},
		{"|Who said so", "Ctrl+Right Ctrl+Shift+Right", "Who^ said| so"},
		{"שלו|ם", "Left", "שלום|"},
		{"שלו|ם", "Right", "של|ום"},
		{"one\ntw|o", "Home", "one\n|two"},
		{"one\nt|wo", "End", "one\ntwo|"},
		{"one\nt|wo", "Shift+Home", "one\n|t^wo"},
		{"one\nt|wo\nx", "Ctrl+Home", "|one\ntwo\nx"},
		{"one\nt|wo\nx", "Ctrl+Shift+End", "one\nt^wo\nx|"},
		{"one\nt|wo\nx", "Ctrl+Up Ctrl+Up", "|one\ntwo\nx"},
		{"one\nt|wo\nx", "Ctrl+Down", "one\ntwo\n|x"},
		{"one\nt|wo\nx", "Ctrl+Down Ctrl+Shift+Down", "one\ntwo\n^x|"},
		{"one\nt|wo", "Up", "o|ne\ntwo"},
		{"one\nt|wo", "Up Up", "|one\ntwo"},
		{"one two\nt\nthr|ee", "Up Up", "on|e two\nt\nthree"},
		{"one\nt|wo", "Down", "one\ntwo|"},
		{"one\n\nt|wo", "Shift+Up", "one\n|\nt^wo"},
		{"a|b\nc\nd\ne\nf\ng\nh\ni", "Next Next Next", "ab\nc\nd\ne\nf\ng\nh\ni|"},
		{"ab\nc\nd\ne\nf\ng\nh\ni|", "Prior Prior Prior", "|ab\nc\nd\ne\nf\ng\nh\ni"},
		{"ab\nc|", "Shift+Prior", "a|b\nc^"},
	} {
		s.put(c.before)
		s.keys(c.keys)
		if got := s.state(); got != c.after {
			t.Errorf("%q, %s: %q, want %q", c.before, c.keys, got, c.after)
		}
	}
}

func TestTypingAndTheClipboard(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 120))
	clipboard := fyne.CurrentApp().Clipboard()
	s.put("Who ^said| so")
	test.Type(s.Field, "tel")
	if got := s.state(); got != "Who tel| so" {
		t.Errorf("typed %q", got)
	}
	s.put("Who ^said| so")
	s.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := s.state(); got != "Who saidsaid| so" {
		t.Errorf("pasted %q", got)
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	if got := s.state(); got != "|" || clipboard.Content() != "Who saidsaid so" {
		t.Errorf("cut %q, copied %q", got, clipboard.Content())
	}
	s.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	if clipboard.Content() != "Who saidsaid so" {
		t.Error("nothing was cut, and the clipboard is empty")
	}
	clipboard.SetContent("one\r\ntwo\rthree")
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := s.state(); got != "one\ntwo\nthree|" {
		t.Errorf("pasted %q", got)
	}
	s.Disable()
	test.Type(s.Field, "x")
	s.keys("BackSpace Left Ctrl+BackSpace")
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := s.state(); got != "^one\ntwo\nthree|" {
		t.Errorf("written in while it is disabled: %q", got)
	}
}

func TestCommandsComeFirst(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 120))
	s.put("a|b")
	var heard []string
	s.OnKey = func(e *fyne.KeyEvent) bool { heard = append(heard, string(e.Name)); return e.Name == fyne.KeyDelete }
	s.OnShortcut = func(c fyne.Shortcut) bool { heard = append(heard, c.ShortcutName()); return true }
	s.keys("Delete Left Ctrl+Home")
	if got := s.state(); got != "|ab" || len(heard) != 3 {
		t.Errorf("%q after %q", got, heard)
	}
	left := false
	s.OnFocusLost = func() { left = true }
	fyne.CurrentApp().Driver().CanvasForObject(s).Unfocus()
	if !left || s.focused {
		t.Error("it was not told that writing ended")
	}
}

// history is what a field asks to undo.
type history struct{ done []string }

func (h *history) Undo()            { h.done = append(h.done, "undo") }
func (h *history) Redo()            { h.done = append(h.done, "redo") }
func (h *history) UndoName() string { return "write note" }
func (h *history) RedoName() string { return "" }

func TestUndoIsAskedOfTheHistory(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 120))
	s.put("a|b")
	s.TypedShortcut(&fyne.ShortcutUndo{}) // nobody to ask
	h := &history{}
	s.History = h
	s.TypedShortcut(&fyne.ShortcutUndo{})
	s.TypedShortcut(&fyne.ShortcutRedo{})
	s.keys("Ctrl+Shift+Z")
	if strings.Join(h.done, " ") != "undo redo redo" {
		t.Errorf("asked for %q", h.done)
	}
	s.TappedSecondary(&fyne.PointEvent{})
	items := s.menu.Items
	if len(items) != 7 {
		t.Fatalf("%d items", len(items))
	}
}

func TestAnotherStateIsShownWhereItDiffers(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 120))
	s.put("Who said so?|")
	edits := s.said
	s.Rewrite("Who ever said so?")
	if s.said != edits {
		t.Error("what was shown was told as an edit")
	}
	s.said = s.Text()
	if got := s.state(); got != "Who ever |said so?" {
		t.Errorf("%q", got)
	}
	s.Rewrite("Who ever said so?")
	if got := s.state(); got != "Who ever |said so?" {
		t.Errorf("the caret went to %q", got)
	}
}

// at is the middle of the line of a place, in the field.
func (s *stage) at(p place) fyne.Position {
	i := s.lineOf(p, false)
	y := s.page.top() + (float32(i)+0.5)*s.ruler.high - s.view.Offset.Y + s.view.Position().Y
	return fyne.NewPos(s.page.left()+s.caretX(s.line(i), p.at), y)
}

// Every place a caret can be at is found again where it is drawn.
func TestEveryPlaceIsFoundWhereItIsDrawn(t *testing.T) {
	test.NewTempApp(t)
	for seed := range uint64(25) {
		dice := rand.New(rand.NewPCG(seed, 5))
		words := strings.NewReplacer("\t", "x", "\xff", "y").Replace(randomText(dice, 60))
		s := newStage(t, fyne.NewSize(float32(60+dice.IntN(200)), 400))
		s.put(words + "|")
		for p := (place{}); ; p = s.next(p) {
			i := s.lineOf(p, false)
			n := s.line(i)
			got, _ := s.placeAt(n, s.caretX(n, p.at))
			// blanks a line is broken at may hang over its end, all at one place
			if x := s.caretX(n, got.at); got != p && x != s.caretX(n, p.at) {
				t.Fatalf("seed %d: %v drawn at %v is found as %v drawn at %v: %q", seed, p, s.caretX(n, p.at), got, x, words)
			}
			if p == s.end() {
				break
			}
		}
	}
}

func TestLettersReadFromTheRight(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 120))
	s.put("אב גד (ab) 12|")
	var shown []string
	for _, p := range s.pieces(s.line(0)) {
		shown = append(shown, p.shown)
	}
	if got := strings.Join(shown, "|"); got != "12| |(|ab|)| |גד| |אב" {
		t.Errorf("from left to right %q", got)
	}
	n := s.line(0)
	if x := s.caretX(n, 0); x != s.room {
		t.Errorf("it begins at %v of %v", x, s.room)
	}
	if first, second := s.caretX(n, 2), s.caretX(n, 4); first <= second {
		t.Errorf("letters go to the right: %v %v", first, second)
	}
	list := s.stretches(n, 0, 9)
	if len(list) != 1 || list[0].x1 != s.room {
		t.Errorf("selected %v", list)
	}
}

func (s *stage) press(at fyne.Position, button desktop.MouseButton, m fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: button, Modifier: m}
	e.Position = at
	s.MouseDown(e)
}

func (s *stage) click(at fyne.Position) {
	s.press(at, desktop.MouseButtonPrimary, 0)
	s.MouseUp(nil)
}

func TestMouse(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 120))
	fresh := func() {
		s.put("|Who said so?\nThe guards did.")
		s.clicked = s.clicked.Add(-1e12)
	}
	want := func(what, state string) {
		t.Helper()
		if got := s.state(); got != state {
			t.Errorf("%s: %q, want %q", what, got, state)
		}
	}
	fresh()
	said := s.at(place{0, 6})
	s.click(said)
	want("click", "Who sa|id so?\nThe guards did.")
	s.click(said)
	want("double click", "Who ^said| so?\nThe guards did.")
	s.click(said)
	want("triple click", "^Who said so?|\nThe guards did.")
	s.click(said)
	want("a fourth", "Who sa|id so?\nThe guards did.")
	s.press(s.at(place{1, 3}), desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	s.MouseUp(nil)
	want("Shift and click", "Who sa^id so?\nThe| guards did.")
	fresh()
	s.click(fyne.NewPos(290, 115))
	want("below the text", "Who said so?\nThe guards did.|")
	fresh()
	s.click(fyne.NewPos(290, said.Y))
	want("beside the line", "Who said so?|\nThe guards did.")
	fresh()
	s.press(said, desktop.MouseButtonPrimary, 0)
	s.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: s.at(place{1, 4}).Subtract(s.view.Position())}})
	s.page.DragEnd()
	want("drag", "Who sa^id so?\nThe |guards did.")
	s.press(s.at(place{0, 8}), desktop.MouseButtonSecondary, 0)
	want("right click on the selection", "Who sa^id so?\nThe |guards did.")
	s.press(s.at(place{1, 9}), desktop.MouseButtonSecondary, 0)
	want("right click beside it", "Who said so?\nThe guard|s did.")
	fresh()
	s.click(said)
	s.press(said, desktop.MouseButtonPrimary, 0)
	s.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: s.at(place{1, 6}).Subtract(s.view.Position())}})
	want("drag by words", "Who ^said so?\nThe guards| did.")
	s.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: s.at(place{0, 1}).Subtract(s.view.Position())}})
	want("drag back by words", "|Who said^ so?\nThe guards did.")
	s.page.DragEnd()
}

// inView are the lines that are drawn.
func (s *stage) inView() []string {
	var list []string
	for _, o := range test.WidgetRenderer(s.page).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			list = append(list, text.Text)
		}
	}
	return list
}

func TestOnlyLinesInViewAreDrawn(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 90))
	if got := s.inView(); len(got) != 1 || got[0] != "Write what you notice…" {
		t.Errorf("the hint is %q", got)
	}
	s.put(strings.Repeat("line\n", 3000) + "last|")
	s.touched()
	if got := s.inView(); len(got) > 8 || got[len(got)-1] != "last" {
		t.Errorf("at the end %q", got)
	}
	s.keys("Ctrl+Home")
	if got := s.inView(); s.view.Offset.Y != 0 || len(got) > 8 || got[0] != "line" {
		t.Errorf("at the start, scrolled by %v, %q", s.view.Offset.Y, got)
	}
	for range 40 {
		s.keys("Down")
	}
	y := s.caretY() - s.view.Offset.Y
	if y < 0 || y+s.ruler.high > s.view.Size().Height {
		t.Errorf("the caret is at %v of %v", y, s.view.Size().Height)
	}
	passed := false
	s.OnBeyond = func(*fyne.ScrollEvent) { passed = true }
	s.view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20)})
	if passed {
		t.Error("the wheel was passed on while there was more to see")
	}
	s.keys("Ctrl+End")
	s.view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20)})
	if !passed {
		t.Error("at the end the wheel was not passed on")
	}
}

func TestADragBeyondTheFieldScrolls(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 90))
	s.put("|" + strings.Repeat("line\n", 300))
	s.press(s.at(place{}), desktop.MouseButtonPrimary, 0)
	s.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 190)}})
	for range 20 {
		s.followFor(0.05)
	}
	if s.view.Offset.Y < 300 || s.caret.paragraph < 10 || s.from != (place{}) {
		t.Errorf("scrolled by %v, from %v to %v", s.view.Offset.Y, s.from, s.caret)
	}
	fyne.CurrentApp().Driver().CanvasForObject(s).Unfocus() // as a mouse let go elsewhere does
	s.page.DragEnd()
	if s.follow.Running() || !s.focused {
		t.Error("it goes on scrolling, or has not got the keys")
	}
}

func TestItGrowsWithItsText(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 90))
	least := s.MinSize().Height
	s.Highest = func() float32 { return 200 }
	s.put(strings.Repeat("line\n", 5) + "|")
	more := s.MinSize().Height
	s.put(strings.Repeat("line\n", 500) + "|")
	if most := s.MinSize().Height; more <= least || most > 200 || most < 200-s.ruler.high {
		t.Errorf("%v, %v, %v high", least, more, most)
	}
	s.Highest = func() float32 { return 20 }
	if got := s.MinSize().Height; got != least {
		t.Errorf("%v high, want %v", got, least)
	}
}

func TestTheCaretRests(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 90))
	s.blink.tick(halfBlink / 2)
	if s.page.caret.Hidden {
		t.Error("hidden at once")
	}
	s.blink.tick(halfBlink * 3 / 2)
	if !s.page.caret.Hidden {
		t.Error("not hidden")
	}
	s.put("a|")
	s.keys("Left")
	if s.page.caret.Hidden {
		t.Error("hidden while it is moved")
	}
	s.blink.tick(halfBlink * 3 / 2)
	s.blink.tick(blinkFor + 1)
	if s.page.caret.Hidden || s.blink.anim != nil {
		t.Error("it goes on blinking")
	}
	fyne.CurrentApp().Driver().CanvasForObject(s).Unfocus()
	if !s.page.caret.Hidden {
		t.Error("shown without the keys")
	}
}

func TestAnotherWidthKeepsTheText(t *testing.T) {
	s := newStage(t, fyne.NewSize(300, 90))
	s.put(strings.Repeat("Some words that are broken into lines. ", 20) + "|")
	before := s.lines()
	s.Resize(fyne.NewSize(120, 90))
	if s.lines() <= before || s.state() != strings.Repeat("Some words that are broken into lines. ", 20)+"|" {
		t.Errorf("%d lines, before %d", s.lines(), before)
	}
	for i := range s.lines() {
		n := s.line(i)
		words := strings.TrimRight(s.paragraphs[n.paragraph].words[n.from:n.to], " ")
		if w := s.ruler.measure(words); w > s.room+1 {
			t.Errorf("%q is %v wide, the room %v", words, w, s.room)
		}
	}
}
