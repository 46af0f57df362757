package export

import (
	"strings"
	"unicode/utf8"

	"parallax/data"
)

// A Fitter ties received notes to reports. A report is known by its ID, else by
// its text's digest, else by the words a note quotes from it: then all notes on
// that report of the file go to the same one here.
type Fitter struct {
	reports []data.Report
	byID    map[data.ID]*data.Report
	byText  map[string]*data.Report
	found   map[string]*data.Report // reports of the file to those here, once found by words
}

// NewFitter returns a Fitter for reports, in which earlier ones are preferred.
func NewFitter(reports []data.Report) *Fitter {
	f := &Fitter{reports: reports, byID: map[data.ID]*data.Report{}, byText: map[string]*data.Report{}, found: map[string]*data.Report{}}
	for i := range reports {
		r := &reports[i]
		f.byID[r.ID] = r
		if f.byText[r.Digest] == nil {
			f.byText[r.Digest] = r
		}
	}
	return f
}

// Fit returns a note tied to the reports here, in the event of the first that is
// found. What it quotes from reports that are not here is kept as words behind
// what it says, and counted in lost; anchors whose report is here but whose
// words are not in it are loose. EventID is empty when no report was found.
func (f *Fitter) Fit(r Received) (n data.Note, lost int) {
	n = r.Note
	n.EventID, n.Anchors = "", nil
	var quotes []string
	for i, a := range r.Note.Anchors {
		report := f.report(a, r.Places[i])
		if report == nil {
			if a.Quote != "" {
				quotes = append(quotes, joined(" ", quoted(a.Quote), inBrackets(r.Places[i])))
			}
			lost++
			continue
		}
		if n.EventID == "" {
			n.EventID = report.EventID
		}
		n.Anchors = append(n.Anchors, tie(a, r.Places[i], report))
	}
	n.Body = joined("\n\n", append([]string{n.Body}, quotes...)...)
	return n, lost
}

func inBrackets(p Place) string {
	if from := joined(", ", p.Outlet, p.Headline, p.Address); from != "" {
		return "(" + from + ")"
	}
	return ""
}

// report is the report here that an anchor of the file belongs to, or nil.
func (f *Fitter) report(a data.Anchor, p Place) *data.Report {
	if r := f.byID[a.ReportID]; r != nil {
		return r
	}
	if r := f.byText[p.Digest]; r != nil && p.Digest != "" {
		return r
	}
	key := joined("\x00", string(a.ReportID), p.Digest, p.Address, p.Outlet, p.Headline)
	if r := f.found[key]; r != nil && key != "" {
		return r
	}
	r := f.byWords(a)
	if r != nil && key != "" {
		f.found[key] = r
	}
	return r
}

// enough is how many letters of a quote and its surroundings must stand in a
// report for it to be taken for the one quoted: fewer stand in many by chance.
const enough = 20

// byWords is the report in which most of an anchor's words and of what stands
// around them is found.
func (f *Fitter) byWords(a data.Anchor) *data.Report {
	var best *data.Report
	most := enough - 1
	for i := range f.reports {
		r := &f.reports[i]
		s, ok := stands(a, r.Text)
		if !ok || s.Empty() {
			continue
		}
		before, after := agreeing(r.Text, s, a)
		letters := utf8.RuneCountInString(a.Quote) + before + after
		if letters > most {
			best, most = r, letters
		}
	}
	return best
}

// stands is where an anchor's words stand in text. Anchors of ours are found
// as everywhere; other programs keep fewer letters around a quote or none, so
// there all they keep must agree, and where they keep none, the words must be
// the only ones of their sort.
func stands(a data.Anchor, text string) (data.Span, bool) {
	if s, ok := a.Find(text); ok || a.Quote == "" {
		return s, ok
	}
	var found []data.Span
	for from := 0; ; {
		i := strings.Index(text[from:], a.Quote)
		if i < 0 {
			break
		}
		s := data.Span{Start: from + i, End: from + i + len(a.Quote)}
		before, after := agreeing(text, s, a)
		if before == utf8.RuneCountInString(a.Before) && after == utf8.RuneCountInString(a.After) {
			found = append(found, s)
		}
		from = s.End
	}
	if len(found) == 0 || len(found) > 1 && a.Before == "" && a.After == "" {
		return data.Span{}, false
	}
	return found[0], true
}

// agreeing counts the letters in front of s and behind it that are as an anchor
// keeps them.
func agreeing(text string, s data.Span, a data.Anchor) (before, after int) {
	front, back := text[:s.Start], text[s.End:]
	for kept := a.Before; kept != ""; before++ {
		x, w := utf8.DecodeLastRuneInString(kept)
		y, v := utf8.DecodeLastRuneInString(front)
		if x != y || v == 0 {
			break
		}
		kept, front = kept[:len(kept)-w], front[:len(front)-v]
	}
	for kept := a.After; kept != ""; after++ {
		x, w := utf8.DecodeRuneInString(kept)
		y, v := utf8.DecodeRuneInString(back)
		if x != y || v == 0 {
			break
		}
		kept, back = kept[w:], back[v:]
	}
	return before, after
}

// tie ties an anchor of a file to a report here.
func tie(a data.Anchor, p Place, r *data.Report) data.Anchor {
	a.ReportID = r.ID
	a.Span = data.Span{}
	whole := a.Quote == "" && !p.Counted && a.Before == "" && a.After == ""
	if whole {
		a.Loose = false
		return a
	}
	if p.Counted {
		points := countPoints(r.Text)
		start, ok := points.offset(p.Start)
		end, okEnd := points.offset(p.End)
		if ok && okEnd && end >= start {
			a.Span = data.Span{Start: start, End: end}
			inPlace := strings.HasSuffix(r.Text[:start], a.Before) && strings.HasPrefix(r.Text[end:], a.After)
			switch {
			case a.Quote == "" && end > start: // words that the file only counts
				if p.Digest == r.Digest || p.Digest == "" {
					return data.MakeAnchor(r, a.Side, a.Span)
				}
			case a.Quote == "" && a.Before == "" && a.After == "" && inPlace: // the whole report
				a.Loose = false
				return a
			case r.Text[start:end] == a.Quote && inPlace:
				return data.MakeAnchor(r, a.Side, a.Span)
			}
		}
	}
	if a.Quote == "" { // a place known by what stands around it
		a.Loose = true // the library looks for it
		return a
	}
	s, ok := stands(a, r.Text)
	if ok {
		return data.MakeAnchor(r, a.Side, s)
	}
	a.Loose = true
	return a
}
