package main

import (
	"os"
	"runtime"
	"strconv"
	"testing"
)

func TestPaintersAreMoreThanProcessors(t *testing.T) {
	for processors, want := range map[int]int{1: 3, 2: 6, 4: 12, 6: 16, 16: 16, 64: 64} {
		if got := painters(processors); got != want {
			t.Errorf("%d painters for %d processors, not %d", got, processors, want)
		}
	}
}

// What the system says about llvmpipe's threads holds, "none" too.
func TestPaintersAskedForStay(t *testing.T) {
	for _, said := range []string{"0", "1", ""} {
		t.Setenv(paintersVariable, said)
		if err := morePainters(); err != nil {
			t.Fatal(err)
		}
		if got := os.Getenv(paintersVariable); got != said {
			t.Errorf("%q became %q", said, got)
		}
	}
	os.Unsetenv(paintersVariable)
	if err := morePainters(); err != nil {
		t.Fatal(err)
	}
	if got, want := os.Getenv(paintersVariable), strconv.Itoa(painters(runtime.NumCPU())); got != want {
		t.Errorf("%q painters where nothing is said, not %s", got, want)
	}
}
