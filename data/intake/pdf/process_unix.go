//go:build linux || darwin || freebsd

package pdf

import (
	"syscall"

	"parallax/data/intake/document"
)

// limitProcess asks the system to end the process when it uses the processor
// for longer than it may, should its own clock fail, and to leave no copy of
// its memory behind.
func limitProcess() {
	seconds := uint64(document.MaxPDFTime.Seconds()) + 5
	syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds}) // a wish: the clocks hold without it
	syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
	limitMemory()
}
