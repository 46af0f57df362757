package gui

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// A slope shows where each report tells what: a column of boxes for each report,
// one for each paragraph, headline and lead on a band, and between two columns a
// line from each paragraph to those across that tell the same. The paragraph under
// the pointer is lit, with all that tell the same, in whatever column.
type slope struct {
	widget.BaseWidget
	OnGo    func(report int, paragraph data.Span)
	boxes   [][]slopeBox        // by report
	ties    map[[2]int][][2]int // of two reports, the lesser first: their paragraphs
	times   float32             // how much larger than usual the words are
	hovered struct {
		report int
		box    int // -1: none
	}
}

type slopeBox struct {
	name   string
	number int // beside the text; 0: a headline or a standfirst
	data.Span
}

var (
	_ fyne.Tappable      = (*slope)(nil)
	_ desktop.Hoverable  = (*slope)(nil)
	_ desktop.Cursorable = (*slope)(nil)
)

const (
	slopeStep   = 32
	bandAir     = 4 // of a band around its boxes
	slopeHeight = 26
	slopeCurve  = 14 // pieces of a line
	mostTies    = 400
	mostLines   = 4 // of words in a box
)

// newSlope makes the slope of the rows of an order table.
func newSlope(rows []lens.Row, reports int) *slope {
	s := &slope{boxes: make([][]slopeBox, reports), ties: map[[2]int][][2]int{}, times: 1}
	s.hovered.box = -1
	for i := range rows {
		var told []int
		for n, c := range rows[i].Cells {
			if len(c.Wordings) == 0 {
				continue
			}
			told = append(told, n)
			for len(s.boxes[n]) <= c.At {
				s.boxes[n] = append(s.boxes[n], slopeBox{})
			}
			s.boxes[n][c.At] = slopeBox{strings.Clone(c.Wordings[0].Text), c.Number, c.Wordings[0].Places[0]}
		}
		if len(told) == 2 {
			pair := [2]int{told[0], told[1]}
			s.ties[pair] = append(s.ties[pair], [2]int{rows[i].Cells[told[0]].At, rows[i].Cells[told[1]].At})
		}
	}
	for n := 2; n < reports; n++ {
		for m := n + 1; m < reports; m++ {
			s.joinThrough(n, m)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// joinThrough ties the paragraphs of report n to those of report m that tell what
// one paragraph of the first two reports tells: only with these two is every report
// compared.
func (s *slope) joinThrough(n, m int) {
	pair := [2]int{n, m}
	for first := range 2 {
		for _, here := range s.ties[[2]int{first, n}] {
			for _, there := range s.ties[[2]int{first, m}] {
				tie := [2]int{here[1], there[1]}
				if here[0] == there[0] && !slices.Contains(s.ties[pair], tie) {
					s.ties[pair] = append(s.ties[pair], tie)
				}
			}
		}
	}
}

// SizeBy makes the words so many times as large.
func (s *slope) SizeBy(times float32) { s.times *= times }

// lines is how many lines of words a box has in a diagram so wide: more in narrow
// columns, where one would hold a word or none.
func (s *slope) lines(width float32) int {
	switch wide := s.columns(width)[0].width / s.times; {
	case wide < 75:
		return mostLines
	case wide < 120:
		return 3
	case wide < 170:
		return 2
	}
	return 1
}

// lineHigh is the height of a line of words.
func (s *slope) lineHigh() float32 {
	return fyne.MeasureText("Åg", namesText*s.times, fyne.TextStyle{}).Height
}

// more is how much higher than of one line the boxes of a diagram so wide are.
func (s *slope) more(width float32) float32 { return float32(s.lines(width)-1) * s.lineHigh() }

// step is from one box to the next below, boxHeight how high each is.
func (s *slope) step() float32      { return slopeStep*s.times + s.more(s.Size().Width) }
func (s *slope) boxHeight() float32 { return slopeHeight*s.times + s.more(s.Size().Width) }

// HeightFor is that of the longest report's boxes.
func (s *slope) HeightFor(width float32) float32 {
	most := 0
	for _, boxes := range s.boxes {
		most = max(most, len(boxes))
	}
	return float32(most)*(slopeStep*s.times+s.more(width)) + 12
}

// columns are where the reports' boxes stand.
func (s *slope) columns(width float32) []strip {
	width -= 2 * bandAir
	n := float32(len(s.boxes))
	share := float32(0.72)
	if n > 3 {
		share = 0.82 // many columns need the room for words more than for lines
	}
	wide := fyne.Min(width*share/n, 300)
	gap := fyne.Min((width-n*wide)/max(1, n-1), 260)
	var list []strip
	for i := range s.boxes {
		list = append(list, strip{bandAir + float32(i)*(wide+gap), wide})
	}
	return list
}

// at is the box at a place; -1: there is none.
func (s *slope) at(p fyne.Position) (report, box int) {
	for n, c := range s.columns(s.Size().Width) {
		if i := int(p.Y / s.step()); p.X >= c.x && p.X < c.x+c.width && i < len(s.boxes[n]) {
			return n, i
		}
	}
	return 0, -1
}

// lit reports whether a box is the one under the pointer or tells the same.
func (s *slope) lit(report, box int) bool {
	h := s.hovered
	switch {
	case h.box < 0:
		return false
	case report == h.report:
		return box == h.box
	case report < h.report:
		return slices.Contains(s.ties[[2]int{report, h.report}], [2]int{box, h.box})
	}
	return slices.Contains(s.ties[[2]int{h.report, report}], [2]int{h.box, box})
}

// Tapped goes to the paragraph.
func (s *slope) Tapped(e *fyne.PointEvent) {
	if n, i := s.at(e.Position); i >= 0 {
		s.OnGo(n, s.boxes[n][i].Span)
	}
}

// MouseIn lights the paragraph and its lines.
func (s *slope) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved lights the paragraph and its lines.
func (s *slope) MouseMoved(e *desktop.MouseEvent) {
	n, i := s.at(e.Position)
	if i != s.hovered.box || n != s.hovered.report {
		s.hovered.report, s.hovered.box = n, i
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
	r := &slopeRenderer{s: s, back: canvas.NewRectangle(color.Black)}
	for n, boxes := range s.boxes {
		r.bands = append(r.bands, canvas.NewRectangle(color.Black))
		r.boxes, r.texts = append(r.boxes, nil), append(r.texts, nil)
		for range boxes {
			box, text := canvas.NewRectangle(color.Black), slopeText{}
			box.CornerRadius = 3
			for k := range text.all {
				text.all[k] = canvas.NewText("", color.Black)
				text.all[k].TextSize = namesText * s.times
			}
			r.boxes[n], r.texts[n] = append(r.boxes[n], box), append(r.texts[n], text)
		}
		ties := s.ties[[2]int{n, n + 1}]
		for _, t := range ties[:min(len(ties), mostTies)] {
			l := slopeLine{from: n, tie: t}
			for i := range l.pieces {
				l.pieces[i] = canvas.NewLine(color.Black)
			}
			r.lines = append(r.lines, l)
		}
	}
	return r
}

// leads is how many boxes of a column are headline, standfirst and lead.
func leads(boxes []slopeBox) int {
	return 1 + slices.IndexFunc(boxes, func(b slopeBox) bool { return b.number == 1 })
}

type slopeRenderer struct {
	s     *slope
	bands []*canvas.Rectangle
	boxes [][]*canvas.Rectangle
	texts [][]slopeText
	lines []slopeLine
	back  *canvas.Rectangle
	whole []fyne.CanvasObject // the words of the box under the pointer, where it has room for some only
}

// A slopeText is the words in a box, cut where it has no room for all.
type slopeText struct {
	all   [mostLines]*canvas.Text
	lines []*canvas.Text // those of all that have words
	cut   bool
}

// A slopeLine leads from a paragraph of one report to one of the next.
type slopeLine struct {
	from   int // a report
	tie    [2]int
	pieces [slopeCurve]*canvas.Line
}

func (r *slopeRenderer) Layout(size fyne.Size) {
	cols, lines, air := r.s.columns(size.Width), r.s.lines(size.Width), float32(7)
	if lines > 1 {
		air = 4
	}
	for n, c := range cols {
		r.bands[n].Move(fyne.NewPos(c.x-bandAir, -3))
		r.bands[n].Resize(fyne.NewSize(c.width+2*bandAir, float32(leads(r.s.boxes[n]))*r.s.step()))
		for i, b := range r.s.boxes[n] {
			y := float32(i) * r.s.step()
			r.boxes[n][i].Move(fyne.NewPos(c.x, y))
			r.boxes[n][i].Resize(fyne.NewSize(c.width, r.s.boxHeight()))
			words, cut := r.s.wrapped(&b, c.width-2*air, lines)
			text := &r.texts[n][i]
			text.lines, text.cut = text.all[:len(words)], cut
			y += (r.s.boxHeight() - float32(len(words))*r.s.lineHigh()) / 2
			for k, t := range text.all {
				if t.Text = ""; k < len(words) {
					t.Text = words[k]
				}
				t.Move(fyne.NewPos(c.x+air, y))
				t.Resize(t.MinSize())
				y += r.s.lineHigh()
			}
		}
	}
	for _, l := range r.lines {
		from := fyne.NewPos(cols[l.from].x+cols[l.from].width, float32(l.tie[0])*r.s.step()+r.s.boxHeight()/2)
		to := fyne.NewPos(cols[l.from+1].x, float32(l.tie[1])*r.s.step()+r.s.boxHeight()/2)
		last := from
		for k, piece := range l.pieces {
			t := float32(k+1) / slopeCurve
			ease := t * t * (3 - 2*t)
			next := fyne.NewPos(from.X+(to.X-from.X)*t, from.Y+(to.Y-from.Y)*ease)
			piece.Position1, piece.Position2 = last, next
			last = next
		}
	}
	r.Refresh()
}

// wrapped sets the number and the words of a box in at most so many lines, and
// reports whether words are left out.
func (s *slope) wrapped(b *slopeBox, room float32, most int) (lines []string, cut bool) {
	size := namesText * s.times
	wide := func(text string) float32 { return fyne.MeasureText(text, size, fyne.TextStyle{}).Width }
	words, number := fitWords(b.name, room, size, fyne.TextStyle{}), ""
	if b.number > 0 {
		number = strconv.Itoa(b.number) + "  "
	}
	for len(lines) < most && len(words) > 0 {
		n := 0
		for n < len(words) && wide(number+strings.Join(words[:n+1], " ")) <= room {
			n++
		}
		if n == 0 && number == "" {
			n = 1
		}
		rest := ""
		if cut = n < len(words) && len(lines) == most-1; cut {
			for rest = "…"; n > 1 && wide(number+strings.Join(words[:n], " ")+rest) > room; {
				n--
			}
			if n == 1 && wide(number+words[0]+rest) > room {
				words[0] = strings.TrimSuffix(shorten(words[0], max(1, len([]rune(words[0]))-2)), rest)
			}
		}
		lines = append(lines, number+bidi.Line(strings.Join(words[:n], " ")+rest))
		words, number = words[n:], ""
	}
	return lines, cut
}

func (r *slopeRenderer) MinSize() fyne.Size { return fyne.NewSize(100, 24) }

func (r *slopeRenderer) Refresh() {
	c := palette.Current()
	for n := range r.boxes {
		r.bands[n].FillColor = c.Rule
		for i := range r.boxes[n] {
			r.boxes[n][i].FillColor = c.ReportTint(n)
			r.boxes[n][i].StrokeWidth = 0
			if r.boxes[n][i].FillColor == c.Paper { // in high contrast
				r.boxes[n][i].StrokeColor, r.boxes[n][i].StrokeWidth = c.Edge, 1
			}
			for _, line := range r.texts[n][i].lines {
				line.Color = c.Text
			}
			if r.s.lit(n, i) {
				r.boxes[n][i].StrokeColor, r.boxes[n][i].StrokeWidth = c.Selected, 2
			}
		}
	}
	for _, l := range r.lines {
		lit := r.s.lit(l.from, l.tie[0]) && r.s.lit(l.from+1, l.tie[1])
		for _, piece := range l.pieces {
			piece.StrokeColor, piece.StrokeWidth = c.Muted, 1.5
			if lit {
				piece.StrokeColor, piece.StrokeWidth = c.Selected, 3
			}
		}
	}
	r.sayWhole()
	canvas.Refresh(r.s)
}

// How wide the words of a box are shown in whole, and how many letters of them.
const (
	wholeWidth   = 320
	wholeLetters = 240
)

// sayWhole lays all the words of the box under the pointer below it, or above it
// where below there is no room.
func (r *slopeRenderer) sayWhole() {
	r.whole = nil
	h := r.s.hovered
	if h.box < 0 {
		return
	}
	b, size := &r.s.boxes[h.report][h.box], r.s.Size()
	if !r.texts[h.report][h.box].cut {
		return
	}
	const air = 8
	words := phrase{text: shorten(b.name, wholeLetters), size: namesText * r.s.times, side: -1}
	wide := min(wholeWidth*r.s.times, size.Width)
	high := words.set(wide-2*air) + air
	at := r.boxes[h.report][h.box].Position()
	x := max(0, min(at.X, size.Width-wide))
	y := at.Y + r.s.step()
	if y+high > size.Height && at.Y > high {
		y = at.Y - high - (r.s.step() - r.s.boxHeight())
	}
	c := palette.Current()
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth, r.back.CornerRadius = c.Menu, c.Edge, 1, 4
	r.back.Move(fyne.NewPos(x, y))
	r.back.Resize(fyne.NewSize(wide, high))
	r.whole = append([]fyne.CanvasObject{r.back}, words.move(x+air, y+air/2)...)
}

func (r *slopeRenderer) Objects() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, band := range r.bands {
		list = append(list, band)
	}
	for _, l := range r.lines {
		for _, piece := range l.pieces {
			list = append(list, piece)
		}
	}
	for n := range r.boxes {
		for i := range r.boxes[n] {
			list = append(list, r.boxes[n][i])
			for _, line := range r.texts[n][i].all {
				list = append(list, line)
			}
		}
	}
	return append(list, r.whole...)
}

func (r *slopeRenderer) Destroy() {}
