package gui

import (
	"slices"

	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/session"
)

// viewNames are what the views are called in a bookmark, in their order.
var viewNames = []string{"side by side", "matched rows", "only in one", "words"}

// bookmark is where the reader stands in the open event.
func (r *room) bookmark() session.Bookmark {
	b := session.Bookmark{View: viewNames[r.view], Table: string(lens.Kinds[r.words.table]), Front: r.front}
	for side, p := range r.panes {
		b.Tops[side] = p.TopOffset()
	}
	return b
}

// goToBookmark shows the open event as it was left.
func (r *room) goToBookmark() {
	b := r.session.Bookmark()
	view := slices.Index(viewNames, b.View)
	if view < 0 || r.projector.on {
		return
	}
	r.words.Choose(lens.Kind(b.Table))
	r.show(view)
	r.spread.StandAt(b.Tops[data.Left], b.Tops[data.Right])
	r.turnTo(b.Front)
}
