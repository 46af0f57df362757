package session

import (
	"slices"
	"strings"

	"parallax/data"
)

// TieAgain ties what is loose of a note to the words selected in the same
// report. It reports false when none are selected there, or nothing is loose.
func (s *Session) TieAgain(id data.ID) bool {
	s.SaveWritten()
	n := s.Note(id)
	if n == nil {
		return false
	}
	before := *n
	after := before
	after.Anchors = slices.Clone(before.Anchors)
	tied := false
	for i, a := range after.Anchors {
		if !a.Loose {
			continue
		}
		for side, r := range s.sides {
			if r != nil && r.ID == a.ReportID && !s.selection[side].Empty() {
				after.Anchors[i] = data.MakeAnchor(r, data.Side(side), wholeWords(r.Text, s.selection[side]))
				tied = true
			}
		}
	}
	if !tied {
		return false
	}
	after.Updated = s.now()
	s.selection = [2]data.Span{}
	s.save("tie a note again", before, after)
	s.changed(SelectionChanged)
	return true
}

// Namesake returns where the words of a loose note stand elsewhere in a report on
// screen: the place nearest to where they were. It reports false when they stand
// nowhere.
func (s *Session) Namesake(id data.ID) (side data.Side, span data.Span, ok bool) {
	n := s.Note(id)
	if n == nil {
		return 0, data.Span{}, false
	}
	for _, a := range n.Anchors {
		for at, r := range s.sides {
			if !a.Loose || a.Quote == "" || r == nil || r.ID != a.ReportID {
				continue
			}
			if span, ok := nearestWords(r.Text, a.Quote, a.Start); ok {
				return data.Side(at), span, true
			}
		}
	}
	return 0, data.Span{}, false
}

// nearestWords returns where words stand in text nearest to a place.
func nearestWords(text, words string, near int) (best data.Span, found bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return best, found
		}
		at := from + i
		if !found || max(at-near, near-at) < max(best.Start-near, near-best.Start) {
			best, found = data.Span{Start: at, End: at + len(words)}, true
		}
		from = at + len(words)
	}
}
