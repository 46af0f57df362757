package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"parallax/assets"
	"parallax/data"
	"parallax/gui/reader"
)

// setMenu puts the menu of what is on screen on the window. Every command is
// in it with its key: a menu's keys work while a text field has the focus.
func (w *Window) setMenu() {
	var menu *fyne.MainMenu
	switch {
	case w.chooser != nil:
		menu = w.chooserMenu()
	case w.screen != nil:
		menu = w.lookOverMenu()
	case w.notes != nil:
		menu = w.notesMenu()
	default:
		menu = w.roomMenu()
	}
	for _, m := range menu.Items {
		w.holdKeys(m)
	}
	w.window.SetMainMenu(menu)
}

// holdKeys has the keys of a menu do nothing behind a dialog: what asks the
// reader something would else outlive what it asks about. The field of the
// dialog that has the focus gets them.
func (w *Window) holdKeys(m *fyne.Menu) {
	for _, i := range m.Items {
		if i.ChildMenu != nil {
			w.holdKeys(i.ChildMenu)
		}
		if i.Action == nil || i.Shortcut == nil {
			continue
		}
		do, key := i.Action, i.Shortcut
		i.Action = func() {
			if _, dialog := w.window.Canvas().Overlays().Top().(*widget.PopUp); !dialog {
				do()
			} else if field, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
				field.TypedShortcut(w.withClipboard(key))
			}
		}
	}
}

// withClipboard is a menu's key as a text field wants it.
func (w *Window) withClipboard(key fyne.Shortcut) fyne.Shortcut {
	switch key.(type) {
	case *fyne.ShortcutCopy:
		return &fyne.ShortcutCopy{Clipboard: w.app.Clipboard()}
	case *fyne.ShortcutPaste:
		return &fyne.ShortcutPaste{Clipboard: w.app.Clipboard()}
	}
	return key
}

// refreshMenu brings the names of what can be undone up to date.
func (w *Window) refreshMenu() { w.setMenu() }

func item(name string, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(name, do)
	m.Shortcut = shortcut
	m.Disabled = do == nil
	return m
}

// furtherKeys is a menu's separator that holds keys of a command besides the one
// its item shows: which of them makes a plus is for the keyboard to say, and
// which one takes back an undo every system says differently.
func furtherKeys(do func(), keys ...fyne.Shortcut) *fyne.MenuItem {
	gap := fyne.NewMenuItemSeparator()
	gap.ChildMenu = fyne.NewMenu("")
	for _, key := range keys {
		gap.ChildMenu.Items = append(gap.ChildMenu.Items, item("", key, do))
	}
	return gap
}

// redoToo is the key of Redo where its key is not Ctrl+Y.
var redoToo = ctrlShift(fyne.KeyZ)

// digits are the keys of the views and of the tags.
var digits = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// quit ends the program, by a key where all is saved as it is: during a look-over,
// where a page pasted would be lost, Fyne puts an item without a key in the menu.
func (w *Window) quit() *fyne.MenuItem {
	i := item(lang.L("Quit"), ctrl(fyne.KeyQ), w.close)
	i.IsQuit = true
	return i
}

func (w *Window) roomMenu() *fyne.MainMenu {
	r, s := w.room, w.session
	gap := fyne.NewMenuItemSeparator()
	file := fyne.NewMenu(lang.L("File"),
		item(lang.L("Bring in a report…"), ctrl(fyne.KeyO), func() { w.chooseReports(r.freeSide()) }),
		item(lang.L("Bring in a folder…"), nil, func() { w.chooseFolder(r.freeSide()) }),
		item(lang.L("Paste a report"), &fyne.ShortcutPaste{}, w.pasteHere),
		item(lang.L("Open the sample"), nil, w.openSample),
		gap,
		item(lang.L("Bring in notes…"), nil, w.chooseNotes),
		item(lang.L("Export…"), ctrl(fyne.KeyE), w.exportWork),
		item(lang.L("Print as PDF"), ctrl(fyne.KeyP), w.print),
		gap,
		item(lang.L("Outlets…"), nil, w.showOutlets),
		item(lang.L("Open library…"), nil, w.chooseLibrary),
		item(lang.L("New library…"), nil, w.makeLibrary),
		gap, w.quit(),
	)
	redo := unless(s.RedoName() == "", s.Redo)
	edit := fyne.NewMenu(lang.L("Edit"),
		item(named(lang.L("Undo"), s.UndoName()), &fyne.ShortcutUndo{}, unless(s.UndoName() == "", s.Undo)),
		item(named(lang.L("Redo"), s.RedoName()), &fyne.ShortcutRedo{}, redo),
		furtherKeys(redo, redoToo),
		item(lang.L("Copy"), &fyne.ShortcutCopy{}, w.copyHere),
		item(lang.L("Copy with source"), ctrlShift(fyne.KeyC), w.copyWithSource),
		gap,
		item(lang.L("Find in both reports"), ctrl(fyne.KeyF), r.find),
		item(lang.L("Find the next")+"  (F3)", nil, func() { r.finder.step(1) }),
		item(lang.L("Find the one before")+"  (Shift+F3)", nil, func() { r.finder.step(-1) }),
		item(lang.L("Search the library"), ctrlShift(fyne.KeyF), func() { r.searchLibrary(); w.setMenu() }),
	)
	unconfirmed := item(lang.L("Only pairs you have not ruled on"), nil, func() {
		r.onlyUnconfirmed(!s.OnlyUnconfirmed())
		w.setMenu()
	})
	unconfirmed.Checked = s.OnlyUnconfirmed()
	tie := fyne.NewMenu(lang.L("Tie"),
		item(lang.L("Tie the two selected passages"), alt(fyne.KeyL), r.marked(r.tieSelected)),
		gap,
		item(lang.L("These tell the same"), alt(fyne.KeyY), r.marked(r.confirm)),
		item(lang.L("These do not belong together"), alt(fyne.KeyN), r.marked(r.reject)),
		item(lang.L("Take my ruling back"), alt(fyne.KeyB), r.marked(r.takeBack)),
		gap,
		item(lang.L("The selected words name the same"), nil, r.nameSelected),
		gap,
		item(lang.L("Before you compare…"), nil, unless(!s.Compared(), r.askSetup)),
	)
	walk := fyne.NewMenu(lang.L("Go"),
		item(lang.L("Next difference")+"  (F7)", alt(fyne.KeyDown), r.next),
		item(lang.L("Previous difference")+"  (Shift+F7)", alt(fyne.KeyUp), r.previous),
		gap,
		item(lang.L("Next pair you have not ruled on"), ctrl(fyne.KeyF7), r.marked(r.nextUnconfirmed)),
		unconfirmed,
		gap,
		item(lang.L("Next pointer")+"  (F8)", nil, func() { r.stepPointer(1) }),
		item(lang.L("Previous pointer")+"  (Shift+F8)", nil, func() { r.stepPointer(-1) }),
		item(lang.L("Put the pointer away")+"  (Delete)", nil, r.putAside),
		gap,
		item(lang.L("Bring both passages level"), alt(fyne.KeyM), r.marked(r.bringLevel)),
		gap,
		item(lang.L("Report A"), alt(fyne.KeyLeft), func() { r.focus(data.Left) }),
		item(lang.L("Report B"), alt(fyne.KeyRight), func() { r.focus(data.Right) }),
	)
	link := item(linkName(r.spread.Linked()), ctrlShift(fyne.KeyL), func() {
		r.link(!r.spread.Linked())
		w.setMenu()
	})
	link.Checked = r.spread.Linked()
	ribbons := item(lang.L("Show ribbons"), nil, func() {
		r.spread.SetRibbons(!r.spread.Ribbons())
		w.setMenu()
	})
	ribbons.Checked, ribbons.Disabled = r.spread.Ribbons(), r.spread.Plain()
	ruler := item(lang.L("Reading ruler"), ctrlShift(fyne.KeyR), func() { r.toggleRuler(); w.setMenu() })
	ruler.Checked = r.spread.Ruler().Kind != reader.NoRuler
	plain := item(lang.L("Plain text")+"  (F9)", nil, func() { r.togglePlain() })
	plain.Checked = r.spread.Plain()
	shelf := item(lang.L("Show events"), nil, func() { r.toggleShelf(); w.setMenu() })
	shelf.Checked = r.columns.showShelf
	notes := item(lang.L("Show notes"), nil, func() { r.toggleNotes(); w.setMenu() })
	notes.Checked = r.columns.showNotes
	traces := item(lang.L("Show notes in the texts"), nil, func() {
		r.plainNotes = !r.plainNotes
		r.showMarks()
		w.setMenu()
	})
	traces.Checked, traces.Disabled = !r.plainNotes, r.spread.Plain()
	why := item(lang.L("Show why passages are tied"), nil, func() { w.showWhy(!r.tie.wanted) })
	why.Checked, why.Disabled = r.tie.wanted, r.spread.Plain()
	names := item(lang.L("Outlet names"), nil, func() { r.toggleNames(); w.setMenu() })
	names.Checked = !r.namesHidden
	projector := item(lang.L("For the projector")+"  (Shift+F11)", nil, w.project)
	projector.Checked = r.projector.on
	views := []*fyne.MenuItem{}
	for i, v := range r.views {
		m := item(v.Name(), ctrl(digits[i]), func() { r.show(i) })
		m.Checked = i == r.view
		views = append(views, m)
	}
	pointing := item(lang.L("Pointers"), nil, nil)
	pointing.Disabled = r.spread.Plain()
	pointing.ChildMenu = fyne.NewMenu("", item(lang.L("Pointers on or off"), ctrlShift(fyne.KeyP), r.marked(r.togglePointers)))
	for _, f := range r.offeredPointers() {
		m := item(lang.L(f.Label), nil, r.marked(func() { r.point(f.ID) }))
		m.Checked = r.pointing.family == f.ID
		pointing.ChildMenu.Items = append(pointing.ChildMenu.Items, m)
	}
	kinds := item(lang.L("Kinds of pointers"), nil, nil)
	kinds.Disabled, kinds.ChildMenu = false, fyne.NewMenu("")
	for level := 1; level <= 3; level++ {
		if level > 1 {
			kinds.ChildMenu.Items = append(kinds.ChildMenu.Items, gap)
		}
		for _, k := range assets.Kinds() {
			if k.Level == level {
				m := item(k.Code+"  "+lang.L(k.Label), nil, func() { r.pointTo([]string{k.Code}, !r.pointing.on(k)) })
				m.Checked = r.pointing.on(k)
				kinds.ChildMenu.Items = append(kinds.ChildMenu.Items, m)
			}
		}
	}
	pointing.ChildMenu.Items = append(pointing.ChildMenu.Items, gap, kinds)
	larger := func() { r.resizeText(1) }
	view := fyne.NewMenu(lang.L("View"), append(append(views, furtherKeys(larger, ctrl(fyne.KeyPlus), ctrlShift(fyne.KeyPlus), ctrlShift(fyne.KeyEqual))),
		item(lang.L("Larger text"), ctrl(fyne.KeyEqual), larger),
		item(lang.L("Smaller text"), ctrl(fyne.KeyMinus), func() { r.resizeText(-1) }),
		item(lang.L("Normal text"), ctrl(fyne.Key0), func() { r.resizeText(0) }),
		item(lang.L("Reading…"), ctrl(fyne.KeyR), w.showReading),
		ruler, plain,
		gap, link, ribbons, pointing, w.marksMenu(), gap, shelf, notes, traces, why,
		item(lang.L("Swap A and B"), nil, s.Swap),
		gap,
		item(lang.L("Language…"), nil, w.showLanguages),
		names,
		projector,
		item(lang.L("Full screen")+"  (F11)", nil, func() { w.window.SetFullScreen(!w.window.FullScreen()) }),
	)...)
	help := fyne.NewMenu(lang.L("Help"),
		item(lang.L("Help and keys")+"  (F1)", nil, w.showHelp),
		item(lang.L("About Parallax"), nil, w.showAbout),
	)
	return fyne.NewMainMenu(file, edit, w.noteMenu(), tie, walk, view, help)
}

// showWhy shows the card that says why passages are tied, or hides it.
func (w *Window) showWhy(on bool) {
	w.room.tie.Want(on)
	w.room.showTie()
	w.setMenu()
}

// noteMenu holds what can be done with notes; the tags of the open one have
// number keys.
func (w *Window) noteMenu() *fyne.Menu {
	id, r, s := w.session.OpenNoteID(), w.room, w.session
	gap := fyne.NewMenuItemSeparator()
	on := func(made bool) {
		if made {
			r.openNote(s.OpenNoteID())
		}
	}
	m := fyne.NewMenu(lang.L("Note"),
		item(lang.L("Add note"), ctrl(fyne.KeyN), r.addNote),
		item(lang.L("Note on report A"), nil, unless(s.Side(data.Left) == nil, func() { on(s.AddReportNote(data.Left)) })),
		item(lang.L("Note on report B"), nil, unless(s.Side(data.Right) == nil, func() { on(s.AddReportNote(data.Right)) })),
		item(lang.L("Note on the event"), nil, unless(s.Event().ID == "", func() { on(s.AddEventNote()) })),
		gap,
		item(lang.L("Tie again"), nil, unless(s.Note(id) == nil || !s.Note(id).AnyLoose(), func() { w.room.tieNoteAgain(s.OpenNoteID()) })),
		item(lang.L("Earlier wordings…"), nil, unless(id == "", func() { w.showWordings(s.OpenNoteID()) })),
		item(lang.L("Delete note"), nil, unless(id == "", func() { s.RemoveNote(s.OpenNoteID()) })),
		item(lang.L("Deleted notes…"), nil, w.showDeleted),
		gap,
		item(lang.L("All notes"), ctrlShift(fyne.KeyN), w.showNotes),
		item(lang.L("My tags…"), nil, w.showTags),
		item(lang.L("Who is working…"), nil, w.askWho),
		gap,
	)
	own := item(lang.L("Tag")+": "+lang.L("one of my own"), nil, nil)
	own.ChildMenu = fyne.NewMenu("")
	for n, t := range r.notes.book.offered() {
		do := unless(id == "", func() { s.ToggleTag(s.OpenNoteID(), t.code) })
		if t.own {
			own.ChildMenu.Items = append(own.ChildMenu.Items, item(t.label, nil, do))
			continue
		}
		i := item(lang.L("Tag")+": "+t.label, nil, do)
		if n < len(digits) {
			i.Shortcut = alt(digits[n])
		}
		m.Items = append(m.Items, i)
	}
	if own.Disabled = id == ""; len(own.ChildMenu.Items) > 0 {
		m.Items = append(m.Items, own)
	}
	return m
}

func (w *Window) notesMenu() *fyne.MainMenu {
	notes := fyne.NewMenu(lang.L("Note"),
		item(lang.L("Back to the reports")+"  (Esc)", nil, w.showRoom),
		item(lang.L("Search notes"), ctrl(fyne.KeyF), func() { w.window.Canvas().Focus(w.notes.query) }),
		item(lang.L("Deleted notes…"), nil, w.showDeleted),
		fyne.NewMenuItemSeparator(), w.quit(),
	)
	help := fyne.NewMenu(lang.L("Help"), item(lang.L("Help and keys")+"  (F1)", nil, w.showHelp), item(lang.L("About Parallax"), nil, w.showAbout))
	return fyne.NewMainMenu(notes, help)
}

func (w *Window) lookOverMenu() *fyne.MainMenu {
	page := fyne.NewMenu(lang.L("Page"))
	for _, c := range w.screen.Commands() {
		page.Items = append(page.Items, item(c.Name, c.Shortcut, c.Do))
		if _, redo := c.Shortcut.(*fyne.ShortcutRedo); redo {
			page.Items = append(page.Items, furtherKeys(c.Do, redoToo))
		}
	}
	page.Items = append(page.Items, fyne.NewMenuItemSeparator(), item(lang.L("Paste a report"), &fyne.ShortcutPaste{}, w.pasteHere))
	help := fyne.NewMenu(lang.L("Help"), item(lang.L("About Parallax"), nil, w.showAbout))
	return fyne.NewMainMenu(page, help)
}

// chooserMenu takes the place of the others, so that their keys do nothing
// behind the chooser.
func (w *Window) chooserMenu() *fyne.MainMenu {
	folder := fyne.NewMenu(lang.L("Folder"))
	for _, c := range w.chooser.Commands() {
		folder.Items = append(folder.Items, item(c.Name, c.Shortcut, c.Do))
	}
	return fyne.NewMainMenu(folder)
}

// named is a command with the step it would undo: "Undo: tag NA".
func named(command, step string) string {
	if step == "" {
		return command
	}
	return fmt.Sprintf("%s: %s", command, lang.L(step))
}

// unless returns do, or nil where it cannot be done now.
func unless(not bool, do func()) func() {
	if not {
		return nil
	}
	return do
}

// pasteHere pastes into the text field that has the keys, or else brings the
// clipboard in as a report, behind those that are looked over.
func (w *Window) pasteHere() {
	switch field := w.room.field(); {
	case field != nil:
		field.TypedShortcut(w.withClipboard(&fyne.ShortcutPaste{}))
	case w.screen != nil && w.looks == nil:
		w.showProblem(&data.Problem{
			Said: lang.L("You are looking over another report."),
			Next: lang.L("Keep the changes or cancel, then paste."),
		})
	default:
		w.paste(w.room.freeSide())
	}
}

// copyHere copies what is selected where the keys are.
func (w *Window) copyHere() {
	if e, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
		e.TypedShortcut(w.withClipboard(&fyne.ShortcutCopy{}))
	}
}

// popUp shows a menu at a place on the window.
func (w *Window) popUp(at fyne.Position, items ...*fyne.MenuItem) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.window.Canvas(), at)
}

// eventMenu is what can be done with an event on the shelf.
func (w *Window) eventMenu(e data.Event, at fyne.Position) {
	w.popUp(at,
		item(lang.L("Open"), nil, func() { w.session.Open(e) }),
		item(lang.L("Rename…"), nil, func() { w.renameEvent(e) }),
		item(lang.L("Remove"), nil, func() { w.session.RemoveEvent(e) }),
	)
}

// reportMenu is what can be done with the report on a side.
func (w *Window) reportMenu(side data.Side, at fyne.Position) {
	shown := w.session.Side(side)
	if shown == nil {
		return
	}
	id := shown.ID
	items := []*fyne.MenuItem{item(lang.L("Look over what was kept…"), nil, func() { w.lookOverAgain(id) })}
	for _, r := range w.session.Reports() {
		if r.ID != id {
			items = append(items, item(lang.L("Show here:")+" "+shorten(reportName(&r), 50), nil, func() { w.session.Lay(side, r.ID) }))
		}
	}
	if w.session.Side(side.Other()) != nil {
		items = append(items, item(lang.L("Swap A and B"), nil, w.session.Swap))
	}
	items = append(items,
		item(lang.L("Bring in another report…"), nil, func() { w.chooseReports(side) }),
		item(lang.L("Remove this report"), nil, func() { w.session.RemoveReport(id) }))
	w.popUp(at, items...)
}

func reportName(r *data.Report) string {
	if r.Outlet == "" {
		return r.Headline
	}
	return r.Outlet + ": " + r.Headline
}

// textMenu is the right-click menu of a text.
func (w *Window) textMenu(side data.Side, at fyne.Position) {
	pane, s := w.room.panes[side], w.session
	_, ready := s.ToTie()
	w.popUp(at,
		item(lang.L("Copy"), &fyne.ShortcutCopy{}, unless(pane.SelectedText() == "", func() { w.app.Clipboard().SetContent(pane.SelectedText()) })),
		item(lang.L("Copy with source"), ctrlShift(fyne.KeyC), unless(pane.SelectedText() == "", w.copyWithSource)),
		item(lang.L("Add note"), ctrl(fyne.KeyN), unless(len(w.session.AnchorsHere()) == 0, w.room.addNote)),
		item(lang.L("Select all"), nil, func() {
			pane.SetSelection(data.Span{End: len(w.session.Side(side).Text)})
			w.session.Select(side, pane.Selection())
		}),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Tie the two selected passages"), alt(fyne.KeyL), unless(!ready, w.room.tieSelected)),
		item(lang.L("These tell the same"), alt(fyne.KeyY), unless(s.Pair() < 0, w.room.confirm)),
		item(lang.L("These do not belong together"), alt(fyne.KeyN), unless(s.Pair() < 0, w.room.reject)),
		item(lang.L("Take my ruling back"), alt(fyne.KeyB), unless(len(s.RulingsHere()) == 0, w.room.takeBack)),
	)
}
