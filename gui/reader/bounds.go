package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// joinsWord reports whether r holds two parts of a word together.
func joinsWord(r rune) bool {
	return r == '\'' || r == 0x2019 || r == '-' || r == 0x2010 || r == 0x200d
}

// single reports whether r is a word by itself, as in scripts that put no
// spaces between words.
func single(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// WordAt returns the word offset lies in, or the one that ends there; an empty
// span when neither is a word.
func (d *Document) WordAt(offset int) data.Span {
	s := d.text
	offset = d.letterStart(offset)
	r, n := utf8.DecodeRuneInString(s[offset:])
	if !isWordRune(r) {
		if prev, m := utf8.DecodeLastRuneInString(s[:offset]); isWordRune(prev) {
			offset, r, n = offset-m, prev, m
		} else if joinsWord(r) || n == 0 || unicode.IsSpace(r) {
			return data.Span{Start: offset, End: offset}
		} else {
			return data.Span{Start: offset, End: offset + n}
		}
	}
	if single(r) {
		return data.Span{Start: offset, End: offset + n}
	}
	w := data.Span{Start: offset, End: offset + n}
	for {
		r, n := utf8.DecodeLastRuneInString(s[:w.Start])
		if n > 0 && joinsWord(r) {
			if q, m := utf8.DecodeLastRuneInString(s[:w.Start-n]); m > 0 && isWordRune(q) {
				w.Start -= n + m
				continue
			}
		}
		if n == 0 || !isWordRune(r) || single(r) {
			break
		}
		w.Start -= n
	}
	for {
		r, n := utf8.DecodeRuneInString(s[w.End:])
		if n > 0 && joinsWord(r) {
			if q, m := utf8.DecodeRuneInString(s[w.End+n:]); m > 0 && isWordRune(q) {
				w.End += n + m
				continue
			}
		}
		if n == 0 || !isWordRune(r) || single(r) {
			break
		}
		w.End += n
	}
	return w
}

// nextWord returns the start of the word after offset, or the text's end.
func (d *Document) nextWord(offset int) int {
	s := d.text
	if w := d.WordAt(offset); w.Contains(offset) {
		offset = w.End
	}
	for offset < len(s) {
		r, n := utf8.DecodeRuneInString(s[offset:])
		if isWordRune(r) {
			break
		}
		offset += n
	}
	return offset
}

// prevWord returns the start of the word before offset, or zero.
func (d *Document) prevWord(offset int) int {
	s := d.text
	for offset > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:offset])
		offset -= n
		if isWordRune(r) {
			return d.WordAt(offset).Start
		}
	}
	return 0
}

// letterStart moves offset back to the start of the rune it is in.
func (d *Document) letterStart(offset int) int {
	offset = max(0, min(offset, len(d.text)))
	for offset > 0 && offset < len(d.text) && !utf8.RuneStart(d.text[offset]) {
		offset--
	}
	return offset
}

// sentenceAt finds the sentence at offset by its end marks alone, within one
// paragraph: good enough to select by when nobody told better.
func (d *Document) sentenceAt(offset int) data.Span {
	p := d.paragraphs[d.ParagraphAt(offset)].Span
	s := p.Of(d.text)
	at, start := max(0, min(offset-p.Start, len(s))), 0
	end := len(s)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if !strings.ContainsRune(".!?…。！？؟", r) {
			continue
		}
		for i < len(s) {
			q, m := utf8.DecodeRuneInString(s[i:])
			if !strings.ContainsRune(".!?…”’\"')»]", q) {
				break
			}
			i += m
		}
		q, _ := utf8.DecodeRuneInString(s[i:])
		if i < len(s) && !unicode.IsSpace(q) && r < 0x3000 {
			continue
		}
		if i > at {
			end = i
			break
		}
		start = i
	}
	for start < end {
		r, n := utf8.DecodeRuneInString(s[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	return data.Span{Start: p.Start + start, End: p.Start + end}
}
