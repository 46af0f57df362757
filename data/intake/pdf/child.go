package pdf

import (
	"encoding/json"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"parallax/data/intake/document"
)

// childCommand is the argument that makes the program a reader of one PDF. It
// is no command for people: see Main.
const childCommand = "pdf-text"

// How the child ends when it may not go on.
const (
	exitTime   = 3
	exitMemory = 4
)

// ready says that Main was called, so that this program can be started again.
var ready bool

// Main must be called first by main, and by TestMain where tests read PDFs. In
// a process that was started to read one it does so and ends the process; in
// any other it returns at once.
func Main() {
	ready = true
	if len(os.Args) == 2 && os.Args[1] == childCommand {
		serve(os.Stdin, os.Stdout)
		os.Exit(0)
	}
}

// serve reads the PDF on in and writes the answer on out, within the limits.
func serve(in io.Reader, out io.Writer) {
	time.AfterFunc(document.MaxPDFTime, func() { os.Exit(exitTime) })
	debug.SetMemoryLimit(document.MaxPDFMemory * 3 / 4)
	debug.SetMaxStack(document.MaxPDFMemory / 8)
	limitProcess()
	go watchMemory()
	b, err := io.ReadAll(io.LimitReader(in, document.MaxFile+1))
	a := answer{Failure: failBroken}
	if err == nil {
		a = readSafely(b)
	}
	if err := json.NewEncoder(out).Encode(a); err != nil { // nobody listens any more
		os.Exit(1)
	}
}

// readSafely reads a PDF; one that makes the reader fail is a damaged one.
func readSafely(b []byte) (a answer) {
	defer func() {
		if recover() != nil {
			a = answer{Failure: failBroken}
		}
	}()
	return read(b)
}

// watchMemory ends the process when it holds more than it may.
func watchMemory() {
	held := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(20 * time.Millisecond) {
		metrics.Read(held)
		if held[0].Value.Uint64()-held[1].Value.Uint64() > document.MaxPDFMemory {
			os.Exit(exitMemory)
		}
	}
}
