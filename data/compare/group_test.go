package compare

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/data"
	"parallax/data/text"
)

// Reports that deal the same matter out to their sentences in different ways,
// and the pairs to come of it, as numbers of sentences counted from 1.
var dealtOut = map[string]struct {
	a, b string
	want [][2][]int
}{
	"one sentence against two": {
		"Gulls came and went.\nThe council of Tolm voted to reopen the harbour in April, and fishing licences will cost 40 crowns under rules drafted by Sela Brack.\nNobody cheered at that.",
		"Rain fell on the quay.\nThe council of Tolm voted to reopen the harbour in April. Fishing licences will cost 40 crowns under rules drafted by Sela Brack.\nMusic played for hours.",
		[][2][]int{{{2}, {2, 3}}},
	},
	"two paragraphs against one": {
		"Gulls came and went.\nThe bakery on Mill Street burned down early on Monday.\nTwo firefighters from Orrin were treated for smoke.\nNobody cheered at that.",
		"Rain fell on the quay.\nThe bakery on Mill Street burned down early on Monday, and two firefighters from Orrin were treated for smoke.\nMusic played for hours.",
		[][2][]int{{{2, 3}, {2}}},
	},
	"two sentences cut at another place": {
		"Gulls came and went.\nThe steelworks at Varn will close in October, its director Ole Marsk announced. Some 900 welders and crane drivers lose their posts, while the union plans a blockade of the rail bridge.\nNobody cheered at that.",
		"Rain fell on the quay.\nThe steelworks at Varn will close in October. Its director Ole Marsk announced it to the 900 welders and crane drivers, whose union plans a blockade of the rail bridge.\nMusic played for hours.",
		[][2][]int{{{2, 3}, {2, 3}}},
	},
	"a quotation split around its speaker": {
		"Gulls came and went.\n“We turned the heavy wheel,” said captain Verrow. “And nothing whatever happened on deck.”\nNobody cheered at that.",
		"Rain fell on the quay.\nVerrow recalled: “We turned the heavy wheel and nothing whatever happened on deck.”\nMusic played for hours.",
		[][2][]int{{{2, 3}, {2}}},
	},
	"a chain is left in pairs": {
		"Gulls came and went.\nThe ferry Sula ran aground near Tolm, and divers found a crack in the propeller.\nThe shipyard blamed welders from Brack, but inspectors had warned of rust in spring.\nThe minister ordered a review, and fares fall by half until August.\nNobody cheered at that.",
		"Rain fell on the quay.\nThe ferry Sula ran aground near Tolm.\nDivers found a crack in the propeller, and the shipyard blamed welders from Brack.\nInspectors had warned of rust in spring; the minister ordered a review.\nFares fall by half until August.\nMusic played for hours.",
		[][2][]int{{{2}, {2}}, {{2}, {3}}, {{3}, {3}}, {{3}, {4}}, {{4}, {4}}, {{4}, {5}}},
	},
	"what is told twice makes two pairs": {
		"Gulls came and went.\nThe bakery on Mill Street burned down early on Monday after an oven exploded.\nNobody cheered at that.",
		"The bakery on Mill Street burned down early on Monday after an oven exploded.\nRain fell on the quay.\nEarly on Monday the Mill Street bakery burned down.\nMusic played for hours.",
		[][2][]int{{{2}, {1}}, {{2}, {3}}},
	},
}

func TestDealtOut(t *testing.T) {
	for name, c := range dealtOut {
		checkComparison(t, c.a, c.b)
		x, y := text.Read(c.a), text.Read(c.b)
		var got [][2][]int
		for _, p := range compared(t, c.a, c.b).Pairs {
			var both [2][]int
			for _, s := range p.Left {
				both[0] = append(both[0], sentenceNumber(x, s))
			}
			for _, s := range p.Right {
				both[1] = append(both[1], sentenceNumber(y, s))
			}
			got = append(got, both)
		}
		if !slices.EqualFunc(got, c.want, func(x, y [2][]int) bool { return slices.Equal(x[0], y[0]) && slices.Equal(x[1], y[1]) }) {
			t.Errorf("%s: pairs %v, want %v", name, got, c.want)
		}
	}
}

// recut makes up two reports of the same clauses, each cut into sentences of
// one to three clauses in its own way.
func (v inventor) recut(clauses int) (a, b string) {
	var list []string
	for range clauses {
		var words []string
		for range 5 + v.IntN(4) {
			words = append(words, v.word()+v.word())
		}
		list = append(list, strings.Join(words, " "))
	}
	cut := func(r *rand.Rand) string {
		var sentences []string
		for i := 0; i < len(list); {
			n := min(1+r.IntN(3), len(list)-i)
			s := strings.Join(list[i:i+n], " and ")
			sentences = append(sentences, strings.ToUpper(s[:1])+s[1:]+".")
			i += n
		}
		return v.paragraphs(sentences)
	}
	return cut(v.Rand), cut(v.Rand)
}

// TestGroupsAreMinimal checks on made-up reports that every sure link stands in
// one group, and that every sentence of a group gives evidence no other gives.
func TestGroupsAreMinimal(t *testing.T) {
	ctx := context.Background()
	shapes := map[[2]int]int{}
	for seed := range uint64(40) {
		v := newInventor(seed)
		a, b := v.recut(30)
		if seed%4 == 0 {
			a, b = v.reports(600)
		}
		m := &matter{}
		m.sides[0].Text, m.sides[1].Text = text.Read(a), text.Read(b)
		if err := m.weigh(ctx); err != nil {
			t.Fatal(err)
		}
		links, err := m.links(ctx, func(float64) {})
		if err != nil {
			t.Fatal(err)
		}
		groups, likely := m.group(links)
		in := 0
		for _, g := range groups {
			in += len(g.links)
			shapes[[2]int{min(len(g.a), 3), min(len(g.b), 3)}]++
			whole := m.evidence(g.a, g.b)
			for s := range m.sides {
				for _, i := range g.sentences(s) {
					if len(g.sentences(s)) == 1 {
						continue
					}
					rest := [2][]int{g.a, g.b}
					rest[s] = slices.DeleteFunc(slices.Clone(rest[s]), func(k int) bool { return k == i })
					if left := m.evidence(rest[0], rest[1]); left >= whole {
						t.Errorf("seed %d: sentence %d of side %d adds nothing to %v and %v", seed, i, s, g.a, g.b)
					}
				}
			}
		}
		if in+len(likely) != len(links) {
			t.Errorf("seed %d: %d links, groups hold %d and %d are likely", seed, len(links), in, len(likely))
		}
	}
	for _, shape := range [][2]int{{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}} {
		if shapes[shape] == 0 {
			t.Errorf("no group of %d against %d among %v", shape[0], shape[1], shapes)
		}
	}
	t.Log(shapes)
}

// evidence is the rarity of the words that the sentences a of the first side
// and b of the second both have.
func (m *matter) evidence(a, b []int) float64 {
	sum := 0.0
	for _, t := range slices.Compact(slices.Sorted(slices.Values(m.common(nil, m.sides[0].rareIn(a), m.sides[1].rareIn(b))))) {
		sum += m.rarity[t]
	}
	return sum
}

// A reader who confirms neighbours tied to neighbours, at once or sentence by
// sentence, gets the one pair confirmed.
func TestConfirmedNeighboursStayOnePair(t *testing.T) {
	deal := dealtOut["two sentences cut at another place"]
	x, y := text.Read(deal.a), text.Read(deal.b)
	var bitByBit []data.Link
	for i := 1; i <= 2; i++ {
		for j := 1; j <= 2; j++ {
			bitByBit = append(bitByBit, rule(fmt.Sprint(i, j), data.TellsSame, x.Sentences[i].Span, y.Sentences[j].Span))
		}
	}
	whole := rule("1", data.TellsSame, data.Span{Start: x.Sentences[1].Start, End: x.Sentences[2].End},
		data.Span{Start: y.Sentences[1].Start, End: y.Sentences[2].End})
	for name, rulings := range map[string][]data.Link{"at once": {whole}, "bit by bit": bitByBit} {
		checkComparison(t, deal.a, deal.b, rulings...)
		pairs := compared(t, deal.a, deal.b, rulings...).Pairs
		if len(pairs) != 1 || len(pairs[0].Left) != 2 || len(pairs[0].Right) != 2 || pairs[0].Ruled != data.TellsSame {
			t.Errorf("confirmed %s: %+v", name, pairs)
		}
	}
}

// Whichever two sentences of such a pair a reader rules on, no other pair holds
// both.
func TestRulingInsideAGroup(t *testing.T) {
	deal := dealtOut["two sentences cut at another place"]
	x, y := text.Read(deal.a), text.Read(deal.b)
	for i := 1; i <= 2; i++ {
		for j := 1; j <= 2; j++ {
			for _, v := range []data.Verdict{data.TellsSame, data.NotSame} {
				rulings := []data.Link{rule("1", v, x.Sentences[i].Span, y.Sentences[j].Span)}
				checkComparison(t, deal.a, deal.b, rulings...)
				c := compared(t, deal.a, deal.b, rulings...)
				checkObeyed(t, &c, verdicts(x, y, rulings))
			}
		}
	}
}
