package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// A tally counts what passed and what failed: each test, and each check that
// is not a test.
type tally struct {
	passed, failed, skipped int
	lines                   []string // one for each step, for the end
}

// errFailed is the end of a test run that told what failed.
var errFailed = errors.New("not all is well")

// endToEnd are the tests that have a screen and the built program to themselves.
const endToEnd = "parallax/gui/e2e"

// test runs all checks and tests and says what came of them; the last line is
// "N passed, N failed".
func test(ctx context.Context) error {
	onLinux := runtime.GOOS == "linux"
	parts := toBuild()
	if onLinux {
		parts = append(parts, toTest()...)
	}
	if err := setUp(ctx, parts); err != nil {
		return err
	}
	var t tally
	built, err := build(ctx)
	if err != nil {
		say("%v", err)
		t.failed++
	}
	t.check(ctx, "gofmt", "gofmt", "-l", "cmd", "gui", "data", "assets")
	t.check(ctx, "go vet", "go", "vet", "./...")
	t.check(ctx, "staticcheck", "go", "tool", "staticcheck", "./...")
	if packages, err := others(ctx); err != nil {
		say("%v", err)
		t.failed++
	} else {
		t.tests(ctx, "Tests with the race detector", nil, packages...)
	}
	switch {
	case !onLinux:
		say("The tests in a real window need Xvfb, so they run on Linux only.")
	case built != "":
		t.inWindow(ctx, built)
	}
	say("")
	for _, line := range t.lines {
		say("%s", line)
	}
	if t.skipped > 0 {
		say("%d skipped", t.skipped)
	}
	say("%d passed, %d failed", t.passed, t.failed)
	if err := ctx.Err(); err != nil {
		return err
	}
	if t.failed > 0 {
		return errFailed
	}
	return nil
}

// check runs a command that has nothing to say when all is well.
func (t *tally) check(ctx context.Context, what string, words ...string) {
	s := begin(what)
	out, err := follow(exec.CommandContext(ctx, words[0], words[1:]...), func(_ int, last string) {
		s.at("%s", shorten(last, 60))
	})
	// While a tool is made ready, go says what it downloads.
	var found []string
	for line := range strings.Lines(out) {
		if !strings.HasPrefix(line, "go: downloading ") {
			found = append(found, strings.TrimRight(line, "\n"))
		}
	}
	if err == nil && len(found) == 0 {
		t.passed++
		t.note(what, "passed", s.end("passed"))
		return
	}
	t.failed++
	t.note(what, "failed", s.end("failed"))
	say("%s", strings.Join(found, "\n"))
	if err != nil {
		say("%s: %v", what, err)
	}
}

func (t *tally) note(what, outcome string, took time.Duration) {
	t.lines = append(t.lines, fmt.Sprintf("%-30s %-22s %8s", what, outcome, seconds(took)))
}

// inWindow runs the end-to-end tests with the built program on a screen of its own.
func (t *tally) inWindow(ctx context.Context, built string) {
	screen, err := startScreen(ctx)
	if err != nil {
		t.failed++
		say("%v", err)
		return
	}
	defer screen.end()
	t.tests(ctx, "Tests in a real window", append(screen.env(), "PARALLAX_E2E="+built), "-count=1", endToEnd)
}

// others lists the packages whose tests need no window.
func others(ctx context.Context) ([]string, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "./...").Output()
	if err != nil {
		return nil, fmt.Errorf("list the packages: %w", err)
	}
	return slices.DeleteFunc(strings.Fields(string(out)), func(p string) bool { return p == endToEnd }), nil
}

// tests runs go test -race with args, shows the output of what failed and counts.
func (t *tally) tests(ctx context.Context, what string, env []string, args ...string) {
	s := begin(what)
	before := *t
	cmd := exec.CommandContext(ctx, "go", append([]string{"test", "-race", "-json"}, args...)...)
	cmd.Env = append(os.Environ(), env...)
	r, w := io.Pipe()
	cmd.Stdout, cmd.Stderr = w, w
	ended := make(chan error, 1)
	go func() {
		err := cmd.Run()
		w.Close()
		ended <- err
	}()
	shown := t.count(r, func(packages int) {
		s.at("%d packages done, %d tests passed, %d failed", packages, t.passed-before.passed, t.failed-before.failed)
	})
	if err := <-ended; err != nil && t.failed == before.failed {
		t.failed++
		shown = append(shown, fmt.Sprintf("go test: %v", err))
	}
	outcome := fmt.Sprintf("%d passed, %d failed", t.passed-before.passed, t.failed-before.failed)
	t.note(what, outcome, s.end(outcome))
	for _, output := range shown {
		say("%s", strings.TrimRight(output, "\n"))
	}
}

// count reads what go test -json writes (see go doc test2json) and returns the
// output of the tests and packages that failed.
func (t *tally) count(r io.Reader, seen func(packages int)) (shown []string) {
	type test struct{ Package, Test string }
	output, packages, brokenBy := map[test]string{}, 0, map[string]int{}
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadString('\n')
		var e struct {
			Action, Package, Test, ImportPath, Output string
		}
		switch {
		case line == "":
		case json.Unmarshal([]byte(line), &e) != nil:
			shown = append(shown, line)
		case e.Action == "build-output":
			if !strings.HasPrefix(e.Output, "go: downloading ") {
				shown = append(shown, e.Output)
			}
		case e.Action == "output":
			output[test{e.Package, e.Test}] += e.Output
		case e.Action == "pass" && e.Test != "":
			t.passed++
		case e.Action == "skip" && e.Test != "":
			t.skipped++
		case e.Action == "fail" && e.Test != "":
			t.failed++
			brokenBy[e.Package]++
			shown = append(shown, output[test{e.Package, e.Test}])
		case e.Action == "fail":
			// A package that fails without a failed test did not build, or crashed.
			if brokenBy[e.Package] == 0 {
				t.failed++
				shown = append(shown, output[test{e.Package, ""}])
			}
		}
		if e.Test == "" && (e.Action == "pass" || e.Action == "fail" || e.Action == "skip") {
			packages++
		}
		if e.Test != "" {
			switch e.Action {
			case "pass", "fail", "skip":
				delete(output, test{e.Package, e.Test})
			}
		}
		seen(packages)
		if err != nil {
			return shown
		}
	}
}
