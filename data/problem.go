package data

import (
	"errors"
	"fmt"
	"strings"
)

// A Problem is an error told in the reader's words: what happened, and what
// she can do now. The two texts are in English and can be looked up in other
// languages, which is why what is different each time is not in them but named:
// {{.Name}} stands for With["Name"]. Err, when set, is the cause for the log
// and for errors.Is.
type Problem struct {
	Of   string // the file it is about, where there are several; it is shown in front
	Said string // one plain sentence: "This file is empty."
	Next string // what to do: "Choose another file."
	With With
	Err  error
}

// With holds what stands for the names in a Problem's texts.
type With map[string]any

// fill puts in what the names stand for.
func (w With) fill(text string) string {
	for name, value := range w {
		text = strings.ReplaceAll(text, "{{."+name+"}}", fmt.Sprint(value))
	}
	return text
}

// Error returns the sentence, the advice and the cause.
func (p *Problem) Error() string {
	said, next := Plain(p)
	s := said
	if next != "" {
		s += " " + next
	}
	if p.Err != nil {
		s += " (" + p.Err.Error() + ")"
	}
	return s
}

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }

// Told returns the Problem in err or, for an error nobody put into plain words,
// one that names it.
func Told(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	return &Problem{Said: "Something did not work: {{.Error}}.", Next: "Nothing was lost. Try again.", With: With{"Error": err.Error()}, Err: err}
}

// Plain returns what to tell of err in English.
func Plain(err error) (said, next string) {
	p := Told(err)
	said, next = p.With.fill(p.Said), p.With.fill(p.Next)
	if p.Of != "" {
		said = "“" + p.Of + "”: " + said
	}
	return said, next
}
