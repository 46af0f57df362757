package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
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
	OnReading    func()             // the sheet of what makes reading comfortable is wanted
	OnProject    func(on bool)      // the projector is on, or off again
	OnView       func()             // another view is on screen
	OnUndo       func()             // what can be undone changed
	OnPast       func(note data.ID) // a note's earlier wordings are wanted
	OnPopUp      func(at fyne.Position, items ...*fyne.MenuItem)
	OnAsk        func(question, answer string, done func(string)) // one line is wanted; done gets it unless it is left
	OnCopy       func(text string)
	OnKey        func(*fyne.KeyEvent) bool // a single key that is none of the room's; true: it was a command

	session *session.Session
	content fyne.CanvasObject
	canvas  fyne.Canvas
	post    func(func())

	columns   *deskLayout
	desk      *fyne.Container
	shelf     *shelf
	notes     *notesPanel
	tie       *tieCard
	foot      *foot
	banner    *banner
	setup     *setupPanel
	work      *workLine
	title     *widget.Label
	about     *widget.Label
	headers   [2]*header
	panes     [2]*reader.Pane
	welcome   [2]fyne.CanvasObject // stands in a pane without report
	halves    *fyne.Container      // the two headers side by side
	sheets    *fyne.Container      // the welcomes over the panes
	turns     *fyne.Container      // the tabs A | B of a narrow window
	tabs      [2]*keyed.Button
	spread    *reader.Spread
	cells     cellNames
	linked    *toggle
	finder    *finder
	projector *projector
	head      fyne.CanvasObject // all of the line over the room
	findTool  *keyed.Button
	noteTool  *keyed.Button
	strips    *fyne.Container // what the room has to say to the reader, over the views
	views     []view
	view      int          // index of the one on screen
	rows      *matchedRows // three of them
	ledger    *ledger
	words     *wordsView
	choice    *segments         // of the view
	top       *fyne.Container   // the line over the room
	stage     *fyne.Container   // holds the content of the view
	texts     *fyne.Container   // the two reports, for the views that show them
	bar       *fyne.Container   // over them: what a view can be told
	barOf     fyne.CanvasObject // the view\'s own part of bar; nil: none
	over      *fyne.Container   // on them: what a view adds

	front       data.Side // the pane used last; the one shown in a narrow window
	shown       [2]shownReport
	base        [2][]reader.Mark // marks of the comparison and the search
	told        [2][]session.Told
	moved       [2][]reader.Pin  // of passages told in another order
	advised     bool             // the banner says what to do first
	unseen      map[data.ID]bool // reports whose page nobody looked over yet
	fontsTold   map[data.ID]bool // reports whose missing fonts the reader knows of
	onOutlets   func()           // the table of outlets is on screen and follows them
	setupWanted bool             // the reader asked for the questions before comparing …
	setupPair   [2]data.ID       // … these two reports
	query       string           // whose hits are marked in the texts
	pointing    pointers
	hidden      [2]map[reader.MarkKind]bool
	plainNotes  bool     // notes leave no trace in the texts
	lit         data.ID  // the note the pointer is on in the panel
	least       float32  // that both texts needed last
	resumed     *resumed // nil: the reader is where she went herself
	onTags      func()   // the list of own tags is on screen and follows them

	lastRuler   reader.RulerKind // used last
	namesHidden bool             // the outlets' names are not shown over the reports
}

// shownReport names the text a pane shows.
type shownReport struct {
	id     data.ID
	digest string
}

func newRoom(s *session.Session, canvas fyne.Canvas, post func(func())) *room {
	r := &room{session: s, canvas: canvas, post: post, shelf: newShelf(), notes: newNotesPanel(), tie: newTieCard(), foot: newFoot(), banner: newBanner(), setup: newSetupPanel(),
		unseen: map[data.ID]bool{}, fontsTold: map[data.ID]bool{}}
	r.work = newWorkLine(s.CancelJob)
	r.pointing.current, r.pointing.hidden = -1, map[string]bool{}
	for _, side := range []data.Side{data.Left, data.Right} {
		r.panes[side] = reader.NewPane(side)
		r.headers[side] = newHeader(side)
		r.welcome[side] = r.newWelcome(lang.L("Add a report here."), func() data.Side { return side })
		r.hidden[side] = map[reader.MarkKind]bool{}
		r.wirePane(side)
	}
	r.spread = reader.NewSpread(r.panes[data.Left], r.panes[data.Right])
	r.spread.OnTie = s.SelectPair
	r.spread.OnStacked = func() { r.halves.Refresh() }
	r.cells.r = r
	r.wireShelf()
	r.wireNotes()
	r.wireFoot()
	r.wireSetup()
	r.views = r.newViews()
	r.finder, r.projector = newFinder(r), &projector{r: r}
	r.layOut()
	s.OnChange, s.OnLeave = r.update, r.bookmark
	r.update(^session.Change(0))
	return r
}

func (r *room) layOut() {
	r.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	r.about = small("")
	button := func(name string, icon fyne.Resource, do func()) *keyed.Button {
		return keyed.NewIconButton(name, icon, do)
	}
	r.linked = newToggle(linkName(true), true, r.command, func() { r.link(!r.spread.Linked()) })
	r.findTool, r.noteTool = button("", theme.SearchIcon(), r.find), button("", theme.DocumentCreateIcon(), r.addNote)
	tools := container.NewHBox(
		container.NewCenter(r.linked),
		button("A–", nil, func() { r.resizeText(-1) }), button("A+", nil, func() { r.resizeText(1) }), button("Aa", nil, func() { r.OnReading() }),
		r.findTool, r.noteTool,
	)
	r.title.Truncation = fyne.TextTruncateEllipsis
	names := make([]string, len(r.views))
	for i, v := range r.views {
		names[i] = v.Name()
	}
	r.choice = newSegments(names, r.show)
	r.top = container.New(topLine{}, r.title, r.about, r.choice, tools)
	r.head = container.NewBorder(nil, newFill(fyne.NewSize(0, 1), rule), nil, nil, padded(r.top, 4))

	r.halves = container.New(&overPanes{r.spread, nil}, r.headers[data.Left].content, r.headers[data.Right].content)
	for _, h := range r.headers {
		h.onTurn = func() { r.texts.Refresh() }
	}
	r.turns = container.NewGridWithColumns(2)
	for _, side := range []data.Side{data.Left, data.Right} {
		r.tabs[side] = keyed.NewButton(side.Letter(), func() { r.turnTo(side) })
		r.turns.Add(r.tabs[side])
	}
	r.turns.Hide()
	r.sheets = container.New(&overPanes{r.spread, func(side data.Side) bool { return r.session.Side(side) == nil }}, r.welcome[data.Left], r.welcome[data.Right])
	r.bar, r.over = container.NewStack(), container.NewWithoutLayout()
	r.texts = container.NewBorder(container.NewVBox(r.finder.content, r.turns, r.bar, r.halves), nil, nil, nil,
		container.NewStack(r.spread, container.NewClip(r.over), r.sheets))
	r.stage = container.NewStack(r.texts)
	r.strips = container.NewVBox(r.banner.content, r.setup.content)
	// The line of a job lies over the foot of the view: texts being read stay
	// where they are when it comes and goes.
	job := container.NewBorder(nil, r.work.content, nil, nil)
	below := container.NewStack(r.stage, job)
	middle := container.NewBorder(r.strips, nil, nil, nil, below)
	r.work.onTurn = job.Refresh
	// A strip comes by itself when a comparison is there. Whoever began to read
	// keeps the line under her eyes.
	r.setup.onTurn = func() {
		was := below.Position().Y
		middle.Refresh()
		r.spread.Lift(below.Position().Y - was)
	}
	r.banner.onTurn = func() {
		r.setup.onTurn()
		r.showSetup()
	}
	r.desk, r.columns = newDesk(r.shelf.content, middle, onDesk(container.NewBorder(nil, r.tie.place, nil, nil, r.notes.content), 0))
	r.columns.least, r.columns.leastAlone, r.columns.onTurn = r.spread.Least, r.spread.LeastAlone, r.setNarrow
	r.columns.onHigh = func() { r.projector.resized() }
	r.content = container.NewBorder(r.head, r.foot.content, nil, nil, r.desk)
	r.setTools()
}

// newWelcome is what stands where a report is missing: what to do, and how. Side is
// which of the two it will be.
func (r *room) newWelcome(what string, side func() data.Side) *fyne.Container {
	text := widget.NewLabelWithStyle(what, fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	more := widget.NewLabelWithStyle(lang.L("Choose a file, drop one here, or copy a page and press Ctrl+V."), fyne.TextAlignCenter, fyne.TextStyle{})
	more.Wrapping = fyne.TextWrapWord
	choose := keyed.NewIconButton(lang.L("Choose a file"), theme.FolderOpenIcon(), func() { r.OnBringIn(side()) })
	paste := keyed.NewIconButton(lang.L("Paste"), theme.ContentPasteIcon(), func() { r.OnPaste(side()) })
	return container.NewStack(newFill(fyne.Size{}, paper),
		container.NewVBox(newFill(fyne.NewSize(0, 60), paper), text, more, container.NewCenter(container.NewHBox(choose, paste))))
}

func (r *room) wirePane(side data.Side) {
	p := r.panes[side]
	p.OnSelected = func(span data.Span) { r.session.Select(side, span) }
	p.OnTapped = func(offset int) {
		r.session.Select(side, p.Selection())
		if !r.spread.Plain() && !r.pointAt(side, offset) {
			r.session.Tap(side, offset)
		}
	}
	p.OnMenu = func(offset int, at fyne.Position) {
		r.front = side
		if !r.spread.Plain() && r.session.Selection(data.Left).Empty() && r.session.Selection(data.Right).Empty() {
			r.session.Tap(side, offset)
		}
		r.OnTextMenu(side, at)
	}
	p.OnFocus = func() { r.front = side }
	p.OnKey = r.command
	p.SentenceAt = func(offset int) data.Span { return r.session.SentenceAt(side, offset) }
	p.OnPin = func(pins []reader.Pin) {
		if pins[0].Kind == reader.MovePin {
			r.front = side
			r.session.SelectPair(pins[0].ID)
			r.bringLevel()
			return
		}
		if id := nextNote(r.session.Notes(), pins, r.session.OpenNoteID()); id != "" {
			r.session.OpenNote(id)
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
	r.shelf.OnMore = r.session.MoreHits
	r.shelf.OnSearch = func(query string) { r.session.Search(query, r.notes.book.typed(query).code) }
	r.shelf.OnHit = func(h data.Hit) {
		r.query = r.session.Query()
		r.session.Show(h, func() { r.showFound(h) })
	}
}

func (r *room) wireNotes() {
	r.notes.OnAdd = r.addNote
	r.notes.OnStarted = func() { r.notes.Focus(r.canvas) }
	r.notes.OnOpen = r.openNote
	r.notes.OnWrite = r.session.WriteNote
	r.notes.OnTag = r.session.ToggleTag
	r.notes.OnNewTag = r.newTag
	r.notes.OnPast = func(note data.ID) { r.OnPast(note) }
	r.notes.OnRemove = r.session.RemoveNote
	r.notes.OnTieAgain = r.tieNoteAgain
	r.notes.OnLeave = r.session.SaveWritten
	r.notes.OnLight = func(note data.ID) {
		r.lit = note
		r.showMarks()
	}
	r.notes.OnKey = r.command
	r.notes.History = r.session
}

func (r *room) wireFoot() {
	r.foot.OnPrevious, r.foot.OnNext, r.foot.OnMarks = r.previous, r.next, r.togglePlain
	r.foot.OnHide = func(side data.Side, kind reader.MarkKind, hidden bool) {
		r.hidden[side][kind] = hidden
		r.panes[side].SetHidden(r.hidden[side])
		r.OnView() // the menu shows it too
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
