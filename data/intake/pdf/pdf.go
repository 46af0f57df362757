// Package pdf reads the text of PDF files.
package pdf

import (
	"bytes"
	"context"

	"parallax/data"
	"parallax/data/intake/document"
)

// Is reports whether a file is a PDF.
func Is(b []byte) bool { return bytes.HasPrefix(b, []byte("%PDF-")) }

// Read reads a PDF.
func Read(context.Context, []byte) (*document.Document, error) {
	return nil, &data.Problem{Said: "This file is a PDF. Parallax cannot read PDF files yet.", Next: "Open it, select the text of the report, copy it, and paste it here.", Err: document.ErrBinary}
}
