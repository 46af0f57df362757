package chooser

import (
	"io/fs"
	"syscall"
)

// hidden reports whether Windows shows a file or folder to nobody who does not ask.
func hidden(info fs.FileInfo) bool {
	a, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && a.FileAttributes&syscall.FILE_ATTRIBUTE_HIDDEN != 0
}
