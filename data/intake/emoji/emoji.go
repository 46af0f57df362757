// Package gomoji stands in for gomoji with the one function of it that go-trafilatura uses.
// The real one costs 1 ms and 1 MB in package init at every program start.
package gomoji

import (
	"strings"
	"unicode"
)

// RemoveEmojis returns s without pictures and the marks that join or tint them.
func RemoveEmojis(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x1f000, r >= 0x2600 && r <= 0x27bf, r == 0x200d, r == 0x20e3, r >= 0xfe00 && r <= 0xfe0f:
			if unicode.IsLetter(r) { // the rarer Han characters lie up there too
				return r
			}
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}
