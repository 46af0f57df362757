package compare

import (
	"context"
	"slices"
	"testing"

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
			if slices.Contains(told, m.sides[0].stemOf[f.ID]) && !slices.Contains(got, f.Key) {
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
