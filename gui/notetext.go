package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
)

// noteText shows a note's text: **bold** words, and a list where lines start
// with a dash. Nothing else in it has a meaning, so that what a stranger wrote
// is only ever words. Of a very long text the beginning is shown; opening the note
// shows it all.
func noteText(body string) fyne.CanvasObject {
	return padded(newEmphasis(noteSegments(shorten(body, mostOfNote))), theme.InnerPadding())
}

// mostOfNote is how many letters of a note are shown at most where it is not open.
const mostOfNote = 3000

func noteSegments(body string) []widget.RichTextSegment {
	var out []widget.RichTextSegment
	add := func(text string, bold, inline bool) {
		style := widget.RichTextStyle{Inline: inline, ColorName: theme.ColorNameForeground, SizeName: theme.SizeNameText}
		style.TextStyle.Bold = bold
		out = append(out, &widget.TextSegment{Text: text, Style: style})
	}
	for _, line := range data.BodyLines(body) {
		if line.Item {
			add("• ", false, true)
		}
		for _, part := range line.Parts {
			add(part.Text, part.Bold, true)
		}
		add("", false, false)
	}
	return out
}
