package session

import (
	"testing"

	"parallax/data"
	"parallax/data/lens"
)

// words reads the tables of words anew.
func (g *stage) tables() *WordTables {
	g.t.Helper()
	g.LookWords()
	g.settle()
	w, fresh := g.Words()
	if w == nil || !fresh {
		g.t.Fatal("no tables of words")
	}
	return w
}

// rowWith is the row of a table that holds words of the left report.
func (g *stage) rowWith(k lens.Kind, words string) *lens.Row {
	g.t.Helper()
	at := g.find(data.Left, words)
	table := g.tables().Table(k)
	for i := range table.Rows {
		for _, p := range g.words.tables.Passages(&table.Rows[i], 0) {
			if p.Overlap(at) > 0 {
				return &table.Rows[i]
			}
		}
	}
	return nil
}

func TestTheTablesOfWordsFollowTheReports(t *testing.T) {
	g := open(t)
	if w, fresh := g.Words(); w != nil || fresh {
		t.Error("there are tables nobody asked for")
	}
	w := g.tables()
	if len(w.Tables) != len(lens.Kinds) || w.Reports[0].ID != g.Side(data.Left).ID || w.Reports[1].ID != g.Side(data.Right).ID {
		t.Fatalf("%d tables of %d reports", len(w.Tables), len(w.Reports))
	}
	g.LookWords()
	if g.wording.Busy() {
		t.Error("read what is there already")
	}
	g.SelectPair(g.PairAt(data.Left, g.find(data.Left, "“Nobody").Start))
	g.Reject()
	g.settle()
	if now, fresh := g.Words(); now == nil || fresh {
		t.Error("a ruling left the tables as they were, or took them away")
	}
	g.tables()
	g.Swap()
	if now, _ := g.Words(); now != nil {
		t.Error("the tables of other reports are there")
	}
}

func TestReadingsAreStepsThatCanBeUndone(t *testing.T) {
	g := open(t)
	const verb = "said"
	row := g.rowWith(lens.Verbs, verb)
	if row == nil {
		t.Fatalf("nobody speaks: %+v", g.tables().Table(lens.Verbs))
	}
	before := row.Head
	if g.CanUnsay(row) {
		t.Error("there is something to take back")
	}
	g.SaySpeaker(row, "Ana Revel")
	g.settle()
	if row = g.rowWith(lens.Verbs, verb); row.Head != "Ana Revel" || !row.Read || g.UndoName() != "say who speaks" {
		t.Fatalf("speaks %q, undo %q", row.Head, g.UndoName())
	}
	g.SaySpeaker(row, "Bo Sand")
	g.settle()
	if row = g.rowWith(lens.Verbs, verb); row.Head != "Bo Sand" || len(g.tables().Readings) != row.Cells[0].Places()+row.Cells[1].Places() {
		t.Errorf("speaks %q by %d readings", row.Head, len(g.tables().Readings))
	}
	g.Undo()
	g.settle()
	if row = g.rowWith(lens.Verbs, verb); row.Head != "Ana Revel" {
		t.Errorf("one step back, %q speaks", row.Head)
	}
	g.Undo()
	g.settle()
	if row = g.rowWith(lens.Verbs, verb); row.Head != before || len(g.tables().Readings) != 0 {
		t.Errorf("two steps back, %q speaks", row.Head)
	}
	g.Redo()
	g.settle()
	row = g.rowWith(lens.Verbs, verb)
	if row.Head != "Ana Revel" || !g.CanUnsay(row) {
		t.Fatalf("again, %q speaks", row.Head)
	}
	g.Unsay(row)
	g.settle()
	if row = g.rowWith(lens.Verbs, verb); row.Head != before {
		t.Errorf("taken back, %q speaks", row.Head)
	}

	place := g.tables().Passages(row, 0)[0]
	g.SayClass(place, "emotive")
	g.settle()
	if row = g.rowWith(lens.Verbs, verb); row.Cells[0].Wordings[0].Class != "emotive" {
		t.Errorf("the verb is %q", row.Cells[0].Wordings[0].Class)
	}
	g.SaySpeaker(row, "")
	g.settle()
	if g.rowWith(lens.Verbs, verb) != nil {
		t.Error("the verb nobody speaks with is there")
	}

	a := data.Passage{ReportID: g.Side(data.Left).ID, Span: g.find(data.Left, "people")}
	b := data.Passage{ReportID: g.Side(data.Right).ID, Span: g.find(data.Right, "owners")}
	g.SaySame(a, b, data.TellsSame)
	g.settle()
	if row := g.rowWith(lens.Naming, "people"); row == nil || row.Cells[1].Places() != 1 {
		t.Fatalf("people and owners are not one: %+v", g.tables().Table(lens.Naming))
	}
	g.SaySame(a, b, data.NotSame)
	g.settle()
	if n := len(g.tables().Readings); g.rowWith(lens.Naming, "people") != nil {
		t.Errorf("they still are, by %d readings", n)
	}
}

// What the reader selects in both reports and calls the same is kept although
// nobody has looked at the tables yet, and is one step to undo.
func TestSelectedWordsNameTheSame(t *testing.T) {
	g := open(t)
	if g.SaySelectedSame() {
		t.Error("nothing is selected")
	}
	g.Select(data.Left, g.find(data.Left, "people"))
	if g.SaySelectedSame() {
		t.Error("nothing is selected at the right")
	}
	g.Select(data.Right, g.find(data.Right, "owners"))
	if !g.SaySelectedSame() {
		t.Fatal("not said")
	}
	g.settle()
	if row := g.rowWith(lens.Naming, "people"); row == nil || !row.Read || row.Cells[1].Places() != 1 {
		t.Fatalf("people and owners are not one: %+v", g.tables().Table(lens.Naming))
	}
	g.Undo()
	g.settle()
	if row := g.rowWith(lens.Naming, "people"); row != nil {
		t.Errorf("undone, they still are: %+v", row)
	}
}
