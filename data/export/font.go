package export

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// The fonts of a PDF: Noto Sans 2.004 (SIL Open Font License, see font/OFL.txt)
// cut down to Latin, Greek and Cyrillic letters. A PDF embeds the letters it
// uses. They are read when first needed.
var (
	//go:embed font/NotoSans-Regular.ttf
	regularFont []byte
	//go:embed font/NotoSans-Bold.ttf
	boldFont []byte

	regular = sync.OnceValue(func() *face { return readFace(regularFont) })
	bold    = sync.OnceValue(func() *face { return readFace(boldFont) })
)

// A face measures text in one font. It may be used by several goroutines.
type face struct {
	font *sfnt.Font
	unit fixed.Int26_6 // one em

	mu       sync.Mutex
	buffer   sfnt.Buffer
	advances map[rune]float64 // in ems; -1: the font has no such letter
}

func readFace(b []byte) *face {
	f, err := sfnt.Parse(b)
	if err != nil {
		panic(fmt.Sprintf("read the embedded font: %v", err))
	}
	return &face{font: f, unit: fixed.I(int(f.UnitsPerEm())), advances: map[rune]float64{}}
}

func faceOf(isBold bool) *face {
	if isBold {
		return bold()
	}
	return regular()
}

// width is how wide s is, in ems.
func (f *face) width(s string) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	w := 0.0
	for _, r := range s {
		w += max(0, f.advance(r))
	}
	return w
}

func (f *face) advance(r rune) float64 {
	if a, ok := f.advances[r]; ok {
		return a
	}
	a := -1.0
	if i, err := f.font.GlyphIndex(&f.buffer, r); err == nil && i != 0 {
		if w, err := f.font.GlyphAdvance(&f.buffer, i, f.unit, font.HintingNone); err == nil {
			a = float64(w) / float64(f.unit)
		}
	}
	f.advances[r] = a
	return a
}

// has reports whether the font can show r.
func (f *face) has(r rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.advance(r) >= 0
}

// unknown stands for a letter the font has not.
const unknown = '\ufffd'

// A lack is what a font has not of a text.
type lack struct {
	signs   int    // how many letters and signs are shown as unknown
	letters []rune // which it has not, each once, in the order they were met
	met     map[rune]bool
}

func (l *lack) meet(r rune) {
	if l.met == nil {
		l.met = map[rune]bool{}
	}
	if !l.met[r] {
		l.met[r] = true
		l.letters = append(l.letters, r)
	}
}

// printable is s as a page can show it: letters and their accents composed,
// invisible marks of direction and joining left away, and one sign for each run
// of letters the font has not, which lacks takes down.
func printable(s string, lacks *lack) string {
	f := regular()
	last := ' '
	return strings.Map(func(r rune) rune {
		before := last
		last = r
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
			last = before
			return -1
		case f.has(r):
			return r
		}
		lacks.signs++
		lacks.meet(r)
		last = unknown
		if before == unknown {
			return -1
		}
		return unknown
	}, norm.NFC.String(writable(s)))
}

// readable reports whether a page can show a text well: of its letters, the
// font has nine in ten. What it has not of a text that is not, lacks takes down.
func readable(s string, lacks *lack) bool {
	f := regular()
	letters := 0
	var gone []rune
	for _, r := range norm.NFC.String(s) {
		if unicode.IsLetter(r) {
			letters++
			if !f.has(r) {
				gone = append(gone, r)
			}
		}
	}
	if len(gone)*10 <= letters {
		return true
	}
	for _, r := range gone {
		lacks.meet(r)
	}
	return false
}
