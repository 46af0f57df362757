package gui

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// A prelude runs what is posted before the window is shown, so that its first
// picture is the whole one and not a row of half ones. Once ended it hands
// everything on to Fyne's goroutine.
type prelude struct {
	mu    sync.Mutex
	queue []func()
	came  chan struct{} // something was posted
	ended bool
}

func newPrelude() *prelude { return &prelude{came: make(chan struct{}, 1)} }

// post runs f in the prelude, or on Fyne's goroutine once it has ended.
func (p *prelude) post(f func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended {
		fyne.Do(f)
		return
	}
	p.queue = append(p.queue, f)
	select {
	case p.came <- struct{}{}:
	default:
	}
}

// play runs what is posted until resting reports true or patience is over.
func (p *prelude) play(patience time.Duration, resting func() bool) {
	over := time.NewTimer(patience)
	defer over.Stop()
	for {
		for _, f := range p.take() {
			f()
		}
		if resting() {
			break
		}
		select {
		case <-p.came:
		case <-over.C:
			p.end()
			return
		}
	}
	p.end()
}

func (p *prelude) take() []func() {
	p.mu.Lock()
	defer p.mu.Unlock()
	q := p.queue
	p.queue = nil
	return q
}

// end hands on what is left and all that comes.
func (p *prelude) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
	for _, f := range p.queue {
		fyne.Do(f)
	}
	p.queue = nil
}
