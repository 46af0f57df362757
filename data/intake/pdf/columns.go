package pdf

import (
	"math"
	"math/bits"
	"slices"
)

// The signs of a gutter between two columns.
const (
	gutterLeast = .6  // em wide
	gutterWide  = 1.6 // em from which nothing else needs to speak for it
	gutterApart = 1.7 // times as wide as the gaps between words beside it
	gutterRows  = 3   // rows on either side
	gutterLong  = 8   // rows on either side that cannot all leave a gap by chance
	columnFill  = .5  // share of a column's width that its rows fill
	columnWords = 2.2 // words a row has in a column; cells of a table have fewer
)

// readingOrder parts the words of a page into the columns and bands they are
// read in, one after another.
func readingOrder(words []word) [][]row {
	return order(rowsOf(words), 0)
}

// orderDepth is how often columns are looked for inside columns.
const orderDepth = 12

func order(rows []row, depth int) [][]row {
	if len(rows) == 0 {
		return nil
	}
	if depth < orderDepth {
		if from, to, x, ok := findGutter(rows); ok {
			var left, right []word
			for _, r := range rows[from:to] {
				for _, w := range r.words {
					if w.x0 < x {
						left = append(left, w)
					} else {
						right = append(right, w)
					}
				}
			}
			out := order(rows[:from], depth+1)
			out = append(out, order(rowsOf(left), depth+1)...)
			out = append(out, order(rowsOf(right), depth+1)...)
			return append(out, order(rows[to:], depth+1)...)
		}
	}
	return [][]row{rows}
}

// A shade says which half points across the page something stands on.
type shade []uint64

// findGutter finds the first rows with columns side by side, and the place
// between them.
func findGutter(rows []row) (from, to int, x float64, ok bool) {
	left, right := math.Inf(1), math.Inf(-1)
	var sizes []float64
	for _, r := range rows {
		for _, w := range r.words {
			left, right = min(left, w.x0), max(right, w.x1)
		}
		sizes = append(sizes, r.size)
	}
	em := median(sizes)
	span := int((right-left)*2) + 1
	if span < 40 || span > 1<<14 || len(rows) < gutterRows {
		return 0, 0, 0, false
	}
	shades := make([]shade, len(rows))
	for i, r := range rows {
		shades[i] = make(shade, span/64+1)
		for _, w := range r.words {
			shades[i].fill(int((w.x0-left)*2), int((w.x1-left)*2))
		}
	}
	least := int(gutterLeast * em * 2)
	for from = range rows {
		if len(rows)-from < gutterRows {
			break
		}
		all := make(shade, span/64+1)
		best := -1
		for j := from; j < len(rows); j++ {
			for k := range all {
				all[k] |= shades[j][k]
			}
			found := false
			all.gaps(span/10, span-span/10, least, func(a, b int) bool {
				found = true
				at := left + float64(a+b)/4
				if j+1-from >= gutterRows && parts(rows[from:j+1], at, float64(b-a)/2 >= gutterWide*em) {
					best, x = j+1, at
					return false
				}
				return true
			})
			if !found {
				break
			}
		}
		if best > 0 {
			return from, best, x, true
		}
	}
	return 0, 0, 0, false
}

func (s shade) fill(from, to int) {
	for i := max(0, from); i <= min(to, len(s)*64-1); i++ {
		s[i/64] |= 1 << (i % 64)
	}
}

// gaps calls yield with the free runs of at least least between from and to,
// from the left.
func (s shade) gaps(from, to, least int, yield func(a, b int) bool) {
	start := -1
	for i := 0; i < len(s)*64; i++ {
		if s[i/64] == 0 && i%64 == 0 {
			if start < 0 {
				start = i
			}
			i += 63
			continue
		}
		if s[i/64]>>(i%64)&1 == 0 {
			if start < 0 {
				start = i
			}
			i += min(63-i%64, max(0, bits.TrailingZeros64(s[i/64]>>(i%64))-1))
			continue
		}
		if start >= 0 {
			if i-start >= least && start >= from && i <= to && !yield(start, i) {
				return
			}
			start = -1
		}
	}
}

// parts reports whether what stands on either side of x are columns of text.
// Where the gap is not wide and the rows are few, it must be wider in nearly all
// of them than the gaps between their words.
func parts(rows []row, x float64, wide bool) bool {
	left, ok1 := column(rows, func(w word) bool { return w.x1 <= x })
	right, ok2 := column(rows, func(w word) bool { return w.x0 >= x })
	return ok1 && ok2 && (wide || min(left, right) >= gutterLong || standsOut(rows, x))
}

// column counts the rows with words in a column, and reports whether these fill
// it like text.
func column(rows []row, in func(w word) bool) (n int, ok bool) {
	words := 0
	filled, left, right := 0.0, math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		from, to := math.Inf(1), math.Inf(-1)
		for _, w := range r.words {
			if in(w) {
				words++
				from, to = min(from, w.x0), max(to, w.x1)
			}
		}
		if from < to {
			n++
			filled += to - from
			left, right = min(left, from), max(right, to)
		}
	}
	return n, n >= gutterRows && float64(words) >= columnWords*float64(n) && filled >= columnFill*float64(n)*(right-left)
}

// standsOut reports whether the gap at x is wider than the others in its rows.
func standsOut(rows []row, x float64) bool {
	both, out := 0, 0
	for _, r := range rows {
		gutter := 0.0
		var gaps []float64
		for i := 1; i < len(r.words); i++ {
			a, b := r.words[i-1], r.words[i]
			switch gap := b.x0 - a.x1; {
			case a.x1 <= x && b.x0 >= x:
				gutter = gap
			case gap > 0:
				gaps = append(gaps, gap)
			}
		}
		if gutter > 0 {
			both++
			if gutter > gutterApart*median(gaps) {
				out++
			}
		}
	}
	return both >= gutterRows && out*10 >= both*8
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(v))
	return s[len(s)/2]
}
