package text

import "testing"

// A lookup finds what its map holds and nothing else, by whatever letter and
// length a word could be taken for a listed one.
func TestLookup(t *testing.T) {
	listed := map[string]int{"a": 1, "an": 2, "anvil": 3, "ärger": 4, "a word of more than thirty-one bytes": 5, "": 6}
	l := lookupOf(listed)
	for _, word := range []string{
		"", "a", "an", "anvil", "ärger", "a word of more than thirty-one bytes",
		"b", "am", "angle", "ängste", "another word of more than thirty-one bytes", "anvils",
	} {
		want, wanted := listed[word]
		if word == "" {
			want, wanted = 0, false // the empty word is on no list
		}
		if got, ok := l.find(word); got != want || ok != wanted || l.has(word) != wanted {
			t.Errorf("find(%q) = %d, %v; want %d, %v", word, got, ok, want, wanted)
		}
	}
}

func TestByteSet(t *testing.T) {
	set := bytesOf(".!")
	for s, want := range map[string]int{"": 0, "ab": 2, "a.b": 1, "!": 0, "ab é": 3, "no\n": 3} {
		if got := set.next(s, 0); got != want {
			t.Errorf("next(%q) = %d, want %d", s, got, want)
		}
	}
}
