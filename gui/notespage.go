package gui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/session"
)

// A notesPage lists the notes of all events, with what to filter them by and
// how many there are of each tag and on each outlet.
type notesPage struct {
	OnShow  func(n *data.ListedNote) // a note was clicked
	OnClose func()

	content  fyne.CanvasObject
	query    *entry
	list     *session.NoteList
	filtered bool // notes may be left out
	book     *tagBook
	rows     *rowList
	number   *widget.Label
	none     *widget.Label
	chart    *fyne.Container
	picks    []*pick
	order    *segments
	now      func() time.Time
}

// A pick is a choice between values of one part of the filter; the first leaves
// nothing out.
type pick struct {
	control *choice
	values  []string
	in      func(*data.NoteFilter, string)
}

var noteOrders = []data.NoteOrder{data.NewestFirst, data.ByEvent, data.ByAuthor}

func newNotesPage(s *session.Session, book *tagBook) *notesPage {
	p := &notesPage{query: newEntry(), list: s.NewNoteList(), book: book, number: heading(""), none: words("", fyne.TextStyle{}),
		chart: container.NewVBox(), now: time.Now}
	p.query.SetPlaceHolder(lang.L("Search notes"))
	p.query.OnChanged = func(string) { p.again() }
	p.query.onEscape = func() { p.OnClose() }
	p.order = newSegments([]string{lang.L("Newest first"), lang.L("By event"), lang.L("By person")}, func(int) { p.again() })
	p.rows = newRowList(func() int { return len(p.list.Notes()) }, func() fyne.CanvasObject { return newNoteRow() }, p.fill)
	p.rows.OnSelected = func(i widget.ListItemID) {
		p.rows.UnselectAll()
		p.OnShow(&p.list.Notes()[i])
	}
	p.addPicks(s)
	p.list.OnChange, p.list.OnCount = p.changed, p.counted

	back := keyed.NewIconButton(lang.L("Back to the reports"), theme.NavigateBackIcon(), func() { p.OnClose() })
	title := widget.NewLabelWithStyle(lang.L("All notes"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	controls := container.New(&flow{gap: 6})
	for _, k := range p.picks {
		controls.Add(container.NewGridWrap(fyne.NewSize(132, p.order.MinSize().Height), edged(k.control)))
	}
	controls.Add(p.order)
	top := container.NewVBox(
		container.NewBorder(nil, nil, container.NewHBox(back, title), p.number, p.query),
		controls,
	)
	split := container.NewBorder(nil, nil, nil, container.New(&column{280}, onDesk(container.NewVScroll(p.chart), 10)),
		container.NewStack(padded(p.none, 12), p.rows))
	p.content = container.NewStack(newFill(fyne.Size{}, paper),
		container.NewBorder(container.NewVBox(padded(top, 6), newFill(fyne.NewSize(0, 1), rule)), nil, nil, nil, split))
	p.show()
	return p
}

// addPicks adds the choices that a filter has.
func (p *notesPage) addPicks(s *session.Session) {
	add := func(all string, in func(*data.NoteFilter, string)) *pick {
		k := &pick{values: []string{""}, in: in}
		k.control = newChoice([]string{all}, 0)
		k.control.OnChanged = func(string) { p.again() }
		p.picks = append(p.picks, k)
		return k
	}
	event := add(lang.L("All events"), func(f *data.NoteFilter, v string) { f.Event = data.ID(v) })
	for _, sh := range s.Shelves() {
		event.add(shorten(sh.Title, 40), string(sh.ID))
	}
	add(lang.L("All outlets"), func(f *data.NoteFilter, v string) { f.Outlet = v })
	tags := add(lang.L("All tags"), func(f *data.NoteFilter, v string) { f.Tag = v })
	for _, t := range p.book.all() {
		tags.add(t.label, t.code)
	}
	add(lang.L("Everybody"), func(f *data.NoteFilter, v string) { f.Author = v })
	tied := add(lang.L("Tied to anything"), func(f *data.NoteFilter, v string) { f.Tied = data.NoteTie(v) })
	tied.add(lang.L("To words"), string(data.TiedToWords))
	tied.add(lang.L("To a report"), string(data.TiedToReport))
	tied.add(lang.L("To the event"), string(data.TiedToEvent))
	tied.add(lang.L("Words gone"), string(data.TiedNoMore))
	made := add(lang.L("Any time"), func(f *data.NoteFilter, v string) {
		if v != "" {
			days, _ := time.ParseDuration(v)
			now := p.now()
			f.From = time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location()).Add(-days)
		}
	})
	made.add(lang.L("Today"), "0h")
	made.add(lang.L("Last 7 days"), "168h")
	made.add(lang.L("Last 30 days"), "720h")
}

// The picks that are filled once the notes have been counted.
const (
	outletPick = 1
	tagPick    = 2
	authorPick = 3
)

// add offers one more value.
func (k *pick) add(name, value string) {
	if !slices.Contains(k.values, value) {
		k.control.Options = append(k.control.Options, name)
		k.values = append(k.values, value)
	}
}

// choose picks a value, or all of them if it is the one chosen.
func (k *pick) choose(value string) {
	i := slices.Index(k.values, value)
	if i == k.control.SelectedIndex() {
		i = 0
	}
	if i >= 0 {
		k.control.SetSelectedIndex(i)
	}
}

// again lists from the top what passes a filter that was changed.
func (p *notesPage) again() {
	p.rows.ScrollToTop()
	p.show()
}

// show lists what passes the filter now.
func (p *notesPage) show() {
	f := data.NoteFilter{Words: strings.TrimSpace(p.query.Text)}
	for _, k := range p.picks {
		k.in(&f, k.values[max(0, k.control.SelectedIndex())])
	}
	p.filtered = f != data.NoteFilter{}
	p.list.Show(f, noteOrders[p.order.chosen])
}

// changed shows the notes that were read.
func (p *notesPage) changed() {
	p.none.SetText("")
	switch {
	case len(p.list.Notes()) > 0:
	case p.filtered:
		p.none.SetText(lang.L("No notes here. Try fewer filters."))
	default:
		p.none.SetText(lang.L("Nothing marked yet. Drag over some words in either report, then press Ctrl+N."))
	}
	for i := range p.list.Notes() {
		high := noteRowHeight
		if p.group(i) != "" {
			high += groupHeight
		}
		p.rows.SetItemHeight(i, high)
	}
	p.rows.Refresh()
}

// counted shows how many notes there are, and offers the outlets and people
// they name.
func (p *notesPage) counted() {
	counts := p.list.Counts()
	p.number.SetText(count(counts.All, "{{.N}} notes"))
	for _, n := range counts.Outlets {
		if n.Of != "" {
			p.picks[outletPick].add(shorten(n.Of, 30), n.Of)
		}
	}
	for _, n := range counts.Authors {
		if n.Of != "" {
			p.picks[authorPick].add(shorten(n.Of, 30), n.Of)
		}
	}
	p.showChart(counts)
}

// group is the heading over note i in the list's order; empty: it stands under
// the one before.
func (p *notesPage) group(i int) string {
	of := func(i int) string {
		n := &p.list.Notes()[i]
		switch p.list.Order() {
		case data.ByEvent:
			return n.EventTitle
		case data.ByAuthor:
			if n.Author == "" {
				return lang.L("No name")
			}
			return n.Author
		}
		return ""
	}
	if i > 0 && of(i-1) == of(i) {
		return ""
	}
	return of(i)
}

func (p *notesPage) fill(i widget.ListItemID, o fyne.CanvasObject) {
	notes := p.list.Notes()
	if i >= len(notes) {
		return
	}
	o.(*noteRow).set(&notes[i], p.group(i), p.book)
	if i == len(notes)-1 {
		p.list.More()
	}
}

// showChart draws how many notes there are with each tag and on each outlet. A
// click on a bar filters by it.
func (p *notesPage) showChart(counts data.NoteCounts) {
	p.chart.RemoveAll()
	add := func(title string, list []data.NoteCount, bar func(data.NoteCount) *bar) {
		if len(list) == 0 {
			return
		}
		p.chart.Add(heading(title))
		most := list[0].N
		for _, n := range list[:min(len(list), mostBars)] {
			b := bar(n)
			b.share, b.number = float32(n.N)/float32(most), n.N
			p.chart.Add(container.New(layout.NewCustomPaddedLayout(0, 0, theme.InnerPadding(), 0), b)) // under its heading's words
		}
	}
	add(lang.L("Notes with each tag"), counts.Tags, func(n data.NoteCount) *bar {
		t := p.book.tag(n.Of)
		return newBar(t.label, t.style, func() { p.picks[tagPick].choose(n.Of) })
	})
	add(lang.L("Notes on each outlet"), counts.Outlets, func(n data.NoteCount) *bar {
		if n.Of == "" {
			return newBar(lang.L("Outlet not known"), -1, nil)
		}
		return newBar(n.Of, -1, func() { p.picks[outletPick].choose(n.Of) })
	})
	p.chart.Refresh()
}

// mostBars is how many bars a chart has.
const mostBars = 14

// A column gives its content one width.
type column struct{ width float32 }

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (c *column) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(c.width, 0) }

// showNotes fills the window with the notes of all events.
func (w *Window) showNotes() {
	w.session.SaveWritten()
	p := newNotesPage(w.session, w.room.notes.book)
	p.OnClose = w.showRoom
	p.OnShow = func(n *data.ListedNote) {
		id := n.ID
		w.showRoom()
		w.session.Show(data.Hit{EventID: n.EventID, NoteID: id}, func() { w.room.openNote(id) })
	}
	w.notes = p
	w.setContent(p.content)
	w.window.SetTitle(lang.L("All notes") + " — " + programName)
	w.setMenu()
	w.window.Canvas().Focus(p.query)
}
