package pdf

import (
	"os/exec"
	"syscall"
)

// hideConsole keeps a black window from showing while a PDF is read.
func hideConsole(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }
