package gui

import (
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/gui/bidi"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// update shows what changed in the session.
func (r *room) update(c session.Change) {
	stays := c&session.ComparisonChanged != 0 && r.session.Compared() && r.stays()
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
		found, more := r.session.Found()
		r.shelf.SetHits(r.session.Hits(), found, more)
	}
	if c&session.ComparisonChanged != 0 {
		r.showReports()
	}
	if c&(session.ComparisonChanged|session.ToldChanged) != 0 {
		r.told = [2][]session.Told{r.session.Told(data.Left), r.session.Told(data.Right)}
	}
	if c&(session.ComparisonChanged|session.WordsChanged) != 0 && r.pointing.family != "" {
		r.session.LookWords()
		r.readPointers()
	}
	if _, at := r.session.Stop(); c&session.SelectionChanged != 0 && (at >= 0 || r.session.Pair() >= 0) {
		r.pointing.current = -1 // the reader went elsewhere
	}
	if c&(session.ComparisonChanged|session.NotesChanged|session.SelectionChanged|session.ToldChanged) != 0 {
		r.showMarks()
	}
	was := r.spread.Ranked()
	r.current().Update(c)
	if was != r.spread.Ranked() { // the view came on before there were rows to show
		r.setTools()
		r.turnTo(r.front)
	}
	if c&session.WhoChanged != 0 {
		r.notes.SetWho(r.session.Who())
	}
	if c&session.TagsChanged != 0 {
		r.notes.SetTags(r.session.OwnTags())
		if r.onTags != nil {
			r.onTags()
		}
	}
	if c&session.NotesChanged != 0 {
		r.notes.SetNotes(r.session.Notes(), r.session.OpenNoteID())
	}
	if c&session.SelectionChanged != 0 {
		r.showSelection()
	}
	if c&(session.SelectionChanged|session.NotesChanged|session.NearestChanged|session.ToldChanged|session.WordsChanged|session.ChecksChanged) != 0 {
		r.showTie()
	}
	if c&session.BookmarkChanged != 0 {
		r.goToBookmark()
	}
	if c&session.OutletsChanged != 0 && r.onOutlets != nil {
		r.onOutlets()
	}
	if c&(session.ComparisonChanged|session.ChecksChanged) != 0 {
		r.showSetup()
	}
	if c&session.BusyChanged != 0 {
		r.showBusy()
	}
	if c&(session.UndoChanged|session.NotesChanged|session.TagsChanged) != 0 && r.OnUndo != nil {
		r.OnUndo()
	}
	if c&session.SavedChanged != 0 {
		r.notes.SetSaved(r.savedText())
	}
	if stays {
		r.resume()
	}
}

func (r *room) showTitle() {
	e := r.session.Event()
	title := e.Title
	if e.ID == "" {
		title = lang.L("No event open")
	}
	r.title.SetText(bidi.Line(shorten(title, 60)))
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
	r.top.Refresh()
}

// showReports puts the two reports and what ties them on the panes.
func (r *room) showReports() {
	c := r.session.Comparison()
	for _, side := range []data.Side{data.Left, data.Right} {
		rep := r.session.Side(side)
		if rep == nil {
			r.headers[side].Set(nil, 0)
			r.nameTab(side)
			r.showText(side, &data.Report{})
			continue
		}
		r.headers[side].Set(rep, r.session.WordCount(side))
		r.showText(side, rep)
		r.base[side] = marksOf(c, r.session.Marks(side), side)
		for _, s := range found(rep.Text, r.query) {
			r.base[side] = append(r.base[side], reader.Mark{Span: s, Kind: reader.Hit})
		}
		r.nameTab(side)
	}
	r.sheets.Refresh()
	r.spread.SetTies(tiesOf(r.session.AllPairs(), len(c.Pairs)))
	r.moved = [2][]reader.Pin{r.movedPins(data.Left), r.movedPins(data.Right)}
	if r.session.Compared() {
		r.foot.SetCounts(c, r.session.Confirmed(), len(r.session.Rulings()) > 0)
	} else {
		r.foot.SetCounts(nil, 0, false)
	}
	r.showLegend()
	r.finder.Refind()
	r.showBanner()
	if least := r.spread.Least(); least != r.least { // other texts have other words
		r.least = least
		r.desk.Refresh()
	}
}

// nameTab names a side's tab in a narrow window.
func (r *room) nameTab(side data.Side) {
	name := side.Letter()
	if r.session.Side(side) != nil && !r.namesHidden {
		name += "  " + shorten(r.headers[side].outlet.Text, 24)
	}
	r.tabs[side].SetText(name)
}

func (r *room) showText(side data.Side, rep *data.Report) {
	now := shownReport{rep.ID, rep.Digest}
	if r.shown[side] == now && now.id != "" {
		return
	}
	r.shown[side] = now
	r.base[side] = nil
	doc := r.panes[side].Measure(rep.Text)
	r.sayFontless(side, rep.ID, doc)
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
	case r.unseen[left.ID] && r.unseen[right.ID]:
		r.banner.Show(lang.L("Parallax chose what belongs to each report. Look it over when you like."),
			r.lookOverAction(data.Left), r.lookOverAction(data.Right))
	case r.unseen[left.ID]:
		r.banner.Show(lang.L("Parallax chose what belongs to report A. Look it over when you like."), r.lookOverAction(data.Left))
	case r.unseen[right.ID]:
		r.banner.Show(lang.L("Parallax chose what belongs to report B. Look it over when you like."), r.lookOverAction(data.Right))
	case r.session.OnNetwork():
		r.banner.Show(lang.L("Your library is on another computer. If the network stops, work can be lost. Keep the library on this computer."))
	default:
		r.banner.Show("")
	}
}

// lookOverAction looks over the report on a side.
func (r *room) lookOverAction(side data.Side) action {
	return action{lang.L("Look over {{.Side}}", map[string]any{"Side": side.Letter()}), func() { r.OnLookOver(r.session.Side(side).ID) }}
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
		noted, pins := noteMarks(r.session.Notes(), rep.ID, r.lit)
		if r.plainNotes {
			noted, pins = nil, nil
		}
		marks := slices.Concat(r.base[side], noted, r.finder.marks(side))
		if at >= 0 && stop.Kind == session.WordingStop {
			for _, part := range r.session.StopParts(side) {
				marks = append(marks, reader.Mark{Span: part, Kind: reader.Current, Group: at})
			}
		}
		r.panes[side].SetMarks(append(marks, r.pointerMarks(side)...))
		r.panes[side].SetPins(slices.Concat(pins, toldPins(r.told[side]), r.moved[side]))
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
		r.spread.SelectTieFrom(r.front, pair) // the passage that was clicked stays where it is
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
	case t.Difference == data.Moved:
		return lang.L("moved")
	case t.Difference == data.Spelling:
		return lang.L("two spellings")
	case t.Difference == data.Lettered:
		return lang.L("written in two ways")
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
