package store

import (
	"context"
	"testing"

	"parallax/data"
)

func TestAnOutletIsFoundByItsNameHoweverItIsWritten(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	first := s.addReport("Der Ösling  Bote", bridgeText)
	for _, name := range []string{"DER ÖSLING BOTE", " der ösling bote\n"} {
		if r := s.addReport(name, bridgeText); r.OutletID != first.OutletID || r.Outlet != "Der Ösling Bote" {
			t.Errorf("%q is %q %s, not %s", name, r.Outlet, r.OutletID, first.OutletID)
		}
	}
	if r := s.addReport(" ", bridgeText); r.OutletID != "" || r.Outlet != "" {
		t.Errorf("no name made an outlet: %+v", r)
	}
	s.addReport("Abendpost", bridgeText)
	outlets, err := s.Outlets(ctx)
	must(t, err)
	var names []string
	for _, o := range outlets {
		names = append(names, o.Name)
	}
	same(t, "outlets", names, []string{"Abendpost", "Der Ösling Bote"})

	// An outlet is known before a report is kept only if a report named it.
	r := data.Report{ID: first.ID, EventID: s.event, Outlet: "Another", Text: bridgeText}
	if err := s.AddReport(ctx, r, pageOf(r)); err == nil {
		t.Fatal("the same report was added twice")
	}
	outlets, err = s.Outlets(ctx)
	must(t, err)
	if len(outlets) != 2 {
		t.Errorf("a report that was refused left its outlet: %+v", outlets)
	}
}
