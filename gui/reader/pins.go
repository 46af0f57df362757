package reader

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"parallax/data"
)

// A PinKind says what a pin looks like.
type PinKind int

// The kinds of pins.
const (
	RoundPin PinKind = iota // a dark disc with a letter or two
	PlainPin                // only the label, small and grey, and nothing to click
	MovePin                 // two arrows and a number: told elsewhere across
)

// A Pin is a badge in the right margin.
type Pin struct {
	Kind   PinKind
	Offset int    // the line it stands at
	Label  string // one or two letters; three of a MovePin
	ID     int    // the caller's own number for it
	Hint   string // shown beside it while the pointer is on it; empty: nothing
}

// A badge is a pin where it is painted, or several round ones gathered in one: it
// has the first one's label and a plus, and its hint is the labels of all.
type badge struct {
	Pin
	pins []Pin   // what is in it
	y    float64 // of its middle, in the text
}

// Half the sizes of pins, and the room between two.
const (
	pinRadius = 8.5
	moveWide  = 15
	moveHigh  = 9
	pinGap    = 2
)

// mostHinted is how many labels a hint lists of the pins that are gathered.
const mostHinted = 12

// extent is half the badge's width and half its height. Labels of more than two
// letters make it wider.
func (b *badge) extent() (wide, high float32) {
	more := float32(max(0, utf8.RuneCountInString(b.Label)-2))
	switch b.Kind {
	case MovePin:
		return moveWide + 2.5*more, moveHigh
	case RoundPin:
		return pinRadius + 3.5*more, pinRadius
	}
	return pinRadius, pinRadius
}

// gather adds more round pins to a badge of one.
func (b *badge) gather(pins []Pin) {
	b.pins = append(b.pins, pins...)
	b.Label = b.pins[0].Label + "+"
	labels := make([]string, 0, mostHinted+1)
	for i := range b.pins {
		if i == mostHinted {
			labels = append(labels, "…")
			break
		}
		labels = append(labels, b.pins[i].Label)
	}
	b.Hint = strings.Join(labels, ", ")
}

// SetPins replaces the pins.
func (p *Pane) SetPins(pins []Pin) {
	p.pinned = slices.Clone(pins)
	was := p.contentHeight()
	p.placePins()
	if p.stacked() && p.layout != nil && p.pinRoom() {
		p.relaid()
	}
	if p.contentHeight() != was {
		p.generation++
		p.scrollTo(p.top) // no lower than the last pin
	}
	p.redraw()
}

// pinX is the middle of a badge.
func (p *Pane) pinX(b *badge) float32 {
	x, w := p.column()
	wide, _ := b.extent()
	return min(x+w+20, p.raster.Size().Width-max(moveWide+3, wide+2))
}

// mostStacked is how many round pins of one line stand below each other.
const mostStacked = 3

// placePins puts each pin at its line, one below the other where they would
// overlap. Far from its line a pin would be taken for another line's: the round
// pins of a line are gathered in one where they have no room above the next line
// with pins, and those that would come to stand a line too low join the one above.
func (p *Pane) placePins() {
	p.badges = make([]badge, 0, len(p.pinned)) // not in the room a longer report left behind
	p.over, p.pinsEnd = nil, 0
	round := -1 // the lowest badge of round pins
	lines := p.pinnedLines()
	for i := range lines {
		at := &lines[i]
		if p.stacked() && i > 0 && at.rank != lines[i-1].rank { // each rank has room for its own
			round, p.pinsEnd = -1, 0
		}
		end := at.end
		if i+1 < len(lines) {
			end = min(end, lines[i+1].y-pinRadius-pinGap)
		}
		first := max(at.y, p.pinsEnd+pinGap+pinRadius)
		below := float64(len(at.round)-1)*(2*pinRadius+pinGap) + float64(len(at.others))*(2*moveHigh+pinGap)
		switch n := len(at.round); {
		case n == 0:
		case round >= 0 && first > at.y+at.high:
			p.badges[round].gather(at.round)
		case n > 1 && (n > mostStacked || first+below+pinRadius > end):
			round = p.put(at.round[0], at.y)
			p.badges[round].gather(at.round[1:])
		default:
			for _, pin := range at.round {
				round = p.put(pin, at.y)
			}
		}
		for _, pin := range at.others {
			p.put(pin, at.y)
		}
	}
}

// put places a pin at y, or as little below as there is room, and returns its
// badge's index.
func (p *Pane) put(pin Pin, y float64) int {
	b := badge{Pin: pin, pins: []Pin{pin}, y: y}
	_, half := b.extent()
	if len(p.badges) > 0 {
		b.y = max(y, p.pinsEnd+pinGap+float64(half))
	}
	p.pinsEnd = b.y + float64(half)
	p.badges = append(p.badges, b)
	return len(p.badges) - 1
}

// A pinnedLine is what is pinned to one line.
type pinnedLine struct {
	rank          int32
	y, high, end  float64 // of its middle; of a line; where nothing of the text is left
	round, others []Pin   // in the order they were given in
}

// pinnedLines are the lines that have pins, from the top.
func (p *Pane) pinnedLines() []pinnedLine {
	if p.layout == nil || len(p.layout.lines) == 0 {
		return nil
	}
	by := map[int]*pinnedLine{}
	near := -1
	for _, pin := range p.pinned {
		at := max(0, min(pin.Offset, len(p.doc.text)))
		i := p.layout.lineFrom(near, at)
		if !p.layout.has(i, data.Span{Start: at, End: at}) {
			continue
		}
		near = i
		l := by[i]
		if l == nil {
			high := float64(p.layout.lineHeight(i))
			l = &pinnedLine{y: p.layout.lines[i].y + high/2, high: high, end: p.layout.height + float64(2*p.topPad())}
			if p.layout.ranks != nil {
				l.rank = p.layout.lines[i].rank
				r := &p.layout.ranks[l.rank]
				l.end = r.foot - r.pins
			}
			by[i] = l
		}
		if pin.Kind == RoundPin {
			l.round = append(l.round, pin)
		} else {
			l.others = append(l.others, pin)
		}
	}
	list := make([]pinnedLine, 0, len(by))
	for _, i := range slices.Sorted(maps.Keys(by)) {
		list = append(list, *by[i])
	}
	return list
}

// pinAt returns the badge under a point that can be clicked; nil: there is none.
func (p *Pane) pinAt(at fyne.Position) *badge {
	if p.plain {
		return nil
	}
	for i := range p.badges {
		b := &p.badges[i]
		dx, dy := at.X-p.pinX(b), float32(b.y-p.top)+p.topPad()-at.Y
		wide, high := b.extent()
		if b.Kind != PlainPin && max(dx, -dx) <= wide+2 && max(dy, -dy) <= high+2 {
			return b
		}
	}
	return nil
}
