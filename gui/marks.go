package gui

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// marksOf returns the marks a comparison puts on one side's text, where wording
// is what it marks of words.
func marksOf(c *data.Comparison, wording []data.Mark, side data.Side) []reader.Mark {
	var marks []reader.Mark
	add := func(kind reader.MarkKind, span data.Span) {
		if !span.Empty() {
			marks = append(marks, reader.Mark{Span: span, Kind: kind})
		}
	}
	var last data.Span
	for _, m := range wording {
		if m.Span != last { // two pairs of one sentence mark the same words
			add(markKind(c.Pairs[m.Pair].Differences[m.Difference].Kind), m.Span)
		}
		last = m.Span
	}
	for _, p := range c.Possible {
		for _, s := range p.Spans(side) {
			add(reader.Possible, s)
		}
	}
	for _, s := range c.Only(side) {
		add(reader.Only, s)
	}
	for _, q := range c.Quotes {
		if q.Likeness < 1 {
			add(reader.Quote, q.At(side))
		}
	}
	return marks
}

// markKind is how a kind of difference is marked.
func markKind(k data.DifferenceKind) reader.MarkKind {
	switch k {
	case data.Moved:
		return reader.Moved
	case data.Spelling, data.Lettered:
		return reader.Respelled
	}
	return reader.Wording
}

// tiesOf returns what the ribbons join; the index of a tie is its pair's.
func tiesOf(pairs []data.Pair, sure int) []reader.Tie {
	ties := make([]reader.Tie, len(pairs))
	for i, p := range pairs {
		kind := reader.Related
		switch {
		case i >= sure:
			kind = reader.TiePossible
		case p.Relation == data.Same:
			kind = reader.Same
		case p.Relation == data.Quoting:
			kind = reader.Quoting
		}
		ties[i] = reader.Tie{Left: data.Cover(p.Left), Right: data.Cover(p.Right), Strength: float32(p.Likeness), Kind: kind, Ruled: p.Ruled != ""}
	}
	return ties
}

// movedPins returns the pins of passages told elsewhere across, in another order:
// each names the paragraph there. A pin's ID is its pair's index.
func (r *room) movedPins(side data.Side) []reader.Pin {
	var pins []reader.Pin
	pairs, across := r.session.AllPairs(), r.panes[side.Other()]
	for _, i := range r.spread.Moved() {
		at, there := pairs[i].Spans(side)[0].Start, pairs[i].Spans(side.Other())[0].Start
		pin := reader.Pin{Kind: reader.MovePin, Offset: at, ID: i}
		where := map[string]any{"Letter": side.Other().Letter(), "N": across.ParagraphNumber(there)}
		if n := across.ParagraphNumber(there); n > 0 {
			pin.Label, pin.Hint = "¶"+strconv.Itoa(n), lang.L("also in paragraph {{.N}} of {{.Letter}}", where)
			if n > 99 { // the margin is narrow
				pin.Label = strconv.Itoa(n)
			}
		} else {
			pin.Hint = lang.L("also at the top of {{.Letter}}", where)
		}
		pins = append(pins, pin)
	}
	return pins
}

// toldPins returns the counts in a side's margin: in how many of the event's
// reports a passage is told, where that changes.
func toldPins(list []session.Told) []reader.Pin {
	pins := make([]reader.Pin, len(list))
	for i, t := range list {
		pins[i] = reader.Pin{Offset: t.Start, Label: strconv.Itoa(t.In) + "/" + strconv.Itoa(t.Of), Kind: reader.PlainPin}
		if t.Of > 9 { // the margin is narrow
			pins[i].Label = strconv.Itoa(t.In)
		}
	}
	return pins
}

// found returns the places of text that a search for query means: each of its
// words, at the start of a word, upper and lower case alike.
func found(text, query string) []data.Span {
	lower := strings.ToLower(text)
	if len(lower) != len(text) { // a letter whose small form is of another length: places would shift
		lower = text
	}
	var spans []data.Span
	for _, w := range strings.Fields(strings.ToLower(strings.ReplaceAll(query, `"`, " "))) {
		for from := 0; ; {
			i := strings.Index(lower[from:], w)
			if i < 0 {
				break
			}
			at := from + i
			if !insideWord(lower, at) {
				spans = append(spans, data.Span{Start: at, End: at + len(w)})
			}
			from = at + len(w)
		}
	}
	return spans
}

// insideWord reports whether a word runs on over offset at in text.
func insideWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	here, _ := utf8.DecodeRuneInString(text[at:])
	return at > 0 && isLetter(before) && isLetter(here)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// stylesOf says which paragraphs of a report are its headline and standfirst.
func stylesOf(r *data.Report, doc *reader.Document) map[int]reader.Style {
	styles := map[int]reader.Style{}
	for i := range doc.Paragraphs() {
		switch r.Opening(i, doc.Paragraph(i).Of(r.Text)) {
		case data.Headline:
			styles[i] = reader.Headline
		case data.Standfirst:
			styles[i] = reader.Standfirst
		}
	}
	return styles
}
