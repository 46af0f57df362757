package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"parallax/data"
)

func TestReportsSayingTheSame(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	twin := s.addReport("The Courier", "Pier shut\nThe harbour master shut the pier on Monday.\nTraders “were told” at noon.\nIt opens in May.")
	other := s.addReport("Abendpost", "Der Pier ist zu.\nThe harbour master shut the pier on Monday.\nMehr bald.")
	half := s.addReport("The Herald", "A pier\nThe HARBOUR master shut the pier on Monday. It opens in May.\nAnd more.")
	removed := s.addReport("The Times", twin.Text)
	must(t, s.RemoveReport(ctx, removed.ID))

	phrases := []string{"The harbour master shut the pier", `Traders "were told" at noon`, "It opens in May"}
	got, err := s.ReportsSaying(ctx, phrases, 5)
	must(t, err)
	if len(got) != 2 || got[0].ID != twin.ID || got[1].ID != half.ID || got[0].Text != twin.Text || got[0].Outlet != "The Courier" {
		t.Errorf("found %+v", got)
	}
	got, err = s.ReportsSaying(ctx, phrases[:1], 5)
	must(t, err)
	if len(got) != 3 || got[1].ID != other.ID {
		t.Errorf("one phrase: %+v", got)
	}
	for _, nothing := range [][]string{nil, {"", "…"}, {"pier the shut", "no such words"}, {`") OR (1`, `NEAR "`}} {
		if got, err := s.ReportsSaying(ctx, nothing, 5); err != nil || len(got) > 0 {
			t.Errorf("%q: %+v, %v", nothing, got, err)
		}
	}
}

func BenchmarkReportsSaying5000(b *testing.B) {
	ctx := context.Background()
	l, err := Open(ctx, filepath.Join(b.TempDir(), "l.parallax"))
	must(b, err)
	defer l.Close()
	dice := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(dice, 1.1, 2, 20000)
	words := func(n int) string {
		s := ""
		for range n {
			s += fmt.Sprintf("w%x ", zipf.Uint64())
		}
		return s
	}
	e := data.Event{ID: data.NewID(), Title: "One", Created: now()}
	must(b, l.AddEvent(ctx, e))
	var phrases []string
	for i := range 5000 {
		var text string
		for range 25 {
			sentence := words(20)
			text += sentence + "\n"
			if i == 2500 && len(phrases) < 12 {
				phrases = append(phrases, sentence[:40])
			}
		}
		r := data.Report{ID: data.NewID(), EventID: e.ID, Outlet: "O", Headline: words(8), Text: text}
		must(b, l.AddReport(ctx, r, pageOf(r)))
	}
	for b.Loop() {
		found, err := l.ReportsSaying(ctx, phrases, 5)
		must(b, err)
		if len(found) == 0 {
			b.Fatal("the report itself is not found")
		}
	}
}
