//go:build !windows && !darwin

package chooser

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2/lang"
)

// listPlaces are the places of this computer. The reader's folders have the
// names they have on the disk, in her system's language.
func listPlaces(home string) []place {
	list := folderPlaces(home, homeDirs(home), func(kind placeKind, path string) string {
		if kind == homePlace {
			return lang.L("Home")
		}
		return filepath.Base(path)
	})
	if table, err := os.Open("/proc/self/mounts"); err == nil { // else this system has none
		list = append(list, drives(mounted(table))...)
		table.Close()
	}
	return append(list, place{computerPlace, lang.L("This computer"), "/"})
}

func homeDirs(home string) map[placeKind]string {
	config := os.Getenv("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(home, ".config")
	}
	file, err := os.Open(filepath.Join(config, "user-dirs.dirs"))
	if err != nil { // a desktop that does not keep the list
		return usualDirs(home)
	}
	defer file.Close()
	return userDirs(file, home)
}
