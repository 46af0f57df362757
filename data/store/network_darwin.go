package store

import "syscall"

// networkKinds are the names of file systems that live on another machine.
var networkKinds = map[string]bool{"nfs": true, "smbfs": true, "afpfs": true, "webdav": true, "cifs": true}

// onNetwork reports whether folder lies on another machine, as far as the
// system tells.
func onNetwork(folder string) bool {
	var s syscall.Statfs_t
	if syscall.Statfs(folder, &s) != nil {
		return false
	}
	name := make([]byte, 0, len(s.Fstypename))
	for _, c := range s.Fstypename {
		if c == 0 {
			break
		}
		name = append(name, byte(c))
	}
	return networkKinds[string(name)]
}
