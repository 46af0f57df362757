package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/bidi"
	"parallax/gui/keyed"
)

// A shelf is the list of events at the left, with the search over everything
// in the library above it.
type shelf struct {
	OnBringIn func()
	OnOpen    func(data.Event)
	OnMenu    func(data.Event, fyne.Position)
	OnSearch  func(query string)
	OnMore    func() // the last of the hits is in view
	OnHit     func(data.Hit)

	content fyne.CanvasObject
	query   *entry
	title   *widget.Label
	list    *fyne.Container
	scroll  *container.Scroll

	shelves []data.Shelf
	open    data.ID
	most    int                  // events shown at most
	cards   map[data.ID]keptCard // of the events shown last
	hits    []data.Hit           // as shown in place of the events; nil: they are not
	found   string               // how many there are; empty: nothing was searched for
}

func newShelf() *shelf {
	s := &shelf{query: newEntry(), title: heading(""), list: container.NewVBox(), most: fewEvents}
	bring := keyed.NewIconButton(lang.L("Bring in a report"), theme.ContentAddIcon(), func() { s.OnBringIn() })
	s.query.SetPlaceHolder(lang.L("Search the library"))
	s.query.OnChanged = func(q string) { s.OnSearch(q) }
	s.query.onEscape = func() { s.query.SetText("") }
	top := container.NewVBox(bring, s.query, s.title)
	s.scroll = container.NewVScroll(s.list)
	s.scroll.OnScrolled = func(at fyne.Position) {
		if at.Y+2*s.scroll.Size().Height > s.list.Size().Height {
			s.goOn()
		}
	}
	s.content = onDesk(container.NewBorder(top, nil, nil, nil, s.scroll), 8)
	return s
}

// SetShelves shows the events; open is the one on screen.
func (s *shelf) SetShelves(shelves []data.Shelf, open data.ID) {
	s.shelves, s.open = shelves, open
	s.show()
}

// SetHits shows what a search found in place of the events: the first of all
// that are found, of which there may be more than are counted so far. An empty
// query shows the events again. Hits that are shown already stay where they are.
func (s *shelf) SetHits(hits []data.Hit, found int, more bool) {
	s.found = fmt.Sprint(found)
	if more {
		s.found += "+"
	}
	shown := len(s.hits)
	if goesOn := shown > 0 && shown <= len(hits) && slices.Equal(hits[:shown], s.hits); !goesOn {
		s.hits = hits
		s.show()
		s.scroll.ScrollToTop()
		return
	}
	s.hits = hits
	s.list.Objects = append(s.list.Objects[:shown:shown], s.hitCards(shown)...)
	s.list.Refresh()
	s.tellFound()
}

func (s *shelf) show() {
	if strings.TrimSpace(s.query.Text) != "" && s.found != "" {
		s.list.Objects = s.hitCards(0)
		s.tellFound()
	} else {
		s.hits, s.found = nil, ""
		s.showEvents()
	}
	s.list.Refresh()
}

// goOn shows more where the end of what is shown comes into view.
func (s *shelf) goOn() {
	switch {
	case len(s.hits) > 0:
		s.OnMore()
	case s.most < len(s.shelves):
		s.most += fewEvents
		s.show()
	}
}

// fewEvents is how many events have a card before the reader scrolls: more than
// any screen is high.
const fewEvents = 40

func (s *shelf) showEvents() {
	s.title.SetText(lang.L("Events"))
	if len(s.shelves) == 0 {
		s.list.Objects = []fyne.CanvasObject{words(lang.L("No events yet. Bring in a report to start."), fyne.TextStyle{})}
		return
	}
	before := s.cards
	s.cards, s.list.Objects = map[data.ID]keptCard{}, nil
	for _, sh := range s.shelves[:min(len(s.shelves), s.most)] {
		kept := before[sh.ID]
		if shows := fmt.Sprintf("%+v %v", sh, sh.ID == s.open); kept.shows != shows {
			kept = keptCard{s.eventCard(sh), shows}
		}
		s.cards[sh.ID] = kept
		s.list.Objects = append(s.list.Objects, kept.card)
	}
}

func (s *shelf) eventCard(sh data.Shelf) *card {
	c := newCard(container.NewVBox(
		inOwnDirection(words(sh.Title, fyne.TextStyle{Bold: sh.ID == s.open})),
		small(count(sh.Reports, "{{.N}} reports")+" · "+count(sh.Notes, "{{.N}} notes")),
	), func() { s.OnOpen(sh.Event) })
	c.padX, c.padY = 6, 4
	c.flat, c.selected = true, sh.ID == s.open
	c.OnMenu = func(at fyne.Position) { s.OnMenu(sh.Event, at) }
	return c
}

func (s *shelf) tellFound() { s.title.SetText(lang.L("Found") + ": " + s.found) }

// hitCards are the cards of the hits from the one at place from on, and what
// stands below them.
func (s *shelf) hitCards(from int) []fyne.CanvasObject {
	if len(s.hits) == 0 {
		return []fyne.CanvasObject{words(lang.L("Nothing found. Try fewer or shorter words."), fyne.TextStyle{})}
	}
	titles := map[data.ID]string{}
	for _, sh := range s.shelves {
		titles[sh.ID] = sh.Title
	}
	var cards []fyne.CanvasObject
	for _, h := range s.hits[from:] {
		what, excerpt := lang.L("Report"), h.Excerpt
		if h.NoteID != "" {
			what, excerpt = lang.L("Note"), strings.ReplaceAll(excerpt, "**", "") // bold are the words found
		}
		c := newCard(container.NewVBox(small(what+" · "+bidi.Line(titles[h.EventID])), excerptText(excerpt)), func() { s.OnHit(h) })
		c.padX, c.padY, c.flat = 6, 4, true
		cards = append(cards, c)
	}
	if s.found != fmt.Sprint(len(s.hits)) {
		cards = append(cards, small(lang.L("These are the newest {{.N}}.", map[string]any{"N": len(s.hits)})))
	}
	return cards
}

// excerptText shows a hit's excerpt, the found words in bold.
func excerptText(excerpt string) fyne.CanvasObject {
	return padded(newEmphasis(excerptSegments(excerpt)), theme.InnerPadding())
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
