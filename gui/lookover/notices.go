package lookover

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/palette"
	"parallax/gui/session"
)

// A notice is a kind of thing the reader may want to know about the page. It
// stands in nobody's way, and the reader can put it away.
type notice int

const (
	noReport notice = iota
	several
	likeOne // a report of the library has much the same text
	otherEvent
)

// Settled are the notices about one page that the reader put away. Who shows the
// page keeps them, so that they stay away when it is shown again.
type Settled map[settledNotice]bool

// A settledNotice is a notice and, for otherEvent, the event it was about.
type settledNotice struct {
	notice notice
	event  data.ID
}

// A remark is a notice as it is shown: its words and what can be done.
type remark struct {
	kind    notice
	said    string
	actions []remarkAction
}

type remarkAction struct {
	name string
	do   func()
}

// noticeList is what the reader may want to know now.
func (s *Screen) noticeList(counts session.LookCounts) []remark {
	var list []remark
	add := func(r remark) {
		if !s.o.Settled[settledNotice{notice: r.kind}] {
			r.actions = append(r.actions, remarkAction{lang.L("OK"), func() { s.settle(settledNotice{notice: r.kind}) }})
			list = append(list, r)
		}
	}
	for _, w := range s.model.Warnings() {
		switch w {
		case session.LookNoReport:
			list = append(list, remark{kind: noReport, said: lang.L("We found no report on this page. Keep the lines that belong to it.")})
		case session.LookSeveralKept:
			add(remark{several, lang.L("More than one report may be kept here. Keep the lines of one."), s.againAction()})
		case session.LookSeveral:
			add(remark{several, lang.L("This page may hold more than one report. One of them is kept."), s.againAction()})
		}
	}
	if len(s.alike) > 0 {
		list = append(list, s.alikeRemarks()...)
	}
	if id, _ := s.form.Event(); id != "" && s.o.OtherEvent != nil && !s.o.Settled[settledNotice{otherEvent, id}] {
		if s.tellsOther(id, counts.Words) {
			list = append(list, remark{otherEvent, lang.L("This may tell of another event than “{{.Event}}”.", map[string]any{"Event": short(s.form.value(data.FieldEvent), 48)}), []remarkAction{
				{lang.L("It is the same event"), func() { s.settle(settledNotice{otherEvent, id}) }},
				{lang.L("Make a new event"), func() {
					s.model.SetFact(data.FieldEvent, plain(s.model.Fact(data.FieldHeadline).Value))
					s.told()
				}},
			}})
		}
	}
	return list
}

// againAction is how the next report of a page is brought in.
func (s *Screen) againAction() []remarkAction {
	if s.o.OnAgain == nil {
		return nil
	}
	return []remarkAction{{lang.L("Take the next one after this"), func() {
		s.settle(settledNotice{notice: several})
		s.o.OnAgain()
	}}}
}

// alikeRemarks tell of the report that is most like this one.
func (s *Screen) alikeRemarks() []remark {
	if s.o.Settled[settledNotice{notice: likeOne}] {
		return nil
	}
	r := s.alike[0].Report
	name := "“" + short(r.Headline, 56) + "”"
	if r.Outlet != "" {
		name += " (" + r.Outlet + ")"
	}
	open := remarkAction{lang.L("Open it"), func() {
		if s.o.OnOpen != nil {
			s.o.OnOpen(r)
		}
	}}
	both := remarkAction{lang.L("Keep both"), func() { s.settle(settledNotice{notice: likeOne}) }}
	said := lang.L("This looks like a report you have: {{.Report}}. {{.Percent}} % of its sentences are the same.",
		map[string]any{"Report": name, "Percent": int(s.alike[0].Share*100 + .5)})
	if s.alike[0].Page {
		said = lang.L("You have this page already: {{.Report}}.", map[string]any{"Report": name})
	}
	return []remark{{likeOne, said, []remarkAction{open, both}}}
}

// tellsOther reports whether the page seems to tell of another event than the
// chosen one. It looks again only after the text or the choice changed.
func (s *Screen) tellsOther(event data.ID, words int) bool {
	if now := s.another; now.event != event || now.words != words {
		s.another = seenEvent{event, words, s.o.OtherEvent(s.model.Report().Text, event)}
	}
	return s.another.another
}

// SetAlike tells of reports in the library with much the same text.
func (s *Screen) SetAlike(alike []session.Alike) {
	s.alike = alike
	s.fill()
}

// settle puts a notice away.
func (s *Screen) settle(n settledNotice) {
	s.o.Settled[n] = true
	s.fill()
}

// The notices stand below each other over the page.
type notices struct {
	object *fyne.Container
	shown  []string
}

func newNotices() *notices {
	n := &notices{object: container.New(&stack{gap: 6})}
	n.object.Hide()
	return n
}

// Show shows remarks, none taking room when there are none, and reports whether
// there are others than before.
func (n *notices) Show(list []remark) bool {
	said := make([]string, len(list))
	for i, r := range list {
		said[i] = r.said
	}
	if slices.Equal(said, n.shown) {
		return false
	}
	n.shown = said
	n.object.Hidden = len(list) == 0
	n.object.RemoveAll()
	for _, r := range list {
		n.object.Add(newNoticeCard(r))
	}
	return true
}

// A noticeCard is one remark with a bar at its left and links at its right.
type noticeCard struct {
	widget.BaseWidget
	said *widget.Label
	does []fyne.CanvasObject
}

func newNoticeCard(r remark) *noticeCard {
	n := &noticeCard{said: widget.NewLabel(r.said)}
	n.said.Wrapping = fyne.TextWrapWord
	n.said.SizeName = theme.SizeNameText
	for _, a := range r.actions {
		n.does = append(n.does, keyed.NewButton(a.name, a.do))
	}
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer returns what draws the notice.
func (n *noticeCard) CreateRenderer() fyne.WidgetRenderer {
	r := &noticeRenderer{n: n, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), row: container.NewHBox(n.does...)}
	r.take()
	return r
}

type noticeRenderer struct {
	n           *noticeCard
	ground, bar *canvas.Rectangle
	row         *fyne.Container
}

func (r *noticeRenderer) Destroy() {}

func (r *noticeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.n.said, r.row}
}

func (r *noticeRenderer) take() {
	c := palette.Current()
	r.ground.FillColor, r.bar.FillColor = c.Card, c.Selected
	r.ground.StrokeColor, r.ground.StrokeWidth = c.Rule, 1
}

// noticeLeast is the least width of the words before what can be done goes
// below them.
const noticeLeast = 300

func (r *noticeRenderer) below(width float32) bool {
	return width-barWide-r.row.MinSize().Width-12 < noticeLeast
}

func (r *noticeRenderer) Layout(size fyne.Size) {
	put(r.ground, 0, 0, size.Width, size.Height)
	put(r.bar, 0, 0, barWide, size.Height)
	row := r.row.MinSize()
	if r.below(size.Width) {
		put(r.n.said, barWide, 0, size.Width-barWide, size.Height-row.Height-6)
		put(r.row, size.Width-row.Width-8, size.Height-row.Height-6, row.Width, row.Height)
		return
	}
	high := r.n.said.MinSize().Height
	put(r.n.said, barWide, (size.Height-high)/2, size.Width-barWide-row.Width-12, high)
	put(r.row, size.Width-row.Width-8, (size.Height-row.Height)/2, row.Width, row.Height)
}

func (r *noticeRenderer) MinSize() fyne.Size {
	said, row := r.n.said.MinSize(), r.row.MinSize()
	if r.below(r.n.Size().Width) && len(r.n.does) > 0 {
		return fyne.NewSize(0, said.Height+row.Height+6)
	}
	return fyne.NewSize(0, max(said.Height, row.Height+8))
}

func (r *noticeRenderer) Refresh() {
	r.take()
	r.Layout(r.n.Size())
	canvas.Refresh(r.n)
}
