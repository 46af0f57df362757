package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
)

// run builds the program and opens it with args; without any, on the sample.
func run(ctx context.Context, args []string) error {
	noScreen := runtime.GOOS == "linux" && os.Getenv("DISPLAY") == ""
	if noScreen {
		say("There is no screen here (DISPLAY is not set): Parallax will be built, but cannot open its window.")
	}
	if err := setUp(ctx, toBuild()); err != nil {
		return err
	}
	built, err := build(ctx)
	if err != nil {
		return err
	}
	if noScreen {
		return errors.New("open the window: there is no screen here; run this from a desktop")
	}
	if len(args) == 0 {
		args = []string{"--sample"}
	}
	say("Open Parallax. Close its window to come back.")
	cmd := exec.CommandContext(ctx, built, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}
