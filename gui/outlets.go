package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/session"
)

// An outletBook is the table of outlets: a list of them, and a form with what is
// known of the chosen one. A page from one of its addresses is proposed as its
// own.
type outletBook struct {
	session *session.Session
	content fyne.CanvasObject
	find    *entry
	list    *rowList
	shown   []data.Outlet // of the session's, those that are found
	open    data.Outlet   // in the form; without ID: a new one

	name, kind, place *entry
	sites             *entry
	head              *widget.Label
	save, remove      *keyed.Button
	filling           bool
}

func newOutletBook(s *session.Session) *outletBook {
	b := &outletBook{session: s, find: newEntry(), name: newEntry(), kind: newEntry(), place: newEntry(), sites: newMultiLineEntry(), head: heading("")}
	b.find.SetPlaceHolder(lang.L("Find an outlet"))
	b.find.OnChanged = func(string) { b.Fill() }
	b.list = newRowList(func() int { return len(b.shown) },
		func() fyne.CanvasObject {
			name := widget.NewLabel("")
			name.Truncation = fyne.TextTruncateEllipsis
			return container.NewVBox(layout.NewSpacer(), name, small(""), layout.NewSpacer())
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			row := o.(*fyne.Container)
			known := knownOf(b.shown[i])
			row.Objects[1].(*widget.Label).SetText(b.shown[i].Name)
			row.Objects[2].(*widget.Label).SetText(known)
			show(row.Objects[2], known != "")
		})
	b.list.OnSelected = func(i widget.ListItemID) {
		if i < len(b.shown) {
			b.Open(b.shown[i])
		}
	}
	b.kind.SetPlaceHolder(lang.L("like “town newspaper”"))
	b.sites.SetPlaceHolder(lang.L("like “courier.example”, one a line"))
	b.sites.SetMinRowsVisible(4)
	b.save = keyed.NewButton(lang.L("Keep"), b.keep)
	b.save.Importance = widget.HighImportance
	b.remove = keyed.NewButton(lang.L("Remove"), func() {
		b.session.RemoveOutlet(b.open.ID)
		b.Open(data.Outlet{})
	})
	for _, e := range []*entry{b.name, b.kind, b.place, b.sites} {
		e.OnChanged = func(string) { b.enable() }
	}
	for _, e := range []*entry{b.name, b.kind, b.place} {
		e.OnSubmitted = func(string) { b.keep() }
	}
	add := keyed.NewIconButton(lang.L("New outlet"), theme.ContentAddIcon(), func() {
		b.list.UnselectAll()
		b.Open(data.Outlet{})
		focus(b.name)
	})
	field := func(name string, e fyne.CanvasObject) fyne.CanvasObject { return container.NewVBox(small(name), e) }
	form := container.NewVBox(b.head, field(lang.L("Name"), b.name), field(lang.L("What it is"), b.kind), field(lang.L("Place"), b.place),
		field(lang.L("Addresses on the web"), b.sites), container.NewHBox(b.save, b.remove))
	left := container.NewBorder(container.NewVBox(b.find, add), nil, nil, nil, b.list)
	split := container.NewHSplit(left, container.NewVScroll(padded(form, 8)))
	split.Offset = 0.45
	b.content = split
	b.Open(data.Outlet{})
	b.Fill()
	return b
}

// Fill shows the session's outlets, those that are looked for.
func (b *outletBook) Fill() {
	wanted := strings.ToLower(strings.TrimSpace(b.find.Text))
	b.shown = nil
	for _, o := range b.session.Outlets() {
		if strings.Contains(strings.ToLower(o.Name+" "+sitesLine(o)), wanted) {
			b.shown = append(b.shown, o)
		}
	}
	b.list.Refresh()
	if i := slices.IndexFunc(b.shown, func(o data.Outlet) bool { return o.ID == b.open.ID }); i >= 0 && b.open.ID != "" && !b.changed() {
		b.Open(b.shown[i]) // it may be otherwise now
	}
}

// Open shows an outlet in the form; one without ID is a new one.
func (b *outletBook) Open(o data.Outlet) {
	b.open = o
	b.filling = true
	b.name.SetText(o.Name)
	b.kind.SetText(o.Kind)
	b.place.SetText(o.Place)
	b.sites.SetText(strings.Join(o.Sites, "\n"))
	b.filling = false
	b.head.SetText(lang.L("New outlet"))
	if o.ID != "" {
		b.head.SetText(shorten(o.Name, 40))
	}
	b.enable()
}

// written is the outlet as the form has it.
func (b *outletBook) written() data.Outlet {
	o := b.open
	o.Name, o.Kind, o.Place = strings.TrimSpace(b.name.Text), strings.TrimSpace(b.kind.Text), strings.TrimSpace(b.place.Text)
	o.Sites = session.AddressesOf(b.sites.Text)
	return o
}

// changed reports whether the form has something that is not kept.
func (b *outletBook) changed() bool {
	o := b.written()
	return o.Name != b.open.Name || o.Kind != b.open.Kind || o.Place != b.open.Place || !slices.Equal(o.Sites, b.open.Sites)
}

func (b *outletBook) enable() {
	if b.filling {
		return
	}
	set := func(button *keyed.Button, on bool) {
		if on {
			button.Enable()
		} else {
			button.Disable()
		}
	}
	set(b.save, b.changed() && strings.TrimSpace(b.name.Text) != "" && !b.session.ReadOnly())
	set(b.remove, b.open.ID != "" && !b.session.ReadOnly())
}

func (b *outletBook) keep() {
	if b.save.Disabled() {
		return
	}
	o := b.written()
	b.session.SaveOutlet(o, func(id data.ID) {
		o.ID = id
		b.open = o // as it was typed; Fill shows it as it is kept
		b.Open(o)
	})
}

// sitesLine is an outlet's addresses on one line.
func sitesLine(o data.Outlet) string { return strings.Join(o.Sites, " · ") }

// knownOf says on one line where pages of an outlet come from, or what it is and its
// place while no address is known.
func knownOf(o data.Outlet) string {
	if len(o.Sites) > 0 {
		return sitesLine(o)
	}
	return strings.Join(slices.DeleteFunc([]string{o.Kind, o.Place}, func(s string) bool { return s == "" }), " · ")
}

// showOutlets shows the table of outlets.
func (w *Window) showOutlets() {
	b := newOutletBook(w.session)
	w.room.onOutlets = b.Fill
	w.session.LoadOutlets()
	about := words(lang.L("A page from one of these addresses is taken to be from that outlet. Parallax learns them from what you keep."), fyne.TextStyle{})
	d := keyed.NewDialog(lang.L("Outlets"), lang.L("Close"), container.NewBorder(about, nil, nil, nil, b.content), w.window)
	room := w.window.Canvas().Size()
	d.Resize(fyne.NewSize(clamp(room.Width-60, 300, 820), clamp(room.Height-60, 260, 600)))
	d.SetOnClosed(func() { w.room.onOutlets = nil })
	d.Show()
	w.window.Canvas().Focus(b.find)
}
