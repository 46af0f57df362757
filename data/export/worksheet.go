package export

import (
	"context"
	"fmt"
)

// worksheet lays out the chapters for work on paper: both reports without
// marks, each sentence with its number, then the tags and lines to write on.
func (s *sheet) worksheet(ctx context.Context, progress func(float64)) error {
	return s.eachChapter(ctx, progress, func(c *Chapter) error {
		s.newPage()
		s.heading(0, s.title(c))
		s.blanks(s.say("Name"), s.say("Class"), s.say("Date"))
		s.paragraph(s.plain(s.say("Read both reports. Find words that differ. Write the numbers of the sentences, pick a tag and say what you notice.")))
		s.y += s.size
		s.numbered(c)
		s.key()
		s.lines()
		s.finish()
		return nil
	})
}

// blanks writes names with a line to write on behind each.
func (s *sheet) blanks(names ...string) {
	wide := s.room() / float64(len(names))
	s.y += s.size * 0.6
	for i, n := range names {
		r := s.plain(n + ":")
		l := wrap([]run{r}, wide)[0]
		x := s.margin + float64(i)*wide
		s.draw(l, x, s.y)
		from := x + l.chunks[len(l.chunks)-1].x + l.chunks[len(l.chunks)-1].w + 5
		s.rule(from, s.y+l.height, x+wide-14, s.y+l.height, 0.6, nil, grey)
	}
	s.y += s.size * 2.4
}

// numbered lays the reports in two columns, report by report, each sentence
// behind its letter and number.
func (s *sheet) numbered(c *Chapter) {
	s.o.NoMarks, s.o.NoNotes = true, true
	for first := 0; first < len(c.Reports); first += 2 {
		wide := (s.room() - gap) / 2
		var columns [2]column
		var names [2]run
		for side := range columns {
			x := s.margin + float64(side)*(wide+gap)
			columns[side].x = x
			if first+side >= len(c.Reports) {
				continue
			}
			r := &c.Reports[first+side]
			t := tell(c, r, &s.o)
			names[side] = s.bold(joined(", ", s.called(&t), r.Published))
			columns[side].lines = s.numberedLines(&t, wide)
		}
		s.onPage = func() {
			for side, n := range names {
				if n.text != "" {
					l := wrap([]run{n}, wide)[0]
					s.draw(l, columns[side].x, s.y)
					s.rule(columns[side].x, s.y+l.height+1, columns[side].x+wide, s.y+l.height+1, 0.8, nil, black)
				}
			}
			s.y += s.size*leading + 6
		}
		s.need(6 * s.size * leading)
		if s.y > s.margin+s.size*leading+7 {
			s.onPage()
		}
		s.columns(c, columns)
		s.onPage = nil
		s.y += s.size * 1.2
	}
}

func (s *sheet) numberedLines(t *telling, width float64) []line {
	if !readable(t.Report.Text, &s.lacks) {
		return wrap([]run{s.elsewhere()}, width)
	}
	const indent = 2.4 // of the text behind its number, in letters' sizes
	var lines []line
	told := []bool{}
	for k := range t.Sentences {
		one := &t.Sentences[k]
		number := run{text: fmt.Sprintf("%s%d", t.Letter, one.Number), ink: ink{size: s.size * 0.74, bold: true, color: grey}}
		text := wrap(s.sentenceRuns(t, one, 0, told), width-s.size*indent)
		for i := range text {
			for j := range text[i].chunks {
				text[i].chunks[j].x += s.size * indent
			}
		}
		text[0].chunks = append([]chunk{{x: 0, w: faceOf(true).width(number.text) * number.ink.size, text: number.text, ink: number.ink}}, text[0].chunks...)
		text[len(text)-1].height += s.size * 0.12
		if one.Opens && k > 0 {
			lines[len(lines)-1].height += s.size * 0.5
		}
		lines = append(lines, text...)
	}
	return lines
}

// key writes the tags with their codes and questions, in two columns.
func (s *sheet) key() {
	var offered []Tag
	for _, t := range s.Tags {
		if t.Offered {
			offered = append(offered, t)
		}
	}
	if len(offered) == 0 {
		return
	}
	wide := (s.room() - gap) / 2
	var columns [2]column
	for i, t := range offered {
		side := 0
		if i >= (len(offered)+1)/2 {
			side = 1
		}
		code := s.bold(t.Code)
		code.ink.framed, code.ink.size = true, s.size*0.82
		runs := []run{code, s.bold(" " + s.say(t.Name) + "  ")}
		about := t.Question
		if about == "" {
			about = t.Definition
		}
		runs = append(runs, s.small(s.say(about)))
		l := wrap(runs, wide)
		l[len(l)-1].height += s.size * 0.35
		columns[side].lines = append(columns[side].lines, l...)
	}
	columns[0].x, columns[1].x = s.margin, s.margin+wide+gap
	high := max(heightOf(columns[0].lines), heightOf(columns[1].lines))
	if s.y+high+4*s.size*leading > s.bottom() && high < s.height/2 { // a key is best seen whole
		s.newPage()
	}
	s.heading(1, s.say("Tags"))
	s.columns(&Chapter{}, columns)
	s.y += s.size
}

// lines writes a table to fill in by hand, down to the end of the page, and
// sentences to finish.
func (s *sheet) lines() {
	const high = 26 // of a row: a line of handwriting
	endings := []string{
		s.say("The reports agree that"), s.say("They differ in"), s.say("From the text alone we cannot tell"),
	}
	closing := float64(len(endings)) * 2 * high
	s.need(5*high + 3*s.size*leading)
	s.heading(1, s.say("What you notice"))
	at := []float64{0, 0.12, 0.24, 0.34, 1}
	heads := []string{s.say("In A"), s.say("In B"), s.say("Tag"), s.say("What you notice")}
	x := func(i int) float64 { return s.margin + at[i]*s.room() }
	for i, h := range heads {
		s.draw(wrap([]run{s.small(h)}, x(i+1)-x(i)-8)[0], x(i)+4, s.y)
	}
	s.y += s.size * leading
	top := s.y
	end := s.bottom()
	if rest := end - top; rest > closing+6*high {
		end -= closing + 14
	}
	for s.y+high <= end {
		s.rule(s.margin, s.y, s.margin+s.room(), s.y, 0.5, nil, grey)
		s.y += high
	}
	s.rule(s.margin, s.y, s.margin+s.room(), s.y, 0.5, nil, grey)
	for i := range at {
		s.rule(x(i), top, x(i), s.y, 0.5, nil, grey)
	}
	s.y += 14
	s.need(closing - 1)
	for _, words := range endings {
		l := wrap([]run{s.plain(words)}, s.room())[0]
		s.draw(l, s.margin, s.y+high-l.height)
		last := l.chunks[len(l.chunks)-1]
		s.rule(s.margin+last.x+last.w+6, s.y+high, s.margin+s.room(), s.y+high, 0.5, nil, grey)
		s.rule(s.margin, s.y+2*high, s.margin+s.room(), s.y+2*high, 0.5, nil, grey)
		s.y += 2 * high
	}
	s.y += 2
}
