package export

import "syscall"

// quotaUsedUp is what the system says when the disk is full: ERROR_DISK_FULL.
const quotaUsedUp = syscall.Errno(112)
