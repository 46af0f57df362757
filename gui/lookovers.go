package gui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/gui/lookover"
	"parallax/gui/session"
)

// The lookOvers are pages looked over one after another. Each is kept in the
// library as soon as the reader keeps it; she can go back to it and keep it
// otherwise. When each was kept or left out, the reading room is shown again.
type lookOvers struct {
	w     *Window
	side  data.Side // where the first kept goes; the next goes across
	pages []*lookedOver
	at    int
	turn  int // of the page being read, so that one left meanwhile is not shown

	unread []session.Unread // what could not be brought in, told at the end
}

// A lookedOver is one of the pages.
type lookedOver struct {
	page  session.Page
	model *session.LookOver // nil until it was read
	alike []session.Alike   // reports the library has with much the same text
	away  lookover.Settled  // the notices the reader put away

	kept    *session.Kept // as it was kept; nil: it was not
	event   data.Event    // that it was kept in
	again   bool          // it is shown once more, for another report on it
	decided bool          // it was kept or left out, or could not be read
}

func newLookedOver(p session.Page) *lookedOver {
	return &lookedOver{page: p, away: lookover.Settled{}}
}

// bringIn finds the reports in what the reader chose and lets her look them
// over one after another. While some are looked over already, these come behind
// them. The first goes to side, the second across. What cannot be brought in is
// told at the end.
func (w *Window) bringIn(chosen []session.Page, side data.Side) {
	if len(chosen) == 0 || w.session == nil {
		return
	}
	w.session.Gather(chosen, func(found []session.Page, unread []session.Unread) { w.lookOverAll(found, unread, side) })
}

func (w *Window) lookOverAll(found []session.Page, unread []session.Unread, side data.Side) {
	more := make([]*lookedOver, len(found))
	for i, p := range found {
		more[i] = newLookedOver(p)
	}
	switch {
	case w.looks != nil:
		w.looks.pages = append(w.looks.pages, more...)
		w.looks.unread = append(w.looks.unread, unread...)
		w.looks.show(w.looks.at) // it says how many there are
	case len(more) == 0:
		w.tellUnread(unread)
	default:
		w.looks = &lookOvers{w: w, side: side, pages: more, unread: unread}
		w.looks.show(0)
	}
}

// show shows page i, and reads it first where that was not done yet.
func (l *lookOvers) show(i int) {
	l.at = i
	l.turn++
	p, turn := l.pages[i], l.turn
	if p.model != nil {
		l.lookOver(p)
		return
	}
	l.showReading(turn)
	l.w.session.BringIn(p.page, func(src data.Source, held data.ID) {
		if l.w.looks != l || l.turn != turn {
			return
		}
		p.model = session.NewLookOver(src)
		l.lookOver(p)
		l.w.session.LookAlike(p.model.Report().Text, held, func(alike []session.Alike) {
			p.alike = alike
			if l.w.looks == l && l.pages[l.at] == p && l.w.screen != nil {
				l.w.screen.SetAlike(alike)
			}
		})
	}, func(err error) {
		if l.w.looks == l && l.turn == turn {
			if err != nil {
				l.unread = append(l.unread, session.Unread{Err: err})
			}
			p.decided = true
			l.next()
		}
	})
}

// showReading shows the reading room, where the reader sees that a page is being
// read and can stop it, when that takes long.
func (l *lookOvers) showReading(turn int) {
	time.AfterFunc(patience, func() {
		l.w.post(func() {
			if what, _ := l.w.session.Busy(); l.w.looks == l && l.turn == turn && l.pages[l.at].model == nil && l.w.screen != nil && what != "" {
				l.w.showRoom()
			}
		})
	})
}

// lookOver fills the window with a page that was read.
func (l *lookOvers) lookOver(p *lookedOver) {
	w := l.w
	o := lookover.Options{
		Name: p.model.Source().Name, Kept: p.kept != nil, OtherEvent: w.otherEvent(), Settled: p.away,
		OnKeep: func(r data.Report, s data.Source, id data.ID, title string) { l.keep(p, r, s, id, title) },
		OnCancel: func() {
			p.decided = true
			l.next()
		},
		OnOpen: func(r data.Report) { l.open(p, r) },
	}
	if !p.again {
		o.OnAgain = func() {
			p.again = true
			l.pages = slices.Insert(l.pages, l.at+1, newLookedOver(p.page))
			l.show(l.at)
		}
	}
	if p.kept != nil {
		o.Events, o.EventID = []data.Event{p.event}, p.event.ID
	} else {
		o.Events, o.EventID = w.events(), w.session.EventFor(p.model.Report().Text)
	}
	if len(l.pages) > 1 {
		o.Place, o.Of = l.at+1, len(l.pages)
		if l.at > 0 {
			o.OnBack = func() { l.show(l.at - 1) }
		}
		if l.at+1 < len(l.pages) {
			o.OnNext = func() { l.show(l.at + 1) }
		}
	}
	w.lookOver(p.model, o)
	if p.kept == nil {
		w.screen.SetAlike(p.alike)
	}
}

// keep puts what the reader keeps of a page into the library, or in place of
// what she kept of it before.
func (l *lookOvers) keep(p *lookedOver, r data.Report, s data.Source, id data.ID, title string) {
	if p.kept == nil {
		kept := []session.Kept{{Report: r, Source: s, LookedOver: true}}
		event := l.w.eventOf(id, title)
		if event.ID == "" { // its first report lies on the left
			l.side = data.Left
		}
		l.w.session.Keep(event, kept, l.side)
		if event.ID == "" {
			event = l.w.session.Event()
		}
		p.event, l.side = event, l.side.Other()
		p.kept = &kept[0]
		l.w.putAway[p.kept.Report.ID] = p.away
	} else {
		before := *p.kept
		r.ID = before.Report.ID
		p.kept = &session.Kept{Report: l.w.session.Recut(before.Report, r, before.Source, s), Source: s}
		p.event = l.w.renamed(p.event, id, title)
	}
	p.decided = true
	l.next()
}

// open opens a report of the library in place of a page, which is left out.
func (l *lookOvers) open(p *lookedOver, r data.Report) {
	p.decided = true
	l.w.session.Show(data.Hit{EventID: r.EventID, ReportID: r.ID}, nil)
	l.next()
}

// next goes to the next page that was neither kept nor left out, the ones
// before this one last; the reading room comes after the last.
func (l *lookOvers) next() {
	for k := range l.pages {
		i := (l.at + 1 + k) % len(l.pages)
		if !l.pages[i].decided {
			l.show(i)
			return
		}
	}
	l.w.looks = nil
	l.w.showRoom()
	l.w.session.CompareAgain() // reading the last page may have stopped the comparison
	l.w.tellUnread(l.unread)
}

// events are those a report can be brought into.
func (w *Window) events() []data.Event {
	list := []data.Event{}
	open := w.session.Event()
	for _, sh := range w.session.Shelves() {
		if sh.ID == open.ID {
			open.ID = ""
		}
		list = append(list, sh.Event)
	}
	if open.ID != "" { // just made, and the list of events not read again yet
		list = append([]data.Event{open}, list...)
	}
	return list
}

// eventOf is the event with an ID or, without one, a new one with that title.
func (w *Window) eventOf(id data.ID, title string) data.Event {
	for _, e := range w.events() {
		if e.ID == id && id != "" {
			return e
		}
	}
	title = strings.TrimSpace(title)
	if title == "" {
		title = lang.L("Event without a name")
	}
	return data.Event{Title: title}
}

// renamed gives a kept report's event the title the reader typed for it, if she
// typed another, and returns the event.
func (w *Window) renamed(event data.Event, id data.ID, title string) data.Event {
	if title = strings.TrimSpace(title); id == "" && title != "" {
		w.session.RenameEvent(event, title)
		event.Title = title
	}
	return event
}

// otherEvent tells whether a text seems to be of another event than the open one.
func (w *Window) otherEvent() func(said string, event data.ID) bool {
	return func(said string, event data.ID) bool {
		return event == w.session.Event().ID && session.OfAnotherEvent(said, w.session.Reports())
	}
}

// lookOverAgain shows the page a report came from once more. The report stays
// in its event; another title typed for it is the event's new one.
func (w *Window) lookOverAgain(report data.ID) {
	open := w.session.Event()
	w.session.LoadOutlets()
	w.session.Reopen(report, func(before data.Source) {
		w.lookOver(session.NewLookOver(before), lookover.Options{
			Name: before.Name, Kept: true, Events: []data.Event{open}, EventID: open.ID, Settled: w.putAwayOf(report),
			OnKeep: func(r data.Report, after data.Source, id data.ID, title string) {
				w.showRoom()
				was := w.session.Report(report)
				if was == nil {
					return
				}
				r.ID = report
				delete(w.room.unseen, report)
				w.session.Recut(*was, r, before, after)
				w.renamed(open, id, title)
			},
			OnCancel: w.showRoom,
		})
	})
}

// putAwayOf are the notices the reader put away on a report's page since the
// program started.
func (w *Window) putAwayOf(report data.ID) lookover.Settled {
	if w.putAway[report] == nil {
		w.putAway[report] = lookover.Settled{}
	}
	return w.putAway[report]
}

// mostOutlets is how many outlets there are to choose from; a longer menu is of
// no use and slow to open.
const mostOutlets = 100

// lookOver fills the window with a page to look over.
func (w *Window) lookOver(model *session.LookOver, o lookover.Options) {
	w.session.SaveWritten()
	outlets := w.session.Outlets()
	model.Know(outlets)
	for _, outlet := range outlets[:min(mostOutlets, len(outlets))] {
		o.Outlets = append(o.Outlets, outlet.Name)
	}
	o.OnChanged, o.OnKey = w.refreshMenu, func(k *fyne.KeyEvent) { w.command(k) }
	w.screen = lookover.New(model, o)
	w.setContent(w.screen)
	w.window.SetTitle(lang.L("Bring in a report") + " — " + programName)
	w.setMenu()
	w.screen.Focus(w.window.Canvas())
}
