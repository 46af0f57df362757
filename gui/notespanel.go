package gui

import (
	"fmt"
	"image/color"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/editor"
	"parallax/gui/keyed"
	"parallax/gui/palette"
)

// A notesPanel lists an event's notes in reading order. The open one can be
// written: its text and its tags.
type notesPanel struct {
	OnAdd      func()
	OnOpen     func(data.ID) // a note was clicked; "" : writing ended
	OnWrite    func(id data.ID, e data.Edit)
	OnTag      func(id data.ID, code string)
	OnNewTag   func(label string) (code string) // a tag of the reader's own; "": it has no letter
	OnPast     func(id data.ID)                 // the note's earlier wordings are wanted
	OnRemove   func(id data.ID)
	OnTieAgain func(id data.ID)          // what is loose of a note is to be tied to the selected words
	OnLeave    func()                    // the text field lost focus: save
	OnStarted  func()                    // the beginning of a sentence was put into the text: it is to be gone on with
	OnLight    func(data.ID)             // the pointer came upon a note; "": it left
	OnKey      func(*fyne.KeyEvent) bool // a key pressed while writing; true: it was a command
	History    editor.History            // what takes back what was written

	content fyne.CanvasObject
	title   *widget.Label
	saved   *widget.Label
	list    *fyne.Container
	scroll  *container.Scroll
	editor  *noteEditor
	open    data.ID
	book    *tagBook
	who     string
	notes   []data.Note
	first   int                  // the first note there is a card for
	most    int                  // cards there are at most
	cards   map[data.ID]keptCard // of the notes shown last, so that only what changed is laid out anew
}

// A keptCard is a card and what it shows.
type keptCard struct {
	card  *card
	shows any
}

// A cardFacts is what a note's card shows.
type cardFacts struct {
	number int
	note   data.Note
	own    []data.OwnTag
}

func newNotesPanel() *notesPanel {
	p := &notesPanel{book: newTagBook(), title: heading(lang.L("Notes")), saved: small(""), list: container.NewVBox(), most: fewCards}
	p.saved.Alignment = fyne.TextAlignTrailing
	add := keyed.NewIconButton(lang.L("Add note"), theme.DocumentCreateIcon(), func() { p.OnAdd() })
	p.scroll = container.NewVScroll(p.list)
	p.scroll.OnScrolled = func(at fyne.Position) {
		if at.Y+2*p.scroll.Size().Height > p.list.Size().Height {
			p.grow()
		}
	}
	top := container.NewVBox(container.NewBorder(nil, nil, p.title, nil, p.saved), add)
	p.content = padded(container.NewBorder(top, nil, nil, nil, p.scroll), 8)
	return p
}

// SetSaved shows whether all is saved.
func (p *notesPanel) SetSaved(text string) { p.saved.SetText(text) }

// SetNotes shows notes, the loose ones last; open is the one being written, if any.
func (p *notesPanel) SetNotes(notes []data.Note, open data.ID) {
	was := p.open
	p.open, p.notes = open, notes
	p.showTitle()
	at := slices.IndexFunc(notes, func(n data.Note) bool { return n.ID == open })
	if len(notes) == 0 {
		p.most = fewCards
	}
	if at >= 0 && (at < p.first || at >= p.first+mostCards) {
		p.first = at - mostCards/2
	}
	p.first = max(0, min(p.first, len(notes)-mostCards))
	p.most = min(mostCards, max(p.most, at-p.first+fewCards))
	if p.editor != nil && (p.editor.id != open || at >= 0 && !slices.Equal(p.editor.tied, notes[at].Anchors)) {
		p.editor = nil
	}
	if opened := p.lay(); opened != nil && open != was { // a note being written stays where it is
		p.reveal(opened)
	}
}

// lay lays the cards out and returns that of the open note.
func (p *notesPanel) lay() (opened fyne.CanvasObject) {
	notes := p.notes
	p.list.RemoveAll()
	if len(notes) == 0 {
		p.list.Add(words(lang.L("Nothing marked yet. Drag over some words in either report, then press Ctrl+N."), fyne.TextStyle{}))
	}
	before := p.cards
	p.cards = map[data.ID]keptCard{}
	objects := p.list.Objects
	last := min(len(notes), p.first+p.most)
	if p.first > 0 {
		objects = append(objects, keyed.NewButton(lang.L("Earlier notes"), func() { p.page(-1) }))
	}
	loose := looseOf(notes)
	for i := p.first; i < last; i++ {
		n := &notes[i]
		if loose > 0 && (i == len(notes)-loose || i == p.first && i > len(notes)-loose) {
			objects = append(objects, looseHead(loose))
		}
		if n.ID == p.open {
			if p.editor == nil {
				p.editor = p.newEditor(n)
			}
			p.editor.set(n, i+1)
			opened = p.editor.card
			objects = append(objects, opened)
			continue
		}
		kept := before[n.ID]
		if shows := (cardFacts{i + 1, *n, p.book.own}); !reflect.DeepEqual(kept.shows, shows) {
			kept = keptCard{p.noteCard(n, i+1), shows}
		}
		p.cards[n.ID] = kept
		objects = append(objects, kept.card)
	}
	if last < len(notes) {
		objects = append(objects, keyed.NewButton(lang.L("Later notes"), func() { p.page(1) }))
	}
	p.list.Objects = objects
	p.list.Refresh()
	return opened
}

// How many notes have a card: some at first, more of them as the reader scrolls,
// and no more than can be laid out in no time.
const (
	fewCards  = 12
	mostCards = 100
)

// grow lays out some more cards, if there are more and it may.
func (p *notesPanel) grow() {
	if p.most < mostCards && p.first+p.most < len(p.notes) {
		p.most = min(mostCards, p.most+fewCards)
		p.lay()
	}
}

// page goes on to the cards of later notes (1) or back (-1).
func (p *notesPanel) page(by int) {
	if by > 0 && p.most < mostCards { // there was no need to scroll so far
		p.grow()
		return
	}
	if p.open != "" {
		p.OnOpen("")
	}
	p.first += by * mostCards
	p.SetNotes(p.notes, "")
	p.scroll.ScrollToOffset(fyne.NewPos(0, 0))
}

// SetTags shows the library's own tags besides the kinds.
func (p *notesPanel) SetTags(own []data.OwnTag) { p.book.own = own }

// SetWho shows who is working; empty: nobody said.
func (p *notesPanel) SetWho(who string) {
	p.who = who
	p.showTitle()
}

func (p *notesPanel) showTitle() {
	title := lang.L("Notes") + " · " + fmt.Sprint(len(p.notes))
	if p.who != "" {
		title += " · " + shorten(p.who, 24)
	}
	p.title.SetText(title)
}

// Focus puts the caret into the open note's text.
func (p *notesPanel) Focus(c fyne.Canvas) {
	if p.editor != nil {
		c.Focus(p.editor.body)
	}
}

// reveal scrolls the least that shows a card.
func (p *notesPanel) reveal(o fyne.CanvasObject) {
	top := o.Position().Y
	p.show(top, top+o.MinSize().Height)
}

// show scrolls the least that shows what lies from top to bottom in the list,
// the top of it if there is no room for all.
func (p *notesPanel) show(top, bottom float32) {
	at := p.scroll.Offset.Y
	at = max(at, bottom-p.scroll.Size().Height)
	at = min(at, top)
	p.scroll.ScrollToOffset(fyne.NewPos(0, at))
}

func (p *notesPanel) noteCard(n *data.Note, number int) *card {
	box := container.NewVBox(small(noteTop(n, number)))
	if len(n.Tags) > 0 {
		chips := container.New(&flow{gap: 4})
		for _, code := range n.Tags {
			chips.Add(newTagChip(p.book.tag(code), false, nil))
		}
		box.Add(chips)
	}
	for _, o := range readings(n) {
		box.Add(o)
	}
	if again := p.tieAgain(n); again != nil {
		box.Add(again)
	}
	if n.Body != "" {
		box.Add(noteText(n.Body))
	}
	id := n.ID
	c := newCard(box, func() { p.OnOpen(id) })
	c.OnHover = func(in bool) {
		if in {
			p.OnLight(id)
		} else {
			p.OnLight("")
		}
	}
	c.padX, c.padY = 6, 4
	return c
}

// noteTop is a note's number, the one its pins in the text show, its time and
// who wrote it.
func noteTop(n *data.Note, number int) string {
	top := fmt.Sprintf("%d · %s", number, dayOfYear(n.Created))
	if n.Author != "" {
		top += " · " + n.Author
	}
	return top
}

// A noteEditor is the card of the open note: its words, a text field, its tags.
// It is made once and stays as long as the note is open, with the caret's place.
type noteEditor struct {
	id       data.ID
	card     *card
	top      *widget.Label
	body     *editor.Field
	chips    map[string]*chip
	tags     *fyne.Container // the chips
	more     *entry          // for a tag that is typed
	shown    string          // which tags there are chips for
	tied     []data.Anchor   // what it shows the note is tied to
	question *widget.Label
	starters *fyne.Container // how a sentence may begin, while there is none
	begun    []string        // as they are shown
	panel    *notesPanel
}

func (p *notesPanel) newEditor(n *data.Note) *noteEditor {
	e := &noteEditor{id: n.ID, tied: n.Anchors, top: caption(""), body: editor.NewField(lang.L("Write what you notice…")),
		tags: container.New(&flow{gap: 4}), more: newEntry(), question: words("", fyne.TextStyle{}), starters: container.New(&flow{gap: 4}), panel: p}
	e.body.MinRows, e.body.Highest = 4, func() float32 { return p.scroll.Size().Height * mostOfPanel }
	e.top.Importance = widget.LowImportance
	e.body.Rewrite(n.Body) // to write on at its end
	e.body.History = p.History
	e.body.OnEdited = func(edit data.Edit) {
		p.OnWrite(e.id, edit)
		e.offerStarters()
	}
	e.body.OnCaret = e.revealCaret
	e.body.OnBeyond = p.scroll.Scrolled
	e.body.OnFocusLost = func() { p.OnLeave() }
	e.body.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			p.OnOpen("")
			return true
		}
		return p.OnKey(k)
	}
	e.body.OnShortcut = func(s fyne.Shortcut) bool {
		if isShortcut(s, fyne.KeyReturn, fyne.KeyModifierControl) || isShortcut(s, fyne.KeyEnter, fyne.KeyModifierControl) {
			p.OnOpen("")
			return true
		}
		if isShortcut(s, fyne.KeyB, fyne.KeyModifierControl) {
			e.bold()
			return true
		}
		if isShortcut(s, fyne.KeyS, fyne.KeyModifierAlt) {
			e.nextStarter()
			return true
		}
		return false
	}
	e.more.SetPlaceHolder(lang.L("Another tag…"))
	e.more.OnSubmitted = e.tagTyped
	e.more.onEscape = func() { p.OnOpen("") }
	past := keyed.NewIconButton("", theme.HistoryIcon(), func() { p.OnPast(e.id) })
	past.Importance = widget.LowImportance
	remove := keyed.NewIconButton("", theme.DeleteIcon(), func() { p.OnRemove(e.id) })
	done := keyed.NewIconButton("", theme.ConfirmIcon(), func() { p.OnOpen("") })
	remove.Importance, done.Importance = widget.LowImportance, widget.LowImportance
	box := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(past, done, remove), e.top))
	for _, o := range readings(n) {
		box.Add(o)
	}
	if again := p.tieAgain(n); again != nil {
		box.Add(again)
	}
	box.Add(e.body)
	box.Add(e.question)
	box.Add(e.starters)
	box.Add(e.tags)
	box.Add(e.more)
	e.card = newCard(box, nil)
	e.card.padX, e.card.padY, e.card.selected = 6, 4, true
	return e
}

// mostOfPanel is the share of the panel's height a text may fill before it is
// scrolled in its field, so that its tags stay at hand.
const mostOfPanel = 0.6

// revealCaret scrolls the panel the least that shows the line being written.
func (e *noteEditor) revealCaret(top, bottom float32) {
	at := e.card.Position().Y + e.card.padY + e.body.Position().Y
	e.panel.show(at+top, at+bottom)
}

// set shows the note's text and tags, and the question its last tag asks.
func (e *noteEditor) set(n *data.Note, number int) {
	e.top.SetText(noteTop(n, number))
	e.body.Rewrite(n.Body) // it may have been undone or done again
	e.showChips(n.Tags)
	question, last := "", ""
	for _, code := range n.Tags {
		last = code
		if q := e.panel.book.tag(code).question; q != "" {
			question = q
		}
	}
	e.showStarters(last)
	e.offerStarters()
	e.question.SetText(question)
	e.question.Hidden = question == ""
}

// showChips shows the tags that are offered and those the note has besides.
func (e *noteEditor) showChips(tags []string) {
	list := e.panel.book.offered()
	for _, code := range tags {
		if !slices.ContainsFunc(list, func(t tag) bool { return t.code == code }) {
			list = append(list, e.panel.book.tag(code))
		}
	}
	if shown := fmt.Sprint(list); shown != e.shown {
		e.shown, e.chips = shown, map[string]*chip{}
		e.tags.RemoveAll()
		for _, t := range list {
			e.chips[t.code] = newTagChip(t, false, func() { e.panel.OnTag(e.id, t.code) })
			e.tags.Add(e.chips[t.code])
		}
	}
	for code, c := range e.chips {
		c.Set(slices.Contains(tags, code))
	}
}

// tagTyped tags the note with what was typed: a tag's two letters or name, or
// the name of a new one.
func (e *noteEditor) tagTyped(text string) {
	code := e.panel.book.typed(text).code
	if code == "" {
		code = e.panel.OnNewTag(text)
	}
	if code != "" {
		e.more.SetText("")
		e.panel.OnTag(e.id, code)
	}
}

// bold puts the two stars that make words bold around what is selected, or
// takes them away.
func (e *noteEditor) bold() {
	selected := e.body.SelectedText()
	if selected == "" {
		return
	}
	text := "**" + selected + "**"
	if inner, ok := strings.CutPrefix(selected, "**"); ok && strings.HasSuffix(inner, "**") {
		text = strings.TrimSuffix(inner, "**")
	}
	e.body.Insert(text)
}

const quoteLetters = 140

// readings shows what a note is tied to.
func readings(n *data.Note) []fyne.CanvasObject {
	if len(n.Anchors) == 0 {
		return []fyne.CanvasObject{small(lang.L("(the whole event)"))}
	}
	list := make([]fyne.CanvasObject, len(n.Anchors))
	for i, a := range n.Anchors {
		list[i] = reading(a)
	}
	return list
}

// reading shows the words a note is tied to behind the bar of their report:
// solid for A, double for B.
func reading(a data.Anchor) fyne.CanvasObject {
	quote := words("“"+shorten(a.Quote, quoteLetters)+"”", fyne.TextStyle{})
	switch {
	case a.WholeReport():
		quote.SetText(lang.L("(the whole report)"))
	case a.Quote == "":
		quote.SetText(lang.L("(a place in the report)"))
	}
	if a.Loose {
		quote.SetText(quote.Text + " " + lang.L("(no longer in the text)"))
		quote.Importance = widget.LowImportance
	}
	return container.NewBorder(nil, nil, newSideBar(a.Side), nil, inOwnDirection(quote))
}

// newSideBar is the upright bar of a report: one line for A, two for B.
func newSideBar(side data.Side) fyne.CanvasObject {
	pick := func(c *palette.Colors) color.Color { return c.Outlet(side) }
	if side == data.Left {
		return newFill(fyne.NewSize(3, 0), pick)
	}
	return container.NewHBox(newFill(fyne.NewSize(1, 0), pick), newFill(fyne.NewSize(1, 0), pick))
}
