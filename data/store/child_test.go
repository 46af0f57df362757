package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parallax/data"
)

// Some tests need a second program: one to kill, one to refuse, one without
// the rights of the first. They start the test binary again with the name of
// a part to play in this variable, and its arguments.
const partVariable = "PARALLAX_STORE_TEST_PART"

var parts = map[string]func(args []string) error{
	"save notes":      saveNotesForEver,
	"open":            openOnce,
	"migrate and die": migrateAndDie,
	"fill":            fillSmallDisk,
	"read":            readOnly,
}

func TestMain(m *testing.M) {
	part := os.Getenv(partVariable)
	if part == "" {
		os.Exit(m.Run())
	}
	if err := parts[part](os.Args[1:]); err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

// playing is a command that plays a part in another process.
func playing(t *testing.T, part string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), partVariable+"="+part)
	c.Stderr = os.Stderr
	return c
}

// played runs a part to its end and returns what it said.
func played(t *testing.T, part string, args ...string) string {
	t.Helper()
	out, err := playing(t, part, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", part, err, out)
	}
	return strings.TrimSpace(string(out))
}

// saveNotesForEver saves notes, and prints the ID of each once it is saved.
func saveNotesForEver(args []string) error {
	ctx := context.Background()
	l, err := Open(ctx, args[0])
	if err != nil {
		return err
	}
	shelves, err := l.Shelves(ctx)
	if err != nil {
		return err
	}
	reports, err := l.Reports(ctx, shelves[0].ID)
	if err != nil {
		return err
	}
	for {
		n := data.Note{ID: data.NewID(), EventID: shelves[0].ID, Body: strings.Repeat("kept ", 50), Tags: []string{"NA"}}
		n.Anchors = []data.Anchor{data.MakeAnchor(&reports[0], data.Left, data.Span{Start: 0, End: 9})}
		if err := l.SaveNote(ctx, n); err != nil {
			return err
		}
		fmt.Println(n.ID)
	}
}

func TestAKilledProgramLosesNoSavedNote(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	s.addReport("The Courier", bridgeText)
	must(t, s.Close())
	saved := map[data.ID]bool{}
	for round := range 12 {
		c := playing(t, "save notes", s.Path())
		out, err := c.StdoutPipe()
		must(t, err)
		must(t, c.Start())
		lines := bufio.NewReader(out)
		for range 1 + round*7 {
			id, err := lines.ReadString('\n')
			must(t, err)
			saved[data.ID(strings.TrimSpace(id))] = true
		}
		must(t, c.Process.Kill())
		// What it had told before it died counts too, but for a line cut short.
		rest, err := io.ReadAll(lines)
		must(t, err)
		for line := range strings.Lines(string(rest)) {
			if id, whole := strings.CutSuffix(line, "\n"); whole {
				saved[data.ID(id)] = true
			}
		}
		c.Wait()
	}
	l := openLibrary(t, s.Path())
	notes, err := l.Notes(ctx, s.event)
	must(t, err)
	for _, n := range notes {
		delete(saved, n.ID)
	}
	if len(saved) != 0 {
		t.Errorf("%d saved notes are gone", len(saved))
	}
	must(t, l.Verify(ctx))
}

// openOnce opens a library and says how that went.
func openOnce(args []string) error {
	l, err := Open(context.Background(), args[0])
	if err != nil {
		said, _ := data.Plain(err)
		fmt.Println(said)
		return nil
	}
	fmt.Println("opened")
	return l.Close()
}

func TestALibraryIsOpenOnce(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	const refusal = "This library is already open."
	if got := played(t, "open", s.Path()); got != refusal {
		t.Errorf("another program: %s", got)
	}
	_, err := Open(ctx, s.Path())
	if said, _ := data.Plain(err); said != refusal {
		t.Errorf("the same program: %v", err)
	}
	if err := Restore(s.Path(), s.Path()); err == nil {
		t.Error("a library was put in place of one that is open")
	}
	_, err = s.Shelves(ctx)
	must(t, err)
	must(t, s.AddEvent(ctx, data.Event{ID: "still", Title: "Still mine"}))
	must(t, s.Close())
	if got := played(t, "open", s.Path()); got != "opened" {
		t.Errorf("after it was closed: %s", got)
	}
	left, err := os.ReadDir(filepath.Dir(s.Path()))
	must(t, err)
	for _, e := range left {
		if name := e.Name(); !strings.HasPrefix(name, "my library.parallax") || strings.Contains(name, ".before-") {
			t.Errorf("left behind: %s", name)
		}
	}
}
