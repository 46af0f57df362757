package session

import (
	"context"
	"slices"
	"strings"
	"testing"

	"parallax/data/intake"
)

const (
	ferryReport = `Council stops the ferry after cracks are found
By Ann Lee
12 May 2026, 18:40
The island council of Sandholm stopped the morning ferry on Tuesday after inspectors found cracks in the hull of the larger vessel.
"Safety must come before the timetable," the council's transport lead Mara Quill said at a meeting in the evening.
Around 200 commuters were affected on the first day. A replacement boat is expected within ten days, the council said.
`
	millReport = `Fire guts the old paper mill at Pellbury
By Selma Krey
12 May 2026, 07:15
A fire destroyed the roof of the old paper mill at Pellbury early on Thursday. The mill had been empty since 2009.
Sixty firefighters fought the flames for seven hours. The cause is not known, a police spokesman said in the morning.
The town had wanted to turn the mill into flats. Architect Oskar Lind called the loss bitter for all of Pellbury.
`
	menuLines = "The Port Courier\nHome\nNews\nSport\n"
	footLines = "Share this story\n© 2026 The Port Courier. All rights reserved.\n"
)

func warningsOf(t *testing.T, page string) (*LookOver, []LookWarning) {
	t.Helper()
	src, err := intake.Read(context.Background(), intake.Input{Name: "page.txt", Bytes: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	l := NewLookOver(src)
	return l, l.Warnings()
}

func TestOneReportIsNoSeveral(t *testing.T) {
	for _, page := range []string{
		menuLines + ferryReport + footLines,
		menuLines + millReport + "Related\nHarbour wall repairs delayed\n11 May 2026\nSchool roof to be mended\n10 May 2026\n" + footLines,
		ferryReport + "2 Comments\nann\n12 May 2026\n" + strings.Repeat("I think they should have known it for weeks, and I will not take that boat again in all my life, ever.\n", 3) +
			"bob\n12 May 2026\n" + strings.Repeat("Nobody asks those who live there, and nobody will, as long as the council sits where it sits today.\n", 3),
	} {
		if _, w := warningsOf(t, page); len(w) > 0 {
			t.Errorf("warned %v of %q", w, page)
		}
	}
}

func TestSeveralReportsOnAPage(t *testing.T) {
	l, w := warningsOf(t, menuLines+ferryReport+"Share this story\n"+millReport+footLines)
	if !slices.Contains(w, LookSeveral) && !slices.Contains(w, LookSeveralKept) {
		t.Fatalf("warned %v of two reports; they open at %v", w, l.openings)
	}
	// With the second report kept too it is another warning, and with either
	// alone there is a page of two of which one is kept.
	for i := range l.Len() {
		if strings.HasPrefix(l.Text(i), "Around 200") {
			l.MoveTo(i, false)
		}
	}
	l.EndsHere()
	if w := l.Warnings(); !slices.Contains(w, LookSeveral) {
		t.Errorf("with one kept: %v", w)
	}
	l.EndsAt(l.Len() - 1)
	if w := l.Warnings(); !slices.Contains(w, LookSeveralKept) {
		t.Errorf("with both kept: %v", w)
	}
}

func TestStartAndEndMoveBothWays(t *testing.T) {
	l := NewLookOver(lookPage("nav|Menu", "headline|One", "body|Two.", "body|Three.", "comments|Four", "comments|Five"))
	if first, last := l.TextRange(); first != 1 || last != 3 {
		t.Fatalf("the text runs from %d to %d", first, last)
	}
	for _, c := range []struct {
		move        func()
		first, last int
	}{
		{func() { l.EndsAt(4) }, 1, 4},
		{func() { l.EndsAt(2) }, 1, 2},
		{func() { l.StartsAt(2) }, 2, 2},
		{func() { l.StartsAt(0) }, 0, 2},
	} {
		c.move()
		if first, last := l.TextRange(); first != c.first || last != c.last {
			t.Errorf("the text runs from %d to %d, not %d to %d: %s", first, last, c.first, c.last, looks(l))
		}
	}
	for range 4 {
		l.Undo()
	}
	if l.Dirty() {
		t.Error("not all is taken back")
	}
	empty := NewLookOver(lookPage("nav|Menu", "nav|More"))
	empty.EndsAt(1)
	empty.StartsAt(0)
	if empty.Dirty() {
		t.Error("an end was moved where nothing was kept")
	}
}

func BenchmarkNewLookOver5000(b *testing.B) {
	lines := make([]string, 5000)
	for i := range lines {
		lines[i] = "unsure|12 May 2026 Harbour wall"
		if i%5 == 4 {
			lines[i] = "body|" + strings.Repeat("The council stopped the ferry. ", 4)
		}
	}
	src := lookPage(lines...)
	for b.Loop() {
		NewLookOver(src)
	}
}
