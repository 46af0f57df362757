package lookover

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/caret"
	"parallax/gui/palette"
)

// A field is a line to write in, with options also to choose for. While it
// does not have the keys, words that are too long for it end in an ellipsis.
type field struct {
	*widget.Entry
	object *fyne.Container
	cover  *cover
}

func newField(options []string, escape func()) *field {
	f := &field{cover: &cover{
		ground: canvas.NewRectangle(nil), box: canvas.NewRectangle(nil), border: canvas.NewRectangle(nil), text: canvas.NewText("", nil),
		arrow: widget.NewIcon(theme.MenuDropDownIcon()),
	}}
	focused := func(on bool) {
		f.cover.off = on
		f.Show()
	}
	var inner fyne.CanvasObject
	if len(options) == 0 {
		line := &line{focused: focused, escape: escape}
		line.ExtendBaseWidget(line)
		f.Entry, inner = &line.Entry, line
	} else {
		choice := &choice{focused: focused, escape: escape}
		choice.ExtendBaseWidget(choice)
		choice.SetOptions(options)
		f.Entry, inner = &choice.Entry, choice
	}
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.cover.entry = f.Entry
	f.object = container.New(f.cover, inner, f.cover.ground, f.cover.box, f.cover.border, f.cover.text, f.cover.arrow)
	return f
}

// Show lays the words out again after they changed.
func (f *field) Show() { f.object.Refresh() }

// A line is an entry that tells whether it has the keys.
type line struct {
	widget.Entry
	focused func(bool)
	escape  func()
	blink   caret.Blink
}

// FocusGained and FocusLost tell of the keys.
func (l *line) FocusGained() {
	l.Entry.FocusGained()
	l.blink.Start(l, &l.Entry)
	l.focused(true)
}

// FocusLost is described at FocusGained.
func (l *line) FocusLost() {
	l.blink.Stop()
	l.Entry.FocusLost()
	l.focused(false)
}

// CreateRenderer draws the field as Fyne does.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	return l.blink.Renderer(l.Entry.CreateRenderer())
}

// TypedKey leaves the line with Escape.
func (l *line) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		l.escape()
		return
	}
	l.Entry.TypedKey(e)
}

// A choice is an entry with options that tells whether it has the keys.
type choice struct {
	widget.SelectEntry
	focused func(bool)
	escape  func()
	blink   caret.Blink
}

// FocusGained and FocusLost tell of the keys.
func (c *choice) FocusGained() {
	c.SelectEntry.FocusGained()
	c.blink.Start(c, &c.Entry)
	c.focused(true)
}

// FocusLost is described at FocusGained.
func (c *choice) FocusLost() {
	c.blink.Stop()
	c.SelectEntry.FocusLost()
	c.focused(false)
}

// CreateRenderer draws the field as Fyne does.
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	return c.blink.Renderer(c.SelectEntry.CreateRenderer())
}

// TypedKey is described at line.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.escape()
		return
	}
	c.SelectEntry.TypedKey(e)
}

// A pick is a choice of a few words, with nothing to write.
type pick struct {
	widget.Select
	escape func()
}

func newPick(changed func(string), escape func()) *pick {
	p := &pick{escape: escape}
	p.OnChanged = changed
	p.ExtendBaseWidget(p)
	return p
}

// TypedKey is described at line.
func (p *pick) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.escape()
		return
	}
	p.Select.TypedKey(e)
}

// A cover lies over an entry whose words are too long and shows how they begin.
type cover struct {
	entry               *widget.Entry
	ground, box, border *canvas.Rectangle
	text                *canvas.Text
	arrow               *widget.Icon // of a field with options
	off                 bool
}

// Layout gives the entry all the room and the cover that of the words.
func (c *cover) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
	edge, pad := theme.InputBorderSize(), theme.InnerPadding()
	room := size.Width - 2*pad
	if c.entry.ActionItem != nil {
		room -= c.entry.ActionItem.MinSize().Width
	}
	c.text.Text, c.text.TextSize = c.entry.Text, theme.TextSize()
	long := c.text.MinSize().Width > room
	covered := long && !c.off
	c.ground.Hidden, c.box.Hidden, c.border.Hidden, c.text.Hidden = !covered, !covered, !covered, !covered
	c.arrow.Hidden = !covered || c.entry.ActionItem == nil
	if !covered {
		return
	}
	colors := palette.Current()
	c.text.Color, c.ground.FillColor = colors.Text, colors.Paper
	c.box.FillColor, c.box.CornerRadius = theme.Color(theme.ColorNameInputBackground), theme.InputRadiusSize()
	c.border.FillColor, c.border.StrokeColor = color.Transparent, theme.Color(theme.ColorNameInputBorder)
	c.border.StrokeWidth, c.border.CornerRadius = edge, theme.InputRadiusSize()
	fit(c.text, c.entry.Text, room)
	c.ground.Move(fyne.NewPos(0, 0))
	c.ground.Resize(size.AddWidthHeight(1, 1)) // the shade of the entry's own scroll reaches over its edge
	c.box.Move(fyne.NewPos(edge, edge))
	c.box.Resize(fyne.NewSize(size.Width-2*edge, size.Height-2*edge))
	c.border.Move(fyne.NewSquareOffsetPos(edge / 2))
	c.border.Resize(fyne.NewSize(size.Width-edge-.5, size.Height-edge-.5))
	high := c.text.MinSize().Height
	c.text.Move(fyne.NewPos(pad, (size.Height-high)/2))
	c.text.Resize(fyne.NewSize(room, high))
	if b := c.entry.ActionItem; b != nil { // its arrow is seen above the cover, and clicked below it
		side := theme.IconInlineSize()
		c.arrow.Move(b.Position().AddXY((b.Size().Width-side)/2, (b.Size().Height-side)/2))
		c.arrow.Resize(fyne.NewSquareSize(side))
	}
}

// MinSize is the entry's.
func (c *cover) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
