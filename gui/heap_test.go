package gui

import (
	"runtime"
	"testing"

	"parallax/data"
)

// heap is what is in use after all that can be freed was.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// Two long reports, looked at in every view and searched, leave nothing behind
// when another event is opened: the heap is back within a tenth.
func TestHeapComesBackAfterLongReports(t *testing.T) {
	dir := t.TempDir()
	b := newBench(t, Options{Sample: true})
	sample := b.session.Event()
	look := func() {
		for i := range b.room.views {
			b.room.show(i)
			b.settle()
			b.room.panes[data.Left].ScrollTo(len(b.session.Side(data.Left).Text)/2, 0)
			b.room.panes[data.Right].ScrollTo(len(b.session.Side(data.Right).Text)/2, 0)
			b.settle()
		}
		b.room.finder.Open("the")
		b.room.finder.Close()
		b.room.show(sideBySideView)
		b.session.Next()
		b.settle()
	}
	back := func() int64 {
		for _, sh := range b.session.Shelves() {
			if sh.ID == sample.ID {
				b.session.Open(sh.Event)
			}
		}
		b.settle()
		look()
		return heap()
	}
	before := back()
	b.openFiles(longFiles(t, dir, 60_000))
	b.settle()
	if !b.session.Compared() || b.session.Event().ID == sample.ID {
		t.Fatal("the long reports are not compared")
	}
	look()
	during := heap()
	after := back()
	t.Logf("heap in use: %.1f MB, with the long reports %.1f MB, after them %.1f MB", float64(before)/1e6, float64(during)/1e6, float64(after)/1e6)
	if after > before+before/10 {
		t.Errorf("%d bytes in use, %d before", after, before)
	}
}
