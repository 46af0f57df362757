package assets_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/assets"
)

// Every phrase the lesson's answer key names stands verbatim in its paragraph.
func TestSampleHoldsEveryPlantedPhrase(t *testing.T) {
	key := planted(t, "testdata/lunch-planted.json")
	if len(key) != 30 {
		t.Fatalf("the answer key has %d phrases, want 30", len(key))
	}
	_, reports := assets.Sample()
	for _, p := range key {
		text := reports[p.Report[0]-'A'].Report.Text
		paragraphs := strings.Split(text, "\n")
		if p.Paragraph >= len(paragraphs) || !strings.Contains(paragraphs[p.Paragraph], p.Text) {
			t.Errorf("%d (%s): %q is not in %s¶%d", p.N, p.Kind, p.Text, p.Report, p.Paragraph)
		}
	}
}

func TestSampleIsTwoReportsOfOneEvent(t *testing.T) {
	event, reports := assets.Sample()
	if event.Title != "The new lunch menu" || len(reports) != 2 {
		t.Fatalf("got %q with %d reports", event.Title, len(reports))
	}
	words := []int{260, 270}
	for i, r := range reports {
		got := len(strings.Fields(r.Report.Text))
		if got < words[i]*85/100 || got > words[i]*115/100 {
			t.Errorf("%s has %d words, want %d ± 15 %%", r.Outlet.Name, got, words[i])
		}
		for _, agreed := range []string{"4 March", "Mondays", "ten weeks", "head teacher Ines Varga"} {
			if !strings.Contains(r.Report.Text, agreed) {
				t.Errorf("%s does not say %q, which both reports agree on", r.Outlet.Name, agreed)
			}
		}
		if r.Report.EventID != event.ID || r.Report.OutletID != r.Outlet.ID || r.Source.ReportID != r.Report.ID {
			t.Errorf("%s: the records do not point at each other", r.Outlet.Name)
		}
	}
}

// What is kept of each source is exactly its report.
func TestSampleSourcesGiveTheirReports(t *testing.T) {
	_, reports := assets.Sample()
	for _, r := range reports {
		var kept []string
		for _, b := range r.Source.Blocks {
			if !b.Role.InText() {
				t.Errorf("%s: block %v is set aside", r.Outlet.Name, b.Span)
			}
			kept = append(kept, b.Of(r.Source.Text))
		}
		if strings.Join(kept, "\n") != r.Report.Text {
			t.Errorf("%s: the blocks do not give the report's text", r.Outlet.Name)
		}
		if kept[0] != r.Report.Headline || !utf8.ValidString(r.Report.Text) {
			t.Errorf("%s: headline %q", r.Outlet.Name, r.Report.Headline)
		}
	}
}

// Every phrase the answer keys of the other lessons name stands in its paragraph.
func TestLessonsHoldEveryPlantedPhrase(t *testing.T) {
	keys, err := filepath.Glob("testdata/*-planted.json")
	if err != nil || len(keys) != 5 {
		t.Fatalf("%d answer keys: %v", len(keys), err)
	}
	for _, key := range keys {
		name := strings.TrimSuffix(filepath.Base(key), "-planted.json")
		if name == "lunch" {
			continue
		}
		for _, p := range planted(t, key) {
			raw, err := os.ReadFile("lessons/" + name + "-" + strings.ToLower(p.Report) + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			paragraphs := strings.Split(string(raw), "\n")
			if p.Paragraph >= len(paragraphs) || !strings.Contains(paragraphs[p.Paragraph], p.Text) {
				t.Errorf("%s %d (%s): %q is not in %s¶%d", name, p.N, p.Kind, p.Text, p.Report, p.Paragraph)
			}
		}
	}
}

// A plantedPhrase is words of a lesson that its answer key names.
type plantedPhrase struct {
	N            int
	Kind, Report string
	Paragraph    int
	Text         string
}

func planted(t *testing.T, file string) []plantedPhrase {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []plantedPhrase
	if err := json.Unmarshal(raw, &list); err != nil {
		t.Fatal(err)
	}
	return list
}
