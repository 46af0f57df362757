package export

import (
	"context"
	"slices"
	"strings"

	"parallax/data"
)

// gap is between the two columns; bars stand in the margin of their column.
const gap = 22

// A column is one side of a page: lines to lay down, and where.
type column struct {
	x     float64
	lines []line
}

// sideBySideSheet lays out the chapters with both reports, their marks, and
// the notes at the foot.
func (s *sheet) sideBySideSheet(ctx context.Context, progress func(float64)) error {
	return s.eachChapter(ctx, progress, func(c *Chapter) error {
		s.newPage()
		s.head(c)
		told := make([]bool, len(c.Notes))
		if left, _ := c.pair(); left != nil && !c.OnlyNotes {
			s.sides(c, told)
		}
		if !c.OnlyNotes {
			s.further(c, told)
		}
		s.rest(c, told)
		s.finish()
		return nil
	})
}

// head writes what the chapter is about and where its reports are from.
func (s *sheet) head(c *Chapter) {
	s.heading(0, s.title(c))
	for _, words := range []string{joined(" · ", c.Event.Happened, c.Event.Place), c.Event.Background} {
		if words != "" {
			s.paragraph(s.small(words))
		}
	}
	if !s.Made.IsZero() {
		s.paragraph(s.small(s.sayf("Made with Parallax on %s.", s.when(s.Made))))
	}
	s.y += s.size * 0.4
	for i := range c.Reports {
		s.source(c, &c.Reports[i])
	}
	s.y += s.size * 0.5
}

// source writes where a report is from.
func (s *sheet) source(c *Chapter, r *data.Report) {
	from := s.elsewhere()
	if readable(SourceLine(r), &s.lacks) {
		from = s.plain(SourceLine(r))
	}
	s.paragraph(s.bold(c.letter(r.ID)+"  "), from)
}

// legend says what each mark means.
func (s *sheet) legend() {
	var runs []run
	for side, l := range []string{"A", "B"} {
		words := s.plain(s.sayf("words only in %s", l))
		words.ink.differs = side + 1
		only := s.plain(s.sayf("told only in %s", l))
		only.ink.opens = side + 1
		runs = append(runs, words, s.plain("   "), only, s.plain("   "))
	}
	quote := s.plain(s.say("quote, two wordings"))
	quote.ink.quote = true
	runs = append(runs, quote, s.plain("   "), s.label("1", false), s.plain(" "+s.say("the same number: the same thing told")),
		s.plain("   "), s.label("2?", true), s.plain(" "+s.say("maybe related")))
	for i := range runs {
		runs[i].ink.size *= 0.9
	}
	s.flow(wrap(unbroken(runs), s.room()), s.margin)
	s.y += s.size * 0.6
}

// unbroken keeps the words of each run of a legend on one line, and their
// distance.
func unbroken(runs []run) []run {
	for i := range runs {
		if t := runs[i].text; strings.TrimSpace(t) == "" && len(t) > 1 {
			runs[i].text = "\u00a0\u00a0\u00a0 " // some to be wide, one to break at
		} else {
			runs[i].text = strings.ReplaceAll(t, " ", "\u00a0")
		}
	}
	return runs
}

// label is the number of a pair in a frame.
func (s *sheet) label(number string, maybe bool) run {
	number = strings.ReplaceAll(number, " ", "\u00a0") // one frame around all
	return run{text: number, ink: ink{size: s.size * 0.74, bold: !maybe, framed: true, dotted: maybe, color: grey}}
}

// sides lays the two reports beside each other.
func (s *sheet) sides(c *Chapter, told []bool) {
	t := tellings(c, &s.o)
	if !s.o.NoMarks {
		s.legend()
	}
	s.mark(1, s.say("Side by side"))
	wide := (s.room() - gap) / 2
	x := [2]float64{s.margin, s.margin + wide + gap}
	s.onPage = func() { s.columnHeads(&t, x, wide) }
	s.columnHeads(&t, x, wide)
	var unreadable [2]bool
	for side := range t {
		unreadable[side] = !readable(t[side].Report.Text, &s.lacks)
	}
	if unreadable != [2]bool{} { // nothing to lay level
		var columns [2]column
		for side := range t {
			columns[side] = column{x[side], wrap([]run{s.elsewhere()}, wide)}
			if !unreadable[side] {
				columns[side].lines = s.tellingLines(&t[side], 0, len(t[side].Sentences), wide, told)
			}
		}
		s.columns(c, columns)
	} else {
		for _, r := range level(c.Comparison, &t) {
			var columns [2]column
			for side := range t {
				columns[side] = column{x[side], s.tellingLines(&t[side], r.First[side], r.Last[side], wide, told)}
			}
			// A short row is not torn apart.
			if high := max(heightOf(columns[0].lines), heightOf(columns[1].lines)); high < 6*s.size*leading && s.y+high > s.bottom() {
				s.newPage()
			}
			s.columns(c, columns)
			s.y += s.size * 0.45
		}
	}
	s.onPage = nil
	s.y += s.size
}

// columnHeads names the reports at the head of their columns.
func (s *sheet) columnHeads(t *[2]telling, x [2]float64, wide float64) {
	high := 0.0
	for side := range t {
		runs := []run{s.bold(s.called(&t[side]))}
		runs[0].ink.color = outlets[side]
		lines := wrap(runs, wide)[:1]
		s.draw(lines[0], x[side], s.y)
		high = max(high, lines[0].height)
		s.rule(x[side], s.y+high+1, x[side]+wide, s.y+high+1, 1, dashes[side], outlets[side])
	}
	s.y += high + 5
}

// called is a report's letter and, where the font has its letters, its name.
func (s *sheet) called(t *telling) string {
	if !readable(name(t.Report), &s.lacks) {
		return s.sayf("Report %s", t.Letter)
	}
	return joined("  ", t.Letter, name(t.Report))
}

// tellingLines lays out sentences of a report.
func (s *sheet) tellingLines(t *telling, first, last int, width float64, told []bool) []line {
	var lines []line
	var runs []run
	flush := func() {
		if len(runs) > 0 {
			lines = append(lines, wrap(runs, width)...)
			lines[len(lines)-1].height += s.size * 0.35
			runs = nil
		}
	}
	side := 0
	if t.Letter == "B" {
		side = 1
	}
	for k := first; k < last; k++ {
		one := &t.Sentences[k]
		if one.Opens {
			flush()
		}
		runs = append(runs, s.sentenceRuns(t, one, side, told)...)
	}
	flush()
	return lines
}

// sentenceRuns is one sentence with its marks and the numbers of its notes.
func (s *sheet) sentenceRuns(t *telling, one *sentence, side int, told []bool) []run {
	base := ink{size: s.size, color: black}
	switch one.Style {
	case headlineStyle:
		base.size, base.bold = s.size*1.3, true
	case standfirstStyle:
		base.bold = true
	}
	var runs []run
	var beside bar
	first := base
	if !s.o.NoMarks {
		switch {
		case one.Only:
			beside = []bar{solidBar, doubleBar}[side]
			first.opens = side + 1
		case len(one.Ties) > 0:
			runs = append(runs, s.label(numbers(one.Ties), false), run{text: " ", ink: base})
			if one.Freely {
				freely := s.small(s.say("told differently"))
				runs = append(runs, freely, run{text: " ", ink: base})
			}
		case len(one.Maybe) > 0:
			beside = dottedBar
			runs = append(runs, s.label(numbers(one.Maybe)+"?", true), run{text: " ", ink: base})
		}
	}
	for _, p := range one.Pieces {
		r := run{text: printable(p.Of(t.Report.Text), &s.lacks), ink: base, bar: beside}
		if first.opens > 0 { // the bar stands in front of the first word
			opening, rest, more := strings.Cut(r.text, " ")
			runs = append(runs, run{text: opening, ink: first, bar: beside})
			first.opens = 0
			r.text = ""
			if more {
				r.text = " " + rest
			}
		}
		if p.Differs {
			r.ink.differs = side + 1
		}
		r.ink.quote = p.Quoted
		runs = append(runs, r)
		if len(p.Ends) == 0 {
			continue
		}
		raised := ink{size: s.size * 0.72, bold: true, raised: true, color: black}
		number := run{text: numbers(p.Ends), ink: raised, bar: beside}
		for _, n := range p.Ends {
			if !told[n-1] {
				told[n-1] = true
				number.notes = append(number.notes, n-1)
			}
		}
		runs = append(runs, number)
	}
	return append(runs, run{text: " ", ink: base})
}

// columns lays columns down side by side. Each line brings the notes it speaks
// of to the foot of its page, as far as they find room; the rest goes on at the
// foot of the next.
func (s *sheet) columns(c *Chapter, columns [2]column) {
	var at [2]int
	y := [2]float64{s.y, s.y}
	var bars [2]struct {
		sort bar
		from float64
	}
	shut := func(side int, to float64) {
		if b := &bars[side]; b.sort != noBar {
			s.drawBar(b.sort, columns[side].x-6, b.from, to)
			b.sort = noBar
		}
	}
	// Each column is drawn whole, so that who copies the text or has it read
	// aloud gets one after the other.
	type placed struct {
		line
		y float64
	}
	var waiting [2][]placed
	draw := func() {
		for side := range waiting {
			for _, l := range waiting[side] {
				s.draw(l.line, columns[side].x, l.y)
			}
			waiting[side] = nil
		}
	}
	fresh := false // this page is a new one
	for at[0] < len(columns[0].lines) || at[1] < len(columns[1].lines) {
		side := 0
		if at[0] == len(columns[0].lines) || at[1] < len(columns[1].lines) && y[1] < y[0] {
			side = 1
		}
		l := columns[side].lines[at[side]]
		need := l.height
		if len(l.notes) > 0 && len(s.carry) == 0 {
			need += s.size * 0.86 * leading // one line of the note
			if len(s.foot) == 0 {
				need += 8
			}
		}
		if y[side]+need > s.bottom() && !fresh {
			shut(0, y[0])
			shut(1, y[1])
			draw()
			s.newPage()
			y = [2]float64{s.y, s.y}
			fresh = true
			continue
		}
		fresh = false
		if b := &bars[side]; b.sort != l.bar {
			shut(side, y[side])
			b.sort, b.from = l.bar, y[side]
		}
		waiting[side] = append(waiting[side], placed{l, y[side]})
		y[side] += l.height
		at[side]++
		for _, n := range l.notes {
			s.toFoot(s.noteLines(c, n, s.size*0.86, s.room()), max(y[0], y[1]))
		}
	}
	shut(0, y[0])
	shut(1, y[1])
	draw()
	s.y = max(y[0], y[1])
}

// toFoot puts lines to the foot of the page, below y, and what has no room
// there to the next page's.
func (s *sheet) toFoot(lines []line, y float64) {
	if len(s.carry) == 0 {
		room := s.height - s.margin - 16 - 8 - y - heightOf(s.foot)
		n := 0
		for h := 0.0; n < len(lines) && h+lines[n].height <= room; n++ {
			h += lines[n].height
		}
		s.foot = append(s.foot, lines[:n]...)
		lines = lines[n:]
	}
	s.carry = append(s.carry, lines...)
}

// noteLines lays out one note: its number, its tags, the words it is tied to,
// and what it says.
func (s *sheet) noteLines(c *Chapter, index int, size, width float64) []line {
	n := &c.Notes[index]
	lines := wrap(s.noteRuns(c, n, numbers([]int{index + 1}), size), width)
	lines[len(lines)-1].height += size * 0.3
	return lines
}

func (s *sheet) noteRuns(c *Chapter, n *data.Note, number string, size float64) []run {
	with := func(words string, isBold bool, c ink) run {
		r := s.plain(words)
		r.ink.size, r.ink.bold, r.ink.color = size, isBold, c.color
		return r
	}
	dark, pale := ink{color: black}, ink{color: grey}
	runs := []run{with(number+"  ", true, dark)}
	if names := s.tagNames(n); len(names) > 0 {
		runs = append(runs, with(strings.Join(names, " · ")+"  ", true, dark))
	}
	for i := range n.Anchors {
		a := &n.Anchors[i]
		runs = append(runs, with(c.letter(a.ReportID)+" ", true, pale), with(oneLine(s.quote(a))+"  ", false, pale))
	}
	if n.Body != "" {
		for _, r := range s.bodyRuns(n.Body) {
			r.ink.size = size
			runs = append(runs, r)
		}
		runs = append(runs, with("  ", false, dark))
	}
	if who := s.signature(n); who != "" {
		runs = append(runs, with("("+who+")", false, pale))
	}
	if lost(runs) {
		return []run{runs[0], s.elsewhere()}
	}
	return runs
}

// oneLine is s with its line breaks made spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// further writes the reports that are not laid side by side, each whole.
func (s *sheet) further(c *Chapter, told []bool) {
	left, right := c.pair()
	marks := s.o.NoMarks
	s.o.NoMarks = true // there is no other report to mark it against
	defer func() { s.o.NoMarks = marks }()
	for i := range c.Reports {
		r := &c.Reports[i]
		if left != nil && (r.ID == left.ID || r.ID == right.ID) {
			continue
		}
		t := tell(c, r, &s.o)
		s.heading(1, s.called(&t))
		if !readable(r.Text, &s.lacks) {
			s.paragraph(s.elsewhere())
			continue
		}
		one := column{s.margin, s.tellingLines(&t, 0, len(t.Sentences), s.room(), told)}
		s.columns(c, [2]column{one, {}})
	}
}

// rest writes the notes that have no place in the texts.
func (s *sheet) rest(c *Chapter, told []bool) {
	headed := false
	for i := range c.Notes {
		if told[i] {
			continue
		}
		if !headed {
			headed = true
			for len(s.carry) > 0 {
				s.newPage()
			}
			s.heading(1, s.say(restHeading(slices.Contains(told, true))))
		}
		s.flow(s.noteLines(c, i, s.size, s.room()), s.margin)
	}
}
