package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/palette"
)

// A head names the columns over the rows. The names of two of them are pressed
// to put the rows in that order, and once more to turn it round.
type head struct {
	object        *fyne.Container
	name, changed *button
	size, kind    *canvas.Text
	rows          *rows
}

func newHead(r *rows, onSort func(byDate bool), onKey func(*fyne.KeyEvent) bool) *head {
	column := func(name string, byDate bool) *button {
		b := newFlatButton(name, nil, func() { onSort(byDate) }, onKey)
		b.Alignment, b.IconPlacement = widget.ButtonAlignLeading, widget.ButtonIconTrailingText
		return b
	}
	h := &head{
		name: column(lang.L("Name"), false), changed: column(lang.L("Changed"), true), rows: r,
		size: canvas.NewText(lang.L("Size"), nil), kind: canvas.NewText(lang.L("Kind of file"), nil),
	}
	h.object = container.New(h, h.name, h.changed, h.size, h.kind)
	return h
}

// Show says which order the rows are in.
func (h *head) Show(o order) {
	by, other := h.name, h.changed
	if o.byDate {
		by, other = other, by
	}
	icon := theme.MenuDropUpIcon()
	if o.down {
		icon = theme.MenuDropDownIcon()
	}
	by.SetIcon(icon)
	other.SetIcon(nil)
}

// Layout puts the names over their columns.
func (h *head) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	cols := h.rows.columns(size.Width)
	pad := theme.InnerPadding()
	x := h.rows.nameAt() - pad
	right := size.Width - barRoom - cols.changed - cols.size - cols.kind
	put(h.name, x, 0, min(right-x-textAir, h.name.MinSize().Width), size.Height)
	h.changed.Hidden = cols.changed == 0
	put(h.changed, right-pad, 0, cols.changed, size.Height)
	right += cols.changed
	muted := palette.Current().Muted
	for _, t := range []*canvas.Text{h.size, h.kind} {
		t.Color, t.TextSize = muted, theme.TextSize()
	}
	own := h.size.MinSize()
	h.size.Hidden, h.kind.Hidden = cols.size == 0, cols.kind == 0
	put(h.size, right+cols.size-textAir-own.Width, (size.Height-own.Height)/2, own.Width, own.Height)
	put(h.kind, right+cols.size, (size.Height-own.Height)/2, cols.kind, own.Height)
}

// MinSize is as high as a button; the rows below decide the width.
func (h *head) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, h.name.MinSize().Height)
}
