package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/bidi"
)

// A shelf is the list of events at the left, with the search over everything
// in the library above it.
type shelf struct {
	OnBringIn func()
	OnOpen    func(data.Event)
	OnMenu    func(data.Event, fyne.Position)
	OnSearch  func(query string)
	OnHit     func(data.Hit)

	content fyne.CanvasObject
	query   *entry
	title   *widget.Label
	list    *fyne.Container

	shelves []data.Shelf
	open    data.ID
	hits    []data.Hit
}

func newShelf() *shelf {
	s := &shelf{query: newEntry(), title: heading(""), list: container.NewVBox()}
	bring := widget.NewButtonWithIcon(lang.L("Bring in a report"), theme.ContentAddIcon(), func() { s.OnBringIn() })
	s.query.SetPlaceHolder(lang.L("Search the library"))
	s.query.OnChanged = func(q string) { s.OnSearch(q) }
	s.query.onEscape = func() { s.query.SetText("") }
	top := container.NewVBox(bring, s.query, s.title)
	s.content = onDesk(container.NewBorder(top, nil, nil, nil, container.NewVScroll(s.list)), 8)
	return s
}

// SetShelves shows the events; open is the one on screen.
func (s *shelf) SetShelves(shelves []data.Shelf, open data.ID) {
	s.shelves, s.open = shelves, open
	s.show()
}

// SetHits shows what a search found in place of the events; an empty query
// shows the events again.
func (s *shelf) SetHits(hits []data.Hit) {
	s.hits = hits
	s.show()
}

func (s *shelf) show() {
	s.list.RemoveAll()
	if strings.TrimSpace(s.query.Text) != "" {
		s.showHits()
	} else {
		s.showEvents()
	}
	s.list.Refresh()
}

func (s *shelf) showEvents() {
	s.title.SetText(lang.L("Events"))
	if len(s.shelves) == 0 {
		s.list.Add(words(lang.L("No events yet. Bring in a report to start."), fyne.TextStyle{}))
	}
	for _, sh := range s.shelves {
		c := newCard(container.NewVBox(
			inOwnDirection(words(sh.Title, fyne.TextStyle{Bold: sh.ID == s.open})),
			small(count(sh.Reports, "{{.N}} reports")+" · "+count(sh.Notes, "{{.N}} notes")),
		), func() { s.OnOpen(sh.Event) })
		c.padX, c.padY = 6, 4
		c.flat, c.selected = true, sh.ID == s.open
		c.OnMenu = func(at fyne.Position) { s.OnMenu(sh.Event, at) }
		s.list.Add(c)
	}
}

func (s *shelf) showHits() {
	s.title.SetText(lang.L("Found") + ": " + fmt.Sprint(len(s.hits)))
	if len(s.hits) == 0 {
		s.list.Add(words(lang.L("Nothing found. Try fewer or shorter words."), fyne.TextStyle{}))
	}
	titles := map[data.ID]string{}
	for _, sh := range s.shelves {
		titles[sh.ID] = sh.Title
	}
	for _, h := range s.hits {
		what := lang.L("Report")
		if h.NoteID != "" {
			what = lang.L("Note")
		}
		c := newCard(container.NewVBox(small(what+" · "+bidi.Line(titles[h.EventID])), excerptText(h.Excerpt)), func() { s.OnHit(h) })
		c.padX, c.padY, c.flat = 6, 4, true
		s.list.Add(c)
	}
}

// excerptText shows a hit's excerpt: the found words in bold, or, where words are
// read from the right, all of it alike.
func excerptText(excerpt string) fyne.CanvasObject {
	if bidi.Turns(excerpt) {
		return inOwnDirection(words(strings.NewReplacer("\x02", "", "\x03", "").Replace(excerpt), fyne.TextStyle{}))
	}
	t := widget.NewRichText(excerptSegments(excerpt)...)
	t.Wrapping = fyne.TextWrapWord
	return t
}

// excerptSegments sets the found words of a hit's excerpt in bold.
func excerptSegments(excerpt string) []widget.RichTextSegment {
	var out []widget.RichTextSegment
	add := func(text string, bold bool) {
		if text == "" {
			return
		}
		style := widget.RichTextStyleInline
		style.TextStyle.Bold = bold
		out = append(out, &widget.TextSegment{Text: text, Style: style})
	}
	bold := false
	for excerpt != "" {
		i := strings.IndexAny(excerpt, "\x02\x03")
		if i < 0 {
			add(excerpt, bold)
			break
		}
		add(excerpt[:i], bold)
		bold = excerpt[i] == '\x02'
		excerpt = excerpt[i+1:]
	}
	return out
}

// count says how many there are of a thing; things is a key with {{.N}} in it.
func count(n int, things string) string {
	return lang.N(things, n, map[string]any{"N": n})
}
