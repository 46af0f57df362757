package compare

import "testing"

// Quotations of small words alone tie two sentences when word for word the same,
// whether or not they start with a capital; a title in quotation marks never does.
func TestSmallQuotations(t *testing.T) {
	for name, c := range map[string]struct {
		a, b string
		want int
	}{
		"a sentence of small words": {
			"Orlan spoke for an hour.\n“It’s not about you. It is time for Tolm to vote,” she told the fishermen.",
			"Gulls came.\nHer message to the crowd in the harbour was “not about you.”", 1,
		},
		"a title": {
			"Orlan spoke for an hour.\nHe was reading “The Morning Hour” when the boats left.",
			"Gulls came.\nThe film “The Morning Hour” opens on Friday in every cinema.", 0,
		},
		"other words": {
			"Orlan spoke for an hour.\n“It’s all about us,” she told the fishermen.",
			"Gulls came.\nHer message to the crowd was “not about you.”", 0,
		},
	} {
		checkComparison(t, c.a, c.b)
		if got := compared(t, c.a, c.b).Quotes; len(got) != c.want {
			t.Errorf("%s: %d quotations in both, want %d: %v", name, len(got), c.want, got)
		}
	}
}
