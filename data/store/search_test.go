package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
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
		`"old brid"`:           {},       // a phrase is whole words
		`"old brid`:            {report}, // until it is closed
		`"old brid `:           {},
		`"old b`:               {},
		"bridge-":              {second, first, report},
		"say-mü":               {first},
		"say—mü":               {first},
		"doesn’":               {first},
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

// Words begun are looked up in lists of their first letters, which must hold what
// the words themselves hold, in every alphabet and at every length.
func TestBegunWordsFindWhatHasThem(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	dice := rand.New(rand.NewPCG(7, 1))
	alphabets := [][]rune{[]rune("aben"), []rune("жіта"), []rune("αβγδ"), []rune("aжbα"), []rune("ab橋閉")}
	word := func() string {
		letters := alphabets[dice.IntN(len(alphabets))]
		w := make([]rune, 1+dice.IntN(8))
		for i := range w {
			w[i] = letters[dice.IntN(len(letters))]
		}
		return string(w)
	}
	said := map[data.ID]string{}
	var notes []data.Note
	for range 300 {
		n := data.Note{ID: data.NewID(), EventID: s.event, Body: word() + " " + word() + ", " + word()}
		said[n.ID] = n.Body
		notes = append(notes, n)
	}
	must(t, s.SaveNotes(ctx, notes))
	for range 400 {
		begun := []rune(word())
		if len(begun) < 2 {
			continue
		}
		var want []data.ID
		for i := len(notes) - 1; i >= 0; i-- {
			if hasBegun(said[notes[i].ID], string(begun)) {
				want = append(want, notes[i].ID)
			}
		}
		hits, err := s.Search(ctx, string(begun), 300)
		must(t, err)
		var got []data.ID
		for _, h := range hits {
			got = append(got, h.NoteID)
		}
		same(t, string(begun), got, want)
		all, err := s.CountHits(ctx, string(begun))
		must(t, err)
		same(t, "count of "+string(begun), all, len(want))
	}
}

// hasBegun reports whether a word of text begins with begun. A letter of a script
// without spaces is a word, so there begun is a row of words.
func hasBegun(text, begun string) bool {
	tokens := func(s string) []string { return strings.Fields(strings.Map(wordsOnly, indexed(s))) }
	words, want := tokens(text), tokens(begun)
	for i := range words {
		if i+len(want) > len(words) {
			return false
		}
		last := len(want) - 1
		if slices.Equal(words[i:i+last], want[:last]) &&
			(words[i+last] == want[last] || utf8.RuneCountInString(want[last]) > 1 && strings.HasPrefix(words[i+last], want[last])) {
			return true
		}
	}
	return false
}

func TestHitsAreCountedWithoutTheRemovedOnes(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	var last data.ID
	for range 5 {
		n := s.note(r, 10, 16, "bridge")
		must(t, s.SaveNote(ctx, n))
		last = n.ID
	}
	count := func(query string, want int) {
		t.Helper()
		n, err := s.CountHits(ctx, query)
		must(t, err)
		same(t, query, n, want)
	}
	count("bridge", 6)
	count("br", 6)
	count("", 0)
	must(t, s.RemoveNote(ctx, last))
	must(t, s.RemoveReport(ctx, r.ID))
	count("bridge", 4)
	must(t, s.RemoveEvent(ctx, s.event))
	count("bridge", 0)
}

// Typing on gives a search up; what comes after it is answered.
func TestASearchGivenUpLeavesTheLibraryUsable(t *testing.T) {
	s := newShelf(t)
	s.addReport("The Courier", bridgeText)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.CountHits(ctx, "bridge"); !errors.Is(err, context.Canceled) {
		t.Errorf("count: %v", err)
	}
	if _, err := s.CountNotes(ctx, data.NoteFilter{}); !errors.Is(err, context.Canceled) {
		t.Errorf("notes: %v", err)
	}
	same(t, "afterwards", len(s.titles("bridge")), 1)
	counts, err := s.CountNotes(context.Background(), data.NoteFilter{})
	must(t, err)
	same(t, "notes afterwards", counts.All, 0)
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
