//go:build !windows

package chooser

import "io/fs"

// hidden is for systems that say so otherwise than by a name.
func hidden(fs.FileInfo) bool { return false }
