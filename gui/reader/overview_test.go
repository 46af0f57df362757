package reader

import (
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"parallax/data"
	"parallax/gui/palette"
)

func (m *overview) picture() *image.RGBA {
	return m.raster.Generator(int(m.raster.Size().Width), int(m.raster.Size().Height)).(*image.RGBA)
}

func press(m *overview, y float32) {
	m.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: fyne.NewPos(8, y)}})
}

// A click on the map goes to the place under it; the box then follows the hand,
// and the other text follows the first.
func TestOverviewLeadsThere(t *testing.T) {
	s, _ := spreadOf(t)
	m := s.maps[data.Left]
	press(m, 250)
	middle := s.Left.top + float64(s.Left.viewHeight())/2
	if want := m.at(250); math.Abs(middle-want) > 1 {
		t.Errorf("the middle of the view is %v, not %v", middle, want)
	}
	if s.Right.top == 0 {
		t.Error("the other text did not follow")
	}
	m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(8, 2000)}})
	if s.Left.top != s.Left.lastTop() {
		t.Errorf("dragged to the end it is at %v of %v", s.Left.top, s.Left.lastTop())
	}
	m.MouseUp(nil)
	m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(8, 0)}})
	if s.Left.top == 0 {
		t.Error("it moves after it was let go")
	}
	y0, y1 := m.view()
	press(m, (y0+y1)/2)
	if s.Left.top != s.Left.lastTop() {
		t.Error("taking hold of the box moved the view")
	}
}

// The map shows the less alike darker, a passage of this side only empty, and
// hits over both.
func TestOverviewShowsPassagesAndHits(t *testing.T) {
	s, _ := spreadOf(t)
	c := palette.Current()
	s.ties[2].Strength, s.ties[7].Strength = 1, 0
	only := s.Left.doc.Paragraph(37)
	hit := data.Span{Start: s.Left.doc.Paragraph(44).Start, End: s.Left.doc.Paragraph(44).Start + 4}
	s.Left.SetMarks([]Mark{{Span: only, Kind: Only}, {Span: hit, Kind: Hit}})
	s.Left.scrollTo(s.Left.lastTop())
	m := s.maps[data.Left]
	img := m.picture()
	at := func(span data.Span) int {
		y0, y1 := s.Left.extentOf(span)
		return int((y0 + y1) / 2 / m.span() * float64(img.Rect.Max.Y))
	}
	dark := func(span data.Span) int { p := img.RGBAAt(8, at(span)); return int(p.R) + int(p.G) + int(p.B) }
	if alike, unlike := dark(s.ties[2].Left), dark(s.ties[7].Left); unlike >= alike {
		t.Errorf("a passage in other words is %d light, one in the same %d", unlike, alike)
	}
	if !is(img, 8, at(only), c.Paper) {
		t.Error("a passage told here only is not empty")
	}
	if !is(img, 8, at(hit), c.Search) {
		t.Error("a hit is not on the map")
	}
}

// A text that has the room alone from the start has its passages on its map.
func TestOverviewOfATextAlone(t *testing.T) {
	s := aloneFromTheStart(t)
	if s.Right.layout != nil {
		t.Fatal("the other text is set too")
	}
	desk, boxes := palette.Current().Desk, 0
	img := s.maps[data.Left].picture()
	for y := range img.Rect.Dy() {
		if c := img.RGBAAt(6, y); c.R != desk.R || c.G != desk.G || c.B != desk.B {
			boxes++
		}
	}
	if boxes < img.Rect.Dy()/4 {
		t.Errorf("%d rows of %d have something on them", boxes, img.Rect.Dy())
	}
}
