package gui

import (
	"bytes"
	"image"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/gui/reader"
)

// A reader need not wait for the comparison: what she scrolled to, in either
// text, stands where it stood on the screen, dot by dot, when marks, ribbons and
// the strips over the texts come in.
func TestLinesStayWhenTheComparisonComes(t *testing.T) {
	for _, side := range []data.Side{data.Left, data.Right} {
		b := newBench(t, Options{Sample: true})
		b.openFiles(longFiles(t, t.TempDir(), 6000))
		late := time.NewTimer(30 * time.Second)
		defer late.Stop()
		here := func() bool {
			for _, s := range []data.Side{data.Left, data.Right} {
				if rep := b.session.Side(s); rep == nil || len(rep.Text) < 20_000 || b.room.shown[s].id != rep.ID {
					return false
				}
			}
			return true
		}
		for !here() {
			select {
			case f := <-b.posts:
				f()
			case <-late.C:
				t.Fatal("the reports are not shown")
			}
		}
		if b.session.Compared() {
			t.Fatal("compared before anything could be scrolled")
		}
		p := b.room.panes[side]
		for range 40 {
			p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
		}
		if b.wordsStay(side) <= 0 {
			t.Error("no strip came over the texts")
		}
	}
}

// wordsStay lets the comparison come and checks that a text stands on the screen
// where it stood before. It returns by how much the view moved down.
func (b *bench) wordsStay(side data.Side) int {
	b.t.Helper()
	b.room.spread.SetPlain(true) // marks come in; the words are what must stay
	p := b.room.panes[side]
	was, stood := picture(p), top(p)
	b.settle()
	if !b.session.Compared() {
		b.t.Fatal("not compared")
	}
	now, down := picture(p), top(p)-stood
	if down < 0 || now.Rect.Dy() != was.Rect.Dy()-down {
		b.t.Fatalf("side %d: the text of %d rows moved down by %d and has %d", side, was.Rect.Dy(), down, now.Rect.Dy())
	}
	if !bytes.Equal(now.Pix, was.Pix[down*was.Stride:]) {
		b.t.Errorf("side %d: the words are not where they were on the screen", side)
	}
	return down
}

// top is the row of the window a widget begins at.
func top(o fyne.CanvasObject) int {
	return int(fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + 0.5)
}

// picture is what a pane shows, a dot for every unit.
func picture(p *reader.Pane) *image.RGBA {
	r := test.WidgetRenderer(p).Objects()[0].(*canvas.Raster)
	img := *r.Generator(int(r.Size().Width), int(r.Size().Height)).(*image.RGBA)
	img.Pix = slices.Clone(img.Pix)
	return &img
}
