// Dev sets the machine up and runs or tests Parallax. It uses the standard
// library only, so that it builds anywhere Go does before anything is installed.
//
//	go run ./cmd/dev run [ARGS]   build the program and open it, on the sample if no ARGS are given
//	go run ./cmd/dev test         all checks and tests, those in a real window too
//	go run ./cmd/dev picture      take the README's picture from the real program
//	go run ./cmd/dev pictures     keep new pictures of the views, which the tests compare with
//	go run ./cmd/dev icon         draw the icon
package main
