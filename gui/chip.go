package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// A chip is a small rounded label: a tag. One that is on is filled and has a
// tick in front, so that it is told without colour.
type chip struct {
	pressable
	text    string
	style   int // of the line under the text, as a tag has; -1: no line
	on      bool
	words   bool // to be written, no tag: it has corners and no line around it
	focused bool // of one that takes the keys
}

func newChip(text string, on bool, onTapped func()) *chip {
	c := &chip{text: text, style: -1, on: on}
	c.OnTapped = onTapped
	c.ExtendBaseWidget(c)
	return c
}

// newTagChip returns a chip for a tag: its name over the line of its family.
func newTagChip(t tag, on bool, onTapped func()) *chip {
	c := newChip(t.label, on, onTapped)
	c.style = t.style
	return c
}

// Set turns the chip on or off.
func (c *chip) Set(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// SetText gives the chip another name.
func (c *chip) SetText(text string) {
	if c.text != text {
		c.text = text
		c.Refresh()
	}
}

// CreateRenderer draws the chip.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black)}
	r.tick = widget.NewIcon(theme.ConfirmIcon())
	r.text.TextSize = 11
	for range c.lines() {
		r.lines = append(r.lines, canvas.NewRectangle(color.Transparent))
	}
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip  *chip
	back  *canvas.Rectangle
	text  *canvas.Text
	lines []*canvas.Rectangle
	tick  *widget.Icon // a picture: the font has no tick, and a look through the system's fonts takes long
}

const tickWidth = 12

func (r *chipRenderer) Layout(size fyne.Size) {
	r.back.CornerRadius = size.Height / 2
	if r.chip.words {
		r.back.CornerRadius = 3
	}
	r.back.Resize(size)
	t := r.text.MinSize()
	r.text.Resize(t)
	x, y := (size.Width-t.Width)/2, size.Height/2
	if r.chip.on {
		x += tickWidth / 2
		r.tick.Resize(fyne.NewSquareSize(tickWidth))
		r.tick.Move(fyne.NewPos(x-tickWidth-1, y-tickWidth/2))
	}
	y0 := (size.Height - t.Height) / 2
	if r.chip.style >= 0 {
		y0--
	}
	r.text.Move(fyne.NewPos(x, y0))
	for i, l := range r.lines {
		left, top, wide, high := r.chip.line(i, t.Width)
		l.Move(fyne.NewPos(x+left, size.Height-5+top))
		l.Resize(fyne.NewSize(wide, high))
	}
}

// lines is how many pieces the line under a chip's text has.
func (c *chip) lines() int {
	if c.style < 0 {
		return 0
	}
	return [palette.Families]int{1, 2, 4, 5, 7, 1}[c.style%palette.Families]
}

// line is where piece i of the line under a text so wide lies: a pattern for
// each style, so that it is told without colour.
func (c *chip) line(i int, wide float32) (left, top, width, height float32) {
	n := float32(c.lines())
	step := wide / n
	switch c.style % palette.Families {
	case 0: // solid
		return 0, 0, wide, 1.5
	case 1: // double
		return 0, float32(i)*2.2 - 1, wide, 1
	case 2: // dashes at two heights
		return float32(i) * step, float32(i%2) * 1.6, step, 1.2
	case 3: // long and short by turns
		if i%2 == 0 {
			return float32(i) * step, 0, step + 2, 1.5
		}
		return float32(i)*step + 4, 0, 2, 1.5
	case 4: // dots
		return float32(i)*step + step/2 - 1, 0, 2, 2
	}
	return 0, -1, wide, 3 // thick
}

func (r *chipRenderer) MinSize() fyne.Size {
	size := r.text.MinSize().AddWidthHeight(16, 6)
	if r.chip.style >= 0 {
		size.Height += 2
	}
	if r.chip.on {
		size.Width += tickWidth
	}
	return size
}

func (r *chipRenderer) Refresh() {
	colors := palette.Current()
	r.text.Text, r.text.Color = bidi.Line(r.chip.text), colors.Text
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = colors.Card, colors.Muted, 1
	switch {
	case r.chip.on:
		r.back.FillColor, r.back.StrokeColor = colors.OnlyTint, colors.Text
	case r.chip.words:
		r.back.FillColor, r.back.StrokeColor = colors.OnlyTint, colors.OnlyTint
	}
	if r.chip.hovered || r.chip.focused {
		r.back.StrokeColor = colors.Selected
	}
	if r.chip.focused {
		r.back.StrokeWidth = 2
	}
	if r.tick.Hidden = !r.chip.on; r.chip.on {
		r.tick.Refresh()
	}
	r.Layout(r.chip.Size())
	for _, l := range r.lines {
		l.FillColor = colors.Family(r.chip.style)
		l.Refresh()
	}
	r.back.Refresh()
	r.text.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.back}
	for _, l := range r.lines {
		list = append(list, l)
	}
	return append(list, r.text, r.tick)
}

func (r *chipRenderer) Destroy() {}
