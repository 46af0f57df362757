package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A sheetItem is a part of a sheet: it says how high it is at a width.
type sheetItem interface {
	fyne.CanvasObject
	HeightFor(width float32) float32
}

// A sheet is items under each other in one scroll, each as wide as the sheet.
type sheet struct {
	widget.BaseWidget
	scroll *container.Scroll
	inside *fyne.Container
	size   *fixedSize
	items  []sheetItem
	wide   float32     // the items are laid out for; 0: anew
	stand  *sheetStand // where to stand once they are laid out
}

// A sheetStand is where a sheet's view begins: the item there, and the share of it
// above the view.
type sheetStand struct {
	item int
	into float64
}

// fixedSize is a layout that leaves its objects alone and has a given least size.
type fixedSize struct{ min fyne.Size }

func (f *fixedSize) Layout([]fyne.CanvasObject, fyne.Size)         {}
func (f *fixedSize) MinSize(objects []fyne.CanvasObject) fyne.Size { return f.min }

func newSheet() *sheet {
	s := &sheet{size: &fixedSize{}}
	s.inside = container.New(s.size)
	s.scroll = container.NewVScroll(s.inside)
	s.ExtendBaseWidget(s)
	return s
}

// SetItems shows other items, from the top.
func (s *sheet) SetItems(items []sheetItem) {
	s.items = items
	objects := make([]fyne.CanvasObject, len(items))
	for i, o := range items {
		objects[i] = o
	}
	s.inside.Objects = objects
	s.scroll.Offset = fyne.Position{}
	s.arrange()
}

// KeepItems shows other items where the sheet stands.
func (s *sheet) KeepItems(items []sheetItem) {
	at := s.scroll.Offset
	s.SetItems(items)
	s.scroll.Offset = fyne.NewPos(0, max(0, min(at.Y, s.size.min.Height-s.scroll.Size().Height)))
	s.scroll.Refresh()
}

// arrange puts the items under each other for the sheet's width.
func (s *sheet) arrange() {
	width := s.Size().Width - sheetEdge
	if width <= 0 {
		return
	}
	var y float32
	for _, o := range s.items {
		height := o.HeightFor(width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(width, height))
		y += height
	}
	s.size.min = fyne.NewSize(1, y)
	if at := s.stand; at != nil {
		s.stand = nil
		if at.item < len(s.items) {
			o := s.items[at.item]
			y := o.Position().Y + float32(at.into)*o.Size().Height
			s.scroll.Offset = fyne.NewPos(0, max(0, min(y, s.size.min.Height-s.scroll.Size().Height)))
		}
	}
	s.scroll.Refresh()
}

// Stand is where the view begins.
func (s *sheet) Stand() (item int, into float64) {
	if s.stand != nil {
		return s.stand.item, s.stand.into
	}
	y := s.scroll.Offset.Y
	for i, o := range s.items {
		if top, high := o.Position().Y, o.Size().Height; high > 0 && y < top+high {
			return i, float64(max(0, y-top) / high)
		}
	}
	return 0, 0
}

// StandAt brings the view to where it began.
func (s *sheet) StandAt(at sheetStand) {
	s.stand = &at
	s.arrange()
}

// sheetEdge is kept free for the scroll bar.
const sheetEdge = 14

// Reveal brings an item into view.
func (s *sheet) Reveal(o fyne.CanvasObject) {
	top, bottom := o.Position().Y, o.Position().Y+o.Size().Height
	at := s.scroll.Offset.Y
	at = min(at, top)
	at = max(at, bottom-s.scroll.Size().Height)
	if at != s.scroll.Offset.Y {
		s.scroll.Offset = fyne.NewPos(0, at)
		s.scroll.Refresh()
	}
}

// CreateRenderer shows the scroll.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r *sheetRenderer) Layout(size fyne.Size) {
	r.s.scroll.Resize(size)
	if r.s.wide != size.Width {
		r.s.wide = size.Width
		r.s.arrange()
	}
}

func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 100) }

func (r *sheetRenderer) Refresh() { r.s.scroll.Refresh() }

func (r *sheetRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.scroll} }

func (r *sheetRenderer) Destroy() {}

// A sheetText is a phrase on a sheet by itself.
type sheetText struct {
	widget.BaseWidget
	phrase
	above, below float32 // air
}

func newSheetText(p phrase, above, below float32) *sheetText {
	t := &sheetText{phrase: p, above: above, below: below}
	t.side = -1
	t.ExtendBaseWidget(t)
	return t
}

// SizeBy makes the words so many times as large.
func (t *sheetText) SizeBy(times float32) { t.size *= times }

// HeightFor lays the text out for a width.
func (t *sheetText) HeightFor(width float32) float32 {
	return t.above + t.set(width) + t.below
}

// CreateRenderer draws the lines.
func (t *sheetText) CreateRenderer() fyne.WidgetRenderer { return &sheetTextRenderer{t: t} }

type sheetTextRenderer struct {
	t       *sheetText
	objects []fyne.CanvasObject
}

func (r *sheetTextRenderer) Layout(size fyne.Size) {
	r.t.set(size.Width)
	r.objects = r.t.move(0, r.t.above)
}

func (r *sheetTextRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (r *sheetTextRenderer) Refresh() {
	r.t.paint()
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *sheetTextRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *sheetTextRenderer) Destroy() {}

// A sheetObject is any object on a sheet, at its least height.
type sheetObject struct {
	widget.BaseWidget
	object fyne.CanvasObject
}

func newSheetObject(object fyne.CanvasObject) *sheetObject {
	o := &sheetObject{object: object}
	o.ExtendBaseWidget(o)
	return o
}

// HeightFor is the object's least height once it is so wide.
func (o *sheetObject) HeightFor(width float32) float32 {
	o.object.Resize(fyne.NewSize(width, o.object.MinSize().Height))
	return o.object.MinSize().Height
}

// CreateRenderer shows the object.
func (o *sheetObject) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.object) }
