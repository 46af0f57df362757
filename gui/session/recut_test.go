package session

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

// TestAThousandCleaningsLoseNoNote looks a report's page over a thousand times
// and keeps other lines each time, at random. Every note whose words are still
// there stands at them, though many lines are alike; the others are loose.
func TestAThousandCleaningsLoseNoNote(t *testing.T) {
	g := newStage(t)
	dice := rand.New(rand.NewPCG(3, 9))
	lines := strings.Split(strings.TrimSpace(ferryReport+millReport), "\n")
	for i := range 20 {
		lines = append(lines, fmt.Sprintf("On day %d the council of Sandholm said that %d of the %d boats were ready, and that the others would follow soon.", i+1, dice.IntN(50), 50+i))
	}
	for i, line := range lines {
		lines[i] = "body|" + line
	}
	full := NewLookOver(lookPage(lines...))
	g.Keep(data.Event{Title: "Boats"}, []Kept{{Report: full.Report(), Source: full.Source()}}, data.Left)
	g.settle()
	rep := *g.Side(data.Left)

	starts := make([]int, full.Len()) // of each line in the whole text
	for i, at := 0, 0; i < full.Len(); i++ {
		starts[i] = at
		at += len(full.Text(i)) + 1
	}
	type made struct {
		line, at int
		words    string
	}
	notes := map[data.ID]made{}
	for i := range 30 {
		line := dice.IntN(full.Len())
		said := strings.SplitAfter(full.Text(line), " ")
		from := dice.IntN(len(said))
		at := len(strings.Join(said[:from], ""))
		words := strings.TrimSpace(strings.Join(said[from:min(len(said), from+1+i%4)], ""))
		span := data.Span{Start: starts[line] + at, End: starts[line] + at + len(words)}
		g.Select(data.Left, wholeWords(rep.Text, span))
		if !g.AddNote() {
			t.Fatal("no note was made")
		}
		n := g.Note(g.OpenNoteID())
		a, _ := n.Anchor(rep.ID)
		notes[n.ID] = made{line, a.Start - starts[line], a.Quote}
	}
	g.settle()

	before := g.Side(data.Left)
	source := full.Source()
	held, loose := 0, 0
	for round := range 1000 {
		next := source
		next.Blocks = slices.Clone(source.Blocks)
		for i := range next.Blocks {
			b := &next.Blocks[i]
			switch {
			case dice.IntN(5) > 0:
			case b.Role.Kept():
				b.Role = data.Unsure
			default:
				b.Role = data.Body
			}
		}
		l := NewLookOver(next)
		if l.Counts().Words == 0 {
			continue
		}
		r := l.Report()
		r.ID = rep.ID
		g.undo = nil // a thousand steps of whole pages are of no use here
		g.Recut(*before, r, source, l.Source())
		g.settle()
		source, before = l.Source(), g.Side(data.Left)
		if before.Text != r.Text {
			t.Fatalf("cleaning %d: the report says %q", round, before.Text)
		}
		if len(g.Notes()) != len(notes) {
			t.Fatalf("cleaning %d: %d notes of %d are left", round, len(g.Notes()), len(notes))
		}
		at := map[int]int{}
		for i, place := 0, 0; i < l.Len(); i++ {
			if l.Block(i).Role.InText() {
				at[i] = place
				place += len(l.Text(i)) + 1
			}
		}
		for _, n := range g.Notes() {
			a, m := n.Anchors[0], notes[n.ID]
			place, there := at[m.line]
			switch {
			case a.Quote != m.words || a.Loose == there:
				t.Fatalf("cleaning %d: %q, kept %v, is %+v", round, m.words, there, a)
			case there && (a.Of(r.Text) != m.words || a.Start != place+m.at):
				t.Fatalf("cleaning %d: %q stands at %d, not %d: %q", round, m.words, a.Start, place+m.at, a.Of(r.Text))
			case there:
				held++
			default:
				loose++
			}
		}
		// The loose ones are the last of the list.
		seen := false
		for _, n := range g.Notes() {
			if seen && !n.Loose() {
				t.Fatalf("cleaning %d: a note stands below the loose ones", round)
			}
			seen = seen || n.Loose()
		}
	}
	if held < 1000 || loose < 1000 {
		t.Fatalf("%d held on, %d were loose: the test shows little", held, loose)
	}
	if len(g.problems) > 0 {
		t.Error(g.problems)
	}
}

func TestALooseNoteIsTiedAgain(t *testing.T) {
	g := open(t)
	rep := *g.Side(data.Left)
	at := strings.Index(rep.Text, "pillars")
	g.Select(data.Left, data.Span{Start: at, End: at + len("pillars")})
	g.AddNote()
	id := g.OpenNoteID()
	g.settle()
	if g.TieAgain(id) {
		t.Error("a note that is not loose was tied anew")
	}
	g.Reopen(rep.ID, func(before data.Source) {
		l := NewLookOver(before)
		for i := range l.Len() {
			if strings.Contains(l.Text(i), "pillars") {
				l.MoveTo(i, false)
				l.Toggle()
			}
		}
		r := l.Report()
		r.ID = rep.ID
		g.Recut(rep, r, before, l.Source())
	})
	g.settle()
	n := g.Note(id)
	if !n.Loose() || len(g.Notes()) != 1 {
		t.Fatalf("the note is %+v", n)
	}
	if _, _, ok := g.Namesake(id); ok {
		t.Error("its words stand nowhere else")
	}
	if g.TieAgain(id) {
		t.Error("tied without a selection")
	}
	at = strings.Index(g.Side(data.Left).Text, "use the bridge")
	g.Select(data.Left, data.Span{Start: at, End: at + len("use the bridge")})
	if !g.TieAgain(id) {
		t.Fatal("not tied")
	}
	g.settle()
	if a := g.Note(id).Anchors[0]; a.Loose || a.Quote != "use the bridge" || a.Start != at {
		t.Errorf("tied to %+v", a)
	}
	g.Undo()
	g.settle()
	if !g.Note(id).Loose() {
		t.Error("tying is not undone")
	}
}

func TestNamesakeIsTheNearest(t *testing.T) {
	for _, c := range []struct{ near, want int }{{0, 0}, {4, 4}, {7, 8}, {90, 12}} {
		if got, ok := nearestWords("one one one one", "one", c.near); !ok || got.Start != c.want {
			t.Errorf("near %d: %v", c.near, got)
		}
	}
}
