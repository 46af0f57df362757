package compare

import (
	"context"

	"parallax/data"
	"parallax/data/text"
)

// Align compares two reports' texts. It calls progress, when not nil, with the
// share done from 0 to 1, on the caller's goroutine. It returns ctx.Err() soon
// after ctx is cancelled and no other error.
//
// Two sentences are tied for what they share: how alike their words and
// letters are (two TF-IDF cosines: word stems, and runs of four letters), how
// rare in the two reports the words they share are, and whether both open
// their report. See score for the weights and where they come from.
// Quotations are matched by themselves. A sentence that would be left without a
// tie keeps its best match as a possible one where each is the other's best. The
// cost grows about in line with the texts.
//
// The reader's rulings are obeyed as constraints and touch nothing else. A
// ruling covers the sentences that share at least half of the shorter of the two
// with its spans. TellsSame ties all it covers on one side to all on the other,
// in one sure pair; a pair that rulings tie bit by bit stays one. NotSame leaves
// no pair, possible pair or quotation between them; its empty span covers the
// whole text. Where two rulings meet, the
// later ID stands. Rulings on other reports, or outside the texts, count for
// nothing; their order and which side comes first never matter.
func Align(ctx context.Context, left, right *data.Report, rulings []data.Link, progress func(float64)) (data.Comparison, error) {
	return new(Aligner).Align(ctx, left, right, rulings, progress)
}

// tie finds what belongs together, before any ruling, unless that is known.
func (m *matter) tie(ctx context.Context, progress func(float64)) error {
	if m.tied {
		return nil
	}
	if m.sides[0].Text == m.sides[1].Text {
		m.groups, m.quoteMatches = m.same()
		m.tied = true
		return nil
	}
	links, err := m.links(ctx, func(f float64) { progress(0.7 * f) })
	if err != nil {
		return err
	}
	progress(0.7)
	quotes, err := m.quotes(ctx)
	if err != nil {
		return err
	}
	progress(1)
	m.groups, m.likely = m.group(m.tieQuotes(links, quotes))
	m.quoteMatches, m.tied = quotes, true
	return nil
}

// A side is one text with its sentences as bags of stems and of letter runs.
type side struct {
	*text.Text
	forms   []word  // by Form.ID: what its words have in common
	words   []word  // of all sentences, in order
	first   []int32 // where each sentence's words start; one more than sentences
	stems   bags
	grams   runs
	rare    [][]int32 // for each sentence the stems that are not small words, each once
	weight  []float64 // for each sentence the rarity of these, summed
	dated   []bool    // the sentences that name a year
	about   [][]int32 // for each sentence the names it tells of, see namesTold
	own     []uint64  // for each sentence a bit or more for the names it has; without a bit in common there is no name in common
	carried []uint64  // and for the others it tells of
	standIn []int     // for each sentence the first token that stands for a person; one before the sentence if none does
	lead    int       // the sentence that opens the report's own telling
	kept    []bool    // by token: a word without a mark in a certain pair
}

// wordsOf returns the words of sentence i.
func (x *side) wordsOf(i int) []word { return x.words[x.first[i]:x.first[i+1]] }

// span returns where a word stands.
func (x *side) span(w *word) data.Span { return x.TokenSpan(int(w.token)) }

// form returns what a word has in common with those written the same way.
func (x *side) form(w *word) *text.Form { return x.Forms[x.FormOf(int(w.token))] }

func (x *side) keptWords() int {
	n := 0
	for _, kept := range x.kept {
		if kept {
			n++
		}
	}
	return n
}

// The matter is everything the comparison of two texts is made from.
type matter struct {
	sides  [2]side
	rarity []float64 // of each stem, from 0 (in every sentence) to 1 (in one)
	worth  []float64 // of each stem, its rarity, or smallWeight for a small word
	quoted []float64 // of each stem, its rarity, or smallQuoted for a small word
	small  []bool    // stems that are small words
	named  []bool    // stems of names
	number []bool    // stems of numbers
	year   []bool    // of these, those like a year's
	grams  int       // how many runs of letters there are
	keys   []string  // by the numbers in word.key and word.plain

	tied         bool // the following is known
	groups       []group
	likely       []link
	quoteMatches []quoteMatch

	marked    []int32 // scratch of common: the turn each stem was last marked in
	turn      int32
	both      []int32
	laidStems []float32 // a sentence laid out by stem …
	laidRuns  []float64 // … and by run, see spread; all 0 between uses
	told      []int32
	tally     []int32   // scratch by stem, all 0 between uses
	words     [2][]word // scratch of wordsOf
	shared    []int32
	diff      differ
	compounds compounder
	ending    []int32 // scratch of moves: by key the pass a change last began or ended with it
	pass      int32
	found     []data.Difference
	spans     []data.Span
	room      []data.Span // where spansOf takes its lists from
}

// same ties every sentence of a text to itself.
func (m *matter) same() (groups []group, quotes []quoteMatch) {
	t := m.sides[0].Text
	quoted := make([]bool, len(t.Sentences))
	for _, p := range m.pieces(0) {
		span := p.span(t)
		quotes = append(quotes, quoteMatch{a: p.sentence, b: p.sentence, spans: [2]data.Span{span, span}, likeness: 1})
		quoted[p.sentence] = true
	}
	for i := range t.Sentences {
		l := link{a: i, b: i, quote: quoted[i]}
		m.both = append(m.both[:0], m.sides[0].rare[i]...)
		m.score(&l, 1, 1)
		groups = append(groups, groupOf([]link{l}))
	}
	return groups, quotes
}

// identical reports whether a group ties a sentence of a text to itself.
func (m *matter) identical(g group) bool {
	return m.sides[0].Text == m.sides[1].Text && len(g.a) == 1 && len(g.b) == 1 && g.a[0] == g.b[0]
}

// often is how many steps of a few microseconds pass between two looks at the context.
const often = 256
