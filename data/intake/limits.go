package intake

import (
	"errors"
	"fmt"

	"parallax/data"
)

// What intake takes at most.
const (
	MaxFile  = 32 << 20 // bytes of a file
	MaxText  = 4 << 20  // bytes of the text read from it
	maxPage  = 8 << 20  // bytes of a web page that the voter is asked about; a larger one is read line by line
	maxNodes = 15_000   // elements and texts of a web page the voter is asked about; its time grows with their square
	maxLines = 200_000  // lines of one text
)

// The causes inside the Problems that Read returns, for errors.Is.
var (
	ErrEmpty  = errors.New("empty file")
	ErrBlank  = errors.New("no letters in the file")
	ErrTooBig = errors.New("larger than the limit")
	ErrBinary = errors.New("not a text or web page")
)

// CheckSize returns the Problem of a file of size bytes, or nil when it can be
// read. Callers use it to refuse a huge file before loading it.
func CheckSize(size int64) error {
	switch {
	case size == 0:
		return &data.Problem{Said: "This file is empty.", Next: "Choose another file, or paste the text of the page.", Err: ErrEmpty}
	case size > MaxFile:
		return &data.Problem{
			Said: fmt.Sprintf("This file is too large: %d MB. Parallax reads files up to %d MB.", size>>20, MaxFile>>20),
			Next: "Open it in another program, copy the report, and paste it here.",
			Err:  ErrTooBig,
		}
	}
	return nil
}

// checkText returns the Problem of a decoded text, or nil.
func checkText(text string, lines int) error {
	switch {
	case len(text) > MaxText:
		return &data.Problem{
			Said: fmt.Sprintf("This page holds too much text: %d MB. Parallax reads up to %d MB of text.", len(text)>>20, MaxText>>20),
			Next: "Copy the part with the report, and paste it here.",
			Err:  ErrTooBig,
		}
	case lines > maxLines:
		return &data.Problem{
			Said: fmt.Sprintf("This page has too many lines: %d. Parallax reads up to %d.", lines, maxLines),
			Next: "Copy the part with the report, and paste it here.",
			Err:  ErrTooBig,
		}
	case lines == 0:
		return &data.Problem{Said: "There is no text in this file.", Next: "Choose another file, or paste the text of the page.", Err: ErrBlank}
	}
	return nil
}
