package data

import (
	"errors"
	"io"
	"testing"
)

func TestProblem(t *testing.T) {
	p := &Problem{Of: "a.txt", Said: "It has {{.Lines}} lines of {{.Most}}.", Next: "Cut it.",
		With: With{"Lines": 12, "Most": 10}, Err: io.EOF}
	said, next := Plain(errors.Join(errors.New("outside"), p))
	if said != "“a.txt”: It has 12 lines of 10." || next == "" {
		t.Errorf("%q, %q", said, next)
	}
	if !errors.Is(p, io.EOF) {
		t.Error("the cause is lost")
	}
	if said, _ := Plain(io.EOF); said != "Something did not work: EOF." {
		t.Errorf("%q", said)
	}
}
