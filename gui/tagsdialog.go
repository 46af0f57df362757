package gui

import (
	"fmt"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/palette"
)

// longestTag is how many letters a tag's name may have.
const longestTag = 40

// tagFits returns what to say of a tag's name that is too long.
func tagFits(name string) error {
	if n := utf8.RuneCountInString(name); n > longestTag {
		return &data.Problem{
			Said: "This name is too long for a tag.",
			Next: "A tag's name has 40 letters at most. Shorten it and try again.",
			Err:  fmt.Errorf("a tag name of %d letters", n),
		}
	}
	return nil
}

// newTag makes a tag of the reader's own and returns its code; empty where the
// name is none.
func (r *room) newTag(name string) string {
	if err := tagFits(name); err != nil {
		r.session.OnProblem(err)
		return ""
	}
	return r.session.AddOwnTag(name, r.notes.book.codes())
}

// showTags lists the reader's own tags, to rename, restyle, merge or delete,
// and to make new ones.
func (w *Window) showTags() {
	book := w.room.notes.book
	rows := container.NewVBox()
	label := newEntry()
	label.SetPlaceHolder(lang.L("Name of a new tag"))
	made := func(name string) {
		if w.room.newTag(name) != "" {
			label.SetText("")
		}
	}
	label.OnSubmitted = made
	fill := func() {
		rows.RemoveAll()
		for _, t := range book.own {
			rows.Add(w.ownTagRow(t))
		}
		if len(book.own) == 0 {
			rows.Add(words(lang.L("You have no tags of your own yet."), fyne.TextStyle{}))
		}
		rows.Refresh()
	}
	fill()
	add := container.NewBorder(nil, nil, nil, keyed.NewIconButton(lang.L("Make"), theme.ContentAddIcon(), func() { made(label.Text) }), label)
	d := w.showList(lang.L("My tags"), lang.L("Undo brings a deleted or merged tag back."), container.NewVBox(add, rows))
	w.room.onTags = func() {
		fill()
		d.fit()
	}
	d.SetOnClosed(func() { w.room.onTags = nil })
	w.window.Canvas().Focus(label)
}

// ownTagRow is one tag with what can be done with it.
func (w *Window) ownTagRow(t data.OwnTag) fyne.CanvasObject {
	name := newEntry()
	name.SetText(t.Label)
	rename := func() {
		after := t
		after.Label = name.Text
		if tagFits(name.Text) == nil {
			w.session.ChangeOwnTag(after)
		}
	}
	name.OnSubmitted = func(string) { rename() }
	name.onFocusLost = rename
	look := newTagChip(tag{code: t.Code, label: t.Code, style: t.Style, own: true}, false, func() {
		after := t
		after.Style = (t.Style + 1) % palette.Families
		w.session.ChangeOwnTag(after)
	})
	merge := keyed.NewButton(lang.L("Merge…"), func() {
		var items []*fyne.MenuItem
		for _, other := range w.room.notes.book.all() {
			if other.code != t.Code {
				items = append(items, item(other.label, nil, func() { w.session.MergeOwnTag(t.Code, other.code) }))
			}
		}
		w.popUp(fyne.CurrentApp().Driver().AbsolutePositionForObject(name), items...)
	})
	remove := keyed.NewIconButton("", theme.DeleteIcon(), func() { w.session.RemoveOwnTag(t.Code) })
	remove.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, container.NewCenter(look), container.NewHBox(merge, remove), name)
}

// askWho asks who is working. Nobody has to say.
func (w *Window) askWho() {
	name := newEntry()
	name.SetText(w.session.Who())
	name.SetPlaceHolder(lang.L("One or two names, or a class number"))
	line := &widget.FormItem{Text: lang.L("Name"), Widget: name, HintText: lang.L("New notes carry it. You may leave it empty.")}
	w.showForm(lang.L("Who is working?"), lang.L("Done"), line, name, func() { w.session.SetWho(name.Text) })
}
