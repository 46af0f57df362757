package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/gui/bidi"
)

const (
	fromRight = "קודמת לכול, אמרה דנה לוי בעיר נארה אחרי הסערה שהכתה בחוף"
	fromLeft  = "safety comes first, said Dana Levi in Nara after the storm"
)

// Lines of words read from the right begin at the right edge, those read from
// the left at the left one, and both say the words in their order.
func TestPhraseReadsFromItsOwnSide(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		text string
		rtl  bool
	}{{fromRight, true}, {fromLeft, false}} {
		p := &phrase{text: c.text, plain: "×2", size: wordingText, side: 0}
		p.set(200)
		p.move(10, 0)
		if len(p.lines) < 2 {
			t.Fatalf("%q is set in one line", c.text)
		}
		rest := c.text
		for i, l := range p.lines {
			left, right := l.text.Position().X, l.text.Position().X+l.text.Size().Width
			if c.rtl && right != 210-tintAir || !c.rtl && left != 10+tintAir {
				t.Errorf("line %d of %q stands from %v to %v", i, c.text, left, right)
			}
			n := 0
			for n < len(rest) && bidi.Part(rest[:n], c.rtl) != l.text.Text {
				n++
			}
			if n == len(rest) && bidi.Part(rest, c.rtl) != l.text.Text {
				t.Fatalf("line %d of %q is %q", i, c.text, l.text.Text)
			}
			rest = strings.TrimPrefix(rest[n:], " ")
			if l.plain != nil {
				if at := l.plain.Position().X; c.rtl != (at < left) {
					t.Errorf("what follows %q stands at %v, the words at %v", c.text, at, left)
				}
			}
		}
		if rest != "" {
			t.Errorf("%q is not set", rest)
		}
	}
}

// A number with its thing in letters read from the right comes first at the right.
func TestPhraseOfANumber(t *testing.T) {
	test.NewTempApp(t)
	p := &phrase{text: "12", plain: "כיתות", size: wordingText, side: 0}
	p.set(200)
	p.move(0, 0)
	if l := p.lines[0]; l.plain.Position().X >= l.text.Position().X {
		t.Error("the number stands behind its thing")
	}
}

// The words of a note are prose where they are read from the right, with room
// for all their lines.
func TestNotesQuoteInTheirOwnDirection(t *testing.T) {
	test.NewTempApp(t)
	for text, want := range map[string]bool{fromRight: true, fromLeft: false} {
		o := container.NewVBox(reading(data.Anchor{Quote: text}), newFill(fyne.NewSize(1, 7), rule))
		w := test.NewTempWindow(t, o)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(200, 300))
		o.Refresh()
		lines := 0
		for _, l := range test.LaidOutObjects(o) {
			if l, ok := l.(*canvas.Text); ok && strings.ContainsRune(l.Text, '\u200e') {
				lines++
			}
		}
		if (lines > 1) != want {
			t.Errorf("%q is set in %d turned lines", text, lines)
		}
		if want && o.Objects[1].Position().Y < float32(lines)*16 {
			t.Errorf("%d lines stand in %v", lines, o.Objects[1].Position().Y)
		}
	}
}

// One line is cut at the end of what it says, whichever side that is on.
func TestCutTextKeepsTheStart(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{fromRight, fromLeft} {
		c := newCutText(false)
		c.SetText(text)
		c.Resize(fyne.NewSize(150, 30))
		shown := test.WidgetRenderer(c).Objects()[0].(*canvas.Text)
		first := strings.Fields(text)[0]
		if !strings.Contains(shown.Text, first) || !strings.Contains(shown.Text, "…") || shown.MinSize().Width > 150 {
			t.Errorf("shown is %q", shown.Text)
		}
	}
}
