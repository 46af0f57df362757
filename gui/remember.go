package gui

import (
	"strings"

	"fyne.io/fyne/v2"

	"parallax/gui/reader"
)

// What is remembered of the window. Nothing a reader wrote is kept here: a full
// disk can blank Fyne's preferences.
const (
	prefLibrary = "library"
	prefFolder  = "folder" // pages were brought in from here last
	prefWidth   = "window.width"
	prefHeight  = "window.height"
	prefShelf   = "shelf.width"
	prefNotes   = "notes.width"
	prefNoShelf = "shelf.hidden"
	prefNoNotes = "notes.hidden"
	prefText    = "text.size"
	prefFont    = "text.font"
	prefLeading = "text.leading"
	prefColumn  = "text.column"
	prefLetters = "text.letters"
	prefWords   = "text.words"
	prefLook    = "look"
	prefRuler   = "ruler.kind"
	prefRulerLn = "ruler.lines"
	prefSplit   = "reports.split"
	prefUnlink  = "scrolling.free"
	prefRibbons = "ribbons.hidden"
	prefNoWhy   = "why.hidden"
	prefPlain   = "notes.plain"
	prefTurned  = "pointers.turned" // codes of the kinds, parted by spaces
)

// rememberedSize is the size the window had last, or one that fits the
// smallest screen the program is made for.
func (w *Window) rememberedSize() fyne.Size {
	p := w.app.Preferences()
	return fyne.NewSize(float32(p.FloatWithFallback(prefWidth, 1340)), float32(p.FloatWithFallback(prefHeight, 720)))
}

// recall sets the room as it was left.
func (w *Window) recall() {
	p := w.app.Preferences()
	c := w.room.columns
	c.shelfWidth = clamp(float32(p.FloatWithFallback(prefShelf, float64(c.shelfWidth))), minSide, maxSide)
	c.notesWidth = clamp(float32(p.FloatWithFallback(prefNotes, float64(c.notesWidth))), minSide, maxSide)
	c.showShelf, c.showNotes = !p.Bool(prefNoShelf), !p.Bool(prefNoNotes)
	t := reader.DefaultType()
	t.Font = w.families[p.String(prefFont)]
	t.Size = float32(p.FloatWithFallback(prefText, float64(t.Size)))
	t.Leading = float32(p.FloatWithFallback(prefLeading, float64(t.Leading)))
	t.Column = p.IntWithFallback(prefColumn, t.Column)
	t.Letters, t.Words = float32(p.Float(prefLetters)), float32(p.Float(prefWords))
	w.room.setType(t)
	w.room.spread.SetRuler(reader.Ruler{Kind: reader.RulerKind(p.Int(prefRuler)), Lines: p.Int(prefRulerLn)})
	w.room.spread.SetSplit(float32(p.FloatWithFallback(prefSplit, 0.5)))
	w.room.link(!p.Bool(prefUnlink))
	w.room.spread.SetRibbons(!p.Bool(prefRibbons))
	w.room.tie.Want(!p.Bool(prefNoWhy))
	w.room.plainNotes = p.Bool(prefPlain)
	w.room.pointing.turned = map[string]bool{}
	for _, code := range strings.Fields(p.String(prefTurned)) {
		w.room.pointing.turned[code] = true
	}
	w.recallLettering()
}

// remember notes how the room is left.
func (w *Window) remember() {
	p := w.app.Preferences()
	if size := w.window.Canvas().Size(); !w.window.FullScreen() && size.Width > 0 {
		p.SetFloat(prefWidth, float64(size.Width))
		p.SetFloat(prefHeight, float64(size.Height))
	}
	if w.room == nil {
		return
	}
	w.room.project(false)
	c := w.room.columns
	p.SetFloat(prefShelf, float64(c.shelfWidth))
	p.SetFloat(prefNotes, float64(c.notesWidth))
	p.SetBool(prefNoShelf, !c.showShelf)
	p.SetBool(prefNoNotes, !c.showNotes)
	t := w.room.textType()
	p.SetString(prefFont, w.families.code(t.Font))
	p.SetFloat(prefText, float64(t.Size))
	p.SetFloat(prefLeading, float64(t.Leading))
	p.SetInt(prefColumn, t.Column)
	p.SetFloat(prefLetters, float64(t.Letters))
	p.SetFloat(prefWords, float64(t.Words))
	p.SetString(prefLook, string(w.look()))
	p.SetInt(prefRuler, int(w.room.spread.Ruler().Kind))
	p.SetInt(prefRulerLn, w.room.spread.Ruler().Lines)
	p.SetFloat(prefSplit, float64(w.room.spread.Split()))
	p.SetBool(prefUnlink, !w.room.spread.Linked())
	p.SetBool(prefRibbons, !w.room.spread.Ribbons())
	p.SetBool(prefNoWhy, !w.room.tie.wanted)
	p.SetBool(prefPlain, w.room.plainNotes)
	p.SetString(prefTurned, strings.Join(w.room.pointing.turnedKinds(), " "))
	w.rememberLettering()
}

// openLast opens the event that was open last, or the newest.
func (w *Window) openLast() {
	shelves := w.session.Shelves()
	for _, sh := range shelves {
		if sh.ID == w.session.LastEvent() {
			w.session.Open(sh.Event)
			return
		}
	}
	w.session.Open(shelves[0].Event)
}

// openSample opens the lesson that comes with the program.
func (w *Window) openSample() {
	w.session.OpenSample(sample())
}

// LastLibrary is the library a was working in last; empty: none is known.
func LastLibrary(a fyne.App) string { return a.Preferences().String(prefLibrary) }
