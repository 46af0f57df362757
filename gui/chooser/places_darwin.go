package chooser

import (
	"path/filepath"

	"fyne.io/fyne/v2/lang"
)

// listPlaces are the places of this computer.
func listPlaces(home string) []place {
	list := folderPlaces(home, usualDirs(home), placeName)
	if paths, err := filepath.Glob("/Volumes/*"); err == nil {
		list = append(list, drives(paths)...)
	}
	return append(list, place{computerPlace, lang.L("This computer"), "/"})
}
