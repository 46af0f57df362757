package main

import (
	"os"
	"runtime"
	"strconv"
)

// paintersVariable is what Mesa's llvmpipe, which paints where there is no
// graphics card, reads the number of its threads from.
const paintersVariable = "LP_NUM_THREADS"

// morePainters has llvmpipe share a picture out among several threads for each
// processor, unless the reader's system says how many. By itself it makes one for
// each. All wake at once when a picture is due, and of two processors one was
// often given both threads and the other none: the same picture then took 12 ms
// and not 6, measured with a window of 1340 by 720 dots. Each thread takes part
// after part until all are painted, so with some more of them no processor goes
// without. It must run before Fyne makes a window.
func morePainters() error {
	if _, said := os.LookupEnv(paintersVariable); said {
		return nil
	}
	return os.Setenv(paintersVariable, strconv.Itoa(painters(runtime.NumCPU())))
}

// painters is how many threads paint with so many processors. Many processors
// are never all missed, and 16 threads are the most that older llvmpipes have.
func painters(processors int) int {
	return max(processors, min(3*processors, 16))
}
