package e2e

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"

	"parallax/assets"
	"parallax/data"
	"parallax/data/store"
)

const sampleTitle = "The new lunch menu — Parallax"

// On first run the sample is open, and F7 walks through its differences.
func TestFirstRunWalksThroughTheSample(t *testing.T) {
	p := newDesk(t).start(sampleTitle)
	at0 := p.settled()
	at1 := p.changes(at0, "the first difference", func() { p.key("F7") })
	at2 := p.changes(at1, "the second difference", func() { p.key("alt+Down") })
	if back := p.changes(at2, "the first difference again", func() { p.key("shift+F7") }); !alike(back, at1) {
		t.Error("Shift+F7 does not lead back to what F7 showed")
	}
	p.close()
}

// Words selected with the mouse are words of the report.
func TestDragSelectsWordsOfTheReport(t *testing.T) {
	p := newDesk(t).start(sampleTitle)
	before := p.settled()
	p.changes(before, "a selection", func() { p.drag(.22, .45, .38, .55) })
	p.key("ctrl+c")
	words := p.copied()
	_, reports := assets.Sample()
	if len(strings.Fields(words)) < 3 || !strings.Contains(reports[0].Report.Text, words) {
		t.Errorf("copied %q, which are not words of report A", words)
	}
	p.close()
}

// A note written on selected words is there after the plug was pulled.
func TestNoteOutlivesAPulledPlug(t *testing.T) {
	d := newDesk(t)
	p := d.start(sampleTitle)
	before := p.settled()
	p.changes(before, "a selection", func() { p.drag(.22, .45, .38, .55) })
	p.key("ctrl+n")
	const body = "The price comes early here"
	p.write(body)
	p.await(func() bool { return d.onDisk(body) }, func() string { return "the note to be saved" })
	p.settled() // the words reach the disk a moment before the end of what is written with them
	p.kill()

	_, reports := assets.Sample()
	d.events(func(l *store.Library, events []data.Shelf) {
		if len(events) != 1 || events[0].Notes != 1 {
			t.Fatalf("the library holds %+v", events)
		}
		notes, err := l.Notes(context.Background(), events[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		n := notes[0]
		if n.Body != body || len(n.Anchors) == 0 {
			t.Fatalf("the note is %+v", n)
		}
		for _, a := range n.Anchors {
			if a.Loose || a.Quote == "" || a.Of(reports[a.Side].Report.Text) != a.Quote {
				t.Errorf("the note is tied to %+v", a)
			}
		}
	})

	again := d.start(sampleTitle)
	after := again.settled()
	notes := after.size.X * 78 / 100 // they are listed at the right
	if after.size != before.size || bytes.Equal(after.right(notes), before.right(notes)) {
		t.Error("the note is not on the screen")
	}
	again.close()
}

// What was just typed is saved when the system ends the program.
func TestTypingIsSavedWhenTheSystemShutsDown(t *testing.T) {
	d := newDesk(t)
	p := d.start(sampleTitle)
	before := p.settled()
	p.changes(before, "the first difference", func() { p.key("F7") })
	p.key("ctrl+n")
	const body = "typed a moment ago"
	p.write(body)
	p.stop()
	d.events(func(l *store.Library, events []data.Shelf) {
		notes, err := l.Notes(context.Background(), events[0].ID)
		// The last letters may still be on their way from the keyboard.
		if err != nil || len(notes) != 1 || len(notes[0].Body) < 5 || !strings.HasPrefix(body, notes[0].Body) {
			t.Errorf("the notes are %+v: %v", notes, err)
		}
	})
}

// The window comes back as large as it was left.
func TestWindowSizeIsRemembered(t *testing.T) {
	d := newDesk(t)
	p := d.start(sampleTitle)
	// A busy machine may close the window before the program has seen its new
	// size, so that it is told more than once.
	for try := range 3 {
		p.tool("windowsize", "--sync", p.window, "1180", "690")
		p.settled()
		want := p.shot().size
		p.close()
		p = d.start(sampleTitle)
		p.settled()
		if p.shot().size == want {
			break
		}
		if try == 2 {
			t.Errorf("the window was %v large and is %v", want, p.shot().size)
		}
	}
	p.close()
}

func (s picture) image() image.Image {
	img := image.NewRGBA(image.Rectangle{Max: s.size})
	for i := range s.size.X * s.size.Y {
		copy(img.Pix[4*i:], s.dots[3*i:3*i+3])
		img.Pix[4*i+3] = 255
	}
	return img
}

// A file that is no library is told of in the window and stays as it is.
func TestFileThatIsNoLibraryIsLeftAlone(t *testing.T) {
	d := newDesk(t)
	const recipe = "Soup for forty: 5 kilos of lentils, 3 of carrots.\n"
	d.file("library.parallax", recipe)
	p := d.start("Parallax")
	p.settled()
	p.close()
	if now, err := os.ReadFile(d.library); err != nil || string(now) != recipe {
		t.Errorf("the file is now %q (%v)", now, err)
	}
}

// Undo takes a note back, redo brings it again, and both reach the disk.
func TestUndoAndRedoANote(t *testing.T) {
	d := newDesk(t)
	p := d.start(sampleTitle)
	without := p.changes(p.settled(), "a difference", func() { p.key("F7") })
	p.changes(without, "a note", func() { p.key("ctrl+n") })
	p.write("Who decided?")
	p.key("ctrl+Return")
	with := p.settled()
	without = p.changes(with, "one step less", func() { p.key("ctrl+z") })
	p.changes(without, "the step again", func() { p.key("ctrl+y") })
	p.close()
	d.events(func(l *store.Library, events []data.Shelf) {
		notes, err := l.Notes(context.Background(), events[0].ID)
		if err != nil || len(notes) != 1 || notes[0].Body != "Who decided?" {
			t.Errorf("the library holds the notes %+v (%v)", notes, err)
		}
	})
}

// A pair confirmed by a key is a ruling in the library.
func TestRulingIsKept(t *testing.T) {
	d := newDesk(t)
	p := d.start(sampleTitle)
	pair := p.changes(p.settled(), "a pair", func() { p.key("ctrl+F7") })
	p.changes(pair, "the ruling", func() { p.key("alt+y") })
	p.close()
	d.events(func(l *store.Library, events []data.Shelf) {
		reports, err := l.Reports(context.Background(), events[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		links, err := l.Links(context.Background(), reports[0].ID, reports[1].ID)
		if err != nil || len(links) != 1 || links[0].Verdict != data.TellsSame {
			t.Errorf("the library holds the rulings %+v (%v)", links, err)
		}
	})
}

// TestPicture takes the README's picture; it runs for `go run ./cmd/dev picture`.
func TestPicture(t *testing.T) {
	file := os.Getenv("PARALLAX_PICTURE")
	if file == "" {
		t.Skip("takes a picture: go run ./cmd/dev picture")
	}
	p := newDesk(t).start(sampleTitle)
	p.tool("windowsize", "--sync", p.window, "1366", "768")
	shown := p.settled()
	shown = p.changes(shown, "a difference", func() { p.key(strings.Fields(strings.Repeat("F7 ", 4))...) })
	p.changes(shown, "a new note", func() { p.key("ctrl+n") })
	p.write(`"Has cut" sounds final. "Is trying" sounds like a test.`)
	p.key("alt+1", "ctrl+Return")
	p.tool("mousemove", "--window", p.window, "683", "50")
	shown = p.settled()
	if shown.size != image.Pt(1366, 768) {
		t.Fatalf("the window is %v", shown.size)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, shown.image()); err != nil {
		t.Fatal(err)
	}
	p.close()
}
