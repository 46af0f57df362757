package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/gui/bidi"
)

// noteText shows a note's text: **bold** words, and a list where lines start
// with a dash. Nothing else in it has a meaning, so that what a stranger wrote
// is only ever words. Words read from the right are shown in their places, without
// bold. Of a very long text the beginning is shown; opening the note shows it all.
func noteText(body string) fyne.CanvasObject {
	body = shorten(body, mostOfNote)
	if bidi.Turns(body) {
		return inOwnDirection(words(strings.ReplaceAll(body, "**", ""), fyne.TextStyle{}))
	}
	return padded(newEmphasis(noteSegments(body)), theme.InnerPadding())
}

// mostOfNote is how many letters of a note are shown at most where it is not open.
const mostOfNote = 3000

func noteSegments(body string) []widget.RichTextSegment {
	var out []widget.RichTextSegment
	for _, line := range strings.Split(body, "\n") {
		if item, ok := listItem(line); ok {
			line = "• " + item
		}
		parts := strings.Split(line, "**")
		if len(parts)%2 == 0 { // a ** without its partner is only two stars
			last := len(parts) - 1
			parts = append(parts[:last-1:last-1], parts[last-1]+"**"+parts[last])
		}
		for i, part := range parts {
			style := widget.RichTextStyle{Inline: i < len(parts)-1, ColorName: theme.ColorNameForeground, SizeName: theme.SizeNameText}
			style.TextStyle.Bold = i%2 == 1
			if part != "" || !style.Inline {
				out = append(out, &widget.TextSegment{Text: part, Style: style})
			}
		}
	}
	return out
}

// listItem returns a line without the dash or star of a list in front of it.
func listItem(line string) (string, bool) {
	trimmed := strings.TrimLeft(line, " \t")
	for _, sign := range []string{"- ", "* ", "– "} {
		if item, ok := strings.CutPrefix(trimmed, sign); ok {
			return item, true
		}
	}
	return "", false
}
