package reader

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/gui/palette"
)

const harbour = `Harbour wall gives way at Nordhaven
The old harbour wall at Nordhaven gave way on Sunday night. Nobody was on the quay.
“We had asked for repairs,” said the harbour master, Ilse Brandt.
Three fishing boats broke loose. Two were found by morning; one is still missing.`

// shown returns a pane with text in a window of a size, and the window's canvas.
func shown(t testing.TB, text string, styles map[int]Style, w, h float32) (*Pane, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	p := NewPane(data.Left)
	p.SetDocument(NewDocument(text), styles)
	win := test.NewTempWindow(t, p)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return p, win
}

// spot is the middle of the letter at offset, in the pane.
func (p *Pane) spot(offset int) fyne.Position {
	i := p.layout.lineOf(offset)
	r := p.row(i)
	x, _ := p.column()
	for _, c := range r.cells {
		if int(c.start) == offset {
			return fyne.NewPos(x+c.x+c.width/2, float32(r.y-p.top)+p.topPad()+p.layout.lineHeight(i)/2)
		}
	}
	panic(fmt.Sprint("no letter at ", offset))
}

// front is a hair left of the letter's middle: a click there is before it.
func (p *Pane) front(offset int) fyne.Position { return p.spot(offset).SubtractXY(1, 0) }

func where(text, words string) data.Span {
	i := strings.Index(text, words)
	if i < 0 {
		panic(words)
	}
	return data.Span{Start: i, End: i + len(words)}
}

func click(p *Pane, at fyne.Position, mod fyne.KeyModifier) {
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: mod}
	p.MouseDown(e)
	p.MouseUp(e)
	p.Tapped(&e.PointEvent)
}

func drag(p *Pane, from, to fyne.Position) {
	p.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})
	p.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
	p.DragEnd()
}

func TestDragSelectsLettersBetween(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	var told data.Span
	p.OnSelected = func(s data.Span) { told = s }
	want := where(harbour, "gave way on Sunday night. Nobody")
	drag(p, p.front(want.Start), p.spot(want.End-1).AddXY(1.5, 0))
	if told != want || p.SelectedText() != want.Of(harbour) {
		t.Errorf("told %q, selected %q; want %q", told.Of(harbour), p.SelectedText(), want.Of(harbour))
	}
	drag(p, p.spot(want.End-1).AddXY(1.5, 0), p.front(want.Start))
	if told != want {
		t.Errorf("led backwards: told %q", told.Of(harbour))
	}
}

func TestDoubleAndTripleClick(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	var told []string
	p.OnSelected = func(s data.Span) { told = append(told, s.Of(harbour)) }
	tapped := 0
	p.OnTapped = func(int) { tapped++ }
	at := p.spot(where(harbour, "night").Start + 2)
	for range 3 {
		click(p, at, 0)
	}
	if fmt.Sprint(told) != "[night The old harbour wall at Nordhaven gave way on Sunday night.]" {
		t.Errorf("selected %q", told)
	}
	if tapped != 1 {
		t.Errorf("tapped %d times, want once", tapped)
	}
	p.SentenceAt = func(int) data.Span { return where(harbour, "Nobody was on the quay.") }
	p.clicks = 2
	click(p, at, 0)
	if p.SelectedText() != "Nobody was on the quay." {
		t.Errorf("the caller's sentence: %q", p.SelectedText())
	}
}

func TestDragByWordsTakesWholeWords(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	at := p.spot(where(harbour, "wall at").Start + 1)
	click(p, at, 0)
	drag(p, at, p.spot(where(harbour, "Sunday").Start+1))
	if got := p.SelectedText(); got != "wall at Nordhaven gave way on Sunday" && got != "wall gives way at Nordhaven" {
		t.Errorf("selected %q", got)
	}
}

func TestShiftClickExtends(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	s := where(harbour, "fishing boats")
	click(p, p.front(s.Start), 0)
	p.clicked = p.clicked.Add(-between)
	click(p, p.spot(s.End-1).AddXY(1.5, 0), fyne.KeyModifierShift)
	if p.SelectedText() != "fishing boats" {
		t.Errorf("selected %q", p.SelectedText())
	}
}

func TestKeysSelect(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	var told string
	p.OnSelected = func(s data.Span) { told = s.Of(harbour) }
	s := where(harbour, "boats")
	p.SetSelection(data.Span{Start: s.Start, End: s.Start})
	p.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	for range 5 {
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	p.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if told != "boats" {
		t.Errorf("told %q", told)
	}
	ctrl := fyne.KeyModifierShortcutDefault
	p.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: ctrl | fyne.KeyModifierShift})
	if p.SelectedText() != "boats " {
		t.Errorf("a word further: %q", p.SelectedText())
	}
	p.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "boats " {
		t.Errorf("copied %q", got)
	}
	p.TypedShortcut(&fyne.ShortcutSelectAll{})
	if p.SelectedText() != harbour {
		t.Error("select all left some out")
	}
	p.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: ctrl})
	if !p.Selection().Empty() || p.caret != 0 {
		t.Errorf("Ctrl+Home: %v", p.Selection())
	}
	p.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: ctrl})
	if p.caret != len(harbour) {
		t.Errorf("Ctrl+End: %d", p.caret)
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	p.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if !strings.HasSuffix(harbour, p.SelectedText()) || p.SelectedText() == "" {
		t.Errorf("last line: %q", p.SelectedText())
	}
}

// Right from the start and Left from the end pass every letter once.
func TestArrowsReachEveryLetter(t *testing.T) {
	p, _ := shown(t, harbour, map[int]Style{0: Headline}, 320, 200)
	seen := map[int]bool{0: true}
	p.SetSelection(data.Span{})
	for range len(harbour) * 2 {
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		seen[p.caret] = true
	}
	for i := range harbour {
		if harbour[i] != '\n' && harbour[i] != ' ' && !seen[i] {
			t.Errorf("Right never stood before %q at %d", harbour[i:min(i+5, len(harbour))], i)
		}
	}
	if p.caret != len(harbour) {
		t.Errorf("Right ended at %d of %d", p.caret, len(harbour))
	}
	for range len(harbour) * 2 {
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	if p.caret != 0 {
		t.Errorf("Left ended at %d", p.caret)
	}
	for range 40 {
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if p.caret != len(harbour) {
		t.Errorf("Down ended at %d", p.caret)
	}
	for range 40 {
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	if p.caret != 0 {
		t.Errorf("Up ended at %d", p.caret)
	}
}

// A long text scrolls under a pointer held below the view, and the selection with it.
func TestDragBeyondTheViewScrolls(t *testing.T) {
	p, _ := shown(t, strings.Repeat(harbour+"\n", 40), nil, 500, 300)
	p.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 100)}, Button: desktop.MouseButtonPrimary})
	p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 350)}})
	was := p.Selection().End
	p.follow.Stop()
	for range 10 {
		p.followFor(0.1)
	}
	if p.top < 300 || p.Selection().End <= was {
		t.Errorf("scrolled to %.0f, selected to %d from %d", p.top, p.Selection().End, was)
	}
	p.DragEnd()
}

func TestMenuKeepsTheSelectionItIsIn(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	asked := 0
	p.OnMenu = func(int, fyne.Position) { asked++ }
	s := where(harbour, "fishing boats")
	p.SetSelection(s)
	p.TappedSecondary(&fyne.PointEvent{Position: p.spot(s.Start + 3)})
	if p.Selection() != s {
		t.Error("a right click in the selection took it away")
	}
	p.TappedSecondary(&fyne.PointEvent{Position: p.spot(where(harbour, "Brandt").Start)})
	if !p.Selection().Empty() || asked != 2 {
		t.Errorf("a right click elsewhere: %v, asked %d times", p.Selection(), asked)
	}
}

// A pin has room for its label, and the margin for the pin, up to the number of
// notes and paragraphs there may be.
func TestPinsHoldTheirLabels(t *testing.T) {
	p, w := shown(t, harbour, nil, 300, 400)
	for _, label := range []string{"8", "88", "¶8", "¶88", "288", "2888"} {
		p.SetPins([]Pin{{Label: label, Kind: RoundPin}})
		b := &p.badges[0]
		half, _ := b.extent()
		if wide := sharedFaces().width(label, nil, true, true) * 10.5; wide > 2*half-3 {
			t.Errorf("the label %s is %v wide, its pin %v", label, wide, 2*half)
		}
		p.SetPins([]Pin{{Label: label, Kind: MovePin}})
		m := &p.badges[0]
		px := float32(9.5)
		if utf8.RuneCountInString(label) > 2 {
			px = 8.5
		}
		if move, _ := m.extent(); sharedFaces().width(label, nil, true, false)*px > 2*move-3-11.5 {
			t.Errorf("the label %s is %v wide, its sign of a move has %v", label, sharedFaces().width(label, nil, true, false)*px, 2*move-14.5)
		}
		img, c := w.Canvas().Capture(), palette.Current()
		for y := range img.Bounds().Dy() {
			if r, g, bl, _ := img.At(img.Bounds().Dx()-1, y).RGBA(); r>>8 != uint32(c.Paper.R) || g>>8 != uint32(c.Paper.G) || bl>>8 != uint32(c.Paper.B) {
				t.Fatalf("the pin %s is cut at the edge", label)
			}
		}
	}
}

func TestPins(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	o := where(harbour, "Three").Start
	p.SetPins([]Pin{{Offset: o, Label: "2", ID: 7}, {Offset: o + 3, Label: "3", ID: 8}})
	var hit []int
	p.OnPin = func(pins []Pin) { hit = append(hit, pins[0].ID) }
	p.OnTapped = func(int) { t.Error("a click on a pin was taken for one on text") }
	for _, b := range p.badges {
		click(p, fyne.NewPos(p.pinX(&b), float32(b.y)+p.topPad()), 0)
	}
	if fmt.Sprint(hit) != "[7 8]" {
		t.Errorf("pins hit: %v", hit)
	}
	at := func() fyne.Position { return fyne.NewPos(p.pinX(&p.badges[0]), float32(p.badges[0].y)+p.topPad()) }
	p.SetPins([]Pin{{Offset: o, Label: "2/3", Kind: PlainPin}})
	if p.pinAt(at()) != nil {
		t.Error("a plain pin takes clicks")
	}
	p.SetPins([]Pin{{Offset: o, Label: "11", Kind: MovePin, Hint: "also in paragraph 11 of B"}})
	p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at()}})
	if p.over == nil || p.Cursor() != desktop.PointerCursor {
		t.Error("a pin under the pointer does not say more")
	}
	p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 20)}})
	if p.over != nil {
		t.Error("it still does with the pointer elsewhere")
	}
}

func TestPlaceStaysOverSizes(t *testing.T) {
	text := strings.Repeat(harbour+"\n", 60)
	p, win := shown(t, text, nil, 700, 400)
	p.ScrollTo(len(text)/2, 0)
	want := p.TopOffset()
	for _, w := range []float32{420, 900, 300, 700} {
		win.Resize(fyne.NewSize(w, 400))
		if got := p.Viewport(); !got.Contains(want) {
			t.Errorf("at width %v the view is %v, without %d", w, got, want)
		}
	}
	if got := p.TopOffset(); got != want {
		t.Errorf("back at the first width the top is %d, was %d", got, want)
	}
	for _, size := range []float32{24, 12, DefaultTextSize} {
		p.SetTextSize(size)
		if got := p.Viewport(); !got.Contains(want) {
			t.Errorf("at size %v the view is %v, without %d", size, got, want)
		}
	}
}

func TestRevealShowsTheSpan(t *testing.T) {
	text := strings.Repeat(harbour+"\n", 60)
	p, _ := shown(t, text, nil, 500, 300)
	rng := rand.New(rand.NewPCG(3, 3))
	for range 200 {
		i := rng.IntN(len(text) - 10)
		p.Reveal(data.Span{Start: i, End: i + 5})
		y0, y1 := p.extentOf(data.Span{Start: i, End: i + 5})
		if y0 < p.top || y1 > p.top+float64(p.viewHeight()) {
			t.Fatalf("%d is at %v-%v, the view at %v", i, y0, y1, p.top)
		}
		was := p.top
		p.Reveal(data.Span{Start: i, End: i + 5})
		if p.top != was {
			t.Fatalf("revealing again moved the view")
		}
	}
}

func TestWheelScrolls(t *testing.T) {
	p, win := shown(t, strings.Repeat(harbour+"\n", 60), nil, 500, 300)
	moved := 0
	p.OnScrolled = func() { moved++ }
	test.Scroll(win.Canvas(), fyne.NewPos(100, 100), 0, -50)
	if math.Abs(p.top-50*wheelStep) > 0.01 || moved != 1 {
		t.Errorf("the wheel scrolled to %v, told %d times", p.top, moved)
	}
}

// capture paints the pane as the screen would.
func capture(p *Pane, scale float32) *image.RGBA {
	s := p.raster.Size()
	return p.raster.Generator(int(s.Width*scale+0.5), int(s.Height*scale+0.5)).(*image.RGBA)
}

func is(img *image.RGBA, x, y int, c color.NRGBA) bool {
	got := img.RGBAAt(x, y)
	return got.R == c.R && got.G == c.G && got.B == c.B
}

// Each mark's colours are found where the words it marks stand, and nowhere on
// the line before or after, at every scale.
func TestMarksArePaintedAtTheirWords(t *testing.T) {
	c := palette.Current()
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		p, _ := shown(t, harbour, nil, 520, 400)
		s := where(harbour, "fishing boats")
		p.SetMarks([]Mark{{Span: s, Kind: Wording}})
		img := capture(p, scale)
		i := p.layout.lineOf(s.Start)
		r := p.row(i)
		x, _ := p.column()
		px := func(v float32) int { return int(v*scale + 0.5) }
		sh := &sheet{painter: p.paint, p: p, c: c, scale: scale, column: px(x), top: -px(p.topPad())}
		y := sh.under(i)
		x0, x1 := px(x+r.caretX(s.Start)), px(x+r.caretX(s.End))
		for xx := x0; xx < x1; xx++ {
			if !is(img, xx, y, c.Outlet(data.Left)) && !is(img, xx, y, c.Text) {
				// the tail of a letter may lie over the line
				if got := img.RGBAAt(xx, y); int(got.R)+int(got.G)+int(got.B) > 450 {
					t.Fatalf("scale %v: no underline at %d (%d-%d), %v", scale, xx, x0, x1, got)
				}
			}
		}
		for _, xx := range []int{x0 - 4, x1 + 4} {
			if is(img, xx, y, c.Outlet(data.Left)) || is(img, xx, y-3, c.Tint(data.Left)) {
				t.Errorf("scale %v: the mark spills to %d (%d-%d)", scale, xx, x0, x1)
			}
		}
		top, _ := sh.tintEdges(i)
		if !is(img, x0, top, c.Tint(data.Left)) {
			t.Errorf("scale %v: no tint above the words", scale)
		}
		p.SetHidden(map[MarkKind]bool{Wording: true})
		if img := capture(p, scale); !is(img, x0, top, c.Paper) {
			t.Errorf("scale %v: a hidden mark is painted", scale)
		}
	}
}

// Sentences told on one side only that follow each other are one area, without a
// gap where the space is between them; what another stands between is not.
func TestOnlySentencesAreOneArea(t *testing.T) {
	text := "It rained. It snowed. It cleared. All slept."
	p, _ := shown(t, text, nil, 500, 100)
	var marks []Mark
	for _, words := range []string{"It rained.", "It snowed.", "All slept."} {
		marks = append(marks, Mark{Span: where(text, words), Kind: Only})
	}
	p.SetMarks(marks)
	img := capture(p, 1)
	y := int(p.spot(0).Y) - 8 // above the letters
	for at, want := range map[string]bool{" It snowed": true, " It cleared": false, " All": false} {
		x := int(p.spot(where(text, at).Start).X)
		if got := is(img, x, y, palette.Current().Pale(data.Left)); got != want {
			t.Errorf("the space of %q is tinted: %v", at, got)
		}
	}
}

// A mark over a line's end is drawn on both lines and not over the space between.
func TestMarkBrokenOverLines(t *testing.T) {
	p, _ := shown(t, harbour, nil, 300, 400)
	var cut int
	for i := 1; i < len(p.layout.lines); i++ {
		if p.layout.lines[i].paragraph == p.layout.lines[i-1].paragraph {
			cut = i
			break
		}
	}
	before, after := p.layout.lines[cut-1], p.layout.lines[cut]
	span := data.Span{Start: int(before.end) - 3, End: int(after.start) + 3}
	if got := p.row(cut-1).intervals(span, true, nil); len(got) != 1 || got[0].x1 > p.row(cut-1).width+0.1 {
		t.Errorf("on the first line: %v of %v", got, p.row(cut-1).width)
	}
	if got := p.row(cut).intervals(span, true, nil); len(got) != 1 || got[0].x0 != 0 {
		t.Errorf("on the second line: %v", got)
	}
}

func TestEveryMarkKindPaintsInBothThemes(t *testing.T) {
	for _, kind := range []MarkKind{Wording, Only, Quote, Possible, Noted, Hit, CurrentHit, Current} {
		for _, side := range []data.Side{data.Left, data.Right} {
			p, _ := shown(t, harbour, nil, 520, 400)
			p.side = side
			plain := append([]uint8(nil), capture(p, 1).Pix...)
			p.SetMarks([]Mark{{Span: where(harbour, "Nobody was on the quay."), Kind: kind}})
			if string(plain) == string(capture(p, 1).Pix) {
				t.Errorf("kind %d on side %s leaves no trace", kind, side.Letter())
			}
		}
	}
}

// Nothing a stranger's text holds may stop the pane.
func TestStrangeTexts(t *testing.T) {
	texts := map[string]string{
		"empty":      "",
		"blank":      "\n\n \n\t\r\n",
		"nul":        "a\x00b\x01c",
		"invalid":    "a\xff\xfeb \xf0\x9f",
		"override":   "safe \u202egnp.exe\u202c text \u2066x\u2069",
		"tags":       "flag \U0001F3F4\U000E0067\U000E0062\U000E007F end",
		"zalgo":      "z" + strings.Repeat("\u0334\u0315\u0322", 4000) + "a",
		"joiners":    strings.Repeat("\u200d", 3000) + "👩" + strings.Repeat("\u200d👩", 500),
		"arabic":     "قال الرئيس إن 33 جنديا (three) قُتلوا",
		"unfamiliar": "\U00012000\U00013000\ue000\ufffd\U0010ffff",
		"spaces":     strings.Repeat(" ", 5000) + "x",
		"tall":       strings.Repeat("\n", 5000) + "x",
	}
	for name, text := range texts {
		p, _ := shown(t, text, map[int]Style{0: Headline}, 400, 300)
		p.SetMarks([]Mark{{Span: data.Span{Start: -5, End: len(text) + 5}, Kind: Only}, {Span: data.Span{Start: 1, End: 2}, Kind: Current}, {Kind: Current}})
		p.SetPins([]Pin{{Offset: len(text) + 9, Label: "9"}})
		p.SetSelectedPassages([]data.Span{{Start: 0, End: len(text)}})
		p.FocusGained()
		for _, at := range []fyne.Position{{}, {X: 100, Y: 40}, {X: 390, Y: 290}, {X: 200, Y: -10}} {
			click(p, at, 0)
			click(p, at, 0)
			click(p, at, 0)
		}
		for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyUp, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyReturn} {
			p.TypedKey(&fyne.KeyEvent{Name: k})
		}
		p.TypedShortcut(&fyne.ShortcutSelectAll{})
		p.Reveal(data.Span{Start: len(text), End: len(text)})
		capture(p, 1.25)
		if s := p.Selection(); s.End > len(text) {
			t.Errorf("%s: selection %v past the end", name, s)
		}
	}
}

func TestOverrideDoesNotTurnLetters(t *testing.T) {
	p, _ := shown(t, "safe \u202egnp.exe\u202c text", nil, 600, 200)
	r := p.row(0)
	for i := 1; i < len(r.cells); i++ {
		if r.cells[i].x < r.cells[i-1].x {
			t.Fatalf("letter %d stands left of the one before it", i)
		}
	}
}

// Documents are made in the background while the screen is painted.
func TestDocumentsInTheBackground(t *testing.T) {
	p, _ := shown(t, harbour, nil, 500, 400)
	made := make(chan *Document)
	for range 4 {
		go func() { made <- NewDocument(harbour + " مرحبا 日本 " + longText(300)) }()
	}
	for range 4 {
		capture(p, 1)
		p.SetTextSize(p.Type().Size + 1)
		capture(p, 1.5)
		p.SetDocument(<-made, nil)
	}
}

// A column at its widest holds about as many letters as one reads with ease.
func TestColumnHolds68Letters(t *testing.T) {
	p, _ := shown(t, longText(400), nil, 1400, 500)
	longest, sum, n := 0, 0, 0
	for i := range p.layout.lines[:len(p.layout.lines)-1] {
		l := p.layout.lines[i]
		if p.layout.lines[i+1].paragraph == l.paragraph {
			longest, sum, n = max(longest, int(l.end-l.start)), sum+int(l.end-l.start), n+1
		}
	}
	if longest > 80 || sum/n < 55 || sum/n > 72 {
		t.Errorf("lines hold %d letters, the longest %d", sum/n, longest)
	}
}

// The numbers of a long text's paragraphs stand in the margin, all their digits.
func TestNumbersHaveRoom(t *testing.T) {
	for _, paragraphs := range []int{9, 99, 140, 1200} {
		p, _ := shown(t, strings.Repeat("Eight days.\n", paragraphs), nil, 300, 500)
		p.ScrollTo(len(p.doc.text)-1, 0)
		img, paper := capture(p, 1), palette.Current().Paper
		for y := range img.Rect.Dy() {
			for x := range 2 { // a ring stands there while the pane has the keys
				if img.RGBAAt(x, y) != color.RGBA(paper) {
					t.Fatalf("%d paragraphs: something is painted at %d, %d", paragraphs, x, y)
				}
			}
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	p, _ := shown(b, longText(2000), nil, 600, 900)
	for b.Loop() {
		capture(p, 1)
	}
}

// In a line that reads leftwards a drag from right to left selects onwards.
func TestSelectInRightToLeftText(t *testing.T) {
	text := "قال رئيس البلدية إن 33 منزلا تضررت"
	p, _ := shown(t, text, nil, 600, 200)
	s := where(text, "رئيس البلدية")
	from, to := p.spot(s.Start).AddXY(1, 0), p.row(0).caretX(s.End)
	x, _ := p.column()
	drag(p, from, fyne.NewPos(x+to, from.Y))
	if p.SelectedText() != s.Of(text) {
		t.Errorf("selected %q, want %q", p.SelectedText(), s.Of(text))
	}
	p.SetSelection(data.Span{})
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if p.caret == 0 {
		t.Error("Left does not go on in a text that reads leftwards")
	}
	click(p, p.spot(s.Start+2), 0)
	click(p, p.spot(s.Start+2), 0)
	if p.SelectedText() != "رئيس" {
		t.Errorf("a double click selected %q", p.SelectedText())
	}
}

// The letters that name a kind of difference cover no accent of a capital where the
// word or the room before it has a place for them, at every size and scale.
func TestCodesStandClearOfAccents(t *testing.T) {
	text := "The mayor Éva Ångström of Ếtretat said so to Élan and to the Öresund board of Åland again"
	for _, size := range []float32{12.8, 16, 20, 24, 32, 40} {
		for _, scale := range []float32{1, 1.25, 1.5, 2} {
			p, _ := shown(t, text, nil, 1200, 700)
			p.SetTextSize(size)
			bare := capture(p, scale)
			bare = &image.RGBA{Pix: append([]uint8(nil), bare.Pix...), Stride: bare.Stride, Rect: bare.Rect}
			var marks []Mark
			for _, w := range []string{"Éva", "Ångström", "Ếtretat", "Élan", "Öresund", "Åland"} {
				marks = append(marks, Mark{Span: where(text, w), Kind: Pointed, Code: "NA"})
			}
			p.SetMarks(marks)
			img := capture(p, scale)
			s := p.paint.sheet(p, palette.Current(), scale)
			ink := palette.Current().Text
			for _, m := range marks {
				i := p.layout.lineOf(m.Start)
				r := p.row(i)
				c := r.cells[utf8.RuneCountInString(text[r.start:m.Start])]
				for y := s.baseline(i) - s.px(size*1.25); y < s.baseline(i)-s.px(size*0.5); y++ {
					for x := s.x(c.x); x < s.x(c.x+c.width); x++ {
						if is(bare, x, y, ink) && !is(img, x, y, ink) {
							t.Fatalf("size %v, scale %v: the letters over %q cover its accent at %d,%d", size, scale, m.Of(text), x, y)
						}
					}
				}
			}
		}
	}
}

// The line of a kind of difference leaves out the accents of the line below.
func TestFamilyLinesLeaveAccentsOut(t *testing.T) {
	c := palette.Current()
	for _, size := range []float32{12.8, 16, 20, 24, 32, 40} {
		for family := range 6 {
			text := "mmmm mmmm\nÉÉÉÉ mmmm"
			p, _ := shown(t, text, nil, 900, 700)
			ty := sized(size)
			ty.Leading = 1.2
			p.SetType(ty)
			p.layout.lines[1].y = p.layout.lines[0].y + float64(p.layout.lineHeight(0)) // as close as in one paragraph
			p.SetMarks([]Mark{{Span: data.Span{Start: 0, End: 9}, Kind: Pointed, Group: family, Code: ""}})
			img := capture(p, 1)
			s := p.paint.sheet(p, c, 1)
			found := false
			for _, ink := range s.inks(1, nil)[:4] {
				for y := ink.Min.Y; y < ink.Max.Y; y++ {
					for x := ink.Min.X; x < ink.Max.X; x++ {
						if is(img, x, y, c.Family(family)) {
							t.Fatalf("size %v, family %d: the line is on the accent at %d,%d", size, family, x, y)
						}
					}
				}
			}
			for y := range img.Rect.Dy() {
				for x := range img.Rect.Dx() {
					found = found || is(img, x, y, c.Family(family))
				}
			}
			if !found {
				t.Fatalf("size %v, family %d: there is no line", size, family)
			}
		}
	}
}
