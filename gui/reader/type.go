package reader

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// DefaultTextSize is the size of body text in a new pane, in Fyne's units.
const DefaultTextSize = 16

// The text sizes a pane can be set to.
const (
	smallestText = 9
	largestText  = 72
)

// Type is how a pane's text is set.
type Type struct {
	Font    *Font   // nil: Noto Sans
	Size    float32 // of body text, in Fyne's units
	Leading float32 // from one line of body text to the next, in text sizes
	Column  int     // the letters a line holds at most, about
	Letters float32 // more room between letters, in text sizes
	Words   float32 // more room between words, in text sizes
}

// DefaultType is the type of a new pane.
func DefaultType() Type {
	return Type{Size: DefaultTextSize, Leading: settings[Body].leading, Column: 68}
}

// within returns t with each part brought between what can be read.
func (t Type) within() Type {
	t.Size = max(smallestText, min(t.Size, largestText))
	t.Leading = max(1.2, min(t.Leading, 2.2))
	t.Column = max(20, min(t.Column, 140))
	t.Letters = max(0, min(t.Letters, 0.3))
	t.Words = max(0, min(t.Words, 1))
	return t
}

// stretch is how much further apart lines stand than usual.
func (t Type) stretch() float32 { return t.Leading / settings[Body].leading }

// A Font is a family a text can be set in. Its files are read when it is first
// used. Letters it lacks are set in Noto Sans.
type Font struct {
	read  func(bold bool) []byte
	once  sync.Once
	faces *typefaces
}

// NewFont returns a font whose files, in TrueType, OpenType or WOFF, read gives.
func NewFont(read func(bold bool) []byte) *Font { return &Font{read: read} }

// typefaces opens the font; nil and a font that cannot be read are Noto Sans.
func (f *Font) typefaces() *typefaces {
	base := sharedFaces()
	if f == nil {
		return base
	}
	f.once.Do(func() {
		faces := newTypefaces(base.mu, base)
		faces.own[0], faces.own[1] = faces.open(f.read(false)), faces.open(f.read(true))
		if faces.own[0] == nil || faces.own[1] == nil {
			f.faces = base
			return
		}
		faces.fit()
		f.faces = faces
	})
	return f.faces
}

// A typeset measures and places letters: a font's faces and the room added
// between letters and words, in ems.
type typeset struct {
	*typefaces
	letters, words float32
}

// usual is the typeset of a new pane.
var usual = sync.OnceValue(func() *typeset { return &typeset{typefaces: sharedFaces()} })

func (t Type) typeset() *typeset {
	if t.Font == nil && t.Letters == 0 && t.Words == 0 {
		return usual()
	}
	return &typeset{t.Font.typefaces(), t.Letters, t.Words}
}

// spreads reports whether room may be added behind a letter: not where letters
// join.
func spreads(r rune) bool {
	return r < 0x600 || !unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Mongolian, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi)
}

// behind is the room added behind a letter that begins with the bytes of text.
func (s *typeset) behind(text string) float32 {
	if s.letters == 0 {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(text); !spreads(r) {
		return 0
	}
	return s.letters
}

func (s *typeset) space(bold bool) float32 {
	return s.typefaces.space(bold) + s.words + s.letters
}

func (s *typeset) width(word string, levels []uint8, simple, bold bool) float32 {
	w := s.typefaces.width(word, levels, simple, bold)
	switch {
	case s.letters == 0:
	case simple:
		w += s.letters * float32(utf8.RuneCountInString(word))
	default:
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, c := range s.shape(word, levels, bold) {
			w += s.behind(word[c.start:])
		}
	}
	return w
}

func (s *typeset) cuts(word string, simple, bold bool, yield func(int, float32) bool) {
	at := 0
	s.typefaces.cuts(word, simple, bold, func(end int, advance float32) bool {
		advance += s.behind(word[at:])
		at = end
		return yield(end, advance)
	})
}
