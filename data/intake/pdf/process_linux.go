package pdf

import (
	"os"
	"strconv"
	"strings"
	"syscall"

	"parallax/data/intake/document"
)

// limitMemory asks the system to refuse memory beyond what the process has
// already set aside and twice the limit, so that one huge demand, which the
// watch would see too late, ends it.
func limitMemory() {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return
	}
	first, _, _ := strings.Cut(string(b), " ")
	pages, err := strconv.ParseUint(first, 10, 64)
	if err != nil {
		return
	}
	most := pages*uint64(os.Getpagesize()) + 2*document.MaxPDFMemory
	syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: most, Max: most}) // a wish: the watch holds without it
}
