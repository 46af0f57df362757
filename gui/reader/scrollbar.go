package reader

import "fyne.io/fyne/v2"

const (
	barWidth  = 13 // of the strip that takes the pointer
	leastGrip = 28 // height of the part one drags
)

// A strip is a part of the scroll bar in the pane.
type strip struct{ x, y, height float32 }

// scrollBar returns the bar's track and the part one drags; that part has no
// height when everything is in view.
func (p *Pane) scrollBar() (track, thumb strip) {
	size := p.raster.Size()
	track = strip{size.Width - barWidth, 3, size.Height - 6}
	all, view := p.contentHeight(), float64(size.Height)
	if all <= view || track.height < leastGrip || p.noBar {
		return track, strip{x: track.x}
	}
	high := max(leastGrip, track.height*float32(view/all))
	room := track.height - high
	return track, strip{track.x, track.y + room*float32(p.top/(all-view)), high}
}

func (p *Pane) onBar(at fyne.Position) bool {
	track, thumb := p.scrollBar()
	return thumb.height > 0 && at.X >= track.x
}

// pressBar starts dragging the bar, or turns a page when pressed beside the
// part one drags.
func (p *Pane) pressBar(at fyne.Position) {
	_, thumb := p.scrollBar()
	switch {
	case at.Y < thumb.y:
		p.turnPage(-1)
	case at.Y >= thumb.y+thumb.height:
		p.turnPage(1)
	default:
		grab := at.Y - thumb.y
		p.grab = &grab
		p.redraw()
	}
}

// dragBar moves the view so that the bar stays under the pointer.
func (p *Pane) dragBar(y float32) {
	track, thumb := p.scrollBar()
	room := track.height - thumb.height
	if room <= 0 {
		return
	}
	p.scrollTo(float64((y-*p.grab-track.y)/room) * p.lastTop())
}

// turnPage scrolls by nearly a view: two lines stay.
func (p *Pane) turnPage(n int) {
	page := float64(p.viewHeight()) - 3*float64(p.size)
	p.scrollTo(p.top + float64(n)*max(page, float64(p.size)))
}
