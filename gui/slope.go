package gui

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// A slope shows where each report tells what: a box for each paragraph of A and
// of B, headline and lead in a band, and a line from each paragraph of A to
// those of B that tell the same.
type slope struct {
	widget.BaseWidget
	OnGo    func(side data.Side, paragraph data.Span)
	boxes   [2][]slopeBox
	ties    [][2]int // by paragraph of A and of B
	hovered struct {
		side data.Side
		box  int // -1: none
	}
}

type slopeBox struct {
	name string
	data.Span
}

var (
	_ fyne.Tappable      = (*slope)(nil)
	_ desktop.Hoverable  = (*slope)(nil)
	_ desktop.Cursorable = (*slope)(nil)
)

const (
	slopeStep   = 32
	slopeHeight = 26
	slopeCurve  = 14 // pieces of a line
	mostTies    = 400
)

// newSlope makes the slope of the rows of an order table.
func newSlope(rows []lens.Row) *slope {
	s := &slope{}
	s.hovered.box = -1
	for i := range rows {
		for side := range s.boxes {
			if c := rows[i].Cells[side]; len(c.Wordings) > 0 {
				for len(s.boxes[side]) <= c.At {
					s.boxes[side] = append(s.boxes[side], slopeBox{})
				}
				s.boxes[side][c.At] = slopeBox{c.Wordings[0].Text, c.Wordings[0].Places[0]}
			}
		}
		if a, b := rows[i].Cells[0], rows[i].Cells[1]; len(a.Wordings) > 0 && len(b.Wordings) > 0 {
			s.ties = append(s.ties, [2]int{a.At, b.At})
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// HeightFor is that of the longer report's boxes.
func (s *slope) HeightFor(float32) float32 {
	return float32(max(len(s.boxes[0]), len(s.boxes[1])))*slopeStep + 12
}

// column is where a side's boxes stand.
func (s *slope) column(side data.Side, width float32) strip {
	wide := fyne.Min(width*0.36, 300)
	middle := fyne.Min(width-2*wide, 260)
	if side == data.Left {
		return strip{0, wide}
	}
	return strip{wide + middle, wide}
}

func (s *slope) at(p fyne.Position) (data.Side, int) {
	for side := range s.boxes {
		c := s.column(data.Side(side), s.Size().Width)
		if i := int(p.Y / slopeStep); p.X >= c.x && p.X < c.x+c.width && i < len(s.boxes[side]) {
			return data.Side(side), i
		}
	}
	return data.Left, -1
}

// Tapped goes to the paragraph.
func (s *slope) Tapped(e *fyne.PointEvent) {
	if side, i := s.at(e.Position); i >= 0 {
		s.OnGo(side, s.boxes[side][i].Span)
	}
}

// MouseIn lights the paragraph and its lines.
func (s *slope) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved lights the paragraph and its lines.
func (s *slope) MouseMoved(e *desktop.MouseEvent) {
	side, i := s.at(e.Position)
	if i != s.hovered.box || side != s.hovered.side {
		s.hovered.side, s.hovered.box = side, i
		s.Refresh()
	}
}

// MouseOut lets them go dark.
func (s *slope) MouseOut() { s.hovered.box = -1; s.Refresh() }

// Cursor is a hand over a paragraph.
func (s *slope) Cursor() desktop.Cursor {
	if s.hovered.box >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer draws the slope.
func (s *slope) CreateRenderer() fyne.WidgetRenderer {
	r := &slopeRenderer{s: s, band: canvas.NewRectangle(color.Black)}
	for side := range s.boxes {
		for range s.boxes[side] {
			box, text := canvas.NewRectangle(color.Black), canvas.NewText("", color.Black)
			box.CornerRadius, text.TextSize = 3, 12
			r.boxes[side], r.texts[side] = append(r.boxes[side], box), append(r.texts[side], text)
		}
	}
	for range min(len(s.ties), mostTies) {
		var line []*canvas.Line
		for range slopeCurve {
			line = append(line, canvas.NewLine(color.Black))
		}
		r.lines = append(r.lines, line)
	}
	return r
}

type slopeRenderer struct {
	s     *slope
	band  *canvas.Rectangle
	boxes [2][]*canvas.Rectangle
	texts [2][]*canvas.Text
	lines [][]*canvas.Line
}

func (r *slopeRenderer) Layout(size fyne.Size) {
	left, right := r.s.column(data.Left, size.Width), r.s.column(data.Right, size.Width)
	r.band.Move(fyne.NewPos(-4, -3))
	r.band.Resize(fyne.NewSize(right.x+right.width+8, 2*slopeStep))
	for side, c := range []strip{left, right} {
		for i, b := range r.s.boxes[side] {
			y := float32(i) * slopeStep
			r.boxes[side][i].Move(fyne.NewPos(c.x, y))
			r.boxes[side][i].Resize(fyne.NewSize(c.width, slopeHeight))
			t := r.texts[side][i]
			number := ""
			if i > 0 { // the headline has no number
				number = strconv.Itoa(i) + "  "
			}
			room := c.width - 14 - fyne.MeasureText(number, t.TextSize, t.TextStyle).Width
			t.Text = number + bidi.Line(fitted(b.name, room, t.TextSize, t.TextStyle))
			t.Move(fyne.NewPos(c.x+8, y+(slopeHeight-t.MinSize().Height)/2))
			t.Resize(t.MinSize())
		}
	}
	for n, line := range r.lines {
		from := fyne.NewPos(left.x+left.width, float32(r.s.ties[n][0])*slopeStep+slopeHeight/2)
		to := fyne.NewPos(right.x, float32(r.s.ties[n][1])*slopeStep+slopeHeight/2)
		last := from
		for k, piece := range line {
			t := float32(k+1) / slopeCurve
			ease := t * t * (3 - 2*t)
			next := fyne.NewPos(from.X+(to.X-from.X)*t, from.Y+(to.Y-from.Y)*ease)
			piece.Position1, piece.Position2 = last, next
			last = next
		}
	}
	r.Refresh()
}

// fitted cuts text to a width.
func fitted(text string, width, size float32, style fyne.TextStyle) string {
	for n := len([]rune(text)); n > 3 && fyne.MeasureText(text, size, style).Width > width; {
		n = int(float32(n) * 0.93)
		text = shorten(text, n)
	}
	return text
}

func (r *slopeRenderer) MinSize() fyne.Size { return fyne.NewSize(100, 24) }

func (r *slopeRenderer) Refresh() {
	c, h := palette.Current(), r.s.hovered
	r.band.FillColor = c.Desk
	for side := range r.boxes {
		for i := range r.boxes[side] {
			r.boxes[side][i].FillColor = c.ReportTint(side)
			r.boxes[side][i].StrokeWidth = 0
			r.texts[side][i].Color = c.Text
			if h.box == i && int(h.side) == side {
				r.boxes[side][i].StrokeColor, r.boxes[side][i].StrokeWidth = c.Selected, 2
			}
		}
	}
	for n, line := range r.lines {
		lit := h.box >= 0 && r.s.ties[n][h.side] == h.box
		for _, piece := range line {
			piece.StrokeColor, piece.StrokeWidth = c.Muted, 1.5
			if lit {
				piece.StrokeColor, piece.StrokeWidth = c.Selected, 3
			}
		}
	}
	canvas.Refresh(r.s)
}

func (r *slopeRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.band}
	for _, line := range r.lines {
		for _, piece := range line {
			list = append(list, piece)
		}
	}
	for side := range r.boxes {
		for i := range r.boxes[side] {
			list = append(list, r.boxes[side][i], r.texts[side][i])
		}
	}
	return list
}

func (r *slopeRenderer) Destroy() {}
