package editor

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// BenchmarkLayOutAMegabyte is what it takes to open a note of a megabyte, or to
// make it wider: in words, in one word, in a script without blanks.
func BenchmarkLayOutAMegabyte(b *testing.B) {
	test.NewTempApp(b)
	for name, text := range map[string]string{
		"words":     strings.Repeat("noticing words takes time and care ", 1<<20/36),
		"one word":  strings.Repeat("noticing", 1<<20/8),
		"no blanks": strings.Repeat("新聞記者的語言。", 1<<20/24),
	} {
		b.Run(name, func(b *testing.B) {
			var l layout
			l.set(text, 200, typeRuler(13))
			for b.Loop() {
				l.fit(200)
			}
		})
	}
}
