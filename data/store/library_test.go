package store

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"parallax/data"
)

// A shelf is a library on the disk with one event in it.
type shelf struct {
	*Library
	t     *testing.T
	event data.ID
}

func newShelf(t *testing.T) shelf {
	t.Helper()
	l := openLibrary(t, filepath.Join(t.TempDir(), "my folder", "my library.parallax"))
	e := data.Event{ID: data.NewID(), Title: "The bridge at Ostermark closes", Created: now()}
	must(t, l.AddEvent(context.Background(), e))
	return shelf{l, t, e.ID}
}

// openLibrary opens a library that the test's end closes.
func openLibrary(t *testing.T, path string) *Library {
	t.Helper()
	l, err := Open(context.Background(), path)
	must(t, err)
	t.Cleanup(func() { l.Close() })
	return l
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// now is the time as a library keeps it.
func now() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

const bridgeText = "Ostermark bridge shut\nThe council closed the old bridge on Monday.\nDrivers were angry, the Courier learned."

// addReport puts a report with that text into the event.
func (s shelf) addReport(outlet, text string) data.Report {
	s.t.Helper()
	r := data.Report{
		ID: data.NewID(), EventID: s.event, Outlet: outlet, Headline: "Ostermark bridge shut", Standfirst: "No way across",
		Byline: "Ada Quill", Credit: "OPA", URL: "https://courier.example/bridge", Language: "en",
		Published: "2026-03-02", AsWritten: "on Monday", Retrieved: now(), Text: text,
	}
	must(s.t, s.AddReport(context.Background(), r, pageOf(r)))
	r, err := s.Report(context.Background(), r.ID)
	must(s.t, err)
	return r
}

func pageOf(r data.Report) data.Source {
	page := "Home | News\n" + r.Text + "\nShare"
	return data.Source{
		ReportID: r.ID, Name: "bridge.txt", MediaType: "text/plain", Charset: "windows-1252",
		Bytes: []byte("\x93" + page), Text: page,
		Blocks: []data.Block{
			{Span: data.Span{Start: 0, End: 11}, Role: data.Navigation, Guess: data.Navigation, Why: "a menu"},
			{Span: data.Span{Start: 12, End: 12 + len(r.Text)}, Role: data.Body, Guess: data.Unsure, Why: "you", Unwraps: true},
		},
		Facts: []data.Fact{
			{Field: data.FieldHeadline, Value: r.Headline, From: "line 2", Block: 1, Confirmed: true},
			{Field: data.FieldOutlet, Value: r.Outlet, From: "you", Block: -1},
		},
	}
}

// change keeps other things of a report's page, and returns the ties to the text
// before.
func (s shelf) change(r data.Report, page data.Source, known ...data.Ties) data.Ties {
	s.t.Helper()
	stood, err := s.ChangeReport(context.Background(), r, page, append(known, data.Ties{})[0])
	must(s.t, err)
	return stood
}

// note makes a note on words of a report; it is not saved yet.
func (s shelf) note(r data.Report, start, end int, body string, tags ...string) data.Note {
	return data.Note{
		ID: data.NewID(), EventID: s.event, Body: body, Tags: tags, Author: "Mia", Created: now(), Updated: now(),
		Anchors: []data.Anchor{data.MakeAnchor(&r, data.Right, data.Span{Start: start, End: end})},
	}
}

func TestALibraryKeepsWhatItWasGiven(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	n := s.note(r, 26, 40, "Why “closed”?", "NA", "WO")
	must(t, s.SaveNote(ctx, n))
	shelves, err := s.Shelves(ctx)
	must(t, err)
	page, err := s.Source(ctx, r.ID)
	must(t, err)
	must(t, s.Close())

	again := openLibrary(t, s.Path())
	gotShelves, err := again.Shelves(ctx)
	must(t, err)
	same(t, "shelves", gotShelves, shelves)
	gotReports, err := again.Reports(ctx, s.event)
	must(t, err)
	same(t, "reports", gotReports, []data.Report{r})
	gotPage, err := again.Source(ctx, r.ID)
	must(t, err)
	same(t, "page", gotPage, page)
	gotNotes, err := again.Notes(ctx, s.event)
	must(t, err)
	same(t, "notes", gotNotes, []data.Note{n})
	must(t, again.Verify(ctx))
	hits, err := again.Search(ctx, "clos", 10)
	must(t, err)
	if len(hits) != 2 {
		t.Errorf("hits: %+v", hits)
	}
	if _, err := os.Stat(s.Path() + "-shm"); err == nil {
		t.Error("there is a -shm file")
	}
}
