package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/session"
)

// A setupPanel is a calm line over the reports with the questions to settle
// before they are compared. It opens to the questions themselves, each with what
// the program can tell, and stands in nobody's way.
type setupPanel struct {
	OnReply    func(q data.Question, side data.Side, reply data.Reply)
	OnSkip     func()
	OnLookOver func(side data.Side)
	OnClosed   func() // the reader closed the questions

	content *fyne.Container
	summary *widget.Label
	answer  *keyed.Button
	skip    *keyed.Button
	list    *fyne.Container
	rows    []*setupRow
	opened  bool
	onTurn  func() // it came or went, or is higher or lower than it was
	replies []data.Reply
}

// A setupRow is one question.
type setupRow struct {
	check   session.Check
	content *fyne.Container
	asked   *widget.Label
	why     *widget.Label
	hint    *widget.Label // on a line of its own
	reply   *segments
	look    *keyed.Button
}

func newSetupPanel() *setupPanel {
	p := &setupPanel{summary: small(""), list: container.NewVBox(), replies: []data.Reply{data.Yes, data.No, data.NotSure}}
	p.answer = keyed.NewButton("", func() {
		p.SetOpened(!p.opened)
		if !p.opened {
			p.OnClosed()
		}
	})
	p.skip = keyed.NewButton(lang.L("Skip"), func() { p.OnSkip() })
	p.answer.Importance, p.skip.Importance = widget.LowImportance, widget.LowImportance
	line := container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(widget.NewIcon(theme.QuestionIcon())), heading(lang.L("Before you compare"))),
		container.NewHBox(p.answer, p.skip), p.summary)
	p.list.Hide()
	p.content = container.NewStack(newFill(fyne.Size{}, desk), container.NewBorder(nil, newFill(fyne.NewSize(0, 1), rule), nil, nil,
		padded(container.NewVBox(line, p.list), 4)))
	p.content.Hide()
	return p
}

// SetOpened shows the questions or only the line.
func (p *setupPanel) SetOpened(on bool) {
	p.opened = on
	p.name()
	p.list.Hidden = !on
	p.content.Refresh()
	if p.onTurn != nil {
		p.onTurn()
	}
}

func (p *setupPanel) name() {
	p.answer.SetText(lang.L("Answer"))
	if p.opened {
		p.answer.SetText(lang.L("Close"))
	}
}

// Show shows checks, or takes the panel away.
func (p *setupPanel) Show(checks []session.Check, on bool) {
	if on {
		p.set(checks)
	} else {
		p.opened, p.list.Hidden = false, true
	}
	p.name()
	turn(p.content, on, p.onTurn)
}

func (p *setupPanel) set(checks []session.Check) {
	if len(p.rows) != len(checks) {
		p.list.RemoveAll()
		p.rows = nil
		for range checks {
			r := p.newRow()
			p.rows = append(p.rows, r)
			p.list.Add(r.content)
		}
	}
	open := 0
	for i, c := range checks {
		p.rows[i].set(c, p.replies)
		if c.Open() {
			open++
		}
	}
	p.skip.Hidden = open == 0
	switch open {
	case 0:
		p.summary.SetText(lang.L("All is answered."))
	case 1:
		p.summary.SetText(lang.L("One question is open."))
	default:
		p.summary.SetText(lang.N("{{.Count}} questions are open.", open, map[string]any{"Count": open}))
	}
}

func (p *setupPanel) newRow() *setupRow {
	r := &setupRow{asked: widget.NewLabel(""), why: small(""), hint: small("")}
	r.reply = newSegments([]string{lang.L("Yes"), lang.L("No"), lang.L("Not sure")}, func(i int) {
		p.OnReply(r.check.Question, r.check.Side, p.replies[i])
	})
	r.look = keyed.NewButton(lang.L("Look it over"), func() { p.OnLookOver(r.check.Side) })
	r.look.Importance = widget.LowImportance
	r.content = container.NewBorder(nil, r.hint, r.asked, container.NewHBox(r.look, r.reply), r.why)
	return r
}

func (r *setupRow) set(c session.Check, replies []data.Reply) {
	r.check = c
	r.asked.SetText(asked(c))
	r.why.SetText(evidence(c))
	r.hint.SetText(tenses(c))
	r.hint.Hidden = r.hint.Text == ""
	r.look.Hidden = c.Why.Kind != session.NotLookedOver
	shown := c.Reply
	if shown == "" {
		shown = c.Told
	}
	chosen := -1
	for i, reply := range replies {
		if reply == shown {
			chosen = i
		}
	}
	r.reply.Select(chosen)
	r.content.Refresh()
}

// asked is the question of a check.
func asked(c session.Check) string {
	side := map[string]any{"Side": c.Side.Letter()}
	switch c.Question {
	case data.SameEvent:
		return lang.L("Do both reports tell of the same event?")
	case data.SameMoment:
		return lang.L("Were both written at the same time?")
	case data.Translated:
		return lang.L("Was {{.Side}} first written in another language?", side)
	}
	return lang.L("Are menus, adverts and comments gone from {{.Side}}?", side)
}

// evidence says what the program knows about a check.
func evidence(c session.Check) string {
	if c.Before != "" {
		return lang.L("You said “{{.Reply}}”. Something changed since.", map[string]any{"Reply": replyName(c.Before)})
	}
	switch c.Why.Kind {
	case session.Tied:
		return lang.N("{{.Count}} passages are tied.", c.Why.Pairs, map[string]any{"Count": c.Why.Pairs})
	case session.HardlyTied:
		return lang.L("Hardly any passages are tied.")
	case session.Undated:
		return lang.L("A full date is missing.")
	case session.SameDay:
		return lang.L("Both came out within a day.")
	case session.Apart:
		days := map[string]any{"Count": c.Why.Days, "First": c.Why.First.Letter(), "Second": c.Why.First.Other().Letter()}
		if c.Why.Days == 1 {
			return lang.L("{{.First}} came out a day before {{.Second}}.", days)
		}
		return lang.N("{{.First}} came out {{.Count}} days before {{.Second}}.", c.Why.Days, days)
	case session.TranslatedPage:
		return lang.L("The page comes from a translating service.")
	case session.SaysTranslated:
		return lang.L("The report says so.")
	case session.LookedOver:
		return lang.L("You looked over the page.")
	case session.NotLookedOver:
		return lang.L("Nobody looked over the page yet.")
	}
	return ""
}

// tenses says of two reports that one opens with what is to come and the other
// with what came; empty: they do not part so.
func tenses(c session.Check) string {
	if !c.Why.Parted {
		return ""
	}
	return lang.L("{{.First}} opens with what is to come, {{.Second}} with what happened.",
		map[string]any{"First": c.Why.Ahead.Letter(), "Second": c.Why.Ahead.Other().Letter()})
}

func replyName(r data.Reply) string {
	switch r {
	case data.Yes:
		return lang.L("Yes")
	case data.No:
		return lang.L("No")
	}
	return lang.L("Not sure")
}

// showSetup shows the questions that are open, or all of them where the reader
// asked for them. The banner goes first: it may answer one.
func (r *room) showSetup() {
	checks := r.session.Checks()
	var pair [2]data.ID
	for side := range pair {
		if rep := r.session.Side(data.Side(side)); rep != nil {
			pair[side] = rep.ID
		}
	}
	if pair != r.setupPair { // of other reports nobody asked
		r.setupPair, r.setupWanted, r.setup.opened = pair, false, false
	}
	ask := r.session.ChecksWanted() && !r.banner.content.Visible()
	r.setup.Show(checks, len(checks) > 0 && (r.setupWanted || r.setup.opened || ask))
}

// askSetup shows all the questions, or takes them away.
func (r *room) askSetup() {
	r.setupWanted = !r.setupWanted
	r.setup.opened = false
	r.showSetup()
	if r.setupWanted {
		r.setup.SetOpened(true)
		if len(r.setup.rows) > 0 {
			r.canvas.Focus(r.setup.rows[0].reply)
		}
	}
}

func (r *room) wireSetup() {
	r.setup.OnReply = r.session.AnswerCheck
	r.setup.OnSkip = func() {
		r.setup.opened, r.setupWanted = false, false
		r.session.SkipChecks()
		r.showSetup()
	}
	r.setup.OnClosed = func() {
		r.setupWanted = false
		r.showSetup()
	}
	r.setup.OnLookOver = func(side data.Side) {
		if rep := r.session.Side(side); rep != nil {
			r.OnLookOver(rep.ID)
		}
	}
}
