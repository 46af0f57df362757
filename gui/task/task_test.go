package task

import (
	"context"
	"errors"
	"testing"
	"time"
)

// drain runs posted functions until done reports true.
func drain(t *testing.T, posts chan func(), done func() bool) {
	t.Helper()
	late := time.NewTimer(10 * time.Second)
	defer late.Stop()
	for !done() {
		select {
		case f := <-posts:
			f()
		case <-late.C:
			t.Fatal("nothing comes back")
		}
	}
}

func newSlot() (*Slot, chan func()) {
	posts := make(chan func(), 100)
	return &Slot{Post: func(f func()) { posts <- f }}, posts
}

func TestResultComesBackThroughPost(t *testing.T) {
	s, posts := newSlot()
	got, progressed := 0, 0.0
	Start(s, func(_ context.Context, progress func(float64)) (int, error) {
		progress(0.5)
		return 42, nil
	}, func(done float64) { progressed = done }, func(n int, err error) { got = n })
	if !s.Busy() {
		t.Error("not busy with a job just started")
	}
	drain(t, posts, func() bool { return got != 0 })
	if got != 42 || progressed != 0.5 || s.Busy() {
		t.Errorf("got %d, progress %v, busy %v", got, progressed, s.Busy())
	}
}

func TestANewJobCancelsTheOneBefore(t *testing.T) {
	s, posts := newSlot()
	stopped := make(chan error, 1)
	Start(s, func(ctx context.Context, _ func(float64)) (string, error) {
		<-ctx.Done()
		stopped <- ctx.Err()
		return "old", ctx.Err()
	}, nil, func(string, error) { t.Error("a cancelled job reported") })
	got := ""
	Start(s, func(context.Context, func(float64)) (string, error) { return "new", nil },
		nil, func(v string, _ error) { got = v })
	if err := <-stopped; !errors.Is(err, context.Canceled) {
		t.Errorf("the first job ended with %v", err)
	}
	drain(t, posts, func() bool { return got != "" })
	s.Close()
	for len(posts) > 0 {
		(<-posts)()
	}
	if got != "new" {
		t.Errorf("got %q", got)
	}
}

func TestStaleResultIsDropped(t *testing.T) {
	s, posts := newSlot()
	Start(s, func(context.Context, func(float64)) (int, error) { return 1, nil },
		nil, func(int, error) { t.Error("a stale result was shown") })
	s.running.Wait() // it has posted its result, nobody has run it yet
	s.Cancel()
	for len(posts) > 0 {
		(<-posts)()
	}
	if s.Busy() {
		t.Error("busy after Cancel")
	}
}

func TestCloseWaits(t *testing.T) {
	s, _ := newSlot()
	ended := false
	Start(s, func(ctx context.Context, _ func(float64)) (int, error) {
		<-ctx.Done()
		ended = true
		return 0, ctx.Err()
	}, nil, func(int, error) { t.Error("reported after Close") })
	s.Close()
	if !ended {
		t.Error("Close came back before the job ended")
	}
}
