package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/data/text"
)

const (
	leastCompound  = 5  // letters of a word that may be another side's two or three words
	mostCompound   = 3  // words that may be one
	mostInCompound = 60 // words of a change that are looked through for one
)

// A compounder finds words that one side writes as one and the other as two or
// three: ceasefire, cease-fire and cease fire.
type compounder struct {
	first, second *side
	a, b          []word
	next          []int32 // scratch of any
}

// split cuts out of the changes what is one word in two spellings.
func (c *compounder) split(list []change) []change {
	var out []change
	for k, at := range list {
		for {
			one, ok := c.find(at)
			if !ok {
				break
			}
			if out == nil {
				out = append(make([]change, 0, len(list)+2), list[:k]...)
			}
			if before := (change{a0: at.a0, a1: one.a0, b0: at.b0, b1: one.b0}); before.words() > 0 {
				out = append(out, before)
			}
			out = append(out, one)
			at.a0, at.b0 = one.a1, one.b1
		}
		if at.words() > 0 && out != nil {
			out = append(out, at)
		}
	}
	if out == nil {
		return list
	}
	return out
}

// find returns the first word of a change that the other side has in parts.
func (c *compounder) find(in change) (change, bool) {
	if in.a0 == in.a1 || in.b0 == in.b1 || in.words() == 2 || in.words() > mostInCompound {
		return change{}, false
	}
	for i := in.a0; i < in.a1; i++ {
		for j := in.b0; j < in.b1; j++ {
			x, y := &c.a[i], &c.b[j]
			if x.holds(y) {
				if n := c.second.parts(c.first.form(x), c.b[j:in.b1]); n > 0 {
					return change{i, i + 1, j, j + n, true}, true
				}
			}
			if y.holds(x) {
				if n := c.first.parts(c.second.form(y), c.a[i:in.a1]); n > 0 {
					return change{i, i + n, j, j + 1, true}, true
				}
			}
		}
	}
	return change{}, false
}

// any reports whether a word of one side may be in parts on the other.
func (c *compounder) any() bool {
	var first [256]int32                                  // by a word's first byte: one higher than the first word of b that has it
	c.next = slices.Grow(c.next[:0], len(c.b))[:len(c.b)] // and than the next one that has it too
	for j := len(c.b) - 1; j >= 0; j-- {
		at := &first[c.b[j].head[0]]
		*at, c.next[j] = int32(j+1), *at
	}
	for i := range c.a {
		x := &c.a[i]
		for j := first[x.head[0]] - 1; j >= 0; j = c.next[j] - 1 {
			y := &c.b[j]
			if x.holds(y) && c.second.parts(c.first.form(x), c.b[j:]) > 0 || y.holds(x) && c.first.parts(c.second.form(y), c.a[i:]) > 0 {
				return true
			}
		}
	}
	return false
}

// holds reports whether a word may be made up of several of which o is the first.
func (w *word) holds(o *word) bool {
	return w.head.fits(o.head) && (w.size > o.size || w.size == mostSize) && (w.size >= leastCompound || w.name())
}

// parts returns how many of a side's words that come next make up a word of the
// other side; 0 when they do not.
func (x *side) parts(whole *text.Form, next []word) int {
	rest := whole.Plain
	measure := whole.Number // 5pm and 5 p.m., 30km and 30 km
	if !measure && utf8.RuneCountInString(rest) < leastCompound {
		return 0
	}
	for n := range next[:min(len(next), mostCompound)] {
		w, ok := &next[n], false
		if rest, ok = strings.CutPrefix(rest, x.form(w).Plain); !ok {
			return 0
		}
		// Words with a space between are one only if neither is a small word:
		// "may be" is not "maybe".
		sign := n > 0 && w.token == next[n-1].token+2 && x.joins(int(w.token)-1, measure)
		space := n > 0 && w.token == next[n-1].token+1 && (measure || w.content() && next[n-1].content())
		if n > 0 && !sign && !space || w.sentence != next[0].sentence {
			return 0
		}
		if rest == "" {
			if n == 0 {
				return 0
			}
			return n + 1
		}
	}
	return 0
}

// joins reports whether token i is a sign that may stand inside a word or, in a
// measure, in "p.m.".
func (x *side) joins(i int, measure bool) bool {
	key := x.Token(i).Key
	return key == "-" || measure && key == "."
}
