package gui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/bidi"
	"parallax/gui/keyed"
)

// A header stands over a pane and says whose report it is: letter, outlet, and
// what is known of it. Its menu holds what can be done with the report.
type header struct {
	OnMenu func(side data.Side, at fyne.Position)

	side    data.Side
	content fyne.CanvasObject
	outlet  *widget.Label
	facts   *widget.Label
	menu    *keyed.Button
	said    *widget.Label // what the reader ought to know of the text
	notice  *fyne.Container
	shut    *keyed.Button
	onTurn  func() // the notice came or went
}

func newHeader(side data.Side) *header {
	h := &header{side: side, facts: small("")}
	h.outlet = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	h.menu = keyed.NewIconButton("", theme.MoreHorizontalIcon(), func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.menu)
		h.OnMenu(h.side, at.AddXY(0, h.menu.Size().Height))
	})
	h.menu.Importance = widget.LowImportance
	left := container.NewHBox(newBadge(side), h.outlet)
	h.said = caption("")
	h.shut = keyed.NewIconButton("", theme.CancelIcon(), nil)
	h.shut.Importance = widget.LowImportance
	h.notice = container.NewStack(newFill(fyne.Size{}, desk), container.NewBorder(nil, nil, nil, container.NewVBox(h.shut), h.said))
	h.notice.Hide()
	// Without a report there is no menu; the line is as high as the other's.
	menu := container.NewStack(clearRoom(h.menu.MinSize()), h.menu)
	h.content = container.NewVBox(padded(container.NewBorder(nil, nil, left, menu, h.facts), 4), newFill(fyne.NewSize(0, 1), rule), h.notice)
	h.Set(nil, 0)
	return h
}

// Set shows r, which has that many words; nil: there is no report yet.
func (h *header) Set(r *data.Report, wordCount int) {
	if r == nil {
		h.outlet.SetText(lang.L("No report yet"))
		h.facts.SetText("")
		h.menu.Hide()
		return
	}
	outlet := r.Outlet
	if outlet == "" {
		outlet = lang.L("Outlet not known")
	}
	h.outlet.SetText(bidi.Line(shorten(outlet, 32)))
	h.facts.SetText(strings.Join(factLine(r, wordCount), " · "))
	h.menu.Show()
}

// Say puts a sentence about the text under the names, with a button that does
// onShut; an empty one takes it away.
func (h *header) Say(text string, onShut func()) {
	h.said.SetText(text)
	h.shut.OnTapped = onShut
	turn(h.notice, text != "", h.onTurn)
}

// ShowNames shows whose report it is, or its letter only.
func (h *header) ShowNames(on bool) {
	h.outlet.Hidden, h.facts.Hidden = !on, !on
	h.content.Refresh()
}

// factLine lists what is known of a report, the date first.
func factLine(r *data.Report, wordCount int) []string {
	var facts []string
	for _, f := range []string{date(r), r.Byline, r.Credit} {
		if f != "" {
			facts = append(facts, bidi.Line(f))
		}
	}
	return append(facts, count(wordCount, "{{.N}} words"))
}

// date is when r was published, as a reader writes it: "12 May 2026, 18:40".
func date(r *data.Report) string {
	on, at, _ := strings.Cut(r.Published, " ")
	t, err := time.Parse(time.DateOnly, on)
	if err != nil {
		return r.AsWritten
	}
	if at != "" {
		return day(t) + ", " + at
	}
	return day(t)
}

// shorten cuts text to at most that many letters. What it returns is a copy: Fyne
// keeps what was on the screen for a minute and longer, and words cut out of a
// report would keep all of its text.
func shorten(text string, letters int) string {
	for i := range text {
		if letters == 0 {
			return strings.TrimSpace(text[:i]) + "…"
		}
		letters--
	}
	return strings.Clone(text)
}
