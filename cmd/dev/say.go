package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

// say prints a line.
func say(format string, args ...any) { fmt.Printf(format+"\n", args...) }

// onTerminal reports whether somebody may be watching f and can answer.
func onTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// A step is a piece of work that says what it does while it goes on: on a
// terminal in one line that is drawn anew every second, elsewhere in a new
// line every 20 seconds.
type step struct {
	what    string
	began   time.Time
	done    chan struct{}
	stopped sync.WaitGroup

	mu    sync.Mutex
	state string // how far it has come: "120 of 340 packages"
}

func begin(what string) *step {
	s := &step{what: what, began: time.Now(), done: make(chan struct{})}
	live, every := onTerminal(os.Stdout), 20*time.Second
	if live {
		every = time.Second
	} else {
		say("%s …", what)
	}
	s.stopped.Go(func() {
		ticks := time.NewTicker(every)
		defer ticks.Stop()
		for {
			select {
			case <-s.done:
				if live {
					fmt.Print("\r\x1b[K")
				}
				return
			case <-ticks.C:
				if live {
					fmt.Print("\r\x1b[K" + shorten(s.line(), 78)) // a wrapped line could not be drawn anew
				} else {
					say("  %s", s.line())
				}
			}
		}
	})
	return s
}

func (s *step) line() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	parts := []string{s.what, seconds(time.Since(s.began))}
	if s.state != "" {
		parts = append(parts, s.state)
	}
	return strings.Join(parts, " · ")
}

// at says how far the step has come.
func (s *step) at(format string, args ...any) {
	s.mu.Lock()
	s.state = fmt.Sprintf(format, args...)
	s.mu.Unlock()
}

// end closes the step with what came of it and returns how long it took.
func (s *step) end(outcome string) time.Duration {
	close(s.done)
	s.stopped.Wait()
	took := time.Since(s.began)
	say("%s: %s (%s)", s.what, outcome, seconds(took))
	return took
}

func seconds(d time.Duration) string {
	if d < 10*time.Second {
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%.0f s", d.Seconds())
}
