package session

import (
	"strings"
	"testing"

	"parallax/data"
)

// check returns the check of a question about a side, or about both.
func (g *stage) check(q data.Question, side data.Side) Check {
	g.t.Helper()
	for _, c := range g.Checks() {
		if c.Question == q && c.Side == side {
			return c
		}
	}
	g.t.Fatalf("no question %s", q)
	return Check{}
}

func TestChecksAreFilledAskedAndKept(t *testing.T) {
	g := open(t)
	if n := len(g.Checks()); n != 6 {
		t.Fatalf("%d questions", n)
	}
	if c := g.check(data.SameEvent, data.Left); c.Told != data.Yes || c.Why.Pairs < 3 || c.Open() {
		t.Errorf("same event: %+v", c)
	}
	if c := g.check(data.SameMoment, data.Left); c.Told != "" || c.Why.Kind != Undated || !c.Open() {
		t.Errorf("same moment: %+v", c)
	}
	if !g.ChecksWanted() {
		t.Fatal("nothing is asked")
	}
	g.AnswerCheck(data.SameMoment, data.Left, data.NotSure)
	g.AnswerCheck(data.Translated, data.Left, data.Yes)
	g.AnswerCheck(data.Translated, data.Right, data.No)
	g.AnswerCheck(data.FurnitureGone, data.Left, data.Yes)
	g.settle()
	if c := g.check(data.Translated, data.Left); c.Reply != data.Yes {
		t.Errorf("translated: %+v", c)
	}
	g.SkipChecks()
	g.settle()
	if g.ChecksWanted() {
		t.Error("asked again after the rest was skipped")
	}
	if c := g.check(data.FurnitureGone, data.Right); !c.Skipped || !c.Open() {
		t.Errorf("furniture of the right: %+v", c)
	}
	g.Undo()
	g.settle()
	if !g.ChecksWanted() {
		t.Error("skipping was not taken back")
	}
	g.Redo()

	// The answers are of the reports, wherever they lie, and outlive the program.
	g.Swap()
	g.settle()
	if c := g.check(data.Translated, data.Right); c.Reply != data.Yes {
		t.Errorf("swapped: %+v", c)
	}
	event, path := g.Event(), g.LibraryPath()
	g.close()
	g = openStage(t, path)
	g.Open(event)
	g.settle()
	if c := g.check(data.Translated, data.Left); c.Reply != data.Yes || g.ChecksWanted() {
		t.Errorf("opened again: %+v, asked %v", c, g.ChecksWanted())
	}
	// The same answer once more takes it back.
	g.AnswerCheck(data.Translated, data.Left, data.Yes)
	g.settle()
	if c := g.check(data.Translated, data.Left); c.Reply != "" || !g.ChecksWanted() {
		t.Errorf("taken back: %+v", c)
	}
}

func TestChecksAreAskedAgainAfterAChange(t *testing.T) {
	g := open(t)
	g.AnswerCheck(data.FurnitureGone, data.Left, data.No)
	g.AnswerCheck(data.SameMoment, data.Left, data.Yes)
	g.settle()
	g.SkipChecks()
	g.settle()
	rep := *g.Side(data.Left)
	g.Reopen(rep.ID, func(before data.Source) {
		l := NewLookOver(before)
		l.MoveTo(l.Len()-1, false)
		l.Toggle()
		l.SetFact(data.FieldPublished, "2026-05-12")
		changed := l.Report()
		changed.ID = rep.ID
		g.Recut(rep, changed, before, l.Source())
	})
	g.settle()
	if c := g.check(data.FurnitureGone, data.Left); c.Reply != data.Yes || c.Why.Kind != LookedOver {
		t.Errorf("looked over, furniture is %+v", c)
	}
	if c := g.check(data.SameMoment, data.Left); c.Before != data.Yes || c.Reply != "" || !c.Open() {
		t.Errorf("with another date, same moment is %+v", c)
	}
	if c := g.check(data.Translated, data.Left); !c.Skipped {
		t.Errorf("what did not change is asked again: %+v", c)
	}
	if !g.ChecksWanted() {
		t.Error("nothing is asked after a change")
	}
}

// What the reader said of a translation as she looked the page over is not asked.
func TestTranslationToldInTheLookOver(t *testing.T) {
	for value, want := range map[string]data.Reply{"pt": data.Yes, data.TranslatedSomehow: data.Yes, data.NotTranslated: data.No} {
		g := open(t)
		rep := *g.Side(data.Left)
		g.Reopen(rep.ID, func(before data.Source) {
			l := NewLookOver(before)
			l.MoveTo(l.Len()-1, false)
			l.Toggle()
			l.SetFact(data.FieldTranslated, value)
			changed := l.Report()
			changed.ID = rep.ID
			g.Recut(rep, changed, before, l.Source())
		})
		g.settle()
		if c := g.check(data.Translated, data.Left); c.Reply != want || c.Open() {
			t.Errorf("%s: %+v", value, c)
		}
	}
}

func TestPublishedApart(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		reply data.Reply
		why   Evidence
	}{
		{"", "2026-05-12", "", Evidence{Kind: Undated}},
		{"2026-05-12", "on Friday", "", Evidence{Kind: Undated}},
		{"2026-05-12", "2026-05-12", data.Yes, Evidence{Kind: SameDay}},
		{"2026-05-12", "2026-05-12 23:10", data.Yes, Evidence{Kind: SameDay}},
		{"2026-05-12 18:00", "2026-05-13 09:00", data.Yes, Evidence{Kind: SameDay}},
		{"2026-05-12 08:00", "2026-05-13 09:00", data.No, Evidence{Kind: Apart, Days: 1}},
		{"2026-05-12", "2026-05-13 01:00", data.No, Evidence{Kind: Apart, Days: 1}},
		{"2026-05-15", "2026-05-12", data.No, Evidence{Kind: Apart, Days: 3, First: data.Right}},
	} {
		reply, why := publishedApart(c.a, c.b)
		if reply != c.reply || why != c.why {
			t.Errorf("%q and %q: %q %+v", c.a, c.b, reply, why)
		}
		back, mirrored := publishedApart(c.b, c.a)
		if mirrored.Kind == Apart {
			mirrored.First = mirrored.First.Other()
		}
		if back != reply || mirrored != why {
			t.Errorf("%q and %q: from the other side %q %+v", c.a, c.b, back, mirrored)
		}
	}
}

func TestSaysTranslated(t *testing.T) {
	long := strings.Repeat("The book was translated by her into nine languages, and she wrote of it in all of them. ", 4)
	for said, want := range map[string]bool{
		"Headline\nTranslated from the Ukrainian by Ann Lee\nText.":             true,
		"Headline\nText.\nTraduit de l’anglais par Jo Pell":                     true,
		"Headline\n" + long + "\nText.":                                         false,
		"Headline\nOne.\nTwo.\nHe translated from memory.\nFive.\nSix.\nSeven.": false,
	} {
		if got := saysTranslated(&data.Report{Text: said}); got != want {
			t.Errorf("%.60q: %v", said, got)
		}
	}
}
