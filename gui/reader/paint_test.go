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
)

// A picture made by moving the last one and painting what came into view is, dot
// by dot, the picture painted of that place alone, whatever is on the text and
// whatever changes in between. The round edge of a pin that is cut may differ by
// what nobody sees: its cover is rounded from another corner.
func TestMovedPictureIsThatOfThePlace(t *testing.T) {
	text := "Harbour wall gives way at Nordhaven\n" + longText(2000)
	for _, scale := range []float32{1, 1.3, 2} {
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
		if d := int(got.Pix[i]) - int(want.Pix[i]); d > 3 || d < -3 {
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
