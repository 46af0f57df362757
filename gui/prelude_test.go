package gui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

func TestPreludeRunsInOrderUntilAllRests(t *testing.T) {
	test.NewTempApp(t)
	p := newPrelude()
	var ran []int
	rest := false
	p.post(func() { ran = append(ran, 1) })
	go func() {
		p.post(func() { ran = append(ran, 2) })
		p.post(func() { ran = append(ran, 3); rest = true })
	}()
	p.play(time.Minute, func() bool { return rest })
	if len(ran) != 3 || ran[0] != 1 || ran[1] != 2 || ran[2] != 3 {
		t.Errorf("ran %v", ran)
	}
	p.post(func() { ran = append(ran, 4) }) // the test driver runs it here and now
	if len(ran) != 4 {
		t.Error("what came after the end was not handed on")
	}
}

func TestPreludeLosesNothingWhenPatienceIsOver(t *testing.T) {
	test.NewTempApp(t)
	p := newPrelude()
	ran := false
	p.play(0, func() bool {
		if !p.ended { // posted between the last look and the end
			p.post(func() { ran = true })
		}
		return false
	})
	if !ran {
		t.Error("a posted function was lost")
	}
}
