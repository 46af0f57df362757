//go:build unix

package store

import "syscall"

// quotaUsedUp is what the system says when a user's share of the disk is full.
const quotaUsedUp = syscall.EDQUOT
