package reader

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parallax/data"
)

// spreadOf shows two long texts with every third sentence of one tied to one of
// the other.
func spreadOf(t testing.TB) (*Spread, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	left, right := NewPane(data.Left), NewPane(data.Right)
	s := NewSpread(left, right)
	a, b := longText(3000), strings.Repeat("Nobody was on the quay that night.\n", 90)+longText(3000)
	left.SetDocument(NewDocument(a), nil)
	right.SetDocument(NewDocument(b), nil)
	var ties []Tie
	shift := len(b) - len(a)
	for i := 0; i < left.doc.Paragraphs()-1; i += 3 {
		p := left.doc.Paragraph(i)
		ties = append(ties, Tie{Left: p, Right: data.Span{Start: p.Start + shift, End: p.End + shift}, Strength: 0.8})
	}
	first, last := ties[4], ties[12]
	ties = append(ties, Tie{Left: first.Left, Right: last.Right, Strength: 0.1}) // told in another order
	s.SetTies(ties)
	win := test.NewTempWindow(t, s)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(960, 500))
	return s, win
}

// onScreen is a span's first line from the top of the view.
func onScreen(p *Pane, s data.Span) float64 {
	y, _ := p.extentOf(s)
	return y - p.top
}

func TestLinkedScrollingFollowsTheTies(t *testing.T) {
	s, _ := spreadOf(t)
	last := -1.0
	for top := 500.0; top < s.Left.lastTop()-500; top += 40 {
		s.Left.scrollTo(top)
		if s.Right.top < last {
			t.Fatalf("at %v the right pane went back to %v from %v", top, s.Right.top, last)
		}
		last = s.Right.top
	}
	s.Left.scrollTo(s.Left.lastTop())
	if math.Abs(s.Right.top-s.Right.lastTop()) > 1 {
		t.Errorf("at the end the right pane stands at %v of %v", s.Right.top, s.Right.lastTop())
	}
	s.Right.scrollTo(0)
	if s.Left.top > 1 {
		t.Errorf("at the top the left pane stands at %v", s.Left.top)
	}
	tie := s.ties[10]
	y, _ := s.Left.extentOf(tie.Left)
	s.Left.scrollTo(y - readingShare*float64(s.Left.viewHeight()))
	if d := onScreen(s.Left, tie.Left) - onScreen(s.Right, tie.Right); math.Abs(d) > 1 {
		t.Errorf("a tied passage at the reading line is %v off", d)
	}
}

func TestSelectTieBringsPartnersLevel(t *testing.T) {
	s, win := spreadOf(t)
	for _, i := range []int{10, 3, 15, len(s.ties) - 1} {
		s.SelectTie(i)
		tie := s.ties[i]
		if d := onScreen(s.Left, tie.Left) - onScreen(s.Right, tie.Right); math.Abs(d) > 1 {
			t.Errorf("tie %d is %v off", i, d)
		}
		if y := onScreen(s.Left, tie.Left); y < 0 || y > float64(s.Left.viewHeight()) {
			t.Errorf("tie %d is out of view at %v", i, y)
		}
	}
	s.SelectTie(10)
	win.Resize(fyne.NewSize(820, 460))
	tie := s.ties[10]
	if d := onScreen(s.Left, tie.Left) - onScreen(s.Right, tie.Right); math.Abs(d) > 1 {
		t.Errorf("in a smaller window the tie is %v off", d)
	}
	was := s.Left.top
	s.Left.scrollTo(was + 30)
	if s.Left.top == was || math.Abs(s.Right.top-s.wanted(data.Left)) > 1 {
		t.Error("scrolling does not go on from the passages brought level")
	}
}

func TestUnlinkedPanesStandStillAndLinkAgainFromHere(t *testing.T) {
	s, _ := spreadOf(t)
	s.SetLinked(false)
	s.Left.scrollTo(2000)
	if s.Right.top != 0 {
		t.Fatalf("the right pane followed to %v", s.Right.top)
	}
	s.Right.scrollTo(700)
	s.SetLinked(true)
	if s.Left.top != 2000 || s.Right.top != 700 {
		t.Fatalf("linking moved the panes to %v, %v", s.Left.top, s.Right.top)
	}
	s.Left.scrollTo(2100)
	if s.Right.top <= 700 || s.Right.top > 1400 {
		t.Errorf("linked again, the right pane went to %v", s.Right.top)
	}
	s.Left.scrollTo(2000)
	if math.Abs(s.Right.top-700) > 1 {
		t.Errorf("and back to %v", s.Right.top)
	}
}

func TestClickOnARibbon(t *testing.T) {
	s, _ := spreadOf(t)
	s.SelectTie(10)
	var told []int
	s.OnTie = func(i int) { told = append(told, i) }
	y := float32(onScreen(s.Left, s.ties[10].Left)) + 8
	s.gutter.Tapped(&fyne.PointEvent{Position: fyne.NewPos(wideGutter/2, y)})
	if len(told) != 1 || told[0] != 10 {
		t.Errorf("told %v", told)
	}
	s.gutter.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(wideGutter/2, y)}})
	if s.gutter.Cursor() != desktop.PointerCursor {
		t.Error("no hand over a ribbon")
	}
	s.SetRibbons(false)
	if s.gutter.ribbonAt(fyne.NewPos(wideGutter/2, y)) >= 0 {
		t.Error("a hidden ribbon takes clicks")
	}
}

func TestShowOnlyAndSplit(t *testing.T) {
	s, _ := spreadOf(t)
	s.ShowOnly(data.Right, true)
	if s.Left.Visible() || !s.Right.Visible() || s.Right.Size() != s.Size().SubtractWidthHeight(mapWidth, 0) || s.maps[data.Left].Visible() {
		t.Errorf("one side shown: left %v, right %v of %v", s.Left.Visible(), s.Right.Size(), s.Size())
	}
	s.ShowOnly(data.Right, false)
	if !s.Left.Visible() || !s.gutter.Visible() {
		t.Error("both sides are not back")
	}
	was := s.Left.Size().Width
	s.gutter.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, 10)}, Dragged: fyne.NewDelta(30, 0)})
	if got := s.Left.Size().Width - was; math.Abs(float64(got)-30) > 1 {
		t.Errorf("dragging the gutter by 30 moved it by %v", got)
	}
}

// frames paints both panes, the gutter and the maps as one frame does.
func (s *Spread) frames() {
	for _, p := range []*Pane{s.Left, s.Right} {
		p.raster.Generator(int(p.raster.Size().Width), int(p.raster.Size().Height))
	}
	s.gutter.raster.Generator(wideGutter, int(s.gutter.Size().Height))
	for _, m := range s.maps {
		m.raster.Generator(mapWidth, int(m.Size().Height))
	}
}

func longSpread(b *testing.B) *Spread {
	test.NewTempApp(b)
	left, right := NewPane(data.Left), NewPane(data.Right)
	s := NewSpread(left, right)
	d := NewDocument(longText(100_000))
	left.SetDocument(d, nil)
	right.SetDocument(d, nil)
	var ties []Tie
	var marks []Mark
	for i := range d.Paragraphs() {
		p := d.Paragraph(i)
		if p.Len() < 50 {
			continue
		}
		for at := p.Start; at+50 < p.End; at += 90 {
			marks = append(marks, Mark{Span: data.Span{Start: at, End: at + 25}, Kind: Wording})
		}
		ties = append(ties, Tie{Left: p, Right: p, Strength: 0.5, Kind: Related})
	}
	left.SetMarks(marks)
	right.SetMarks(marks)
	s.SetTies(ties)
	win := test.NewTempWindow(b, s)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1100, 800))
	s.frames()
	return s
}

func BenchmarkPageJump100k(b *testing.B) {
	s := longSpread(b)
	n := 0
	for b.Loop() {
		n = (n + 7919) % len(s.ties)
		s.SelectTie(n)
		s.frames()
	}
}

func BenchmarkWheelStep100k(b *testing.B) {
	longSpread(b).wheel(b)
}

// wheel turns the wheel down the text, and paints each frame.
func (s *Spread) wheel(b *testing.B) {
	for b.Loop() {
		if s.Left.top >= s.Left.lastTop()-100 {
			s.Left.scrollTo(0)
		}
		s.Left.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
		s.frames()
	}
}

// BenchmarkWheelStepFound100k has a few thousand hits of a search in both texts
// and on their maps.
func BenchmarkWheelStepFound100k(b *testing.B) {
	s := longSpread(b)
	var marks []Mark
	for i := 0; i < len(s.Left.doc.text); i += 60 {
		marks = append(marks, Mark{Span: data.Span{Start: i, End: i + 5}, Kind: Hit})
	}
	s.Left.SetMarks(marks)
	s.Right.SetMarks(marks)
	s.wheel(b)
}

// BenchmarkWheelStepRanks100k scrolls both texts in ranks, the right one in
// another order.
func BenchmarkWheelStepRanks100k(b *testing.B) {
	s := longSpread(b)
	var ranks []Rank
	for i := range s.ties {
		ranks = append(ranks, Rank{Left: []data.Span{s.ties[i].Left}, Right: []data.Span{s.ties[(i*37+5)%len(s.ties)].Right}})
	}
	s.SetRanks(ranks)
	s.wheel(b)
}

// BenchmarkRanks100k is what going to ranks costs.
func BenchmarkRanks100k(b *testing.B) {
	s := longSpread(b)
	var ranks []Rank
	for i := range s.ties {
		ranks = append(ranks, Rank{Left: []data.Span{s.ties[i].Left}, Right: []data.Span{s.ties[i].Right}})
	}
	for b.Loop() {
		s.SetRanks(ranks)
	}
}

// Standing where the texts stood before: at their very tops, or at two places that
// no script says stand level.
func TestStandAt(t *testing.T) {
	for _, linked := range []bool{true, false} {
		s, _ := spreadOf(t)
		s.SetLinked(linked)
		s.Left.scrollTo(1e6)
		s.Right.scrollTo(1e6)
		left, right := s.Left.doc.paragraphs[4].Start, s.Right.doc.paragraphs[2].Start
		s.StandAt(Stand{Tops: [2]Place{{Offset: left}, {Offset: right}}})
		if s.Left.TopOffset() != left || s.Right.TopOffset() != right {
			t.Errorf("linked %v: at %d and %d, not %d and %d", linked, s.Left.TopOffset(), s.Right.TopOffset(), left, right)
		}
		s.StandAt(Stand{})
		if s.Left.top != 0 || s.Right.top != 0 {
			t.Errorf("linked %v: %v and %v below the tops", linked, s.Left.top, s.Right.top)
		}
	}
}

// Painting the gutter alone, with steep ribbons in view, some of them crossing.
func BenchmarkGutter(b *testing.B) {
	s, _ := spreadOf(b)
	var ties []Tie
	for i := range 8 {
		ties = append(ties, Tie{Left: s.Left.doc.Paragraph(i), Right: s.Right.doc.Paragraph((i*5 + 2) % 11), Strength: 0.5, Kind: Related})
	}
	s.SetTies(ties)
	if len(s.gutter.inView()) < 4 {
		b.Fatal("no ribbons in view")
	}
	for b.Loop() {
		s.gutter.paint(wideGutter, 500)
	}
}

// What comes over the texts moves them down the screen; lifted by as much, each
// line stays where it was, but for a text that begins at the view's top.
func TestLiftedTextsKeepTheirLines(t *testing.T) {
	s, _ := spreadOf(t)
	s.SetLinked(false)
	s.Right.scrollTo(300)
	was := [2]float64{s.Left.top, s.Right.top}
	s.Lift(40)
	if s.Left.top != was[0] || s.Right.top != was[1]+40 {
		t.Errorf("from %v lifted to %v and %v", was, s.Left.top, s.Right.top)
	}
	s.SetLinked(true)
	s.Left.scrollTo(500)
	right := s.Right.top
	s.Lift(-40)
	if s.Left.top != 460 || s.Right.top != right-40 {
		t.Errorf("let down to %v and %v from %v", s.Left.top, s.Right.top, right)
	}
	s.Lift(-1e6)
	if s.Left.top != 0 || s.Right.top != 0 {
		t.Errorf("let down to %v and %v", s.Left.top, s.Right.top)
	}
}

// Other ties bring the text level that the reader did not move last; a text that
// was just laid there does not lead.
func TestTiesLeaveTheTextThatWasMovedLast(t *testing.T) {
	s, _ := spreadOf(t)
	ties := s.ties
	s.SetTies(nil)
	s.Right.scrollTo(700)
	s.SetTies(ties)
	if s.Right.top != 700 {
		t.Errorf("the right text was moved to 700 and stands at %v", s.Right.top)
	}
	left := s.Left.top
	s.Right.SetDocument(NewDocument(s.Right.doc.text), nil)
	s.SetTies(ties)
	if s.Left.top != left || s.Right.top == 0 {
		t.Errorf("the left text went from %v to %v for another right one, which stands at %v", left, s.Left.top, s.Right.top)
	}
}

// aloneFromTheStart returns the spread of spreadOf with its left text alone in a
// window, as it was before it had any room.
func aloneFromTheStart(t *testing.T) *Spread {
	both, _ := spreadOf(t)
	s := NewSpread(NewPane(data.Left), NewPane(data.Right))
	for _, side := range []data.Side{data.Left, data.Right} {
		s.Pane(side).SetDocument(both.Pane(side).doc, nil)
	}
	s.SetTies(both.ties)
	s.ShowOnly(data.Left, true)
	win := test.NewTempWindow(t, s)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(500, 500))
	return s
}

// A text that has the room alone from the start shows the passage gone to, and the
// other one its own when its turn comes.
func TestLevelOfATextAlone(t *testing.T) {
	s := aloneFromTheStart(t)
	for _, i := range []int{9, 16, 14} {
		s.SelectTieFrom(data.Left, i)
		if !s.Left.shows(s.ties[i].Left) {
			t.Errorf("tie %d is out of view: the text stands at %v", i, s.Left.top)
		}
	}
	s.ShowOnly(data.Right, true)
	if !s.Right.shows(s.ties[14].Right) {
		t.Errorf("the passage across is out of view: the text stands at %v", s.Right.top)
	}
}
