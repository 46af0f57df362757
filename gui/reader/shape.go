package reader

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// A cluster is what a reader takes for one letter: some bytes of a word and
// the glyphs they became. Lengths are in ems.
type cluster struct {
	start, end uint32 // bytes in the word
	level      uint8
	advance    float32
	glyphs     []placed
}

// A placed glyph stands x to the right of its cluster's left edge and y above
// the line.
type placed struct {
	face *typeface
	gid  font.GID
	x, y float32
}

type wordKey struct {
	text string
	turn uint8 // 0: all left to right, 1: all right to left
	bold bool
}

const (
	longestPart  = 256 // runes shaped at once; longer words are shaped in parts
	mostInLetter = 12  // glyphs drawn of one cluster: enough for any script, a bound for piled-up accents
)

// shape returns the clusters of a word in reading order.
func (f *typefaces) shape(word string, levels []uint8, bold bool) []cluster {
	var all []cluster
	f.shapeParts(word, levels, bold, func(at int, part []cluster) bool {
		if at == 0 && int(part[len(part)-1].end) == len(word) {
			all = part
			return false
		}
		for _, c := range part {
			c.start, c.end = c.start+uint32(at), c.end+uint32(at)
			all = append(all, c)
		}
		return true
	})
	return all
}

// shapeParts shapes word in parts of one level and of at most longestPart runes.
func (f *typefaces) shapeParts(word string, levels []uint8, bold bool, yield func(at int, part []cluster) bool) {
	for at := 0; at < len(word); {
		end, n := at, 0
		for end < len(word) {
			if levels != nil && levels[end] != levels[at] {
				break
			}
			r, size := utf8.DecodeRuneInString(word[end:])
			if n >= longestPart && !extends(r) || n >= 4*longestPart {
				break
			}
			end += size
			n++
		}
		level := uint8(0)
		if levels != nil {
			level = levels[at]
		}
		if !yield(at, f.shapePart(word[at:end], level, bold)) {
			return
		}
		at = end
	}
}

// extends reports whether r stays with the letter before it.
func extends(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r == 0x200d || r >= 0x1f3fb && r <= 0x1f3ff || ignorable(r)
}

// ignorable reports whether r is a control that is never seen.
func ignorable(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xad, r == 0x61c, r == 0x180e, r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

func (f *typefaces) shapePart(part string, level uint8, bold bool) []cluster {
	key := wordKey{part, level % 2, bold}
	if cs, ok := f.words.get(key); ok {
		if len(cs) > 0 && cs[0].level != level {
			cs = append([]cluster(nil), cs...)
			for i := range cs {
				cs[i].level = level
			}
		}
		return cs
	}
	rs := []rune(part)
	starts := make([]uint32, len(rs)+1)
	i := 0
	for at := range part {
		starts[i] = uint32(at)
		i++
	}
	starts[len(rs)] = uint32(len(part))
	var cs []cluster
	for a := 0; a < len(rs); {
		face, script := f.resolve(rs[a], bold), language.LookupScript(rs[a])
		b := a + 1
		for b < len(rs) {
			s := language.LookupScript(rs[b])
			if !extends(rs[b]) {
				if f.resolve(rs[b], bold) != face {
					break
				}
				if s != script && s != language.Common && s != language.Inherited {
					if script != language.Common && script != language.Inherited {
						break
					}
					script = s
				}
			}
			b++
		}
		if face == nil {
			cs = f.dotted(cs, rs, starts, a, b, bold, level)
		} else {
			cs = f.shapeRun(cs, rs, starts, a, b, face, script, level)
		}
		a = b
	}
	f.words.put(wordKey{string([]byte(part)), level % 2, bold}, cs, len(cs)+1)
	return cs
}

// dotted sets letters that no font has: a dot in the place of each.
func (f *typefaces) dotted(cs []cluster, rs []rune, starts []uint32, a, b int, bold bool, level uint8) []cluster {
	const dot, wide = '·', 0.5 // a letter's width, about
	own := f.own[weight(bold)]
	shape := own.letter(f, dot)
	for i := a; i < b; {
		end := i + 1
		for end < b && extends(rs[end]) {
			end++
		}
		c := cluster{level: level, start: starts[i], end: starts[end], advance: wide}
		if shape.state == 1 {
			c.glyphs = []placed{{face: own, gid: shape.gid, x: (wide - shape.advance) / 2}}
		}
		cs = append(cs, c)
		i = end
	}
	return cs
}

func (f *typefaces) shapeRun(cs []cluster, rs []rune, starts []uint32, a, b int, face *typeface, script language.Script, level uint8) []cluster {
	dir := di.DirectionLTR
	if level%2 == 1 {
		dir = di.DirectionRTL
	}
	out := f.shaper.Shape(shaping.Input{
		Text: rs, RunStart: a, RunEnd: b, Direction: dir, Face: face.face,
		Size: fixed.Int26_6(face.upem) << 6, Script: script,
	})
	from := len(cs)
	scale := 1 / (64 * face.upem)
	for i := 0; i < len(out.Glyphs); {
		g := out.Glyphs[i]
		c := cluster{level: level, start: starts[g.ClusterIndex], end: starts[min(g.ClusterIndex+max(g.RuneCount, 1), b)]}
		hidden := true
		for _, r := range rs[g.ClusterIndex:min(g.ClusterIndex+max(g.RuneCount, 1), b)] {
			hidden = hidden && ignorable(r)
		}
		for ; i < len(out.Glyphs) && out.Glyphs[i].ClusterIndex == g.ClusterIndex; i++ {
			q := out.Glyphs[i]
			if hidden {
				continue
			}
			if len(c.glyphs) < mostInLetter {
				c.glyphs = append(c.glyphs, placed{face, q.GlyphID, c.advance + float32(q.XOffset)*scale, float32(q.YOffset) * scale})
			}
			c.advance += float32(q.XAdvance) * scale
		}
		cs = append(cs, c)
	}
	if level%2 == 1 {
		for i, j := from, len(cs)-1; i < j; i, j = i+1, j-1 {
			cs[i], cs[j] = cs[j], cs[i]
		}
	}
	if len(cs) == from {
		cs = append(cs, cluster{level: level, start: starts[a], end: starts[b]})
	}
	return cs
}
