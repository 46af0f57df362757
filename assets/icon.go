package assets

import _ "embed"

// Icon is the program's icon, a PNG of 256 by 256 pixels: two pages, violet for
// report A and amber for B, with lines that run on from one page to the other.
// It is drawn by `go run ./cmd/dev icon`.
//
//go:embed icon/icon-256.png
var Icon []byte
