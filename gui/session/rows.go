package session

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"

	"parallax/data"
)

// A Row is passages of the two reports to be read next to each other: what one
// or several pairs tie, or what one report alone tells. Spans are in text order.
type Row struct {
	Left, Right []data.Span
	Pairs       []int // indexes into AllPairs; none: told on one side only
}

// At returns the row's passages on one side.
func (r *Row) At(side data.Side) []data.Span {
	if side == data.Left {
		return r.Left
	}
	return r.Right
}

func (r *Row) add(side data.Side, span data.Span) {
	if side == data.Left {
		r.Left = append(r.Left, span)
	} else {
		r.Right = append(r.Right, span)
	}
}

// Rows returns every sentence of both reports in one row each, in the order in
// which one side tells them; what only the other side tells follows what stands
// before it there. Pairs that share a sentence share a row. A guess stands in a
// row only where no sure pair has its sentences.
func (s *Session) Rows(by data.Side) []Row {
	if !s.Compared() {
		return nil
	}
	type sentence struct {
		side data.Side
		data.Span
	}
	var sets []int // of each row: the row it was joined to
	find := func(i int) int {
		for sets[i] != i {
			sets[i] = sets[sets[i]]
			i = sets[i]
		}
		return i
	}
	rowOf := map[sentence]int{}
	pairs := s.AllPairs()
	sentencesOf := func(p *data.Pair) []sentence {
		var list []sentence
		for _, side := range []data.Side{data.Left, data.Right} {
			for _, span := range p.Spans(side) {
				list = append(list, sentence{side, span})
			}
		}
		return list
	}
	sure := len(s.comparison.Pairs)
	taken := func(k sentence) bool { _, ok := rowOf[k]; return ok }
	placed := make([]int, len(pairs)) // row of each pair; -1: none
	var spare []int                   // guesses whose sentences sure pairs have in part
	surely := map[sentence]bool{}
	for i := range pairs {
		list := sentencesOf(&pairs[i])
		if i >= sure && slices.ContainsFunc(list, func(k sentence) bool { return surely[k] }) {
			placed[i] = -1
			spare = append(spare, i)
			continue
		}
		row := len(sets)
		sets = append(sets, row)
		placed[i] = row
		for _, k := range list {
			if i < sure {
				surely[k] = true
			}
			if taken(k) {
				sets[find(rowOf[k])] = find(row)
			} else {
				rowOf[k] = row
			}
		}
	}
	for _, i := range spare {
		for _, k := range sentencesOf(&pairs[i]) {
			if !taken(k) {
				rowOf[k] = len(sets)
				sets = append(sets, len(sets))
			}
		}
	}
	for side := range s.sides {
		text := s.sides[side].Text
		end, row := -1, 0
		for _, span := range s.comparison.Only(data.Side(side)) {
			if end < 0 || strings.TrimSpace(text[end:span.Start]) != "" || strings.Contains(text[end:span.Start], "\n") {
				row = len(sets)
				sets = append(sets, row)
			}
			rowOf[sentence{data.Side(side), span}], end = row, span.End
		}
	}
	all := make([]sentence, 0, len(rowOf))
	for k := range rowOf {
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b sentence) int {
		return cmp.Or(cmp.Compare(a.side, b.side), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	rows := make([]Row, len(sets))
	for _, k := range all {
		rows[find(rowOf[k])].add(k.side, k.Span)
	}
	for i, row := range placed {
		if row >= 0 {
			r := &rows[find(row)]
			r.Pairs = append(r.Pairs, i)
		}
	}
	return inOrder(rows, by)
}

// inOrder sorts rows by their place on one side and drops the empty ones. Those
// with nothing there follow the row of the passage before theirs across.
func inOrder(rows []Row, by data.Side) []Row {
	type anchor struct{ across, here int } // where a passage across starts, and its row on this side
	var anchors []anchor
	for i := range rows {
		if r := &rows[i]; len(r.At(by)) > 0 {
			for _, span := range r.At(by.Other()) {
				anchors = append(anchors, anchor{span.Start, r.At(by)[0].Start})
			}
		}
	}
	slices.SortFunc(anchors, func(a, b anchor) int { return cmp.Compare(a.across, b.across) })
	type placed struct{ here, across int } // sorting places
	first := math.MaxInt
	for i := range rows {
		if here := rows[i].At(by); len(here) > 0 {
			first = min(first, here[0].Start)
		}
	}
	placeOf := func(r *Row) placed {
		if here := r.At(by); len(here) > 0 {
			return placed{here[0].Start, -1}
		}
		across := r.At(by.Other())[0].Start
		n := sort.Search(len(anchors), func(i int) bool { return anchors[i].across > across })
		if n == 0 { // what opens the other report stands behind what opens this one
			return placed{first, across}
		}
		return placed{anchors[n-1].here, across}
	}
	rows = slices.DeleteFunc(rows, func(r Row) bool { return len(r.Left)+len(r.Right) == 0 })
	slices.SortFunc(rows, func(a, b Row) int {
		p, q := placeOf(&a), placeOf(&b)
		return cmp.Or(cmp.Compare(p.here, q.here), cmp.Compare(p.across, q.across))
	})
	return rows
}

// Alike reports whether a row's passages are told in the same words on both sides.
func (s *Session) Alike(r Row) bool {
	sure := len(s.comparison.Pairs)
	for _, i := range r.Pairs {
		if i >= sure || s.comparison.Pairs[i].Relation != data.Same || len(s.comparison.Pairs[i].Differences) > 0 {
			return false
		}
	}
	return len(r.Pairs) > 0
}
