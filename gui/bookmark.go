package gui

import (
	"slices"

	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// viewNames are what the views are called in a bookmark, in their order.
var viewNames = []string{"side by side", "matched rows", "only in one", "words"}

// A resumed is where both texts were put when the open event came on screen. They
// are put there once more when they are compared, unless the reader went elsewhere.
type resumed struct {
	front data.Side
	at    reader.Stand
	stood reader.Stand // then: a text can be shorter now
	view  int
}

// bookmark is where the reader stands in the open event.
func (r *room) bookmark() session.Bookmark {
	b := session.Bookmark{View: viewNames[r.view], Front: r.front}
	at := r.spread.Stand()
	for side, place := range at.Tops {
		b.Tops[side], b.Below[side] = place.Offset, place.Below
	}
	b.Held = at.Held
	b.Order, b.Differing = r.rows.by, r.rows.differences
	b.OnlyIn, b.Open = r.ledger.side, r.ledger.openOnly
	r.words.keep(&b)
	return b
}

// goToBookmark shows the open event as it was left. Each view of one that nobody
// left yet is set as at first.
func (r *room) goToBookmark() {
	b := r.session.Bookmark()
	r.resumed = nil
	r.rows.by, r.rows.differences = b.Order, b.Differing
	r.ledger.side, r.ledger.openOnly = b.OnlyIn, b.Open
	r.words.resume(&b)
	view := slices.Index(viewNames, b.View)
	if r.projector.on {
		return
	}
	if view < 0 {
		r.show(r.view)
		return
	}
	r.show(view)
	at := reader.Stand{Held: b.Held}
	for side := range at.Tops {
		at.Tops[side] = reader.Place{Offset: b.Tops[side], Below: b.Below[side]}
	}
	r.spread.StandAt(at)
	r.turnTo(b.Front)
	r.resumed = &resumed{b.Front, at, r.spread.Stand(), view}
}

// stays reports whether the reader is where the event came on screen.
func (r *room) stays() bool {
	return r.resumed != nil && r.resumed.view == r.view && r.resumed.stood == r.spread.Stand() && !r.projector.on
}

// resume goes back there, now that the texts are compared.
func (r *room) resume() {
	r.spread.StandAt(r.resumed.at)
	r.turnTo(r.resumed.front)
	r.resumed = nil
}

// keep notes in b which table is open and where it stands.
func (v *wordsView) keep(b *session.Bookmark) {
	b.Table, b.How, b.Rows = string(lens.Kinds[v.table]), v.how, v.shown
	if v.content != nil {
		b.Item, b.Into = v.sheet.Stand()
	}
}

// resume opens the table as b has it, to be seen when the view comes on screen.
func (v *wordsView) resume(b *session.Bookmark) {
	v.how = b.How
	if i := slices.Index(lens.Kinds, lens.Kind(b.Table)); i >= 0 {
		v.table, v.shown = i, max(rowsAtOnce, b.Rows)
		v.stood = &sheetStand{b.Item, b.Into}
		if v.content != nil {
			v.list.Select(i)
		}
	}
}
