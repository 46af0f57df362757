package gui

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"parallax/assets"
	"parallax/data"
	"parallax/gui/palette"
	"parallax/gui/reader"
)

// A sign is one entry of the legend: how a kind of mark looks on a side, and
// its name. A click hides that mark in the text and shows it again.
type sign struct {
	widget.BaseWidget
	OnTapped func(hidden bool)
	side     data.Side
	kind     reader.MarkKind
	family   int    // of a Pointed: whose line it has
	code     string // of a Pointed
	text     string
	hidden   bool
	hovered  bool
}

var (
	_ fyne.Tappable      = (*sign)(nil)
	_ desktop.Hoverable  = (*sign)(nil)
	_ desktop.Cursorable = (*sign)(nil)
)

func newSign(side data.Side, kind reader.MarkKind, text string, onTapped func(hidden bool)) *sign {
	s := &sign{side: side, kind: kind, text: text, OnTapped: onTapped}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped hides the mark or shows it again.
func (s *sign) Tapped(*fyne.PointEvent) {
	s.hidden = !s.hidden
	s.Refresh()
	s.OnTapped(s.hidden)
}

// MouseIn lights the sign.
func (s *sign) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved does nothing.
func (s *sign) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets it go dark again.
func (s *sign) MouseOut() { s.hovered = false; s.Refresh() }

// Cursor is a hand.
func (s *sign) Cursor() desktop.Cursor { return desktop.PointerCursor }

const swatch = 26 // width of the picture of a mark

// CreateRenderer draws a picture of the mark and its name.
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{sign: s, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText(s.text, color.Black), strike: canvas.NewRectangle(color.Black)}
	r.text.TextSize = 11
	for range 5 {
		r.lines = append(r.lines, canvas.NewRectangle(color.Transparent))
	}
	if s.kind == reader.Pointed {
		r.code = canvas.NewText(s.code, color.Black)
		r.code.TextSize, r.code.TextStyle.Bold = 9, true
		r.family = canvas.NewRaster(func(w, h int) image.Image {
			return reader.FamilyLine(s.family, w, h, float32(w)/swatch, palette.Current())
		})
	}
	r.Refresh()
	return r
}

type signRenderer struct {
	sign   *sign
	back   *canvas.Rectangle
	lines  []*canvas.Rectangle
	text   *canvas.Text
	strike *canvas.Rectangle
	code   *canvas.Text   // of a Pointed, else nil
	family *canvas.Raster // likewise
}

func (r *signRenderer) MinSize() fyne.Size {
	t := r.text.MinSize()
	return fyne.NewSize(swatch+6+t.Width, fyne.Max(t.Height, 18))
}

func (r *signRenderer) Layout(size fyne.Size) {
	t := r.text.MinSize()
	y := (size.Height - t.Height) / 2
	r.text.Move(fyne.NewPos(swatch+6, y))
	r.text.Resize(t)
	r.strike.Move(fyne.NewPos(swatch+6, size.Height/2))
	r.strike.Resize(fyne.NewSize(t.Width, 1))
	top, high := (size.Height-14)/2, float32(14)
	r.back.Move(fyne.NewPos(0, top))
	r.back.Resize(fyne.NewSize(swatch, high))
	put := func(i int, x, y, w, h float32) {
		r.lines[i].Move(fyne.NewPos(x, y))
		r.lines[i].Resize(fyne.NewSize(w, h))
	}
	for i := range r.lines {
		put(i, 0, 0, 0, 0)
	}
	bottom := top + high - 2
	switch r.sign.kind {
	case reader.Wording:
		if r.sign.side == data.Left {
			put(0, 0, bottom, swatch, 2)
			return
		}
		for i := range r.lines {
			put(i, float32(i)*5.6, bottom, 3.4, 2)
		}
	case reader.Only:
		if r.sign.side == data.Left {
			put(0, 0, top, 3, high)
			return
		}
		put(0, 0, top, 1.2, high)
		put(1, 2.4, top, 1.2, high)
	case reader.Moved:
		put(0, 0, bottom, swatch, 1)
		for i := range 4 {
			put(1+i, swatch-4+float32(i), bottom-3+float32(i), 1, 7-2*float32(i))
		}
	case reader.Respelled:
		for i := range r.lines {
			put(i, float32(i)*5.6, bottom, 2, 2)
		}
	case reader.Quote:
		put(0, 0, bottom-2, swatch, 1)
		put(1, 0, bottom+1, swatch, 1)
	case reader.Possible:
		for i := range 3 {
			put(i, swatch-4, top+float32(i)*5.4, 3, 3)
		}
	case reader.Pointed:
		code := r.code.MinSize()
		r.code.Move(fyne.NewPos((swatch-code.Width)/2, bottom-code.Height))
		r.code.Resize(code)
		r.family.Move(fyne.NewPos(0, bottom-3))
		r.family.Resize(fyne.NewSize(swatch, 8))
	}
}

func (r *signRenderer) Refresh() {
	colors := palette.Current()
	r.text.Text, r.text.Color = r.sign.text, colors.Text
	r.strike.FillColor = color.Transparent
	var line color.Color = colors.Outlet(r.sign.side)
	switch r.sign.kind {
	case reader.Wording:
		r.back.FillColor = colors.Tint(r.sign.side)
	case reader.Only:
		r.back.FillColor = colors.Pale(r.sign.side)
	default:
		r.back.FillColor, line = color.Transparent, colors.Muted
	}
	if r.sign.hidden {
		r.text.Color, r.strike.FillColor = colors.Muted, colors.Muted
		r.back.FillColor, line = color.Transparent, colors.Rule
	}
	if r.sign.hovered {
		r.text.Color = colors.Selected
	}
	for _, l := range r.lines {
		l.FillColor = line
		l.Refresh()
	}
	if r.code != nil {
		r.code.Color, r.family.Hidden = r.text.Color, r.sign.hidden
		r.code.Refresh()
		r.family.Refresh()
	}
	r.back.Refresh()
	r.text.Refresh()
	r.strike.Refresh()
}

func (r *signRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.back}
	for _, l := range r.lines {
		out = append(out, l)
	}
	out = append(out, r.text, r.strike)
	if r.code != nil {
		out = append(out, r.family, r.code)
	}
	return out
}

func (r *signRenderer) Destroy() {}

// newLegend returns the signs of all marks; onHide is told which marks of which
// side are to be hidden.
func newLegend(onHide func(side data.Side, kind reader.MarkKind, hidden bool)) []fyne.CanvasObject {
	one := func(side data.Side, kind reader.MarkKind, text string) fyne.CanvasObject {
		return newSign(side, kind, text, func(hidden bool) { onHide(side, kind, hidden) })
	}
	both := func(kind reader.MarkKind, text string) fyne.CanvasObject {
		return newSign(data.Left, kind, text, func(hidden bool) {
			onHide(data.Left, kind, hidden)
			onHide(data.Right, kind, hidden)
		})
	}
	return []fyne.CanvasObject{
		one(data.Left, reader.Wording, lang.L("words only in A")),
		one(data.Right, reader.Wording, lang.L("words only in B")),
		one(data.Left, reader.Only, lang.L("told only in A")),
		one(data.Right, reader.Only, lang.L("told only in B")),
		both(reader.Moved, lang.L("moved")),
		both(reader.Respelled, lang.L("two spellings")),
		both(reader.Quote, lang.L("quote, two wordings")),
		both(reader.Possible, lang.L("maybe related")),
	}
}

// pointerSigns returns the signs of the kinds that pointers are shown of, all of one
// family; onHide is told which kind is to be hidden.
func pointerSigns(kinds []assets.Kind, hidden map[string]bool, onHide func(code string, hidden bool)) []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, k := range kinds {
		s := newSign(data.Left, reader.Pointed, lang.L(k.Label), func(hidden bool) { onHide(k.Code, hidden) })
		s.family = slices.IndexFunc(assets.Families(), func(f assets.Family) bool { return f.ID == k.Family })
		s.code, s.hidden = k.Code, hidden[k.Code]
		list = append(list, s)
	}
	return list
}

// marksMenu hides and shows the marks of the legend by the keys, and switches on
// what is left unmarked at first.
func (w *Window) marksMenu() *fyne.MenuItem {
	m := item(lang.L("Marks"), nil, nil)
	m.Disabled, m.ChildMenu = w.room.spread.Plain(), fyne.NewMenu("")
	for _, s := range w.room.foot.signs() {
		one := item(s.text, nil, func() { s.Tapped(nil) })
		one.Checked = !s.hidden
		m.ChildMenu.Items = append(m.ChildMenu.Items, one)
	}
	m.ChildMenu.Items = append(m.ChildMenu.Items, fyne.NewMenuItemSeparator(), w.letteringMenu())
	return m
}
