package lens

import (
	"os"
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

const (
	gateA = "The gate stayed open\nThe mayor insisted that the gate was checked. About 40 people left their homes, officials said."
	gateB = "A gate did not close\nEdvin Strand said that the gate was checked. The council claimed that 45 residents left their homes."
)

// passage is where words stand in report A or B of the gate.
func passage(t *testing.T, report data.ID, words string) data.Passage {
	t.Helper()
	text := map[data.ID]string{"A": gateA, "B": gateB}[report]
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%s does not say %q", report, words)
	}
	return data.Passage{ReportID: report, Span: data.Span{Start: at, End: at + len(words)}}
}

func rowAt(table Table, report int, s data.Span) *Row {
	for i := range table.Rows {
		if meets(table.Rows[i].Cells[report].all(), s) {
			return &table.Rows[i]
		}
	}
	return nil
}

func TestTheReaderSaysWhoSpeaks(t *testing.T) {
	claimed := passage(t, "B", "claimed")
	say := func(id data.ID, name string) data.Reading {
		return data.Reading{ID: id, Kind: data.SpeakerReading, Passages: []data.Passage{claimed}, Value: name}
	}
	tables := tablesOf(t, reportsOf(gateA, gateB), say("2", "Mayor Edvin Strand"), say("1", "Ana"))
	row := rowAt(tables[Verbs], 1, claimed.Span)
	if row == nil || row.Head != "Mayor Edvin Strand" || !row.Read || row.Cells[1].Places() != 2 {
		t.Errorf("the later word does not stand, or the two mentions of Strand are not one: %s", show(tables[Verbs]))
	}
	tables = tablesOf(t, reportsOf(gateA, gateB), say("1", ""))
	if rowAt(tables[Verbs], 1, claimed.Span) != nil {
		t.Errorf("a verb nobody speaks with is there: %s", show(tables[Verbs]))
	}
}

func TestTheReaderSaysWhatSortOfVerb(t *testing.T) {
	said := passage(t, "B", "said")
	tables := tablesOf(t, reportsOf(gateA, gateB), data.Reading{ID: "1", Kind: data.ClassReading, Passages: []data.Passage{said}, Value: "endorsing"},
		data.Reading{ID: "2", Kind: data.ClassReading, Passages: []data.Passage{said}, Value: "no such class"})
	for _, p := range []data.Passage{said, passage(t, "A", "said")} { // wherever the verb stands
		report := int(p.ReportID[0] - 'A')
		row := rowAt(tables[Verbs], report, p.Span)
		if row == nil || row.Cells[report].Wordings[0].Class != "endorsing" {
			t.Errorf("%s: %s", p.ReportID, show(tables[Verbs]))
		}
	}
}

func TestTheReaderSaysWhatIsTheSame(t *testing.T) {
	say := func(id data.ID, a, b string, v data.Verdict) data.Reading {
		// Which report is named first does not matter.
		return data.Reading{ID: id, Kind: data.SameReading, Value: string(v),
			Passages: []data.Passage{passage(t, "B", b), passage(t, "A", a)}}
	}
	reports := reportsOf(gateA, gateB)
	tables := tablesOf(t, reports, say("1", "insisted", "said", data.TellsSame), say("2", "officials", "council", data.TellsSame),
		say("3", "About 40", "45", data.TellsSame))
	if row := rowAt(tables[Verbs], 0, passage(t, "A", "insisted").Span); row == nil || row.Cells[1].Places() != 1 || row.Finding != Differs || !row.Read {
		t.Errorf("the mayor and Strand are two: %s", show(tables[Verbs]))
	}
	if row := rowAt(tables[Naming], 0, passage(t, "A", "officials").Span); row == nil || row.Cells[1].Places() != 1 || !row.Read {
		t.Errorf("officials and council are not one: %s", show(tables[Naming]))
	}
	if row := rowAt(tables[Number], 0, passage(t, "A", "40").Span); row == nil || row.Finding != Differs || !row.Read {
		t.Errorf("the numbers are not laid side by side: %s", show(tables[Number]))
	}
	back := tablesOf(t, reports, say("1", "insisted", "said", data.TellsSame), say("2", "insisted", "said", data.NotSame))
	if row := rowAt(back[Verbs], 0, passage(t, "A", "insisted").Span); row == nil || row.Cells[1].Places() != 0 {
		t.Errorf("the later word does not stand: %s", show(back[Verbs]))
	}
}

// Readings that are of another report or lie outside the texts count for nothing.
func TestReadingsOfNothing(t *testing.T) {
	reports := reportsOf(gateA, gateB)
	want := tablesOf(t, reports)
	got := tablesOf(t, reports,
		data.Reading{ID: "1", Kind: data.SpeakerReading, Passages: []data.Passage{{ReportID: "C", Span: data.Span{Start: 0, End: 4}}}},
		data.Reading{ID: "2", Kind: data.SpeakerReading, Passages: []data.Passage{{ReportID: "A", Span: data.Span{Start: 5, End: 4000}}}},
		data.Reading{ID: "3", Kind: data.SameReading, Passages: []data.Passage{passage(t, "A", "gate")}, Value: string(data.TellsSame)},
		data.Reading{ID: "4", Kind: data.SameReading, Value: string(data.TellsSame)})
	for k := range want {
		if show(want[k]) != show(got[k]) {
			t.Errorf("%s changed:\n%s\n%s", k, show(want[k]), show(got[k]))
		}
	}
}

// What the reader says of numbers and of speakers is of their tables, and no name.
func TestOnlyNamesAreNames(t *testing.T) {
	for _, words := range [][2]string{{"insisted", "said"}, {"About 40", "45"}} {
		r := data.Reading{ID: "1", Kind: data.SameReading, Value: string(data.TellsSame),
			Passages: []data.Passage{passage(t, "A", words[0]), passage(t, "B", words[1])}}
		tables := tablesOf(t, reportsOf(gateA, gateB), r)
		if row := rowAt(tables[Naming], 0, r.Passages[0].Span); row != nil {
			t.Errorf("%q is a name: %s", words[0], show(tables[Naming]))
		}
	}
}

// Every table whose rows lay words of two reports together can be told that they
// do not belong together.
func TestTheReaderPartsWhatIsLaidTogether(t *testing.T) {
	var texts []string
	for _, name := range []string{"testdata/kinds-a.txt", "testdata/kinds-b.txt"} {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(raw))
	}
	reports := reportsOf(texts...)
	for k, table := range tablesOf(t, reports) {
		at := slices.IndexFunc(table.Rows, func(r Row) bool { return r.in() == 2 })
		if !Guessed[k] {
			continue
		}
		if at < 0 {
			t.Errorf("%s lays nothing together", k)
			continue
		}
		row := table.Rows[at]
		r := data.Reading{ID: "1", Kind: data.SameReading, Value: string(data.NotSame), Passages: []data.Passage{
			{ReportID: "A", Span: row.Cells[0].First()}, {ReportID: "B", Span: row.Cells[1].First()}}}
		got := rowAt(tablesOf(t, reports, r)[k], 0, row.Cells[0].First())
		if got == nil || got.Finding != Apart || !got.Read {
			t.Errorf("%s: still together: %+v", k, got)
		}
	}
}
