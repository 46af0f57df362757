package store

import (
	"context"
	"testing"
	"time"

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
