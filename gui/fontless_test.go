package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"parallax/data"
)

// What no font can draw is named over its report until the reader closes that,
// once for the report.
func TestMissingFontIsSaidOnce(t *testing.T) {
	b := newBench(t, Options{Files: []string{ // no font has the private letter
		writePage(t, "a.txt", "The square is shut\n\nThe square in Orla is shut on Monday \U0010fffd."),
		writePage(t, "b.txt", "Square shut\n\nThe square in Orla is shut.")}})
	h := b.room.headers
	if !h[data.Left].notice.Visible() || !strings.Contains(h[data.Left].said.Text, "signs") || h[data.Right].notice.Visible() {
		t.Fatalf("said %q of A, %q of B", h[data.Left].said.Text, h[data.Right].said.Text)
	}
	sheet := b.room.spread.Size()
	test.Tap(h[data.Left].shut)
	if h[data.Left].notice.Visible() || b.room.spread.Size().Height <= sheet.Height {
		t.Error("the sentence stays, or its room does")
	}
	b.session.Swap()
	b.settle()
	if h[data.Left].notice.Visible() || h[data.Right].notice.Visible() {
		t.Error("it is said again")
	}
}

func TestScriptsAreNamed(t *testing.T) {
	text := fontlessText([]string{"Deva", "Hira", "Kana", "Zyyy", "Qaaa"})
	if !strings.Contains(text, ": Devanagari, Japanese, signs, another script.") {
		t.Errorf("said %q", text)
	}
}
