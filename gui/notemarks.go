package gui

import (
	"cmp"
	"slices"
	"strconv"

	"parallax/data"
	"parallax/gui/reader"
)

const noteLevels = 3 // lines below one another where notes overlap

// noteMarks returns the pins and the marks of notes on one report. lit is the
// note to be shown among the others; empty: none. A mark's group is its level
// where notes overlap, from 0.
func noteMarks(notes []data.Note, report, lit data.ID) (marks []reader.Mark, pins []reader.Pin) {
	noted := map[data.Span]bool{}
	for i, n := range notes {
		for _, a := range n.Anchors {
			if a.ReportID != report || a.Loose {
				continue
			}
			if n.ID == lit {
				marks = append(marks, reader.Mark{Span: a.Span, Kind: reader.Lit})
			}
			if !a.Empty() && !noted[a.Span] {
				noted[a.Span] = true
				marks = append(marks, reader.Mark{Span: a.Span, Kind: reader.Noted})
			}
			pins = append(pins, reader.Pin{Offset: a.Start, Label: strconv.Itoa(i + 1), ID: i})
		}
	}
	level(marks)
	return marks, pins
}

// nextNote is the note that a click on the pins of several opens: the one after that
// which is open, else the first; empty where there is none.
func nextNote(notes []data.Note, pins []reader.Pin, open data.ID) data.ID {
	next := pins[0].ID
	for i, pin := range pins[:len(pins)-1] {
		if pin.ID < len(notes) && notes[pin.ID].ID == open {
			next = pins[i+1].ID
		}
	}
	if next >= len(notes) {
		return ""
	}
	return notes[next].ID
}

// level gives each mark of a note the lowest level that no other in the same
// words has, as far as there are levels.
func level(marks []reader.Mark) {
	slices.SortStableFunc(marks, func(x, y reader.Mark) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End)) })
	var free [noteLevels]int // where each level's last mark ends
	for i := range marks {
		m := &marks[i]
		if m.Kind != reader.Noted {
			continue
		}
		for m.Group < noteLevels-1 && free[m.Group] > m.Start {
			m.Group++
		}
		free[m.Group] = m.End
	}
}
