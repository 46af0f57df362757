package compare

import (
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

// A sentence without a tie keeps its best match as a possible one only when each
// is the other's best and neither is tied elsewhere.
func TestEachOthersBest(t *testing.T) {
	const (
		alone = "The state council passed the harbour bill, known as rule 1062, early last week."
		match = "Elected officials, civic leaders and business groups spoke out loudly against the measure, which passed both houses of the state council on Thursday."
		a     = "Gulls circled over the quay at noon while children threw stones at the water.\n"
		b     = "Rain kept most of the visitors away from the small museum near the old station.\n"
	)
	possible := func(c data.Comparison) [][2]int {
		var list [][2]int
		for _, p := range c.Possible {
			list = append(list, [2]int{p.Left[0].Start, p.Right[0].Start})
		}
		return list
	}
	c := compared(t, a+alone, b+match)
	if want := [][2]int{{len(a), len(b)}}; len(c.Pairs) > 0 || !slices.Equal(possible(c), want) {
		t.Errorf("%d pairs, possible at %v, want %v", len(c.Pairs), possible(c), want)
	}
	better := "\nThe harbour bill, known as rule 1062, was passed early last week by the state council."
	c = compared(t, a+alone, b+match+better)
	if len(c.Pairs) != 1 || len(c.Possible) > 0 {
		t.Errorf("beside a better match: %d pairs, possible at %v", len(c.Pairs), possible(c))
	}
	checkComparison(t, a+alone, b+match+better)
}

// What two events of other years have in common in two words ties them not; the
// same matter with another year in it stays tied.
func TestEventsOfOtherYears(t *testing.T) {
	const (
		now = "In der Papierfabrik von Ostermark ist am 11. Mai 2026 ein Feuer ausgebrochen, verletzt wurde niemand.\n" +
			"„Wir haben großes Glück gehabt“, sagte Werksleiterin Tilda Voss vor dem Tor.\n" +
			"Die Polizei ermittelt, die Ursache ist noch unklar."
		other = "Ein Brand hat am Montag die Papierfabrik in Ostermark beschädigt, Menschen kamen nicht zu Schaden.\n" +
			"Werksleiterin Tilda Voss sagte, man habe großes Glück gehabt.\n"
		before = "Schon 2009 war dort ein Feuer ausgebrochen, damals starb ein Arbeiter."
		same   = "In der Papierfabrik von Ostermark ist am 11. Mai 2025 ein Feuer ausgebrochen, so die Wehr."
	)
	ties := func(b, sentence string) bool {
		c := compared(t, now, b)
		at := strings.Index(b, sentence)
		for _, p := range append(c.Pairs, c.Possible...) {
			for _, r := range p.Right {
				if p.Left[0].Start == 0 && r.Start == at {
					return true
				}
			}
		}
		return false
	}
	if ties(other+before, before) {
		t.Error("fires of two years are one")
	}
	if undated := strings.Replace(before, "Schon 2009", "Einmal", 1); !ties(other+undated, undated) {
		t.Error("this says nothing of years: without them there is no tie either")
	}
	if !ties(other+same, same) {
		t.Error("the same told with another year is not tied")
	}
}
