package gui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// linesOf are the lines of an emphasis from the top, bold words between stars.
func linesOf(e *emphasis) []string {
	var lines []string
	y := float32(-1)
	for _, t := range e.lines {
		text := t.Text
		if t.TextStyle.Bold {
			text = "*" + text + "*"
		}
		if t.Position().Y != y {
			y = t.Position().Y
			lines = append(lines, text)
		} else {
			lines[len(lines)-1] += "|" + text
		}
	}
	return lines
}

func TestEmphasisKeepsWordsWhole(t *testing.T) {
	test.NewTempApp(t)
	for body, want := range map[string]string{
		"plain words only":               "[plain words only]",
		"two **bold words** here":        "[two|*bold words*|here]",
		"**bold**, glued":                "[*bold*|, glued]",
		"a\n\nb":                         "[a b]",
		"- one\n- **two**":               "[• one •|*two*]",
		"seven **striking** departments": "[seven|*striking* departments]",
	} {
		e := newEmphasis(noteSegments(body))
		width := float32(300)
		if strings.HasPrefix(body, "seven") {
			width = 120
		}
		e.Resize(fyne.NewSize(width, 10))
		if got := fmt.Sprint(linesOf(e)); got != want {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
		if strings.Contains(body, "\n\n") && e.MinSize().Height < 2.5*e.lines[0].MinSize().Height {
			t.Error("the empty line has no room")
		}
	}
}

// Whatever is written, no word is lost, none leaves its room, and a word is
// broken only where it has no room in a line of its own.
func TestEmphasisFitsItsRoom(t *testing.T) {
	test.NewTempApp(t)
	body := strings.Repeat("The **council** of **Ostermark**, they say, *never* closed the **old bridge on Monday**.\n- or did it?\n", 5) +
		strings.Repeat("incomprehensibilities", 6)
	whole := strings.Join(strings.Fields(strings.NewReplacer("**", "", "\n- ", "\n• ").Replace(body)), "")
	for width := float32(120); width < 500; width += 23 {
		e := newEmphasis(noteSegments(body))
		e.Resize(fyne.NewSize(width, 10))
		var said strings.Builder
		for _, text := range e.lines {
			said.WriteString(strings.ReplaceAll(text.Text, " ", ""))
			if right := text.Position().X + text.MinSize().Width; right > width+1 && len([]rune(text.Text)) > 4 {
				t.Errorf("%q ends at %v of %v", text.Text, right, width)
			}
		}
		if said.String() != whole {
			t.Errorf("width %v: the words are\n%s", width, said.String())
		}
		if width > 150 {
			for _, line := range linesOf(e) {
				for _, word := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" |*,.?•", r) }) {
					if !strings.Contains(word, "incompre") && !strings.Contains(word, "ensibil") && !strings.Contains(strings.NewReplacer("**", "").Replace(body), word) {
						t.Errorf("width %v: %q is no word", width, word)
					}
				}
			}
		}
	}
}

func BenchmarkEmphasis(b *testing.B) {
	test.NewTempApp(b)
	n := 0
	for b.Loop() {
		n++
		e := newEmphasis(noteSegments(strings.Repeat(fmt.Sprintf("The **council** closed the bridge on day %d. ", n), 4)))
		e.Resize(fyne.NewSize(200, 10))
	}
}
