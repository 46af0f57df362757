//go:build !linux && !darwin && !freebsd

package pdf

// limitProcess does nothing: this system has no such limits. The clocks and the
// watch hold without it.
func limitProcess() {}
