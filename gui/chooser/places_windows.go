package chooser

import (
	"golang.org/x/sys/windows"
)

// listPlaces are the places of this computer. Desktop and documents may lie
// elsewhere than in the home, which the system knows.
func listPlaces(home string) []place {
	dirs := usualDirs(home)
	for kind, id := range map[placeKind]*windows.KNOWNFOLDERID{
		desktopPlace: windows.FOLDERID_Desktop, documentsPlace: windows.FOLDERID_Documents, downloadsPlace: windows.FOLDERID_Downloads,
	} {
		if path, err := windows.KnownFolderPath(id, 0); err == nil {
			dirs[kind] = path
		}
	}
	list := folderPlaces(home, dirs, placeName)
	letters, err := windows.GetLogicalDrives()
	if err != nil {
		return list
	}
	for i := range 26 {
		if letters&(1<<i) != 0 {
			root := string(rune('A'+i)) + `:\`
			list = append(list, place{drivePlace, root[:2], root})
		}
	}
	return list
}
