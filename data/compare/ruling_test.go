package compare

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"parallax/data"
	"parallax/data/text"
)

// rule returns a reader's ruling on a span of each text.
func rule(id string, v data.Verdict, left, right data.Span) data.Link {
	return data.Link{
		ID: data.ID(id), Verdict: v,
		Left: data.Passage{ReportID: "left", Span: left}, Right: data.Passage{ReportID: "right", Span: right},
	}
}

// rulings makes up n rulings on up to three sentences of each text.
func (v inventor) rulings(a, b *text.Text, n int) []data.Link {
	span := func(t *text.Text) data.Span {
		i := v.IntN(len(t.Sentences))
		return data.Span{Start: t.Sentences[i].Start, End: t.Sentences[min(i+v.IntN(3), len(t.Sentences)-1)].End}
	}
	var list []data.Link
	for k := range n {
		l := rule(fmt.Sprintf("%04d", k), []data.Verdict{data.TellsSame, data.NotSame}[v.IntN(2)], span(a), span(b))
		if l.Verdict == data.NotSame && v.IntN(4) == 0 { // told in the left report only
			l.Right.Span = data.Span{}
		}
		if v.IntN(2) == 0 {
			l.Left, l.Right = l.Right, l.Left
		}
		list = append(list, l)
	}
	v.Shuffle(n, func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// verdicts is the last verdict on each cell that has one.
func verdicts(a, b *text.Text, rulings []data.Link) map[[2]data.Span]data.Verdict {
	last := map[[2]data.Span]data.Link{}
	for _, l := range rulings {
		if l.Left.ReportID == "right" {
			l.Left, l.Right = l.Right, l.Left
		}
		for _, s := range a.Sentences {
			for _, r := range b.Sentences {
				at := [2]data.Span{s.Span, r.Span}
				if s.Overlap(l.Left.Span) == 0 || r.Overlap(l.Right.Span) == 0 && !l.Right.Span.Empty() {
					continue
				}
				if old, ok := last[at]; !ok || l.ID > old.ID {
					last[at] = l
				}
			}
		}
	}
	list := map[[2]data.Span]data.Verdict{}
	for at, l := range last {
		list[at] = l.Verdict
	}
	return list
}

func TestRulingsAreObeyed(t *testing.T) {
	for seed := range uint64(60) {
		v := newInventor(seed + 100)
		a, b := v.reports(150 + 20*int(seed))
		if seed >= 40 { // with neighbours tied to neighbours
			a, b = v.recut(12)
		}
		if seed%8 == 0 {
			b = a
		}
		x, y := text.Read(a), text.Read(b)
		rulings := v.rulings(x, y, 1+v.IntN(12))
		checkComparison(t, a, b, rulings...)
		free, bound := compared(t, a, b), compared(t, a, b, rulings...)
		v.Shuffle(len(rulings), func(i, j int) { rulings[i], rulings[j] = rulings[j], rulings[i] })
		if !reflect.DeepEqual(bound, compared(t, a, b, rulings...)) {
			t.Fatal("the order of the rulings matters")
		}
		cells := verdicts(x, y, rulings)
		checkObeyed(t, &bound, cells)
		checkUntouched(t, &free, &bound, cells)
	}
}

// checkObeyed: cells told the same stand in one sure pair together, those told
// not the same in nothing.
func checkObeyed(t *testing.T, c *data.Comparison, cells map[[2]data.Span]data.Verdict) {
	t.Helper()
	together := map[[2]data.Span]int{}
	for _, p := range c.Pairs {
		for _, l := range p.Left {
			for _, r := range p.Right {
				together[[2]data.Span{l, r}]++
				if (cells[[2]data.Span{l, r}] == data.TellsSame) != (p.Ruled == data.TellsSame) {
					t.Errorf("%v and %v: ruled %q, pair says %q", l, r, cells[[2]data.Span{l, r}], p.Ruled)
				}
			}
		}
	}
	for at, verdict := range cells {
		if n := together[at]; verdict == data.TellsSame && n != 1 || verdict == data.NotSame && n != 0 {
			t.Errorf("%v, ruled %s, stand in %d pairs together", at, verdict, n)
		}
		for _, p := range c.Possible {
			if slices.Contains(p.Left, at[0]) && slices.Contains(p.Right, at[1]) {
				t.Errorf("%v, ruled %s, are possible", at, verdict)
			}
		}
		for _, q := range c.Quotes {
			if verdict == data.NotSame && at[0].Overlap(q.Left) > 0 && at[1].Overlap(q.Right) > 0 {
				t.Errorf("%v, ruled %s, share a quotation", at, verdict)
			}
		}
	}
}

// checkUntouched: pairs none of whose sentences are ruled on are the same with and without rulings.
func checkUntouched(t *testing.T, free, bound *data.Comparison, cells map[[2]data.Span]data.Verdict) {
	t.Helper()
	var touched [2]map[data.Span]bool
	touched[0], touched[1] = map[data.Span]bool{}, map[data.Span]bool{}
	for at := range cells {
		touched[0][at[0]], touched[1][at[1]] = true, true
	}
	clear := func(list []data.Pair) []data.Pair {
		var kept []data.Pair
		for _, p := range list {
			on := func(side data.Side) bool {
				return slices.ContainsFunc(p.Spans(side), func(s data.Span) bool { return touched[side][s] })
			}
			if !on(data.Left) && !on(data.Right) {
				kept = append(kept, p)
			}
		}
		return kept
	}
	if !reflect.DeepEqual(clear(free.Pairs), clear(bound.Pairs)) || !reflect.DeepEqual(clear(free.Possible), clear(bound.Possible)) {
		t.Error("a pair changed that nobody ruled on")
	}
}

func TestRulingsElsewhereCountForNothing(t *testing.T) {
	a, b := newInventor(41).reports(300)
	first := data.Span{Start: 0, End: len(a) / 2}
	elsewhere := rule("1", data.NotSame, first, first)
	elsewhere.Right.ReportID = "another"
	outside := rule("2", data.TellsSame, data.Span{Start: 0, End: len(a) + 1}, first)
	empty := rule("3", data.TellsSame, first, data.Span{Start: 7, End: 7})
	before := rule("4", data.NotSame, data.Span{Start: -4, End: 9}, first)
	noVerdict := rule("5", "", first, first)
	if !reflect.DeepEqual(compared(t, a, b), compared(t, a, b, elsewhere, outside, empty, before, noVerdict)) {
		t.Error("a ruling that does not belong here changed something")
	}
}

func TestRulingOnPartOfASentence(t *testing.T) {
	x := text.Read("One two three four five. Six seven. Eight nine ten eleven twelve.")
	for _, c := range []struct{ start, end, first, last int }{
		{0, 3, 0, 1},   // words of one sentence
		{4, 35, 0, 2},  // most of one and all of the next
		{20, 35, 1, 2}, // the end of one and all of the next
		{25, 65, 1, 3},
		{24, 25, 0, 0}, // the space between two
		{0, 65, 0, 3},
	} {
		if first, last := covered(x, data.Span{Start: c.start, End: c.end}); last-first != c.last-c.first || first != c.first && last > first {
			t.Errorf("%d to %d covers sentences [%d,%d), want [%d,%d)", c.start, c.end, first, last, c.first, c.last)
		}
	}
}

func TestConfirmedPairStaysOne(t *testing.T) {
	a := "Gulls came and went.\nThe council of Tolm voted to reopen the harbour in April, and fishing licences will cost 40 crowns under the new rules drafted by Sela Brack.\nNobody cheered at that."
	b := "Rain fell on the quay.\nThe council of Tolm voted to reopen the harbour in April.\nMusic played for hours.\nFishing licences will cost 40 crowns under new rules drafted by Sela Brack."
	p := compared(t, a, b).Pairs[0]
	one, two := rule("1", data.TellsSame, p.Left[0], p.Right[0]), rule("2", data.TellsSame, p.Left[0], p.Right[1])
	if c := compared(t, a, b, one, two); len(c.Pairs) != 1 || c.Pairs[0].Ruled != data.TellsSame || len(c.Pairs[0].Right) != 2 {
		t.Errorf("both halves confirmed: %+v", c.Pairs)
	}
	if c := compared(t, a, b, one); len(c.Pairs) != 2 || c.Pairs[0].Ruled != data.TellsSame || c.Pairs[1].Ruled != "" {
		t.Errorf("one half confirmed: %+v", c.Pairs)
	}
}

func TestLaterRulingStands(t *testing.T) {
	a, b := "Gulls came and went. Rain fell.", "Nobody cheered at that. Music played."
	left, right := data.Span{Start: 0, End: 20}, data.Span{Start: 0, End: 23}
	yes, no := rule("1", data.TellsSame, left, right), rule("2", data.NotSame, left, right)
	if c := compared(t, a, b, yes, no); len(c.Pairs) != 0 || len(c.OnlyLeft) != 2 {
		t.Errorf("rejected after: %+v", c)
	}
	yes.ID = "3"
	c := compared(t, a, b, yes, no)
	if len(c.Pairs) != 1 || c.Pairs[0].Ruled != data.TellsSame || c.Pairs[0].Relation != data.Telling || len(c.OnlyLeft) != 1 {
		t.Errorf("confirmed after: %+v", c)
	}
}
