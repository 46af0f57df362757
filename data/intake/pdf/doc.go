// Package pdf reads the text of PDF files, in reading order, with headings,
// notes and the running lines of the pages told apart.
//
// The files come from strangers and the format is large, so one is read in a
// process of its own: the program started again, which gets the file on its
// standard input and answers on its standard output (child.go). It has limits
// on time and memory; whatever becomes of it, the program goes on (parent.go).
//
// The steps of reading, a file or two to each: objects are read out of the file
// (lex.go, file.go, filter.go, lock.go); a page's orders are followed to see
// which character is drawn where (content.go, font.go, glyphs.go); characters
// become words and rows (words.go), rows columns (columns.go), what runs along
// the edges of the pages is taken out (edges.go), and the rest becomes
// paragraphs (layout.go). Pictures are not looked at.
package pdf
