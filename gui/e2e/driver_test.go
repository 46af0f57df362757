package e2e

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"parallax/data"
	"parallax/data/store"
)

// patience is how long the program may take to do as it was told.
const patience = 20 * time.Second

// A desk is a new user's home: her library and what the program remembers.
type desk struct {
	t       *testing.T
	home    string
	library string
	env     []string // besides what the tests were started with
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	if os.Getenv("PARALLAX_E2E") == "" {
		t.Skip("needs the built program and a screen: go run ./cmd/dev test")
	}
	home := t.TempDir()
	return &desk{t: t, home: home, library: filepath.Join(home, "library.parallax")}
}

// file writes a file into the home and returns its path.
func (d *desk) file(name, content string) string {
	d.t.Helper()
	path := filepath.Join(d.home, name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// events reads the library while no program has it open.
func (d *desk) events(look func(l *store.Library, events []data.Shelf)) {
	d.t.Helper()
	ctx := context.Background()
	l, err := store.OpenCopy(ctx, d.library)
	if err != nil {
		d.t.Fatal(err)
	}
	defer l.Close()
	events, err := l.Shelves(ctx)
	if err != nil {
		d.t.Fatal(err)
	}
	look(l, events)
}

// onDisk reports whether words have reached the library's files, which say so
// even while the program keeps them locked.
func (d *desk) onDisk(words string) bool {
	for _, name := range []string{d.library, d.library + "-wal"} {
		if b, err := os.ReadFile(name); err == nil && bytes.Contains(b, []byte(words)) {
			return true
		}
	}
	return false
}

// A program is one running Parallax.
type program struct {
	*desk
	cmd    *exec.Cmd
	ended  chan error
	window string      // the X window's number
	size   image.Point // the window is to have, where it was told one
	kept   picture     // the last one, where they are kept anew
}

// start runs the program and waits for a window whose title matches.
func (d *desk) start(title string, args ...string) *program {
	d.t.Helper()
	p := &program{desk: d, ended: make(chan error, 1)}
	p.cmd = exec.Command(os.Getenv("PARALLAX_E2E"), append([]string{"--library", d.library}, args...)...)
	p.cmd.Env = append(os.Environ(), "HOME="+d.home, "XDG_CONFIG_HOME="+filepath.Join(d.home, "config"), "XDG_DATA_HOME="+filepath.Join(d.home, "data"))
	p.cmd.Env = append(p.cmd.Env, d.env...)
	var said bytes.Buffer
	p.cmd.Stdout, p.cmd.Stderr = &said, &said
	if err := p.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	go func() { p.ended <- p.cmd.Wait() }()
	d.t.Cleanup(func() {
		p.kill()
		if d.t.Failed() && said.Len() > 0 {
			d.t.Logf("the program said:\n%s", said.String())
		}
	})
	p.awaitTitle(title)
	p.tool("windowactivate", "--sync", p.window)
	return p
}

// awaitTitle waits until the window's title matches.
func (p *program) awaitTitle(title string) {
	p.t.Helper()
	match := regexp.MustCompile("^" + title + "$")
	var seen string
	p.await(func() bool {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--pid", fmt.Sprint(p.cmd.Process.Pid), "--name", ".").Output()
		if err != nil {
			return false
		}
		p.window, _, _ = strings.Cut(strings.TrimSpace(string(out)), "\n")
		name, err := exec.Command("xdotool", "getwindowname", p.window).Output()
		seen = strings.TrimSpace(string(name))
		return err == nil && match.MatchString(seen)
	}, func() string { return fmt.Sprintf("a window %q; it is %q", title, seen) })
}

// await waits until done, looking twenty times a second.
func (p *program) await(done func() bool, what func() string) {
	p.t.Helper()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	ticks := time.NewTicker(50 * time.Millisecond)
	defer ticks.Stop()
	for !done() {
		select {
		case <-deadline.C:
			p.t.Fatalf("waited %v for %s", patience, what())
		case <-ticks.C:
		}
	}
}

// tool runs xdotool.
func (p *program) tool(args ...string) string {
	p.t.Helper()
	out, err := exec.Command("xdotool", args...).CombinedOutput()
	if err != nil {
		p.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (p *program) key(keys ...string) { p.t.Helper(); p.tool(append([]string{"key"}, keys...)...) }
func (p *program) write(words string) { p.t.Helper(); p.tool("type", "--delay", "15", words) }

// drag moves the mouse over the window with its button down; places are parts
// of the window's width and height.
func (p *program) drag(x0, y0, x1, y1 float64) {
	p.t.Helper()
	size := p.shot().size
	at := func(part float64, of int) int { return int(part * float64(of)) }
	p.pull(at(x0, size.X), at(y0, size.Y), at(x1, size.X), at(y1, size.Y))
}

// pull is drag between places counted in dots from the window's upper left corner.
func (p *program) pull(x0, y0, x1, y1 int) {
	p.t.Helper()
	p.mouseTo(x0, y0)
	p.tool("mousedown", "1")
	for i := 1; i <= 4; i++ {
		p.mouseTo(x0+(x1-x0)*i/4, y0+(y1-y0)*i/4)
	}
	p.tool("mouseup", "1")
}

// click clicks a place of the window, counted in dots.
func (p *program) click(x, y int) {
	p.t.Helper()
	p.mouseTo(x, y)
	p.tool("click", "1")
}

func (p *program) mouseTo(x, y int) {
	p.t.Helper()
	p.tool("mousemove", "--window", p.window, fmt.Sprint(x), fmt.Sprint(y))
}

// A picture is what a window shows: its dots row by row, three bytes each.
type picture struct {
	size image.Point
	dots []byte
}

// shot is what the window shows.
func (p *program) shot() picture {
	p.t.Helper()
	out, err := exec.Command("import", "-silent", "-window", p.window, "-depth", "8", "ppm:-").Output()
	if err != nil {
		p.t.Fatalf("take a picture of the window: %v", err)
	}
	var shown picture
	var most int
	if _, err := fmt.Fscanf(bytes.NewReader(out), "P6\n%d %d\n%d\n", &shown.size.X, &shown.size.Y, &most); err != nil || most != 255 {
		p.t.Fatalf("read the picture of the window: %v, %d shades", err, most)
	}
	n := 3 * shown.size.X * shown.size.Y
	if len(out) < n {
		p.t.Fatalf("the picture of the window is cut: %d bytes for %v", len(out), shown.size)
	}
	shown.dots = out[len(out)-n:]
	return shown
}

// right is the part of a picture from x on.
func (s picture) right(x int) []byte {
	var dots []byte
	for y := range s.size.Y {
		dots = append(dots, s.dots[3*(y*s.size.X+x):3*(y+1)*s.size.X]...)
	}
	return dots
}

// alike reports whether two pictures are the same, dot for dot.
func alike(a, b picture) bool { return a.size == b.size && bytes.Equal(a.dots, b.dots) }

// settled is what the window shows once it has shown the same three times running.
func (p *program) settled() picture {
	p.t.Helper()
	last, same := p.shot(), 0
	p.await(func() bool {
		now := p.shot()
		if alike(last, now) {
			same++
		} else {
			same = 0
		}
		last = now
		return same == 2
	}, func() string { return "the window to come to rest" })
	return last
}

// changes does something and returns what the window shows then, which must
// not be what it showed before.
func (p *program) changes(before picture, what string, do func()) picture {
	p.t.Helper()
	do()
	p.await(func() bool { return !alike(before, p.shot()) }, func() string { return what })
	return p.settled()
}

// copied waits for text on the clipboard and returns it.
func (p *program) copied() string {
	p.t.Helper()
	var out []byte
	p.await(func() bool {
		var err error
		out, err = exec.Command("xclip", "-o", "-selection", "clipboard").Output()
		return err == nil && len(out) > 0
	}, func() string { return "words on the clipboard" })
	return string(out)
}

// clipboard puts text on the clipboard for the rest of the test.
func (p *program) clipboard(text string) {
	p.t.Helper()
	owner := exec.Command("xclip", "-quiet", "-selection", "clipboard", "-i")
	owner.Stdin = strings.NewReader(text)
	if err := owner.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() {
		owner.Process.Kill()
		owner.Wait()
	})
	p.await(func() bool {
		out, err := exec.Command("xclip", "-o", "-selection", "clipboard").Output()
		return err == nil && string(out) == text
	}, func() string { return "the clipboard to be filled" })
}

// close closes the window as the window manager does and waits for the program to end.
func (p *program) close() {
	p.t.Helper()
	p.tool("windowactivate", "--sync", p.window, "key", "alt+F4")
	p.ends()
}

// stop ends the program as the system does when it shuts down.
func (p *program) stop() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
	p.ends()
}

// ends waits for the program to end in good order.
func (p *program) ends() {
	p.t.Helper()
	patience := time.NewTimer(patience)
	defer patience.Stop()
	select {
	case err := <-p.ended:
		p.ended <- err
		if err != nil {
			p.t.Fatalf("the program ended with %v", err)
		}
	case <-patience.C:
		p.t.Fatal("the program goes on")
	}
}

// kill ends the program at once, as a pulled plug does.
func (p *program) kill() {
	p.cmd.Process.Kill()
	err := <-p.ended
	p.ended <- err
}
