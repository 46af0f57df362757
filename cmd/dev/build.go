package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os/exec"
	"strings"
)

// build builds the program and returns where it is. The flags are those of a
// plain `go build`: any other set would build everything a second time.
func build(ctx context.Context) (string, error) {
	to, err := program()
	if err != nil {
		return "", err
	}
	libraries := begin("Get the libraries")
	// The packages that are not in the build cache yet are those -v will name.
	list := exec.CommandContext(ctx, "go", "list", "-deps", "-f", "{{if .Stale}}stale {{.ImportPath}}{{end}}", "./cmd/parallax")
	total := 0
	out, err := follow(list, func(lines int, last string) {
		if strings.HasPrefix(last, "stale ") {
			total++
		} else {
			libraries.at("%s", last)
		}
	})
	if err != nil {
		libraries.end("failed")
		return "", fmt.Errorf("list the packages of the program: %w\n%s", err, out)
	}
	libraries.end("done")

	s := begin("Build the program")
	if total > 50 {
		s.at("the first build takes some minutes")
	}
	cmd := exec.CommandContext(ctx, "go", "build", "-v", "-o", to, "./cmd/parallax")
	out, err = follow(cmd, func(lines int, last string) { s.at("%d of %d packages", min(lines, total), total) })
	if err != nil {
		s.end("failed")
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	s.end("done")
	return to, nil
}

// follow runs cmd, calls seen for every line it prints with their number so
// far, and returns all it printed.
func follow(cmd *exec.Cmd, seen func(lines int, last string)) (string, error) {
	r, w := io.Pipe()
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Start(); err != nil {
		return "", err
	}
	ended := make(chan error, 1)
	go func() {
		err := cmd.Wait()
		w.Close()
		ended <- err
	}()
	var all strings.Builder
	lines := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		all.WriteString(line)
		if line = strings.TrimSpace(line); line != "" {
			seen(n, line)
		}
		if err != nil {
			break
		}
	}
	return strings.TrimSpace(all.String()), <-ended
}
