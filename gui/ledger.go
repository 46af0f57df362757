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
	"parallax/gui/session"
)

// A ledger is the view of what one report alone tells: each passage beside what
// comes nearest to it in the other report, for the reader to rule on. Passages
// and candidates are set by the same panes as in the other views; what is asked
// stands under them.
type ledger struct {
	r        *room
	side     data.Side
	openOnly bool // settled passages are left out
	entries  []session.Entry

	bar      fyne.CanvasObject
	sides    *segments
	onlyOpen *toggle
	counts   *widget.Label
	feet     *fyne.Container // one for each entry in view
	empty    *widget.Label
	made     map[data.Span]*foothold
}

// A foothold is what stands under one entry: what it says, on either side.
type foothold struct {
	entry session.Entry
	parts [2]fyne.CanvasObject // under the passage; under its candidate
	near  *share               // how near the candidate is, drawn; nil: there is none
	said  *widget.Label        // and in words
	least float32              // the width all of the candidate's part needs
}

// fit leaves out the drawing where there is no room for it and the words, and
// gives the words two lines where one is too short.
func (f *foothold) fit(width float32) {
	if f.near == nil {
		return
	}
	f.near.Hidden = f.least > width
	text := alikeness(f.entry.Likeness)
	if f.least-f.near.MinSize().Width > width {
		text = halved(text)
	}
	f.said.SetText(text)
}

// halved is a text in two lines, broken at the blank nearest to its middle.
func halved(text string) string {
	best := -1
	for i, r := range text {
		if r == ' ' && (best < 0 || max(i-len(text)/2, len(text)/2-i) < max(best-len(text)/2, len(text)/2-best)) {
			best = i
		}
	}
	if best < 0 {
		return text
	}
	return text[:best] + "\n" + text[best+1:]
}

const footRoom = 38

func newLedger(r *room) *ledger { return &ledger{r: r, made: map[data.Span]*foothold{}} }

func (v *ledger) Name() string { return lang.L("Only in one") }

func (v *ledger) Content() fyne.CanvasObject {
	if v.bar == nil {
		v.sides = newSegments([]string{"", ""}, func(i int) {
			v.side = data.Side(i)
			v.Update(session.ComparisonChanged)
		})
		v.onlyOpen = newToggle(lang.L("Only the open ones"), false, v.r.command, func() {
			v.openOnly = !v.openOnly
			v.Update(session.ComparisonChanged)
		})
		v.counts = small("")
		v.bar = container.NewBorder(nil, nil, container.NewHBox(v.sides, container.NewCenter(v.onlyOpen)), nil, v.counts)
		v.feet = container.NewWithoutLayout()
		v.empty = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{})
		v.empty.Wrapping = fyne.TextWrapWord
		v.empty.Hide()
	}
	return v.r.texts
}

func (v *ledger) Update(c session.Change) {
	if c&(session.ComparisonChanged|session.NearestChanged) == 0 {
		return
	}
	s := v.r.session
	all := s.Ledger(v.side)
	settled := 0
	v.entries = nil
	for _, e := range all {
		if e.Ruled {
			settled++
		}
		if !e.Ruled || !v.openOnly {
			v.entries = append(v.entries, e)
		}
	}
	v.head(len(all), settled)
	var ranks []reader.Rank
	if s.Compared() {
		ranks = make([]reader.Rank, 0, len(v.entries)) // none at all leaves the page empty
	}
	for _, e := range v.entries {
		k := reader.Rank{Foot: footRoom}
		k.Aside[v.side.Other()] = true
		here, across := &k.Left, &k.Right
		if v.side == data.Right {
			here, across = across, here
		}
		*here = []data.Span{e.Here}
		if !e.Across.Empty() {
			*across = []data.Span{e.Across}
		}
		ranks = append(ranks, k)
	}
	v.say(len(all))
	v.r.overText(v.feet, v.empty)
	v.r.spread.OnMoved = v.place
	v.r.spread.SetRanks(ranks)
	v.place()
}

// head fills the strip over the texts.
func (v *ledger) head(all, settled int) {
	v.sides.Select(int(v.side))
	v.sides.Rename(lang.L("Told only in A"), lang.L("Told only in B"))
	v.onlyOpen.Set(v.openOnly)
	counts := ""
	if v.r.session.Compared() {
		counts = strings.Join([]string{
			count(all, "{{.N}} passages"),
			count(settled, "{{.N}} settled"),
			count(all-settled, "{{.N}} open"),
		}, " · ")
	}
	v.counts.SetText(counts)
	v.r.setBar(v.bar)
}

// say tells why there is nothing to show, where there is not.
func (v *ledger) say(all int) {
	letters := map[string]any{"Letter": v.side.Letter(), "Other": v.side.Other().Letter()}
	switch {
	case !v.r.session.Compared():
		v.empty.SetText("")
	case all == 0:
		v.empty.SetText(lang.L("Every passage of {{.Letter}} has a match in {{.Other}}.", letters))
	default:
		v.empty.SetText(lang.L("You have settled all of them."))
	}
	v.empty.Hidden = len(v.entries) > 0 || v.empty.Text == ""
}

// place puts what belongs under the entries in view there, and has their
// candidates looked up.
func (v *ledger) place() {
	spread := v.r.spread
	from, to := spread.RanksInView()
	to = min(to, len(v.entries))
	seen := map[data.Span]*foothold{}
	var objects []fyne.CanvasObject
	for i := from; i < to; i++ {
		f := v.made[v.entries[i].Here]
		if f == nil || !sameEntry(f.entry, v.entries[i]) {
			f = v.newFoothold(v.entries[i])
		}
		seen[v.entries[i].Here] = f
		for n, side := range []data.Side{v.side, v.side.Other()} {
			x, width := spread.TextColumn(side)
			_, foot := spread.CellAt(side, i)
			if n == 1 {
				f.fit(width)
			}
			high := f.parts[n].MinSize().Height
			f.parts[n].Move(fyne.NewPos(x-4, foot+(footRoom-high)/2-4))
			f.parts[n].Resize(fyne.NewSize(width+8, high))
		}
		objects = append(objects, f.parts[0], f.parts[1])
	}
	v.made = seen
	v.feet.Objects = append(objects, v.r.cells.in(from, to)...)
	v.feet.Refresh()
	if from < to {
		v.r.session.LookUp(v.side, v.entries[from:to])
	}
	v.empty.Move(fyne.NewPos(0, 60))
	v.empty.Resize(fyne.NewSize(spread.Size().Width, v.empty.MinSize().Height))
}

func sameEntry(a, b session.Entry) bool {
	return a.Here == b.Here && a.Across == b.Across && a.Ruled == b.Ruled && a.Known == b.Known && a.Side == b.Side
}

func (v *ledger) newFoothold(e session.Entry) *foothold {
	s, letter := v.r.session, map[string]any{"Letter": e.Side.Letter(), "Other": e.Side.Other().Letter()}
	f := &foothold{entry: e}
	line := func(said *widget.Label, o ...fyne.CanvasObject) fyne.CanvasObject {
		return container.NewBorder(nil, nil, container.NewHBox(o...), nil, container.NewVBox(layout.NewSpacer(), said, layout.NewSpacer()))
	}
	// What a button does asks for the entry anew: Fyne keeps buttons that left the
	// screen, and the words of a candidate would keep the text of its report.
	here := e.Here
	button := func(name string, do func(e session.Entry)) fyne.CanvasObject {
		b := keyed.NewButton(name, func() {
			if f := v.made[here]; f != nil {
				do(f.entry)
			}
		})
		if s.ReadOnly() {
			b.Disable()
		}
		return b
	}
	if e.Ruled {
		f.parts[0] = line(small(lang.L("You said: told only in {{.Letter}}.", letter)), button(lang.L("Take back"), s.Unsettle))
	} else {
		f.parts[0] = line(small(""), button(lang.L("Only in {{.Letter}}", letter), func(e session.Entry) { s.OnlyHere(e.Candidate) }))
	}
	switch {
	case !e.Known:
		f.parts[1] = line(small(lang.L("Looking for the nearest passage…")))
	case e.Across.Empty():
		f.parts[1] = line(small(lang.L("Nothing in {{.Other}} comes near.", letter)))
	default:
		f.said = small(alikeness(e.Likeness))
		told := button(lang.L("Said here"), func(e session.Entry) { s.TellsSame(e) })
		f.near = newShare("", e.Likeness)
		f.least = told.MinSize().Width + f.near.MinSize().Width + textWidth(f.said) + 4*theme.Padding()
		f.parts[1] = line(f.said, told, container.NewCenter(f.near))
	}
	return f
}
