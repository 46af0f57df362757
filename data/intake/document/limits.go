package document

import (
	"errors"
	"fmt"
	"time"

	"parallax/data"
)

// What is read at most. Whoever reads a file keeps these and, where one is
// reached, returns the Problem that tells it.
const (
	MaxFile  = 32 << 20 // bytes of a file
	MaxText  = 4 << 20  // bytes of the text read from it
	MaxLines = 200_000  // lines of one text
	MaxPage  = 8 << 20  // bytes of a web page that the voter is asked about; a larger one is read line by line
	MaxNodes = 15_000   // elements and texts of a web page the voter is asked about; its time grows with their square

	MaxPart     = 16 << 20  // bytes of one part of a packed file, unpacked
	MaxUnpacked = 128 << 20 // bytes of all its parts
	MaxRatio    = 250       // times a part may grow when it is unpacked, from MinRatio bytes up
	MinRatio    = 1 << 20
	MaxEntries  = 4_000 // parts of a packed file, files of a folder, parts of an e-mail
	MaxReports  = 200   // reports brought in at once
	MaxNesting  = 8     // a packed file in a packed file, a mail in a mail, a folder in a folder
	MaxDepth    = 400   // elements or groups inside each other in a document

	MaxPDFPages   = 200
	MaxPDFTime    = 20 * time.Second // of reading one PDF
	MaxPDFMemory  = 512 << 20        // bytes, while reading one
	MaxPDFObjects = 1_000_000
)

// The causes inside the Problems that readers return, for errors.Is.
var (
	ErrEmpty  = errors.New("empty file")
	ErrBlank  = errors.New("no letters in the file")
	ErrTooBig = errors.New("larger than the limit")
	ErrBinary = errors.New("not a text or web page")
	ErrLocked = errors.New("protected by a password")
	ErrBroken = errors.New("damaged or cut short")
	ErrSlow   = errors.New("took longer than the limit")
)

const (
	nextPaste   = "Open it in its own program, copy the report, and paste it here."
	nextPart    = "Copy the part with the report, and paste it here."
	nextAnother = "Choose another file, or paste the text of the page."
)

// CheckSize returns the Problem of a file of size bytes, or nil when it can be
// read. Callers use it to refuse a huge file before loading it.
func CheckSize(size int64) error {
	switch {
	case size == 0:
		return &data.Problem{Said: "This file is empty.", Next: nextAnother, Err: ErrEmpty}
	case size > MaxFile:
		return &data.Problem{
			Said: fmt.Sprintf("This file is too large: %d MB. Parallax reads files up to %d MB.", size>>20, MaxFile>>20),
			Next: "Open it in another program, copy the report, and paste it here.",
			Err:  ErrTooBig,
		}
	}
	return nil
}

// CheckText returns the Problem of a text read from a file, or nil.
func CheckText(text string, lines int) error {
	switch {
	case len(text) > MaxText:
		return TooMuchText(len(text))
	case lines > MaxLines:
		return &data.Problem{
			Said: fmt.Sprintf("This page has too many lines: %d. Parallax reads up to %d.", lines, MaxLines),
			Next: nextPart,
			Err:  ErrTooBig,
		}
	case lines == 0:
		return &data.Problem{Said: "There is no text in this file.", Next: nextAnother, Err: ErrBlank}
	}
	return nil
}

// TooMuchText is the Problem of a file with size bytes of text or more.
func TooMuchText(size int) error {
	return &data.Problem{
		Said: fmt.Sprintf("This page holds too much text: %d MB. Parallax reads up to %d MB of text.", size>>20, MaxText>>20),
		Next: nextPart,
		Err:  ErrTooBig,
	}
}

// TooManyParts is the Problem of a packed file, folder or e-mail with n parts.
func TooManyParts(n int) error {
	return &data.Problem{
		Said: fmt.Sprintf("There are too many files in it: %d. Parallax reads up to %d.", n, MaxEntries),
		Next: "Choose the reports themselves.",
		Err:  ErrTooBig,
	}
}

// TooManyReports is the Problem of the files behind the first MaxReports.
func TooManyReports() error {
	return &data.Problem{
		Said: fmt.Sprintf("Parallax brings in up to %d reports at once.", MaxReports),
		Next: "Bring in the others afterwards.",
		Err:  ErrTooBig,
	}
}

// Swells is the Problem of a packed file that unpacks to more than is read.
func Swells() error {
	return &data.Problem{
		Said: fmt.Sprintf("This file unpacks to far more than it should. Parallax unpacks up to %d MB, and up to %d MB of one part.", MaxUnpacked>>20, MaxPart>>20),
		Next: "Unpack it with another program, then choose the report inside.",
		Err:  ErrTooBig,
	}
}

// Nests is the Problem of things packed inside each other too often.
func Nests() error {
	return &data.Problem{
		Said: fmt.Sprintf("In this file things are packed inside each other more than %d times.", MaxNesting),
		Next: "Unpack it with another program, then choose the report inside.",
		Err:  ErrTooBig,
	}
}

// TooDeep is the Problem of a document whose elements are inside each other too often.
func TooDeep() error {
	return &data.Problem{
		Said: fmt.Sprintf("The parts of this document are inside each other more than %d times.", MaxDepth),
		Next: nextPaste,
		Err:  ErrTooBig,
	}
}

// Locked is the Problem of a file that only a password opens.
func Locked() error {
	return &data.Problem{
		Said: "This file is protected by a password.",
		Next: "Open it in its own program with the password, copy the report, and paste it here.",
		Err:  ErrLocked,
	}
}

// Broken is the Problem of a damaged file; what says what it is: "document".
func Broken(what string, cause error) error {
	err := ErrBroken
	if cause != nil {
		err = errors.Join(ErrBroken, cause)
	}
	return &data.Problem{
		Said: fmt.Sprintf("This %s is damaged or was cut short.", what),
		Next: "Get it again from where it came, or open it in its own program, copy the report, and paste it here.",
		Err:  err,
	}
}

// Blank is the Problem of a document of some sort without text in it.
func Blank(what string) error {
	return &data.Problem{Said: fmt.Sprintf("There is no text in this %s.", what), Next: nextAnother, Err: ErrBlank}
}
