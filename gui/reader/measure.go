package reader

import "unicode/utf8"

// A ruler measures text in ems of the regular size. The levels given with a
// word are its part of the paragraph's bidi levels, nil when it has none.
type ruler interface {
	// simple reports whether every rune of text is one upright glyph of the own
	// faces, so that a width is the sum of letters and kerning.
	simple(text string) bool
	// width measures a word without spaces.
	width(word string, levels []uint8, simple, bold bool) float32
	// space is the width of one space.
	space(bold bool) float32
	// cuts calls yield with the end of each letter as a reader sees letters, and
	// how far the pen moved since the last, until yield returns false.
	cuts(word string, simple, bold bool, yield func(end int, advance float32) bool)
}

// simpleRune reports whether a rune is set upright by itself: no joining, no
// mark over another letter, no control.
func simpleRune(r rune) bool {
	switch {
	case r < 0x20 || r == 0xad || r >= 0x7f && r < 0xa0:
		return false
	case r < 0x300:
		return true
	}
	return r >= 0x370 && r < 0x483 || r >= 0x48a && r < 0x590 || r >= 0x1e00 && r < 0x200b ||
		r >= 0x2010 && r < 0x2028 || r >= 0x202f && r < 0x2060 || r >= 0x2070 && r < 0x20d0 || r >= 0x2100 && r < 0x2c00
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' }

func (f *typefaces) simple(text string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, r := range text {
		if isSpace(r) {
			continue
		}
		if !simpleRune(r) || f.own[0].letter(f, r).state != 1 || f.own[1].letter(f, r).state != 1 {
			return false
		}
	}
	return true
}

func (f *typefaces) space(bold bool) float32 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.own[weight(bold)].letter(f, ' ').advance
}

func (f *typefaces) width(word string, levels []uint8, simple, bold bool) float32 {
	f.mu.Lock()
	defer f.mu.Unlock()
	var w float32
	if !simple {
		for _, c := range f.shape(word, levels, bold) {
			w += c.advance
		}
		return w
	}
	t := f.own[weight(bold)]
	prev := rune(-1)
	for _, r := range word {
		w += t.letter(f, r).advance
		if prev >= 0 {
			w += t.kerning(f, prev, r)
		}
		prev = r
	}
	return w
}

func (f *typefaces) cuts(word string, simple, bold bool, yield func(int, float32) bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !simple {
		f.shapeParts(word, nil, bold, func(at int, part []cluster) bool {
			for _, c := range part {
				if !yield(at+int(c.end), c.advance) {
					return false
				}
			}
			return true
		})
		return
	}
	t := f.own[weight(bold)]
	prev := rune(-1)
	for i, r := range word {
		w := t.letter(f, r).advance
		if prev >= 0 {
			w += t.kerning(f, prev, r)
		}
		if !yield(i+utf8.RuneLen(r), w) {
			return
		}
		prev = r
	}
}
