package intake

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// startBytes is what the libraries behind saved pages may take at every start
// of the program, before any page is read.
const startBytes = 2 << 20

// The voter's libraries made tables of 6 MB at every start until stand-ins took
// the place of those the vote does not need.
func TestStartIsLight(t *testing.T) {
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	all, seen := 0, false
	for line := range strings.Lines(string(trace)) {
		var name string
		var at, clock float64
		var bytes, allocs int
		if n, _ := fmt.Sscanf(line, "init %s @%f ms, %f ms clock, %d bytes, %d allocs", &name, &at, &clock, &bytes, &allocs); n < 5 || !strings.Contains(name, ".") {
			continue
		}
		all += bytes
		seen = seen || strings.Contains(name, "trafilatura")
		if bytes > 100<<10 {
			t.Logf("%s: %d kB, %.1f ms", name, bytes>>10, clock)
		}
	}
	if !seen {
		t.Fatalf("no trace of the voter:\n%s", trace)
	}
	if all > startBytes {
		t.Errorf("the libraries take %d kB at every start", all>>10)
	}
}
