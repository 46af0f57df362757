package intake

import (
	"path/filepath"
	"strings"
)

// A Format is what a file is by the ending of its name. What it really is, Read
// tells by its bytes; a Format serves to say beforehand what can be chosen.
type Format uint8

// The formats that reports are brought in from.
const (
	Unknown Format = iota // it may hold anything, by its name no report
	Text
	WebPage
	Document
	PDF
	Mail
	Book
	Zip
)

var formats = map[string]Format{
	".txt": Text, ".text": Text, ".md": Text,
	".html": WebPage, ".htm": WebPage, ".xhtml": WebPage, ".mhtml": WebPage, ".mht": WebPage,
	".docx": Document, ".odt": Document, ".fodt": Document, ".rtf": Document,
	".pdf": PDF, ".eml": Mail, ".epub": Book, ".zip": Zip,
}

// FormatOf returns the format of a file with this name.
func FormatOf(name string) Format { return formats[strings.ToLower(filepath.Ext(name))] }
