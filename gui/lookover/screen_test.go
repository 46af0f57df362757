package lookover

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parallax/data"
	"parallax/data/intake"
	"parallax/gui/palette"
	"parallax/gui/session"
)

// madePage makes a page of blocks, one a line, with the roles before the bars.
func madePage(lines ...string) data.Source {
	var b strings.Builder
	src := data.Source{Name: "ferry.html", MediaType: "text/html", Charset: "windows-1252"}
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
	intake.Rerole(&src)
	return src
}

func ferryLines() []string {
	lines := []string{
		"nav|Home News Sport",
		"headline|Council stops the ferry",
		"date|12 May 2026, 18:40",
		"body|The island council stopped the ferry on Tuesday. Nobody was hurt.",
		"related|Harbour wall repairs delayed",
		"body|A new boat comes in ten days.",
	}
	for i := range 20 {
		lines = append(lines, fmt.Sprintf("comments|Comment %d", i))
	}
	return append(lines, "legal|We use cookies")
}

// show puts a screen into a window, as large as the smallest one to look right.
func show(t *testing.T, src data.Source, o Options) (*Screen, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(palette.Theme{})
	s := New(session.NewLookOver(src), o)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	s.Focus(w.Canvas())
	w.Resize(fyne.NewSize(900, 300)) // a window grows to its size in steps
	w.Resize(fyne.NewSize(1366, 768))
	return s, w
}

func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func roles(m *session.LookOver) string {
	var r []string
	for i := range m.Len() {
		r = append(r, string(m.Block(i).Role))
	}
	return strings.Join(r, " ")
}

func TestKeysMoveLines(t *testing.T) {
	s, w := show(t, madePage(ferryLines()...), Options{})
	press(w, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	if got := s.model.Block(3).Role; got != data.Unsure {
		t.Errorf("space on a kept line made it %q", got)
	}
	press(w, fyne.KeySpace)
	if got := s.model.Block(3).Role; got != data.Body {
		t.Errorf("space again made it %q", got)
	}
	w.Canvas().Focused().TypedRune('e')
	if got := s.model.Block(5).Role; got != data.Unsure {
		t.Errorf("below the end a line is %q", got)
	}
	w.Canvas().Focused().TypedRune('S')
	if s.model.Block(1).Role.Kept() {
		t.Error("a line above the start is kept")
	}
	undo := w.Canvas().Focused().(fyne.Shortcutable)
	for range 4 {
		undo.TypedShortcut(&fyne.ShortcutUndo{})
	}
	if s.model.Dirty() {
		t.Error("four steps taken back, still changed")
	}
	undo.TypedShortcut(&fyne.ShortcutRedo{})
	if s.model.Block(3).Role != data.Unsure {
		t.Error("redo did nothing")
	}
}

func TestPageOpensAtItsTop(t *testing.T) {
	s, _ := show(t, madePage(ferryLines()...), Options{})
	if o := s.page.scroll.offset(); o != 0 {
		t.Errorf("the page opens %v down", o)
	}
	lines := make([]string, 300)
	for i := range lines {
		lines[i] = fmt.Sprintf("caption|Picture %d", i)
	}
	s, _ = show(t, madePage(append(lines, "body|The report.")...), Options{})
	if v, ok := s.page.views[300]; !ok || v.y+v.high > s.page.Size().Height {
		t.Error("the first kept line of a long page is out of sight")
	}
}

func TestShiftSelectsARange(t *testing.T) {
	s, w := show(t, madePage(ferryLines()...), Options{})
	p := s.page
	p.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(w, fyne.KeyDown, fyne.KeyDown)
	p.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if first, last := s.model.Selected(); first != 1 || last != 3 {
		t.Errorf("selected %d to %d", first, last)
	}
	press(w, fyne.KeyEscape)
	if first, last := s.model.Selected(); first != 3 || last != 3 {
		t.Errorf("after escape %d to %d", first, last)
	}
	press(w, fyne.KeyHome, fyne.KeyEnd)
	if c := s.model.Cursor(); c != s.model.Len()-1 {
		t.Errorf("end goes to %d", c)
	}
}

func TestFoldedComments(t *testing.T) {
	s, w := show(t, madePage(ferryLines()...), Options{})
	if n := len(s.page.rows); n != 6+2+1+1 {
		t.Fatalf("%d rows", n)
	}
	s.page.goTo(8, false)
	if first, last := s.model.Selected(); first != 8 || last != 25 {
		t.Errorf("the folded row selects %d to %d", first, last)
	}
	press(w, fyne.KeyDown)
	if s.model.Cursor() != 26 {
		t.Errorf("below the folded row is %d", s.model.Cursor())
	}
	press(w, fyne.KeyUp, fyne.KeyReturn)
	if n := len(s.page.rows); n != s.model.Len() {
		t.Errorf("opened, %d rows of %d", n, s.model.Len())
	}
	if first, last := s.model.Selected(); first != 8 || last != 8 {
		t.Errorf("opened, selected %d to %d", first, last)
	}
	press(w, fyne.KeyLeft)
	if n := len(s.page.rows); n != 10 {
		t.Errorf("folded again, %d rows", n)
	}
	items := s.items()
	if fold := items[len(items)-1]; fold.Label != "Fold these lines" {
		t.Errorf("the menu ends in %q", fold.Label)
	}
	// All folded lines move at once, and a line moved among them stays in sight.
	s.page.goTo(8, false)
	press(w, fyne.KeySpace)
	if c := s.model.Counts(); c.Kept != 4+18 {
		t.Errorf("%d kept", c.Kept)
	}
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	press(w, fyne.KeyReturn, fyne.KeyDown, fyne.KeySpace, fyne.KeySpace)
	if i := rowOf(s.page.rows, s.model.Cursor()); s.page.rows[i].folded {
		t.Error("the current line folded away")
	}
}

// at is where row i shows, x from its left edge.
func at(s *Screen, i int, x float32) fyne.Position {
	v := s.page.views[s.page.rows[i].first]
	return fyne.NewPos(x, v.y+v.high/2)
}

func click(s *Screen, pos fyne.Position, mod fyne.KeyModifier) {
	e := fyne.PointEvent{Position: pos, AbsolutePosition: pos}
	s.page.MouseDown(&desktop.MouseEvent{PointEvent: e, Button: desktop.MouseButtonPrimary, Modifier: mod})
	s.page.MouseUp(&desktop.MouseEvent{PointEvent: e, Button: desktop.MouseButtonPrimary})
	s.page.Tapped(&e)
}

func TestMouse(t *testing.T) {
	s, w := show(t, madePage(ferryLines()...), Options{})
	test.WidgetRenderer(s.page).Refresh()
	click(s, at(s, 4, boxAt+3), 0)
	if got := s.model.Block(4).Role; got != data.Body {
		t.Errorf("a click on the box made it %q", got)
	}
	click(s, at(s, 1, textAt+30), 0)
	click(s, at(s, 3, textAt+30), fyne.KeyModifierShift)
	if first, last := s.model.Selected(); first != 1 || last != 3 {
		t.Errorf("shift and click select %d to %d", first, last)
	}
	click(s, at(s, 2, boxAt+3), 0) // the box of one of them is the box of all
	if s.model.Counts().Kept != 2 {
		t.Errorf("%d kept, roles %s", s.model.Counts().Kept, roles(s.model))
	}
	click(s, at(s, 5, chipAt+10), 0)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("a click on the role shows no menu")
	}
	w.Canvas().Overlays().Remove(w.Canvas().Overlays().Top())
	click(s, at(s, 8, textAt+30), 0)
	if len(s.page.rows) != s.model.Len() {
		t.Error("a click on a folded row does not open it")
	}
}

func TestDragSelects(t *testing.T) {
	s, _ := show(t, madePage(ferryLines()...), Options{})
	e := fyne.PointEvent{Position: at(s, 5, 300)}
	s.page.MouseDown(&desktop.MouseEvent{PointEvent: e, Button: desktop.MouseButtonPrimary})
	s.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(s, 3, 310)}})
	s.page.DragEnd()
	if first, last := s.model.Selected(); first != 3 || last != 5 {
		t.Errorf("dragged over 5 to 3, selected %d to %d", first, last)
	}
	s.page.TappedSecondary(&e)
}

func TestMarkAsByKeyboard(t *testing.T) {
	s, w := show(t, madePage(ferryLines()...), Options{})
	press(w, fyne.KeyDown, fyne.KeyDown)
	w.Canvas().Focused().TypedRune('m')
	press(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got := s.model.Block(3).Role; got != data.Headline {
		t.Errorf("the second role is headline, got %q", got)
	}
	if s.model.Block(1).Role != data.Body || s.model.Fact(data.FieldHeadline).Block != 3 {
		t.Errorf("roles %s, headline %+v", roles(s.model), s.model.Fact(data.FieldHeadline))
	}
	if w.Canvas().Focused() != s.page {
		t.Errorf("after the menu %T has the keys", w.Canvas().Focused())
	}
	w.Canvas().Focused().TypedRune('u')
	press(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if f := s.model.Fact(data.FieldOutlet); !f.Confirmed || f.Block != 3 {
		t.Errorf("outlet %+v", f)
	}
}

func TestFormWritesFacts(t *testing.T) {
	s, w := show(t, madePage(ferryLines()...), Options{
		Events:  []data.Event{{ID: "e1", Title: "Ferry stopped"}, {ID: "e2", Title: "Lunch"}},
		EventID: "e1", Outlets: []string{"Quay Times"},
	})
	field := func(f data.Field) *fieldView {
		i := slices.IndexFunc(s.form.fields, func(v *fieldView) bool { return v.field == f })
		return s.form.fields[i]
	}
	if v := field(data.FieldHeadline); v.entry.Text != "Council stops the ferry" || v.agree.checked || !v.agree.Visible() {
		t.Errorf("headline %q, agreed %v", v.entry.Text, v.agree.checked)
	}
	if v := field(data.FieldCredit); v.agree.Visible() || v.from.Text.Text != "" {
		t.Errorf("nothing is known of the credit, yet %q", v.from.Text.Text)
	}
	if v := field(data.FieldPublished); v.entry.Text != "2026-05-12 18:40" || !strings.Contains(v.from.Text.Text, "line 3") {
		t.Errorf("published %q %q", v.entry.Text, v.from.Text.Text)
	}
	w.Canvas().Focus(field(data.FieldCredit).entry)
	test.Type(field(data.FieldCredit).entry, "Coast News")
	if f := s.model.Fact(data.FieldCredit); f.Value != "Coast News" || !f.Confirmed {
		t.Errorf("credit %+v", f)
	}
	s.command(undo, fyne.Position{})
	if text := field(data.FieldCredit).entry.Text; text != "" {
		t.Errorf("after undo the field says %q", text)
	}
	test.Tap(field(data.FieldHeadline).agree)
	if !s.model.Fact(data.FieldHeadline).Confirmed {
		t.Error("agreeing does nothing")
	}
	test.Tap(s.form.agreeAll)
	for _, f := range s.model.Source().Facts {
		if !f.Confirmed {
			t.Errorf("not agreed: %+v", f)
		}
	}
	if !s.form.agreeAll.Disabled() {
		t.Error("nothing is left to agree with")
	}
	s.page.goTo(4, false)
	test.Tap(field(data.FieldByline).use)
	if f := s.model.Fact(data.FieldByline); f.Value != "Harbour wall repairs delayed" || s.model.Block(4).Role != data.Byline {
		t.Errorf("byline %+v", f)
	}
	field(data.FieldLanguage).pick.SetSelected("French")
	if f := s.model.Fact(data.FieldLanguage); f.Value != "fr" {
		t.Errorf("language %+v", f)
	}
	field(data.FieldPublished).entry.SetText("in spring")
	if v := field(data.FieldPublished); !strings.Contains(v.from.Text.Text, "as written") {
		t.Errorf("no date, yet %q", v.from.Text.Text)
	}
}

func TestEventOfTheReport(t *testing.T) {
	var gotID data.ID
	var gotTitle string
	var gotReport data.Report
	var gotSource data.Source
	s, _ := show(t, madePage(ferryLines()...), Options{
		Events: []data.Event{{ID: "e1", Title: "Ferry stopped"}, {ID: "e2", Title: "Lunch"}}, EventID: "e1",
		OnKeep: func(r data.Report, src data.Source, id data.ID, title string) {
			gotReport, gotSource, gotID, gotTitle = r, src, id, title
		},
	})
	event := s.form.fields[0].entry
	for _, c := range []struct {
		typed string
		id    data.ID
		title string
	}{
		{event.Text, "e1", ""},
		{"Lunch", "e2", ""},
		{" A storm ", "", "A storm"},
		{"", "", "Council stops the ferry"},
	} {
		event.SetText(c.typed)
		s.Keep()
		if gotID != c.id || gotTitle != c.title {
			t.Errorf("typed %q: event %q, new %q", c.typed, gotID, gotTitle)
		}
	}
	if !strings.HasPrefix(gotReport.Text, "Council stops the ferry\nThe island") || len(gotSource.Blocks) != 27 {
		t.Errorf("kept %q of %d blocks", gotReport.Text, len(gotSource.Blocks))
	}
}

func TestCancelAsksOnlyAfterChanges(t *testing.T) {
	left := 0
	s, w := show(t, madePage(ferryLines()...), Options{OnCancel: func() { left++ }})
	s.Cancel()
	if left != 1 {
		t.Fatal("an untouched page is not left at once")
	}
	press(w, fyne.KeySpace, fyne.KeyEscape)
	if left != 1 || w.Canvas().Overlays().Top() == nil {
		t.Error("a changed page is left without a question")
	}
}

func TestNoReportIsSaid(t *testing.T) {
	s, w := show(t, madePage("nav|Home", "unsure|The ferry stopped."), Options{})
	if s.notices.object.Hidden || !strings.Contains(s.notices.shown[0], "no report") {
		t.Error("no report, and nothing is said")
	}
	press(w, fyne.KeyDown, fyne.KeySpace)
	if !s.notices.object.Hidden {
		t.Errorf("a line is kept, and still %q", s.notices.shown)
	}
	if s.words.Text.Text != "3 words · one sentence" {
		t.Errorf("foot %q", s.words.Text.Text)
	}
}

func TestCommands(t *testing.T) {
	changes := 0
	s, w := show(t, madePage(ferryLines()...), Options{OnChanged: func() { changes++ }})
	find := func(start string) Command {
		for _, c := range s.Commands() {
			if strings.HasPrefix(c.Name, start) {
				return c
			}
		}
		t.Fatalf("no command %q", start)
		return Command{}
	}
	if find("Undo").Do != nil {
		t.Error("there is nothing to undo")
	}
	find("Keep / set aside").Do()
	if c := find("Undo"); c.Do == nil || c.Name != "Undo: set one line aside" {
		t.Errorf("undo is %q", c.Name)
	}
	w.Canvas().Focus(s.form.fields[1].entry) // the menu's keys work from a field too
	find("Undo").Do()
	if s.model.Dirty() || find("Redo").Name != "Redo: set one line aside" || changes != 2 {
		t.Errorf("changed %v, redo %q, told %d times", s.model.Dirty(), find("Redo").Name, changes)
	}
	for _, c := range s.Commands() {
		if c.Name == "" {
			t.Error("a command without a name")
		}
	}
}

func bigPage(n int) data.Source {
	var lines []string
	for i := range n {
		role := []string{"body", "unsure", "caption"}[i%3]
		lines = append(lines, fmt.Sprintf("%s|%d. %s", role, i, strings.Repeat("The island council stopped the ferry. ", 1+i*7%9)))
	}
	return madePage(lines...)
}

func TestLongPageDrawsOnlyWhatIsInSight(t *testing.T) {
	s, w := show(t, bigPage(5000), Options{})
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyPageDown} {
		press(w, key)
		p := s.page
		if n := len(p.views); n == 0 || n > 30 {
			t.Fatalf("%s: %d rows drawn", key, n)
		}
		v, ok := p.views[s.model.Cursor()]
		if !ok || v.y < -1 || v.y+v.high > p.Size().Height+rowGap {
			t.Fatalf("%s: the cursor at %d is out of sight", key, s.model.Cursor())
		}
	}
	measured := 0
	for _, c := range s.page.lines {
		if c.limit > 0 {
			measured++
		}
	}
	if measured > 300 {
		t.Errorf("%d blocks measured", measured)
	}
	s.page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1e9)})
	if _, ok := s.page.views[4999]; !ok {
		t.Error("scrolled to the end, the last line is out of sight")
	}
}

func TestOneLineOfAMegabyte(t *testing.T) {
	s, w := show(t, madePage("body|"+strings.Repeat("ferry ", 1<<18), "body|End."), Options{})
	if n := len(s.page.lines[0].lines); n == 0 || n > currentMost {
		t.Errorf("%d lines drawn", n)
	}
	press(w, fyne.KeyDown)
	if _, ok := s.page.views[1]; !ok {
		t.Error("the line below it cannot be reached")
	}
}

func TestEmptyPage(t *testing.T) {
	s, w := show(t, data.Source{Name: "empty.txt"}, Options{})
	press(w, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyLeft)
	for _, r := range "meus" {
		w.Canvas().Focused().TypedRune(r)
	}
	click(s, fyne.NewPos(50, 50), 0)
	s.page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -100)})
}

func TestEveryRoleAndStepHasAName(t *testing.T) {
	seen := map[string]data.Role{}
	for _, r := range data.Roles {
		n := roleName(r)
		if other, ok := seen[n]; ok || n == "" {
			t.Errorf("%s and %s are both %q", r, other, n)
		}
		seen[n] = r
	}
	for _, f := range data.Fields {
		n := fieldName(f)
		if other, ok := seen[n]; ok && f != data.FieldAsWritten && f != data.FieldDateline || n == "" {
			t.Errorf("%s and %s are both %q", f, other, n)
		}
	}
	for _, of := range []tongues{{}, {translated: true}} {
		for _, code := range append(languages, "xx") {
			if of.code(of.name(code)) != code || !slices.Contains(of.all(code), of.name(code)) {
				t.Errorf("language %s", code)
			}
		}
	}
	for _, value := range []string{data.TranslatedSomehow, data.NotTranslated} {
		if from := (tongues{translated: true}); from.code(from.name(value)) != value || from.name(value) == value {
			t.Errorf("translated %s", value)
		}
	}
}

func TestFormShowsUpdatedAndTranslated(t *testing.T) {
	s, _ := show(t, madePage(ferryLines()...), Options{})
	field := func(f data.Field) *fieldView {
		i := slices.IndexFunc(s.form.fields, func(v *fieldView) bool { return v.field == f })
		return s.form.fields[i]
	}
	updated, from := field(data.FieldUpdated), field(data.FieldTranslated)
	if updated.row.Visible() || from.pick.Selected != "" || from.agree.Visible() {
		t.Errorf("the page does not say that it was updated or translated: %q", from.pick.Selected)
	}
	from.pick.SetSelected("not a translation")
	if f := s.model.Fact(data.FieldTranslated); f.Value != data.NotTranslated || !f.Confirmed {
		t.Errorf("translated %+v", f)
	}
	s.page.goTo(2, false)
	s.use(data.FieldUpdated)
	if f := s.model.Fact(data.FieldUpdated); !updated.row.Visible() || f.Value != "2026-05-12 18:40" || updated.entry.Text != f.Value {
		t.Errorf("updated %+v, shown as %q", f, updated.entry.Text)
	}
	updated.entry.SetText("")
	if !updated.row.Visible() {
		t.Error("a field goes while it is being written in")
	}

	s, _ = show(t, madePage("headline|Council stops the ferry", "date|Published 12 May 2026, updated 13 May 2026",
		"byline|Translated from Portuguese by Ann Lee", "body|The council stopped the ferry."), Options{})
	if v := field(data.FieldUpdated); !v.row.Visible() || v.entry.Text != "2026-05-13" || !v.agree.Visible() {
		t.Errorf("updated %q", v.entry.Text)
	}
	if v := field(data.FieldTranslated); v.pick.Selected != "Portuguese" || !v.agree.Visible() || !strings.Contains(v.from.Text.Text, "line 3") {
		t.Errorf("translated from %q, %q", v.pick.Selected, v.from.Text.Text)
	}
}

// frameTimes are how long each frame's work took.
type frameTimes struct {
	b     *testing.B
	start time.Time
	took  []time.Duration
}

func (f *frameTimes) begin() { f.start = time.Now() }
func (f *frameTimes) end()   { f.took = append(f.took, time.Since(f.start)) }

// report tells the longest frame and the one that 99 in 100 stay below.
func (f *frameTimes) report() {
	slices.Sort(f.took)
	f.b.ReportMetric(f.took[len(f.took)-1].Seconds()*1000, "ms/longest")
	f.b.ReportMetric(f.took[len(f.took)*99/100].Seconds()*1000, "ms/p99")
}

func BenchmarkScroll5000(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(palette.Theme{})
	s := New(session.NewLookOver(bigPage(5000)), Options{})
	w := test.NewTempWindow(b, s)
	w.Resize(fyne.NewSize(1366, 768))
	dy := float32(-60)
	frames := frameTimes{b: b}
	for b.Loop() {
		frames.begin()
		s.page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)})
		if s.page.scroll.top > 4900 {
			s.page.scroll.to(0)
		}
		frames.end()
	}
	frames.report()
}

func BenchmarkMove5000(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(palette.Theme{})
	s := New(session.NewLookOver(bigPage(5000)), Options{})
	w := test.NewTempWindow(b, s)
	w.Resize(fyne.NewSize(1366, 768))
	s.Focus(w.Canvas())
	down := true
	frames := frameTimes{b: b}
	for b.Loop() {
		frames.begin()
		if c := s.model.Cursor(); c == s.model.Len()-1 || c == 0 {
			down = c == 0
		}
		if down {
			press(w, fyne.KeyDown)
		} else {
			press(w, fyne.KeyUp)
		}
		frames.end()
	}
	frames.report()
}

func BenchmarkToggle5000(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(palette.Theme{})
	s := New(session.NewLookOver(bigPage(5000)), Options{})
	w := test.NewTempWindow(b, s)
	w.Resize(fyne.NewSize(1366, 768))
	s.Focus(w.Canvas())
	frames := frameTimes{b: b}
	for b.Loop() {
		frames.begin()
		s.command(toggle, fyne.Position{})
		frames.end()
	}
	frames.report()
}
