package compare

import (
	"slices"
	"testing"

	"parallax/data/text"
)

// Words spelled once, and seams kept, give the runs that a sentence has when it
// is read letter by letter.
func TestRunsOfSentences(t *testing.T) {
	a, b := newInventor(17).reports(3000)
	for name, s := range map[string]string{
		"invented": a + "\n" + b,
		"short":    "I a b I. A b c! It is so. 5 % of us, 5% off; he’d go—as U.S. men do.",
		"mixed":    "Tolm 港口 opened. 港口在周五开放了 at noon. ท่าเรือเปิด today 3港 x",
	} {
		x := text.Read(s)
		keys := make([]int32, len(x.Forms))
		for k := range keys {
			keys[k] = int32(k)
		}
		// One slot of the cache makes every seam drive out another.
		for _, seams := range []int{1, len(x.Tokens)} {
			speller := newSpeller(seams, len(keys))
			for _, sentence := range x.Sentences {
				got := speller.grams(nil, x.Tokens[sentence.First:sentence.Last], keys)
				want := speller.table.grams(nil, speller.line)
				slices.Sort(got)
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Fatalf("%s: %q has runs %v, want %v", name, sentence.Of(s), got, want)
				}
			}
		}
	}
}
