package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

const usage = `go run ./cmd/dev run [ARGS]   build Parallax and open it
go run ./cmd/dev test         run all checks and tests
go run ./cmd/dev picture      take the picture of the README
go run ./cmd/dev pictures     keep new pictures of the views for the tests
go run ./cmd/dev icon         draw the icon`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := dev(ctx, os.Args[1:])
	stop()
	if err != nil {
		var exit *exec.ExitError
		said := errors.Is(err, errFailed) || errors.As(err, &exit) && exit.ExitCode() >= 0
		if !said {
			fmt.Fprintln(os.Stderr, "dev:", err)
		}
		os.Exit(1)
	}
}

func dev(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return errors.New("say what to do:\n" + usage)
	}
	if err := goToTop(ctx); err != nil {
		return err
	}
	switch command := args[0]; {
	case command == "run":
		return run(ctx, args[1:])
	case len(args) > 1:
		return fmt.Errorf("%s takes nothing behind it:\n%s", command, usage)
	case command == "test":
		return test(ctx)
	case command == "picture":
		return picture(ctx)
	case command == "pictures":
		return pictures(ctx)
	case command == "icon":
		return icon()
	default:
		return fmt.Errorf("there is no command %q:\n%s", command, usage)
	}
}

// goToTop makes the folder that go.mod is in the working folder.
func goToTop(ctx context.Context) error {
	out, err := exec.CommandContext(ctx, "go", "env", "GOMOD").Output()
	mod := string(bytes.TrimSpace(out))
	if err != nil || filepath.Base(mod) != "go.mod" {
		return fmt.Errorf("find the project: run this inside the folder of Parallax (go env GOMOD gave %q)", mod)
	}
	return os.Chdir(filepath.Dir(mod))
}

// program is where the built program goes: a folder that neither Go nor git looks into.
func program() (string, error) {
	name := "parallax"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Abs(filepath.Join(".build", name))
}

// picture takes the README's picture with the driver of the end-to-end tests.
func picture(ctx context.Context) error {
	file, err := filepath.Abs(filepath.Join("assets", "picture.png"))
	if err != nil {
		return err
	}
	if _, err := drive(ctx, "TestPicture", "PARALLAX_PICTURE="+file); err != nil {
		return fmt.Errorf("take the picture: %w", err)
	}
	say("took assets/picture.png")
	return nil
}

// pictures keeps new pictures of the views for the end-to-end tests and says
// where the whole windows are to look at.
func pictures(ctx context.Context) error {
	out, err := drive(ctx, "TestViewsLookAsKept", "PARALLAX_PICTURES=keep")
	if err != nil {
		return fmt.Errorf("keep new pictures: %w", err)
	}
	for line := range strings.Lines(out) {
		if _, told, ok := strings.Cut(line, "_test.go:"); ok {
			say("%s", strings.TrimSpace(strings.TrimLeft(told, "0123456789:")))
		}
	}
	return nil
}

// drive builds the program and runs one of the end-to-end tests on a screen of
// its own, with setting in its environment. It returns what the test said.
func drive(ctx context.Context, test, setting string) (string, error) {
	if err := setUp(ctx, append(toBuild(), toTest()...)); err != nil {
		return "", err
	}
	built, err := build(ctx)
	if err != nil {
		return "", err
	}
	screen, err := startScreen(ctx)
	if err != nil {
		return "", err
	}
	defer screen.end()
	cmd := exec.CommandContext(ctx, "go", "test", "-count=1", "-v", "-run=^"+test+"$", "./gui/e2e")
	cmd.Env = append(os.Environ(), append(screen.env(), "PARALLAX_E2E="+built, setting)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, strings.TrimSpace(string(out)))
	}
	return string(out), nil
}
