package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/bidi"
)

const (
	noteRowHeight = float32(78)
	groupHeight   = float32(26)
)

// A noteRow shows a note of any event in four lines: where it belongs, what it
// is tied to, its text and its tags.
type noteRow struct {
	widget.BaseWidget
	group       *widget.Label
	about, tags *widget.Label
	quote, body *cutText
	content     fyne.CanvasObject
}

func newNoteRow() *noteRow {
	r := &noteRow{group: heading(""), about: small(""), quote: newCutText(false), body: newCutText(true), tags: small("")}
	lines := container.New(tight{}, r.group, r.about, r.quote, r.body, r.tags)
	r.content = lines
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the row.
func (r *noteRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

func (r *noteRow) set(n *data.ListedNote, group string, book *tagBook) {
	r.group.SetText(group)
	r.group.Hidden = group == ""
	var outlets, quotes, tags []string
	for i, a := range n.Anchors {
		if name := n.Outlets[i]; name != "" {
			outlets = append(outlets, bidi.Line(name))
		}
		switch {
		case a.WholeReport():
			quotes = append(quotes, lang.L("(the whole report)"))
		case a.Loose:
			quotes = append(quotes, "“"+oneLine(a.Quote)+"” "+lang.L("(no longer in the text)"))
		case a.Quote != "":
			quotes = append(quotes, "“"+oneLine(a.Quote)+"”")
		}
	}
	if len(n.Anchors) == 0 {
		quotes = append(quotes, lang.L("(the whole event)"))
	}
	for _, code := range n.Tags {
		tags = append(tags, book.tag(code).label)
	}
	about := []string{bidi.Line(n.EventTitle), strings.Join(outlets, " / "), dayAndTime(n.Created), n.Author}
	r.about.SetText(strings.Join(notEmpty(about), " · "))
	r.quote.SetText(strings.Join(quotes, "  |  "))
	body := oneLine(strings.ReplaceAll(shorten(n.Body, longestLine), "**", ""))
	if body == "" {
		body = lang.L("(nothing written)")
	}
	r.body.SetText(body)
	r.tags.SetText(strings.Join(tags, " · "))
	r.content.Refresh()
}

// longestLine is how many letters of a text a row shows at most.
const longestLine = 300

func oneLine(text string) string {
	return strings.Join(strings.Fields(shorten(text, longestLine)), " ")
}

func notEmpty(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// tight lays lines of text close under one another.
type tight struct{}

const tightLine = 18

func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(2)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		high := float32(tightLine)
		if o == objects[0] {
			high = groupHeight
		}
		o.Move(fyne.NewPos(6, y+(high-o.MinSize().Height)/2))
		o.Resize(fyne.NewSize(size.Width-12, o.MinSize().Height))
		y += high
	}
}

func (tight) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, noteRowHeight) }
