package compare

import (
	"cmp"
	"context"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/text"
)

// A piece is the part of a quotation that lies in one sentence.
type piece struct {
	sentence int
	words    []word
	stems    []int32 // of these
	rare     []int32 // those that are not small, each once, in order
	worth    float64
	small    int  // small words
	repeats  bool // has a word twice that is not small
}

// isSmall reports whether a piece is made of small words alone.
func (p *piece) isSmall() bool { return p.small == len(p.words) }

func (p *piece) span(t *text.Text) data.Span {
	return data.Span{Start: t.TokenSpan(int(p.words[0].token)).Start, End: t.TokenSpan(int(p.words[len(p.words)-1].token)).End}
}

// A quoteMatch is a piece of each side that give the same words, or nearly.
type quoteMatch struct {
	a, b     int // sentences
	spans    [2]data.Span
	likeness float64
	score    float64
}

const (
	longestPiece   = 100                              // words; a longer quotation within one sentence is matched in parts
	mostCells      = 16 * longestPiece * longestPiece // of the tables one piece is matched with
	leastWords     = 3
	leastCover     = 0.45
	leastSmall     = 3    // words of a quotation of small words alone
	smallQuoted    = 0.12 // what a small word counts inside a quotation
	longestTitle   = 5    // words of a capitalised phrase in quotation marks that is a title
	quotedInCommon = 0.5  // share of a match that another may cover
)

// matches reports whether words shared words that are not small, which make up
// cover of the shorter piece and stand as dense as that, are one quotation told twice.
func matches(words int, cover, dense, rarity float64) bool {
	return words >= leastWords && cover >= leastCover && dense >= 0.4 ||
		words >= 2 && cover >= 0.6 && dense >= 0.5 ||
		words >= 1 && cover >= 0.9 && dense >= 0.9 && rarity >= 1
}

// pieces returns the quotations of one side, cut where sentences end.
func (m *matter) pieces(s int) []piece {
	x := &m.sides[s]
	quoted := 0
	for _, q := range x.Quotations {
		quoted += q.Last - q.First
	}
	list := make([]piece, 0, len(x.Quotations))
	stems, rare := make([]int32, 0, quoted), make([]int32, 0, quoted) // what the pieces' lists are cut from
	sentence := 0
	for _, q := range x.Quotations {
		for x.Sentences[sentence].Last <= q.First {
			sentence++
		}
		for i := sentence; i < len(x.Sentences) && x.Sentences[i].First < q.Last; i++ {
			words := x.wordsOf(i)
			words = words[before(words, q.First):before(words, q.Last)]
			for ; len(words) > 0; words = words[min(len(words), longestPiece):] {
				p := piece{sentence: i, words: words[:min(len(words), longestPiece)]}
				at := len(stems)
				for _, w := range p.words {
					stems = append(stems, w.stem)
					p.worth += m.quoted[w.stem]
					if m.small[w.stem] {
						p.small++
					}
				}
				p.stems = stems[at:len(stems):len(stems)]
				if p.isSmall() && len(p.words) < leastSmall || isTitle(x.Text, p.words) {
					continue
				}
				at = len(rare)
				for _, t := range p.stems {
					if !m.small[t] {
						rare = append(rare, t)
					}
				}
				slices.Sort(rare[at:])
				rare = rare[:at+len(slices.Compact(rare[at:]))]
				p.rare = rare[at:len(rare):len(rare)]
				p.repeats = p.small+len(p.rare) < len(p.words)
				list = append(list, p)
			}
		}
	}
	return list
}

// before returns how many of some words, in order, stand before a token.
func before(words []word, token int) int {
	n, _ := slices.BinarySearchFunc(words, token, func(w word, token int) int { return int(w.token) - token })
	return n
}

// isTitle reports whether the words are a name in quotation marks, "The
// Morning Hour", rather than something said. A title starts with a capital and
// has a word that is not small: "It's not about you" has none.
func isTitle(t *text.Text, words []word) bool {
	if len(words) > longestTitle {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(t.String[t.TokenSpan(int(words[0].token)).Start:]); unicode.IsLower(first) {
		return false
	}
	named := false
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(t.String[t.TokenSpan(int(w.token)).Start:])
		if w.content() && !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
		named = named || w.content()
	}
	return named
}

// quotes returns the quotations both texts give, by their place in the first
// and then in the second.
func (m *matter) quotes(ctx context.Context) ([]quoteMatch, error) {
	a, b := m.pieces(0), m.pieces(1)
	var all [2][]int32
	for s, pieces := range [][]piece{a, b} {
		for k := range pieces {
			all[s] = append(all[s], pieces[k].rare...)
		}
	}
	indexed, whole := m.chooseStems(all[0], all[1], len(a)+len(b))
	// The worth of all in a piece that common, below, does not count.
	var beside [2][]float64
	for s, pieces := range [][]piece{a, b} {
		beside[s] = make([]float64, len(pieces))
		for k := range pieces {
			beside[s][k] = pieces[k].worth + rounding
			for _, t := range pieces[k].rare {
				if indexed[t] {
					beside[s][k] -= m.quoted[t]
				}
			}
		}
	}
	posts := make([][]int32, len(m.rarity))
	for j := range b {
		for _, t := range b[j].rare {
			if indexed[t] {
				posts[t] = append(posts[t], int32(j))
			}
		}
	}
	var list []quoteMatch
	common := make([]float64, len(b)) // rarity of shared words …
	words := make([]int, len(b))      // … and how many, each once
	var touched []int32
	var table lcs
	for i := range a {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		touched = touched[:0]
		for _, t := range a[i].rare {
			for _, j := range posts[t] {
				if common[j] == 0 {
					touched = append(touched, j)
					words[j] = 0
				}
				common[j] += m.rarity[t]
				words[j]++
			}
		}
		likely := touched[:0]
		for _, t := range a[i].stems {
			m.tally[t]++
		}
		for _, j := range touched {
			p, q, most := &a[i], &b[j], words[j] // words that are not small and both have
			if !whole || p.repeats && q.repeats {
				most = max(most, leastWords)
			}
			shared := common[j] + min(beside[0][i], beside[1][j])
			if matches(most, shared/min(p.worth, q.worth), 1, shared) && m.mayMatch(p, q) {
				likely = append(likely, j)
			} else {
				common[j] = 0
			}
		}
		for _, t := range a[i].stems {
			m.tally[t] = 0
		}
		slices.SortFunc(likely, func(x, y int32) int { return cmp.Or(cmp.Compare(common[y], common[x]), cmp.Compare(x, y)) })
		cells := 0
		for _, j := range likely {
			common[j] = 0
			if cells > mostCells {
				continue
			}
			cells += len(a[i].words) * len(b[j].words)
			if q, ok := m.matchPieces(&table, &a[i], &b[j]); ok {
				list = append(list, q)
			}
		}
	}
	return bestQuotes(m.smallQuotes(list, a, b)), nil
}

// mayMatch reports whether the words two pieces have in common would do if they
// stood in the same order. m.tally holds how often a has each stem.
func (m *matter) mayMatch(a, b *piece) bool {
	whole, words := 0.0, 0
	m.both = m.both[:0]
	for _, t := range b.stems {
		if m.tally[t] == 0 {
			continue
		}
		m.tally[t]--
		m.both = append(m.both, t)
		whole += m.quoted[t]
		if !m.small[t] {
			words++
		}
	}
	for _, t := range m.both {
		m.tally[t]++
	}
	whole += rounding
	return matches(words, whole/min(a.worth, b.worth), 1, whole)
}

// smallQuotes appends the matches of quotations made of small words alone, as
// in "get this done": those that stand word for word in exactly one quotation
// of the other side.
func (m *matter) smallQuotes(list []quoteMatch, a, b []piece) []quoteMatch {
	pieces := [2][]piece{a, b}
	type run [leastSmall]int32
	places := map[run]*[2][]int{} // by how a piece starts, the last two pieces of each side that have that
	for s := range pieces {
		for k := range pieces[s] {
			if p := &pieces[s][k]; p.isSmall() {
				places[run(p.stems)] = &[2][]int{}
			}
		}
	}
	if len(places) == 0 {
		return list
	}
	for s := range pieces {
		for k := range pieces[s] {
			p := &pieces[s][k]
			for i := range len(p.stems) - leastSmall + 1 {
				if !m.small[p.stems[i]] {
					continue
				}
				if at := places[run(p.stems[i:i+leastSmall])]; at != nil && len(at[s]) < 2 && !slices.Contains(at[s], k) {
					at[s] = append(at[s], k)
				}
			}
		}
	}
	for s := range pieces {
		for k := range pieces[s] {
			p := &pieces[s][k]
			if !p.isSmall() {
				continue
			}
			at := places[run(p.stems)]
			if len(at[s]) != 1 || len(at[1-s]) != 1 {
				continue
			}
			other := &pieces[1-s][at[1-s][0]]
			if s == 1 && other.isSmall() && len(other.words) <= len(p.words) { // found from the first side
				continue
			}
			for at := range len(other.stems) - len(p.stems) + 1 {
				if !slices.Equal(other.stems[at:at+len(p.stems)], p.stems) {
					continue
				}
				part := piece{sentence: other.sentence, words: other.words[at : at+len(p.words)]}
				q := quoteMatch{likeness: 1, score: math.Sqrt(p.worth)}
				sentences := [2]int{p.sentence, part.sentence}
				spans := [2]data.Span{p.span(m.sides[s].Text), part.span(m.sides[1-s].Text)}
				q.a, q.b = sentences[s], sentences[1-s]
				q.spans = [2]data.Span{spans[s], spans[1-s]}
				list = append(list, q)
				break
			}
		}
	}
	return list
}

// matchPieces matches two pieces by the weightiest words they have in common in the same order.
func (m *matter) matchPieces(table *lcs, a, b *piece) (quoteMatch, bool) {
	sa, sb := a.stems, b.stems
	pairs := table.run(sa, sb, m.quoted)
	if len(pairs) == 0 {
		return quoteMatch{}, false
	}
	rarity, rare := 0.0, 0
	for _, p := range pairs {
		rarity += m.quoted[sa[p[0]]]
		if !m.small[sa[p[0]]] {
			rare++
		}
	}
	first, last := pairs[0], pairs[len(pairs)-1]
	cover := rarity / min(a.worth, b.worth)
	dense := float64(len(pairs)) / float64(1+max(last[0]-first[0], last[1]-first[1]))
	if !matches(rare, cover, dense, rarity) {
		return quoteMatch{}, false
	}
	q := quoteMatch{a: a.sentence, b: b.sentence, score: cover * math.Sqrt(rarity)}
	for s, p := range []*piece{a, b} {
		part := piece{words: p.words[first[s] : last[s]+1]}
		q.spans[s] = part.span(m.sides[s].Text)
	}
	q.likeness = m.likeness(a.words[first[0]:last[0]+1], b.words[first[1]:last[1]+1], m.quoted)
	return q, true
}

// bestQuotes keeps, best first, the matches that cover words no better one
// covers on either side, and returns them by place.
func bestQuotes(list []quoteMatch) []quoteMatch {
	place := func(x, y quoteMatch) int {
		return cmp.Or(cmp.Compare(x.spans[0].Start, y.spans[0].Start), cmp.Compare(x.spans[1].Start, y.spans[1].Start))
	}
	slices.SortFunc(list, func(x, y quoteMatch) int {
		return cmp.Or(cmp.Compare(y.score, x.score), place(x, y))
	})
	var taken [2]map[int][]data.Span // by sentence
	taken[0], taken[1] = map[int][]data.Span{}, map[int][]data.Span{}
	kept := list[:0]
	for _, q := range list {
		covered := 0
		for s, sentence := range []int{q.a, q.b} {
			for _, x := range taken[s][sentence] {
				if float64(x.Overlap(q.spans[s])) > quotedInCommon*float64(min(x.Len(), q.spans[s].Len())) {
					covered++
					break
				}
			}
		}
		if covered == 2 {
			continue
		}
		taken[0][q.a] = append(taken[0][q.a], q.spans[0])
		taken[1][q.b] = append(taken[1][q.b], q.spans[1])
		kept = append(kept, q)
	}
	slices.SortFunc(kept, place)
	return kept
}

// tieQuotes makes every shared quotation a sure link.
func (m *matter) tieQuotes(links []link, quotes []quoteMatch) []link {
	tie := func(l *link) {
		l.quote = true
		l.z = max(l.z, sure)
	}
	var more []link
	for _, q := range quotes {
		l := link{a: q.a, b: q.b}
		if at, ok := slices.BinarySearchFunc(links, l, byPlace); ok {
			tie(&links[at])
		} else {
			more = append(more, l)
		}
	}
	slices.SortFunc(more, byPlace)
	more = slices.CompactFunc(more, func(x, y link) bool { return byPlace(x, y) == 0 })
	for k := range more {
		m.scoreAlone(&more[k])
		tie(&more[k])
	}
	return merged(links, more, (*link).before)
}

// A lcs finds the weightiest common subsequence of two lists; it keeps its
// tables between runs.
type lcs struct {
	cell  []float64
	pairs [][2]int
}

// run returns the places of the common words in both lists, in order. They are
// good until the next run.
func (l *lcs) run(a, b []int32, worth []float64) [][2]int {
	width := len(b) + 1
	n := (len(a) + 1) * width
	l.cell = slices.Grow(l.cell[:0], n)[:n]
	row := func(i int) []float64 { return l.cell[i*width:][:width] }
	clear(row(len(a)))
	for i := len(a) - 1; i >= 0; i-- {
		here, next, w := row(i), row(i+1), worth[a[i]]
		best := 0.0 // of the cell to the right
		here[len(b)] = 0
		for j := len(b) - 1; j >= 0; j-- {
			best = max(best, next[j])
			if a[i] == b[j] {
				best = max(best, next[j+1]+w)
			}
			here[j] = best
		}
	}
	l.pairs = l.pairs[:0]
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch here, next := row(i), row(i+1); {
		case a[i] == b[j] && here[j] == next[j+1]+worth[a[i]]:
			l.pairs = append(l.pairs, [2]int{i, j})
			i, j = i+1, j+1
		case here[j] == next[j]:
			i++
		default:
			j++
		}
	}
	return l.pairs
}

// likeness is twice the worth, by stem, of the words two lists have in common, each as
// often as both have it, over the worth of both lists: 1 for the same words.
func (m *matter) likeness(a, b []word, worth []float64) float64 {
	whole, both := 0.0, 0.0
	for k := range a {
		t := a[k].stem
		m.tally[t]++
		whole += worth[t]
	}
	for k := range b {
		t := b[k].stem
		whole += worth[t]
		if m.tally[t] > 0 {
			m.tally[t]--
			both += 2 * worth[t]
		}
	}
	for k := range a {
		m.tally[a[k].stem] = 0
	}
	if whole <= 0 {
		return 0
	}
	return min(1, both/whole)
}
