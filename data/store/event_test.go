package store

import (
	"context"
	"errors"
	"testing"
	"time"

	"parallax/data"
)

func TestEventsComeNewestFirstAndCanBeTakenBack(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	must(t, s.SaveNote(ctx, s.note(r, 0, 9, "x")))
	must(t, s.SaveNote(ctx, s.note(r, 0, 9, "y")))
	later := data.Event{ID: data.NewID(), Title: "The bridge opens", Happened: "last week", Place: "Ostermark",
		Background: "It was closed for a year.", Created: now().Add(time.Hour)}
	must(t, s.AddEvent(ctx, later))

	shelves, err := s.Shelves(ctx)
	must(t, err)
	if len(shelves) != 2 || shelves[0].Event != later || shelves[1].Reports != 1 || shelves[1].Notes != 2 {
		t.Errorf("shelves: %+v", shelves)
	}

	later.Title = "The new bridge opens"
	must(t, s.UpdateEvent(ctx, later))
	must(t, s.RemoveEvent(ctx, s.event))
	shelves, err = s.Shelves(ctx)
	must(t, err)
	same(t, "after a removal", shelves, []data.Shelf{{Event: later}})

	must(t, s.RestoreEvent(ctx, s.event))
	shelves, err = s.Shelves(ctx)
	must(t, err)
	if len(shelves) != 2 || shelves[1].Notes != 2 {
		t.Errorf("after bringing it back: %+v", shelves)
	}
}

func TestAnEventNobodyHasCannotBeChanged(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	for what, err := range map[string]error{
		"update":  s.UpdateEvent(ctx, data.Event{ID: "nobody's"}),
		"remove":  s.RemoveEvent(ctx, "nobody's"),
		"restore": s.RestoreEvent(ctx, "nobody's"),
		"report":  s.RemoveReport(ctx, "nobody's"),
		"note":    s.RemoveNote(ctx, "nobody's"),
		"link":    s.ChangeLinks(ctx, []data.ID{"nobody's"}, nil),
	} {
		if !errors.Is(err, errGone) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := s.AddEvent(ctx, data.Event{Title: "No ID"}); err == nil {
		t.Error("an event without an ID was added")
	}
}
