package reader

import (
	"bytes"
	"sync"
	"sync/atomic"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// A typeface is one font file with what was measured of it. All lengths are in
// ems, so they hold at every text size.
type typeface struct {
	id    uint16
	face  *font.Face
	upem  float32
	fit   float32 // height of x to be set on whole pixels; 0: leave the outlines as they are
	latin [0x250]letter
	other map[rune]letter
	kern  map[[2]rune]float32
	close [128 * 128]float32 // kerning of ASCII pairs,
	known [128 * 128]bool    // where it was measured
}

// A letter is the glyph of one rune and how far it moves the pen.
type letter struct {
	gid     font.GID
	advance float32
	state   uint8 // 0: not looked up, 1: in the font, 2: missing
}

// typefaces holds a font in its two weights and every font that helps it out.
// Fonts are read on first need and kept; shaped words are kept within bounds.
// Typefaces may be shared between fonts, so one mutex guards all: it makes it
// safe to measure a document in the background while the screen is painted.
type typefaces struct {
	mu     *sync.Mutex
	own    [2]*typeface                       // regular, bold
	base   *typefaces                         // has what own lacks; nil: these are the first
	spare  []*typeface                        // Fyne's symbols and emoji
	system func(r rune, bold bool) *font.Face // what the computer itself has; nil: nothing
	known  map[*font.Face]*typeface
	memo   [2]map[rune]*typeface // runes the own faces lack, by weight; nil: no font has it
	shaper shaping.HarfbuzzShaper
	words  *cache[wordKey, []cluster]
}

// faceNumbers counts typefaces of all fonts, so that each has its own number.
var faceNumbers atomic.Uint32

func newTypefaces(mu *sync.Mutex, base *typefaces) *typefaces {
	f := &typefaces{
		mu: mu, base: base, known: map[*font.Face]*typeface{}, memo: [2]map[rune]*typeface{{}, {}},
		words: newCache[wordKey, []cluster](1 << 16),
	}
	f.shaper.SetFontCacheSize(16)
	return f
}

// sharedFaces are Noto Sans, with which every text can be set.
var sharedFaces = sync.OnceValue(func() *typefaces {
	f := newTypefaces(new(sync.Mutex), nil)
	f.system = systemFonts()
	f.own[0] = f.open(theme.DefaultTextFont().Content())
	f.own[1] = f.open(theme.DefaultTextBoldFont().Content())
	if f.own[1] == nil {
		f.own[1] = f.own[0]
	}
	f.fit()
	for _, r := range []fyne.Resource{theme.DefaultSymbolFont(), theme.DefaultEmojiFont()} {
		if r == nil {
			continue
		}
		if t := f.open(r.Content()); t != nil {
			f.spare = append(f.spare, t)
		}
	}
	return f
})

// fit measures how high the own faces' x is.
func (f *typefaces) fit() {
	for _, own := range f.own {
		own.fit = own.face.LineMetric(font.XHeight) / own.upem
	}
}

// open reads a font file; nil where it cannot be read.
func (f *typefaces) open(file []byte) *typeface {
	face, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		return nil
	}
	return f.wrap(face)
}

func (f *typefaces) wrap(face *font.Face) *typeface {
	if t, ok := f.known[face]; ok {
		return t
	}
	t := &typeface{
		id: uint16(faceNumbers.Add(1)), face: face, upem: float32(face.Upem()),
		other: map[rune]letter{}, kern: map[[2]rune]float32{},
	}
	f.known[face] = t
	return t
}

type quiet struct{}

func (quiet) Printf(string, ...any) {}

// systemFonts looks through the computer's own fonts. They are read when the
// first rune is asked for, which takes long where there are many.
func systemFonts() func(r rune, bold bool) *font.Face {
	read := sync.OnceValue(func() *fontscan.FontMap {
		fonts := fontscan.NewFontMap(quiet{})
		if fonts.UseSystemFonts("") != nil {
			return nil
		}
		return fonts
	})
	return func(r rune, bold bool) *font.Face {
		fonts := read()
		if fonts == nil {
			return nil
		}
		query := fontscan.Query{Families: []string{fontscan.SansSerif}}
		if bold {
			query.Aspect.Weight = font.WeightBold
		}
		fonts.SetQuery(query)
		return fonts.ResolveFace(r)
	}
}

// resolve returns the face that has r: our own, then Noto Sans, Fyne's symbols and
// emoji, then the system's fonts; nil where none has. What is never seen is our
// own face's to set.
func (f *typefaces) resolve(r rune, bold bool) *typeface {
	own := f.own[weight(bold)]
	if own.letter(f, r).state == 1 || ignorable(r) || unicode.IsSpace(r) {
		return own
	}
	if f.base != nil { // it remembers, in both weights
		return f.base.resolve(r, bold)
	}
	memo := f.memo[weight(bold)]
	t, ok := memo[r]
	if !ok {
		t = f.search(r, bold)
		memo[r] = t
	}
	return t
}

func (f *typefaces) search(r rune, bold bool) *typeface {
	for _, t := range f.spare {
		if _, ok := t.face.NominalGlyph(r); ok {
			return t
		}
	}
	face := f.system(r, bold)
	if face == nil {
		return nil
	}
	if _, ok := face.NominalGlyph(r); !ok {
		return nil
	}
	return f.wrap(face)
}

func weight(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

func (t *typeface) letter(f *typefaces, r rune) letter {
	if r >= 0 && int(r) < len(t.latin) {
		l := &t.latin[r]
		if l.state == 0 {
			*l = t.look(r)
		}
		return *l
	}
	l, ok := t.other[r]
	if !ok {
		l = t.look(r)
		t.other[r] = l
	}
	return l
}

func (t *typeface) look(r rune) letter {
	gid, ok := t.face.NominalGlyph(r)
	if !ok {
		return letter{state: 2, advance: t.face.HorizontalAdvance(0) / t.upem}
	}
	return letter{gid: gid, advance: t.face.HorizontalAdvance(gid) / t.upem, state: 1}
}

// mostPairs bounds the pairs kept measured; any one language uses far fewer.
const mostPairs = 1 << 15

// kerning is what the pair moves together or apart.
func (t *typeface) kerning(f *typefaces, a, b rune) float32 {
	if a < 128 && b < 128 && a >= 0 && b >= 0 {
		i := int(a)*128 + int(b)
		if !t.known[i] {
			t.close[i], t.known[i] = t.pair(f, a, b), true
		}
		return t.close[i]
	}
	k, ok := t.kern[[2]rune{a, b}]
	if !ok {
		if len(t.kern) >= mostPairs {
			clear(t.kern)
		}
		k = t.pair(f, a, b)
		t.kern[[2]rune{a, b}] = k
	}
	return k
}

func (t *typeface) pair(f *typefaces, a, b rune) float32 {
	rs := []rune{a, b}
	script := language.LookupScript(a)
	if script == language.Common || script == language.Inherited {
		script = language.LookupScript(b)
	}
	out := f.shaper.Shape(shaping.Input{
		Text: rs, RunEnd: 2, Direction: di.DirectionLTR, Face: t.face,
		Size: fixed.Int26_6(t.upem) << 6, Script: script,
	})
	if len(out.Glyphs) != 2 {
		return 0
	}
	return float32(out.Glyphs[0].XAdvance)/64/t.upem - t.letter(f, a).advance
}
