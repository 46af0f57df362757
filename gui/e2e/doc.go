// Package e2e holds the tests that use the built program as a reader does: in a
// real window, with keys, mouse and clipboard. `go run ./cmd/dev test` builds
// the program, starts a screen for it and runs them; elsewhere they are skipped.
package e2e
