package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/data"
	"parallax/data/export"
)

// withNotes returns a stage with two reports compared and two notes.
func withNotes(t *testing.T) *stage {
	t.Helper()
	g := open(t)
	for i, body := range []string{"the first note", "the second note"} {
		g.GoTo(i)
		if !g.AddNote() {
			t.Fatal("no note")
		}
		g.say(g.OpenNoteID(), body)
		g.settle()
	}
	return g
}

// exported is the file that an export of this scope makes.
func (g *stage) exported(scope Scope, o export.Options) string {
	g.t.Helper()
	path := filepath.Join(g.t.TempDir(), "work"+o.Format.Ending())
	done := false
	g.Export(Order{Scope: scope, Options: o}, path, func() { done = true })
	g.settle()
	b, err := os.ReadFile(path)
	if err != nil || !done {
		g.t.Fatalf("not written: %v, %v", err, g.problems)
	}
	return string(b)
}

func TestEachScopeExportsItsPart(t *testing.T) {
	g := withNotes(t)
	scopes, suggested := g.Scopes()
	if len(scopes) != 4 || suggested != ThisComparison {
		t.Fatalf("scopes %v, suggested %v", scopes, suggested)
	}
	for _, c := range []struct {
		scope     Scope
		has, lack []string
	}{
		{ThisNote, []string{"the second note"}, []string{"the first note", "Shop owners fear"}},
		{ThisComparison, []string{"the first note", "the second note", "Shop owners fear"}, nil},
		{ThisEvent, []string{"the first note", "the second note", "Shop owners fear"}, nil},
		{Everything, []string{"the first note", "the second note", "Shop owners fear", "Bridge closed"}, nil},
	} {
		for _, f := range []export.Format{export.HTML, export.Markdown} {
			out := g.exported(c.scope, export.Options{Format: f})
			for _, words := range c.has {
				if !strings.Contains(out, words) {
					t.Errorf("scope %d as %s lacks %q", c.scope, f, words)
				}
			}
			for _, words := range c.lack {
				if strings.Contains(out, words) {
					t.Errorf("scope %d as %s has %q", c.scope, f, words)
				}
			}
		}
	}
	g.OpenNote("")
	if scopes, _ := g.Scopes(); len(scopes) != 3 {
		t.Errorf("without a note: scopes %v", scopes)
	}
}

// What is exported is what is on the screen, also what was typed just now.
func TestExportHasWhatWasJustTyped(t *testing.T) {
	g := withNotes(t)
	g.say(g.OpenNoteID(), "typed just now")
	if out := g.exported(ThisEvent, export.Options{Format: export.CSV}); !strings.Contains(out, "typed just now") {
		t.Error("it is missing")
	}
}

func TestOwnTagsAreExportedByName(t *testing.T) {
	g := withNotes(t)
	code := g.AddOwnTag("Feels unfinished", nil)
	g.ToggleTag(g.OpenNoteID(), code)
	g.settle()
	if out := g.exported(ThisNote, export.Options{Format: export.HTML}); !strings.Contains(out, "Feels unfinished") {
		t.Error("its name is missing")
	}
}

func TestExportThatCannotBeWrittenIsTold(t *testing.T) {
	g := withNotes(t)
	g.Export(Order{Scope: ThisEvent, Options: export.Options{Format: export.HTML}}, filepath.Join(t.TempDir(), "none", "work.html"), func() { t.Error("done") })
	g.settle()
	if len(g.problems) != 1 {
		t.Fatalf("problems %v", g.problems)
	}
	if said, _ := data.Plain(g.problems[0]); said != "There is no such folder." {
		t.Errorf("said %q", said)
	}
}

func TestStoppedExportLeavesNothing(t *testing.T) {
	g := withNotes(t)
	dir := t.TempDir()
	g.Export(Order{Scope: Everything, Options: export.Options{Format: export.PDF}}, filepath.Join(dir, "work.pdf"), func() { t.Error("done") })
	if what, _ := g.Busy(); what == "" {
		t.Error("nobody is told")
	}
	g.CancelJob()
	g.exchange.Close()
	g.settle()
	if left, err := os.ReadDir(dir); err != nil || len(left) > 1 || len(left) == 1 && left[0].Name() != "work.pdf" {
		t.Errorf("left %v, %v", left, err)
	}
	if !g.Compared() {
		t.Error("the comparison was stopped too")
	}
}

func TestOnlyTheLastPreviewIsAnswered(t *testing.T) {
	g := withNotes(t)
	var answers []export.Preview
	for _, f := range []export.Format{export.HTML, export.PDF} {
		g.Preview(Order{Scope: ThisEvent, Options: export.Options{Format: f}}, 1, func(p export.Preview, err error) {
			if err != nil {
				t.Error(err)
			}
			answers = append(answers, p)
		})
	}
	g.settle()
	if len(answers) != 1 || answers[0].Page == nil {
		t.Errorf("%d answers", len(answers))
	}
}

func TestCopyWithSource(t *testing.T) {
	g := open(t)
	if got := g.CopyWithSource(); got != "" {
		t.Errorf("of nothing: %q", got)
	}
	r := g.Side(data.Right)
	i := strings.Index(r.Text, "Shop owners")
	g.Select(data.Right, data.Span{Start: i, End: i + len("Shop owners")})
	if got, want := g.CopyWithSource(), "“Shop owners”\n“Bridge shut: commuters stranded”, on Monday"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	g.AddNote()
	if got := g.CopyWithSource(); !strings.HasPrefix(got, "“Shop owners”\n") {
		t.Errorf("of the open note: %q", got)
	}
}
