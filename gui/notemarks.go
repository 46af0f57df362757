package gui

import (
	"cmp"
	"slices"
	"strconv"

	"parallax/data"
	"parallax/gui/reader"
)

const (
	mostPins   = 3 // pins of notes that start at one place
	noteLevels = 3 // lines below one another where notes overlap
)

// noteMarks returns the pins and the marks of notes on one report. lit is the
// note to be shown among the others; empty: none. A mark's group is its level
// where notes overlap, from 0.
func noteMarks(notes []data.Note, report, lit data.ID) (marks []reader.Mark, pins []reader.Pin) {
	at := map[int]int{} // pins by the place they stand at
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
			pin := reader.Pin{Offset: a.Start, Label: strconv.Itoa(i + 1), ID: i}
			if at[a.Start]++; at[a.Start] == mostPins {
				pin.Label = "+" // this one and all that follow
			}
			if at[a.Start] <= mostPins {
				pins = append(pins, pin)
			}
		}
	}
	level(marks)
	return marks, pins
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
