package session

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/data"
	"parallax/data/intake"
)

// lookPage makes a page of blocks, one a line, with the roles before the bars.
func lookPage(lines ...string) data.Source {
	var b strings.Builder
	src := data.Source{Name: "ferry.txt", MediaType: "text/plain", Charset: "utf-8"}
	for _, line := range lines {
		role, text, _ := strings.Cut(line, "|")
		at := b.Len()
		b.WriteString(text)
		src.Blocks = append(src.Blocks, data.Block{
			Span: data.Span{Start: at, End: b.Len()}, Role: data.Role(role), Guess: data.Role(role), Why: "a test",
		})
		b.WriteByte('\n')
	}
	src.Text = b.String()
	src.Bytes = []byte(src.Text)
	intake.Rerole(&src)
	return src
}

func ferryPage() data.Source {
	return lookPage(
		"nav|Home News Sport",
		"headline|Council stops the ferry",
		"date|12 May 2026, 18:40",
		"byline|By Ann Lee",
		"body|The island council stopped the ferry on Tuesday. Nobody was hurt.",
		"related|Harbour wall repairs delayed",
		"body|A new boat comes in ten days.",
		"comments|typical council!!!",
		"unsure|Harbour Post",
	)
}

func looks(l *LookOver) string {
	var roles []string
	for i := range l.Len() {
		roles = append(roles, string(l.Block(i).Role))
	}
	return strings.Join(roles, " ")
}

func TestLookOverStartsOnTheFirstKeptLine(t *testing.T) {
	l := NewLookOver(ferryPage())
	if l.Cursor() != 1 || l.Line(4) != 5 || l.Text(3) != "By Ann Lee" {
		t.Errorf("cursor %d, line of block 4 %d, block 3 %q", l.Cursor(), l.Line(4), l.Text(3))
	}
	if l.Dirty() {
		t.Error("untouched page is dirty")
	}
	c := l.Counts()
	want := []RoleCount{{data.Navigation, 1}, {data.Related, 1}, {data.Comments, 1}, {data.Unsure, 1}}
	if c.Kept != 5 || c.Aside != 4 || !slices.Equal(c.Roles, want) || c.Words != 22 || c.Sentences != 4 {
		t.Errorf("counts %+v", c)
	}
}

func TestToggleRemembersTheRoleOfEitherSide(t *testing.T) {
	l := NewLookOver(ferryPage())
	l.MoveTo(3, false)
	l.Toggle()
	if got := l.Block(3).Role; got != data.Unsure {
		t.Errorf("byline set aside is %q, want unsure", got)
	}
	l.Toggle()
	if got := l.Block(3).Role; got != data.Byline {
		t.Errorf("kept again it is %q, want byline", got)
	}
	l.MoveTo(7, false)
	l.Toggle()
	if got := l.Block(7).Role; got != data.Body {
		t.Errorf("a kept comment is %q, want body", got)
	}
	l.Toggle()
	if got := l.Block(7).Role; got != data.Comments {
		t.Errorf("set aside again it is %q, want comments", got)
	}
	l.SetRole(data.Subhead)
	l.Toggle()
	l.Toggle()
	if got := l.Block(7).Role; got != data.Subhead {
		t.Errorf("a role given by the reader came back as %q, want subhead", got)
	}
}

func TestToggleOfARangeFollowsTheCursor(t *testing.T) {
	l := NewLookOver(ferryPage())
	l.Select(6, 4)
	l.Toggle()
	if got, want := looks(l), "nav headline date byline unsure related unsure comments unsure"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if s, _ := l.UndoStep(); s != (LookStep{Kind: LookAside, Blocks: 2}) {
		t.Errorf("step %+v", s)
	}
	l.Toggle()
	if got, want := looks(l), "nav headline date byline body body body comments unsure"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestEndsHereAndStartsHere(t *testing.T) {
	l := NewLookOver(lookPage(
		"body|Notice", "headline|A", "body|B", "body|C", "body|nonsense!! all of it", "body|I saw that", "nav|Home"))
	l.MoveTo(3, false)
	l.EndsHere()
	l.MoveTo(1, false)
	l.StartsHere()
	if got, want := looks(l), "unsure headline body body comments comments nav"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	l.Undo()
	l.Undo()
	if l.Dirty() || l.Cursor() != 3 {
		t.Errorf("after two undos dirty %v, cursor %d", l.Dirty(), l.Cursor())
	}
}

func TestOneHeadline(t *testing.T) {
	l := NewLookOver(lookPage("headline|Site name", "nav|x", "headline|Boat stops", "body|Text.", "body|Boat stops"))
	if !slices.Contains(l.Warnings(), LookSeveralKept) {
		t.Error("two headlines apart are not warned of")
	}
	l.MoveTo(4, false)
	l.SetRole(data.Headline)
	if got, want := looks(l), "body nav duplicate-headline body headline"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if w := l.Warnings(); len(w) != 0 {
		t.Errorf("warnings %v", w)
	}

	l = NewLookOver(lookPage("body|Boat stops", "body|after storm", "body|Text."))
	l.Select(0, 1)
	l.SetRole(data.Headline)
	if got := l.Fact(data.FieldHeadline); got.Value != "Boat stops after storm" || got.Confirmed || got.Block != 0 {
		t.Errorf("headline of two lines: %+v", got)
	}
}

func TestFactsFollowTheirBlocksUntilAgreed(t *testing.T) {
	l := NewLookOver(ferryPage())
	if f := l.Fact(data.FieldPublished); f.Value != "2026-05-12 18:40" || f.Block != 2 || f.Confirmed {
		t.Fatalf("published %+v", f)
	}
	l.MoveTo(1, false)
	l.Toggle()
	if f := l.Fact(data.FieldHeadline); f.Value != "" {
		t.Errorf("headline of a page without one: %+v", f)
	}
	l.MoveTo(5, false)
	l.SetRole(data.Headline)
	if f := l.Fact(data.FieldHeadline); f.Value != "Harbour wall repairs delayed" || f.From != "line 6" || f.Confirmed {
		t.Errorf("new headline: %+v", f)
	}
	l.ConfirmFact(data.FieldHeadline)
	l.MoveTo(6, false)
	l.SetRole(data.Headline)
	if f := l.Fact(data.FieldHeadline); f.Value != "Harbour wall repairs delayed" || !f.Confirmed {
		t.Errorf("a headline agreed with was changed: %+v", f)
	}
	l.ConfirmFact(data.FieldHeadline)
	if l.Fact(data.FieldHeadline).Confirmed {
		t.Error("agreeing twice does not take it back")
	}
	l.MoveTo(8, false)
	l.SetRole(data.OutletName)
	if f := l.Fact(data.FieldOutlet); f.Value != "Harbour Post" {
		t.Errorf("outlet %+v", f)
	}
	l.ConfirmAll()
	for _, f := range l.Source().Facts {
		if !f.Confirmed {
			t.Errorf("not agreed after ConfirmAll: %+v", f)
		}
	}
}

func TestUseLine(t *testing.T) {
	l := NewLookOver(lookPage("nav|The Quay Times", "body|Boat stops", "body|By Ann Lee", "body|on Friday", "body|12 May 2026", "body|Text here."))
	use := func(i int, f data.Field) data.Fact {
		l.MoveTo(i, false)
		l.UseLine(f)
		return l.Fact(f)
	}
	if f := use(0, data.FieldOutlet); f.Value != "The Quay Times" || !f.Confirmed || l.Block(0).Role != data.OutletName {
		t.Errorf("outlet %+v, role %s", f, l.Block(0).Role)
	}
	if f := use(1, data.FieldHeadline); f.Value != "Boat stops" || l.Block(1).Role != data.Headline {
		t.Errorf("headline %+v", f)
	}
	if f := use(2, data.FieldByline); f.Value != "Ann Lee" {
		t.Errorf("byline %+v", f)
	}
	if f := use(3, data.FieldPublished); f.Value != "" || l.Fact(data.FieldAsWritten).Value != "on Friday" {
		t.Errorf("a weekday became %+v, as written %+v", f, l.Fact(data.FieldAsWritten))
	}
	if r := l.Report(); r.Published != "" || r.AsWritten != "on Friday" {
		t.Errorf("report published %q, as written %q", r.Published, r.AsWritten)
	}
	if f := use(4, data.FieldPublished); f.Value != "2026-05-12" {
		t.Errorf("published %+v", f)
	}
	if f := use(5, data.FieldEvent); f.Value != "Text here." || l.Block(5).Role != data.Body {
		t.Errorf("event %+v, role %s", f, l.Block(5).Role)
	}
	l.MoveTo(0, false)
	l.Toggle()
	if f := l.Fact(data.FieldEvent); f.Value != "Text here." {
		t.Errorf("the event was forgotten: %+v", f)
	}
}

func TestUseLineForUpdated(t *testing.T) {
	l := NewLookOver(lookPage("headline|Boat stops", "nav|Updated 13 May 2026, 09:15", "nav|14 May 2026", "nav|later on Friday", "body|Text here."))
	for i, want := range map[int]string{1: "2026-05-13 09:15", 2: "2026-05-14", 3: "later on Friday"} {
		l.MoveTo(i, false)
		l.UseLine(data.FieldUpdated)
		if f := l.Fact(data.FieldUpdated); f.Value != want || !f.Confirmed || f.Block != i {
			t.Errorf("updated %+v, want %s", f, want)
		}
	}
	if f := l.Fact(data.FieldPublished); f.Confirmed {
		t.Errorf("published %+v", f)
	}
}

// An address tells its outlet as soon as it is one the library knows.
func TestAddressTellsTheOutlet(t *testing.T) {
	outlets := []data.Outlet{{ID: "1", Name: "Quay Times", Sites: []string{"quay.example"}}, {ID: "2", Name: "Coast News", Sites: []string{"coast.example"}}}
	l := NewLookOver(lookPage("outlet|Harbour Post", "headline|Boat stops", "unsure|https://www.quay.example/boat", "body|Text here."))
	l.Know(outlets)
	given := l.Fact(data.FieldOutlet)
	for _, c := range []struct{ address, outlet string }{
		{"https://news.coast.exam", given.Value}, {"https://news.coast.example/1", "Coast News"}, {"https://other.example/1", given.Value},
	} {
		l.SetFact(data.FieldURL, c.address)
		if f := l.Fact(data.FieldOutlet); f.Value != c.outlet || f.Confirmed {
			t.Errorf("%s: outlet %+v, want %q", c.address, f, c.outlet)
		}
	}
	l.Undo()
	if f := l.Fact(data.FieldOutlet); f != given {
		t.Errorf("undone: %+v, was %+v", f, given)
	}
	l.MoveTo(2, false)
	l.UseLine(data.FieldURL)
	if f := l.Fact(data.FieldOutlet); f.Value != "Quay Times" {
		t.Errorf("after using a line: %+v", f)
	}
	l.SetFact(data.FieldOutlet, "My paper")
	l.SetFact(data.FieldURL, "https://coast.example/2")
	if f := l.Fact(data.FieldOutlet); f.Value != "My paper" {
		t.Errorf("what the reader wrote became %+v", f)
	}
}

func TestTypingAFactIsOneStep(t *testing.T) {
	l := NewLookOver(ferryPage())
	was := l.Fact(data.FieldCredit)
	for _, s := range []string{"C", "Co", "Coast"} {
		l.SetFact(data.FieldCredit, s)
	}
	l.SetFact(data.FieldCredit, "Coast")
	if f := l.Fact(data.FieldCredit); f.Value != "Coast" || f.From != "you" || !f.Confirmed || f.Block != -1 {
		t.Errorf("credit %+v", f)
	}
	l.Undo()
	if got := l.Fact(data.FieldCredit); got != was {
		t.Errorf("after one undo %+v, want %+v", got, was)
	}
	l.Redo()
	l.SetFact(data.FieldCredit, "Coast News")
	l.Undo()
	if f := l.Fact(data.FieldCredit); f.Value != "Coast" {
		t.Errorf("typing after redo is not a step of its own: %+v", f)
	}
	l.SetFact(data.FieldPublished, "last spring")
	if r := l.Report(); r.Published != "" || r.AsWritten != "last spring" || r.Headline != "Council stops the ferry" {
		t.Errorf("report %+v", r)
	}
}

func TestLookOverOfAnEmptyPage(t *testing.T) {
	l := NewLookOver(data.Source{})
	l.MoveTo(3, true)
	l.Toggle()
	l.SetRole(data.Headline)
	l.EndsHere()
	l.StartsHere()
	l.UseLine(data.FieldHeadline)
	l.ConfirmAll()
	l.Undo()
	l.Redo()
	if l.Dirty() || l.Cursor() != -1 || l.Report().Text != "" {
		t.Error("something came of nothing")
	}
	if !slices.Contains(l.Warnings(), LookNoReport) {
		t.Error("no report, but no warning")
	}
}

// TestLookOverWalk does, undoes and redoes at random, and compares each state
// with one remembered; whatever happens, every line stays.
func TestLookOverWalk(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 7))
		var lines []string
		for i := range 3 + r.IntN(25) {
			lines = append(lines, fmt.Sprintf("%s|Line %d of the page, said Ann. By 12 May 2026!", data.Roles[r.IntN(len(data.Roles))], i))
		}
		src := lookPage(lines...)
		given := src.Text
		l := NewLookOver(src)
		states := []data.Source{l.Source()}
		at := 0
		for step := range 200 {
			before := len(l.past)
			l.typing = false // each write is a step here
			switch r.IntN(13) {
			case 0, 1:
				l.MoveTo(r.IntN(l.Len()), r.IntN(2) == 0)
			case 2, 3:
				l.Toggle()
			case 4:
				l.SetRole(data.Roles[r.IntN(len(data.Roles))])
			case 5:
				l.EndsHere()
			case 6:
				l.StartsHere()
			case 7:
				l.SetFact(data.Fields[r.IntN(len(data.Fields))], fmt.Sprint("value ", r.IntN(5)))
			case 8:
				l.UseLine(data.Fields[r.IntN(len(data.Fields))])
			case 9:
				l.ConfirmFact(data.Fields[r.IntN(len(data.Fields))])
			case 10:
				if r.IntN(4) == 0 {
					l.ConfirmAll()
				}
			case 11:
				l.Undo()
				at = max(0, at-1)
			case 12:
				l.Redo()
				at = min(at+1, len(states)-1)
			}
			if len(l.past) > before && len(l.future) == 0 && len(l.past) > at {
				states = append(states[:at+1], l.Source())
				at++
			}
			got := l.Source()
			if !slices.Equal(got.Blocks, states[at].Blocks) || !slices.Equal(got.Facts, states[at].Facts) {
				t.Fatalf("seed %d, step %d: not the state that was left", seed, step)
			}
			everyLine(t, got, given)
		}
	}
}

// everyLine checks that each line of a page is in a block and the page is as given.
func everyLine(t *testing.T, src data.Source, given string) {
	t.Helper()
	if src.Text != given || string(src.Bytes) != given {
		t.Fatal("the page was changed")
	}
	at := 0
	for line := range strings.Lines(given) {
		span := data.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}
		at += len(line)
		covered := 0
		for _, b := range src.Blocks {
			covered += b.Overlap(span)
			if !slices.Contains(data.Roles, b.Role) {
				t.Fatalf("role %q", b.Role)
			}
		}
		if covered != span.Len() {
			t.Fatalf("line %q is in blocks for %d of %d bytes", line, covered, span.Len())
		}
	}
	// What is in the text is exactly what has such a role, in order.
	c := intake.Compose(&src)
	for _, b := range src.Blocks {
		if b.Role.InText() && !strings.Contains(c.Text, strings.TrimSpace(b.Of(src.Text))) {
			t.Fatalf("kept block %q is not in the report", b.Of(src.Text))
		}
	}
}

// TestReopen looks over a page again that was stored after a first look.
func TestReopen(t *testing.T) {
	src, err := intake.Read(context.Background(), intake.Input{Name: "pasted text", Bytes: []byte(
		"Home\nNews\n\nCouncil stops the morning ferry\n\n12 May 2026\n\n" +
			"The island council stopped the morning ferry on Tuesday, after inspectors found cracks in the hull.\n\n" +
			"A new boat is expected in ten days, the harbour office said in a letter to the islanders.\n\nReply\nLike\n")})
	if err != nil {
		t.Fatal(err)
	}
	l := NewLookOver(src)
	l.MoveTo(l.Len()-1, false)
	l.Toggle()
	l.SetFact(data.FieldOutlet, "The Quay Times")
	stored := l.Source()

	again := NewLookOver(stored)
	if again.Dirty() || again.Report().Text != l.Report().Text || again.Fact(data.FieldOutlet).Value != "The Quay Times" {
		t.Error("the page is not as it was left")
	}
	again.MoveTo(again.Len()-1, false)
	again.Toggle()
	if got, want := again.Report().Text, NewLookOver(src).Report().Text; got != want {
		t.Errorf("taken back:\n%q\nwant\n%q", got, want)
	}
}

func BenchmarkToggle5000(b *testing.B) {
	var lines []string
	for i := range 5000 {
		lines = append(lines, fmt.Sprintf("%s|Line %d: the island council stopped the morning ferry on Tuesday.", data.Roles[i%len(data.Roles)], i))
	}
	l := NewLookOver(lookPage(lines...))
	l.MoveTo(2500, false)
	l.Counts()
	for b.Loop() {
		l.Toggle()
		l.Counts()
	}
}
