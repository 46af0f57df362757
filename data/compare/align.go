package compare

import (
	"context"
	"strings"

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
// Quotations are matched by themselves. The cost grows about in line with the
// texts.
func Align(ctx context.Context, left, right *data.Report, rulings []data.Link, progress func(float64)) (data.Comparison, error) {
	if progress == nil {
		progress = func(float64) {}
	}
	// The work is done on the texts in one order and mirrored where need be, so
	// that left and right cannot matter.
	a, b, mirrored := left, right, false
	if strings.Compare(left.Text, right.Text) > 0 {
		a, b, mirrored = right, left, true
	}
	m := &matter{}
	c, err := m.align(ctx, a.Text, b.Text, progress)
	if err != nil {
		return data.Comparison{}, err
	}
	c.KeptWords = m.sides[0].keptWords()
	if mirrored {
		mirror(&c)
		c.KeptWords = m.sides[1].keptWords()
	}
	c.Left, c.Right = left.ID, right.ID
	sortComparison(&c)
	progress(1)
	return c, nil
}

// align compares two texts, a before b in byte order.
func (m *matter) align(ctx context.Context, a, b string, progress func(float64)) (data.Comparison, error) {
	if a == b {
		m.sides[0].Text = text.Read(a)
		m.sides[1].Text = m.sides[0].Text
		return m.same(ctx)
	}
	first := make(chan *text.Text)
	go func() {
		t, _ := text.ReadContext(ctx, a)
		first <- t
	}()
	second, err := text.ReadContext(ctx, b)
	m.sides[0].Text, m.sides[1].Text = <-first, second
	if err != nil || ctx.Err() != nil {
		return data.Comparison{}, ctx.Err()
	}
	progress(0.1)
	if err := m.weigh(ctx); err != nil {
		return data.Comparison{}, err
	}
	progress(0.3)
	links, err := m.links(ctx, func(f float64) { progress(0.3 + 0.3*f) })
	if err != nil {
		return data.Comparison{}, err
	}
	progress(0.6)
	quotes, err := m.quotes(ctx)
	if err != nil {
		return data.Comparison{}, err
	}
	progress(0.75)
	links = m.tieQuotes(links, quotes)
	return m.compose(ctx, links, quotes, func(f float64) { progress(0.75 + 0.25*f) })
}

// A side is one text with its sentences as bags of stems and of letter runs.
type side struct {
	*text.Text
	stemOf []int32 // by Form.ID; -1 for a sign
	keyOf  []int32 // by Form.ID
	stems  bags
	grams  bags
	rare   [][]int32 // for each sentence the stems that are not small words, each once
	weight []float64 // for each sentence the rarity of these, summed
	lead   int       // the sentence that opens the report's own telling
	kept   []bool    // by token: a word without a mark in a certain pair
}

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
	small  []bool    // stems that are small words
	keys   []string  // by the numbers in side.keyOf

	marked []int32 // scratch of common: the turn each stem was last marked in
	turn   int32
	both   []int32
}

// same is the comparison of a text with itself.
func (m *matter) same(ctx context.Context) (data.Comparison, error) {
	t := m.sides[0].Text
	c := data.Comparison{Sentences: [2]int{len(t.Sentences), len(t.Sentences)}}
	if err := m.weigh(ctx); err != nil {
		return c, err
	}
	quoted := make([]bool, len(t.Sentences))
	for _, p := range m.pieces(0) {
		span := p.span(t)
		c.Quotes = append(c.Quotes, data.QuoteMatch{Left: span, Right: span, Likeness: 1})
		quoted[p.sentence] = true
	}
	for i, s := range t.Sentences {
		l := link{a: i, b: i, quote: quoted[i]}
		m.score(&l, 1, 1)
		spans := []data.Span{s.Span}
		c.Pairs = append(c.Pairs, data.Pair{
			Left: spans, Right: []data.Span{s.Span}, Relation: data.Same, Likeness: 1, Why: m.why([]link{l}),
		})
		for k := s.First; k < s.Last; k++ {
			m.sides[0].kept[k] = t.Tokens[k].Word
		}
	}
	return c, nil
}

// often is how many steps of a few microseconds pass between two looks at the context.
const often = 256
