package gui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// longReport makes a text of about n words; two seeds tell mostly the same
// sentences in other words.
func longReport(n, seed int) string {
	var b strings.Builder
	for i := 0; i < n/12; i++ {
		fmt.Fprintf(&b, "On day %d warden W%dton %s the %d crates beside harbour H%dby again. ",
			i, i, []string{"counted", "checked", "moved"}[(i*7+seed)%3], i*3%97, i*5)
		if i%5 == 4 {
			b.WriteString("\n")
		}
	}
	return b.String()
}

// longFiles writes two reports of about n words into dir.
func longFiles(t testing.TB, dir string, n int) []string {
	t.Helper()
	var files []string
	for i, name := range []string{"a.txt", "b.txt"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(longReport(n, i)), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}

// BenchmarkNextDifference100k is the work between a key press and the first
// moment the screen can be painted, in two reports of 100,000 words each.
func BenchmarkNextDifference100k(b *testing.B) {
	w := newBench(b, Options{Files: longFiles(b, b.TempDir(), 100_000)})
	if !w.session.Compared() {
		b.Fatal("not compared")
	}
	for b.Loop() {
		w.room.command(&fyne.KeyEvent{Name: fyne.KeyF7})
	}
	b.ReportMetric(float64(len(w.session.Stops())), "differences")
}

// BenchmarkShowNotes is what tagging a note costs the screen when an event has a
// hundred.
func BenchmarkShowNotes(b *testing.B) {
	w := newBench(b, Options{})
	for i := range 100 {
		w.session.GoTo(i % len(w.session.Stops()))
		w.session.AddNote()
		w.say(w.session.OpenNoteID(), "What is said here is said in other words there, and I wonder why.")
	}
	w.settle()
	for b.Loop() {
		w.session.ToggleTag(w.session.OpenNoteID(), "NA")
		w.settle()
	}
}

// BenchmarkTypedLetter is one letter written in a long note, with all that
// follows from it before the screen is painted: 5,000 words in paragraphs of
// fifty, in one paragraph, and a megabyte.
func BenchmarkTypedLetter(b *testing.B) {
	line := "noticing words takes time and care as a reader "
	paragraph := strings.Repeat(line, 6) + "\n"
	for name, text := range map[string]string{
		"paragraphs":    strings.Repeat(paragraph, 5000/54),
		"one paragraph": strings.Repeat(line, 5000/9),
		"a megabyte":    strings.Repeat(paragraph, 1<<20/len(paragraph)),
	} {
		b.Run(name, func(b *testing.B) {
			w := newBench(b, Options{})
			for i := range 30 {
				w.session.GoTo(i % len(w.session.Stops()))
				w.session.AddNote()
				w.say(w.session.OpenNoteID(), "What is said here is said in other words there.")
			}
			w.say(w.session.OpenNoteID(), text)
			w.session.SaveWritten()
			w.settle()
			w.room.notes.Focus(w.window.Canvas())
			body := w.room.notes.editor.body
			if body.Size().Width < 150 || w.window.Canvas().Focused() != fyne.Focusable(body) {
				b.Fatalf("the note is %v wide and has not got the keys", body.Size().Width)
			}
			n := 0
			for b.Loop() {
				n++
				letter := 'x'
				if n%6 == 0 {
					letter = ' '
				}
				body.TypedRune(letter)
			}
		})
	}
}
