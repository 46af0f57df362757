//go:build unix

package export

import "syscall"

// quotaUsedUp is what the system says when a user's share of the disk is full.
const quotaUsedUp = syscall.EDQUOT
