package chooser

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/task"
)

// A Want is what a reader is to choose.
type Want uint8

// What can be wanted.
const (
	OneFile   Want = iota
	Several        // files, and folders with all that is in them
	OneFolder      // the one that is open when she presses the button
)

// Options say what is to be chosen and what becomes of it.
type Options struct {
	Title string
	Want  Want
	// Start is the folder shown first; where it is gone, or empty, the
	// reader's home is.
	Start string
	// Kind is what a file is called by its name, in the reader's words. A file
	// for which it is empty is not shown unless she asks for all. OneFolder
	// shows no files and needs no Kind.
	Kind func(name string) string
	// Act names the button for so many files and folders; none are picked yet
	// where both are 0.
	Act func(files, folders int) string
	// Day writes a date in the reader's words.
	Day func(time.Time) string
	// Ask asks for one line of text; done gets it unless the reader leaves it.
	// OneFolder needs it for the name of a new folder.
	Ask func(question, answer string, done func(string))
	// OnChosen gets the chosen paths, in the order shown, and the folder they
	// are in, or are.
	OnChosen func(paths []string, folder string)
	// OnClosed is told that the chooser is gone, chosen or not, before OnChosen is.
	OnClosed func()
	// Post runs a function on the screen's goroutine.
	Post func(func())
}

// A Chooser lies over a window while a reader chooses.
type Chooser struct {
	widget.BaseWidget

	o      Options
	canvas fyne.Canvas
	slot   *task.Slot
	home   string
	closed bool

	at     string // the folder asked for last
	folder folder // the one that is shown: that one, once it was read
	unread bool   // it could not be read
	reads  int    // counts the folders asked for
	list   list
	order  order
	all    bool
	looked string // for: what is typed to find a name
	found  bool   // there is such a name
	typed  int    // counts the letters, so that an old pause forgets nothing new

	places  *placeList
	trail   *trail
	head    *head
	rows    *rows
	said    *widget.Label // in place of the rows
	about   *widget.Label
	every   *tick
	choose  *button
	content *fyne.Container
}

// New returns a chooser; Show shows it.
func New(on fyne.Canvas, o Options) *Chooser {
	c := &Chooser{o: o, canvas: on, slot: &task.Slot{Post: o.Post}, list: list{many: o.Want == Several, cursor: -1}}
	if home, err := os.UserHomeDir(); err == nil {
		c.home = home
	} else { // nobody's: start at the root
		c.home = string(filepath.Separator)
	}
	c.build()
	c.ExtendBaseWidget(c)
	return c
}

func (c *Chooser) build() {
	widths := newColumns(c.o.Day)
	if c.o.Want == OneFolder { // which have neither
		widths.size, widths.kind = 0, 0
	}
	c.rows = newRows(&c.list, widths, func(e *entry) string { return c.o.Day(e.changed) })
	c.rows.OnOpen, c.rows.OnChanged = c.enter, func() {
		c.looked = "" // what is typed next is another name
		c.moved()
	}
	c.rows.OnKey, c.rows.OnRune, c.rows.OnShortcut = c.key, c.find, c.shortcut
	c.places = newPlaceList(c.goTo)
	c.places.OnKey = c.key
	c.trail = newTrail(c.goTo, c.key)
	c.head = newHead(c.rows, c.sort, c.key)
	c.head.Show(c.order)

	c.said = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{})
	c.said.Wrapping = fyne.TextWrapWord
	c.about = widget.NewLabel("")
	c.about.Truncation = fyne.TextTruncateEllipsis
	c.every = newTick(lang.L("Show everything"), c.showAll, c.key)
	up := newFlatButton("", theme.MoveUpIcon(), c.Up, c.key)
	c.choose = newButton("", nil, c.Choose, c.key)
	c.choose.Importance = widget.HighImportance
	buttons := container.NewHBox(newButton(lang.L("Cancel"), nil, c.Hide, c.key), c.choose)
	if c.o.Want == OneFolder {
		buttons.Objects = append([]fyne.CanvasObject{newButton(lang.L("New folder…"), nil, c.askName, c.key)}, buttons.Objects...)
	}

	title := widget.NewLabelWithStyle(c.o.Title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameSubHeadingText
	title.Truncation = fyne.TextTruncateEllipsis
	top := container.NewVBox(title, container.NewBorder(nil, nil, up, nil, c.trail.object))
	foot := container.NewVBox(c.about, container.NewBorder(nil, nil, c.every, buttons))
	listed := container.NewBorder(container.NewVBox(c.head.object, widget.NewSeparator()), nil, nil, nil,
		container.NewStack(c.rows.scroll, container.NewVBox(widget.NewLabel(""), c.said)))
	air := layout.NewCustomPaddedLayout(6, 8, 8, 8)
	c.content = container.NewBorder(
		container.NewVBox(container.New(air, top), widget.NewSeparator()), container.NewVBox(widget.NewSeparator(), container.New(air, foot)), nil, nil,
		container.New(&halves{}, container.NewVScroll(c.places), widget.NewSeparator(), listed))
}

// Show lays the chooser over the window and opens its first folder.
func (c *Chooser) Show() {
	c.canvas.Overlays().Add(c)
	c.Resize(c.canvas.Size())
	c.canvas.Focus(c.rows)
	c.Open(c.o.Start)
}

// Hide takes the chooser off the window. A folder that is still being read is
// not waited for: a drive that does not answer must not hold the window.
func (c *Chooser) Hide() {
	if c.closed {
		return
	}
	c.closed = true
	c.slot.Cancel()
	c.canvas.Overlays().Remove(c)
	c.BaseWidget.Hide()
	c.o.OnClosed()
}

// Busy reports whether a folder is being read.
func (c *Chooser) Busy() bool { return c.slot.Busy() }

// slow is how long a folder is read before the rows of the one before give way.
const slow = 200 * time.Millisecond

// Open shows the folder at path.
func (c *Chooser) Open(path string) { c.open(path, "") }

// goTo shows the folder at path and gives the keys to what is in it.
func (c *Chooser) goTo(path string) {
	c.Open(path)
	c.canvas.Focus(c.rows)
}

// open shows the folder at path with the cursor on the entry with a name, the
// first where it is empty.
func (c *Chooser) open(path, at string) {
	first := c.at == ""
	if path == "" {
		path = c.home
	}
	path = filepath.Clean(path)
	c.at = path
	f := filter{kind: c.o.Kind, folders: c.o.Want == OneFolder, all: c.all}
	tongue := lang.SystemLocale().LanguageString()
	type view struct {
		folder
		places []place
	}
	task.Start(c.slot, func(ctx context.Context, _ func(float64)) (view, error) {
		read, err := readFolder(ctx, path, f, tongue)
		if first && errors.Is(err, fs.ErrNotExist) && path != c.home {
			read, err = readFolder(ctx, c.home, f, tongue)
		}
		if err != nil {
			read = folder{path: path}
		}
		return view{read, listPlaces(c.home)}, err
	}, nil, func(now view, err error) {
		c.at, c.folder, c.unread = now.path, now.folder, err != nil
		c.places.Set(now.places, now.path)
		c.trail.Show(way(now.path, now.places))
		c.fill(at)
		if err != nil {
			c.tell(err)
		}
	})
	c.reads++
	turn := c.reads
	time.AfterFunc(slow, func() {
		c.o.Post(func() {
			if c.reads == turn && c.slot.Busy() {
				c.list.set(nil, "")
				c.say(lang.L("Reading the folder…"))
			}
		})
	})
}

// fill shows the folder's entries in order, with the cursor on the one with a name.
func (c *Chooser) fill(at string) {
	c.order.sort(c.folder.entries)
	c.list.set(c.folder.entries, at)
	c.looked = ""
	switch {
	case len(c.folder.entries) > 0:
		c.say("")
	case c.o.Want == OneFolder:
		c.say(lang.L("There are no folders in here."))
	default:
		c.say(lang.L("There is nothing in here that Parallax can open."))
	}
}

// say shows words in place of the rows, or the rows for none.
func (c *Chooser) say(words string) {
	c.said.SetText(words)
	c.rows.Reload()
	c.moved()
}

// tell says why a folder is not shown.
func (c *Chooser) tell(err error) {
	p := data.Told(err)
	c.say(lang.L(p.Said, map[string]any(p.With)) + "\n" + lang.L(p.Next))
}

// moved tells at the foot what is picked.
func (c *Chooser) moved() {
	files, folders := c.list.count()
	c.choose.SetText(c.o.Act(files, folders))
	if c.nothing() {
		c.choose.Disable()
	} else {
		c.choose.Enable()
	}
	c.about.SetText(c.aboutPicked(files, folders))
}

func (c *Chooser) aboutPicked(files, folders int) string {
	number := func(n int) map[string]any { return map[string]any{"N": n} }
	var parts []string
	if files > 0 {
		parts = append(parts, lang.N("{{.N}} files", files, number(files)))
	}
	if folders > 0 {
		parts = append(parts, lang.N("{{.N}} folders", folders, number(folders)))
	}
	e := c.list.current()
	switch {
	case c.looked != "" && !c.found:
		return lang.L("No name here has “{{.Words}}” in it.", map[string]any{"Words": c.looked})
	case c.looked != "":
		return lang.L("Looking for “{{.Words}}”", map[string]any{"Words": c.looked})
	case len(parts) > 0:
		return strings.Join(parts, ", ")
	case c.o.Want == OneFolder:
		return c.at
	case e != nil && e.folder && c.o.Want == Several:
		return lang.L("Enter or a double click opens the folder. Space or its box picks all of it.")
	case e != nil && e.folder:
		return lang.L("Enter or a double click opens the folder.")
	case c.folder.unshown > 0:
		return lang.N("{{.N}} more files are not shown", c.folder.unshown, number(c.folder.unshown))
	case e != nil && c.o.Want == Several:
		return lang.L("Space or a click picks a file. Tick all you want to bring in.")
	}
	return ""
}

// sort puts the rows in another order, or the order they are in upside down.
// The newest come first at first.
func (c *Chooser) sort(byDate bool) {
	if c.order.byDate == byDate {
		c.order.down = !c.order.down
	} else {
		c.order = order{byDate: byDate, down: byDate}
	}
	c.head.Show(c.order)
	at := c.list.name()
	c.order.sort(c.list.entries)
	c.list.set(c.list.entries, at)
	c.rows.Reload()
	c.canvas.Focus(c.rows)
}

// showAll shows hidden files and those of every kind too, or no longer.
func (c *Chooser) showAll(on bool) {
	c.all = on
	c.open(c.at, c.list.name())
	c.canvas.Focus(c.rows)
}

// Up shows the folder that holds the one that is shown.
func (c *Chooser) Up() {
	if up := filepath.Dir(c.at); up != c.at {
		c.open(up, filepath.Base(c.at))
	}
	c.canvas.Focus(c.rows)
}

// enter opens the folder under the cursor, or chooses what is picked, which is
// the file under the cursor where nothing else is.
func (c *Chooser) enter() {
	e := c.list.current()
	switch {
	case e == nil:
		return
	case e.folder:
		c.Open(filepath.Join(c.folder.path, e.name))
		return
	case len(c.list.picked()) == 0:
		e.picked = true
	}
	c.Choose()
}

// nothing reports whether there is nothing to hand over yet.
func (c *Chooser) nothing() bool {
	if c.o.Want == OneFolder {
		return c.unread || c.slot.Busy()
	}
	return len(c.list.picked()) == 0
}

// Choose closes the chooser and hands over what is picked.
func (c *Chooser) Choose() {
	if c.nothing() || c.closed {
		return
	}
	var paths []string
	for _, e := range c.list.picked() {
		paths = append(paths, filepath.Join(c.folder.path, e.name))
	}
	if c.o.Want == OneFolder {
		paths = []string{c.folder.path}
	}
	c.Hide()
	c.o.OnChosen(paths, c.folder.path)
}

// askName asks for the name of a new folder in the one that is shown, and opens it.
func (c *Chooser) askName() {
	c.o.Ask(lang.L("Name of the new folder"), "", func(name string) {
		name = strings.TrimSpace(name)
		if name == "" || c.closed {
			return
		}
		path := filepath.Join(c.folder.path, filepath.Base(name))
		if err := os.Mkdir(path, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			c.tell(&data.Problem{
				Of: name, Said: "The folder could not be made.",
				Next: "Choose a folder of your own, such as your documents.", Err: err,
			})
			return
		}
		c.goTo(path)
	})
}
