package compare

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"parallax/data/text"
)

// BenchmarkStage times each stage of a comparison by itself.
func BenchmarkStage(b *testing.B) {
	ctx := context.Background()
	for _, n := range []int{1000, 10_000, 100_000} {
		first, second := newInventor(uint64(n)).reports(n)
		texts := [2]*text.Text{text.Read(first), text.Read(second)}
		weighed := func() *matter {
			m := &matter{}
			m.sides[0].Text, m.sides[1].Text = texts[0], texts[1]
			if err := m.weigh(ctx); err != nil {
				b.Fatal(err)
			}
			return m
		}
		m := weighed()
		if err := m.tie(ctx, func(float64) {}); err != nil {
			b.Fatal(err)
		}
		near, err := newIndex(ctx, m)
		if err != nil {
			b.Fatal(err)
		}
		links, err := m.links(ctx, func(float64) {})
		if err != nil {
			b.Fatal(err)
		}
		for _, stage := range []struct {
			name string
			run  func()
		}{
			{"read", func() { text.Read(first); text.Read(second) }},
			{"weigh", func() { weighed() }},
			{"index", func() { newIndex(ctx, m) }},
			{"candidates", func() {
				var list []candidate
				for i := range m.sides[0].Sentences {
					list = near.near(list[:0], i)
				}
			}},
			{"score", func() { m.links(ctx, func(float64) {}) }}, // with the two before
			{"quotations", func() { m.quotes(ctx) }},
			{"group", func() { m.group(links) }},
			{"differences", func() { m.compose(ctx, m.groups, m.likely, m.quoteMatches, func(float64) {}) }},
		} {
			b.Run(fmt.Sprintf("%s/%dk", stage.name, n/1000), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					stage.run()
				}
			})
		}
	}
}

// Texts nobody would write are compared in bounded work, with a sensible result.
func TestUnusualTexts(t *testing.T) {
	v := newInventor(91)
	repeat := func(s string, n int) string {
		b := make([]byte, 0, n*(len(s)+1))
		for range n {
			b = append(append(b, s...), '\n')
		}
		return string(b)
	}
	other := func(s string) string { // the same without one shared letter
		out := []byte(s)
		for i, c := range out {
			if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
				out[i] = "qxz"[c%3]
			}
		}
		return string(out)
	}
	report, retold := v.reports(3000)
	var short []byte
	for k := range 100_000 {
		short = fmt.Appendf(short, "Boat %d left. ", k)
	}
	many := string(short)
	for name, test := range map[string]struct {
		a, b        string
		pairs, most int // at least, at the most
	}{
		"nothing at all":              {"", "", 0, 0},
		"nothing on one side":         {report, "", 0, 0},
		"one sentence":                {"The harbour of Tolm opened on Friday.", report, 0, 2},
		"the same sentence":           {repeat("The old harbour of Tolm opened on Friday.", 1000), repeat("The old harbour of Tolm opened on Friday.", 900), 900, 1000},
		"no word in common":           {report, other(retold), 0, 0},
		"a hundred thousand of three": {many, many[:len(many)/2] + "Gulls came.", 50_000, 100_000},
		"a megabyte of one word":      {repeat("gull", 200_000), repeat("gull", 100_000) + "boats", 0, 200_000},
		"a megabyte without a space":  {repeat("a", 1)[:1] + string(make([]byte, 1<<20)), report, 0, 0},
	} {
		c := compared(t, test.a, test.b)
		if n := len(c.Pairs); n < test.pairs || n > test.most {
			t.Errorf("%s: %d pairs of %v sentences, want %d to %d", name, n, c.Sentences, test.pairs, test.most)
		}
		if x := compared(t, test.b, test.a); len(x.Pairs) != len(c.Pairs) || len(x.OnlyLeft) != len(c.OnlyRight) {
			t.Errorf("%s: with the sides swapped %d pairs, not %d", name, len(x.Pairs), len(c.Pairs))
		}
	}
}

// Of a sentence that comes a thousand times in both texts each is tied to one,
// by their places.
func TestSentenceThatComesAThousandTimes(t *testing.T) {
	again := strings.Repeat("\nThe old harbour of Tolm opened on Friday, said Vey.", 1000)
	c := compared(t, "Harbour opens"+again, "A mayor speaks"+again)
	if len(c.Pairs) != 1000 || len(c.OnlyLeft) != 1 || len(c.OnlyRight) != 1 {
		t.Fatalf("%d pairs, %d and %d sentences in one text only; want 1000, 1 and 1", len(c.Pairs), len(c.OnlyLeft), len(c.OnlyRight))
	}
	for k, p := range c.Pairs {
		if left, right := p.Left[0].Start-len("Harbour opens"), p.Right[0].Start-len("A mayor speaks"); len(p.Left) != 1 || len(p.Right) != 1 || left != right {
			t.Fatalf("pair %d ties %v to %v", k, p.Left, p.Right)
		}
	}
}

// Of quotations that both of two long reports give, told by other people in
// other places, nearly all are found.
func TestPlantedQuotations(t *testing.T) {
	v := newInventor(92)
	a, b := v.reports(100_000)
	texts := [2][]string{strings.Split(a, "\n"), strings.Split(b, "\n")}
	planted := 0
	for k := 0; k < min(len(texts[0]), len(texts[1])); k += 5 {
		quote := "“" + strings.Trim(v.sentence(12), "“”.") + "”"
		texts[0][k] += " " + quote + " said Vey."
		texts[1][v.IntN(len(texts[1]))] += " Brack called out: " + quote
		planted++
	}
	a, b = strings.Join(texts[0], "\n"), strings.Join(texts[1], "\n")
	found := map[string]bool{}
	for _, q := range compared(t, a, b).Quotes {
		if s := q.Left.Of(a); strings.Contains(b[q.Right.Start:q.Right.End], s) {
			found[s] = true
		}
	}
	n := 0
	for s := range found {
		if strings.Contains(a, "“"+s) {
			n++
		}
	}
	t.Logf("%d of %d found", n, planted)
	if planted < 200 || 100*n < 95*planted {
		t.Errorf("%d of %d planted quotations found", n, planted)
	}
}
