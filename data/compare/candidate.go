package compare

import (
	"context"
	"slices"
)

// A candidate is two sentences worth scoring.
type candidate struct{ a, b int }

// candidates returns pairs of sentences that share at least two rare stems, by a and then by b.
func (m *matter) candidates(ctx context.Context) ([]candidate, error) {
	a, b := &m.sides[0], &m.sides[1]
	posts := make([][]int32, len(m.rarity))
	for j, stems := range b.rare {
		for _, t := range stems {
			posts[t] = append(posts[t], int32(j))
		}
	}
	var list []candidate
	count := make([]int, len(b.rare))
	var touched []int32
	for i, stems := range a.rare {
		if i%often == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		touched = touched[:0]
		for _, t := range stems {
			for _, j := range posts[t] {
				if count[j] == 0 {
					touched = append(touched, j)
				}
				count[j]++
			}
		}
		slices.Sort(touched)
		for _, j := range touched {
			if count[j] >= leastShared {
				list = append(list, candidate{i, int(j)})
			}
			count[j] = 0
		}
	}
	return list, nil
}
