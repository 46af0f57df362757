package compare

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

// seenFrom describes all that is marked and tied, as a reader of one side sees it.
func seenFrom(c *data.Comparison, side data.Side) []string {
	there := side.Other()
	kind := func(k data.DifferenceKind) string {
		switch {
		case k == data.OnlyLeft && side == data.Left || k == data.OnlyRight && side == data.Right:
			return "only here"
		case k == data.OnlyLeft || k == data.OnlyRight:
			return "only there"
		}
		return fmt.Sprint(k)
	}
	var list []string
	add := func(what ...any) { list = append(list, fmt.Sprintln(what...)) }
	for tier, pairs := range [][]data.Pair{c.Pairs, c.Possible} {
		for i := range pairs {
			p := &pairs[i]
			at := fmt.Sprintln(tier, p.Spans(side), p.Spans(there))
			add("pair", at, p.Relation, p.Likeness, p.ToldDifferently, p.Ruled, p.Why.Quote, p.Why.Lead)
			for _, d := range p.Differences {
				add("difference", at, kind(d.Kind), d.At(side), d.At(there))
			}
		}
	}
	for _, s := range []data.Side{side, there} {
		for _, m := range c.Marks(s) {
			d := c.Pairs[m.Pair].Differences[m.Difference]
			add("mark here", s == side, m.Span, kind(d.Kind), d.At(side), d.At(there))
		}
		for _, span := range c.Only(s) {
			add("only here", s == side, span)
		}
	}
	for _, q := range c.Quotes {
		add("quotation", q.At(side), q.At(there), q.Likeness)
	}
	slices.Sort(list)
	return list
}

// Which report stands on the left changes nothing that is found or marked.
func TestSwappedSidesMirror(t *testing.T) {
	texts := map[string][2]string{}
	files, err := filepath.Glob("testdata/*.a.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d pairs of reports: %v", len(files), err)
	}
	for _, file := range files {
		texts[file] = [2]string{readText(t, file), readText(t, strings.TrimSuffix(file, ".a.txt")+".b.txt")}
	}
	for name, p := range otherLanguages {
		texts[name] = [2]string{p.a, p.b}
	}
	for name, p := range longPassages() {
		texts[name] = p
	}
	for seed := range uint64(40) {
		v := newInventor(seed + 700)
		a, b := v.reports(30 + v.IntN(900))
		if seed%2 == 0 { // each sentence among others that share most of its words
			b += "\n" + v.retell(a, 0.4)
		}
		texts[fmt.Sprint("invented ", seed)] = [2]string{a, b}
	}
	marks := 0
	for name, p := range texts {
		c, back := compared(t, p[0], p[1]), compared(t, p[1], p[0])
		for _, side := range []data.Side{data.Left, data.Right} {
			here, there := seenFrom(&c, side), seenFrom(&back, side.Other())
			marks += len(c.Marks(side))
			for k := range min(len(here), len(there)) {
				if here[k] != there[k] {
					t.Fatalf("%s: %s\nwith the sides swapped\n%s", name, here[k], there[k])
				}
			}
			if len(here) != len(there) {
				t.Fatalf("%s: %d things seen, with the sides swapped %d", name, len(here), len(there))
			}
		}
	}
	if marks < 5000 {
		t.Errorf("%d marks: these texts try little", marks)
	}
}
