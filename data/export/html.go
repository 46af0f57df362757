package export

import (
	"bufio"
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"parallax/data"
)

// pageStyle is the look of the page on the screen and on paper.
//
//go:embed page.css
var pageStyle string

// A page is an HTML file being written. Its body is well-formed XML. Errors of the writer are kept by it and told by Flush.
type page struct {
	*bufio.Writer
	*Book
	o Options
	// outer is the level of a chapter's heading: 1 where it is the only one.
	outer int
	first string // what the ids of the chapter begin with
}

// writeHTML writes one page: no script, nothing fetched from elsewhere, every
// mark told in words for those who hear the page.
func writeHTML(ctx context.Context, w *bufio.Writer, b *Book, o Options, progress func(float64)) error {
	p := &page{Writer: w, Book: b, o: o, outer: 1}
	title := b.Title
	if len(b.Chapters) == 1 {
		title = b.title(&b.Chapters[0])
	}
	p.put("<!DOCTYPE html>\n<html lang=\"", p.language(), "\"><head><meta charset=\"utf-8\">",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
		"<meta name=\"generator\" content=\"Parallax\">\n<title>", p.text(title), "</title>\n<style>\n", pageStyle, "</style></head>\n<body>\n<main>\n")
	if len(b.Chapters) != 1 {
		p.outer = 2
		p.put("<h1 dir=\"auto\">", p.text(title), "</h1>\n", p.made())
		if len(b.Chapters) > 1 {
			p.put("<nav aria-label=\"", p.text(p.say("Events")), "\"><ol>\n")
			for i := range b.Chapters {
				p.put("<li><a href=\"#e", strconv.Itoa(i+1), "\" dir=\"auto\">", p.text(p.title(&b.Chapters[i])), "</a></li>\n")
			}
			p.put("</ol></nav>\n")
		}
	}
	i := 0
	err := b.eachChapter(ctx, progress, func(c *Chapter) error {
		i++
		p.first = "e" + strconv.Itoa(i)
		p.chapter(c)
		_, err := w.Write(nil) // what the writer answered so far
		return err
	})
	p.put("</main>\n</body></html>\n")
	return err
}

func (p *page) put(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
}

// text is s as text of the page.
func (p *page) text(s string) string { return html.EscapeString(writable(s)) }

// language is that of the program's own words.
func (p *page) language() string { return html.EscapeString(cmp.Or(p.Language, "en")) }

func (p *page) made() string {
	if p.Made.IsZero() {
		return ""
	}
	return "<p class=\"about\">" + p.text(p.sayf("Made with Parallax on %s.", p.when(p.Made))) + "</p>\n"
}

// heading writes a heading of level deeper than the chapter's.
func (p *page) heading(deeper int, id, words string) {
	l := strconv.Itoa(p.outer + deeper)
	if id != "" {
		id = " id=\"" + id + "\""
	}
	p.put("<h", l, id, " dir=\"auto\">", p.text(words), "</h", l, ">\n")
}

func (p *page) chapter(c *Chapter) {
	p.put("<article>\n")
	p.heading(0, p.first, p.title(c))
	if about := joined(" · ", c.Event.Happened, c.Event.Place); about != "" {
		p.put("<p class=\"about\" dir=\"auto\">", p.text(about), "</p>\n")
	}
	if c.Event.Background != "" {
		p.put("<p dir=\"auto\">", p.text(c.Event.Background), "</p>\n")
	}
	if p.outer == 1 {
		p.put(p.made())
	}
	p.reports(c)
	beside := map[int]bool{} // notes told beside the texts
	if left, _ := c.pair(); left != nil && !c.OnlyNotes {
		p.sideBySide(c, beside)
	}
	if !c.OnlyNotes {
		p.further(c, beside)
	}
	p.rest(c, beside)
	p.put("</article>\n")
}

// reports lists where the reports are from.
func (p *page) reports(c *Chapter) {
	if len(c.Reports) == 0 {
		return
	}
	p.heading(1, "", p.say("The reports"))
	p.put("<ul class=\"reports\">\n")
	for i := range c.Reports {
		r := &c.Reports[i]
		l := c.letter(r.ID)
		p.put("<li class=\"", outletClass(l), "\"><b class=\"letter\">", l, "</b> <span", p.lang(r), ">", p.text(SourceLine(r)), "</span></li>\n")
	}
	p.put("</ul>\n")
}

// outletClass is the class of a report's colour; all after C share one.
func outletClass(letter string) string {
	switch letter {
	case "A", "B", "C":
		return strings.ToLower(letter)
	}
	return "x"
}

// lang says in which language and direction a report's words are.
func (p *page) lang(r *data.Report) string {
	if r.Language == "" {
		return " dir=\"auto\""
	}
	return " lang=\"" + p.text(r.Language) + "\" dir=\"auto\""
}

// heard is words for those who hear the page; they are not seen.
func (p *page) heard(words string) string {
	return "<span class=\"heard\" lang=\"" + p.language() + "\">" + p.text(words) + "</span>"
}

func (p *page) sideBySide(c *Chapter, beside map[int]bool) {
	t := tellings(c, &p.o)
	rows := level(c.Comparison, &t)
	noted := slices.ContainsFunc(c.Notes, func(n data.Note) bool {
		return slices.ContainsFunc(n.Anchors, func(a data.Anchor) bool {
			return !a.Loose && !a.WholeReport() && (a.ReportID == t[0].Report.ID || a.ReportID == t[1].Report.ID)
		})
	})
	p.heading(1, "", p.say("Side by side"))
	if !p.o.NoMarks {
		p.legend()
	}
	p.put("<table class=\"sides\"><thead><tr>")
	for _, side := range []data.Side{data.Left, data.Right} {
		p.put("<th scope=\"col\" class=\"", outletClass(side.Letter()), "\" dir=\"auto\">", side.Letter(), ": ", p.text(name(t[side].Report)), "</th>")
	}
	if noted {
		p.put("<th scope=\"col\">", p.text(p.say("Notes")), "</th>")
	}
	p.put("</tr></thead>\n<tbody>\n")
	for _, r := range rows {
		p.put("<tr>")
		var notes []int
		for side := range t {
			p.put("<td", p.lang(t[side].Report), ">")
			for k := r.First[side]; k < r.Last[side]; k++ {
				s := &t[side].Sentences[k]
				p.sentence(&t[side], s, k == r.First[side], data.Side(side))
				for _, n := range s.Notes {
					if !beside[n] {
						beside[n] = true
						notes = append(notes, n)
					}
				}
			}
			if r.First[side] < r.Last[side] {
				p.put("</p>")
			}
			p.put("</td>")
		}
		if noted {
			p.put("<td class=\"notes\">")
			for _, n := range notes {
				p.note(c, n)
			}
			p.put("</td>")
		}
		p.put("</tr>\n")
	}
	p.put("</tbody></table>\n")
	if !p.o.NoMarks {
		p.differences(c, &t)
	}
}

// name is what a report is called in short.
func name(r *data.Report) string {
	if r.Outlet != "" {
		return r.Outlet
	}
	return r.Headline
}

// legend says what each mark means.
func (p *page) legend() {
	p.put("<ul class=\"legend\">\n")
	for _, l := range []string{"A", "B"} {
		p.put("<li><mark class=\"", outletClass(l), "\">", p.text(p.sayf("words only in %s", l)), "</mark></li>\n")
		p.put("<li><span class=\"only ", outletClass(l), "\">", p.text(p.sayf("told only in %s", l)), "</span></li>\n")
	}
	p.put("<li><q class=\"two\">", p.text(p.say("quote, two wordings")), "</q></li>\n")
	p.put("<li><b class=\"tie\">1</b> ", p.text(p.say("the same number: the same thing told")), "</li>\n")
	p.put("<li><b class=\"tie maybe\">1?</b> ", p.text(p.say("maybe related")), "</li>\n</ul>\n")
}

// sentence writes one sentence; the first of its cell begins a paragraph too.
func (p *page) sentence(t *telling, s *sentence, first bool, side data.Side) {
	if s.Opens || first {
		if !first {
			p.put("</p>")
		}
		class := map[style]string{headlineStyle: " class=\"headline\"", standfirstStyle: " class=\"standfirst\""}[s.Style]
		p.put("<p", class, ">")
	}
	if !p.o.NoMarks {
		switch {
		case s.Only:
			p.put("<span class=\"only ", outletClass(side.Letter()), "\">", p.heard(p.sayf("Told only in %s:", side.Letter())+" "))
		case len(s.Ties) > 0:
			p.put("<b class=\"tie\">", p.heard(p.say("Passage")+" "), numbers(s.Ties), "</b> ")
			if s.Freely {
				p.put("<i class=\"freely\">", p.text(p.say("told differently")), "</i> ")
			}
		case len(s.Maybe) > 0:
			p.put("<b class=\"tie maybe\">", p.heard(p.say("Maybe related, passage")+" "), numbers(s.Maybe), "?</b> ")
		}
	}
	for _, one := range s.Pieces {
		words := p.text(one.Of(t.Report.Text))
		open, shut := "", ""
		if one.Quoted {
			open, shut = "<q class=\"two\">"+p.heard(p.say("quote, two wordings:")+" "), p.heard(" "+p.say("end"))+"</q>"
		}
		if one.Differs {
			open += "<mark class=\"" + outletClass(side.Letter()) + "\">" + p.heard(p.sayf("words only in %s:", side.Letter())+" ")
			shut = p.heard(" "+p.say("end")) + "</mark>" + shut
		}
		p.put(open, words, shut)
		p.references(one.Ends)
	}
	if !p.o.NoMarks && s.Only {
		p.put("</span>")
	}
	p.put(" ")
}

// references writes the numbers of notes, each a link to its note.
func (p *page) references(ends []int) {
	for _, r := range ranges(ends) {
		p.put("<sup><a href=\"#", p.first, "n", strconv.Itoa(r.first), "\">", p.heard(p.say("note")+" "), r.String(), "</a></sup>")
	}
}

// differences tells the comparison in words, one difference after another.
func (p *page) differences(c *Chapter, t *[2]telling) {
	sure, _ := numberPairs(c.Comparison)
	p.heading(1, "", p.say("The differences in words"))
	p.put("<ol class=\"differences\">\n")
	told := marked(c.Comparison)
	for i := range c.Comparison.Pairs {
		lines := p.differencesOf(c.Comparison, i, told, t)
		if len(lines) == 0 {
			continue
		}
		p.put("<li value=\"", strconv.Itoa(sure[i]), "\"><ul>")
		for _, line := range lines {
			p.put("<li dir=\"auto\">", p.text(line), "</li>")
		}
		p.put("</ul></li>\n")
	}
	p.put("</ol>\n")
	for side := range t {
		only := c.Comparison.Only(data.Side(side))
		if len(only) == 0 {
			continue
		}
		p.heading(1, "", p.sayf("Told only in %s", data.Side(side).Letter()))
		p.put("<ul>\n")
		for _, s := range only {
			p.put("<li", p.lang(t[side].Report), ">", p.text(s.Of(t[side].Report.Text)), "</li>\n")
		}
		p.put("</ul>\n")
	}
}

// differencesOf tells those differences of the pair at index that are told, in
// plain sentences.
func (b *Book) differencesOf(c *data.Comparison, index int, told map[difference]bool, t *[2]telling) []string {
	pair := &c.Pairs[index]
	if pair.ToldDifferently {
		return []string{b.say("Told differently: compare the whole passages.")}
	}
	var lines []string
	for k, d := range pair.Differences {
		if !told[difference{index, k}] {
			continue
		}
		a, z := d.Left.Of(t[0].Report.Text), d.Right.Of(t[1].Report.Text)
		switch {
		case d.Kind == data.Moved:
			lines = append(lines, b.sayf("“%s” stands at another place.", a))
		case d.Kind == data.Spelling:
			lines = append(lines, b.sayf("Two spellings: A “%s”, B “%s”.", a, z))
		case a == "":
			lines = append(lines, b.sayf("Only in B: “%s”.", z))
		case z == "":
			lines = append(lines, b.sayf("Only in A: “%s”.", a))
		default:
			lines = append(lines, b.sayf("A: “%s”. B: “%s”.", a, z))
		}
	}
	return lines
}

// further writes the reports that are not laid side by side, each whole.
func (p *page) further(c *Chapter, beside map[int]bool) {
	left, right := c.pair()
	for i := range c.Reports {
		r := &c.Reports[i]
		if left != nil && (r.ID == left.ID || r.ID == right.ID) {
			continue
		}
		t := tell(c, r, &p.o)
		p.heading(1, "", t.Letter+": "+name(r))
		p.put("<div class=\"text\"", p.lang(r), ">")
		var notes []int
		bare := *p
		bare.o.NoMarks = true
		for k := range t.Sentences {
			bare.sentence(&t, &t.Sentences[k], k == 0, data.Left)
			for _, n := range t.Sentences[k].Notes {
				if !beside[n] {
					beside[n] = true
					notes = append(notes, n)
				}
			}
		}
		if len(t.Sentences) > 0 {
			p.put("</p>")
		}
		p.put("</div>\n")
		for _, n := range notes {
			p.note(c, n)
		}
	}
}

// rest writes the notes that stand beside no text.
func (p *page) rest(c *Chapter, beside map[int]bool) {
	if len(beside) == len(c.Notes) {
		return
	}
	p.heading(1, "", p.say(restHeading(len(beside) > 0)))
	for i := range c.Notes {
		if !beside[i] {
			p.note(c, i)
		}
	}
}

// restHeading stands over the notes that stand beside no text; others may.
func restHeading(others bool) string {
	if others {
		return "Notes without a place in the texts"
	}
	return "Notes"
}

// note writes one note with the words it is tied to. It is no landmark: a page
// may have very many.
func (p *page) note(c *Chapter, index int) {
	n := &c.Notes[index]
	number := strconv.Itoa(index + 1)
	p.put("<div role=\"note\" class=\"note\" id=\"", p.first, "n", number, "\" aria-label=\"", p.text(p.say("Note")), " ", number, "\"><b class=\"letter\">", number, "</b>")
	if names := p.tagNames(n); len(names) > 0 {
		p.put(" <span class=\"tags\" dir=\"auto\">", p.text(strings.Join(names, " · ")), "</span>")
	}
	for _, a := range n.Anchors {
		l := c.letter(a.ReportID)
		p.put("<p class=\"quote ", outletClass(l), "\" dir=\"auto\"><b>", l, "</b> ", p.text(p.quote(&a)), "</p>")
	}
	if n.Body != "" {
		p.body(n.Body)
	}
	if s := p.signature(n); s != "" {
		p.put("<p class=\"about\" dir=\"auto\">", p.text(s), "</p>")
	}
	p.put("</div>\n")
}

// body writes what a note says, with its lists and bold words.
func (p *page) body(body string) {
	p.put("<div class=\"body\" dir=\"auto\">")
	lines := data.BodyLines(body)
	for i, l := range lines {
		listed := i > 0 && lines[i-1].Item
		switch {
		case l.Item && !listed:
			p.put("<ul><li>")
		case l.Item:
			p.put("<li>")
		case listed:
			p.put("</ul>")
		case i > 0:
			p.put("\n")
		}
		for _, part := range l.Parts {
			if part.Bold {
				p.put("<strong>", p.text(part.Text), "</strong>")
			} else {
				p.put(p.text(part.Text))
			}
		}
		if l.Item {
			p.put("</li>")
		}
	}
	if len(lines) > 0 && lines[len(lines)-1].Item {
		p.put("</ul>")
	}
	p.put("</div>")
}

// A span of numbers that follow each other.
type numberRange struct{ first, last int }

func (r numberRange) String() string {
	if r.first == r.last {
		return strconv.Itoa(r.first)
	}
	return fmt.Sprintf("%d–%d", r.first, r.last)
}

// ranges puts numbers in order that follow each other together, from three on.
func ranges(list []int) []numberRange {
	var out []numberRange
	for i := 0; i < len(list); {
		k := i
		for k+1 < len(list) && list[k+1] == list[k]+1 {
			k++
		}
		if k-i >= 2 {
			out = append(out, numberRange{list[i], list[k]})
			i = k + 1
			continue
		}
		out = append(out, numberRange{list[i], list[i]})
		i++
	}
	return out
}

// numbers lists numbers: "2, 5".
func numbers(list []int) string {
	var parts []string
	for _, r := range ranges(list) {
		parts = append(parts, r.String())
	}
	return strings.Join(parts, ", ")
}
