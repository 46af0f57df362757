//go:build !windows

package pdf

import "os/exec"

// hideConsole does nothing: only Windows gives each program a console.
func hideConsole(*exec.Cmd) {}
