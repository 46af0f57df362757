package lookover

import (
	"sort"

	"parallax/data"
	"parallax/gui/session"
)

// foldFrom is how many blocks in a row must be set aside with the same role
// before they fold, and foldShown how many of them stay in sight.
const (
	foldFrom  = 6
	foldShown = 2
)

// A row is one line of the list: a block, or a run of blocks folded into one.
type row struct {
	first, last int // blocks, both included
	folded      bool
}

// foldable reports whether blocks of a role may fold: the kinds that come in
// long runs. A block that may be part of the report never does.
func foldable(r data.Role) bool {
	switch r {
	case data.Comments, data.Navigation, data.Related, data.Share, data.Legal, data.Promotion:
		return true
	}
	return false
}

// makeRows lays out the blocks of a page as rows, in order. Blocks for which
// open is true do not fold.
func makeRows(m *session.LookOver, open []bool) []row {
	rows := make([]row, 0, m.Len())
	for i := 0; i < m.Len(); {
		role := m.Block(i).Role
		end := i + 1
		if foldable(role) && !open[i] {
			for end < m.Len() && m.Block(end).Role == role && !open[end] {
				end++
			}
		}
		shown := end
		if end-i >= foldFrom {
			shown = i + foldShown
		}
		for ; i < shown; i++ {
			rows = append(rows, row{first: i, last: i})
		}
		if i < end {
			rows = append(rows, row{first: i, last: end - 1, folded: true})
			i = end
		}
	}
	return rows
}

// rowOf returns the index of the row that holds block i.
func rowOf(rows []row, i int) int {
	n := sort.Search(len(rows), func(k int) bool { return rows[k].last >= i })
	return min(n, len(rows)-1)
}
