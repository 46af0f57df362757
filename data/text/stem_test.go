package text

import (
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
)

// The library's stemmer is what stemEnglish is held to.
func checkStem(t *testing.T, word string) {
	t.Helper()
	if got, want := stemEnglish(word, true), english.Stem(word, true); got != want {
		t.Errorf("%s: %q, want %q", word, got, want)
	}
}

func TestStemEnglish(t *testing.T) {
	heads := strings.Fields(`a ab abb act ad agre an anal arsen ba bab bal ball be berr bless bo bow box bus by care cat comm
		commun cri cry daz di dr eat eb ed embezzl en enter ey fabl fall fit fix flow fr full gener glor gy hat hill hop hopp
		i ice id in ion iron jo joy kick kni know lat li liv log lov lull lx mad manag mat mo myst nat nav neg ni nod o obey
		oct op ow pa pay peep pl plagu play pol pray py qu rat rel roll row s say sc see sens sh sit sk sky snow st stat
		str suc syz t tan tax th ti toll tr try tw ty u un up use v vall vi vow w way win x y ye yell you young z`)
	middles := strings.Fields(`- a al an at ation bl e ed ee eed ent er ful i iv iz l less li log ly n ness or ous s ss st tion tt u us y`)
	ends := strings.Fields(`- s es ed ing ly edly ingly eedly eed ied ies sses us ss y ey ational tional ation ization ator izer
		alism aliti alli anci enci abli entli ousli iviti biliti bli fulli lessli ogi logi li iveness fulness ousness alize
		icate ative iciti ical ful ness ement ment ance ence able ible ant ent ism ate iti ous ive ize ion sion tion al er ic
		e l ll le yed ying at bl iz bb ting`)
	n := 0
	for _, head := range heads {
		for _, middle := range middles {
			for _, end := range ends {
				checkStem(t, head+strings.Trim(middle, "-")+strings.Trim(end, "-"))
				n++
			}
		}
	}
	for word := range exceptions.entries {
		checkStem(t, word)
	}
	for _, word := range []string{"", "a", "as", "café", "o'hara", strings.Repeat("lessness", 20), "generously", "communities", "arsenal"} {
		checkStem(t, word)
	}
	if n < 100_000 {
		t.Errorf("only %d words", n)
	}
}

func FuzzStemEnglish(f *testing.F) {
	f.Add("yellowyness")
	f.Fuzz(func(t *testing.T, word string) {
		if strings.TrimSpace(strings.ToLower(word)) == word {
			checkStem(t, word)
		}
	})
}

func BenchmarkStemEnglish(b *testing.B) {
	words := strings.Fields("the harbour will open again in spring after fishermen complained about regulations and rationalizations")
	for b.Loop() {
		for _, w := range words {
			stemEnglish(w, true)
		}
	}
}

func BenchmarkStemLibrary(b *testing.B) {
	words := strings.Fields("the harbour will open again in spring after fishermen complained about regulations and rationalizations")
	for b.Loop() {
		for _, w := range words {
			english.Stem(w, true)
		}
	}
}
