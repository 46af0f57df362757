package gui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// BenchmarkTypingInALongNote types letters at the head of a note, in one
// paragraph or in paragraphs of fifty words.
func BenchmarkTypingInALongNote(b *testing.B) {
	for _, words := range []int{200, 1000, 5000} {
		for _, paragraphs := range []bool{false, true} {
			b.Run(fmt.Sprintf("words=%d/paragraphs=%v", words, paragraphs), func(b *testing.B) {
				test.NewTempApp(b)
				e := newMultiLineEntry()
				w := test.NewTempWindow(b, e)
				w.Resize(fyne.NewSize(220, 90))
				text := strings.Repeat("noticing words takes time and care ", words/6)
				if paragraphs {
					text = strings.Repeat(strings.Repeat("noticing words takes time and care ", 8)+"\n", words/48)
				}
				e.SetText(text)
				e.FocusGained()
				for b.Loop() {
					e.TypedRune('x')
				}
			})
		}
	}
}
