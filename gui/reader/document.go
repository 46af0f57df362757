package reader

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"parallax/data"
	"parallax/gui/bidi"
)

// A Document is a text made ready for setting: its paragraphs and words,
// measured. It never changes and may be shared between panes and goroutines.
// Offsets are bytes into the text.
type Document struct {
	text       string
	paragraphs []paragraph
	words      []word
	widest     float32 // ems, regular, of the ordinary words
	ruler      ruler
}

// A paragraph is one line of the text.
type paragraph struct {
	data.Span           // without the line's end
	first, last int32   // its words [first, last)
	simple      bool    // every rune is one upright glyph of the own faces
	rtl         bool    // reads from right to left
	levels      []uint8 // bidi level of each byte; nil: left to right throughout
}

// A word is what no line may break inside of, unless it is wider than a line.
type word struct {
	start, end uint32
	width      float32 // ems, regular
	gap        uint16  // spaces after it
}

// NewDocument reads text and measures it for a new pane; see Pane.Measure. It may
// run on any goroutine.
func NewDocument(text string) *Document { return newDocument(text, usual()) }

func newDocument(text string, r ruler) *Document {
	d := &Document{text: text, words: make([]word, 0, len(text)/6+1), ruler: r}
	for at := 0; at <= len(text); {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		d.addParagraph(data.Span{Start: at, End: end})
		at = end + 1
	}
	return d
}

func (d *Document) addParagraph(s data.Span) {
	text := s.Of(d.text)
	p := paragraph{Span: s, first: int32(len(d.words)), simple: d.ruler.simple(text)}
	if p.simple {
		d.splitSimple(s.Start, text)
	} else {
		p.levels, p.rtl = bidi.Levels(text)
		d.splitByRules(s.Start, text)
	}
	p.last = int32(len(d.words))
	for i := p.first; i < p.last; i++ {
		w := &d.words[i]
		w.width = d.ruler.width(d.text[w.start:w.end], p.levelsOf(int(w.start), int(w.end)), p.simple, false)
		if w.width > d.widest && ordinary(d.text[w.start:w.end]) {
			d.widest = w.width
		}
	}
	d.paragraphs = append(d.paragraphs, p)
}

// longestWord is how many letters an ordinary word has at most. Longer ones, and
// web addresses, may be broken where the room is too narrow for them.
const longestWord = 36

// ordinary reports whether a word is one that a reader knows as a whole: letters,
// with what ends a sentence or quotes around them.
func ordinary(w string) bool {
	w = strings.TrimFunc(w, func(r rune) bool { return !isWordRune(r) })
	letters := 0
	for _, r := range w {
		if !isWordRune(r) && !joinsWord(r) {
			return false
		}
		letters++
	}
	return letters > 0 && letters <= longestWord
}

// widestIn is the width in ems of the widest ordinary word of paragraph i.
func (d *Document) widestIn(i int, bold bool) float32 {
	p := &d.paragraphs[i]
	widest := float32(0)
	for _, w := range d.words[p.first:p.last] {
		if word := d.text[w.start:w.end]; ordinary(word) {
			widest = max(widest, d.ruler.width(word, p.levelsOf(int(w.start), int(w.end)), p.simple, bold))
		}
	}
	return widest
}

// levelsOf returns the levels of the bytes [start, end) of the text.
func (p *paragraph) levelsOf(start, end int) []uint8 {
	if p.levels == nil {
		return nil
	}
	return p.levels[start-p.Start : end-p.Start]
}

// splitSimple cuts at spaces, and after hyphens, dashes and slashes inside a word.
func (d *Document) splitSimple(at int, s string) {
	for i := 0; i < len(s); {
		for i < len(s) && isSpace(rune(s[i])) {
			i++
		}
		j := i
		for j < len(s) && !isSpace(rune(s[j])) {
			r, n := utf8.DecodeRuneInString(s[j:])
			j += n
			if breaksAfter(r) && j-n > i && j < len(s) && letterAt(s[j:]) && letterBefore(s[:j-n]) {
				break
			}
		}
		k := j
		for k < len(s) && isSpace(rune(s[k])) {
			k++
		}
		if j > i {
			d.words = append(d.words, word{start: uint32(at + i), end: uint32(at + j), gap: uint16(min(k-j, 1<<16-1))})
		}
		i = k
	}
}

func breaksAfter(r rune) bool {
	return r == '-' || r == '/' || r == 0x2010 || r == 0x2013 || r == 0x2014
}

func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWordRune(r)
}

func letterBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isWordRune(r)
}

// splitByRules cuts where the Unicode line breaking algorithm (UAX #14) allows.
func (d *Document) splitByRules(at int, s string) {
	var seg segmenter.Segmenter
	seg.Init([]rune(s))
	lines := seg.LineIterator()
	for i := 0; lines.Next(); {
		piece := lines.Line().Text
		end := i
		for range piece {
			_, n := utf8.DecodeRuneInString(s[end:])
			end += n
		}
		visible := strings.TrimRightFunc(s[i:end], isBreakSpace)
		skip := len(visible) - len(strings.TrimLeftFunc(visible, isBreakSpace))
		if len(visible) > skip {
			gap := utf8.RuneCountInString(s[i+len(visible) : end])
			d.words = append(d.words, word{start: uint32(at + i + skip), end: uint32(at + i + len(visible)), gap: uint16(min(gap, 1<<16-1))})
		}
		i = end
	}
}

func isBreakSpace(r rune) bool {
	return isSpace(r) || r == '\v' || r == '\f' || r == 0x85 || r >= 0x2000 && r <= 0x200a && r != 0x2007 || r == 0x2028 || r == 0x2029 || r == 0x3000
}

// Text is the text the document was made of.
func (d *Document) Text() string { return d.text }

// Paragraphs is the number of lines of the text, blank ones included.
func (d *Document) Paragraphs() int { return len(d.paragraphs) }

// Paragraph returns the span of paragraph i without its line's end.
func (d *Document) Paragraph(i int) data.Span { return d.paragraphs[i].Span }

// ParagraphAt returns the index of the paragraph offset lies in.
func (d *Document) ParagraphAt(offset int) int {
	i := sort.Search(len(d.paragraphs), func(i int) bool { return d.paragraphs[i].Start > offset })
	return max(0, i-1)
}

// wordFrom returns the index of the first word that ends after offset.
func (d *Document) wordFrom(offset int) int {
	return sort.Search(len(d.words), func(i int) bool { return int(d.words[i].end) > offset })
}

// clamp cuts s to the text.
func (d *Document) clamp(s data.Span) data.Span {
	s.Start = max(0, min(s.Start, len(d.text)))
	s.End = max(s.Start, min(s.End, len(d.text)))
	return s
}
