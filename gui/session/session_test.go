package session

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/store"
)

// A stage is the screen's goroutine of a test: what is posted waits until the
// test drains it.
type stage struct {
	*Session
	t        *testing.T
	posts    chan func()
	clock    time.Time
	timers   map[int]func()
	waits    []time.Duration // of the timers that were started
	started  int
	changes  Change
	problems []error
}

// say gives a note another text, as if it were pasted over what differs.
func (g *stage) say(id data.ID, body string) {
	if n := g.Note(id); n != nil {
		g.WriteNote(id, data.EditBetween(n.Body, body))
	}
}

func newStage(t *testing.T) *stage {
	t.Helper()
	return openStage(t, filepath.Join(t.TempDir(), "library.parallax"))
}

func openStage(t *testing.T, path string) *stage {
	t.Helper()
	library, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	g := &stage{t: t, posts: make(chan func(), 1000), timers: map[int]func(){}, clock: time.Date(2026, 5, 12, 10, 0, 0, 0, time.UTC)}
	g.Session = New(library, Options{
		Post: func(f func()) { g.posts <- f },
		Now:  func() time.Time { g.clock = g.clock.Add(time.Second); return g.clock },
		After: func(d time.Duration, f func()) func() bool {
			g.waits = append(g.waits, d)
			g.started++
			i := g.started
			g.timers[i] = f
			return func() bool { delete(g.timers, i); return true }
		},
	})
	g.OnChange = func(c Change) { g.changes |= c }
	g.OnProblem = func(err error) { g.problems = append(g.problems, err) }
	t.Cleanup(func() { g.close() })
	return g
}

func (g *stage) close() {
	if g.Session == nil {
		return
	}
	if err := g.Close(); err != nil {
		g.t.Error(err)
	}
	g.Session = nil
}

// settle runs what is posted until nothing is under way.
func (g *stage) settle() {
	g.t.Helper()
	late := time.NewTimer(30 * time.Second)
	defer late.Stop()
	for {
		select {
		case f := <-g.posts:
			f()
			continue
		default:
		}
		if g.Resting() {
			return
		}
		select {
		case f := <-g.posts:
			f()
		case <-late.C:
			g.t.Fatal("the session does not come to rest")
		}
	}
}

// elapse fires the timers that were not stopped.
func (g *stage) elapse() {
	for i, f := range g.timers {
		delete(g.timers, i)
		f()
	}
	g.settle()
}

const (
	textA = "Council closes the old bridge\nThe Marrowdale council closed the old bridge on Monday after engineers found cracks in two pillars.\n“Nobody will cross it before it is safe,” mayor Tilda Voss said.\nAround 400 people use the bridge every day.\nA shuttle bus will run from Friday."
	textB = "Bridge shut: commuters stranded\nEngineers found cracks in two pillars of the old bridge, and the Marrowdale council shut it on Monday.\n“Nobody will cross it until it is safe,” mayor Tilda Voss insisted.\nShop owners fear for their trade.\nThe council says a shuttle bus will run from Friday."
)

// bringIn puts a text into the library as a report of event.
func (g *stage) bringIn(event data.Event, text string, side data.Side) {
	g.t.Helper()
	done := false
	g.BringIn(Page{Text: text}, func(src data.Source, _ data.ID) {
		done = true
		l := NewLookOver(src)
		g.Keep(event, []Kept{{Report: l.Report(), Source: l.Source()}}, side)
	}, nil)
	g.settle()
	if !done {
		g.t.Fatalf("not brought in: %v", g.problems)
	}
}

// open returns a stage with two reports side by side, compared.
func open(t *testing.T) *stage {
	t.Helper()
	g := newStage(t)
	g.bringIn(data.Event{Title: "Bridge closed"}, textA, data.Left)
	g.bringIn(g.Event(), textB, data.Right)
	if !g.Compared() {
		t.Fatalf("not compared: %v", g.problems)
	}
	return g
}

func TestBringInAndCompare(t *testing.T) {
	g := open(t)
	if got := g.Event().Title; got != "Bridge closed" {
		t.Errorf("event %q", got)
	}
	if len(g.Shelves()) != 1 || g.Shelves()[0].Reports != 2 {
		t.Errorf("shelves %+v", g.Shelves())
	}
	if len(g.Comparison().Pairs) < 2 {
		t.Errorf("only %d pairs tied", len(g.Comparison().Pairs))
	}
	if len(g.problems) > 0 {
		t.Errorf("problems: %v", g.problems)
	}
}

// What outlet a site is, told once, is proposed for the next page from there.
func TestAnOutletIsKnownByItsAddress(t *testing.T) {
	g := newStage(t)
	page := func(n string) Page { return Page{Text: "https://www.courier.example/" + n + "\n" + textA} }
	proposed := func(n string) (f data.Fact) {
		g.BringIn(page(n), func(src data.Source, _ data.ID) {
			l := NewLookOver(src)
			f = l.Fact(data.FieldOutlet)
			l.SetFact(data.FieldOutlet, "The Courier")
			g.Keep(data.Event{Title: n}, []Kept{{Report: l.Report(), Source: l.Source()}}, data.Left)
		}, nil)
		g.settle()
		return f
	}
	if f := proposed("1"); f.Value != "courier.example" {
		t.Errorf("first %+v", f)
	}
	if f := proposed("2"); f.Value != "The Courier" || f.Confirmed {
		t.Errorf("then %+v", f)
	}
}

func TestStopsGoRoundInReadingOrder(t *testing.T) {
	g := open(t)
	n := len(g.Stops())
	if n == 0 {
		t.Fatal("no differences")
	}
	seen := map[int]bool{}
	last := -1
	for range n {
		g.Next()
		_, at := g.Stop()
		if at != last+1 {
			t.Errorf("next went from %d to %d", last, at)
		}
		seen[at], last = true, at
	}
	g.Next()
	if _, at := g.Stop(); at != 0 || len(seen) != n {
		t.Errorf("after the last comes %d, seen %d of %d", at, len(seen), n)
	}
	g.Previous()
	if _, at := g.Stop(); at != n-1 {
		t.Errorf("before the first comes %d", at)
	}
}

func TestEveryDifferenceIsAStop(t *testing.T) {
	g := open(t)
	c := g.Comparison()
	in := func(side data.Side, span data.Span) bool {
		return slices.ContainsFunc(g.Stops(), func(s Stop) bool {
			return s.At(side).Start <= span.Start && span.End <= s.At(side).End
		})
	}
	for _, side := range []data.Side{data.Left, data.Right} {
		for _, m := range c.Marks(side) {
			if !in(side, m.Span) {
				t.Errorf("no stop at %v on %s", m.Span, side.Letter())
			}
		}
		for _, s := range c.Only(side) {
			if !in(side, s) {
				t.Errorf("no stop at what is told only in %s, %v", side.Letter(), s)
			}
		}
	}
}

func TestNoteOnADifferenceQuotesBothReadings(t *testing.T) {
	g := open(t)
	for i, s := range g.Stops() {
		if !s.Left.Empty() && !s.Right.Empty() {
			g.GoTo(i)
			break
		}
	}
	stop, _ := g.Stop()
	if !g.AddNote() {
		t.Fatal("no note")
	}
	g.settle()
	n := g.Note(g.OpenNoteID())
	if len(n.Anchors) != 2 || n.Anchors[0].Quote != stop.Left.Of(textOf(g, 0)) || n.Anchors[1].Quote != stop.Right.Of(textOf(g, 1)) {
		t.Errorf("anchors %+v", n.Anchors)
	}
}

func textOf(g *stage, side data.Side) string { return g.Side(side).Text }

func TestNothingSelectedMakesNoNote(t *testing.T) {
	g := open(t)
	if g.AddNote() || len(g.Notes()) != 0 {
		t.Error("a note on nothing")
	}
}

func TestNoteIsSavedAsTypedAndFoundAgain(t *testing.T) {
	g := open(t)
	path := g.LibraryPath()
	g.Select(data.Left, data.Span{Start: 0, End: 7})
	g.AddNote()
	id := g.OpenNoteID()
	g.say(id, "closes or")
	g.say(id, "closes or shut")
	if _, pending, _ := g.Saved(); !pending {
		t.Error("said to be saved while it is not")
	}
	g.elapse()
	if _, pending, err := g.Saved(); pending || err != nil {
		t.Errorf("not saved: %v %v", pending, err)
	}
	g.ToggleTag(id, "NA")
	g.say(id, "closes or shut, whose word?")
	g.close() // saves what is being written

	g = openStage(t, path)
	g.LoadShelves(func() { g.Open(g.Shelves()[0].Event) })
	g.settle()
	if len(g.Notes()) != 1 {
		t.Fatalf("%d notes", len(g.Notes()))
	}
	if n := g.Notes()[0]; n.Body != "closes or shut, whose word?" || !slices.Equal(n.Tags, []string{"NA"}) || n.Anchors[0].Quote != "Council" {
		t.Errorf("note %+v", n)
	}
}

func TestAWriterWhoNeverPausesIsSavedToo(t *testing.T) {
	g := open(t)
	g.Select(data.Left, data.Span{Start: 0, End: 7})
	g.AddNote()
	id, before := g.OpenNoteID(), g.started
	for _, body := range []string{"w", "wh", "who", "whos", "whose"} {
		g.say(id, body)
	}
	first, ok := g.timers[before+1]
	if !ok || g.waits[before] > time.Second {
		t.Fatalf("each letter puts all saving off, or it waits too long: %v", g.waits[before:])
	}
	delete(g.timers, before+1)
	first()
	g.settle()
	if _, pending, err := g.Saved(); pending || err != nil {
		t.Errorf("not saved: %v %v", pending, err)
	}
	if len(g.timers) != 0 {
		t.Errorf("%d timers run on though all is saved", len(g.timers))
	}
	g.say(id, "whose word")
	g.elapse()
	if _, pending, _ := g.Saved(); pending {
		t.Error("what is written afterwards is not saved")
	}
}

// state tells everything a reader made, as it is in the library.
func (g *stage) state() string {
	g.t.Helper()
	g.SaveWritten()
	g.settle()
	var b strings.Builder
	ctx := context.Background()
	shelves, err := g.library.Shelves(ctx)
	if err != nil {
		g.t.Fatal(err)
	}
	tags, err := g.library.OwnTags(ctx)
	if err != nil {
		g.t.Fatal(err)
	}
	fmt.Fprintf(&b, "tags %+v\n", tags)
	for _, sh := range shelves {
		fmt.Fprintf(&b, "event %s %s\n", sh.ID, sh.Title)
		reports, _ := g.library.Reports(ctx, sh.ID)
		for _, r := range reports {
			fmt.Fprintf(&b, " report %s %s %s %s\n", r.ID, r.Digest, r.Headline, r.Outlet)
		}
		readings, err := g.library.Readings(ctx, sh.ID)
		if err != nil {
			g.t.Fatal(err)
		}
		slices.SortFunc(readings, func(x, y data.Reading) int { return strings.Compare(string(x.ID), string(y.ID)) })
		for _, r := range readings {
			fmt.Fprintf(&b, " reading %+v\n", r)
		}
		notes, _ := g.library.Notes(ctx, sh.ID)
		for _, n := range notes {
			fmt.Fprintf(&b, " note %s %q %v", n.ID, n.Body, n.Tags)
			for _, a := range n.Anchors {
				fmt.Fprintf(&b, " %+v", a)
			}
			b.WriteString("\n")
		}
		for i := range reports {
			for k := range i {
				links, err := g.library.Links(ctx, reports[k].ID, reports[i].ID)
				if err != nil {
					g.t.Fatal(err)
				}
				slices.SortFunc(links, func(x, y data.Link) int { return strings.Compare(string(x.ID), string(y.ID)) })
				for _, l := range links {
					fmt.Fprintf(&b, " ruling %s %s %v %v\n", l.ID, l.Verdict, l.Left, l.Right)
				}
				answers, err := g.library.Answers(ctx, reports[k].ID, reports[i].ID)
				if err != nil {
					g.t.Fatal(err)
				}
				slices.SortFunc(answers, func(x, y data.Answer) int {
					return strings.Compare(fmt.Sprint(x.Question, x.Reports), fmt.Sprint(y.Question, y.Reports))
				})
				for _, n := range answers {
					fmt.Fprintf(&b, " answer %v %s %s %s\n", n.Reports, n.Question, n.Reply, n.Basis)
				}
			}
		}
	}
	return b.String()
}

// TestUndoIsExact walks at random through everything that can be undone; after
// each walk back the library is as it was at every step, and forth again.
func TestUndoIsExact(t *testing.T) {
	for _, seed := range []uint64{4, 5, 6} {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { walkAndUndo(t, seed, 40) })
	}
}

func walkAndUndo(t *testing.T, seed uint64, rounds int) {
	g := open(t)
	g.LoadOutlets()
	g.settle()
	g.SaveOutlet(data.Outlet{Name: "The Courier", Sites: []string{"courier.example"}}, nil)
	g.settle()
	rnd := seed
	pick := func(n int) int {
		rnd = rnd*6364136223846793005 + 1442695040888963407
		return int(rnd>>33) % n
	}
	words := func(side int) data.Span { // whole letters
		text := g.sides[side].Text
		start := pick(len(text) - 9)
		for !utf8.RuneStart(text[start]) {
			start--
		}
		end := start + 8
		for !utf8.RuneStart(text[end]) {
			end++
		}
		return data.Span{Start: start, End: end}
	}
	for round := range rounds {
		states := []string{g.state()}
		base := len(g.undo)
		for range 12 {
			before := len(g.undo)
			switch pick(25) {
			case 0, 1:
				g.GoTo(pick(len(g.Stops())))
				g.AddNote()
			case 2:
				if n := len(g.Notes()); n > 0 {
					g.say(g.Notes()[pick(n)].ID, fmt.Sprint("text ", pick(1000)))
					g.SaveWritten()
				}
			case 3:
				if n := len(g.Notes()); n > 0 {
					g.ToggleTag(g.Notes()[pick(n)].ID, []string{"NA", "SP", "=="}[pick(3)])
				}
			case 4:
				if n := len(g.Notes()); n > 0 {
					g.RemoveNote(g.Notes()[pick(n)].ID)
				}
			case 5:
				g.RenameEvent(g.Event(), fmt.Sprint("Bridge ", pick(1000)))
			case 7, 8:
				g.SelectPair(pick(len(g.AllPairs())+1) - 1)
				g.Confirm()
			case 9:
				g.SelectPair(pick(len(g.AllPairs())+1) - 1)
				g.Reject()
			case 10:
				if n := len(g.Rulings()); n > 0 {
					k := g.Rulings()[pick(n)]
					g.SelectPair(g.PairAt(data.Left, k.Left.Start))
					g.ClearRuling()
				}
			case 11:
				for side := range g.sides {
					g.Select(data.Side(side), words(side))
				}
				g.Tie()
			case 12:
				g.AddReportNote(data.Side(pick(2)))
			case 13:
				g.AddEventNote()
			case 14, 15:
				q := data.Questions[pick(len(data.Questions))]
				g.AnswerCheck(q, data.Side(pick(2)), []data.Reply{data.Yes, data.No, data.NotSure}[pick(3)])
			case 16:
				g.SkipChecks()
			case 17:
				g.RemovedNotes(func(list []data.RemovedNote) {
					if len(list) > 0 {
						g.BringBack(list[pick(len(list))].Note)
					}
				})
			case 18:
				o := g.Outlets()[pick(len(g.Outlets()))]
				o.Name = fmt.Sprint("Courier ", pick(1000))
				g.SaveOutlet(o, nil)
			case 19:
				g.LookWords()
				g.settle()
				if list := g.Pointers(); len(list) > 0 {
					g.PutAside(list[pick(len(list))])
				}
			case 20:
				g.LookWords()
				g.settle()
				var places [2]data.Passage
				for side := range places {
					places[side] = data.Passage{ReportID: g.sides[side].ID, Span: words(side)}
				}
				g.SaySame(places[0], places[1], []data.Verdict{data.TellsSame, data.NotSame}[pick(2)])
			case 21:
				g.AddOwnTag(fmt.Sprint("tag ", pick(9)), nil)
			case 22:
				if list := g.OwnTags(); len(list) > 0 {
					g.MergeOwnTag(list[pick(len(list))].Code, "NA")
				}
			case 23:
				if n := len(g.Notes()); n > 0 {
					g.SetWording(g.Notes()[pick(n)].ID, "an earlier wording")
				}
			case 24:
				for side := range g.sides {
					g.Select(data.Side(side), words(side))
				}
				if n := len(g.Notes()); n > 0 { // the loose ones are the last
					g.TieAgain(g.Notes()[n-1].ID)
				}
			case 6:
				if r := g.Side(data.Left); r != nil && len(g.Reports()) == 2 {
					g.Reopen(r.ID, func(before data.Source) {
						l := NewLookOver(before)
						l.MoveTo(1+pick(l.Len()-1), false)
						l.Toggle()
						rep := l.Report()
						rep.ID = r.ID
						g.Recut(*g.Report(rep.ID), rep, before, l.Source())
					})
				}
			}
			g.settle()
			if len(g.undo) == before+1 {
				states = append(states, g.state())
			} else if len(g.undo) != before {
				t.Fatalf("one change made %d steps", len(g.undo)-before)
			}
		}
		for i := len(states) - 2; i >= 0; i-- {
			g.Undo()
			if got := g.state(); got != states[i] {
				t.Fatalf("round %d: %q undone to step %d:\n%s\nwas:\n%s", round, g.RedoName(), i, got, states[i])
			}
		}
		if len(g.undo) != base {
			t.Fatalf("%d steps left, %d before", len(g.undo), base)
		}
		for i := 1; i < len(states); i++ {
			g.Redo()
			if got := g.state(); got != states[i] {
				t.Fatalf("round %d: %q done again to step %d:\n%s\nwas:\n%s", round, g.UndoName(), i, got, states[i])
			}
		}
	}
	if len(g.problems) > 0 {
		t.Errorf("problems: %v", g.problems)
	}
}

func TestRemovingAReportIsUndone(t *testing.T) {
	g := open(t)
	before := g.state()
	g.RemoveReport(g.Side(data.Right).ID)
	g.settle()
	if g.Side(data.Right) != nil || g.Compared() {
		t.Error("the report is still there")
	}
	g.Undo()
	if got := g.state(); got != before || !g.Compared() {
		t.Errorf("not as before:\n%s", got)
	}
}

func TestBringingInIsUndone(t *testing.T) {
	g := open(t)
	g.Undo()
	g.settle()
	if len(g.Reports()) != 1 {
		t.Errorf("%d reports", len(g.Reports()))
	}
	g.Undo()
	g.settle()
	if len(g.Shelves()) != 0 || g.Event().ID != "" {
		t.Errorf("shelves %+v", g.Shelves())
	}
	g.Redo()
	g.Redo()
	g.settle()
	if !g.Compared() {
		t.Error("not there again")
	}
}

func TestOpenPagesTwiceOpensOneEvent(t *testing.T) {
	g := newStage(t)
	dir := t.TempDir()
	pages := []Page{{Path: filepath.Join(dir, "a.txt")}, {Path: filepath.Join(dir, "b.txt")}}
	for i, text := range []string{textA, textB} {
		if err := os.WriteFile(pages[i].Path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	made := 0
	for range 2 {
		g.OpenPages(pages, func([]data.ID) { made++ }, func() { t.Error("no report found") })
		g.settle()
	}
	if made != 1 || len(g.Shelves()) != 1 || !g.Compared() {
		t.Errorf("made %d, shelves %d, compared %v, problems %v", made, len(g.Shelves()), g.Compared(), g.problems)
	}
}

func TestUnreadableFilesAreToldPlainly(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, b []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	huge := write("huge.txt", nil)
	if err := os.Truncate(huge, 100<<20); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"empty": write("empty.txt", nil), "picture": write("photo.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")),
		"gone": filepath.Join(dir, "gone.txt"), "folder": dir, "huge": huge, "blank": write("blank.txt", []byte(" \n\t\n")),
	} {
		t.Run(name, func(t *testing.T) {
			g := newStage(t)
			told := 0
			g.BringIn(Page{Path: path}, func(data.Source, data.ID) { t.Error("it was read") }, func(err error) { g.problems = append(g.problems, err); told++ })
			g.settle()
			if len(g.problems) != 1 || told != 1 {
				t.Fatalf("told %d times, problems: %v", told, g.problems)
			}
			said, next := data.Plain(g.problems[0])
			if said == "" || next == "" || strings.Contains(said, "Something did not work") {
				t.Errorf("told %q %q", said, next)
			}
			if what, _ := g.Busy(); what != "" {
				t.Errorf("still busy with %q", what)
			}
		})
	}
}

func TestSearchAnswersTheLastQuery(t *testing.T) {
	g := open(t)
	g.Search("pil", "")
	g.Search("pillars", "")
	g.settle()
	if g.Query() != "pillars" || len(g.Hits()) != 2 {
		t.Errorf("%q found %+v", g.Query(), g.Hits())
	}
	g.Search("", "")
	if len(g.Hits()) != 0 {
		t.Error("hits of nothing")
	}
}

// The first hits come at once, then their number, and more of them when asked.
func TestSearchGoesOnWhereItIsWanted(t *testing.T) {
	g := open(t)
	for range maxHits + 30 {
		g.AddEventNote()
		g.say(g.OpenNoteID(), "a quarry in the hills")
	}
	g.SaveWritten()
	g.settle()
	var told []string
	g.OnChange = func(c Change) {
		if c&HitsChanged != 0 {
			n, more := g.Found()
			told = append(told, fmt.Sprint(len(g.Hits()), n, more))
		}
	}
	g.Search("quarr", "")
	g.settle()
	for range 5 {
		g.MoreHits()
		g.MoreHits() // asked for already
		g.settle()
	}
	want := []string{"20 20 true", "20 190 false", "40 190 false", "80 190 false", "160 190 false"}
	if !slices.Equal(told, want) {
		t.Errorf("told\n%q, want\n%q", told, want)
	}
	told = nil
	g.Search("nothing has this", "")
	g.settle()
	g.MoreHits()
	g.settle()
	if !slices.Equal(told, []string{"0 0 false"}) {
		t.Errorf("told %q", told)
	}
}

func TestSwapMirrorsTheSides(t *testing.T) {
	g := open(t)
	a, b := g.Side(data.Left).ID, g.Side(data.Right).ID
	pairs := len(g.Comparison().Pairs)
	g.Swap()
	g.settle()
	if g.Side(data.Left).ID != b || g.Side(data.Right).ID != a || len(g.Comparison().Pairs) != pairs {
		t.Error("not swapped")
	}
}

func TestSampleIsPutInOnce(t *testing.T) {
	g := newStage(t)
	event := data.Event{ID: data.NewID(), Title: "Bridge closed"}
	var kept []Kept
	courier := data.Outlet{Name: "Quay Courier", Kind: "town newspaper", Place: "Quay"}
	for _, text := range []string{textA, textB} {
		src := data.Source{ReportID: data.NewID(), Name: "sample", MediaType: "text/plain", Charset: "utf-8", Bytes: []byte(text), Text: text}
		kept = append(kept, Kept{Report: data.Report{ID: src.ReportID, EventID: event.ID, Outlet: courier.Name, Text: text}, Source: src})
	}
	for range 2 {
		g.OpenSample(event, kept, []data.Outlet{courier})
		g.settle()
	}
	if len(g.Shelves()) != 1 || !g.Compared() {
		t.Errorf("shelves %+v, problems %v", g.Shelves(), g.problems)
	}
	g.LoadOutlets()
	g.settle()
	if got := g.Outlets(); len(got) != 1 || got[0].Kind != courier.Kind || got[0].Place != courier.Place {
		t.Errorf("the outlets are %+v", got)
	}
	g.RemoveEvent(g.Event())
	g.settle()
	g.OpenSample(event, kept, []data.Outlet{courier})
	g.settle()
	if len(g.Shelves()) != 1 || !g.Compared() {
		t.Errorf("not back: %+v, problems %v", g.Shelves(), g.problems)
	}
}

// Folders and packed files are queues of reports; what cannot be opened is told
// of, and stopping leaves nothing behind.
func TestGather(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"1.txt": textA, "2/b.txt": textB, "2/page_files/x.txt": textA, "empty.txt": ""} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	g := newStage(t)
	var found []Page
	var unread []Unread
	gathered := func(f []Page, u []Unread) { found, unread = f, u }
	g.Gather([]Page{{Path: dir}, {Path: filepath.Join(dir, "gone.txt")}, {Text: textA}}, gathered)
	g.settle()
	if len(found) != 3 || found[0].name() != "1.txt" || found[1].name() != "b.txt" || found[2].Text != textA {
		t.Errorf("found %+v", found)
	}
	if len(unread) != 2 || unread[0].Name != "gone.txt" || unread[1].Name != "empty.txt" {
		t.Errorf("unread %+v", unread)
	}
	found = nil
	g.Gather([]Page{{Path: dir}}, gathered)
	g.CancelJob()
	g.settle()
	if what, _ := g.Busy(); found != nil || what != "" {
		t.Errorf("after it was stopped: %+v, busy with %q", found, what)
	}
}
