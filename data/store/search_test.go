package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
)

// titles are the titles of what a query finds.
func (s shelf) titles(query string) []string {
	s.t.Helper()
	hits, err := s.Search(context.Background(), query, 20)
	must(s.t, err)
	var titles []string
	for _, h := range hits {
		titles = append(titles, h.Title)
		if !utf8.ValidString(h.Excerpt) {
			s.t.Errorf("%q: excerpt %q", query, h.Excerpt)
		}
	}
	return titles
}

func TestSearchFindsWordsAndPhrases(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("Der Ösling Bote", bridgeText)
	one := s.note(r, 10, 16, "Who is angry? It doesn't say — Müller, perhaps.", "NA")
	two := s.note(r, 0, 9, "橋が閉まった。 OR NOT bridge*", "WO")
	must(t, s.SaveNote(ctx, one))
	must(t, s.SaveNote(ctx, two))
	report, first, second := r.Headline, one.Body, two.Body
	for query, want := range map[string][]string{
		"bridge":               {second, first, report}, // the newest first
		"BRIDGE":               {second, first, report},
		"brid":                 {second, first, report}, // a word begun
		"b":                    {},                      // one letter begins too many
		"brid angry":           {},                      // only the last one may be
		"angry brid":           {first, report},
		"angry":                {first, report},
		"muller":               {first}, // without accents
		"MÜLLER":               {first},
		"osling":               {report}, // an outlet
		"wo":                   {second},
		"NA":                   {first},
		`"old bridge"`:         {report},
		"“old bridge”":         {report},
		`"bridge old"`:         {},
		`"old brid"`:           {}, // a phrase is whole words
		`"old bridge" mond`:    {report},
		`"old bridge`:          {report}, // a mark not closed yet
		"doesn't":              {first},
		"doesn’t":              {first},
		"閉ま":                   {second},
		"まった":                  {second},
		"た閉":                   {},
		"OR":                   {second},
		"NOT bridge":           {second},
		"bridge OR nothing":    {},
		"bridge NEAR/3 old":    {},
		"body:angry":           {},
		"-angry":               {first, report},
		"^who":                 {first},
		"(((":                  {},
		`"`:                    {},
		`""""`:                 {},
		"":                     {},
		" \t ":                 {},
		"*":                    {},
		"'; DROP TABLE note;'": {},
		"\x00\x02\xff":         {},
		"🌉":                    {},
	} {
		got := s.titles(query)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q:\n got %q\nwant %q", query, got, want)
		}
	}
}

func TestAHitShowsTheWordsFound(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	n := s.note(r, 10, 16, strings.Repeat("words before ", 40)+"a \x02 needle\x03 in\nthe hay 橋が閉")
	must(t, s.SaveNote(ctx, n))
	hits, err := s.Search(ctx, "needle", 5)
	must(t, err)
	if len(hits) != 1 {
		t.Fatalf("hits: %+v", hits)
	}
	h := hits[0]
	if h.NoteID != n.ID || h.ReportID != "" || h.EventID != s.event {
		t.Errorf("hit: %+v", h)
	}
	if strings.Count(h.Excerpt, foundFrom) != 1 || !strings.Contains(h.Excerpt, foundFrom+"needle"+foundTo) ||
		len(h.Excerpt) > 300 || strings.ContainsAny(h.Excerpt, "\n\u200b") {
		t.Errorf("excerpt: %q", h.Excerpt)
	}
	if !strings.HasSuffix(h.Title, "words…") || utf8.RuneCountInString(h.Title) > titleLetters+1 {
		t.Errorf("title: %q", h.Title)
	}
	n.Body = ""
	must(t, s.SaveNote(ctx, n))
	hits, err = s.Search(ctx, "bridge", 1)
	must(t, err)
	same(t, "a note without text", hits, []data.Hit{
		{EventID: s.event, NoteID: n.ID, Title: "bridge", Excerpt: foundFrom + "bridge" + foundTo},
	})
}

func TestWhatIsRemovedIsNotFound(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	n := s.note(r, 10, 16, "bridge note")
	must(t, s.SaveNote(ctx, n))
	all := []string{"bridge note", r.Headline}
	for _, c := range []struct {
		remove, restore func(context.Context, data.ID) error
		id              data.ID
		left            []string
	}{
		{s.RemoveNote, s.RestoreNote, n.ID, all[1:]},
		{s.RemoveReport, s.RestoreReport, r.ID, all[:1]},
		{s.RemoveEvent, s.RestoreEvent, s.event, nil},
	} {
		must(t, c.remove(ctx, c.id))
		same(t, "removed", s.titles("bridge"), c.left)
		must(t, c.restore(ctx, c.id))
		same(t, "brought back", s.titles("bridge"), all)
	}
	n.Body = "changed"
	must(t, s.SaveNote(ctx, n))
	same(t, "old words of a changed note", s.titles("note"), nil)
}

func TestSearchStopsAtItsLimit(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	for i := range 5 {
		must(t, s.SaveNote(ctx, s.note(r, 10, 16, fmt.Sprintf("%d", i))))
	}
	for limit, want := range map[int]int{-1: 0, 0: 0, 1: 1, 4: 4, 6: 6, 100: 6} {
		hits, err := s.Search(ctx, "bridge", limit)
		must(t, err)
		if len(hits) != want {
			t.Errorf("limit %d: %d hits", limit, len(hits))
		}
	}
	// A query longer than any reader's is still a query.
	for query, want := range map[string]int{
		strings.Repeat("bridge ", 10000):          3,
		`"` + strings.Repeat("bridge ", 10000):    0,
		strings.Repeat("橋", 10000):                0,
		strings.Repeat("bridge", 10000):           0,
		strings.Repeat(`"bridge" `, 10000) + "zz": 3,
	} {
		hits, err := s.Search(ctx, query, 3)
		must(t, err)
		if len(hits) != want {
			t.Errorf("%.20q and so on: %d hits", query, len(hits))
		}
	}
}

func TestSearchReadsNoMoreThanItMust(t *testing.T) {
	s := newShelf(t)
	for _, table := range []string{"note", "report"} {
		err := each(context.Background(), s.db, func(rows *sql.Rows) error {
			var a, b, c int
			var step string
			if err := rows.Scan(&a, &b, &c, &step); err != nil {
				return err
			}
			if strings.Contains(step, "TEMP B-TREE") {
				t.Errorf("%s: %s", table, step)
			}
			return nil
		}, `EXPLAIN QUERY PLAN `+searchQuery(table), "a", "b", 1, "bridge", 1)
		must(t, err)
	}
}

func FuzzSearch(f *testing.F) {
	for _, q := range []string{"bridge", `"old bridge" mon`, `a" OR "b`, "NEAR/2", "x*", "橋", "\xff\x00", `"`, "a:b -c (d)", "\u0301", "𞤀 𝒳", "²³"} {
		f.Add(q)
	}
	ctx := context.Background()
	l, err := Open(ctx, f.TempDir()+"/l.parallax")
	must(f, err)
	f.Cleanup(func() { l.Close() })
	e := data.Event{ID: data.NewID(), Title: "x"}
	must(f, l.AddEvent(ctx, e))
	f.Fuzz(func(t *testing.T, query string) {
		hits, err := l.Search(ctx, query, 3)
		if err != nil {
			t.Fatalf("%q: %v", query, err)
		}
		if len(hits) != 0 {
			t.Fatalf("%q found %+v in an empty library", query, hits)
		}
		// What a note says is found by its own words, whatever they are.
		if !utf8.ValidString(query) || strings.Contains(query, "\x00") {
			return
		}
		n := data.Note{ID: data.NewID(), EventID: e.ID, Body: query}
		must(t, l.SaveNote(ctx, n))
		if _, err := l.Search(ctx, query, 3); err != nil {
			t.Fatalf("%q: %v", query, err)
		}
		must(t, l.RemoveNote(ctx, n.ID))
	})
}
