// Package office reads the documents of word processors: .docx, .odt (packed
// or flat) and .rtf. It takes paragraphs with what their styles say they are,
// a table row as a line, notes, remarks and the running lines of the pages;
// never pictures, and never anything a document names outside itself.
package office
