//go:build windows || darwin

package chooser

import "fyne.io/fyne/v2/lang"

// placeName is what a system calls a folder of the reader's whose name on the
// disk is English in every language.
func placeName(kind placeKind, _ string) string {
	switch kind {
	case desktopPlace:
		return lang.L("Desktop")
	case documentsPlace:
		return lang.L("Documents")
	case downloadsPlace:
		return lang.L("Downloads")
	}
	return lang.L("Home")
}
