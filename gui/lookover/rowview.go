package lookover

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"parallax/data"
	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// A rowView is one row in sight: bar, check box, role chip and text.
type rowView struct {
	ground, bar *canvas.Rectangle
	box, chip   *canvas.Rectangle
	ring        *canvas.Rectangle // around the current row
	short, long *canvas.Line      // the strokes of the check mark
	role        *canvas.Text
	lines       []*canvas.Text
	rtl         bool // they start at the right

	y, high float32
}

// A rowState is what of a row is not in its block.
type rowState struct{ current, selected, focused bool }

func newRowView() *rowView {
	return &rowView{
		ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		box: canvas.NewRectangle(nil), chip: canvas.NewRectangle(nil),
		short: canvas.NewLine(nil), long: canvas.NewLine(nil),
		role: canvas.NewText("", nil),
	}
}

// show takes over what row is now.
func (v *rowView) show(p *page, r row, c *palette.Colors, s rowState) {
	role := p.model.Block(r.first).Role
	kept := role.Kept()

	ink, ground, bar := c.Text, c.Paper, c.Outlet(keptColor)
	if !kept {
		ink, ground, bar = c.Muted, palette.Mix(c.Desk, c.Rule, 0.25), c.Rule
	}
	if s.selected {
		ground = c.Selection
		ink = c.Text
	}
	v.ground.FillColor, v.ground.CornerRadius = ground, 2
	v.ring.Hidden, v.ring.FillColor, v.ring.CornerRadius = !s.current, color.Transparent, 2
	v.ring.StrokeWidth, v.ring.StrokeColor = 2, c.RibbonBold
	if s.focused {
		v.ring.StrokeColor = c.Selected
	}
	v.bar.FillColor = bar

	v.box.CornerRadius, v.box.StrokeWidth = 3, 1.5
	v.box.FillColor, v.box.StrokeColor = color.Color(color.Transparent), color.Color(ink)
	if kept {
		v.box.FillColor, v.box.StrokeColor = bar, bar
	}
	for _, l := range []*canvas.Line{v.short, v.long} {
		l.StrokeColor, l.StrokeWidth, l.Hidden = c.Paper, 2, !kept
	}

	v.chip.FillColor, v.chip.StrokeColor = c.Paper, c.RibbonBold
	v.chip.StrokeWidth, v.chip.CornerRadius = 1, chipHigh/2
	v.role.TextSize = theme.CaptionTextSize()
	v.role.Color, v.role.Text = ink, roleName(role)

	v.setLines(p, r, ink, c.Selected)
}

func (v *rowView) setLines(p *page, r row, ink, linkInk color.Color) {
	var lines []string
	if r.folded {
		lines = []string{lang.L("{{.Count}} more — show them", map[string]any{"Count": r.last - r.first + 1})}
		ink = linkInk
	} else {
		cell := p.lines[r.first]
		lines = cell.lines
		if cell.cut {
			lines = append([]string(nil), lines...)
			lines[len(lines)-1] += " …"
		}
	}
	v.rtl = !r.folded && bidi.FromRight(p.model.Text(r.first))
	for n, line := range lines {
		if n == len(v.lines) {
			v.lines = append(v.lines, canvas.NewText("", nil))
		}
		t := v.lines[n]
		t.Text, t.Color, t.TextSize = bidi.Part(line, v.rtl), ink, p.size
	}
	v.lines = v.lines[:len(lines)]
}

// keptColor is the colour of what is kept: the third of the palette, which
// neither report of a pair has.
const keptColor data.Side = 2

// place puts the row at y, with its height and width and that of its lines of text.
func (v *rowView) place(y, high, width, lineHigh float32) {
	y, high = whole(y), whole(high)
	v.y, v.high = y, high
	put(v.ground, 0, y, width, high)
	put(v.ring, 0, y, width, high)
	put(v.bar, 0, y, barWide, high)
	mid := y + rowPad + chipHigh/2
	put(v.box, boxAt, mid-boxSize/2, boxSize, boxSize)
	v.short.Position1, v.short.Position2 = fyne.NewPos(boxAt+3.5, mid+0.5), fyne.NewPos(boxAt+7, mid+4)
	v.long.Position1, v.long.Position2 = fyne.NewPos(boxAt+7, mid+4), fyne.NewPos(boxAt+13, mid-4)
	put(v.chip, chipAt, mid-chipHigh/2, chipWide, chipHigh)
	size := v.role.MinSize()
	put(v.role, chipAt+(chipWide-size.Width)/2, mid-size.Height/2, size.Width, size.Height)
	y = mid - lineHigh/2
	for _, t := range v.lines {
		size := t.MinSize()
		x := float32(textAt)
		if v.rtl {
			x = width - edgePad - size.Width
		}
		put(t, x, y+(lineHigh-size.Height)/2, size.Width, size.Height)
		y += lineHigh
	}
}

// put gives an object its place and size. Places are whole units, so that
// letters stay sharp.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(whole(x), whole(y)))
	o.Resize(fyne.NewSize(w, h))
}

func whole(v float32) float32 { return float32(math.Round(float64(v))) }

// objects are the parts of the row from the ground up.
func (v *rowView) objects() []fyne.CanvasObject {
	o := []fyne.CanvasObject{v.ground, v.bar, v.box, v.short, v.long, v.chip, v.role, v.ring}
	for _, t := range v.lines {
		o = append(o, t)
	}
	return o
}
