package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A screen is a display of our own for the tests: Xvfb with the window manager
// openbox on it. Whoever starts one ends it.
type screen struct {
	display string // ":77"
	home    string // a folder for what programs on it keep, removed at the end
	running []*exec.Cmd
}

// startScreen starts a screen on a display number that is free.
func startScreen(ctx context.Context) (*screen, error) {
	home, err := os.MkdirTemp("", "parallax-screen-")
	if err != nil {
		return nil, fmt.Errorf("start a screen: %w", err)
	}
	s := &screen{home: home}
	if err := s.start(ctx); err != nil {
		s.end()
		return nil, fmt.Errorf("start a screen: %w", err)
	}
	return s, nil
}

func (s *screen) start(ctx context.Context) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	x := exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "2800x1640x24",
		"-nolisten", "tcp", "-noreset", "+extension", "GLX", "+render")
	x.ExtraFiles = []*os.File{write} // file 3: Xvfb writes its number there once it is ready
	err = s.launch(x)
	write.Close()
	if err != nil {
		return err
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		return fmt.Errorf("no display came from Xvfb: %w\n%s", err, s.log("Xvfb"))
	}
	s.display = ":" + strings.TrimSpace(number)
	manager := exec.CommandContext(ctx, "openbox")
	manager.Env = append(os.Environ(), s.env()...)
	if err := s.launch(manager); err != nil {
		return err
	}
	return s.awaitManager(ctx)
}

// awaitManager returns once openbox looks after the windows.
func (s *screen) awaitManager(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	ticks := time.NewTicker(50 * time.Millisecond)
	defer ticks.Stop()
	for {
		ask := exec.CommandContext(ctx, "xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
		ask.Env = append(os.Environ(), s.env()...)
		if out, err := ask.Output(); err == nil && strings.Contains(string(out), "window id") {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("openbox did not come up: %w\n%s", ctx.Err(), s.log("openbox"))
		case <-ticks.C:
		}
	}
}

// launch starts a program whose words go into a file in the screen's folder.
func (s *screen) launch(cmd *exec.Cmd) error {
	out, err := os.Create(filepath.Join(s.home, filepath.Base(cmd.Path)+".log"))
	if err != nil {
		return err
	}
	defer out.Close()
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Start(); err != nil {
		return err
	}
	s.running = append(s.running, cmd)
	return nil
}

func (s *screen) log(name string) string {
	b, err := os.ReadFile(filepath.Join(s.home, name+".log"))
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(string(b))
}

// env is what a program needs in its environment to show itself on the screen
// as it would on a new user's desktop.
func (s *screen) env() []string {
	return []string{
		"DISPLAY=" + s.display, "WAYLAND_DISPLAY=", "LANG=en_US.UTF-8", "LC_ALL=",
		"FYNE_SCALE=1", "FYNE_THEME=light",
		"XDG_CONFIG_HOME=" + filepath.Join(s.home, "config"), "XDG_DATA_HOME=" + filepath.Join(s.home, "data"),
	}
}

// end ends what startScreen started, the last one first, and cleans up.
func (s *screen) end() {
	for i := len(s.running) - 1; i >= 0; i-- {
		s.running[i].Process.Signal(os.Interrupt)
		ended := make(chan struct{})
		go func() {
			s.running[i].Wait()
			close(ended)
		}()
		patience := time.NewTimer(5 * time.Second)
		select {
		case <-ended:
		case <-patience.C:
			s.running[i].Process.Kill()
			<-ended
		}
		patience.Stop()
	}
	os.RemoveAll(s.home)
}
