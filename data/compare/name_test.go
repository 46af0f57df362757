package compare

import (
	"context"
	"slices"
	"testing"

	"parallax/data"
	"parallax/data/text"
)

func TestNamesTold(t *testing.T) {
	m := &matter{}
	m.sides[0].Text = text.Read("Mayor Ela Orlan opened the harbour. Then she left. The boats of Tolm waited, and her brother Jon waited too. There they sat.")
	m.sides[1].Text = text.Read("Rain fell.")
	if err := m.weigh(context.Background()); err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{
		{"mayor", "ela", "orlan"}, {"mayor", "ela", "orlan"}, {"ela", "orlan", "tolm", "jon", "mayor"}, {"tolm", "jon"},
	} {
		told := m.sides[0].about[i]
		var got []string
		for _, f := range m.sides[0].Forms {
			if slices.Contains(told, m.sides[0].forms[f.ID].stem) && !slices.Contains(got, f.Key) {
				got = append(got, f.Key)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("sentence %d tells of %q, want %q", i, got, want)
		}
	}
}

func TestNumbersInWords(t *testing.T) {
	x := text.Read("The twelve boats and 12 more came for the eighty men.")
	stems := map[string]string{}
	for _, f := range x.Forms {
		stems[f.Key] = f.Stem
	}
	if stems["twelve"] != stems["12"] || stems["eighty"] != "80" {
		t.Errorf("stems %q", stems)
	}
}

func TestStandIns(t *testing.T) {
	const (
		a = "Gulls came and went.\nMayor Ela Orlan opened the harbour of Tolm on Friday.\nShe promised 40 new berths for fishing boats by autumn."
		b = "Rain fell on the quay.\nBy autumn, Orlan promised, there will be 40 new berths for the fishing boats of Tolm.\nMusic played for hours."
	)
	checkComparison(t, a, b)
	c := compared(t, a, b)
	want := []data.StandIn{{Side: data.Left, Word: "She", Name: "Orlan"}}
	if len(c.Pairs) != 1 || !slices.Equal(c.Pairs[0].Why.StandIns, want) {
		t.Errorf("%+v", c.Pairs)
	}
	if back := compared(t, b, a); len(back.Pairs) != 1 || back.Pairs[0].Why.StandIns[0].Side != data.Right {
		t.Errorf("%+v", back.Pairs)
	}
}

// A month behind its day is nobody that a word may stand for.
func TestMonthsAreNoNames(t *testing.T) {
	m := &matter{}
	m.sides[0].Text = text.Read("The harbour opened on 4 March, said Ela Orlan of Tolm.")
	m.sides[1].Text = text.Read("Rain fell.")
	if err := m.weigh(context.Background()); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range m.namesIn(&m.sides[0], 0) {
		got = append(got, n.span.Of(m.sides[0].String))
	}
	if !slices.Equal(got, []string{"Ela Orlan"}) {
		t.Errorf("the names are %q", got)
	}
}
