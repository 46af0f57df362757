// Package task runs work that takes longer than a frame, one job at a time,
// off the screen's goroutine, and brings its result back to it.
package task

import (
	"context"
	"sync"
)

// A Slot holds at most one running job. Starting a job cancels the one before;
// what a cancelled job still reports is dropped. Start, Cancel and Busy belong
// to the screen's goroutine, and everything a job reports arrives there
// through Post.
type Slot struct {
	// Post runs f on the screen's goroutine: fyne.Do in the program.
	Post func(f func())

	turn    int // counts jobs, so that a stale report is known
	busy    bool
	cancel  context.CancelFunc
	running sync.WaitGroup
}

// A Job works off the screen's goroutine. It looks at ctx often enough to stop
// within a tenth of a second, and may call progress with the share done, 0 to 1.
type Job[T any] func(ctx context.Context, progress func(done float64)) (T, error)

// Start runs job, cancelling the one before. onProgress (may be nil) and onDone
// are called on the screen's goroutine; neither is called once the job was
// cancelled or another was started.
func Start[T any](s *Slot, job Job[T], onProgress func(done float64), onDone func(T, error)) {
	s.Cancel()
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.busy = cancel, true
	turn := s.turn
	report := func(f func()) {
		s.Post(func() {
			if s.turn == turn {
				f()
			}
		})
	}
	s.running.Add(1)
	go func() {
		defer s.running.Done()
		last := -1.0
		result, err := job(ctx, func(done float64) {
			if onProgress == nil || done-last < 0.01 { // a frame has no use for more
				return
			}
			last = done
			report(func() { onProgress(done) })
		})
		report(func() {
			s.busy = false
			cancel()
			onDone(result, err)
		})
	}()
}

// Cancel stops the running job, if any. Its onDone is not called.
func (s *Slot) Cancel() {
	s.turn++
	s.busy = false
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

// Busy reports whether a job is running.
func (s *Slot) Busy() bool { return s.busy }

// Close cancels the running job and waits until it has stopped.
func (s *Slot) Close() {
	s.Cancel()
	s.running.Wait()
}
