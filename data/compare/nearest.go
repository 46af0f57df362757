package compare

import (
	"cmp"
	"context"

	"parallax/data"
)

// Nearest returns, for the sentence that a span of one side's report covers, the
// sentence of the other report that is likest, tied or not, with its likeness
// from 0 to 1 and what the two share. There is none, and ok is false, where the
// span covers no sentence, where no sentence of the other report shares a word
// with it that is not small, and once ctx is cancelled. Of several covered the
// first counts; of several as near, the one at the likest place.
//
// It reads both texts anew: 3 ms for two reports of 1,000 words. An Aligner that
// compared them has done that.
func Nearest(ctx context.Context, left, right *data.Report, side data.Side, span data.Span) (other data.Span, likeness float64, why data.Why, ok bool) {
	return new(Aligner).Nearest(ctx, left, right, side, span)
}

// nearest scores sentence i of side s against all of the other side and returns
// the best link.
func (m *matter) nearest(s, i int) (best link, ok bool) {
	y := &m.sides[1-s]
	m.spread(s, i)
	defer m.gather(s, i)
	for j := range y.Sentences {
		l := link{a: i, b: j}
		if s == 1 {
			l.a, l.b = j, i
		}
		m.scoreBeside(&l, 1-s)
		if l.words == 0 {
			continue
		}
		if !ok || cmp.Or(cmp.Compare(best.z, l.z), cmp.Compare(m.apart(l.a, l.b), m.apart(best.a, best.b))) < 0 {
			best, ok = l, true
		}
	}
	return best, ok
}
