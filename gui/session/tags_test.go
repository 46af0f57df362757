package session

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

func TestOwnTagGetsAFreeCode(t *testing.T) {
	g := open(t)
	if code := g.AddOwnTag(" … ", nil); code != "" {
		t.Errorf("a name without a letter has the code %q", code)
	}
	taken := []string{"NA", "EM"}
	for _, c := range []struct{ label, code string }{
		{"nice  find", "NF"}, {"Name", "NM"}, {"Nice Find", "NF"}, {"New Friend", "NE"}, {"é", string(g.Event().ID)}, {"Ёлка", "ЁЛ"},
	} {
		got := g.AddOwnTag(c.label, taken)
		g.settle()
		if c.label == "é" {
			if len(got) < 2 {
				t.Errorf("%q has the code %q", c.label, got)
			}
		} else if got != c.code {
			t.Errorf("%q has the code %q, want %q", c.label, got, c.code)
		}
	}
	if n := len(g.OwnTags()); n != 5 || g.OwnTags()[0].Label != "nice find" {
		t.Errorf("tags %+v", g.OwnTags())
	}
}

func TestMergedAndDeletedTagsComeBackWithUndo(t *testing.T) {
	g := open(t)
	g.GoTo(0)
	g.AddNote()
	id := g.OpenNoteID()
	mine := g.AddOwnTag("My find", nil)
	other := g.AddOwnTag("Other", nil)
	g.settle()
	g.ToggleTag(id, mine)
	g.ToggleTag(id, "NA")
	g.settle()
	tags := func(want ...string) {
		t.Helper()
		g.settle()
		stored, err := g.library.Notes(context.Background(), g.Event().ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := g.Note(id).Tags; !slices.Equal(got, want) || !slices.Equal(stored[0].Tags, want) {
			t.Errorf("tags %q, kept %q, want %q", got, stored[0].Tags, want)
		}
	}
	g.MergeOwnTag(mine, other)
	tags(other, "NA")
	if g.UndoName() != "merge tags" || len(g.OwnTags()) != 1 {
		t.Errorf("undo %q, tags %+v", g.UndoName(), g.OwnTags())
	}
	g.RemoveOwnTag(other)
	tags("NA")
	g.Undo()
	tags(other, "NA")
	g.Undo()
	tags(mine, "NA")
	if len(g.OwnTags()) != 2 {
		t.Errorf("tags %+v", g.OwnTags())
	}
	g.Redo()
	g.Redo()
	tags("NA")
	if len(g.OwnTags()) != 0 {
		t.Errorf("tags %+v", g.OwnTags())
	}
}

// snapshot writes down what the library holds of notes and tags.
func (g *stage) snapshot() string {
	g.t.Helper()
	g.SaveWritten()
	g.settle()
	notes, err := g.library.Notes(context.Background(), g.Event().ID)
	if err != nil {
		g.t.Fatal(err)
	}
	tags, err := g.library.OwnTags(context.Background())
	if err != nil {
		g.t.Fatal(err)
	}
	slices.SortFunc(tags, func(x, y data.OwnTag) int { return strings.Compare(x.Code, y.Code) })
	slices.SortFunc(notes, func(x, y data.Note) int { return strings.Compare(string(x.ID), string(y.ID)) })
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", tags)
	for _, n := range notes {
		fmt.Fprintf(&b, "%s %q %q %q %+v\n", n.ID, n.Body, n.Tags, n.Author, n.Anchors)
	}
	return b.String()
}

// Any walk of changes, undone and made again in any mix, passes through the
// same states again.
func TestUndoAndRedoAtRandom(t *testing.T) {
	for seed := range uint64(6) {
		g := open(t)
		dice := rand.New(rand.NewPCG(seed, 11))
		states, at := []string{g.snapshot()}, 0
		steps := len(g.undo)
		note := func() data.ID {
			if len(g.Notes()) == 0 {
				return ""
			}
			return g.Notes()[dice.IntN(len(g.Notes()))].ID
		}
		tag := func() string {
			if len(g.OwnTags()) == 0 {
				return "EM"
			}
			return g.OwnTags()[dice.IntN(len(g.OwnTags()))].Code
		}
		for range 150 {
			typed := false
			switch dice.IntN(14) {
			case 0:
				g.GoTo(dice.IntN(len(g.Stops())))
				g.AddNote()
			case 1:
				g.AddReportNote(data.Side(dice.IntN(2)))
			case 2:
				g.AddEventNote()
			case 3, 4:
				g.say(note(), fmt.Sprint("words ", dice.IntN(5)))
				g.SaveWritten()
			case 11:
				if n := g.Note(note()); n != nil { // a word, which may join the step before
					for range 1 + dice.IntN(4) {
						g.WriteNote(n.ID, data.Edit{At: len(n.Body), New: string("abc"[dice.IntN(3)]), Typed: true})
					}
					typed = true
				}
			case 5:
				g.ToggleTag(note(), tag())
			case 6:
				g.RemoveNote(note())
			case 7:
				g.AddOwnTag(fmt.Sprint("tag ", dice.IntN(9)), nil)
			case 8:
				g.ChangeOwnTag(data.OwnTag{Code: tag(), Label: fmt.Sprint("renamed ", dice.IntN(9)), Style: dice.IntN(4)})
			case 9:
				g.MergeOwnTag(tag(), "NA")
			case 10:
				g.RemoveOwnTag(tag())
			default:
				if dice.IntN(2) == 0 {
					g.Undo()
				} else {
					g.Redo()
				}
			}
			g.settle()
			now := len(g.undo) - steps
			switch {
			case typed && now == at:
				states[at] = g.snapshot()
			case now == at+1 && len(g.redo) == 0 && (at+1 >= len(states) || g.snapshot() != states[at+1]): // a new step
				states = append(states[:at+1], g.snapshot())
			case now < 0 || now >= len(states):
				g.Redo() // what was there before the walk stays
				g.settle()
				now = len(g.undo) - steps
			case g.snapshot() != states[now]:
				t.Fatalf("seed %d: after %q\n%s\nwant\n%s", seed, g.UndoName(), g.snapshot(), states[now])
			}
			at = now
		}
		if len(g.problems) > 0 {
			t.Errorf("seed %d: %v", seed, g.problems)
		}
		g.close()
	}
}
