package text

import (
	"slices"
	"testing"
)

func TestAmounts(t *testing.T) {
	for s, want := range map[string][]string{
		"They paid $1.2 million for the old harbour.":                                    {"1200000"},
		"They paid 1,200,000 for the old harbour.":                                       {"1200000"},
		"Some two dozen boats and four hundred men came.":                                {"24", "400"},
		"She is twenty-five and he is in room 5-3.":                                      {"25", "5", "3"},
		"Three hundred thousand came at 4:30 to the hall.":                               {"300000", "4:30"},
		"A million is a lot, and hundreds of millions too.":                              nil,
		"El alcalde dijo que el puerto costará 3,5 millones de coronas en la primavera.": {"3500000"},
		"Мэр сказал, что порт обошёлся городу в 40 млн и не будет закрыт.":               {"40000000"},
	} {
		var got []string
		for _, w := range Read(s).Tokens() {
			if w.Word && w.Number && (len(got) == 0 || got[len(got)-1] != w.Stem) {
				got = append(got, w.Stem)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: numbers %q, want %q", s, got, want)
		}
	}
}
