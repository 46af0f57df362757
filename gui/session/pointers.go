package session

import (
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/lens"
)

// A Pointer is a place where a kind of difference can be seen: words here, words
// there. It is a row of the tables of words, or a part of one, on the two
// reports on screen.
type Pointer struct {
	Code  string         // the kind's, as in "RV"
	Spans [2][]data.Span // by side, in text order; none: nothing there
	Words [2][]string    // what stands there, each wording once
}

// First is the first place of a side, or the empty span.
func (p *Pointer) First(side data.Side) data.Span {
	if len(p.Spans[side]) == 0 {
		return data.Span{}
	}
	return p.Spans[side][0]
}

// At reports whether the pointer is at offset of a side.
func (p *Pointer) At(side data.Side, offset int) bool {
	return slices.ContainsFunc(p.Spans[side], func(s data.Span) bool { return s.Contains(offset) })
}

// Pointers returns the pointers on the two reports on screen that the reader has
// not put away, in the order of the tables. It is empty until the tables are there.
func (s *Session) Pointers() []Pointer {
	w := s.words.tables
	if w == nil || !s.Compared() {
		return nil
	}
	var list []Pointer
	for i := range w.pair {
		t := &w.pair[i]
		for k := range t.Rows {
			if p := s.pointer(t, &t.Rows[k]); len(p.Spans[0])+len(p.Spans[1]) > 0 && !s.aside(&p) {
				list = append(list, p)
			}
		}
	}
	return list
}

// leastMoved is how many paragraphs apart, at least, two that tell the same stand
// for their places to be pointed at, and leastMovedShare how much of the shorter
// report that must be.
const (
	leastMoved      = 3
	leastMovedShare = 0.25
)

// pointer makes a pointer of a row; one without places where the row is none.
func (s *Session) pointer(t *lens.Table, row *lens.Row) Pointer {
	a, b := &row.Cells[0], &row.Cells[1]
	both := len(a.Wordings) > 0 && len(b.Wordings) > 0
	switch t.Kind {
	case lens.Naming, lens.Verbs, lens.Number, lens.Spelling, lens.Whose, lens.Agency:
		if row.Finding == lens.Differs && both {
			return pointerOf(row)
		}
	case lens.Quotation:
		if (row.Finding == lens.Differs || row.Finding == lens.Cut) && both {
			return pointerOf(row)
		}
	case lens.Scare, lens.Only, lens.Past, lens.Aside, lens.Notice, lens.Caption:
		return pointerOf(row)
	case lens.Headline:
		if row.Finding == lens.NotInBody {
			return pointerOf(row)
		}
	case lens.Sourcing: // who speaks in one report only
		if !both && row.Finding != lens.Apart {
			p := pointerOf(row)
			for side := range p.Words {
				if p.Words[side] != nil {
					p.Words[side] = []string{row.Head}
				}
			}
			return p
		}
	case lens.Order:
		apart := max(a.At, b.At) - min(a.At, b.At)
		if both && row.Finding == lens.Differs && apart >= leastMoved && float64(apart) >= leastMovedShare*float64(min(s.paragraphs(data.Left), s.paragraphs(data.Right))) {
			return pointerOf(row)
		}
	case lens.Hedge, lens.Booster: // where the other report says it without
		if row.Finding == lens.InStory {
			return s.alone(row, t)
		}
	case lens.Emotive, lens.Granted:
		if row.Finding == lens.InStory {
			return pointerOf(row)
		}
	}
	return Pointer{}
}

// paragraphs is how many paragraphs a side's report has.
func (s *Session) paragraphs(side data.Side) int { return strings.Count(s.sides[side].Text, "\n") + 1 }

func pointerOf(row *lens.Row) Pointer {
	p := Pointer{Code: row.Code}
	for side := range p.Spans {
		for _, wording := range row.Cells[side].Wordings {
			p.Spans[side] = append(p.Spans[side], wording.Places...)
			p.Words[side] = append(p.Words[side], wording.Said())
		}
		slices.SortFunc(p.Spans[side], func(x, y data.Span) int { return x.Start - y.Start })
	}
	return p
}

// alone is a pointer to the places of a row in tied passages whose other side has
// no word of the table.
func (s *Session) alone(row *lens.Row, t *lens.Table) Pointer {
	p := Pointer{Code: row.Code}
	for side := range p.Spans {
		for _, wording := range row.Cells[side].Wordings {
			before := len(p.Spans[side])
			for _, place := range wording.Places {
				if s.lacking(data.Side(side), place, t) {
					p.Spans[side] = append(p.Spans[side], place)
				}
			}
			if len(p.Spans[side]) > before {
				p.Words[side] = append(p.Words[side], wording.Text)
			}
		}
	}
	return p
}

// lacking reports whether a place of a side lies in a passage tied for sure, and
// nothing of a table stands across.
func (s *Session) lacking(side data.Side, place data.Span, t *lens.Table) bool {
	tied := false
	for i := range s.comparison.Pairs {
		p := &s.comparison.Pairs[i]
		if !meets(place, p.Spans(side)) {
			continue
		}
		tied = true
		for k := range t.Rows {
			for _, wording := range t.Rows[k].Cells[side.Other()].Wordings {
				for _, other := range wording.Places {
					if meets(other, p.Spans(side.Other())) {
						return false
					}
				}
			}
		}
	}
	return tied
}

// pointed are a pointer's first places on each side that has one.
func (s *Session) pointed(p *Pointer) []data.Passage {
	var list []data.Passage
	for side := range p.Spans {
		if len(p.Spans[side]) > 0 {
			list = append(list, data.Passage{ReportID: s.sides[side].ID, Span: p.Spans[side][0]})
		}
	}
	return list
}

// aside reports whether the reader put a pointer away: one with this code at its
// first places.
func (s *Session) aside(p *Pointer) bool {
	places := s.pointed(p)
	return slices.ContainsFunc(s.words.tables.Readings, func(r data.Reading) bool {
		return r.Kind == data.AsideReading && r.Value == p.Code && len(r.Passages) == len(places) &&
			!slices.ContainsFunc(r.Passages, func(q data.Passage) bool { return !overlapsAny(q, places) })
	})
}

// PutAside puts a pointer away for good; Undo brings it back.
func (s *Session) PutAside(p Pointer) {
	if s.words.tables == nil {
		return
	}
	s.changeReadings("put a pointer away", nil, []data.Reading{{
		ID: data.NewID(), Kind: data.AsideReading, Passages: s.pointed(&p), Value: p.Code}})
}
