// Package gui is the window: the reading room with its shelf of events, the
// two reports and the notes, the look-over screen, menus and dialogs. It
// presents what a session holds and hands every command to it; it decides
// nothing about texts itself.
package gui
