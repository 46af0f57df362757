package compare

import (
	"fmt"
	"slices"
	"testing"

	"parallax/data"
)

// kinds lists a pair's differences as "kind left|right".
func kinds(p *data.Pair, a, b string) []string {
	var list []string
	for _, d := range p.Differences {
		list = append(list, fmt.Sprintf("%s %s|%s", d.Kind, d.Left.Of(a), d.Right.Of(b)))
	}
	return list
}

func TestKindsOfDifference(t *testing.T) {
	for name, c := range map[string]struct {
		a, b string
		want []string
	}{
		"spelling": {
			"The harbour centre of Tolm will organise a colourful parade, mayor Ela Orlan said.",
			"The harbor center of Tolm will organize a colorful parade, mayor Ela Orlan said.",
			[]string{"spelling harbour|harbor", "spelling centre|center", "spelling organise|organize", "spelling colourful|colorful"},
		},
		"a known name": {
			"The minister flew from Kiev to Tolm on Friday to sign the grain treaty with Orlan.",
			"The minister flew from Kyiv to Tolm on Friday to sign the grain treaty with Orlan.",
			[]string{"spelling Kiev|Kyiv"},
		},
		"a name of one sound": {
			"Councillor Akhmed Tolmskiy asked for the harbour ledgers in writing last winter.",
			"Councillor Ahmed Tolmsky asked for the harbour ledgers in writing last winter.",
			[]string{"spelling Akhmed|Ahmed", "spelling Tolmskiy|Tolmsky"},
		},
		"another name": {
			"Councillor Maria Brack asked for the harbour ledgers in writing last winter.",
			"Councillor Mario Brock asked for the harbour ledgers in writing last winter.",
			[]string{"replaced Maria Brack|Mario Brock"},
		},
		"a word or two": {
			"The cease-fire held in Tolm on Friday, said the web site of the harbour council there.",
			"The ceasefire held in Tolm on Friday, said the website of the harbour council there.",
			[]string{"spelling cease-fire|ceasefire", "spelling web site|website"},
		},
		"a word or two, beside a change": {
			"The ceasefire deal held in Tolm on Friday night, said the council of the old harbour.",
			"The cease fire agreement held in Tolm on Friday night, said the council of the old harbour.",
			[]string{"spelling ceasefire|cease fire", "replaced deal|agreement"},
		},
		"two small words are not one": {
			"The council maybe asked for the harbour ledgers of Tolm in writing last winter.",
			"The council may be asked for the harbour ledgers of Tolm in writing last winter.",
			[]string{"replaced maybe|may be"},
		},
		"with stops or without": {
			"The U.S. envoy flew to Tolm harbour at 5 p.m. on Friday to sign the grain treaty.",
			"The US envoy flew to Tolm harbour at 5pm on Friday to sign the grain treaty.",
			[]string{"spelling U.S.|US", "spelling 5 p.m|5pm"},
		},
		"moved to the end": {
			"On Friday night the council of Tolm voted to reopen the old harbour for fishing boats.",
			"The council of Tolm voted to reopen the old harbour for fishing boats on Friday night.",
			[]string{"moved On Friday night|on Friday night"},
		},
		"moved beside a change": {
			"The council voted on Monday to reopen the old harbour of Tolm for fishing boats.",
			"The council voted to reopen the old harbour of Tolm for fishing boats late on Monday.",
			[]string{"moved on Monday|on Monday", "only_b |late"},
		},
		"small words do not move": {
			"It was the old harbour of Tolm that opened for fishing boats in spring.",
			"The old harbour of Tolm it was that opened for fishing boats in spring.",
			nil,
		},
	} {
		got := compared(t, c.a+"\nGulls came.", c.b+"\nMusic played.")
		if len(got.Pairs) != 1 {
			t.Errorf("%s: %d pairs", name, len(got.Pairs))
			continue
		}
		list := kinds(&got.Pairs[0], c.a, c.b)
		if c.want == nil {
			if slices.ContainsFunc(got.Pairs[0].Differences, func(d data.Difference) bool { return d.Kind == data.Moved }) {
				t.Errorf("%s: %q", name, list)
			}
		} else if !slices.Equal(list, c.want) {
			t.Errorf("%s: %q, want %q", name, list, c.want)
		}
		checkComparison(t, c.a+"\nGulls came.", c.b+"\nMusic played.")
	}
}

// Words in other order: what moved is found, whatever else changed.
func TestShuffledWords(t *testing.T) {
	v, moved := newInventor(61), 0
	for range 200 {
		a := v.sentence(24)
		b := v.retell(a, 0.1)
		if k := v.IntN(len(b) / 2); true {
			for b[k] != ' ' {
				k++
			}
			b = b[k+1:] + " " + b[:k]
		}
		checkComparison(t, a, b)
		c := compared(t, a, b)
		for i := range c.Pairs {
			for _, d := range c.Pairs[i].Differences {
				if d.Kind == data.Moved {
					moved++
				}
			}
		}
	}
	if moved < 60 {
		t.Errorf("%d runs of words moved in 200 sentences", moved)
	}
}
