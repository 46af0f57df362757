// Package editor is the field long notes are written in: plain text in
// paragraphs, broken into lines, with a caret and a selection. A letter typed
// lays out the lines it moves and no others, and only lines in view are drawn.
//
// The field tells each change as an edit of the text. It keeps no history: what
// can be undone is the business of who listens, and comes back through Rewrite.
package editor
