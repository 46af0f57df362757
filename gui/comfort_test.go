package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/palette"
	"parallax/gui/reader"
)

// What the reading sheet sets holds at once, is remembered, and goes back to
// how it was at first.
func TestReadingSheet(t *testing.T) {
	b := newBench(t, Options{})
	top := b.room.panes[data.Left]
	b.room.panes[data.Left].ScrollTo(len(b.session.Side(data.Left).Text)/2, 0)
	at := top.TopOffset()
	b.showReading()
	pop := b.window.Canvas().Overlays().Top()
	if pop == nil {
		t.Fatal("no sheet")
	}
	radios, sliders := map[string]*radio{}, []*slider(nil)
	walk(pop, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *radio:
			radios[o.text] = o
		case *slider:
			sliders = append(sliders, o)
		}
	})
	if len(radios) != 13 || len(sliders) != 6 {
		t.Fatalf("%d choices and %d sliders", len(radios), len(sliders))
	}
	test.Tap(radios["Andika"])
	test.Tap(radios["Cream"])
	radios["A grey bar"].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	radios["A grey bar"].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // the light box
	if radios["A grey bar"].on || !radios["A light box"].on || !radios["Cream"].on || radios["As the system"].on {
		t.Error("not one of each is chosen")
	}
	for i, v := range []float64{150, 180, 60, 10, 20, 2} {
		sliders[i].SetValue(v)
	}
	want := reader.Type{Font: b.families["andika"], Size: 24, Leading: 1.8, Column: 60, Letters: 0.1, Words: 0.2}
	for side, p := range b.room.panes {
		if got := p.Type(); got != want {
			t.Errorf("side %d is set in %+v, not %+v", side, got, want)
		}
	}
	if b.look() != palette.CreamLook || palette.Current() != &palette.Cream || b.room.spread.Ruler() != (reader.Ruler{Kind: reader.BoxRuler, Lines: 2}) {
		t.Errorf("look %q, ruler %+v", b.look(), b.room.spread.Ruler())
	}
	if view := top.Viewport(); !view.Contains(at) {
		t.Errorf("the place %d is out of view: %v", at, view)
	}
	b.remember()
	b.room.setType(reader.DefaultType())
	b.room.spread.SetRuler(reader.Ruler{})
	b.recall()
	if top.Type() != want || b.room.spread.Ruler().Kind != reader.BoxRuler || b.app.Preferences().String(prefLook) != "cream" {
		t.Errorf("remembered %+v", top.Type())
	}
	test.Tap(buttonNamed(t, pop, "As at first"))
	if top.Type() != reader.DefaultType() || b.look() != palette.System || b.room.spread.Ruler().Kind != reader.NoRuler {
		t.Errorf("not as at first: %+v", top.Type())
	}
}

func TestTextSizeSteps(t *testing.T) {
	b := newBench(t, Options{})
	percent := func() int { return int(b.room.textType().Size/reader.DefaultTextSize*100 + 0.5) }
	var up []int
	for range 12 {
		b.room.resizeText(1)
		up = append(up, percent())
	}
	if up[0] != 110 || up[6] != 250 || up[11] != 250 {
		t.Errorf("larger: %v", up)
	}
	for range 12 {
		b.room.resizeText(-1)
	}
	if percent() != 80 {
		t.Errorf("smallest is %d %%", percent())
	}
	b.room.resizeText(0)
	if percent() != 100 {
		t.Errorf("normal is %d %%", percent())
	}
}

func TestPlainTextAndRulerKeys(t *testing.T) {
	b := newBench(t, Options{})
	b.key(fyne.KeyF9)
	if !b.room.spread.Plain() {
		t.Error("F9 does not show plain text")
	}
	b.key(fyne.KeyF9)
	if b.room.spread.Plain() {
		t.Error("F9 does not show the marks again")
	}
	b.room.toggleRuler()
	if b.room.spread.Ruler().Kind != reader.BarRuler {
		t.Error("no ruler")
	}
	b.room.spread.SetRuler(reader.Ruler{Kind: reader.LineRuler})
	b.room.toggleRuler()
	b.room.toggleRuler()
	if b.room.spread.Ruler().Kind != reader.LineRuler {
		t.Error("the ruler used last does not come back")
	}
}

// The projector shows one row at a time in large letters with nothing around
// it, and leaves the room as it was.
func TestProjector(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	was := r.textType()
	b.project()
	if !r.projector.on || r.textType().Size < leastProjected || r.head.Visible() || r.foot.content.Visible() || r.shelf.content.Visible() {
		t.Fatal("the projector is not on")
	}
	if r.projector.at != 0 || !r.spread.Ranked() {
		t.Errorf("it stands on row %d", r.projector.at)
	}
	if b.window.Canvas().Focused() != nil {
		t.Error("one report has the ring of the keys around it")
	}
	for range 100 { // long passages take several pages
		if r.projector.at == 2 {
			break
		}
		b.key(fyne.KeyRight)
	}
	b.key(fyne.KeyLeft)
	if r.projector.at > 2 {
		t.Errorf("it stands on row %d", r.projector.at)
	}
	b.key(fyne.KeyF7)
	stop, _ := b.session.Stop()
	row := r.projector.rows[r.projector.at]
	if !meet(row.Left, stop.Left) && !meet(row.Right, stop.Right) {
		t.Error("the difference is not in the row shown")
	}
	test.Tap(r.projector.names)
	if r.headers[data.Left].outlet.Visible() || r.headers[data.Right].facts.Visible() {
		t.Error("the outlets' names are shown")
	}
	b.key(fyne.KeyEscape)
	if r.projector.on || r.textType() != was || !r.head.Visible() || !r.foot.content.Visible() || r.spread.Ranked() {
		t.Error("the room is not as it was")
	}
	r.toggleNames()
	if !r.headers[data.Left].outlet.Visible() {
		t.Error("the names do not come back")
	}
}

// The projector's letters are as large as the screen allows, also when it turns out
// to be larger than the window was, unless the reader chose a size.
func TestProjectedLettersFillTheScreen(t *testing.T) {
	b := newBench(t, Options{Sample: true})
	size := func() float32 { return b.room.textType().Size }
	was := size()
	b.window.Resize(fyne.NewSize(1366, 768))
	b.project()
	small := size()
	b.window.Resize(fyne.NewSize(1920, 1080))
	large := size()
	if small < leastProjected || large < 1.3*small {
		t.Errorf("letters of %v on the small screen and %v on the large one", small, large)
	}
	b.room.resizeText(-1)
	own := size()
	b.window.Resize(fyne.NewSize(1366, 768))
	if own >= large || size() != own {
		t.Errorf("the reader chose %v of %v; the smaller window has %v", own, large, size())
	}
	b.key(fyne.KeyEscape)
	b.window.Resize(fyne.NewSize(1920, 1080))
	if size() != was {
		t.Errorf("letters of %v after the projector, %v before", size(), was)
	}
}

// Where the letters are so large that two columns hold too few, the shelf gives
// way, then the reports take turns; the tools keep their names and the notes their
// place. With smaller letters all is as before.
func TestVeryLargeLettersMakeTheReportsTakeTurns(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	usual := r.textType()
	if r.takesTurns() || !r.shelf.content.Visible() {
		t.Fatal("the reports take turns with letters of the usual size")
	}
	large := usual
	large.Size, large.Letters = 2.5*reader.DefaultTextSize, 0.12
	r.setType(large)
	if r.shelf.content.Visible() || r.takesTurns() || !r.notes.content.Visible() {
		t.Errorf("at 250 %%: shelf %v, turns %v", r.shelf.content.Visible(), r.takesTurns())
	}
	large.Letters = 0.3
	r.setType(large)
	if !r.takesTurns() || !r.turns.Visible() || r.panes[data.Right].Visible() || !r.notes.content.Visible() || r.findTool.Text == "" {
		t.Errorf("with room between the letters: turns %v", r.takesTurns())
	}
	r.show(1)
	if r.takesTurns() || !r.panes[data.Right].Visible() {
		t.Error("matched rows show one report")
	}
	r.show(sideBySideView)
	r.setType(usual)
	if r.takesTurns() || !r.shelf.content.Visible() || !r.panes[data.Right].Visible() {
		t.Error("the room is not as it was")
	}
}

// The words in the tables are as large as the reader reads.
func TestTablesFollowTheTextSize(t *testing.T) {
	b := newBench(t, Options{})
	v := b.wordsOn(lens.Order)
	high := v.rows[0].HeightFor(600)
	large := b.room.textType()
	large.Size = 2 * reader.DefaultTextSize
	b.room.setType(large)
	if got := v.rows[0].cells[0][0].size; got != 2*wordingText {
		t.Errorf("words of %v", got)
	}
	if got := v.rows[0].HeightFor(600); got < 1.9*high {
		t.Errorf("a row is %v high, before %v", got, high)
	}
	for _, o := range v.sheet.items {
		if s, ok := o.(*slope); ok && s.step()-s.more(s.Size().Width) != 2*slopeStep {
			t.Errorf("boxes stand %v apart", s.step())
		}
	}
}

// Plain text gives nothing away: no legend, no count, no card, no difference to go
// to. What would lead there says how the marks come back, and they come back.
func TestPlainTextIsPlain(t *testing.T) {
	b := newBench(t, Options{})
	r := b.room
	b.key(fyne.KeyF7)
	for b.session.Pair() < 0 {
		b.key(fyne.KeyF7)
	}
	b.settle()
	if !r.tie.content.Visible() {
		t.Fatal("no card on a pair")
	}
	b.key(fyne.KeyF9)
	b.settle()
	bare := func(what string) {
		t.Helper()
		if _, at := b.session.Stop(); at >= 0 || b.session.Pair() >= 0 {
			t.Errorf("%s: there is a current difference", what)
		}
		if r.tie.content.Visible() || r.foot.marked.Visible() || !r.foot.plain.Visible() {
			t.Errorf("%s: card %v, legend %v", what, r.tie.content.Visible(), r.foot.marked.Visible())
		}
	}
	bare("F9")
	for _, do := range []func(){
		func() { b.key(fyne.KeyF7) },
		func() { b.key(fyne.KeyF8) },
		func() { r.marked(r.bringLevel)() },
		func() { r.marked(r.togglePointers)() },
	} {
		r.banner.Show("")
		do()
		b.settle()
		bare("a key")
		if !r.banner.content.Visible() || !strings.Contains(r.banner.text.Text, "F9") {
			t.Error("nothing says how the marks come back")
		}
	}
	r.panes[data.Left].OnTapped(len(b.session.Side(data.Left).Text) / 2)
	b.settle()
	bare("a click")
	if m := b.marksMenu(); !m.Disabled {
		t.Error("marks can be chosen that are not shown")
	}
	b.window.Resize(fyne.NewSize(860, 640))
	b.window.Resize(fyne.NewSize(1340, 720))
	bare("a narrow window")
	r.foot.OnMarks()
	if r.spread.Plain() || !r.foot.marked.Visible() || r.foot.plain.Visible() || !r.foot.counts.Visible() || r.banner.content.Visible() {
		t.Error("the marks are not back")
	}
	b.key(fyne.KeyF7)
	if _, at := b.session.Stop(); at < 0 {
		t.Error("F7 leads nowhere")
	}
}

// In a high window the reading sheet is as high as what is in it, in a low one it
// is scrolled.
func TestReadingSheetIsAsHighAsItMay(t *testing.T) {
	b := newBench(t, Options{})
	for high, whole := range map[float32]bool{1200: true, 720: false} {
		b.window.Resize(fyne.NewSize(1340, high))
		b.showReading()
		top := b.window.Canvas().Overlays().Top()
		walk(top, func(o fyne.CanvasObject) {
			if s, ok := o.(*container.Scroll); ok {
				if room := s.Size().Height - s.Content.MinSize().Height; room >= 0 != whole || room > 20 {
					t.Errorf("in a window %v high there are %v left under what is in the sheet", high, room)
				}
			}
		})
		top.Hide()
	}
}
