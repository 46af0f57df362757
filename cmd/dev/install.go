package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// setUp brings in what the machine lacks of parts, or says how to.
func setUp(ctx context.Context, parts []part) error {
	looking := begin("Look what this machine has")
	lacks := missing(ctx, parts)
	if len(lacks) == 0 {
		looking.end("all there")
		return nil
	}
	var names, packages []string
	for _, p := range lacks {
		names = append(names, p.what)
		packages = append(packages, strings.Fields(p.debian)...)
	}
	looking.end("missing " + strings.Join(names, ", "))
	if _, err := exec.LookPath("apt-get"); err != nil {
		return errors.New(elsewhere(names))
	}
	if err := install(ctx, packages); err != nil {
		return err
	}
	if still := missing(ctx, lacks); len(still) > 0 {
		return fmt.Errorf("%s is still missing after installing %s", still[0].what, still[0].debian)
	}
	return nil
}

// install lets apt-get bring packages: as root at once, otherwise through sudo
// once the person has agreed.
func install(ctx context.Context, packages []string) error {
	line := "apt-get update && apt-get install -y " + strings.Join(packages, " ")
	var through []string
	if os.Geteuid() != 0 {
		byHand := fmt.Errorf("run this line, then try again:\n  sudo sh -c '%s'", line)
		if _, err := exec.LookPath("sudo"); err != nil || !onTerminal(os.Stdin) {
			return byHand
		}
		if !agreed("Install " + strings.Join(packages, " ") + " with sudo?") {
			return byHand
		}
		// sudo asks for the password here, and not under a line that is drawn anew.
		ask := exec.CommandContext(ctx, "sudo", "-v")
		ask.Stdin, ask.Stdout, ask.Stderr = os.Stdin, os.Stdout, os.Stderr
		if err := ask.Run(); err != nil {
			return byHand
		}
		through = []string{"sudo"}
	}
	quiet := []string{"env", "DEBIAN_FRONTEND=noninteractive"}
	for _, apt := range [][]string{
		{"apt-get", "update"},
		append([]string{"apt-get", "install", "-y", "--no-install-recommends"}, packages...),
	} {
		words := append(append(append([]string(nil), through...), quiet...), apt...)
		cmd := exec.CommandContext(ctx, words[0], words[1:]...)
		s := begin(strings.Join(apt[:2], " "))
		out, err := follow(cmd, func(lines int, last string) { s.at("%s", shorten(last, 60)) })
		if err != nil {
			s.end("failed")
			return fmt.Errorf("install what is missing: %w\n%s\nThe line to run by hand:\n  %s", err, out, line)
		}
		s.end("done")
	}
	return nil
}

func agreed(question string) bool {
	fmt.Printf("%s [y/N] ", question)
	answer, err := bufio.NewReader(os.Stdin).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return err == nil && (answer == "y" || answer == "yes")
}

// elsewhere says what is needed where there is no apt-get.
func elsewhere(names []string) string {
	need := "this machine lacks " + strings.Join(names, ", ") + ".\n"
	switch runtime.GOOS {
	case "darwin":
		return need + "Run: xcode-select --install"
	case "windows":
		return need + "Install a C compiler such as MinGW-w64 (https://www.msys2.org) and put its bin folder on the PATH."
	}
	return need + `Install them with your system's own tool, then try again. For example:
  Fedora:  sudo dnf install gcc pkgconf-pkg-config mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel
  Arch:    sudo pacman -S gcc pkgconf libgl libxcursor libxrandr libxinerama libxi libxxf86vm
and for the tests also Xvfb, openbox, xdotool, ImageMagick, xprop, xclip and the Mesa drivers.`
}

func shorten(s string, letters int) string {
	r := []rune(s)
	if len(r) <= letters {
		return s
	}
	return string(r[:letters-1]) + "…"
}
