package reader

import (
	"sort"
	"strings"

	"parallax/data"
)

// A Rank is passages of both texts that stand level when a spread shows its
// texts in ranks: whole passages in text order, none on a side that has nothing
// there. A passage stands in one rank at most, unless it stands aside.
type Rank struct {
	Left, Right []data.Span
	// Foot is room kept free under the passages, in Fyne's units, for what the
	// caller lays there.
	Foot float32
	// Aside has a side's passages painted fainter: they are there to be read
	// against, not for themselves.
	Aside [2]bool
}

func (r *Rank) of(side data.Side) []data.Span {
	if side == data.Left {
		return r.Left
	}
	return r.Right
}

// A setRank is a rank on one side, set in lines.
type setRank struct {
	top, height float64 // of all of it, the same on both sides; what is around the words is in it
	words       float64 // height of this side's own lines
	from, to    int     // its lines
	aside       bool

	cell, foot float64 // tops of this side's cell and of the room under its words
	blank      float64 // where a side that has nothing says so
	below      bool    // this side stands under the other
	pins       float64 // what its pins take up below its words, where ranks are stacked
}

// rankAir is the room above and below a rank's words, as a share of the text size.
const rankAir = 0.5

// newRanked sets the passages of one side rank under rank, each as if no other
// side were there; level then puts those of both sides at one height.
func newRanked(doc *Document, styles map[int]Style, ranks []Rank, side data.Side, width float32, t Type) *layout {
	size := t.Size
	l := emptyLayout(doc, styles, width, t)
	l.ranks = make([]setRank, len(ranks))
	for n := range ranks {
		r := &l.ranks[n]
		r.from, r.aside = len(l.lines), ranks[n].Aside[side]
		for k, s := range joinSpans(doc.text, ranks[n].of(side)) {
			if k > 0 {
				r.words += float64(size * settings[Body].after)
			}
			l.setPassage(doc.clamp(s), int32(n))
		}
		r.to = len(l.lines)
	}
	l.places = make([]int32, len(l.lines))
	for i := range l.places {
		l.places[i] = int32(i)
	}
	sort.SliceStable(l.places, func(a, b int) bool { return l.lines[l.places[a]].start < l.lines[l.places[b]].start })
	return l
}

// setPassage sets a passage, paragraph by paragraph, behind what rank n has.
func (l *layout) setPassage(s data.Span, n int32) {
	r := &l.ranks[n]
	for i := l.doc.ParagraphAt(s.Start); i < len(l.doc.paragraphs) && l.doc.paragraphs[i].Start < s.End; i++ {
		p := &l.doc.paragraphs[i]
		piece := data.Span{Start: max(p.Start, s.Start), End: min(p.End, s.End)}
		if p.first == p.last || strings.TrimSpace(piece.Of(l.doc.text)) == "" {
			continue
		}
		if piece.Start > s.Start {
			r.words += float64(l.size * settings[Body].after)
		}
		r.words = l.breakParagraph(i, piece, l.setting(int32(i)), n, r.words)
	}
}

// level gives the ranks of two texts one top and one height each, and moves the
// lines there: side by side level with each other, or stacked one above the other.
func level(left, right *layout, ranks []Rank, stacked bool) {
	y := 0.0
	for n := range ranks {
		top, air := y, float64(max(left.size, right.size)*rankAir)
		if y += air; stacked {
			y = stackRank(left, right, &ranks[n], n, y) + air
		} else {
			words := max(left.ranks[n].words, right.ranks[n].words)
			for _, l := range []*layout{left, right} {
				r := &l.ranks[n]
				l.moveRank(n, y)
				r.cell, r.foot, r.below, r.pins = top, y+words+air, false, 0
				r.blank = y + float64(l.size*settings[Body].leading/2)
			}
			y += words + air + float64(ranks[n].Foot)
		}
		for _, l := range []*layout{left, right} {
			l.ranks[n].top, l.ranks[n].height = top, y-top
		}
	}
	left.height, right.height = y, y
}

// moveRank moves the lines of rank n so that they begin at y.
func (l *layout) moveRank(n int, y float64) {
	r := &l.ranks[n]
	if r.from == r.to {
		return
	}
	shift := y - l.lines[r.from].y
	for i := r.from; i < r.to; i++ {
		l.lines[i].y += shift
	}
}

// follows reports whether line i goes on in the text where the line above ends.
func (l *layout) follows(i int) bool {
	gap := l.lines[i].start - l.lines[i-1].end
	return gap >= 0 && gap <= 2
}

// rankAt returns the index of the rank at height y; -1 where there is none.
func (l *layout) rankAt(y float64) int {
	return sort.Search(len(l.ranks), func(i int) bool { return l.ranks[i].top > y }) - 1
}
