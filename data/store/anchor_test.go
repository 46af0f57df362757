package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/data"
)

func TestAPlaceWithoutWordsIsFoundByTheWordsAroundIt(t *testing.T) {
	text := "The bridge is shut.\nNobody may cross it for a year, the town says."
	r := data.Report{ID: "r", Text: text}
	at := strings.Index(text, "for a year")
	a := data.MakeAnchor(&r, data.Left, data.Span{Start: at, End: at})
	for _, moved := range []string{
		"Älter. " + text,
		"Nobody may cross it for a year, the town says.",
		"for a year, the town says. And more.",
	} {
		got := retie(a, moved)
		if want := strings.Index(moved, "for a year"); got.Loose || got.Start != want || got.End != want {
			t.Errorf("%q: %+v, want %d", moved, got, want)
		}
	}
	if got := retie(a, "Nothing of it is left."); !got.Loose || got.Span != a.Span {
		t.Errorf("gone: %+v", got)
	}
}

// TestAThousandNotesFollowTheirReport cuts paragraphs out of a report and puts
// others in. A note holds on exactly when its words are still there, and comes
// home when the old text does.
func TestAThousandNotesFollowTheirReport(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	dice := rand.New(rand.NewPCG(7, 7))
	paragraphs := make([]string, 200)
	for i := range paragraphs {
		paragraphs[i] = fmt.Sprintf("Paragraph %d tells of the mayor, the größte bridge and %d lorries.", i, dice.IntN(9))
	}
	text := strings.Join(paragraphs, "\n")
	r := s.addReport("The Courier", text)
	page, err := s.Source(ctx, r.ID)
	must(t, err)
	words := strings.SplitAfter(text, " ")
	starts := make([]int, len(words))
	for i := 1; i < len(words); i++ {
		starts[i] = starts[i-1] + len(words[i-1])
	}
	var notes []data.Note
	for i := range 1000 {
		from := dice.IntN(len(words) - 4)
		to := from + 1 + dice.IntN(3)
		n := s.note(r, starts[from], starts[to]-1, fmt.Sprintf("note %d", i))
		notes = append(notes, n)
		must(t, s.SaveNote(ctx, n))
	}
	changed := r
	for i, p := range paragraphs {
		switch dice.IntN(3) {
		case 0:
			paragraphs[i] = ""
		case 1:
			paragraphs[i] = "Something else.\n" + p
		}
	}
	changed.Text = strings.Join(paragraphs, "\n")
	must(t, s.ChangeReport(ctx, changed, page))
	after, err := s.Notes(ctx, s.event)
	must(t, err)
	loose := 0
	for i, n := range after {
		a := n.Anchors[0]
		if a.Loose {
			loose++
		}
		if a.Loose != !strings.Contains(changed.Text, a.Quote) {
			t.Fatalf("note %d: %+v", i, a)
		}
		if !a.Loose && a.Of(changed.Text) != notes[i].Anchors[0].Quote {
			t.Fatalf("note %d stands at %q, not %q", i, a.Of(changed.Text), notes[i].Anchors[0].Quote)
		}
	}
	if loose == 0 || loose == len(after) {
		t.Fatalf("%d of %d notes are loose: the test shows nothing", loose, len(after))
	}
	must(t, s.Verify(ctx))
	must(t, s.ChangeReport(ctx, r, page))
	after, err = s.Notes(ctx, s.event)
	must(t, err)
	for i, n := range after {
		if a := n.Anchors[0]; a.Loose || a.Of(text) != a.Quote {
			t.Fatalf("note %d did not come home: %+v", i, a)
		}
	}
}
