package compare

import (
	"slices"
	"testing"

	"parallax/data"
)

// A sentence without a tie keeps its best match as a possible one only when each
// is the other's best and neither is tied elsewhere.
func TestEachOthersBest(t *testing.T) {
	const (
		alone = "The state council passed the harbour bill, known as rule 1062, early last week."
		match = "Elected officials, civic leaders and business groups spoke out loudly against the measure, which passed both houses of the state council on Thursday."
		a     = "Gulls circled over the quay at noon while children threw stones at the water.\n"
		b     = "Rain kept most of the visitors away from the small museum near the old station.\n"
	)
	possible := func(c data.Comparison) [][2]int {
		var list [][2]int
		for _, p := range c.Possible {
			list = append(list, [2]int{p.Left[0].Start, p.Right[0].Start})
		}
		return list
	}
	c := compared(t, a+alone, b+match)
	if want := [][2]int{{len(a), len(b)}}; len(c.Pairs) > 0 || !slices.Equal(possible(c), want) {
		t.Errorf("%d pairs, possible at %v, want %v", len(c.Pairs), possible(c), want)
	}
	better := "\nThe harbour bill, known as rule 1062, was passed early last week by the state council."
	c = compared(t, a+alone, b+match+better)
	if len(c.Pairs) != 1 || len(c.Possible) > 0 {
		t.Errorf("beside a better match: %d pairs, possible at %v", len(c.Pairs), possible(c))
	}
	checkComparison(t, a+alone, b+match+better)
}
