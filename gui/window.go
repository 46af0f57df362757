package gui

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"parallax/assets"
	"parallax/data"
	"parallax/gui/chooser"
	"parallax/gui/keyed"
	"parallax/gui/lookover"
	"parallax/gui/palette"
	"parallax/gui/session"
)

// A Window is the program's one window with what is open in it.
type Window struct {
	app     fyne.App
	window  fyne.Window
	library func(ctx context.Context, path string) (session.Library, error)
	older   func(path string) bool
	rescue  func(err error) func() error
	post    func(f func())
	opener  func(path string) error // has the system open a file

	session  *session.Session
	room     *room
	families families
	screen   *lookover.Screen             // the page being looked over; nil: it is not on the window
	looks    *lookOvers                   // the pages being brought in; nil: none
	putAway  map[data.ID]lookover.Settled // notices, by the report kept of the page
	chooser  *chooser.Chooser             // of files, over all else; nil: it is not shown
	notes    *notesPage                   // the notes of all events; nil: it is not on the window
	backups  *time.Ticker
	running  bool      // the program runs in a window of the system
	ended    sync.Once // all was saved for the last time
}

// Options say what a window starts with.
type Options struct {
	// Open opens or makes the library at a path.
	Open func(ctx context.Context, path string) (session.Library, error)
	// Older reports whether a library has to be brought up to date first, which
	// can take a while; nil: none has.
	Older func(path string) bool
	// Rescue returns what puts the newest backup in place of a library that
	// could not be opened because of err; nil where there is nothing to do.
	Rescue func(err error) func() error
	// Post runs a function on the screen's goroutine; nil: fyne.Do.
	Post func(f func())
	// Path is the library to open first.
	Path string
	// Files are reports to bring in and lay side by side, at most two.
	Files []string
	// Sample opens the sample; an empty library opens it in any case, unless
	// Files are given.
	Sample bool
}

// backupEvery is how often an open library is copied aside.
const backupEvery = 30 * time.Minute

// New makes the window and opens what o names. Nothing is shown before the
// program runs.
func New(app fyne.App, o Options) *Window {
	app.Settings().SetTheme(palette.Theme{Look: palette.Look(app.Preferences().String(prefLook))})
	speak(app.Preferences().String(prefLanguage))
	app.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	w := &Window{app: app, window: app.NewWindow(programName), library: o.Open, older: o.Older, rescue: o.Rescue, post: o.Post, families: newFamilies(), putAway: map[data.ID]lookover.Settled{}}
	w.opener = systemOpener(app)
	var first *prelude
	if w.post == nil {
		first = newPrelude()
		w.post = first.post
	}
	w.window.SetPadded(false)
	w.window.Resize(w.rememberedSize())
	w.window.SetCloseIntercept(w.close)
	w.window.SetOnDropped(w.dropped)
	w.window.SetMaster()
	w.window.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { w.key(k) })
	w.window.Canvas().SetOnTypedRune(func(r rune) {
		if w.screen != nil && w.window.Canvas().Overlays().Top() == nil {
			w.screen.TypedRune(r)
		}
	})
	w.openLibrary(o.Path, func() {
		switch {
		case len(o.Files) > 0:
			w.openFiles(o.Files)
		case o.Sample || len(w.session.Shelves()) == 0:
			w.openSample()
		default:
			w.openLast()
		}
	})
	if first != nil {
		first.play(firstPicture, func() bool { return w.session == nil || w.session.Resting() })
	}
	return w
}

// firstPicture is how long the window may wait before it is shown, for its
// first picture to be complete.
const firstPicture = 150 * time.Millisecond

const programName = "Parallax"

// openLibrary opens the library at path in place of the open one; then runs
// once its events are there. Where it cannot be opened, the window says so and
// offers what can be done. One that has to be brought up to date is opened
// behind a sign that says so.
func (w *Window) openLibrary(path string, then func()) {
	if w.older == nil || !w.older(path) {
		library, err := w.library(context.Background(), path)
		w.take(library, err, path, then)
		return
	}
	took := w.showBringingUpToDate()
	go func() {
		library, err := w.library(context.Background(), path)
		w.post(func() {
			took()
			w.take(library, err, path, then)
		})
	}()
}

// take puts a library that was opened, or could not be because of err, in place
// of the open one.
func (w *Window) take(library session.Library, err error, path string, then func()) {
	if err != nil {
		w.showTrouble(path, err, then)
		return
	}
	w.closeSession()
	w.app.Preferences().SetString(prefLibrary, path)
	s := session.New(library, session.Options{Post: w.post})
	s.OnProblem = w.showProblem
	w.session = s
	w.room = newRoom(s, w.window.Canvas(), w.post)
	w.wireRoom()
	w.recall()
	w.showRoom()
	w.startBackups()
	s.LoadWho()
	s.LoadTags()
	s.LoadShelves(then)
	s.ForgetOldNotes()
}

func (w *Window) startBackups() {
	w.backups = time.NewTicker(backupEvery)
	s, ticks := w.session, w.backups.C
	go func() {
		for range ticks {
			w.post(func() {
				if w.session == s {
					s.Backup()
				}
			})
		}
	}()
}

// showRoom puts the reading room on the window.
func (w *Window) showRoom() {
	w.screen, w.notes = nil, nil
	w.setContent(w.room.content)
	w.setTitle(w.session.Event().Title)
	w.setMenu()
}

// setContent puts something else on the window. What had the keys is told that
// they left it, which Fyne leaves out: a field would let its caret blink on.
func (w *Window) setContent(o fyne.CanvasObject) {
	w.window.Canvas().Unfocus()
	w.window.SetContent(o)
}

// inRoom reports whether the reading room is on the window.
func (w *Window) inRoom() bool { return w.room != nil && w.screen == nil && w.notes == nil }

func (w *Window) setTitle(event string) {
	if event == "" {
		w.window.SetTitle(programName)
		return
	}
	w.window.SetTitle(event + " — " + programName)
}

func (w *Window) wireRoom() {
	r := w.room
	r.OnBringIn = w.chooseReports
	r.OnPaste = w.paste
	r.OnEventMenu = w.eventMenu
	r.OnReportMenu = w.reportMenu
	r.OnTextMenu = w.textMenu
	r.OnLookOver = w.lookOverAgain
	r.OnTitle = func(title string) {
		if w.inRoom() {
			w.setTitle(title)
		}
	}
	r.OnReading = w.showReading
	r.OnProject = func(on bool) {
		w.window.SetFullScreen(on)
		w.setMenu()
	}
	r.OnUndo, r.OnView = w.refreshMenu, w.refreshMenu
	r.OnKey = w.command
	r.OnPast = w.showWordings
	r.OnPopUp, r.OnAsk, r.OnCopy = w.popUp, w.ask, w.app.Clipboard().SetContent
	r.tie.OnShut = func() { w.showWhy(false) }
	for _, h := range r.headers {
		h.OnMenu = w.reportMenu
	}
}

// key runs commands of keys that no widget took.
func (w *Window) key(k *fyne.KeyEvent) {
	switch top := w.window.Canvas().Overlays().Top(); {
	case top == nil:
	case w.chooser != nil && top == w.chooser:
		w.chooser.TypedKey(k)
		return
	default:
		if k.Name == fyne.KeyEscape {
			top.Hide()
		}
		return
	}
	switch {
	case w.inRoom():
		w.room.command(k)
		return
	case w.screen != nil:
		w.screen.TypedKey(k)
		return
	case w.notes != nil && k.Name == fyne.KeyEscape:
		w.notes.OnClose()
		return
	}
	w.command(k)
}

// command runs the single keys that hold wherever the reader is; it reports
// whether the key was one.
func (w *Window) command(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyF1:
		w.showHelp()
	case fyne.KeyF11:
		if shiftHeld() && w.room != nil && w.screen == nil {
			w.project()
			return true
		}
		w.window.SetFullScreen(!w.window.FullScreen())
	default:
		return false
	}
	return true
}

// project shows the reports for a room of people, or goes back.
func (w *Window) project() { w.room.project(!w.room.projector.on) }

// showProblem tells what could not be done, in the reader's words.
func (w *Window) showProblem(err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	said, next := told(err)
	text := words(said+"\n\n"+next, fyne.TextStyle{})
	d := keyed.NewDialog(lang.L("That did not work"), lang.L("OK"), text, w.window)
	d.Resize(fyne.NewSize(440, 180))
	d.Show()
}

func (w *Window) closeSession() {
	if w.session == nil {
		return
	}
	w.backups.Stop()
	w.session.OnChange, w.session.OnProblem = nil, func(err error) { log.Printf("close the library: %v", err) }
	if err := w.session.Close(); err != nil {
		log.Printf("close the library: %v", err)
	}
	w.session = nil
}
