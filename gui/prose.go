package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/bidi"
)

// inOwnDirection returns a label that wraps, or, where some of its words are read
// from the right, the same words as prose: Fyne's label wraps text, but puts
// such words in other places.
func inOwnDirection(l *widget.Label) fyne.CanvasObject {
	if !bidi.Turns(l.Text) {
		return l
	}
	size := l.SizeName
	if size == "" {
		size = theme.SizeNameText
	}
	air := theme.InnerPadding() - tintAir
	lines := container.NewVBox()
	for _, line := range strings.Split(l.Text, "\n") {
		lines.Add(newProse(phrase{text: line, size: theme.Size(size), bold: l.TextStyle.Bold, muted: l.Importance == widget.LowImportance, side: -1}))
	}
	return padded(lines, air)
}

// A prose is a phrase that wraps in the room it is given, as a label does.
type prose struct {
	widget.BaseWidget
	phrase
}

func newProse(p phrase) *prose {
	o := &prose{phrase: p}
	o.ExtendBaseWidget(o)
	return o
}

// CreateRenderer draws the lines.
func (o *prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{o: o} }

type proseRenderer struct {
	o       *prose
	objects []fyne.CanvasObject
}

func (r *proseRenderer) Layout(size fyne.Size) {
	if was := r.o.height; r.o.set(size.Width) != was {
		canvas.Refresh(r.o) // and what it stands in makes room
	}
	r.objects = r.o.move(0, 0)
}

func (r *proseRenderer) MinSize() fyne.Size {
	if r.o.width == 0 {
		return fyne.NewSize(1, r.o.lineHeight())
	}
	return fyne.NewSize(1, r.o.height)
}

func (r *proseRenderer) Refresh() {
	r.o.paint()
	canvas.Refresh(r.o)
}

func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *proseRenderer) Destroy() {}
