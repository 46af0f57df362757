package text

import "strings"

// WordCount is how many words s has, as a reader counts them: what stands between
// spaces and has a letter or digit in it. Where words stand without spaces it is as
// many as Read finds.
func WordCount(s string) int {
	n := 0
	if strings.ContainsFunc(s, Unspaced) {
		for _, token := range Read(s).Tokens() {
			if token.Word {
				n++
			}
		}
		return n
	}
	for field := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(field, inWord) {
			n++
		}
	}
	return n
}
