package gui

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/session"
)

// wordsOn shows the table of a kind in the Words view.
func (b *bench) wordsOn(k lens.Kind) *wordsView {
	b.t.Helper()
	b.room.show(b.indexOf("Words"))
	b.settle()
	v := b.room.views[b.room.view].(*wordsView)
	for i, kind := range lens.Kinds {
		if kind == k {
			v.list.choose(i)
		}
	}
	b.settle()
	return v
}

// rowOf is the row of the table on screen whose words or head hold some.
func (b *bench) rowOf(v *wordsView, some string) *wordRow {
	b.t.Helper()
	for _, row := range v.rows {
		if row.head != nil && strings.Contains(row.head.text, some) {
			return row
		}
		for _, cell := range row.cells {
			for _, p := range cell {
				if strings.Contains(p.text+p.plain, some) {
					return row
				}
			}
		}
	}
	b.t.Fatalf("no row with %q", some)
	return nil
}

// Every table of the sample is there, with what stands over it, and a click on a
// row shows its words, selected, in both texts.
func TestTablesOfWords(t *testing.T) {
	b := newBench(t, Options{})
	for _, k := range lens.Kinds {
		v := b.wordsOn(k)
		text := textOf(k)
		if text.name == "" || text.shows == "" || text.question == "" || text.how == "" {
			t.Errorf("%s: %+v", k, text)
		}
		w, fresh := b.session.Words()
		if !fresh || v.list.counts[v.table] != len(w.Table(k).Rows) {
			t.Errorf("%s: %v", k, v.list.counts)
		}
		if v.sheet.size.min.Height < 40 {
			t.Errorf("%s: nothing is laid out", k)
		}
	}
	v := b.wordsOn(lens.Number)
	b.rowOf(v, "640").OnGo()
	b.settle()
	if b.room.view != sideBySideView {
		t.Error("the texts are not on screen")
	}
	for side, want := range []string{"640", "640"} {
		if got := b.session.Selection(data.Side(side)).Of(b.session.Side(data.Side(side)).Text); got != want {
			t.Errorf("%s: selected %q", data.Side(side).Letter(), got)
		}
	}
}

// A click on a wording with several places goes from one to the next, round the end.
func TestAWordingLeadsToEachOfItsPlaces(t *testing.T) {
	b := newBench(t, Options{})
	v := b.wordsOn(lens.Naming)
	row := b.rowOf(v, "pupils")
	seen := map[data.Span]bool{}
	for range 3 {
		row.OnGoTo(1, 0)
		b.settle()
		seen[b.session.Selection(data.Right)] = true
	}
	if len(seen) != 3 {
		t.Errorf("went to %v", seen)
	}
	if !b.session.Selection(data.Left).Empty() {
		t.Error("words of A are selected too")
	}
}

// The pointer finds a wording where it is drawn; the rest of the row is the row.
func TestPointerOnARow(t *testing.T) {
	b := newBench(t, Options{})
	row := b.rowOf(b.wordsOn(lens.Spelling), "fibre")
	var cell, rows int
	row.OnGoTo = func(c, _ int) { cell = c }
	row.OnGo = func() { rows++ }
	test.WidgetRenderer(row).Layout(row.Size())
	at := row.boxes[1].at.AddXY(3, 3)
	row.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	row.Tapped(&fyne.PointEvent{Position: at})
	row.Tapped(&fyne.PointEvent{Position: fyne.NewPos(1, 1)})
	if row.hovered != 1 || cell != 1 || rows != 1 {
		t.Errorf("hovered %d, cell %d, row %d times", row.hovered, cell, rows)
	}
}

// All of it works with the keys alone.
func TestWordsByKeys(t *testing.T) {
	b := newBench(t, Options{})
	v := b.wordsOn(lens.Swaps)
	canvas := b.window.Canvas()
	canvas.Focus(v.list)
	b.key(fyne.KeyDown)
	if lens.Kinds[v.table] != lens.Verbs {
		t.Errorf("chose %s", lens.Kinds[v.table])
	}
	canvas.Focus(v.rows[0])
	b.key(fyne.KeyDown)
	if canvas.Focused() != v.rows[1] {
		t.Error("the focus is not on the second row")
	}
	b.key(fyne.KeyReturn)
	if b.room.view != sideBySideView {
		t.Error("Enter did not show the texts")
	}
}

// The reader answers what was guessed, sees her answer, and takes it back.
func TestAnswersInTheTables(t *testing.T) {
	b := newBench(t, Options{})
	v := b.wordsOn(lens.Verbs)
	choose := func(row *wordRow, names ...string) {
		t.Helper()
		var items []*fyne.MenuItem
		b.room.OnPopUp = func(_ fyne.Position, list ...*fyne.MenuItem) { items = list }
		row.OnMenu(fyne.Position{})
		for _, name := range names {
			found := false
			for _, m := range items {
				if strings.Contains(m.Label, name) && !found {
					found = true
					if m.ChildMenu != nil {
						items = m.ChildMenu.Items
					} else {
						m.Action()
					}
				}
			}
			if !found {
				t.Fatalf("no %q in the menu", name)
			}
		}
		b.settle()
	}
	b.room.OnAsk = func(_, _ string, done func(string)) { done("Mayor Strand") }
	choose(b.rowOf(v, "Orla Finch"), "Somebody else")
	row := b.rowOf(v, "Mayor Strand")
	if !strings.Contains(row.remark.text, "your answer") {
		t.Errorf("the row says %q", row.remark.text)
	}
	choose(row, "Take my answer back")
	b.rowOf(v, "Orla Finch")
	b.session.Undo()
	b.settle()
	b.rowOf(v, "Mayor Strand")
	b.session.Undo()
	b.settle()

	choose(b.rowOf(v, "explained"), "What the verb does", "explained", "adds a feeling")
	if got := b.rowOf(v, "explained").notes[1].text; got != "adds a feeling or a tone" {
		t.Errorf("the verb %q", got)
	}
	v = b.wordsOn(lens.Number)
	choose(b.rowOf(v, "640"), "not the same")
	choose(b.rowOf(v, "640"), "Take my answer back")
	choose(b.rowOf(v, "2022"), "The same as", "530")
	if row := b.rowOf(v, "2022"); len(row.cells[1]) == 0 || row.cells[1][0].side < 0 {
		t.Error("the two numbers are not in one row")
	}
	choose(b.rowOf(v, "640"), "Add note")
	if n := b.session.Note(b.session.OpenNoteID()); n == nil || len(n.Anchors) != 2 || len(n.Tags) != 1 || n.Tags[0] != "NU" {
		t.Errorf("note %+v", n)
	}
}

// The table goes to a spreadsheet with a line for each row.
func TestCopyATable(t *testing.T) {
	b := newBench(t, Options{})
	b.wordsOn(lens.Spelling)
	w, _ := b.session.Words()
	got := strings.Split(strings.TrimSpace(tableAsText(w, w.Table(lens.Spelling), textOf(lens.Spelling))), "\n")
	if len(got) != 2 || !strings.HasSuffix(got[1], "fiber\tfibre") || strings.Count(got[0], "\t") != strings.Count(got[1], "\t") {
		t.Errorf("%q", got)
	}
}

// The slope finds the paragraph under the pointer.
func TestSlope(t *testing.T) {
	b := newBench(t, Options{})
	b.wordsOn(lens.Order)
	w, _ := b.session.Words()
	s := newSlope(w.Table(lens.Order).Rows)
	s.Resize(fyne.NewSize(700, s.HeightFor(700)))
	test.WidgetRenderer(s).Layout(s.Size())
	var side data.Side
	var span data.Span
	s.OnGo = func(at data.Side, paragraph data.Span) { side, span = at, paragraph }
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(690, slopeStep*6+4)})
	if side != data.Right || !strings.HasPrefix(span.Of(b.session.Side(data.Right).Text), "From the same day a meal costs") {
		t.Errorf("%s %q", side.Letter(), span.Of(b.session.Side(side).Text))
	}
	if len(s.ties) < 5 {
		t.Errorf("%d ties", len(s.ties))
	}
}

// A third report has a column, and is laid at the right to be read.
func TestAColumnForEachReport(t *testing.T) {
	b := newBench(t, Options{})
	raw, err := os.ReadFile("../assets/sample/lunch-b.txt")
	if err != nil {
		t.Fatal(err)
	}
	third := strings.Replace(string(raw), "head teacher Ines Varga explained", "head teacher Ines Varga claimed", 1)
	b.session.BringIn(session.Page{Text: third}, func(src data.Source, _ data.ID) {
		l := session.NewLookOver(src)
		b.session.Keep(b.session.Event(), []session.Kept{{Report: l.Report(), Source: l.Source()}}, data.Right)
	}, nil)
	b.settle()
	reports := b.session.Reports() // A and B lie there again, and the new one beside them
	b.session.Lay(data.Left, reports[0].ID)
	b.session.Lay(data.Right, reports[1].ID)
	b.settle()
	v := b.wordsOn(lens.Verbs)
	row := b.rowOf(v, "claimed")
	if len(row.cells) != 3 {
		t.Fatalf("%d columns", len(row.cells))
	}
	row.OnGoTo(2, 0)
	b.settle()
	if got := b.session.Selection(data.Right).Of(b.session.Side(data.Right).Text); got != "claimed" {
		t.Errorf("selected %q", got)
	}
}

// All that the tables say has its forms in the translations.
func TestCountsOfTheTablesAreTranslated(t *testing.T) {
	raw, err := os.ReadFile("../assets/translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var forms map[string]any
	if err := json.Unmarshal(raw, &forms); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"{{.N}} places", "{{.N}} times", "{{.N}} quoted words", "Show {{.N}} more rows", "({{.N}} times)"} {
		if forms[key] == nil {
			t.Errorf("%q has no forms", key)
		}
	}
}
