package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/bidi"
	"parallax/gui/session"
)

// mostOffered is how many rows are offered to be the same as one.
const mostOffered = 14

// menu is what can be done with a row: look, note, and answer what the program
// only guessed.
func (v *wordsView) menu(w *session.WordTables, t *lens.Table, r *lens.Row) []*fyne.MenuItem {
	s := v.r.session
	items := []*fyne.MenuItem{
		item(lang.L("Show in the texts"), nil, func() {
			places := map[int]data.Span{}
			for i := range r.Cells {
				if first := r.Cells[i].First(); !first.Empty() {
					places[i] = first
				}
			}
			v.goTo(w, places)
		}),
		item(lang.L("Add note"), nil, func() { v.note(w, r) }),
	}
	if s.ReadOnly() {
		return items
	}
	items = append(items, fyne.NewMenuItemSeparator())
	if t.Kind == lens.Verbs || t.Kind == lens.Sourcing {
		items = append(items,
			item(lang.L("Somebody else speaks…"), nil, func() {
				v.r.OnAsk(lang.L("Who speaks here?"), r.Head, func(name string) { s.SaySpeaker(r, name) })
			}),
			item(lang.L("Nobody speaks here"), nil, func() { s.SaySpeaker(r, "") }))
	}
	if t.Kind == lens.Verbs {
		items = append(items, v.classes(w, r))
	}
	if lens.Guessed[t.Kind] {
		if same := v.same(w, t, r); same != nil {
			items = append(items, same)
		}
		if a, b, ok := ends(w, r); ok && r.Finding != lens.Apart {
			items = append(items, item(lang.L("These are not the same"), nil, func() { s.SaySame(a, b, data.NotSame) }))
		}
	}
	if s.CanUnsay(r) {
		items = append(items, item(lang.L("Take my answer back"), nil, func() { s.Unsay(r) }))
	}
	return items
}

// ends are a place of the first two reports that have something in a row.
func ends(w *session.WordTables, r *lens.Row) (a, b data.Passage, ok bool) {
	var list []data.Passage
	for i := range r.Cells {
		if p := w.Passages(r, i); len(p) > 0 {
			list = append(list, p[0])
		}
	}
	if len(list) < 2 {
		return a, b, false
	}
	return list[0], list[1], true
}

// classes offers to put each verb of a row into another class.
func (v *wordsView) classes(w *session.WordTables, r *lens.Row) *fyne.MenuItem {
	m := item(lang.L("What the verb does"), nil, nil)
	m.Disabled = false
	m.ChildMenu = fyne.NewMenu("")
	seen := map[string]bool{}
	for i, c := range r.Cells {
		for _, wording := range c.Wordings {
			if seen[wording.Text] {
				continue
			}
			seen[wording.Text] = true
			at := data.Passage{ReportID: w.Reports[i].ID, Span: wording.Places[0]}
			one := item("“"+bidi.Line(wording.Text)+"”", nil, nil)
			one.Disabled, one.ChildMenu = false, fyne.NewMenu("")
			for _, class := range lens.Classes {
				choice := item(classText(class), nil, func() { v.r.session.SayClass(at, class) })
				choice.Checked = class == wording.Class
				one.ChildMenu.Items = append(one.ChildMenu.Items, choice)
			}
			m.ChildMenu.Items = append(m.ChildMenu.Items, one)
		}
	}
	return m
}

// same offers the rows found in one other report only, to be one with a row that
// is itself; nil: there are none.
func (v *wordsView) same(w *session.WordTables, t *lens.Table, r *lens.Row) *fyne.MenuItem {
	here := only(r)
	if here < 0 {
		return nil
	}
	m := item(lang.L("The same as"), nil, nil)
	m.Disabled, m.ChildMenu = false, fyne.NewMenu("")
	from := w.Passages(r, here)[0]
	for i := range t.Rows {
		other := &t.Rows[i]
		there := only(other)
		if there < 0 || there == here || len(m.ChildMenu.Items) == mostOffered {
			continue
		}
		to := w.Passages(other, there)[0]
		name := other.Head
		if name == "" {
			name = other.Cells[there].Wordings[0].Said()
		}
		m.ChildMenu.Items = append(m.ChildMenu.Items, item(letterOf(there)+": "+bidi.Line(shorten(name, 50)), nil, func() {
			v.r.session.SaySame(from, to, data.TellsSame)
		}))
	}
	if len(m.ChildMenu.Items) == 0 {
		return nil
	}
	return m
}

// only is the one report that has something in a row; -1: several have.
func only(r *lens.Row) int {
	at := -1
	for i, c := range r.Cells {
		switch {
		case len(c.Wordings) == 0:
		case at >= 0:
			return -1
		default:
			at = i
		}
	}
	return at
}

// note makes a note on a row's words, with its tag.
func (v *wordsView) note(w *session.WordTables, r *lens.Row) {
	places := map[int]data.Span{}
	for i := range r.Cells {
		if first := r.Cells[i].First(); !first.Empty() {
			places[i] = first
		}
	}
	v.r.noteOn(v.lay(w, places), r.Code)
}

// nameSelected says that the words selected in both reports name the same.
func (r *room) nameSelected() {
	if r.session.SaySelectedSame() {
		r.advise(lang.L("They stand in the table of names and labels now."))
		return
	}
	r.advise(lang.L("Select words in both reports first."))
}
