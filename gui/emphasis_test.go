package gui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// Words read from the right keep what is bold, stand in the order they are read,
// and begin at the right edge.
func TestEmphasisOfWordsReadFromTheRight(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		body string
		rtl  bool
		want string // from left to right, bold words between stars
	}{
		{"המועצה **סגרה** את הגשר", true, "הגשר את *סגרה* המועצה"},
		{"المجلس **أغلق** الجسر", true, "الجسر *أغلق* المجلس"},
		{"the word **שלום** stays", false, "the word *שלום* stays"},
		{"the **word שלום לכם** stays", false, "the *word* *לכם* *שלום* stays"},
		{"אמר **TASS** (33)", true, "*TASS* (33) אמר"},
		{"- **מילה**", true, "*מילה* •"},
		{"חצי**מילה**", true, "*מילה* חצי"},
	} {
		e := newEmphasis(noteSegments(c.body))
		e.Resize(fyne.NewSize(300, 10))
		row := rowsOf(e)[0]
		var said []string
		for _, text := range row {
			s := strings.TrimSpace(text.Text)
			if text.TextStyle.Bold {
				s = "*" + s + "*"
			}
			said = append(said, s)
		}
		if got := strings.Join(said, " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.body, got, c.want)
		}
		last := row[len(row)-1]
		if right := last.Position().X + last.MinSize().Width; c.rtl != (right > 299) {
			t.Errorf("%q ends at %v of 300", c.body, right)
		}
	}
}

// rowsOf are the texts of each line, from left to right.
func rowsOf(e *emphasis) [][]*canvas.Text {
	var rows [][]*canvas.Text
	for _, t := range e.lines {
		if n := len(rows); n > 0 && rows[n-1][0].Position().Y == t.Position().Y {
			rows[n-1] = append(rows[n-1], t)
			continue
		}
		rows = append(rows, []*canvas.Text{t})
	}
	for _, row := range rows {
		slices.SortFunc(row, func(a, b *canvas.Text) int { return cmp.Compare(a.Position().X, b.Position().X) })
	}
	return rows
}

// Words of both directions keep their room and their letters, and none covers
// another.
func TestEmphasisOfBothDirectionsFitsItsRoom(t *testing.T) {
	test.NewTempApp(t)
	body := strings.Repeat("The **council** אמרה **כי הגשר (the old one)** נסגר on Monday, 12,500 **people**.\n- והגשר **נפתח** again\n", 4)
	letters := func(s string) string {
		sorted := []rune(strings.Join(strings.Fields(s), ""))
		slices.Sort(sorted)
		return string(sorted)
	}
	whole := letters(strings.NewReplacer("**", "", "\n- ", "\n• ", "(", "", ")", "").Replace(body))
	for width := float32(120); width < 500; width += 23 {
		e := newEmphasis(noteSegments(body))
		e.Resize(fyne.NewSize(width, 10))
		var said strings.Builder
		for _, row := range rowsOf(e) {
			at := float32(0)
			for _, text := range row {
				said.WriteString(strings.Trim(text.Text, "()"))
				if text.Position().X < at-1 || text.Position().X+text.MinSize().Width > width+1 {
					t.Errorf("width %v: %q from %v to %v, behind %v", width, text.Text, text.Position().X, text.Position().X+text.MinSize().Width, at)
				}
				at = text.Position().X + text.MinSize().Width
			}
		}
		if got := letters(strings.NewReplacer("(", "", ")", "").Replace(said.String())); got != whole {
			t.Errorf("width %v: letters\n%s\nwant\n%s", width, got, whole)
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
