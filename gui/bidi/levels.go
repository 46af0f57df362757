package bidi

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Levels gives each byte of a paragraph its embedding level and tells whether
// the paragraph reads from right to left, by the implicit rules of the Unicode
// bidirectional algorithm (UAX #9: P2-P3, W1-W7, N0-N2, I1-I2). Overrides and
// embeddings in the text have no power here: a report cannot make its own words
// appear in another order than their letters ask for. A nil result stands for a
// paragraph that is left to right throughout.
func Levels(text string) (levels []uint8, rtl bool) {
	if !Turns(text) {
		return nil, false
	}
	rtl = FromRight(text)
	return levelsIn(text, rtl), rtl
}

// levelsIn is Levels of text in a paragraph of a known direction.
func levelsIn(text string, rtl bool) []uint8 {
	class := make([]bidi.Class, 0, utf8.RuneCountInString(text))
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		class = append(class, p.Class())
	}
	base := uint8(0)
	if rtl {
		base = 1
	}
	runes := []rune(text)
	resolveWeak(class, rtl)
	resolveBrackets(class, runes, rtl)
	resolveNeutral(class, rtl)
	levels := make([]uint8, len(text))
	at := 0
	for i, r := range runes {
		l := base
		switch class[i] {
		case bidi.L:
			l = base * 2
		case bidi.R:
			l = 1
		case bidi.EN, bidi.AN:
			l = 2
		}
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(text[at:])
		}
		for range size {
			levels[at] = l
			at++
		}
	}
	return levels
}

// FromRight reports whether a text is read from the right: whether its first
// letter is.
func FromRight(text string) bool {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// Turns reports whether text has a letter or number that runs leftwards.
func Turns(text string) bool {
	for _, r := range text {
		if r < 0x590 {
			continue
		}
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL, bidi.AN:
			return true
		}
	}
	return false
}

func resolveWeak(class []bidi.Class, rtl bool) {
	start := bidi.L
	if rtl {
		start = bidi.R
	}
	prev, strong := start, start
	for i, c := range class {
		switch c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN:
			if strong == bidi.AL {
				class[i] = bidi.AN
			}
		case bidi.NSM, bidi.BN, bidi.Control, bidi.LRO, bidi.RLO, bidi.LRE, bidi.RLE, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			class[i] = prev
		}
		prev = class[i]
	}
	for i, c := range class {
		if c == bidi.AL {
			class[i] = bidi.R
		}
		if i == 0 || i == len(class)-1 {
			continue
		}
		before, after := class[i-1], class[i+1]
		if before == after && (c == bidi.ES && before == bidi.EN || c == bidi.CS && (before == bidi.EN || before == bidi.AN)) {
			class[i] = before
		}
	}
	for i := 0; i < len(class); {
		if class[i] != bidi.ET {
			i++
			continue
		}
		j := i
		for j < len(class) && class[j] == bidi.ET {
			j++
		}
		as := bidi.ON
		if i > 0 && class[i-1] == bidi.EN || j < len(class) && class[j] == bidi.EN {
			as = bidi.EN
		}
		for ; i < j; i++ {
			class[i] = as
		}
	}
	strong = start
	for i, c := range class {
		switch c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				class[i] = bidi.L
			}
		case bidi.AN:
		default:
			class[i] = bidi.ON
		}
	}
}

var closing = map[rune]rune{'(': ')', '[': ']', '{': '}', '〈': '〉', '（': '）', '「': '」', '『': '』', '【': '】', '《': '》'}

// deepestBrackets is how many brackets may be open at once (UAX #9, BD16).
const deepestBrackets = 63

// resolveBrackets gives both brackets of a pair one direction: the paragraph's
// when anything inside has it, else that of what stands inside and before.
func resolveBrackets(class []bidi.Class, runes []rune, rtl bool) {
	base, other := bidi.L, bidi.R
	if rtl {
		base, other = other, base
	}
	strong := func(c bidi.Class) bidi.Class {
		switch c {
		case bidi.L:
			return bidi.L
		case bidi.R, bidi.EN, bidi.AN:
			return bidi.R
		}
		return bidi.ON
	}
	type open struct {
		at     int
		closer rune
		before bidi.Class // the last strong direction in front of it
		inside [2]bool    // the paragraph's direction, the other one
	}
	var stack []open
	last := base
	for i, r := range runes {
		if c := strong(class[i]); c != bidi.ON {
			last = c
			for k := range stack {
				if c == base {
					stack[k].inside[0] = true
				} else {
					stack[k].inside[1] = true
				}
			}
			continue
		}
		if closer, ok := closing[r]; ok {
			if len(stack) == deepestBrackets {
				return
			}
			stack = append(stack, open{at: i, closer: closer, before: last})
			continue
		}
		for k := len(stack) - 1; k >= 0; k-- {
			if stack[k].closer != r {
				continue
			}
			pair := stack[k]
			stack = stack[:k]
			as := bidi.ON
			switch {
			case pair.inside[0], pair.inside[1] && pair.before == base:
				as = base
			case pair.inside[1]:
				as = other
			}
			if as != bidi.ON {
				class[pair.at], class[i], last = as, as, as
			}
			break
		}
	}
}

func resolveNeutral(class []bidi.Class, rtl bool) {
	base := bidi.L
	if rtl {
		base = bidi.R
	}
	side := func(i int) bidi.Class {
		if i < 0 || i >= len(class) {
			return base
		}
		if class[i] == bidi.L {
			return bidi.L
		}
		return bidi.R // numbers count as leftward here
	}
	for i := 0; i < len(class); {
		if class[i] != bidi.ON {
			i++
			continue
		}
		j := i
		for j < len(class) && class[j] == bidi.ON {
			j++
		}
		as := base
		if a, b := side(i-1), side(j); a == b {
			as = a
		}
		for ; i < j; i++ {
			class[i] = as
		}
	}
}

// Order returns the indices of pieces with the given levels in the order
// they stand on the line from left to right (UAX #9, L2).
func Order(levels []uint8) []int {
	order := make([]int, len(levels))
	highest, lowestOdd := uint8(0), uint8(255)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l%2 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for l := highest; l >= lowestOdd && l > 0; l-- {
		for i := 0; i < len(order); {
			if levels[order[i]] < l {
				i++
				continue
			}
			j := i
			for j < len(order) && levels[order[j]] >= l {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				order[a], order[b] = order[b], order[a]
			}
			i = j
		}
	}
	return order
}
