package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A pressable is the part of a widget that a click does something to: it knows
// when the pointer is on it and shows a hand. Without OnTapped it only shows.
type pressable struct {
	widget.BaseWidget
	OnTapped func()
	hovered  bool
}

var (
	_ fyne.Tappable      = (*pressable)(nil)
	_ desktop.Hoverable  = (*pressable)(nil)
	_ desktop.Cursorable = (*pressable)(nil)
)

// Tapped tells of a click.
func (p *pressable) Tapped(*fyne.PointEvent) {
	if p.OnTapped != nil {
		p.OnTapped()
	}
}

// MouseIn lights what can be clicked.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hovered = p.OnTapped != nil; p.Refresh() }

// MouseMoved does nothing.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets it go dark again.
func (p *pressable) MouseOut() { p.hovered = false; p.Refresh() }

// Cursor is a hand over what can be clicked.
func (p *pressable) Cursor() desktop.Cursor {
	if p.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
