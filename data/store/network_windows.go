package store

import (
	"path/filepath"
	"strings"
	"syscall"
	"unsafe"
)

var getDriveType = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW")

// driveRemote is DRIVE_REMOTE of GetDriveTypeW.
const driveRemote = 4

// onNetwork reports whether folder lies on another machine: on a share, or on
// a drive letter that stands for one.
func onNetwork(folder string) bool {
	drive := filepath.VolumeName(folder)
	if strings.HasPrefix(drive, `\\`) {
		return true
	}
	root, err := syscall.UTF16PtrFromString(drive + `\`)
	if err != nil {
		return false
	}
	kind, _, _ := getDriveType.Call(uintptr(unsafe.Pointer(root)))
	return kind == driveRemote
}
