package data

import "errors"

// A Problem is an error told in the reader's words: what happened, and what
// she can do now. Err, when set, is the cause for the log and for errors.Is.
type Problem struct {
	Said string // one plain sentence: "This file is empty."
	Next string // what to do: "Choose another file."
	Err  error
}

// Error returns the sentence, the advice and the cause.
func (p *Problem) Error() string {
	s := p.Said
	if p.Next != "" {
		s += " " + p.Next
	}
	if p.Err != nil {
		s += " (" + p.Err.Error() + ")"
	}
	return s
}

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }

// Plain returns what to show a reader for err: the words of the Problem in it,
// or, for an error nobody put into plain words, a sentence that names it.
func Plain(err error) (said, next string) {
	var p *Problem
	if errors.As(err, &p) {
		return p.Said, p.Next
	}
	return "Something did not work: " + err.Error() + ".", "Nothing was lost. Try again."
}
