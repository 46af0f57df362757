package lookover

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/palette"
	"parallax/gui/session"
)

// A Screen is the whole window while a page is looked over.
type Screen struct {
	widget.BaseWidget

	model *session.LookOver
	o     Options

	page *page
	form *form

	desk, bar, foot *canvas.Rectangle
	rules           []*canvas.Rectangle
	title, heading  *canvas.Text
	name, counts    *caption
	why, words      *caption
	tools           *toolRow
	notices         *notices
	turns           *turns
	keep, leave     *keyed.Button
	window          *fyne.Container

	alike   []session.Alike // reports of the library with much the same text
	another seenEvent
}

// A seenEvent is what the look for another event last found.
type seenEvent struct {
	event   data.ID
	words   int // of the report then
	another bool
}

// Options are what a Screen needs to know beside the page.
type Options struct {
	Name    string       // of the file
	Events  []data.Event // to choose from
	EventID data.ID      // the one that is open; empty: none
	Outlets []string     // known ones, to choose from

	// OnKeep gets what the reader keeps. event is the ID of an event of
	// Events; if it is empty, newEvent is the title of a new one, which is
	// empty only when the reader gave none and the page has no headline.
	OnKeep   func(report data.Report, source data.Source, event data.ID, newEvent string)
	OnCancel func()
	// OnOpen is asked to open a report of the library in place of this one.
	OnOpen func(data.Report)
	// OnAgain is asked to show the same page once more after this one, for
	// another report on it. May be nil.
	OnAgain func()
	// OtherEvent reports whether a text seems to tell of another event than the
	// reports of one of Events do. May be nil.
	OtherEvent func(said string, event data.ID) bool

	// Settled are the notices the reader put away already; nil: none.
	Settled Settled

	// Where several pages are looked over one after another: which this is, of
	// how many, whether it was kept already, and how to go to the ones beside
	// it; nil where there is none. Of is 0 where there is one page only.
	Place, Of      int
	Kept           bool
	OnBack, OnNext func()

	// OnKey gets the keys that mean nothing here: those of the window. May be nil.
	OnKey func(*fyne.KeyEvent)
	// OnChanged is told when what can be undone changed. May be nil.
	OnChanged func()
}

// A Command is something a reader can do here, for the window's menu: a text
// field swallows the window's own shortcuts, a menu's it does not.
type Command struct {
	Name     string
	Shortcut fyne.Shortcut // nil: none
	Do       func()        // nil: nothing to do now
}

// New returns the screen of a look over a page.
func New(model *session.LookOver, o Options) *Screen {
	if o.Settled == nil {
		o.Settled = Settled{}
	}
	s := &Screen{model: model, o: o}
	s.page = newPage(model)
	s.page.OnCommand = s.command
	s.page.OnMoved, s.page.OnKey = s.fill, o.OnKey
	s.form = newForm(model, o)
	s.form.OnChanged = s.told
	s.form.OnUse = func(f data.Field) {
		s.takeKeys() // a click on what has no keys takes them from the page
		s.use(f)
	}
	s.form.OnLeave = s.takeKeys
	s.page.OnRange = s.setRange
	s.page.OnBox = func(block int) { s.keepSelected(!s.model.Block(block).Role.Kept()) }
	s.build()
	s.ExtendBaseWidget(s)
	s.dress()
	s.fill()
	return s
}

// Focus gives the keys to the page.
func (s *Screen) Focus(c fyne.Canvas) {
	c.Focus(s.page)
	s.page.Reveal()
}

// TypedKey does for the page what is typed while nothing has the keys: a click
// beside everything takes them away, and so does a button that is gone.
func (s *Screen) TypedKey(e *fyne.KeyEvent) {
	s.takeKeys()
	s.page.TypedKey(e)
}

// TypedRune is described at TypedKey.
func (s *Screen) TypedRune(r rune) {
	s.takeKeys()
	s.page.TypedRune(r)
}

// takeKeys gives the keys back to the page.
func (s *Screen) takeKeys() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s.page)
	}
}

func (s *Screen) build() {
	s.title, s.heading = canvas.NewText("", nil), canvas.NewText("", nil)
	s.title.Text, s.title.TextStyle.Bold = lang.L("Bring in a report"), true
	s.heading.Text, s.heading.TextStyle.Bold = lang.L("The page, piece by piece"), true
	s.name, s.counts, s.why, s.words = newCaption(false), newCaption(true), newCaption(false), newCaption(false)

	ground := func() *canvas.Rectangle { return canvas.NewRectangle(nil) }
	s.desk, s.bar, s.foot = ground(), ground(), ground()
	rule := func() *canvas.Rectangle {
		r := ground()
		r.SetMinSize(fyne.NewSize(1, 1))
		s.rules = append(s.rules, r)
		return r
	}

	s.leave = keyed.NewButton(s.leaveName(), s.Cancel)
	s.keep = keyed.NewButton(s.keepName(), s.Keep)
	s.keep.Importance = widget.HighImportance
	s.turns = newTurns(s.o)
	top := container.NewStack(s.bar, container.New(&inset{14, 14, 8, 8}, container.NewBorder(nil, nil,
		container.New(&centered{}, s.title), container.NewHBox(s.turns.object, s.leave, s.keep),
		container.New(&inset{left: 10}, s.name.object))))

	s.notices = newNotices()
	s.tools = newToolRow(s.toolList())
	head := container.NewBorder(nil, nil, container.New(&centered{}, s.heading), nil, s.counts.object)
	below := container.New(&stack{gap: 4}, s.why.object, s.tools.object)
	left := container.NewStack(s.desk, container.New(&inset{18, 14, 12, 10}, container.NewBorder(
		container.New(&stack{gap: 8}, head, s.notices.object, container.New(&inset{})),
		container.New(&inset{top: 8}, below), nil, nil, s.page)))

	bottom := container.NewStack(s.foot, container.New(&inset{14, 14, 7, 7}, s.words.object))
	s.window = container.New(frame{},
		container.New(&stack{}, top, rule()),
		container.New(panes{}, left, rule(), s.form.object),
		container.New(&stack{}, rule(), bottom))
}

// nameLine says what file this is, of what kind and in what encoding.
func (s *Screen) nameLine() string {
	src := s.model.Source()
	parts := []string{s.o.Name}
	if s.o.Name == "" {
		parts[0] = src.Name
	}
	switch {
	case strings.Contains(src.MediaType, "html"):
		parts = append(parts, lang.L("saved web page"))
	case strings.HasPrefix(src.MediaType, "text/"):
		parts = append(parts, lang.L("plain text"))
	}
	if src.Charset != "" {
		parts = append(parts, src.Charset)
	}
	return strings.Join(parts, " · ")
}

// CreateRenderer returns what draws the screen.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	return &screenRenderer{s, []fyne.CanvasObject{s.window}}
}

type screenRenderer struct {
	s       *Screen
	objects []fyne.CanvasObject
}

func (r *screenRenderer) Destroy() {}

// Layout lays the screen out.
func (r *screenRenderer) Layout(size fyne.Size) {
	r.s.lay(func() { r.s.window.Resize(size) })
}

func (r *screenRenderer) MinSize() fyne.Size           { return r.s.window.MinSize() }
func (r *screenRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *screenRenderer) Refresh() {
	r.s.dress()
	r.s.fill()
	r.s.window.Refresh()
	r.s.page.Refresh()
	canvas.Refresh(r.s)
}

// lay lays the screen out by do, and once more where what breaks its lines by
// the width it got is higher or lower than before.
func (s *Screen) lay(do func()) {
	high := func() float32 { return s.tools.object.MinSize().Height + s.notices.object.MinSize().Height }
	before := high()
	do()
	if high() != before {
		s.window.Refresh()
	}
}

// dress takes colours and letters from the theme.
func (s *Screen) dress() {
	c := palette.Current()
	s.desk.FillColor, s.bar.FillColor, s.foot.FillColor = c.Desk, c.Paper, c.Paper
	for _, r := range s.rules {
		r.FillColor = c.Rule
	}
	for _, t := range []*canvas.Text{s.title, s.heading} {
		t.Color, t.TextSize = c.Text, theme.TextSize()+1
	}
	s.title.TextSize++
	for _, t := range []*caption{s.name, s.counts, s.why, s.words} {
		t.Color, t.TextSize = c.Muted, theme.TextSize()-1
	}
	s.words.Color, s.why.Color = c.Text, c.Text
	s.turns.dress()
	s.form.dress()
}

// fill shows what the model holds now in everything but the page. Only what is
// other than before is painted anew.
func (s *Screen) fill() {
	counts := s.model.Counts()
	s.name.Say(s.nameLine())
	s.counts.Say(countsLines(counts)...)
	s.why.Say(s.whyLine())
	s.words.Say(sizeLine(counts))
	turned := s.notices.Show(s.noticeList(counts))
	s.tools.Fill()
	if counts.Words == 0 {
		s.keep.Disable()
	} else {
		s.keep.Enable()
	}
	s.form.Fill()
	if turned { // the page is higher or lower now
		s.lay(s.window.Refresh)
	}
}

// sizeLine says how long the report is.
func sizeLine(c session.LookCounts) string {
	words, sentences := lang.L("one word"), lang.L("one sentence")
	if c.Words != 1 {
		words = lang.N("{{.Count}} words", c.Words, map[string]any{"Count": c.Words})
	}
	if c.Sentences != 1 {
		sentences = lang.N("{{.Count}} sentences", c.Sentences, map[string]any{"Count": c.Sentences})
	}
	return words + " · " + sentences
}

// whyLine says what the current line is taken for, and why.
func (s *Screen) whyLine() string {
	i := s.model.Cursor()
	if i < 0 {
		return ""
	}
	first, last := s.model.Selected()
	if first < last {
		return lang.N("{{.Count}} lines selected", last-first+1, map[string]any{"Count": last - first + 1})
	}
	b := s.model.Block(i)
	why := told(b.Why)
	if b.Role != b.Guess {
		why = lang.L("you marked it; the program took it for {{.Role}}", map[string]any{"Role": roleName(b.Guess)})
	}
	line := lang.L("Line {{.Line}}: {{.Role}}", map[string]any{"Line": s.model.Line(i), "Role": roleName(b.Role)})
	if why != "" {
		line += " — " + why
	}
	return line
}

// setRange lets the report start or end with a block, as the reader dragged it.
func (s *Screen) setRange(ends bool, block int) {
	if ends {
		s.model.EndsAt(block)
	} else {
		s.model.StartsAt(block)
	}
	s.changed()
}

// changed shows a change of the page everywhere.
func (s *Screen) changed() {
	s.page.Reload()
	s.told()
}

// told shows a change of the facts.
func (s *Screen) told() {
	s.fill()
	if s.o.OnChanged != nil {
		s.o.OnChanged()
	}
}

// command does what the reader asked of the page.
func (s *Screen) command(c command, at fyne.Position) {
	if s.model.Len() == 0 && c != keep && c != leave {
		return
	}
	switch c {
	case toggle:
		s.keepSelected(!s.model.Block(s.model.Cursor()).Role.Kept())
		return
	case markAs:
		s.menu(s.roleItems(), at)
		return
	case useFor:
		s.menu(s.useItems(), at)
		return
	case showMenu:
		s.menu(s.items(), at)
		return
	case endsHere:
		s.model.EndsHere()
	case startsHere:
		s.model.StartsHere()
	case undo:
		s.model.Undo()
	case redo:
		s.model.Redo()
	case agreeAll:
		s.model.ConfirmAll()
	case keep:
		s.Keep()
		return
	case leave:
		s.Cancel()
		return
	}
	s.changed()
}

// keepSelected keeps the selected lines or sets them aside.
func (s *Screen) keepSelected(keep bool) {
	s.model.Keep(keep)
	s.page.Hold()
	s.changed()
}

func (s *Screen) use(f data.Field) {
	s.model.UseLine(f)
	s.page.Hold()
	s.changed()
}

func (s *Screen) mark(r data.Role) {
	s.model.SetRole(r)
	s.page.Hold()
	s.changed()
}

func (s *Screen) menu(items []*fyne.MenuItem, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}

// roleItems are the roles to choose from, kept ones first. Where the window is
// too low for all of them, those set aside open from one entry.
func (s *Screen) roleItems() []*fyne.MenuItem {
	now := s.model.Block(s.model.Cursor()).Role
	var kept, aside []*fyne.MenuItem
	for _, r := range data.Roles {
		item := fyne.NewMenuItem(roleName(r), func() { s.mark(r) })
		item.Checked = r == now
		if r.Kept() {
			kept = append(kept, item)
		} else {
			aside = append(aside, item)
		}
	}
	line := theme.TextSize()*1.5 + 2*theme.InnerPadding() + theme.Padding()
	if float32(len(data.Roles)+1)*line > s.Size().Height {
		more := fyne.NewMenuItem(lang.L("Set aside as"), nil)
		more.ChildMenu = fyne.NewMenu("", aside...)
		aside = []*fyne.MenuItem{more}
	}
	return append(append(kept, fyne.NewMenuItemSeparator()), aside...)
}

// useItems are the facts the current line can be used for.
func (s *Screen) useItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, f := range lineFields {
		items = append(items, fyne.NewMenuItem(fieldName(f), func() { s.use(f) }))
	}
	return items
}

// items are all that can be done with the selected lines.
func (s *Screen) items() []*fyne.MenuItem {
	ask := func(c command) func() { return func() { s.command(c, fyne.Position{}) } }
	first := lang.L("Keep")
	if s.model.Block(s.model.Cursor()).Role.Kept() {
		first = lang.L("Set aside")
	}
	roles := fyne.NewMenuItem(lang.L("Mark as"), nil)
	roles.ChildMenu = fyne.NewMenu("", s.roleItems()...)
	uses := fyne.NewMenuItem(lang.L("Use as"), nil)
	uses.ChildMenu = fyne.NewMenu("", s.useItems()...)
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(first, ask(toggle)), roles, uses,
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("The report starts here"), ask(startsHere)),
		fyne.NewMenuItem(lang.L("The report ends here"), ask(endsHere)),
	}
	if _, _, ok := s.page.foldingRun(); ok {
		fold := fyne.NewMenuItem(lang.L("Fold these lines"), s.page.fold)
		if s.page.rows[rowOf(s.page.rows, s.model.Cursor())].folded {
			fold = fyne.NewMenuItem(lang.L("Show these lines"), s.page.openCurrent)
		}
		items = append(items, fyne.NewMenuItemSeparator(), fold)
	}
	return items
}

// keepName and leaveName are what keeping and leaving this page is called.
func (s *Screen) keepName() string {
	if s.o.Kept {
		return lang.L("Keep the changes")
	}
	return lang.L("Keep this report")
}

// leaveName is described at keepName.
func (s *Screen) leaveName() string {
	switch {
	case s.o.Of > 1 && !s.o.Kept:
		return lang.L("Leave this one out")
	case s.o.Of > 1:
		return lang.L("Leave it as it is")
	}
	return lang.L("Cancel")
}

// Keep hands over what is kept, if there are any words.
func (s *Screen) Keep() {
	if s.o.OnKeep == nil || s.model.Counts().Words == 0 {
		return
	}
	id, title := s.form.Event()
	s.o.OnKeep(s.model.Report(), s.model.Source(), id, title)
}

// Cancel leaves the page, after asking if the reader changed anything.
func (s *Screen) Cancel() {
	if s.o.OnCancel == nil {
		return
	}
	w := s.ownWindow()
	if !s.model.Dirty() || w == nil {
		s.o.OnCancel()
		return
	}
	keyed.NewQuestion(lang.L("Leave this page?"), lang.L("Leave"), lang.L("Stay"),
		widget.NewLabel(lang.L("What you marked here is not kept.")), w, s.o.OnCancel).Show()
}

// ownWindow is the window the screen is shown in; nil: none.
func (s *Screen) ownWindow() fyne.Window {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(s)
	for _, w := range d.AllWindows() {
		if w.Canvas() == c {
			return w
		}
	}
	return nil
}

// Commands are what can be done now, for the window's menu.
func (s *Screen) Commands() []Command {
	ctrl := func(k fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault}
	}
	alt := func(k fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt}
	}
	do := func(c command) func() { return func() { s.command(c, s.page.menuAt()) } }
	undone := Command{Name: lang.L("Undo"), Shortcut: &fyne.ShortcutUndo{}}
	if step, ok := s.model.UndoStep(); ok {
		undone.Name, undone.Do = lang.L("Undo: {{.Step}}", map[string]any{"Step": stepName(step)}), do(undo)
	}
	redone := Command{Name: lang.L("Redo"), Shortcut: &fyne.ShortcutRedo{}}
	if step, ok := s.model.RedoStep(); ok {
		redone.Name, redone.Do = lang.L("Redo: {{.Step}}", map[string]any{"Step": stepName(step)}), do(redo)
	}
	list := []Command{
		{s.keepName(), ctrl(fyne.KeyReturn), s.Keep},
		{s.leaveName(), nil, s.Cancel},
		undone, redone,
		{lang.L("Keep / set aside"), ctrl(fyne.KeyK), do(toggle)},
		{lang.L("Mark as…"), ctrl(fyne.KeyM), do(markAs)},
		{lang.L("Use for…"), ctrl(fyne.KeyU), do(useFor)},
		{lang.L("The report starts here"), nil, do(startsHere)},
		{lang.L("The report ends here"), ctrl(fyne.KeyE), do(endsHere)},
		{lang.L("Agree with all"), ctrl(fyne.KeyG), do(agreeAll)},
	}
	if s.o.Of > 1 {
		list = append(list,
			Command{lang.L("The page before"), alt(fyne.KeyLeft), s.o.OnBack},
			Command{lang.L("The next page"), alt(fyne.KeyRight), s.o.OnNext})
	}
	return list
}
