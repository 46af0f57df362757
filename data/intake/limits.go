package intake

import "parallax/data/intake/document"

// The limits and causes a caller needs; all of them, and what they mean, stand
// in package document.
const (
	MaxFile    = document.MaxFile
	MaxText    = document.MaxText
	MaxReports = document.MaxReports
)

// The causes inside the Problems that Read returns, for errors.Is.
var (
	ErrEmpty  = document.ErrEmpty
	ErrBlank  = document.ErrBlank
	ErrTooBig = document.ErrTooBig
	ErrBinary = document.ErrBinary
	ErrLocked = document.ErrLocked
	ErrBroken = document.ErrBroken
	ErrSlow   = document.ErrSlow
)

// TooManyReports is the Problem of the files behind the first MaxReports.
func TooManyReports() error { return document.TooManyReports() }

// CheckSize returns the Problem of a file of size bytes, or nil when it can be
// read. Callers use it to refuse a huge file before loading it.
func CheckSize(size int64) error { return document.CheckSize(size) }
