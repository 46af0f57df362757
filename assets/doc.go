// Package assets holds what travels inside the program: its icon, the kinds of
// difference a reader can name, the sample lesson, and fonts. All of it but the
// fonts is the project's own; nothing is read from disk or network when the
// program runs.
package assets
