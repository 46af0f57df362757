package compare

import (
	"context"
	"math"

	"parallax/data/text"
)

// A bags holds one bag of terms for each sentence, each as a vector of length
// one: a term's weight is (1 + ln f) · ln((N+1)/d), where f counts it in the
// sentence and d counts the sentences of both texts that have it, of N in all
// (Salton and Buckley 1988, "ltc").
type bags struct {
	start []int32 // where each sentence's terms start; one more than sentences
	terms []term
}

// A term of a sentence has a number and a weight there.
type term struct {
	id     int32
	weight float32
}

func (b *bags) of(i int) []term { return b.terms[b.start[i]:b.start[i+1]] }

// ids returns the numbers of all terms, sentence by sentence.
func (b *bags) ids() []int32 {
	list := make([]int32, len(b.terms))
	for k, t := range b.terms {
		list[k] = t.id
	}
	return list
}

// newBags makes room for sentences with so many terms in all.
func newBags(sentences, terms int) bags {
	return bags{start: make([]int32, 1, sentences+1), terms: make([]term, 0, terms)}
}

// add appends one sentence's terms.
func (b *bags) add(terms []int32, k *counter) {
	k.turn++
	for _, t := range terms {
		for int(t) >= len(k.terms) {
			k.terms = append(k.terms, counted{})
		}
		if c := &k.terms[t]; c.seen != k.turn {
			c.seen, c.at = k.turn, int32(len(b.terms))
			c.sentences++
			b.terms = append(b.terms, term{t, 1})
		} else {
			b.terms[c.at].weight++
		}
	}
	b.start = append(b.start, int32(len(b.terms)))
}

// A counter counts in how many sentences each term stands.
type counter struct {
	terms []counted
	turn  int32
}

// A counted is a term: how many sentences have it, and where it stands in the
// bag of the last one.
type counted struct{ sentences, seen, at int32 }

// weigh turns counts into weights, given for each term ln((N+1)/d).
func (b *bags) weigh(idf []float64) {
	for i := range len(b.start) - 1 {
		terms := b.of(i)
		sum := 0.0
		for k := range terms {
			t := &terms[k]
			x := idf[t.id]
			if t.weight > 1 {
				x *= 1 + math.Log(float64(t.weight))
			}
			t.weight = float32(x)
			sum += x * x
		}
		if sum > 0 {
			scale := float32(1 / math.Sqrt(sum))
			for k := range terms {
				terms[k].weight *= scale
			}
		}
	}
}

func idf(k *counter, sentences int) []float64 {
	list := make([]float64, len(k.terms))
	for t, c := range k.terms {
		list[t] = math.Log(float64(sentences+1) / float64(c.sentences))
	}
	return list
}

// weigh fills in the bags of both sides and the rarity of every stem.
func (m *matter) weigh(ctx context.Context) error {
	m.nameStems()
	var words counter
	var grams runCounter
	speller := newSpeller(m.sides[0].TokenCount()+m.sides[1].TokenCount(), m.keys)
	var terms []int32
	n := 0
	for s := range m.sides {
		x := &m.sides[s]
		x.makeRoom()
		x.stems = newBags(len(x.Sentences), x.TokenCount())
		x.grams = newRuns(len(x.Sentences), len(x.String))
		for i, sentence := range x.Sentences {
			if i%often == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			in := x.readWords(i)
			terms = terms[:0]
			for k := range in {
				terms = append(terms, in[k].stem)
			}
			x.stems.add(terms, &words)
			terms = speller.grams(terms[:0], in, sentence.Last)
			x.grams.add(terms, &grams)
			n++
		}
		grams.done += int32(len(x.grams.list))
	}
	stemIDF := idf(&words, n)
	gramIDF := grams.idf(n)
	m.grams = len(gramIDF)
	m.rarity, m.tally = make([]float64, len(stemIDF)), make([]int32, len(stemIDF))
	m.worth, m.quoted = make([]float64, len(stemIDF)), make([]float64, len(stemIDF))
	for t, x := range stemIDF {
		m.rarity[t] = x / math.Log(float64(n+1))
		m.worth[t], m.quoted[t] = m.rarity[t], m.rarity[t]
		if m.small[t] {
			m.worth[t], m.quoted[t] = smallWeight, smallQuoted
		}
	}
	for s := range m.sides {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		x := &m.sides[s]
		x.stems.weigh(stemIDF)
		x.grams.weigh(gramIDF)
		x.rare = make([][]int32, len(x.Sentences))
		x.weight = make([]float64, len(x.Sentences))
		x.dated = make([]bool, len(x.Sentences))
		all := make([]int32, 0, len(x.stems.terms))
		for i := range x.Sentences {
			from := len(all)
			for _, t := range x.stems.of(i) {
				if !m.small[t.id] {
					all = append(all, t.id)
					x.weight[i] += m.rarity[t.id]
					x.dated[i] = x.dated[i] || m.year[t.id]
				}
			}
			x.rare[i] = all[from:len(all):len(all)]
		}
		x.about = m.namesTold(x)
		x.lead = lead(x.Text)
		x.kept = make([]bool, x.TokenCount())
	}
	return nil
}

// nameStems gives every stem, and every way to write a word, of the two texts a
// number. Spelling variants of one word get one stem.
func (m *matter) nameStems() {
	forms := len(m.sides[0].Forms) + len(m.sides[1].Forms)
	known := make(map[string]int32, forms)
	m.keys = make([]string, 0, forms)
	number := func(s string) int32 {
		id, ok := known[s]
		if !ok {
			id = int32(len(m.keys))
			known[s] = id
			m.keys = append(m.keys, s)
		}
		return id
	}
	stems := make([]int32, 0, forms) // by the number of how it is written, one higher than the stem's
	for s := range m.sides {
		x := &m.sides[s]
		x.forms = make([]word, len(x.Forms))
		for _, f := range x.Forms {
			key := number(f.Key)
			plain, written := key, key
			if f.Plain != f.Key {
				plain = number(f.Plain)
			}
			w := &x.forms[f.ID]
			*w = word{key: key, plain: plain, stem: -1, head: headOf(f.Plain), size: uint8(min(len(f.Plain), mostSize)), kind: kindOf(f)}
			if !f.Word {
				continue
			}
			if f.Stem != f.Key {
				written = number(f.Stem)
			}
			for int(written) >= len(stems) {
				stems = append(stems, 0)
			}
			if stems[written] == 0 {
				m.small, m.named, m.number = append(m.small, true), append(m.named, false), append(m.number, false)
				m.year = append(m.year, f.Number && text.IsYear(f.Stem))
				stems[written] = int32(len(m.small))
			}
			id := stems[written] - 1
			m.number[id] = m.number[id] || f.Number
			m.named[id] = m.named[id] || f.Name && !f.Number
			if !f.Stop {
				m.small[id] = false
			}
			w.stem = id
		}
	}
	m.matchSpellings()
}

func kindOf(f *text.Form) (kind wordKind) {
	if !f.Stop {
		kind |= contentWord
	}
	if f.Name {
		kind |= nameWord
	}
	if standsIn(f.Key) {
		kind |= standInWord
	}
	return kind
}

// matchSpellings lets words that both texts have in different spellings share a
// stem, and word.plain be one: those with one plain form, and names of one
// sound, each in one text only and the only ones there of that sound.
func (m *matter) matchSpellings() {
	a, b := &m.sides[0], &m.sides[1]
	var has [2][]bool // by the number of a plain form
	for s := range m.sides {
		has[s] = make([]bool, len(m.keys))
		for _, w := range m.sides[s].forms {
			has[s][w.plain] = true
		}
	}
	type name struct {
		plain   int32
		several bool // names of this sound
	}
	var sounds [2]map[string]name
	for s := range m.sides {
		x := &m.sides[s]
		sounds[s] = map[string]name{}
		for _, f := range x.Forms {
			plain := x.forms[f.ID].plain
			if !f.Name || f.Number || has[1-s][plain] {
				continue
			}
			if sound := text.FoldName(f.Plain); sound != "" {
				n, ok := sounds[s][sound]
				sounds[s][sound] = name{plain, n.several || ok && n.plain != plain}
			}
		}
	}
	twin := map[int32]int32{}
	for sound, n := range sounds[0] {
		if other, ok := sounds[1][sound]; ok && !n.several && !other.several {
			twin[other.plain] = n.plain
		}
	}
	for k := range b.forms {
		if to, ok := twin[b.forms[k].plain]; ok {
			b.forms[k].plain = to
		}
	}
	stems := make([]int32, len(m.keys)) // by plain form, one higher than its stem in a
	for _, w := range a.forms {
		stems[w.plain] = w.stem + 1
	}
	for k := range b.forms {
		w := &b.forms[k]
		if stem := stems[w.plain] - 1; w.stem >= 0 && w.content() && stem >= 0 && stem != w.stem && !m.small[stem] {
			w.stem = stem
		}
	}
}

// makeRoom makes room for the words of a side, which readWords then fills in.
func (x *side) makeRoom() {
	x.words = make([]word, 0, x.TokenCount())
	x.first = make([]int32, 1, len(x.Sentences)+1)
	x.standIn = make([]int, len(x.Sentences))
}

// readWords fills in the words of sentence i, after all before it, and returns them.
func (x *side) readWords(i int) []word {
	sentence := x.Sentences[i]
	x.standIn[i] = sentence.First - 1
	for k := sentence.First; k < sentence.Last; k++ {
		w := x.forms[x.FormOf(k)]
		if w.stem < 0 {
			continue
		}
		w.token, w.sentence = int32(k), int32(i)
		x.words = append(x.words, w)
		if w.kind&standInWord != 0 && x.standIn[i] < sentence.First {
			x.standIn[i] = k
		}
	}
	x.first = append(x.first, int32(len(x.words)))
	return x.wordsOf(i)
}

// leastLead is how many words a sentence needs to open a report's telling;
// shorter ones are headlines and credits.
const leastLead = 8

// lead returns the first sentence of a text that reads like running text.
func lead(t *text.Text) int {
	for i, s := range t.Sentences {
		words := 0
		for _, w := range t.TokensIn(s.First, s.Last) {
			if w.Word {
				words++
			}
		}
		if words < leastLead { // a sentence of marks nobody sees has not even a token
			continue
		}
		if last := t.Token(s.Last - 1).Form; !last.Word && last.Key != "," && last.Key != ":" {
			return i
		}
	}
	return 0
}
