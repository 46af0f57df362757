package lookover

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A tool is a command as a small button with the key that does the same. The
// keyboard has that key, so Tab passes the button by.
type tool struct {
	widget.BaseWidget
	OnTapped func(at fyne.Position) // at: where a menu may open

	name, key string
	off       bool
	hover     bool
}

func newTool(name, key string, tapped func(at fyne.Position)) *tool {
	t := &tool{OnTapped: tapped, name: name, key: key}
	t.ExtendBaseWidget(t)
	return t
}

// SetOff says whether there is nothing to do now.
func (t *tool) SetOff(off bool) {
	if t.off != off {
		t.off = off
		t.Refresh()
	}
}

// Tapped does what the tool is for.
func (t *tool) Tapped(*fyne.PointEvent) {
	if !t.off && t.OnTapped != nil {
		t.OnTapped(fyne.CurrentApp().Driver().AbsolutePositionForObject(t))
	}
}

// Cursor is the hand of what can be clicked.
func (t *tool) Cursor() desktop.Cursor {
	if t.off {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn shades the tool, MouseOut no longer.
func (t *tool) MouseIn(*desktop.MouseEvent) {
	t.hover = true
	t.Refresh()
}

// MouseMoved changes nothing.
func (t *tool) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is described at MouseIn.
func (t *tool) MouseOut() {
	t.hover = false
	t.Refresh()
}

// CreateRenderer returns what draws the tool.
func (t *tool) CreateRenderer() fyne.WidgetRenderer {
	r := &toolRenderer{t: t, ground: canvas.NewRectangle(nil), name: canvas.NewText("", nil), key: canvas.NewText("", nil)}
	r.take()
	return r
}

type toolRenderer struct {
	t         *tool
	ground    *canvas.Rectangle
	name, key *canvas.Text
}

const (
	toolPad = 8
	toolGap = 6 // between name and key
)

func (r *toolRenderer) Destroy() {}

func (r *toolRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.name, r.key}
}

func (r *toolRenderer) take() {
	c := palette.Current()
	r.name.Text, r.name.TextSize, r.name.Color = r.t.name, theme.CaptionTextSize(), c.Text
	r.key.Text, r.key.TextSize, r.key.Color = r.t.key, theme.CaptionTextSize(), c.Muted
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth, r.ground.CornerRadius = c.Paper, c.Edge, 1, 4
	switch {
	case r.t.off:
		off := theme.Color(theme.ColorNameDisabled)
		r.name.Color, r.key.Color = off, off
		r.ground.FillColor, r.ground.StrokeColor = c.Desk, c.Ribbon
	case r.t.hover:
		r.ground.FillColor = c.Selection
	}
}

func (r *toolRenderer) MinSize() fyne.Size {
	name, key := r.name.MinSize(), r.key.MinSize()
	wide := 2*toolPad + name.Width
	if r.t.key != "" {
		wide += toolGap + key.Width
	}
	return fyne.NewSize(whole(wide), max(name.Height, key.Height)+6)
}

func (r *toolRenderer) Layout(size fyne.Size) {
	put(r.ground, 0, 0, size.Width, size.Height)
	name, key := r.name.MinSize(), r.key.MinSize()
	put(r.name, toolPad, (size.Height-name.Height)/2, name.Width, name.Height)
	put(r.key, toolPad+name.Width+toolGap, (size.Height-key.Height)/2, key.Width, key.Height)
}

func (r *toolRenderer) Refresh() {
	r.take()
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

// A toolRow lays tools out like words, on a second line where one is full.
type toolRow struct {
	object *fyne.Container
	tools  []rowTool
}

// A rowTool is a tool and whether it can do something now; nil: always.
type rowTool struct {
	*tool
	can func() bool
}

func newToolRow(tools []rowTool) *toolRow {
	row := &toolRow{object: container.New(&wrapped{gap: 6}), tools: tools}
	for _, t := range tools {
		row.object.Add(t.tool)
	}
	row.Fill()
	return row
}

// Fill shows what can be done now.
func (r *toolRow) Fill() {
	for _, t := range r.tools {
		t.SetOff(t.can != nil && !t.can())
	}
}

// toolList is what can be done with the selected lines, by mouse.
func (s *Screen) toolList() []rowTool {
	ask := func(c command) func(fyne.Position) {
		return func(at fyne.Position) {
			s.takeKeys() // a click on what has no keys takes them from the page
			s.command(c, at)
		}
	}
	some := func() bool { return s.model.Len() > 0 }
	return []rowTool{
		{newTool(lang.L("Keep / set aside"), lang.L("Space"), ask(toggle)), some},
		{newTool(lang.L("Mark as…"), "M", ask(markAs)), some},
		{newTool(lang.L("Use for…"), "U", ask(useFor)), some},
		{newTool(lang.L("Starts here"), "S", ask(startsHere)), some},
		{newTool(lang.L("Ends here"), "E", ask(endsHere)), some},
		{newTool(lang.L("Undo"), "Ctrl+Z", ask(undo)), func() bool { _, ok := s.model.UndoStep(); return ok }},
		{newTool(lang.L("Redo"), "Ctrl+Y", ask(redo)), func() bool { _, ok := s.model.RedoStep(); return ok }},
	}
}
