package chooser

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"parallax/gui/bidi"
	"parallax/gui/palette"
)

// The measures of a row, in Fyne's units.
const (
	edge     = 8
	boxWide  = 26 // the box and the room behind it
	iconWide = 24 // the picture of a file or folder and the room behind it
	boxSize  = 18
	textAir  = 12 // between two columns
	barRoom  = 12 // for the scroll bar
)

// columns are the widths of what stands behind the names.
type columns struct{ changed, size, kind float32 }

// newColumns measures what the widest date needs.
func newColumns(day func(time.Time) string) columns {
	c := columns{size: wide(sizeOf(9_999_000)), kind: 120}
	for m := time.January; m <= time.December; m++ {
		c.changed = max(c.changed, wide(day(time.Date(2026, m, 28, 0, 0, 0, 0, time.UTC))))
	}
	return c
}

func wide(s string) float32 {
	return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width + textAir
}

// within are the columns where so much room is left of a row for them and the
// names. The names keep half of it: the kind gives way first, then the size,
// then the date.
func (c columns) within(width float32) columns {
	for _, least := range []*float32{&c.kind, &c.size, &c.changed} {
		if c.changed+c.size+c.kind > width/2 {
			*least = 0
		}
	}
	return c
}

// A rowView is one row in sight.
type rowView struct {
	ground, ring              *canvas.Rectangle
	box, icon                 *canvas.Image
	name, changed, size, kind *canvas.Text
	objects                   []fyne.CanvasObject
}

func newRowView() *rowView {
	v := &rowView{
		ground: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		box: canvas.NewImageFromResource(nil), icon: canvas.NewImageFromResource(nil),
		name: canvas.NewText("", nil), changed: canvas.NewText("", nil), size: canvas.NewText("", nil), kind: canvas.NewText("", nil),
	}
	v.objects = []fyne.CanvasObject{v.ground, v.box, v.icon, v.name, v.changed, v.size, v.kind, v.ring}
	return v
}

// show takes over what entry i is.
func (v *rowView) show(r *rows, i int, c *palette.Colors) {
	e := r.list.entries[i]
	v.ground.FillColor, v.ground.CornerRadius = color.Transparent, 3
	switch {
	case e.picked:
		v.ground.FillColor = c.Selection
	case i == r.hovered:
		v.ground.FillColor = c.Button
	}
	v.ring.FillColor, v.ring.CornerRadius, v.ring.StrokeWidth = color.Transparent, 3, 2
	v.ring.StrokeColor, v.ring.Hidden = c.RibbonBold, i != r.list.cursor
	if r.focused {
		v.ring.StrokeColor = c.Selected
	}
	box, icon := theme.CheckButtonIcon(), theme.FileTextIcon()
	if e.picked {
		box = theme.CheckButtonCheckedIcon()
	}
	if e.folder {
		icon = theme.FolderIcon()
	}
	v.box.Hidden = !r.boxes
	picture(v.box, box)
	picture(v.icon, icon)
	v.name.Text, v.changed.Text, v.size.Text, v.kind.Text = e.name, r.day(e), "", e.kind
	if !e.folder {
		v.size.Text = sizeOf(e.size)
	}
	for _, t := range []*canvas.Text{v.name, v.changed, v.size, v.kind} {
		t.Color, t.TextSize = c.Muted, theme.TextSize()
	}
	v.name.Color = c.Text
	if e.picked {
		v.changed.Color, v.size.Color, v.kind.Color = c.Text, c.Text, c.Text
	}
}

// picture shows another picture in its place.
func picture(at *canvas.Image, r fyne.Resource) {
	if at.Resource == nil || at.Resource.Name() != r.Name() {
		at.Resource = r
		at.Refresh()
	}
}

// place puts the row at y.
func (v *rowView) place(r *rows, y, width float32) {
	cols := r.columns(width)
	put(v.ground, 2, y+1, width-4, rowHeight-2)
	put(v.ring, 2, y+1, width-4, rowHeight-2)
	put(v.box, edge, y+(rowHeight-boxSize)/2, boxSize, boxSize)
	x := r.nameAt()
	put(v.icon, x-iconWide, y+(rowHeight-boxSize)/2, boxSize, boxSize)
	right := width - barRoom - cols.changed - cols.size - cols.kind
	v.write(v.name, x, y, right-x-textAir)
	v.write(v.changed, right, y, cols.changed-textAir)
	right += cols.changed
	v.write(v.size, right+cols.size-textAir-v.size.MinSize().Width, y, cols.size) // numbers end below each other
	v.write(v.kind, right+cols.size, y, cols.kind-textAir)
}

// write puts words at a place, as many as there is room for.
func (v *rowView) write(t *canvas.Text, x, y, room float32) {
	if t.Hidden = room <= 0; t.Hidden {
		return
	}
	t.Text = fitted(t.Text, room)
	high := t.MinSize().Height
	put(t, x, y+(rowHeight-high)/2, room, high)
}

// fitted is as much of a name as there is room for, as it is drawn from left to
// right. Of a longer one the middle is left out: how it ends tells much of a file.
func fitted(name string, room float32) string {
	if wide(name)-textAir <= room {
		return shown(name)
	}
	letters := []rune(name)
	for keep := min(len(letters)-1, int(room/4)); keep > 4; keep-- {
		tail := keep / 3
		short := strings.TrimSpace(string(letters[:keep-tail])) + "…" + string(letters[len(letters)-tail:])
		if wide(short)-textAir <= room {
			return shown(short)
		}
	}
	return "…"
}

// shown puts words in a name that are read from the right into their places;
// the name itself begins at the left, so that its ending stands behind it.
func shown(name string) string { return bidi.Part(name, false) }

// sizeOf writes a number of bytes in the smallest unit that needs no more than
// four digits, rounded up.
func sizeOf(bytes int64) string {
	const kilo = 1000
	up := func(n int64) int64 { return (n + kilo - 1) / kilo }
	n := up(bytes)
	if n < 10*kilo {
		return lang.L("{{.N}} KB", map[string]any{"N": n})
	}
	if n = up(n); n < 10*kilo {
		return lang.L("{{.N}} MB", map[string]any{"N": n})
	}
	return lang.L("{{.N}} GB", map[string]any{"N": up(n)})
}

// put gives an object its place and size.
func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
