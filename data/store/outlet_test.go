package store

import (
	"context"
	"path/filepath"
	"strings"
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

// sites lists every outlet with its sites: "The Courier: courier.example".
func (s shelf) sites() []string {
	s.t.Helper()
	outlets, err := s.Outlets(context.Background())
	must(s.t, err)
	var list []string
	for _, o := range outlets {
		list = append(list, o.Name+": "+strings.Join(o.Sites, " "))
	}
	return list
}

func TestAKeptReportTeachesItsOutletsSite(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	add := func(outlet, url string, agreed bool) data.Report {
		r := data.Report{ID: data.NewID(), EventID: s.event, Outlet: outlet, URL: url, Text: bridgeText}
		page := pageOf(r)
		page.Facts[1].Confirmed = agreed
		must(t, s.AddReport(ctx, r, page))
		return r
	}
	add("The Courier", "https://www.courier.example/bridge", false)
	add("Courier Media", "https://courier.example/ferry", false) // only proposed: the older stands
	add("Post", "", true)
	add("post.example", "https://post.example/1", true) // its name is all that is known
	r := add("", "https://nobody.example/1", true)
	same(t, "sites", s.sites(), []string{"Courier Media: ", "Post: ", "post.example: ", "The Courier: courier.example"})
	add("Courier Media", "https://courier.example/market", true)
	r.Outlet, r.URL = "Post", "post.example/1"
	s.change(r, pageOf(data.Report{ID: r.ID, Text: bridgeText}))
	same(t, "sites", s.sites(), []string{"Courier Media: courier.example", "Post: post.example", "post.example: ", "The Courier: "})
}

func TestAnOutletIsEdited(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	o := data.Outlet{ID: r.OutletID, Name: " The Ellis  Courier ", Kind: "town newspaper", Place: "Port Ellis", Sites: []string{"https://www.ellis.example/a", "courier.example"}}
	must(t, s.SaveOutlet(ctx, o))
	o.Name, o.Sites = "The Ellis Courier", []string{"courier.example", "ellis.example"}
	outlets, err := s.Outlets(ctx)
	must(t, err)
	same(t, "outlets", outlets, []data.Outlet{o})
	renamed, err := s.Report(ctx, r.ID)
	must(t, err)
	if renamed.Outlet != o.Name || len(s.titles("ellis courier")) != 1 {
		t.Errorf("the report is from %q; found: %q", renamed.Outlet, s.titles("ellis courier"))
	}

	post := data.Outlet{ID: data.NewID(), Name: "Post", Sites: []string{"ellis.example"}}
	must(t, s.SaveOutlet(ctx, post))
	same(t, "a site moved", s.sites(), []string{"Post: ellis.example", "The Ellis Courier: courier.example"})
	for _, bad := range []data.Outlet{
		{ID: data.NewID(), Name: "the ellis courier"}, {ID: data.NewID(), Name: " "}, {Name: "No key"},
		{ID: post.ID, Name: "Post", Sites: []string{"not an address"}}, {ID: post.ID, Name: "Po\x00st"},
	} {
		if err := s.SaveOutlet(ctx, bad); err == nil {
			t.Errorf("kept %+v", bad)
		}
	}
	same(t, "after what was refused", s.sites(), []string{"Post: ellis.example", "The Ellis Courier: courier.example"})
	if err := s.RemoveOutlet(ctx, o.ID); err == nil {
		t.Error("an outlet with reports was removed")
	}
	must(t, s.RemoveOutlet(ctx, post.ID))
	if err := s.RemoveOutlet(ctx, post.ID); err == nil {
		t.Error("an outlet was removed twice")
	}
	same(t, "after removing", s.sites(), []string{"The Ellis Courier: courier.example"})
	must(t, s.Verify(ctx))
}

// A library of the first version tells the sites of its outlets by its reports.
func TestOldReportsTeachTheirSites(t *testing.T) {
	ctx := context.Background()
	all, err := migrations(schema, "schema")
	must(t, err)
	path := filepath.Join(t.TempDir(), "old.parallax")
	l, err := open(ctx, path, all[:1])
	must(t, err)
	_, err = l.db.Exec(`INSERT INTO event (id, title, happened, place, background, created) VALUES ('e', '', '', '', '', 0)`)
	must(t, err)
	for i, r := range [][2]string{
		{"The Courier", "https://www.courier.example/bridge?a=b"}, {"Courier Media", "http://Courier.example"}, {"Post", "https://facebook.com/post"},
		{"Echo", "echo.example/1"}, {"Star", "https://star.example:80/1"}, {"sun.example", "https://sun.example/1"}, {"Tide", ""}, {"Wave", "https:///x"},
	} {
		id, err := outletNamed(ctx, l.db, r[0])
		must(t, err)
		_, err = l.db.Exec(`INSERT INTO report (id, event_id, outlet_id, headline, standfirst, byline, credit, url, language, published, as_written, retrieved, text, digest)
			VALUES (?, 'e', ?, '', '', '', '', ?, '', '', '', 0, '', '')`, i, id, r[1])
		must(t, err)
	}
	must(t, l.Close())
	s := shelf{openLibrary(t, path), t, "e"}
	same(t, "sites", s.sites(), []string{"Courier Media: courier.example", "Echo: ", "Post: ", "Star: ", "sun.example: ", "The Courier: ", "Tide: ", "Wave: "})
}
