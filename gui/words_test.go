package gui

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/keyed"
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
	seen := map[data.Span]bool{}
	for range 3 {
		row := b.rowOf(b.wordsOn(lens.Naming), "pupils") // the click led to the texts: back to the table
		row.OnGoTo(1, slices.IndexFunc(row.cells[1], func(p *phrase) bool { return p.text == "pupils" }))
		b.settle()
		seen[b.session.Selection(data.Right)] = true
	}
	if len(seen) != 3 {
		t.Errorf("went to %v", seen)
	}
}

// A click on a wording shows where the row stands in the other text too: in the
// passage tied to the one clicked, where it is there, else at the row's first place.
func TestAWordingLeadsToBothTexts(t *testing.T) {
	b := newBench(t, Options{})
	for _, c := range []struct {
		kind                  lens.Kind
		row                   string
		cell                  int
		words, there, passage string
	}{
		{lens.Verbs, "explained", 1, "explained", "said", "head teacher Ines Varga said"},
		{lens.Naming, "students", 0, "students", "pupil", "The pupil council asked for the change"},
		{lens.Naming, "students", 0, "students", "pupils", "640 pupils and their families"}, // the second place of the same wording
		{lens.Spelling, "fibre", 0, "fiber", "fibre", "rich in fibre"},
	} {
		v := b.wordsOn(c.kind)
		row := b.rowOf(v, c.row)
		row.OnGoTo(c.cell, slices.IndexFunc(row.cells[c.cell], func(p *phrase) bool { return p.text == c.words }))
		b.settle()
		here, there := data.Side(c.cell), data.Side(c.cell).Other()
		text := b.session.Side(there).Text
		got := b.session.Selection(there)
		if at := strings.Index(text, c.passage); got.Of(text) != c.there || got.Start < at || got.End > at+len(c.passage) {
			t.Errorf("%s: %q at %d stands across", c.words, got.Of(text), got.Start)
		}
		if got := b.session.Selection(here).Of(b.session.Side(here).Text); got != c.words || b.room.front != here {
			t.Errorf("%s: %q is selected, report %s in front", c.words, got, b.room.front.Letter())
		}
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

// A paragraph that goes by its first words ends with dots, a headline that is there
// as a whole does not.
func TestParagraphsInOrderEndWithDots(t *testing.T) {
	cell := func(text string, end int) lens.Cell {
		return lens.Cell{Wordings: []lens.Wording{{Text: text, Places: []data.Span{{End: end}}}}}
	}
	r := newWordRow(lens.Order, &lens.Row{Cells: []lens.Cell{cell("Ferry replaces bridge", 21), cell("A ferry has replaced the", 130)}}, false)
	for i, want := range []string{"Ferry replaces bridge", "A ferry has replaced the…"} {
		if got := r.cells[i][0].text; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The slope finds the paragraph under the pointer.
func TestSlope(t *testing.T) {
	b := newBench(t, Options{})
	b.wordsOn(lens.Order)
	w, _ := b.session.Words()
	s := newSlope(w.Table(lens.Order).Rows, 2)
	s.Resize(fyne.NewSize(700, s.HeightFor(700)))
	test.WidgetRenderer(s).Layout(s.Size())
	var report int
	var span data.Span
	s.OnGo = func(at int, paragraph data.Span) { report, span = at, paragraph }
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(690, slopeStep*6+4)})
	if report != 1 || !strings.HasPrefix(span.Of(b.session.Side(data.Right).Text), "From the same day a meal costs") {
		t.Errorf("report %d at %v", report, span)
	}
	if len(s.ties[[2]int{0, 1}]) < 5 {
		t.Errorf("%d ties", len(s.ties))
	}
	if texts := test.WidgetRenderer(s).(*slopeRenderer).texts[1]; strings.HasPrefix(texts[0].lines[0].Text, "1") || !strings.HasPrefix(texts[1].lines[0].Text, "1  Fernhill") {
		t.Errorf("the boxes begin %q and %q", texts[0].lines[0].Text, texts[1].lines[0].Text)
	}
	for boxes, want := range map[int][]slopeBox{0: nil, 1: {{number: 1}, {number: 2}}, 3: {{}, {}, {number: 1}, {number: 2}}} {
		if got := leads(want); got != boxes {
			t.Errorf("the band is behind %d boxes of %v", got, want)
		}
	}
}

// With more reports the slope has a column and, between two of them, lines for
// each; reports that were not compared with each other are joined by what the
// first two tell. Of the columns none stands outside or over another.
func TestSlopeOfFourReports(t *testing.T) {
	test.NewTempApp(t)
	told := func(at int) lens.Cell {
		return lens.Cell{Wordings: []lens.Wording{{Text: "words", Places: []data.Span{{Start: at, End: at + 1}}}}, At: at}
	}
	row := func(i, at, j, there int) lens.Row {
		r := lens.Row{Cells: make([]lens.Cell, 4)}
		r.Cells[i], r.Cells[j] = told(at), told(there)
		return r
	}
	// A's second paragraph is B's first, C's third and D's first; B's third is C's second
	s := newSlope([]lens.Row{row(0, 2, 1, 1), row(0, 2, 2, 3), row(0, 2, 3, 1), row(1, 3, 2, 2)}, 4)
	for pair, want := range map[[2]int][][2]int{{0, 1}: {{2, 1}}, {1, 2}: {{3, 2}}, {2, 3}: {{3, 1}}} {
		if !slices.Equal(s.ties[pair], want) {
			t.Errorf("between %v: %v, want %v", pair, s.ties[pair], want)
		}
	}
	five := func(j, there int) lens.Row {
		r := lens.Row{Cells: make([]lens.Cell, 5)}
		r.Cells[0], r.Cells[j] = told(2), told(there)
		return r
	}
	if s := newSlope([]lens.Row{five(2, 1), five(3, 4), five(4, 3)}, 5); !slices.Equal(s.ties[[2]int{2, 4}], [][2]int{{1, 3}}) {
		t.Errorf("C and E are not joined: %v", s.ties)
	}
	for _, width := range []float32{300, 640, 1400} {
		x := float32(0)
		for i, c := range s.columns(width) {
			if c.x < x || c.width < 40 || c.x+c.width > width+0.1 || i > 0 && c.x-x < 10 {
				t.Errorf("%v wide, column %d stands at %v, %v wide", width, i, c.x, c.width)
			}
			x = c.x + c.width
		}
	}
	s.Resize(fyne.NewSize(900, s.HeightFor(900)))
	s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, slopeStep*2+4)}})
	for n, want := range [][]int{{2}, {1}, {3}, {1}} {
		for i := range s.boxes[n] {
			if s.lit(n, i) != slices.Contains(want, i) {
				t.Errorf("report %d, paragraph %d: lit %v", n, i, s.lit(n, i))
			}
		}
	}
	lit := 0
	for _, l := range test.WidgetRenderer(s).(*slopeRenderer).lines {
		if l.pieces[0].StrokeWidth > 2 {
			lit++
		}
	}
	if lit != 2 { // A to B, C to D; none leads from B to C
		t.Errorf("%d lines are lit", lit)
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
	b.session.Lay(data.Right, reports[1].ID)
	b.settle()
	v = b.wordsOn(lens.Order)
	for _, o := range v.sheet.items {
		if s, ok := o.(*slope); ok {
			if len(s.boxes) != 3 || len(s.ties[[2]int{1, 2}]) < 5 {
				t.Errorf("%d columns, %d lines to the third", len(s.boxes), len(s.ties[[2]int{1, 2}]))
			}
			s.OnGo(2, s.boxes[2][1].Span)
			b.settle()
			if b.session.Side(data.Right).ID != reports[2].ID || b.session.Selection(data.Right) != s.boxes[2][1].Span {
				t.Error("the third report's paragraph is not gone to")
			}
			return
		}
	}
	t.Error("no slope")
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

// Where a report is a translation, rows and cards of wording say that the words
// may be the translator's; an answer taken back takes that away.
func TestWordingOfATranslation(t *testing.T) {
	const calm = "may come from the translation"
	b := newBench(t, Options{})
	remarked := func(k lens.Kind) (calmly, rows int) {
		for _, row := range b.wordsOn(k).rows {
			rows++
			if strings.Contains(row.remark.text, calm) {
				calmly++
			}
		}
		return calmly, rows
	}
	card := func() bool {
		b.room.toTexts()
		b.room.point("voices")
		b.settle()
		for i, p := range b.room.pointing.list {
			if slices.Contains(lens.Codes[lens.Quotation], p.Code) {
				b.room.goToPointer(i)
				return shows(b.room.tie.content, "The wording "+calm)
			}
		}
		t.Fatal("no quotation in two wordings")
		return false
	}
	if n, rows := remarked(lens.Quotation); n > 0 || rows == 0 || card() {
		t.Fatalf("%d of %d rows, before anybody spoke of a translation", n, rows)
	}
	b.session.AnswerCheck(data.Translated, data.Right, data.Yes)
	b.settle()
	if !shows(b.room.tie.content, "The wording "+calm) {
		t.Error("the card that is open does not say so")
	}
	for _, k := range []lens.Kind{lens.Quotation, lens.Swaps} {
		if n, rows := remarked(k); n == 0 {
			t.Errorf("%s: %d of %d rows say so", k, n, rows)
		}
	}
	if n, _ := remarked(lens.Number); n > 0 {
		t.Error("a number is said to come from the translation")
	}
	b.session.AnswerCheck(data.Translated, data.Right, data.No)
	b.settle()
	if n, _ := remarked(lens.Quotation); n > 0 || card() {
		t.Error("not a translation, it still says so")
	}
}

// The name of the open table is in view, where the list is longer than the window
// too, and whoever opened it.
func TestOpenTableIsNamedInView(t *testing.T) {
	b := newBench(t, Options{})
	b.window.Resize(fyne.NewSize(1024, 600))
	b.room.show(3)
	b.settle()
	v := b.room.words
	b.window.Canvas().Focus(v.list)
	for range len(lens.Kinds) - 1 {
		b.key(fyne.KeyDown)
	}
	seen := func(what string) {
		t.Helper()
		y := float32(v.table)*listStep - v.names.Offset.Y
		if v.names.Size().Height >= float32(len(lens.Kinds))*listStep {
			t.Fatal("the list has room for all")
		}
		if y < 0 || y+listStep > v.names.Size().Height+1 {
			t.Errorf("%s: the name is at %v of %v", what, y, v.names.Size().Height)
		}
	}
	seen("by the keys")
	event := b.session.Event()
	b.session.Open(data.Event{ID: "none"})
	b.settle()
	v.names.ScrollToOffset(fyne.NewPos(0, 0))
	b.session.Open(event)
	b.settle()
	if v.table != len(lens.Kinds)-1 {
		t.Fatalf("table %d is open", v.table)
	}
	seen("come back")
	v.list.choose(0)
	seen("the first")
	if b.room.foot.legend.Visible() {
		t.Error("a legend of marks stands under tables")
	}
	b.room.show(sideBySideView)
	if !b.room.foot.legend.Visible() {
		t.Error("no legend under the texts")
	}
}

// Where a column for each report is too narrow for what is in it, the words of each
// stand beside its name; every wording is there, in its room, and can be clicked.
func TestManyReportsStandUnderEachOther(t *testing.T) {
	test.NewTempApp(t)
	row := func(words ...string) *wordRow {
		r := &lens.Row{Head: "The demonstrators"}
		for i, w := range words {
			var c lens.Cell
			if w != "" {
				c.Wordings = []lens.Wording{{Text: w, Places: []data.Span{{Start: i, End: i + 1}}}}
			}
			r.Cells = append(r.Cells, c)
		}
		return newWordRow(lens.Naming, r, true)
	}
	for _, reports := range []int{2, 3, 4, 5, 7} {
		for _, width := range []float32{360, 500, 700, 1100} {
			for _, times := range []float32{1, 1.75, 2.5} {
				names := make([]string, reports)
				words := make([]string, reports)
				for i := range names {
					names[i] = letterOf(i) + "  The Nordhaven Evening Telegraph"
					if i != 1 {
						words[i] = []string{"demonstrators", "an angry mob, some say", "counterdemonstration"}[i%3]
					}
				}
				rows := []*wordRow{row(words...), row(append([]string{"alone"}, make([]string, reports-1)...)...)}
				g := newWordGrid(names, true, times, rows)
				stacked := g.stacked(width)
				if !stacked && reports > 2 && width/float32(reports) < 90*times {
					t.Errorf("%d reports, %v wide, %v times as large: in columns", reports, width, times)
				}
				for n, r := range rows {
					r.SizeBy(times)
					high := r.HeightFor(width)
					r.Resize(fyne.NewSize(width, high))
					texts := test.WidgetRenderer(r).Objects()
					var said, named []string
					for _, o := range texts {
						text, ok := o.(*canvas.Text)
						if !ok {
							continue
						}
						at := text.Position()
						if at.X+text.MinSize().Width > width-menuWidth+1 || at.Y+text.MinSize().Height > high+1 {
							t.Errorf("%d reports, %v wide, %v times: %q stands at %v, out of %v by %v", reports, width, times, text.Text, at, width, high)
						}
						if strings.HasPrefix(text.Text, "A  ") || strings.HasPrefix(text.Text, "C  ") {
							named = append(named, text.Text)
						}
						said = append(said, text.Text)
					}
					all := strings.Join(said, " ")
					for _, w := range words {
						if n == 0 && w != "" && width/times > 250 && !strings.Contains(all, strings.Fields(w + " -")[0]) {
							t.Errorf("%d reports, %v wide, %v times: %q is not said in %q", reports, width, times, w, all)
						}
					}
					if stacked != (len(named) > 0) {
						t.Errorf("%d reports, %v wide, %v times: stacked %v, names %q", reports, width, times, stacked, named)
					}
					want := 1
					if n == 0 {
						want = reports - 1
					}
					if len(r.boxes) != want {
						t.Errorf("%d wordings can be clicked, not %d", len(r.boxes), want)
					}
				}
			}
		}
	}
}

// The paragraph under the pointer is said in whole where its box has room for some
// words only; what is said stays inside the diagram, clear of the box.
func TestSlopeSaysItsBoxesInWhole(t *testing.T) {
	test.NewTempApp(t)
	long := "The old harbour wall at Nordhaven collapsed on Sunday night after heavy rain, the council said in a statement."
	told := func(at int, text string) lens.Cell {
		return lens.Cell{Wordings: []lens.Wording{{Text: text, Places: []data.Span{{Start: at, End: at + 1}}}}, At: at}
	}
	var rows []lens.Row
	for at := range 8 {
		text := long
		if at == 3 {
			text = "Rain."
		}
		rows = append(rows, lens.Row{Cells: []lens.Cell{told(at, text), told(at, text), told(at, text), told(at, text), told(at, text)}})
	}
	s := newSlope(rows, 5)
	s.Resize(fyne.NewSize(640, s.HeightFor(640)))
	r := test.WidgetRenderer(s).(*slopeRenderer)
	for n, c := range s.columns(640) {
		for i := range s.boxes[n] {
			s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(c.x+3, float32(i)*s.step()+3)}})
			var said []string
			for _, o := range r.whole {
				if text, ok := o.(*canvas.Text); ok {
					said = append(said, text.Text)
				}
			}
			if got, want := strings.Join(said, " "), map[bool]string{true: "", false: long}[i == 3]; got != want {
				t.Fatalf("report %d, paragraph %d: %q, want %q", n, i, got, want)
			}
			if len(r.whole) == 0 {
				continue
			}
			at, size := r.back.Position(), r.back.Size()
			box := r.boxes[n][i]
			if at.X < 0 || at.X+size.Width > 640 || at.Y+size.Height > box.Position().Y && at.Y < box.Position().Y+box.Size().Height {
				t.Errorf("report %d, paragraph %d at %v: said at %v, %v", n, i, box.Position(), at, size)
			}
		}
	}
	s.MouseOut()
	if len(r.whole) > 0 {
		t.Error("still said when the pointer has left")
	}
}

// Where reports stand under each other, a name that has the room is not cut, and a
// report of an outlet that is not known goes by its headline.
func TestNamesBesideWordsAreWhole(t *testing.T) {
	test.NewTempApp(t)
	names := reportNames([]data.Report{{Headline: "Ferry replaces bridge"}, {Outlet: "Fen Herald", Headline: "Closed"}, {}}, true)
	if want := []string{"A  Ferry replaces bridge", "B  Fen Herald", "C  Outlet not known"}; !slices.Equal(names, want) {
		t.Fatalf("the reports are %q", names)
	}
	style := fyne.TextStyle{Bold: true}
	for _, times := range []float32{1, 1.5, 2} {
		g := newWordGrid(names, false, times, nil)
		at, _ := g.beside(1400)
		for _, n := range names {
			if got := fitted(n, at.width-tintAir, namesText*times, style); got != n {
				t.Errorf("%v times as large, %q is shown for %q", times, got, n)
			}
		}
	}
}

// In narrow columns a box has more lines, each inside it, and says several words; in
// wide ones it has one.
func TestBoxesOfNarrowColumnsHaveMoreLines(t *testing.T) {
	test.NewTempApp(t)
	long := "The old harbour wall at Nordhaven collapsed on Sunday night after heavy rain, the council said in a statement."
	told := lens.Cell{Wordings: []lens.Wording{{Text: long, Places: []data.Span{{Start: 0, End: 1}}}}, At: 1, Number: 12}
	rows := []lens.Row{{Cells: []lens.Cell{told, told, told, told, told}}}
	for width, want := range map[float32]int{340: 4, 560: 3, 800: 2, 1400: 1} {
		s := newSlope(rows, 5)
		s.Resize(fyne.NewSize(width, s.HeightFor(width)))
		r := test.WidgetRenderer(s).(*slopeRenderer)
		for n := range s.boxes {
			box, text := r.boxes[n][1], r.texts[n][1]
			if len(text.lines) != want || !text.cut {
				t.Errorf("%v wide: %d lines, want %d", width, len(text.lines), want)
			}
			words := 0
			for _, l := range text.lines {
				words += len(strings.Fields(l.Text))
				if end := l.Position().AddXY(l.MinSize().Width, l.MinSize().Height); end.X > box.Position().X+box.Size().Width || end.Y > box.Position().Y+box.Size().Height+0.5 || l.Position().Y < box.Position().Y-0.5 {
					t.Errorf("%v wide: the line %q does not lie in its box", width, l.Text)
				}
			}
			if words < 3 {
				t.Errorf("%v wide: a box says %d words", width, words)
			}
			if low := box.Position().Y + box.Size().Height; low > s.Size().Height {
				t.Errorf("%v wide: the boxes end at %v of %v", width, low, s.Size().Height)
			}
		}
	}
}

// With one report there are no words to set side by side: the view says what is
// missing and how it comes, for the free side, and is full once it is there.
func TestWordsOfOneReportAskForTheOther(t *testing.T) {
	for _, side := range []data.Side{data.Left, data.Right} {
		b := newBench(t, Options{})
		v := b.wordsOn(lens.Verbs)
		if v.missing.Visible() {
			t.Fatal("two reports are there, and one is asked for")
		}
		gone := *b.session.Side(side)
		b.session.RemoveReport(gone.ID)
		b.settle()
		if !v.missing.Visible() {
			t.Fatalf("%s is missing, and it is not said", side.Letter())
		}
		asked := side.Other()
		b.room.OnBringIn = func(side data.Side) { asked = side }
		for _, o := range test.LaidOutObjects(v.missing) {
			if button, ok := o.(*keyed.Button); ok && button.Text == "Choose a file" {
				test.Tap(button)
			}
		}
		if b.session.Side(asked) != nil {
			t.Errorf("a report for side %d is asked for, where one stands", asked)
		}
		b.bringIn(gone.Text, side)
		if v.missing.Visible() || len(v.rows) == 0 {
			t.Errorf("both are there again: asked for %v, %d rows", v.missing.Visible(), len(v.rows))
		}
	}
}
