package store

import "syscall"

// networkKinds are the f_type values of file systems that live on another
// machine, from the kernel's linux/magic.h: NFS, SMB, CIFS, SMB2, AFS, Coda,
// Ceph and 9P.
var networkKinds = map[uint32]bool{
	0x6969: true, 0x517B: true, 0xFF534D42: true, 0xFE534D42: true,
	0x5346414F: true, 0x73757245: true, 0x00C36400: true, 0x01021997: true,
}

// onNetwork reports whether folder lies on another machine, as far as the
// system tells.
func onNetwork(folder string) bool {
	var s syscall.Statfs_t
	return syscall.Statfs(folder, &s) == nil && networkKinds[uint32(s.Type)]
}
