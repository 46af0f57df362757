package store

import "path/filepath"

// OnNetwork reports whether the library's file lies in a folder of another
// machine. Saving there takes long and can break off half way; a library is
// better kept on this computer and handed on as a copy.
func (l *Library) OnNetwork() bool { return onNetwork(filepath.Dir(l.path)) }
