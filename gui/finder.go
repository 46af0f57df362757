package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/reader"
)

// A finder finds words in both reports at once. It stands over the texts while
// it is open; what it found is marked in them and on their maps.
type finder struct {
	r       *room
	content *fyne.Container
	query   *entry
	cased   *toggle
	whole   *toggle
	counts  *widget.Label

	hits [2][]data.Span
	at   int // the hit it stands on, counted through A and then B; -1: none
}

func newFinder(r *room) *finder {
	f := &finder{r: r, query: newEntry(), counts: widget.NewLabel(""), at: -1}
	f.query.SetPlaceHolder(lang.L("Find in both reports"))
	f.query.OnChanged = func(string) { f.search() }
	f.query.OnSubmitted = func(string) {
		if shiftHeld() {
			f.step(-1)
		} else {
			f.step(1)
		}
	}
	f.query.onEscape = f.Close
	f.query.onKey = r.command
	flip := func(c **toggle, name string) {
		*c = newToggle(name, false, r.command, func() {
			(*c).Set(!(*c).on)
			f.search()
		})
	}
	flip(&f.cased, lang.L("Capitals count"))
	flip(&f.whole, lang.L("Whole words"))
	small := func(icon fyne.Resource, do func()) *keyed.Button {
		b := keyed.NewIconButton("", icon, do)
		b.Importance = widget.LowImportance
		return b
	}
	f.counts.Truncation = fyne.TextTruncateEllipsis
	line := container.NewHBox(
		container.New(layout.NewGridWrapLayout(fyne.NewSize(230, 30)), f.query),
		small(theme.NavigateBackIcon(), func() { f.step(-1) }), small(theme.NavigateNextIcon(), func() { f.step(1) }),
		container.NewCenter(f.cased), container.NewCenter(f.whole),
	)
	f.content = container.NewVBox(onDesk(container.NewBorder(nil, nil, line, small(theme.CancelIcon(), f.Close), middle(f.counts)), 4), newFill(fyne.NewSize(0, 1), rule))
	f.content.Hide()
	return f
}

// Open opens the finder for words, or those it found last.
func (f *finder) Open(words string) {
	f.r.toTexts()
	f.content.Show()
	f.r.texts.Refresh()
	if words = strings.TrimSpace(words); words != "" && len(words) < 80 && !strings.Contains(words, "\n") {
		f.query.SetText(words)
	}
	f.r.canvas.Focus(f.query)
	f.query.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.search()
}

// Close closes it and takes its marks away; the keys go to the report in front.
func (f *finder) Close() {
	if !f.content.Visible() {
		return
	}
	f.content.Hide()
	f.hits, f.at = [2][]data.Span{}, -1
	f.r.session.ForgetFind()
	f.r.texts.Refresh()
	f.r.showMarks()
	f.r.canvas.Focus(f.r.panes[f.r.front])
}

// search finds the words anew and goes to the first from where the reader is.
func (f *finder) search() {
	if !f.content.Visible() {
		return
	}
	f.hits = f.r.session.Find(f.query.Text, f.cased.on, f.whole.on)
	f.at = f.nearest()
	f.show()
}

// Refind finds the words anew in other texts and stays where the reader is.
func (f *finder) Refind() {
	if f.content.Visible() {
		f.hits = f.r.session.Find(f.query.Text, f.cased.on, f.whole.on)
		f.at = min(f.at, f.all()-1)
		f.tell()
	}
}

func (f *finder) all() int { return len(f.hits[data.Left]) + len(f.hits[data.Right]) }

// nearest is the first hit at or below the top of the report in front, or the
// first of all; -1: there is none.
func (f *finder) nearest() int {
	if f.all() == 0 {
		return -1
	}
	top := f.r.panes[f.r.front].TopOffset()
	for i, s := range f.hits[f.r.front] {
		if s.Start >= top {
			return i + int(f.r.front)*len(f.hits[data.Left])
		}
	}
	return 0
}

// step goes to the next hit (1) or the one before (-1), round the ends.
func (f *finder) step(by int) {
	if n := f.all(); n > 0 {
		f.at = ((f.at+by)%n + n) % n
		f.show()
	}
}

// where is the hit it stands on.
func (f *finder) where() (side data.Side, span data.Span, ok bool) {
	n := len(f.hits[data.Left])
	switch {
	case f.at < 0 || f.at >= f.all():
		return 0, data.Span{}, false
	case f.at < n:
		return data.Left, f.hits[data.Left][f.at], true
	}
	return data.Right, f.hits[data.Right][f.at-n], true
}

// show marks the hits, brings the one it stands on into view and says which it is.
func (f *finder) show() {
	f.tell()
	f.r.showMarks()
	if side, span, ok := f.where(); ok {
		f.r.turnTo(side)
		f.r.panes[side].Reveal(span)
	}
}

func (f *finder) tell() {
	switch {
	case strings.TrimSpace(f.query.Text) == "":
		f.counts.SetText("")
	case f.all() == 0:
		f.counts.SetText(lang.L("Not found"))
	default:
		where := lang.L("{{.N}} of {{.Of}}", map[string]any{"N": f.at + 1, "Of": f.all()})
		if !f.r.columns.isNarrow {
			where += "  ·  " + lang.L("{{.A}} in A, {{.B}} in B", map[string]any{"A": len(f.hits[data.Left]), "B": len(f.hits[data.Right])})
		}
		f.counts.SetText(where)
	}
}

// marks are the hits on one side.
func (f *finder) marks(side data.Side) []reader.Mark {
	marks := make([]reader.Mark, len(f.hits[side]))
	for i, s := range f.hits[side] {
		marks[i] = reader.Mark{Span: s, Kind: reader.Hit}
	}
	if on, s, ok := f.where(); ok && on == side {
		marks = append(marks, reader.Mark{Span: s, Kind: reader.CurrentHit})
	}
	return marks
}
