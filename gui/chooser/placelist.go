package chooser

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A placeList is the places below each other, the one that is shown among them
// filled. Arrows walk it, Enter and a click go there.
type placeList struct {
	widget.BaseWidget
	OnGo  func(path string)
	OnKey func(*fyne.KeyEvent) bool // true: the key was none of the list's

	places  []place
	shown   string // the path of the folder that is shown
	cursor  int
	hovered int // -1: none
	focused bool
}

var (
	_ fyne.Tappable      = (*placeList)(nil)
	_ fyne.Focusable     = (*placeList)(nil)
	_ desktop.Hoverable  = (*placeList)(nil)
	_ desktop.Cursorable = (*placeList)(nil)
)

func newPlaceList(goTo func(path string)) *placeList {
	l := &placeList{OnGo: goTo, hovered: -1}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows these places and which of them is open; a stick may have come.
func (l *placeList) Set(places []place, path string) {
	l.places, l.shown = places, path
	l.cursor = max(0, slices.IndexFunc(places, func(p place) bool { return p.path == path }))
	l.Refresh()
}

func (l *placeList) at(y float32) int {
	if i := int(y / rowHeight); y >= 0 && i < len(l.places) {
		return i
	}
	return -1
}

// Tapped goes to the place under the pointer.
func (l *placeList) Tapped(e *fyne.PointEvent) {
	if i := l.at(e.Position.Y); i >= 0 {
		l.OnGo(l.places[i].path)
	}
}

// FocusGained shows a ring.
func (l *placeList) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost takes it away.
func (l *placeList) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune does nothing.
func (l *placeList) TypedRune(rune) {}

// TypedKey walks the places.
func (l *placeList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		l.cursor = max(0, l.cursor-1)
	case fyne.KeyDown:
		l.cursor = min(len(l.places)-1, l.cursor+1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.OnGo(l.places[l.cursor].path)
	default:
		l.OnKey(k)
	}
	l.Refresh()
}

// MouseIn lights the place under the pointer.
func (l *placeList) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved lights the place under the pointer.
func (l *placeList) MouseMoved(e *desktop.MouseEvent) {
	if i := l.at(e.Position.Y); i != l.hovered {
		l.hovered = i
		l.Refresh()
	}
}

// MouseOut lets it go dark.
func (l *placeList) MouseOut() { l.hovered = -1; l.Refresh() }

// Cursor is a hand.
func (l *placeList) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the places.
func (l *placeList) CreateRenderer() fyne.WidgetRenderer { return &placeListRenderer{l: l} }

type placeListRenderer struct {
	l       *placeList
	grounds []*canvas.Rectangle
	icons   []*canvas.Image
	names   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *placeListRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, float32(len(r.l.places))*rowHeight)
}

func (r *placeListRenderer) Layout(size fyne.Size) {
	for i, p := range r.l.places {
		if i == len(r.grounds) {
			break // they come with the next Refresh
		}
		y := float32(i) * rowHeight
		put(r.grounds[i], 2, y+1, size.Width-4, rowHeight-2)
		put(r.icons[i], edge, y+(rowHeight-boxSize)/2, boxSize, boxSize)
		room := size.Width - edge - iconWide - 4
		r.names[i].Text = fitted(p.name, room)
		high := r.names[i].MinSize().Height
		put(r.names[i], edge+iconWide, y+(rowHeight-high)/2, room, high)
	}
}

func (r *placeListRenderer) Refresh() {
	for len(r.grounds) < len(r.l.places) {
		r.grounds = append(r.grounds, canvas.NewRectangle(nil))
		r.icons = append(r.icons, canvas.NewImageFromResource(nil))
		r.names = append(r.names, canvas.NewText("", nil))
	}
	c := palette.Current()
	r.objects = r.objects[:0]
	for i, p := range r.l.places {
		g, name := r.grounds[i], r.names[i]
		g.FillColor, g.CornerRadius, g.StrokeWidth = color.Transparent, 3, 0
		name.Color, name.TextSize = c.Text, theme.TextSize()
		name.TextStyle.Bold = p.path == r.l.shown
		switch {
		case name.TextStyle.Bold:
			g.FillColor = c.Selection
		case i == r.l.hovered:
			g.FillColor = c.Button
		}
		if r.l.focused && i == r.l.cursor {
			g.StrokeWidth, g.StrokeColor = 2, c.Selected
		}
		picture(r.icons[i], placeIcon(p.kind))
		r.objects = append(r.objects, g, r.icons[i], name)
	}
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

func placeIcon(kind placeKind) fyne.Resource {
	switch kind {
	case homePlace:
		return theme.HomeIcon()
	case desktopPlace:
		return theme.DesktopIcon()
	case documentsPlace:
		return theme.DocumentIcon()
	case downloadsPlace:
		return theme.DownloadIcon()
	case drivePlace:
		return theme.StorageIcon()
	}
	return theme.ComputerIcon()
}

func (r *placeListRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *placeListRenderer) Destroy() {}
