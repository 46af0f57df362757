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

const (
	nameAt   = reader.SampleWidth + 6 // where a sign's name begins
	signHigh = 18                     // the least a sign takes up; low lines reach below it
)

// CreateRenderer draws a picture of the mark and its name.
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{sign: s, text: canvas.NewText(s.text, color.Black), strike: canvas.NewRectangle(color.Black), code: canvas.NewText(s.code, color.Black)}
	r.text.TextSize = 11
	r.code.TextSize, r.code.TextStyle.Bold = 9, true
	r.sample = canvas.NewRaster(func(w, h int) image.Image {
		return reader.Sample{Kind: s.kind, Side: s.side, Family: s.family, Faint: s.hidden}.Picture(w, h, palette.Current())
	})
	r.sample.ScaleMode = canvas.ImageScalePixels
	r.Refresh()
	return r
}

type signRenderer struct {
	sign   *sign
	sample *canvas.Raster
	text   *canvas.Text
	strike *canvas.Rectangle // through the name of marks that are hidden
	code   *canvas.Text
}

func (r *signRenderer) MinSize() fyne.Size {
	t := r.text.MinSize()
	return fyne.NewSize(nameAt+t.Width, fyne.Max(t.Height, signHigh))
}

func (r *signRenderer) Layout(size fyne.Size) {
	t := r.text.MinSize()
	r.text.Move(fyne.NewPos(nameAt, (size.Height-t.Height)/2))
	r.text.Resize(t)
	r.strike.Move(fyne.NewPos(nameAt, size.Height/2))
	r.strike.Resize(fyne.NewSize(t.Width, 1))
	top := (size.Height - signHigh) / 2
	r.sample.Move(fyne.NewPos(0, top))
	r.sample.Resize(fyne.NewSize(reader.SampleWidth, reader.SampleHeight))
	code := r.code.MinSize()
	r.code.Move(fyne.NewPos((reader.SampleWidth-code.Width)/2, top+14-code.Height))
	r.code.Resize(code)
}

func (r *signRenderer) Refresh() {
	colors := palette.Current()
	r.text.Text, r.text.Color = r.sign.text, colors.Text
	if r.sign.hidden {
		r.text.Color = colors.Muted
	}
	if r.sign.hovered {
		r.text.Color = colors.Selected
	}
	r.strike.FillColor, r.strike.Hidden = colors.Muted, !r.sign.hidden
	r.code.Color, r.code.Hidden = r.text.Color, r.sign.code == ""
	r.sample.Refresh()
	r.text.Refresh()
	r.strike.Refresh()
	r.code.Refresh()
}

func (r *signRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.sample, r.text, r.strike, r.code}
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
