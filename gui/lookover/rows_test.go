package lookover

import (
	"math/rand/v2"
	"testing"

	"parallax/data"
	"parallax/gui/session"
)

func TestRowsHoldEveryBlockOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		src := data.Source{}
		role := data.Body
		open := make([]bool, 80)
		for i := range open {
			if r.IntN(8) == 0 {
				role = data.Roles[r.IntN(len(data.Roles))]
			}
			open[i] = r.IntN(20) == 0
			src.Blocks = append(src.Blocks, data.Block{Role: role, Guess: role})
		}
		m := session.NewLookOver(src)
		rows := makeRows(m, open)
		next := 0
		for n, row := range rows {
			if row.first != next || row.last < row.first {
				t.Fatalf("row %d holds %d to %d, want it to begin at %d", n, row.first, row.last, next)
			}
			if !row.folded && row.first != row.last {
				t.Fatalf("row %d holds several blocks and is not folded", n)
			}
			for b := row.first; b <= row.last; b++ {
				if rowOf(rows, b) != n {
					t.Fatalf("block %d is in row %d, found in %d", b, n, rowOf(rows, b))
				}
				if row.folded && (open[b] || m.Block(b).Role.Kept() || m.Block(b).Role == data.Unsure) {
					t.Fatalf("block %d, %s, was folded away", b, m.Block(b).Role)
				}
			}
			next = row.last + 1
		}
		if next != len(open) {
			t.Fatalf("%d of %d blocks have a row", next, len(open))
		}
	}
}
