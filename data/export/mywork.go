package export

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"parallax/data"
)

// myWork lays out the notes of the chapters: each with the words it is tied to,
// its tags and what it says, and at the end how often each tag was used.
func (s *sheet) myWork(ctx context.Context, progress func(float64)) error {
	return s.eachChapter(ctx, progress, func(c *Chapter) error {
		s.newPage()
		s.heading(0, s.title(c))
		if who := authors(c.Notes); len(who) > 0 {
			s.paragraph(s.bold(s.say("Work of")+" "), s.plain(strings.Join(who, ", ")))
		} else {
			s.blanks(s.say("Name"), s.say("Class"), s.say("Date"))
		}
		if !s.Made.IsZero() {
			s.paragraph(s.small(s.sayf("Made with Parallax on %s.", s.when(s.Made))))
		}
		s.y += s.size * 0.4
		for i := range c.Reports {
			s.source(c, &c.Reports[i])
		}
		s.heading(1, s.say("Notes"))
		if len(c.Notes) == 0 {
			s.paragraph(s.plain(s.say("Nothing noted yet.")))
		}
		for i := range c.Notes {
			s.workNote(c, i)
		}
		s.counts(c)
		s.finish()
		return nil
	})
}

// authors lists who made notes, in order of their first.
func authors(notes []data.Note) []string {
	var who []string
	for i := range notes {
		if a := strings.TrimSpace(notes[i].Author); a != "" && !slices.Contains(who, a) {
			who = append(who, a)
		}
	}
	return who
}

// workNote writes one note over the whole width, the words of A and B side by
// side in it.
func (s *sheet) workNote(c *Chapter, index int) {
	n := &c.Notes[index]
	top := []run{s.bold(fmt.Sprint(index+1) + "  ")}
	if names := s.tagNames(n); len(names) > 0 {
		top = append(top, s.bold(strings.Join(names, " · ")+"  "))
	}
	if at := s.when(n.Created); at != "" {
		top = append(top, s.small(at))
	}
	head := wrap(top, s.room())
	wide := (s.room() - gap) / 2
	var columns [2]column
	for i := range n.Anchors {
		a := &n.Anchors[i]
		side := int(a.Side)
		letter := s.bold(c.letter(a.ReportID) + "  ")
		letter.ink.color = outlets[side]
		quote := s.plain(oneLine(s.quote(a)))
		l := wrap([]run{letter, quote}, wide-10)
		if lost([]run{quote}) {
			l = wrap([]run{letter, s.elsewhere()}, wide-10)
		}
		for k := range l {
			l[k].bar = []bar{solidBar, doubleBar}[side]
		}
		columns[side].lines = append(columns[side].lines, l...)
	}
	columns[0].x, columns[1].x = s.margin+8, s.margin+8+wide+gap
	high := max(heightOf(columns[0].lines), heightOf(columns[1].lines))
	s.need(min(heightOf(head)+high+2*s.size*leading, s.height/2))
	s.flow(head, s.margin)
	s.y += 2
	s.columns(c, columns)
	if n.Body != "" {
		s.y += s.size * 0.3
		if body := s.bodyRuns(n.Body); !s.unreadable(body) {
			s.flow(wrap(body, s.room()), s.margin)
		}
	}
	s.y += s.size * 0.4
	s.need(s.size)
	s.rule(s.margin, s.y, s.margin+s.room(), s.y, 0.4, nil, faint)
	s.y += s.size * 0.6
}

// counts writes how many notes have each tag.
func (s *sheet) counts(c *Chapter) {
	var codes []string
	used := map[string]int{}
	for i := range c.Notes {
		for _, code := range c.Notes[i].Tags {
			if used[code] == 0 {
				codes = append(codes, code)
			}
			used[code]++
		}
	}
	if len(codes) == 0 {
		return
	}
	slices.SortStableFunc(codes, func(x, y string) int { return used[y] - used[x] })
	s.heading(1, s.say("Tags used"))
	most := used[codes[0]]
	for _, code := range codes {
		l := wrap([]run{s.plain(s.say(s.tag(code).Name))}, s.room()*0.4)
		s.need(heightOf(l))
		y := s.y + l[0].height*0.2
		s.box(s.margin+s.room()*0.42, y, s.room()*0.5*float64(used[code])/float64(most), l[0].height*0.6, faint)
		s.text(s.margin+s.room()*(0.43+0.5*float64(used[code])/float64(most)), s.y+s.size*1.07, s.size, true, black, fmt.Sprint(used[code]))
		s.flow(l, s.margin)
	}
}
