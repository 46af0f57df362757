package session

import (
	"context"
	"sync"
)

// A queue runs library calls one after another off the screen's goroutine, so
// that a slow disk never makes the window wait, and so that a read sees every
// write asked for before it.
type queue struct {
	post func(func())

	mu      sync.Mutex
	wake    *sync.Cond
	calls   []func()
	pending int // calls asked for whose answers have not been posted
	closed  bool
	done    chan struct{}
}

func newQueue(post func(func())) *queue {
	q := &queue{post: post, done: make(chan struct{})}
	q.wake = sync.NewCond(&q.mu)
	go q.run()
	return q
}

func (q *queue) run() {
	defer close(q.done)
	for {
		q.mu.Lock()
		for len(q.calls) == 0 && !q.closed {
			q.wake.Wait()
		}
		if len(q.calls) == 0 {
			q.mu.Unlock()
			return
		}
		call := q.calls[0]
		q.calls = q.calls[1:]
		q.mu.Unlock()
		call()
	}
}

// ask runs call after all calls before it; answer gets its result on the
// screen's goroutine.
func ask[T any](q *queue, call func(ctx context.Context) (T, error), answer func(T, error)) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return
	}
	q.pending++
	q.calls = append(q.calls, func() {
		result, err := call(context.Background())
		q.post(func() {
			q.mu.Lock()
			q.pending--
			q.mu.Unlock()
			answer(result, err)
		})
	})
	q.wake.Signal()
}

// fetch runs call after all calls before it and waits for its result. It is for
// jobs, which are not on the screen's goroutine and end before the queue closes.
func fetch[T any](ctx context.Context, q *queue, call func(ctx context.Context) (T, error)) (T, error) {
	var result T
	var err error
	done := make(chan struct{})
	q.mu.Lock()
	q.calls = append(q.calls, func() {
		defer close(done)
		result, err = call(ctx)
	})
	q.wake.Signal()
	q.mu.Unlock()
	<-done
	return result, err
}

// idle reports whether every call asked for has been answered.
func (q *queue) idle() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.pending == 0
}

// close finishes the calls asked for and waits for them. Their answers may
// still be posted.
func (q *queue) close() {
	q.mu.Lock()
	q.closed = true
	q.wake.Signal()
	q.mu.Unlock()
	<-q.done
}
