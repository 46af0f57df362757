package reader

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"parallax/data"
	"parallax/gui/palette"
)

// A picture made by moving the last one and painting what came into view is, dot
// by dot, the picture painted of that place alone, whatever is on the text and
// whatever changes in between.
func TestMovedPictureIsThatOfThePlace(t *testing.T) {
	text := "Harbour wall gives way at Nordhaven\n" + longText(2000)
	for _, scale := range []float32{1, 1.25, 1.3, 1.5, 2} {
		rng := rand.New(rand.NewPCG(7, uint64(10*scale)))
		p, _ := shown(t, text, map[int]Style{0: Headline}, 300, 200)
		span := func(most int) data.Span {
			at := rng.IntN(len(text) - most)
			return p.doc.clamp(data.Span{Start: at, End: at + rng.IntN(most)})
		}
		mark := func() {
			var marks []Mark
			for range 600 {
				k := MarkKind(rng.IntN(int(Current) + 1))
				most := 40
				if k == Only || k == Possible || k == Quote {
					most = 900
				}
				marks = append(marks, Mark{Span: span(most), Kind: k, Group: rng.IntN(6), Code: "NA"})
			}
			p.SetMarks(marks)
		}
		changes := []func(){
			mark,
			func() {
				var pins []Pin
				for range 150 {
					pins = append(pins, Pin{Offset: rng.IntN(len(text)), Label: fmt.Sprint(rng.IntN(300)), Kind: PinKind(rng.IntN(3)), Hint: "also in paragraph 11 of B"})
				}
				p.SetPins(pins)
			},
			func() { p.SetSelectedPassages([]data.Span{span(1500), span(300)}) },
			func() { p.SetSelection(span(2000)) },
			func() { p.SetHidden(map[MarkKind]bool{MarkKind(rng.IntN(8)): true}) },
			func() { p.plain = !p.plain; p.redraw() },
			func() { p.ruler = Ruler{RulerKind(rng.IntN(4)), 1 + rng.IntN(3)}; p.redraw() },
			func() {
				p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(rng.Float32()*300, rng.Float32()*200)}})
			},
			p.FocusGained, p.FocusLost,
			func() { p.caret, p.keyed = rng.IntN(len(text)), true; p.redraw() },
			func() { p.SetType(sized(13 + float32(rng.IntN(8)))) },
		}
		for _, do := range changes[:4] {
			do()
		}
		for n := range 60 {
			switch rng.IntN(8) {
			case 0:
				changes[rng.IntN(len(changes))]()
			case 1:
				p.scrollTo(rng.Float64() * p.lastTop())
			default:
				p.scrollTo(p.top + rng.NormFloat64()*60)
			}
			sameAlone(t, p, scale, fmt.Sprintf("scale %v, step %d", scale, n))
		}
	}
}

// sameAlone captures p and compares it with a picture of it alone.
func sameAlone(t *testing.T, p *Pane, scale float32, where string) {
	t.Helper()
	got := capture(p, scale)
	alone, size := painter{masks: p.paint.masks}, p.raster.Size()
	want := alone.paint(p, int(size.Width*scale+0.5), int(size.Height*scale+0.5)).(*image.RGBA)
	for i := range got.Pix {
		if got.Pix[i] != want.Pix[i] {
			t.Fatalf("%s: at %d,%d %v, alone %v", where, i/4%got.Rect.Dx(), i/got.Stride, got.Pix[i&^3:i&^3+4], want.Pix[i&^3:i&^3+4])
		}
	}
}

// So it is where the passages stand in ranks, whose lines cross the page.
func TestMovedPictureOfRanksIsThatOfThePlace(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	s, _ := spreadOf(t)
	ranks := ranksOf(rng, s.Left.doc, s.Right.doc)
	s.SetRanks(ranks)
	for n := range 60 {
		switch rng.IntN(10) {
		case 0:
			s.Left.scrollTo(rng.Float64() * s.Left.lastTop())
		case 1:
			for i := range ranks {
				ranks[i].Foot = rng.Float32() * 30
			}
			s.SetRanks(ranks)
		case 2:
			s.Right.SetType(sized(13 + float32(rng.IntN(8))))
		default:
			s.Left.scrollTo(s.Left.top + rng.NormFloat64()*60)
		}
		for _, p := range []*Pane{s.Left, s.Right} {
			sameAlone(t, p, 1, fmt.Sprintf("side %d, step %d", p.side, n))
		}
	}
}

// One step of the wheel paints what comes into view and nothing else.
func TestWheelPaintsWhatComesIntoView(t *testing.T) {
	p, _ := shown(t, longText(3000), nil, 460, 380)
	p.scrollTo(500)
	scribble := color.RGBA{1, 2, 3, 255}
	painted := func(do func()) (rows []int) {
		img := capture(p, 1)
		for y := range img.Rect.Dy() {
			img.SetRGBA(0, y, scribble)
		}
		do()
		img = capture(p, 1)
		for y := range img.Rect.Dy() {
			if img.RGBAAt(0, y) != scribble {
				rows = append(rows, y)
			}
		}
		return rows
	}
	rows := func(from, to int) (list []int) {
		for y := from; y < to; y++ {
			list = append(list, y)
		}
		return list
	}
	wheel := func(dy float32) func() {
		return func() { p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)}) }
	}
	for name, x := range map[string]struct {
		do   func()
		want []int
	}{
		"a step down":         {wheel(-10), rows(358, 380)},
		"a step up":           {wheel(10), rows(0, 22)},
		"nothing":             {func() {}, nil},
		"farther than a view": {func() { p.scrollTo(p.top + 400) }, rows(0, 380)},
		"other marks":         {func() { p.SetMarks(nil) }, rows(0, 380)},
	} {
		if got := painted(x.do); !slices.Equal(got, x.want) {
			t.Errorf("%s paints the rows %v", name, got)
		}
	}
}

// sameSpread captures everything of a spread and compares it with pictures painted
// of the state alone.
func sameSpread(t *testing.T, s *Spread, scale float32, where string) {
	t.Helper()
	panes := []*Pane{s.Left}
	if !s.stacked {
		panes = append(panes, s.Right)
	}
	for _, p := range panes {
		sameAlone(t, p, scale, fmt.Sprintf("%s, side %d", where, p.side))
	}
	same := func(what string, size fyne.Size, painted, alone func(w, h int) image.Image) {
		w, h := int(size.Width*scale+0.5), int(size.Height*scale+0.5)
		if got, want := painted(w, h).(*image.RGBA), alone(w, h).(*image.RGBA); got.Rect != want.Rect || !slices.Equal(got.Pix, want.Pix) {
			t.Fatalf("%s: %s is another than alone", where, what)
		}
	}
	gutter := &gutter{s: s, raster: s.gutter.raster, hover: s.gutter.hover}
	gutter.Resize(s.gutter.Size())
	same("the gutter", s.gutter.raster.Size(), s.gutter.paint, gutter.paint)
	for _, m := range s.maps {
		alone := &overview{s: s, pane: m.pane, raster: m.raster, hover: m.hover, drag: m.drag}
		alone.Resize(m.Size())
		same("a map", m.raster.Size(), m.paint, alone.paint)
	}
}

// Whatever is on the texts of a spread and whatever the reader does to it, after
// each step all its pictures are those of the state alone.
func TestPicturesOfASpreadAreThoseOfItsState(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.3, 1.5, 2} {
		rng := rand.New(rand.NewPCG(13, uint64(100*scale)))
		s, win := spreadOf(t)
		pane := func() *Pane { return s.Pane(data.Side(rng.IntN(2))) }
		span := func(p *Pane, most int) data.Span {
			at := rng.IntN(len(p.doc.text) - most)
			return p.doc.clamp(data.Span{Start: at, End: at + rng.IntN(most)})
		}
		spot := func(o fyne.CanvasObject) fyne.PointEvent {
			return fyne.PointEvent{Position: fyne.NewPos(rng.Float32()*o.Size().Width, rng.Float32()*o.Size().Height)}
		}
		wheel := func() {
			up := float32(10 * (1 + rng.IntN(4)))
			if rng.IntN(2) == 0 {
				up = -up
			}
			pane().Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, up)})
		}
		mark := func() {
			p := pane()
			var marks []Mark
			for range 800 {
				k := MarkKind(rng.IntN(int(Current) + 1))
				most := 40
				if k == Only || k == Possible || k == Quote {
					most = 900
				}
				marks = append(marks, Mark{Span: span(p, most), Kind: k, Group: rng.IntN(6), Code: "NA"})
			}
			p.SetMarks(marks)
		}
		pin := func() {
			p := pane()
			var pins []Pin
			for range 250 {
				pins = append(pins, Pin{Offset: rng.IntN(len(p.doc.text)), Label: fmt.Sprint(rng.IntN(300)), Kind: PinKind(rng.IntN(3)), Hint: "also in paragraph 11 of B"})
			}
			p.SetPins(pins)
		}
		changes := []func(){
			mark, pin,
			func() { p := pane(); p.SetSelectedPassages([]data.Span{span(p, 3000), span(p, 300)}) },
			func() { p := pane(); p.SetSelection(span(p, 2000)) },
			func() { p := pane(); p.SetHidden(map[MarkKind]bool{MarkKind(rng.IntN(8)): true}) },
			func() { s.SetPlain(!s.Plain()) },
			func() { s.SetRuler(Ruler{RulerKind(rng.IntN(4)), 1 + rng.IntN(3)}) },
			func() { p := pane(); p.MouseMoved(&desktop.MouseEvent{PointEvent: spot(p)}) },
			func() { s.gutter.MouseMoved(&desktop.MouseEvent{PointEvent: spot(s.gutter)}) },
			func() { s.SelectTie(rng.IntN(len(s.ties)+1) - 1) },
			func() { s.SetRibbons(!s.Ribbons()) },
			func() { s.SetLinked(!s.Linked()) },
			func() { p := pane(); p.setCaret(rng.IntN(len(p.doc.text)), rng.IntN(2) == 0) },
			func() { pane().FocusGained() }, func() { pane().FocusLost() },
			func() {
				ty := sized(13 + float32(rng.IntN(8)))
				s.Left.SetType(ty)
				s.Right.SetType(ty)
			},
			func() {
				ties := slices.Clone(s.ties)
				for i := range ties {
					ties[i].Kind, ties[i].Ruled, ties[i].Strength = TieKind(rng.IntN(4)), rng.IntN(3) == 0, rng.Float32()
				}
				s.SetTies(ties)
			},
			func() {
				m := s.maps[rng.IntN(2)]
				m.MouseDown(&desktop.MouseEvent{PointEvent: spot(m), Button: desktop.MouseButtonPrimary})
			},
			func() { m := s.maps[rng.IntN(2)]; m.Dragged(&fyne.DragEvent{PointEvent: spot(m)}) },
			func() { s.maps[rng.IntN(2)].DragEnd() },
			func() {
				if s.Ranked() {
					s.SetRanks(nil)
				} else {
					s.SetRanks(ranksOf(rng, s.Left.doc, s.Right.doc))
				}
			},
			func() { win.Resize(fyne.NewSize(float32(380+rng.IntN(700)), float32(300+rng.IntN(300)))) },
		}
		for range 2 {
			mark()
			pin()
		}
		for n := range 60 {
			if rng.IntN(3) == 0 {
				changes[rng.IntN(len(changes))]()
			} else {
				wheel()
			}
			sameSpread(t, s, scale, fmt.Sprintf("scale %v, step %d", scale, n))
		}
	}
}

// A reading ruler that fades what is around it takes all of the veil with it when it
// is scrolled out of view, and brings all of it back.
func TestVeilComesAndGoesWhole(t *testing.T) {
	s, _ := spreadOf(t)
	s.SetRuler(Ruler{BoxRuler, 1})
	p := s.Left
	p.leadRuler(4)
	for n := range 12 {
		p.scrollTo(float64(20 * n))
		sameAlone(t, p, 1, fmt.Sprintf("down, step %d", n))
	}
	for n := range 12 {
		p.scrollTo(float64(220 - 20*n))
		sameAlone(t, p, 1, fmt.Sprintf("up, step %d", n))
	}
}

// The ring around a passage covers no line under its words, neither at its end nor
// where it steps.
func TestRingsLeaveTheLinesUnderWords(t *testing.T) {
	text := "Harbour wall gives way at Nordhaven\n" + longText(120)
	rng := rand.New(rand.NewPCG(12, 22))
	p, _ := shown(t, text, map[int]Style{0: Headline}, 420, 700)
	p.SetMarks([]Mark{{Span: data.Span{End: len(text)}, Kind: Wording}})
	line, ring := palette.Current().Outlet(data.Left), palette.Current().Selected
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		for _, size := range []float32{13, 17, 22} {
			p.SetType(sized(size))
			passages := []data.Span{p.doc.Paragraph(0)}
			for range 12 {
				at := 36 + rng.IntN(len(text)/2)
				passages = append(passages, data.Span{Start: p.doc.nextWord(at), End: p.doc.nextWord(at + 40 + rng.IntN(200))})
			}
			p.SetSelectedPassages(nil)
			bare := slices.Clone(capture(p, scale).Pix)
			for _, passage := range passages {
				p.SetSelectedPassages([]data.Span{passage})
				img := capture(p, scale)
				for y, run := 0, 0; y < img.Rect.Dy(); y++ {
					for x := range img.Rect.Dx() {
						at := y*img.Stride + 4*x
						if was := bare[at : at+3]; is(img, x, y, ring) && was[0] == line.R && was[1] == line.G && was[2] == line.B {
							run++
						} else {
							run = 0
						}
						if run > int(10*scale) { // no side or corner of the ring, which may cross a line
							t.Fatalf("scale %v, size %v: the ring around %q covers a line at %d, %d", scale, size, passage.Of(text), x, y)
						}
					}
				}
			}
		}
	}
}
