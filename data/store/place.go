package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

// DefaultPath is where a reader's library is when she did not choose a place:
// in the folder her system has for the data of programs.
func DefaultPath() (string, error) {
	return defaultPath(runtime.GOOS, os.Getenv)
}

func defaultPath(system string, env func(string) string) (string, error) {
	const file = "library.parallax"
	missing := func(name string) (string, error) {
		return "", errors.New("find the folder for the library: " + name + " is not set")
	}
	switch system {
	case "windows":
		if dir := env("LOCALAPPDATA"); dir != "" {
			return filepath.Join(dir, "Parallax", file), nil
		}
		return missing("LOCALAPPDATA")
	case "darwin", "ios":
		if home := env("HOME"); home != "" {
			return filepath.Join(home, "Library", "Application Support", "Parallax", file), nil
		}
		return missing("HOME")
	}
	// The XDG Base Directory Specification has a relative path ignored.
	if dir := env("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "parallax", file), nil
	}
	if home := env("HOME"); home != "" {
		return filepath.Join(home, ".local", "share", "parallax", file), nil
	}
	return missing("HOME")
}
