package reader

import (
	"bytes"
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
)

// setWith is a typeset whose only other fonts are those system finds.
func setWith(t *testing.T, system func(rune, bool) *font.Face) *typeset {
	test.NewTempApp(t)
	f := newTypefaces(new(sync.Mutex), nil)
	f.system = system
	f.own[0], f.own[1] = f.open(theme.DefaultTextFont().Content()), f.open(theme.DefaultTextBoldFont().Content())
	f.fit()
	return &typeset{typefaces: f}
}

func none(rune, bool) *font.Face { return nil }

func TestFontlessNamesScriptsOnce(t *testing.T) {
	set := setWith(t, none)
	for text, want := range map[string][]string{
		"Plain words, ñandú, Київ, Αθήνα.":               nil,
		"A quote: नमस्ते, and again नमस्ते.":             {"Deva"},
		"שלום and नमस्ते\nand 你好":                        {"Hebr", "Deva", "Hani"},
		"इसलिए। \U0010fffd":                              {"Deva"},
		"soft\u00adhyphen, zero\u200bwidth, no":          nil,
		"a private sign \U0010fffd":                      {Signs},
		"an em space\u2003and\u3000a wide one, 1\u00a02": nil,
	} {
		if got := newDocument(text, set).Fontless(); !slices.Equal(got, want) {
			t.Errorf("%q lacks fonts for %q, want %q", text, got, want)
		}
	}
}

// A font of the computer's own is used: the letter is drawn, and nothing said.
func TestSystemFontIsUsed(t *testing.T) {
	face, err := font.ParseTTF(bytes.NewReader(theme.DefaultEmojiFont().Content()))
	if err != nil {
		t.Fatal(err)
	}
	text := "A sign 🏫 here"
	if got := newDocument(text, setWith(t, none)).Fontless(); !slices.Equal(got, []string{Signs}) {
		t.Errorf("without fonts: %q", got)
	}
	set := setWith(t, func(rune, bool) *font.Face { return face })
	if got := newDocument(text, set).Fontless(); got != nil {
		t.Errorf("with a font: %q", got)
	}
	if c := set.shape("🏫", nil, false); len(c) != 1 || len(c[0].glyphs) != 1 || c[0].glyphs[0].face.face != face {
		t.Errorf("set as %+v", c)
	}
	// a font that has not what was asked for is no help
	if set.resolve('न', false) != nil {
		t.Error("a font without the letter is used")
	}
}

// Each letter without a font is one dot, marks and all, and can be selected by
// itself in either direction.
func TestLettersWithoutFontAreDots(t *testing.T) {
	set := setWith(t, none)
	for _, c := range []struct {
		word string
		ends []uint32
		turn uint8
	}{
		{"नमस्ते", []uint32{3, 6, 12, 18}, 0},
		{"שלום", []uint32{2, 4, 6, 8}, 1},
		{"你好", []uint32{3, 6}, 0},
	} {
		levels := bytes.Repeat([]byte{c.turn}, len(c.word))
		got := set.shape(c.word, levels, false)
		var ends []uint32
		for _, k := range got {
			ends = append(ends, k.end)
			if len(k.glyphs) != 1 || k.glyphs[0].face != set.own[0] || k.glyphs[0].gid == 0 {
				t.Errorf("%q is set as %+v", c.word, k)
			}
		}
		if !slices.Equal(ends, c.ends) {
			t.Errorf("letters of %q end at %d, want %d", c.word, ends, c.ends)
		}
	}
}

// A bold letter is asked for as one: a headline in another script is as bold as
// others where the computer has the font.
func TestSystemFontsAreAskedForByWeight(t *testing.T) {
	var asked []bool
	set := setWith(t, func(_ rune, bold bool) *font.Face { asked = append(asked, bold); return nil })
	for range 2 {
		set.shape("न", nil, false)
		set.shape("न", nil, true)
	}
	if !slices.Equal(asked, []bool{false, true}) {
		t.Errorf("asked for bold: %v", asked)
	}
}
