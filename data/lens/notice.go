package lens

import (
	"slices"
	"strings"

	"parallax/data"
)

const (
	noticesAhead  = 3 // so many of a report's first lines …
	noticesBehind = 4 // … and so many of its last can be a note about the report
)

// noticeLines makes a row for each note about a report itself, "not verified",
// "edited by", among its first and its last lines: a sentence with a cue from the
// list, or a line with a star that its text refers to.
func (m *matter) noticeLines() []Row {
	var rows []Row
	add := func(i int, s data.Span) {
		row := m.row("NT", Found)
		row.Cells[i].add(Wording{Text: m.reports[i].says(s), Places: []data.Span{s}})
		rows = append(rows, row)
	}
	for i, x := range m.reports {
		if !x.english {
			continue
		}
		for p, paragraph := range x.Paragraphs {
			if p >= noticesAhead && p < len(x.Paragraphs)-noticesBehind || p == 0 || x.isCaption(p) {
				continue
			}
			if line := paragraph.Of(x.String); (line[0] == '*' || strings.HasPrefix(line, "†")) && strings.Count(x.String, line[:1]) > 1 {
				add(i, paragraph.Span)
				continue
			}
			for _, s := range x.Sentences[paragraph.First:paragraph.Last] {
				if x.cue(words().notices, s.First, s.Last) >= 0 {
					add(i, s.Span)
				}
			}
		}
	}
	return rows
}

// cue returns the first token of [from,to) outside quotations at which a phrase
// of a list stands; -1: none.
func (x *telling) cue(list phrases, from, to int) int {
	for k := from; k < to; k++ {
		if x.quoted[k] < 0 {
			if _, _, ok := list.at(x, k); ok {
				return k
			}
		}
	}
	return -1
}

// captionLines makes a row for each line that looks like the text under a picture.
// One that gives a date the report nowhere else gives is told apart.
func (m *matter) captionLines() []Row {
	var rows []Row
	for i, x := range m.reports {
		if !x.english {
			continue
		}
		for p := range x.Paragraphs {
			if !x.isCaption(p) {
				continue
			}
			row := m.row("CA", Found)
			s := x.Paragraphs[p].Span
			row.Cells[i].add(Wording{Text: x.says(s), Places: []data.Span{s}})
			if x.otherDate(p) {
				row.Finding = OtherDate
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// mostCaption is how many words the text under a picture has at most.
const mostCaption = 60

// isCaption reports whether paragraph p opens as the text under a picture does,
// "Picture:", "Photo by", or ends with who took it.
func (x *telling) isCaption(p int) bool {
	paragraph := x.Paragraphs[p]
	from, to := x.tokensIn(paragraph.Span)
	if p == 0 || from == to || to-from > mostCaption {
		return false
	}
	at := from
	if !x.Token(at).Word && at+1 < to { // (Photo: …)
		at++
	}
	if end, _, ok := words().captions.at(x, at); ok && end < to {
		switch next := x.key(end); next {
		case ":", "by", "courtesy", "|", "/", "credit":
			return true
		}
	}
	return strings.Contains(paragraph.Of(x.String), "©") && to-from < mostCaption/2
}

// otherDate reports whether paragraph p gives a day or a year that no other does.
func (x *telling) otherDate(p int) bool {
	type date struct{ day, month, year int }
	var here []date
	there := map[date]bool{}
	for _, f := range x.dates() {
		d := date{f.day, f.month, f.year}
		if x.Sentences[x.sentence[f.core]].Paragraph == p {
			here = append(here, d)
			continue
		}
		there[d] = true
		if f.year > 0 {
			there[date{year: f.year}] = true
		}
	}
	return slices.ContainsFunc(here, func(d date) bool { return (d.year > 0 || d.day > 0) && !there[d] })
}

// dates are the figures of a report that are dates with a month or a year.
func (x *telling) dates() []figure {
	return slices.DeleteFunc(x.readFigures(), func(f figure) bool { return f.sort != dateFigure || f.month == 0 && f.year == 0 })
}
