package reader

import (
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parallax/data"
)

// columns are two texts with long words, side by side in a window.
func columns(t *testing.T, width float32) (*Spread, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	s := NewSpread(NewPane(data.Left), NewPane(data.Right))
	for side, text := range []string{
		"Conservationists demand investigation\nRepresentatives acknowledged the responsibilities of the shipbuilders.\nEnvironmental organisations called it “an unprecedented misunderstanding”.\nNobody was there. See https://harbour.example/news/2026/05/the-eastern-wall-and-what-became-of-it.",
		"Wall gives way\nThe Hafenverwaltungsgesellschaft said nothing.\nReconstruction begins next week, the internationally renowned specialists announced.\nTwo boats are missing.",
	} {
		s.Pane(data.Side(side)).SetDocument(NewDocument(text), map[int]Style{0: Headline})
	}
	var ties []Tie
	for i := range 3 {
		ties = append(ties, Tie{Left: s.Left.doc.Paragraph(i), Right: s.Right.doc.Paragraph(i), Strength: 0.5})
	}
	s.SetTies(ties)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 500))
	return s, w
}

// inRanks puts the paragraphs of both texts in ranks, the last ones alone.
func inRanks(s *Spread) {
	var ranks []Rank
	for i := range 3 {
		ranks = append(ranks, Rank{Left: []data.Span{s.Left.doc.Paragraph(i)}, Right: []data.Span{s.Right.doc.Paragraph(i)}})
	}
	s.SetRanks(append(ranks, Rank{Left: []data.Span{s.Left.doc.Paragraph(3)}}, Rank{Right: []data.Span{s.Right.doc.Paragraph(3)}}))
}

// broken are the ordinary words of a pane that are set in two lines though a line
// of so much room would hold them.
func broken(p *Pane, room float32) []string {
	var list []string
	for i := 1; i < len(p.layout.lines); i++ {
		a, b := p.layout.lines[i-1], p.layout.lines[i]
		if a.paragraph != b.paragraph || a.end != b.start || a.rank != b.rank {
			continue
		}
		n := p.doc.wordFrom(int(b.start))
		w := p.doc.words[n]
		text := p.doc.text[w.start:w.end]
		wide := p.doc.ruler.width(text, nil, true, p.layout.setting(b.paragraph).bold) * p.set.Size
		if int(w.start) < int(b.start) && ordinary(text) && wide <= room {
			list = append(list, text)
		}
	}
	return list
}

func fontsOf(t *testing.T) map[string]*Font {
	t.Helper()
	fonts := map[string]*Font{"noto": nil}
	for _, name := range []string{"atkinson", "andika", "opendyslexic"} {
		fonts[name] = NewFont(func(bold bool) []byte {
			weight := "-regular.woff"
			if bold {
				weight = "-bold.woff"
			}
			b, err := os.ReadFile("../../assets/fonts/" + name + weight)
			if err != nil {
				t.Fatal(err)
			}
			return b
		})
	}
	return fonts
}

// In every font, size and spacing a reader can choose, and in every window, no
// ordinary word is broken that a whole line has room for: beside each other where
// Least says that both texts have room, in ranks, and one at a time.
func TestOrdinaryWordsStayWhole(t *testing.T) {
	for name, font := range fontsOf(t) {
		s, w := columns(t, 600)
		stacked := 0
		for _, width := range []float32{380, 620, 784, 950, 1190, 1700} {
			w.Resize(fyne.NewSize(width, 500))
			for _, size := range []float32{13, 16, 28, 40} {
				for _, air := range []float32{0, 0.1, 0.2} {
					kind := Type{Font: font, Size: size, Leading: 1.5, Column: 68, Letters: air, Words: 3 * air}
					for _, p := range []*Pane{s.Left, s.Right} {
						p.SetType(kind)
					}
					whole := width - 2*mapWidth - rightMargin - s.Left.leftMargin()
					look := func(view string, panes ...*Pane) {
						t.Helper()
						for _, p := range panes {
							if words := broken(p, whole); len(words) > 0 {
								t.Errorf("%s, %s, %v wide, size %v, %v between letters: %q are broken", view, name, width, size, air, words)
							}
						}
					}
					s.SetRanks(nil)
					if width >= s.Least() {
						look("side by side", s.Left, s.Right)
						s.SetSplit(0.25)
						look("side by side, parted at a quarter", s.Left, s.Right)
						s.SetSplit(0.5)
					}
					s.ShowOnly(data.Left, true)
					look("one at a time", s.Left)
					s.ShowOnly(data.Left, false)
					inRanks(s)
					look("in ranks", s.Left, s.Right)
					if s.Stacked() {
						stacked++
					}
					if size <= 16 && air == 0 && width >= 784 && s.Stacked() {
						t.Errorf("%v wide, size %v: the columns are wide enough", width, size)
					}
				}
			}
		}
		if stacked == 0 || stacked == 6*4*3 {
			t.Errorf("%s: %d of 72 stacked", name, stacked)
		}
	}
}

// Stacked, every passage is on the page once, A above B, or B where the rank is
// about B, with room for the names and the foot; no line lies on another.
func TestStackedRanksDoNotCoverEachOther(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		docs := [2]*Document{newDocument(randomText(rng, 200), evenRuler{}), newDocument(randomText(rng, 150), evenRuler{})}
		ranks := ranksOf(rng, docs[0], docs[1])
		for n := range ranks {
			ranks[n].Foot = float32(rng.IntN(2) * 38)
			ranks[n].Aside[rng.IntN(2)] = rng.IntN(2) == 0
		}
		width, size := float32(100+rng.IntN(300)), float32(8+rng.IntN(12))
		l := newRanked(docs[0], nil, ranks, data.Left, width, sized(size))
		r := newRanked(docs[1], nil, ranks, data.Right, width, sized(size))
		level(l, r, ranks, true)
		level(l, r, ranks, true)
		bottom := 0.0
		for n := range ranks {
			upper, lower := l, r
			if ranks[n].Aside[data.Left] {
				upper, lower = r, l
			}
			for i, set := range []*layout{upper, lower} {
				k := &set.ranks[n]
				if k.below != (i == 1) || k.cell < bottom-1e-6 || k.top != l.ranks[n].top || k.height != l.ranks[n].height {
					t.Fatalf("rank %d: cell %d stands at %v, under %v", n, i, k.cell, bottom)
				}
				bottom = k.cell + CellHead
				for j := k.from; j < k.to; j++ {
					if set.lines[j].y < bottom-1e-3 {
						t.Fatalf("rank %d: line %d at %v lies over what ends at %v", n, j, set.lines[j].y, bottom)
					}
					bottom = set.lines[j].y + float64(set.lineHeight(j))
				}
				if k.from == k.to && (k.blank < bottom || k.blank > k.foot) {
					t.Fatalf("rank %d: the sign of nothing is out of its cell", n)
				}
				if math.Abs(k.foot-bottom) > 1e-3 && k.from < k.to {
					t.Fatalf("rank %d: the foot is at %v, the words end at %v", n, k.foot, bottom)
				}
				bottom = k.foot + float64(ranks[n].Foot)
			}
			if k := &l.ranks[n]; bottom > k.top+k.height+1e-3 {
				t.Fatalf("rank %d ends at %v, what is in it at %v", n, k.top+k.height, bottom)
			}
		}
	}
}

// Stacked, the pins of a side stand in the cell of its words, however many there are
// and however often they change: none lies on another, and each is clicked as the
// one of its side.
func TestStackedPinsStandInTheirCells(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 43))
	s, _ := stackedOn(t)
	bare := s.Left.layout.height
	grown := false
	for n := range 200 {
		if n%5 == 0 {
			kind := Type{Size: 30 + 12*rng.Float32(), Leading: 1.2 + rng.Float32(), Column: 68}
			s.Left.SetType(kind)
			s.Right.SetType(kind)
		}
		if !s.Stacked() {
			t.Fatal("not stacked")
		}
		for _, p := range []*Pane{s.Left, s.Right} {
			if rng.IntN(3) > 0 {
				pinned(p, rng, rng.IntN(12), rng.IntN(12))
			}
		}
		grown = grown || s.Left.layout.height > bare
		type place struct{ top, bottom float64 }
		var taken []place
		for _, p := range []*Pane{s.Left, s.Right} {
			for i := range p.badges {
				b := &p.badges[i]
				_, half := b.extent()
				k := &p.layout.ranks[p.layout.lines[p.layout.lineOf(b.Offset)].rank]
				now := place{b.y - float64(half), b.y + float64(half)}
				if now.top < k.cell || now.bottom > k.foot+0.01 {
					t.Fatalf("step %d: a pin from %v to %v in a cell from %v to %v", n, now.top, now.bottom, k.cell, k.foot)
				}
				for _, was := range taken {
					if now.top < was.bottom && was.top < now.bottom {
						t.Fatalf("step %d: pins at %v and %v", n, was, now)
					}
				}
				taken = append(taken, now)
				at := fyne.NewPos(p.pinX(b), float32(b.y-p.top)+p.topPad())
				if s.stack.at(at) != p {
					t.Fatalf("step %d: the pin at %v is clicked as the other side's", n, b.y)
				}
			}
		}
	}
	if !grown {
		t.Error("no pins needed room")
	}
	size := Type{Size: 36, Leading: 1.5, Column: 68}
	for _, p := range []*Pane{s.Left, s.Right} {
		p.SetType(size)
		p.SetPins(nil)
	}
	if got := s.Left.layout.height; got != bare || s.Right.layout.height != bare {
		t.Errorf("without pins the ranks are %v high, before them %v", got, bare)
	}
}

// stackedOn is a spread with stacked ranks.
func stackedOn(t *testing.T) (*Spread, fyne.Window) {
	t.Helper()
	s, w := columns(t, 700)
	for _, p := range []*Pane{s.Left, s.Right} {
		p.SetType(Type{Size: 36, Leading: 1.5, Column: 68})
	}
	turned := 0
	s.OnStacked = func() { turned++ }
	inRanks(s)
	if !s.Stacked() || turned != 1 || !s.stack.Visible() || s.gutter.Visible() || s.Left.Size() != s.Right.Size() {
		t.Fatalf("stacked %v, told %d times", s.Stacked(), turned)
	}
	return s, w
}

// What the pointer does over stacked texts reaches the one whose words are there:
// clicks, selections, the wheel, the menu.
func TestStackedTextsTakeThePointer(t *testing.T) {
	s, w := stackedOn(t)
	c := w.Canvas()
	for side, p := range []*Pane{s.Left, s.Right} {
		word := []string{"responsibilities", "Hafenverwaltungsgesellschaft"}[side]
		span := where(p.doc.text, word)
		p.Reveal(span)
		var tapped, menu int
		var selected data.Span
		p.OnTapped = func(offset int) { tapped = offset }
		p.OnMenu = func(offset int, _ fyne.Position) { menu = offset }
		p.OnSelected = func(s data.Span) { selected = s }
		at := p.spot(span.Start+2).AddXY(mapWidth, 0)
		test.TapCanvas(c, at)
		inside := func(at int) bool { return at >= span.Start && at < span.End }
		k := s.stack
		here := at.SubtractXY(mapWidth, 0)
		e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: here}, Button: desktop.MouseButtonPrimary}
		k.MouseMoved(e)
		if k.over != p || k.Cursor() != desktop.TextCursor {
			t.Errorf("side %d: the pointer is on the other text", side)
		}
		k.MouseDown(e)
		k.MouseUp(e)
		k.Tapped(&e.PointEvent)
		if !inside(tapped) {
			t.Errorf("side %d: a click on %q is told as %d", side, word, tapped)
		}
		p.clicks = 0
		k.MouseDown(e)
		end := p.spot(span.Start + 8)
		k.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: end}})
		k.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: end}, Button: desktop.MouseButtonPrimary})
		k.DragEnd()
		if selected.Empty() || !inside(selected.Start) || selected.End > span.End {
			t.Errorf("side %d: selected %v of %v", side, selected, span)
		}
		if other := s.Pane(p.side.Other()); !other.Selection().Empty() {
			t.Errorf("side %d: the other text is selected", side)
		}
		e.Button = desktop.MouseButtonSecondary
		k.MouseDown(e)
		k.TappedSecondary(&e.PointEvent)
		if !inside(menu) {
			t.Errorf("side %d: the menu is for %d", side, menu)
		}
		p.SetSelection(data.Span{})
	}
	top := s.Left.top
	s.stack.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20)})
	if s.Left.top <= top || s.Left.top != s.Right.top {
		t.Errorf("the wheel brought the texts from %v to %v and %v", top, s.Left.top, s.Right.top)
	}
}

// Stacked texts are painted in one picture, each where it stands, marks and all;
// beside each other again each is painted by itself.
func TestStackedTextsArePainted(t *testing.T) {
	s, w := stackedOn(t)
	inked := func(p *Pane, words string) bool {
		span := where(p.doc.text, words)
		p.Reveal(span)
		img := w.Canvas().Capture()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
		i := p.layout.lineOf(span.Start)
		x, _ := p.column()
		scale := w.Canvas().Scale()
		y0 := float32(p.layout.lines[i].y-p.top) + p.topPad() + at.Y
		ink := 0
		for y := y0; y < y0+p.layout.lineHeight(i); y++ {
			for dx := range 200 {
				if r, _, _, _ := img.At(int((at.X+x+float32(dx))*scale), int(y*scale)).RGBA(); r>>8 < 0x60 {
					ink++
				}
			}
		}
		return ink > 100
	}
	for _, words := range []string{"responsibilities", "organisations"} {
		if !inked(s.Left, words) {
			t.Errorf("%q of A is not painted", words)
		}
	}
	for _, words := range []string{"said nothing", "specialists"} {
		if !inked(s.Right, words) {
			t.Errorf("%q of B is not painted", words)
		}
	}
	w.Resize(fyne.NewSize(1700, 500))
	if s.Stacked() || s.stack.Visible() || !s.gutter.Visible() {
		t.Fatal("still stacked in a wide window")
	}
	if s.Left.paint.img == s.Right.paint.img || !inked(s.Right, "said nothing") || !inked(s.Left, "responsibilities") {
		t.Error("the texts are not painted beside each other")
	}
}

// A long text keeps its place while the window is drawn narrow and wide again.
func TestStackingKeepsThePlace(t *testing.T) {
	s, w := spreadOf(t)
	for _, p := range []*Pane{s.Left, s.Right} {
		p.SetType(Type{Size: 30, Leading: 1.5, Column: 68})
	}
	var ranks []Rank
	for i := range s.Left.doc.Paragraphs() - 1 {
		ranks = append(ranks, Rank{Left: []data.Span{s.Left.doc.Paragraph(i)}})
	}
	s.SetRanks(ranks)
	s.Left.scrollTo(2000)
	read := s.Left.TopOffset()
	for _, width := range []float32{400, 1500, 380, 960} {
		w.Resize(fyne.NewSize(width, 500))
		if s.Stacked() != (width < 500) {
			t.Fatalf("%v wide: stacked %v", width, s.Stacked())
		}
		if got := s.Left.TopOffset(); got > read || read-got > 200 {
			t.Errorf("%v wide: at %d, was at %d", width, got, read)
		}
	}
}

// A headline gives way to its longest word, down to the size of the text.
func TestHeadlineGivesWayToItsWords(t *testing.T) {
	doc := NewDocument("Conservationists meet\nA text.")
	kind := sized(20)
	last := float32(0)
	for width := float32(80); width < 900; width += 40 {
		l := newLayout(doc, map[int]Style{0: Headline}, width, kind)
		size := l.sizeOf(0)
		if size < 20 || size > 29.001 || size < last {
			t.Errorf("%v wide: the headline's size is %v after %v", width, size, last)
		}
		last = size
		wide := doc.widestIn(0, true) * size
		if size > 20 && wide > width {
			t.Errorf("%v wide: the word is %v", width, wide)
		}
		for _, ln := range l.lines {
			if text := strings.TrimSpace(doc.text[ln.start:ln.end]); size > 20 && text != "Conservationists" && text != "meet" && text != "Conservationists meet" && ln.paragraph == 0 {
				t.Errorf("%v wide: a line %q", width, text)
			}
		}
	}
	if last < 28.9 {
		t.Errorf("with all the room there is the headline's size is %v", last)
	}
}

func TestOrdinary(t *testing.T) {
	for word, want := range map[string]bool{
		"responsibilities": true, "“unprecedented": true, "well-known,": true, "fishmonger’s": true, "Ἀθῆναι": true, "(Donaudampfschifffahrtsgesellschaft": true,
		"https://harbour.example/wall": false, "name@harbour.example": false, "—": false, "": false, strings.Repeat("ab", 20): false, "snake_case": false,
	} {
		if got := ordinary(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}
