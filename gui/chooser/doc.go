// Package chooser lets a reader choose files or a folder of her computer: one
// file, several files and whole folders at once, or the folder to put something
// into. It shows names and opens no file; what becomes of the choice is its
// owner's affair.
//
// It is our own because Fyne's file dialog picks one file only, and because the
// systems' own dialogs are not to be had on every Linux desktop: the libraries
// that show them start another program there, link against GTK, or ask a portal
// service that small or old desktops do not run.
package chooser
