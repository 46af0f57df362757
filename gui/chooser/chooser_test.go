package chooser

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"parallax/assets"
	"parallax/gui/bidi"
	"parallax/gui/palette"
)

func TestMain(m *testing.M) {
	os.Setenv("LC_ALL", "en")
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// A bench is a chooser over a window without a screen whose posted work waits
// for settle.
type bench struct {
	*Chooser
	t      testing.TB
	window fyne.Window
	posts  chan func()
	chosen []string
	folder string
	gone   bool
	asked  func(string)
}

func newBench(t testing.TB, o Options) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(palette.Theme{})
	b := &bench{t: t, posts: make(chan func(), 1000)}
	b.window = test.NewTempWindow(t, widget.NewLabel("A report"))
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(1366, 700))
	o.Title = "Bring in reports"
	if o.Kind == nil {
		o.Kind = textOnly
	}
	o.Act = func(files, folders int) string { return fmt.Sprintf("Open %d + %d", files, folders) }
	o.Day = func(day time.Time) string { return day.UTC().Format("2 January 2006") }
	o.Ask = func(_, _ string, done func(string)) { b.asked = done }
	o.Post = func(f func()) { b.posts <- f }
	o.OnChosen = func(paths []string, folder string) { b.chosen, b.folder = paths, folder }
	o.OnClosed = func() { b.gone = true }
	b.Chooser = New(b.window.Canvas(), o)
	b.Show()
	b.settle()
	return b
}

// settle runs what is posted until no folder is being read.
func (b *bench) settle() {
	b.t.Helper()
	late := time.NewTimer(20 * time.Second)
	defer late.Stop()
	for b.Busy() {
		select {
		case f := <-b.posts:
			f()
		case <-late.C:
			b.t.Fatal("the folder is not read")
		}
	}
}

func (b *bench) press(keys ...fyne.KeyName) {
	b.t.Helper()
	for _, k := range keys {
		b.hit(k)
		b.settle()
	}
}

// hit presses a key without waiting for what comes of it.
func (b *bench) hit(k fyne.KeyName) {
	b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}

func (b *bench) write(words string) {
	for _, r := range words {
		b.window.Canvas().Focused().TypedRune(r)
	}
}

func (b *bench) shortcut(s fyne.Shortcut) {
	b.t.Helper()
	b.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(s)
	b.settle()
}

// click presses the mouse on the row of an entry: on its name or, box, on its box.
func (b *bench) click(name string, box bool, held fyne.KeyModifier) {
	b.t.Helper()
	for i, e := range b.list.entries {
		if e.name == name {
			at := fyne.NewPos(b.rows.nameAt()+20, (float32(i)+.5)*rowHeight)
			if box {
				at.X = edge + 4
			}
			b.rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: held})
			return
		}
	}
	b.t.Fatalf("there is no %q", name)
}

// holds checks what is picked, in words and on the button.
func (b *bench) holds(picked, about, button string) {
	b.t.Helper()
	if got := names(b.list.picked()); got != picked || !strings.Contains(b.about.Text, about) || b.choose.Text != button || b.choose.Disabled() != (picked == "") {
		b.t.Fatalf("picked %q, said %q, button %q (off: %t); want %q, %q, %q", got, b.about.Text, b.choose.Text, b.choose.Disabled(), picked, about, button)
	}
}

func school(t testing.TB) string {
	return fill(t, "week/monday.txt", "week/tuesday.txt", "a.txt", "b.txt", "c.txt", "song.mp3", ".hidden.txt")
}

func TestSeveralByKeys(t *testing.T) {
	dir := school(t)
	b := newBench(t, Options{Want: Several, Start: dir})
	b.holds("", "Enter or a double click opens the folder", "Open 0 + 0")
	b.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown)
	b.holds("a.txt", "1 file", "Open 1 + 0")
	b.press(fyne.KeySpace)
	b.holds("a.txt c.txt", "2 files", "Open 2 + 0")
	b.press(fyne.KeyHome, fyne.KeySpace)
	b.holds("week a.txt c.txt", "2 files, 1 folder", "Open 2 + 1")
	b.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	want := []string{filepath.Join(dir, "week"), filepath.Join(dir, "a.txt"), filepath.Join(dir, "c.txt")}
	if strings.Join(b.chosen, "|") != strings.Join(want, "|") || b.folder != dir || !b.gone || b.window.Canvas().Overlays().Top() != nil {
		t.Errorf("chosen %q in %s, closed: %t", b.chosen, b.folder, b.gone)
	}
}

func TestSeveralByMouse(t *testing.T) {
	b := newBench(t, Options{Want: Several, Start: school(t)})
	b.click("a.txt", false, 0)
	b.click("b.txt", false, 0)
	b.holds("b.txt", "1 file", "Open 1 + 0")
	b.click("c.txt", true, 0)
	b.holds("b.txt c.txt", "2 files", "Open 2 + 0")
	b.click("b.txt", false, fyne.KeyModifierShortcutDefault)
	b.holds("c.txt", "1 file", "Open 1 + 0")
	b.click("c.txt", false, 0)
	b.click("a.txt", false, fyne.KeyModifierShift)
	b.holds("a.txt b.txt c.txt", "3 files", "Open 3 + 0")
	b.rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(90, 5000)}, Button: desktop.MouseButtonPrimary})
	b.holds("", "", "Open 0 + 0")
	// A double click on a folder opens it, one on two rows or on a box does not.
	b.click("week", true, 0)
	b.click("week", true, 0)
	b.rows.DoubleTapped(nil)
	b.click("a.txt", false, 0)
	b.click("week", false, 0)
	b.rows.DoubleTapped(nil)
	b.settle()
	if got := names(b.list.entries); got != "week a.txt b.txt c.txt" || b.chosen != nil {
		t.Fatalf("opened %q, chosen %q", got, b.chosen)
	}
	b.click("week", false, 0)
	b.rows.DoubleTapped(nil)
	b.settle()
	if got := names(b.list.entries); got != "monday.txt tuesday.txt" {
		t.Fatalf("the folder holds %q", got)
	}
	b.click("tuesday.txt", false, 0)
	b.click("tuesday.txt", false, 0)
	b.rows.DoubleTapped(nil)
	if len(b.chosen) != 1 || filepath.Base(b.chosen[0]) != "tuesday.txt" {
		t.Errorf("chosen %q", b.chosen)
	}
}

func TestWalkingFolders(t *testing.T) {
	dir := school(t)
	b := newBench(t, Options{Want: Several, Start: dir})
	b.press(fyne.KeyReturn)
	if got := names(b.list.entries); got != "monday.txt tuesday.txt" {
		t.Fatalf("Enter opened %q", got)
	}
	b.press(fyne.KeyBackspace)
	if e := b.list.current(); e == nil || e.name != "week" || b.shown() != dir {
		t.Fatalf("Backspace led to %s, the cursor on %+v", b.shown(), e)
	}
	b.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	if b.shown() != filepath.Dir(dir) || b.list.name() != filepath.Base(dir) {
		t.Fatalf("Alt+Up led to %s, the cursor on %q", b.shown(), b.list.name())
	}
	b.Open(filepath.Join(dir, "week"))
	b.settle()
	steps := b.trail.steps
	test.Tap(&steps[len(steps)-2].Button)
	b.settle()
	if b.shown() != dir {
		t.Errorf("the path bar led to %s", b.shown())
	}
	b.places.OnGo(b.places.places[0].path)
	b.settle()
	if b.shown() != b.home {
		t.Errorf("the first place led to %s", b.shown())
	}
	b.Open(string(filepath.Separator))
	b.settle()
	b.press(fyne.KeyBackspace) // there is nothing above
	if b.shown() != filepath.VolumeName(b.home)+string(filepath.Separator) {
		t.Errorf("above the root is %s", b.shown())
	}
	b.press(fyne.KeyEscape)
	if !b.gone || b.chosen != nil {
		t.Error("Escape did not close it")
	}
}

// shown is the folder that is shown.
func (b *bench) shown() string { return b.Chooser.folder.path }

func TestFindByTyping(t *testing.T) {
	b := newBench(t, Options{Want: Several, Start: school(t)})
	b.write("b")
	b.holds("", "Looking for “b”", "Open 0 + 0")
	b.press(fyne.KeySpace)
	b.holds("b.txt", "1 file", "Open 1 + 0")
	b.write("wx")
	b.holds("b.txt", "No name here has “wx” in it.", "Open 1 + 0")
	b.press(fyne.KeyBackspace)
	if b.list.name() != "week" {
		t.Errorf("the cursor is on %q", b.list.name())
	}
	b.press(fyne.KeyEscape)
	b.holds("b.txt", "1 file", "Open 1 + 0")
	b.press(fyne.KeyEscape)
	if !b.gone {
		t.Error("the second Escape did not close it")
	}
}

func TestShowEverythingAndOrder(t *testing.T) {
	b := newBench(t, Options{Want: Several, Start: school(t)})
	b.press(fyne.KeyEnd)
	b.holds("", "2 more files are not shown", "Open 0 + 0")
	b.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyH, Modifier: fyne.KeyModifierShortcutDefault})
	if got := names(b.list.entries); got != "week .hidden.txt a.txt b.txt c.txt song.mp3" || b.list.name() != "c.txt" {
		t.Errorf("%q, the cursor on %q", got, b.list.name())
	}
	test.Tap(&b.head.changed.Button)
	if got := names(b.list.entries); got != "week .hidden.txt song.mp3 c.txt b.txt a.txt" || b.list.name() != "c.txt" {
		t.Errorf("newest first: %q, the cursor on %q", got, b.list.name())
	}
	b.shortcut(&fyne.ShortcutSelectAll{})
	b.holds(".hidden.txt song.mp3 c.txt b.txt a.txt", "5 files", "Open 5 + 0")
	b.shortcut(&desktop.CustomShortcut{KeyName: fyne.Key1, Modifier: fyne.KeyModifierShortcutDefault})
	b.holds(".hidden.txt a.txt b.txt c.txt song.mp3", "5 files", "Open 5 + 0")
}

func TestOneFile(t *testing.T) {
	b := newBench(t, Options{Want: OneFile, Start: school(t)})
	b.write("c")
	b.holds("c.txt", "Looking for “c”", "Open 1 + 0")
	b.press(fyne.KeyHome)
	b.holds("", "Enter or a double click opens the folder.", "Open 0 + 0")
	b.press(fyne.KeyDown)
	b.holds("a.txt", "1 file", "Open 1 + 0")
	b.press(fyne.KeyDown)
	b.holds("b.txt", "1 file", "Open 1 + 0")
	b.shortcut(&fyne.ShortcutSelectAll{})
	b.click("c.txt", true, fyne.KeyModifierShift)
	b.holds("c.txt", "1 file", "Open 1 + 0")
	b.press(fyne.KeyReturn)
	if len(b.chosen) != 1 || filepath.Base(b.chosen[0]) != "c.txt" {
		t.Errorf("chosen %q", b.chosen)
	}
}

func TestOneFolder(t *testing.T) {
	dir := school(t)
	b := newBench(t, Options{Want: OneFolder, Start: dir})
	if got := names(b.list.entries); got != "week" || b.choose.Disabled() || b.about.Text != dir {
		t.Fatalf("%q, %q", got, b.about.Text)
	}
	b.askName()
	b.asked("  new/folder ")
	b.settle()
	if b.shown() != filepath.Join(dir, "folder") || !strings.Contains(b.said.Text, "There are no folders in here.") {
		t.Errorf("in %s it says %q", b.shown(), b.said.Text)
	}
	b.Open(filepath.Join(dir, "gone"))
	b.settle()
	if !b.choose.Disabled() {
		t.Error("a folder that is not there can be chosen")
	}
	b.Open(filepath.Join(dir, "week"))
	b.settle()
	b.Choose()
	if len(b.chosen) != 1 || b.chosen[0] != filepath.Join(dir, "week") || b.folder != b.chosen[0] {
		t.Errorf("chosen %q", b.chosen)
	}
}

// A folder that is gone or not to be read is told in a sentence, and the way
// out of it stays open. Where it is the first, the home is shown instead.
func TestFoldersNotShown(t *testing.T) {
	dir := school(t)
	b := newBench(t, Options{Want: Several, Start: filepath.Join(dir, "gone")})
	if b.shown() != b.home {
		t.Errorf("%s is shown in place of a folder that is gone", b.shown())
	}
	b.Open(filepath.Join(dir, "gone"))
	b.settle()
	if !strings.HasPrefix(b.said.Text, "This folder is not there any more.\nChoose another") || len(b.list.entries) > 0 {
		t.Errorf("it says %q over %q", b.said.Text, names(b.list.entries))
	}
	b.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyBackspace)
	if b.shown() != dir || b.said.Text != "" || b.list.cursor != 0 {
		t.Errorf("back in %s it says %q", b.shown(), b.said.Text)
	}
	b.Open(filepath.Join(dir, "a.txt"))
	b.settle()
	if !strings.HasPrefix(b.said.Text, "This folder could not be read.") {
		t.Errorf("of a file it says %q", b.said.Text)
	}
	empty := fill(t, "song.mp3")
	b.Open(empty)
	b.settle()
	if b.said.Text != "There is nothing in here that Parallax can open." || !strings.HasPrefix(b.about.Text, "1 more file ") {
		t.Errorf("of an empty folder it says %q, %q", b.said.Text, b.about.Text)
	}
}

// While a folder is read that takes long, it says so; closing does not wait for
// it, and nothing of it comes back.
func TestSlowFolder(t *testing.T) {
	dir, release := school(t), make(chan bool)
	slow := false
	b := newBench(t, Options{Want: Several, Start: dir, Kind: func(name string) string {
		if slow {
			<-release
		}
		return textOnly(name)
	}})
	slow = true
	b.goTo(filepath.Join(dir, "week"))
	for post := range b.posts {
		if post(); b.said.Text != "" {
			break
		}
	}
	if b.said.Text != "Reading the folder…" || len(b.list.entries) > 0 || !b.Busy() {
		t.Errorf("it says %q over %q", b.said.Text, names(b.list.entries))
	}
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn} { // on nothing
		b.hit(k)
	}
	close(release)
	b.settle()
	if got := names(b.list.entries); got != "monday.txt tuesday.txt" || b.said.Text != "" {
		t.Fatalf("it says %q over %q", b.said.Text, got)
	}
	release = make(chan bool)
	b.hit(fyne.KeyBackspace)
	b.hit(fyne.KeyEscape)
	if !b.gone {
		t.Fatal("Escape waits for the folder")
	}
	close(release)
	b.slot.Close()
	for len(b.posts) > 0 {
		(<-b.posts)()
	}
	if got := names(b.list.entries); got != "monday.txt tuesday.txt" {
		t.Errorf("after the chooser was closed came %q", got)
	}
	b.Hide() // once more does no harm
}

// Only the rows in sight are drawn, wherever the cursor is.
func TestManyFilesAreDrawnInPart(t *testing.T) {
	dir := t.TempDir()
	for i := range 3000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b := newBench(t, Options{Want: Several, Start: dir})
	for _, keys := range [][]fyne.KeyName{{}, {fyne.KeyEnd}, {fyne.KeyPageUp, fyne.KeyPageUp}, {fyne.KeyHome}} {
		b.press(keys...)
		drawn, cursor := 0, ""
		r := test.WidgetRenderer(b.rows).(*rowsRenderer)
		for _, v := range r.views {
			if at := v.ground.Position().Y; at >= b.rows.scroll.Offset.Y-rowHeight && at < b.rows.scroll.Offset.Y+b.rows.scroll.Size().Height {
				drawn++
			}
			if !v.ring.Hidden {
				cursor = v.name.Text
			}
		}
		if drawn < 10 || len(r.objects) > 40*8 || cursor != b.list.name() {
			t.Errorf("%v: %d rows, %d objects, the cursor on %q, drawn on %q", keys, drawn, len(r.objects), b.list.name(), cursor)
		}
	}
}

// A name in letters read from the right is drawn as one that begins at the left,
// and is found as it is typed.
func TestNamesReadFromTheRight(t *testing.T) {
	b := newBench(t, Options{Want: Several, Start: fill(t, "שלום.txt", "a.txt")})
	b.write("של")
	if b.list.name() != "שלום.txt" {
		t.Fatalf("the cursor is on %q", b.list.name())
	}
	if got := fitted(b.list.name(), 500); got != bidi.Part("שלום.txt", false) || got == bidi.Part("שלום.txt", true) {
		t.Errorf("drawn as %q", got)
	}
}

// Nothing is cut or lies over its neighbour, in a wide window and a narrow one.
func TestFitsNarrowWindows(t *testing.T) {
	b := newBench(t, Options{Want: Several, Start: fill(t, "a very long name of a page that was saved from the web by a student.txt", "b.txt")})
	for _, size := range []fyne.Size{{Width: 1366, Height: 700}, {Width: 860, Height: 560}, {Width: 573, Height: 400}} {
		b.window.Resize(size)
		b.Resize(size)
		b.press(fyne.KeyHome)
		b.content.Refresh() // the window does so before it paints
		r := test.WidgetRenderer(b.rows).(*rowsRenderer)
		for _, v := range r.views {
			right := v.name.Position().X + v.name.MinSize().Width
			if !v.changed.Hidden && v.name.Text != "" && right > v.changed.Position().X {
				t.Errorf("%v: %q reaches over its date", size, v.name.Text)
			}
		}
		if need := b.choose.MinSize().Width; b.choose.Size().Width < need {
			t.Errorf("%v: the button is %v wide", size, b.choose.Size().Width)
		}
		if w := b.content.Size(); w.Width > size.Width || w.Height > size.Height {
			t.Errorf("%v: the chooser is %v", size, w)
		}
	}
}

func TestNameThatCannotBeMade(t *testing.T) {
	dir := school(t)
	b := newBench(t, Options{Want: OneFolder, Start: dir})
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	b.askName()
	b.asked("new")
	b.settle()
	if !strings.HasPrefix(b.said.Text, "The folder could not be made.") {
		t.Errorf("it says %q", b.said.Text)
	}
	if _, err := os.Stat(filepath.Join(dir, "new")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// BenchmarkScroll10k is what one step through ten thousand files costs the screen.
func BenchmarkScroll10k(b *testing.B) {
	c := newBench(b, Options{Want: Several, Start: b.TempDir()})
	var entries []*entry
	for i := range 10_000 {
		entries = append(entries, fileNamed(fmt.Sprintf("A report that was saved from the web %d.txt", i)))
	}
	c.Chooser.folder.entries = entries
	c.fill("")
	for b.Loop() {
		c.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}
