package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/data"
)

func TestANoteKeepsItsEarlierWordings(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	n := s.note(r, 0, 9, "Both say it")
	made := n.Updated
	for k, body := range []string{n.Body, "Both say it was shut.", "Only A says why.", "Only A says why.", "Both say it was shut.", ""} {
		n.Body, n.Updated = body, made.Add(time.Duration(k)*time.Minute)
		must(t, s.SaveNote(ctx, n))
	}
	got, err := s.Wordings(ctx, n.ID)
	must(t, err)
	same(t, "wordings", got, []data.Wording{
		{Body: "Both say it was shut.", Written: made.Add(4 * time.Minute)},
		{Body: "Only A says why.", Written: made.Add(3 * time.Minute)},
		{Body: "Both say it was shut.", Written: made.Add(time.Minute)},
	})
	// Back and forth, as undo and redo go, leaves the same wording once.
	for range 3 {
		n.Body = "Only A says why."
		must(t, s.SaveNote(ctx, n))
		must(t, s.SaveNote(ctx, s.note(r, 0, 9, "another")))
	}
	again, err := s.Wordings(ctx, n.ID)
	must(t, err)
	same(t, "wordings after saving the same", again, got)
}

// Writers go on, put passages in the middle, take some out, take back and leave
// their note for a while; it is saved each second. Each passage is told by its
// number, as in "<7>", and in none that stands twice.
func TestWordingsOfASittingAreJoined(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	type state struct {
		body string
		at   time.Time
	}
	// write has a writer save a note by chance and returns what it said and when.
	write := func(n *data.Note, seed uint64) []state {
		chance := rand.New(rand.NewPCG(seed, 12))
		must(t, s.SaveNote(ctx, *n))
		said := []state{{n.Body, n.Created}}
		at, passages := n.Created, []string(nil)
		for number := range 50 {
			at = at.Add(time.Second)
			switch k := chance.IntN(len(passages) + 1); {
			case chance.IntN(12) == 0:
				at = at.Add(time.Duration(chance.IntN(400)) * time.Second)
				fallthrough
			case k == len(passages) || chance.IntN(3) == 0:
				passages = slices.Insert(passages, k, fmt.Sprintf("<%d>", number))
			case chance.IntN(20) == 0:
				passages = nil
			default:
				passages = slices.Delete(passages, k, k+1)
			}
			n.Body, n.Updated = strings.Join(passages, " "), at
			if chance.IntN(5) == 0 { // what was taken back is as old as it was
				n.Updated = n.Created
			}
			must(t, s.SaveWriting(ctx, *n, at))
			said = append(said, state{n.Body, at})
		}
		return said
	}
	joined := 0
	for seed := range uint64(12) {
		n := s.note(r, 0, 9, "")
		said := write(&n, seed)
		got, err := s.Wordings(ctx, n.ID)
		must(t, err)
		found := func(is func(body string) bool) bool {
			return is(n.Body) || slices.ContainsFunc(got, func(w data.Wording) bool { return is(w.Body) })
		}
		since, cuts := map[string]time.Time{}, 0
		for i, now := range said {
			if i > 0 && utf8.RuneCountInString(data.EditBetween(said[i-1].body, now.body).Old) >= cut {
				cuts++
				for _, passage := range strings.Fields(said[i-1].body) {
					if !found(func(body string) bool { return strings.Contains(body, passage) }) {
						t.Errorf("seed %d: %s went with a cut at %v and is lost", seed, passage, now.at)
					}
				}
			}
			if i > 0 && now.at.Sub(said[i-1].at) >= sitting && !found(func(body string) bool { return strings.HasPrefix(body, said[i-1].body) }) {
				t.Errorf("seed %d: %q stood when a sitting began and is lost", seed, said[i-1].body)
			}
			for passage, from := range since {
				if !strings.Contains(now.body, passage) {
					delete(since, passage)
					if now.at.Sub(from) >= sitting && !found(func(body string) bool { return strings.Contains(body, passage) }) {
						t.Errorf("seed %d: %s stood from %v to %v and is lost", seed, passage, from, now.at)
					}
				}
			}
			for _, passage := range strings.Fields(now.body) {
				if since[passage].IsZero() {
					since[passage] = now.at
				}
			}
		}
		took := said[len(said)-1].at.Sub(n.Created)
		if len(got) > int(took/sitting)+cuts {
			t.Errorf("seed %d: %d wordings of %v with %d cuts", seed, len(got), took, cuts)
		}
		for _, w := range got {
			if !slices.ContainsFunc(said, func(s state) bool { return s.body == w.Body }) {
				t.Errorf("seed %d: the note never said %q", seed, w.Body)
			}
		}
		joined += len(said) - len(got)

		again := s.note(r, 0, 9, "")
		again.Created, again.Updated = n.Created, n.Created
		write(&again, seed)
		twice, err := s.Wordings(ctx, again.ID)
		must(t, err)
		same(t, "wordings of the same writing", twice, got)
	}
	if joined < 300 {
		t.Errorf("only %d wordings were joined", joined)
	}
}

// A writer who rewrites the middle of her note for a minute on another day leaves
// one wording: that of the day before. What takes the note's place otherwise, as a
// wording brought back does, joins none.
func TestASittingLeavesTheWordingItBeganWith(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	n := s.note(s.addReport("The Courier", bridgeText), 0, 9, "The council says why. The Courier asks nobody.")
	must(t, s.SaveNote(ctx, n))
	yesterday, at := n.Updated, n.Updated.Add(24*time.Hour)
	wrote := n.Body
	for k := range 60 {
		at = at.Add(time.Second)
		n.Body, n.Updated = fmt.Sprintf("The council says %s. The Courier asks nobody.", strings.Repeat("x", 1+k%7)), at
		must(t, s.SaveWriting(ctx, n, at))
	}
	wordings := func() []data.Wording {
		t.Helper()
		list, err := s.Wordings(ctx, n.ID)
		must(t, err)
		return list
	}
	want := []data.Wording{{Body: wrote, Written: yesterday}}
	same(t, "after a minute", wordings(), want)

	want = append([]data.Wording{{Body: n.Body, Written: at}}, want...)
	n.Body, n.Updated = wrote, at.Add(time.Second)
	must(t, s.SaveNote(ctx, n))
	same(t, "after bringing a wording back", wordings(), want)
}

// A passage written and taken out again within one sitting, all at once or letter
// by letter with the key held down, can be read again, and is kept once.
func TestWhatACutTakesOutOfASittingIsKept(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	n := s.note(s.addReport("The Courier", bridgeText), 0, 9, "")
	must(t, s.SaveNote(ctx, n))
	at := n.Updated
	save := func(body string) {
		at = at.Add(time.Second)
		n.Body, n.Updated = body, at
		must(t, s.SaveWriting(ctx, n, at))
	}
	const thought = "The Courier asks the council and nobody else. Why?"
	save("The Courier asks")
	save(thought)
	save("")
	save("The Globe asks a driver, and the driver does not know either.")
	wrote := n.Body
	for len(n.Body) > 10 {
		save(n.Body[:max(10, len(n.Body)-25)])
	}
	got, err := s.Wordings(ctx, n.ID)
	must(t, err)
	if len(got) != 2 || got[0].Body != wrote || got[1].Body != thought {
		t.Errorf("wordings %+v", got)
	}
}

func TestRemovedNotesAreKeptForATime(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	notes := []data.Note{s.note(r, 0, 9, "first", "NA"), s.note(r, 10, 16, "second"), s.note(r, 17, 20, "third")}
	must(t, s.SaveNotes(ctx, notes))
	must(t, s.RemoveNote(ctx, notes[0].ID))
	must(t, s.RemoveNote(ctx, notes[1].ID))
	list := func() (bodies []string) {
		t.Helper()
		removed, err := s.RemovedNotes(ctx, 10)
		must(t, err)
		for _, n := range removed {
			if n.EventTitle == "" || n.Removed.IsZero() || len(n.Anchors) != 1 {
				t.Errorf("incomplete: %+v", n)
			}
			bodies = append(bodies, n.Body)
		}
		return bodies
	}
	same(t, "removed", list(), []string{"second", "first"})
	must(t, s.ForgetNotes(ctx, now().Add(-time.Hour)))
	same(t, "too early to forget", list(), []string{"second", "first"})
	must(t, s.RestoreNote(ctx, notes[0].ID))
	must(t, s.ForgetNotes(ctx, now().Add(time.Hour)))
	same(t, "forgotten", list(), nil)
	left, err := s.Notes(ctx, s.event)
	must(t, err)
	same(t, "left", left, []data.Note{notes[0], notes[2]})
	must(t, s.Verify(ctx))
	if err := s.RestoreNote(ctx, notes[1].ID); err == nil {
		t.Error("a forgotten note came back")
	}
}

func TestAChangeOfTagsIsOne(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	notes := []data.Note{s.note(r, 0, 9, "first", "ME"), s.note(r, 10, 16, "second", "NA", "ME"), s.note(r, 17, 20, "third")}
	must(t, s.SaveNotes(ctx, notes))
	mine, other := data.OwnTag{Code: "ME", Label: "My find", Style: 2}, data.OwnTag{Code: "OT", Label: "Other"}
	must(t, s.ChangeTags(ctx, nil, []data.OwnTag{mine, other}, nil))
	tags := func() []data.OwnTag {
		t.Helper()
		list, err := s.OwnTags(ctx)
		must(t, err)
		return list
	}
	same(t, "tags", tags(), []data.OwnTag{mine, other})
	tagged, err := s.TaggedNotes(ctx, "ME")
	must(t, err)
	same(t, "tagged", tagged, notes[:2])
	merged := []data.Note{notes[0], notes[1]}
	merged[0].Tags, merged[1].Tags = []string{"OT"}, []string{"NA", "OT"}
	bad := merged[1]
	bad.Body = "\x00"
	if err := s.ChangeTags(ctx, []string{"ME"}, nil, []data.Note{merged[0], bad}); err == nil {
		t.Error("half a change was made")
	}
	if err := s.ChangeTags(ctx, []string{"ME", "XX"}, nil, merged); err == nil {
		t.Error("a tag that is not there was removed")
	}
	same(t, "tags after a change that failed", tags(), []data.OwnTag{mine, other})
	must(t, s.ChangeTags(ctx, []string{"ME"}, nil, merged))
	same(t, "tags after merging", tags(), []data.OwnTag{other})
	now, err := s.TaggedNotes(ctx, "OT")
	must(t, err)
	same(t, "merged", now, merged)
	must(t, s.Verify(ctx))
	for _, bad := range []data.OwnTag{{Label: "no code"}, {Code: "NL"}, {Code: "\xff", Label: "x"}} {
		if err := s.ChangeTags(ctx, nil, []data.OwnTag{bad}, nil); err == nil {
			t.Errorf("kept %+v", bad)
		}
	}
}

func TestASettingStays(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	for _, value := range []string{"", "Ada and Bo", "7b", ""} {
		must(t, s.SetSetting(ctx, "who", value))
		got, err := s.Setting(ctx, "who")
		must(t, err)
		same(t, "who", got, value)
	}
}
