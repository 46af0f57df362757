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
		"halves":   "I’d go. O’Hara o’b d’ ’tis rock ’n’ roll. D’ and I. ’ a ’ b. 𠸁x 𠸁 x",
		"mixed":    "Tolm 港口 opened. 港口在周五开放了 at noon. ท่าเรือเปิด today 3港 x",
	} {
		m := &matter{}
		x := &m.sides[0]
		x.Text, m.sides[1].Text = text.Read(s), &text.Text{}
		m.nameStems()
		x.makeRoom()
		for i := range x.Sentences {
			x.readWords(i)
		}
		// One slot of the cache makes every seam drive out another.
		for _, seams := range []int{1, len(x.words)} {
			speller := newSpeller(seams, m.keys)
			for i, sentence := range x.Sentences {
				got := speller.grams(nil, x.wordsOf(i), sentence.Last)
				want := speller.table.grams(nil, speller.sentence(x.wordsOf(i), sentence.Last))
				slices.Sort(got)
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Fatalf("%s: %q has runs %v, want %v", name, sentence.Of(s), got, want)
				}
			}
		}
	}
}
