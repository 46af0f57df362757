package lens

import (
	"slices"
	"strings"

	"parallax/data"
)

// The readings of a reader, by the reports of a matter.
type readings struct {
	speakers [][]ruledSpeaker  // by report
	classes  map[string]string // by verb
	same     []ruledSame
}

type ruledSpeaker struct {
	data.Span
	name string
}

// A ruledSame is the reader's word on whether two passages name the same.
type ruledSame struct {
	reports [2]int // in order
	spans   [2]data.Span
	verdict data.Verdict
}

// newReadings sorts a reader's readings out, the latest last.
func newReadings(m *matter, list []data.Reading) readings {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(x, y data.Reading) int { return strings.Compare(string(x.ID), string(y.ID)) })
	r := readings{speakers: make([][]ruledSpeaker, len(m.reports)), classes: map[string]string{}}
	for _, reading := range list {
		var at []int
		for _, p := range reading.Passages {
			i := slices.IndexFunc(m.reports, func(x *telling) bool { return x.report.ID == p.ReportID })
			if i < 0 || p.Start < 0 || p.End > len(m.reports[i].String) || p.Empty() {
				break
			}
			at = append(at, i)
		}
		if len(at) == 0 || len(at) != len(reading.Passages) {
			continue
		}
		span := reading.Passages[0].Span
		switch reading.Kind {
		case data.SpeakerReading:
			r.speakers[at[0]] = append(r.speakers[at[0]], ruledSpeaker{span, strings.TrimSpace(reading.Value)})
		case data.ClassReading:
			x := m.reports[at[0]]
			if from, to := x.tokensIn(span); from < to && slices.Contains(Classes, reading.Value) {
				if _, values, ok := words().verbs.at(x, from); ok {
					r.classes[words().forms[values[0]].lemma] = reading.Value
				}
			}
		case data.SameReading:
			if len(at) == 2 && at[0] != at[1] {
				s := ruledSame{[2]int{at[0], at[1]}, [2]data.Span{span, reading.Passages[1].Span}, data.Verdict(reading.Value)}
				if at[0] > at[1] {
					s = ruledSame{[2]int{at[1], at[0]}, [2]data.Span{s.spans[1], s.spans[0]}, s.verdict}
				}
				r.same = append(r.same, s)
			}
		}
	}
	return r
}

// speaker returns the reader's word on who speaks at a span of report i.
func (r *readings) speaker(i int, at data.Span) (name string, ruled bool) {
	for _, s := range r.speakers[i] {
		if s.Overlap(at) > 0 {
			name, ruled = s.name, true
		}
	}
	return name, ruled
}

// verdict returns the reader's word on two spans of reports i and k.
func (r *readings) verdict(i int, a data.Span, k int, b data.Span) (data.Verdict, bool) {
	if i > k {
		i, a, k, b = k, b, i, a
	}
	verdict, ruled := data.Verdict(""), false
	for _, s := range r.same {
		if s.reports == [2]int{i, k} && s.spans[0].Overlap(a) > 0 && s.spans[1].Overlap(b) > 0 {
			verdict, ruled = s.verdict, true
		}
	}
	return verdict, ruled
}

// sure are the passages the reader said are the same, and did not take back.
func (r *readings) sure() []ruledSame {
	var list []ruledSame
	for _, s := range r.same {
		if v, _ := r.verdict(s.reports[0], s.spans[0], s.reports[1], s.spans[1]); v == data.TellsSame {
			list = append(list, s)
		}
	}
	return list
}

// rule puts the reader's word on a row: where she ruled on a place of one cell
// and a place of another, it is read, and apart if she said they are not the same.
func (m *matter) rule(row *Row) {
	if len(m.readings.same) == 0 {
		return
	}
	for i := range row.Cells {
		for k := i + 1; k < len(row.Cells); k++ {
			for _, a := range row.Cells[i].all() {
				for _, b := range row.Cells[k].all() {
					if v, ok := m.readings.verdict(i, a, k, b); ok {
						row.Read = true
						if v == data.NotSame {
							row.Finding = Apart
						}
					}
				}
			}
		}
	}
}

// all are the places of a cell.
func (c Cell) all() []data.Span {
	var list []data.Span
	for _, w := range c.Wordings {
		list = append(list, w.Places...)
	}
	return list
}
