package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/assets"
	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/palette"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// textSteps are the sizes the keys go through, in percent of the usual.
var textSteps = []float32{80, 90, 100, 110, 125, 150, 175, 200, 225, 250}

// families are the fonts a reader can choose besides Noto Sans, by their code.
type families map[string]*reader.Font

func newFamilies() families {
	all := families{}
	for _, f := range assets.Fonts() {
		all[f.Code] = reader.NewFont(f.File)
	}
	return all
}

// code is under which a font is remembered; empty: Noto Sans.
func (f families) code(font *reader.Font) string {
	for code, own := range f {
		if own == font {
			return code
		}
	}
	return ""
}

// textType is what the reports are set in.
func (r *room) textType() reader.Type { return r.panes[data.Left].Type() }

// setType sets both reports in a type.
func (r *room) setType(t reader.Type) {
	grown := t.Size != r.textType().Size
	for _, p := range r.panes {
		p.SetType(t)
	}
	if grown {
		r.current().Update(session.WordsChanged) // the tables have words of the reports too
	}
	r.desk.Refresh() // there may be room for one report at a time now
}

// resizeText makes the texts a step larger, smaller, or (0) as they were.
func (r *room) resizeText(by int) {
	t := r.textType()
	now := t.Size / reader.DefaultTextSize * 100
	to := float32(100)
	switch {
	case by > 0:
		to = textSteps[len(textSteps)-1]
		if i := slices.IndexFunc(textSteps, func(s float32) bool { return s > now+0.5 }); i >= 0 {
			to = textSteps[i]
		}
	case by < 0:
		to = textSteps[0]
		for _, s := range textSteps {
			if s < now-0.5 {
				to = s
			}
		}
	}
	t.Size = to * reader.DefaultTextSize / 100
	r.setType(t)
}

// toggleRuler lays the reading ruler on the texts, of the kind used last, or
// takes it away.
func (r *room) toggleRuler() {
	ruler := r.spread.Ruler()
	if ruler.Kind != reader.NoRuler {
		r.lastRuler, ruler.Kind = ruler.Kind, reader.NoRuler
	} else if ruler.Kind = r.lastRuler; ruler.Kind == reader.NoRuler {
		ruler.Kind = reader.BarRuler
	}
	r.spread.SetRuler(ruler)
}

// togglePlain shows nothing but the texts, or everything again. Plain text gives
// nothing away of what the program found: no difference is the current one, and
// no passage is outlined.
func (r *room) togglePlain() {
	on := !r.spread.Plain()
	r.spread.SetPlain(on)
	r.foot.SetPlain(on)
	if on {
		r.leavePointer()
		r.session.SelectPair(-1)
	}
	r.showTie()
	if r.advised {
		r.showBanner() // the advice was taken
	}
	r.OnView() // the menu shows it too
}

// marked returns a command that leads to marks or is about them; in plain text it
// only says how they come back.
func (r *room) marked(do func()) func() {
	return func() {
		if r.spread.Plain() {
			r.advisePlain()
			return
		}
		do()
	}
}

func (r *room) advisePlain() { r.advise(lang.L("Plain text is on. F9 shows the marks again.")) }

// look is which colours the reader chose.
func (w *Window) look() palette.Look {
	t, _ := w.app.Settings().Theme().(palette.Theme)
	return t.Look
}

func (w *Window) setLook(l palette.Look) { w.app.Settings().SetTheme(palette.Theme{Look: l}) }

// lookNames are the names of palette.Looks.
func lookNames() []string {
	return []string{lang.L("As the system"), lang.L("Light"), lang.L("Cream"), lang.L("Dark"), lang.L("High contrast")}
}

// showReading shows the sheet of what makes reading comfortable, beside the
// texts: they follow each change at once.
func (w *Window) showReading() {
	r := w.room
	var pop *widget.PopUp
	var rows *fyne.Container
	var fill func()
	change := func(set func(*reader.Type)) {
		t := r.textType()
		set(&t)
		r.setType(t)
	}
	// slide is a line with a slider: what is set, its value in words, and how to set it.
	slide := func(name string, low, high, step, now float64, said func(float64) string, set func(float64)) {
		value := widget.NewLabel(said(now))
		value.Alignment = fyne.TextAlignTrailing
		s := newSlider(low, high, step, now)
		s.OnChanged = func(v float64) {
			value.SetText(said(v))
			set(v)
		}
		rows.Add(container.NewBorder(nil, nil, widget.NewLabel(name), value))
		track := container.New(layout.NewCustomPaddedLayout(0, 0, 10, 10), middle(newFill(fyne.NewSize(0, 3), rule)))
		rows.Add(container.NewStack(track, s)) // the theme's own track is the paper's colour
	}
	choose := func(name string, names []string, now int, set func(int)) {
		rows.Add(widget.NewLabelWithStyle(name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		rows.Add(newRadios(names, now, set))
	}
	fill = func() {
		rows.RemoveAll()
		t := r.textType()
		fonts := assets.Fonts()
		names, codes := []string{assets.Noto.Name}, []string{""}
		for _, f := range fonts {
			names, codes = append(names, f.Name), append(codes, f.Code)
		}
		choose(lang.L("Letters"), names, slices.Index(codes, w.families.code(t.Font)), func(i int) {
			change(func(t *reader.Type) { t.Font = w.families[codes[i]] })
		})
		percent := func(v float64) string { return lang.L("{{.N}} %", map[string]any{"N": int(v + 0.5)}) }
		slide(lang.L("Text size"), 80, 250, 5, float64(t.Size/reader.DefaultTextSize*100), percent,
			func(v float64) {
				change(func(t *reader.Type) { t.Size = float32(v) / 100 * reader.DefaultTextSize })
			})
		slide(lang.L("Line height"), 120, 200, 5, float64(t.Leading*100), percent,
			func(v float64) { change(func(t *reader.Type) { t.Leading = float32(v) / 100 }) })
		slide(lang.L("Line length"), 36, 100, 4, float64(t.Column),
			func(v float64) string { return count(int(v+0.5), "{{.N}} letters") },
			func(v float64) { change(func(t *reader.Type) { t.Column = int(v + 0.5) }) })
		slide(lang.L("Room between letters"), 0, 20, 2, float64(t.Letters*100), percent,
			func(v float64) { change(func(t *reader.Type) { t.Letters = float32(v) / 100 }) })
		slide(lang.L("Room between words"), 0, 60, 5, float64(t.Words*100), percent,
			func(v float64) { change(func(t *reader.Type) { t.Words = float32(v) / 100 }) })
		choose(lang.L("Colours"), lookNames(), slices.Index(palette.Looks, w.look()), func(i int) { w.setLook(palette.Looks[i]) })
		ruler := r.spread.Ruler()
		choose(lang.L("Reading ruler"), []string{lang.L("None"), lang.L("A line under the words"), lang.L("A grey bar"), lang.L("A light box")}, int(ruler.Kind), func(i int) {
			ruler := r.spread.Ruler()
			ruler.Kind = reader.RulerKind(i)
			r.spread.SetRuler(ruler)
			w.setMenu()
		})
		slide(lang.L("Ruler height"), 1, 3, 1, float64(max(1, ruler.Lines)),
			func(v float64) string { return count(int(v+0.5), "{{.N}} lines") },
			func(v float64) {
				ruler := r.spread.Ruler()
				ruler.Lines = int(v + 0.5)
				r.spread.SetRuler(ruler)
			})
		rows.Add(caption(lang.L("Readers differ. Larger text and more room help many; try what helps you.")))
	}
	rows = container.NewVBox()
	fill()
	again := keyed.NewButton(lang.L("As at first"), func() {
		r.setType(reader.DefaultType())
		r.spread.SetRuler(reader.Ruler{})
		w.setLook(palette.System)
		fill()
		rows.Refresh()
	})
	shut := keyed.NewIconButton("", theme.CancelIcon(), func() { pop.Hide() })
	shut.Importance = widget.LowImportance
	head := container.NewBorder(nil, nil, widget.NewLabelWithStyle(lang.L("Reading"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}), shut)
	scroll := container.NewVScroll(padded(rows, 4))
	pop = widget.NewPopUp(padded(container.NewBorder(head, container.NewHBox(again), nil, nil, scroll), 4), w.window.Canvas())
	size := w.window.Canvas().Size()
	const wide = 300
	pop.ShowAtPosition(fyne.NewPos(size.Width-wide-12, 62))
	pop.Resize(fyne.NewSize(wide, size.Height-90)) // the words break
	if left := scroll.Size().Height - scroll.Content.MinSize().Height; left > 0 {
		pop.Resize(fyne.NewSize(wide, size.Height-90-left))
	}
}
