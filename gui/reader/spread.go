package reader

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

// A Spread shows two panes side by side with ribbons in the gutter between
// passages that belong together, and scrolls the panes with each other.
type Spread struct {
	widget.BaseWidget

	Left, Right *Pane
	OnTie       func(index int)     // a click on a ribbon
	OnSplit     func(share float32) // the reader dragged the gutter
	OnMoved     func()              // a text scrolled or was set anew
	OnStacked   func()              // ranks stand one above the other now, or beside each other again

	ranks    []Rank // both texts are shown in these; nil: each in its own order
	ties     []Tie
	tied     int    // counts sets of ties
	chain    []int  // ties that go up on both sides
	crossing []bool // tie told in another order
	selected int
	linked   bool
	ribbons  bool
	only     bool
	onlySide data.Side
	split    float32
	stacked  bool // the two sides of a rank stand one above the other
	laying   bool // both panes are being laid out …
	setAnew  bool // … and the text in one of them was

	script    script
	heights   []tieHeights
	scripted  [2]int       // generations of the layouts the script was made of
	drift     float64      // how much lower the right text stands than the script says
	held      bool         // the drift is what the reader wants and stays
	stood     [2]float64   // the views' tops when one last followed the other
	led       data.Side    // the pane that the reader moved last
	tiedDocs  [2]*Document // what the panes showed when ties were set last
	following bool
	leveled   *leveled // what was last brought level, until the reader scrolls
	gutter    *gutter
	maps      [2]*overview
	stack     *stack
}

// tieHeights are the tops and bottoms of a tie's passages in their texts.
type tieHeights struct{ l0, l1, r0, r1 float64 }

// The room between the panes, with each text in its own order and in ranks.
const (
	wideGutter   = 52
	narrowGutter = 26
)

func (s *Spread) gutterWidth() float32 {
	if s.ranks != nil {
		return narrowGutter
	}
	return wideGutter
}

// NewSpread returns the two panes linked, with ribbons, in equal halves.
func NewSpread(left, right *Pane) *Spread {
	s := &Spread{Left: left, Right: right, selected: -1, linked: true, ribbons: true, split: 0.5}
	s.gutter, s.stack = newGutter(s), newStack(s)
	s.maps = [2]*overview{newOverview(s, left), newOverview(s, right)}
	left.across, right.across = right, left
	left.remarked, right.remarked = s.maps[data.Left].redraw, s.maps[data.Right].redraw
	left.ruling, right.ruling = right.dropRuler, left.dropRuler
	left.moved = func() { s.follow(data.Left) }
	right.moved = func() { s.follow(data.Right) }
	left.relaid, right.relaid = s.relaid, s.relaid
	s.ExtendBaseWidget(s)
	return s
}

// Pane returns the pane of a side.
func (s *Spread) Pane(side data.Side) *Pane {
	if side == data.Left {
		return s.Left
	}
	return s.Right
}

// SetTies replaces the ties; none is selected. The text the reader moved last
// stays where it is, and the other comes level with it. Call it after both
// documents were set.
func (s *Spread) SetTies(ties []Tie) {
	s.ties = append([]Tie(nil), ties...)
	s.tied++
	for i := range s.ties {
		s.ties[i].Left = s.Left.doc.clamp(s.ties[i].Left)
		s.ties[i].Right = s.Right.doc.clamp(s.ties[i].Right)
	}
	s.chain = heaviestChain(s.ties)
	s.crossing = crossings(s.ties, s.chain)
	s.selected, s.script, s.drift, s.held, s.leveled = -1, nil, 0, false, nil
	s.gutter.hover = -1
	if s.Pane(s.led).doc != s.tiedDocs[s.led] { // in another text nobody moved yet
		s.led = data.Left
	}
	s.tiedDocs = [2]*Document{s.Left.doc, s.Right.doc}
	s.follow(s.led)
}

// Lift moves both texts up by a length of the screen, or down below zero, but for
// one that stands at its top: what lies over them came or went, and the lines stay
// where the reader's eye is.
func (s *Spread) Lift(by float32) {
	s.quietly(func() {
		for _, p := range []*Pane{s.Left, s.Right} {
			if p.top > 0 {
				p.scrollTo(p.top + float64(by))
			}
		}
	})
	s.keepDrift()
}

// SetRanks shows both texts in ranks under one scroll, or, given nil, each in
// its own order again. The place in the left text stays, or in the right one
// where the left passages stand aside. Call it after
// both documents were set; a new document takes the ranks away.
func (s *Spread) SetRanks(ranks []Rank) {
	was := s.ranks != nil
	s.ranks = ranks
	s.quietly(func() {
		for _, side := range []data.Side{data.Left, data.Right} {
			p := s.Pane(side)
			p.ranks = ranks
			if ranks == nil || p.layout != nil {
				p.relayout()
			}
		}
	})
	s.script, s.leveled = nil, nil
	if was != (ranks != nil) {
		s.drift, s.held = 0, false
		s.Refresh()
	}
	if len(ranks) > 0 && ranks[0].Aside[data.Left] {
		s.follow(data.Right)
	} else {
		s.follow(data.Left)
	}
}

// Ranked reports whether both texts are shown in ranks.
func (s *Spread) Ranked() bool { return s.ranks != nil }

// RanksInView returns the ranks [from, to) of which something is in view.
func (s *Spread) RanksInView() (from, to int) {
	l := s.Left.layout
	if !s.bothRanked() || len(l.ranks) == 0 {
		return 0, 0
	}
	y := s.Left.top - float64(s.Left.topPad())
	return max(0, l.rankAt(y)), l.rankAt(y+float64(s.Left.viewHeight())) + 1
}

// bothRanked reports whether both texts are set in the ranks.
func (s *Spread) bothRanked() bool {
	l, r := s.Left.layout, s.Right.layout
	return l != nil && r != nil && len(l.ranks) == len(s.ranks) && len(r.ranks) == len(s.ranks)
}

// level puts the ranks of both texts at one height, once both are set.
func (s *Spread) level() {
	l, r := s.Left, s.Right
	if !s.bothRanked() {
		return
	}
	place := func() {
		level(l.layout, r.layout, s.ranks, s.stacked)
		l.placePins()
		r.placePins()
	}
	place()
	if s.stacked {
		if left, right := l.pinRoom(), r.pinRoom(); left || right {
			place()
		}
	}
	if len(s.ranks) > 0 && s.ranks[0].Aside[data.Left] { // the reader's place is in the text the ranks are about
		l, r = r, l
	}
	l.top = l.topOf(l.place)
	r.top = min(l.top, r.lastTop())
	r.place = r.placeAt(r.top)
	l.redraw()
	r.redraw()
}

// told tells that what is in view is no longer where it was.
func (s *Spread) told() {
	s.redraw()
	if s.OnMoved != nil {
		s.OnMoved()
	}
}

// TextColumn is where the words of a side stand, from the left of the spread.
func (s *Spread) TextColumn(side data.Side) (x, width float32) {
	at, _ := s.Column(side, s.Size().Width)
	x, width = s.Pane(side).column()
	return at + x, width
}

// SelectTie draws one tie bold and brings its passages level, the left one
// moved as little as shows it. An index below zero selects none.
func (s *Spread) SelectTie(index int) {
	if index < 0 || index >= len(s.ties) {
		index = -1
	}
	s.selected = index
	if index >= 0 {
		s.Level(data.Left, s.ties[index].Left, s.ties[index].Right)
	}
	s.redraw()
}

// SelectTieFrom is SelectTie with the passage on side from staying where it is.
func (s *Spread) SelectTieFrom(from data.Side, index int) {
	if index < 0 || index >= len(s.ties) {
		s.SelectTie(-1)
		return
	}
	s.selected = index
	s.Level(from, s.ties[index].Left, s.ties[index].Right)
	s.redraw()
}

// SetLinked links the panes' scrolling or parts it. Linking again goes on from
// where both panes stand.
func (s *Spread) SetLinked(on bool) {
	if on && !s.linked {
		s.keepDrift()
		s.held = true
	}
	s.linked = on
}

// Linked reports whether the panes scroll with each other.
func (s *Spread) Linked() bool { return s.linked }

// SetRibbons shows or hides the ribbons.
func (s *Spread) SetRibbons(on bool) {
	s.ribbons = on
	s.redraw()
}

// Ribbons reports whether the ribbons are shown.
func (s *Spread) Ribbons() bool { return s.ribbons }

// SetPlain shows nothing but the texts, and what a search found in them.
func (s *Spread) SetPlain(on bool) {
	s.Left.plain, s.Right.plain = on, on
	s.Left.redraw()
	s.Right.redraw()
	s.redraw()
}

// Plain reports whether nothing but the texts is shown.
func (s *Spread) Plain() bool { return s.Left.plain }

// ShowOnly gives the whole room to one side, for narrow windows, or to both again.
func (s *Spread) ShowOnly(side data.Side, only bool) {
	if s.only == only && s.onlySide == side {
		return
	}
	s.only, s.onlySide = only, side
	s.Refresh()
}

// SetSplit gives the left pane a share of the room, between a quarter and three quarters.
func (s *Spread) SetSplit(share float32) {
	share = max(0.25, min(share, 0.75))
	if share == s.split {
		return
	}
	s.split = share
	s.Refresh()
}

// Split is the left pane's share of the room.
func (s *Spread) Split() float32 { return s.split }

// leastLetters is how many letters a line of each text must hold, about, for the
// two to be read side by side.
const leastLetters = 13

// Least is the width that both texts need to be read side by side, as they are set:
// no ordinary word is broken.
func (s *Spread) Least() float32 {
	least := float32(2*mapWidth + wideGutter)
	for _, p := range []*Pane{s.Left, s.Right} {
		least += max(p.least(), p.leftMargin()+rightMargin+leastLetters*(averageLetter+p.set.Letters)*p.set.Size)
	}
	return least
}

// LeastAlone is the width that one text at a time needs.
func (s *Spread) LeastAlone() float32 {
	return max(s.Left.least(), s.Right.least()) + 2*mapWidth
}

// Column is where a side's pane stands in a spread so wide, for what is laid
// over it; the width is 0 while the other side has all the room.
func (s *Spread) Column(side data.Side, width float32) (x, w float32) {
	width = max(0, width-mapWidth)
	if s.only {
		switch {
		case side != s.onlySide:
			return 0, 0
		case side == data.Left:
			return mapWidth, width
		}
		return 0, width
	}
	if s.stacked {
		return mapWidth, max(0, width-mapWidth)
	}
	return s.beside(side, width+mapWidth)
}

// beside is where a side's pane stands in a spread so wide with both beside each
// other.
func (s *Spread) beside(side data.Side, width float32) (x, w float32) {
	between := s.gutterWidth()
	width = max(0, width-2*mapWidth)
	left := (width - between) * s.split
	if l, r := s.Left.least(), s.Right.least(); l+r <= width-between { // no split breaks a word
		left = max(l, min(left, width-between-r))
	}
	left = max(0, float32(int(left)))
	if side == data.Left {
		return mapWidth, left
	}
	return mapWidth + left + between, max(0, width-left-between)
}

// leveled is a call of Level, made again when a text is set anew.
type leveled struct {
	from        data.Side
	left, right data.Span
	before      [2]Place // where the panes stood
}

// Level shows the passage on side from, moved as little as may be, and brings
// the passage across level with it. Near the ends of a text, where the one
// across can go no further, the first gives way as far as it stays in view.
func (s *Spread) Level(from data.Side, left, right data.Span) {
	here, there := s.Pane(from), s.Pane(from.Other())
	mine, other := left, right
	if from == data.Right {
		mine, other = right, left
	}
	if here.layout == nil || there.layout == nil {
		here.Reveal(mine) // the other may have no room yet
		here.whenLaid(func() {
			if there.layout != nil {
				s.Level(from, left, right)
			}
		})
		there.whenLaid(func() {
			if here.layout != nil {
				s.Level(from, left, right)
			}
		})
		return
	}
	if s.ranks != nil {
		here.Reveal(mine)
		return
	}
	s.held = false
	if s.leveled == nil || s.leveled.left != left || s.leveled.right != right {
		s.leveled = &leveled{from, left, right, [2]Place{s.Left.place, s.Right.place}}
	}
	s.quietly(func() {
		if !here.shows(mine) {
			here.Reveal(mine)
		}
		y, bottom := here.extentOf(here.doc.clamp(mine))
		z, low := there.extentOf(there.doc.clamp(other))
		there.scrollTo(z - (y - here.top))
		if gap := (z - there.top) - (y - here.top); gap != 0 {
			top := here.top - gap
			if y >= top && min(bottom, y+float64(here.viewHeight())) <= top+float64(here.viewHeight()) {
				here.scrollTo(top)
			}
		}
		if low-there.top > float64(there.viewHeight()) && low-z < float64(there.viewHeight()) {
			there.Reveal(other)
		}
	})
	s.keepDrift()
}

// A Stand is where the views of both texts stand, by side, and whether they keep
// that distance because the reader linked them there.
type Stand struct {
	Tops [2]Place
	Held bool
}

// Stand is where both texts stand.
func (s *Spread) Stand() Stand { return Stand{[2]Place{s.Left.place, s.Right.place}, s.held} }

// StandAt brings both texts to where they stood before, linked or not. In ranks
// both go to the height of the one whose line there is nearer to the top.
func (s *Spread) StandAt(at Stand) {
	s.leveled = nil
	s.quietly(func() {
		for side, place := range at.Tops {
			p := s.Pane(data.Side(side))
			p.place = place
			if p.layout != nil {
				p.scrollTo(p.topOf(place))
			}
		}
		if l, r := s.Left, s.Right; s.ranks != nil && l.layout != nil && r.layout != nil {
			if l.heightOf(at.Tops[data.Left]) < r.heightOf(at.Tops[data.Right]) {
				l, r = r, l
			}
			r.scrollTo(l.top)
		}
	})
	s.keepDrift()
	s.held = at.Held
	s.told()
}

// quietly does something without the panes following each other.
func (s *Spread) quietly(do func()) {
	was := s.following
	s.following = true
	do()
	s.following = was
	s.redraw()
}

// TurnPage turns the text by n pages, and reports whether that moved anything.
func (s *Spread) TurnPage(n int) bool { return s.Left.turnPage(n) }

// redraw has the ribbons and the maps painted with the next frame.
func (s *Spread) redraw() {
	s.gutter.redraw()
	for _, m := range s.maps {
		m.redraw()
	}
}

// Moved returns the ties that the two texts tell in another order, but for
// those that are only possible.
func (s *Spread) Moved() []int {
	var moved []int
	for i, t := range s.ties {
		if s.crossing[i] && t.Kind != TiePossible {
			moved = append(moved, i)
		}
	}
	return moved
}

// ready makes the script anew when a pane was laid out anew.
func (s *Spread) ready() bool {
	l, r := s.Left, s.Right
	if l.layout == nil || r.layout == nil {
		return false
	}
	if s.script != nil && s.scripted == [2]int{l.generation, r.generation} {
		return true
	}
	s.heights = make([]tieHeights, 0, len(s.ties)) // not in the room longer reports left behind
	padL, padR := float64(l.topPad()), float64(r.topPad())
	atL, atR := -1, -1 // ties are mostly told one after the other
	for _, t := range s.ties {
		var h tieHeights
		if s.ranks == nil {
			h.l0, h.l1, atL = l.layout.extentFrom(atL, t.Left)
			h.r0, h.r1, atR = r.layout.extentFrom(atR, t.Right)
			h.l0, h.l1, h.r0, h.r1 = h.l0+padL, h.l1+padL, h.r0+padR, h.r1+padR
		} else if n := s.rankOf(t); n >= 0 {
			k := &l.layout.ranks[n]
			air := float64(l.set.Size*rankAir) + 2
			h.l0, h.l1 = k.top+float64(l.topPad())+air, k.top+float64(l.topPad())+k.height-air-float64(s.ranks[n].Foot)
			h.r0, h.r1 = h.l0, h.l1
		}
		s.heights = append(s.heights, h)
	}
	s.scripted = [2]int{l.generation, r.generation}
	if s.ranks != nil {
		s.script = newScript(nil, rung{l.contentHeight(), l.contentHeight()}, 1)
		return true
	}
	rungs := make([]rung, 0, len(s.chain))
	for _, i := range s.chain {
		rungs = append(rungs, rung{s.heights[i].l0, s.heights[i].r0})
	}
	s.script = newScript(rungs, rung{l.contentHeight(), r.contentHeight()}, float64(min(l.set.Size, r.set.Size)))
	return true
}

// rankOf is the rank that shows both passages of a tie; -1: none.
func (s *Spread) rankOf(t Tie) int {
	l, r := s.Left, s.Right
	if !l.shown(t.Left.Start) || !r.shown(t.Right.Start) {
		return -1
	}
	n := l.layout.lines[l.layout.lineOf(t.Left.Start)].rank
	if r.layout.lines[r.layout.lineOf(t.Right.Start)].rank != n {
		return -1
	}
	return int(n)
}

// wanted is where the script says the pane across should stand.
func (s *Spread) wanted(from data.Side) float64 {
	here, there := s.Pane(from), s.Pane(from.Other())
	y := newEye(float64(here.viewHeight()), here.lastTop()).height(here.top)
	if from == data.Right {
		y -= s.drift
	}
	z := s.script.across(from, y)
	if from == data.Left {
		z += s.drift
	}
	return newEye(float64(there.viewHeight()), there.lastTop()).top(z)
}

// follow scrolls the other pane after one that moved. A drift that nobody asked
// for is worked off on the way.
func (s *Spread) follow(from data.Side) {
	if s.following {
		return
	}
	s.led = from
	if s.ranks != nil {
		s.quietly(func() { s.Pane(from.Other()).scrollTo(s.Pane(from).top) })
	} else if s.linked && s.ready() {
		here := s.Pane(from)
		if !s.held {
			way := math.Abs(here.top-s.stood[from]) * 0.3
			s.drift -= max(-way, min(s.drift, way))
		}
		s.quietly(func() { s.Pane(from.Other()).scrollTo(s.wanted(from)) })
	}
	s.stood = [2]float64{s.Left.top, s.Right.top}
	s.leveled = nil
	s.told()
}

// relaid takes the panes as they stand after a text was set anew: each keeps
// its own place, but passages brought level are brought level again.
func (s *Spread) relaid() {
	if s.laying {
		s.setAnew = true
		return
	}
	if s.stacks(s.Size().Width) != s.stacked {
		s.Refresh()
		return
	}
	if s.ranks != nil {
		s.level()
		s.told()
		return
	}
	if v := s.leveled; v != nil && s.Left.layout != nil && s.Right.layout != nil {
		for i, p := range []*Pane{s.Left, s.Right} {
			p.place = v.before[i]
			p.top = p.topOf(p.place)
		}
		s.Level(v.from, v.left, v.right)
		return
	}
	s.keepDrift()
	s.redraw()
}

// keepDrift takes both panes as level as they stand now.
func (s *Spread) keepDrift() {
	if !s.ready() {
		return
	}
	l, r := s.Left, s.Right
	y := newEye(float64(l.viewHeight()), l.lastTop()).height(l.top)
	z := newEye(float64(r.viewHeight()), r.lastTop()).height(r.top)
	s.drift = z - s.script.across(data.Left, y)
	s.stood = [2]float64{l.top, r.top}
}

// MinSize leaves room for two narrow panes, or one.
func (s *Spread) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(200, 80)
}

// CreateRenderer places panes and gutter.
func (s *Spread) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return &spreadRenderer{s}
}

type spreadRenderer struct{ s *Spread }

func (r *spreadRenderer) Layout(size fyne.Size) {
	s := r.s
	was := s.stacked
	s.setStacked(s.stacks(size.Width))
	defer func() {
		if s.stacked != was && s.OnStacked != nil {
			s.OnStacked()
		}
	}()
	s.laying, s.setAnew = true, false
	for _, side := range []data.Side{data.Left, data.Right} {
		x, width := s.Column(side, size.Width)
		p := s.Pane(side)
		p.Move(fyne.NewPos(x, 0))
		p.Resize(fyne.NewSize(width, size.Height))
		if width > 0 {
			p.Show()
		} else {
			p.Hide()
		}
		m := s.maps[side]
		m.Hidden = width <= 0
		m.Move(fyne.NewPos(x-mapWidth, 0))
		if side == data.Right {
			m.Move(fyne.NewPos(x+width, 0))
		}
		m.Resize(fyne.NewSize(mapWidth, size.Height))
	}
	if s.laying = false; s.setAnew {
		s.relaid()
	}
	s.stack.Move(fyne.NewPos(mapWidth, 0))
	s.stack.Resize(s.Left.Size())
	if s.only || s.stacked {
		s.gutter.Hide()
		return
	}
	x, left := s.Column(data.Left, size.Width)
	s.gutter.Move(fyne.NewPos(x+left, 0))
	s.gutter.Resize(fyne.NewSize(s.gutterWidth(), size.Height))
	s.gutter.Show()
}

func (r *spreadRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 80) }
func (r *spreadRenderer) Destroy()           {}

func (r *spreadRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.Right, r.s.gutter, r.s.Left, r.s.stack, r.s.maps[data.Left], r.s.maps[data.Right]}
}

func (r *spreadRenderer) Refresh() {
	r.Layout(r.s.Size())
	r.s.Left.Refresh()
	r.s.Right.Refresh()
	r.s.redraw()
}
