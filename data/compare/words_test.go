package compare

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/sergi/go-diff/diffmatchpatch"

	"parallax/data/text"
)

// calls lists what goes into go-diff while do runs, call by call.
func calls(t *testing.T, do func()) (list [][2]string) {
	t.Helper()
	real := diffRunes
	defer func() { diffRunes = real }()
	diffRunes = func(a, b []rune) []diffmatchpatch.Diff {
		list = append(list, [2]string{string(a), string(b)})
		return real(a, b)
	}
	do()
	return list
}

// longPassages are pairs of passages of one sentence of a thousand words and
// more, hard to tell apart.
func longPassages() map[string][2]string {
	v := newInventor(71)
	repeated := func(words string, n int) string { return strings.Repeat(words+" ", n) }
	var list, few []string
	for range 5000 {
		list, few = append(list, v.word()), append(few, "gull"+smallWords[v.IntN(len(smallWords))])
	}
	told, fewTold := strings.Join(list, " "), strings.Join(few, " ")
	mixed := slices.Clone(list)
	v.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	return map[string][2]string{
		"told again":                 {told, v.retell(told, 0.3)},
		"in another order":           {told, strings.Join(mixed, " ")},
		"few words":                  {fewTold, v.retell(fewTold, 0.4)},
		"few words, just not split":  {strings.Join(few[:900], " "), strings.Join(few[1000:1900], " ")},
		"two words in turn":          {repeated("gull boat", 2000), repeated("boat quay gull", 1500)},
		"one word":                   {repeated("gull", 4000) + "boat", "boat " + repeated("gull", 3000)},
		"a rare word here and there": {repeated("gull boat gull", 900) + "Tolm " + repeated("boat gull", 900), repeated("boat gull gull", 900) + "Tolm " + repeated("gull boat boat", 900)},
	}
}

// However long two passages, no more than 2,000 words go into one call of
// go-diff, and the same ones each time.
func TestCallsOfGoDiffAreShort(t *testing.T) {
	longest := 0
	for name, p := range longPassages() {
		list := calls(t, func() { compared(t, p[0], p[1]) })
		for _, call := range list {
			n := len([]rune(call[0])) + len([]rune(call[1]))
			longest = max(longest, n)
			if n > 2000 {
				t.Errorf("%s: %d words in one call", name, n)
			}
		}
		at := runtime.GOMAXPROCS(1)
		again := calls(t, func() { compared(t, p[0], p[1]) })
		runtime.GOMAXPROCS(at)
		if !slices.Equal(again, list) {
			t.Errorf("%s: other calls the second time", name)
		}
	}
	if longest < 1500 {
		t.Errorf("the longest call has %d words: these passages try nothing", longest)
	}
}

// A long pair is split at words that stand once on each side, in one order.
func TestLongPairsAreSplitAtRareWords(t *testing.T) {
	for name, p := range longPassages() {
		var m matter
		for s := range m.sides {
			m.sides[s].Text = text.Read(p[s])
		}
		if err := m.weigh(context.Background()); err != nil {
			t.Fatal(err)
		}
		d := differ{ctx: context.Background(), a: m.sides[0].words, b: m.sides[1].words}
		times := func(list []word, plain int32) int {
			n := 0
			for _, w := range list {
				if w.plain == plain {
					n++
				}
			}
			return n
		}
		last := [2]int{-1, -1}
		places := d.anchors(0, len(d.a), 0, len(d.b))
		for _, at := range places {
			plain := d.a[at[0]].plain
			if at[0] <= last[0] || at[1] <= last[1] || d.b[at[1]].plain != plain || times(d.a, plain) != 1 || times(d.b, plain) != 1 {
				t.Fatalf("%s: split at %v behind %v", name, at, last)
			}
			last = at
		}
		if want := map[string]int{"one word": 1, "a rare word here and there": 1}[name]; len(places) < want {
			t.Errorf("%s: split at %d places", name, len(places))
		}
	}
}

// What is marked in a pair of passages hangs neither on which is first nor on
// what else their texts hold.
func TestChangesMirror(t *testing.T) {
	v := newInventor(72)
	weighed := func(a, b string) *matter {
		m := &matter{}
		m.sides[0].Text, m.sides[1].Text = text.Read(a), text.Read(b)
		if err := m.weigh(context.Background()); err != nil {
			t.Fatal(err)
		}
		return m
	}
	check := func(a, b string) (changed int) {
		m, back := weighed(a, b), weighed(b, a)
		there, ok := m.wordChanges(context.Background(), [2][]word{m.sides[0].words, m.sides[1].words})
		there = slices.Clone(there)
		here, okBack := back.wordChanges(context.Background(), [2][]word{back.sides[0].words, back.sides[1].words})
		for k, c := range here {
			here[k] = change{c.b0, c.b1, c.a0, c.a1, c.spelled}
		}
		if ok != okBack || ok && !slices.Equal(there, here) {
			t.Fatalf("%q and\n%q: %v, with the sides swapped %v", a, b, there, here)
		}
		return len(there)
	}
	changed := 0
	for range 300 {
		a := v.sentence(20)
		changed += check(a, v.retell(a, 0.3))
		// With few words there are many ways to keep as many of them.
		few := func() string {
			words := make([]string, 20+v.IntN(200))
			for k := range words {
				words[k] = fmt.Sprint("gull", v.IntN(4))
			}
			return strings.Join(words, " ")
		}
		changed += check(few(), few())
	}
	for _, p := range longPassages() {
		changed += check(p[0], p[1])
	}
	if changed < 5000 {
		t.Errorf("%d changes: these texts try little", changed)
	}
}
