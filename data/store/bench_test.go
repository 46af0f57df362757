package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

// bigLibrary makes a library with that many notes in 40 events and closes it.
// Words are rarer the later they stand in the list, as in any language.
func bigLibrary(b *testing.B, notes int) (path string, event data.ID) {
	b.Helper()
	ctx := context.Background()
	path = filepath.Join(b.TempDir(), "l.parallax")
	l, err := Open(ctx, path)
	must(b, err)
	dice := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 5000)
	for i := range words {
		words[i] = fmt.Sprintf("w%x", i)
	}
	zipf := rand.NewZipf(dice, 1.2, 2, uint64(len(words)-1))
	text := func(n int) string {
		var t strings.Builder
		for range n {
			t.WriteString(words[zipf.Uint64()] + " ")
		}
		return t.String()
	}
	for e := range 40 {
		ev := data.Event{ID: data.NewID(), Title: text(5), Created: now()}
		must(b, l.AddEvent(ctx, ev))
		r := data.Report{ID: data.NewID(), EventID: ev.ID, Outlet: fmt.Sprintf("Outlet %d", e%5), Headline: text(8), Text: text(900)}
		must(b, l.AddReport(ctx, r, pageOf(r)))
		made := make([]data.Note, notes/40)
		for i := range made {
			at := dice.IntN(len(r.Text) - 60)
			made[i] = data.Note{ID: data.NewID(), EventID: ev.ID, Body: text(20), Tags: []string{"NA"}, Created: now(),
				Anchors: []data.Anchor{data.MakeAnchor(&r, data.Left, data.Span{Start: at, End: at + 50})}}
		}
		for part := range slices.Chunk(made, 100) { // as many classes would, not all at once
			must(b, l.SaveNotes(ctx, part))
		}
		event = ev.ID
	}
	must(b, l.Close())
	return path, event
}

// BenchmarkLibrary measures at two sizes what a reader waits for.
func BenchmarkLibrary(b *testing.B) {
	ctx := context.Background()
	for _, size := range []int{10_000, 100_000} {
		path, event := bigLibrary(b, size)
		b.Run(fmt.Sprintf("notes=%d/open", size), func(b *testing.B) {
			for b.Loop() {
				l, err := Open(ctx, path)
				must(b, err)
				must(b, l.Close())
			}
		})
		l, err := Open(ctx, path)
		must(b, err)
		reports, err := l.Reports(ctx, event)
		must(b, err)
		r := reports[0]
		b.Run(fmt.Sprintf("notes=%d/save", size), func(b *testing.B) {
			for b.Loop() {
				must(b, l.SaveNote(ctx, data.Note{ID: data.NewID(), EventID: event, Body: "Why does only one side say so?", Tags: []string{"NA"},
					Anchors: []data.Anchor{data.MakeAnchor(&r, data.Left, data.Span{Start: 10, End: 60})}}))
			}
		})
		for _, query := range []string{
			"w1387 ", "w0 ", "w1 w2 ", // rare, common, two
			"w1", "w13", "w138", "w0 w1", // begun
			`"w0 w1" `, `"w4 w3 w2 w1" `, // phrases
		} {
			b.Run(fmt.Sprintf("notes=%d/search=%q", size, query), func(b *testing.B) {
				for b.Loop() {
					_, err := l.Search(ctx, query, 20)
					must(b, err)
				}
			})
		}
		b.Run(fmt.Sprintf("notes=%d/count-hits", size), func(b *testing.B) {
			for b.Loop() {
				_, err := l.CountHits(ctx, "w1")
				must(b, err)
			}
		})
		for _, f := range []data.NoteFilter{{}, {Words: "w1"}, {Tag: "NA"}, {Outlet: "Outlet 1"}} {
			b.Run(fmt.Sprintf("notes=%d/list=%q", size, f.Words+f.Tag+f.Outlet), func(b *testing.B) {
				for b.Loop() {
					_, err := l.ListNotes(ctx, f, data.NewestFirst, 0, 100)
					must(b, err)
				}
			})
		}
		b.Run(fmt.Sprintf("notes=%d/count-notes", size), func(b *testing.B) {
			for b.Loop() {
				_, err := l.CountNotes(ctx, data.NoteFilter{})
				must(b, err)
			}
		})
		b.Run(fmt.Sprintf("notes=%d/shelves", size), func(b *testing.B) {
			for b.Loop() {
				_, err := l.Shelves(ctx)
				must(b, err)
			}
		})
		b.Run(fmt.Sprintf("notes=%d/notes-of-an-event", size), func(b *testing.B) {
			for b.Loop() {
				_, err := l.Notes(ctx, event)
				must(b, err)
			}
		})
		b.Run(fmt.Sprintf("notes=%d/verify", size), func(b *testing.B) {
			for b.Loop() {
				must(b, l.Verify(ctx))
			}
		})
		b.Run(fmt.Sprintf("notes=%d/backup", size), func(b *testing.B) {
			for b.Loop() {
				must(b, l.AddEvent(ctx, data.Event{ID: data.NewID(), Title: "x"}))
				must(b, l.Backup(ctx))
			}
		})
		must(b, l.Close())
	}
}
