package lookover

import (
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parallax/data"
)

// A passPage has a line to keep, one to set aside, one to call by another name,
// an end too far down, and a range of lines to move.
func passPage() data.Source {
	return madePage(
		"nav|Home News Sport",
		"headline|Council stops the ferry",
		"date|12 May 2026, 18:40",
		"body|The island council stopped the ferry on Tuesday. Nobody was hurt.",
		"related|A new boat comes in ten days, the council said.",
		"body|Photo: Ina Holm",
		"body|Islanders want to know who pays for it.",
		"body|I will never take that boat!",
		"body|Me neither.",
		"unsure|Coast News Agency",
		"legal|We use cookies",
	)
}

const passRoles = "nav headline date body body credit body unsure unsure unsure legal"

// checkPass checks what every pass is to come to.
func checkPass(t *testing.T, s *Screen, kept *data.Report) {
	t.Helper()
	if got := roles(s.model); got != passRoles {
		t.Errorf("the lines are %s\nand should be %s", got, passRoles)
	}
	for _, f := range []data.Field{data.FieldHeadline, data.FieldPublished, data.FieldCredit} {
		if fact := s.model.Fact(f); !fact.Confirmed {
			t.Errorf("%s is not agreed to: %+v", f, fact)
		}
	}
	if kept.Credit != "Coast News Agency" || kept.Headline != "Council stops the ferry" {
		t.Errorf("kept %+v", kept)
	}
}

// middleOf is where something stands in the window.
func middleOf(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(o.Size().Width/2, o.Size().Height/2)
}

// tapItem clicks the entry of the open menu with that name.
func tapItem(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	top := w.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("no menu to choose %q from", name)
	}
	for _, o := range test.LaidOutObjects(top) {
		item, ok := o.(fyne.Tappable)
		if !ok {
			continue
		}
		for _, part := range test.WidgetRenderer(o.(fyne.Widget)).Objects() {
			if text, ok := part.(*canvas.Text); ok && text.Text == name {
				item.Tapped(&fyne.PointEvent{})
				return
			}
		}
	}
	t.Fatalf("the menu has no %q", name)
}

func TestMouseAlone(t *testing.T) {
	var kept *data.Report
	s, w := show(t, passPage(), Options{OnKeep: func(r data.Report, _ data.Source, _ data.ID, _ string) { kept = &r }})
	test.WidgetRenderer(s.page).Refresh()

	click(s, at(s, 4, boxAt+3), 0) // keep a line

	click(s, at(s, 5, chipAt+10), 0) // call one what it is
	tapItem(t, w, "photo credit")

	// select two lines, the lower one first, and set both aside by the box of one
	drag(s, at(s, 8, 300), at(s, 7, 300))
	if first, last := s.model.Selected(); first != 7 || last != 8 {
		t.Fatalf("dragged over two lines, selected %d to %d", first, last)
	}
	click(s, at(s, 8, boxAt+3), 0)

	// pull the end up past the last paragraph, and down again; the start likewise
	drag(s, fyne.NewPos(300, s.page.edge(endGrip, 6)), fyne.NewPos(300, s.page.edge(endGrip, 4)))
	if _, last := s.model.TextRange(); last != 4 {
		t.Fatalf("the report ends with %d", last)
	}
	drag(s, fyne.NewPos(300, s.page.edge(startGrip, 1)), fyne.NewPos(300, s.page.edge(startGrip, 3)))
	undo := s.tools.tools[5]
	test.TapCanvas(w.Canvas(), middleOf(undo.tool))
	test.TapCanvas(w.Canvas(), middleOf(undo.tool))

	click(s, at(s, 9, textAt+30), 0) // a line tells a fact
	for _, f := range s.form.fields {
		if f.field == data.FieldCredit {
			test.TapCanvas(w.Canvas(), middleOf(f.use))
		}
	}
	for _, f := range s.form.fields {
		if f.field == data.FieldHeadline {
			test.TapCanvas(w.Canvas(), middleOf(f.agree)) // agree to one
		}
	}
	test.TapCanvas(w.Canvas(), middleOf(s.form.agreeAll)) // and to all
	test.TapCanvas(w.Canvas(), middleOf(s.keep))
	if kept == nil {
		t.Fatal("nothing is kept")
	}
	checkPass(t, s, kept)
}

func TestKeysAlone(t *testing.T) {
	var kept *data.Report
	s, w := show(t, passPage(), Options{OnKeep: func(r data.Report, _ data.Source, _ data.ID, _ string) { kept = &r }})
	keys := func(names ...fyne.KeyName) { press(w, names...) }
	letter := func(r rune) { w.Canvas().Focused().TypedRune(r) }
	shift := func(down bool) {
		e := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
		if down {
			w.Canvas().Focused().(desktop.Keyable).KeyDown(e)
		} else {
			w.Canvas().Focused().(desktop.Keyable).KeyUp(e)
		}
	}
	shortcut := func(name string) {
		t.Helper()
		for _, c := range s.Commands() {
			if c.Name == name && c.Shortcut != nil && c.Do != nil {
				c.Do()
				return
			}
		}
		t.Fatalf("no key for %q", name)
	}

	keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace) // keep a line

	keys(fyne.KeyDown) // call one what it is
	letter('m')
	for range slices.Index(data.Roles, data.PhotoCred) + 1 { // the menu opens above its first entry
		keys(fyne.KeyDown)
	}
	keys(fyne.KeyReturn)

	keys(fyne.KeyEnd, fyne.KeyUp, fyne.KeyUp) // select two lines and set both aside
	shift(true)
	keys(fyne.KeyUp)
	shift(false)
	keys(fyne.KeySpace)

	keys(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown) // the end and the start, and back
	letter('e')
	keys(fyne.KeyUp)
	letter('s')
	shortcutUndo := w.Canvas().Focused().(fyne.Shortcutable)
	shortcutUndo.TypedShortcut(&fyne.ShortcutUndo{})
	shortcutUndo.TypedShortcut(&fyne.ShortcutUndo{})

	keys(fyne.KeyEnd, fyne.KeyUp) // a line tells a fact
	letter('u')
	for _, f := range lineFields {
		keys(fyne.KeyDown)
		if f == data.FieldCredit {
			break
		}
	}
	keys(fyne.KeyReturn)

	// agree to the first fact that can be agreed to, and go back to the page
	for range 40 {
		w.Canvas().FocusNext()
		if _, ok := w.Canvas().Focused().(*tick); ok {
			break
		}
	}
	keys(fyne.KeySpace)
	if _, done := s.model.UndoStep(); !done || w.Canvas().Focused() == nil {
		t.Fatal("no fact can be agreed to with the keys")
	}
	keys(fyne.KeyEscape)
	if w.Canvas().Focused() != s.page {
		t.Fatalf("Escape leads to %T", w.Canvas().Focused())
	}
	shortcut("Agree with all")
	shortcut("Keep this report")
	if kept == nil {
		t.Fatal("nothing is kept")
	}
	checkPass(t, s, kept)
}

// Every field of the form lets go of the keys with Escape, and what is typed
// while nothing has them is for the page.
func TestKeysComeBackToThePage(t *testing.T) {
	s, w := show(t, passPage(), Options{Outlets: []string{"The Ellis Courier"}, Events: []data.Event{{ID: "e", Title: "The ferry"}}})
	for _, f := range s.form.fields {
		var o fyne.Focusable = f.pick
		if f.entry != nil {
			o = f.entry.object.Objects[0].(fyne.Focusable)
		}
		for _, o := range []fyne.Focusable{o, f.agree} {
			w.Canvas().Focus(o)
			o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if w.Canvas().Focused() != s.page {
				t.Errorf("%s: Escape leads from %T to %T", f.field, o, w.Canvas().Focused())
			}
		}
	}
	before := s.model.Cursor()
	w.Canvas().Unfocus()
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if w.Canvas().Focused() != s.page || s.model.Cursor() != before+1 {
		t.Error("a key that nothing takes is lost")
	}
	s.page.goTo(3, false)
	w.Canvas().Unfocus()
	s.TypedRune('e')
	if _, last := s.model.TextRange(); w.Canvas().Focused() != s.page || last != 3 {
		t.Error("a letter that nothing takes is lost")
	}
}

// The box of a selected line says what becomes of all, wherever the cursor is.
func TestBoxOfASelectedLine(t *testing.T) {
	s, _ := show(t, passPage(), Options{})
	test.WidgetRenderer(s.page).Refresh()
	drag(s, at(s, 3, 300), at(s, 4, 300)) // the cursor is on one that is set aside
	click(s, at(s, 3, boxAt+3), 0)        // which is kept
	if s.model.Block(3).Role.Kept() || s.model.Block(4).Role.Kept() {
		t.Errorf("the lines are %s", roles(s.model))
	}
	click(s, at(s, 4, boxAt+3), 0)
	if !s.model.Block(3).Role.Kept() || !s.model.Block(4).Role.Kept() {
		t.Errorf("the lines are %s", roles(s.model))
	}
}

// What is painted piece by piece is what painting all anew would show.
func TestScreenIsAsPaintedAnew(t *testing.T) {
	s, w := show(t, passPage(), Options{Events: []data.Event{{ID: "e", Title: "The ferry"}},
		OtherEvent: func(said string, _ data.ID) bool { return len(said) < 150 }})
	r := rand.New(rand.NewPCG(3, 4))
	for step := range 120 {
		switch r.IntN(9) {
		case 0, 1, 2:
			s.page.goTo(r.IntN(len(s.page.rows)), r.IntN(4) == 0)
		case 3:
			s.command(toggle, fyne.Position{})
		case 4:
			s.mark(data.Roles[r.IntN(len(data.Roles))])
		case 5:
			s.use(lineFields[r.IntN(len(lineFields))])
		case 6:
			s.command(undo, fyne.Position{})
		case 7:
			s.model.SetFact(data.FieldTranslated, []string{"", "fr", data.NotTranslated}[r.IntN(3)])
			s.told()
		case 8:
			s.model.SetFact(data.FieldEvent, []string{"", "The ferry"}[r.IntN(2)])
			s.told()
		}
		piecewise := test.RenderToMarkup(w.Canvas())
		s.Refresh()
		if anew := test.RenderToMarkup(w.Canvas()); anew != piecewise {
			t.Fatalf("step %d:\n%s\nanew:\n%s", step, piecewise, anew)
		}
	}
}
