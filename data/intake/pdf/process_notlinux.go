//go:build darwin || freebsd

package pdf

// limitMemory does nothing: this system does not keep to such a limit. The
// watch does.
func limitMemory() {}
