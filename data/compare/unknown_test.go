package compare

import (
	"strings"
	"testing"
)

// inGreekLetters writes a text in Greek letters, which makes it one of a language
// nobody has told the program the small words of.
var inGreekLetters = strings.NewReplacer(
	"a", "α", "b", "β", "c", "ξ", "d", "δ", "e", "ε", "f", "φ", "g", "γ", "h", "η", "i", "ι", "j", "ϊ", "k", "κ", "l", "λ", "m", "μ",
	"n", "ν", "o", "ο", "p", "π", "q", "ϋ", "r", "ρ", "s", "σ", "t", "τ", "u", "υ", "v", "ψ", "w", "ω", "x", "χ", "y", "ώ", "z", "ζ",
	"A", "Α", "B", "Β", "C", "Ξ", "D", "Δ", "E", "Ε", "F", "Φ", "G", "Γ", "H", "Η", "I", "Ι", "J", "Ϊ", "K", "Κ", "L", "Λ", "M", "Μ",
	"N", "Ν", "O", "Ο", "P", "Π", "Q", "Ϋ", "R", "Ρ", "S", "Σ", "T", "Τ", "U", "Υ", "V", "Ψ", "W", "Ω", "X", "Χ", "Y", "Ώ", "Z", "Ζ",
)

// TestUnknownLanguage compares made-up reports in a language with known small
// words and the same in one without.
func TestUnknownLanguage(t *testing.T) {
	known, unknown, ties, also := 0, 0, 0, 0
	for seed := range uint64(6) {
		a, b := newInventor(seed).reports(700)
		_, other := newInventor(seed + 100).reports(700)
		ties += len(compared(t, a, b).Pairs)
		also += len(compared(t, inGreekLetters.Replace(a), inGreekLetters.Replace(b)).Pairs)
		known += len(compared(t, a, other).Pairs) + len(compared(t, a, other).Possible)
		c := compared(t, inGreekLetters.Replace(a), inGreekLetters.Replace(other))
		unknown += len(c.Pairs) + len(c.Possible)
	}
	if 10*also < 9*ties || 2*unknown > 3*known {
		t.Error("a language without a list fares far worse")
	}
	t.Logf("one event: %d pairs, %d without a list; two events: %d and %d", ties, also, known, unknown)
}
