// Package bidi puts words that are read from the right, and those read from the
// left between them, into their places on a line, by the Unicode bidirectional
// algorithm (UAX #9). It knows text only; nothing here measures or draws.
package bidi
