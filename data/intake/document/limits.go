package document

import (
	"errors"
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

// CheckSize returns the Problem of a file of size bytes, or nil when it can be
// read. Callers use it to refuse a huge file before loading it.
func CheckSize(size int64) error {
	switch {
	case size == 0:
		return &data.Problem{Said: "This file is empty.", Next: "Choose another file, or paste the text of the page.", Err: ErrEmpty}
	case size > MaxFile:
		return &data.Problem{
			Said: "This file is too large: {{.MB}} MB. Parallax reads files up to {{.Most}} MB.",
			Next: "Open it in another program, copy the report, and paste it here.",
			With: data.With{"MB": size >> 20, "Most": MaxFile >> 20}, Err: ErrTooBig,
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
			Said: "This page has too many lines: {{.Lines}}. Parallax reads up to {{.Most}}.",
			Next: "Copy the part with the report, and paste it here.",
			With: data.With{"Lines": lines, "Most": MaxLines}, Err: ErrTooBig,
		}
	case lines == 0:
		return Blank(File)
	}
	return nil
}

// TooMuchText is the Problem of a file with size bytes of text or more.
func TooMuchText(size int) error {
	return &data.Problem{
		Said: "This page holds too much text: {{.MB}} MB. Parallax reads up to {{.Most}} MB of text.",
		Next: "Copy the part with the report, and paste it here.",
		With: data.With{"MB": size >> 20, "Most": MaxText >> 20}, Err: ErrTooBig,
	}
}

// TooManyParts is the Problem of a packed file, folder or e-mail with n parts.
func TooManyParts(n int) error {
	return &data.Problem{
		Said: "There are too many files in it: {{.Files}}. Parallax reads up to {{.Most}}.",
		Next: "Choose the reports themselves.",
		With: data.With{"Files": n, "Most": MaxEntries}, Err: ErrTooBig,
	}
}

// TooManyReports is the Problem of the files behind the first MaxReports.
func TooManyReports() error {
	return &data.Problem{
		Said: "Parallax brings in up to {{.Most}} reports at once.",
		Next: "Bring in the others afterwards.",
		With: data.With{"Most": MaxReports}, Err: ErrTooBig,
	}
}

// Swells is the Problem of a packed file that unpacks to more than is read.
func Swells() error {
	return &data.Problem{
		Said: "This file unpacks to far more than it should. Parallax unpacks up to {{.Most}} MB, and up to {{.Part}} MB of one part.",
		Next: "Unpack it with another program, then choose the report inside.",
		With: data.With{"Most": MaxUnpacked >> 20, "Part": MaxPart >> 20}, Err: ErrTooBig,
	}
}

// Nests is the Problem of things packed inside each other too often.
func Nests() error {
	return &data.Problem{
		Said: "In this file things are packed inside each other more than {{.Most}} times.",
		Next: "Unpack it with another program, then choose the report inside.",
		With: data.With{"Most": MaxNesting}, Err: ErrTooBig,
	}
}

// TooDeep is the Problem of a document whose elements are inside each other too often.
func TooDeep() error {
	return &data.Problem{
		Said: "The parts of this document are inside each other more than {{.Most}} times.",
		Next: "Open it in its own program, copy the report, and paste it here.",
		With: data.With{"Most": MaxDepth}, Err: ErrTooBig,
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

// A Thing is what a Problem calls a file by its format.
type Thing uint8

// The things files are called.
const (
	File  Thing = iota
	Paper       // a document of a word processor
	PDF
	Mail
	Book
	Zip
	Folder
)

// Broken is the Problem of a damaged file.
func Broken(what Thing, cause error) error {
	p := &data.Problem{
		Next: "Get it again from where it came, or open it in its own program, copy the report, and paste it here.",
		Err:  ErrBroken,
	}
	switch what {
	case Paper:
		p.Said = "This document is damaged or was cut short."
	case PDF:
		p.Said = "This PDF is damaged or was cut short."
	case Mail:
		p.Said = "This e-mail is damaged or was cut short."
	case Book:
		p.Said = "This e-book is damaged or was cut short."
	default:
		p.Said = "This file is damaged or was cut short."
	}
	if cause != nil {
		p.Err = errors.Join(ErrBroken, cause)
	}
	return p
}

// Blank is the Problem of a file or folder without a text in it.
func Blank(what Thing) error {
	p := &data.Problem{Next: "Choose another file, or paste the text of the page.", Err: ErrBlank}
	switch what {
	case Paper:
		p.Said = "There is no text in this document."
	case Mail:
		p.Said = "There is no text in this e-mail."
	case Book:
		p.Said = "There is no text in this e-book."
	case Zip:
		p.Said = "There is no report in this zip file."
	case Folder:
		p.Said = "There is no report in this folder."
	default:
		p.Said = "There is no text in this file."
	}
	return p
}
