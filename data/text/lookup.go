package text

// A lookup finds what is listed for a word. Most words of a text are on no list,
// which their first byte and their length mostly tell already.
type lookup[V any] struct {
	entries map[string]V
	lengths [256]uint32 // by first byte, a bit for the length of each word listed; one for all of longestListed bytes and more
}

const longestListed = 31

func lookupOf[V any](entries map[string]V) *lookup[V] {
	l := &lookup[V]{entries: entries}
	for word := range entries {
		if word == "" {
			continue
		}
		l.lengths[word[0]] |= 1 << min(len(word), longestListed)
	}
	return l
}

// find returns what is listed for a word, and whether it is listed.
func (l *lookup[V]) find(word string) (v V, ok bool) {
	if word == "" || l.lengths[word[0]]>>min(len(word), longestListed)&1 == 0 {
		return v, false
	}
	v, ok = l.entries[word]
	return v, ok
}

// has reports whether a word is listed.
func (l *lookup[V]) has(word string) bool {
	_, ok := l.find(word)
	return ok
}
