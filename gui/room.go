package gui

import (
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// A room is the reading room: shelf, two reports and notes, showing one session.
// What the reader does there goes to the session; what it needs the window for
// (files, dialogs, menus) goes out through the On functions.
type room struct {
	OnBringIn    func(side data.Side) // files are to be chosen
	OnPaste      func(side data.Side)
	OnEventMenu  func(e data.Event, at fyne.Position)
	OnReportMenu func(side data.Side, at fyne.Position)
	OnTextMenu   func(side data.Side, at fyne.Position)
	OnLookOver   func(report data.ID)
	OnTitle      func(title string)
	OnUndo       func()                    // what can be undone changed
	OnKey        func(*fyne.KeyEvent) bool // a single key that is none of the room's; true: it was a command

	session *session.Session
	content fyne.CanvasObject
	canvas  fyne.Canvas
	post    func(func())

	columns *deskLayout
	desk    *fyne.Container
	shelf   *shelf
	notes   *notesPanel
	tie     *tieCard
	foot    *foot
	banner  *banner
	work    *workLine
	title   *widget.Label
	about   *widget.Label
	headers [2]*header
	panes   [2]*reader.Pane
	welcome [2]fyne.CanvasObject // stands in a pane without report
	halves  *fyne.Container      // the two headers side by side
	sheets  *fyne.Container      // the welcomes over the panes
	turns   *fyne.Container      // the tabs A | B of a narrow window
	tabs    [2]*widget.Button
	spread  *reader.Spread
	linked  *chip

	front   data.Side // the pane used last; the one shown in a narrow window
	shown   [2]shownReport
	base    [2][]reader.Mark // marks of the comparison and the search
	told    [2][]session.Told
	advised bool             // the banner says what to do first
	unseen  map[data.ID]bool // reports whose page nobody looked over yet
	query   string           // whose hits are marked in the texts
	hidden  [2]map[reader.MarkKind]bool
}

// shownReport names the text a pane shows.
type shownReport struct {
	id     data.ID
	digest string
}

func newRoom(s *session.Session, canvas fyne.Canvas, post func(func())) *room {
	r := &room{session: s, canvas: canvas, post: post, shelf: newShelf(), notes: newNotesPanel(), tie: newTieCard(), foot: newFoot(), banner: newBanner(),
		unseen: map[data.ID]bool{}}
	r.work = newWorkLine(s.CancelJob)
	for _, side := range []data.Side{data.Left, data.Right} {
		r.panes[side] = reader.NewPane(side)
		r.headers[side] = newHeader(side)
		r.welcome[side] = r.newWelcome(side)
		r.hidden[side] = map[reader.MarkKind]bool{}
		r.wirePane(side)
	}
	r.spread = reader.NewSpread(r.panes[data.Left], r.panes[data.Right])
	r.spread.OnTie = s.SelectPair
	r.wireShelf()
	r.wireNotes()
	r.wireFoot()
	r.layOut()
	s.OnChange = r.update
	r.update(^session.Change(0))
	return r
}

func (r *room) layOut() {
	r.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	r.about = small("")
	button := func(name string, icon fyne.Resource, do func()) *widget.Button {
		return widget.NewButtonWithIcon(name, icon, do)
	}
	r.linked = newChip(lang.L("Scroll together"), true, func() { r.link(!r.spread.Linked()) })
	tools := container.NewHBox(
		container.NewCenter(r.linked),
		button("A–", nil, func() { r.resizeText(-1) }), button("A+", nil, func() { r.resizeText(1) }),
		button(lang.L("Add note"), theme.DocumentCreateIcon(), r.addNote),
	)
	top := container.NewStack(newFill(fyne.Size{}, paper), container.NewBorder(nil, newFill(fyne.NewSize(0, 1), rule), nil, nil,
		padded(container.NewBorder(nil, nil, r.title, tools, r.about), 4)))

	r.halves = container.New(&overPanes{r.spread, nil}, r.headers[data.Left].content, r.headers[data.Right].content)
	r.turns = container.NewGridWithColumns(2)
	for _, side := range []data.Side{data.Left, data.Right} {
		r.tabs[side] = widget.NewButton(side.Letter(), func() { r.turnTo(side) })
		r.turns.Add(r.tabs[side])
	}
	r.turns.Hide()
	r.sheets = container.New(&overPanes{r.spread, func(side data.Side) bool { return r.session.Side(side) == nil }}, r.welcome[data.Left], r.welcome[data.Right])
	reports := container.NewBorder(container.NewVBox(r.turns, r.banner.content, r.work.content, r.halves), nil, nil, nil,
		container.NewStack(newFill(fyne.Size{}, paper), r.spread, r.sheets))
	r.desk, r.columns = newDesk(r.shelf.content, reports, onDesk(container.NewBorder(nil, r.tie.place, nil, nil, r.notes.content), 0))
	r.columns.onNarrow = r.setNarrow
	r.content = container.NewBorder(top, r.foot.content, nil, nil, r.desk)
}

// overPanes lays its two objects over the spread's two panes, whatever their widths.
type overPanes struct {
	spread *reader.Spread
	wanted func(data.Side) bool // nil: always
}

func (o *overPanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for side, object := range objects {
		x, w := o.spread.Column(data.Side(side), size.Width)
		object.Move(fyne.NewPos(x, 0))
		object.Resize(fyne.NewSize(w, size.Height))
		o.show(data.Side(side), object, w > 0)
	}
}

// show hides what lies over a pane that has no room.
func (o *overPanes) show(side data.Side, object fyne.CanvasObject, room bool) {
	if room && (o.wanted == nil || o.wanted(side)) {
		object.Show()
	} else {
		object.Hide()
	}
}

func (o *overPanes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, object := range objects {
		if object.Visible() {
			high = fyne.Max(high, object.MinSize().Height)
		}
	}
	return fyne.NewSize(200, high)
}

// newWelcome is what stands in a pane that has no report yet.
func (r *room) newWelcome(side data.Side) fyne.CanvasObject {
	text := widget.NewLabelWithStyle(lang.L("Add a report here."), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	more := widget.NewLabelWithStyle(lang.L("Choose a file, drop one here, or copy a page and press Ctrl+V."), fyne.TextAlignCenter, fyne.TextStyle{})
	more.Wrapping = fyne.TextWrapWord
	choose := widget.NewButtonWithIcon(lang.L("Choose a file"), theme.FolderOpenIcon(), func() { r.OnBringIn(side) })
	paste := widget.NewButtonWithIcon(lang.L("Paste"), theme.ContentPasteIcon(), func() { r.OnPaste(side) })
	return container.NewStack(newFill(fyne.Size{}, paper),
		container.NewVBox(newFill(fyne.NewSize(0, 60), paper), text, more, container.NewCenter(container.NewHBox(choose, paste))))
}

func (r *room) wirePane(side data.Side) {
	p := r.panes[side]
	p.OnSelected = func(span data.Span) { r.session.Select(side, span) }
	p.OnTapped = func(offset int) {
		r.session.Select(side, p.Selection())
		r.session.Tap(side, offset)
	}
	p.OnMenu = func(offset int, at fyne.Position) {
		r.front = side
		if r.session.Selection(data.Left).Empty() && r.session.Selection(data.Right).Empty() {
			r.session.Tap(side, offset)
		}
		r.OnTextMenu(side, at)
	}
	p.OnFocus = func() { r.front = side }
	p.OnKey = r.command
	p.SentenceAt = func(offset int) data.Span { return r.session.SentenceAt(side, offset) }
	p.OnPin = func(index int) {
		if notes := r.session.Notes(); index < len(notes) {
			r.session.OpenNote(notes[index].ID)
		}
	}
}

func (r *room) wireShelf() {
	r.shelf.OnBringIn = func() { r.OnBringIn(r.freeSide()) }
	r.shelf.OnOpen = func(e data.Event) {
		if e.ID != r.session.Event().ID {
			r.query = ""
			r.session.Open(e)
		}
	}
	r.shelf.OnMenu = func(e data.Event, at fyne.Position) { r.OnEventMenu(e, at) }
	r.shelf.OnSearch = r.session.Search
	r.shelf.OnHit = func(h data.Hit) {
		r.query = r.session.Query()
		r.session.Show(h, func() { r.showFound(h) })
	}
}

func (r *room) wireNotes() {
	r.notes.OnAdd = r.addNote
	r.notes.OnOpen = r.openNote
	r.notes.OnWrite = r.session.WriteNote
	r.notes.OnTag = r.session.ToggleTag
	r.notes.OnRemove = r.session.RemoveNote
	r.notes.OnLeave = r.session.SaveWritten
	r.notes.OnKey = r.command
}

func (r *room) wireFoot() {
	r.foot.OnPrevious, r.foot.OnNext = r.session.Previous, r.session.Next
	r.foot.OnHide = func(side data.Side, kind reader.MarkKind, hidden bool) {
		r.hidden[side][kind] = hidden
		r.panes[side].SetHidden(r.hidden[side])
	}
}

// freeSide is the first side without a report, or the one used last.
func (r *room) freeSide() data.Side {
	for _, side := range []data.Side{data.Left, data.Right} {
		if r.session.Side(side) == nil {
			return side
		}
	}
	return r.front
}

// update shows what changed in the session.
func (r *room) update(c session.Change) {
	if c&(session.ShelvesChanged|session.EventChanged) != 0 {
		r.shelf.SetShelves(r.session.Shelves(), r.session.Event().ID)
		r.showTitle()
	}
	if c&session.ComparisonChanged != 0 && r.session.Compared() {
		// Reading and comparing take far more memory than they leave; old
		// machines need it back, once the picture is there.
		time.AfterFunc(time.Second, debug.FreeOSMemory)
	}
	if c&session.HitsChanged != 0 {
		r.shelf.SetHits(r.session.Hits())
	}
	if c&session.ComparisonChanged != 0 {
		r.showReports()
	}
	if c&(session.ComparisonChanged|session.ToldChanged) != 0 {
		r.told = [2][]session.Told{r.session.Told(data.Left), r.session.Told(data.Right)}
	}
	if c&(session.ComparisonChanged|session.NotesChanged|session.SelectionChanged|session.ToldChanged) != 0 {
		r.showMarks()
	}
	if c&session.NotesChanged != 0 {
		r.notes.SetNotes(r.session.Notes(), r.session.OpenNoteID())
	}
	if c&session.SelectionChanged != 0 {
		r.showSelection()
	}
	if c&(session.SelectionChanged|session.NotesChanged|session.NearestChanged|session.ToldChanged) != 0 {
		r.showTie()
	}
	if c&session.BusyChanged != 0 {
		r.showBusy()
	}
	if c&(session.UndoChanged|session.NotesChanged) != 0 && r.OnUndo != nil {
		r.OnUndo()
	}
	if c&session.SavedChanged != 0 {
		r.notes.SetSaved(r.savedText())
	}
}

func (r *room) showTitle() {
	e := r.session.Event()
	title := e.Title
	if e.ID == "" {
		title = lang.L("No event open")
	}
	r.title.SetText(shorten(title, 60))
	if r.OnTitle != nil {
		r.OnTitle(e.Title)
	}
	about := []string{}
	if e.Happened != "" {
		about = append(about, e.Happened)
	}
	if e.ID != "" {
		about = append(about, count(len(r.session.Reports()), "{{.N}} reports"))
	}
	r.about.SetText(strings.Join(about, " · "))
}

// showReports puts the two reports and what ties them on the panes.
func (r *room) showReports() {
	c := r.session.Comparison()
	for _, side := range []data.Side{data.Left, data.Right} {
		rep := r.session.Side(side)
		if rep == nil {
			r.headers[side].Set(nil, 0)
			r.tabs[side].SetText(side.Letter())
			r.showText(side, &data.Report{})
			continue
		}
		r.headers[side].Set(rep, len(strings.Fields(rep.Text)))
		r.showText(side, rep)
		r.base[side] = marksOf(c, side)
		for _, s := range found(rep.Text, r.query) {
			r.base[side] = append(r.base[side], reader.Mark{Span: s, Kind: reader.Hit})
		}
		r.tabs[side].SetText(side.Letter() + "  " + shorten(r.headers[side].outlet.Text, 24))
	}
	r.sheets.Refresh()
	r.spread.SetTies(tiesOf(r.session.AllPairs(), len(c.Pairs)))
	if r.session.Compared() {
		r.foot.SetCounts(c, r.session.Confirmed(), len(r.session.Rulings()) > 0)
	} else {
		r.foot.SetCounts(nil, 0, false)
	}
	r.showBanner()
}

func (r *room) showText(side data.Side, rep *data.Report) {
	now := shownReport{rep.ID, rep.Digest}
	if r.shown[side] == now && now.id != "" {
		return
	}
	r.shown[side] = now
	r.base[side] = nil
	doc := reader.NewDocument(rep.Text)
	r.panes[side].SetDocument(doc, stylesOf(rep, doc))
}

func (r *room) showBanner() {
	r.advised = false
	c := r.session.Comparison()
	left, right := r.session.Side(data.Left), r.session.Side(data.Right)
	switch {
	case !r.session.Compared():
		r.banner.Show("")
	case left.Text == right.Text:
		r.banner.Show(lang.L("The two texts are the same."))
	case c.Unlike():
		r.banner.Show(lang.L("These may not be about the same event."))
	case r.unseen[left.ID] || r.unseen[right.ID]:
		r.banner.Show(lang.L("Parallax chose what belongs to each report. Look it over when you like."),
			action{lang.L("Look over A"), func() { r.OnLookOver(left.ID) }}, action{lang.L("Look over B"), func() { r.OnLookOver(right.ID) }})
	case r.session.OnNetwork():
		r.banner.Show(lang.L("Your library is on another computer. If the network stops, work can be lost. Keep the library on this computer."))
	default:
		r.banner.Show("")
	}
}

// showMarks puts marks and pins on both panes: the comparison, the notes, the
// current difference.
func (r *room) showMarks() {
	stop, at := r.session.Stop()
	for _, side := range []data.Side{data.Left, data.Right} {
		rep := r.session.Side(side)
		if rep == nil {
			continue
		}
		noted, pins := noteMarks(r.session.Notes(), rep.ID)
		marks := append(r.base[side][:len(r.base[side]):len(r.base[side])], noted...)
		if at >= 0 && stop.Kind == session.WordingStop {
			marks = append(marks, reader.Mark{Span: stop.At(side), Kind: reader.Current, Group: at})
		}
		r.panes[side].SetMarks(marks)
		r.panes[side].SetPins(append(pins, toldPins(r.told[side])...))
	}
}

// showSelection brings the current difference or pair level on both sides.
func (r *room) showSelection() {
	stop, at := r.session.Stop()
	r.showPlace()
	pair := r.session.Pair()
	switch {
	case pair >= 0:
		p := r.session.AllPairs()[pair]
		r.panes[data.Left].SetSelectedPassages(p.Left)
		r.panes[data.Right].SetSelectedPassages(p.Right)
		r.spread.SelectTie(pair)
	case at >= 0:
		r.spread.SelectTie(-1)
		for _, side := range []data.Side{data.Left, data.Right} {
			span := stop.At(side)
			if span.Empty() {
				r.panes[side].SetSelectedPassages(nil)
				continue
			}
			r.panes[side].SetSelectedPassages([]data.Span{span})
			r.panes[side].Reveal(span)
			r.turnTo(side)
		}
	default:
		r.panes[data.Left].SetSelectedPassages(nil)
		r.panes[data.Right].SetSelectedPassages(nil)
		r.spread.SelectTie(-1)
	}
}

// stopName says shortly what a difference is, where the marks do not show it.
func stopName(t session.Stop) string {
	switch {
	case t.Kind == session.ToldStop:
		return lang.L("told differently")
	case t.Kind == session.OnlyStop && t.Right.Empty():
		return lang.L("only in A")
	case t.Kind == session.OnlyStop:
		return lang.L("only in B")
	}
	return ""
}

// patience is how long a job may run before it is worth a line on the screen.
const patience = 200 * time.Millisecond

func (r *room) showBusy() {
	what, done := r.session.Busy()
	if what == "" || r.work.content.Visible() {
		r.work.Show(what, done)
		return
	}
	time.AfterFunc(patience, func() {
		r.post(func() {
			if what, done := r.session.Busy(); what != "" {
				r.work.Show(what, done)
			}
		})
	})
}

func (r *room) savedText() string {
	at, pending, err := r.session.Saved()
	switch {
	case r.session.ReadOnly():
		return lang.L("Reading only")
	case err != nil:
		return lang.L("Not saved yet")
	case pending:
		return lang.L("Saving…")
	case at.IsZero():
		return ""
	}
	return lang.L("Saved {{.Time}}", map[string]any{"Time": at.Format("15:04")})
}

// addNote makes a note on what is selected.
func (r *room) addNote() {
	if !r.session.AddNote() {
		r.advise(lang.L("Select some words in a report first, or go to a difference with F7."))
		return
	}
	r.clearSelection()
	r.showBanner()
	r.columns.showNotes = true
	r.desk.Refresh()
	r.notes.Focus(r.canvas)
}

// openNote opens a note for writing, shows its words, and puts the caret into
// its text; an empty id ends the writing.
func (r *room) openNote(id data.ID) {
	r.session.OpenNote(id)
	n := r.session.Note(id)
	if n == nil {
		r.canvas.Focus(r.panes[r.front])
		return
	}
	for _, side := range []data.Side{data.Left, data.Right} {
		if rep := r.session.Side(side); rep != nil {
			if a, ok := n.Anchor(rep.ID); ok && !a.Loose {
				r.panes[side].Reveal(a.Span)
			}
		}
	}
	r.notes.Focus(r.canvas)
}

// showFound brings the first place of a hit's words into view.
func (r *room) showFound(h data.Hit) {
	r.showReports()
	r.showMarks()
	for _, side := range []data.Side{data.Left, data.Right} {
		rep := r.session.Side(side)
		if rep == nil || rep.ID != h.ReportID {
			continue
		}
		if spans := found(rep.Text, r.query); len(spans) > 0 {
			r.panes[side].Reveal(spans[0])
			r.turnTo(side)
		}
	}
}

// resizeText makes the texts larger, smaller, or (0) as they were.
func (r *room) resizeText(by float32) {
	size := float32(reader.DefaultTextSize)
	if by != 0 {
		size = clamp(r.panes[0].TextSize()+by, reader.SmallestText, reader.LargestText)
	}
	for _, p := range r.panes {
		p.SetTextSize(size)
	}
}

// link lets both reports scroll together, from where they stand, or apart.
func (r *room) link(on bool) {
	r.spread.SetLinked(on)
	r.linked.Set(on)
}

// setNarrow lets the reports take turns, or puts them side by side again.
func (r *room) setNarrow(turns bool) {
	if turns {
		r.turns.Show()
		r.foot.counts.Hide() // the legend needs the room
	} else {
		r.turns.Hide()
		r.foot.counts.Show()
	}
	r.turnTo(r.front)
}

// turnTo brings a side to the front of a narrow window.
func (r *room) turnTo(side data.Side) {
	r.front = side
	r.spread.ShowOnly(side, r.columns.isNarrow)
	for s, tab := range r.tabs {
		tab.Importance = widget.MediumImportance
		if data.Side(s) == side {
			tab.Importance = widget.HighImportance
		}
		tab.Refresh()
	}
	r.halves.Refresh()
	r.sheets.Refresh()
}

// command runs the commands of single keys; it reports whether the key was one.
func (r *room) command(k *fyne.KeyEvent) bool {
	shift := false
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		shift = d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	switch {
	case k.Name == fyne.KeyF7 && shift:
		r.session.Previous()
	case k.Name == fyne.KeyF7:
		r.session.Next()
	case k.Name == fyne.KeyDelete && r.session.OpenNoteID() != "" && !r.writing():
		r.session.RemoveNote(r.session.OpenNoteID())
	case k.Name == fyne.KeyEscape && !r.writing():
		r.clearSelection()
		r.session.OpenNote("")
		r.session.SelectPair(-1)
	default:
		return r.OnKey(k)
	}
	return true
}

// writing reports whether a text field has the keys.
func (r *room) writing() bool {
	_, ok := r.canvas.Focused().(*entry)
	return ok
}

// focus gives the keys to a report.
func (r *room) focus(side data.Side) {
	r.turnTo(side)
	r.canvas.Focus(r.panes[side])
}

func (r *room) toggleShelf() {
	r.columns.showShelf = !r.columns.showShelf
	r.desk.Refresh()
}

func (r *room) toggleNotes() {
	r.columns.showNotes = !r.columns.showNotes
	r.desk.Refresh()
}

// sideAt is the side whose pane lies at a place of the window.
func (r *room) sideAt(at fyne.Position) data.Side {
	p := r.panes[data.Right]
	left := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	if p.Visible() && at.X >= left.X {
		return data.Right
	}
	return data.Left
}

// clearSelection leaves no words selected in either report.
func (r *room) clearSelection() {
	for side, p := range r.panes {
		end := p.Selection().End
		p.SetSelection(data.Span{Start: end, End: end})
		r.session.Select(data.Side(side), data.Span{})
	}
}
