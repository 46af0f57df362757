package chooser

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestUserDirs(t *testing.T) {
	got := userDirs(strings.NewReader(`# written by a desktop
XDG_DESKTOP_DIR="$HOME/Schreibtisch"
XDG_DOWNLOAD_DIR="$HOME/"
XDG_DOCUMENTS_DIR="/data/Meine Dokumente"
XDG_MUSIC_DIR="$HOME/Musik"
XDG_DOCUMENTS_DIR=broken
`), "/home/ida")
	want := map[placeKind]string{desktopPlace: "/home/ida/Schreibtisch", documentsPlace: "/data/Meine Dokumente"}
	if !maps.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestMounted(t *testing.T) {
	got := mounted(strings.NewReader(`sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
/dev/sdb1 /media/ida/MY\040STICK vfat rw 0 0
/dev/sdb1 /media/ida/MY\040STICK vfat rw 0 0
/dev/sdc1 /run/media/ida/PHOTOS vfat rw 0 0
/dev/sdd1 /media ext4 rw 0 0
short
`))
	if want := []string{"/media/ida/MY STICK", "/run/media/ida/PHOTOS"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestWay(t *testing.T) {
	places := []place{
		{homePlace, "Home", "/home/ida"}, {documentsPlace, "Documents", "/home/ida/Documents"},
		{drivePlace, "STICK", "/media/ida/STICK"}, {computerPlace, "This computer", "/"},
	}
	for path, want := range map[string]string{
		"/home/ida":                  "Home",
		"/home/ida/Documents/School": "Home > Documents > School",
		"/media/ida/STICK/a":         "STICK > a",
		"/home":                      "This computer > home",
		"/":                          "This computer",
	} {
		var list []string
		for _, p := range way(path, places) {
			list = append(list, p.name)
		}
		if got := strings.Join(list, " > "); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
}

// The home of every system is a place, and every place has a name.
func TestPlacesOfThisComputer(t *testing.T) {
	home := fill(t, "Desktop/", "Downloads/")
	t.Setenv("XDG_CONFIG_HOME", home)
	list := listPlaces(home)
	if list[0].path != home || list[0].kind != homePlace || len(list) < 2 {
		t.Errorf("%+v", list)
	}
	for _, p := range list {
		if p.name == "" || p.path == "" {
			t.Errorf("%+v", p)
		}
	}
}
