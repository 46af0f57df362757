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

// A foot is the line under the reports: from difference to difference, the
// legend, and how much is told in both and in one. Under plain text it says only
// that the text is plain, and how the marks come back.
type foot struct {
	OnPrevious, OnNext func()
	OnHide             func(side data.Side, kind reader.MarkKind, hidden bool)
	OnMarks            func() // the marks are wanted again

	content        *fyne.Container
	marked, plain  *fyne.Container // what stands under marked text, and under plain
	legend         *fyne.Container
	marks          int // the first signs of the legend, behind them those of pointers
	previous, next *keyed.Button
	place, counts  *widget.Label
}

func newFoot() *foot {
	f := &foot{place: widget.NewLabel(""), counts: small("")}
	f.place.TextStyle.Bold = true
	f.counts.Alignment, f.counts.Truncation = fyne.TextAlignTrailing, fyne.TextTruncateOff
	f.previous = keyed.NewIconButton("", theme.NavigateBackIcon(), func() { f.OnPrevious() })
	f.next = keyed.NewIconButton("", theme.NavigateNextIcon(), func() { f.OnNext() })
	f.previous.Importance, f.next.Importance = widget.LowImportance, widget.LowImportance
	f.legend = container.New(&flow{gap: 11}, newLegend(func(side data.Side, kind reader.MarkKind, hidden bool) { f.OnHide(side, kind, hidden) })...)
	f.marks = len(f.legend.Objects)
	walk := container.NewHBox(f.previous, container.NewGridWrap(fyne.NewSize(226, 30), container.NewCenter(f.place)), f.next)
	f.marked = container.NewBorder(nil, nil, middle(walk), middle(f.counts),
		container.New(layout.NewCustomPaddedLayout(6, 4, 8, 8), f.legend))
	marks := keyed.NewButton(lang.L("Show the marks")+"  (F9)", func() { f.OnMarks() })
	marks.Importance = widget.LowImportance
	f.plain = container.NewHBox(widget.NewLabelWithStyle(lang.L("Plain text"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}), marks)
	f.plain.Hide()
	f.content = container.NewBorder(newFill(fyne.NewSize(0, 1), rule), nil, nil, nil, padded(container.NewStack(f.marked, f.plain), 4))
	return f
}

// ShowLegend shows the legend, where there can be marks to explain.
func (f *foot) ShowLegend(on bool) {
	if f.legend.Visible() != on {
		f.legend.Hidden = !on
		f.content.Refresh()
	}
}

// SetPlain shows what stands under plain text, or under marked.
func (f *foot) SetPlain(on bool) {
	f.marked.Hidden, f.plain.Hidden = on, !on
	f.content.Refresh()
}

// signs are those of the marks.
func (f *foot) signs() []*sign {
	list := make([]*sign, f.marks)
	for i, o := range f.legend.Objects[:f.marks] {
		list[i] = o.(*sign)
	}
	return list
}

// SetPointers shows the signs of pointers behind those of marks.
func (f *foot) SetPointers(signs []fyne.CanvasObject) {
	if len(signs) == 0 && len(f.legend.Objects) == f.marks {
		return
	}
	f.legend.Objects = append(f.legend.Objects[:f.marks:f.marks], signs...)
	f.content.Refresh()
}

// middle keeps an object at half the height of its place.
func middle(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
}

// SetPlace shows which difference is the current one and, shortly, what it is;
// at is -1 for none. Of is -1 while nothing is compared.
func (f *foot) SetPlace(at, of int, what string) {
	data := map[string]any{"N": at + 1, "Of": of}
	switch {
	case of < 0:
		f.place.SetText("")
	case of == 0:
		f.place.SetText(lang.L("No differences"))
	case at < 0:
		f.place.SetText(count(of, "{{.N}} differences"))
	default:
		text := lang.L("Difference {{.N}} of {{.Of}}", data)
		if what != "" {
			text += " · " + what
		}
		f.place.SetText(text)
	}
	for _, b := range []*keyed.Button{f.previous, f.next} {
		if of <= 0 {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}

// SetUnconfirmed shows how many pairs are left to rule on, where next and
// previous lead to these.
func (f *foot) SetUnconfirmed(n int) {
	f.place.SetText(count(n, "{{.N}} pairs to look at"))
	for _, b := range []*keyed.Button{f.previous, f.next} {
		if n == 0 {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}

// SetCounts shows how many passages are told in both reports and in one only.
// Where the reader ruled, it shows how many of the pairs she confirmed rather
// than how many are reworded.
func (f *foot) SetCounts(c *data.Comparison, confirmed int, ruled bool) {
	if c == nil {
		f.counts.SetText("")
		return
	}
	same := 0
	for _, p := range c.Pairs {
		if p.Relation == data.Same && len(p.Differences) == 0 {
			same++
		}
	}
	n := func(text string, n int) string { return lang.L(text, map[string]any{"N": n}) }
	parts := []string{count(same, "{{.N}} the same"), count(len(c.Pairs)-same, "{{.N}} reworded")}
	if ruled {
		parts = []string{lang.L("{{.N}} of {{.Of}} confirmed", map[string]any{"N": confirmed, "Of": len(c.Pairs)})}
	}
	parts = append(parts, n("{{.N}} only in A", len(c.OnlyLeft)), n("{{.N}} only in B", len(c.OnlyRight)))
	f.counts.SetText(strings.Join(parts, " · "))
}
