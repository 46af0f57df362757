package lookover

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"parallax/gui/palette"
)

// A rowView is one row in sight: bar, check box, role chip and text.
type rowView struct {
	ground, bar *canvas.Rectangle
	box, chip   *canvas.Rectangle
	short, long *canvas.Line // the strokes of the check mark
	role        *canvas.Text
	lines       []*canvas.Text

	y, high float32
}

// A rowState is what of a row is not in its block.
type rowState struct{ current, selected, focused bool }

func newRowView() *rowView {
	return &rowView{
		ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
		box: canvas.NewRectangle(nil), chip: canvas.NewRectangle(nil),
		short: canvas.NewLine(nil), long: canvas.NewLine(nil),
		role: canvas.NewText("", nil),
	}
}

// show takes over what row is now.
func (v *rowView) show(p *page, r row, c *palette.Colors, s rowState) {
	role := p.model.Block(r.first).Role
	kept := role.Kept()

	ink, ground, bar := c.Text, c.Paper, keptBar(c)
	if !kept {
		ink, ground, bar = c.Muted, c.OnlyTint, c.RibbonBold
	}
	if s.selected {
		ground = c.Selection
		ink = c.Text
	}
	v.ground.FillColor, v.ground.CornerRadius = ground, 2
	v.ground.StrokeWidth, v.ground.StrokeColor = 0, nil
	if s.current {
		v.ground.StrokeWidth, v.ground.StrokeColor = 2, c.RibbonBold
		if s.focused {
			v.ground.StrokeColor = c.Selected
		}
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

	v.setLines(p, r, ink, c)
}

func (v *rowView) setLines(p *page, r row, ink color.Color, c *palette.Colors) {
	var lines []string
	if r.folded {
		lines = []string{lang.L("{{.Count}} more — show them", map[string]any{"Count": r.last - r.first + 1})}
		ink = c.Selected
	} else {
		cell := p.lines[r.first]
		lines = cell.lines
		if cell.cut {
			lines = append([]string(nil), lines...)
			lines[len(lines)-1] += " …"
		}
	}
	for len(v.lines) < len(lines) {
		v.lines = append(v.lines, canvas.NewText("", nil))
	}
	v.lines = v.lines[:len(lines)]
	for i, t := range v.lines {
		t.Text, t.Color, t.TextSize = lines[i], ink, p.size
	}
}

// keptBar is the colour of what is kept: no outlet's, and not the ring's.
func keptBar(c *palette.Colors) color.Color { return c.Text }

// place puts the row at y, with its height and width.
func (v *rowView) place(y, high, width float32) {
	v.y, v.high = y, high
	put(v.ground, 0, y, width, high)
	put(v.bar, 0, y, barWide, high)
	mid := y + rowPad + chipHigh/2
	put(v.box, boxAt, mid-boxSize/2, boxSize, boxSize)
	v.short.Position1, v.short.Position2 = fyne.NewPos(boxAt+3.5, mid+0.5), fyne.NewPos(boxAt+7, mid+4)
	v.long.Position1, v.long.Position2 = fyne.NewPos(boxAt+7, mid+4), fyne.NewPos(boxAt+13, mid-4)
	put(v.chip, chipAt, mid-chipHigh/2, chipWide, chipHigh)
	size := v.role.MinSize()
	put(v.role, chipAt+(chipWide-size.Width)/2, mid-size.Height/2, size.Width, size.Height)
	for i, t := range v.lines {
		size := t.MinSize()
		if i == 0 {
			y = mid - size.Height/2
		}
		put(t, textAt, y, size.Width, size.Height)
		y += size.Height
	}
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// objects are the parts of the row from the ground up.
func (v *rowView) objects() []fyne.CanvasObject {
	o := []fyne.CanvasObject{v.ground, v.bar, v.box, v.short, v.long, v.chip, v.role}
	for _, t := range v.lines {
		o = append(o, t)
	}
	return o
}
