package main

import (
	"slices"
	"strings"
	"testing"
)

// What go test -json writes of a test that passed, one that failed, one that was
// skipped, a package that did not build and one that crashed.
const written = `{"Action":"start","Package":"a"}
{"Action":"run","Package":"a","Test":"TestGood"}
{"Action":"output","Package":"a","Test":"TestGood","Output":"calm\n"}
{"Action":"pass","Package":"a","Test":"TestGood","Elapsed":0}
{"Action":"run","Package":"a","Test":"TestBad"}
{"Action":"output","Package":"a","Test":"TestBad","Output":"    a_test.go:9: broken\n"}
{"Action":"fail","Package":"a","Test":"TestBad","Elapsed":0}
{"Action":"skip","Package":"a","Test":"TestLater","Elapsed":0}
{"Action":"output","Package":"a","Output":"FAIL\n"}
{"Action":"fail","Package":"a","Elapsed":0.1}
{"ImportPath":"b","Action":"build-output","Output":"go: downloading example.org/x v1.0.0\n"}
{"ImportPath":"b","Action":"build-output","Output":"b.go:3:1: syntax error\n"}
{"Action":"fail","Package":"b","Elapsed":0,"FailedBuild":"b"}
{"Action":"output","Package":"c","Output":"panic: no memory\n"}
{"Action":"fail","Package":"c","Elapsed":0}
{"Action":"skip","Package":"d","Elapsed":0}
`

func TestCountsWhatGoTestWrites(t *testing.T) {
	var got tally
	packages := 0
	shown := got.count(strings.NewReader(written), func(n int) { packages = n })
	if got.passed != 1 || got.failed != 3 || got.skipped != 1 || packages != 4 {
		t.Errorf("%d passed, %d failed, %d skipped in %d packages; want 1, 3, 1 in 4", got.passed, got.failed, got.skipped, packages)
	}
	all := strings.Join(shown, "")
	for _, part := range []string{"a_test.go:9: broken", "syntax error", "panic: no memory"} {
		if !strings.Contains(all, part) {
			t.Errorf("%q is not shown", part)
		}
	}
	for _, part := range []string{"calm", "downloading"} {
		if strings.Contains(all, part) {
			t.Errorf("%q is shown although nothing is the matter with it", part)
		}
	}
}

func TestShowsWhatIsNoJSON(t *testing.T) {
	var got tally
	shown := got.count(strings.NewReader("go: no such tool\n"), func(int) {})
	if !slices.Equal(shown, []string{"go: no such tool\n"}) {
		t.Errorf("shown: %q", shown)
	}
}
