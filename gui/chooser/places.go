package chooser

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A sort of place decides its picture.
type placeKind uint8

const (
	homePlace placeKind = iota
	desktopPlace
	documentsPlace
	downloadsPlace
	drivePlace
	computerPlace
)

// A place is a folder a reader often starts from. A home, a drive and the
// computer are roots: the names of the folders on the way to a folder are told
// from the nearest of them on.
type place struct {
	kind placeKind
	name string
	path string
}

func (p place) root() bool {
	return p.kind == homePlace || p.kind == drivePlace || p.kind == computerPlace
}

// way lists the folders on the way to path, each with its name, from the
// nearest root on.
func way(path string, places []place) []place {
	var steps []place
	for {
		at := slices.IndexFunc(places, func(p place) bool { return p.root() && p.path == path })
		if at >= 0 {
			steps = append(steps, places[at])
			break
		}
		steps = append(steps, place{name: filepath.Base(path), path: path})
		up := filepath.Dir(path)
		if up == path {
			break
		}
		path = up
	}
	slices.Reverse(steps)
	return steps
}

// userDirs are the folders that a file as xdg-user-dirs writes it gives to the
// reader's desktop, documents and downloads. Those that are her home itself, as
// the file says of one that is not wanted, are left out.
//
// See https://www.freedesktop.org/wiki/Software/xdg-user-dirs/.
func userDirs(file io.Reader, home string) map[placeKind]string {
	kinds := map[string]placeKind{"XDG_DESKTOP_DIR": desktopPlace, "XDG_DOCUMENTS_DIR": documentsPlace, "XDG_DOWNLOAD_DIR": downloadsPlace}
	dirs := map[placeKind]string{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		name, value, _ := strings.Cut(strings.TrimSpace(lines.Text()), "=")
		kind, known := kinds[name]
		path, err := strconv.Unquote(value)
		if !known || err != nil {
			continue
		}
		if rest, in := strings.CutPrefix(path, "$HOME"); in {
			path = home + rest
		}
		if path = filepath.Clean(path); filepath.IsAbs(path) && path != filepath.Clean(home) {
			dirs[kind] = path
		}
	}
	return dirs
}

// mounted are the drives and sticks that a table as in /proc/self/mounts names:
// what is mounted where desktops and people put them.
func mounted(table io.Reader) []string {
	var paths []string
	lines := bufio.NewScanner(table)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		path := unescaped.Replace(fields[1])
		for _, under := range []string{"/media/", "/run/media/", "/mnt/"} {
			if strings.HasPrefix(path, under) && !slices.Contains(paths, path) {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// unescaped writes out what the table of mounts may not hold.
var unescaped = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)

// drives makes places of the folders drives are mounted at.
func drives(paths []string) []place {
	var list []place
	for _, path := range paths {
		list = append(list, place{drivePlace, filepath.Base(path), path})
	}
	return list
}

// folderPlaces are the reader's own folders that are there, home first; name
// gives each its name on the screen.
func folderPlaces(home string, dirs map[placeKind]string, name func(kind placeKind, path string) string) []place {
	list := []place{{homePlace, name(homePlace, home), home}}
	for _, kind := range []placeKind{desktopPlace, documentsPlace, downloadsPlace} {
		path := dirs[kind]
		if info, err := os.Stat(path); path != "" && err == nil && info.IsDir() {
			list = append(list, place{kind, name(kind, path), path})
		}
	}
	return list
}

// usualDirs are the folders where systems put them that say no other.
func usualDirs(home string) map[placeKind]string {
	return map[placeKind]string{
		desktopPlace:   filepath.Join(home, "Desktop"),
		documentsPlace: filepath.Join(home, "Documents"),
		downloadsPlace: filepath.Join(home, "Downloads"),
	}
}
